// One panel at a time over the picture, with its buttons; the rest waits.

import { make } from './dom.js';

/** @import { Child } from './dom.js' */

/** Takes the focus itself, so that a screen reader says its title and starts there. */
export class Panel {
  /** @param {HTMLElement[]} behind what cannot be reached while a panel is open */
  constructor(behind) {
    this.behind = behind;
    /** What had the focus before. @type {Element|null} */
    this.before = null;
    this.element = make('div', { class: 'panel-space', hidden: true });
  }

  /**
   * @param {Record<string, any>} attributes of the dialog @param {string} title
   * @param {Child[]} body @param {Child[]} buttons
   */
  open(attributes, title, body, buttons) {
    if (this.element.hidden) this.before = document.activeElement;
    for (const each of this.behind) each.inert = true;
    const panel = make('section', {
      class: 'panel', role: 'dialog', 'aria-modal': 'true', 'aria-label': title, tabindex: '-1',
      ...attributes,
    }, make('h2', {}, title), make('div', { class: 'panel-body' }, ...body),
    make('div', { class: 'panel-buttons' }, ...buttons));
    this.element.replaceChildren(panel);
    this.element.hidden = false;
    panel.focus({ preventScroll: true });
  }

  close() {
    if (this.element.hidden) return;
    for (const each of this.behind) each.inert = false;
    this.element.hidden = true;
    this.element.replaceChildren();
    if (this.before instanceof HTMLElement) this.before.focus({ preventScroll: true });
  }
}
