// The picture: four video elements, stacked. Clips that may come are primed: played silently to
// their first frame behind the picture and paused. A clip that comes starts behind the one that
// is seen and is brought to the front by z-index once it moves (its second presented frame), so
// that no blank or frozen frame shows: an opacity swap left a blank frame in Chromium, z-index did
// not. Sound is cross-faded at the swap. docs/benchmarks.md has the figures ("switching").

import { make } from './dom.js';

/** @import { Cue } from './types' */

const POOL = 4;
/** A clip is in front at the latest this long after its first frame, in milliseconds. */
const MOVES_WITHIN = 90;
const LATE_AFTER = 300;
const STUCK_AFTER = 12_000;
const FADE = 40;
/** Milliseconds between one clip's start and the priming of the next: decoders start one by one. */
const BREATH = 250;
const FRAME = 1 / 30;
/** Seconds that a primed clip may stand off its start. */
const NEAR = 0.2;

/**
 * @typedef {{src: string, at?: number}} Start a clip and the second it starts from
 * @typedef {{started: () => void, time: (seconds: number) => void, due: () => void,
 *   ended: () => void, failed: (reason: string) => void, blocked: () => void}} Watcher
 *   `due` comes as long before the end as the next clip needs to start
 * @typedef {{video: HTMLVideoElement, src: string, at: number, primed: boolean,
 *   priming: boolean}} Slot
 */
export class Stage {
  /** @param {number} speed */
  constructor(speed) {
    this.speed = speed;
    this.volume = 1;
    this.muted = false;
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
    this.spinner = make('div', { class: 'spinner', hidden: true });
    this.element = make('div', { class: 'stage' }, ...this.slots.map((each) => each.video),
      this.spinner);
    /** What is seen. @type {Slot|null} */
    this.front = null;
    /** What plays or is about to. @type {Slot|null} */
    this.active = null;
    this.turn = 0;
    /** @type {Start[]} */
    this.wanted = [];
    /** Seconds from play() until a primed clip moves, learnt on this machine. */
    this.lead = 0.12;
    this.endFade = () => {};
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.breath = undefined;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.late = undefined;
  }

  /** In the first click: WebKit plays later only what was touched now. */
  unlock() {
    for (const { src, video } of this.slots) if (!src) video.load();
  }

  // --- Priming --------------------------------------------------------------------------------

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

  // --- Playing --------------------------------------------------------------------------------

  /**
   * Plays a clip; the picture before it runs on until this one moves.
   * @param {Start} start @param {number} seconds the clip's length @param {Watcher} watcher
   */
  show(start, seconds, watcher) {
    this.turn += 1;
    const pending = this.active;
    if (pending && pending !== this.front) pending.video.pause();
    this.active = null;
    const slot = /** @type {Slot} */ (this.slotFor(start) ?? this.freeSlot());
    if (slot.src !== start.src || slot.at !== (start.at ?? 0) || slot.video.error) {
      this.load(slot, start);
    }
    this.active = slot;
    const { video } = slot;
    slot.priming = false;
    if (Math.abs(video.currentTime - slot.at) > NEAR) video.currentTime = slot.at;
    this.sound(slot, this.front && !this.front.video.paused ? 0 : 1);
    this.setSpeed(this.speed);
    this.watch(slot, seconds, watcher);
    this.play(watcher);
  }

