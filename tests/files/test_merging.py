from collections import OrderedDict
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from maturity.files.merging import merge_file
from maturity.files.yaml_layout import Whole

RECORDS = st.fixed_dictionaries({"id": st.sampled_from("xyz")}, optional={"n": st.integers(0, 2)})
TREES = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3) | st.lists(RECORDS, max_size=3), max_size=4)


@given(TREES, TREES)
def test_what_was_read_as_one_thing_becomes_the_other(before: dict[str, Any], after: dict[str, Any]) -> None:
    emptied: dict[str, Any] = {key: [] for key in before if key not in after and isinstance(before[key], list)}
    assert merge_file(before, before, after) == {**after, **emptied}


@given(TREES)
def test_what_reads_the_same_stays_as_it_is_written(found: dict[str, Any]) -> None:
    assert list(merge_file(found, found, dict(sorted(found.items()))).items()) == list(found.items())


def test_defaults_and_spelt_out_values_stay() -> None:
    found = {"defaults": {"source": "s"}, "rows": [{"id": "a", "later": False, "text": {"en": "x"}}], "more": []}
    before = {"rows": [{"id": "a", "source": "s", "text": "x"}]}
    after = {"rows": [{"id": "a", "source": "s", "text": "x", "note": "new"}]}
    assert merge_file(found, before, after) == {
        "defaults": {"source": "s"},
        "rows": [{"id": "a", "later": False, "text": {"en": "x"}, "note": "new"}],
        "more": [],
    }


def test_a_new_record_does_not_say_what_the_file_says_for_all() -> None:
    found = {"defaults": {"source": "s", "locus": "§1"}, "rows": [{"id": "a"}]}
    before = {"rows": [{"id": "a", "source": "s", "locus": "§1"}]}
    after = {"rows": [*before["rows"], {"id": "b", "source": "s", "locus": "§2"}]}
    assert merge_file(found, before, after)["rows"] == [{"id": "a"}, {"id": "b", "locus": "§2"}]


def test_another_source_than_the_files_default_is_spelt_out() -> None:
    found = {"defaults": {"source": "s"}, "rows": [{"id": "a", "locus": "§1"}]}
    before = {"rows": [{"id": "a", "source": "s", "locus": "§1"}]}
    after = {"rows": [{"id": "a", "source": "other", "locus": "§1"}]}
    assert list(merge_file(found, before, after)["rows"][0].items()) == [
        ("id", "a"),
        ("source", "other"),
        ("locus", "§1"),
    ]


def test_a_new_key_stands_behind_the_one_before_it_in_the_house_order() -> None:
    found = {"head": {"c": 3, "a": 1}}
    after = {"head": {"a": 1, "b": 2, "c": 3, "d": 4}}
    assert list(merge_file(found, {"head": {"a": 1, "c": 3}}, after)["head"]) == ["c", "d", "a", "b"]


def test_texts_with_another_original_are_written_whole() -> None:
    found = {"name": {"ja": "A", "fr": "B"}}
    merged = merge_file(found, {"name": OrderedDict(ja="A", fr="B")}, {"name": OrderedDict(fr="B", ja="A")})
    assert isinstance(merged["name"], Whole)
    assert list(merged["name"]) == ["fr", "ja"]
    assert merged["name"] != {"fr": "B", "ja": "A"}
