"""The cache stays within its limit, and gives up what was used longest ago."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from studio.media.cache import Cache
from studio.media.eviction import DEFAULT_LIMIT, evict, limit_of, set_limit, usage

KEYS = [letter * 64 for letter in "abcd"]


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Four clips of 1000 bytes, used one, two, three and four hours ago."""
    cache = Cache(tmp_path / "cache")
    for hours, key in enumerate(KEYS, start=1):
        with cache.making(key) as partial:
            partial.write_bytes(b"x" * 1000)
            cache.keep(key, "mp4", partial, 1.0, False)
        record = cache.clip_path(key, "json")
        then = time.time() - 3600 * hours
        os.utime(record, (then, then))
    return cache


def present(cache: Cache) -> str:
    return "".join(key[0] for key in KEYS if cache.clip_path(key, "mp4").exists())


def test_what_was_used_longest_ago_goes_first(cache: Cache) -> None:
    whole = usage(cache).bytes
    freed = evict(cache, whole - 500)
    assert freed > 0
    assert present(cache) == "abc"
    assert not cache.clip_path(KEYS[3], "json").exists()
    assert usage(cache).bytes == whole - freed


def test_using_a_clip_keeps_it(cache: Cache) -> None:
    assert cache.find(KEYS[3], "mp4") is not None
    evict(cache, usage(cache).bytes - 500)
    assert present(cache) == "abd"


def test_what_was_used_just_now_stays_even_above_the_limit(cache: Cache) -> None:
    cache.find(KEYS[0], "mp4")
    evict(cache, 0)
    assert present(cache) == "a"
    evict(cache, 0, in_use_seconds=0)
    assert present(cache) == ""


def test_a_clip_that_another_program_holds_stays(cache: Cache) -> None:
    with cache.making(KEYS[3]):
        evict(cache, usage(cache).bytes - 500)
    assert present(cache) == "abd"


def test_the_limit_is_remembered(cache: Cache) -> None:
    assert limit_of(cache) == DEFAULT_LIMIT
    set_limit(cache, 2500)
    assert limit_of(Cache(cache.folder)) == 2500
    evict(cache)
    assert len(present(cache)) == 2
    (cache.folder / "limit.json").write_text("half a fi")
    assert limit_of(cache) == DEFAULT_LIMIT


def test_an_export_keeps_its_clip(cache: Cache, tmp_path: Path) -> None:
    os.link(cache.clip_path(KEYS[3], "mp4"), tmp_path / "film.mp4")
    evict(cache, 0, in_use_seconds=0)
    assert (tmp_path / "film.mp4").read_bytes() == b"x" * 1000
