"""Soft beds of sound, synthesised: wind and engine, the cabin, a quiet room."""

from __future__ import annotations

import numpy as np

RATE = 48_000


def _noise(count: int, smooth: int, seed: int) -> np.ndarray:
    random = np.random.default_rng(seed)
    raw = random.standard_normal(count + smooth)
    summed = np.cumsum(np.insert(raw, 0, 0.0))
    soft = (summed[smooth:] - summed[:-smooth])[:count]
    return soft / (np.abs(soft).max() + 1e-9)


def bed(kind: str, seconds: float) -> np.ndarray:
    """A stereo bed of ``seconds`` with soft ends."""
    count = int(seconds * RATE)
    time = np.arange(count) / RATE
    swell = 0.7 + 0.3 * np.sin(2 * np.pi * 0.13 * time + 1)
    if kind == "room":
        left, right = (_noise(count, 60, seed) * 0.03 for seed in (1, 2))
        hum = 0.006 * np.sin(2 * np.pi * 100 * time)
    else:
        depth = 160 if kind == "cabin" else 90
        left, right = (_noise(count, depth, seed) * 0.07 * swell for seed in (3, 4))
        engine = sum(
            np.sin(2 * np.pi * 27 * harmonic * time + 0.4 * np.sin(2 * np.pi * 1.7 * time))
            / harmonic
            for harmonic in (1, 2, 3, 4, 6)
        )
        hum = engine * (0.022 if kind == "cabin" else 0.012)
    stereo = np.stack([left + hum, right + hum], axis=1)
    ends = np.minimum(1, np.minimum(time / 0.25, (seconds - time) / 0.35))
    return (stereo * np.clip(ends, 0, 1)[:, None]).astype(np.float32)
