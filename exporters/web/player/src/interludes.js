// What comes between clips: the note before a hard scene, the feedback on a choice.

import { button } from './dom.js';
import { actions, choiceOf } from './engine.js';
import { feedbackBody } from './feedback.js';
import { hasText, richText } from './rich_text.js';

/** @import { ScenePlayer } from './scene.js' */
/** @import { FilmChoice, Rich } from './types' */

/** A hard scene is announced; its summary can take its place. @param {ScenePlayer} play */
export function openNote(play) {
  const { language, panel, words } = play.player;
  const { text, summary } = /** @type {{text: Rich, summary: Rich}} */ (play.scene.content_note);
  /** @param {boolean} instead */
  const go = (instead) => {
    play.noteOpen = false;
    play.summary = instead;
    if (instead) play.player.report({ kind: 'skip', scene: play.scene.id, how: 'summary' });
    panel.close();
    play.start(play.from);
  };
  play.noteOpen = true;
  play.stage.pause();
  panel.open({ id: 'scene-note' }, words.sceneNote, richText(text, language), [
    button(words.watchScene, () => go(false), { class: 'main' }),
    hasText(summary, language) && button(words.readSummary, () => go(true)),
  ]);
}

/** The choice whose feedback is due. @param {ScenePlayer} play */
function told({ scene, state }) {
  const { choice } = state.path[state.path.length - 1];
  return /** @type {FilmChoice} */ (choiceOf(scene, choice));
}

/** Feedback at once: its clip first, then its words. @param {ScenePlayer} play */
export function openFeedback(play) {
  const { player, scene } = play;
  const { feedback } = told(play);
  const clip = feedback?.media[player.speech];
  play.overlay.close();
  if (!clip || play.telling) {
    tellFeedback(play);
    return;
  }
  Object.assign(play, { telling: true, onCard: false, over: false });
  play.captions.setCues();
  play.stage.show({ src: clip.src }, clip.seconds, {
    ...play.watcher(clip.src, feedback.captions),
    failed: (reason) => {
      player.report({ kind: 'fault', scene: scene.id, src: clip.src, reason });
      tellFeedback(play);
    },
  });
}

/** Its words over the paused picture. @param {ScenePlayer} play */
export function tellFeedback(play) {
  const { player } = play;
  const { film, language, words } = player;
  const { verdict, feedback } = told(play);
  Object.assign(play, { telling: false, over: true });
  play.stage.pause();
  play.captions.setCues();
  const retry = actions(film, play.state).some((each) => each.action === 'retry');
  /** @param {'proceed'|'retry'} action */
  const act = (action) => button(words[action], () => player.dispatch({ action }),
    { id: action, class: action === 'proceed' && 'main' });
  player.panel.open({ id: 'feedback', 'data-verdict': verdict },
    verdict ? words[verdict] : words.feedback,
    feedback ? feedbackBody(feedback, language, words, film) : [],
    [act('proceed'), retry && act('retry')]);
  player.updateSkip();
}
