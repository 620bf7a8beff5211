import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Attempt, Attempts, replay } from '../../exporters/web/player/src/attempt.js';
import { actions, start, step } from '../../exporters/web/player/src/engine.js';
import { metIndicators, readResult, result } from '../../exporters/web/player/src/result.js';
import { decodeCode, encodeCode } from '../../exporters/web/player/src/save_code.js';

const choice = (id, target, more = {}) => ({
  id, text: { en: id }, condition: null, effects: [], score: 0, competences: {}, feedback: null,
  target, once: false, offered: true, verdict: null, ...more,
});
const scene = (id, then, more = {}) => ({ id, title: {}, effects: [], indicators: [], then, ...more });
const decision = (choices, more = {}) => ({
  kind: 'decision', retry: true, on_timeout: null, choices, ...more,
});
const FILM = {
  id: 'film', hash: '0123456789abcdef', title: { en: 'Film' }, languages: ['en'], start: 'intro',
  settings: { pass_mark: 2 }, variables: [],
  indicators: [{ id: 'passport' }, { id: 'debt' }, { id: 'never' }],
  competences: [{ id: 'care', pass_mark: 1 }],
  scenes: [
    scene('intro', { kind: 'next', target: 'talk', branches: [] },
      { indicators: [{ indicator: 'debt' }, { indicator: 'passport' }] }),
    scene('talk', decision([
      choice('ask', 'look', {
        score: 2, competences: { care: 2 }, verdict: 'right', feedback: { when: 'at_once' },
        effects: [{ do: 'notice', indicator: 'passport' }],
      }),
      choice('wave', 'lost', { verdict: 'wrong' }),
    ], { on_timeout: 'wave' })),
    scene('look', decision([choice('again', null), choice('on', 'won')])),
    scene('won', { kind: 'ending', outcome: 'success' }),
    scene('lost', { kind: 'ending', outcome: 'failure' }),
  ],
};
const WAY = [
  { action: 'finish' }, { action: 'open' }, { action: 'choose', choice: 'ask' },
  { action: 'retry' }, { action: 'choose', choice: 'ask' }, { action: 'proceed' },
  { action: 'open' }, { action: 'choose', choice: 'again' }, { action: 'choose', choice: 'on' },
  { action: 'finish' },
];

function play(way, attempt = new Attempt(FILM)) {
  for (const action of way) {
    attempt.pass(1.5);
    attempt.keep(action, step(FILM, attempt.state, action));
  }
  return attempt;
}

test('a save code stands for every moment of the way and is short', () => {
  for (let length = 0; length <= WAY.length; length += 1) {
    const code = encodeCode(FILM, WAY.slice(0, length));
    assert.ok(code.length < 14, code);
    assert.deepEqual(
      replay(FILM, decodeCode(FILM, code.toLowerCase().replace(/-/g, ' '))).at(-1),
      replay(FILM, WAY.slice(0, length)).at(-1),
    );
  }
});

test('a code with a slip, of another version, or nonsense is refused', () => {
  const code = encodeCode(FILM, WAY);
  const slipped = code.slice(0, -1) + (code.endsWith('1') ? '2' : '1');
  for (const wrong of [slipped, '', '-', 'NONSENSE', '000-0']) {
    assert.equal(decodeCode(FILM, wrong), null, wrong);
  }
  assert.equal(decodeCode({ ...FILM, hash: 'fedcba9876543210' }, code), null);
});

test('codes of random ways come back', () => {
  let seed = 7;
  const random = (below) => { seed = (seed * 48271) % 2147483647; return seed % below; };
  const many = { ...FILM, scenes: [
    scene('intro', decision(Array.from({ length: 40 }, (_, index) => (
      choice(`c${index}`, index % 3 ? 'talk' : null))))),
    ...FILM.scenes.slice(1),
  ] };
  for (let turn = 0; turn < 200; turn += 1) {
    const taken = [];
    let state = start(many);
    for (let count = random(12); count > 0; count -= 1) {
      const possible = actions(many, state);
      if (!possible.length) break;
      taken.push(possible[random(possible.length)]);
      state = step(many, state, taken.at(-1));
    }
    const back = decodeCode(many, encodeCode(many, taken));
    assert.deepEqual(back, taken);
  }
});

