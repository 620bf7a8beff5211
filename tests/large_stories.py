"""Large stories with known answers: what is planted in them is told beside them.

A story of :func:`planted` is a tree of hubs that leads to storylines. A storyline is a row of
scored decisions, each with a right and a wrong answer, then an ending; a trainee who clicks at
random passes with a probability that can be worked out by hand. Defects are planted where only
an answer that is never enabled, or the time limit, leads: they do not change that probability.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import comb

from msgspec.structs import replace

from studio.story.finding import Finding
from studio.story.model import (
    AddToVariable,
    AllOf,
    Card,
    Choice,
    Chosen,
    Comparison,
    Decision,
    Ending,
    Feedback,
    FlagVariable,
    Next,
    NumberVariable,
    Scene,
    Settings,
    SetVariable,
    Story,
    Variable,
    Visited,
    new_story,
)

DECISIONS = 6
PASS_MARK = 4
FAN = 10
TEXT = {"en": "What do you do now, while the driver is watching?"}
GO = {"en": "Go on"}


@dataclass
class Planted:
    """A story and what is wrong with it."""

    story: Story
    unreachable: set[str] = field(default_factory=set)
    """Nothing leads there."""
    never_entered: set[str] = field(default_factory=set)
    """Connected, but only by answers that are never enabled."""
    never_enabled: set[tuple[str, str]] = field(default_factory=set)
    soft_locks: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)
    """Scenes of a loop whose way out is never enabled."""
    dead_ends: set[str] = field(default_factory=set)
    pass_probability: float = 0.0


def pass_probability(decisions: int = DECISIONS, mark: int = PASS_MARK) -> float:
    """The probability of at least ``mark`` right answers of ``decisions`` with two answers."""
    return sum(comb(decisions, k) for k in range(mark, decisions + 1)) / 2**decisions


def differences(made: Planted, report: Iterable[Finding], passes: float | None) -> list[str]:
    """Where the checks' findings and the probability of passing differ from what was planted."""
    by_code: dict[str, list[Finding]] = {}
    for finding in report:
        by_code.setdefault(finding.code, []).append(finding)
    scenes = {code: {each.place.scene for each in found} for code, found in by_code.items()}
    choices = {(each.place.scene, each.place.choice) for each in by_code.get("SC017", ())}
    loops = {
        scene
        for each in by_code.get("SC019", ())
        for scene in each.message["en"].split(": ")[1][:-1].split(", ")
    }
    compared = {
        "unreachable": (scenes.get("SC004", set()), made.unreachable),
        "never entered": (scenes.get("SC015", set()), made.never_entered),
        "never enabled": (choices, made.never_enabled),
        "soft locks": (scenes.get("SC018", set()), made.soft_locks),
        "dead ends": (scenes.get("SC006", set()), made.dead_ends),
        "without way out": (loops, made.closed),
    }
    wrong = [
        f"{name}: {len(found - planted)} too many, {len(planted - found)} missed"
        for name, (found, planted) in compared.items()
        if found != planted
    ]
    wrong += [f"{code} where nothing is wrong" for code in sorted(NOT_PLANTED & set(by_code))]
    if passes is None or abs(passes - made.pass_probability) > 1e-9:
        wrong.append(f"{passes} pass at random, not {made.pass_probability}")
    return wrong


NOT_PLANTED = frozenset(
    [
        "SC005",
        "SC007",
        "SC008",
        "SC016",
        "SC020",
        "ST006",
        "ST008",
        "SR001",
        "SR002",
        "SR003",
        "TM001",
    ]
)


def planted(scenes: int, defects: bool = True) -> Planted:
    """A story of about that many scenes (never fewer)."""
    made = Planted(
        replace(
            new_story("planted", {"en": "Planted"}, ("en",)),
            settings=Settings(pass_mark=PASS_MARK),
            start="hub_0",
        ),
        pass_probability=pass_probability(),
    )
    nodes: list[Scene] = []
    variables: list[Variable] = []
    lines: list[str] = []
    while len(nodes) + len(lines) // (FAN - 1) + 2 < scenes:
        lines.append(_storyline(made, nodes, variables, len(lines), defects))
    nodes.extend(_hubs(lines))
    made.story = replace(made.story, scenes=tuple(nodes), variables=tuple(variables))
    return made


