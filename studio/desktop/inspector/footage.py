"""What a scene shows: the clip with all that belongs to it, and the card that stands in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.parts import Form, Rebuilt, Section, caption, quiet
from studio.desktop.inspector.pickers import ChipsField, FileField
from studio.desktop.inspector.text_fields import TextsField
from studio.desktop.inspector.value_fields import CheckField, NumberField, PickField
from studio.desktop.profile_words import profile_choices, profile_words
from studio.story import edits
from studio.story.edits import Address
from studio.story.model import Clip, Footage

translate = QCoreApplication.translate
MOST_SECONDS = 360e3


def videos() -> str:
    """The file dialog's words for videos."""
    kinds = "*.mp4 *.mov *.mkv *.webm *.avi *.m4v"
    return f"{translate('Footage', 'Videos')} ({kinds});;{translate('Footage', 'All files')} (*)"


def images() -> str:
    """The file dialog's words for pictures."""
    kinds = "*.png *.jpg *.jpeg *.webp"
    return f"{translate('Footage', 'Pictures')} ({kinds});;{translate('Footage', 'All files')} (*)"


def sounds() -> str:
    """The file dialog's words for sound."""
    kinds = "*.mp3 *.m4a *.wav *.ogg *.opus *.flac"
    return f"{translate('Footage', 'Sound')} ({kinds});;{translate('Footage', 'All files')} (*)"


def captions() -> str:
    """The file dialog's words for captions."""
    words = translate("Footage", "Captions")
    return f"{words} (*.vtt *.srt);;{translate('Footage', 'All files')} (*)"


def seconds(editing: Editing, address: Address, name: str, none: str | None = None) -> NumberField:
    """A field for a time."""
    return NumberField(
        editing, address, name, none=none, least=0.0, most=MOST_SECONDS, step=0.5, suffix=" s"
    )


def grid_of(*rows: tuple[str, QWidget]) -> QWidget:
    """Captions on the left, fields on the right."""
    widget = FieldGrid()
    for words, field in rows:
        widget.add(words, field)
    return widget


class FieldGrid(QWidget):
    """Rows of a caption and a field."""

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)

    def add(self, words: str, field: QWidget) -> None:
        """Add a row."""
        row = len(self._fields)
        self._fields.append(field)
        if words:
            self._grid.addWidget(caption(words, field), row, 0)
            self._grid.addWidget(field, row, 1)
        else:
            self._grid.addWidget(field, row, 0, 1, 2)

    def refresh(self) -> None:
        """Show the present value in every field."""
        for field in self._fields:
            if hasattr(field, "refresh"):
                field.refresh()


