// Plays one scene: its clip or card (deciding.js asks its decision, interludes.js shows the note
// before it and the feedback on it). Turns time and the trainee's hand into the engine's actions.

import { clipOf, likelyNext, nextClip } from './ahead.js';
import { Captions } from './captions.js';
import { CardView } from './card.js';
import { choose, endAgain, loop, openDecision, seeAgain } from './deciding.js';
import { page } from './dom.js';
import { actions } from './engine.js';
import { openFeedback, openNote, tellFeedback } from './interludes.js';
import { Overlay } from './overlay.js';
import { hasText } from './rich_text.js';
import { Stage } from './stage.js';
import { tick } from './tick.js';
import { Transcript } from './transcript.js';

/** @import { Watcher } from './watching.js' */
/** @import { Action, FilmChoice, FilmDecision, FilmMedia, FilmScene, Rich, State } from './types' */

const FRAME = 1 / 30;

/** The scene that the player's state names. */
export class ScenePlayer {
  /** @param {import('./player.js').Player} player */
  constructor(player) {
    this.player = player;
    this.stage = new Stage(player.speed * player.preferences.values.rate);
    this.card = new CardView();
    this.captions = new Captions();
    this.transcript = new Transcript();
    this.overlay = new Overlay({
      choose: (choice) => choose(this, { action: 'choose', choice }),
      timeout: () => choose(this, { action: 'timeout' }),
      again: () => seeAgain(this),
      vote: (choice) => Boolean(player.room?.vote(choice)),
      limit: (how) => player.report({ kind: 'limit', scene: this.scene.id, how }),
      tick: () => {
        const { muted, ticks, volume } = player.preferences.values;
        if (ticks && !muted) tick(volume);
      },
    });
    /** What stands in the frame, from back to front. */
    this.picture = [this.stage.element, this.card.element, this.captions.element,
      this.overlay.regions];
    /** Ids of scenes seen to their end since the page was opened. @type {Set<string>} */
    this.seen = new Set();
    /** Whether the scene plays as a card; the card's picture stays until a clip's first frame. */
    this.onCard = false;
    /** Whether the clip or card has ended. */
    this.over = false;
    /** Whether the summary stands in for a hard scene. */
    this.summary = false;
    this.noteOpen = false;
    /** Where the next scene's clip begins, in seconds. */
    this.from = 0;
    /** Whether the waiting clip runs. */
    this.looping = false;
    /** Whether the scene is seen once more while its decision waits. */
    this.again = false;
    /** Whether a feedback's clip runs. */
    this.telling = false;
    /** How far each scene was seen, in seconds. @type {Map<string, number>} */
    this.furthest = new Map();
    /** The choice that is taken when the clip has played out. @type {Action|null} */
    this.waiting = null;
  }

  get state() {
    return /** @type {State} */ (this.player.state);
  }

  get scene() {
    return /** @type {FilmScene} */ (this.player.scene);
  }

  get decision() {
    return /** @type {FilmDecision} */ (this.scene.then);
  }

  /** Seconds into the clip or card. */
  get now() {
    return this.onCard ? this.card.time : this.stage.time;
  }

  get skippable() {
    const { phase } = this.player.state ?? {};
    return this.again || (phase === 'feedback' && this.telling) || (phase === 'playing' && !this.noteOpen
      && !this.onCard && this.seen.has(this.scene.id));
  }

  /** @param {import('./preferences.js').Preferences['values']} values */
  applyPreferences(values) {
    this.stage.setVolume(values.volume, values.muted);
    this.stage.setSpeed(this.player.speed * values.rate);
    this.captions.dress(values);
    this.captions.setEnabled(values.captions, this.now);
    this.transcript.element.hidden = !values.transcript;
    page.classList.toggle('with-transcript', values.transcript);
  }

  // --- The scene ------------------------------------------------------------------------------

  /** Shows the state, which is playing, deciding or feedback. @param {boolean} entered */
  arrive(entered) {
    this.waiting = null;
    this.again = false;
    const { phase } = this.state;
    if (entered && phase !== 'playing') this.showMoment();
    if (phase === 'deciding') openDecision(this);
    else if (phase === 'feedback') openFeedback(this);
    else if (entered) this.enter();
  }