def _hubs(lines: list[str]) -> list[Scene]:
    """A tree of decisions with up to ``FAN`` answers, the root first, that leads to the lines."""
    level, made = lines, list[Scene]()
    count = 1
    while True:
        groups = [level[i : i + FAN] for i in range(0, len(level), FAN)]
        root = len(groups) == 1
        ids = ["hub_0"] if root else [f"hub_{count + i}" for i in range(len(groups))]
        count += len(groups)
        for id, group in zip(ids, groups, strict=True):
            choices = tuple(Choice(f"to_{each}", GO, target=each) for each in group)
            made.append(_scene(id, Decision(choices, TEXT)))
        if root:
            return made
        level = ids


def _scene(id: str, then: Decision | Next | Ending | None, **more) -> Scene:
    return Scene(
        id, {"en": id}, card=Card({"en": "A minibus stops at the border."}), then=then, **more
    )


def _storyline(
    made: Planted, nodes: list[Scene], variables: list[Variable], line: int, defects: bool
) -> str:
    """Add one storyline; returns its first scene."""
    name = f"line_{line}"
    ids = [f"{name}_s{i}" for i in range(DECISIONS)]
    end = f"{name}_end"
    flag, trust = f"{name}_flag", f"{name}_trust"
    variables += [FlagVariable(flag), NumberVariable(trust, minimum=0, maximum=3)]
    for i, id in enumerate(ids):
        onward = ids[i + 1] if i + 1 < DECISIONS else end
        right = Choice(
            "right",
            GO,
            target=f"{id}_thanks",
            score=1,
            verdict="right",
            effects=(AddToVariable(trust, 1),),
            feedback=Feedback({"en": "Well seen."}),
        )
        wrong = Choice(
            "wrong", GO, target=onward, verdict="wrong", effects=(AddToVariable(trust, -1),)
        )
        extra: tuple[Choice, ...] = ()
        timeout = None
        if defects and i == 1 + line % 4:
            extra, timeout = _defect(made, nodes, line, id, flag, trust)
        decision = Decision((right, wrong, *extra), TEXT, on_timeout=timeout, time_limit=20)
        nodes.append(_scene(id, decision))
        nodes.append(_scene(f"{id}_thanks", Next(onward)))
    nodes.append(_scene(end, Ending(headline={"en": "The end"}, debrief={"en": "Thank you."})))
    return ids[0]


def _defect(
    made: Planted, nodes: list[Scene], line: int, id: str, flag: str, trust: str
) -> tuple[tuple[Choice, ...], str | None]:
    """One of five defects behind the scene; the answers that lead to it."""
    where = f"{id}_defect"
    silence = Choice("silence", {}, target=where, offered=False)
    match line % 5:
        case 0:
            # More trust than the bounds allow.
            made.never_enabled.add((id, "reach"))
            made.never_entered.add(where)
            nodes.append(_scene(where, Next(id)))
            return (Choice("reach", GO, target=where, condition=Comparison(trust, ">", 3)),), None
        case 1:
            # The flag is never true when time runs out.
            made.soft_locks.add(where)
            made.never_enabled.add((where, "only"))
            only = Choice("only", GO, target=id, condition=Comparison(flag, "=", True))
            nodes.append(_scene(where, Decision((only,), TEXT)))
            return (silence,), "silence"
        case 2:
            # Out of the loop leads only what cannot have happened on the way in.
            made.closed |= {where, f"{where}_back"}
            made.never_enabled.add((where, "out"))
            out = Choice(
                "out",
                GO,
                target=id,
                condition=AllOf((Chosen(id, "silence"), Comparison(flag, "=", True))),
            )
            on = Choice("on", GO, target=f"{where}_back", effects=(SetVariable(flag, False),))
            nodes.append(_scene(where, Decision((on, out), TEXT)))
            nodes.append(_scene(f"{where}_back", Next(where)))
            return (silence,), "silence"
        case 3:
            made.dead_ends.add(where)
            nodes.append(_scene(where, None))
            return (silence,), "silence"
        case _:
            made.unreachable.add(where)
            nodes.append(_scene(where, Next(id)))
            return (), None


