// The decision on screen: choices as buttons, regions as buttons over the picture, the time.

import { button, make } from './dom.js';
import { isEnabled } from './engine.js';
import { fill } from './texts.js';

/** @import { FilmChoice, FilmDecision, FilmScene, State, Words } from './types' */
/**
 * @typedef {{choice: FilmChoice, enabled: boolean, region: FilmChoice['region'],
 *   button: HTMLButtonElement}} Row
 */

/** A number below 1 for every call, the same row for the same seed (mulberry32). @param {string} seed */
function chance(seed) {
  let state = 0;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The choices in a fair order that depends on the seed alone.
 * @template Item @param {Item[]} choices @param {string} seed
 */
export function shuffled(choices, seed) {
  const row = [...choices];
  const next = chance(seed);
  for (let last = row.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [row[last], row[other]] = [row[other], row[last]];
  }
  return row;
}

/** Seconds before the end of a time limit that are heard. */
const SOON = 5;

/** Shows one decision at a time and reports the choice taken or the time run out. */
export class Overlay {
  /**
   * @param {{choose: (id: string) => void, timeout: () => void,
   *   vote: (id: string) => boolean, limit: (how: 'extended'|'off') => void,
   *   again: () => void, tick: () => void}} report
   */
  constructor(report) {
    this.report = report;
    this.element = make('section', { class: 'choices', hidden: true, tabindex: '-1' });
    this.regions = make('ul', { class: 'regions', hidden: true, tabindex: '-1' });
    /** The moment that is decided: scene and how often scenes were entered. */
    this.moment = '';
    /** @type {Row[]} */
    this.row = [];
    /** Seconds left, while there is a limit. @type {number|null} */
    this.left = null;
    this.total = 0;
    /** The seconds that were told last. */
    this.told = 0;
    this.waited = 0;
    this.decision = /** @type {FilmDecision} */ ({});
    /** The decision whose time was extended. @type {FilmDecision|null} */
    this.extended = null;
    this.words = /** @type {Words} */ ({});
    this.bar = make('progress');
    this.leftText = this.spoken = this.time = make('div');
  }

  /**
   * Opened again at the same moment (something was noticed, another language), the time runs on.
   * @param {FilmScene} scene @param {State} state @param {string} language @param {Words} words
   * @param {{picture: boolean, limits: string, last: string|undefined, seed: string,
   *   again: boolean}} how
   *   whether the clip is there to point at; what the trainee does to time limits; the choice
   *   taken last time; what the order is shuffled by; whether the scene can be seen again
   */
  open(scene, state, language, words, { picture, limits, last, seed, again: look }) {
    const decision = /** @type {FilmDecision} */ (scene.then);
    const moment = `${scene.id} ${state.entered.length} ${
      state.path.filter((each) => each.withdrawn).length}`;
    const again = moment === this.moment;
    this.moment = moment;
    this.decision = decision;
    this.words = words;
    if (!again) {
      this.waited = 0;
      this.setLimit(limits);
    }
    const order = decision.shuffle ? shuffled(decision.choices, seed + scene.id) : decision.choices;
    const offered = order.filter((choice) => choice.offered
      && (choice.when_unavailable === 'disable' || isEnabled(scene, choice, state)));
    this.row = offered.map((choice, index) => {
      const enabled = isEnabled(scene, choice, state);
      const region = picture ? choice.region : null;
      const make_ = region ? this.regionButton : this.listButton;
      const made = make_.call(this, choice, index, enabled, language);
      if (choice.id === last) {
        (made.querySelector('span') ?? made).append(
          make('small', { class: 'last-time' }, words.lastTime),
        );
      }
      return { choice, enabled, region, button: made };
    });
    const listed = this.row.filter((each) => !each.region).map((each) => each.button);
    const prompt = make('h2', { class: 'prompt' }, decision.prompt[language] || words.choices);
    this.element.setAttribute('aria-label', words.choices);
    this.element.replaceChildren(
      make('div', { class: 'choices-head' }, prompt, this.timer(),
        look && button(words.seeAgain, () => this.report.again(), { class: 'see-again more-time' })),
      ...(listed.length < this.row.length ? [make('p', { class: 'quiet' }, words.lookAtPicture)] : []),
      make('div', { class: 'choice-list', 'data-count': listed.length }, ...listed),
    );
    this.regions.replaceChildren(
      ...this.row.filter((each) => each.region).map((each) => make('li', {}, each.button)),
    );
    this.regions.hidden = !this.regions.firstChild;
    this.regions.setAttribute('aria-label', words.places);
    if (!again) this.regions.classList.remove('hint');
    // Where something on the picture can be clicked, the list keeps to the top and out of the way.
    this.element.classList.toggle('pointing', listed.length < this.row.length);
    this.element.hidden = false;
    // What was pressed may be gone.
    if (!again || document.activeElement === document.body) this.focus();
  }

  /** The author's limit, or what the trainee makes of it, which is told. @param {string} limits */
  setLimit(limits) {
    const { time_limit: limit, on_timeout: late } = this.decision;
    this.left = null;
    this.extended = null;
    if (limit == null || late == null) return;
    this.left = limits === 'off' ? null : limit * (limits === 'longer' ? 2 : 1);
    this.total = this.left ?? 0;
    this.told = this.left ?? 0;
    if (limits === 'author') return;
    this.extended = this.decision;
    this.report.limit(limits === 'off' ? 'off' : 'extended');
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
    const place = make('button', {
      type: 'button', class: `choice region ${area.shape}`, 'data-choice': choice.id,
      'aria-label': choice.text[language] ?? '', 'aria-disabled': enabled ? null : 'true',
      click: () => this.take(choice.id),
    }, index < 9 && make('kbd', { 'aria-hidden': 'true' }, String(index + 1)));
    Object.assign(place.style, {
      left: `${area.x * 100}%`, top: `${area.y * 100}%`,
      width: `${area.width * 100}%`, height: `${area.height * 100}%`,
    });
    return place;
  }

  timer() {
    if (this.left == null) return null;
    this.bar = make('progress', { max: this.total, value: this.left, 'aria-hidden': 'true' });
    this.leftText = make('div', { class: 'time-left' });
    this.spoken = make('div', { class: 'unseen', 'aria-live': 'polite' });
    this.time = make('div', { class: 'timer', role: 'timer' }, this.bar, this.leftText, this.spoken,
      button(this.words.moreTime, () => this.giveTime(), { class: 'more-time' }));
    this.showTime();
    return this.time;
  }

  /** As much again as the author gave; asking twice takes the limit away. */
  giveTime() {
    if (this.left == null) return;
    if (this.extended === this.decision) {
      this.left = null;
      this.report.limit('off');
      this.leftText.textContent = this.words.noTimeTaken;
      this.time.replaceChildren(this.leftText);
    } else {
      this.extended = this.decision;
      this.report.limit('extended');
      this.left += this.decision.time_limit ?? 0;
      this.total = Math.max(this.total, this.left);
      this.bar.max = this.total;
      this.showTime();
    }
    this.focus();
  }

  /**
   * The keyboard begins at the places in the picture, or else at the answers; there a screen reader
   * says the question and the time.
   */
  focus() {
    const { element, regions, words } = this;
    const first = regions.hidden ? element : regions;
    first.setAttribute('aria-label', [words.choices, ...[...element.querySelectorAll('h2, .time-left')]
      .map((each) => each.textContent)].join(' – '));
    first.focus({ preventScroll: true });
    // At 400 % zoom the question lies below the picture.
    first.scrollIntoView();
  }

  showTime() {
    const left = Math.max(0, this.left ?? 0);
    const seconds = Math.ceil(left);
    const text = fill(this.words.timeLeft, { seconds });
    this.bar.value = left;
    this.leftText.textContent = text;
    this.time.classList.toggle('soon', left <= SOON);
    const before = this.told;
    if (seconds === before) return;
    this.told = seconds;
    if (left <= SOON) this.report.tick();
    if ([10, SOON].some((mark) => before > mark && seconds <= mark)) this.spoken.textContent = text;
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

  /** Out of the way, until the same moment is opened again. */
  setAside() {
    this.element.hidden = true;
    this.regions.hidden = true;
  }

  close() {
    this.setAside();
    this.moment = '';
    this.element.replaceChildren();
    this.regions.replaceChildren();
    this.row = [];
    this.left = null;
    this.extended = null;
  }
}
