// Keys for the whole page; Tab and Enter are the browser's own.

/**
 * 1–9 choose, Space pauses, S skips what was seen, C captions, M sound, F full screen.
 * @param {import('./player.js').Player} player
 */
export function listen(player) {
  document.addEventListener('keydown', (event) => {
    if (!player.state || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const target = /** @type {Element} */ (event.target);
    if (target.closest('select, input')) return;
    if (player.panelOpen || player.state.phase === 'ended') {
      const closable = ['resources', 'restart-question'].some((id) => document.getElementById(id));
      if (event.key === 'Escape' && closable) player.closePanel();
      return;
    }
    if (/^[1-9]$/.test(event.key)) {
      if (player.overlay.press(Number(event.key))) event.preventDefault();
      return;
    }
    if (event.key === ' ' && !target.closest('button, a')) {
      event.preventDefault();
      player.setPaused(!player.paused);
      return;
    }
    const { values } = player.preferences;
    switch (event.key.toLowerCase()) {
      case 's':
        if (!player.controls.skipButton.hidden) player.sceneOver();
        break;
      case 'c':
        player.prefer('captions', !values.captions);
        break;
      case 'm':
        player.prefer('muted', !values.muted);
        break;
      case 'f':
        player.toggleFullScreen();
        break;
      default:
    }
  });
}
