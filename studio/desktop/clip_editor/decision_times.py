"""When the decision of a clip opens and how long it waits, as numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from studio.story.model import Decision

_NONE = -0.01


class DecisionTimes(QWidget):
    """Seconds of the clip and of the decision; the least value of each means none."""

    wanted = Signal(object, object)
    """When it is to open (None: at the clip's end) and its limit (None: none)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opens, self.limit = QDoubleSpinBox(), QDoubleSpinBox()
        self._title, self._names = QLabel(), (QLabel(), QLabel())
        self._title.setProperty("section", True)
        form = QFormLayout()
        for name, spin in zip(self._names, (self.opens, self.limit), strict=True):
            spin.setDecimals(2)
            spin.setSuffix(" s")
            spin.setRange(_NONE, 3600)
            spin.setKeyboardTracking(False)
            spin.lineEdit().setTextMargins(6, 0, 0, 0)
            spin.valueChanged.connect(lambda _value: self._want())
            form.addRow(name, spin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addLayout(form)
        self._say()

    def show_decision(self, decision: Decision | None) -> None:
        """Show the times of this one; None: there is none."""
        opens = decision.opens if decision is not None else None
        limit = decision.time_limit if decision is not None else None
        for spin, value in ((self.opens, opens), (self.limit, limit)):
            spin.setEnabled(decision is not None)
            spin.blockSignals(True)
            spin.setValue(_NONE if value is None else float(value))
            spin.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _want(self) -> None:
        opens, limit = (
            None if spin.value() < 0 else spin.value() for spin in (self.opens, self.limit)
        )
        self.wanted.emit(opens, limit)

    def _say(self) -> None:
        self._title.setText(self.tr("Decision"))
        self._names[0].setText(self.tr("Opens at"))
        self._names[1].setText(self.tr("Time limit"))
        self.opens.setSpecialValueText(self.tr("the end of the clip"))
        self.limit.setSpecialValueText(self.tr("none"))
        self.opens.setAccessibleName(self.tr("Opens at"))
        self.limit.setAccessibleName(self.tr("Time limit"))
