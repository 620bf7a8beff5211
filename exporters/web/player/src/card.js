// What stands in for a clip: a still, words, and time to read them.

import { button, make } from './dom.js';
import { richText } from './rich_text.js';

/** @import { FilmScene, Rich, Words } from './types' */

/** Shown over the stage; its time runs on the film's clock. */
export class CardView {
  constructor() {
    this.element = make('div', { class: 'card', hidden: true });
    this.time = 0;
    this.seconds = 0;
    /** @type {HTMLButtonElement|null} */
    this.next = null;
  }

  /**
   * @param {FilmScene} scene @param {Rich} text @param {string} language @param {Words} words
   * @param {string} problem words above the card when it stands in for a failed clip
   * @param {() => void} done
   * @returns {string} what a screen reader should say
   */
  open(scene, text, language, words, problem, done) {
    const { card } = scene;
    this.time = 0;
    this.seconds = card.seconds[language] ?? 5;
    this.next = button(words.proceed, done, { class: 'card-next' });
    const shown = make('div', { class: 'card-words' },
      problem && make('p', { class: 'problem' }, problem),
      make('h2', {}, scene.title[language] ?? ''), ...richText(text, language));
    const said = [...shown.children].map((each) => each.textContent).join(' ');
    shown.append(this.next);
    this.element.replaceChildren(
      ...(card.image ? [make('img', {
        src: card.image, alt: card.image_description[language] ?? '',
      })] : []),
      shown,
    );
    this.element.classList.toggle('with-image', Boolean(card.image));
    this.element.hidden = false;
    return said;
  }

  /** The card stays as a backdrop once its time is up. */
  rest() {
    this.time = this.seconds;
    if (this.next) this.next.hidden = true;
  }

  close() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}
