"""Edits: pure functions from one story to the next, one verb each.

An edit that changes nothing returns the same object, so that no empty step enters the history.
A scene or choice that is not there raises :class:`KeyError`: the caller has a stale selection.
"""

from studio.story.edits.arrangement import align, distribute, move, position_at
from studio.story.edits.chapters import (
    collapse_chapter,
    group_into_chapter,
    put_into_chapter,
    recolour_chapter,
    retitle_chapter,
    ungroup,
)
from studio.story.edits.clipboard import (
    Fragment,
    copy,
    duplicate,
    fragment_from_json,
    fragment_to_json,
    paste,
)
from studio.story.edits.connections import (
    Port,
    connect,
    connect_new_choice,
    disconnect,
    new_choice_id,
    target_of,
)
from studio.story.edits.identifiers import slug, unique_id
from studio.story.edits.notes import (
    add_note,
    delete_notes,
    recolour_note,
    resize_note,
    write_note,
)
from studio.story.edits.scenes import (
    add_scene,
    attach_clip,
    delete_scenes,
    make_ending,
    reopen_ending,
    reorder_scenes,
    replace_scene,
    replace_scenes,
    set_start,
)
from studio.story.edits.texts import (
    retitle_scene,
    with_text,
    write_card,
    write_choice,
    write_headline,
    write_prompt,
)

__all__ = [
    "Fragment",
    "Port",
    "add_note",
    "add_scene",
    "align",
    "attach_clip",
    "collapse_chapter",
    "connect",
    "connect_new_choice",
    "copy",
    "delete_notes",
    "delete_scenes",
    "disconnect",
    "distribute",
    "duplicate",
    "fragment_from_json",
    "fragment_to_json",
    "group_into_chapter",
    "make_ending",
    "move",
    "new_choice_id",
    "paste",
    "position_at",
    "put_into_chapter",
    "recolour_chapter",
    "recolour_note",
    "reopen_ending",
    "reorder_scenes",
    "replace_scene",
    "replace_scenes",
    "resize_note",
    "retitle_chapter",
    "retitle_scene",
    "set_start",
    "slug",
    "target_of",
    "ungroup",
    "unique_id",
    "with_text",
    "write_card",
    "write_choice",
    "write_headline",
    "write_note",
    "write_prompt",
]
