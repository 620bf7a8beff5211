"""HDR pictures on ordinary screens: the numbers of the standards, applied to pixel arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from studio.media.probe import Transfer

REFERENCE_WHITE = 203.0
"""What 1.0 means in linear light, in cd/m2: white paper in HDR (ITU-R BT.2408)."""
PEAK = 1000.0 / REFERENCE_WHITE
"""The brightest linear light that is kept apart: 1000 cd/m2."""
KNEE = 0.3
"""Linear light up to which nothing changes: skin and shadows look as they were graded."""

_TO_BT709 = np.array(
    [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]],
    dtype=np.float32,
)  # ITU-R BT.2087, BT.2020 to BT.709 in linear light
_BT2020_BRIGHTNESS = np.array([0.2627, 0.6780, 0.0593], dtype=np.float32)


def to_standard_range(signal: NDArray[Any], transfer: Transfer) -> NDArray[np.uint8]:
    """HDR signal values (BT.2020, 0 to 1, last axis red, green, blue) as sRGB from 0 to 255."""
    light = _light_of_pq(signal) if transfer == "pq" else _light_of_hlg(signal)
    light = np.maximum(light @ _TO_BT709.T, 0)
    brightest = np.maximum(light.max(axis=-1, keepdims=True), 1e-6)
    light = np.clip(light * (_compressed(brightest) / brightest), 0, 1)
    encoded = np.where(light <= 0.0031308, 12.92 * light, 1.055 * np.power(light, 1 / 2.4) - 0.055)
    return np.rint(np.clip(encoded, 0, 1) * 255).astype(np.uint8)


def _light_of_pq(signal: NDArray[Any]) -> NDArray[Any]:
    """SMPTE ST 2084, equation of the EOTF."""
    power = np.power(np.clip(signal, 0, 1), 1 / 78.84375)
    ratio = np.maximum(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power)
    return np.power(ratio, 1 / 0.1593017578125) * (10_000 / REFERENCE_WHITE)


def _light_of_hlg(signal: NDArray[Any]) -> NDArray[Any]:
    """ITU-R BT.2100, inverse OETF of HLG and the system gamma of a 1000 cd/m2 screen."""
    bright = (np.exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12
    scene = np.where(signal <= 0.5, signal**2 / 3, bright)
    brightness = np.maximum(scene @ _BT2020_BRIGHTNESS, 1e-6)
    return scene * np.power(brightness, 0.2)[..., None] * (1000 / REFERENCE_WHITE)


def _compressed(light: NDArray[Any]) -> NDArray[Any]:
    """A Möbius curve that leaves ``KNEE`` with slope 1 and brings ``PEAK`` to 1.

    The same as libavfilter's ``tonemap=mobius`` with these numbers.
    """
    a = -(KNEE**2) * (PEAK - 1) / (KNEE**2 - 2 * KNEE + PEAK)
    b = (KNEE**2 - 2 * KNEE * PEAK + PEAK) / (PEAK - 1)
    return np.where(light <= KNEE, light, (b + KNEE) ** 2 / (b - a) * (light + a) / (light + b))
