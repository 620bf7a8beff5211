"""Any value by its address: what is put is read back, the rest is shared, nothing is made up."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from studio.story import edits
from studio.story import model as m
from studio.story.edits.walk import _fields_of
from tests.random_stories import stories


def whole_story() -> m.Story:
    """A scene with every part that can be missing, and one with none of them."""
    full = m.Scene(
        id="full",
        title={"pl": "Pełna"},
        clip=m.Clip(footage=m.Footage("media/a.mp4"), captions={"pl": "captions/a.vtt"}),
        then=m.Decision(
            choices=(
                m.Choice(id="yes", text={"pl": "Tak"}, feedback=m.Feedback(text={"pl": "Dobrze"})),
                m.Choice(id="no"),
            )
        ),
        discussion=(m.Discussion({"pl": "Dlaczego?"}),),
    )
    return m.Story(
        format=m.FORMAT,
        version=m.VERSION,
        id="s",
        title={"pl": "S"},
        languages=("pl", "en"),
        scenes=(full, m.Scene(id="bare")),
        variables=(m.TextVariable("mood", ("a", "b"), "a", option_names={"a": {"pl": "A"}}),),
    )


@given(stories(), st.data())
def test_every_field_can_be_put_back(story: m.Story, data: st.DataObject) -> None:
    address, struct = data.draw(st.sampled_from(list(edits.walk(story))))
    # With another id, the address itself would be another.
    name = data.draw(st.sampled_from([each for each in struct.__struct_fields__ if each != "id"]))
    here = (*address, name)
    before = getattr(struct, name)
    assert edits.put_value(story, here, before) is story
    other = data.draw(
        st.sampled_from([{"pl": "x"}, "x", 3, True, None, (), m.Card(), m.Ending(), ("a",)])
    )
    try:
        after = edits.put_value(story, here, other)
    except ValueError:
        return
    assert edits.put_value(after, here, before) == story
    assert msgspec.json.decode(msgspec.json.encode(after), type=m.Story) == after
    for one, two in zip(story.scenes, after.scenes, strict=False):
        changed = address[:2] == ("scenes", one.id) or not address
        assert changed or one is two


@given(stories())
def test_walk_gives_addresses_that_lead_to_what_it_gives(story: m.Story) -> None:
    for address, struct in edits.walk(story):
        assert edits.value_at(story, address) == struct


def test_parts_that_are_missing_are_made_and_blank_ones_go() -> None:
    story = whole_story()
    here = ("scenes", "full", "then", "choices", "no", "feedback", "text", "en")
    assert edits.value_at(story, here[:-1]) == {}
    assert edits.value_at(story, here[:6]) is None
    after = edits.put_value(story, here, "Well")
    assert edits.value_at(after, here[:6]) == m.Feedback(text={"en": "Well"})
    assert edits.put_value(after, here, "") == story


def test_a_card_without_words_stays_a_card() -> None:
    story = edits.put_value(whole_story(), ("scenes", "bare", "card", "text", "pl"), "x")
    assert edits.put_value(story, ("scenes", "bare", "card", "text", "pl"), "").scenes[1].card


@pytest.mark.parametrize(
    "address",
    [
        ("scenes", "gone", "title"),
        ("scenes", "full", "colour"),
        ("scenes", "full", "then", "choices", "maybe", "text"),
        ("scenes", "full", "discussion", 4, "question"),
        ("scenes", "bare", "clip", "footage", "file"),
    ],
)
def test_an_address_that_leads_nowhere_is_a_key_error(address: edits.Address) -> None:
    with pytest.raises(KeyError):
        edits.put_value(whole_story(), address, "x")
    with pytest.raises(KeyError):
        edits.value_at(whole_story(), address)


@pytest.mark.parametrize(
    ("address", "value"),
    [
        (("settings", "loudness"), 3),
        (("scenes", "full", "then", "time_limit"), -1),
        (("scenes", "full", "id"), "Not an id"),
        (("languages",), ()),
        (("theme", "accent"), "red"),
    ],
)
def test_what_a_file_could_not_hold_is_refused(address: edits.Address, value: object) -> None:
    with pytest.raises(ValueError, match="Expected"):
        edits.put_value(whole_story(), address, value)


@given(st.permutations(["a", "b", "c", "d"]), st.sampled_from("abcd"), st.integers(0, 3))
def test_moving_an_item_keeps_the_others_in_order(ids: list[str], one: str, index: int) -> None:
    story = edits.put_value(
        whole_story(), ("competences",), tuple(m.Competence(each) for each in ids)
    )
    after = [each.id for each in edits.move_item(story, ("competences",), one, index).competences]
    assert after.index(one) == index
    assert [each for each in after if each != one] == [each for each in ids if each != one]


def test_add_and_remove_in_a_list_without_ids() -> None:
    here = ("scenes", "full", "discussion")
    story = whole_story()
    after = edits.add_item(story, here, m.Discussion({"pl": "Kto?"}), 0)
    assert [each.question["pl"] for each in after.scenes[0].discussion] == ["Kto?", "Dlaczego?"]
    assert edits.remove_item(after, here, 0) == story
    with pytest.raises(KeyError):
        edits.remove_item(story, here, 1)


def test_a_json_path_becomes_an_address_as_far_as_it_leads() -> None:
    story = whole_story()
    path = "$.scenes[0].then.choices[1].text"
    assert edits.address_of(story, path) == ("scenes", "full", "then", "choices", "no", "text")
    assert edits.address_of(story, "$.scenes[0].discussion[0].question") == (
        "scenes",
        "full",
        "discussion",
        0,
        "question",
    )
    assert edits.address_of(story, "$.scenes[7].title") == ("scenes",)
    assert edits.address_of(story, "$") == ()


def test_many_values_in_one_pass() -> None:
    story = whole_story()
    after = edits.put_values(
        story,
        {("scenes", "full", "title", "en"): "Full", ("title", "en"): "S2", ("start",): "full"},
    )
    assert after.scenes[0].title == {"pl": "Pełna", "en": "Full"}
    assert (after.title["en"], after.start) == ("S2", "full")
    assert after.scenes[1] is story.scenes[1]
    assert edits.put_values(story, {("scenes", "full", "title", "pl"): "Pełna"}) is story
    with pytest.raises(KeyError):
        edits.put_values(story, {("scenes", "gone", "title", "pl"): "x"})


def test_texts_and_files_are_all_found() -> None:
    story = whole_story()
    texts = dict(edits.texts(story))
    assert texts["scenes", "full", "then", "choices", "yes", "feedback", "text"] == {"pl": "Dobrze"}
    assert texts["variables", "mood", "option_names", "a"] == {"pl": "A"}
    assert dict(edits.files(story)) == {
        ("scenes", "full", "clip", "footage", "file"): "media/a.mp4",
        ("scenes", "full", "clip", "captions", "pl"): "captions/a.vtt",
    }


def test_every_struct_of_the_model_is_walked() -> None:
    """A struct that is added to the model must be reachable for search, rename and relink."""
    known = {each for each in vars(m).values() if isinstance(each, type)}
    structs = {each for each in known if issubclass(each, Struct)} - {Struct, m.Base, m.Story}
    reachable: set[type] = set()
    waiting: list[type[Struct]] = [m.Story]
    while waiting:
        kind = waiting.pop()
        for name in _fields_of(kind, "structs"):
            hint = str(msgspec.structs.fields(kind)[kind.__struct_fields__.index(name)].type)
            for each in structs - reachable:
                if f".{each.__name__}" in hint or f"'{each.__name__}'" in hint:
                    reachable.add(each)
                    waiting.append(each)
    assert structs == reachable
