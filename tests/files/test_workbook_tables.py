from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.faults import FaultError
from maturity.files.workbook_cells import RawCell
from maturity.files.workbook_columns import find_keys, place_key, tables_by_id
from maturity.files.workbook_places import Places
from maturity.files.workbook_tables import FoundRecord, TableReader, put, text_value, unquoted_text
from maturity.workbook.columns import Column
from tests.files.raw_sheets import Content, formula, raw_cell, raw_sheet

Rows = Sequence[Sequence[Content | RawCell]]

ACTS = "legal.acts"
KEYS = ["id", "name[en]", "year", "repeals", "printed.text", "printed.locus", "in_force"]
BESIDE = {
    "section": Column(path=("section",), holds="choice"),
    "position": Column(path=("position",), holds="whole"),
}


def test_a_row_is_a_record() -> None:
    assert values(ACTS, KEYS, ["act", "An act", 2018, "old, older", "", "", "yes"]) == [
        {"id": "act", "name": {"en": "An act"}, "year": 2018, "repeals": ["old", "older"], "in_force": True}
    ]


def test_empty_rows_and_cells_say_nothing() -> None:
    rows = [["act", "An act"], [], ["  ", " ", "\n"], ["other", "Another", "", "  "]]
    assert values(ACTS, KEYS, *rows) == [
        {"id": "act", "name": {"en": "An act"}},
        {"id": "other", "name": {"en": "Another"}},
    ]


def test_an_empty_sheet_holds_no_records() -> None:
    assert values(ACTS, KEYS) == []


def test_rows_above_the_keys_and_columns_without_one_are_not_read() -> None:
    records, problems = read(ACTS, ["id", "(ours)", "year"], ["act", "ask", 2018], above=[["act", "x", 1], ["note"]])
    assert ([each.value for each in records], problems) == ([{"id": "act", "year": 2018}], [])


# records of several rows


def test_each_item_of_a_list_takes_a_row() -> None:
    rows = [["act", "An act", "", "", "2081", "p. 1"], ["act", "", "", "", "acct", "p. 2"]]
    assert values(ACTS, KEYS, *rows) == [
        {
            "id": "act",
            "name": {"en": "An act"},
            "printed": [{"text": "2081", "locus": "p. 1"}, {"text": "acct", "locus": "p. 2"}],
        }
    ]


def test_the_rows_of_a_record_may_stand_apart_and_in_any_order() -> None:
    rows: Rows = [
        ["act", "", "", "", "2081", "p. 1"],
        ["other", "Another"],
        ["act", "An act", 2018],
        [" act ", "", "", "", "acct", "p. 2"],
    ]
    records, problems = read(ACTS, KEYS, *rows)
    assert [each.value["id"] for each in records] == ["act", "other"]
    assert records[0].value["printed"] == [{"text": "2081", "locus": "p. 1"}, {"text": "acct", "locus": "p. 2"}]
    assert (records[0].value["year"], problems) == (2018, [])


def test_the_same_id_with_values_again_is_a_second_record() -> None:
    rows: Rows = [["act", "An act"], ["act", "", 2018], ["act", "", "", "", "acct", "p. 2"]]
    records, problems = read(ACTS, KEYS, *rows)
    assert problems == [
        "A3: E106 duplicate id 'act' (first at A2; a row that continues a record fills in no more than its lists)"
    ]
    assert [each.value for each in records] == [
        {"id": "act", "name": {"en": "An act"}, "printed": [{"text": "acct", "locus": "p. 2"}]}
    ]


def test_a_row_without_an_id_is_told_and_left_out() -> None:
    records, problems = read(ACTS, KEYS, ["", "An act", 2018], ["other", "Another"])
    assert [each.value["id"] for each in records] == ["other"]
    assert problems == ["A2: E101 missing key 'id' (each row of a record repeats its id)"]


def test_where_records_hold_no_lists_each_row_is_one_whatever_its_id() -> None:
    keys = ["id", "title", "authors"]
    rows = [["study", "A", "Li\nWang"], ["study", "B"], ["", "C"]]
    assert values("sources", keys, *rows) == [
        {"id": "study", "title": "A", "authors": ["Li", "Wang"]},
        {"id": "study", "title": "B"},
        {"title": "C"},
    ]


def test_a_list_that_must_be_there_is_there_and_empty() -> None:
    assert values("errata", ["id", "kind"], ["one", "misprint"]) == [{"printed": [], "id": "one", "kind": "misprint"}]