  /** The picture of a decision that one comes back to. */
  showMoment() {
    const clip = clipOf(this.player, this.scene);
    this.start(this.decision.opens ?? Math.max(0, (clip?.seconds ?? 0) - FRAME));
  }

  enter() {
    this.overlay.close();
    this.looping = false;
    this.summary = false;
    if (hasText(this.scene.content_note?.text, this.player.language)) openNote(this);
    else this.start(this.from);
  }

  /** Plays the clip or the card. @param {number} at seconds into the clip */
  start(at) {
    const { player, scene } = this;
    const clip = this.summary ? undefined : clipOf(player, scene);
    this.from = 0;
    this.over = false;
    this.onCard = !clip;
    this.captions.setCues();
    this.transcript.open(scene, player.captionLanguage, player.words);
    if (!clip) {
      this.showCard(this.summary && scene.content_note ? scene.content_note.summary
        : scene.card.text, '');
      return;
    }
    this.showClip(clip, at);
  }

  /** @param {FilmMedia} clip @param {number} at */
  showClip(clip, at) {
    this.stage.show({ src: clip.src, at }, clip.seconds, this.watcher(clip.src, this.spoken));
  }

  /** The captions of the scene's clip; a waiting clip of its own has none. */
  get spoken() {
    return this.looping && this.decision.loop ? {} : this.scene.captions;
  }

  /**
   * Captions come with their picture: until then the clip before is seen.
   * @param {string} src @param {FilmScene['captions']} captions @returns {Watcher}
   */
  watcher(src, captions) {
    const { player, scene } = this;
    return {
      started: () => {
        this.captions.setCues(captions[player.captionLanguage], this.stage.time);
        this.card.close();
        if (player.paused) this.stage.pause();
        else player.tell('');
        this.stage.prime(likelyNext(player));
        player.updateSkip();
      },
      time: (seconds) => this.clipTime(seconds),
      due: () => this.due(),
      ended: () => this.finish(),
      failed: (reason) => {
        player.report({ kind: 'fault', scene: scene.id, src, reason });
        this.showCard(scene.card.text, player.words.clipFailed);
      },
      blocked: () => {
        player.setPaused(true);
        player.tell(player.words.blocked);
      },
    };
  }

  /** @param {Rich} text @param {string} problem */
  showCard(text, problem) {
    this.onCard = true;
    this.stage.clear();
    this.captions.setCues();
    const { language, words } = this.player;
    this.player.told.textContent = this.card.open(this.scene, text, language, words, problem,
      () => this.finish());
    this.stage.prime(likelyNext(this.player));
    this.player.updateSkip();
    if (this.again) endAgain(this);
    if (this.state.phase !== 'playing') this.card.rest();
  }

  /** The same moment in other languages. @param {string|undefined} before the clip's address */
  retell(before) {
    const { phase } = this.state;
    const clip = clipOf(this.player, this.scene);
    if (this.noteOpen) openNote(this);
    else if (phase === 'stuck') this.player.arrive(this.state);
    else if (this.onCard || !clip) this.start(0);
    else if (this.telling) this.telling = false;
    else if (clip.src !== before && !this.looping) this.start(Math.min(this.stage.time, clip.seconds));
    else {
      this.captions.setCues(this.spoken[this.player.captionLanguage], this.now);
      this.transcript.open(this.scene, this.player.captionLanguage, this.player.words);
    }
    if (phase === 'deciding' && !this.again) openDecision(this);
    if (phase === 'feedback') openFeedback(this);
    this.player.updateSkip();
  }

  /** Clears the picture. */
  close() {
    this.stage.clear();
    this.card.close();
    this.overlay.close();
    this.noteOpen = false;
    if (this.state.scene) this.seen.add(this.state.scene);
  }

  // --- Time -----------------------------------------------------------------------------------

