"""Variables, indicators, competences, resources, glossary; languages; many scenes; files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from studio.checks import run_checks
from studio.story import edits
from studio.story import model as m
from tests.random_stories import stories
from tests.story.test_places import whole_story

KINDS: tuple[edits.ItemKind, ...] = (
    "variables",
    "indicators",
    "competences",
    "resources",
    "glossary",
)


@given(stories(), st.sampled_from(["variables", "indicators", "competences"]), st.data())
def test_a_new_id_reaches_every_mention(
    story: m.Story, kind: edits.ItemKind, data: st.DataObject
) -> None:
    old = data.draw(st.sampled_from([each.id for each in edits.items_of(story, kind)]))
    uses = edits.uses_of(story, kind, old)
    after = edits.rename_item(story, kind, old, "renamed")
    assert edits.uses_of(after, kind, old) == ()
    assert len(edits.uses_of(after, kind, "renamed")) == len(uses)
    assert edits.all_uses(after).get((kind, "renamed"), ()) == edits.uses_of(after, kind, "renamed")
    assert edits.rename_item(after, kind, "renamed", old) == story
    before = [finding.code for finding in run_checks(story).findings]
    assert [finding.code for finding in run_checks(after).findings] == before


def test_resources_are_renamed_in_lists() -> None:
    story = replace(
        whole_story(),
        resources=(m.Resource("kcik"), m.Resource("police")),
        indicators=(m.Indicator("sign", resources=("police", "kcik")),),
    )
    after = edits.rename_item(story, "resources", "kcik", "help")
    assert after.indicators[0].resources == ("police", "help")
    assert [each.id for each in after.resources] == ["help", "police"]


def test_a_taken_or_impossible_id_is_refused() -> None:
    story = edits.add_named(whole_story(), "variables", "pl", "Zaufanie")
    with pytest.raises(ValueError, match="mood"):
        edits.rename_item(story, "variables", "zaufanie", "mood")
    with pytest.raises(ValueError, match="Expected"):
        edits.rename_item(story, "variables", "mood", "Zła nazwa")
    with pytest.raises(KeyError):
        edits.rename_item(story, "variables", "gone", "new")


@pytest.mark.parametrize("kind", KINDS)
def test_items_are_added_copied_and_removed(kind: edits.ItemKind) -> None:
    story = replace(whole_story(), variables=())
    once = edits.add_named(story, kind, "pl", "Żółta łódź")
    twice = edits.add_named(once, kind, "pl", "Żółta łódź")
    assert [each.id for each in edits.items_of(twice, kind)] == ["zolta_lodz", "zolta_lodz_2"]
    copied = edits.duplicate_item(twice, kind, "zolta_lodz")
    assert [each.id for each in edits.items_of(copied, kind)][1] == "zolta_lodz_3"
    assert edits.remove_named(once, kind, "zolta_lodz") == story
    with pytest.raises(KeyError):
        edits.remove_named(once, kind, "gone")


@pytest.mark.parametrize("kind", ["number", "flag", "text"])
def test_a_variable_changes_its_kind_and_keeps_its_name(kind: edits.VariableKind) -> None:
    story = edits.add_named(whole_story(), "variables", "pl", "Zaufanie", "flag")
    after = edits.change_variable_kind(story, "zaufanie", kind)
    assert after.variable_by_id["zaufanie"].name == {"pl": "Zaufanie"}
    assert edits.change_variable_kind(after, "zaufanie", kind) is after


def test_options_go_with_their_names() -> None:
    after = edits.set_options(whole_story(), "mood", ("b", "c"))
    assert after.variables == (m.TextVariable("mood", ("b", "c"), "b"),)
    with pytest.raises(ValueError, match="b"):
        edits.set_options(whole_story(), "mood", ("b", "b"))
    with pytest.raises(ValueError, match="Expected"):
        edits.set_options(whole_story(), "mood", ())


def test_a_language_comes_and_goes_with_all_that_is_in_it() -> None:
    story = edits.add_language(whole_story(), "uk")
    assert story.languages == ("pl", "en", "uk")
    assert edits.remove_language(story, "uk") == whole_story()
    without = edits.remove_language(story, "pl")
    assert without.languages == ("en", "uk")
    assert all("pl" not in text for _, text in edits.texts(without))
    assert not any("captions" in address for address, _ in edits.files(without))
    assert edits.write_in(story, "uk").languages == ("uk", "pl", "en")
    assert edits.written(story) == {"pl": (6, 6), "en": (0, 6), "uk": (0, 6)}
    with pytest.raises(ValueError, match="Expected"):
        edits.add_language(story, "Polish!")
    with pytest.raises(KeyError):
        edits.remove_language(story, "fr")
    with pytest.raises(ValueError, match="Expected"):
        edits.remove_language(m.new_story("s", {}, ("pl",)), "pl")


def test_many_scenes_at_once() -> None:
    story = whole_story()
    both = ("full", "bare")
    tagged = edits.add_tag(story, both, "evening")
    assert [scene.tags for scene in tagged.scenes] == [("evening",), ("evening",)]
    assert edits.add_tag(tagged, both, "evening") is tagged
    assert edits.remove_tag(tagged, both, "evening") == story
    sharp = edits.put_in_scenes(story, both, ("clip", "profile"), "small")
    assert sharp.scenes[0].clip is not None
    assert sharp.scenes[0].clip.profile == "small"
    assert sharp.scenes[1] is story.scenes[1]
    with pytest.raises(KeyError):
        edits.add_tag(story, ("full", "gone"), "x")


def test_files_are_listed_and_pointed_elsewhere() -> None:
    story = whole_story()
    assert edits.file_uses(story)["media/a.mp4"] == (("scenes", "full", "clip", "footage", "file"),)
    after = edits.relink(story, {"media/a.mp4": "media/new/a.mp4", "other": "x"})
    assert "media/new/a.mp4" in edits.file_uses(after)
    assert edits.relink(after, {"media/new/a.mp4": "media/a.mp4"}) == story
    assert edits.relink(story, {}) is story
