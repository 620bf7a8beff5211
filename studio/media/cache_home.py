"""Where the program keeps what it can make again."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import tempfile
from pathlib import Path

import platformdirs


def cache_place(name: str) -> Path:
    """A folder of that name in the user's cache directory, made if need be.

    Where nothing can be written there it is a temporary one, gone when the program ends: work
    goes on, only more slowly the next time.
    """
    place = platformdirs.user_cache_path("scenario-studio") / name
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError:
        return _temporary(name)
    return place if os.access(place, os.W_OK | os.X_OK) else _temporary(name)


@functools.cache
def _temporary(name: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix=f"scenario-studio-{name}-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
