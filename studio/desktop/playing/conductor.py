"""Turns time into actions while a story is rehearsed: clips, cards, opening times, time limits."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from studio.desktop.language import in_language
from studio.desktop.playing.clip_reading import ClipHead
from studio.desktop.playing.rehearsal import Rehearsal
from studio.desktop.playing.screen import ClipScreen
from studio.story.finding import ProofStep
from studio.story.model import Clip, ContentNote, Decision, Footage, Scene, choice_of
from studio.story.play import Action, NotPossible
from studio.story.reading import card_seconds

_TICK_MILLISECONDS = 40
_LOOK_SECONDS = 1.2
"""How long a decision is shown before a given playthrough takes its choice."""
_UNSHOWN_SECONDS = 5.0


class Conductor(QObject):
    """Plays one rehearsal on one screen."""

    changed = Signal()
    """The state is another one, or the story is."""
    ticked = Signal()
    clip_failed = Signal(str)
    strayed = Signal()
    """The story no longer allows the next of the given steps: they are given up."""

    def __init__(self, screen: ClipScreen, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.screen = screen
        self.rehearsal: Rehearsal | None = None
        self.folder = Path()
        self.language = "en"
        self.paused = False
        self.speed = 1.0
        self.on_card = False
        self.card_seconds = 0.0
        self.elapsed = 0.0
        """Seconds of the scene's clip or card that have been shown."""
        self.deciding = 0.0
        """Seconds since the decision opened."""
        self.over = False
        self.note: ContentNote | None = None
        """What is said before a hard scene, while it waits for an answer."""
        self.clip: Clip | None = None
        """What is on the screen: the scene's clip, or the one of a feedback; None: a card."""
        self.telling = False
        """Whether a feedback's clip runs."""
        self._given: list[Action] = []
        self._shown: tuple[int, str | None] | None = None
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)
        screen.moved.connect(self._move)
        screen.ended.connect(self._end_of_clip)
        screen.failed.connect(self._fail)
        screen.loaded.connect(self._load)

    @property
    def scene(self) -> Scene | None:
        """The scene that is played."""
        if self.rehearsal is None:
            return None
        return self.rehearsal.story.scene_by_id.get(self.rehearsal.state.scene or "")

    @property
    def limit(self) -> float | None:
        """Seconds left to decide, or None where there is no limit."""
        scene = self.scene
        open_now = self.rehearsal is not None and self.rehearsal.state.phase == "deciding"
        if not open_now or scene is None or not isinstance(scene.then, Decision):
            return None
        limit = scene.then.time_limit
        return None if limit is None else max(0.0, float(limit) - self.deciding)

    def begin(self, rehearsal: Rehearsal, given: Iterable[ProofStep | Action] = ()) -> None:
        """Play; ``given`` steps are taken by themselves, in their time."""
        self.rehearsal = rehearsal
        self._given = [Action(each.action, each.choice) for each in given]  # type: ignore[arg-type]
        self._shown = None
        self.paused = False
        self._timer.start()
        self._arrive()

    def stop(self) -> None:
        """End; nothing is shown any more."""
        self._timer.stop()
        self.screen.close_clip()
        self.rehearsal = None

    def do(self, action: Action) -> None:
        """Take a step, if it is still possible."""
        if self.rehearsal is None:
            return
        try:
            self.rehearsal.do(action)
        except (NotPossible, KeyError):
            if self._given and self._given[0] == action:
                self._given = []
                self.strayed.emit()
            self.changed.emit()
            return
        if self._given and self._given[0] == action:
            self._given.pop(0)
        else:
            self._given = []
        self._arrive()

    def back(self) -> None:
        """Go back to the beginning of this scene, or of the one before."""
        if self.rehearsal is not None and self.rehearsal.back():
            self._given = []
            self._shown = None
            self._arrive()

    def skip(self) -> None:
        """To what comes next: the end of the clip or card, or the next given step."""
        if self.rehearsal is None:
            return
        if self.note is not None:
            self.answer_note(instead=False)
        elif self.telling:
            self.screen.pause()
            self._end_of_clip()
        elif self.rehearsal.state.phase == "playing":
            self.screen.pause()
            self.over = True
            self.do(self.rehearsal.possible[0])
        elif self._given:
            self.do(self._given[0])

    def answer_note(self, *, instead: bool) -> None:
        """Show the hard scene, or its summary ``instead``."""
        note, scene = self.note, self.scene
        self.note = None
        if note is None or scene is None:
            return
        self.deciding = 0.0
        if instead:
            self._show_card(scene, words=in_language(note.summary, self.language))
        else:
            self._begin_scene(scene)
        self.changed.emit()

    def skip_to_end(self) -> None:
        """Take every given step at once."""
        while self._given and self.rehearsal is not None:
            before = len(self.rehearsal.taken)
            self.do(self._given[0])
            if len(self.rehearsal.taken) == before:
                return

    @property
    def given(self) -> int:
        """How many steps are still given."""
        return len(self._given)

    def set_paused(self, paused: bool) -> None:
        """Stand still, or go on."""
        self.paused = paused
        if paused:
            self.screen.pause()
        elif not self.on_card and not self.over and self._moves():
            self.screen.play()
        self.changed.emit()

    def set_speed(self, speed: float) -> None:
        """Clips and cards, not time limits."""
        self.speed = speed
        self.screen.set_rate(speed)

    def retell(self) -> None:
        """The story or the language is another: show the scene anew if it looks different."""
        self.changed.emit()

    def _moves(self) -> bool:
        """Whether the picture moves in this phase."""
        assert self.rehearsal is not None
        if self.note is not None:
            return False
        if self.telling:
            return True
        phase, scene = self.rehearsal.state.phase, self.scene
        if phase == "playing":
            return True
        waiting = isinstance(scene.then, Decision) and scene.then.while_waiting if scene else ""
        return phase == "deciding" and waiting in ("loop", "continue")

    def _arrive(self) -> None:
        """Show the state that was just reached."""
        assert self.rehearsal is not None
        state = self.rehearsal.state
        entry = (len(state.entered), state.scene)
        if state.phase == "playing" and entry != self._shown:
            self._shown = entry
            self._enter()
        elif state.phase == "deciding":
            self.deciding = 0.0
            scene, self.telling = self.scene, False
            if scene is not None and self.clip is not None and self.clip is not scene.clip:
                self._begin_scene(scene)  # Tried again after a feedback's clip.
                self.screen.seek(self.screen.begin + self._opens())
            if not self._moves():
                self.screen.pause()
        elif state.phase in ("feedback", "ended", "stuck"):
            self.deciding = 0.0
            self.screen.pause()
            if state.phase == "feedback":
                self._tell_by_clip()
        self.changed.emit()

    def _enter(self) -> None:
        scene = self.scene
        self.elapsed, self.deciding, self.over = 0.0, 0.0, False
        self.telling = False
        self.note = scene.content_note if scene is not None else None
        if scene is None:
            return
        if self.note is not None:
            self._show_card(scene, words=in_language(self.note.text, self.language))
        else:
            self._begin_scene(scene)

    def _begin_scene(self, scene: Scene) -> None:
        if scene.clip is None:
            self._show_card(scene)
            return
        self._show_clip(scene.clip, scene.clip.dubbed.get(self.language, scene.clip.footage))

    def _show_clip(self, clip: Clip, footage: Footage) -> None:
        self.on_card, self.over, self.clip = False, False, clip
        self.elapsed = 0.0
        self.screen.show_clip(
            self.folder / footage.file,
            float(footage.mark_in),
            None if footage.mark_out is None else float(footage.mark_out),
            crop=clip.treatment is not None and clip.treatment.fit == "crop",
            play=not self.paused,
        )

    def _tell_by_clip(self) -> None:
        """A feedback at once may have a clip, which comes before its words."""
        scene, rehearsal = self.scene, self.rehearsal
        if scene is None or rehearsal is None or not rehearsal.state.path:
            return
        choice = choice_of(scene, rehearsal.state.path[-1].choice)
        clip = choice.feedback.clip if choice is not None and choice.feedback is not None else None
        self.telling = clip is not None
        if clip is not None:
            self._show_clip(clip, clip.dubbed.get(self.language, clip.footage))

    def _opens(self) -> float:
        """When the decision opens, in seconds of the scene's clip."""
        then = self.scene.then if self.scene is not None else None
        opens = then.opens if isinstance(then, Decision) else None
        return max(0.0, self.screen.end - self.screen.begin) if opens is None else float(opens)

    def _show_card(
        self, scene: Scene, seconds: float | None = None, words: str | None = None
    ) -> None:
        card = scene.card
        if words is None:
            words = in_language(card.text, self.language) if card else ""
            words = words or in_language(scene.script, self.language)
        self.on_card, self.over, self.clip = True, False, None
        fixed = float(card.seconds) if card is not None and card.seconds is not None else None
        self.card_seconds = seconds or fixed or card_seconds(words)
        image = self.folder / card.image if card is not None and card.image else None
        self.screen.show_card(in_language(scene.title, self.language, scene.id), words, image)

    def _load(self, _head: ClipHead) -> None:
        self.ticked.emit()

    def _fail(self, reason: str) -> None:
        """The clip cannot be shown here: its scene plays as a card, as it would in the film."""
        scene = self.scene
        if self.telling:
            self.telling = False
            self.clip_failed.emit(reason)
            self.changed.emit()
        elif scene is not None:
            self._show_card(scene, _UNSHOWN_SECONDS)
            self.clip_failed.emit(reason)

    def _move(self, seconds: float) -> None:
        if self.rehearsal is not None and not self.on_card:
            self.elapsed = max(0.0, seconds - self.screen.begin)
            self._open_in_time()

    def _open_in_time(self) -> None:
        scene, rehearsal = self.scene, self.rehearsal
        if scene is None or rehearsal is None or rehearsal.state.phase != "playing":
            return
        then = scene.then
        if isinstance(then, Decision) and then.opens is not None and self.elapsed >= then.opens:
            self.do(Action("open"))

    def _end_of_clip(self) -> None:
        self.over = True
        rehearsal, scene = self.rehearsal, self.scene
        if rehearsal is None or scene is None:
            return
        if self.telling:
            self.telling, self.deciding = False, 0.0
            self.changed.emit()
            return
        if rehearsal.state.phase == "playing":
            self.do(rehearsal.possible[0])
        then = scene.then
        if rehearsal.state.phase == "deciding" and isinstance(then, Decision):
            if then.while_waiting == "loop" and not self.paused:
                self.over = False
                self.screen.play()
                self.screen.seek(self.screen.begin + float(then.opens or 0))
            elif then.while_waiting == "continue" and then.on_timeout is not None:
                self.do(Action("timeout"))

    def _tick(self) -> None:
        now = time.monotonic()
        passed, self._last = min(0.5, now - self._last), now
        rehearsal = self.rehearsal
        if rehearsal is None or self.paused:
            return
        phase = rehearsal.state.phase
        if self.note is not None:
            self.deciding += passed
            if self._given and self.deciding >= _LOOK_SECONDS / self.speed:
                self.answer_note(instead=False)
        elif phase == "playing" and self.on_card:
            self.elapsed += passed * self.speed
            self._open_in_time()
            if rehearsal.state.phase == "playing" and self.elapsed >= self.card_seconds:
                self.over = True
                self.do(rehearsal.possible[0])
        elif phase in ("deciding", "feedback") and not self.telling:
            self.deciding += passed
            if self._given and self.deciding >= _LOOK_SECONDS / self.speed:
                self.do(self._given[0])
            elif self.limit == 0.0 and Action("timeout") in rehearsal.possible:
                self.do(Action("timeout"))
        self.ticked.emit()
