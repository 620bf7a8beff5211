"""What a fix is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from studio.story.finding import Finding, InterfaceLanguage
from studio.story.model import Story


class Fix(Struct, frozen=True):
    """One click that mends a finding without deciding anything that is the author's to decide.

    Safe means: what the trainee experiences stays the same or becomes what was plainly meant;
    nothing written or filmed is lost; no new error appears. ``label`` says what it does.
    """

    code: str
    label: Mapping[InterfaceLanguage, str]
    change: Callable[[Story, Finding], Story]

    def apply(self, story: Story, finding: Finding) -> Story:
        """The mended story; the same object where the finding no longer applies."""
        try:
            return self.change(story, finding)
        except (KeyError, IndexError):
            # The story went on since it was checked, and the place is gone.
            return story
