"""The inspector: one page for what is selected on the map; the story's own page for nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QThread, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import delete, isValid

from studio.desktop.inspector.chapter_page import ChapterPage, ManyPage
from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.parts import Form, Section, read_only_words
from studio.desktop.inspector.scene_page import ScenePage
from studio.desktop.inspector.story_page import StoryPage
from studio.story.edits import Address


@dataclass(frozen=True)
class About:
    """What is looked at: scenes (one, or many), a choice of the one, a chapter."""

    scenes: tuple[str, ...] = ()
    choice: str | None = None
    chapter: str | None = None


class Inspector(QScrollArea):
    """Shows what is selected and asks for edits through :class:`Editing`."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._about = About()
        self._shown: About | None = None
        self.page: Form | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(300)
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None
        self.setWidget(self._holder)
        editing.shown.connect(self._refresh)
        editing.on_restyled(self._rebuild)

    @property
    def about(self) -> About:
        """What it is about."""
        return self._about

    def look_at(
        self,
        *,
        scenes: tuple[str, ...] = (),
        choice: str | None = None,
        chapter: str | None = None,
    ) -> None:
        """Show the page of what is selected; with nothing, the story's own."""
        self.commit()
        about = self._about = About(scenes, choice, chapter)
        self._refresh()
        if about.choice is not None and isinstance(self.page, ScenePage):
            form = self.page.show_choice(about.choice)
            if form is not None:
                self._bring(form)

    def show_place(self, address: Address) -> None:
        """Show the field of an address: unfold what hides it, bring it into sight, focus it.

        The address may go on below a field (a language) or end above one (a choice).
        """
        if address[:1] == ("scenes",) and len(address) > 1:
            choice = address[4] if address[2:4] == ("then", "choices") else None
            self.look_at(scenes=(str(address[1]),), choice=None if choice is None else str(choice))
        elif address[:1] == ("chapters",) and len(address) > 1:
            self.look_at(chapter=str(address[1]))
        else:
            self.look_at()
        if self.page is None:
            return
        self.page.complete()
        field = self._field_at(address)
        while field is None and (section := self._folded_section(address)) is not None:
            section.unfold()
            field = self._field_at(address)
        if field is not None:
            self._bring(field)
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Ask for the edits that are typed but not yet made."""
        if self.page is not None:
            self.page.commit()

    def _refresh(self) -> None:
        if not self._editing.is_open:
            return
        about = self._still_there(self._about)
        if self.page is None or not self._same_page(about):
            self._shown = about
            self._rebuild()
            return
        self.page.refresh()

    def _same_page(self, about: About) -> bool:
        shown = self._shown
        return shown is not None and (shown.scenes, shown.chapter) == (
            about.scenes,
            about.chapter,
        )

    def _still_there(self, about: About) -> About:
        story = self._editing.story
        scenes = tuple(each for each in about.scenes if each in story.scene_by_id)
        chapter = about.chapter
        if all(each.id != chapter for each in story.chapters):
            chapter = None
        return About(scenes, about.choice if len(scenes) == 1 else None, chapter)

    def _rebuild(self) -> None:
        if not self._editing.is_open:
            return
        about = self._still_there(self._about)
        self._shown = about
        self.page = self._page_of(about)
        inside = QWidget()
        inside.setProperty("page", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 14)
        if self._editing.read_only:
            reason = QLabel(read_only_words())
            reason.setWordWrap(True)
            reason.setProperty("banner", True)
            column.addWidget(reason)
        column.addWidget(self.page, 1)
        self.page.refresh()
        old, self._inside = self._inside, inside
        if old is not None:
            old.hide()
            self._column.removeWidget(old)
            # Not now: what asked for the page may be a button of the old one. Nor by taking it
            # out of the window first, which would dress all its widgets once more.
            _delete_soon(old)
        self._column.addWidget(inside)
        inside.show()
        self.verticalScrollBar().setValue(0)

    def _page_of(self, about: About) -> Form:
        if len(about.scenes) == 1:
            return ScenePage(self._editing, about.scenes[0])
        if about.scenes:
            return ManyPage(self._editing, about.scenes)
        if about.chapter is not None:
            return ChapterPage(self._editing, about.chapter)
        return StoryPage(self._editing)

    def _field_at(self, address: Address) -> QWidget | None:
        least = 2 if address[:1] == ("scenes",) else 0
        for length in range(len(address), max(least, len(address) - 3), -1):
            name = "/".join(str(step) for step in address[:length])
            exact = self.page.findChild(QWidget, name) if self.page is not None else None
            if exact is not None and not exact.isHidden():
                return exact
            for field in self.page.findChildren(QWidget) if self.page is not None else ():
                if field.objectName().startswith(f"{name}/") and length == len(address):
                    return field
        return None

    def _folded_section(self, address: Address) -> Section | None:
        """The next section that could hide the address: within its choice, else any."""
        if self.page is None:
            return None
        folded = [
            each
            for each in self.page.findChildren(Section)
            if not each.button.isChecked() and each.isVisibleTo(self.page)
        ]
        wanted = _sections_for(address)
        return next((each for each in folded if each.key in wanted), None)

    def _bring(self, widget: QWidget) -> None:
        # The layout must have its sizes before the place can be known.
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 20, 60))


def _delete_soon(widget: QWidget) -> None:
    """Delete it when what runs now has returned; never in a loop (a menu, a dialog) within that."""
    level = QThread.currentThread().loopLevel()
    widget.deleteLater()

    def delete_now() -> None:
        if isValid(widget) and QThread.currentThread().loopLevel() <= level:
            delete(widget)

    QTimer.singleShot(0, delete_now)


def _sections_for(address: Address) -> tuple[str, ...]:
    """Keys of the sections that hold the fields of an address."""
    steps = tuple(str(step) for step in address)
    if steps[:1] != ("scenes",):
        return {
            "settings": ("playing", "picture"),
            "theme": ("look",),
            "content_note": ("story-note",),
            "authors": ("authors",),
            "licence": ("authors",),
            "languages": ("languages",),
        }.get(steps[0] if steps else "", ())
    field = steps[2] if len(steps) > 2 else ""
    if field == "then":
        if len(steps) > 4 and steps[3] == "choices":
            return ("follows", f"choice-{steps[1]}-{steps[4]}", "choice-more")
        return ("follows", "timing")
    return {
        "clip": ("shows", "clip-languages", "clip-transcript", "clip-treatment"),
        "card": ("shows", "card"),
        "effects": ("effects",),
        "indicators": ("sightings",),
        "content_note": ("content-note",),
        "hard": ("content-note",),
        "discussion": ("discussion",),
        "script": ("script",),
        "notes": ("script",),
        "chapter": ("order",),
        "tags": ("order",),
    }.get(field, ())
