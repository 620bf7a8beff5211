// Keys for the whole page; Tab and Enter are the browser's own.

import { leave } from './quick_exit.js';

/** @import { Player } from './player.js' */

/** Letter to act, while no panel is open. @type {Record<string, (player: Player) => void>} */
const KEYS = {
  ' ': (player) => player.setPaused(!player.paused),
  s: (player) => player.play.skip(),
  c: (player) => player.toggle('captions'),
  m: (player) => player.toggle('muted'),
  f: (player) => player.toggleFullScreen(),
  h: (player) => player.open('openResources'),
  z: (player) => player.open('openSave'),
  o: (player) => player.open('openSettings'),
  k: (player) => player.open('openChapters'),
  t: (player) => player.toggle('transcript'),
  arrowleft: (player) => player.play.seek(player.play.now - 5),
  arrowright: (player) => player.play.seek(player.play.now + 5),
};

/** 1–9 choose; letters as above; Escape closes a panel that can be closed. @param {Player} player */
export function listen(player) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const target = /** @type {Element} */ (event.target);
    const key = event.key.toLowerCase();
    if (key === 'escape' && player.panel.element.querySelector('.closable')) player.closePanel();
    else if (key === 'escape' && player.debriefed) player.endLook();
    // Who speaks to the computer can switch single letters off (WCAG 2.1.4).
    if (key.length === 1 && key !== ' ' && !player.preferences.values.keys) return;
    if (target.closest('select, input, textarea')) return;
    if (key === 'q' && player.film.settings.quick_exit) leave(player);
    if (player.panelOpen) return;
    if (!player.state || player.state.phase === 'ended') {
      if (key === 'h') player.open('openResources');
      if (key === 'r' && !player.state) player.enterRoom();
      return;
    }
    if (/^[1-9]$/.test(event.key)) {
      if (player.play.overlay.press(Number(event.key))) event.preventDefault();
      return;
    }
    const act = KEYS[key];
    if (!act || (event.key === ' ' && target.closest('button, a'))) return;
    event.preventDefault();
    act(player);
  });
}
