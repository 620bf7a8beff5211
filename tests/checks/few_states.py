"""Explore a few thousand states instead of hundreds of thousands: enough for tests of the rest."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from functools import partial

import pytest

from studio.checks import context
from studio.checks.explore import explore


@contextmanager
def few_states(limit: int = 1_000) -> Generator[None]:
    """Within the block no exploration of the checks looks at more states than that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(context, "explore", partial(explore, limit=limit))
        yield
