"""Edits of the ways between scenes. A :class:`Port` names the place that a way leaves from."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from studio.story.edits.identifiers import unique_id
from studio.story.edits.scenes import replace_scene
from studio.story.model import Choice, Decision, Next, Scene, Story, choice_of


class Port(Struct, frozen=True):
    """A way out of a scene: of a choice, of a conditional branch, or neither: the plain way on."""

    scene: str
    choice: str | None = None
    branch: int | None = None


def target_of(story: Story, port: Port) -> str | None:
    """The id that the port leads to, or None; KeyError if there is no such port."""
    scene = story.scene_by_id[port.scene]
    if port.choice is not None:
        return _choice(scene, port.choice).target
    if port.branch is not None:
        return _next(scene, port.branch).branches[port.branch].target
    if scene.then is None:
        return None
    return _next(scene).target


def connect(story: Story, port: Port, target: str) -> Story:
    """Lead the port to the scene ``target``. A scene that nothing follows yet goes on to it.

    KeyError if port or target is not there, or if the scene has a decision or is an ending and
    the port names none of its choices.
    """
    scene, aim = story.scene_by_id[port.scene], story.scene_by_id[target].id
    if port.choice is None and port.branch is None and scene.then is None:
        return replace_scene(story, replace(scene, then=Next(target=aim)))
    return story if target_of(story, port) == aim else _lead(story, port, aim)


def disconnect(story: Story, port: Port) -> Story:
    """Take the way away: a choice then stays in its decision, a conditional way is gone."""
    scene = story.scene_by_id[port.scene]
    if port.branch is not None:
        then = _next(scene, port.branch)
        branches = tuple(each for number, each in enumerate(then.branches) if number != port.branch)
        return replace_scene(story, replace(scene, then=replace(then, branches=branches)))
    return story if target_of(story, port) is None else _lead(story, port, None)


def connect_new_choice(story: Story, scene_id: str, target: str, text: str = "") -> Story:
    """Give the scene one more choice, which leads to ``target``.

    A scene that only goes on becomes a decision: its way on is the first choice, without words
    yet, which a finding says. Conditional ways and endings cannot become choices: ValueError.
    ``text`` is in the language the story is written in.
    """
    scene, aim = story.scene_by_id[scene_id], story.scene_by_id[target].id
    match scene.then:
        case None | Next(target=None, branches=()):
            decision = Decision()
        case Decision():
            decision = scene.then
        case Next(target=first, branches=()):
            decision = Decision(choices=(Choice(id="choice_1", target=first),))
        case _:
            raise ValueError("only a decision or a plain way on takes another choice")
    words = {story.source_language: text} if text else {}
    choice = Choice(id=new_choice_id(decision), text=words, target=aim)
    then = replace(decision, choices=(*decision.choices, choice))
    return replace_scene(story, replace(scene, then=then))


def new_choice_id(decision: Decision) -> str:
    """A free id ``choice_N``, N counting from one more than there are choices."""
    taken = {each.id for each in decision.choices}
    return unique_id(f"choice_{len(decision.choices) + 1}", taken)


def _lead(story: Story, port: Port, target: str | None) -> Story:
    scene = story.scene_by_id[port.scene]
    if port.choice is not None and isinstance(scene.then, Decision):
        before = _choice(scene, port.choice)
        after = replace(before, target=target)
        choices = tuple(after if each is before else each for each in scene.then.choices)
        return replace_scene(story, replace(scene, then=replace(scene.then, choices=choices)))
    if port.branch is not None and target is not None:
        then = _next(scene, port.branch)
        branches = list(then.branches)
        branches[port.branch] = replace(branches[port.branch], target=target)
        return replace_scene(story, replace(scene, then=replace(then, branches=tuple(branches))))
    return replace_scene(story, replace(scene, then=replace(_next(scene), target=target)))


def _choice(scene: Scene, choice_id: str) -> Choice:
    choice = choice_of(scene, choice_id)
    if choice is None:
        raise KeyError(choice_id)
    return choice


def _next(scene: Scene, branch: int | None = None) -> Next:
    if not isinstance(scene.then, Next):
        raise KeyError(scene.id)
    if branch is not None and not 0 <= branch < len(scene.then.branches):
        raise KeyError(f"{scene.id} branch {branch}")
    return scene.then
