import assert from 'node:assert/strict';
import { test } from 'node:test';

import { reveal, targetsOf, wrap } from '../../exporters/web/player/src/map.js';

const seen = (setting, success = false) => reveal(
  { settings: { reveal_map: setting } }, { seen: new Set(['a']), success },
);

test('the author decides what the map tells of scenes not seen', () => {
  const told = (view) => ['a', 'b'].map((id) => [view.shown(id), view.named(id)]);
  assert.deepEqual(told(seen('never')), [[true, true], [false, false]]);
  assert.deepEqual(told(seen('seen')), [[true, true], [true, false]]);
  assert.deepEqual(told(seen('after_success')), [[true, true], [true, false]]);
  assert.deepEqual(told(seen('after_success', true)), [[true, true], [true, true]]);
  assert.deepEqual(told(seen('always')), [[true, true], [true, true]]);
});

test('names are broken into at most three lines', () => {
  assert.deepEqual(wrap('Busik na pasie kontroli'), ['Busik na pasie', 'kontroli']);
  assert.equal(wrap('one two three four five six seven eight nine ten eleven twelve').length, 3);
  assert.ok(wrap('Konstantynopolitańczykowianeczka')[0].endsWith('…'));
});

test('ways on are told once, without staying', () => {
  assert.deepEqual(targetsOf({ then: { kind: 'decision', choices: [
    { target: 'x' }, { target: null }, { target: 'x' }, { target: 'y' }] } }), ['x', 'y']);
  assert.deepEqual(targetsOf({ then: { kind: 'next', target: 'z', branches: [{ target: 'y' }] } }), ['y', 'z']);
  assert.deepEqual(targetsOf({ then: { kind: 'ending' } }), []);
  assert.deepEqual(targetsOf({ then: null }), []);
});
