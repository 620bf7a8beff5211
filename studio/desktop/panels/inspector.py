"""The inspector: the texts of the selected scene, in every language of the story."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.canvas.words import outcome_words
from studio.desktop.language import in_language
from studio.story import edits
from studio.story.model import Decision, Ending, Next, Scene, Story, targets

Edit = Callable[[Story, str, str], Story]
"""From a story, a language and words to the next story."""


class TextField(QPlainTextEdit):
    """Plain text that reports itself when the focus leaves it."""

    left = Signal()

    def __init__(self, words: str, lines: int) -> None:
        super().__init__(words)
        self.setTabChangesFocus(True)
        if lines == 1:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The words are final when the focus leaves."""
        super().focusOutEvent(event)
        self.left.emit()


@dataclass
class Entry:
    """A field, the words that the story has for it, and the edit that it makes."""

    field: TextField
    language: str
    before: str
    edit: Edit


def texts_of(scene: Scene) -> list[Mapping[str, str]]:
    """The texts of a scene in the order in which the inspector shows them."""
    texts = [scene.title]
    if scene.clip is None:
        texts.append(scene.card.text if scene.card else {})
    match scene.then:
        case Decision(prompt=prompt, choices=choices):
            texts += [prompt, *(choice.text for choice in choices)]
        case Ending(headline=headline):
            texts.append(headline)
        case _:
            pass
    return texts


def shape_of(story: Story, scene: Scene, language: str) -> tuple[object, ...]:
    """What the inspector shows of the scene but its own texts: if equal, the fields can stay."""
    choices = scene.then.choices if isinstance(scene.then, Decision) else ()
    names = [
        in_language(story.scene_by_id[target].title, language, target)
        for target in targets(scene)
        if target in story.scene_by_id and target != scene.id
    ]
    footage = scene.clip.footage.file if scene.clip else None
    outcome = scene.then.outcome if isinstance(scene.then, Ending) else None
    ways = [(choice.id, choice.target) for choice in choices]
    return (scene.id, type(scene.then), ways, names, footage, outcome, story.languages, language)


