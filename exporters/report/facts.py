"""What the story report tells, as plain values that both of its forms (HTML, PDF) are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from exporters.inspection import Inspection
from exporters.report.words import words_in
from studio import __version__
from studio.checks import Context
from studio.checks.footage.lengths import footage_in, played_seconds
from studio.checks.numbers import playthroughs
from studio.checks.numbers.durations import EndingTime, durations
from studio.checks.numbers.playthroughs import Playthrough, coverage
from studio.story.finding import Finding, InterfaceLanguage
from studio.story.model import (
    Decision,
    Ending,
    NoticeIndicator,
    Scene,
    Story,
    choice_of,
    targets,
)

LISTED = 12
"""Findings of one kind that the report lists; ``check`` and the studio list every one."""


class Figure(Struct, frozen=True):
    """One number with its unit in words."""

    value: str
    label: str


class ToldFinding(Struct, frozen=True):
    """A finding in the report's language; ``reason`` if it is waived."""

    code: str
    place: str
    message: str
    reason: str = ""


class FindingGroup(Struct, frozen=True):
    """Findings of one kind that are mended alike, in the order of the check.

    At most :data:`LISTED` are ``told``; ``more`` says in words how many are not.
    """

    code: str
    severity: str
    remedy: str
    count: int
    told: tuple[ToldFinding, ...]
    more: str


class Step(Struct, frozen=True):
    """One answer of a playthrough; ``new`` if no playthrough before it gives it."""

    scene: str
    answer: str
    new: bool


class Route(Struct, frozen=True):
    """A playthrough to review: how it ends, how long it takes, what is answered on the way."""

    ending: str
    outcome: str
    about: str
    steps: tuple[Step, ...]


class Paths(Struct, frozen=True):
    """The playthroughs that together make every choice; the same that ``paths`` lists.

    ``unreached`` are titles of endings that none of them comes to; ``left_out`` is what can be
    answered but leads to no ending.
    """

    about: str
    routes: tuple[Route, ...]
    unreached: tuple[str, ...]
    left_out: tuple[Step, ...]
    exact: bool


class EndingRow(Struct, frozen=True):
    """One ending: points, times and chance, as words."""

    ending: str
    outcome: str
    points: str
    shortest: str
    longest: str
    expected: str
    at_random: str


class MarkRow(Struct, frozen=True):
    """One pass mark."""

    name: str
    mark: str
    range: str
    at_random: str
    by_first: str


class IndicatorRow(Struct, frozen=True):
    """An indicator and the titles of the scenes in which it can be noticed."""

    name: str
    scenes: tuple[str, ...]


class StoryReport(Struct, frozen=True):
    """The whole report. ``words`` are the report's own, by key."""

    language: str
    words: Mapping[str, str]
    title: str
    description: str
    made: str
    figures: tuple[Figure, ...]
    findings: tuple[FindingGroup, ...]
    waived: tuple[ToldFinding, ...]
    paths: Paths
    endings: tuple[EndingRow, ...]
    marks: tuple[MarkRow, ...]
    exact: bool
    indicators: tuple[IndicatorRow, ...]


def story_report(
    story: Story, inspection: Inspection, language: InterfaceLanguage, today: date
) -> StoryReport:
    """Everything about the story, in the language; its own texts fall back to what there is."""
    return _Reporter(story, inspection, language).report(today)


