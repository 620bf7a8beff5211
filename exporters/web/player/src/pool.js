// The video elements of the stage. Clips that may come are primed: played silently to their first
// frame behind the picture and paused.

import { make } from './dom.js';

const POOL = 4;
/** Milliseconds between one clip's start and the priming of the next: decoders start one by one. */
const BREATH = 250;

/**
 * @typedef {{src: string, at?: number}} Start a clip and the second it starts from
 * @typedef {{video: HTMLVideoElement, src: string, at: number, primed: boolean,
 *   priming: boolean}} Slot
 */

/** Four elements, of which one may be seen and one may be coming; the others wait or are free. */
export class Pool {
  constructor() {
    /** @type {Slot[]} */
    this.slots = Array.from({ length: POOL }, () => ({
      video: make('video', {
        playsinline: true, preload: 'auto', tabindex: '-1', 'aria-hidden': 'true',
        disablepictureinpicture: true,
      }),
      src: '',
      at: 0,
      primed: false,
      priming: false,
    }));
    /** What is seen. @type {Slot|null} */
    this.front = null;
    /** What plays or is about to. @type {Slot|null} */
    this.active = null;
    /** @type {Start[]} */
    this.wanted = [];
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.breath = undefined;
  }

  /** Readies clips that may come next, likeliest first. @param {Start[]} starts */
  prime(starts) {
    this.wanted = starts.slice(0, POOL - 1);
    this.primeSoon();
  }

  primeSoon() {
    clearTimeout(this.breath);
    this.breath = setTimeout(() => this.primeNext(), BREATH);
  }

  /** @param {Start} start */
  slotFor({ src, at = 0 }) {
    return this.slots.find((each) => each !== this.front && each !== this.active
      && each.src === src && each.at === at && !each.video.error);
  }

  /** A slot that nothing needs. */
  freeSlot() {
    const needed = [this.front, this.active, ...this.wanted.map((each) => this.slotFor(each))];
    return this.slots.find((each) => !needed.includes(each))
      ?? this.slots.find((each) => each !== this.front && each !== this.active);
  }

  /** One after another: the clip that runs must not stutter. */
  primeNext() {
    if (this.slots.some((each) => each.priming)) return;
    const start = this.wanted.find((each) => !this.slotFor(each));
    const slot = start && this.freeSlot();
    if (!slot || this.wanted.some((each) => this.slotFor(each) === slot)) return;
    this.load(slot, start);
    slot.priming = true;
    const { video } = slot;
    const done = () => {
      if (!slot.priming) return;
      slot.priming = false;
      video.pause();
      this.primeSoon();
    };
    const roll = () => {
      if (!slot.priming) return;
      video.muted = true;
      video.play().catch(done);
      whenFrame(video, () => {
        slot.primed = slot.priming;
        done();
      });
    };
    video.onerror = done;
    video.onloadeddata = roll;
  }

  /** @param {Slot} slot @param {Start} start */
  load(slot, { src, at = 0 }) {
    const { video } = slot;
    Object.assign(slot, { src, at, primed: false, priming: false });
    Object.assign(video, {
      onerror: null, onloadeddata: null, onended: null, ontimeupdate: null, onprogress: null,
    });
    video.setAttribute('src', src);
    video.load();
    if (at) video.currentTime = at;
  }
}

/** @param {HTMLVideoElement} video @param {() => void} act */
function whenFrame(video, act) {
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(act);
  else /** @type {HTMLVideoElement} */ (video).ontimeupdate = act;
}
