"""What is painted above the map at rest: selection, hover, labels, the gesture, letters typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from studio.desktop.canvas.palette import chapter_colour, over
from studio.desktop.canvas.shapes import Card
from studio.desktop.canvas.words import font, translate

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView

_MOST_RINGS = 500
_MOST_LABELS = 40


class Overlay:
    """Painted anew each frame; so it must stay cheap."""

    def __init__(self, view: MapView) -> None:
        self._view = view

    def paint(self, painter: QPainter) -> None:
        """Everything above the map, in the widget's coordinates."""
        view = self._view
        if not view.has_story:
            return
        camera = view.camera
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.scale(camera.zoom, camera.zoom)
        painter.translate(-camera.origin)
        self._hover(painter)
        self._rings(painter)
        self._way(painter)
        self._labels(painter)
        self._order(painter)
        if view.mouse.gesture is not None:
            view.mouse.gesture.paint(painter)
        view.editing.paint(painter)
        painter.restore()
        self._letters(painter)
        if view.shows_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(view.theme.accent), 3))
            painter.drawRect(QRectF(view.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        if not view.story.scenes and view.editing.field is None:
            self._welcome(painter)

    def _welcome(self, painter: QPainter) -> None:
        """What to do on an empty map; it goes with the first scene."""
        view = self._view
        middle = QPointF(view.width() / 2, view.height() / 2)
        if view.read_only:
            lines = [translate("Map", "This story has no scenes yet")]
        else:
            lines = [
                translate("Map", "Drag your videos here"),
                translate("Map", "or double-click to write the first scene"),
                translate("Map", "Then drag from a scene's dot to say what follows"),
            ]
        plate = QRectF(middle.x() - 230, middle.y() - 96, 460, 172)
        painter.setPen(QPen(QColor(view.theme.edge), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(view.theme.panel))
        painter.drawRoundedRect(plate, 16, 16)
        top = plate.y() + 34
        for number, line in enumerate(lines):
            painter.setFont(font(19 if number == 0 else 14, bold=number == 0))
            painter.setPen(QColor(view.theme.text if number < 2 else view.theme.quiet))
            place = QRectF(plate.x() + 12, top, plate.width() - 24, 30)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line)
            top += 36

    def _rings(self, painter: QPainter) -> None:
        view = self._view
        layout, visible = view.layout_of_map, view.camera.visible
        hidden = view.renderer.without
        accent, zoom = QColor(view.theme.accent), view.camera.zoom
        width = max(3.0, 2.0 / zoom)
        rects: list[QRectF] = []
        if len(view.selection.scenes) > _MOST_RINGS:
            box = (visible.left(), visible.top(), visible.right(), visible.bottom())
            chosen = view.selected_set
            cards = [card for card in layout.cards_in(box) if card.scene.id in chosen]
        else:
            known = layout.cards
            cards = [known[each] for each in view.selection.scenes if each in known]
        many = len(cards) > _MOST_RINGS
        for card in cards:
            if card.key not in hidden:
                rect = card.rect if many else layout.rect_of(card.key)
                if many or rect.intersects(visible):
                    rects.append(rect)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, width))
        if len(rects) > _MOST_RINGS:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            # Opaque and without outlines: ten thousand translucent ones take 40 ms.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(over(accent, 0.55, QColor(view.theme.card)))
            painter.drawRects(rects)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        else:
            for rect in rects:
                painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 12, 12)
            self._ports(painter, cards)
        for note_id in view.selection.notes:
            note = layout.notes.get(note_id)
            if note is not None:
                painter.drawRect(note.rect.adjusted(-2, -2, 2, 2))
        frame = layout.frames.get(view.selection.chapter or "")
        if frame is not None:
            painter.setPen(QPen(chapter_colour(frame.chapter.colour, frame.number), width))
            painter.drawRoundedRect(frame.rect, 16, 16)

    def _ports(self, painter: QPainter, cards: list[Card]) -> None:
        """The ports of selected cards once more, above their rings."""
        view = self._view
        if view.camera.zoom >= 0.24:
            for card in cards[:_MOST_LABELS]:
                if not view.layout_of_map.hidden(card.key):
                    look = view.renderer.look(card)
                    view.renderer.cards.ports(painter, card, look, view.camera.zoom)

    def _way(self, painter: QPainter) -> None:
        """The selected way, with a knob at the end that can be led elsewhere."""
        view = self._view
        port = view.selection.way
        edge = view.layout_of_map.edge_from(port) if port is not None else None
        if edge is None:
            return
        zoom, accent = view.camera.zoom, QColor(view.theme.accent)
        visible = view.camera.visible
        view.renderer.painter.edge(painter, edge, visible, zoom, accent, max(3.5, 2.5 / zoom))
        painter.setPen(QPen(QColor(view.theme.card), 2))
        painter.setBrush(accent)
        painter.drawEllipse(QPointF(*edge.end) + QPointF(-12, 0), 7, 7)

    def _hover(self, painter: QPainter) -> None:
        view = self._view
        hit = view.mouse.hover
        if hit is None or view.mouse.gesture is not None:
            self._more_signs(painter, None)
            return
        accent = QColor(view.theme.accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if hit.kind == "port" and hit.card is not None and hit.row is not None:
            painter.setPen(QPen(accent, 2.5))
            painter.drawEllipse(hit.card.row_port(hit.row), 10, 10)
        elif hit.edge is not None:
            zoom, visible = view.camera.zoom, view.camera.visible
            view.renderer.painter.edge(painter, hit.edge, visible, zoom, accent, 2.8)
        elif hit.card is not None and hit.kind != "more":
            soft = QColor(accent)
            soft.setAlpha(120)
            painter.setPen(QPen(soft, max(1.5, 1.2 / view.camera.zoom)))
            painter.drawRoundedRect(hit.card.rect.adjusted(-2, -2, 2, 2), 11, 11)
        self._more_signs(painter, hit.card)

    def _more_signs(self, painter: QPainter, hovered: Card | None) -> None:
        """The port for one more choice, at the card under the pointer and the selected one."""
        view = self._view
        if view.read_only or view.camera.zoom < 0.4 or view.mouse.gesture is not None:
            return
        cards = [hovered, view.layout_of_map.cards.get(view.selected or "")]
        for card in {each.key: each for each in cards if each is not None}.values():
            if not card.takes_choices or view.layout_of_map.hidden(card.key):
                continue
            at = card.more
            painter.setPen(QPen(QColor(view.theme.card), 2))
            painter.setBrush(QColor(view.theme.accent))
            painter.drawEllipse(at, 10, 10)
            painter.setPen(QPen(QColor(view.theme.on_accent), 2))
            painter.drawLines(
                [
                    QLineF(at.x() - 5, at.y(), at.x() + 5, at.y()),
                    QLineF(at.x(), at.y() - 5, at.x(), at.y() + 5),
                ]
            )

    def _labels(self, painter: QPainter) -> None:
        """The words of the ways that matter now: out of the selected scene, under the pointer,
        and along what is highlighted."""
        view = self._view
        if view.camera.zoom < 0.45 or view.mouse.gesture is not None:
            return
        layout = view.layout_of_map
        edges = []
        if view.selected is not None and view.selected in layout.cards:
            edges = [
                edge for edge in layout.edges_of(view.selected) if edge.source == view.selected
            ]
        hover, highlight = view.mouse.hover, view.renderer.highlight
        if hover is not None and hover.edge is not None:
            edges.append(hover.edge)
        if view.selection.way is not None:
            chosen = layout.edge_from(view.selection.way)
            edges += [chosen] if chosen is not None else []
        if highlight is not None and len(highlight.ports) <= _MOST_LABELS:
            found = (layout.edge_from(port) for port in highlight.ports)
            edges += [edge for edge in found if edge is not None]
        for edge in {id(each): each for each in edges[:_MOST_LABELS]}.values():
            shown = hover is not None and hover.edge is edge
            if edge.row.text and (shown or edge.has_room_for_words):
                view.renderer.painter.label(painter, edge, edge.row.text, view.camera.zoom)

    def _order(self, painter: QPainter) -> None:
        """Numbers of the steps along a highlighted path."""
        view = self._view
        highlight = view.renderer.highlight
        if highlight is None or not highlight.order or view.camera.zoom < 0.1:
            return
        layout, theme = view.layout_of_map, view.theme
        size = max(13.0, 9.0 / view.camera.zoom)
        painter.setFont(font(size, bold=True))
        for number, scene in enumerate(highlight.order[:400], 1):
            if scene not in layout.cards:
                continue
            at = layout.rect_of(scene).topLeft()
            painter.setPen(QPen(QColor(theme.card), 2))
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(at, size, size)
            painter.setPen(QColor(theme.on_accent))
            around = QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)
            painter.drawText(around, Qt.AlignmentFlag.AlignCenter, str(number))

    def _letters(self, painter: QPainter) -> None:
        view = self._view
        typed = view.keyboard.letters.typed
        if not typed:
            return
        written = font(15, bold=True)
        width = QFontMetricsF(written).horizontalAdvance(typed) + 36
        pill = QRectF(16, view.height() - 56, width, 36)
        painter.setPen(QPen(QColor(view.theme.accent), 1.5))
        painter.setBrush(QColor(view.theme.panel))
        painter.drawRoundedRect(pill, 18, 18)
        painter.setFont(written)
        painter.setPen(QColor(view.theme.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, typed)
