"""One choice of a decision: its words, where it leads, its verdict; the rest folds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from studio.desktop.icons import icon
from studio.desktop.inspector.conditions import ConditionField, condition_summary
from studio.desktop.inspector.editing import Editing, name_of
from studio.desktop.inspector.effects import EffectsField
from studio.desktop.inspector.footage import FileField, grid_of, images, seconds, videos
from studio.desktop.inspector.parts import Form, Rebuilt, Section, caption, quiet
from studio.desktop.inspector.pickers import ChipsField, SceneField
from studio.desktop.inspector.sentences import effect_words
from studio.desktop.inspector.text_fields import TextsField, WordsField
from studio.desktop.inspector.value_fields import CheckField, NumberField, PickField
from studio.story import edits
from studio.story.edits import Address
from studio.story.model import Choice, Clip, Footage

translate = QCoreApplication.translate


def verdicts() -> list[tuple[object, str]]:
    """How good a choice is, in words."""
    return [
        (None, translate("Choice", "not judged")),
        ("right", translate("Choice", "right")),
        ("acceptable", translate("Choice", "acceptable")),
        ("wrong", translate("Choice", "wrong")),
    ]


class ChoiceForm(Form):
    """A choice. Its details are made when they are first unfolded."""

    def __init__(self, editing: Editing, scene_id: str, choice_id: str) -> None:
        super().__init__(editing)
        self.setProperty("boxed", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column.setContentsMargins(10, 8, 10, 8)
        self._scene_id, self._choice_id = scene_id, choice_id
        self._number = self._count = 0
        self.address: Address = ("scenes", scene_id, "then", "choices", choice_id)
        self.text = TextsField(editing, (*self.address, "text"), "")
        self.add(self.text)
        self.target = SceneField(
            editing, (*self.address, "target"), self.tr("Leads to"), self.tr("stay in the decision")
        )
        verdict = PickField(editing, (*self.address, "verdict"), self.tr("Verdict"), verdicts())
        verdict.setMinimumContentsLength(8)
        row = self.add_row(caption("→"), self.target, verdict, stretch=1)
        row.setStretch(1, 3)
        row.setStretch(2, 2)
        self.details = Section(
            editing,
            f"choice-{scene_id}-{choice_id}",
            self.tr("Feedback, points, conditions"),
            self._build_details,
            summary=self._summary,
            small=True,
        )
        self._more = self._menu()
        self.details.header.addWidget(self._more)
        self.add(self.details)

    def number(self, number: int, count: int) -> None:
        """Be the choice of this number, from 1, of so many."""
        if (number, count) == (self._number, self._count):
            return
        self._number, self._count = number, count
        self.text.set_name(self.tr("Choice {number}").format(number=number))
        words = self.tr("More for choice {number}").format(number=number)
        self._more.setToolTip(words)
        self._more.setAccessibleName(words)

    def _menu(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"choice-menu-{self._choice_id}")
        button.setIcon(icon("mdi6.dots-horizontal", self.editing.theme.quiet))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("small", True)
        button.setEnabled(not self.editing.read_only)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._offer(menu))
        button.setMenu(menu)
        return button

    def _offer(self, menu: QMenu) -> None:
        """Fill the menu with what can be done with the choice where it now stands."""
        menu.clear()
        scene_id, choice_id, at = self._scene_id, self._choice_id, self._number - 1
        place = ("scenes", scene_id, "then", "choices")
        for words, edit, possible in (
            (
                self.tr("Move up"),
                lambda story: edits.move_item(story, place, choice_id, at - 1),
                at > 0,
            ),
            (
                self.tr("Move down"),
                lambda story: edits.move_item(story, place, choice_id, at + 1),
                at + 1 < self._count,
            ),
            (
                self.tr("Duplicate"),
                lambda story: edits.duplicate_choice(story, scene_id, choice_id),
                True,
            ),
            (
                self.tr("Delete"),
                lambda story: edits.remove_choice(story, scene_id, choice_id),
                True,
            ),
        ):
            action = menu.addAction(words)
            action.setEnabled(possible)
            action.triggered.connect(
                lambda _=False, edit=edit, words=words: self.editing.do(edit, words)
            )

    def _build_details(self, inside: Form) -> None:
        editing, here = self.editing, self.address
        feedback = (*here, "feedback")
        inside.add(
            TextsField(editing, (*feedback, "text"), self.tr("Feedback"), lines=2, rich=True)
        )
        inside.add(TextsField(editing, (*feedback, "why"), self.tr("Why"), lines=1, rich=True))
        inside.add(
            grid_of(
                (
                    self.tr("Told"),
                    PickField(
                        editing,
                        (*feedback, "when"),
                        self.tr("Told"),
                        [
                            ("at_once", self.tr("at once")),
                            ("debrief", self.tr("at the debrief")),
                        ],
                    ),
                ),
                (
                    self.tr("Points"),
                    NumberField(editing, (*here, "score"), self.tr("Points")),
                ),
            )
        )
        inside.add(PointsForm(editing, here))
        inside.add(caption(self.tr("Offered")))
        inside.add(
            ConditionField(editing, (*here, "condition"), self.tr("Condition"), self.tr("Always."))
        )
        inside.add(UnavailableForm(editing, here))
        inside.add(caption(self.tr("When chosen")))
        inside.add(
            EffectsField(
                editing, (*here, "effects"), self.tr("Effects"), self.tr("No variable changes.")
            )
        )
        inside.add(
            Section(
                editing, "choice-more", self.tr("More of this choice"), self._build_more, small=True
            )
        )

    def _build_more(self, inside: Form) -> None:
        editing, here = self.editing, self.address
        feedback = (*here, "feedback")
        inside.add(CheckField(editing, (*here, "once"), self.tr("Can be chosen only once")))
        offered = CheckField(editing, (*here, "offered"), self.tr("Shown as a choice"))
        offered.setToolTip(
            self.tr("If not, only the time limit can take it: silence as an answer.")
        )
        inside.add(offered)
        inside.add(RegionForm(editing, here))
        inside.add(
            grid_of(
                (
                    self.tr("Clip of the feedback"),
                    FileField(
                        editing,
                        (*feedback, "clip"),
                        self.tr("Clip of the feedback"),
                        videos(),
                        as_value=lambda path: Clip(footage=Footage(path)),
                    ),
                ),
                (
                    self.tr("Picture of the feedback"),
                    FileField(
                        editing,
                        (*feedback, "image"),
                        self.tr("Picture of the feedback"),
                        images(),
                    ),
                ),
            )
        )
        inside.add(
            TextsField(
                editing,
                (*feedback, "image_description"),
                self.tr("Description of the picture"),
            )
        )
        inside.add(caption(self.tr("Resources with the feedback")))
        inside.add(
            ChipsField(
                editing,
                (*feedback, "resources"),
                self.tr("Resources"),
                self.tr("Resource"),
                lambda: [
                    (each.id, name_of(each, editing.language)) for each in editing.story.resources
                ],
            )
        )
        notes = WordsField(editing, (*here, "notes"), self.tr("Notes for authors"), lines=1)
        inside.add(caption(self.tr("Notes for authors"), notes.edit))
        inside.add(notes)

    def _summary(self) -> str:
        choice: Choice | None = self.editing.value(self.address)
        if choice is None:
            return ""
        parts = [
            condition_summary(self.editing, choice.condition),
            *(effect_words(self.editing, each) for each in choice.effects),
        ]
        return " · ".join(each for each in parts if each)


class PointsForm(Rebuilt):
    """The points of a choice for every competence of the story."""

    def __init__(self, editing: Editing, choice: Address) -> None:
        super().__init__(editing)
        self._address = (*choice, "competences")

    def shape(self) -> object:
        """A row for every competence, by name."""
        points = self.editing.value(self._address, {})
        known = [
            (each.id, name_of(each, self.editing.language))
            for each in self.editing.story.competences
        ]
        lost = [(each, f"⚠ {each}") for each in points if each not in dict(known)]
        return (*known, *lost)

    def build(self, inside: Form) -> None:
        """A number each."""
        rows = [
            (
                name,
                NumberField(
                    self.editing,
                    (*self._address, key),
                    self.tr("Points for “{name}”").format(name=name),
                    none="–",
                    least=-1e6,
                ),
            )
            for key, name in self.shape()
        ]
        if rows:
            inside.add(grid_of(*rows))


class UnavailableForm(Rebuilt):
    """What is shown while the condition does not hold; nothing without a condition."""

    def __init__(self, editing: Editing, choice: Address) -> None:
        super().__init__(editing)
        self._address = choice

    def shape(self) -> object:
        """Whether there is a condition, and whether the choice is then shown grey."""
        choice: Choice | None = self.editing.value(self._address)
        if choice is None or choice.condition is None:
            return None
        return choice.when_unavailable

    def build(self, inside: Form) -> None:
        """How it looks, and the reason that is told."""
        shape = self.shape()
        if shape is None:
            return
        inside.add(
            grid_of(
                (
                    self.tr("Otherwise"),
                    PickField(
                        self.editing,
                        (*self._address, "when_unavailable"),
                        self.tr("Otherwise"),
                        [
                            ("hide", self.tr("not shown")),
                            ("disable", self.tr("shown grey, with a reason")),
                        ],
                    ),
                )
            )
        )
        if shape == "disable":
            inside.add(
                TextsField(
                    self.editing,
                    (*self._address, "unavailable_reason"),
                    self.tr("Reason"),
                )
            )


class RegionForm(Rebuilt):
    """Whether the choice is a place on the picture, and when it can be clicked."""

    def __init__(self, editing: Editing, choice: Address) -> None:
        super().__init__(editing)
        self._choice = choice

    def shape(self) -> object:
        """Whether there is a region."""
        return self.editing.value((*self._choice, "region")) is not None

    def build(self, inside: Form) -> None:
        """When it can be clicked; the place itself is drawn in the clip editor."""
        if not self.shape():
            inside.add(
                quiet(self.tr("To make it a place on the picture, draw it in the clip editor."))
            )
            return
        here = (*self._choice, "region")
        inside.add(
            grid_of(
                (
                    self.tr("Hotspot from"),
                    seconds(self.editing, (*here, "opens"), self.tr("Hotspot from")),
                ),
                (
                    self.tr("Hotspot to"),
                    seconds(
                        self.editing,
                        (*here, "closes"),
                        self.tr("Hotspot to"),
                        self.tr("to the end"),
                    ),
                ),
            )
        )
