"""What cards show beside their scene: picture and length of the clip, findings of the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtGui import QImage

from studio.desktop.canvas.cards import Look
from studio.desktop.canvas.shapes import Card
from studio.story.finding import Finding
from studio.story.model import Story

_NO_CAPTIONS = "TX003"
_MOST_PICTURES = 250
"""A picture takes 0.36 MB."""


class Looks:
    """Kept by scene id; knows nothing of where a card lies."""

    def __init__(self) -> None:
        self.pictures: dict[str, QImage] = {}
        self._seconds: dict[str, float] = {}
        self._counts: dict[str, tuple[int, int, bool]] = {}

    def forget(self) -> None:
        """Before another story."""
        self.pictures.clear()
        self._seconds.clear()
        self._counts = {}

    def set_preview(
        self, scene_id: str, picture: QImage, seconds: float, in_sight: Callable[[str], bool]
    ) -> None:
        """Keep the picture; of too many the one kept longest goes that is not in sight."""
        self.pictures.pop(scene_id, None)
        self.pictures[scene_id] = picture
        self._seconds[scene_id] = seconds
        if len(self.pictures) > _MOST_PICTURES:
            gone = next((each for each in self.pictures if not in_sight(each)), None)
            if gone is not None:
                del self.pictures[gone]

    def set_findings(self, findings: Iterable[Finding]) -> set[str]:
        """Count errors and warnings by scene; the scenes for which that differs from before."""
        counts: dict[str, tuple[int, int, bool]] = {}
        for finding in findings:
            scene = finding.place.scene
            if scene is None or finding.severity == "notice":
                continue
            errors, warnings, captions = counts.get(scene, (0, 0, False))
            if finding.code == _NO_CAPTIONS:
                captions = True
            elif finding.severity == "error":
                errors += 1
            else:
                warnings += 1
            counts[scene] = (errors, warnings, captions)
        before, self._counts = self._counts, counts
        return {
            each for each in counts.keys() | before.keys() if counts.get(each) != before.get(each)
        }

    def of(self, card: Card, story: Story, language: str) -> Look:
        """The card's look in this story."""
        scene = card.scene
        errors, warnings, captions = self._counts.get(scene.id, (0, 0, False))
        picture = self.pictures.get(scene.id) if scene.clip is not None else None
        return Look(
            start=scene.id == story.start,
            seconds=self._seconds.get(scene.id),
            picture=picture.cacheKey() if picture is not None else 0,
            errors=errors,
            warnings=warnings,
            captions_missing=captions,
            broken=tuple(
                number
                for number, row in enumerate(card.rows)
                if row.target is not None and row.target not in story.scene_by_id
            ),
            language=language,
        )
