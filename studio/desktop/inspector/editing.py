"""What all forms share: the story that is shown, and how an edit of it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from studio.desktop.language import in_language
from studio.desktop.theme import LIGHT, Theme
from studio.story import edits
from studio.story.edits import Address
from studio.story.model import Story, new_story


class Editing(QObject):
    """The present value for forms and panels. Whoever holds the story calls :meth:`show`."""

    shown = Signal()
    """Another value of the story is to be shown; forms refresh what differs."""
    commit_wanted = Signal()
    """Whatever is typed but not yet asked for is to be asked for now."""
    restyled = Signal()
    """Interface language or theme changed; forms are built anew."""
    edited = Signal(object, str, object)
    """The next story, the words for the edit, and the visit: edits of one visit are one step."""
    scene_wanted = Signal(str)
    """Go to the scene on the map."""
    clip_wanted = Signal(str)
    """Open the clip editor for the scene."""
    place_wanted = Signal(object)
    """Show the field of this address (a tuple of steps)."""
    failed = Signal(object)
    """An error for the user."""
    refused = Signal(str)
    """Words to tell why something could not be done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_open = False
        self.story: Story = new_story("none", {}, ("en",))
        self.folder: Path | None = None
        self.language = "en"
        self.read_only = False
        self.theme: Theme = LIGHT
        self.renaming: tuple[str, str, str] | None = None
        """Kind, old and new id of the rename that was asked for last."""
        self.written: tuple[Story, dict[str, tuple[int, int]]] | None = None
        """The value whose texts were counted last, and the counts by language."""
        self.builders: list[Callable[[], None]] = []
        """What builds the forms anew, one by one."""
        self.unfolded: dict[str, bool] = {}
        """Which sections the user opened or folded, by key; kept from scene to scene."""

    def show(self, story: Story, folder: Path, language: str, read_only: bool) -> None:
        """Let every form show this value."""
        anew = (language, read_only, folder) != (self.language, self.read_only, self.folder)
        anew = anew or not self.is_open or story.languages != self.story.languages
        self.is_open = True
        self.story, self.folder = story, folder
        self.language, self.read_only = language, read_only
        if anew:
            self.restyled.emit()
        else:
            self.shown.emit()

    def on_restyled(self, build: Callable[[], None]) -> None:
        """Call ``build``, which builds a form anew, when :attr:`restyled` is emitted.

        Whoever restyles form by form finds it in :attr:`builders`.
        """
        self.restyled.connect(build)
        self.builders.append(build)

    def commit(self) -> None:
        """Take what is still being typed, in whatever form."""
        self.commit_wanted.emit()

    def value(self, address: Address, default: Any = None) -> Any:
        """The value at the address, or the default if it leads nowhere (any more)."""
        try:
            return edits.value_at(self.story, address)
        except KeyError:
            return default

    def put(self, address: Address, value: object, label: str, visit: object = None) -> bool:
        """Ask for a value at the address; False if the model does not allow it."""
        return self.do(lambda story: edits.put_value(story, address, value), label, visit)

    def do(self, edit: Callable[[Story], Story], label: str, visit: object = None) -> bool:
        """Ask for an edit; False if it is refused. A stale address or no change asks nothing."""
        if self.read_only or not self.is_open:
            return False
        try:
            after = edit(self.story)
        except KeyError:
            return True
        except ValueError:
            return False
        if after is not self.story:
            self.edited.emit(after, label, visit)
        return True

    def scene_title(self, scene_id: str) -> str:
        """The scene's title in the story's shown language, else its id."""
        scene = self.story.scene_by_id.get(scene_id)
        return in_language(scene.title, self.language, scene_id) if scene else scene_id

    def renamed_to(self, kind: str, old: str | None, ids: Collection[str]) -> str | None:
        """The id that the item has now, if it has just been given another one."""
        if self.renaming is None or old in ids:
            return None
        renamed, before, after = self.renaming
        return after if (renamed, before) == (kind, old) and after in ids else None

    def item_name(self, kind: edits.ItemKind, item_id: str) -> str:
        """The name of a variable, indicator, …; its id if it has none or is not there."""
        for item in edits.items_of(self.story, kind):
            if item.id == item_id:
                return name_of(item, self.language)
        return item_id


def name_of(item: Any, language: str) -> str:
    """The name of an item, whatever its kind calls it; else its id."""
    text = next(
        (getattr(item, each) for each in ("name", "title", "term") if hasattr(item, each)), {}
    )
    return in_language(text, language, item.id)
