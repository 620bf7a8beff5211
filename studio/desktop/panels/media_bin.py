"""The media bin: every file of the story, where it is used, what is missing, unused or double."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.icons import icon
from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.parts import FlowLayout
from studio.desktop.panels.item_forms import UsesList
from studio.desktop.panels.media_scan import MediaFile, find_missing, scan
from studio.desktop.panels.story_panel import StoryPanel
from studio.desktop.panels.wastebasket import Wastebasket
from studio.desktop.tasks import Task
from studio.media.cache import Cache
from studio.media.thumbnails import picture
from studio.story import edits
from studio.story.edits import Address
from studio.story.finding import StudioError

_ROW = Qt.ItemDataRole.UserRole
_THUMBNAIL = QSize(80, 45)
_PAUSE = 400
_SIGNS = {
    "video": "mdi6.movie-open-outline",
    "image": "mdi6.image-outline",
    "sound": "mdi6.volume-high",
    "captions": "mdi6.closed-caption-outline",
    "other": "mdi6.file-outline",
}
FILTERS: dict[str, Callable[[MediaFile], bool]] = {
    "all": lambda row: True,
    "missing": lambda row: row.missing,
    "unused": lambda row: not row.uses,
    "double": lambda row: bool(row.equals),
}
Index = QModelIndex | QPersistentModelIndex


class MediaModel(QAbstractTableModel):
    """Files as rows: picture and name, what it is, how often it is used, size, state."""

    COLUMNS = 4

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.rows: list[MediaFile] = []
        self.pictures: dict[str, QPixmap] = {}

    def show_rows(self, rows: list[MediaFile]) -> None:
        """Show these rows."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def take_picture(self, file: str, image: QImage) -> None:
        """A picture is ready."""
        self.pictures[file] = QPixmap.fromImage(image)
        for number, row in enumerate(self.rows):
            if row.file == file:
                self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many files."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns."""
        return 0 if parent is not None and parent.isValid() else self.COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (self.tr("File"), self.tr("Used"), self.tr("Size"), self.tr("State"))
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                row.file,
                str(len(row.uses)) if row.uses else "–",
                size_words(row.bytes),
                self._state(row),
            )[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            theme = self._editing.theme
            known = self.pictures.get(row.file)
            if known is not None:
                return known
            colour = theme.failure if row.missing else theme.quiet
            return icon("mdi6.file-alert-outline" if row.missing else _SIGNS[row.kind], colour)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.file
        return row if role == _ROW else None

    def _state(self, row: MediaFile) -> str:
        if row.missing:
            return self.tr("missing")
        parts = []
        if not row.uses:
            parts.append(self.tr("not used"))
        if row.equals:
            parts.append(self.tr("same as {file}").format(file=row.equals[0]))
        return ", ".join(parts)


class MediaBin(StoryPanel):
    """The files, filters over them, and what can be done with the selected one."""

    def __init__(
        self, editing: Editing, cache: Cache | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editing = editing
        self._cache = cache
        self._files: tuple[MediaFile, ...] = ()
        self._known_uses: dict[str, tuple[Address, ...]] | None = None
        self._scanning: Task | None = None
        self._picturing: Task | None = None
        self._looking: Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._scan)
        self.filters: dict[str, QToolButton] = {}
        top = QHBoxLayout()
        for name in FILTERS:
            button = QToolButton()
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(name == "all")
            button.setProperty("filter", True)
            button.setObjectName(f"media-{name}")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.toggled.connect(self._fill)
            self.filters[name] = button
            top.addWidget(button)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(210)
        self.search.textChanged.connect(self._fill)
        self.relink_all = QPushButton()
        self.relink_all.setObjectName("relink-all")
        self.relink_all.clicked.connect(self._choose_place)
        self.clear_out = QPushButton()
        self.clear_out.setObjectName("clear-out")
        self.clear_out.clicked.connect(self._clear_out)
        self._basket = Wastebasket(self)
        self._basket.done.connect(self._moved_out)
        self._state = QLabel()
        self._state.setProperty("quiet", True)
        top.addWidget(self._state, 1)
        top.addWidget(self.clear_out)
        top.addWidget(self.relink_all)
        top.addWidget(self.search)
        self.model = MediaModel(editing)
        self.table = QTableView()
        self.table.setObjectName("media")
        self.table.setModel(self.model)
        self.table.setIconSize(_THUMBNAIL)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_THUMBNAIL.height() + 6)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.table.selectionModel().currentChanged.connect(self._explain)
        self.model.modelReset.connect(self._explain)
        self._details = QWidget()
        self._column = QVBoxLayout(self._details)
        self._column.setContentsMargins(10, 4, 6, 4)
        self._name = QLabel()
        self._name.setWordWrap(True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, 6)
        self.uses = UsesList(editing)
        for widget in (self._name, self._buttons, self.uses):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._details)
        scroll.setMinimumWidth(220)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(scroll)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addLayout(top)
        column.addWidget(split, 1)
        editing.shown.connect(self.refresh)
        editing.on_restyled(self._restyle)
        self._say()

    @property
    def busy(self) -> bool:
        """Whether the list is not yet that of the present value."""
        tasks = (self._scanning, self._looking)
        working = any(task is not None for task in tasks) or self._basket.busy
        return working or self._pause.isActive()

    def refresh(self) -> None:
        """Compare again if the story names other files, or names them elsewhere."""
        if self._editing.is_open and self.seen and not self._pause.isActive():
            self._pause.start()

    def catch_up(self) -> None:
        """Files may have come and gone meanwhile."""
        self._known_uses = None
        self.refresh()

    def stop(self) -> None:
        """Ask what runs in the background to stop."""
        self._pause.stop()
        for task in (self._scanning, self._picturing, self._looking):
            if task is not None:
                task.cancel()

    def look_in(self, place: Path) -> None:
        """Look for every missing file below the place, and name what is found, as one edit."""
        folder = self._editing.folder
        missing = [row.file for row in self._files if row.missing]
        if folder is None or not missing or self._looking is not None:
            return
        self._state.setText(self.tr("Looking for {count} files…").format(count=len(missing)))
        self._looking = Task(
            lambda task: (missing, find_missing(missing, place, folder, task.cancelled)), self
        )
        self._looking.succeeded.connect(self._found)
        self._looking.failed.connect(self._failed)
        self._looking.start()

    def _found(self, result: tuple[list[str], dict[str, str]]) -> None:
        self._looking = None
        missing, found = result
        if found:
            self._editing.do(lambda story: edits.relink(story, found), self.tr("Relink files"))
        words = self.tr("Found {found} of {count} missing files.")
        self._editing.refused.emit(words.format(found=len(found), count=len(missing)))
        self._known_uses = None
        self.refresh()

    def _failed(self, error: object) -> None:
        self._looking = self._scanning = None
        self._editing.failed.emit(error)
        self._fill()

    def _scan(self) -> None:
        story, folder = self._editing.story, self._editing.folder
        if folder is None or self._scanning is not None:
            return

        def work(task: Task) -> object:
            uses = edits.file_uses(story)
            if uses == self._known_uses:
                return None
            if self._cache is None:
                self._cache = Cache()
            return uses, scan(story, folder, self._cache, task.cancelled)

        self._scanning = Task(work, self)
        self._scanning.succeeded.connect(self._scanned)
        self._scanning.failed.connect(self._failed)
        self._scanning.start()

    def _scanned(
        self, result: tuple[dict[str, tuple[Address, ...]], tuple[MediaFile, ...]] | None
    ) -> None:
        self._scanning = None
        if result is not None:
            self._known_uses, self._files = result
            self._fill()
            self._picture_next()

    def _picture_next(self) -> None:
        folder = self._editing.folder
        wanted = [
            row.file
            for row in self._files
            if row.kind in ("video", "image")
            and not row.missing
            and row.file not in self.model.pictures
        ]
        if not wanted or folder is None or self._picturing is not None:
            return
        file, cache = wanted[0], self._cache
        self._picturing = Task(lambda _task: (file, _thumbnail(folder / file, cache)), self)
        self._picturing.succeeded.connect(self._pictured)
        self._picturing.failed.connect(self._failed)
        self._picturing.start()

    def _pictured(self, result: tuple[str, QImage]) -> None:
        self._picturing = None
        self.model.take_picture(*result)
        if self.seen:
            self._picture_next()

    def _fill(self) -> None:
        names = {
            "all": self.tr("All"),
            "missing": self.tr("Missing"),
            "unused": self.tr("Not used"),
            "double": self.tr("Double"),
        }
        chosen = "all"
        for name, button in self.filters.items():
            count = sum(FILTERS[name](row) for row in self._files)
            button.setText(f"{names[name]} {count}")
            button.setAccessibleName(button.text())
            if button.isChecked():
                chosen = name
        words = self.search.text().casefold()
        self.model.show_rows(
            [row for row in self._files if FILTERS[chosen](row) and words in row.file.casefold()]
        )
        missing = any(row.missing for row in self._files)
        self.relink_all.setVisible(missing)
        self.relink_all.setEnabled(missing and not self._editing.read_only)
        unused = any(not row.uses for row in self._files)
        self.clear_out.setVisible(unused and chosen == "unused")
        self.clear_out.setEnabled(not self._editing.read_only)
        self._state.clear()

    def _explain(self) -> None:
        row: MediaFile | None = self.table.currentIndex().data(_ROW)
        while (item := self._flow.takeAt(0)) is not None:
            gone = item.widget()
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
        self.uses.setVisible(row is not None)
        if row is None:
            self._name.setText(self.tr("Select a file to see where it is used."))
            return
        self._name.setText(row.file)
        self.uses.show_uses(row.uses)
        if row.missing:
            self._button(self.tr("Choose the file…"), lambda: self._choose_one(row))
            return
        if row.equals:
            self._button(
                self.tr("Use only this one"), lambda: self._use_only(row), self._is_edit(row)
            )
        if not row.uses:
            self._button(self.tr("Move to the wastebasket…"), lambda: self._throw_away([row]))

    def _is_edit(self, row: MediaFile) -> bool:
        used = {file.file for file in self._files if file.uses}
        return any(each in used for each in row.equals)

    def _button(self, words: str, slot: Callable[[], None], possible: bool = True) -> None:
        button = QPushButton(words)
        button.setEnabled(possible and not self._editing.read_only)
        button.clicked.connect(slot)
        self._flow.addWidget(button)
        button.show()

    def _clear_out(self) -> None:
        self._throw_away([row for row in self.model.rows if not row.uses])

    def _throw_away(self, rows: Sequence[MediaFile]) -> None:
        if self._editing.folder is not None:
            self._basket.offer(self._editing.folder, [row.file for row in rows])

    def _moved_out(self, moved: list[str], left: list[str]) -> None:
        words = self.tr("Moved to the wastebasket: {count}.").format(count=len(moved))
        if left:
            words = self.tr("The wastebasket did not take {file}: it is still where it was.")
            words = words.format(file=left[0])
        self._editing.refused.emit(words)
        self._known_uses = None
        self.refresh()

    def _use_only(self, row: MediaFile) -> None:
        moved = dict.fromkeys(row.equals, row.file)
        self._editing.do(lambda story: edits.relink(story, moved), self.tr("Use only one file"))
        self._known_uses = None

    def _choose_one(self, row: MediaFile) -> None:
        from studio.desktop.inspector.files import Bringing

        chosen, _ = QFileDialog.getOpenFileName(self.window(), row.file, str(self._editing.folder))
        if chosen:
            Bringing(
                self._editing,
                lambda file: self._editing.do(
                    lambda story: edits.relink(story, {row.file: file}), self.tr("Relink files")
                ),
            ).start(Path(chosen))

    def _choose_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self.window(), self.tr("Folder with the missing files"), str(self._editing.folder)
        )
        if chosen:
            self.look_in(Path(chosen))

    def _restyle(self) -> None:
        self._say()
        self.refresh()

    def _say(self) -> None:
        self.search.setPlaceholderText(self.tr("Search the files…"))
        self.search.setAccessibleName(self.tr("Search the files…"))
        self.clear_out.setText(self.tr("Move all to the wastebasket…"))
        self.relink_all.setText(self.tr("Find missing files…"))
        self.table.setAccessibleName(self.tr("Files of the story"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, MediaModel.COLUMNS - 1)
        self._fill()
        self._explain()


def size_words(size: int | None) -> str:
    """Bytes in words."""
    if size is None:
        return "–"
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}"
        size /= 1000
    return f"{QLocale().toString(float(size), 'f', 1)} GB"


def _thumbnail(path: Path, cache: Cache | None) -> QImage:
    """A small picture of a video or an image; an empty one of what shows nothing."""
    width, height = 2 * _THUMBNAIL.width(), 2 * _THUMBNAIL.height()
    reader = QImageReader(str(path))
    if reader.canRead():
        size = reader.size()
        reader.setScaledSize(size.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
    else:
        try:
            shot = picture(path, 1.0, width=width, height=height, cache=cache, exact=False)
        except StudioError:
            return QImage()
        high, wide = shot.shape[:2]
        image = QImage(shot.tobytes(), wide, high, 3 * wide, QImage.Format.Format_RGB888).copy()
    image.setDevicePixelRatio(2.0)
    return image
