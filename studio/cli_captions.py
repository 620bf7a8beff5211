"""The command ``captions``: import, export, draft, shift, split, merge, check."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studio.cli_output import BAD_USE, FAILED, FINE, print_findings, print_json
from studio.cli_texts import say

if TYPE_CHECKING:
    from studio.media.captions import Cue
    from studio.story.finding import Finding, InterfaceLanguage
    from studio.story.model import Scene, Story
    from studio.story.open_folder import OpenFolder

ENDINGS = (".vtt", ".srt", ".ass")


def add_captions_command(parser: argparse.ArgumentParser, language: InterfaceLanguage) -> None:
    """The options of ``captions`` and its own commands."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str) -> argparse.ArgumentParser:
        text = say(f"captions_{name}", language)
        added = actions.add_parser(name, help=text, description=text)
        added.add_argument("folder", type=Path, metavar="DIR", help=say("folder", language))
        added.add_argument("scene", metavar="SCENE", help=say("captions_scene", language))
        added.add_argument("--for", dest="tag", metavar="LANG", help=say("captions_for", language))
        added.add_argument("--json", action="store_true", help=say("json", language))
        return added

    file = action("import")
    file.add_argument("file", type=Path, metavar="FILE", help=say("captions_file", language))
    out = action("export")
    out.add_argument("--out", type=_caption_file, required=True, help=say("captions_out", language))
    drafted = action("draft")
    drafted.add_argument("--replace", action="store_true", help=say("captions_replace", language))
    moved = action("shift")
    moved.add_argument("seconds", type=float, metavar="SECONDS", help=say("captions_by", language))
    moved.add_argument(
        "--from", dest="begin", type=float, default=0.0, metavar="SECONDS",
        help=say("captions_from", language),
    )  # fmt: skip
    parted = action("split")
    parted.add_argument("--at", type=float, metavar="SECONDS", help=say("captions_at", language))
    joined = action("merge")
    joined.add_argument(
        "--at", type=float, required=True, metavar="SECONDS", help=say("captions_merged", language)
    )
    action("check")


def _caption_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise argparse.ArgumentTypeError(f"{path.name}: {', '.join(ENDINGS)}")
    return path


def run_captions(options: argparse.Namespace) -> int:
    """Carry out one action; a story that is open elsewhere is left alone."""
    from studio.story.open_folder import OpenFolder

    language: InterfaceLanguage = options.language
    opened = OpenFolder(options.folder, lambda _finding: None)
    try:
        story = opened.opened.story
        tag: str = options.tag or story.source_language
        scene = story.scene_by_id.get(options.scene)
        changes = options.action not in ("export", "check")
        if scene is None or tag not in story.languages:
            name, known = (
                (options.scene, ", ".join(each.id for each in story.scenes))
                if scene is None
                else (tag, ", ".join(story.languages))
            )
            key = "captions_no_scene" if scene is None else "captions_no_language"
            print_error(say(key, language, name=name, known=known))
            return BAD_USE
        if changes and opened.read_only:
            findings = [opened.reason] if opened.reason else list(opened.opened.findings)
            print_findings(findings, language, as_json=options.json)
            return FAILED
        return _Captions(options, opened, story, scene, tag).run()
    finally:
        opened.close()


def print_error(message: str) -> None:
    """One line on standard error."""
    import sys

    print(message, file=sys.stderr)


