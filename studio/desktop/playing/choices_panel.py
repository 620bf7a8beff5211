"""Under the picture: the question, every choice with what it would do, feedback, the ending."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.language import in_language
from studio.desktop.playing.rehearsal import Prospect, Rehearsal
from studio.story.model import ContentNote, Decision, Ending, Story, Value, choice_of
from studio.story.play import Action

_LETTERS = 46
"""In one line of a choice; a button wraps nothing by itself."""


class ChoicesPanel(QFrame):
    """Shows what can be done in a state, and asks for it."""

    wanted = Signal(object)
    """An :class:`Action`."""
    note_answered = Signal(bool)
    """A hard scene is to be shown, or (True) its summary instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 10)
        self._column.setSpacing(6)
        self._language = "en"
        self.buttons: list[QPushButton] = []

    def show_state(self, rehearsal: Rehearsal, language: str) -> None:
        """Show the decision, feedback or ending of this state."""
        self._language = language
        self.buttons = []
        _empty(self._column)
        story, state = rehearsal.story, rehearsal.state
        scene = story.scene_by_id.get(state.scene or "")
        match state.phase:
            case "ended" if scene is not None and isinstance(scene.then, Ending):
                self._heading(in_language(scene.then.headline, language, self.tr("The end")))
                self._words(in_language(scene.then.debrief, language))
            case "feedback" if scene is not None and state.path:
                choice = choice_of(scene, state.path[-1].choice)
                if choice is not None and choice.feedback is not None:
                    self._heading(in_language(choice.text, language, choice.id))
                    self._words(in_language(choice.feedback.text, language))
                    self._words(in_language(choice.feedback.why, language))
                names = {"proceed": self.tr("Continue"), "retry": self.tr("Try again")}
                for action in rehearsal.possible:
                    self._button(names[action.action], "", lambda a=action: self.wanted.emit(a))
            case "stuck":
                self._heading(self.tr("The film cannot go on from here."))
                self._words(
                    self.tr(
                        "Nothing can be chosen, or the way on leads nowhere. Mend it on the map: "
                        "the next step uses the story as it is then."
                    )
                )
            case _ if scene is not None and isinstance(scene.then, Decision):
                self._heading(in_language(scene.then.prompt, language))
                waiting = state.phase == "playing"
                for prospect in rehearsal.prospects():
                    self._choice(story, prospect, waiting)
            case _:
                pass
        self._column.addStretch(1)

    def show_note(self, note: ContentNote, language: str) -> None:
        """Show what is said before a hard scene, and the two ways on."""
        self._language = language
        self.buttons = []
        _empty(self._column)
        self._heading(self.tr("Before this scene"))
        self._words(in_language(note.text, language))
        self._button(self.tr("Show the scene"), "", lambda: self.note_answered.emit(False))
        if in_language(note.summary, language):
            self._button(
                self.tr("Read what happens instead"), "", lambda: self.note_answered.emit(True)
            )
        self._column.addStretch(1)

    def _choice(self, story: Story, prospect: Prospect, waiting: bool) -> None:
        choice = prospect.choice
        words = in_language(choice.text, self._language, choice.id)
        if choice.region is not None:
            words += "  " + self.tr("(on the picture)")
        if not choice.offered:
            words += "  " + self.tr("(only when time runs out)")
        action = Action("choose", choice.id)
        button = self._button(words, self.tell(story, prospect), lambda: self.wanted.emit(action))
        button.setEnabled(prospect.enabled and choice.offered and not waiting)

    def tell(self, story: Story, prospect: Prospect) -> str:
        """In words what the choice would do."""
        parts: list[str] = []
        if not prospect.enabled:
            parts.append(self.tr("not available now"))
        target = story.scene_by_id.get(prospect.target or "")
        if prospect.target is None:
            parts.append(self.tr("stays here"))
        elif target is None:
            parts.append(self.tr("leads nowhere"))
        else:
            parts.append("→ " + in_language(target.title, self._language, target.id))
        for name, before, after in prospect.changes:
            known = story.variable_by_id.get(name)
            shown = in_language(known.name, self._language, name) if known else name
            parts.append(f"{shown}: {self._value(before)} → {self._value(after)}")
        if prospect.score:
            parts.append(self.tr("{points} points").format(points=f"{prospect.score:+g}"))
        competences = {each.id: each.name for each in story.competences}
        for name, points in prospect.competences:
            parts.append(
                f"{in_language(competences.get(name, {}), self._language, name)} {points:+g}"
            )
        indicators = {each.id: each.name for each in story.indicators}
        for name in prospect.noticed:
            shown = in_language(indicators.get(name, {}), self._language, name)
            parts.append(self.tr("notices {name}").format(name=shown))
        if prospect.choice.feedback is not None:
            now = prospect.choice.feedback.when == "at_once"
            parts.append(self.tr("feedback now") if now else self.tr("feedback at the end"))
        return "  ·  ".join(parts)

    def _value(self, value: Value | None) -> str:
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        return "?" if value is None else str(value)

    def _heading(self, words: str) -> None:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        label.setVisible(bool(words))
        self._column.addWidget(label)

    def _words(self, words: str) -> None:
        if words:
            label = QLabel(words.replace("<", "&lt;"))
            label.setTextFormat(Qt.TextFormat.MarkdownText)
            label.setWordWrap(True)
            self._column.addWidget(label)

    def _button(self, words: str, note: str, act: Callable[[], object]) -> QPushButton:
        number = len(self.buttons) + 1
        lines = textwrap.wrap(words, _LETTERS) or [""]
        shown = f"{number}   " + "\n      ".join(lines)
        button = QPushButton(shown.replace("&", "&&"))
        button.setStyleSheet("text-align: left")
        button.setToolTip(note)
        button.setAccessibleName(words)
        button.setAccessibleDescription(note)
        if number <= 9:
            button.setShortcut(str(number))
        button.clicked.connect(lambda _=False: act())
        self.buttons.append(button)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        button.setMinimumWidth(10)
        row = QHBoxLayout()
        row.addWidget(button, 1)
        label = QLabel(note)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("quiet", True)
        label.setWordWrap(True)
        row.addWidget(label, 1)
        self._column.addLayout(row)
        return button


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    items: Sequence = [layout.takeAt(0) for _ in range(layout.count())]
    for item in items:
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()
        elif item.layout() is not None:
            _empty(item.layout())
