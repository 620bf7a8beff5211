// Captions drawn by the player: <track> does not load on file:// in Chromium and Firefox.

import { make } from './dom.js';

/** @import { Cue } from './types' */

/** Shows the cue of the moment. Cues are [start, end, text] in seconds. */
export class Captions {
  constructor() {
    this.element = make('div', { class: 'captions', 'aria-live': 'off' });
    /** @type {Cue[]} */
    this.cues = [];
    this.shown = '';
    this.enabled = true;
  }

  /** @param {Cue[]} [cues] @param {number} [seconds] the moment that is seen */
  setCues(cues = [], seconds = 0) {
    this.cues = cues;
    this.update(seconds);
  }

  /** @param {import('./preferences.js').Preferences['values']} values */
  dress({ captionSize, captionBox, captionPlace }) {
    this.element.style.setProperty('--caption-size', String(captionSize));
    this.element.classList.toggle('bare', !captionBox);
    this.element.classList.toggle('top', captionPlace === 'top');
  }

  /** @param {boolean} enabled @param {number} seconds */
  setEnabled(enabled, seconds) {
    this.enabled = enabled;
    this.update(seconds);
  }

  /** @param {number} seconds */
  update(seconds) {
    const now = this.enabled
      ? this.cues.filter(([from, to]) => from <= seconds && seconds < to).map((cue) => cue[2])
      : [];
    const text = now.join('\n');
    if (text === this.shown) return;
    this.shown = text;
    this.element.replaceChildren(...(text ? [make('span', { dir: 'auto' }, text)] : []));
  }
}
