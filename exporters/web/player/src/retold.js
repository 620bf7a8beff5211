// A feedback's clip in the debrief, on demand: the stage leaves the theatre for as long as it is
// watched, so that what holds for every clip (captions, sound, speed, clips that fail) holds here.

import { button, make } from './dom.js';

/** @import { Player } from './player.js' */
/** @import { FilmFeedback } from './types' */

/** The stage goes back where it belongs. @param {Player} player */
export function bringStageHome({ play }) {
  const [stage, , , regions] = play.picture;
  if (stage.parentNode === regions.parentNode) return;
  play.stage.clear();
  const { parentNode } = stage;
  /** @type {Element} */ (regions.parentNode).prepend(...play.picture);
  parentNode?.dispatchEvent(new Event('left'));
}

/**
 * The button that shows the clip, and the place where it is shown; nothing without a clip.
 * @param {Player} player @param {string} scene @param {FilmFeedback} feedback @param {string} name
 */
export function retoldClip(player, scene, feedback, name) {
  const { play, speech, captionLanguage, words } = player;
  const clip = feedback.media[speech];
  if (!clip) return [];
  const frame = make('div', { class: 'frame', left: () => close() });
  const space = make('div', { class: 'retold', hidden: true }, frame);
  const said = make('p', { class: 'problem', role: 'status' });
  let over = true;
  let open = false;
  const close = () => {
    open = false;
    space.hidden = true;
    tell(words.watchClip);
  };
  /** @param {string} label */
  const tell = (label) => {
    act.textContent = label;
    act.setAttribute('aria-label', `${label}: ${name}`);
  };
  const show = () => {
    bringStageHome(player);
    const [stage, , captions] = play.picture;
    frame.append(stage, captions);
    space.hidden = false;
    open = true;
    over = false;
    said.textContent = '';
    tell(words.pause);
    play.captions.setCues(feedback.captions[captionLanguage]);
    const { values } = player.preferences;
    play.stage.setVolume(values.volume, values.muted);
    play.stage.show({ src: clip.src }, clip.seconds, {
      started: () => {},
      due: () => {},
      blocked: () => tell(words.resume),
      time: (seconds) => play.captions.update(seconds),
      ended: () => {
        over = true;
        tell(words.resume);
      },
      failed: (reason) => {
        player.report({ kind: 'fault', scene, src: clip.src, reason });
        bringStageHome(player);
        said.textContent = words.retoldFailed;
        act.hidden = true;
      },
    });
  };
  const act = button('', () => {
    const video = play.stage.pool.active?.video;
    if (!open || over || !video) show();
    else if (video.paused) {
      video.play();
      tell(words.pause);
    } else {
      video.pause();
      tell(words.resume);
    }
  }, { class: 'watch' });
  tell(words.watchClip);
  return [space, said, make('p', { class: 'actions' }, act)];
}
