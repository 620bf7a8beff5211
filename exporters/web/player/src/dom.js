// Building elements. Text only ever enters the page as text.

const SVG = 'http://www.w3.org/2000/svg';

/** The page's outermost element; tests of single modules have no page. */
export const page = /** @type {HTMLElement} */ (globalThis.document?.documentElement);

/** @typedef {Node|string|null|undefined|false} Child */

/**
 * @template {Element} Kind
 * @param {Kind} element @param {Record<string, any>} attributes @param {Child[]} children
 */
function fit(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value == null || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key, value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  for (const each of children) if (each) element.append(each);
  return element;
}

/**
 * An element with attributes and children; attributes that are null or false are left out,
 * functions become listeners.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Record<string, any>} [attributes] @param {Child[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, attributes = {}, ...children) {
  return fit(document.createElement(name), attributes, children);
}

/**
 * An element of a drawing.
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name @param {Record<string, any>} [attributes] @param {Child[]} children
 * @returns {SVGElementTagNameMap[Name]}
 */
export function draw(name, attributes = {}, ...children) {
  return fit(document.createElementNS(SVG, name), attributes, children);
}

/**
 * A button with words.
 * @param {string} label @param {(event: MouseEvent) => void} click
 * @param {Record<string, any>} [attributes]
 */
export const button = (label, click, attributes = {}) => make(
  'button', { type: 'button', click, ...attributes }, label,
);

/**
 * Offers a text as a file to keep; nothing leaves the computer.
 * @param {string} name @param {string} text @param {string} type MIME type
 */
export function saveFile(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const ICONS = {
  play: 'M7 4.5v15l12-7.5z',
  pause: 'M6 4.5h4v15H6zM14 4.5h4v15h-4z',
  skip: 'M5 4.5v15l9-7.5zM16 4.5h3v15h-3z',
  restart: 'M12 5V1.5L6.5 6 12 10.5V7a5.5 5.5 0 1 1-5.5 5.5H4.5A7.5 7.5 0 1 0 12 5z',
  sound: 'M3 9v6h4l5 5V4L7 9zM15 8.5v7a4 4 0 0 0 0-7zM15 4v2.2a6 6 0 0 1 0 11.6V20a8 8 0 0 0 0-16z',
  silent: 'M3 9v6h4l5 5V4L7 9zM21 9.4 19.6 8 17 10.6 14.4 8 13 9.4 15.6 12 13 14.6 14.4 16 17 13.4 19.6 16 21 14.6 18.4 12z',
  captions: 'M4 5h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zm1 5v2h6v-2zm8 0v2h6v-2zm-8 4v2h9v-2zm11 0v2h3v-2z',
  full: 'M4 4h6v2H6v4H4zM14 4h6v6h-2V6h-4zM4 14h2v4h4v2H4zM18 14h2v6h-6v-2h4z',
  save: 'M5 3h11l3 3v15H5zm2 2v4h8V5zm0 8v6h10v-6z',
  settings: 'M3 6h10v2H3zM17 6h4v2h-4zM14 4h2v6h-2zM3 16h4v2H3zM11 16h10v2H11zM8 14h2v6H8z',
  chapters: 'M3 5h3v3H3zM8 5h13v3H8zM3 10.5h3v3H3zM8 10.5h13v3H8zM3 16h3v3H3zM8 16h13v3H8z',
  help: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1 14h2v2h-2zm1-10a3.7 3.7 0 0 1 1.5 7.1c-.4.2-.5.4-.5.9v.5h-2V14c0-1.3.7-2.1 1.7-2.6A1.7 1.7 0 1 0 10.3 10h-2A3.7 3.7 0 0 1 12 6z',
};


/** A drawn sign for a button; the button carries the name. @param {keyof typeof ICONS} name */
export const icon = (name) => draw('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
  draw('path', { d: ICONS[name] }));
