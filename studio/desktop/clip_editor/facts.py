"""Read-only facts of a clip's file and its waveform, measured in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QLabel, QWidget

from studio.desktop.tasks import Task
from studio.story.clip_facts import ClipFacts

_BUCKETS = 1600


class FileFacts(QLabel):
    """Says what is known of the file; both are kept in the cache by the file's content."""

    measured = Signal(object)
    """The waveform's peaks, shape (buckets, 2)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setProperty("quiet", True)
        self._path: Path | None = None
        self._measuring: Task | None = None

    def measure(self, path: Path) -> None:
        """Measure this file now."""
        self.stop()
        self._path = path

        def work(task: Task) -> tuple[Path, object, ClipFacts]:
            from studio.media.analysis import clip_facts, waveform

            peaks = waveform(path, _BUCKETS, cancelled=task.cancelled)
            return path, peaks, clip_facts(path, cancelled=task.cancelled)

        self.setText(self.tr("Measuring…"))
        self._measuring = Task(work, self)
        self._measuring.succeeded.connect(self._show)
        self._measuring.failed.connect(self._fail)
        self._measuring.start()

    def stop(self) -> None:
        """Measure no longer."""
        self._path = None
        if self._measuring is not None:
            self._measuring.cancel()
            self._measuring = None

    def _fail(self, _error: BaseException) -> None:
        if self.sender() is self._measuring:
            self.clear()

    def _show(self, measured: tuple[Path, object, ClipFacts]) -> None:
        path, peaks, facts = measured
        if path != self._path:
            return
        self.setText("\n".join(self._lines(facts)))
        self.measured.emit(peaks)

    def _lines(self, facts: ClipFacts) -> list[str]:
        number = QLocale().toString
        rate = number(facts.frame_rate, "g", 6)
        if not facts.constant_rate:
            rate += " " + self.tr("(varies)")
        lines = [
            self.tr("{width} × {height}, {rate} frames a second").format(
                width=facts.width, height=facts.height, rate=rate
            ),
            f"{facts.video_codec or '–'} / {facts.audio_codec or self.tr('no sound')}",
            self.tr("{size} MB, {seconds} s").format(
                size=number(facts.bytes / 1e6, "f", 1), seconds=number(facts.seconds, "f", 2)
            ),
        ]
        if facts.loudness is not None:
            lines.append(
                self.tr("loudness {value} LUFS").format(value=number(facts.loudness, "f", 1))
            )
        return lines
