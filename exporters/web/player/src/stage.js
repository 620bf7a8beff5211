// The picture: pooled video elements, stacked. A clip that comes is played behind the one that
// is seen and brought to the front by z-index at its first presented frame, so that no blank or
// frozen frame shows: an opacity swap left a blank frame in Chromium, z-index did not.

import { make } from './dom.js';

const POOL = 3;
const STUCK_AFTER = 12000;

/**
 * @typedef {{started: () => void, time: (seconds: number) => void, ended: () => void,
 *   failed: (reason: string) => void, blocked: () => void}} Watcher
 */
export class Stage {
  /** @param {number} speed */
  constructor(speed) {
    this.speed = speed;
    this.videos = Array.from({ length: POOL }, () => make('video', {
      playsinline: true, preload: 'auto', tabindex: '-1', 'aria-hidden': 'true',
      disablepictureinpicture: true,
    }));
    this.element = make('div', { class: 'stage' }, ...this.videos);
    /** @type {HTMLVideoElement|null} */
    this.front = null;
    /** @type {HTMLVideoElement|null} */
    this.active = null;
    this.showing = 0;
    /** Seconds from play() to the first frame, learnt on this machine. */
    this.lead = 0.1;
  }

  /** In the first click: WebKit plays later only what was touched now. */
  unlock() {
    for (const video of this.videos) if (!video.getAttribute('src')) video.load();
  }

  /** Loads clips that may come next, as many as there are elements free. @param {string[]} sources */
  prime(sources) {
    const wanted = [...new Set(sources)].slice(0, POOL - 1);
    const free = this.videos.filter((each) => each !== this.active && each !== this.front
      && !wanted.includes(each.getAttribute('src') ?? ''));
    const loaded = this.videos.filter((each) => each !== this.active && each !== this.front)
      .map((each) => each.getAttribute('src'));
    for (const source of wanted) {
      if (loaded.includes(source)) continue;
      const video = free.pop();
      if (!video) return;
      this.load(video, source);
    }
  }

  /** @param {HTMLVideoElement} video @param {string} source */
  load(video, source) {
    video.setAttribute('src', source);
    video.load();
  }

  /**
   * Plays a clip from a moment of it.
   * @param {string} source @param {number} at @param {Watcher} watcher
   */
  show(source, at, watcher) {
    this.showing += 1;
    const turn = this.showing;
    const others = this.videos.filter((each) => each !== this.front);
    for (const each of others) each.pause();
    const video = others.find((each) => each.getAttribute('src') === source && !each.error)
      ?? others.find((each) => each !== this.active) ?? others[0];
    if (video.getAttribute('src') !== source || video.error) this.load(video, source);
    this.active = video;
    this.watch(video, turn, watcher);
    video.playbackRate = this.speed;
    if (Math.abs(video.currentTime - at) > 0.01) video.currentTime = at;
    this.play(watcher);
  }

  /** @param {HTMLVideoElement} video @param {number} turn @param {Watcher} watcher */
  watch(video, turn, watcher) {
    const mine = () => turn === this.showing;
    const asked = performance.now();
    let presented = false;
    /** @param {string} reason */
    const fail = (reason) => {
      if (!mine()) return;
      this.showing += 1;
      this.halt();
      watcher.failed(reason);
    };
    const present = () => {
      if (!mine() || presented) return;
      presented = true;
      this.lead = 0.7 * this.lead + 0.3 * Math.min((performance.now() - asked) / 1000, 0.5);
      this.bringToFront(video);
      watcher.started();
    };
    /** @type {VideoFrameRequestCallback} */
    const frame = (_, metadata) => {
      if (!mine()) return;
      present();
      watcher.time(metadata.mediaTime);
      video.requestVideoFrameCallback(frame);
    };
    const frames = 'requestVideoFrameCallback' in video;
    if (frames) video.requestVideoFrameCallback(frame);
    video.onplaying = frames ? null : present;
    video.ontimeupdate = () => { if (mine() && presented) watcher.time(video.currentTime); };
    video.onerror = () => fail(video.error?.message || 'error');
    video.onloadedmetadata = () => { if (!video.videoWidth) fail('no picture'); };
    if (video.error) fail(video.error.message);
    video.onended = () => {
      if (!mine()) return;
      // HEVC in Chromium: the end comes, no frame was shown, no error. A very short clip or a
      // hidden window shows none either; what was decoded tells them apart.
      const decoded = video.getVideoPlaybackQuality?.().totalVideoFrames ?? 1;
      if (!presented && !decoded && !document.hidden) fail('no frames');
      else {
        present();
        watcher.ended();
      }
    };
    setTimeout(() => {
      if (!presented && video.readyState < 2 && !document.hidden) fail('does not load');
    }, STUCK_AFTER);
  }

  /** @param {HTMLVideoElement} video */
  bringToFront(video) {
    for (const each of this.videos) each.classList.toggle('front', each === video);
    if (this.front && this.front !== video) this.front.pause();
    this.front = video;
  }

  /** @param {Watcher} [watcher] */
  play(watcher) {
    const video = this.active;
    video?.play()?.catch((error) => {
      if (error.name === 'NotAllowedError' && video === this.active) watcher?.blocked();
    });
  }

  pause() {
    this.active?.pause();
  }

  /** Stops what runs and leaves its picture. */
  halt() {
    this.active?.pause();
    this.front?.pause();
  }

  /** Forgets the scene that was shown. */
  clear() {
    this.showing += 1;
    this.halt();
    this.active = null;
  }

  /** @param {number} seconds */
  loopFrom(seconds) {
    if (!this.active) return;
    this.active.currentTime = seconds;
    this.play();
  }

  /** @param {number} volume @param {boolean} muted */
  setVolume(volume, muted) {
    for (const each of this.videos) {
      each.volume = volume;
      each.muted = muted;
    }
  }

  get time() {
    return this.active?.currentTime ?? 0;
  }

  get isOver() {
    return !this.active || this.active.ended;
  }
}
