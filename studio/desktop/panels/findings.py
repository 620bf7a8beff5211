"""The findings panel: what the checks report on the present value, and what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.checks import Report
from studio.checks.fixes import fixes_for
from studio.checks.waivers import Waived
from studio.desktop.icons import icon
from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.parts import FlowLayout
from studio.desktop.panels.checking import Checker
from studio.desktop.theme import Theme
from studio.story import edits
from studio.story.edits import Address
from studio.story.finding import Finding, InterfaceLanguage
from studio.story.model import Story

SIGNS = {
    "error": "mdi6.alert-octagon",
    "warning": "mdi6.alert",
    "notice": "mdi6.information-outline",
    "waived": "mdi6.check-circle-outline",
}
_ORDER = {"error": 0, "warning": 1, "notice": 2}
_LONGEST = 280
"""Characters of a row: a loop of a thousand scenes would fill the whole panel."""
_ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class FindingsModel(QAbstractListModel):
    """Findings as rows; the accepted ones last, if they are shown."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.language: InterfaceLanguage = "en"
        self.rows: list[Finding | Waived] = []

    def show_rows(self, rows: list[Finding | Waived]) -> None:
        """Show these rows."""
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The message, its sign, and the whole as tooltip."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        finding = row.finding if isinstance(row, Waived) else row
        if role == Qt.ItemDataRole.DisplayRole:
            where = finding.place.scene
            title = f"{self._editing.scene_title(where)}: " if where else ""
            words = title + finding.message[self.language]
            return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
        if role == Qt.ItemDataRole.DecorationRole:
            kind = "waived" if isinstance(row, Waived) else finding.severity
            return icon(SIGNS[kind], severity_colour(self._editing.theme, kind))
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{finding.code} · {finding.remedy[self.language]}"
        return row if role == _ROW else None