class _Captions:
    """One action on the captions of one scene in one language."""

    def __init__(
        self,
        options: argparse.Namespace,
        opened: OpenFolder,
        story: Story,
        scene: Scene,
        tag: str,
    ) -> None:
        self._options = options
        self._opened = opened
        self._story = story
        self._scene = scene
        self._tag = tag

    def run(self) -> int:
        actions: dict[str, Callable[[], int]] = {
            "import": self._import,
            "export": self._export,
            "draft": self._draft,
            "shift": self._shift,
            "split": self._split,
            "merge": self._merge,
            "check": self._check,
        }
        return actions[self._options.action]()

    def _import(self) -> int:
        from studio.media import captions
        from studio.story.finding import Place

        file: Path = self._options.file
        place = Place(scene=self._scene.id, language=self._tag, file=file.name)
        cues, findings = captions.read(file, place)
        return self._keep(cues, findings) if cues else self._told([], findings)

    def _export(self) -> int:
        from studio.media import captions
        from studio.story.files import write_atomically

        cues, findings = self._read()
        out: Path = self._options.out
        kind = captions.kind_of(out)
        assert kind is not None
        if cues:
            write_atomically(out, captions.encode(cues, kind))
        return self._told(cues, findings, "captions_written", out)

    def _draft(self) -> int:
        from studio.media.scene_captions import clip_of, draft_captions

        clip = clip_of(self._scene, self._tag)
        if self._tag in clip.captions and not self._options.replace:
            print_error(say("captions_there", self._options.language, tag=self._tag))
            return BAD_USE
        cues, findings = draft_captions(self._scene, self._tag, self._options.folder)
        return self._keep(cues, findings)

    def _shift(self) -> int:
        from studio.media.cue_edits import shift

        cues, findings = self._read()
        return self._keep(shift(cues, self._options.seconds, self._options.begin), findings)

    def _split(self) -> int:
        from studio.media import cue_edits

        cues, findings = self._read()
        at: float | None = self._options.at
        if at is None:
            return self._keep(cue_edits.split_long(cues), findings)
        place = _standing(cues, at)
        halves = cue_edits.split(cues[place], at) if place is not None else None
        if place is None or halves is None:
            print_error(say("captions_none_at", self._options.language, seconds=at))
            return BAD_USE
        return self._keep([*cues[:place], *halves, *cues[place + 1 :]], findings)

    def _merge(self) -> int:
        from studio.media.cue_edits import merge_at

        cues, findings = self._read()
        place = _standing(cues, self._options.at)
        if place is None or place + 1 >= len(cues):
            print_error(say("captions_none_at", self._options.language, seconds=self._options.at))
            return BAD_USE
        return self._keep(merge_at(cues, place), findings)

    def _check(self) -> int:
        from exporters.inspection import inspect_captions

        _, findings = self._read()
        findings += inspect_captions(self._story, self._options.folder, self._scene, self._tag)
        cues, _ = self._read()
        return self._told(cues, findings)

    def _read(self) -> tuple[list[Cue], list[Finding]]:
        """The captions that the clip has. Raises StudioError (MD025, MD026)."""
        from studio.media import captions, problems
        from studio.media.scene_captions import clip_of
        from studio.story.finding import Place

        file = clip_of(self._scene, self._tag).captions.get(self._tag)
        place = Place(scene=self._scene.id, language=self._tag, file=file)
        if file is None:
            raise problems.NO_CAPTIONS_YET.error(place, scene=self._scene.id, language=self._tag)
        return captions.read(self._options.folder / file, place)

    def _keep(self, cues: Sequence[Cue], findings: list[Finding]) -> int:
        """Write the captions into the story's folder, and name the file in the story."""
        from studio.media import captions
        from studio.media.scene_captions import caption_address, with_captions
        from studio.story.files import write_atomically

        path = self._options.folder / caption_address(self._scene, self._tag)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, captions.encode(cues))
        after = with_captions(self._story, self._scene, self._tag)
        if after is not self._story:
            findings = [*findings, *self._opened.save(after)]
        return self._told(cues, findings, "captions_written", path)

    def _told(
        self,
        cues: Sequence[Cue],
        findings: Sequence[Finding],
        text: str | None = None,
        path: Path | None = None,
    ) -> int:
        language: InterfaceLanguage = self._options.language
        failed = any(finding.severity == "error" for finding in findings)
        if self._options.json:
            print_json(
                {
                    "scene": self._scene.id,
                    "language": self._tag,
                    "file": path,
                    "cues": [cue._asdict() for cue in cues],
                    "findings": tuple(findings),
                }
            )
            return FAILED if failed else FINE
        print_findings(findings, language)
        if text is not None and cues:
            print(say(text, language, count=len(cues), path=path))
        elif self._options.action == "check" and not findings:
            print(say("captions_fine", language, count=len(cues)))
        return FAILED if failed else FINE


def _standing(cues: Sequence[Cue], at: float) -> int | None:
    """Which caption stands at that time."""
    return next((place for place, cue in enumerate(cues) if cue.start <= at < cue.end), None)
