"""What the story report tells, as plain values that both of its forms (HTML, PDF) are made from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from msgspec import Struct

from exporters.inspection import Inspection
from exporters.report.words import words_in
from studio import __version__
from studio.checks import Context
from studio.checks.footage.lengths import footage_in, played_seconds
from studio.checks.numbers.durations import durations
from studio.story import play
from studio.story.finding import Finding, InterfaceLanguage, ProofStep
from studio.story.model import Decision, Ending, NoticeIndicator, Scene, Story, choice_of


class Figure(Struct, frozen=True):
    """One number with its unit in words."""

    value: str
    label: str


class ToldFinding(Struct, frozen=True):
    """A finding in the report's language; ``reason`` if it is waived."""

    code: str
    severity: str
    place: str
    message: str
    remedy: str
    reason: str = ""


class Step(Struct, frozen=True):
    """One answer of a playthrough."""

    scene: str
    answer: str


class Route(Struct, frozen=True):
    """A playthrough to review; no steps and ``reached`` False if none was found."""

    ending: str
    outcome: str
    reached: bool
    steps: tuple[Step, ...]


class EndingRow(Struct, frozen=True):
    """One ending: points, times and chance, as words."""

    ending: str
    outcome: str
    points: str
    shortest: str
    longest: str
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
    findings: tuple[ToldFinding, ...]
    waived: tuple[ToldFinding, ...]
    routes: tuple[Route, ...]
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

    def report(self, today: date) -> StoryReport:
        endings, marks, exact = self.scoring()
        return StoryReport(
            language=self.language,
            words=self.words,
            title=self.text(self.story.title, self.story.id),
            description=self.text(self.story.description, ""),
            made=self.words["made"].format(date=today.isoformat(), version=__version__),
            figures=self.figures(),
            findings=tuple(self.finding(each) for each in self.inspection.findings),
            waived=tuple(
                self.finding(each.finding, each.waiver.reason)
                for each in self.inspection.report.waived
            ),
            routes=self.routes(),
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
        language = self.language if self.language in self.story.languages else None
        lengths = (
            played_seconds(
                footage_in(scene.clip, language or self.story.source_language),
                self.context.clips,
            )
            for scene in self.story.scenes
            if scene.clip is not None
        )
        return sum(length or 0.0 for length in lengths)

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
            severity=finding.severity,
            place=" · ".join(part for part in parts if part),
            message=finding.message[self.language],
            remedy=finding.remedy[self.language],
            reason=reason,
        )

    def routes(self) -> tuple[Route, ...]:
        found: list[Route] = []
        for scene, _ in self.context.scenes:
            if isinstance(scene.then, Ending):
                way = self.context.way_to(scene.id)
                found.append(
                    Route(
                        ending=self.title(scene.id),
                        outcome=scene.then.outcome,
                        reached=way is not None,
                        steps=() if way is None else tuple(self.steps(way)),
                    )
                )
        return tuple(found)

    def steps(self, way: tuple[ProofStep, ...]) -> list[Step]:
        """The answers on a way, each with the scene in which it is given."""
        steps: list[Step] = []
        state = play.start(self.story)
        for each in way:
            scene = self.story.scene_by_id.get(state.scene or "")
            if scene is not None and each.action in ("choose", "timeout"):
                steps.append(Step(self.title(scene.id), self.answer(scene, each)))
            name = cast(play.ActionName, each.action)
            state = play.step(self.story, state, play.Action(name, each.choice))
        return steps

    def answer(self, scene: Scene, step: ProofStep) -> str:
        if step.action == "timeout":
            return self.words["waiting"]
        choice = choice_of(scene, step.choice or "")
        return step.choice or "" if choice is None else self.text(choice.text, choice.id)

    def scoring(self) -> tuple[tuple[EndingRow, ...], tuple[MarkRow, ...], bool]:
        scoring = self.context.scoring
        language = self.story.source_language
        if self.language in self.story.languages:
            language = self.language
        times = durations(self.context.exploration, language, self.context.clips)
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
                    longest="–" if time is None else clock(time.longest),
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
