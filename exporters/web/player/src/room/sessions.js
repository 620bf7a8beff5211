// The sessions of rooms that this browser keeps, newest first; without storage they last for the
// visit. What a room decided, wrote and where it stands comes back after the window was closed.

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

export class Sessions {
  /** @param {Film} film */
  constructor(film) {
    this.film = film;
    this.key = `scenario-studio:${film.id}:room`;
    /** Whether the browser keeps them. */
    this.stored = true;
    /** @type {Session[]} */
    this.list = [];
    try {
      const found = JSON.parse(localStorage.getItem(this.key) ?? '[]');
      if (Array.isArray(found)) this.list = found.filter((each) => each?.turns && each.notes);
    } catch {
      // Storage may be forbidden or hold rubbish: sessions begin anew.
    }
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

  /** @param {Session} session */
  save(session) {
    session.saved = new Date().toISOString();
    this.write([session, ...this.list.filter((each) => each.id !== session.id)].slice(0, KEPT));
  }

  /** @param {string} id */
  remove(id) {
    this.write(this.list.filter((each) => each.id !== id));
  }

  /** @param {Session[]} list */
  write(list) {
    this.list = list;
    try {
      localStorage.setItem(this.key, JSON.stringify(list));
      this.stored = true;
    } catch {
      this.stored = false;
    }
  }
}