class _Reporter:
    def __init__(self, story: Story, inspection: Inspection, language: InterfaceLanguage) -> None:
        self.story = story
        self.inspection = inspection
        self.language: InterfaceLanguage = language
        self.words = words_in(language)
        gathered = inspection.gathered
        self.context = Context(story, None, gathered.clips, gathered.cues)

    @property
    def film_language(self) -> str:
        """The language in which the film is timed: the report's if the film has it."""
        if self.language in self.story.languages:
            return self.language
        return self.story.source_language

    def report(self, today: date) -> StoryReport:
        endings, marks, exact = self.scoring()
        return StoryReport(
            language=self.language,
            words=self.words,
            title=self.text(self.story.title, self.story.id),
            description=self.text(self.story.description, ""),
            made=self.words["made"].format(date=today.isoformat(), version=__version__),
            figures=self.figures(),
            findings=tuple(self.finding_groups()),
            waived=tuple(
                self.finding(each.finding, each.waiver.reason)
                for each in self.inspection.report.waived
            ),
            paths=self.paths(),
            endings=endings,
            marks=marks,
            exact=exact,
            indicators=self.indicators(),
        )

    def text(self, text: Mapping[str, str], fallback: str) -> str:
        return text.get(self.language) or next(filter(None, text.values()), fallback)

    def title(self, scene_id: str | None) -> str:
        scene = self.story.scene_by_id.get(scene_id or "")
        return (scene_id or "") if scene is None else self.text(scene.title, scene.id)

    def figures(self) -> tuple[Figure, ...]:
        scenes = self.story.scenes
        decisions = [scene.then for scene in scenes if isinstance(scene.then, Decision)]
        counts = (
            (len(scenes), "scenes"),
            (len(decisions), "decisions"),
            (sum(len(decision.choices) for decision in decisions), "choices"),
            (sum(isinstance(scene.then, Ending) for scene in scenes), "endings"),
        )
        figures = [Figure(str(count), self.words[label]) for count, label in counts]
        seconds = self.footage_seconds()
        if seconds:
            figures.append(Figure(clock(seconds), self.words["filmed"]))
        return tuple(figures)

    def footage_seconds(self) -> float:
        """Filmed seconds in one language, each scene's clip once."""
        lengths = (
            played_seconds(footage_in(scene.clip, self.film_language), self.context.clips)
            for scene in self.story.scenes
            if scene.clip is not None
        )
        return sum(length or 0.0 for length in lengths)

    def finding_groups(self) -> Iterator[FindingGroup]:
        alike: dict[tuple[str, str, str], list[Finding]] = {}
        for each in self.inspection.findings:
            key = (each.code, each.severity, each.remedy[self.language])
            alike.setdefault(key, []).append(each)
        for (code, severity, remedy), group in alike.items():
            unsaid = len(group) - LISTED
            yield FindingGroup(
                code=code,
                severity=severity,
                remedy=remedy,
                count=len(group),
                told=tuple(self.finding(each) for each in group[:LISTED]),
                more=self.words["more"].format(count=unsaid) if unsaid > 0 else "",
            )

    def finding(self, finding: Finding, reason: str = "") -> ToldFinding:
        place = finding.place
        parts = (
            self.title(place.scene) if place.scene else None,
            place.choice,
            place.item,
            place.language,
            place.file if place.file and place.file not in finding.message["en"] else None,
        )
        return ToldFinding(
            code=finding.code,
            place=" · ".join(part for part in parts if part),
            message=finding.message[self.language],
            reason=reason,
        )

    def paths(self) -> Paths:
        found = coverage(self.context.exploration, self.film_language, self.context.clips)
        reached = {each.ending for each in found.playthroughs}
        endings = [each.id for each, _ in self.context.scenes if isinstance(each.then, Ending)]
        return Paths(
            about=self.words["paths_about"].format(
                count=len(found.playthroughs), time=clock(found.seconds), bound=found.lower_bound
            ),
            routes=tuple(map(self.route, found.playthroughs)),
            unreached=tuple(self.title(each) for each in endings if each not in reached),
            left_out=tuple(self.steps(found.left_out)),
            exact=found.exact,
        )

    def route(self, playthrough: Playthrough) -> Route:
        then = self.story.scene_by_id[playthrough.ending].then
        return Route(
            ending=self.title(playthrough.ending),
            outcome=then.outcome if isinstance(then, Ending) else "neutral",
            about=self.words["route_about"].format(
                time=clock(playthrough.seconds),
                points=points(playthrough.score, playthrough.score),
            ),
            steps=tuple(self.steps(playthrough.steps)),
        )

    def steps(self, taken: Iterable[playthroughs.Step]) -> Iterator[Step]:
        """What a reviewer does or sees decided; the one way on of a scene is no news."""
        for each in taken:
            scene = self.story.scene_by_id[each.scene]
            if each.choice is not None or each.timeout or len(targets(scene)) > 1:
                yield Step(self.title(scene.id), self.answer(scene, each), each.new)

    def answer(self, scene: Scene, step: playthroughs.Step) -> str:
        if step.choice is None:
            return self.words["waiting"] if step.timeout else f"→ {self.title(step.target)}"
        choice = choice_of(scene, step.choice)
        text = step.choice if choice is None else self.text(choice.text, choice.id)
        return f"{text} ({self.words['waiting']})" if step.timeout else text

    def scoring(self) -> tuple[tuple[EndingRow, ...], tuple[MarkRow, ...], bool]:
        scoring = self.context.scoring
        times = durations(self.context.exploration, self.film_language, self.context.clips)
        by_ending = {each.scene: each for each in times.endings}
        rows: list[EndingRow] = []
        for each in scoring.endings:
            time = by_ending.get(each.scene)
            then = self.story.scene_by_id[each.scene].then
            rows.append(
                EndingRow(
                    ending=self.title(each.scene),
                    outcome=then.outcome if isinstance(then, Ending) else "neutral",
                    points=points(each.range.fewest, each.range.most),
                    shortest="–" if time is None else clock(time.shortest),
                    longest="–" if time is None else self.longest(times.loops, time),
                    expected="–" if time is None or time.expected is None else clock(time.expected),
                    at_random=percent(each.probability, self.language),
                )
            )
        marks = tuple(
            MarkRow(
                name=self.competence(mark.competence),
                mark=f"{mark.mark:g}",
                range=points(mark.range.fewest, mark.range.most),
                at_random=percent(mark.chances.get("random"), self.language),
                by_first=percent(mark.chances.get("first"), self.language),
            )
            for mark in scoring.marks
        )
        return tuple(rows), marks, scoring.exact

    def longest(self, loops: bool, time: EndingTime) -> str:
        """The longest playthrough found; behind it what none without a lap exceeds, if more."""
        if loops and time.longest_bound > time.longest + 0.5:
            return f"{clock(time.longest)} (≤ {clock(time.longest_bound)})"
        return clock(time.longest)

    def competence(self, identifier: str | None) -> str:
        if identifier is None:
            return self.words["whole"]
        names = {each.id: self.text(each.name, each.id) for each in self.story.competences}
        return names.get(identifier, identifier)

    def indicators(self) -> tuple[IndicatorRow, ...]:
        return tuple(
            IndicatorRow(
                self.text(indicator.name, indicator.id),
                tuple(
                    self.title(scene.id)
                    for scene in self.story.scenes
                    if indicator.id in _noticed_in(scene)
                ),
            )
            for indicator in self.story.indicators
        )


def _noticed_in(scene: Scene) -> set[str]:
    """Indicators that are in sight in the scene, or that one of its effects notices."""
    choices = scene.then.choices if isinstance(scene.then, Decision) else ()
    effects = [*scene.effects, *(each for choice in choices for each in choice.effects)]
    noticed = {each.indicator for each in effects if isinstance(each, NoticeIndicator)}
    return noticed | {sighting.indicator for sighting in scene.indicators}


def points(fewest: float, most: float) -> str:
    """A range of points, e.g. −3 … 8; ∞ where a loop gives or takes points without end."""
    low, high = (f"{each:g}".replace("inf", "∞").replace("-", "−") for each in (fewest, most))
    return low if low == high else f"{low} … {high}"


def percent(probability: float | None, language: InterfaceLanguage) -> str:
    """A probability in per cent, written as in the language; a dash where it is not known."""
    if probability is None:
        return "–"
    number = f"{100 * probability:.1f}"
    return f"{number.replace('.', ',')} %" if language == "pl" else f"{number} %"


def clock(seconds: float) -> str:
    """Minutes and seconds, e.g. 2:05; hours in front where there are any."""
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
