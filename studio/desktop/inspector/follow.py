"""What follows a scene: a decision with its choices, a way on, or an ending."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from studio.desktop.inspector.choice import ChoiceForm
from studio.desktop.inspector.conditions import ConditionField
from studio.desktop.inspector.editing import Editing, name_of
from studio.desktop.inspector.footage import grid_of, seconds
from studio.desktop.inspector.parts import Form, Rebuilt, Section, caption, quiet, tool
from studio.desktop.inspector.pickers import ChipsField, SceneField
from studio.desktop.inspector.text_fields import TextsField
from studio.desktop.inspector.value_fields import CheckField, PickField, SegmentsField
from studio.desktop.language import in_language
from studio.story import edits
from studio.story.edits import Address
from studio.story.model import Decision, Next

translate = QCoreApplication.translate


def outcomes() -> list[tuple[object, str]]:
    """How a film can end, in words."""
    return [
        ("success", translate("Follow", "success")),
        ("partial", translate("Follow", "partial success")),
        ("failure", translate("Follow", "failure")),
        ("neutral", translate("Follow", "neither")),
    ]


def resource_options(editing: Editing) -> list[tuple[str, str]]:
    """The story's resources by id and name."""
    return [(each.id, name_of(each, editing.language)) for each in editing.story.resources]


class ChoicesForm(Form):
    """The choices of a decision in their order; the form of one stays while the others change."""

    def __init__(self, editing: Editing, scene_id: str) -> None:
        super().__init__(editing)
        self._scene_id = scene_id
        self._forms: dict[str, ChoiceForm] = {}

    def __getitem__(self, choice_id: str) -> ChoiceForm | None:
        return self._forms.get(choice_id)

    def refresh(self) -> None:
        """Make the forms that are new, let go those whose choice is gone, keep the others."""
        decision = self.editing.value(("scenes", self._scene_id, "then"))
        ids = [each.id for each in decision.choices] if isinstance(decision, Decision) else []
        for gone in self._forms.keys() - ids:
            form = self._forms.pop(gone)
            self.parts.remove(form)
            form.let_go()
        for number, choice_id in enumerate(ids, 1):
            form = self._forms.get(choice_id)
            if form is None:
                form = self._forms[choice_id] = ChoiceForm(self.editing, self._scene_id, choice_id)
                self.parts.append(form)
            if self.column.indexOf(form) != number - 1:
                self.column.insertWidget(number - 1, form)
                form.show()
            form.number(number, len(ids))
        super().refresh()


