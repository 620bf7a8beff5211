"""The effort of encoding is measured by the real encoder."""

from __future__ import annotations

from studio.media.profiles import PROFILES
from studio.media.speed import encoding_effort


def test_larger_pictures_take_longer() -> None:
    small, large = (
        encoding_effort(PROFILES[name]) for name in ("everywhere-480", "everywhere-1080")
    )
    assert small is not None
    assert large is not None
    assert 0 < small < large
