// The film's state machine: the same as studio/story/play.py. No clock and no DOM.
//
// Phases: playing, deciding, feedback, ended, stuck. Time arrives as actions.

import { addPoints, applyEffects, holds, initialValues, isTaken } from './rules.js';

/** @import { Action, Film, FilmChoice, FilmDecision, FilmScene, State, Tally } from './types' */

/**
 * The scene of that id, if there is one.
 * @param {Film} film @param {string|null|undefined} id
 */
export const sceneOf = (film, id) => film.scenes.find((each) => each.id === id);

/** @param {FilmScene} scene @param {string|null|undefined} id */
export const choiceOf = (scene, id) => (scene.then?.kind === 'decision'
  ? scene.then.choices.find((each) => each.id === id) : undefined);

/**
 * The first state: the film's start, or any scene with any tally.
 * @param {Film} film @param {string|null} scene @param {Tally|null} tally @returns {State}
 */
export function start(film, scene = film.start, tally = null) {
  /** @type {State} */
  const empty = {
    phase: 'stuck',
    scene: null,
    tally: tally ?? {
      variables: initialValues(film.variables), score: 0, competences: {}, noticed: [],
    },
    visited: [],
    entered: [],
    path: [],
    before: null,
  };
  return enter(film, empty, scene);
}

/**
 * Whether the choice can be taken now.
 * @param {FilmScene} scene @param {FilmChoice} choice @param {State} state
 */
export function isEnabled(scene, choice, state) {
  if (choice.once && isTaken(state, scene.id, choice.id)) return false;
  return holds(choice.condition, state);
}

/**
 * What can happen now, choices in the author's order, then timeout.
 * @param {Film} film @param {State} state @returns {Action[]}
 */
export function actions(film, state) {
  const scene = sceneOf(film, state.scene);
  if (!scene) return [];
  const { then } = scene;
  switch (state.phase) {
    case 'playing':
      return [{ action: then?.kind === 'decision' ? 'open' : 'finish' }];
    case 'deciding': {
      if (then?.kind !== 'decision') return [];
      /** @type {Action[]} */
      const possible = then.choices
        .filter((choice) => choice.offered && isEnabled(scene, choice, state))
        .map((choice) => ({ action: 'choose', choice: choice.id }));
      // The default answer is taken whatever its condition says: the clock never gets stuck.
      if (then.on_timeout != null && choiceOf(scene, then.on_timeout)) {
        possible.push({ action: 'timeout' });
      }
      return possible;
    }
    case 'feedback':
      return then?.kind === 'decision' && then.retry
        ? [{ action: 'proceed' }, { action: 'retry' }] : [{ action: 'proceed' }];
    default:
      return [];
  }
}

/**
 * The next state; throws if the action cannot happen now.
 * @param {Film} film @param {State} state @param {Action} action @returns {State}
 */
export function step(film, state, action) {
  const possible = actions(film, state).some(
    (each) => each.action === action.action && each.choice === (action.choice ?? undefined),
  );
  if (!possible) {
    throw new Error(`not possible: ${JSON.stringify(action)} in ${state.phase} of ${state.scene}`);
  }
  const scene = /** @type {FilmScene} */ (sceneOf(film, state.scene));
  switch (action.action) {
    case 'open':
      return wait(film, { ...state, phase: 'deciding' });
    case 'finish':
      return finish(film, scene, state);
    case 'choose':
      return take(film, scene, state, action.choice, false);
    case 'timeout':
      return take(film, scene, state, /** @type {FilmDecision} */ (scene.then).on_timeout, true);
    case 'proceed':
      return moveOn(film, scene, { ...state, before: null });
    default: {
      const last = state.path[state.path.length - 1];
      return wait(film, {
        ...state,
        phase: 'deciding',
        tally: state.before ?? state.tally,
        before: null,
        path: [...state.path.slice(0, -1), { ...last, withdrawn: true }],
      });
    }
  }
}

/**
 * A decision in which nothing can happen is stuck.
 * @param {Film} film @param {State} state @returns {State}
 */
const wait = (film, state) => (actions(film, state).length ? state : { ...state, phase: 'stuck' });

/** @param {Film} film @param {State} state @param {string|null} id @returns {State} */
function enter(film, state, id) {
  const scene = sceneOf(film, id);
  if (!scene) return { ...state, phase: 'stuck', before: null };
  return {
    ...state,
    phase: 'playing',
    scene: scene.id,
    tally: applyEffects(film, state.tally, scene.effects),
    visited: state.visited.includes(scene.id) ? state.visited : [...state.visited, scene.id],
    entered: [...state.entered, scene.id],
    before: null,
  };
}

/** @param {Film} film @param {FilmScene} scene @param {State} state @returns {State} */
function finish(film, scene, state) {
  const { then } = scene;
  if (then?.kind === 'ending') return { ...state, phase: 'ended' };
  if (then?.kind === 'next') {
    const branch = then.branches.find((each) => holds(each.condition, state));
    return enter(film, state, branch ? branch.target : then.target);
  }
  return { ...state, phase: 'stuck' };
}

/**
 * @param {Film} film @param {FilmScene} scene @param {State} state
 * @param {string|null|undefined} choiceId @param {boolean} timeout @returns {State}
 */
function take(film, scene, state, choiceId, timeout) {
  const choice = /** @type {FilmChoice} */ (choiceOf(scene, choiceId));
  /** @type {import('./types').Taken} */
  const taken = { scene: scene.id, choice: choice.id, ...(timeout ? { timeout: true } : {}) };
  const after = {
    ...state,
    tally: addPoints(applyEffects(film, state.tally, choice.effects), choice),
    path: [...state.path, taken],
  };
  if (choice.feedback?.when === 'at_once') {
    return { ...after, phase: 'feedback', before: state.tally };
  }
  return moveOn(film, scene, after);
}

/** @param {Film} film @param {FilmScene} scene @param {State} state @returns {State} */
function moveOn(film, scene, state) {
  const choice = /** @type {FilmChoice} */ (
    choiceOf(scene, state.path[state.path.length - 1].choice));
  if (choice.target == null) return wait(film, { ...state, phase: 'deciding' });
  return enter(film, state, choice.target);
}
