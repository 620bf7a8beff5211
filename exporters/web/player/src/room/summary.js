// What a session was: scenes, votes, the way taken, notes. To print, or to keep as a text.

import { button, make, saveFile } from '../dom.js';
import { sceneOf } from '../engine.js';
import { clockFace } from './room.js';

/** @import { Room } from './room.js' */
/** @import { Session, Turn } from './sessions.js' */
/** @import { FilmScene } from '../types' */

/** @param {Room} room @param {Turn} turn */
function decision({ player }, { scene: id, votes, choice, trial }) {
  const { film, language, words } = player;
  const scene = /** @type {FilmScene} */ (sceneOf(film, id));
  const { then } = scene;
  if (then?.kind !== 'decision') return null;
  const shown = then.choices.filter((each) => votes[each.id] || each.id === choice);
  if (!shown.length) return null;
  return make('div', { class: 'decision' },
    trial && make('p', { class: 'chips' }, make('span', { class: 'chip' }, words.tried)),
    make('p', {}, then.prompt[language] ?? ''),
    make('ul', {}, ...shown.map((each) => make('li', {},
      make(each.id === choice ? 'strong' : 'span', {},
        `${votes[each.id] ?? 0} × ${each.text[language] ?? ''}`),
      each.id === choice && ` (${words.followed})`))));
}

/** @param {Room} room @param {Session} session @param {(() => void)|null} back to the session, while it goes on */
export function roomSummary(room, session, back) {
  const { player } = room;
  const { film, language, words } = player;
  const ids = [...new Set(session.turns.map((each) => each.scene))];
  const scenes = ids.map((id) => {
    const scene = sceneOf(film, id);
    if (!scene) return null;
    return make('section', {},
      make('h2', {}, scene.title[language] ?? id),
      ...session.turns.filter((each) => each.scene === id).map((each) => decision(room, each)),
      ...scene.discussion.map((each, index) => {
        const seconds = session.talked[`${id} ${index}`];
        return seconds ? make('p', {}, `${each.question[language] ?? ''} (${clockFace(seconds)})`) : null;
      }),
      session.notes[id] && make('p', { class: 'why' }, session.notes[id]));
  });
  const started = new Date(session.started).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' });
  const article = make('article', { id: 'session' },
    make('p', { class: 'eyebrow' }, words.endSession),
    make('h1', { tabindex: '-1' }, film.title[language] ?? ''),
    make('p', { class: 'quiet' }, started), ...scenes);
  return make('div', {},
    make('p', { class: 'actions unprinted' },
      button(back ? words.backToSession : words.back, back ?? (() => room.leave()),
        { class: 'main', id: 'back' }),
      button(words.print, () => print(), { id: 'print' }),
      button(words.saveText, () => saveFile(`session-${film.id}.txt`, article.innerText, 'text/plain'),
        { id: 'save-session' }),
      back && button(words.newSession, () => room.leave(), { id: 'new-session' })),
    article);
}
