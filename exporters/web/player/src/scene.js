// Plays one scene: its note, its clip or card, its decision and the feedback on it. Turns time
// and the trainee's hand into the engine's actions.

import { Captions } from './captions.js';
import { CardView } from './card.js';
import { make } from './dom.js';
import { actions, isEnabled, sceneOf, step } from './engine.js';
import { feedbackBody } from './feedback.js';
import { Overlay } from './overlay.js';
import { hasText, richText } from './rich_text.js';
import { Stage } from './stage.js';

/** @import { Action, FilmChoice, FilmDecision, FilmScene, Rich, State } from './types' */
/** @import { Start, Watcher } from './stage.js' */

const FRAME = 1 / 30;

/** The scene that the player's state names. */
export class ScenePlayer {
  /** @param {import('./player.js').Player} player */
  constructor(player) {
    this.player = player;
    this.stage = new Stage(player.speed);
    this.card = new CardView();
    this.captions = new Captions();
    this.overlay = new Overlay({
      choose: (choice) => this.choose({ action: 'choose', choice }),
      timeout: () => this.choose({ action: 'timeout' }),
      vote: (choice) => Boolean(player.room?.vote(choice)),
      limit: (how) => player.report({ kind: 'limit', scene: this.scene.id, how }),
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
    return this.player.state?.phase === 'playing' && !this.noteOpen && !this.onCard
      && this.seen.has(this.scene.id);
  }

  /** @param {import('./preferences.js').Preferences['values']} values */
  applyPreferences({ captions, volume, muted }) {
    this.stage.setVolume(volume, muted);
    this.captions.setEnabled(captions, this.now);
  }

  // --- The scene ------------------------------------------------------------------------------

  /** Shows the state, which is playing, deciding or feedback. @param {boolean} entered */
  arrive(entered) {
    this.waiting = null;
    const { phase } = this.state;
    if (entered && phase !== 'playing') this.showMoment();
    if (phase === 'deciding') this.openDecision();
    else if (phase === 'feedback') this.openFeedback();
    else if (entered) this.enter();
  }

  /** The picture of a decision that one comes back to. */
  showMoment() {
    const clip = this.scene.media[this.player.language];
    this.start(this.decision.opens ?? Math.max(0, (clip?.seconds ?? 0) - FRAME));
  }

  enter() {
    this.overlay.close();
    this.summary = false;
    if (hasText(this.scene.content_note?.text, this.player.language)) this.showNote();
    else this.start(this.from);
  }

  /** A hard scene is announced; its summary can take its place. */
  showNote() {
    const { language, panel, words } = this.player;
    const { text, summary } = /** @type {{text: Rich, summary: Rich}} */ (this.scene.content_note);
    /** @param {boolean} instead */
    const go = (instead) => {
      this.noteOpen = false;
      this.summary = instead;
      if (instead) this.player.report({ kind: 'skip', scene: this.scene.id, how: 'summary' });
      panel.close();
      this.start(this.from);
    };
    this.noteOpen = true;
    this.stage.pause();
    panel.open({ id: 'scene-note' }, words.sceneNote, richText(text, language), [
      make('button', { type: 'button', class: 'main', click: () => go(false) }, words.watchScene),
      hasText(summary, language) && make('button', { type: 'button', click: () => go(true) },
        words.readSummary),
    ]);
  }

  /** Plays the clip or the card. @param {number} at seconds into the clip */
  start(at) {
    const { player, scene } = this;
    const clip = this.summary ? null : scene.media[player.language];
    this.from = 0;
    this.over = false;
    this.onCard = !clip;
    this.captions.setCues(clip ? scene.captions[player.language] : []);
    if (!clip) {
      this.showCard(this.summary && scene.content_note ? scene.content_note.summary
        : scene.card.text, '');
      return;
    }
    this.stage.show({ src: clip.src, at }, clip.seconds, this.watcher(scene, clip.src));
  }

  /** @param {FilmScene} scene @param {string} src @returns {Watcher} */
  watcher(scene, src) {
    const { player } = this;
    return {
      started: () => {
        this.card.close();
        player.tell('');
        if (player.paused) this.stage.pause();
        this.stage.prime(this.likelyNext());
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
    this.captions.setCues([]);
    const { language, words } = this.player;
    this.card.open(this.scene, text, language, words, problem, () => this.finish());
    this.stage.prime(this.likelyNext());
    this.player.updateSkip();
    if (this.state.phase !== 'playing') this.card.rest();
  }

  /** The scene that a way on leads to now, if it is played as a clip at once. */
  get nextClip() {
    const { film, language } = this.player;
    const after = step(film, this.state, actions(film, this.state)[0]);
    const scene = after.phase === 'playing' ? sceneOf(film, after.scene) : undefined;
    return scene && !hasText(scene.content_note?.text, language)
      ? scene.media[language] : undefined;
  }

  /** Clips that may come next, likeliest first. @returns {Start[]} */
  likelyNext() {
    const { film, language } = this.player;
    const { scene, state } = this;
    const { then } = scene;
    if (then?.kind === 'next') return this.nextClip ? [{ src: this.nextClip.src }] : [];
    if (then?.kind !== 'decision') return [];
    /** @type {Start[]} */
    const waiting = then.while_waiting === 'loop' && !this.onCard
      ? [{ src: scene.media[language].src, at: then.opens ?? 0 }] : [];
    const clips = then.choices.filter((each) => isEnabled(scene, each, state))
      .flatMap((each) => sceneOf(film, each.target)?.media[language]?.src ?? []);
    return [...waiting, ...[...new Set(clips)].map((src) => ({ src }))];
  }

  /** The same moment in another language. @param {string|undefined} before the clip's address */
  retell(before) {
    const { phase } = this.state;
    const { language } = this.player;
    const clip = this.scene?.media[language];
    if (this.noteOpen) this.showNote();
    else if (phase === 'stuck') this.player.arrive(this.state);
    else if (this.onCard || !clip) this.start(0);
    else if (clip.src !== before) this.start(Math.min(this.stage.time, clip.seconds));
    else this.captions.setCues(this.scene.captions[language]);
    if (phase === 'deciding') this.openDecision();
    if (phase === 'feedback') this.openFeedback();
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
    this.overlay.follow(seconds, this.moving);
    this.openInTime(seconds);
  }

  /** The next clip must start now to move when this one ends. */
  due() {
    const { then } = this.scene;
    const { phase } = this.state;
    if (phase === 'playing' && then?.kind === 'next' && this.nextClip) this.finish();
    else if (phase === 'deciding' && this.decision.while_waiting === 'loop' && !this.waiting) this.loop();
  }

  /** The waiting picture starts anew, on another element, so that there is no jump. */
  loop() {
    const { language } = this.player;
    const { scene } = this;
    const clip = scene.media[language];
    this.over = false;
    this.stage.show({ src: clip.src, at: this.decision.opens ?? 0 }, clip.seconds,
      this.watcher(scene, clip.src));
  }

  /** @param {number} seconds */
  openInTime(seconds) {
    const { then } = this.scene;
    if (this.state.phase === 'playing' && then?.kind === 'decision' && then.opens != null
      && seconds >= then.opens) this.player.dispatch({ action: 'open' });
  }

  /** Unpaused seconds have passed on the page's clock. @param {number} seconds */
  pass(seconds) {
    if (this.state.phase === 'deciding' && !this.waiting) this.overlay.pass(seconds);
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
    if (phase === 'playing' || (phase === 'deciding' && this.moving)) this.stage.play();
  }

  /** To the end of a scene seen before. */
  skip() {
    if (!this.skippable) return;
    this.player.report({ kind: 'skip', scene: this.scene.id, how: 'seen' });
    this.finish();
  }

  /** The clip or card has ended, or was skipped. */
  finish() {
    const { player, state } = this;
    this.over = true;
    this.seen.add(this.scene.id);
    if (state.phase === 'playing') {
      this.card.rest();
      player.dispatch(actions(player.film, state)[0]);
      return;
    }
    if (state.phase !== 'deciding') return;
    const { on_timeout: late, while_waiting: manner } = this.decision;
    if (this.waiting) {
      player.dispatch(this.waiting);
    } else if (manner === 'loop' && !this.onCard) {
      this.loop();
    } else if (manner === 'continue' && late != null && !this.overlay.extended) {
      player.dispatch({ action: 'timeout' });
    } else {
      this.overlay.follow(this.now, false);
    }
  }

  // --- The decision ---------------------------------------------------------------------------

  openDecision() {
    const { while_waiting: manner } = this.decision;
    const { language, words } = this.player;
    this.overlay.open(this.scene, this.state, language, words, !this.onCard);
    if (manner === 'hold' || this.onCard) {
      this.stage.pause();
    } else if (manner === 'loop' && this.over) {
      this.loop();
    }
    this.overlay.follow(this.now, this.moving);
  }

  /** A choice is taken: at once, or when the clip has played out. @param {Action} action */
  choose(action) {
    const { player } = this;
    if (player.paused) player.setPaused(false);
    if (this.decision.on_choice === 'play_out' && !this.over && !this.stage.isOver) {
      this.waiting = action;
      this.stage.play();
      return;
    }
    player.dispatch(action);
  }

  openFeedback() {
    const { player, state } = this;
    const { film, language, words } = player;
    this.overlay.close();
    this.stage.pause();
    const taken = state.path[state.path.length - 1];
    const { verdict, feedback } = /** @type {FilmChoice} */ (
      this.decision.choices.find((each) => each.id === taken.choice));
    const retry = actions(film, state).some((each) => each.action === 'retry');
    /** @param {'proceed'|'retry'} action */
    const button = (action) => make('button', {
      type: 'button', id: action, class: action === 'proceed' ? 'main' : null,
      click: () => player.dispatch({ action }),
    }, words[action]);
    player.panel.open({ id: 'feedback', 'data-verdict': verdict },
      verdict ? words[verdict] : words.feedback,
      feedback ? feedbackBody(feedback, language, words, film) : [],
      [button('proceed'), retry && button('retry')]);
  }
}
