"""Media: any camera file in, a file that plays everywhere out, never encoded twice.

What exporters and checks use::

    from studio.media.cache import Cache
    from studio.media.captions import read            # read(path) -> (cues, findings)
    from studio.media.jobs import EncodeJob, EncodeResult
    from studio.media.prepare import estimate_jobs, prepare
    from studio.media.probe import probe              # probe(path) -> MediaFacts, or StudioError

    cache = Cache()                                   # the user's cache; Cache(folder) in tests
    job = EncodeJob(scene="s1", language="pl", footage=clip.footage, source=folder / "media/a.mp4",
                    frame_width=1280, frame_height=720)
    results = prepare([job], cache, progress=show, cancelled=event.is_set)
    # results[i] belongs to jobs[i]: EncodeResult(path, seconds, how, ...) or a Finding

``prepare`` calls ``progress`` with a fraction in the calling thread about ten times a second. It
raises :class:`~studio.media.runner.Cancelled` (a StudioError) within a second of ``cancelled()``
becoming true, and StudioError when there is no ffmpeg at all. ``EncodeResult.path`` lies in the
cache: link or copy it, never move or change it.
"""
