"""What the tests of the map share: real drags, and whether the map shows exactly the story."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studio.desktop.canvas.layout import MapLayout
from studio.desktop.canvas.view import MapView
from studio.story.model import Story


def drag(
    view: MapView,
    start: QPoint,
    end: QPoint,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press, move in steps, release: real events on the widget."""
    QTest.mousePress(view, button, modifiers, start)
    for step in range(1, 6):
        at = QPointF(start + (end - start) * step / 5)
        globally = QPointF(view.mapToGlobal(at.toPoint()))
        move = QMouseEvent(
            QEvent.Type.MouseMove, at, globally, Qt.MouseButton.NoButton, button, modifiers
        )
        QApplication.sendEvent(view, move)
    QTest.mouseRelease(view, button, modifiers, end)


def shown_equals_story(view: MapView, story: Story) -> bool:
    """Whether the layout that the map has come to by steps equals one made afresh."""
    return layout_equals_story(view.layout_of_map, story)


def layout_equals_story(made: MapLayout, story: Story) -> bool:
    """The same of a layout alone; every scene and every way that can be drawn is there once."""
    fresh = MapLayout(story, made.language)
    shown = [card.scene for card in (made.cards[key] for key in made.order)]
    assert shown == list(story.scenes)
    assert made.cards == fresh.cards
    assert list(made.order) == [card.key for card in fresh.cards.values()]
    assert made.edges == fresh.edges
    assert list(made.frames.values()) == list(fresh.frames.values())
    assert made.notes == fresh.notes
    assert made.bounds == fresh.bounds
    whole = fresh.bounds.adjusted(-100, -100, 100, 100)
    box = (whole.left(), whole.top(), whole.right(), whole.bottom())
    assert made.cards_in(box) == fresh.cards_in(box)
    ordered = [sorted(layout.edges_in(box), key=_key) for layout in (made, fresh)]
    assert ordered[0] == ordered[1]
    for scene in story.scenes:
        ways = [layout.sources_of(scene.id) for layout in (made, fresh)]
        assert ways[0] == ways[1]
    return True


def _key(edge) -> tuple[str, float]:
    return edge.source, edge.row.middle
