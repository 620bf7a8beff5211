import assert from 'node:assert/strict';
import { test } from 'node:test';

import { finder } from '../../exporters/web/player/src/glossary.js';

const term = (id, forms) => ({ id, forms, meaning: { pl: [['p', id]], en: [['p', id]], ar: [['p', id]] } });
const film = { glossary: [
  term('victim', { pl: ['ofiarą', 'ofiara', 'ofiary'], en: ['victim'] }),
  term('presumed', { pl: ['domniemana ofiara'], en: ['presumed victim'] }),
  term('odd', { pl: ['C++ (a|b) $1'], en: ['<b>bold</b>'], ar: ['ضحية'] }),
] };
const found = (language, text) => finder(film, language)(text)
  .map(({ at, length, term: { id } }) => [id, text.slice(at, at + length)]);

test('listed forms are found as whole words, whatever their case and letters', () => {
  assert.deepEqual(found('pl', 'Ofiara mówi. Z OFIARĄ rozmawia się osobno, nie przy ofiarach.'),
    [['victim', 'Ofiara'], ['victim', 'OFIARĄ']]);
  assert.deepEqual(found('pl', 'ofiara ofiara'), [['victim', 'ofiara'], ['victim', 'ofiara']]);
  assert.deepEqual(found('pl', 'żofiara ofiarać'), []);
  assert.deepEqual(found('ar', 'هي ضحية هنا'), [['odd', 'ضحية']]);
});

test('the longest form wins and a line break counts as a space', () => {
  assert.deepEqual(found('pl', 'To domniemana\nofiara.'), [['presumed', 'domniemana\nofiara']]);
});

test('signs of patterns and of markup are letters like any other', () => {
  assert.deepEqual(found('pl', 'zna C++ (a|b) $1 dobrze'), [['odd', 'C++ (a|b) $1']]);
  assert.deepEqual(found('en', 'a <b>bold</b> word'), [['odd', '<b>bold</b>']]);
});

test('without terms nothing is found', () => {
  assert.deepEqual(finder({ glossary: [] }, 'pl')('ofiara'), []);
});
