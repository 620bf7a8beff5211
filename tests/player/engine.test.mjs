import assert from 'node:assert/strict';
import { test } from 'node:test';

import { actions, start, step } from '../../exporters/web/player/src/engine.js';
import { assign, clamp, compare } from '../../exporters/web/player/src/rules.js';

const choice = (id, more = {}) => ({
  id, condition: null, effects: [], score: 0, competences: {}, feedback: null, target: null,
  once: false, offered: true, ...more,
});
const film = (choices, more = {}) => ({
  start: 'a',
  variables: [{ kind: 'number', id: 'constructor', initial: 1, minimum: 0, maximum: 3 }],
  scenes: [
    { id: 'a', effects: [], then: { kind: 'decision', retry: true, on_timeout: null, choices, ...more } },
    { id: 'b', effects: [], then: { kind: 'ending' } },
  ],
});

test('trying again takes everything back and leaves a trace', () => {
  const story = film([choice('x', {
    score: 2, effects: [{ do: 'add', variable: 'constructor', amount: 9 }],
    feedback: { when: 'at_once' }, target: 'b',
  })]);
  const deciding = step(story, start(story), { action: 'open' });
  const told = step(story, deciding, { action: 'choose', choice: 'x' });
  assert.equal(told.tally.variables.constructor, 3);
  const again = step(story, told, { action: 'retry' });
  assert.deepEqual(again.tally, deciding.tally);
  assert.deepEqual(again.path, [{ scene: 'a', choice: 'x', withdrawn: true }]);
});

test('a decision in which nothing is left to do is stuck', () => {
  const story = film([choice('x', { once: true })]);
  const open = step(story, start(story), { action: 'open' });
  const after = step(story, open, { action: 'choose', choice: 'x' });
  assert.equal(after.phase, 'stuck');
  assert.deepEqual(actions(story, after), []);
});

test('an impossible action is refused', () => {
  const story = film([choice('x')]);
  assert.throws(() => step(story, start(story), { action: 'finish' }), /not possible/);
});

test('values of different kinds are unequal and never ordered', () => {
  assert.equal(compare(1, '=', true), false);
  assert.equal(compare('2', '<', 3), false);
  assert.equal(compare(undefined, '!=', 0), true);
});

test('bounds: the minimum wins if they cross; a word never enters a number', () => {
  const variable = { kind: 'number', minimum: 5, maximum: 2 };
  assert.equal(clamp(variable, 3), 5);
  assert.equal(assign(variable, 5, { do: 'set', value: 'x' }), 5);
});
