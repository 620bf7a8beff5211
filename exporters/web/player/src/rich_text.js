// Compiled rich text (docs/film-format.md) to DOM nodes.

import { make } from './dom.js';

const SAFE = /^(https?:|mailto:|tel:)/i;

/** @import { Rich } from './types' */

/** @param {any} node @returns {Node} */
function inline(node) {
  if (typeof node === 'string') return document.createTextNode(node);
  const [kind, ...rest] = /** @type {[string, ...any[]]} */ (node);
  if (kind === 'a') {
    const [href, ...inside] = rest;
    const nodes = inside.map((each) => inline(each));
    if (!SAFE.test(href)) return make('span', {}, ...nodes);
    return make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...nodes);
  }
  const tag = kind === 'b' ? 'strong' : 'em';
  return make(tag, {}, ...rest.map((each) => inline(each)));
}

/** The blocks of one language as elements. @param {Rich} rich @param {string} language */
export function richText(rich, language) {
  const blocks = /** @type {[string, ...any[]][]} */ (rich[language] ?? []);
  return blocks.map(([kind, ...rest]) => {
    if (kind === 'p') return make('p', {}, ...rest.map((each) => inline(each)));
    return make(kind === 'ol' ? 'ol' : 'ul', {}, ...rest.map(
      (/** @type {any[]} */ item) => make('li', {}, ...item.map((each) => inline(each))),
    ));
  });
}

/**
 * Whether there is anything to read in this language.
 * @param {Rich|undefined} rich @param {string} language
 */
export const hasText = (rich, language) => (rich?.[language] ?? []).length > 0;
