"""The page of one scene: what it shows, what follows, and what authors keep beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from studio.desktop.inspector.editing import Editing, name_of
from studio.desktop.inspector.effects import EffectsField
from studio.desktop.inspector.follow import FollowForm
from studio.desktop.inspector.footage import FootageForm, grid_of, seconds
from studio.desktop.inspector.parts import Form, Rebuilt, Section, caption, quiet, tool
from studio.desktop.inspector.sentences import effect_words
from studio.desktop.inspector.text_fields import (
    LineField,
    TextsField,
    WordsField,
    words_in_list,
)
from studio.desktop.inspector.value_fields import CheckField, PickField
from studio.story import edits
from studio.story.edits import Address
from studio.story.model import Discussion, Scene, Sighting

translate = QCoreApplication.translate
_TURN = 8
"""Milliseconds from one part of a page to the next."""


class ScenePage(Form):
    """Everything of one scene, most of it folded."""

    def __init__(self, editing: Editing, scene_id: str) -> None:
        super().__init__(editing)
        self.scene_id = scene_id
        self.address: Address = ("scenes", scene_id)
        self.column.setSpacing(8)
        self.heading = QLabel()
        self.heading.setProperty("heading", True)
        self.heading.setWordWrap(True)
        self._about = quiet("")
        self.start = QPushButton(self.tr("Start the film here"))
        self.start.setObjectName("make-start")
        self.start.setProperty("flat", True)
        self.start.setEnabled(not editing.read_only)
        self.start.clicked.connect(
            lambda: editing.do(lambda story: edits.set_start(story, scene_id), self.start.text())
        )
        self.add(self.heading)
        self.add_row(self._about, self.start)
        self.title = TextsField(editing, (*self.address, "title"), self.tr("Title"))
        self.add(self.title)
        self.add(
            Section(
                editing,
                "shows",
                self.tr("What is shown"),
                lambda inside: inside.add(FootageForm(editing, self.address)) and None,
                unfolded=True,
                summary=self._shows_words,
            )
        )
        self.follow: FollowForm | None = None
        self.follows = Section(
            editing, "follows", self.tr("What follows"), self._build_follow, unfolded=True
        )
        # In turns, between which the window answers and paints: at once would take it 50 ms.
        self._left = [lambda: [self.follows], self._folded]
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._go_on)
        self._turns.start(_TURN)

    def refresh(self) -> None:
        """Show the present value."""
        if self.scene_id not in self.editing.story.scene_by_id:
            return
        self.heading.setText(self.editing.scene_title(self.scene_id))
        is_start = self.editing.story.start == self.scene_id
        words = self.tr("the film starts here · {id}") if is_start else "{id}"
        self._about.setText(words.format(id=self.scene_id))
        self.start.setVisible(not is_start)
        super().refresh()

    def complete(self) -> None:
        """Make the sections that are still to come."""
        while self._left:
            self._go_on()

    def _go_on(self) -> None:
        if self.scene_id not in self.editing.story.scene_by_id:
            self._left.clear()
        for section in self._left.pop(0)() if self._left else ():
            self.add(section)
            section.refresh()
            section.show()
        if not self._left:
            self._turns.stop()
            self.column.addStretch(1)

    def _folded(self) -> list[Section]:
        editing = self.editing
        return [
            Section(
                editing,
                "effects",
                self.tr("On arrival"),
                self._build_effects,
                summary=self._effects_words,
            ),
            Section(
                editing,
                "sightings",
                self.tr("Indicators to notice"),
                lambda inside: inside.add(SightingsForm(editing, self.address)) and None,
                summary=lambda: _count(self._scene().indicators),
            ),
            Section(
                editing,
                "content-note",
                self.tr("Content note"),
                self._build_content_note,
                summary=lambda: self.tr("hard scene") if self._scene().hard else "",
            ),
            Section(
                editing,
                "discussion",
                self.tr("Questions for the workshop"),
                lambda inside: inside.add(DiscussionForm(editing, self.address)) and None,
                summary=lambda: _count(self._scene().discussion),
            ),
            Section(
                editing,
                "script",
                self.tr("Script and notes"),
                self._build_script,
                summary=lambda: self._scene().notes,
            ),
            Section(
                editing,
                "order",
                self.tr("Chapter and tags"),
                self._build_order,
                summary=self._order_words,
            ),
        ]

    def show_choice(self, choice_id: str) -> QWidget | None:
        """Unfold a choice and return its form."""
        self.complete()
        self.follows.unfold()
        return self.follow.show_choice(choice_id) if self.follow is not None else None

    def _scene(self) -> Scene:
        return self.editing.story.scene_by_id[self.scene_id]

    def _build_follow(self, inside: Form) -> None:
        self.follow = FollowForm(self.editing, self.address)
        inside.add(self.follow)

    def _build_effects(self, inside: Form) -> None:
        inside.add(
            EffectsField(
                self.editing,
                (*self.address, "effects"),
                self.tr("On arrival"),
                self.tr("Each time the scene begins, variables can change."),
            )
        )

    def _build_content_note(self, inside: Form) -> None:
        editing, note = self.editing, (*self.address, "content_note")
        inside.add(
            CheckField(editing, (*self.address, "hard"), self.tr("A hard scene: warn before it"))
        )
        inside.add(
            TextsField(
                editing, (*note, "text"), self.tr("Warning before the scene"), lines=2, rich=True
            )
        )
        inside.add(
            TextsField(
                editing,
                (*note, "summary"),
                self.tr("What those read who skip it"),
                lines=2,
                rich=True,
            )
        )

    def _build_script(self, inside: Form) -> None:
        inside.add(
            TextsField(
                self.editing, (*self.address, "script"), self.tr("Script for filming"), lines=4
            )
        )
        notes = WordsField(
            self.editing, (*self.address, "notes"), self.tr("Notes for authors"), lines=3
        )
        inside.add(caption(self.tr("Notes for authors"), notes.edit))
        inside.add(notes)

    def _build_order(self, inside: Form) -> None:
        inside.add(
            grid_of(
                (self.tr("Chapter"), chapter_field(self.editing, (self.scene_id,))),
                (
                    self.tr("Tags, parted by commas"),
                    LineField(
                        self.editing,
                        (*self.address, "tags"),
                        self.tr("Tags"),
                        convert=words_in_list,
                    ),
                ),
            )
        )

    def _shows_words(self) -> str:
        scene = self._scene()
        if scene.clip is not None:
            return scene.clip.footage.file
        return self.tr("a card") if scene.card is not None else self.tr("nothing yet")

    def _effects_words(self) -> str:
        return " · ".join(effect_words(self.editing, each) for each in self._scene().effects)

    def _order_words(self) -> str:
        scene = self._scene()
        chapter = next(
            (
                name_of(each, self.editing.language)
                for each in self.editing.story.chapters
                if each.id == scene.chapter
            ),
            scene.chapter or "",
        )
        return " · ".join(each for each in (chapter, ", ".join(scene.tags)) if each)


class SightingsForm(Rebuilt):
    """The indicators that can be noticed in a scene, and when."""

    def __init__(self, editing: Editing, scene: Address) -> None:
        super().__init__(editing)
        self._address = (*scene, "indicators")

    def shape(self) -> object:
        """How many there are, and which indicators the story has."""
        sightings: tuple[Sighting, ...] = self.editing.value(self._address, ())
        return (len(sightings), bool(self.editing.story.indicators))

    def build(self, inside: Form) -> None:
        """Which, from, to."""
        count, some = self.shape()
        for index in range(count):
            here = (*self._address, index)
            remove = tool(
                self.editing,
                "mdi6.close",
                self.tr("Remove this indicator"),
                lambda index=index: self.editing.do(
                    lambda story: edits.remove_item(story, self._address, index),
                    self.tr("Remove an indicator"),
                ),
            )
            pick = PickField(
                self.editing, (*here, "indicator"), self.tr("Indicator"), self._options
            )
            inside.add_row(pick, remove)
            inside.add_row(
                caption(self.tr("from")),
                seconds(self.editing, (*here, "start"), self.tr("Noticeable from")),
                caption(self.tr("to")),
                seconds(self.editing, (*here, "end"), self.tr("Noticeable to"), self.tr("the end")),
                stretch=1,
            )
        if not some:
            inside.add(quiet(self.tr("The story has no indicators yet: see “Story contents”.")))
            return
        add = QPushButton(self.tr("+ Add an indicator"))
        add.setObjectName("add-sighting")
        add.setProperty("flat", True)
        add.setEnabled(not self.editing.read_only)
        add.clicked.connect(self._add)
        inside.add_row(add, QWidget(), stretch=1)

    def _add(self) -> None:
        sightings: tuple[Sighting, ...] = self.editing.value(self._address, ())
        seen = {each.indicator for each in sightings}
        ids = [each.id for each in self.editing.story.indicators]
        first = next((each for each in ids if each not in seen), ids[0])
        self.editing.do(
            lambda story: edits.add_item(story, self._address, Sighting(first)),
            self.tr("Add an indicator"),
        )

    def _options(self) -> list[tuple[object, str]]:
        language = self.editing.language
        return [(each.id, name_of(each, language)) for each in self.editing.story.indicators]


class DiscussionForm(Rebuilt):
    """Questions to talk about in the room."""

    def __init__(self, editing: Editing, scene: Address) -> None:
        super().__init__(editing)
        self._address = (*scene, "discussion")

    def shape(self) -> object:
        """How many there are."""
        return len(self.editing.value(self._address, ()))

    def build(self, inside: Form) -> None:
        """The question and the time for it."""
        for index in range(len(self.editing.value(self._address, ()))):
            here = (*self._address, index)
            name = self.tr("Question {number}").format(number=index + 1)
            inside.add(TextsField(self.editing, (*here, "question"), name))
            remove = tool(
                self.editing,
                "mdi6.close",
                self.tr("Remove this question"),
                lambda index=index: self.editing.do(
                    lambda story: edits.remove_item(story, self._address, index),
                    self.tr("Remove a question"),
                ),
            )
            inside.add_row(
                caption(self.tr("time to talk")),
                seconds(
                    self.editing,
                    (*here, "seconds"),
                    self.tr("Time to talk"),
                    self.tr("as long as it takes"),
                ),
                remove,
                stretch=1,
            )
        add = QPushButton(self.tr("+ Add a question"))
        add.setObjectName("add-question")
        add.setProperty("flat", True)
        add.setEnabled(not self.editing.read_only)
        add.clicked.connect(
            lambda: self.editing.do(
                lambda story: edits.add_item(story, self._address, Discussion({})),
                self.tr("Add a question"),
            )
        )
        inside.add_row(add, QWidget(), stretch=1)


def chapter_field(editing: Editing, scenes: tuple[str, ...]) -> PickField:
    """The chapter of a scene, or of many."""
    return PickField(
        editing,
        ("scenes", scenes[0], "chapter"),
        translate("ScenePage", "Chapter"),
        lambda: [
            (None, translate("ScenePage", "none")),
            *((each.id, name_of(each, editing.language)) for each in editing.story.chapters),
        ],
        lambda chapter: editing.do(
            lambda story: edits.put_into_chapter(story, scenes, chapter),
            translate("ScenePage", "Chapter"),
        ),
    )


def _count(items: tuple[object, ...]) -> str:
    return str(len(items)) if items else ""