class FindingsPanel(QWidget):
    """A list with filters, and beside it what the selected finding means and what helps."""

    scene_wanted = Signal(str)
    place_wanted = Signal(object)
    """An address of the story: show the field."""
    proof_wanted = Signal(object)
    """Steps of the engine to play from the start."""
    path_wanted = Signal(object)
    """Steps of the engine whose path is to be lit on the map."""
    checked = Signal()
    """The findings shown are those of the value last given."""
    failed = Signal(object)

    def __init__(
        self, editing: Editing, language: InterfaceLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editing = editing
        self._report: Report | None = None
        self._loading: tuple[Finding, ...] = ()
        self.findings: tuple[Finding, ...] = ()
        self._given: Story | None = None
        self._folder: Path | None = None
        self.checker = Checker(self)
        self.checker.checked.connect(self._take)
        self.checker.failed.connect(self._fail)
        self.filters: dict[str, QToolButton] = {}
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(210)
        self.search.textChanged.connect(self._fill)
        self._state = QLabel()
        self._state.setProperty("quiet", True)
        self._state.setObjectName("findings-state")
        top = QHBoxLayout()
        for kind in (*_ORDER, "waived"):
            button = QToolButton()
            button.setCheckable(True)
            button.setChecked(kind != "waived")
            button.setObjectName(f"show-{kind}")
            button.setProperty("filter", True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.toggled.connect(self._fill)
            self.filters[kind] = button
            top.addWidget(button)
        top.addWidget(self._state, 1)
        top.addWidget(self.search)
        self.model = FindingsModel(editing)
        self.model.language = language
        self.list = QListView()
        self.list.setObjectName("findings")
        self.list.setModel(self.model)
        self.list.setWordWrap(True)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setBatchSize(60)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.list.selectionModel().currentChanged.connect(self._explain)
        self.details = FindingDetails(editing)
        self.details.proof_wanted.connect(self.proof_wanted)
        self.details.path_wanted.connect(self.path_wanted)
        self.details.place_wanted.connect(self._go_to)
        self.model.modelReset.connect(self._explain)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.details)
        scroll.setMinimumWidth(220)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(scroll)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addLayout(top)
        column.addWidget(split, 1)
        editing.on_restyled(self._restyle)
        self._say()

    def check(self, story: Story, folder: Path, loading: tuple[Finding, ...]) -> None:
        """Check this value soon; ``loading`` is what opening the file reported."""
        self._loading = loading
        if folder != self._folder:
            # The findings of another story would lead to places that are not here.
            self._folder, self._report, self.findings = folder, None, loading
        if story is not self._given:
            self._given = story
            self.checker.check(story, folder)
        self._fill()

    @property
    def language(self) -> InterfaceLanguage:
        """The language of the messages; seen when the panel is restyled."""
        return self.model.language

    @language.setter
    def language(self, language: InterfaceLanguage) -> None:
        self.model.language = language

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _take(self, report: Report) -> None:
        self._report = report
        self.findings = tuple(
            sorted((*self._loading, *report.findings), key=lambda each: _ORDER[each.severity])
        )
        self._fill()
        self.checked.emit()

    def _fail(self, error: object) -> None:
        self._fill()
        self.failed.emit(error)

    def _fill(self) -> None:
        waived = list(self._report.waived) if self._report is not None else []
        counts = dict.fromkeys(_ORDER, 0)
        for finding in self.findings:
            counts[finding.severity] += 1
        counts["waived"] = len(waived)
        for kind, button in self.filters.items():
            button.setText(str(counts[kind]))
            button.setAccessibleName(f"{button.toolTip()}: {counts[kind]}")
        rows: list[Finding | Waived] = [
            each for each in self.findings if self.filters[each.severity].isChecked()
        ]
        if self.filters["waived"].isChecked():
            rows += waived
        words = self.search.text().casefold().split()
        if words:
            rows = [each for each in rows if self._matches(each, words)]
        self.model.show_rows(rows)
        if self.checker.busy:
            self._state.setText(self.tr("Checking…"))
        elif self.checker.measuring:
            self._state.setText(self.tr("Measuring clips…"))
        elif not self.findings:
            self._state.setText(self.tr("Nothing to report."))
        else:
            self._state.clear()

    def _matches(self, row: Finding | Waived, words: list[str]) -> bool:
        finding = row.finding if isinstance(row, Waived) else row
        scene = finding.place.scene
        title = self._editing.scene_title(scene) if scene else ""
        text = f"{finding.code} {finding.message[self.model.language]} {title}".casefold()
        return all(each in text for each in words)

    def _explain(self) -> None:
        row = self.list.currentIndex().data(_ROW)
        self.details.show_row(row, self.model.language)

    def _go(self, index: QModelIndex) -> None:
        row = index.data(_ROW)
        finding = row.finding if isinstance(row, Waived) else row
        if finding is not None:
            self._go_to(finding)

    def _go_to(self, finding: Finding) -> None:
        if finding.place.scene:
            self.scene_wanted.emit(finding.place.scene)
        address = address_of(self._editing.story, finding)
        if address:
            self.place_wanted.emit(address)

    def _restyle(self) -> None:
        self._say()
        self.model.layoutChanged.emit()
        self._explain()

    def _say(self) -> None:
        words = {
            "error": self.tr("Errors"),
            "warning": self.tr("Warnings"),
            "notice": self.tr("Notices"),
            "waived": self.tr("Accepted"),
        }
        for kind, button in self.filters.items():
            button.setToolTip(words[kind])
            button.setIcon(icon(SIGNS[kind], severity_colour(self._editing.theme, kind)))
        self.list.setAccessibleName(self.tr("Findings"))
        self.search.setPlaceholderText(self.tr("Search the findings…"))
        self.search.setAccessibleName(self.tr("Search the findings…"))
        self._fill()


class FindingDetails(QWidget):
    """What one finding says, and the buttons that help: fix, play, accept."""

    proof_wanted = Signal(object)
    path_wanted = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._row: Finding | Waived | None = None
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._code = QLabel()
        self._code.setProperty("quiet", True)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 6, 4)
        column.addWidget(self._words)
        column.addWidget(self._buttons)
        column.addWidget(self._code)
        column.addStretch(1)

    def show_row(self, row: Finding | Waived | None, language: InterfaceLanguage) -> None:
        """Explain this row, or that none is selected."""
        self._row = row
        while (item := self._flow.takeAt(0)) is not None:
            gone = item.widget()
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
        if row is None:
            self._words.setText(self.tr("Select a finding to see what helps."))
            self._words.setProperty("quiet", True)
            self._code.clear()
            return
        finding = row.finding if isinstance(row, Waived) else row
        words = finding.remedy[language]
        if isinstance(row, Waived):
            reason = self.tr("Accepted: {reason}").format(reason=row.waiver.reason)
            words = f"{reason}\n{words}"
        self._words.setText(words)
        self._code.setText(finding.code)
        may_edit = not self._editing.read_only
        for fix in fixes_for(finding, self._editing.story):
            button = self._button(fix.label[language], "mdi6.auto-fix")
            button.setProperty("primary", True)
            button.setEnabled(may_edit)
            button.clicked.connect(
                lambda _=False, fix=fix: self._editing.do(
                    lambda story: fix.apply(story, finding), fix.label[language]
                )
            )
        if finding.proof:
            button = self._button(self.tr("Play to this place"), "mdi6.play-outline")
            button.clicked.connect(lambda: self.proof_wanted.emit(finding.proof))
            button = self._button(self.tr("Light the path"), "mdi6.routes")
            button.setToolTip(self.tr("Show on the map how a trainee comes here"))
            button.clicked.connect(lambda: self.path_wanted.emit(finding.proof))
        if finding.place.scene or finding.place.path:
            button = self._button(self.tr("Go there"), "mdi6.arrow-right")
            button.clicked.connect(lambda: self.place_wanted.emit(finding))
        if isinstance(row, Waived):
            waiver = row.waiver
            button = self._button(self.tr("No longer accept"), "mdi6.undo")
            button.setEnabled(may_edit)
            button.clicked.connect(
                lambda: self._editing.do(
                    lambda story: edits.withdraw_waiver(story, waiver), self.tr("No longer accept")
                )
            )
        else:
            button = self._button(self.tr("Accept…"), "mdi6.check")
            button.setObjectName("accept")
            button.setToolTip(self.tr("Keep it as it is, with a reason"))
            button.setEnabled(may_edit)
            button.clicked.connect(self._ask_reason)

    def accept(self, reason: str) -> None:
        """Accept the finding with this reason."""
        finding = self._row
        if isinstance(finding, Finding) and reason.strip():
            code, place = finding.code, finding.place
            self._editing.do(
                lambda story: edits.waive(story, code, place, reason), self.tr("Accept a finding")
            )

    def _ask_reason(self) -> None:
        reason, given = QInputDialog.getText(
            self.window(),
            self.tr("Accept a finding"),
            self.tr("Why is it fine as it is? The reason stays in the story."),
        )
        if given:
            self.accept(reason)

    def _button(self, words: str, sign: str) -> QPushButton:
        button = QPushButton(icon(sign, self._editing.theme.text), words.replace("&", "&&"))
        self._flow.addWidget(button)
        button.show()
        return button


def severity_colour(theme: Theme, kind: str) -> str:
    """The colour of a sign."""
    return {"error": theme.failure, "warning": theme.partial, "waived": theme.success}.get(
        kind, theme.quiet
    )


def address_of(story: Story, finding: Finding) -> Address:
    """The address of the field that a finding is about, as far as it is known."""
    place = finding.place
    address = edits.address_of(story, place.path) if place.path else ()
    if place.scene is not None and address[:2] != ("scenes", place.scene):
        address = ("scenes", place.scene)
        if place.choice is not None:
            address = (*address, "then", "choices", place.choice)
    if place.language is not None and address and isinstance(address[-1], str):
        address = (*address, place.language)
    return address
