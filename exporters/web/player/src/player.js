// Wires the parts: the engine decides, the scene plays, the trainee acts, observers keep record.
// What a trainee does between start and ending is scene.js; panels over the picture panels.js;
// full screens screens.js and debrief.js; keys keyboard.js.

import { Clock } from './clock.js';
import { Controls } from './controls.js';
import { debrief } from './debrief.js';
import { make } from './dom.js';
import { sceneOf, start, step } from './engine.js';
import { listen } from './keyboard.js';
import { Panel } from './panel.js';
import { askRestart, openResources, openStuck } from './panels.js';
import { Preferences, previewSpeed } from './preferences.js';
import { hasResources } from './resources.js';
import { ScenePlayer } from './scene.js';
import { startScreen } from './screens.js';
import { textsFor } from './texts.js';

/** @import { Action, Film, Note, State } from './types' */

/** One film on one page. */
export class Player {
  /** @param {Film} film @param {HTMLElement} root */
  constructor(film, root) {
    this.film = film;
    this.root = root;
    this.preferences = new Preferences(film);
    this.speed = previewSpeed(location.hash);
    this.paused = false;
    /** @type {State|null} */
    this.state = null;
    /** @type {((note: Note) => void)[]} */
    this.observers = [];
    this.panel = new Panel();
    this.play = new ScenePlayer(this);
    this.controls = new Controls({
      pause: () => this.setPaused(!this.paused),
      skip: () => this.play.skip(),
      captions: () => this.prefer('captions', !this.preferences.values.captions),
      mute: () => this.prefer('muted', !this.preferences.values.muted),
      volume: (level) => this.prefer('volume', level),
      language: (tag) => this.setLanguage(tag),
      resources: () => openResources(this),
      restart: () => askRestart(this),
      full: () => this.toggleFullScreen(),
    });
    this.clock = new Clock((seconds) => {
      if (this.state && !this.panelOpen) this.play.pass(seconds);
    });
    const { theme, settings } = film;
    const { style } = document.documentElement;
    for (const [name, colour] of Object.entries({
      accent: theme.accent, background: theme.background, foreground: theme.foreground,
    })) {
      if (colour) style.setProperty(`--${name}`, colour);
    }
    style.setProperty('--ratio', String(settings.frame_width / settings.frame_height));
    this.message = make('p', { class: 'message', role: 'status', hidden: true });
    this.theatre = make('main', { class: 'theatre', hidden: true },
      make('div', { class: 'picture' },
        make('div', { class: 'frame' }, ...this.play.picture, this.message)),
      this.play.overlay.element, this.controls.element, this.panel.element);
    this.screen = make('div', { class: 'screen' });
    root.replaceChildren(this.theatre, this.screen);
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
    const before = this.scene?.media[this.language]?.src;
    this.preferences.set('language', tag);
    document.documentElement.lang = tag;
    document.title = this.film.title[tag] ?? document.title;
    this.controls.build(this.words, this.film.languages, tag, this.preferences.values,
      hasResources(this.film));
    this.controls.setPaused(this.paused);
    if (!this.state) this.showStart();
    else if (this.state.phase === 'ended') this.showDebrief();
    else this.play.retell(before);
  }

  showStart() {
    this.showScreen(startScreen(this.film, this.language, this.words, () => this.begin(),
      (tag) => this.setLanguage(tag)));
  }

  showDebrief() {
    this.play.close();
    this.showScreen(debrief(this.film, /** @type {State} */ (this.state), this.language,
      this.words, () => this.begin()));
    /** @type {HTMLElement|null} */ (this.screen.querySelector('h1'))
      ?.focus({ preventScroll: true });
  }

  /** A full screen in place of the picture. @param {Node} content */
  showScreen(content) {
    this.theatre.hidden = true;
    this.controls.element.hidden = true;
    this.screen.hidden = false;
    this.screen.replaceChildren(content);
    this.screen.scrollTop = 0;
  }

  /**
   * @template {keyof Preferences['values']} Name
   * @param {Name} name @param {Preferences['values'][Name]} value
   */
  prefer(name, value) {
    this.preferences.set(name, value);
    if (name === 'volume' && Number(value) > 0) this.preferences.set('muted', false);
    this.applyPreferences();
  }

  applyPreferences() {
    const { values } = this.preferences;
    this.play.applyPreferences(values);
    this.controls.show(values);
  }

  toggleFullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => {});
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

  /** Plays from the film's start, or from any state (in a click: sound needs one). */
  begin(state = start(this.film)) {
    this.play.stage.unlock();
    this.screen.hidden = true;
    this.screen.replaceChildren();
    this.theatre.hidden = false;
    this.controls.element.hidden = false;
    this.controls.wake();
    this.state = null;
    this.setPaused(false);
    this.report({ kind: 'begin', state });
    this.arrive(state);
  }

  /** Acts on the story; throws if the action cannot happen now. @param {Action} action */
  dispatch(action) {
    const state = step(this.film, /** @type {State} */ (this.state), action);
    this.report({ kind: 'act', action, state });
    this.arrive(state);
  }

  /** Shows a state: what changed since the one before decides what happens. @param {State} state */
  arrive(state) {
    const entered = state.entered.length !== this.state?.entered.length
      || state.scene !== this.state?.scene;
    this.state = state;
    Object.assign(document.documentElement.dataset, { phase: state.phase, scene: state.scene ?? '' });
    this.panel.close();
    if (state.phase === 'ended') this.showDebrief();
    else if (state.phase === 'stuck') {
      this.play.close();
      openStuck(this);
    } else this.play.arrive(entered);
    this.updateSkip();
  }

  // --- Pause and panels -----------------------------------------------------------------------

  /** @param {boolean} paused */
  setPaused(paused) {
    this.paused = paused;
    this.clock.paused = paused;
    this.controls.setPaused(paused);
    document.documentElement.classList.toggle('paused', paused);
    this.tell(paused ? this.words.paused : '');
    if (!this.state) return;
    if (paused) this.play.stage.pause();
    else this.play.resume();
  }

  closePanel() {
    this.panel.close();
    this.setPaused(false);
  }

  /** A line over the picture. @param {string} text */
  tell(text) {
    this.message.textContent = text;
    this.message.hidden = !text;
  }

  updateSkip() {
    this.controls.setSkippable(this.play.skippable);
  }
}
