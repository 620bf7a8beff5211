// Compiled rich text (docs/film-format.md) to DOM nodes.

import { make } from './dom.js';

const SAFE = /^(https?:|mailto:|tel:)/i;

function inline(node) {
  if (typeof node === 'string') return document.createTextNode(node);
  const [kind, ...rest] = node;
  if (kind === 'a') {
    const [href, ...inside] = rest;
    const nodes = inside.map((each) => inline(each));
    if (!SAFE.test(href)) return make('span', {}, ...nodes);
    return make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...nodes);
  }
  const tag = kind === 'b' ? 'strong' : 'em';
  return make(tag, {}, ...rest.map((each) => inline(each)));
}

/** The blocks of one language as elements. @returns {Node[]} */
export function richText(rich, language) {
  return (rich?.[language] ?? []).map(([kind, ...rest]) => {
    if (kind === 'p') return make('p', {}, ...rest.map((each) => inline(each)));
    return make(kind === 'ol' ? 'ol' : 'ul', {}, ...rest.map(
      (item) => make('li', {}, ...item.map((each) => inline(each))),
    ));
  });
}

/** Whether there is anything to read in this language. */
export const hasText = (rich, language) => (rich?.[language] ?? []).length > 0;
