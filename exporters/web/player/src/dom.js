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

/** A drawn sign of the page (index.html) for a button; the button carries the name. @param {string} name */
export const icon = (name) => draw('svg', { 'aria-hidden': 'true' }, draw('use', { href: `#icon-${name}` }));
