// Wires the parts: the engine decides, the stage shows, the trainee acts.

import { Captions } from './captions.js';
import { CardView } from './card.js';
import { Clock } from './clock.js';
import { Controls } from './controls.js';
import { debrief } from './debrief.js';
import { make } from './dom.js';
import { actions, sceneOf, start, step } from './engine.js';
import { Panel } from './feedback.js';
import { listen } from './keyboard.js';
import { Overlay } from './overlay.js';
import { Preferences, previewSpeed } from './preferences.js';
import { hasResources, resourcesBody } from './resources.js';
import { hasText, richText } from './rich_text.js';
import { startScreen } from './screens.js';
import { Stage } from './stage.js';
import { fill, textsFor } from './texts.js';

const FRAME = 1 / 30;

/** One film on one page. */
export class Player {
  constructor(film, root) {
    this.film = film;
    this.root = root;
    this.preferences = new Preferences(film);
    this.speed = previewSpeed(location.hash);
    this.seen = new Set();
    /** Whether the scene plays as a card; the card's picture stays until a clip's first frame. */
    this.onCard = false;
    this.paused = false;
    this.state = null;
    this.stage = new Stage(this.speed);
    this.card = new CardView();
    this.captions = new Captions();
    this.panel = new Panel();
    this.overlay = new Overlay({
      choose: (choice) => this.choose({ action: 'choose', choice }),
      timeout: () => this.choose({ action: 'timeout' }),
    });
    this.controls = new Controls({
      pause: () => this.setPaused(!this.paused),
      skip: () => this.sceneOver(),
      captions: () => this.prefer('captions', !this.preferences.values.captions),
      mute: () => this.prefer('muted', !this.preferences.values.muted),
      volume: (level) => this.prefer('volume', level),
      language: (tag) => this.setLanguage(tag),
      resources: () => this.openResources(),
      restart: () => this.askRestart(),
      full: () => this.toggleFullScreen(),
    });
    this.clock = new Clock((seconds) => this.pass(seconds));
    this.lay();
    listen(this);
    this.setLanguage(this.language);
    this.applyPreferences();
  }

  get language() {
    return this.preferences.values.language;
  }

  get words() {
    return textsFor(this.language);
  }

  get scene() {
    return sceneOf(this.film, this.state?.scene);
  }

  lay() {
    const { theme, settings } = this.film;
    const style = document.documentElement.style;
    for (const name of ['accent', 'background', 'foreground']) {
      if (theme[name]) style.setProperty(`--${name}`, theme[name]);
    }
    style.setProperty('--ratio', String(settings.frame_width / settings.frame_height));
    this.message = make('p', { class: 'message', role: 'status', hidden: true });
    this.frame = make('div', { class: 'frame' }, this.stage.element, this.card.element,
      this.captions.element, this.overlay.regions, this.message);
    this.theatre = make('main', { class: 'theatre', hidden: true },
      make('div', { class: 'picture' }, this.frame), this.overlay.element, this.controls.element,
      this.panel.element);
    this.screen = make('div', { class: 'screen' });
    this.root.replaceChildren(this.theatre, this.screen);
  }

  // --- Screens and settings -------------------------------------------------------------------

  setLanguage(tag) {
    const before = this.state && this.scene?.media[this.language]?.src;
    this.preferences.set('language', tag);
    document.documentElement.lang = tag;
    document.title = this.film.title[tag] ?? document.title;
    this.controls.build(this.words, this.film.languages, tag, this.preferences.values,
      hasResources(this.film));
    this.controls.setPaused(this.paused);
    if (!this.state) this.showScreen(this.startScreen());
    else if (this.state.phase === 'ended') this.showDebrief();
    else this.retell(before);
  }

  startScreen() {
    return startScreen(this.film, this.language, this.words, () => this.begin(),
      (tag) => this.setLanguage(tag));
  }

  /** The same moment in another language. */
  retell(before) {
    const { phase } = this.state;
    const clip = this.scene?.media[this.language];
    if (this.noteOpen) this.showNote();
    else if (this.onCard || !clip || phase === 'stuck') this.playScene(0);
    else if (clip.src !== before) this.playScene(Math.min(this.stage.time, clip.seconds));
    else this.captions.setCues(this.scene.captions[this.language]);
    if (phase === 'deciding') this.openDecision();
    if (phase === 'feedback') this.openFeedback();
    this.updateSkip();
  }

  showScreen(content) {
    this.theatre.hidden = true;
    this.controls.element.hidden = true;
    this.screen.hidden = false;
    this.screen.replaceChildren(content);
    this.screen.scrollTop = 0;
  }

  prefer(name, value) {
    this.preferences.set(name, value);
    if (name === 'volume' && value > 0) this.preferences.set('muted', false);
    this.applyPreferences();
  }

  applyPreferences() {
    const { captions, volume, muted } = this.preferences.values;
    this.stage.setVolume(volume, muted);
    this.captions.setEnabled(captions, this.now);
    this.controls.show(this.preferences.values);
  }

  toggleFullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => {});
  }

  // --- Playing --------------------------------------------------------------------------------

  begin() {
    this.stage.unlock();
    this.screen.hidden = true;
    this.screen.replaceChildren();
    this.theatre.hidden = false;
    this.controls.element.hidden = false;
    this.controls.wake();
    this.state = null;
    this.setPaused(false);
    this.arrive(start(this.film));
  }

  dispatch(action) {
    this.arrive(step(this.film, this.state, action));
  }

  /** Shows a state: what changed since the one before decides what happens. */
  arrive(state) {
    const entered = state.entered.length !== this.state?.entered.length
      || state.scene !== this.state?.scene;
    this.state = state;
    const root = document.documentElement;
    root.dataset.phase = state.phase;
    root.dataset.scene = state.scene ?? '';
    this.panel.close();
    this.waiting = null;
    switch (state.phase) {
      case 'playing':
        if (entered) this.enterScene();
        break;
      case 'deciding':
        this.openDecision();
        break;
      case 'feedback':
        this.openFeedback();
        break;
      case 'ended':
        this.showDebrief();
        break;
      default:
        this.showStuck();
    }
    this.updateSkip();
  }

  enterScene() {
    this.overlay.close();
    this.summary = false;
    if (hasText(this.scene.content_note?.text, this.language)) this.showNote();
    else this.playScene(0);
  }

  /** A hard scene is announced; its summary can take its place. */
  showNote() {
    const { content_note: note } = this.scene;
    const go = (summary) => {
      this.noteOpen = false;
      this.summary = summary;
      this.panel.close();
      this.playScene(0);
    };
    this.noteOpen = true;
    this.stage.halt();
    this.panel.open({ id: 'scene-note' }, this.words.sceneNote,
      richText(note.text, this.language), [
        make('button', { type: 'button', class: 'main', click: () => go(false) },
          this.words.watchScene),
        hasText(note.summary, this.language) && make('button', {
          type: 'button', click: () => go(true),
        }, this.words.readSummary),
      ]);
  }

  playScene(at) {
    const { scene } = this;
    const clip = this.summary ? null : scene.media[this.language];
    this.over = false;
    this.onCard = !clip;
    this.captions.setCues(clip ? scene.captions[this.language] : []);
    if (!clip) {
      const text = this.summary ? scene.content_note.summary : scene.card.text;
      this.showCard(text, null);
      return;
    }
    this.stage.show(clip.src, at, {
      started: () => {
        this.card.close();
        this.tell('');
        if (this.paused) this.stage.pause();
        this.stage.prime(this.likelyNext());
        this.updateSkip();
      },
      time: (seconds) => this.clipTime(seconds, clip),
      ended: () => this.sceneOver(),
      failed: () => this.showCard(scene.card.text, this.words.clipFailed),
      blocked: () => {
        this.setPaused(true);
        this.tell(this.words.blocked);
      },
    });
  }

  showCard(text, problem) {
    this.onCard = true;
    this.stage.clear();
    this.captions.setCues([]);
    this.card.open(this.scene, text, this.language, this.words, problem, () => this.sceneOver());
    this.stage.prime(this.likelyNext());
    this.updateSkip();
    if (this.state.phase !== 'playing') this.card.rest();
  }

  /** Clips that may come next, likeliest (the author's order) first. */
  likelyNext() {
    const { then } = this.scene;
    const targets = [];
    if (then?.kind === 'next') targets.push(...then.branches.map((each) => each.target), then.target);
    if (then?.kind === 'decision') targets.push(...then.choices.map((each) => each.target));
    return targets.map((id) => sceneOf(this.film, id)?.media[this.language]?.src).filter(Boolean);
  }

  get now() {
    return !this.onCard ? this.stage.time : this.card.time;
  }

  /** A frame of the clip was shown. */
  clipTime(seconds, clip) {
    this.captions.update(seconds);
    this.overlay.follow(seconds, this.moving);
    this.openInTime(seconds);
    // Into the next scene a little early: its first frame is there when this clip ends.
    const early = (this.stage.lead + FRAME) * this.speed;
    const { then } = this.scene;
    if (this.state.phase === 'playing' && then?.kind === 'next' && clip.seconds > 1
      && seconds >= clip.seconds - early) this.sceneOver();
  }

  openInTime(seconds) {
    const { then } = this.scene;
    if (this.state.phase === 'playing' && then?.kind === 'decision' && then.opens != null
      && seconds >= then.opens) this.dispatch({ action: 'open' });
  }

  /** Whether the picture goes on while the decision is open. */
  get moving() {
    return !this.over && !this.onCard && this.scene.then?.while_waiting !== 'hold';
  }

  /** The clip or card has ended, or was skipped. */
  sceneOver() {
    const { phase } = this.state;
    const { then } = this.scene;
    this.over = true;
    this.seen.add(this.state.scene);
    if (phase === 'playing') {
      this.stage.pause();
      this.card.rest();
      this.dispatch(actions(this.film, this.state)[0]);
      return;
    }
    if (phase !== 'deciding') return;
    if (this.waiting) {
      this.dispatch(this.waiting);
    } else if (then.while_waiting === 'loop' && !this.onCard) {
      this.over = false;
      this.stage.loopFrom(then.opens ?? 0);
    } else if (then.while_waiting === 'continue' && then.on_timeout != null
      && !this.overlay.extended) {
      this.dispatch({ action: 'timeout' });
    } else {
      this.overlay.follow(this.now, false);
    }
  }

  openDecision() {
    const { then } = this.scene;
    const card = this.onCard;
    this.overlay.open(this.scene, this.state, this.language, this.words, !card);
    if (then.while_waiting === 'hold' || card) {
      this.stage.pause();
    } else if (then.while_waiting === 'loop' && this.over && !card) {
      this.over = false;
      this.stage.loopFrom(then.opens ?? 0);
    }
    this.overlay.follow(this.now, this.moving);
  }

  /** A choice is taken: at once, or when the clip has played out. */
  choose(action) {
    const { then } = this.scene;
    if (this.paused) this.setPaused(false);
    if (then.on_choice === 'play_out' && !this.over && !this.stage.isOver) {
      this.waiting = action;
      this.stage.play();
      return;
    }
    this.dispatch(action);
  }

  openFeedback() {
    this.overlay.close();
    this.stage.pause();
    const taken = this.state.path[this.state.path.length - 1];
    const choice = this.scene.then.choices.find((each) => each.id === taken.choice);
    const retry = actions(this.film, this.state).some((each) => each.action === 'retry');
    this.panel.feedback(choice, this.language, this.words, this.film, retry,
      (action) => this.dispatch({ action }));
  }

  showDebrief() {
    this.stage.clear();
    this.card.close();
    this.overlay.close();
    this.seen.add(this.state.scene);
    this.showScreen(debrief(this.film, this.state, this.language, this.words,
      () => this.begin()));
    this.screen.querySelector('h1')?.focus({ preventScroll: true });
  }

  showStuck() {
    this.stage.clear();
    this.overlay.close();
    const scene = this.scene?.title[this.language] || this.state.scene || this.film.start || '';
    this.panel.open({ id: 'stuck', role: 'alertdialog' }, this.words.stuck,
      [make('p', {}, fill(this.words.stuckWhy, { scene }))],
      [make('button', { type: 'button', class: 'main', click: () => this.begin() },
        this.words.restart)]);
  }

  // --- Time, pause, panels --------------------------------------------------------------------

  pass(seconds) {
    if (!this.state || this.panelOpen) return;
    const { phase } = this.state;
    if (phase === 'deciding' && !this.waiting) this.overlay.pass(seconds);
    if (this.state.phase === 'playing' && this.onCard) {
      this.card.time += seconds * this.speed;
      this.openInTime(this.card.time);
      if (this.state.phase === 'playing' && this.card.time >= this.card.seconds) this.sceneOver();
    }
  }

  get panelOpen() {
    return !this.panel.element.hidden;
  }

  setPaused(paused) {
    this.paused = paused;
    this.clock.paused = paused;
    this.controls.setPaused(paused);
    document.documentElement.classList.toggle('paused', paused);
    this.tell(paused ? this.words.paused : '');
    if (!this.state) return;
    if (paused) this.stage.pause();
    else this.resumeClip();
  }

  resumeClip() {
    const { phase } = this.state;
    const { then } = this.scene ?? {};
    if (this.over || this.panelOpen || this.onCard) return;
    if (phase === 'playing' || (phase === 'deciding' && then.while_waiting !== 'hold')) {
      this.stage.play();
    }
  }

  tell(text) {
    this.message.textContent = text;
    this.message.hidden = !text;
  }

  updateSkip() {
    this.controls.setSkippable(this.state?.phase === 'playing' && !this.noteOpen
      && !this.onCard && this.seen.has(this.state.scene));
  }

  openResources() {
    if (this.panelOpen) return;
    this.setPaused(true);
    this.panel.open({ id: 'resources' }, this.words.resources,
      resourcesBody(this.film, this.language, this.words),
      [make('button', { type: 'button', class: 'main', click: () => this.closePanel() },
        this.words.close)]);
  }

  askRestart() {
    if (this.panelOpen) return;
    this.setPaused(true);
    this.panel.open({ id: 'restart-question' }, this.words.restartQuestion, [], [
      make('button', { type: 'button', id: 'restart', class: 'main', click: () => this.begin() },
        this.words.restart),
      make('button', { type: 'button', click: () => this.closePanel() }, this.words.cancel),
    ]);
  }

  closePanel() {
    this.panel.close();
    this.setPaused(false);
  }
}
