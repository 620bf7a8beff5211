// Which clip shows a scene to this trainee, and which clips may come next.

import { actions, choiceOf, isEnabled, sceneOf, step } from './engine.js';
import { hasText } from './rich_text.js';

/** @import { Player } from './player.js' */
/** @import { Start } from './pool.js' */
/** @import { FilmDecision, FilmMedia, FilmScene } from './types' */

/**
 * The scene's clip in the language of speech, with audio description if wanted and made.
 * @param {Player} player @param {FilmScene|undefined} scene @returns {FilmMedia|undefined}
 */
export function clipOf({ preferences, speech }, scene) {
  return (preferences.values.described && scene?.described[speech]) || scene?.media[speech];
}

/** The clip that follows by itself, if no note or card comes first. @param {Player} player */
export function nextClip(player) {
  const { film, language, state } = player;
  if (!state) return undefined;
  const after = step(film, state, actions(film, state)[0]);
  const scene = after.phase === 'playing' ? sceneOf(film, after.scene) : undefined;
  return scene && !hasText(scene.content_note?.text, language) ? clipOf(player, scene) : undefined;
}

/**
 * What plays while a decision waits: footage of its own, or the scene's clip from the opening on.
 * @param {Player} player @param {FilmScene} scene
 */
export function waitingClip(player, scene) {
  const { loop, opens } = /** @type {FilmDecision} */ (scene.then);
  const clip = loop ?? clipOf(player, scene);
  return clip && { clip, at: loop ? 0 : opens ?? 0 };
}

/** Clips that may come next, likeliest first. @param {Player} player @returns {Start[]} */
export function likelyNext(player) {
  const { film, scene, speech, state } = player;
  if (!scene || !state) return [];
  const { then } = scene;
  /** @param {(FilmMedia|undefined)[]} clips */
  const starts = (clips) => [...new Set(clips.flatMap((each) => each?.src ?? []))]
    .map((src) => ({ src }));
  if (state.phase === 'feedback') {
    const taken = choiceOf(scene, state.path[state.path.length - 1].choice);
    return starts([clipOf(player, sceneOf(film, taken?.target))]);
  }
  if (then?.kind === 'next') return starts([nextClip(player)]);
  if (then?.kind !== 'decision') return [];
  const waiting = then.while_waiting === 'loop' ? waitingClip(player, scene) : undefined;
  return [
    ...(waiting ? [{ src: waiting.clip.src, at: waiting.at }] : []),
    ...starts(then.choices.filter((each) => isEnabled(scene, each, state)).map(
      (each) => (each.feedback?.when === 'at_once' && each.feedback.media[speech])
        || clipOf(player, sceneOf(film, each.target)),
    )),
  ];
}