  /** @param {Slot} slot @param {number} seconds @param {Watcher} watcher */
  watch(slot, seconds, watcher) {
    const { turn } = this;
    const { video } = slot;
    const wasPrimed = slot.primed;
    const asked = performance.now();
    const mine = () => turn === this.turn;
    let presented = false;
    let frames = 0;
    let due = false;
    slot.primed = false;
    this.late = setTimeout(() => {
      if (mine() && !presented) this.spinner.hidden = false;
    }, LATE_AFTER);

    /** @param {string} reason */
    const fail = (reason) => {
      if (!mine()) return;
      this.clear();
      watcher.failed(reason);
    };
    const present = () => {
      if (!mine() || presented) return;
      presented = true;
      const took = (performance.now() - asked) / 1000;
      if (wasPrimed && took < 1) this.lead = 0.7 * this.lead + 0.3 * took;
      this.bringToFront(slot);
      watcher.started();
    };
    /** Asks for the next scene just as long before the end as a clip needs. @param {number} at */
    const foresee = (at) => {
      // Two frames early are not missed; a late one would be seen standing.
      const left = (seconds - at) / video.playbackRate - this.lead - FRAME;
      if (due || left > 2 * FRAME || seconds < 0.5) return;
      due = true;
      setTimeout(() => {
        if (mine() && !video.paused) watcher.due();
        else due = false;
      }, Math.max(0, left * 1000));
    };
    /** @param {number} at */
    const tick = (at) => {
      if (!presented) return;
      watcher.time(at);
      if (mine()) foresee(at);
    };
    /** @type {VideoFrameRequestCallback} */
    const frame = (_, { mediaTime }) => {
      if (!mine()) return;
      frames += 1;
      if (frames === 1 && this.front) setTimeout(present, MOVES_WITHIN);
      else present();
      tick(mediaTime);
      if (mine()) video.requestVideoFrameCallback(frame);
    };
    video.requestVideoFrameCallback?.(frame);
    video.onplaying = () => {
      if (!('requestVideoFrameCallback' in video) || document.hidden) present();
    };
    // HEVC in Chromium: time goes by, no frame is shown, no error. A very short clip or a hidden
    // window shows none either; what was decoded tells them apart.
    const pictureless = () => !presented && !document.hidden && !video.videoWidth
      || !frames && !(video.getVideoPlaybackQuality?.().totalVideoFrames ?? 1);
    video.ontimeupdate = () => {
      if (!mine()) return;
      if (video.currentTime > slot.at + 1 && !document.hidden && pictureless()) fail('no frames');
      else tick(video.currentTime);
    };
    video.onended = () => {
      if (!mine()) return;
      if (pictureless() && !document.hidden) fail('no frames');
      else {
        present();
        if (mine()) watcher.ended();
      }
    };
    video.onerror = () => fail(video.error?.message || 'error');
    video.onloadeddata = () => { if (!video.videoWidth) fail('no picture'); };
    if (video.error) fail(video.error.message);
    else if (video.readyState >= 2 && !video.videoWidth) fail('no picture');
    // A slow disk is waited for as long as something comes.
    let stuck = 0;
    const waitOn = () => {
      clearTimeout(stuck);
      if (!presented && mine()) {
        stuck = setTimeout(() => {
          if (!presented && video.readyState < 2 && !document.hidden) fail('does not load');
        }, STUCK_AFTER);
      }
    };
    video.onprogress = waitOn;
    waitOn();
  }

  /** @param {Slot} slot */
  bringToFront(slot) {
    this.rest();
    for (const { video } of this.slots) video.classList.toggle('front', video === slot.video);
    const before = this.front;
    this.front = slot;
    if (before && before !== slot) this.fade(before, slot);
  }

  /** @param {Slot} from @param {Slot} to */
  fade(from, to) {
    this.endFade();
    const began = performance.now();
    const timer = setInterval(() => {
      const share = Math.min(1, (performance.now() - began) / FADE);
      this.sound(to, Math.sin(share * Math.PI / 2));
      this.sound(from, Math.cos(share * Math.PI / 2));
      if (share === 1) this.endFade();
    }, 5);
    this.endFade = () => {
      clearInterval(timer);
      this.endFade = () => {};
      if (from !== this.active) from.video.pause();
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
    const { active } = this;
    active?.video.play()?.catch((error) => {
      if (error.name === 'NotAllowedError' && active === this.active) watcher?.blocked();
    });
  }

  /** Stops what runs and leaves its picture. */
  pause() {
    this.endFade();
    this.active?.video.pause();
    this.front?.video.pause();
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
    this.active = null;
  }

  /** @param {number} volume @param {boolean} muted */
  setVolume(volume, muted) {
    Object.assign(this, { volume, muted });
    if (this.front) this.sound(this.front, 1);
  }

  /** @param {number} speed */
  setSpeed(speed) {
    this.speed = speed;
    for (const { video } of this.slots) Object.assign(video, { defaultPlaybackRate: speed, playbackRate: speed });
  }

  get time() {
    return this.active?.video.currentTime ?? 0;
  }

  set time(seconds) {
    if (this.active) this.active.video.currentTime = seconds;
  }

  get isOver() {
    return !this.active || this.active.video.ended;
  }
}

/** @param {HTMLVideoElement} video @param {() => void} act */
function whenFrame(video, act) {
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(act);
  else /** @type {HTMLVideoElement} */ (video).ontimeupdate = act;
}
