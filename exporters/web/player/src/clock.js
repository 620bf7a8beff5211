// Time that stands still while the film is paused: cards and time limits run on it.

const BEAT = 100;

/** Calls back about ten times a second with the seconds that have passed unpaused. */
export class Clock {
  /** @param {(seconds: number) => void} beat */
  constructor(beat) {
    this.beat = beat;
    this.paused = false;
    this.last = performance.now();
    setInterval(() => this.tick(), BEAT);
  }

  tick() {
    const now = performance.now();
    const passed = (now - this.last) / 1000;
    this.last = now;
    // A sleeping computer must not use up a person's time.
    if (!this.paused) this.beat(Math.min(passed, 1.5));
  }
}
