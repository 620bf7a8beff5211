// What a playing clip tells: that it is seen, how far it is, that it ends, that it fails.

/** @import { Slot } from './pool.js' */
/** @import { Stage } from './stage.js' */

/** A clip is in front at the latest this long after its first frame, in milliseconds. */
const MOVES_WITHIN = 90;
const LATE_AFTER = 300;
/** Seconds that a clip goes on in that while, if it only has no new frame to show. */
const GOES_ON = 0.2;
const STUCK_AFTER = 12_000;
const FRAME = 1 / 30;

/**
 * @typedef {{started: () => void, time: (seconds: number) => void, due: () => void,
 *   ended: () => void, failed: (reason: string) => void, blocked: () => void}} Watcher
 *   `due` comes as long before the end as the next clip needs to start
 */

/**
 * Watches a clip that is about to play, until another one is shown.
 * @param {Stage} stage @param {Slot} slot @param {number} seconds @param {Watcher} watcher
 */
export function watch(stage, slot, seconds, watcher) {
  const { turn } = stage;
  const { video } = slot;
  const wasPrimed = slot.primed;
  const asked = performance.now();
  const mine = () => turn === stage.turn;
  let presented = false;
  let frames = 0;
  let due = false;
  slot.primed = false;
  // The clip is awaited, or the disk does not keep up with it: Firefox tells of that by no event.
  const late = () => {
    clearTimeout(stage.late);
    const { currentTime } = video;
    stage.late = setTimeout(() => {
      if (!mine()) return;
      stage.spinner.hidden = presented
        && (video.paused || video.currentTime - currentTime > GOES_ON * video.playbackRate);
      late();
    }, LATE_AFTER);
  };
  late();

  /** @param {string} reason */
  const fail = (reason) => {
    if (!mine()) return;
    stage.clear();
    watcher.failed(reason);
  };
  const present = () => {
    if (!mine() || presented) return;
    presented = true;
    const took = (performance.now() - asked) / 1000;
    if (wasPrimed && took < 1) stage.lead = 0.7 * stage.lead + 0.3 * took;
    stage.bringToFront(slot);
    late();
    watcher.started();
  };
  /** Asks for the next scene just as long before the end as a clip needs. @param {number} at */
  const foresee = (at) => {
    // Two frames early are not missed; a late one would be seen standing.
    const left = (seconds - at) / video.playbackRate - stage.lead - FRAME;
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
    if (frames === 1 && stage.pool.front) setTimeout(present, MOVES_WITHIN);
    else present();
    if (presented) {
      stage.spinner.hidden = true;
      late();
    }
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
  // WebKit may know the picture's size only after the data.
  video.onloadeddata = () => setTimeout(() => { if (!video.videoWidth) fail('no picture'); }, LATE_AFTER);
  if (video.error) fail(video.error.message);
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
