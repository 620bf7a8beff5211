"""The style sheet of forms and panels: fields, sections, chips, tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studio.desktop.theme import Theme

_SIGNS = Path(__file__).with_name("signs").as_posix()


def between(one: str, two: str, part: float) -> str:
    """The colour ``part`` of the way from one ``#rrggbb`` to another."""
    pairs = ((int(one[at : at + 2], 16), int(two[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(low + (high - low) * part):02x}" for low, high in pairs)


def disabled(theme: Theme) -> str:
    """The colour of words that cannot be used now: dimmer, but still to be read."""
    return between(theme.quiet, theme.raised, 0.18)


def form_style(theme: Theme, points: float) -> str:
    """Rules for what the inspector and the panels are made of."""
    tick = f"{_SIGNS}/{'check_dark' if theme.dark else 'check_light'}.svg"
    chosen = between(theme.panel, theme.accent, 0.22)
    return f"""
    QTextEdit, QPlainTextEdit, QLineEdit, QComboBox, QAbstractSpinBox {{
        background: {theme.panel}; color: {theme.text}; border: 1px solid {theme.line};
        border-radius: 6px; padding: 4px 7px; selection-background-color: {theme.accent};
        selection-color: {theme.on_accent}; placeholder-text-color: {theme.quiet}; }}
    QTextEdit, QPlainTextEdit {{ padding: 3px 4px; }}
    QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus,
    QLineEdit:focus {{ border: 1px solid {theme.accent}; }}
    QTextEdit[readOnly="true"], QPlainTextEdit[readOnly="true"], QLineEdit:read-only,
    QComboBox:disabled, QAbstractSpinBox:disabled, QLineEdit:disabled
        {{ background: {theme.raised}; color: {theme.quiet}; }}
    QTextEdit[missing="true"], QPlainTextEdit[missing="true"] {{
        border: 1px dashed {theme.partial}; }}
    QTextEdit[missing="true"]:focus, QPlainTextEdit[missing="true"]:focus {{
        border: 1px dashed {theme.accent}; }}
    QComboBox {{ padding-right: 20px; min-height: 18px; }}
    QComboBox::drop-down {{ border: 0; width: 20px; }}
    QComboBox::down-arrow {{ image: url({_SIGNS}/down.svg); width: 12px; height: 12px; }}
    QComboBox QAbstractItemView {{ background: {theme.panel}; color: {theme.text};
        border: 1px solid {theme.line}; selection-background-color: {theme.accent};
        selection-color: {theme.on_accent}; padding: 3px; outline: 0; }}
    QAbstractSpinBox {{ min-height: 18px; padding-right: 18px; }}
    QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus
        {{ border: 0; padding: 0 0 0 5px; background: transparent; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
        border: 0; width: 18px; background: transparent; }}
    QAbstractSpinBox::up-arrow {{ image: url({_SIGNS}/up.svg); width: 10px; height: 10px; }}
    QAbstractSpinBox::down-arrow {{ image: url({_SIGNS}/down.svg); width: 10px; height: 10px; }}
    QCheckBox {{ spacing: 7px; padding: 2px 0; }}
    QCheckBox:disabled {{ color: {disabled(theme)}; }}
    QCheckBox::indicator, QAbstractItemView::indicator {{ width: 13px; height: 13px;
        background: {theme.panel}; border: 1px solid {theme.edge}; border-radius: 3px; }}
    QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
        background: {theme.accent}; border-color: {theme.accent}; image: url({tick}); }}
    QCheckBox::indicator:focus, QCheckBox::indicator:hover {{ border-color: {theme.accent}; }}
    QCheckBox::indicator:checked:focus {{ border-color: {theme.text}; }}
    QCheckBox::indicator:disabled {{ background: {theme.raised}; border-color: {theme.edge}; }}
    QCheckBox::indicator:checked:disabled {{ background: {theme.edge}; }}
    QLabel[caption="true"] {{ color: {theme.quiet}; font-size: {0.9 * points:g}pt; }}
    QLabel[caption="true"][missing="true"] {{ color: {theme.partial}; }}
    QLabel[joiner="true"] {{ color: {theme.quiet}; font-style: italic; }}
    QLabel[path="true"] {{ color: {theme.text}; }}
    QLabel[bad="true"] {{ color: {theme.failure}; }}
    QLabel[banner="true"] {{ background: {theme.raised}; color: {theme.text};
        border: 1px solid {theme.partial}; border-radius: 6px; padding: 8px 10px; }}
    QFrame[line="true"] {{ background: {theme.line}; border: 0; }}
    QFrame[group="true"] {{ border: 0; border-left: 2px solid {theme.line}; }}
    QDialog[finder="true"], QFrame[popup="true"] {{ background: {theme.panel};
        border: 1px solid {theme.edge}; }}
    QWidget[boxed="true"] {{ background: {theme.raised}; border: 1px solid {theme.line};
        border-radius: 8px; }}
    QToolButton[section="true"] {{ font-weight: 600; padding: 4px 6px 4px 0; }}
    QToolButton[section="true"]:checked {{ background: transparent; }}
    QToolButton[section="true"]:focus, QToolButton[small="true"]:focus {{
        background: {theme.raised}; border: 1px solid {theme.accent}; }}
    QWidget[boxed="true"] QToolButton:hover, QWidget[boxed="true"] QToolButton:focus
        {{ background: {theme.panel}; }}
    QToolButton[small="true"] {{ padding: 4px; border: 1px solid transparent; }}
    QToolButton[small="true"]:checked {{ background: {theme.raised};
        border: 1px solid {theme.line}; }}
    QToolButton[small="true"]::menu-indicator {{ image: none; }}
    QToolButton[filter="true"] {{ border: 1px solid {theme.line}; border-radius: 6px;
        padding: 3px 8px; }}
    QToolButton[filter="true"]:checked {{ background: {theme.raised};
        border-color: {theme.edge}; }}
    QToolButton[filter="true"]:focus {{ border-color: {theme.accent}; }}
    QListView {{ background: {theme.panel}; color: {theme.text}; border: 0; outline: 0; }}
    QListView::item {{ padding: 5px 6px; border-radius: 6px; }}
    QListView::item:selected {{ background: {theme.raised}; color: {theme.text};
        border: 1px solid {theme.accent}; }}
    QToolButton[chip="item"], QToolButton[chip="add"] {{ border: 1px solid {theme.line};
        border-radius: 10px; padding: 2px 9px; background: {theme.raised}; }}
    QToolButton[chip="add"] {{ background: transparent; color: {theme.quiet};
        border-style: dashed; }}
    QToolButton[chip]:hover, QToolButton[chip]:focus {{ border-color: {theme.accent};
        color: {theme.text}; }}
    QPushButton[flat="true"] {{ background: transparent; border: 1px solid transparent;
        color: {theme.accent}; padding: 4px 6px; text-align: left; }}
    QPushButton[flat="true"]:hover {{ background: {theme.raised}; }}
    QPushButton[flat="true"]:focus {{ border-color: {theme.accent}; }}
    QPushButton[flat="true"]:disabled {{ color: {disabled(theme)}; }}
    QPushButton[row="true"], QPushButton[field="true"] {{ background: {theme.panel};
        text-align: left; padding: 4px 8px; }}
    QPushButton[field="true"]:disabled {{ background: {theme.raised}; }}
    QPushButton[swatch="true"] {{ padding: 3px; }}
    QPushButton[segment] {{ border-radius: 0; margin-left: -1px; padding: 5px 4px;
        background: {theme.panel}; }}
    QPushButton[segment="first"] {{ border-top-left-radius: 6px; margin-left: 0;
        border-bottom-left-radius: 6px; }}
    QPushButton[segment="last"] {{ border-top-right-radius: 6px;
        border-bottom-right-radius: 6px; }}
    QPushButton[segment]:checked {{ background: {theme.accent}; color: {theme.on_accent};
        border-color: {theme.accent}; }}
    QPushButton[segment]:focus {{ border: 2px solid {theme.text}; }}
    QTableView, QTreeView {{ background: {theme.panel}; color: {theme.text}; border: 0;
        gridline-color: {theme.line}; alternate-background-color: {theme.raised}; outline: 0;
        selection-background-color: {chosen}; selection-color: {theme.text}; }}
    QHeaderView::section {{ background: {theme.raised}; color: {theme.text}; border: 0;
        border-right: 1px solid {theme.line}; border-bottom: 1px solid {theme.line};
        padding: 5px 7px; font-weight: 600; }}
    QTabBar {{ qproperty-drawBase: 0; }}
    QTabBar::tab {{ background: transparent; color: {theme.quiet}; padding: 7px 9px;
        border: 0; border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {theme.text}; border-bottom: 2px solid {theme.accent}; }}
    QTabBar::tab:hover {{ color: {theme.text}; }}
    QTabBar::tab:focus {{ color: {theme.accent}; }}
    """
