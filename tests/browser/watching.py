"""Watches which frame of which clip is in front, and clicks through a chain of clips."""

from __future__ import annotations

from typing import Any

from tests.browser import engines, numbered_film
from tests.browser.engines import EnginePage

WATCH = """(() => {
  const frames = []; const clicks = []; const known = new WeakSet();
  const front = video => !document.querySelector('.stage') || video.classList.contains('front');
  const attach = video => {
    if (known.has(video)) return;
    known.add(video);
    const frame = (now, { mediaTime }) => {
      const source = video.getAttribute('src');
      requestAnimationFrame(() => { if (front(video)) frames.push([now, source, mediaTime]); });
      video.requestVideoFrameCallback(frame);
    };
    video.requestVideoFrameCallback(frame);
  };
  document.querySelectorAll('video').forEach(attach);
  window.watched = { frames, clicks };
  const root = document.documentElement;
  new MutationObserver(() => {
    if (root.dataset.phase !== 'deciding') return;
    const scene = root.dataset.scene;
    setTimeout(() => {
      if (root.dataset.scene !== scene || root.dataset.phase !== 'deciding') return;
      clicks.push(performance.now());
      document.querySelector('.choice[data-choice="on"]').click();
    }, 150 + Math.random() * 300);
  }).observe(root, { attributes: true, attributeFilter: ['data-phase', 'data-scene'] });
})()"""


def watch(page: EnginePage, address: str, switches: int) -> dict[str, Any]:
    """Start, let the chain run to its end, give frames and clicks."""
    page.goto(address)
    engines.wait_for(page, "Boolean(document.querySelector('#start'))")
    page.evaluate(WATCH)
    page.click("#start")
    engines.wait_for(
        page,
        "document.documentElement.dataset.phase === 'ended'",
        seconds=60 + switches * numbered_film.SECONDS * 3,
    )
    return page.evaluate("window.watched")
