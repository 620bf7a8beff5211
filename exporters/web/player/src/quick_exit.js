// Away at once: nothing of the film stays on the screen, in the ears or in the title.

import { page } from './dom.js';

/** @import { Player } from './player.js' */

/** What was done is kept; the tab goes to an empty page that "back" does not lead out of. @param {Player} player */
export function leave(player) {
  page.className = 'left';
  document.title = '\u200b';
  player.root.replaceChildren();
  player.play.stage.setVolume(0, true);
  player.play.stage.clear();
  player.clock.paused = true;
  player.record.keep();
  player.record.attempt = null;
  location.replace('about:blank');
}
