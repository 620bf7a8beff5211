"""Edits a story until it is killed: ``python -m tests.story.journaled_edits FOLDER [SAVE]``.

Says ``<number> <monotonic time>`` for each edit before it is made; with SAVE it saves now and then.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from msgspec.structs import replace

from studio.story import edits
from studio.story.model import Scene
from studio.story.open_folder import OpenFolder


def main(folder: Path, save: bool) -> None:
    home = OpenFolder(folder, lambda finding: None)
    story = home.work.opened.story if home.work else home.opened.story
    number = int(story.title["en"])
    while True:
        number += 1
        story = replace(story, title={"en": str(number)})
        match number % 4:
            case 0:
                scene = Scene(id=f"s{number}", title={"en": "x" * 400})
                story = replace(story, scenes=(*story.scenes, scene))
            case 1 if story.scenes:
                story = edits.retitle_scene(story, story.scenes[0].id, "en", str(number))
            case 2:
                story = replace(story, scenes=story.scenes[::-1])
            case _:
                story = replace(story, scenes=story.scenes[1:])
        print(number, time.monotonic(), flush=True)
        home.record(story, f"edit {number}")
        if save and number % 40 == 0:
            home.save(story)
        time.sleep(0.01)


if __name__ == "__main__":
    main(Path(sys.argv[1]), len(sys.argv) > 2)
