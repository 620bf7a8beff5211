"""The clips of the sample film are whole to the first pixel."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

MEDIA = Path(__file__).parent.parent / "sample_projects" / "border_check" / "media"
CORNER = 12
"""Pixels of the first row that are looked at."""
ALIKE = 40
"""Difference of brightness (of 255) between neighbours in a corner without an edge."""


@pytest.mark.parametrize("clip", sorted(MEDIA.glob("*.mp4")), ids=lambda clip: clip.name)
def test_the_corner_of_the_picture_is_clean(clip: Path) -> None:
    """A frame whose memory is gone while it is written begins with dark dots."""
    with av.open(str(clip)) as container:
        frame = next(container.decode(video=0))
    rows = frame.to_ndarray(format="gray")[:2, :CORNER].astype(int)
    assert abs(rows[0] - rows[1]).max() < ALIKE
