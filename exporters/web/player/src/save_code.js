// Where one left off as a short code that can be typed: the film's id and version bind it.
//
// Only answers are written: what follows without an answer, the engine gives again. The last
// number counts the steps that followed the last answer. Crockford's base 32 has no letters that
// look like digits.

import { replay } from './attempt.js';
import { actions, start, step } from './engine.js';

/** @import { Action, Film, State } from './types' */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LAST = 31;
const LONGEST = 10_000;

/** FNV-1a, 32 bits, of which 15 are three letters. @param {Film} film @param {string} body */
function check(film, body) {
  let hash = 0x811c9dc5;
  for (const sign of `${film.id} ${film.hash} ${body}`) {
    hash = Math.imul(hash ^ /** @type {number} */ (sign.codePointAt(0)), 0x01000193) >>> 0;
  }
  return [0, 5, 10].map((shift) => ALPHABET[(hash >>> shift) & LAST]).join('');
}

/** @param {number} value @returns {string} */
function number(value) {
  return value < LAST ? ALPHABET[value] : ALPHABET[LAST] + number(value - LAST);
}

/** @param {Film} film @param {Action[]} taken */
export function encodeCode(film, taken) {
  const states = replay(film, taken);
  let body = '';
  let following = 0;
  taken.forEach((action, index) => {
    const possible = actions(film, states[index]);
    following += 1;
    if (possible.length < 2) return;
    following = 0;
    body += number(possible.findIndex(
      (each) => each.action === action.action && each.choice === action.choice,
    ));
  });
  body += number(following);
  return (check(film, body) + body).replace(/.{4}(?=.)/g, '$&-');
}

/**
 * The actions that the code stands for, or null: mistyped, or of another film or version.
 * @param {Film} film @param {string} code
 */
export function decodeCode(film, code) {
  const letters = code.toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0')
    .replace(/[^0-9A-Z]/g, '');
  const body = letters.slice(3);
  if (!body || check(film, body) !== letters.slice(0, 3)) return null;
  /** @type {number[]} */
  const numbers = [];
  let sum = 0;
  for (const letter of body) {
    const value = ALPHABET.indexOf(letter);
    sum += value;
    if (value === LAST) continue;
    numbers.push(sum);
    sum = 0;
  }
  const following = numbers.pop() ?? 0;
  /** @type {Action[]} */
  const taken = [];
  let state = start(film);
  let left = -1;
  for (let turn = 0; turn < LONGEST; turn += 1) {
    const possible = actions(film, state);
    if (!numbers.length && left < 0) left = following;
    if (left === 0) return taken;
    const action = possible.length > 1 && left < 0 ? possible[numbers.shift() ?? 0] : possible[0];
    if (!action || (possible.length > 1 && left > 0)) return null;
    if (left > 0) left -= 1;
    taken.push(action);
    state = step(film, state, action);
  }
  return null;
}
