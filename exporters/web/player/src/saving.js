// Keeping where one is: the panel, the code, the result file, and going on from them.

import { Attempt, restore } from './attempt.js';
import { button, make, saveFile } from './dom.js';
import { sceneOf } from './engine.js';
import { closeButton } from './panels.js';
import { readResult, result } from './result.js';
import { decodeCode, encodeCode } from './save_code.js';
import { nameField } from './screens.js';

/** @import { Player } from './player.js' */
/** @import { Film } from './types' */

/** Where one is, to go on later or elsewhere. @param {Player} player */
export function openSave(player) {
  if (player.panelOpen) return;
  const { record, room, words } = player;
  if (room) {
    room.openSummary();
    return;
  }
  player.setPaused(true);
  record.keep();
  player.panel.open({ id: 'save', class: 'panel closable' }, words.save, [
    make('p', {}, record.attempts.stored ? words.saved : words.notSaved),
    make('p', {}, words.code, ': ', make('output', { class: 'code' },
      record.attempt ? encodeCode(player.film, record.attempt.data.actions) : '')),
    make('p', {}, nameField(player)),
    make('p', { class: 'quiet' }, words.keepHint),
  ], [
    closeButton(player, words.close, true),
    button(words.saveResult, () => saveResult(player), { id: 'save-result' }),
    button(words.leave, () => player.close(), { id: 'leave' }),
  ]);
}

/** The attempts that were left, newest first. @param {Player} player */
export function unfinished(player) {
  const { film, language, words, record } = player;
  const rows = record.attempts.unfinished.map((kept) => {
    const attempt = restore(film, kept);
    if (!attempt) return null;
    const scene = sceneOf(film, attempt.state.scene)?.title[language] ?? '';
    const when = new Date(kept.saved).toLocaleString(language, {
      dateStyle: 'medium', timeStyle: 'short',
    });
    const named = `${kept.name || words.anonymous}: ${scene}`;
    return make('li', {},
      make('button', { type: 'button', class: 'resume', click: () => record.resume(attempt) },
        named, make('small', {}, when)),
      button('×', () => {
        record.attempts.remove(kept.id);
        player.showStart();
      }, { class: 'forget', 'aria-label': `${words.forget}: ${named}, ${when}` }));
  });
  return rows.length ? [make('section', { class: 'unfinished' },
    make('h2', {}, words.goOn), make('ul', {}, ...rows))] : [];
}

/** What few people need: a name, going on from a code or file, the room. @param {Player} player */
export function more(player) {
  const { words, record } = player;
  const problem = make('p', { class: 'problem', role: 'alert' });
  /** @param {string} text */
  const open = (text) => {
    const attempt = openAttempt(player.film, text);
    problem.textContent = attempt ? '' : words.wrongCode;
    if (attempt) record.resume(attempt);
  };
  const code = make('input', { type: 'text', id: 'code', autocomplete: 'off', spellcheck: 'false' });
  const file = make('input', {
    type: 'file', id: 'file', accept: '.json', change: async () => {
      const [chosen] = file.files ?? [];
      if (chosen) open(await chosen.text());
    },
  });
  return make('details', { class: 'more' }, make('summary', {}, words.more),
    make('p', {}, nameField(player)),
    make('p', { class: 'field' }, make('label', { for: 'code' }, words.code), code,
      button(words.openCode, () => open(code.value), { id: 'open-code' })),
    make('p', { class: 'field' }, make('label', { for: 'file' }, words.openResult), file),
    problem,
    make('p', {}, button(words.room, () => player.enterRoom(), { id: 'enter-room' })));
}

/** The attempt of a save code or of a result file's text; null when it does not fit. @param {Film} film @param {string} text */
function openAttempt(film, text) {
  const taken = decodeCode(film, text);
  return taken ? new Attempt(film, { actions: taken.map((each) => ({ ...each, at: 0 })) })
    : readResult(film, text);
}

/** @param {Player} player */
export function saveResult({ film, language, record }) {
  if (!record.attempt) return;
  const day = new Date().toISOString().slice(0, 16).replace(/:/g, '');
  saveFile(`result-${film.id}-${day}.json`,
    `${JSON.stringify(result(record.attempt, language), null, 2)}\n`, 'application/json');
  record.filed = record.attempt.data.actions.length;
}