class FollowForm(Rebuilt):
    """What follows the scene at an address."""

    def __init__(self, editing: Editing, scene: Address) -> None:
        super().__init__(editing)
        self._scene = scene
        self._choices: ChoicesForm | None = None

    def shape(self) -> object:
        """The kind, and how many branches there are."""
        then = self.editing.value((*self._scene, "then"))
        inside = len(then.branches) if isinstance(then, Next) else None
        return (edits.continuation_kind(then), inside)

    def build(self, inside: Form) -> None:
        """The kind first, then its form."""
        scene_id = str(self._scene[1])
        words = self.tr("What follows")
        inside.add(
            SegmentsField(
                self.editing,
                words,
                [
                    ("decision", self.tr("Decision")),
                    ("next", self.tr("Goes on")),
                    ("ending", self.tr("Ending")),
                    ("undecided", self.tr("Not set")),
                ],
                lambda: edits.continuation_kind(self.editing.value((*self._scene, "then"))),
                lambda kind: self.editing.do(
                    lambda story: edits.continue_with(story, scene_id, kind), words
                ),
            )
        )
        self._choices = None
        match edits.continuation_kind(self.editing.value((*self._scene, "then"))):
            case "decision":
                self._build_decision(inside, scene_id)
            case "next":
                self._build_next(inside, scene_id)
            case "ending":
                self._build_ending(inside)
            case "undecided":
                inside.add(quiet(self.tr("What follows is not decided yet.")))

    def show_choice(self, choice_id: str) -> ChoiceForm | None:
        """Unfold a choice."""
        choice = self._choices[choice_id] if self._choices is not None else None
        if choice is not None:
            choice.details.unfold()
        return choice

    def _build_decision(self, inside: Form, scene_id: str) -> None:
        editing, here = self.editing, (*self._scene, "then")
        inside.add(
            TextsField(
                editing,
                (*here, "prompt"),
                self.tr("Question"),
                placeholder=self.tr("What do you do?"),
            )
        )
        self._choices = ChoicesForm(editing, scene_id)
        inside.add(self._choices)
        add = QPushButton(self.tr("+ Add a choice"))
        add.setObjectName("add-choice")
        add.setEnabled(not editing.read_only)
        add.clicked.connect(self._add_choice)
        inside.add_row(add, QWidget(), stretch=1)
        inside.add(
            Section(
                editing,
                "timing",
                self.tr("Time limit and manner"),
                self._build_timing,
                summary=self._timing_words,
                small=True,
            )
        )

    def _add_choice(self) -> None:
        scene_id = str(self._scene[1])
        words = self.tr("Add a choice")
        self.editing.do(lambda story: edits.add_choice(story, scene_id), words)
        then = self.editing.value((*self._scene, "then"))
        if isinstance(then, Decision) and then.choices and self._choices is not None:
            form = self._choices[then.choices[-1].id]
            if form is not None:
                form.text.setFocus()

    def _build_timing(self, inside: Form) -> None:
        editing, here = self.editing, (*self._scene, "then")
        inside.add(
            grid_of(
                (
                    self.tr("Opens"),
                    seconds(
                        editing,
                        (*here, "opens"),
                        self.tr("Opens"),
                        self.tr("at the end of the clip"),
                    ),
                ),
                (
                    self.tr("Time limit"),
                    seconds(editing, (*here, "time_limit"), self.tr("Time limit"), self.tr("none")),
                ),
                (
                    self.tr("When time runs out"),
                    PickField(
                        editing,
                        (*here, "on_timeout"),
                        self.tr("When time runs out"),
                        self._timeouts,
                    ),
                ),
                (
                    self.tr("While waiting, the picture"),
                    PickField(
                        editing,
                        (*here, "while_waiting"),
                        self.tr("While waiting, the picture"),
                        [
                            ("hold", self.tr("stands still")),
                            ("loop", self.tr("repeats")),
                            ("continue", self.tr("goes on")),
                        ],
                    ),
                ),
                (
                    self.tr("After the choice"),
                    PickField(
                        editing,
                        (*here, "on_choice"),
                        self.tr("After the choice"),
                        [
                            ("cut", self.tr("at once")),
                            ("play_out", self.tr("when the clip has ended")),
                        ],
                    ),
                ),
                (
                    self.tr("Hint after"),
                    seconds(
                        editing, (*here, "hint_after"), self.tr("Hint after"), self.tr("never")
                    ),
                ),
                (
                    "",
                    CheckField(
                        editing, (*here, "retry"), self.tr("A wrong choice can be taken back")
                    ),
                ),
                (
                    "",
                    CheckField(editing, (*here, "shuffle"), self.tr("Choices in a random order")),
                ),
            )
        )

    def _timeouts(self) -> list[tuple[object, str]]:
        decision = self.editing.value((*self._scene, "then"))
        choices = decision.choices if isinstance(decision, Decision) else ()
        words, language = self.tr("take “{choice}”"), self.editing.language
        return [
            (None, self.tr("nothing happens")),
            *(
                (
                    each.id,
                    words.format(choice=in_language(each.text, language, each.id)),
                )
                for each in choices
            ),
        ]

    def _timing_words(self) -> str:
        decision = self.editing.value((*self._scene, "then"))
        if not isinstance(decision, Decision) or decision.time_limit is None:
            return self.tr("no time limit")
        return self.tr("{seconds} s").format(seconds=f"{decision.time_limit:g}")

    def _build_next(self, inside: Form, scene_id: str) -> None:
        editing, here = self.editing, (*self._scene, "then")
        branches = editing.value((*here, "branches"), ())
        for index in range(len(branches)):
            branch = (*here, "branches", index)
            inside.add(ConditionField(editing, (*branch, "condition"), self.tr("Condition"), ""))
            remove = tool(
                editing,
                "mdi6.close",
                self.tr("Remove this way on"),
                lambda index=index: editing.do(
                    lambda story: edits.remove_item(story, (*here, "branches"), index),
                    self.tr("Remove a way on"),
                ),
            )
            inside.add_row(
                caption(self.tr("go on to")),
                SceneField(editing, (*branch, "target"), self.tr("Next scene")),
                remove,
                stretch=1,
            )
        words = self.tr("else go on to") if branches else self.tr("Go on to")
        inside.add_row(
            caption(words),
            SceneField(editing, (*here, "target"), self.tr("Next scene"), self.tr("not decided")),
            stretch=1,
        )
        add = QPushButton(self.tr("+ Another way, under a condition"))
        add.setObjectName("add-branch")
        add.setProperty("flat", True)
        add.setEnabled(not editing.read_only)
        add.clicked.connect(
            lambda: editing.do(
                lambda story: edits.add_branch(story, scene_id), self.tr("Add a way on")
            )
        )
        inside.add_row(add, QWidget(), stretch=1)

    def _build_ending(self, inside: Form) -> None:
        editing, here = self.editing, (*self._scene, "then")
        inside.add(
            grid_of(
                (
                    self.tr("Outcome"),
                    PickField(editing, (*here, "outcome"), self.tr("Outcome"), outcomes()),
                )
            )
        )
        inside.add(TextsField(editing, (*here, "headline"), self.tr("Headline")))
        inside.add(TextsField(editing, (*here, "debrief"), self.tr("Debrief"), lines=4, rich=True))
        inside.add(caption(self.tr("Resources shown at the debrief")))
        inside.add(
            ChipsField(
                editing,
                (*here, "resources"),
                self.tr("Resources"),
                self.tr("Resource"),
                lambda: resource_options(editing),
            )
        )
