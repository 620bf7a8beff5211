import assert from 'node:assert/strict';
import { test } from 'node:test';

import { colours, contrast } from '../../exporters/web/player/src/theme.js';

test('contrast is that of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.ok(Math.abs(contrast('#777777', '#ffffff') - 4.48) < 0.01);
});

test('whatever the author takes, words can be read', () => {
  let seed = 11;
  const colour = () => {
    seed = (seed * 48271) % 2147483647;
    return `#${(seed % 0x1000000).toString(16).padStart(6, '0')}`;
  };
  for (let turn = 0; turn < 500; turn += 1) {
    const theme = { accent: colour(), background: colour(), foreground: colour() };
    const made = colours(theme);
    for (const name of ['foreground', 'accent-text', 'quiet', 'good', 'fair', 'bad']) {
      assert.ok(contrast(made[name], made.background) >= 4.5, `${name} ${JSON.stringify(theme)}`);
    }
    assert.ok(contrast(made['on-accent'], made.accent) >= 4.5, JSON.stringify(theme));
  }
});

test('a theme that can be read is kept; one that cannot falls back', () => {
  const kept = colours({ accent: '#b8674c', background: '#1c2331', foreground: '#f6efe2' });
  assert.equal(kept.background, '#1c2331');
  assert.equal(kept.accent, '#b8674c');
  const fallen = colours({ accent: null, background: '#808080', foreground: '#909090' });
  assert.equal(fallen.background, '#0c0f14');
  assert.equal(colours({ background: '#ffffff', foreground: '#101010' }).scheme, 'light');
});