class Inspector(QScrollArea):
    """Shows one scene and asks for edits; it never changes the story itself."""

    edited = Signal(object, str)
    """The next story, and the words for the edit."""
    scene_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(300)
        self._story: Story | None = None
        self._scene: Scene | None = None
        self._language = "en"
        self._read_only = False
        self._entries: list[Entry] = []
        self._shape: tuple[object, bool] | None = None
        self._heading = QLabel()
        self._column = QVBoxLayout()
        self._rebuild()

    def show_scene(
        self, story: Story | None, scene_id: str | None, language: str, read_only: bool
    ) -> None:
        """Show the scene of this story value, or that none is selected."""
        scene = story.scene_by_id.get(scene_id or "") if story else None
        shape = (shape_of(story, scene, language) if story and scene else None, read_only)
        self._story, self._scene, self._language = story, scene, language
        self._read_only = read_only
        if shape == self._shape and scene is not None:
            self._refresh(scene)
        else:
            self._shape = shape
            self._rebuild()

    def commit(self) -> None:
        """Ask for the edits that are typed but not yet made."""
        for entry in list(self._entries):
            words = entry.field.toPlainText()
            if words != entry.before and self._story is not None:
                entry.before = words
                story = entry.edit(self._story, entry.language, words)
                # Whoever holds the story shows the next one here, before this call returns.
                self.edited.emit(story, entry.field.accessibleName())

    def _refresh(self, scene: Scene) -> None:
        self._heading.setText(in_language(scene.title, self._language, scene.id))
        words = [text.get(tag, "") for text in texts_of(scene) for tag in self._tags()]
        for entry, now in zip(self._entries, words, strict=True):
            if entry.before != now:
                entry.before = now
                entry.field.setPlainText(now)

    def _tags(self) -> tuple[str, ...]:
        return self._story.languages if self._story else ()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()

    def _rebuild(self) -> None:
        self._entries = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 14, 16, 16)
        self._column.setSpacing(6)
        if self._story is None or self._scene is None:
            hint = QLabel(self.tr("Select a scene on the map to see and edit its texts."))
            hint.setWordWrap(True)
            hint.setProperty("quiet", True)
            self._column.addWidget(hint)
        else:
            self._add_scene(self._story, self._scene)
        self._column.addStretch(1)
        self.setWidget(inside)

    def _add_scene(self, story: Story, scene: Scene) -> None:
        scene_id = scene.id
        self._heading = QLabel(in_language(scene.title, self._language, scene_id))
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setProperty("heading", True)
        self._heading.setWordWrap(True)
        self._column.addWidget(self._heading)
        self._add_quiet(scene_id)
        self._add_texts(
            self.tr("Title"),
            scene.title,
            lambda story, tag, words: edits.retitle_scene(story, scene_id, tag, words),
        )
        if scene.clip is not None:
            self._add_label(self.tr("Clip"))
            self._add_quiet(scene.clip.footage.file)
        else:
            self._add_texts(
                self.tr("Card"),
                scene.card.text if scene.card else {},
                lambda story, tag, words: edits.write_card(story, scene_id, tag, words),
                lines=3,
            )
        match scene.then:
            case Decision() as decision:
                self._add_decision(scene_id, decision)
            case Next(target=target, branches=branches):
                self._add_label(self.tr("Next scene"))
                for each in (*(branch.target for branch in branches), target):
                    if each is not None:
                        self._add_way(story, each)
            case Ending() as ending:
                self._add_quiet(outcome_words(ending.outcome))
                self._add_texts(
                    self.tr("Headline"),
                    ending.headline,
                    lambda story, tag, words: edits.write_headline(story, scene_id, tag, words),
                )
            case None:
                self._add_quiet(self.tr("What follows is not decided yet."))

    def _add_decision(self, scene_id: str, decision: Decision) -> None:
        self._add_texts(
            self.tr("Question"),
            decision.prompt,
            lambda story, tag, words: edits.write_prompt(story, scene_id, tag, words),
            lines=2,
        )
        for number, choice in enumerate(decision.choices, 1):
            choice_id = choice.id

            def edit(story: Story, tag: str, words: str, choice_id: str = choice_id) -> Story:
                return edits.write_choice(story, scene_id, choice_id, tag, words)

            self._add_texts(
                self.tr("Choice {number}").format(number=number), choice.text, edit, lines=2
            )
            if choice.target is not None and self._story is not None:
                self._add_way(self._story, choice.target)
            else:
                self._add_quiet(self.tr("Stays in the decision"))

    def _add_label(self, words: str) -> None:
        self._column.addSpacing(8)
        label = QLabel(words)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        self._column.addWidget(label)

    def _add_quiet(self, words: str) -> None:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        label.setProperty("quiet", True)
        self._column.addWidget(label)

    def _add_way(self, story: Story, target: str) -> None:
        scene = story.scene_by_id.get(target)
        words = in_language(scene.title, self._language, target) if scene else target
        button = QPushButton(f"→  {words}".replace("&", "&&"))
        button.setEnabled(scene is not None)
        button.setStyleSheet("text-align: left")
        button.clicked.connect(lambda: self.scene_wanted.emit(target))
        self._column.addWidget(button)

    def _add_texts(self, name: str, text: Mapping[str, str], edit: Edit, *, lines: int = 1) -> None:
        self._add_label(name)
        for tag in self._tags():
            before = text.get(tag, "")
            field = TextField(before, lines)
            field.setObjectName(f"{name}-{tag}")
            field.setAccessibleName(f"{name} ({tag})")
            field.setPlaceholderText(tag)
            field.setToolTip(f"{name} ({tag})")
            field.setReadOnly(self._read_only)
            field.left.connect(self.commit)
            self._entries.append(Entry(field, tag, before, edit))
            self._column.addWidget(field)
