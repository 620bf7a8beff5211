// The trainee's own settings, and the menu of chapters.

import { languageName } from './controls.js';
import { make } from './dom.js';
import { closeButton } from './panels.js';

/** @import { Player } from './player.js' */
/** @import { Preferences } from './preferences.js' */

/** @typedef {Preferences['values']} Values */

/** Speech, captions, speed, time limits: all take effect at once. @param {Player} player */
export function openSettings(player) {
  if (player.panelOpen) return;
  const { film, words } = player;
  const { values } = player.preferences;
  /**
   * @param {keyof Values} name @param {string} label @param {Record<string, string>} options
   */
  const choose = (name, label, options) => {
    const select = make('select', {
      id: `set-${name}`,
      change: () => {
        const { value } = select;
        player.prefer(name, typeof values[name] === 'number' ? Number(value) : value);
      },
    }, ...Object.entries(options).map(([value, text]) => make('option', {
      value, selected: value === String(values[name]),
    }, text)));
    return make('label', {}, make('span', {}, label), select);
  };
  /** @param {keyof Values} name @param {string} label */
  const toggle = (name, label) => {
    const box = make('input', {
      type: 'checkbox', id: `set-${name}`, checked: Boolean(values[name]),
      change: () => player.prefer(name, box.checked),
    });
    return make('label', {}, make('span', {}, label), box);
  };
  const languages = {
    '': words.sameLanguage,
    ...Object.fromEntries(film.languages.map((tag) => [tag, languageName(tag)])),
  };
  const many = film.languages.length > 1;
  const times = film.scenes.some((each) => each.then?.kind === 'decision' && each.then.time_limit);
  player.setPaused(true);
  player.panel.open({ id: 'settings', class: 'panel closable' }, words.settings, [
    make('div', { class: 'settings' },
      toggle('captions', words.captions),
      choose('captionSize', words.captionSize, {
        0.8: words.small, 1: words.medium, 1.4: words.large, 1.9: words.huge,
      }),
      toggle('captionBox', words.captionBox),
      choose('captionPlace', words.captionPlace, { bottom: words.below, top: words.above }),
      many && choose('captionLanguage', words.captionLanguage, languages),
      many && choose('audio', words.speechLanguage, languages),
      film.scenes.some((each) => Object.keys(each.described).length)
        && toggle('described', words.described),
      toggle('transcript', words.transcript),
      toggle('keys', words.keys),
      choose('rate', words.speed, {
        0.5: '0.5×', 0.75: '0.75×', 1: '1×', 1.25: '1.25×', 1.5: '1.5×', 2: '2×',
      }),
      times && choose('limits', words.timeLimits, {
        author: words.limitsAuthor, longer: words.limitsLonger, off: words.limitsOff,
      }),
      times && toggle('ticks', words.ticks)),
  ], [closeButton(player, words.close, true)]);
}

/** Back to the start of a chapter that this attempt has reached. @param {Player} player */
export function openChapters(player) {
  const { film, language, record, words } = player;
  if (player.panelOpen || !film.chapters.length) return;
  const states = record.attempt?.states ?? [];
  player.setPaused(true);
  player.panel.open({ id: 'chapters', class: 'panel closable' }, words.chapters, [
    make('ol', { class: 'chapter-list' }, ...film.chapters.map((chapter) => {
      const index = states.findIndex((state) => film.scenes.some(
        (scene) => scene.id === state.scene && scene.chapter === chapter.id,
      ));
      return make('li', {}, make('button', {
        type: 'button', 'data-chapter': chapter.id, disabled: index < 0,
        click: () => record.before(index),
      }, chapter.title[language] || chapter.id, index < 0
        && make('small', {}, ` ${words.notReached}`)));
    })),
  ], [closeButton(player, words.close, true)]);
}
