"""A clip or a card in the film's frame: native video, exact seeking, room for drawings on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Q_ARG, QMetaObject, QRectF, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame
from PySide6.QtMultimediaWidgets import QGraphicsVideoItem
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsPixmapItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsTextItem,
    QGraphicsView,
    QWidget,
)

from studio.desktop.playing.clip_reading import ClipHead, read_head
from studio.desktop.tasks import Task

_HALF_FRAME = 0.5
_CARD = QColor("#141a26")
_WORDS = QColor("#f2f4f9")


class ClipScreen(QGraphicsView):
    """Shows the film's frame, ``width`` x ``height``, fitted into whatever room there is."""

    loaded = Signal(object)
    """The :class:`ClipHead` of the clip that is now shown."""
    moved = Signal(float)
    """Seconds of the file at which the picture now shown begins."""
    ended = Signal()
    failed = Signal(str)
    """``missing``, ``unreadable`` or ``codec`` (shown in browsers, not here)."""

    def __init__(self, width: int, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = QRectF(0, 0, width, height)
        scene = QGraphicsScene(self)
        scene.setSceneRect(self.frame)
        scene.setBackgroundBrush(QColor("black"))
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(320, 180)
        self.video = QGraphicsVideoItem()
        self.video.setSize(QSizeF(width, height))
        scene.addItem(self.video)
        self._card = QGraphicsRectItem(self.frame)
        self._card.setBrush(_CARD)
        self._card.setPen(Qt.PenStyle.NoPen)
        self._picture = QGraphicsPixmapItem(self._card)
        self._words = QGraphicsTextItem(self._card)
        self._words.setDefaultTextColor(_WORDS)
        self._still = QGraphicsPixmapItem()
        self._still.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        scene.addItem(self._still)
        scene.addItem(self._card)
        self.head: ClipHead | None = None
        self.seconds = 0.0
        """Where in the file the picture is."""
        self.begin, self.end = 0.0, 0.0
        self._path: Path | None = None
        self._reading: Task | None = None
        self._wanted: float | None = None
        self._going = False
        self._over = False
        self._player: QMediaPlayer | None = None
        self._sound: QAudioOutput | None = None
        self._stills: bool | None = None
        self._picturing: Task | None = None
        self._rate = 1.0
        self._volume = 1.0

    @property
    def playing(self) -> bool:
        """Whether the picture moves, or will when the clip is loaded."""
        return self._going and not self._over

    def show_clip(
        self, path: Path, begin: float, end: float | None, *, crop: bool, play: bool
    ) -> None:
        """Show the file from ``begin`` to ``end`` (None: its end), in seconds of the file."""
        self._card.hide()
        self._going, self._over = play, False
        self.begin, self.seconds = begin, begin
        self.end = end if end is not None else 0.0
        mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding if crop else None
        self.video.setAspectRatioMode(mode or Qt.AspectRatioMode.KeepAspectRatio)
        if path == self._path and self.head is not None and self._player is not None:
            if end is None:
                self.end = self.head.seconds
            self.seek(begin)
            self._resume()
            self.loaded.emit(self.head)
            return
        self._path, self.head = path, None
        self._forget_stills()
        self._stop()
        self._reading = Task(lambda _task: (path, path.exists(), read_head(path)), self)
        self._reading.succeeded.connect(self._read)
        self._reading.start()

    def show_card(self, title: str, words: str, image: Path | None = None) -> None:
        """Show words (light Markdown), with a picture above them if there is one."""
        self._going, self._path, self.head = False, None, None
        self._forget_stills()
        self._stop()
        width, height = self.frame.width(), self.frame.height()
        shown = QPixmap(str(image)) if image is not None else QPixmap()
        if not shown.isNull():
            shown = shown.scaled(
                int(width * 0.8),
                int(height * 0.5),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._picture.setPixmap(shown)
        self._picture.setPos((width - shown.width()) / 2, height * 0.06)
        font = self._words.font()
        font.setPixelSize(max(12, int(height / 24)))
        self._words.setFont(font)
        self._words.setTextWidth(width * 0.76)
        safe = "\n\n".join(each.replace("<", "&lt;") for each in (f"## {title}", words) if each)
        self._words.document().setMarkdown(safe)
        top = height * 0.6 if not shown.isNull() else 0.0
        room = height - top
        tall = self._words.boundingRect().height()
        self._words.setPos(width * 0.12, top + max(0.0, (room - tall) / 2))
        self._card.show()

    def play(self) -> None:
        """Go on; from the beginning if the end was reached."""
        if self._over:
            self._over = False
            self.seek(self.begin)
        self._going = True
        self._resume()

    def pause(self) -> None:
        """Stand still."""
        self._going = False
        if self._player is not None:
            self._player.pause()

    def seek(self, seconds: float) -> None:
        """Show the picture at this time of the file: the middle of its frame is aimed at."""
        self._over = False
        frame = 1 / self.head.rate if self.head is not None else 0.0
        number = round(seconds / frame) if frame else 0
        self._wanted = (number + _HALF_FRAME) * frame if frame else seconds
        self.seconds = number * frame if frame else seconds
        if self._player is not None:
            self._player.setPosition(round(self._wanted * 1000))
        self._decode()

    def step(self, frames: int) -> None:
        """Stand still, so many frames on."""
        if self.head is None:
            return
        self.pause()
        frame = 1 / self.head.rate
        last = max(0.0, self.head.seconds - frame)
        self.seconds = min(max(0.0, self.seconds + frames * frame), last)
        self.seek(self.seconds)
        self.moved.emit(self.seconds)

    def set_rate(self, rate: float) -> None:
        """Play faster or slower; 1 is the normal speed."""
        self._rate = rate
        if self._player is not None:
            self._player.setPlaybackRate(rate)

    def set_volume(self, volume: float) -> None:
        """From 0 to 1."""
        self._volume = volume
        if self._sound is not None:
            self._sound.setVolume(volume)

    def set_frame(self, width: int, height: int) -> None:
        """The film's frame has another size."""
        self.frame = QRectF(0, 0, width, height)
        self.scene().setSceneRect(self.frame)
        self.video.setSize(QSizeF(width, height))
        self._card.setRect(self.frame)
        self._fit()

    def close_clip(self) -> None:
        """Let go of the file."""
        self._path, self.head, self._going = None, None, False
        self._stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The frame fills the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.fitInView(self.frame, Qt.AspectRatioMode.KeepAspectRatio)

    def _stop(self) -> None:
        if self._player is not None:
            QMetaObject.invokeMethod(self._player, "stop", Qt.ConnectionType.DirectConnection)
            _set_source(self._player, QUrl())

    def _read(self, answer: tuple[Path, bool, ClipHead | None]) -> None:
        path, there, head = answer
        if path != self._path:
            return
        if head is None or not head.shown_here:
            self._path = None
            if head is not None:
                self.end = self.end or head.seconds
            self.failed.emit("missing" if not there else "unreadable" if head is None else "codec")
            return
        self.head = head
        self.end = min(self.end, head.seconds) if self.end else head.seconds
        player = self._player or self._make_player()
        _set_source(player, QUrl.fromLocalFile(str(path)))
        self.seek(self.begin)
        self.loaded.emit(head)

    def _make_player(self) -> QMediaPlayer:
        player, sound = QMediaPlayer(self), QAudioOutput(self)
        player.setAudioOutput(sound)
        player.setVideoOutput(self.video)
        player.setPlaybackRate(self._rate)
        sound.setVolume(self._volume)
        self.video.videoSink().videoFrameChanged.connect(self._frame)
        player.mediaStatusChanged.connect(self._status)
        player.errorOccurred.connect(self._fail)
        self._player, self._sound = player, sound
        return player

    def _resume(self) -> None:
        if self._player is None or self.head is None:
            return
        if self._going:
            self._player.play()
        else:
            self._player.pause()

    def _status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status == QMediaPlayer.MediaStatus.LoadedMedia:
            if self._player is not None and self._wanted is not None:
                self._player.setPosition(round(self._wanted * 1000))
            self._resume()
        elif status == QMediaPlayer.MediaStatus.EndOfMedia:
            self._finish()

    def _frame(self, frame: QVideoFrame) -> None:
        if self.head is None or not frame.isValid() or frame.startTime() < 0:
            return
        if self._stills is None:
            # Without a graphics card Qt converts 8-bit pictures only: ours are decoded instead.
            self._stills = frame.toImage().isNull()
            self._decode()
        if not self._going:
            return  # The picture of a seek, or one still under way from before it.
        self.seconds = frame.startTime() / 1_000_000
        self.moved.emit(self.seconds)
        self._decode()
        length = 1 / self.head.rate
        if self._going and self.seconds >= self.end - 1.5 * length:
            self._finish()

    def _forget_stills(self) -> None:
        self._stills = None
        self._still.setPixmap(QPixmap())

    def _decode(self) -> None:
        """Where Qt cannot show the frame, decode it ourselves, as often as that is done."""
        if not self._stills or self._picturing is not None or self._path is None:
            return
        path, seconds = self._path, self.seconds
        width, height = int(self.frame.width()), int(self.frame.height())

        def work(_task: Task) -> tuple[Path, float, QImage]:
            from studio.media.thumbnails import picture

            shot = picture(path, seconds + 0.001, width=width, height=height)
            tall, wide = shot.shape[:2]
            data = shot.tobytes()
            image = QImage(data, wide, tall, 3 * wide, QImage.Format.Format_RGB888)
            return path, seconds, image.copy()

        self._picturing = Task(work, self)
        self._picturing.succeeded.connect(self._show_picture)
        self._picturing.failed.connect(self._end_picture)
        self._picturing.start()

    def _show_picture(self, shot: tuple[Path, float, QImage]) -> None:
        self._picturing = None
        path, seconds, image = shot
        if path != self._path:
            return
        self._still.setPixmap(QPixmap.fromImage(image))
        middle = self.frame.center()
        self._still.setPos(middle.x() - image.width() / 2, middle.y() - image.height() / 2)
        if seconds != self.seconds:
            self._decode()

    def _end_picture(self, _error: BaseException) -> None:
        self._picturing = None

    def _finish(self) -> None:
        if not self._going or self._over:
            return
        self._over = True
        self._going = False
        if self._player is not None:
            self._player.pause()
        self.ended.emit()

    def _fail(self, _error: QMediaPlayer.Error, _words: str) -> None:
        if self._path is not None:
            self._path, self.head = None, None
            self.failed.emit("unreadable")


def _set_source(player: QMediaPlayer, source: QUrl) -> None:
    """Change what is played, without Python's lock.

    The player waits for its sound thread, and that asks Python about the QAudioOutput made here:
    a plain call holds the lock and can hang the studio for good (PySide6 6.11.3, seen once).
    ``invokeMethod`` lets go of the lock; ``stop`` is called in the same way.
    """
    QMetaObject.invokeMethod(
        player, "setSource", Qt.ConnectionType.DirectConnection, Q_ARG(QUrl, source)
    )
