// A page to print: what was trained, when, and by whom if a name was typed.

import { button, make } from './dom.js';
import { outcomeWords } from './debrief.js';
import { sceneOf } from './engine.js';
import { nameField } from './screens.js';

/** @import { Player } from './player.js' */
/** @import { FilmEnding, State } from './types' */

/** @param {Player} player @param {() => void} back */
export function certificate(player, back) {
  const { film, language, words, record } = player;
  const { tally, scene } = /** @type {State} */ (player.state);
  const { headline, outcome } = /** @type {FilmEnding} */ (sceneOf(film, scene)?.then);
  const { logo, logo_description: description } = film.theme;
  const day = new Date(record.attempt?.data.saved ?? Date.now())
    .toLocaleDateString(language, { dateStyle: 'long' });
  return make('div', { class: 'certificate-screen' },
    make('p', { class: 'actions unprinted' }, nameField(player),
      button(words.print, () => print(), { id: 'print', class: 'main' }),
      button(words.back, back, { id: 'back' })),
    make('article', { id: 'certificate' },
      logo && make('img', { class: 'logo', src: logo, alt: description[language] ?? '' }),
      make('p', { class: 'eyebrow' }, words.certificate),
      make('p', { class: 'who named' }, record.name),
      make('p', {}, words.hasCompleted),
      make('h1', { tabindex: '-1' }, film.title[language] ?? ''),
      make('p', {}, `${outcomeWords(outcome, words)}: ${headline[language] ?? ''}`),
      film.competences.length > 0 && make('ul', {}, ...film.competences.map((each) => make('li', {},
        `${each.name[language] ?? ''}: ${tally.competences[each.id] ?? 0}`))),
      make('p', { class: 'quiet' }, day),
      make('p', { class: 'quiet' }, `${film.id} · ${film.hash}`)));
}
