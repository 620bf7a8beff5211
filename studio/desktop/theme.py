"""Colours, fonts and style sheet of the editor, light and dark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from studio.desktop.form_style import disabled, form_style

FAMILIES = ["Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans", "sans-serif"]
SHEET = "present sheet"
"""The property of the application that holds the style sheet which is worn now."""

_SEPARATOR = "rgba(125, 136, 162, 28%)"
"""A line in both themes: the main window itself, which draws it, is never dressed anew."""
SMALLEST_POINTS = 10.0


@dataclass(frozen=True)
class Theme:
    """Named colours as ``#rrggbb``; text on its ground has a contrast of at least 4.5 to 1."""

    dark: bool
    window: str
    panel: str
    canvas: str
    dots: str
    card: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    success: str
    partial: str
    failure: str
    neutral: str
    edge: str

    def outcome(self, outcome: str) -> str:
        """The colour of an ending's outcome or of a choice's verdict."""
        return {
            "success": self.success,
            "right": self.success,
            "partial": self.partial,
            "acceptable": self.partial,
            "failure": self.failure,
            "wrong": self.failure,
        }.get(outcome, self.neutral)


LIGHT = Theme(
    dark=False,
    window="#f4f5f8",
    panel="#ffffff",
    canvas="#eef0f5",
    dots="#d3d8e3",
    card="#ffffff",
    raised="#f1f3f8",
    line="#d8dce6",
    text="#1b2233",
    quiet="#566077",
    accent="#2f5bd7",
    on_accent="#ffffff",
    success="#1c7a48",
    partial="#8f5b08",
    failure="#bb2f38",
    neutral="#586480",
    edge="#7d88a2",
)
DARK = Theme(
    dark=True,
    window="#171a21",
    panel="#1e222b",
    canvas="#12151b",
    dots="#262c38",
    card="#232834",
    raised="#2b313f",
    line="#3a4252",
    text="#e9ecf3",
    quiet="#a6afc2",
    accent="#86a8ff",
    on_accent="#10182c",
    success="#5be0c0",
    partial="#f2cf5b",
    failure="#ff7a6b",
    neutral="#a3aec6",
    edge="#6f7c97",
)


def theme_for(name: str) -> Theme:
    """The theme called ``light`` or ``dark``; anything else follows the system."""
    if name == "system":
        hints = QGuiApplication.styleHints()
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if name == "dark" else LIGHT


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Dress the application: Fusion, our palette, our style sheet, a font that exists.

    Words are as large as the system's, at least ``SMALLEST_POINTS``.
    """
    points = application.property("points")
    if points is None:
        points = max(SMALLEST_POINTS, QFontInfo(application.font()).pointSizeF())
        application.setProperty("points", points)
        application.setStyle("Fusion")
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(points)
    application.setFont(font)
    apply_palette(application, theme)
    sheet = style_sheet(theme)
    application.setProperty(SHEET, sheet)
    application.setStyleSheet(sheet)


def apply_palette(application: QApplication, theme: Theme) -> None:
    """Give the application the theme's colours for whatever no style sheet dresses."""
    palette = QPalette()
    role = QPalette.ColorRole
    for each, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.panel),
        (role.AlternateBase, theme.raised),
        (role.Text, theme.text),
        (role.Button, theme.raised),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.quiet),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
    ):
        palette.setColor(each, QColor(colour))
    for each in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(disabled(theme)))
    application.setPalette(palette)


