"""Story -> Film: a pure function. Media have been prepared before; their facts are passed in."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo

from exporters import film as f
from exporters.rich_text import compile_rich_text, plain_text
from exporters.web.words import player_words
from studio.checks.numbers.scoring import most_points
from studio.story.files import encode_story
from studio.story.model import (
    Card,
    Choice,
    ContentNote,
    Decision,
    Discussion,
    Ending,
    Feedback,
    GlossaryEntry,
    Next,
    Scene,
    Sighting,
    Story,
)
from studio.story.reading import card_seconds


class Prepared(Struct, frozen=True):
    """Where each prepared clip went.

    ``clips`` and ``described`` by (scene id, language), ``loops`` by scene id, ``feedback`` by
    (scene id, choice id, language).
    """

    clips: Mapping[tuple[str, str], f.FilmMedia] = {}
    described: Mapping[tuple[str, str], f.FilmMedia] = {}
    loops: Mapping[str, f.FilmMedia] = {}
    feedback: Mapping[tuple[str, str, str], f.FilmMedia] = {}


class Assets(Struct, frozen=True):
    """What the exporter prepared.

    ``media`` are the clips, ``captions`` maps (scene id, language) to cues (of
    feedback clips: :func:`feedback_place` for the scene id), ``files`` a
    story-relative path to the address in the film; ``font`` is the theme's font as a data address.
    """

    media: Prepared = Prepared()
    captions: Mapping[tuple[str, str], Sequence[f.Cue]] = {}
    files: Mapping[str, str] = {}
    font: str | None = None


def feedback_place(scene_id: str, choice_id: str) -> str:
    """Where the captions of a choice's feedback clip stand among those of scenes."""
    return f"{scene_id}/{choice_id}"


def compile_film(story: Story, languages: Sequence[str], assets: Assets | None = None) -> f.Film:
    """The film of the story in the given languages (each one of the story's)."""
    return _Compiler(story, tuple(languages), assets or Assets()).film()


def encode_film(film: f.Film) -> bytes:
    """The film as JSON with every field spelt out, defaults too: the player guesses nothing."""
    return msgspec.json.encode(_explicit(film))


