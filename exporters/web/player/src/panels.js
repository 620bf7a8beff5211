// The panels that the trainee opens, and the one that tells of a defect in the story.

import { make } from './dom.js';
import { resourceList } from './resources.js';
import { richText } from './rich_text.js';
import { fill } from './texts.js';

/** @import { Player } from './player.js' */
/** @import { Film, Words } from './types' */

/**
 * Everything: help first, then the rest, then the glossary.
 * @param {Film} film @param {string} language @param {Words} words
 */
function resourcesBody(film, language, words) {
  /** @param {boolean} help */
  const ids = (help) => film.resources.filter((each) => each.help === help).map((each) => each.id);
  const help = resourceList(film, ids(true), language, words);
  return [
    ...(help.length ? [make('h3', {}, words.help), ...help] : []),
    ...resourceList(film, ids(false), language, words),
    ...(film.glossary.length ? [make('h3', {}, words.glossary), make('dl', {},
      ...film.glossary.flatMap((each) => [
        make('dt', {}, each.term[language] ?? ''),
        make('dd', {}, ...richText(each.meaning, language)),
      ]))] : []),
  ];
}

/** Help, resources, glossary. @param {Player} player */
export function openResources(player) {
  if (player.panelOpen) return;
  const { film, language, words } = player;
  player.setPaused(true);
  player.panel.open({ id: 'resources', class: 'panel closable' }, words.resources,
    resourcesBody(film, language, words), [closeButton(player, words.close, true)]);
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
