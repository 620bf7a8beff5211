"""What is asked for in the clip editor, as edits of the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from studio.desktop.clip_editor.areas import choice_of_name, concealments_of, index_of_name
from studio.media.captions import Cue, encode
from studio.media.scene_captions import caption_address
from studio.story import edits
from studio.story.finding import StudioError
from studio.story.model import Area, Concealment, Decision, Region, Scene, Story

_WHOLE = 0.02
"""An end so near the clip's, in seconds, means the clip's own end."""
_MIDDLE = Area(0.4, 0.35, 0.2, 0.3)


class Apply(Protocol):
    """Takes the next story with words for the edit, and files that it writes."""

    def __call__(
        self, story: Story, label: str, files: Mapping[str, bytes | None] | None = None
    ) -> None: ...


class ClipEdits(QObject):
    """Edits the clip of one scene; ``apply`` takes each next story with words for the edit.

    Times are seconds of the file; ``length`` is the file's.
    """

    concealed = Signal(int)
    """Which concealment was added."""
    failed = Signal(object)

    def __init__(self, apply: Apply, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._apply = apply
        self.story: Story | None = None
        self.scene_id: str | None = None
        self.length = 1.0

    @property
    def scene(self) -> Scene | None:
        """The scene whose clip is edited."""
        return self.story.scene_by_id.get(self.scene_id or "") if self.story else None

    @property
    def begin(self) -> float:
        """The clip's beginning."""
        scene = self.scene
        return float(scene.clip.footage.mark_in) if scene and scene.clip else 0.0

    @property
    def end(self) -> float:
        """The clip's end."""
        scene = self.scene
        out = scene.clip.footage.mark_out if scene and scene.clip else None
        return self.length if out is None else float(out)

    def mark(self, mark_in: float, mark_out: float) -> None:
        """Set the clip's beginning and end."""
        if self.story is not None and self.scene_id is not None and mark_in < mark_out:
            end = None if mark_out >= self.length - _WHOLE else mark_out
            story = edits.mark_clip(self.story, self.scene_id, mark_in, end)
            self._apply(story, self.tr("Marks"))

    def choose_poster(self, at: float) -> None:
        """The picture at this time stands for the clip."""
        if self.story is not None and self.scene_id is not None:
            story = edits.choose_poster(self.story, self.scene_id, max(0.0, at - self.begin))
            self._apply(story, self.tr("Picture of the clip"))

    def open_decision(self, seconds: float) -> None:
        """The decision opens so many seconds after the clip's beginning."""
        scene = self.scene
        if scene is not None and isinstance(scene.then, Decision):
            limit = scene.then.time_limit
            self.time_decision(max(0.0, seconds), None if limit is None else float(limit))

    def time_decision(self, opens: float | None, limit: float | None) -> None:
        """Set both, in seconds of the clip (None: the clip's end) and of the decision (none)."""
        scene = self.scene
        if scene is not None and self.story is not None and isinstance(scene.then, Decision):
            story = edits.time_decision(self.story, scene.id, opens, limit)
            self._apply(story, self.tr("Time of the decision"))

    def place(self, name: str, area: Area, now: float) -> None:
        """Put the named place there; a choice's first place begins now."""
        choice, index = choice_of_name(name), index_of_name(name)
        if choice is not None:
            before = self._region(choice)
            opens = round(max(0.0, now - self.begin), 3)
            region = Region(area, opens=opens) if before is None else replace(before, area=area)
            self._place_hotspot(choice, region, self.tr("Hotspot"))
        elif (before := self._concealment(index)) is not None:
            self._conceal(replace(before, area=area), index, self.tr("Concealed place"))

    def time(self, name: str, start: float, end: float) -> None:
        """The named place lasts from here to there; reaching a mark it lasts as far as there is."""
        choice, index = choice_of_name(name), index_of_name(name)
        first, last = start <= self.begin + _WHOLE, end >= self.end - _WHOLE
        if choice is not None:
            region = self._region(choice)
            if region is not None:
                opens = 0.0 if first else round(start - self.begin, 3)
                closes = None if last else round(max(0.0, end - self.begin), 3)
                region = replace(region, opens=opens, closes=closes)
                self._place_hotspot(choice, region, self.tr("Time of the hotspot"))
        elif (before := self._concealment(index)) is not None:
            # To the file's own ends, so that a mark moved outwards later bares nobody.
            after = replace(before, start=0.0 if first else start, end=None if last else end)
            self._conceal(after, index, self.tr("Time of the concealed place"))

    def conceal(self) -> None:
        """Conceal the middle of the picture all the time: rather too much than too little."""
        scene = self.scene
        if scene is not None and scene.clip is not None:
            index = len(concealments_of(scene))
            self._conceal(Concealment(_MIDDLE), None, self.tr("Conceal a place"))
            self.concealed.emit(index)

    def conceal_by(self, name: str, manner: str) -> None:
        """By ``blur`` or ``pixelate``."""
        index = index_of_name(name)
        before = self._concealment(index)
        if before is not None:
            after = replace(before, manner="pixelate" if manner == "pixelate" else "blur")
            self._conceal(after, index, self.tr("Concealed place"))

    def take_away(self, name: str) -> None:
        """The choice is words again; the place is concealed no longer."""
        choice, index = choice_of_name(name), index_of_name(name)
        if choice is not None:
            self._place_hotspot(choice, None, self.tr("Hotspot taken away"))
        elif index is not None and self.story is not None and self.scene_id is not None:
            story = edits.reveal(self.story, self.scene_id, index)
            self._apply(story, self.tr("Concealed place taken away"))

    def caption(self, language: str, cues: Sequence[Cue]) -> None:
        """Give the clip these captions in the language: their file is written as one step."""
        scene, story = self.scene, self.story
        if scene is None or scene.clip is None or story is None:
            return
        name = caption_address(scene, language)
        captions = dict(scene.clip.captions) | {language: name}
        after = replace(scene, clip=replace(scene.clip, captions=captions))
        files = {name: encode(list(cues))}
        try:
            self._apply(edits.replace_scene(story, after), self.tr("Captions"), files)
        except StudioError as error:
            self.failed.emit(error)

    def _region(self, choice_id: str) -> Region | None:
        scene = self.scene
        choices = scene.then.choices if scene and isinstance(scene.then, Decision) else ()
        return next((each.region for each in choices if each.id == choice_id), None)

    def _place_hotspot(self, choice_id: str, region: Region | None, label: str) -> None:
        if self.story is not None and self.scene_id is not None:
            story = edits.place_hotspot(self.story, self.scene_id, choice_id, region)
            self._apply(story, label)

    def _concealment(self, index: int | None) -> Concealment | None:
        places = concealments_of(self.scene) if self.scene is not None else ()
        return places[index] if index is not None and index < len(places) else None

    def _conceal(self, concealment: Concealment, index: int | None, label: str) -> None:
        if self.story is not None and self.scene_id is not None:
            story = edits.conceal(self.story, self.scene_id, concealment, index)
            self._apply(story, label)
