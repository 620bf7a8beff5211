import assert from 'node:assert/strict';
import { test } from 'node:test';

import { TEXTS, fill, textsFor } from '../../exporters/web/player/src/texts.js';

test('every language has every text, with the same {names}', () => {
  const names = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [language, texts] of Object.entries(TEXTS)) {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(TEXTS.en).sort(), language);
    for (const [key, text] of Object.entries(texts)) {
      assert.ok(text.trim(), `${language} ${key} is empty`);
      assert.deepEqual(names(text), names(TEXTS.en[key]), `${language} ${key}`);
    }
  }
});

test('a regional tag finds its language, an unknown one gets English', () => {
  assert.equal(textsFor('pl-PL'), TEXTS.pl);
  assert.equal(textsFor('uk'), TEXTS.en);
});

test('names are filled in', () => {
  assert.equal(fill(TEXTS.en.timeLeft, { seconds: 3 }), 'Time left: 3 s');
});
