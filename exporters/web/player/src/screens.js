// Full screens outside the picture: the start, and what is said when there is no film.

import { make } from './dom.js';
import { hasText, richText } from './rich_text.js';
import { languageSelect } from './controls.js';
import { TEXTS } from './texts.js';

/** @import { Film, Words } from './types' */

/**
 * @param {Film} film @param {string} language @param {Words} words
 * @param {() => void} begin @param {(tag: string) => void} change
 */
export function startScreen(film, language, words, begin, change) {
  const { logo, logo_description: description } = film.theme;
  return make('div', { class: 'start-screen' },
    logo && make('img', { class: 'logo', src: logo, alt: description[language] ?? '' }),
    make('h1', {}, film.title[language] ?? ''),
    make('div', { class: 'description' }, ...richText(film.description, language)),
    hasText(film.content_note, language) && make('aside', { class: 'note' },
      make('h2', {}, words.contentNote), ...richText(film.content_note, language)),
    make('div', { class: 'start-row' },
      make('button', { type: 'button', id: 'start', class: 'main', click: begin }, words.start),
      film.languages.length > 1
        && languageSelect(words, film.languages, language, change)),
    make('p', { class: 'quiet' }, words.startHint));
}

/** In every language we have: the film that would tell us which one is missing. */
export function noFilmScreen() {
  return make('div', { class: 'start-screen', role: 'alert' },
    ...Object.entries(TEXTS).map(([tag, words]) => make('p', { lang: tag }, words.noFilm)));
}