def flags_in_chapters(flags: int = 20, length: int = 25, open_flags: int = 0) -> Story:
    """Chapters of ``length`` scenes, each with a flag that only its own conditions ask about.

    ``open_flags`` more flags are set in the first scenes and asked about in the last ones, so
    that all of them matter all the way: 2 to that power states in every scene between.
    """
    variables: list[Variable] = [FlagVariable(f"flag_{i}") for i in range(flags)]
    variables += [FlagVariable(f"open_{i}") for i in range(open_flags)]
    nodes: list[Scene] = []
    names = [f"set_{i}" for i in range(open_flags)]
    names += [f"c{c}_s{i}" for c in range(flags) for i in range(length)]
    names += [f"ask_{i}" for i in range(open_flags)]
    onward = dict(zip(names, [*names[1:], "end"], strict=True))
    for i in range(open_flags):
        yes = Choice(
            "yes", GO, target=onward[f"set_{i}"], effects=(SetVariable(f"open_{i}", True),)
        )
        no = Choice("no", GO, target=onward[f"set_{i}"])
        nodes.append(_scene(f"set_{i}", Decision((yes, no), TEXT)))
        either = (
            Choice(
                "had", GO, target=onward[f"ask_{i}"], condition=Comparison(f"open_{i}", "=", True)
            ),
            Choice(
                "had_not",
                GO,
                target=onward[f"ask_{i}"],
                condition=Comparison(f"open_{i}", "=", False),
            ),
        )
        nodes.append(_scene(f"ask_{i}", Decision(either, TEXT)))
    for c in range(flags):
        for i in range(length):
            id = f"c{c}_s{i}"
            if i == 0:
                effects = (SetVariable(f"flag_{c}", True),)
                choices = (
                    Choice("set", GO, target=onward[id], effects=effects),
                    Choice("leave", GO, target=onward[id]),
                )
            elif i == length - 1:
                choices = (
                    Choice(
                        "with", GO, target=onward[id], condition=Comparison(f"flag_{c}", "=", True)
                    ),
                    Choice(
                        "without",
                        GO,
                        target=onward[id],
                        condition=Comparison(f"flag_{c}", "=", False),
                    ),
                    Choice(
                        "never",
                        GO,
                        target=onward[id],
                        condition=AllOf(
                            (
                                Visited(f"c{c}_s0"),
                                Chosen(f"c{c}_s0", "set"),
                                Comparison(f"flag_{c}", "=", False),
                            )
                        ),
                    ),
                )
            else:
                choices = (
                    Choice("one", GO, target=onward[id]),
                    Choice("other", GO, target=onward[id]),
                )
            nodes.append(_scene(id, Decision(choices, TEXT)))
    nodes.append(_scene("end", Ending()))
    return replace(
        new_story("flags", {"en": "Flags"}, ("en",)),
        start=names[0],
        scenes=tuple(nodes),
        variables=tuple(variables),
    )


def questions_once(questions: int = 16) -> Story:
    """A talk in which each question can be asked once: 2 to that power states in one scene."""
    asked = tuple(
        Choice(f"ask_{i}", GO, once=True, feedback=Feedback({"en": "…"})) for i in range(questions)
    )
    leave = Choice("leave", GO, target="end")
    return replace(
        new_story("talk", {"en": "Talk"}, ("en",)),
        start="talk",
        scenes=(_scene("talk", Decision((*asked, leave), TEXT)), _scene("end", Ending())),
    )


def counters(counters: int = 3, top: int = 40) -> Story:
    """Some bounded counters that go up and down: ``(top + 1) ** counters`` states."""
    names = [f"n{i}" for i in range(counters)]
    choices = tuple(
        Choice(f"{word}_{name}", GO, effects=(AddToVariable(name, amount),))
        for name in names
        for word, amount in (("up", 1), ("down", -1))
    )
    full = AllOf(tuple(Comparison(name, "=", top) for name in names))
    leave = Choice("leave", GO, condition=full, target="end")
    return replace(
        new_story("counters", {"en": "Counters"}, ("en",)),
        start="count",
        variables=tuple(NumberVariable(name, minimum=0, maximum=top) for name in names),
        scenes=(_scene("count", Decision((*choices, leave), TEXT)), _scene("end", Ending())),
    )
