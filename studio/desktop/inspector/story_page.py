"""The page of the story itself: title, languages, settings, look."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QWidget,
)

from studio.desktop.inspector.contrast import contrast, usual_colours
from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.footage import FieldGrid, grid_of, images
from studio.desktop.inspector.parts import Form, Rebuilt, Section, quiet, tool
from studio.desktop.inspector.pickers import FileField, SceneField
from studio.desktop.inspector.text_fields import (
    LineField,
    TextsField,
    words_in_list,
)
from studio.desktop.inspector.value_fields import CheckField, ColourField, NumberField, PickField
from studio.desktop.profile_words import profile_choices
from studio.desktop.tasks import Task
from studio.story import edits
from studio.story.model import Story

OFFERED = tuple(
    "pl en uk ru be ro bg hu sk cs lt lv et de fr es pt it nl el tr vi zh ar ka".split()  # noqa: SIM905
)
"""Languages that the list offers; any other can be written as its tag."""
_COUNTED_AT_ONCE = 150
"""Scenes of a story whose texts are counted in a few milliseconds."""


def language_name(tag: str) -> str:
    """The language's own name for itself; the tag of one that Qt does not know."""
    if tag == "en":
        return "English"  # Qt knows it only with its country.
    return QLocale(tag).nativeLanguageName() or tag


