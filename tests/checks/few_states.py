"""Explore a few states and sample a few steps: enough for tests of everything else."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from functools import partial

import pytest

from studio.checks import states_of_play
from studio.checks.explore import explore, sampling


@contextmanager
def few_states(limit: int = 1_000) -> Generator[None]:
    """Within the block no exploration of the checks looks at more states than that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(states_of_play, "explore", partial(explore, limit=limit))
        patch.setattr(sampling, "STEP_BUDGET", limit)
        yield
