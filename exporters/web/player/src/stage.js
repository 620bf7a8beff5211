// The picture: stacked video elements, of which one is in front. A clip that comes starts behind the
// one that is seen and is brought to the front by z-index once it moves (its second presented
// frame), so that no blank or frozen frame shows: an opacity swap left a blank frame in Chromium,
// z-index did not. Sound is cross-faded at the swap. docs/benchmarks.md has the figures
// ("switching"); pool.js primes, watching.js listens.

import { make } from './dom.js';
import { Pool } from './pool.js';
import { watch } from './watching.js';

/** @import { Slot, Start } from './pool.js' */
/** @import { Watcher } from './watching.js' */

const FADE = 40;
/** Seconds that a primed clip may stand off its start. */
const NEAR = 0.2;

/** Shows one clip after another without a gap. */
export class Stage {
  /** @param {number} speed */
  constructor(speed) {
    this.pool = new Pool();
    this.speed = speed;
    this.volume = 1;
    this.muted = false;
    this.spinner = make('div', { class: 'spinner', hidden: true });
    this.element = make('div', { class: 'stage' }, ...this.pool.slots.map((each) => each.video),
      this.spinner);
    this.turn = 0;
    /** Seconds from play() until a primed clip moves, learnt on this machine. */
    this.lead = 0.12;
    this.endFade = () => {};
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.late = undefined;
  }

  /** In the first click: WebKit plays later only what was touched now. */
  unlock() {
    for (const { src, video } of this.pool.slots) if (!src) video.load();
  }

  /** Readies clips that may come next, likeliest first. @param {Start[]} starts */
  prime(starts) {
    this.pool.prime(starts);
  }

  /**
   * Plays a clip; the picture before it runs on until this one moves.
   * @param {Start} start @param {number} seconds the clip's length @param {Watcher} watcher
   */
  show(start, seconds, watcher) {
    this.turn += 1;
    const pending = this.pool.active;
    if (pending && pending !== this.pool.front) pending.video.pause();
    this.pool.active = null;
    const slot = /** @type {Slot} */ (this.pool.slotFor(start) ?? this.pool.freeSlot());
    if (slot.src !== start.src || slot.at !== (start.at ?? 0) || slot.video.error) {
      this.pool.load(slot, start);
    }
    this.pool.active = slot;
    const { video } = slot;
    slot.priming = false;
    if (Math.abs(video.currentTime - slot.at) > NEAR) video.currentTime = slot.at;
    const before = this.pool.front?.video;
    this.sound(slot, before && !before.paused ? 0 : 1);
    // Should the clip before end first, the sound of this one does not wait for its picture.
    if (before) before.onended = () => this.sound(slot, 1);
    this.setSpeed(this.speed);
    watch(this, slot, seconds, watcher);
    this.play(watcher);
  }

  /** @param {Slot} slot */
  bringToFront(slot) {
    this.rest();
    for (const { video } of this.pool.slots) video.classList.toggle('front', video === slot.video);
    const before = this.pool.front;
    this.pool.front = slot;
    if (before && before !== slot) {
      // What began to sound, since the clip before stood still, must not dip.
      if (slot.video.volume) before.video.pause();
      else this.fade(before, slot);
    }
  }

  /** @param {Slot} from @param {Slot} to */
  fade(from, to) {
    this.endFade();
    const began = performance.now();
    const timer = setInterval(() => {
      const share = Math.min(1, (performance.now() - began) / FADE);
      this.sound(to, Math.sin(share * Math.PI / 2));
      this.sound(from, Math.cos(share * Math.PI / 2));
      if (share === 1 || from.video.ended) this.endFade();
    }, 5);
    this.endFade = () => {
      clearInterval(timer);
      this.endFade = () => {};
      if (from !== this.pool.active) from.video.pause();
      this.sound(to, 1);
    };
  }

  /** @param {Slot} slot @param {number} share of the volume */
  sound({ video }, share) {
    video.muted = this.muted;
    video.volume = this.volume * Math.max(0, share);
  }

  /** @param {Watcher} [watcher] */
  play(watcher) {
    const { active } = this.pool;
    active?.video.play()?.catch((error) => {
      if (error.name === 'NotAllowedError' && active === this.pool.active) watcher?.blocked();
    });
  }

  /** Stops what runs and leaves its picture. */
  pause() {
    this.endFade();
    this.pool.active?.video.pause();
    this.pool.front?.video.pause();
  }

  /** Nothing is waited for. */
  rest() {
    clearTimeout(this.late);
    this.spinner.hidden = true;
  }

  /** Forgets the scene that was shown; its picture stays. */
  clear() {
    this.turn += 1;
    this.pause();
    this.rest();
    this.pool.active = null;
  }

  /** @param {number} volume @param {boolean} muted */
  setVolume(volume, muted) {
    Object.assign(this, { volume, muted });
    if (this.pool.front) this.sound(this.pool.front, 1);
  }

  /** @param {number} speed */
  setSpeed(speed) {
    this.speed = speed;
    for (const { video } of this.pool.slots) Object.assign(video, { defaultPlaybackRate: speed, playbackRate: speed });
  }

  get time() {
    return this.pool.active?.video.currentTime ?? 0;
  }

  set time(seconds) {
    if (this.pool.active) this.pool.active.video.currentTime = seconds;
  }

  get isOver() {
    return !this.pool.active || this.pool.active.video.ended;
  }
}
