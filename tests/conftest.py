"""What holds for all tests: random stories are judged by what they find, never by speed."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "studio",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # Where a change is judged, the same stories come every time; at the desk, new ones.
    derandomize="CI" in os.environ,
)
settings.load_profile("studio")
