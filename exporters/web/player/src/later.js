// The entry of the second bundle, which the player loads once the start screen stands: what is
// needed after the film, beside it, and by facilitators.

import { certificate } from './certificate.js';
import { debrief } from './debrief.js';
import { markTerms } from './glossary.js';
import { askRestart, openResources, openStuck } from './panels.js';
import { bringStageHome } from './retold.js';
import { Room } from './room/room.js';
import { more, openSave, unfinished } from './saving.js';
import { openChapters, openSettings } from './settings.js';

/** What the second bundle does as soon as it is there. @param {import('./player.js').Player} player */
function attach(player) {
  markTerms(player);
  // The name as it is typed, where it will be printed.
  player.root.addEventListener('input', () => {
    const named = player.root.querySelector('.named');
    if (named) named.textContent = player.record.name;
  });
  player.watch((note) => {
    if (note.kind === 'begin') bringStageHome(player);
  });
}

const later = {
  Room, askRestart, attach, certificate, debrief, more, openChapters, openResources, openSave, openSettings,
  openStuck, unfinished,
};

/** @typedef {typeof later} Later */

/** @type {any} */ (window).scenarioLater = later;
