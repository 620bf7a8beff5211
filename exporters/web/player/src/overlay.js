// The decision on screen: choices as buttons, regions as buttons over the picture, the time.

import { make } from './dom.js';
import { isEnabled } from './engine.js';
import { fill } from './texts.js';

/** @import { FilmChoice, FilmDecision, FilmScene, State, Words } from './types' */
/**
 * @typedef {{choice: FilmChoice, enabled: boolean, region: FilmChoice['region'],
 *   button: HTMLButtonElement}} Row
 */

/**
 * The author's order, or a fair shuffle of it.
 * @param {FilmChoice[]} choices @param {boolean} shuffle
 */
function order(choices, shuffle) {
  const row = [...choices];
  if (!shuffle) return row;
  for (let last = row.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [row[last], row[other]] = [row[other], row[last]];
  }
  return row;
}

/** Shows one decision at a time and reports the choice taken or the time run out. */
export class Overlay {
  /**
   * @param {{choose: (id: string) => void, timeout: () => void,
   *   vote: (id: string) => boolean, limit: (how: 'extended'|'off') => void}} report
   */
  constructor(report) {
    this.report = report;
    this.element = make('section', { class: 'choices', hidden: true, tabindex: '-1' });
    this.regions = make('div', { class: 'regions' });
    /** @type {Row[]} */
    this.row = [];
    /** Seconds left, while there is a limit. @type {number|null} */
    this.left = null;
    this.total = 0;
    this.waited = 0;
    this.decision = /** @type {FilmDecision} */ ({});
    /** The decision whose time was extended. @type {FilmDecision|null} */
    this.extended = null;
    this.words = /** @type {Words} */ ({});
    this.bar = make('progress');
    this.leftText = make('span');
    this.time = make('div');
  }

  /**
   * @param {FilmScene} scene @param {State} state @param {string} language @param {Words} words
   * @param {boolean} picture whether the clip is there to point at
   */
  open(scene, state, language, words, picture) {
    const decision = /** @type {FilmDecision} */ (scene.then);
    this.decision = decision;
    this.words = words;
    this.waited = 0;
    this.left = decision.time_limit != null && decision.on_timeout != null
      ? decision.time_limit : null;
    const offered = order(decision.choices, decision.shuffle).filter((choice) => choice.offered
      && (choice.when_unavailable === 'disable' || isEnabled(scene, choice, state)));
    this.row = offered.map((choice, index) => {
      const enabled = isEnabled(scene, choice, state);
      const region = picture ? choice.region : null;
      const make_ = region ? this.regionButton : this.listButton;
      return { choice, enabled, region, button: make_.call(this, choice, index, enabled, language) };
    });
    const listed = this.row.filter((each) => !each.region).map((each) => each.button);
    const prompt = make('h2', { class: 'prompt' }, decision.prompt[language] || words.choices);
    this.element.setAttribute('aria-label', words.choices);
    this.element.replaceChildren(
      make('div', { class: 'choices-head' }, prompt, this.timer()),
      ...(listed.length < this.row.length ? [make('p', { class: 'quiet' }, words.lookAtPicture)] : []),
      make('div', { class: 'choice-list', 'data-count': listed.length }, ...listed),
    );
    this.regions.replaceChildren(
      ...this.row.filter((each) => each.region).map((each) => each.button),
    );
    this.regions.classList.remove('hint');
    // Where something on the picture can be clicked, the list keeps to the top and out of the way.
    this.element.classList.toggle('pointing', listed.length < this.row.length);
    this.element.hidden = false;
    this.element.focus({ preventScroll: true });
  }

  /** @param {FilmChoice} choice @param {number} index @param {boolean} enabled @param {string} language */
  listButton(choice, index, enabled, language) {
    const reason = enabled ? '' : choice.unavailable_reason[language] ?? '';
    return make('button', {
      type: 'button', class: 'choice', 'data-choice': choice.id,
      'aria-disabled': enabled ? null : 'true', click: () => this.take(choice.id),
    },
    index < 9 && make('kbd', { 'aria-hidden': 'true' }, String(index + 1)),
    make('span', {}, choice.text[language] ?? '', reason && make('small', {}, reason)));
  }

