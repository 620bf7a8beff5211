"""When the frames of a stream are shown: what a player needs to know of them, without pictures."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Timing(NamedTuple):
    """The packets of one stream in the order of decoding; times in ticks of ``time_base``.

    ``times`` is when each frame is shown, ``lasting`` how long, ``keys`` which are keyframes.
    """

    time_base: Fraction
    times: NDArray[np.int64]
    lasting: NDArray[np.int64]
    keys: NDArray[np.bool_]

    @property
    def begin(self) -> float:
        """When the first frame is shown, in seconds; 0 without any."""
        return float(int(self.times.min()) * self.time_base) if self.times.size else 0.0

    @property
    def end(self) -> int:
        """When the last frame ends, in ticks."""
        return int((self.times + self.lasting).max()) if self.times.size else 0

    @property
    def seconds(self) -> float:
        """From the first frame's begin to the last one's end."""
        if not self.times.size:
            return 0.0
        return float((self.end - int(self.times.min())) * self.time_base)

    def _steps(self) -> NDArray[np.int64]:
        return np.diff(np.sort(self.times))

    @property
    def longest_hole(self) -> float:
        """The longest time without a new frame, in seconds."""
        steps = self._steps()
        return float(int(steps.max()) * self.time_base) if steps.size else 0.0

    @property
    def constant(self) -> bool:
        """Whether neighbouring frames differ by one tick of rounding at most."""
        steps = self._steps()
        return not steps.size or int(steps.max() - steps.min()) <= 1

    @property
    def keyframe_interval(self) -> float:
        """The longest time between keyframes in seconds, to the end for the last one."""
        marks = np.append(np.sort(self.times[self.keys]), self.end)
        if marks.size < 2:
            return float("inf")
        return float(int(np.diff(marks).max()) * self.time_base)

    @property
    def first_is_keyframe(self) -> bool:
        """Whether decoding can begin at the first packet."""
        return bool(self.keys.size and self.keys[0])

    @property
    def closed(self) -> bool:
        """Whether no frame that follows a keyframe in the file is shown before it."""
        positions = np.where(self.keys, np.arange(self.keys.size), -1)
        last = np.maximum.accumulate(positions) if positions.size else positions
        known = last >= 0
        return bool((self.times[known] >= self.times[last[known]]).all())
