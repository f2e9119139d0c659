from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from maturity.files.overlays import fingerprint
from maturity.files.profile_files import FILES
from maturity.files.profile_values import (
    Kept,
    Trees,
    key_order,
    overlay_entries,
    profile_parts,
    profile_values,
    slots_of,
)
from maturity.files.yaml_scalars import Quoted
from maturity.profile import Profile
from maturity.records.findings import Finding, Lesson
from maturity.records.ratings import Rating
from maturity.records.record import Printed
from maturity.records.sources import Source, StudyPlace
from maturity.records.statistics import Statistic
from maturity.rules import Band
from maturity.text import Text
from tests import synthetic
from tests.files.any_profile import any_profile

FACT = synthetic.finding("fact", bears_on=["a.one"])
UNHURRIED = settings(suppress_health_check=list(HealthCheck), max_examples=settings().max_examples // 10)


# plain values


def test_a_record_is_a_mapping_of_what_is_not_at_its_default() -> None:
    assert plain(FACT) == {
        "id": "fact",
        "kind": "remark",
        "text": "It is so.",
        "source": "study",
        "locus": "§1",
        "bears_on": ["a.one"],
    }


def test_the_keys_of_a_record_stand_in_the_house_order() -> None:
    full = evolve(FACT, cites=("study",), later=True, about=("fact",), note=Text(original="n"), quote="q")
    full = evolve(full, printed=(Printed(text="It iz so.", locus="§1"),))
    assert list(plain(full)) == [
        "id", "kind", "text", "quote", "source", "locus", "cites", "later", "about", "bears_on", "printed", "note"
    ]  # fmt: skip
    assert plain(full)["printed"] == [{"text": "It iz so.", "locus": "§1"}]


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        (Finding, ["id", "carried_from", "kind", "text"]),
        (Statistic, ["id", "carried_from", "statistic", "value"]),
        (Rating, ["indicator", "branch", "facet", "assessor", "level"]),
        (Source, ["id", "short", "authors", "title"]),
        (StudyPlace, ["locus", "about"]),
    ],
)
def test_what_tells_a_record_apart_comes_first(kind: Any, first: list[str]) -> None:  # noqa: ANN401
    assert [key for _, key in key_order(kind)][: len(first)] == first


@pytest.mark.parametrize("kind", [Finding, Lesson, Rating, Source, Band])
def test_the_order_names_every_field_once(kind: Any) -> None:  # noqa: ANN401
    names = [name for name, _ in key_order(kind)]
    assert sorted(names) == sorted(each.name for each in kind.__attrs_attrs__)


def test_a_key_may_be_named_otherwise_than_its_field() -> None:
    assert key_order(Band) == (("lower", "from"), ("name", "name"))


def test_the_language_of_a_profile_is_always_said_and_of_nothing_else_the_default() -> None:
    head = profile_values(profile()).trees["profile"]
    assert (head["language"], head["status"]) == ("en", {"stage": "draft"})
    assert "figures" not in head


# the files


def test_every_file_is_there_and_optional_ones_where_they_hold_something() -> None:
    place = StudyPlace(locus="§1", about=Text(original="The country"))
    needed = [name for name in FILES if name not in ("outline", "errata")]
    assert list(profile_parts(profile())) == needed
    assert list(profile_parts(evolve(profile(), outline=(place,)))) == [*needed, "outline"]
    assert profile_values(evolve(profile(), outline=(place,))).trees["outline"] == {
        "places": [{"locus": "§1", "about": "The country"}]
    }


def test_an_empty_section_is_an_empty_mapping() -> None:
    assert profile_values(profile()).trees["skills"] == {}


def test_texts_are_listed_file_by_file() -> None:
    trees = profile_values(profile(lessons=(synthetic.lesson("small", bears_on=["a.one"]),))).trees
    keys = [each.key for each in slots_of(trees)]
    assert keys == ["fact.text", "small.title", "small.text", "small.transfers_when.text"]
    assert [each.key for each in slots_of(dict(reversed(trees.items())))] == keys


# where translations stand


def test_a_new_translation_stands_in_the_overlay_of_its_language() -> None:
    text, translations = split(synthetic.text("So.", zh="是", fr="Ainsi"))
    assert (text, translations) == ("So.", {"zh": {"fact.text": "是"}, "fr": {"fact.text": "Ainsi"}})


def test_a_language_that_has_no_overlays_stands_beside_the_original() -> None:
    text, translations = split(synthetic.text("So.", ja="はい", zh="是"))
    assert (list(text.items()), translations) == ([("en", "So."), ("ja", "はい")], {"zh": {"fact.text": "是"}})


def test_a_text_in_another_language_than_the_profile_names_it() -> None:
    assert split(Text(language="fr", original="Ainsi")) == ({"fr": "Ainsi"}, {})
    both = Text(language="fr", original="Ainsi", translations=(("en", "So"),))
    text, translations = split(both)
    assert (list(text.items()), translations) == ([("fr", "Ainsi"), ("en", "So")], {})


def test_a_translation_that_stood_in_place_stays_there() -> None:
    kept = Kept(in_place={"fact.text": {"en": "Old.", "zh": "旧"}})
    assert split(synthetic.text("So.", zh="是", fr="Ainsi"), kept) == (
        {"en": "So.", "zh": "是"},
        {"fr": {"fact.text": "Ainsi"}},
    )


def test_where_both_hold_it_the_overlay_changes_since_it_is_the_one_that_is_read() -> None:
    kept = Kept(
        in_place={"fact.text": {"en": "So.", "zh": "旧"}},
        overlays={"zh": {"fact.text": {"of": "00000000", "text": "是"}}},
    )
    assert split(synthetic.text("So.", zh="新"), kept) == ({"en": "So.", "zh": "旧"}, {"zh": {"fact.text": "新"}})


