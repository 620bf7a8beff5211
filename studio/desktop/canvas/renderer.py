"""The picture of the map at rest: kept in a pixmap, moved with the map, painted where it is new."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion

from studio.desktop.canvas.camera import Camera
from studio.desktop.canvas.card_pictures import CardPictures
from studio.desktop.canvas.cards import CardPainter, Look
from studio.desktop.canvas.grid import Box
from studio.desktop.canvas.highlight import Highlight
from studio.desktop.canvas.layout import MapLayout
from studio.desktop.canvas.painting import MapPainter, Overview
from studio.desktop.canvas.palette import over
from studio.desktop.canvas.shapes import Card, Edge
from studio.desktop.theme import Theme
from studio.story.model import Ending

FULL_ABOVE = 0.55
FAR_BELOW = 0.24
_DIM = 0.26
_PLAIN_WIDTH = 1.6


class Renderer:
    """Paints the map at rest. What is dragged is left out of it and painted above."""

    def __init__(self, theme: Theme, camera: Camera) -> None:
        self.camera = camera
        self.layout: MapLayout | None = None
        self.pictures: Mapping[str, QImage] = {}
        self.look: Callable[[Card], Look] = lambda _card: Look()
        self.highlight: Highlight | None = None
        self.lit: frozenset[str] = frozenset()
        """Keys of selected cards whose curves are lit."""
        self.without: frozenset[str] = frozenset()
        """Keys of cards that are dragged: not painted at rest, nor are their curves."""
        self.moving = False
        self.set_theme(theme)
        self._layer: QPixmap | None = None
        self._layer_origin = QPointF()
        self._layer_zoom = 0.0
        self._dirty = QRegion()
        self._titles: tuple[tuple[object, ...], QPixmap] | None = None
        self._version = 0
        self._rough = False
        self.painted = 0
        """Pixels of the layer that the last paint made anew."""

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self.painter = MapPainter(theme)
        self.overview = Overview(theme)
        self.cards = CardPainter(theme)
        self.card_pictures = CardPictures(self.cards)
        self.invalidate()

    def invalidate(self) -> None:
        """Paint everything anew next time."""
        self._layer = None
        self._version = getattr(self, "_version", 0) + 1

    def invalidate_rect(self, rect: QRectF) -> None:
        """Paint this part of the map anew next time."""
        self._version += 1
        pixel = self.camera.zoom * self.camera.ratio
        grown = rect.adjusted(-20, -20, 20, 20)
        place = QRectF((grown.topLeft() - self.camera.origin) * pixel, grown.size() * pixel)
        whole = place.toAlignedRect().intersected(QRect(QPointF().toPoint(), self._size()))
        if not whole.isEmpty():
            self._dirty += QRegion(whole)

    @property
    def far(self) -> bool:
        """Whether cards are but rectangles at this zoom."""
        return self.camera.zoom < FAR_BELOW

    def invalidate_picture(self) -> None:
        """Paint everything anew, the story being the same."""
        self._layer = None

    def settle(self) -> bool:
        """After a movement: whether the picture was rough and must be painted again."""
        if self._rough:
            self._rough = False
            self.invalidate_picture()
            return True
        return self.far

    def paint(self, painter: QPainter) -> None:
        """Paint the map at rest onto a widget, in the widget's coordinates."""
        layer = self._bring_up_to_date()
        layer.setDevicePixelRatio(self.camera.ratio)
        painter.drawPixmap(QPointF(0, 0), layer)
        layer.setDevicePixelRatio(1.0)
        if self.far and self.layout is not None and not self.moving:
            painter.drawPixmap(QPointF(0, 0), self._title_layer(self.layout))

    def style(self, edge: Edge) -> tuple[QColor, float]:
        """Colour and width of a curve."""
        theme = self.theme
        if self.highlight is not None and self.highlight.kind != "unreachable":
            if edge.port in self.highlight.ports:
                return QColor(theme.accent), 3.0
            return over(QColor(theme.edge), _DIM, QColor(theme.canvas)), 1.2
        if edge.source in self.lit or edge.target in self.lit:
            return QColor(theme.accent), 2.4
        return QColor(theme.edge), _PLAIN_WIDTH

    def stands_out(self, card: Card) -> bool:
        """Whether the card keeps its full colours beside what is highlighted."""
        return self.highlight is None or card.scene.id in self.highlight.scenes

    def draw_card(self, painter: QPainter, card: Card, *, moving: bool = False) -> None:
        """Draw one card at its place, near or from some way off, through its kept picture."""
        zoom = self.camera.zoom
        picture = self.pictures.get(card.scene.id)
        detail = "full" if zoom >= FULL_ABOVE else "middle"
        if not self.stands_out(card):
            painter.setOpacity(_DIM)
        sharp = self.card_pictures.draw(
            painter,
            card,
            self.look(card),
            picture,
            detail,
            zoom,
            self.camera.ratio,
            moving or self.moving,
        )
        self._rough |= not sharp
        painter.setOpacity(1.0)

    def far_colour(self, card: Card) -> str:
        """The card's colour in the overview."""
        theme = self.theme
        if not self.stands_out(card):
            return over(QColor(theme.card), 0.35, QColor(theme.canvas)).name()
        if self.layout is not None and card.scene.id == self.layout.story.start:
            return theme.accent
        if isinstance(card.scene.then, Ending):
            return theme.outcome(card.scene.then.outcome)
        if self.highlight is not None:
            return theme.failure if self.highlight.kind == "unreachable" else theme.accent
        return theme.card

    def _size(self) -> QSize:
        ratio = self.camera.ratio
        width, height = self.camera.size.width() * ratio, self.camera.size.height() * ratio
        return QSize(max(1, round(width)), max(1, round(height)))

    def _bring_up_to_date(self) -> QPixmap:
        size, camera = self._size(), self.camera
        layer = self._layer
        if layer is None or layer.size() != size or self._layer_zoom != camera.zoom:
            layer = layer if layer is not None and layer.size() == size else QPixmap(size)
            self._dirty = QRegion(QRect(QPointF().toPoint(), size))
        elif self._layer_origin != camera.origin:
            pixel = camera.zoom * camera.ratio
            by = (self._layer_origin - camera.origin) * pixel
            across, down = round(by.x()), round(by.y())
            whole = QRect(QPointF().toPoint(), size)
            if abs(across) >= size.width() or abs(down) >= size.height():
                self._dirty = QRegion(whole)
            else:
                layer.scroll(across, down, whole)
                kept = whole.translated(across, down).intersected(whole)
                self._dirty.translate(across, down)
                self._dirty += QRegion(whole).subtracted(QRegion(kept))
        self._layer, self._layer_zoom = layer, camera.zoom
        self._layer_origin = QPointF(camera.origin)
        self.painted = 0
        if not self._dirty.isEmpty():
            painter = QPainter(layer)
            for part in self._dirty:
                self.painted += part.width() * part.height()
                self._paint_part(painter, QRectF(part))
            painter.end()
            self._dirty = QRegion()
        return layer

    def _paint_part(self, painter: QPainter, part: QRectF) -> None:
        camera = self.camera
        pixel = camera.zoom * camera.ratio
        painter.resetTransform()
        painter.setClipRect(part)
        painter.scale(pixel, pixel)
        painter.translate(-camera.origin)
        visible = QRectF(camera.origin + part.topLeft() / pixel, part.size() / pixel)
        self.painter.ground(painter, visible, camera.zoom)
        if self.layout is None:
            return
        # Whatever reaches into the part from outside: ports, shadows, tips, thick lines.
        reach = visible.adjusted(-24, -24, 24, 24)
        box = (reach.left(), reach.top(), reach.right(), reach.bottom())
        if self.far:
            self._paint_far(painter, self.layout, reach, box)
        else:
            self._paint_near(painter, self.layout, reach, box)

    def _paint_far(self, painter: QPainter, layout: MapLayout, reach: QRectF, box: Box) -> None:
        zoom = self.camera.zoom
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.painter.frames(painter, layout, reach, zoom)
        lit = self._lit_edges(layout, box)
        dim = self.highlight is not None
        self.overview.shapes(painter, layout, box, zoom, self.far_colour, lit, self.without, dim)
        self.painter.boxes(painter, layout, reach, zoom)
        self.painter.notes(painter, layout, reach, zoom)

    def _paint_near(self, painter: QPainter, layout: MapLayout, reach: QRectF, box: Box) -> None:
        zoom = self.camera.zoom
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not self.moving)
        self.painter.frames(painter, layout, reach, zoom)
        without = self.without
        edges = [
            edge
            for edge in layout.edges_in(box)
            if edge.source not in without and edge.target not in without
        ]
        styled = [(self.style(edge), edge) for edge in edges]
        order = layout.order
        styled.sort(key=lambda each: (each[0][1], order[each[1].source], each[1].row.middle))
        for (colour, width), edge in styled:
            self.painter.edge(painter, edge, reach, zoom, colour, width)
        if zoom >= FULL_ABOVE and self.highlight is None:
            for edge in edges:
                lit = edge.source in self.lit or edge.target in self.lit
                if edge.row.text and not lit and edge.has_room_for_words and not edge.leads_back:
                    self.painter.label(painter, edge, edge.row.text, zoom, quiet=True)
        self.painter.notes(painter, layout, reach, zoom)
        for card in layout.cards_in(box):
            if card.key not in without:
                self.draw_card(painter, card)
        self.painter.boxes(painter, layout, reach, zoom)

    def _lit_edges(self, layout: MapLayout, box: Box) -> Collection[Edge]:
        if self.highlight is not None:
            ports = self.highlight.ports
            if not ports:
                return ()
            return [edge for edge in layout.edges_in(box) if edge.port in ports]
        lit: dict[int, Edge] = {}
        for key in self.lit:
            for edge in layout.edges_of(key):
                lit[id(edge)] = edge
        return list(lit.values())

    def _title_layer(self, layout: MapLayout) -> QPixmap:
        camera = self.camera
        state = (
            self._version,
            camera.origin.x(),
            camera.origin.y(),
            camera.zoom,
            camera.ratio,
            self._size().width(),
            self._size().height(),
            self.without,
        )
        if self._titles is not None and self._titles[0] == state:
            return self._titles[1]
        pixmap = QPixmap(self._size())
        pixmap.setDevicePixelRatio(camera.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        seen = camera.visible
        box = (seen.left(), seen.top(), seen.right(), seen.bottom())
        first = {layout.story.start or "", *self.lit}
        first |= set(self.highlight.order) if self.highlight is not None else set()
        self.overview.titles(painter, layout, box, camera.from_map, camera.zoom, first)
        painter.end()
        self._titles = (state, pixmap)
        return pixmap
