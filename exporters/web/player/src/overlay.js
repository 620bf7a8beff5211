// The decision on screen: choices as buttons, regions as buttons over the picture, the time.

import { make } from './dom.js';
import { isEnabled } from './engine.js';
import { fill } from './texts.js';

/** The author's order, or a fair shuffle of it. */
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
  /** @param {{choose: (id: string) => void, timeout: () => void}} report */
  constructor(report) {
    this.report = report;
    this.element = make('section', { class: 'choices', hidden: true, tabindex: '-1' });
    this.regions = make('div', { class: 'regions' });
    this.row = [];
    this.left = null;
  }

  /**
   * @param {boolean} picture whether the clip is there to point at
   */
  open(scene, state, language, words, picture) {
    const decision = scene.then;
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
    this.prompt = make('h2', { class: 'prompt' }, decision.prompt[language] || words.choices);
    this.element.setAttribute('aria-label', words.choices);
    this.element.replaceChildren(
      make('div', { class: 'choices-head' }, this.prompt, this.timer()),
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

  listButton(choice, index, enabled, language) {
    const reason = enabled ? '' : choice.unavailable_reason[language] ?? '';
    return make('button', {
      type: 'button', class: 'choice', 'data-choice': choice.id,
      'aria-disabled': enabled ? null : 'true', click: () => this.take(choice.id),
    },
    index < 9 && make('kbd', { 'aria-hidden': 'true' }, String(index + 1)),
    make('span', {}, choice.text[language] ?? '', reason && make('small', {}, reason)));
  }

  regionButton(choice, index, enabled, language) {
    const { area } = choice.region;
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
      this.time.replaceChildren(this.words.noTimeTaken);
    } else {
      this.extended = this.decision;
      this.left += this.decision.time_limit;
      this.total = Math.max(this.total, this.left);
      this.bar.max = this.total;
      this.showTime();
    }
    this.element.focus({ preventScroll: true });
  }

  showTime() {
    this.bar.value = this.left;
    this.leftText.textContent = fill(this.words.timeLeft, {
      seconds: Math.max(0, Math.ceil(this.left)),
    });
  }

  /** Unpaused seconds have passed while the decision is open. */
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

  /** Regions follow the clip while it moves; on a standing picture all can be taken. */
  follow(seconds, moving) {
    for (const { region, button } of this.row) {
      if (!region) continue;
      const closes = region.closes ?? Infinity;
      button.hidden = moving && (seconds < region.opens || seconds >= closes);
    }
  }

  take(id) {
    const found = this.row.find((each) => each.choice.id === id);
    if (!found?.enabled || this.element.hidden) return;
    for (const each of this.row) {
      each.button.classList.toggle('taken', each === found);
      each.button.setAttribute('aria-disabled', 'true');
      each.enabled = false;
    }
    this.left = null;
    this.report.choose(id);
  }

  /** A digit key. @returns {boolean} whether it meant a choice */
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
