"""Tells a person what went wrong and what to do; never a traceback."""

from __future__ import annotations

import html
import logging
import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from studio.story.finding import Finding, InterfaceLanguage, StudioError

_log = logging.getLogger(__name__)
_MOST_SHOWN = 5


def describe(finding: Finding, language: InterfaceLanguage) -> str:
    """The finding as rich text: what happened, then what to do."""
    message = html.escape(finding.message[language])
    remedy = html.escape(finding.remedy[language])
    return f"<p><b>{message}</b></p><p>{remedy}</p>"


def problem_box(
    error: BaseException, language: InterfaceLanguage, parent: QWidget | None = None
) -> QMessageBox:
    """The message box for an error, not yet shown."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setObjectName("problem")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Problem", "Something went wrong"))
    if isinstance(error, StudioError):
        shown = error.findings[:_MOST_SHOWN]
        box.setText("".join(describe(finding, language) for finding in shown))
    else:
        happened = translate("Problem", "The program met an error that it did not expect.")
        advice = translate(
            "Problem", "Your story is still open: save it, then start the program again."
        )
        box.setText(f"<p><b>{happened}</b></p><p>{advice}</p>")
        box.setInformativeText(f"{type(error).__name__}: {html.escape(str(error))}")
    return box


def install_hook(language: InterfaceLanguage) -> None:
    """From now on an error that nobody caught is logged and told in a dialog."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _log.error("unexpected error", exc_info=(kind, error, trace))
        problem_box(error, language, QApplication.activeWindow()).open()

    sys.excepthook = hook
