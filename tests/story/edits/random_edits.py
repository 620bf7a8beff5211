"""One random edit after another, with arguments that are there."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from studio.story import edits
from studio.story.edits import Port
from studio.story.model import Decision, Next, Position, Story

Pick = Callable[[st.SearchStrategy], object]


def some_scenes(pick: Pick, story: Story) -> list[str]:
    ids = [scene.id for scene in story.scenes]
    return pick(st.lists(st.sampled_from(ids), unique=True)) if ids else []  # type: ignore[return-value]


def ports(story: Story) -> list[Port]:
    found: list[Port] = []
    for scene in story.scenes:
        match scene.then:
            case Decision(choices=choices):
                found += [Port(scene.id, choice=choice.id) for choice in choices]
            case Next(branches=branches):
                found += [Port(scene.id, branch=number) for number in range(len(branches))]
                found.append(Port(scene.id))
            case None:
                found.append(Port(scene.id))
            case _:
                pass
    return found


def one_edit(pick: Pick, story: Story) -> Story:
    """One random verb, with arguments that are there."""
    where = Position(pick(st.integers(-900, 900)), pick(st.integers(-900, 900)))  # type: ignore[arg-type]
    some = some_scenes(pick, story)
    scene = some[0] if some else None
    port = pick(st.sampled_from(ports(story))) if ports(story) else None
    chapter = story.chapters[0].id if story.chapters else None
    note = story.sticky_notes[0].id if story.sticky_notes else None
    sizes = {each.id: (232.0, 200.0) for each in story.scenes}
    verbs: list[Callable[[], Story]] = [
        lambda: edits.add_scene(story, {"en": "New"}, where, chapter=chapter),
        lambda: edits.delete_scenes(story, some),
        lambda: edits.move(story, dict.fromkeys(some, where)),
        lambda: edits.duplicate(story, some),
        lambda: edits.align(story, some, "centre", sizes),
        lambda: edits.distribute(story, some, "across", sizes),
        lambda: edits.reorder_scenes(story, some, None),
        lambda: edits.put_into_chapter(story, some, None),
        lambda: edits.add_note(story, "n", where),
        lambda: edits.paste(story, edits.copy(story, some), where),
    ]
    if scene is not None:
        verbs += [
            lambda: edits.group_into_chapter(story, some, {"en": "Part"}),
            lambda: edits.set_start(story, scene),
            lambda: edits.make_ending(story, scene, "success"),
            lambda: edits.reopen_ending(story, scene),
            lambda: edits.attach_clip(story, scene, "media/a.mp4"),
        ]
    if isinstance(port, Port):
        verbs.append(lambda: edits.connect(story, port, scene or port.scene))
        if story.scene_by_id[port.scene].then is not None:
            verbs.append(lambda: edits.disconnect(story, port))
    if chapter is not None:
        verbs += [
            lambda: edits.ungroup(story, chapter),
            lambda: edits.collapse_chapter(story, chapter, True),
        ]
    if note is not None:
        verbs.append(lambda: edits.delete_notes(story, [note]))
        verbs.append(lambda: edits.move(story, {}, {note: where}))
    return pick(st.sampled_from(verbs))()  # type: ignore[operator]
