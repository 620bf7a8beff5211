// Away at once: nothing of the film stays on the screen, in the ears or in the title.

/** @import { Player } from './player.js' */

/** What was done is kept; the tab goes to an empty page that "back" does not lead out of. @param {Player} player */
export function leave(player) {
  document.documentElement.className = 'left';
  document.title = '\u200b';
  player.root.replaceChildren();
  for (const each of player.play.stage.videos) {
    each.pause();
    each.muted = true;
  }
  player.clock.paused = true;
  player.record.keep();
  location.replace('about:blank');
}
