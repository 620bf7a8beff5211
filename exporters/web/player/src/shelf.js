// What this browser keeps of a film, newest first; without storage it lasts for the visit.

/** @import { Film } from './types' */

/** @template {{id: string, saved: string}} Item */
export class Shelf {
  /**
   * @param {Film} film @param {string} name @param {number} most how many are kept
   * @param {(found: any) => unknown} fits whether something found can still be used
   */
  constructor(film, name, most, fits) {
    this.film = film;
    this.key = `scenario-studio:${film.id}:${name}`;
    this.most = most;
    /** @type {Item[]} */
    this.list = [];
    try {
      this.list = JSON.parse(localStorage.getItem(this.key) ?? '[]').filter(fits);
    } catch {
      // Storage may be forbidden or hold rubbish: it begins anew.
    }
    this.write(this.list);
  }

  /** @param {Item} item */
  put(item) {
    item.saved = new Date().toISOString();
    this.write([item, ...this.list.filter((each) => each.id !== item.id)].slice(0, this.most));
  }

  /** @param {string} id */
  remove(id) {
    this.write(this.list.filter((each) => each.id !== id));
  }

  /** @param {Item[]} list */
  write(list) {
    this.list = list;
    /** Whether the browser keeps them. */
    this.stored = true;
    try {
      localStorage.setItem(this.key, JSON.stringify(list));
    } catch {
      this.stored = false;
    }
  }
}