def test_a_key_too_long_for_a_line_is_not_used() -> None:
    long = evolve(FACT, id="x" * 500, text=synthetic.text("So.", zh="是"))
    values = profile_values(profile(findings=(long,)))
    assert values.trees["context"]["findings"][0]["text"] == {"en": "So.", "zh": "是"}
    assert values.translations == {}


def test_texts_that_share_a_key_are_translated_where_they_stand() -> None:
    twice = tuple(evolve(FACT, text=synthetic.text(each, zh=each)) for each in ("One.", "Two."))
    values = profile_values(profile(findings=twice))
    assert [each["text"] for each in values.trees["context"]["findings"]] == [
        {"en": "One.", "zh": "One."},
        {"en": "Two.", "zh": "Two."},
    ]
    assert values.translations == {}


@UNHURRIED
@given(any_profile())
def test_no_translation_is_lost_and_none_stands_twice(profile: Profile) -> None:
    values = profile_values(profile)
    beside = {(language, key): text for language, texts in values.translations.items() for key, text in texts.items()}
    in_place = [
        (code, text)
        for slot in slots_of(values.trees)
        for code, text in (slot.text if isinstance(slot.text, dict) else {profile.language: slot.text}).items()
    ]
    texts = list(texts_in(profile))
    wanted = [(each.language, each.original) for each in texts]
    wanted += [pair for each in texts for pair in each.translations]
    assert sorted([*in_place, *((language, text) for (language, _), text in beside.items())]) == sorted(wanted)


# the entries of an overlay


def test_a_new_translation_bears_the_fingerprint_of_the_text_as_it_is() -> None:
    assert entries({"fact.text": "是"}) == {"fact.text": {"of": fingerprint("It is so."), "text": "是"}}


def test_both_values_of_an_entry_are_quoted() -> None:
    (entry,) = entries({"fact.text": "是"}).values()
    assert [type(each) for each in entry.values()] == [Quoted, Quoted]


def test_an_old_translation_of_a_changed_text_stays_old() -> None:
    before = {"fact.text": {"of": "00000000", "text": "是"}}
    assert entries({"fact.text": "是"}, before) == before


def test_a_translation_that_is_made_anew_is_new() -> None:
    before = {"fact.text": {"of": "00000000", "text": "旧"}}
    assert entries({"fact.text": "是"}, before)["fact.text"]["of"] == fingerprint("It is so.")


def test_entries_stand_in_the_order_of_the_texts_and_only_for_texts_that_are_there() -> None:
    wanted = {"other.text": "乙", "gone.text": "丙", "fact.text": "甲"}
    found = entries(wanted, findings=(FACT, evolve(FACT, id="other")))
    assert [(key, entry["text"]) for key, entry in found.items()] == [("fact.text", "甲"), ("other.text", "乙")]


def test_a_translation_that_moves_within_its_record_is_known_again() -> None:
    trees: Trees = {"governance": {"institutions": [{"id": "fund", "roles": [{"text": "new"}, {"text": "pays"}]}]}}
    before = {"fund.roles.1.text": {"of": fingerprint("pays"), "text": "支付"}}
    stale = {"fund.roles.1.text": {"of": "00000000", "text": "支付"}}
    wanted = {"fund.roles.2.text": "支付"}
    assert overlay_entries(wanted, trees, before) == {"fund.roles.2.text": before["fund.roles.1.text"]}
    assert overlay_entries(wanted, trees, stale) == {"fund.roles.2.text": stale["fund.roles.1.text"]}


def test_of_two_translations_alike_that_of_the_text_as_it_is_counts() -> None:
    trees: Trees = {"governance": {"institutions": [{"id": "fund", "roles": [{"text": "new"}, {"text": "pays"}]}]}}
    stale, current = ({"of": of, "text": "支付"} for of in ("00000000", fingerprint("pays")))
    before = {"fund.roles.1.text": stale, "fund.roles.3.text": current}
    assert overlay_entries({"fund.roles.2.text": "支付"}, trees, before) == {"fund.roles.2.text": current}


def profile(*, findings: tuple[Finding, ...] = (FACT,), lessons: tuple[Lesson, ...] = ()) -> Profile:
    return synthetic.profile(findings=findings, lessons=lessons)


def plain(finding: Finding) -> dict[str, Any]:
    """A finding as plain values."""
    found: dict[str, Any] = profile_values(profile(findings=(finding,))).trees["context"]["findings"][0]
    return found


def split(text: Text, kept: Kept | None = None) -> tuple[Any, dict[str, dict[str, str]]]:
    """What stands for a text in its file, and what in overlays."""
    values = profile_values(profile(findings=(evolve(FACT, text=text),)), kept)
    return values.trees["context"]["findings"][0]["text"], values.translations


def entries(
    wanted: dict[str, str], before: dict[str, dict[str, Any]] | None = None, *, findings: tuple[Finding, ...] = (FACT,)
) -> dict[str, dict[str, Any]]:
    return overlay_entries(wanted, profile_values(profile(findings=findings)).trees, before or {})


def texts_in(value: object) -> list[Text]:
    """Every text of a profile."""
    if isinstance(value, Text):
        return [value]
    held = (
        value
        if isinstance(value, tuple)
        else [getattr(value, each.name) for each in getattr(type(value), "__attrs_attrs__", ())]
    )
    return [text for each in held for text in texts_in(each)]
