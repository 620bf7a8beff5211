"""Questions asked of a story: pure functions from a context to findings."""

from studio.checks.context import Context
from studio.checks.registry import Report, run_checks

__all__ = ["Context", "Report", "run_checks"]