  /** @param {FilmChoice} choice @param {number} index @param {boolean} enabled @param {string} language */
  regionButton(choice, index, enabled, language) {
    const { area } = /** @type {NonNullable<FilmChoice['region']>} */ (choice.region);
    const button = make('button', {
      type: 'button', class: `choice region ${area.shape}`, 'data-choice': choice.id,
      'aria-label': choice.text[language] ?? '', 'aria-disabled': enabled ? null : 'true',
      click: () => this.take(choice.id),
    }, index < 9 && make('kbd', { 'aria-hidden': 'true' }, String(index + 1)));
    Object.assign(button.style, {
      left: `${area.x * 100}%`, top: `${area.y * 100}%`,
      width: `${area.width * 100}%`, height: `${area.height * 100}%`,
    });
    return button;
  }

  timer() {
    if (this.left == null) return null;
    this.total = this.left;
    this.bar = make('progress', { max: this.total, value: this.left, 'aria-hidden': 'true' });
    this.leftText = make('span', { class: 'time-left' });
    this.time = make('div', { class: 'timer', role: 'timer' }, this.bar, this.leftText,
      make('button', { type: 'button', class: 'more-time', click: () => this.giveTime() },
        this.words.moreTime));
    this.showTime();
    return this.time;
  }

  /** As much again as the author gave; asking twice takes the limit away. */
  giveTime() {
    if (this.left == null) return;
    if (this.extended === this.decision) {
      this.left = null;
      this.report.limit('off');
      this.time.replaceChildren(this.words.noTimeTaken);
    } else {
      this.extended = this.decision;
      this.report.limit('extended');
      this.left += this.decision.time_limit ?? 0;
      this.total = Math.max(this.total, this.left);
      this.bar.max = this.total;
      this.showTime();
    }
    this.element.focus({ preventScroll: true });
  }

  showTime() {
    const left = Math.max(0, this.left ?? 0);
    this.bar.value = left;
    this.leftText.textContent = fill(this.words.timeLeft, {
      seconds: Math.ceil(left),
    });
  }

  /** Unpaused seconds have passed while the decision is open. @param {number} seconds */
  pass(seconds) {
    this.waited += seconds;
    const { hint_after: hint } = this.decision;
    if (hint != null && this.waited >= hint) this.regions.classList.add('hint');
    if (this.left == null) return;
    this.left -= seconds;
    if (this.left > 0) {
      this.showTime();
      return;
    }
    this.left = null;
    this.report.timeout();
  }

  /**
   * Regions follow the clip while it moves; on a standing picture all can be taken.
   * @param {number} seconds @param {boolean} moving
   */
  follow(seconds, moving) {
    for (const { region, button } of this.row) {
      if (!region) continue;
      const closes = region.closes ?? Infinity;
      button.hidden = moving && (seconds < region.opens || seconds >= closes);
    }
  }

  /** @param {string} id */
  take(id) {
    const found = this.row.find((each) => each.choice.id === id);
    if (!found?.enabled || this.element.hidden || this.report.vote(id)) return;
    for (const each of this.row) {
      each.button.classList.toggle('taken', each === found);
      each.button.setAttribute('aria-disabled', 'true');
      each.enabled = false;
    }
    this.left = null;
    this.report.choose(id);
  }

  /** A digit key. @param {number} digit @returns {boolean} whether it meant a choice */
  press(digit) {
    const found = this.row[digit - 1];
    if (this.element.hidden || !found || found.button.hidden) return false;
    this.take(found.choice.id);
    return true;
  }

  close() {
    this.element.hidden = true;
    this.element.replaceChildren();
    this.regions.replaceChildren();
    this.row = [];
    this.left = null;
    this.extended = null;
  }
}
