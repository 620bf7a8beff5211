// The panels that the trainee opens, and the one that tells of a defect in the story.

import { nameField } from './debrief.js';
import { button, make } from './dom.js';
import { resourcesBody } from './resources.js';
import { fill } from './texts.js';

/** @import { Player } from './player.js' */

/** Help, resources, glossary. @param {Player} player */
export function openResources(player) {
  if (player.panelOpen) return;
  const { film, language, words } = player;
  player.setPaused(true);
  player.panel.open({ id: 'resources', class: 'panel closable' }, words.resources,
    resourcesBody(film, language, words), [closeButton(player, words.close, true)]);
}

/** Where one is, to go on later or elsewhere. @param {Player} player */
export function openSave(player) {
  if (player.panelOpen) return;
  const { record, words } = player;
  player.setPaused(true);
  record.keep();
  player.panel.open({ id: 'save', class: 'panel closable' }, words.save, [
    make('p', {}, record.attempts.stored ? words.saved : words.notSaved),
    make('p', {}, words.code, ': ', make('output', { class: 'code' }, record.code)),
    make('p', {}, nameField(player)),
    make('p', { class: 'quiet' }, words.keepHint),
  ], [
    closeButton(player, words.close, true),
    button(words.saveResult, () => record.saveResult(), { id: 'save-result' }),
    button(words.leave, () => player.close(), { id: 'leave' }),
  ]);
}

/** @param {Player} player */
export function askRestart(player) {
  if (player.panelOpen) return;
  const { words } = player;
  player.setPaused(true);
  player.panel.open({ id: 'restart-question', class: 'panel closable' }, words.restartQuestion, [], [
    make('button', { type: 'button', id: 'restart', class: 'main', click: () => player.begin() },
      words.restart),
    closeButton(player, words.cancel, false),
  ]);
}

/** The story leads nowhere from here. @param {Player} player */
export function openStuck(player) {
  const { film, language, state, words } = player;
  const scene = player.scene?.title[language] || state?.scene || film.start || '';
  player.panel.open({ id: 'stuck', role: 'alertdialog' }, words.stuck,
    [make('p', {}, fill(words.stuckWhy, { scene }))],
    [make('button', { type: 'button', class: 'main', click: () => player.begin() },
      words.restart)]);
}

/** @param {Player} player @param {string} label @param {boolean} main */
export function closeButton(player, label, main) {
  return make('button', {
    type: 'button', class: main ? 'main' : null, click: () => player.closePanel(),
  }, label);
}
