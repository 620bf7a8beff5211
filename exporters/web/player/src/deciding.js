// The decision of a scene: asked, waited for, answered; and the scene seen once more before that.

import { clipOf, waitingClip } from './ahead.js';
import { choiceOf } from './engine.js';

/** @import { ScenePlayer } from './scene.js' */
/** @import { Action } from './types' */

/** Asks, or asks on after something else; the time that was left runs on. @param {ScenePlayer} play */
export function openDecision(play) {
  const { player, scene } = play;
  const { while_waiting: manner } = play.decision;
  const { film, language, preferences, record, words } = player;
  play.overlay.open(scene, play.state, language, words, {
    picture: !play.onCard,
    limits: preferences.values.limits,
    last: record.lastChoice(scene.id),
    seed: record.attempt?.data.id ?? '',
    again: film.settings.seek !== 'never' && !play.onCard && !play.summary,
  });
  if (manner === 'hold' || play.onCard) {
    play.stage.pause();
  } else if (manner === 'loop' && play.over && !play.looping) {
    loop(play);
  }
  play.overlay.follow(play.now, play.moving);
}

/** The waiting picture starts anew, on another element, so that there is no jump. @param {ScenePlayer} play */
export function loop(play) {
  const waiting = waitingClip(play.player, play.scene);
  if (!waiting) return;
  play.over = false;
  play.looping = true;
  play.showClip(waiting.clip, waiting.at);
}

/** A choice is taken: at once, or when the clip has played out. @param {ScenePlayer} play @param {Action} action */
export function choose(play, action) {
  const { player } = play;
  const choice = choiceOf(play.scene, action.choice);
  // A sign noticed: it is counted, and the film goes on.
  const stays = choice && choice.target == null && choice.feedback?.when !== 'at_once';
  if (player.paused && !stays) player.setPaused(false);
  if (stays) {
    player.tell(`${player.words.noticed}: ${choice.text[player.language] ?? ''}`);
    setTimeout(() => { if (!player.paused) player.tell(''); }, 2500);
  } else if (play.decision.on_choice === 'play_out' && !play.over && !play.looping
    && !play.stage.isOver) {
    play.waiting = action;
    play.stage.play();
    return;
  }
  player.dispatch(action);
}

/** The scene once more from its start; the time limit stands still meanwhile. @param {ScenePlayer} play */
export function seeAgain(play) {
  if (play.waiting) return;
  play.again = true;
  play.looping = false;
  play.overlay.setAside();
  play.start(0);
  play.player.controls.pauseButton.focus();
  play.player.updateSkip();
}

/** From there back to the question. @param {ScenePlayer} play @param {boolean} [jump] before the clip has come so far */
export function endAgain(play, jump) {
  play.again = false;
  if (jump) play.showMoment();
  openDecision(play);
  play.overlay.focus();
  play.player.updateSkip();
}
