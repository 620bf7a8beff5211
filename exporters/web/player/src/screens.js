// Full screens outside the picture: the start, and what is said when there is no film.

import { languageSelect } from './controls.js';
import { nameField } from './debrief.js';
import { button, make } from './dom.js';
import { restore } from './attempt.js';
import { sceneOf } from './engine.js';
import { hasText, richText } from './rich_text.js';

/** @import { Player } from './player.js' */

/** The attempts that were left, newest first. @param {Player} player */
function unfinished(player) {
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
  return rows.length > 0 && make('section', { class: 'unfinished' },
    make('h2', {}, words.goOn), make('ul', {}, ...rows));
}

/** What few people need: a name, going on from a code or file, the room. @param {Player} player */
function more(player) {
  const { words, record } = player;
  const problem = make('p', { class: 'problem', role: 'alert' });
  /** @param {string} text */
  const open = (text) => {
    const attempt = record.open(text);
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

/** @param {Player} player */
export function startScreen(player) {
  const { film, language, words, room } = player;
  const { logo, logo_description: description } = film.theme;
  return make('div', { class: 'start-screen' },
    logo && make('img', { class: 'logo', src: logo, alt: description[language] ?? '' }),
    room && make('p', { class: 'eyebrow' }, words.room),
    make('h1', { tabindex: '-1' }, film.title[language] ?? ''),
    make('div', { class: 'description' }, ...richText(film.description, language)),
    hasText(film.content_note, language) && make('div', { class: 'note' },
      make('h2', {}, words.contentNote), ...richText(film.content_note, language)),
    !room && unfinished(player),
    make('div', { class: 'start-row' },
      button(words.start, () => player.begin(), { id: 'start', class: 'main' }),
      film.languages.length > 1 && languageSelect(words, film.languages, language,
        (tag) => player.setLanguage(tag))),
    make('p', { class: 'quiet' }, words.startHint),
    !room && more(player));
}

const NO_FILM = {
  pl: 'Brakuje danych filmu albo ich wersji nie da się tu odczytać. Skopiuj ponownie cały folder '
    + 'i otwórz w nim plik index.html.',
  en: 'The film data are missing or of a version this player cannot read. Copy the whole folder '
    + 'again and open index.html in it.',
};

/** In every language we have: the film that would tell us which one is missing. */
export const noFilmScreen = () => make('main', { class: 'start-screen', role: 'alert' },
  ...Object.entries(NO_FILM).map(([tag, text]) => make('p', { lang: tag }, text)));
