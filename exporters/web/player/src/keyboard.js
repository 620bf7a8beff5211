// Keys for the whole page; Tab and Enter are the browser's own.

import { openResources } from './panels.js';

/** @import { Player } from './player.js' */

/** Letter to act, while no panel is open. @type {Record<string, (player: Player) => void>} */
const KEYS = {
  ' ': (player) => player.setPaused(!player.paused),
  s: (player) => player.play.skip(),
  c: (player) => player.prefer('captions', !player.preferences.values.captions),
  m: (player) => player.prefer('muted', !player.preferences.values.muted),
  f: (player) => player.toggleFullScreen(),
  h: openResources,
};

/** 1–9 choose; letters as above; Escape closes a panel that can be closed. @param {Player} player */
export function listen(player) {
  document.addEventListener('keydown', (event) => {
    if (!player.state || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const target = /** @type {Element} */ (event.target);
    if (target.closest('select, input, textarea')) return;
    if (player.panelOpen || player.state.phase === 'ended') {
      if (event.key === 'Escape' && player.panel.element.querySelector('.closable')) {
        player.closePanel();
      }
      return;
    }
    if (/^[1-9]$/.test(event.key)) {
      if (player.play.overlay.press(Number(event.key))) event.preventDefault();
      return;
    }
    const act = KEYS[event.key.toLowerCase()];
    if (!act || (event.key === ' ' && target.closest('button, a'))) return;
    event.preventDefault();
    act(player);
  });
}
