"""Checking again after an edit: only what the edit can have changed is asked again.

Stories share what did not change, so a scene that is the same object has the same answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from studio.checks.context import Context, Part, parts_of
from studio.checks.footage.unused import FOLDERS
from studio.checks.registry import CHECKS, Check, Report, Scope, report
from studio.checks.states_of_play import StatesOfPlay
from studio.story.clip_facts import ClipFacts, Cue
from studio.story.finding import Finding
from studio.story.model import Choice, Decision, Ending, Position, Scene, Story
from studio.story.paths import leaves

# What is not a scene and has no say in any check of scenes or of the graph.
_BESIDE = frozenset({"scenes", "waivers", "sticky_notes", "authors", "licence"})
_WORDS = frozenset({"title", "description", "content_note", "theme", "glossary"})
_Answers = tuple[Finding, ...]


class _Asked(Struct):
    """The findings of one part, by the scope of the checks that gave them."""

    part: Part
    scene: _Answers
    disk: _Answers


class Checker:
    """Runs all checks; a second run asks again only what can have changed since the first.

    Equal to :func:`~studio.checks.registry.run_checks`, at every run. For one thread at a time.
    """

    def __init__(self) -> None:
        self._checks: Mapping[Scope, tuple[Check, ...]] = {
            scope: tuple(check for check in CHECKS if check.scope == scope)
            for scope in ("scene", "disk", "graph", "files", "story")
        }
        self._asked: list[_Asked] = []
        self._outside: tuple[object, ...] = ()
        self._known: tuple[object, ...] = ()
        self._disk: tuple[object, ...] = ()
        self._skeletons: list[Scene] = []
        self._graph: tuple[object, ...] = ()
        self._states: StatesOfPlay | None = None
        self._whole: dict[Scope, _Answers] = {}

    def run(
        self,
        story: Story,
        folder: Path | None = None,
        clips: Mapping[str, ClipFacts] | None = None,
        cues: Mapping[str, Sequence[Cue]] | None = None,
        extra: Iterable[Finding] = (),
    ) -> Report:
        """The report of this story; the arguments are those of ``run_checks``.

        ``extra`` are findings that others made about the story's files. ``clips`` and ``cues``
        count as unchanged while they are the same objects.
        """
        parts = self._parts(story)
        same_play = self._follow_play(story, parts)
        context = Context(story, folder, clips, cues, parts, self._states)
        known = (folder, clips, cues)
        outside = tuple(getattr(story, name) for name in _fields(story, _BESIDE))
        same_outside = _same(known, self._known) and _same(outside, self._outside)
        disk = _on_disk(folder, parts)
        same_disk = disk == self._disk
        asked: list[_Asked] = []
        for index, part in enumerate(parts):
            before = self._asked[index] if index < len(self._asked) else None
            if before is None or before.part is not part or not same_outside:
                scene = self._ask("scene", context.narrowed(part))
                on_disk = self._ask("disk", context.narrowed(part))
                asked.append(_Asked(part, scene, on_disk))
            elif same_disk:
                asked.append(before)
            else:
                on_disk = self._ask("disk", context.narrowed(part))
                asked.append(_Asked(part, before.scene, on_disk))
        same_graph = same_play and _same(known, self._known)
        whole = (
            self._kept("graph", same_graph, context),
            self._kept("files", same_disk, context),
            self._ask("story", context),
        )
        self._asked, self._outside, self._known = asked, outside, known
        self._disk = disk
        found = [*extra]
        for each in asked:
            if each.scene:
                found += each.scene
            if each.disk:
                found += each.disk
        for answers in whole:
            found += answers
        return report(context, found)

    def _parts(self, story: Story) -> tuple[Part, ...]:
        """The parts of the story; those that did not change are the ones of the run before."""
        head, *scenes = parts_of(story)
        before = [each.part for each in self._asked]
        if before and before[0].story is not None and _same(_head(story), _head(before[0].story)):
            head = before[0]
        for index, (part, old) in enumerate(zip(scenes, before[1:], strict=False)):
            if part.scene is old.scene and part.played == old.played:
                scenes[index] = old
        return (head, *scenes)

    def _follow_play(self, story: Story, parts: tuple[Part, ...]) -> bool:
        """Keep the states that play can bring about; whether they are still the same."""
        fields = (getattr(story, name) for name in _fields(story, _BESIDE | _WORDS))
        lists = tuple(each.id for each in (*story.glossary, *story.sticky_notes))
        graph = (*fields, lists)
        same = self._follow_skeletons(parts) and graph == self._graph
        if not same or self._states is None:
            self._states = StatesOfPlay(story)
        self._graph = graph
        return same

    def _follow_skeletons(self, parts: tuple[Part, ...]) -> bool:
        """Bring the skeletons up to date; whether they are still the same."""
        before, old = self._skeletons, [each.part.scene for each in self._asked[1:]]
        now: list[Scene] = []
        for index, part in enumerate(parts[1:]):
            assert part.scene is not None
            if index < len(old) and old[index] is part.scene:
                now.append(before[index])
            else:
                bare = skeleton(part.scene)
                kept = before[index] if index < len(before) else None
                now.append(kept if kept is not None and kept == bare else bare)
        self._skeletons = now
        return _same(now, before)

    def _kept(self, scope: Scope, same: bool, context: Context) -> _Answers:
        if scope not in self._whole or not same:
            self._whole[scope] = self._ask(scope, context)
        return self._whole[scope]

    def _ask(self, scope: Scope, context: Context) -> _Answers:
        return tuple(finding for check in self._checks[scope] for finding in check.run(context))


def skeleton(scene: Scene) -> Scene:
    """The scene without its words and notes: what play and the graph of the story depend on."""
    match scene.then:
        case Decision(choices=choices) as decision:
            then = replace(decision, prompt={}, choices=tuple(map(_bare, choices)))
        case Ending() as ending:
            then = replace(ending, headline={}, debrief={})
        case then:
            pass
    clip = scene.clip
    return replace(
        scene,
        title={},
        position=Position(),
        tags=(),
        clip=clip if clip is None else replace(clip, transcript={}, captions={}, poster=None),
        card=None,
        then=then,
        content_note=None,
        hard=False,
        script={},
        notes="",
        discussion=(),
    )


def _bare(choice: Choice) -> Choice:
    feedback = choice.feedback
    if feedback is not None:
        feedback = replace(feedback, text={}, why={}, image=None, image_description={}, clip=None)
    return replace(choice, text={}, unavailable_reason={}, feedback=feedback, notes="")


def _head(story: Story) -> tuple[object, ...]:
    return tuple(getattr(story, name) for name in story.__struct_fields__ if name != "scenes")


def _same(first: Sequence[object], second: Sequence[object]) -> bool:
    """Whether each is the same object, or an equal plain value."""
    return len(first) == len(second) and all(
        one is other or (isinstance(one, str | int | Path) and one == other)
        for one, other in zip(first, second, strict=True)
    )


def _fields(story: Story, without: frozenset[str]) -> list[str]:
    return [name for name in story.__struct_fields__ if name not in without]


def _on_disk(folder: Path | None, parts: tuple[Part, ...]) -> tuple[object, ...]:
    """The files named, and what changes when a file comes into their folders or leaves them."""
    named = frozenset(file for part in parts for file, _ in part.files)
    if folder is None:
        return (named,)
    around = {str(PurePosixPath(file).parent) for file in named if not leaves(file)}
    return (named, folder, {name: _changed(folder / name) for name in {*around, *FOLDERS, "."}})


def _changed(folder: Path) -> int | None:
    try:
        return folder.stat().st_mtime_ns
    except (OSError, ValueError):
        return None
