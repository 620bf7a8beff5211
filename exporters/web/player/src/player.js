// Wires the parts: the engine decides, the scene plays, the trainee acts, observers keep record.
// What a trainee does between start and ending is scene.js; panels over the picture panels.js;
// full screens screens.js and debrief.js; keys keyboard.js.

import { clipOf } from './ahead.js';
import { Clock } from './clock.js';
import { Controls } from './controls.js';
import { button, make, page } from './dom.js';
import { sceneOf, start, step } from './engine.js';
import { listen } from './keyboard.js';
import { Panel } from './panel.js';
import { Preferences, previewPlace, previewSpeed } from './preferences.js';
import { leave } from './quick_exit.js';
import { Record } from './record.js';
import { hasResources } from './resources.js';
import { ScenePlayer } from './scene.js';
import { noFilmScreen, startScreen } from './screens.js';
import { dress } from './theme.js';

/** @import { Later } from './later.js' */
/** @import { Action, Film, Note, State, Words } from './types' */

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/** One film on one page. */
export class Player {
  /** @param {Film} film @param {HTMLElement} root */
  constructor(film, root) {
    this.film = film;
    this.root = root;
    this.preferences = new Preferences(film);
    this.speed = previewSpeed(location.hash);
    this.preview = previewPlace(location.hash, film);
    if (this.preview.language) this.preferences.values.language = this.preview.language;
    this.paused = false;
    /** @type {State|null} */
    this.state = null;
    /** @type {((note: Note) => void)[]} */
    this.observers = [];
    /** What waits for the second bundle. @type {((later: Later) => void)[]} */
    this.pending = [];
    /** What time brought while a panel was open. @type {Action|null} */
    this.held = null;
    /** The state of the debrief that one looks again from. @type {State|null} */
    this.debriefed = null;
    /** What led away from the debrief, to come back to. */
    this.lookedFrom = '';
    /** The facilitator's side, in a room. @type {import('./room/room.js').Room|null} */
    this.room = null;
    this.record = new Record(this);
    this.play = new ScenePlayer(this);
    this.controls = new Controls({
      pause: () => this.setPaused(!this.paused),
      skip: () => this.play.skip(),
      captions: () => this.toggle('captions'),
      mute: () => this.toggle('muted'),
      volume: (level) => this.prefer('volume', level),
      language: (tag) => this.setLanguage(tag),
      resources: () => this.open('openResources'),
      save: () => this.open('openSave'),
      settings: () => this.open('openSettings'),
      chapters: () => this.open('openChapters'),
      seek: (seconds) => this.play.seek(seconds),
      restart: () => this.open('askRestart'),
      full: () => this.toggleFullScreen(),
    });
    this.clock = new Clock((seconds) => {
      this.record.pass(seconds);
      if (this.state && !this.panelOpen) this.play.pass(seconds);
    });
    const { theme, settings } = film;
    dress(theme);
    page.style.setProperty('--ratio',
      String(settings.frame_width / settings.frame_height));
    this.message = make('p', { class: 'message', hidden: true });
    this.heading = make('h1', { class: 'unseen' });
    /** Tells a screen reader which scene begins and what stands over the picture; always rendered. */
    this.told = make('p', { class: 'unseen', role: 'status' });
    this.theatre = make('main', { class: 'theatre', hidden: true }, this.heading,
      make('div', { class: 'picture' },
        make('div', { class: 'frame' }, ...this.play.picture, this.message)),
      this.play.transcript.element, this.play.overlay.element, this.controls.element);
    this.screen = make('main', { class: 'screen' });
    this.corner = make('nav', { class: 'corner' });
    this.panel = new Panel([this.theatre, this.screen]);
    root.replaceChildren(this.theatre, this.screen, this.panel.element, this.corner,
      this.told);
    listen(this);
    // Nobody's time or film runs on while they look elsewhere.
    document.addEventListener('visibilitychange', () => {
      if (document.hidden && this.state && !this.panelOpen) this.setPaused(true);
    });
    this.later(({ attach }) => attach(this));
    this.setLanguage(this.language);
    this.applyPreferences();
    if (/(?:^#|&)room(?:&|$)/.test(location.hash)) this.enterRoom();
    requestAnimationFrame(() => setTimeout(() => this.loadLater()));
  }

  get language() {
    return this.preferences.values.language;
  }

  /** The language that is spoken. */
  get speech() {
    return this.preferences.values.audio || this.language;
  }

  get captionLanguage() {
    return this.preferences.values.captionLanguage || this.language;
  }

  get words() {
    return /** @type {Words} */ (this.film.words[this.language]);
  }

  /** The scene of the state, while there is one. */
  get scene() {
    return sceneOf(this.film, this.state?.scene);
  }

  get panelOpen() {
    return !this.panel.element.hidden;
  }

  // --- Screens and settings -------------------------------------------------------------------

  /** @param {string} tag */
  setLanguage(tag) {
    const before = clipOf(this, this.scene)?.src;
    this.preferences.set('language', tag);
    page.lang = tag;
    page.dir = RIGHT_TO_LEFT.test(tag) ? 'rtl' : 'ltr';
    document.title = this.film.title[tag] ?? document.title;
    this.controls.build(this.words, this.film.languages, tag, this.preferences.values,
      hasResources(this.film), this.film.chapters.length > 1);
    this.controls.setPaused(this.paused);
    this.heading.textContent = document.title;
    this.fillCorner();
    if (!this.state) this.showStart();
    else if (this.state.phase === 'ended') this.showDebrief();
    else this.play.retell(before);
  }

  showStart() {
    this.showScreen(startScreen(this));
    const first = clipOf(this, sceneOf(this.film, this.film.start));
    if (first) this.play.stage.prime([{ src: first.src }]);
  }

  showDebrief() {
    this.play.close();
    this.later(({ debrief }) => {
      this.showScreen(debrief(this));
      if (!this.lookedFrom) return;
      /** @type {HTMLElement|null} */ (this.screen.querySelector(this.lookedFrom))?.focus();
      this.lookedFrom = '';
    });
  }

  showCertificate() {
    this.later(({ certificate }) => {
      this.showScreen(certificate(this, () => this.showDebrief()));
    });
  }

  /** Help and the way out, one press away from everywhere. */
  fillCorner() {
    const { words, film } = this;
    this.corner.setAttribute('aria-label', words.help);
    this.corner.replaceChildren(
      ...(hasResources(film)
        ? [button(words.resources, () => this.open('openResources'), { class: 'help-open' })] : []),
      button(this.debriefed ? words.backToDebrief : '', () => this.endLook(),
        { id: 'look-back', class: 'main', hidden: !this.debriefed }),
      ...(film.settings.quick_exit
        ? [button(words.quickExit, () => leave(this), { id: 'quick-exit' })] : []),
    );
  }

  /** From here on a room plays. */
  enterRoom() {
    this.later(({ Room }) => {
      if (this.room) return;
      page.classList.add('room');
      this.room = new Room(this);
      this.showStart();
    });
  }

  /** Does something with the second bundle, as soon as it is there. @param {(later: Later) => void} act */
  later(act) {
    const { scenarioLater } = /** @type {any} */ (window);
    if (scenarioLater) act(scenarioLater);
    else this.pending.push(act);
  }

  /**
   * Opens a panel of the second bundle.
   * @param {'askRestart'|'openChapters'|'openResources'|'openSave'|'openSettings'|'openStuck'} panel
   */
  open(panel) {
    this.later((later) => later[panel](this));
  }

  /** Loads what is not needed to begin, unless the page holds it. */
  loadLater() {
    const go = () => this.pending.splice(0).forEach((act) => this.later(act));
    if (/** @type {any} */ (window).scenarioLater) return go();
    const error = () => this.root.replaceChildren(noFilmScreen());
    return document.head.append(make('link', {
      rel: 'stylesheet', href: 'later.css', error, load: () => document.head.append(make('script', {
        src: 'later.js', error, load: go,
      })),
    }));
  }

  /** The film's first screen again. */
  close() {
    this.record.keep();
    this.play.close();
    this.panel.close();
    this.state = null;
    this.showStart();
  }

  /** A full screen in place of the picture. @param {Node} content */
  showScreen(content) {
    this.theatre.hidden = true;
    this.controls.element.hidden = true;
    this.screen.hidden = false;
    this.screen.replaceChildren(content);
    this.screen.scrollTop = 0;
    this.screen.querySelector('h1')?.focus({ preventScroll: true });
  }

  /**
   * @template {keyof Preferences['values']} Name
   * @param {Name} name @param {Preferences['values'][Name]} value
   */
  prefer(name, value) {
    const before = clipOf(this, this.scene)?.src;
    this.preferences.set(name, value);
    if (name === 'volume' && Number(value) > 0) this.preferences.set('muted', false);
    this.applyPreferences();
    const spoken = name === 'audio' || name === 'captionLanguage' || name === 'described';
    if (spoken && this.state && this.state.phase !== 'ended') this.play.retell(before);
  }

  /** @param {'captions'|'muted'|'transcript'} name */
  toggle(name) {
    this.prefer(name, !this.preferences.values[name]);
  }

  applyPreferences() {
    const { values } = this.preferences;
    this.play.applyPreferences(values);
    this.controls.show(values);
  }

  toggleFullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else page.requestFullscreen().catch(() => {});
  }

  // --- The playthrough ------------------------------------------------------------------------

  /** Calls the observer with every note from now on. @param {(note: Note) => void} observer */
  watch(observer) {
    this.observers.push(observer);
  }

  /** @param {Note} note */
  report(note) {
    for (const observer of this.observers) observer(note);
  }

  /**
   * Plays from the film's start, or from any state (in a click: sound needs one).
   * @param {State} state @param {number} at seconds into its clip
   */
  begin(state = start(this.film, this.preview.scene), at = 0) {
    this.play.stage.unlock();
    this.screen.hidden = true;
    this.screen.replaceChildren();
    this.theatre.hidden = false;
    this.controls.element.hidden = false;
    this.controls.wake();
    this.state = null;
    this.setPaused(false);
    this.report({ kind: 'begin', state });
    this.play.from = at;
    this.arrive(state);
  }

  /**
   * A moment of a scene once more, then back to the debrief.
   * @param {string} id @param {number} at seconds @param {string} from what was pressed there
   */
  lookAgain(id, at, from) {
    this.debriefed = this.state;
    this.lookedFrom = from;
    this.begin(start(this.film, id), Math.max(0, at - 1));
    this.fillCorner();
  }

  endLook() {
    this.state = this.debriefed;
    this.debriefed = null;
    this.fillCorner();
    if (this.state) this.arrive(this.state);
  }

  /** Acts on the story; throws if the action cannot happen now. @param {Action} action */
  dispatch(action) {
    if (this.panel.element.querySelector('.closable')) {
      // The last frames before the pause: what they bring must not close what was just opened.
      this.held = action;
      return;
    }
    if (this.debriefed) {
      this.endLook();
      return;
    }
    const state = step(this.film, /** @type {State} */ (this.state), action);
    this.report({ kind: 'act', action, state });
    this.arrive(state);
  }

  /** Shows a state: what changed since the one before decides what happens. @param {State} state */
  arrive(state) {
    const entered = state.entered.length !== this.state?.entered.length
      || state.scene !== this.state?.scene;
    this.state = state;
    this.held = null;
    Object.assign(page.dataset, { phase: state.phase, scene: state.scene ?? '' });
    this.panel.close();
    if (entered) this.told.textContent = this.scene?.title[this.language] ?? '';
    if (state.phase === 'ended') this.showDebrief();
    else if (state.phase === 'stuck') {
      this.play.close();
      this.open('openStuck');
    } else this.play.arrive(entered);
    this.updateSkip();
  }

  // --- Pause and panels -----------------------------------------------------------------------

  /** @param {boolean} paused */
  setPaused(paused) {
    this.paused = paused;
    this.clock.paused = paused;
    this.controls.setPaused(paused);
    page.classList.toggle('paused', paused);
    this.tell(paused ? this.words.paused : '');
    if (!this.state) return;
    if (paused) this.play.stage.pause();
    else this.play.resume();
  }

  closePanel() {
    this.panel.close();
    if (this.held) this.dispatch(this.held);
    this.setPaused(false);
  }

  /** A line over the picture. @param {string} text */
  tell(text) {
    this.message.textContent = text;
    this.message.hidden = !text;
    if (text) this.told.textContent = text;
  }

  updateSkip() {
    this.controls.setSkippable(this.play.skippable);
    this.updatePlace();
  }

  updatePlace() {
    const clip = this.state && clipOf(this, this.scene);
    this.controls.setPlace(this.play.now, clip?.seconds ?? 0, clip ? this.play.seekLimit : 0);
  }
}