def test_a_list_within_a_record_may_hold_texts_in_several_languages() -> None:
    keys = ["id", "roles.text[en]", "roles.text[zh]", "roles.locus"]
    rows = [["fund", "pays", "支付", "§1"], ["fund", "collects", "", "§2"]]
    assert values("governance.institutions", keys, *rows) == [
        {
            "id": "fund",
            "roles": [
                {"text": {"en": "pays", "zh": "支付"}, "locus": "§1"},
                {"text": {"en": "collects"}, "locus": "§2"},
            ],
        }
    ]


def test_a_part_of_a_record_is_a_mapping() -> None:
    keys = ["id", "transfers_when.by", "transfers_when.text[en]"]
    assert values("lessons.lessons", keys, ["small", "project · 本项目", "there is time"]) == [
        {"id": "small", "transfers_when": {"by": "project", "text": {"en": "there is time"}}}
    ]


# texts


def test_the_languages_of_a_text_stand_in_the_order_of_the_profile_s() -> None:
    keys = ["id", "name[ja]", "name[fr]", "name[arb]", "name[en]"]
    (found,) = values(ACTS, keys, ["act", "法", "loi", "قانون", "act"], languages=("fr", "en", "zh"))
    assert list(found["name"]) == ["fr", "en", "arb", "ja"]


def test_the_language_that_a_text_was_written_in_comes_first() -> None:
    keys = ["id", "name[en]", "name[zh]", "name[original]"]
    rows = [["act", "Act", "法", "zh"], ["other", "Act", "法", ""], ["third", "Act", "", "zh"]]
    found = values(ACTS, keys, *rows)
    assert [list(each["name"]) for each in found] == [["zh", "en"], ["en", "zh"], ["en"]]


LANGUAGES = st.sampled_from(("en", "zh", "fr", "ja", "arb"))


@given(st.dictionaries(LANGUAGES, st.text(), min_size=1), LANGUAGES, st.lists(LANGUAGES, unique=True))
def test_no_language_of_a_text_is_lost_or_made_up(texts: dict[str, str], original: str, languages: list[str]) -> None:
    found = text_value(texts, original, languages)
    assert found == texts
    assert isinstance(found, dict)
    assert original not in texts or next(iter(found)) == original


# ratings


RATING_KEYS = ["indicator", "position", "level", "confidence", "rationale[en]"]


def test_an_indicator_alone_is_no_rating() -> None:
    rows: list[list[Content]] = [
        ["alpha.law"],
        ["alpha.portal", 2],
        ["beta.staff", "", 1],
        ["beta.more", "", "", "low"],
    ]
    assert values("ratings.ratings", RATING_KEYS, *rows) == [
        {"indicator": "beta.staff", "level": 1},
        {"indicator": "beta.more", "confidence": "low"},
    ]


@pytest.mark.parametrize(
    ("cell", "result"),
    [(2, {"level": 2}), ("2 · full", {"level": 2}), ("not-asked · 未列入", {"status": "not-asked"})],
)
def test_one_column_holds_a_level_or_a_status(cell: Content, result: dict[str, Any]) -> None:
    assert values("ratings.ratings", ["indicator", "level"], ["alpha.law", cell]) == [
        {"indicator": "alpha.law", **result}
    ]


def test_an_answer_is_taken_where_the_indicator_is_a_checklist() -> None:
    rows = [["a.list", "partly"], ["a.law", "partly"]]
    records, problems = read("ratings.ratings", ["indicator", "level"], *rows, takes_answers="a.list".__eq__)
    assert records[0].value == {"indicator": "a.list", "answer": "partly"}
    assert problems == [
        "B3: E103 neither a level nor a status: 'partly'"
        " (a level, or one of not-rated, not-evaluable, not-applicable, not-asked)"
    ]


def test_the_place_among_all_ratings_is_kept_beside_the_record() -> None:
    rows: list[list[Content]] = [["a.law", 7, 1], ["a.tax", "", 1], ["a.eid", "first", 1]]
    records, _ = read("ratings.ratings", RATING_KEYS, *rows)
    assert [each.position for each in records] == [7, None, None]
    assert all("position" not in each.value for each in records)


# sections and problems


def test_the_section_of_a_record_is_kept_beside_it() -> None:
    (record,), problems = read("statistics", ["id", "section", "value"], ["people", "back_end · 后台", 5])
    assert (record.section, record.value, problems) == ("back_end", {"id": "people", "value": 5}, [])


def test_a_section_is_one_that_a_profile_has() -> None:
    (record,), problems = read("statistics", ["id", "section"], ["people", "back-end"])
    assert (record.section, record.value) == ("", {"id": "people"})
    assert problems == [
        "B2: E103 section: expected one of context, governance, legal, back_end, front_end, skills, inclusion, lessons;"
        " found 'back-end' (did you mean 'back_end'?)"
    ]