def style_sheet(theme: Theme) -> str:
    """The Qt style sheet of the theme, for the application's size of words."""
    points = QApplication.font().pointSizeF()
    dim = disabled(theme)
    return f"""
    QMainWindow::separator {{ background: {_SEPARATOR}; width: 1px; height: 1px; }}
    QToolBar {{ background: {theme.panel}; border: 0; border-bottom: 1px solid {theme.line};
        padding: 6px 8px; spacing: 4px; }}
    QToolButton {{ border: 0; border-radius: 6px; padding: 6px 9px; color: {theme.text}; }}
    QToolButton:hover {{ background: {theme.raised}; }}
    QToolButton:disabled {{ color: {dim}; }}
    QMenuBar {{ background: {theme.panel}; padding: 2px 6px; }}
    QMenuBar::item {{ padding: 5px 9px; border-radius: 5px; background: transparent; }}
    QMenuBar::item:selected {{ background: {theme.raised}; }}
    QMenu {{ background: {theme.panel}; border: 1px solid {theme.line}; padding: 5px; }}
    QMenu::item {{ padding: 6px 26px 6px 12px; border-radius: 5px; }}
    QMenu::item:selected {{ background: {theme.accent}; color: {theme.on_accent}; }}
    QMenu::item:disabled {{ color: {dim}; background: transparent; }}
    QMenu::icon {{ padding-left: 10px; }}
    QMenu::separator {{ height: 1px; background: {theme.line}; margin: 5px 8px; }}
    QDockWidget {{ font-weight: 600; }}
    QDockWidget::title {{ background: {theme.panel}; padding: 9px 12px;
        border-bottom: 1px solid {theme.line}; }}
    QDockWidget > QWidget, QScrollArea, QScrollArea > QWidget > QWidget
        {{ background: {theme.panel}; border: 0; }}
    QStatusBar {{ background: {theme.panel}; border-top: 1px solid {theme.line};
        color: {theme.quiet}; }}
    QStatusBar::item {{ border: 0; }}
    QPushButton {{ background: {theme.raised}; border: 1px solid {theme.line};
        border-radius: 6px; padding: 5px 12px; }}
    QPushButton:hover, QPushButton:focus {{ border-color: {theme.accent}; }}
    QPushButton:disabled {{ color: {dim}; }}
    QPushButton[primary="true"] {{ background: {theme.accent}; color: {theme.on_accent};
        border-color: {theme.accent}; font-weight: 600; }}
    QPushButton[primary="true"]:disabled {{ background: {theme.raised}; color: {dim};
        border-color: {theme.line}; }}
    QListWidget {{ background: {theme.panel}; border: 0; outline: 0; padding: 4px; }}
    QListWidget::item {{ padding: 7px 8px; border-radius: 6px; border: 1px solid transparent; }}
    QListWidget::item:selected {{ background: {theme.raised}; color: {theme.text};
        border: 1px solid {theme.accent}; }}
    QProgressBar {{ background: {theme.raised}; border: 0; border-radius: 4px; height: 8px; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 4px; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
    QScrollBar::handle {{ background: {theme.line}; border-radius: 3px; min-height: 28px;
        min-width: 28px; }}
    QScrollBar::handle:hover {{ background: {theme.edge}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QFrame[notice] {{ background: {theme.raised}; border: 0;
        border-bottom: 1px solid {theme.line}; border-left: 4px solid {theme.accent}; }}
    QFrame[notice="warning"] {{ border-left-color: {theme.partial}; }}
    QPushButton[offer="true"] {{ background: {theme.panel}; border: 1px solid {theme.line};
        border-radius: 10px; text-align: left; }}
    QPushButton[offer="true"]:hover, QPushButton[offer="true"]:focus
        {{ border-color: {theme.accent}; }}
    QPushButton[row="true"] {{ background: transparent; border: 1px solid transparent;
        text-align: left; padding: 6px 8px; color: {theme.accent}; }}
    QPushButton[row="true"]:hover, QPushButton[row="true"]:focus
        {{ background: {theme.raised}; border-color: {theme.line}; }}
    QLabel[section="true"] {{ color: {theme.quiet}; font-weight: 600; }}
    QLabel[keys="true"] {{ color: {theme.quiet}; background: {theme.raised};
        border-radius: 4px; padding: 2px 7px; }}
    QMessageBox QLabel#qt_msgbox_label {{ padding: 8px 12px 0 4px; }}
    QMessageBox QLabel#qt_msgbox_informativelabel {{ padding: 6px 12px 0 4px; }}
    QMessageBox QLabel#qt_msgboxex_icon_label {{ padding: 8px 4px 0 12px; }}
    QLabel[quiet="true"] {{ color: {theme.quiet}; }}
    QLabel[heading="true"] {{ font-size: {1.5 * points:g}pt; font-weight: 600; }}
    QLabel[hero="true"] {{ font-size: {2.4 * points:g}pt; font-weight: 600; }}
    """ + form_style(theme, points)
