// The bar: pause, skip, sound, captions, language, help, full screen, start again.

import { icon, make, page } from './dom.js';

const FADE_AFTER = 2800;

/** @import { Preferences } from './preferences.js' */
/** @import { Words } from './types' */
/**
 * @typedef {Record<'pause'|'skip'|'captions'|'mute'|'resources'|'save'|'settings'|'chapters'|'full'
 *   |'restart', () => void>
 *   & Record<'volume'|'seek', (value: number) => void> & {language: (tag: string) => void}} Acts
 */

export class Controls {
  /** @param {Acts} acts */
  constructor(acts) {
    this.acts = acts;
    this.words = /** @type {Words} */ ({});
    // Until build() puts the true ones there.
    this.pauseButton = this.skipButton = this.muteButton = this.captionsButton = make('button');
    this.volume = this.seek = make('input');
    /** What the seek bar shows. */
    this.place = '';
    this.element = make('div', { class: 'controls', role: 'toolbar', hidden: true });
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.fading = undefined;
    for (const kind of ['pointermove', 'pointerdown', 'keydown', 'focusin']) {
      document.addEventListener(kind, () => this.wake(), { passive: true });
    }
  }

  /**
   * Draws the bar anew for a language.
   * @param {Words} words @param {string[]} languages @param {string} language
   * @param {Preferences['values']} values @param {boolean} resources @param {boolean} chapters
   */
  build(words, languages, language, values, resources, chapters) {
    /** @type {(name: string, sign: string, label: string, act: () => void) => HTMLButtonElement} */
    const button = (name, sign, label, act) => make('button', {
      type: 'button', class: `control ${name}`, 'aria-label': label, title: label, click: act,
    }, icon(sign));
    this.words = words;
    this.pauseButton = button('pause', 'pause', words.pause, this.acts.pause);
    this.skipButton = button('skip', 'skip', words.skipSeen, this.acts.skip);
    this.muteButton = button('mute', 'sound', words.mute, this.acts.mute);
    this.captionsButton = button('captions-switch', 'captions', words.captions, this.acts.captions);
    this.volume = make('input', {
      type: 'range', class: 'volume', min: 0, max: 100, step: 5, value: values.volume * 100,
      'aria-label': words.volume, input: () => this.acts.volume(Number(this.volume.value) / 100),
    });
    this.seek = make('input', {
      type: 'range', class: 'seek', min: 0, step: 0.1, 'aria-label': words.position, hidden: true,
      input: () => this.acts.seek(Number(this.seek.value)),
    });
    this.element.setAttribute('aria-label', words.controls);
    this.element.replaceChildren(
      this.seek, this.pauseButton, this.skipButton, this.muteButton, this.volume,
      make('span', { class: 'gap' }), this.captionsButton,
      ...(languages.length > 1 ? [languageSelect(words, languages, language, this.acts.language)]
        : []),
      ...(resources
        ? [button('resources-open', 'help', words.resources, this.acts.resources)] : []),
      ...(chapters
        ? [button('chapters-open', 'chapters', words.chapters, this.acts.chapters)] : []),
      button('settings-open', 'settings', words.settings, this.acts.settings),
      button('save-open', 'save', words.save, this.acts.save),
      button('again', 'restart', words.restart, this.acts.restart),
      ...(document.fullscreenEnabled
        ? [button('full', 'full', words.fullScreen, this.acts.full)] : []),
    );
    this.skipButton.hidden = true;
    this.show(values);
  }

  /** @param {Preferences['values']} values */
  show(values) {
    this.captionsButton.setAttribute('aria-pressed', String(values.captions));
    this.muteButton.setAttribute('aria-pressed', String(!values.muted));
    this.muteButton.replaceChildren(icon(values.muted ? 'silent' : 'sound'));
  }

  /** @param {boolean} paused */
  setPaused(paused) {
    const label = paused ? this.words.resume : this.words.pause;
    this.pauseButton.setAttribute('aria-label', label);
    this.pauseButton.title = label;
    this.pauseButton.replaceChildren(icon(paused ? 'play' : 'pause'));
  }

  /**
   * Where in the scene the picture is, and how far one may go; no bar where one may not.
   * @param {number} seconds @param {number} length @param {number} limit
   */
  setPlace(seconds, length, limit) {
    const { seek } = this;
    // Drawn with every frame, the bar would cost a slow machine more than the film.
    const place = `${length} ${Math.round(seconds * 5)}`;
    const same = place === this.place && !seek.hidden;
    this.place = place;
    seek.hidden = !limit;
    if (!limit || same) return;
    const told = (/** @type {number} */ at) => `${Math.floor(at / 60)}:${String(Math.floor(at % 60)).padStart(2, '0')}`;
    seek.max = String(length);
    seek.value = String(seconds);
    seek.setAttribute('aria-valuetext', `${told(seconds)} / ${told(length)}`);
    seek.style.setProperty('--seen', `${100 * Math.min(1, limit / length)}%`);
    seek.style.setProperty('--at', `${100 * Math.min(1, seconds / length)}%`);
  }

  /** @param {boolean} skippable */
  setSkippable(skippable) {
    this.skipButton.hidden = !skippable;
  }

  wake() {
    page.classList.remove('idle');
    clearTimeout(this.fading);
    this.fading = setTimeout(() => page.classList.add('idle'), FADE_AFTER);
  }
}

/** The language's own name. @param {string} tag */
export function languageName(tag) {
  const own = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return own.charAt(0).toLocaleUpperCase(tag) + own.slice(1);
}

/**
 * The languages by their own names.
 * @param {Words} words @param {string[]} languages @param {string} language
 * @param {(tag: string) => void} change
 */
export function languageSelect(words, languages, language, change) {
  const select = make('select', {
    class: 'language', 'aria-label': words.chooseLanguage, change: () => change(select.value),
  }, ...languages.map((tag) => make('option', {
    value: tag, lang: tag, selected: tag === language,
  }, languageName(tag))));
  return select;
}
