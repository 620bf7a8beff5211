// Resources, where to get help, and the words explained.

import { make } from './dom.js';
import { richText } from './rich_text.js';

/** @import { Film, FilmResource, Words } from './types' */

/** @param {FilmResource} each @param {string} language @param {Words} words */
function resource(each, language, words) {
  const file = each.file[language];
  const link = each.link[language];
  const away = { target: '_blank', rel: 'noopener noreferrer' };
  return make('li', { class: each.help ? 'resource help' : 'resource' },
    make('strong', {}, each.title[language] ?? ''),
    ...richText(each.description, language),
    make('span', { class: 'ways' },
      each.phone && make('a', { href: `tel:${each.phone.replace(/[^+\d]/g, '')}`, dir: 'ltr' }, each.phone),
      link && /^https?:/i.test(link) && make('a', { href: link, ...away }, words.openPage),
      file && make('a', { href: file, ...away }, words.openFile)));
}

/**
 * The named resources as a list; nothing when there are none.
 * @param {Film} film @param {string[]} ids @param {string} language @param {Words} words
 */
export function resourceList(film, ids, language, words) {
  const found = film.resources.filter((each) => ids.includes(each.id));
  if (!found.length) return [];
  return [make('ul', { class: 'resources' },
    ...found.map((each) => resource(each, language, words)))];
}

/** Whether the panel would hold anything. @param {Film} film */
export const hasResources = (film) => film.resources.length > 0 || film.glossary.length > 0;
