// The film's own colours and letters, as far as they can be read.
//
// Contrast by WCAG 2.2, relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).

import { page } from './dom.js';

/** @import { FilmTheme } from './types' */

const DEFAULTS = { accent: '#f2b84b', background: '#0c0f14', foreground: '#f4f1ea' };
const READABLE = 4.5;

/** @param {string} colour */
const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** @param {string} colour */
function luminance(colour) {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21. @param {string} one @param {string} other */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/**
 * A colour between two; share 1 is the second.
 * @param {string} one @param {string} other @param {number} share
 */
export function blend(one, other, share) {
  const to = channels(other);
  return `#${channels(one).map((value, index) => Math.round(value + (to[index] - value) * share)
    .toString(16).padStart(2, '0')).join('')}`;
}

/**
 * The first blend of the colour towards another that can be read on the grounds.
 * @param {string} colour @param {string} towards @param {string[]} grounds
 */
function readable(colour, towards, ...grounds) {
  for (let share = 0; share < 1; share += 0.1) {
    const tried = blend(colour, towards, share);
    if (grounds.every((each) => contrast(tried, each) >= READABLE)) return tried;
  }
  return towards;
}

/**
 * The style's variables for a theme. Words that could not be read on the ground make both fall
 * back; the accent is kept for surfaces, and lightened or darkened where it is read.
 * @param {Pick<FilmTheme, 'accent'|'background'|'foreground'>} theme
 */
export function colours(theme) {
  let { background, foreground } = { ...DEFAULTS };
  const [ground, words] = [theme.background ?? background, theme.foreground ?? foreground];
  if (contrast(ground, words) >= READABLE) [background, foreground] = [ground, words];
  const accent = theme.accent ?? DEFAULTS.accent;
  const [black, white] = ['#000000', '#ffffff'];
  const light = luminance(background) > 0.18;
  const raised = blend(background, foreground, 0.07);
  /** @param {string} colour */
  const legible = (colour) => readable(colour, foreground, background, raised);
  return {
    accent,
    background,
    foreground,
    'on-accent': contrast(accent, black) >= contrast(accent, white) ? black : white,
    'accent-text': legible(accent),
    quiet: legible(blend(background, foreground, 0.74)),
    good: legible(light ? '#1b6b3f' : '#7fd1a2'),
    fair: legible(light ? '#7a5200' : '#f0c869'),
    bad: legible(light ? '#a3291a' : '#f39a8c'),
    scheme: light ? 'light' : 'dark',
  };
}

/** Dresses the page. @param {FilmTheme} theme */
export function dress(theme) {
  const { scheme, ...variables } = colours(theme);
  const { style } = page;
  for (const [name, value] of Object.entries(variables)) style.setProperty(`--${name}`, value);
  style.colorScheme = scheme;
  if (!theme.font) return;
  const face = new FontFace('Story', `url(${theme.font})`);
  face.load().then(() => {
    document.fonts.add(face);
    style.setProperty('--font', 'Story');
  }, () => {});
}
