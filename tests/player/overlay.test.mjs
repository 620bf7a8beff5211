import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.document = { createElement: () => ({ append() {}, setAttribute() {} }) };
const { shuffled } = await import('../../exporters/web/player/src/overlay.js');

const row = ['a', 'b', 'c', 'd'];

test('the same seed gives the same order and loses nothing', () => {
  assert.deepEqual(shuffled(row, 'x'), shuffled(row, 'x'));
  assert.deepEqual([...shuffled(row, 'x')].sort(), row);
  assert.deepEqual(row, ['a', 'b', 'c', 'd']);
});

test('over many seeds every choice stands first about as often', () => {
  const first = { a: 0, b: 0, c: 0, d: 0 };
  for (let seed = 0; seed < 4000; seed += 1) first[shuffled(row, `attempt-${seed}`)[0]] += 1;
  for (const count of Object.values(first)) assert.ok(count > 850 && count < 1150, `${count}`);
});
