// Keeps the record of who plays: the attempt at hand, those before, the result file.

import { Attempt, Attempts, restore } from './attempt.js';

/** @import { Player } from './player.js' */
/** @import { Note } from './types' */

/** Listens to the player and keeps every attempt but those of the room and of looking again. */
export class Record {
  /** @param {Player} player */
  constructor(player) {
    this.player = player;
    this.attempts = new Attempts(player.film);
    this.name = '';
    /** The attempt at hand. @type {Attempt|null} */
    this.attempt = null;
    /** The attempt that the next beginning goes on with. @type {Attempt|null} */
    this.next = null;
    player.watch((note) => this.note(note));
    /** How many of its actions stand in a file that was saved. */
    this.filed = 0;
    addEventListener('pagehide', () => this.keep());
    // Where the browser keeps nothing, closing the page would lose what was done.
    addEventListener('beforeunload', (event) => {
      const done = this.attempt?.data.actions.length ?? 0;
      if (this.attempts.stored || done <= this.filed) return;
      event.preventDefault();
      event.returnValue = '';
    });
  }

  /** @param {Note} note */
  note(note) {
    const { player } = this;
    if (player.debriefed) return;
    if (note.kind === 'begin') {
      this.attempt = player.room || player.preview.scene ? null
        : this.next ?? new Attempt(player.film, { name: this.name });
      this.next = null;
      this.filed = this.attempt?.data.actions.length ?? 0;
    }
    const { attempt } = this;
    if (!attempt) return;
    attempt.data.language = player.language;
    if (note.kind === 'act') attempt.keep(note.action, note.state);
    if (note.kind === 'fault') attempt.problem(note.scene, player.language, note.reason);
    if (note.kind === 'limit') attempt.limit(note.scene, note.how);
    if (note.kind === 'act') this.keep();
  }

  /** Unpaused seconds go by. @param {number} seconds */
  pass(seconds) {
    if (this.player.state && !this.attempt?.finished) this.attempt?.pass(seconds);
  }

  keep() {
    if (this.attempt?.data.actions.length) this.attempts.save(this.attempt);
  }

  /** Goes on with an attempt begun before. @param {Attempt} attempt */
  resume(attempt) {
    attempt.data.resumed += 1;
    this.name = attempt.data.name;
    this.goOn(attempt);
  }

  /** Another way, from before the answer at that place of the path. @param {number} index */
  another(index) {
    const { attempt } = this;
    if (attempt) this.goOn(attempt.before(attempt.answers()[index]));
  }

  /** Once more from before the action of that index. @param {number} index */
  before(index) {
    if (this.attempt && index >= 0) this.goOn(this.attempt.before(index));
  }

  /** The choice taken in the scene when it was last played, here or in an attempt before. @param {string} scene */
  lastChoice(scene) {
    const { attempt, attempts, player } = this;
    const paths = [player.state?.path ?? [], ...attempts.list
      .filter((each) => each.id !== attempt?.data.id)
      .map((each) => restore(player.film, each)?.state.path ?? [])];
    for (const path of paths) {
      const found = path.filter((each) => each.scene === scene && !each.timeout).pop();
      if (found) return found.choice;
    }
    return undefined;
  }

  /** @param {Attempt} attempt */
  goOn(attempt) {
    this.next = attempt;
    this.player.begin(attempt.state);
  }

  /** @param {string} name */
  rename(name) {
    this.name = name;
    if (!this.attempt) return;
    this.attempt.data.name = name;
    this.keep();
  }
}