class StoryPage(Form):
    """What holds for the whole film."""

    def __init__(self, editing: Editing) -> None:
        super().__init__(editing)
        self.column.setSpacing(8)
        self.heading = QLabel()
        self.heading.setProperty("heading", True)
        self.heading.setWordWrap(True)
        self.add(self.heading)
        self._about = quiet("")
        self.add(self._about)
        self.add(TextsField(editing, ("title",), self.tr("Title of the film")))
        self.add(
            TextsField(editing, ("description",), self.tr("What it is about"), lines=2, rich=True)
        )
        self.add(
            grid_of(
                (
                    self.tr("First scene"),
                    SceneField(editing, ("start",), self.tr("First scene")),
                )
            )
        )
        self.add(
            Section(
                editing,
                "languages",
                self.tr("Languages"),
                lambda inside: inside.add(LanguagesForm(editing)) and None,
                unfolded=True,
                summary=lambda: ", ".join(each.upper() for each in editing.story.languages),
            )
        )
        self.add(Section(editing, "playing", self.tr("Playing and scoring"), self._build_playing))
        self.add(Section(editing, "look", self.tr("Look of the film"), self._build_look))
        self.add(Section(editing, "picture", self.tr("Picture and sound"), self._build_picture))
        self.add(Section(editing, "story-note", self.tr("Content note"), self._build_content_note))
        self.add(
            Section(
                editing,
                "authors",
                self.tr("Authors and licence"),
                self._build_authors,
                summary=lambda: ", ".join(editing.story.authors),
            )
        )
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show the present value."""
        story = self.editing.story
        self.heading.setText(
            story.title.get(self.editing.language) or next(iter(story.title.values()), story.id)
        )
        words = self.tr("Scenes: {scenes} · select one on the map to see it here")
        self._about.setText(words.format(scenes=len(story.scenes)))
        super().refresh()

    def _build_playing(self, inside: Form) -> None:
        editing = self.editing
        inside.add(
            grid_of(
                (
                    self.tr("Points to pass"),
                    NumberField(
                        editing,
                        ("settings", "pass_mark"),
                        self.tr("Points to pass"),
                        none=self.tr("no pass mark"),
                        least=-1e6,
                    ),
                ),
                (
                    self.tr("The debrief's map shows"),
                    PickField(
                        editing,
                        ("settings", "reveal_map"),
                        self.tr("The debrief's map shows"),
                        [
                            ("never", self.tr("nothing")),
                            ("seen", self.tr("the scenes seen")),
                            ("after_success", self.tr("everything after a success")),
                            ("always", self.tr("everything")),
                        ],
                    ),
                ),
                (
                    self.tr("Winding back and forth"),
                    PickField(
                        editing,
                        ("settings", "seek"),
                        self.tr("Winding back and forth"),
                        [
                            ("never", self.tr("never")),
                            ("seen", self.tr("in what was seen")),
                            ("always", self.tr("always")),
                        ],
                    ),
                ),
                (
                    "",
                    CheckField(
                        editing, ("settings", "certificate"), self.tr("Certificate at the end")
                    ),
                ),
                (
                    "",
                    CheckField(
                        editing,
                        ("settings", "quick_exit"),
                        self.tr("Button to leave the film quickly"),
                    ),
                ),
            )
        )

    def _build_look(self, inside: Form) -> None:
        editing = self.editing
        usual = usual_colours()
        grid = FieldGrid()
        for field, words in (
            ("accent", self.tr("Accent")),
            ("background", self.tr("Background")),
            ("foreground", self.tr("Words")),
        ):
            grid.add(words, ColourField(editing, ("theme", field), words, usual[field]))
        inside.add(grid)
        inside.add(ContrastNote(editing))
        inside.add(
            grid_of(
                (
                    self.tr("Logo"),
                    FileField(editing, ("theme", "logo"), self.tr("Logo"), images()),
                ),
                (
                    self.tr("Font"),
                    FileField(
                        editing,
                        ("theme", "font"),
                        self.tr("Font"),
                        f"{self.tr('Fonts')} (*.ttf *.otf *.woff *.woff2)",
                    ),
                ),
            )
        )
        inside.add(
            TextsField(editing, ("theme", "logo_description"), self.tr("Description of the logo"))
        )

    def _build_picture(self, inside: Form) -> None:
        editing = self.editing

        def size(field: str, name: str, most: int) -> NumberField:
            return NumberField(
                editing, ("settings", field), name, least=64, most=most, whole=True, suffix=" px"
            )

        inside.add(
            grid_of(
                (self.tr("Width"), size("frame_width", self.tr("Width"), 7680)),
                (self.tr("Height"), size("frame_height", self.tr("Height"), 4320)),
                (
                    self.tr("Profile"),
                    PickField(
                        editing,
                        ("settings", "profile"),
                        self.tr("Profile"),
                        lambda: profile_choices(editing.story.settings.profile),
                    ),
                ),
                (
                    self.tr("Loudness"),
                    NumberField(
                        editing,
                        ("settings", "loudness"),
                        self.tr("Loudness"),
                        least=-40.0,
                        most=-5.0,
                        suffix=" LUFS",
                    ),
                ),
            )
        )

    def _build_content_note(self, inside: Form) -> None:
        inside.add(
            TextsField(
                self.editing,
                ("content_note",),
                self.tr("Shown before the film"),
                lines=3,
                rich=True,
            )
        )

    def _build_authors(self, inside: Form) -> None:
        inside.add(
            grid_of(
                (
                    self.tr("Authors, parted by commas"),
                    LineField(
                        self.editing, ("authors",), self.tr("Authors"), convert=words_in_list
                    ),
                ),
                (
                    self.tr("Licence"),
                    LineField(self.editing, ("licence",), self.tr("Licence"), "CC BY 4.0"),
                ),
            )
        )


class ContrastNote(QLabel):
    """How well the words of the film can be read on its background."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.setWordWrap(True)
        self.setObjectName("contrast")

    def refresh(self) -> None:
        """Say the contrast of the present colours."""
        theme, usual = self._editing.story.theme, usual_colours()
        background = theme.background or usual["background"]
        foreground = theme.foreground or usual["foreground"]
        accent = theme.accent or usual["accent"]
        lines: list[str] = []
        bad = False
        for words, ratio, least in (
            (self.tr("Words on background"), contrast(foreground, background), 4.5),
            (self.tr("Accent on background"), contrast(accent, background), 3.0),
        ):
            fine = ratio >= least
            bad = bad or not fine
            verdict = self.tr("good") if fine else self.tr("too little, at least {least} : 1")
            verdict = verdict.format(least=f"{least:g}")
            sign = "✓" if fine else "⚠"
            lines.append(f"{sign} {words}: {ratio:.1f} : 1 ({verdict})")
        self.setText("\n".join(lines))
        self.setProperty("bad", bad)
        self.style().unpolish(self)
        self.style().polish(self)


