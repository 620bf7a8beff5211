// Full screens outside the picture: the start, and what is said when there is no film.

import { languageSelect } from './controls.js';
import { button, make } from './dom.js';
import { hasText, richText } from './rich_text.js';

/** @import { Player } from './player.js' */

/** The name one may leave out. @param {Player} player */
export function nameField({ words, record }) {
  const input = make('input', {
    type: 'text', class: 'name', value: record.name, autocomplete: 'off', maxlength: 80,
    input: () => record.rename(input.value.trim()),
  });
  return make('label', { class: 'field' }, words.name, input);
}

/** @param {Player} player */
export function startScreen(player) {
  const { film, language, words, room } = player;
  const left = make('div');
  const rest = make('div');
  player.later(({ more, unfinished }) => {
    left.append(...(room ?? { offers: () => unfinished(player) }).offers());
    if (!room) rest.append(more(player));
  });
  const { logo, logo_description: description } = film.theme;
  return make('div', { class: 'start-screen' },
    logo && make('img', { class: 'logo', src: logo, alt: description[language] ?? '' }),
    room && make('p', { class: 'eyebrow' }, words.room),
    make('h1', { tabindex: '-1' }, film.title[language] ?? ''),
    make('div', { class: 'description' }, ...richText(film.description, language)),
    hasText(film.content_note, language) && make('div', { class: 'note' },
      make('h2', {}, words.contentNote), ...richText(film.content_note, language)),
    left,
    make('div', { class: 'start-row' },
      button(words.start, () => player.begin(), { id: 'start', class: 'main' }),
      film.languages.length > 1 && languageSelect(words, film.languages, language,
        (tag) => player.setLanguage(tag))),
    make('p', { class: 'quiet' }, words.startHint),
    rest);
}

const NO_FILM = {
  pl: 'Brakuje danych filmu albo ich wersji nie da się tu odczytać. Skopiuj ponownie cały folder '
    + 'i otwórz w nim plik index.html.',
  en: 'The film data are missing or of a version this player cannot read. Copy the whole folder '
    + 'again and open index.html in it.',
};

/** In every language we have: the film that would tell us which one is missing. */
export const noFilmScreen = () => make('main', { class: 'screen', role: 'alert' },
  make('div', { class: 'start-screen' },
    ...Object.entries(NO_FILM).map(([tag, text]) => make('p', { lang: tag }, text))));
