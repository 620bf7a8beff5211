import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { fill } from '../../exporters/web/player/src/texts.js';

const at = (path) => new URL(`../../exporters/web/${path}`, import.meta.url);
const read = (name) => JSON.parse(readFileSync(at(`words/${name}`), 'utf8'));
const files = readdirSync(at('words')).filter((name) => name.endsWith('.json'));
const english = read('en.json');

test('every language has every text, with the same {names}', () => {
  const names = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  assert.deepEqual(files, ['ar.json', 'en.json', 'pl.json', 'uk.json']);
  for (const name of files) {
    const texts = read(name);
    assert.deepEqual(Object.keys(texts), Object.keys(english), name);
    for (const [key, text] of Object.entries(texts)) {
      assert.ok(text.trim(), `${name} ${key} is empty`);
      assert.deepEqual(names(text), names(english[key]), `${name} ${key}`);
    }
  }
});

test('every text is said somewhere', () => {
  const source = readdirSync(at('player/src'), { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(at(`player/src/${name}`), 'utf8')).join('');
  // These are chosen by a value of the story or of the engine.
  const chosen = ['right', 'acceptable', 'wrong', 'proceed', 'retry', 'outcomeSuccess',
    'outcomePartial', 'outcomeFailure', 'outcomeNeutral'];
  const silent = Object.keys(english).filter((key) => !chosen.includes(key)
    && !new RegExp(`words\\.${key}\\b`).test(source));
  assert.deepEqual(silent, []);
});

test('names are filled in', () => {
  assert.equal(fill(english.timeLeft, { seconds: 3 }), 'Time left: 3 s');
});
