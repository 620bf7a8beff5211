// One person's way through the film: what was done, when, and what happened around it.
//
// The engine is pure, so a list of actions is the whole attempt: states come back by playing them
// again. The same data are kept in this browser and saved as a result file.

import { sceneOf, start, step } from './engine.js';
import { Shelf } from './shelf.js';

const KEPT = 24;

/** @param {number} seconds */
export const round = (seconds) => Math.round(seconds * 10) / 10;
const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;

/** @import { Action, Film, State } from './types' */

/**
 * What is kept of an attempt; `actions` are the attempt, each `at` so many unpaused seconds.
 * @typedef {Action & {at: number}} Done
 * @typedef {{
 *   id: string, hash: string, name: string, started: string, saved: string, seconds: number,
 *   language: string, resumed: number, from: {attempt: string, actions: number}|null,
 *   extended: string[], unlimited: boolean, finished: boolean, actions: Done[],
 *   problems: {scene: string, language: string, what: string}[],
 * }} Kept
 */

/**
 * The state after each action, the start first; throws if one cannot happen.
 * @param {Film} film @param {Action[]} taken
 */
export function replay(film, taken) {
  const states = [start(film)];
  for (const action of taken) states.push(step(film, states[states.length - 1], action));
  return states;
}

/** An attempt that is being made, or was. */
export class Attempt {
  /** @param {Film} film @param {Partial<Kept>} [kept] data of an attempt begun before */
  constructor(film, kept = {}) {
    this.film = film;
    const now = new Date().toISOString();
    /** @type {Kept} */
    this.data = {
      id: newId(), hash: film.hash, name: '', started: now, saved: now, seconds: 0, language: '',
      resumed: 0, from: null, extended: [], unlimited: false, finished: false,
      problems: [], ...kept,
      actions: [...kept.actions ?? []],
    };
    this.states = replay(film, this.data.actions);
  }

  get state() {
    return this.states[this.states.length - 1];
  }

  get finished() {
    return this.state.phase === 'ended';
  }

  /** Unpaused seconds go by. @param {number} seconds */
  pass(seconds) {
    this.data.seconds += seconds;
  }

  /** An action was taken and led to a state. @param {Action} action @param {State} state */
  keep(action, state) {
    this.data.actions.push({ ...action, at: round(this.data.seconds) });
    this.states.push(state);
  }

  /** The trainee took more time, or took the limits away. @param {string} scene @param {'extended'|'off'} how */
  limit(scene, how) {
    if (how === 'off') this.data.unlimited = true;
    else if (!this.data.extended.includes(scene)) this.data.extended.push(scene);
  }

  /** A clip could not be played. @param {string} scene @param {string} language @param {string} what */
  problem(scene, language, what) {
    const known = this.data.problems.some(
      (each) => each.scene === scene && each.language === language,
    );
    if (!known) this.data.problems.push({ scene, language, what });
  }

  /** A new attempt that goes another way from before the action of that index. @param {number} index */
  before(index) {
    const taken = this.data.actions.slice(0, index);
    return new Attempt(this.film, {
      name: this.data.name,
      language: this.data.language,
      seconds: taken[taken.length - 1]?.at ?? 0,
      actions: taken,
      from: { attempt: this.data.id, actions: index },
    });
  }

  /** For each entry of the path, the index of the action that took it. */
  answers() {
    /** @type {number[]} */
    const indexes = [];
    this.data.actions.forEach((each, index) => {
      if (each.action === 'choose' || each.action === 'timeout') indexes.push(index);
    });
    return indexes;
  }
}

/** The attempts kept in this browser. @extends {Shelf<Kept>} */
export class Attempts extends Shelf {
  /** @param {Film} film */
  constructor(film) {
    super(film, 'attempts', KEPT, (found) => restore(film, found));
  }

  /** @param {Attempt} attempt */
  save(attempt) {
    attempt.data.seconds = round(attempt.data.seconds);
    attempt.data.finished = attempt.finished;
    this.put(attempt.data);
  }

  get unfinished() {
    return this.list.filter((each) => !each.finished && each.actions.length > 0);
  }

  /** Everything seen on this computer and whether the aim was reached once. */
  history() {
    /** @type {Set<string>} */
    const seen = new Set();
    let success = false;
    for (const each of this.list) {
      const attempt = restore(this.film, each);
      const state = attempt?.state;
      if (!state) continue;
      state.visited.forEach((id) => seen.add(id));
      const then = sceneOf(this.film, state.scene)?.then;
      success ||= state.phase === 'ended' && then?.kind === 'ending' && then.outcome === 'success';
    }
    return { seen, success };
  }
}

/**
 * The attempt of kept data, or null when they do not fit this film.
 * @param {Film} film @param {Partial<Kept>} kept
 */
export function restore(film, kept) {
  try {
    return new Attempt(film, kept);
  } catch {
    return null;
  }
}
