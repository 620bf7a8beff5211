"""Fields that point at something else of the story: a scene, a choice, an item, a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.dressing import dress
from studio.desktop.icons import icon
from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.files import Bringing
from studio.desktop.inspector.parts import ElidedLabel, FlowLayout, tool
from studio.story.edits import Address
from studio.story.model import Clip, Footage

_KEY = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 400


class SearchPopup(QFrame):
    """A list to choose from that narrows while one types; made only when it is opened."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[object, str]], present: object, hint: str) -> None:
        super().__init__(None, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", True)
        dress(self)
        self._options = options
        self._present = present
        self.search = QLineEdit()
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(hint)
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self._narrow("")

    def open_below(self, widget: QWidget) -> None:
        """Show under the widget, on the screen."""
        self.resize(max(300, widget.width()), 340)
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        x = max(screen.left(), min(place.x(), screen.right() - self.width()))
        if place.y() + self.height() > screen.bottom():
            place = widget.mapToGlobal(QPoint(0, -self.height() - 2))
        self.move(x, max(screen.top(), place.y()))
        self.show()
        self.search.setFocus()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Arrows walk the list while the words stay where they are typed."""
        if watched is self.search and isinstance(event, QKeyEvent):
            if event.type() != QEvent.Type.KeyPress:
                return False
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                by = 1 if event.key() == Qt.Key.Key_Down else -1
                row = max(0, min(self.list.count() - 1, self.list.currentRow() + by))
                self.list.setCurrentRow(row)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.currentItem() is not None:
                    self._take(self.list.currentItem())
                return True
        return False

    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        self.list.clear()
        present = 0
        for key, name in self._options:
            if all(each in name.casefold() for each in wanted):
                item = QListWidgetItem(name)
                item.setData(_KEY, key)
                self.list.addItem(item)
                if key == self._present:
                    present = self.list.count() - 1
                if self.list.count() >= _MOST_SHOWN:
                    break
        self.list.setCurrentRow(present)

    def _take(self, item: QListWidgetItem) -> None:
        key = item.data(_KEY)
        self.close()
        self.chosen.emit(key)


class SearchField(QPushButton):
    """Shows the name of what is pointed at; a press opens the list."""

    def __init__(
        self,
        editing: Editing,
        name: str,
        get: Callable[[], object],
        options: Callable[[], Sequence[tuple[object, str]]],
        put: Callable[[object], object],
        words: Callable[[object], str],
    ) -> None:
        super().__init__()
        self._editing = editing
        self._name = name
        self._get, self._options, self._put, self._words = get, options, put, words
        self._label = ElidedLabel()
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        arrow = QLabel()
        arrow.setPixmap(icon("mdi6.chevron-down", editing.theme.quiet).pixmap(14, 14))
        arrow.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 4, 0)
        row.addWidget(self._label, 1)
        row.addWidget(arrow)
        self.setProperty("field", True)
        self.setMinimumHeight(self.fontMetrics().height() + 14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setEnabled(not editing.read_only)
        self.clicked.connect(self._open)
        self.popup: SearchPopup | None = None

    def refresh(self) -> None:
        """Show the present name."""
        words = self._words(self._get())
        self._label.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(f"{self._name}: {words}")

    def _open(self) -> None:
        hint = self.tr("Search…")
        self.popup = SearchPopup(self._options(), self._get(), hint)
        self.popup.chosen.connect(self._put)
        self.popup.destroyed.connect(self._forget)
        self.popup.open_below(self)

    def _forget(self) -> None:
        self.popup = None


class SceneField(QWidget):
    """A scene of the story, with a button that goes there.

    ``none`` says in words what no scene means there (None: there must be one).
    """

    def __init__(
        self, editing: Editing, address: Address, name: str, none: str | None = None
    ) -> None:
        super().__init__()
        self._editing = editing
        self._address = address
        self._name = name
        self._none = none
        self.pick = SearchField(editing, name, self._get, self._options, self._take, self._words_of)
        self.pick.setObjectName("/".join(str(each) for each in address))
        self.go = tool(editing, "mdi6.arrow-right", self.tr("Go to this scene"), self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.pick, 1)
        row.addWidget(self.go)
        self.setFocusProxy(self.pick)

    def refresh(self) -> None:
        """Show the scene's title."""
        self.pick.refresh()
        self.go.setEnabled(self._get() in self._editing.story.scene_by_id)

    def _get(self) -> object:
        return self._editing.value(self._address)

    def _take(self, key: object) -> None:
        if key == "":
            self._editing.put(self._address, None, self._name)
        else:
            self._editing.put(self._address, key, self._name)

    def _go(self) -> None:
        self._editing.scene_wanted.emit(str(self._get()))

    def _words_of(self, key: object) -> str:
        if key is None:
            return self._none or self.tr("Choose a scene…")
        if key not in self._editing.story.scene_by_id:
            return self.tr("⚠ No such scene: {id}").format(id=key)
        return self._editing.scene_title(str(key))

    def _options(self) -> Sequence[tuple[object, str]]:
        title = self._editing.scene_title
        scenes = [(scene.id, title(scene.id)) for scene in self._editing.story.scenes]
        return [*([("", self._none)] if self._none is not None else []), *scenes]


class ChipsField(QWidget):
    """Several items of one kind; each leaves by its ×, others come from the menu."""

    def __init__(
        self,
        editing: Editing,
        address: Address,
        name: str,
        words: str,
        options: Callable[[], Sequence[tuple[str, str]]],
        add_new: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._editing = editing
        self._address = address
        self._name = name
        self._options = options
        self._add_new = add_new
        self._shown: object = None
        self._flow = FlowLayout(self)
        self.add = QToolButton()
        self.add.setText(f"+ {words}")
        self.add.setAccessibleName(words)
        self.add.setObjectName("/".join(str(each) for each in address))
        self.add.setProperty("chip", "add")
        self.add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add.setEnabled(not editing.read_only)
        self.add.clicked.connect(self._open)
        self._chips: list[QToolButton] = []

    def refresh(self) -> None:
        """Show the present items."""
        ids: tuple[str, ...] = self._editing.value(self._address, ())
        names = dict(self._options())
        shown = tuple((each, names.get(each, f"⚠ {each}")) for each in ids)
        if shown == self._shown:
            return
        self._shown = shown
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(each, words) for each, words in shown]
        for widget in (*self._chips, self.add):
            self._flow.addWidget(widget)
            widget.show()
        self.updateGeometry()

    def _chip(self, item: str, words: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setText(f"{words}  ×")
        chip.setToolTip(self.tr("Remove “{name}”").format(name=words))
        chip.setAccessibleName(chip.toolTip())
        chip.setProperty("chip", "item")
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setEnabled(not self._editing.read_only)
        chip.clicked.connect(lambda: self._remove(item))
        return chip

    def _remove(self, item: str) -> None:
        ids: tuple[str, ...] = self._editing.value(self._address, ())
        left = tuple(each for each in ids if each != item)
        self._editing.put(self._address, left, self._name)

    def _open(self) -> None:
        ids: tuple[str, ...] = self._editing.value(self._address, ())
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for item, words in self._options():
            if item not in ids:
                action = menu.addAction(words.replace("&", "&&"))
                action.triggered.connect(lambda _=False, item=item: self._add(item))
        if menu.isEmpty() and self._add_new is None:
            menu.addAction(self.tr("There is nothing to add.")).setEnabled(False)
        if self._add_new is not None:
            menu.addSeparator()
            menu.addAction(self.tr("New…")).triggered.connect(lambda: self._add_new())
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _add(self, item: str) -> None:
        ids: tuple[str, ...] = self._editing.value(self._address, ())
        self._editing.put(self._address, (*ids, item), self._name)


class FileField(QWidget):
    """A file of the story's folder; one from elsewhere is copied into it."""

    def __init__(
        self,
        editing: Editing,
        address: Address,
        name: str,
        kinds: str,
        *,
        clearable: bool = True,
        as_value: Callable[[str], object] = str,
    ) -> None:
        super().__init__()
        self._editing = editing
        self._address = address
        self._name = name
        self._kinds = kinds
        self._as_value = as_value
        self._label = ElidedLabel()
        self._label.setProperty("path", True)
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setObjectName("/".join(str(each) for each in address))
        self.choose.setAccessibleName(self.tr("{name}: choose a file").format(name=name))
        self.choose.setEnabled(not editing.read_only)
        self.choose.clicked.connect(self._open)
        self._clear = tool(
            editing,
            "mdi6.close",
            self.tr("{name}: remove").format(name=name),
            lambda: editing.put(address, None, name),
        )
        self._clearable = clearable
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._label, 1)
        row.addWidget(self.choose)
        row.addWidget(self._clear)
        self.setFocusProxy(self.choose)

    def refresh(self) -> None:
        """Show the file's path, and whether it is missing."""
        file = self._file()
        self._clear.setVisible(self._clearable and file is not None)
        if file is None:
            self._label.setText(self.tr("None"))
            return
        folder = self._editing.folder
        missing = folder is not None and not (folder / file).is_file()
        self._label.setText(self.tr("⚠ missing: {file}").format(file=file) if missing else file)

    def _file(self) -> str | None:
        value = self._editing.value(self._address)
        if isinstance(value, Clip):
            value = value.footage
        return value.file if isinstance(value, Footage) else value

    def _open(self) -> None:
        folder = self._editing.folder or Path.home()
        before = self._file()
        start = (folder / before).parent if before else folder
        chosen, _ = QFileDialog.getOpenFileName(self.window(), self._name, str(start), self._kinds)
        if chosen:
            Bringing(self._editing, self.take).start(Path(chosen))

    def take(self, file: str) -> None:
        """Name this file of the story's folder."""
        self._editing.put(self._address, self._as_value(file), self._name)