def test_a_cell_that_cannot_be_read_hides_no_other() -> None:
    row: list[Content | RawCell] = ["act", 5, formula("=2018"), raw_cell("2021-01-31", kind="date")]
    records, problems = read(ACTS, ["id", "name[en]", "year", "number", "level"], [*row, "EU"])
    assert [each.value for each in records] == [{"id": "act", "level": "EU"}]
    assert problems == [
        "B2: E102 expected text, found the number 5 (format the cell as text, then type it again)",
        "C2: E305 the formula =2018 (put its value in its place)",
        "D2: E102 expected text, found the date 2021-01-31 (format the cell as text, then type it again)",
    ]


def test_an_item_that_cannot_be_read_keeps_its_place() -> None:
    rows: Rows = [
        ["act", "An act", "", "", formula("=1"), ""],
        ["act", "", "", "", "acct", "p. 2"],
    ]
    (record,), _ = read(ACTS, KEYS, *rows)
    assert record.value["printed"] == [{}, {"text": "acct", "locus": "p. 2"}]
    assert record.places.find(("printed", 1, "locus")) == (3, 6)


# where it stands


def test_a_record_stands_in_the_row_that_holds_its_values() -> None:
    rows: Rows = [["act", "", "", "", "2081", "p. 1"], ["act", "An act", 2018], ["act", "", "", "", "acct", "p. 2"]]
    (record,), _ = read(ACTS, KEYS, *rows)
    paths: list[tuple[str | int, ...]] = [
        ("year",),
        ("id",),
        ("printed", 0, "text"),
        ("printed", 1, "locus"),
        ("kind",),
    ]
    assert [record.places.find(path) for path in paths] == [(3, 3), (3, 1), (2, 5), (4, 6), (3, 1)]


def test_a_text_stands_where_the_first_of_the_languages_does() -> None:
    keys = ["id", "name[ja]", "name[zh]", "name[en]"]
    (record,), _ = read(ACTS, keys, ["act", "法", "法", "act"], languages=("zh", "en"))
    assert record.places.find(("name",)) == (2, 3)


@pytest.mark.parametrize("name", ["level", "status", "answer"])
def test_a_result_stands_in_one_column_whichever_it_is(name: str) -> None:
    (record,), _ = read("ratings.ratings", ["indicator", "level"], ["alpha.law", 1])
    assert record.places.find((name,)) == (2, 2)


# smaller parts


def test_a_value_is_put_below_mappings_that_are_made_as_needed() -> None:
    value: dict[str, Any] = {"names": {"en": "Aland"}}
    put(value, ("names", "zh"), "阿兰")
    put(value, ("status", "note", "en"), "new")
    put(value, ("wave",), 2020)
    assert value == {"names": {"en": "Aland", "zh": "阿兰"}, "status": {"note": {"en": "new"}}, "wave": 2020}


@pytest.mark.parametrize(("cell", "text"), [("  as it is ", "  as it is "), ('\\"\\u0007\\n"', "\x07\n"), ("\\", "\\")])
def test_a_text_that_a_cell_could_not_hold_is_unquoted(cell: str, text: str) -> None:
    assert unquoted_text(raw_cell(cell)) == text


def test_a_number_is_no_text() -> None:
    with pytest.raises(FaultError, match="expected text, found the number 5"):
        unquoted_text(raw_cell(5))


def read(
    table: str,
    keys: Sequence[str],
    *rows: Sequence[Content | RawCell],
    above: Sequence[Sequence[Content]] = (),
    languages: Sequence[str] = ("en", "zh", "fr"),
    takes_answers: Callable[[str], bool] = lambda _: False,
) -> tuple[list[FoundRecord], list[str]]:
    """The records below *keys*, and what is said of them, each with its cell alone."""
    found = find_keys(raw_sheet(*above, [f"{table}#{keys[0]}", *keys[1:]], *rows))
    assert found is not None
    known = tables_by_id()[table]
    by_key = {**BESIDE, **{each.key: each for each in known.columns}}
    placed = {number: place for number, key in found.keys.items() if (place := place_key(key, by_key)) is not None}
    places = Places("aaa.xlsx")
    reader = TableReader(
        table=known, found=found, placed=placed, languages=languages, places=places, takes_answers=takes_answers
    )
    return reader.read(), [str(each).partition("!")[2] for each in places.problems]


def values(
    table: str, keys: Sequence[str], *rows: Sequence[Content | RawCell], languages: Sequence[str] = ("en", "zh", "fr")
) -> list[dict[str, Any]]:
    records, problems = read(table, keys, *rows, languages=languages)
    assert problems == []
    return [each.value for each in records]