class FootageForm(Rebuilt):
    """The clip of a scene, or a way to get one; and its card."""

    def __init__(self, editing: Editing, scene: Address) -> None:
        super().__init__(editing)
        self._scene = scene

    def shape(self) -> object:
        """With a clip there is much to say about it."""
        return self.editing.value((*self._scene, "clip")) is not None

    def build(self, inside: Form) -> None:
        """The clip first, if there is one; else the card."""
        if self.shape():
            self._build_clip(inside)
        else:
            inside.add(
                TextsField(
                    self.editing,
                    (*self._scene, "card", "text"),
                    self.tr("Card"),
                    lines=3,
                    rich=True,
                    placeholder=self.tr("Words instead of a clip"),
                )
            )
            self._build_choose(inside)
        stand_in, more = self.tr("Card in place of the clip"), self.tr("More of the card")
        words = stand_in if self.shape() else more
        inside.add(
            Section(
                self.editing,
                "card",
                words,
                self._build_card,
                summary=self._card_words,
                small=True,
            )
        )

    def _build_choose(self, inside: Form) -> None:
        here = (*self._scene, "clip")
        file = FileField(
            self.editing,
            here,
            self.tr("Clip"),
            videos(),
            clearable=False,
            as_value=lambda path: Clip(footage=Footage(path)),
        )
        file.choose.setText(self.tr("Choose a clip…"))
        inside.add_row(caption(self.tr("Clip"), file.choose), file, stretch=1)

    def _build_clip(self, inside: Form) -> None:
        editing, clip = self.editing, (*self._scene, "clip")
        footage = (*clip, "footage")
        inside.add(
            FileField(editing, (*footage, "file"), self.tr("Clip"), videos(), clearable=False)
        )
        cut = QPushButton(self.tr("Edit the clip…"))
        cut.setObjectName("edit-clip")
        cut.setToolTip(self.tr("In and out points, poster, hotspots and captions on the picture"))
        cut.clicked.connect(lambda: editing.clip_wanted.emit(str(self._scene[1])))
        drop = QPushButton(self.tr("Remove the clip"))
        drop.setObjectName("remove-clip")
        drop.setEnabled(not editing.read_only)
        drop.clicked.connect(lambda: editing.put(clip, None, self.tr("Remove the clip")))
        inside.add_row(cut, drop, QWidget(), stretch=2)
        inside.add(
            grid_of(
                (self.tr("From"), seconds(editing, (*footage, "mark_in"), self.tr("From"))),
                (
                    self.tr("To"),
                    seconds(editing, (*footage, "mark_out"), self.tr("To"), self.tr("to the end")),
                ),
            )
        )
        inside.add(
            Section(
                editing,
                "clip-languages",
                self.tr("Languages, captions, dubbing"),
                self._build_languages,
                summary=self._languages_words,
                small=True,
            )
        )
        inside.add(
            Section(
                editing,
                "clip-transcript",
                self.tr("Transcript"),
                self._build_transcript,
                small=True,
            )
        )
        inside.add(
            Section(
                editing,
                "clip-treatment",
                self.tr("Picture and sound when exported"),
                self._build_treatment,
                small=True,
            )
        )

    def _build_languages(self, inside: Form) -> None:
        editing, clip = self.editing, (*self._scene, "clip")
        languages = editing.story.languages
        inside.add(caption(self.tr("Languages spoken in the clip")))
        inside.add(
            ChipsField(
                editing,
                (*clip, "languages_spoken"),
                self.tr("Languages spoken in the clip"),
                self.tr("Language"),
                lambda: [(each, each.upper()) for each in languages],
            )
        )
        for language in languages:
            tag = language.upper()
            label = QLabel(tag)
            label.setProperty("caption", True)
            inside.add(label)
            inside.add(
                grid_of(
                    (
                        self.tr("Captions"),
                        FileField(
                            editing,
                            (*clip, "captions", language),
                            self.tr("Captions {language}").format(language=tag),
                            captions(),
                        ),
                    ),
                    (
                        self.tr("Dubbed clip"),
                        FileField(
                            editing,
                            (*clip, "dubbed", language),
                            self.tr("Dubbed clip {language}").format(language=tag),
                            videos(),
                            as_value=Footage,
                        ),
                    ),
                    (
                        self.tr("With audio description"),
                        FileField(
                            editing,
                            (*clip, "described", language),
                            self.tr("With audio description {language}").format(language=tag),
                            videos(),
                            as_value=Footage,
                        ),
                    ),
                )
            )
        inside.add(
            grid_of(
                (
                    self.tr("Sound from another file"),
                    FileField(
                        editing,
                        (*clip, "footage", "audio"),
                        self.tr("Sound from another file"),
                        sounds(),
                    ),
                )
            )
        )

    def _build_transcript(self, inside: Form) -> None:
        inside.add(
            TextsField(
                self.editing,
                (*self._scene, "clip", "transcript"),
                self.tr("Transcript"),
                lines=4,
                rich=True,
            )
        )

    def _build_treatment(self, inside: Form) -> None:
        editing, clip = self.editing, (*self._scene, "clip")
        here = (*clip, "treatment")
        inside.add(
            grid_of(
                (
                    self.tr("Picture for the map and the start"),
                    seconds(
                        editing, (*clip, "poster"), self.tr("Poster"), self.tr("chosen for you")
                    ),
                ),
                (self.tr("Profile"), profile_field(editing, (*clip, "profile"))),
                (
                    self.tr("Other shape of picture"),
                    PickField(
                        editing,
                        (*here, "fit"),
                        self.tr("Other shape of picture"),
                        [("pad", self.tr("add bars")), ("crop", self.tr("cut the edges off"))],
                    ),
                ),
                (
                    self.tr("Fade in"),
                    seconds(editing, (*here, "fade_in"), self.tr("Fade in")),
                ),
                (
                    self.tr("Fade out"),
                    seconds(editing, (*here, "fade_out"), self.tr("Fade out")),
                ),
                (
                    self.tr("Hold the last picture"),
                    seconds(editing, (*here, "freeze_end"), self.tr("Hold the last picture")),
                ),
                (
                    self.tr("Camera over a still"),
                    PickField(
                        editing,
                        (*here, "camera"),
                        self.tr("Camera over a still"),
                        [
                            ("still", self.tr("does not move")),
                            ("zoom_in", self.tr("moves closer")),
                            ("zoom_out", self.tr("moves away")),
                            ("pan_left", self.tr("moves to the left")),
                            ("pan_right", self.tr("moves to the right")),
                        ],
                    ),
                ),
                (
                    self.tr("Voice"),
                    _explained(
                        NumberField(
                            editing,
                            (*here, "voice_pitch"),
                            self.tr("Voice: times as high"),
                            none=self.tr("unchanged"),
                            least=0.5,
                            most=2.0,
                            step=0.05,
                        ),
                        self.tr(
                            "A disguise for the ear, not anonymity: it can be turned back, and "
                            "people are known by their words too. To keep somebody safe, let "
                            "another person speak, or use captions without sound."
                        ),
                    ),
                ),
                ("", CheckField(editing, (*here, "mute"), self.tr("Without sound"))),
                ("", CheckField(editing, (*here, "loudness"), self.tr("Even out the loudness"))),
                (
                    "",
                    CheckField(
                        editing, (*here, "burn_captions"), self.tr("Captions inside the picture")
                    ),
                ),
                (
                    "",
                    CheckField(
                        editing, (*here, "seamless_loop"), self.tr("Loop without a visible join")
                    ),
                ),
            )
        )
        concealed = edits.value_at(editing.story, (*here, "concealments"))
        if concealed:
            words = self.tr(
                "Concealed places on the picture: {count}. Change them in the clip editor."
            )
            inside.add(quiet(words.format(count=len(concealed))))

    def _build_card(self, inside: Form) -> None:
        editing, card = self.editing, (*self._scene, "card")
        if self.shape():
            inside.add(TextsField(editing, (*card, "text"), self.tr("Card"), lines=2, rich=True))
        inside.add(
            grid_of(
                (
                    self.tr("Shown for"),
                    seconds(
                        editing,
                        (*card, "seconds"),
                        self.tr("Shown for"),
                        self.tr("as long as reading takes"),
                    ),
                ),
                (
                    self.tr("Picture"),
                    FileField(editing, (*card, "image"), self.tr("Picture"), images()),
                ),
            )
        )
        inside.add(
            TextsField(
                editing,
                (*card, "image_description"),
                self.tr("Description of the picture"),
            )
        )
        rows = [
            (
                self.tr("Narration {language}").format(language=language.upper()),
                FileField(
                    editing,
                    (*card, "narration", language),
                    self.tr("Narration {language}").format(language=language.upper()),
                    sounds(),
                ),
            )
            for language in editing.story.languages
        ]
        inside.add(grid_of(*rows))

    def _card_words(self) -> str:
        text = self.editing.value((*self._scene, "card", "text"), {})
        return text.get(self.editing.language, "")

    def _languages_words(self) -> str:
        clip: Clip | None = self.editing.value((*self._scene, "clip"))
        if clip is None:
            return ""
        if not clip.languages_spoken:
            return self.tr("nobody speaks")
        lacking = [
            each.upper() for each in self.editing.story.languages if each not in clip.captions
        ]
        if lacking:
            return self.tr("no captions: {languages}").format(languages=", ".join(lacking))
        return ", ".join(each.upper() for each in clip.languages_spoken)


def profile_field(editing: Editing, address: Address) -> PickField:
    """A field for the profile that a clip is encoded with."""
    usual = translate("Footage", "as the story ({name})")
    return PickField(
        editing,
        address,
        translate("Footage", "Profile"),
        lambda: [
            (None, usual.format(name=profile_words(editing.story.settings.profile))),
            *profile_choices(editing.value(address)),
        ],
    )


def _explained(field: QWidget, words: str) -> QWidget:
    """The field with words that explain it."""
    field.setToolTip(words)
    return field
