// Words of the glossary in running text: the first of each becomes a button that tells what it
// means. Forms are those the author listed; nothing is guessed about a language's grammar.

import { button, make } from './dom.js';
import { closeButton } from './panels.js';
import { richText } from './rich_text.js';

/** @import { Player } from './player.js' */
/** @import { Film, FilmTerm } from './types' */

/** Running text, each block with its own first occurrences. */
const RUNNING = '.panel-body, .card-words, .description, .note, #debrief, .transcript, .question, .choices';
/** What is no running text, or does something already. */
const APART = 'a, button, h1, h2, h3, h4, label, select, textarea, svg, dl, .chips, .points, .meaning, .code, .settings, .ways';

/**
 * Where terms stand in a text, as whole words in any of the forms that the author listed.
 * @param {Film} film @param {string} language
 * @returns {(text: string) => {at: number, length: number, term: FilmTerm}[]}
 */
export function finder(film, language) {
  const meant = new Map(film.glossary.filter((each) => each.meaning[language]?.length).flatMap(
    (each) => (each.forms[language] ?? []).map((form) => [form.toLocaleLowerCase(language), each]),
  ));
  if (!meant.size) return () => [];
  const forms = [...meant.keys()].sort((one, other) => other.length - one.length)
    .map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'));
  // Not \b: it knows no letters beyond ASCII. No lookbehind: Safari 15 has none.
  const pattern = new RegExp(
    `(^|[^\\p{L}\\p{M}\\p{N}])(${forms.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
  return (text) => [...text.matchAll(pattern)].flatMap(({ 1: before, 2: word, index = 0 }) => {
    const term = meant.get(word.replace(/\s+/g, ' ').toLocaleLowerCase(language));
    return term ? [{ at: index + before.length, length: word.length, term }] : [];
  });
}

/**
 * The word as a button that tells what it means: over the film in a panel, in text at its place.
 * @param {Player} player @param {FilmTerm} term @param {string} label
 */
function wordButton(player, term, label) {
  const { language, words } = player;
  const name = term.term[language] ?? '';
  const told = make('div', { class: 'meaning' }, make('strong', {}, name),
    ...richText(term.meaning, language));
  const inText = player.panelOpen || player.theatre.hidden;
  const word = button(label, () => {
    if (!inText) {
      player.setPaused(true);
      player.panel.open({ id: 'meaning', class: 'panel closable' }, name,
        richText(term.meaning, language), [closeButton(player, words.close, true)]);
      return;
    }
    const block = /** @type {Element} */ (word.closest('p, li, div'));
    if (told.isConnected) told.remove();
    else if (block.matches('li')) block.append(told);
    else block.after(told);
    word.setAttribute('aria-expanded', String(told.isConnected));
  }, { class: 'term', title: words.explain, 'aria-expanded': inText ? 'false' : null });
  return word;
}

/** Marks the terms of a block. @param {Player} player @param {Element} block */
function mark(player, block) {
  const { film, language } = player;
  const find = finder(film, block.closest('.transcript')?.getAttribute('lang') ?? language);
  const known = new Set();
  /** @param {string} text the terms not met before in the block */
  const fresh = (text) => find(text).filter(({ term }) => !known.has(term) && known.add(term));
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  if (block.matches('.choices')) {
    // A button cannot stand in a button: words of the answers are explained below them.
    const words = fresh(texts.map((each) => each.data).join('\n')).map(
      ({ term }) => wordButton(player, term, term.term[language] ?? ''));
    if (words.length) block.append(make('p', { class: 'explained' }, ...words));
    return;
  }
  for (const text of texts) {
    if (text.parentElement?.closest(APART)) continue;
    // From the end, so that places before stay where they are.
    for (const { at, length, term } of fresh(text.data).reverse()) {
      const word = text.splitText(at);
      const rest = word.splitText(length);
      // No line begins with the comma behind the word.
      const [marks] = /** @type {RegExpExecArray} */ (/^[^\s\p{L}]*/u.exec(rest.data));
      rest.splitText(marks.length);
      word.replaceWith(make('span', { class: 'held' }, wordButton(player, term, word.data), rest));
    }
  }
}

/** Marks running text whenever it comes onto the page. @param {Player} player */
export function markTerms(player) {
  if (!player.film.glossary.length) return;
  const done = new WeakSet();
  const look = () => player.root.querySelectorAll(RUNNING).forEach((block) => {
    const { firstChild } = block;
    if (!firstChild || done.has(firstChild)) return;
    mark(player, block);
    if (block.firstChild) done.add(block.firstChild);
  });
  new MutationObserver(look).observe(player.root, { childList: true, subtree: true });
  look();
}