test('the result tells answers, times, points, indicators and no name that was not typed', () => {
  const told = result(play(WAY), 'en');
  assert.equal(told.attempt.name, null);
  assert.equal(told.attempt.finished, true);
  assert.deepEqual(told.ending, { scene: 'won', outcome: 'success' });
  assert.deepEqual(told.choices.map((each) => [each.choice, each.withdrawn, each.at, each.seconds]), [
    ['ask', true, 4.5, 1.5], ['ask', false, 7.5, 1.5], ['again', false, 12, 1.5],
    ['on', false, 13.5, 1.5],
  ]);
  assert.deepEqual(told.score, { points: 2, pass_mark: 2, passed: true });
  assert.deepEqual(told.competences, [{ id: 'care', points: 2, pass_mark: 1, passed: true }]);
  assert.deepEqual(told.indicators, [
    { id: 'passport', noticed: true }, { id: 'debt', noticed: false },
  ]);
  assert.deepEqual(told.scenes.map((each) => [each.scene, each.at]), [
    ['intro', 0], ['talk', 1.5], ['look', 9], ['won', 13.5],
  ]);
});

test('a result file leads back into the attempt; a foreign or broken one does not', () => {
  const attempt = play(WAY.slice(0, 4));
  const again = readResult(FILM, JSON.stringify(result(attempt, 'en')));
  assert.deepEqual(again.state, attempt.state);
  assert.equal(again.data.id, attempt.data.id);
  assert.equal(readResult({ ...FILM, id: 'other' }, JSON.stringify(result(attempt, 'en'))), null);
  assert.equal(readResult(FILM, '{"format": 1'), null);
  assert.equal(readResult(FILM, 'null'), null);
});

test('another way starts before the answer, as an attempt of its own', () => {
  const attempt = play(WAY);
  const [first] = attempt.answers();
  const other = attempt.before(first);
  assert.equal(other.state.phase, 'deciding');
  assert.equal(other.state.scene, 'talk');
  assert.deepEqual(other.state.path, []);
  assert.notEqual(other.data.id, attempt.data.id);
  assert.deepEqual(other.data.from, { attempt: attempt.data.id, actions: first });
  play([{ action: 'timeout' }], other);
  assert.equal(attempt.state.scene, 'won');
});

test('attempts are kept by story, several people beside one another, and one can be deleted', () => {
  const store = new Map();
  globalThis.localStorage = {
    getItem: (key) => store.get(key) ?? null, setItem: (key, value) => store.set(key, value),
  };
  const attempts = new Attempts(FILM);
  const anna = play(WAY.slice(0, 3), new Attempt(FILM, { name: 'Anna' }));
  const done = play(WAY);
  attempts.save(anna);
  attempts.save(done);
  const later = new Attempts(FILM);
  assert.deepEqual(later.unfinished.map((each) => each.name), ['Anna']);
  assert.equal(later.history().success, true);
  assert.ok(later.history().seen.has('won'));
  assert.equal(new Attempts({ ...FILM, id: 'other' }).list.length, 0);
  later.remove(anna.data.id);
  assert.equal(new Attempts(FILM).unfinished.length, 0);
});

test('forbidden or spoilt storage costs nothing but the memory', () => {
  globalThis.localStorage = { getItem: () => { throw new Error('denied'); } };
  const attempts = new Attempts(FILM);
  assert.equal(attempts.stored, false);
  attempts.save(play(WAY.slice(0, 3)));
  assert.equal(attempts.unfinished.length, 1);
  globalThis.localStorage = { getItem: () => '[{"actions": [{"action": "fly"}]}, null]', setItem() {} };
  assert.deepEqual(new Attempts(FILM).list, []);
});

test('an indicator that no scene on the way shows is neither met nor missed', () => {
  assert.deepEqual(metIndicators(FILM, start(FILM)).map((each) => each.id), ['passport', 'debt']);
});
