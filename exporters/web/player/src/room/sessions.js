// The sessions of rooms that this browser keeps, newest first; without storage they last for the
// visit. What a room decided, wrote and where it stands comes back after the window was closed.

import { Shelf } from '../shelf.js';

/** @import { Film, State } from '../types' */

const KEPT = 12;

/**
 * What happened in a session. `votes` are counts by choice, `trial` marks what was only tried out;
 * `talked` are seconds by scene and question; `state` is where the room stands, `own` where its own
 * way stands while something is tried out, `decided` the moments in which it decided.
 * @typedef {{scene: string, votes: Record<string, number>, choice: string|null, trial: boolean}} Turn
 * @typedef {{id: string, hash: string, started: string, saved: string, turns: Turn[],
 *   notes: Record<string, string>, talked: Record<string, number>, state: State|null,
 *   own: State|null, decided: State[]}} Session
 */

/** @extends {Shelf<Session>} */
export class Sessions extends Shelf {
  /** @param {Film} film */
  constructor(film) {
    super(film, 'room', KEPT, (found) => found?.turns && found.notes);
  }

  /** A session that nothing has happened in. @returns {Session} */
  fresh() {
    const now = new Date().toISOString();
    return {
      id: now, hash: this.film.hash, started: now, saved: now, turns: [], notes: {}, talked: {},
      state: null, own: null, decided: [],
    };
  }

  /** Whether one can go on with it: a place in another version of the film may not exist. @param {Session} session */
  lasts({ hash, state }) {
    return hash === this.film.hash && state != null
      && this.film.scenes.some((each) => each.id === state.scene);
  }
}
