// The words of the scene beside the picture, the spoken one marked.

import { make } from './dom.js';
import { hasText, richText } from './rich_text.js';

/** @import { Cue, FilmScene, Words } from './types' */

/** The author's transcript; without one the captions in a row. */
export class Transcript {
  constructor() {
    this.element = make('aside', { class: 'transcript', hidden: true, tabindex: '0' });
    /** @type {Cue[]} */
    this.cues = [];
    /** @type {Element[]} */
    this.rows = [];
  }

  /** @param {FilmScene} scene @param {string} language @param {Words} words */
  open(scene, language, words) {
    this.cues = scene.captions[language] ?? [];
    const told = hasText(scene.transcript, language);
    this.rows = told ? [] : this.cues.map((cue) => make('p', {}, cue[2]));
    this.element.lang = language;
    this.element.setAttribute('aria-label', words.transcript);
    this.element.replaceChildren(make('h2', {}, scene.title[language] ?? ''),
      ...(told ? richText(scene.transcript, language) : this.rows));
    if (!told && !this.rows.length) this.element.append(...richText(scene.card.text, language));
    this.element.scrollTop = 0;
  }

  /** @param {number} seconds */
  update(seconds) {
    if (this.element.hidden) return;
    this.rows.forEach((row, index) => {
      const [from, to] = this.cues[index];
      const now = from <= seconds && seconds < to;
      if (now && !row.classList.contains('now')) row.scrollIntoView({ block: 'nearest' });
      row.classList.toggle('now', now);
    });
  }
}