def _explicit(value: Any) -> Any:
    if isinstance(value, Struct):
        config = value.__struct_config__
        tag = {config.tag_field: config.tag} if config.tag_field is not None else {}
        return tag | {
            each.encode_name: _explicit(getattr(value, each.name)) for each in _fields(type(value))
        }
    if isinstance(value, tuple | list):
        return [_explicit(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _explicit(each) for key, each in value.items()}
    return value


@functools.cache
def _fields(kind: type[Struct]) -> tuple[FieldInfo, ...]:
    """Working out a struct's annotations takes a millisecond."""
    return msgspec.structs.fields(kind)


class _Compiler:
    def __init__(self, story: Story, languages: tuple[str, ...], assets: Assets) -> None:
        self.story = story
        self.languages = languages
        self.assets = assets
        self.most = most_points(story)

    def film(self) -> f.Film:
        story, settings, theme = self.story, self.story.settings, self.story.theme
        return f.Film(
            format=f.FORMAT,
            version=f.VERSION,
            id=story.id,
            hash=hashlib.sha256(encode_story(story)).hexdigest()[:16],
            languages=self.languages,
            words={language: player_words(language) for language in self.languages},
            title=self.text(story.title),
            description=self.rich(story.description),
            content_note=self.rich(story.content_note),
            start=story.start,
            settings=f.FilmSettings(
                frame_width=settings.frame_width,
                frame_height=settings.frame_height,
                pass_mark=settings.pass_mark,
                most=self.most.get(None),
                reveal_map=settings.reveal_map,
                seek=settings.seek,
                certificate=settings.certificate,
                quick_exit=settings.quick_exit,
            ),
            theme=f.FilmTheme(
                accent=theme.accent,
                background=theme.background,
                foreground=theme.foreground,
                logo=self.file(theme.logo),
                logo_description=self.text(theme.logo_description),
                font=self.assets.font,
            ),
            variables=story.variables,
            indicators=tuple(
                f.FilmIndicator(
                    each.id, self.text(each.name), self.rich(each.description), each.resources
                )
                for each in story.indicators
            ),
            competences=tuple(
                f.FilmCompetence(
                    id=each.id,
                    name=self.text(each.name),
                    description=self.rich(each.description),
                    pass_mark=each.pass_mark,
                    most=self.most.get(each.id),
                )
                for each in story.competences
            ),
            resources=tuple(
                f.FilmResource(
                    id=each.id,
                    title=self.text(each.title),
                    description=self.rich(each.description),
                    file=self.addresses(each.file),
                    link=self.text(each.link),
                    phone=each.phone,
                    help=each.help,
                )
                for each in story.resources
            ),
            glossary=tuple(
                f.FilmTerm(each.id, self.text(each.term), self.forms(each), self.rich(each.meaning))
                for each in story.glossary
            ),
            chapters=tuple(
                f.FilmChapter(each.id, self.text(each.title)) for each in story.chapters
            ),
            scenes=tuple(self.scene(scene) for scene in story.scenes),
        )

    # --- texts ------------------------------------------------------------------------------

    def text(self, text: Mapping[str, str]) -> dict[str, str]:
        """Complete in every film language; a missing one falls back to the source language."""
        if not any(text.values()):
            return {}
        fallback = text.get(self.story.source_language) or next(filter(None, text.values()))
        return {language: text.get(language) or fallback for language in self.languages}

    def rich(self, text: Mapping[str, str]) -> dict[str, Any]:
        return {language: compile_rich_text(each) for language, each in self.text(text).items()}

    def file(self, path: str | None) -> str | None:
        return None if path is None else self.assets.files.get(path)

    def addresses(self, files: Mapping[str, str]) -> dict[str, str]:
        complete = self.text(files)
        return {
            language: self.assets.files[path]
            for language, path in complete.items()
            if path in self.assets.files
        }

    def forms(self, entry: GlossaryEntry) -> dict[str, tuple[str, ...]]:
        """The term and its other forms as the author listed them, longest first."""
        term = self.text(entry.term)
        listed = {
            language: {term.get(language, ""), *entry.forms.get(language, "").split(",")}
            for language in self.languages
        }
        found = {key: {form.strip() for form in forms} - {""} for key, forms in listed.items()}
        return {
            key: tuple(sorted(forms, key=lambda form: (-len(form), form)))
            for key, forms in found.items()
        }

    # --- scenes -----------------------------------------------------------------------------

    def scene(self, scene: Scene) -> f.FilmScene:
        keys = [(language, (scene.id, language)) for language in self.languages]
        media, captions = self.assets.media.clips, self.assets.captions
        described = self.assets.media.described
        return f.FilmScene(
            id=scene.id,
            title=self.text(scene.title),
            position=(scene.position.x, scene.position.y),
            chapter=scene.chapter,
            media={language: media[key] for language, key in keys if key in media},
            described={language: described[key] for language, key in keys if key in described},
            captions={language: tuple(captions[key]) for language, key in keys if key in captions},
            card=self.card(scene),
            transcript=self.rich(scene.clip.transcript if scene.clip else {}),
            effects=scene.effects,
            indicators=tuple(self.sighting(each) for each in scene.indicators),
            content_note=self.content_note(scene.content_note),
            hard=scene.hard,
            discussion=tuple(self.discussion(each) for each in scene.discussion),
            then=self.then(scene),
        )

    def card(self, scene: Scene) -> f.FilmCard:
        """The author's card, or one made of the scene's script."""
        card = scene.card or Card(text=scene.script)
        text = self.rich(card.text if any(card.text.values()) else scene.script)
        return f.FilmCard(
            text=text,
            image=self.file(card.image),
            image_description=self.text(card.image_description),
            seconds={
                language: float(card.seconds)
                if card.seconds is not None
                else card_seconds(plain_text(text.get(language, [])))
                for language in self.languages
            },
        )

    def sighting(self, sighting: Sighting) -> f.FilmSighting:
        return f.FilmSighting(sighting.indicator, sighting.start, sighting.end)

    def content_note(self, note: ContentNote | None) -> f.FilmContentNote | None:
        return note and f.FilmContentNote(self.rich(note.text), self.rich(note.summary))

    def discussion(self, discussion: Discussion) -> f.FilmDiscussion:
        return f.FilmDiscussion(self.text(discussion.question), discussion.seconds)

    def then(self, scene: Scene) -> f.FilmDecision | f.FilmNext | f.FilmEnding | None:
        match scene.then:
            case None:
                return None
            case Next(target=target, branches=branches):
                return f.FilmNext(target, branches)
            case Ending() as ending:
                return f.FilmEnding(
                    outcome=ending.outcome,
                    headline=self.text(ending.headline),
                    debrief=self.rich(ending.debrief),
                    resources=ending.resources,
                )
            case Decision() as decision:
                return f.FilmDecision(
                    prompt=self.text(decision.prompt),
                    opens=decision.opens,
                    time_limit=decision.time_limit,
                    on_timeout=decision.on_timeout,
                    while_waiting=decision.while_waiting,
                    on_choice=decision.on_choice,
                    retry=decision.retry,
                    shuffle=decision.shuffle,
                    hint_after=decision.hint_after,
                    choices=tuple(self.choice(scene.id, choice) for choice in decision.choices),
                    loop=self.assets.media.loops.get(scene.id),
                )

    def choice(self, scene_id: str, choice: Choice) -> f.FilmChoice:
        return f.FilmChoice(
            id=choice.id,
            text=self.text(choice.text),
            region=choice.region,
            condition=choice.condition,
            when_unavailable=choice.when_unavailable,
            unavailable_reason=self.text(choice.unavailable_reason),
            effects=choice.effects,
            score=choice.score,
            competences=choice.competences,
            verdict=choice.verdict,
            feedback=self.feedback(scene_id, choice.id, choice.feedback),
            target=choice.target,
            once=choice.once,
            offered=choice.offered,
        )

    def feedback(
        self, scene_id: str, choice_id: str, feedback: Feedback | None
    ) -> f.FilmFeedback | None:
        keys = [(language, (scene_id, choice_id, language)) for language in self.languages]
        clips = self.assets.media.feedback
        place = feedback_place(scene_id, choice_id)
        return feedback and f.FilmFeedback(
            text=self.rich(feedback.text),
            why=self.rich(feedback.why),
            when=feedback.when,
            image=self.file(feedback.image),
            image_description=self.text(feedback.image_description),
            resources=feedback.resources,
            media={language: clips[key] for language, key in keys if key in clips},
            captions={
                language: tuple(self.assets.captions[place, language])
                for language in self.languages
                if (place, language) in self.assets.captions
            },
        )
