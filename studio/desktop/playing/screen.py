"""A clip or a card in the film's frame: native video, exact seeking, room for drawings on it."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Q_ARG, QMetaObject, QRectF, QSizeF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame
from PySide6.QtMultimediaWidgets import QGraphicsVideoItem
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsView,
    QWidget,
)

from studio.desktop.playing.card_item import CardItem
from studio.desktop.playing.clip_reading import ClipHead, read_head, read_times
from studio.desktop.playing.own_pictures import OwnPictures
from studio.desktop.tasks import Task

_TICK_MILLISECONDS = 20


class ClipScreen(QGraphicsView):
    """Shows the film's frame, ``width`` x ``height``, fitted into whatever room there is."""

    loaded = Signal(object)
    """The :class:`ClipHead` of the clip that is now shown."""
    moved = Signal(float)
    """Seconds of the file at which the picture now shown begins."""
    ended = Signal()
    failed = Signal(str)
    """``missing`` or ``unreadable``."""
    pictured = Signal()
    """Another picture of the clip is on the screen."""

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
        self._card = CardItem(self.frame)
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
        """Whether we decode the pictures ourselves; None before the first has come."""
        self._own = OwnPictures(self)
        self._own.ready.connect(self._show_still)
        self._timing: Task | None = None
        self._clock = QTimer(self)
        """Runs a clip of which Qt plays the sound only."""
        self._clock.setInterval(_TICK_MILLISECONDS)
        self._clock.timeout.connect(self._run)
        self._started = (0.0, 0.0)
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
        if path == self._path and self.head is not None:
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
        self._card.fill(title, words, image)
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
        self._clock.stop()
        if self._player is not None:
            self._player.pause()

    def seek(self, seconds: float) -> None:
        """Show the picture at this time of the file: the middle of its frame is aimed at."""
        self._over = False
        head = self.head
        if head is None:
            self._wanted = self.seconds = seconds
        else:
            number = head.number_at(seconds)
            self._wanted, self.seconds = head.middle_of(number), head.begin_of(number)
        self._started = (time.monotonic(), self.seconds)
        if self._player is not None:
            self._player.setPosition(round(self._wanted * 1000))
        self._decode()

    def show_at(self, seconds: float) -> None:
        """Stand still at this time of the file."""
        self.pause()
        self.seek(seconds)
        self.moved.emit(self.seconds)

    def step(self, frames: int) -> None:
        """Stand still, so many frames on."""
        if self.head is not None:
            number = self.head.number_at(self.seconds) + frames
            self.show_at(self.head.begin_of(number))

    def set_rate(self, rate: float) -> None:
        """Play faster or slower; 1 is the normal speed."""
        self._rate = rate
        self._started = (time.monotonic(), self.seconds)
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
        self._forget_stills()
        self._stop()

    def shot(self) -> tuple[QImage, QRectF]:
        """The picture that is shown, and where it lies; empty where there is none."""
        if self._stills:
            return self._still.pixmap().toImage(), self._still.mapRectToScene(
                self._still.boundingRect()
            )
        image = self.video.videoSink().videoFrame().toImage()
        return image, self._place_of(image)

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
        if head is None:
            self._path = None
            self.failed.emit("unreadable" if there else "missing")
            return
        self.head = head
        self.end = min(self.end, head.seconds) if self.end else head.seconds
        self._stills = None if head.shown_here else True
        if head.shown_here or head.has_sound:
            _set_source(self._player or self._make_player(), QUrl.fromLocalFile(str(path)))
        self.seek(self.begin)
        self._resume()
        if not head.steady:
            self._timing = Task(lambda _task: (path, read_times(path)), self)
            self._timing.succeeded.connect(self._take_times)
            self._timing.start()
        self.loaded.emit(head)

    def _take_times(self, answer: tuple[Path, tuple[float, ...]]) -> None:
        """Frames of this clip last unequally long: from here on they are told apart exactly."""
        path, times = answer
        if path != self._path or self.head is None or len(times) < 2:
            return
        self.head = replace(self.head, times=times)
        if not self._going:
            self.seek(self.seconds)
            self.moved.emit(self.seconds)

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
        if self.head is None:
            return
        if self._going and not self.head.shown_here:
            self._started = (time.monotonic(), self.seconds)
            self._clock.start()
        if self._player is None:
            return
        if self._going:
            self._player.play()
        else:
            self._player.pause()

    def _run(self) -> None:
        """Qt shows nothing of this clip: time runs here, the pictures come as they are decoded."""
        head = self.head
        if head is None or not self._going:
            self._clock.stop()
            return
        began, seconds = self._started
        number = head.number_at(seconds + self._rate * (time.monotonic() - began))
        if head.begin_of(number) != self.seconds:
            self.seconds = head.begin_of(number)
            self._wanted = head.middle_of(number)
            self.moved.emit(self.seconds)
            self._decode()
        if head.end_of(number) >= self.end - 0.5 / head.rate:
            self._finish()

    def _status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status == QMediaPlayer.MediaStatus.LoadedMedia:
            if self._player is not None and self.head is not None and not self.head.shown_here:
                self._player.setActiveVideoTrack(-1)
            if self._player is not None and self._wanted is not None:
                self._player.setPosition(round(self._wanted * 1000))
            self._resume()
        elif status == QMediaPlayer.MediaStatus.EndOfMedia and not self._clock.isActive():
            self._finish()  # Where our clock runs, the sound may end before the pictures do.

    def _frame(self, frame: QVideoFrame) -> None:
        head = self.head
        if head is None or not frame.isValid() or frame.startTime() < 0:
            return
        if self._stills is None:
            # Without a graphics card Qt converts 8-bit pictures only: ours are decoded instead.
            self._stills = frame.toImage().isNull()
            self._decode()
        if not self._going:
            self.pictured.emit()
            return  # The picture of a seek, or one still under way from before it.
        self.seconds = frame.startTime() / 1_000_000
        self.moved.emit(self.seconds)
        self._decode()
        if head.end_of(head.number_at(self.seconds)) >= self.end - 0.5 / head.rate:
            self._finish()

    def _forget_stills(self) -> None:
        self._stills = None
        self._still.setPixmap(QPixmap())
        self._own.forget()

    def _decode(self) -> None:
        """Where Qt cannot show the frame, decode it ourselves, as often as that is done."""
        if self._stills and self._path is not None and self.head is not None:
            at = self.seconds if self._wanted is None or self._going else self._wanted
            width, height = int(self.frame.width()), int(self.frame.height())
            self._own.want(self._path, at, width, height)

    def _show_still(self, image: QImage) -> None:
        if not self._stills:
            return
        self._still.setPixmap(QPixmap.fromImage(image))
        place = self._place_of(image)
        self._still.setPos(place.topLeft())
        self._still.setScale(place.width() / image.width())
        self.pictured.emit()

    def _place_of(self, image: QImage) -> QRectF:
        """Where a picture lies in the frame: within it, or covering it where edges are cut off."""
        if image.isNull():
            return QRectF()
        mode = self.video.aspectRatioMode()
        size = QSizeF(image.size()).scaled(self.frame.size(), mode)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(self.frame.center())
        return place

    def _finish(self) -> None:
        if not self._going or self._over:
            return
        self._over = True
        self._going = False
        self._clock.stop()
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