  /** A frame of the clip was shown. @param {number} seconds */
  clipTime(seconds) {
    this.captions.update(seconds);
    if (this.telling || this.looping) return;
    this.transcript.update(seconds);
    this.furthest.set(this.scene.id, Math.max(seconds, this.furthest.get(this.scene.id) ?? 0));
    this.player.updatePlace();
    if (this.again) {
      const { opens } = this.decision;
      if (opens != null && seconds >= opens) endAgain(this);
      return;
    }
    this.overlay.follow(seconds, this.moving);
    this.openInTime(seconds);
  }

  /** The next clip must start now to move when this one ends. */
  due() {
    const { then } = this.scene;
    const { phase } = this.state;
    const loops = then?.kind === 'decision' && then.while_waiting === 'loop';
    if (phase === 'playing' && then?.kind === 'next' && nextClip(this.player)) this.finish();
    else if (phase === 'playing' && loops && then.opens == null) this.finish();
    else if (phase === 'deciding' && loops && this.again) this.finish();
    else if (phase === 'deciding' && loops && !this.waiting) loop(this);
  }

  /** How far one may go within the scene, in seconds; 0 where one may not. */
  get seekLimit() {
    const { seek } = this.player.film.settings;
    const clip = clipOf(this.player, this.scene);
    if (seek === 'never' || this.state.phase !== 'playing' || this.onCard || !clip) return 0;
    return seek === 'always' || this.seen.has(this.scene.id) ? clip.seconds
      : this.furthest.get(this.scene.id) ?? 0;
  }

  /** @param {number} seconds */
  seek(seconds) {
    const limit = this.seekLimit;
    if (!limit) return;
    const clip = clipOf(this.player, this.scene)?.seconds ?? limit;
    this.stage.time = Math.max(0, Math.min(seconds, limit, clip - 0.3));
    this.captions.update(this.stage.time);
    this.player.updatePlace();
  }

  /** @param {number} seconds */
  openInTime(seconds) {
    const { then } = this.scene;
    if (this.state.phase === 'playing' && then?.kind === 'decision' && then.opens != null
      && seconds >= then.opens) this.player.dispatch({ action: 'open' });
  }

  /** Unpaused seconds have passed on the page's clock. @param {number} seconds */
  pass(seconds) {
    if (this.state.phase === 'deciding' && !this.waiting && !this.again) this.overlay.pass(seconds);
    if (this.state.phase === 'playing' && this.onCard) {
      this.card.time += seconds * this.player.speed;
      this.openInTime(this.card.time);
      if (this.state.phase === 'playing' && this.card.time >= this.card.seconds) this.finish();
    }
  }

  /** Whether the picture goes on while the decision is open. */
  get moving() {
    return !this.over && !this.onCard
      && !(this.scene.then?.kind === 'decision' && this.scene.then.while_waiting === 'hold');
  }

  resume() {
    if (this.over || this.player.panelOpen || this.onCard || !this.scene) return;
    const { phase } = this.state;
    if (phase === 'playing' || (phase === 'feedback' && this.telling) || (phase === 'deciding' && (this.moving || this.again))) this.stage.play();
  }

  /** To the end of a scene seen before. */
  skip() {
    if (!this.skippable) return;
    if (this.telling) {
      tellFeedback(this);
      return;
    }
    if (this.again) {
      endAgain(this, true);
      return;
    }
    this.player.report({ kind: 'skip', scene: this.scene.id, how: 'seen' });
    this.finish();
  }

  /** The clip or card has ended, or was skipped. */
  finish() {
    const { player, state } = this;
    if (this.telling) {
      tellFeedback(this);
      return;
    }
    this.over = true;
    this.seen.add(this.scene.id);
    if (state.phase === 'playing') {
      this.card.rest();
      player.dispatch(actions(player.film, state)[0]);
      return;
    }
    if (state.phase !== 'deciding') return;
    if (this.again) {
      endAgain(this);
      return;
    }
    const { on_timeout: late, while_waiting: manner } = this.decision;
    if (this.waiting) {
      player.dispatch(this.waiting);
    } else if (manner === 'loop' && !this.onCard) {
      loop(this);
    } else if (manner === 'continue' && late != null && !this.overlay.extended) {
      player.dispatch({ action: 'timeout' });
    } else {
      this.overlay.follow(this.now, false);
    }
  }
}