class LanguagesForm(Rebuilt):
    """The languages of the story: how far each is written, more, fewer."""

    def __init__(self, editing: Editing) -> None:
        super().__init__(editing)
        self._counting: Task | None = None

    def shape(self) -> object:
        """Which languages, and how far they are written."""
        counts = self._written()
        return tuple((each, counts.get(each)) for each in self.editing.story.languages)

    def build(self, inside: Form) -> None:
        """A row for each."""
        editing = self.editing
        counts = self._written()
        for index, language in enumerate(editing.story.languages):
            count, whole = counts.get(language, (-1, 0))
            label = QLabel(f"{language_name(language)} ({language})")
            if index == 0:
                state = self.tr("written in this one")
            elif count < 0:
                state = "…"
            elif count >= whole:
                state = self.tr("complete")
            else:
                state = self.tr("{count} of {whole} texts").format(count=count, whole=whole)
            words = quiet(state)
            first = tool(
                editing,
                "mdi6.arrow-up",
                self.tr("Make {language} the first language").format(language=language.upper()),
                lambda language=language: editing.do(
                    lambda story: edits.write_in(story, language), self.tr("First language")
                ),
            )
            remove = tool(
                editing,
                "mdi6.close",
                self.tr("Remove {language}…").format(language=language.upper()),
                lambda language=language: self._remove(language),
            )
            remove.setObjectName(f"remove-language-{language}")
            inside.add_row(label, words, first, remove, stretch=1)
            # Only now: shown before it has a parent, a button is a window and takes the focus.
            first.setVisible(index > 0)
            remove.setVisible(len(editing.story.languages) > 1)
        add = QPushButton(self.tr("+ Add a language…"))
        add.setObjectName("add-language")
        add.setProperty("flat", True)
        add.setEnabled(not editing.read_only)
        add.clicked.connect(self._add)
        inside.add_row(add, QWidget(), stretch=1)

    def _written(self) -> dict[str, tuple[int, int]]:
        """The counts, of an older value while a large story is counted in the background."""
        story, known = self.editing.story, self.editing.written
        if known is not None and known[0] is story:
            return known[1]
        if len(story.scenes) <= _COUNTED_AT_ONCE:
            self.editing.written = (story, edits.written(story))
            return self.editing.written[1]
        if self._counting is None:
            self._counting = Task(lambda _task: (story, edits.written(story)), self)
            self._counting.succeeded.connect(self._take)
            self._counting.start()
        return known[1] if known is not None and known[0].id == story.id else {}

    def _take(self, counted: tuple[Story, dict[str, tuple[int, int]]]) -> None:
        self._counting = None
        self.editing.written = counted
        self.refresh()

    def _add(self) -> None:
        taken = self.editing.story.languages
        names = {f"{language_name(tag)} ({tag})": tag for tag in OFFERED if tag not in taken}
        chosen, given = QInputDialog.getItem(
            self.window(),
            self.tr("Add a language"),
            self.tr("Language, or its tag (as in “pl”, “uk”, “zh-Hans”)"),
            sorted(names),
            0,
            True,
        )
        tag = names.get(chosen, chosen.strip())
        if given and not self.editing.do(
            lambda story: edits.add_language(story, tag), self.tr("Add a language")
        ):
            self.editing.refused.emit(self.tr("“{tag}” is no language tag.").format(tag=tag))

    def _remove(self, language: str) -> None:
        count, _ = self._written().get(language, (0, 0))
        box = QMessageBox(self.window())
        box.setObjectName("remove-language")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Remove a language"))
        words = self.tr("Remove {language} with {count} texts, its captions and dubbing?")
        box.setText(words.format(language=language_name(language), count=count))
        box.setInformativeText(self.tr("The files stay. You can undo this."))
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(
            lambda: self.editing.do(
                lambda story: edits.remove_language(story, language), self.tr("Remove a language")
            )
        )
        box.open()
