"""What can be chosen for an export: languages, quality, size, narration, hardware."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.profile_words import profile_words
from studio.story.model import Story

_OFFERED = ("everywhere-1080", "everywhere-720", "everywhere-480", "open-720", "small-720", "as_is")
_LANGUAGE_NAMES = {"pl": "polski", "en": "English"}
_BYTES_PER_GIGABYTE = 1_000_000_000
"""As sticks count, and ``studio.media.sizes``, which would load the codecs here."""
_MOST_GIGABYTES = 2000.0


@dataclass(frozen=True)
class Choices:
    """What was chosen. ``profile`` None leaves each clip its own; ``budget`` is in bytes.

    ``narrate`` reads cards aloud by the system's voice; ``cards`` makes scenes that are not filmed
    into clips, else the player shows their cards.
    """

    languages: tuple[str, ...]
    profile: str | None = None
    budget: int | None = None
    narrate: bool = False
    hardware: bool = False
    cards: bool = True


@dataclass(frozen=True)
class Abilities:
    """What this computer can do: languages it can speak, and whether it encodes in hardware."""

    voices: frozenset[str] = frozenset()
    hardware: bool = False


@dataclass(frozen=True)
class Wish:
    """What is to be exported: a snapshot of the story and the choices made in the dialog.

    ``reason`` lets errors pass and is recorded.
    """

    story: Story
    folder: Path
    out: Path
    choices: Choices
    reason: str | None = None

    @property
    def profile(self) -> str:
        """The profile that most clips will have."""
        return self.choices.profile or self.story.settings.profile


class ExportOptions(QWidget):
    """Shows the choices; ``changed`` when one of them is another."""

    changed = Signal()

    def __init__(self, story: Story, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.languages: dict[str, QCheckBox] = {}
        for tag in story.languages:
            tick = QCheckBox(_LANGUAGE_NAMES.get(tag, tag))
            tick.setObjectName(f"language-{tag}")
            tick.setChecked(True)
            tick.toggled.connect(self.changed)
            self.languages[tag] = tick
        self.profile = QComboBox()
        self.profile.setObjectName("profile")
        self.profile.setAccessibleName(self.tr("Quality"))
        for name, words in profile_names().items():
            self.profile.addItem(words, name)
        self.profile.currentIndexChanged.connect(self.changed)
        self.budget = QDoubleSpinBox()
        self.budget.setObjectName("budget")
        self.budget.setRange(0, _MOST_GIGABYTES)
        self.budget.setDecimals(1)
        self.budget.setSuffix(" GB")
        self.budget.setKeyboardTracking(False)
        self.budget.lineEdit().setTextMargins(6, 0, 0, 0)
        self.budget.setSpecialValueText(self.tr("any size"))
        self.budget.setAccessibleName(self.tr("Fit onto"))
        self.budget.setToolTip(
            self.tr(
                "All clips together take no more than this, for a USB stick or a mailbox: where "
                "they would, quality is lowered as little as needed."
            )
        )
        self.budget.valueChanged.connect(self.changed)
        self.cards = self._tick("cards", self.tr("Scenes that are not filmed play as cards"), True)
        self.cards.setToolTip(
            self.tr("Each is made into a clip of its words, so that the whole film plays.")
        )
        self.narrate = self._tick("narrate", self.tr("The computer reads the cards aloud"))
        self.hardware = self._tick("hardware", self.tr("Encode with the graphics card"))
        self.allow(Abilities(), known=False)
        self._lay_out()

    def choices(self) -> Choices:
        """What is chosen now."""
        gigabytes = self.budget.value()
        return Choices(
            languages=tuple(tag for tag, tick in self.languages.items() if tick.isChecked()),
            profile=self.profile.currentData(),
            budget=round(gigabytes * _BYTES_PER_GIGABYTE) if gigabytes else None,
            narrate=self.narrate.isChecked() and self.narrate.isEnabled(),
            hardware=self.hardware.isChecked() and self.hardware.isEnabled(),
            cards=self.cards.isChecked(),
        )

    def allow(self, able: Abilities, *, known: bool = True) -> None:
        """Offer what this computer can do, and say why the rest is not offered."""
        speaks = bool(able.voices & self.languages.keys())
        self.narrate.setEnabled(speaks)
        self.narrate.setToolTip(
            self.tr("A rough narration to rehearse with, where no recording is chosen.")
            if speaks or not known
            else self.tr("For this the program espeak-ng must be installed.")
        )
        self.hardware.setEnabled(able.hardware)
        self.hardware.setToolTip(
            self.tr("Faster; files are somewhat larger at the same quality.")
            if able.hardware or not known
            else self.tr("This computer has no graphics card that encodes video.")
        )

    def _tick(self, name: str, words: str, checked: bool = False) -> QCheckBox:
        tick = QCheckBox(words)
        tick.setObjectName(name)
        tick.setChecked(checked)
        tick.toggled.connect(self.changed)
        return tick

    def _lay_out(self) -> None:
        ticks = QHBoxLayout()
        ticks.setSpacing(18)
        for tick in self.languages.values():
            ticks.addWidget(tick)
        ticks.addStretch(1)
        row = QGridLayout()
        row.setHorizontalSpacing(12)
        for place, (words, field, part) in enumerate(
            ((self.tr("Quality"), self.profile, 3), (self.tr("Fit onto"), self.budget, 1))
        ):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            row.addWidget(QLabel(words), 0, place)
            row.addWidget(field, 1, place)
            row.setColumnStretch(place, part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(QLabel(self.tr("Languages")))
        column.addLayout(ticks)
        column.addLayout(row)
        for tick in (self.cards, self.narrate, self.hardware):
            column.addWidget(tick)


def profile_names() -> dict[str | None, str]:
    """Profiles in the order in which they are offered; None leaves each clip its own."""
    as_told = QCoreApplication.translate("ExportDialog", "As the story says")
    return {None: as_told, **{name: profile_words(name) for name in _OFFERED}}
