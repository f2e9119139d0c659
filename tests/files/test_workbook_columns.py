from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.workbook_columns import (
    KeyRow,
    Placed,
    find_keys,
    place_key,
    read_columns,
    report_merged,
    tables_by_id,
)
from maturity.files.workbook_places import Places
from maturity.workbook.columns import Column
from maturity.workbook.tables import RATINGS, Table, list_tables
from tests.files.raw_sheets import raw_sheet

NAME = Column(path=("name",), holds="text")
YEAR = Column(path=("year",), holds="whole")
ROLE = Column(path=("roles", "text"), holds="text", in_list=True)
BY_KEY = {each.key: each for each in (NAME, YEAR, ROLE)}
ACTS = tables_by_id()["legal.acts"]


def test_tables_are_known_by_their_ids() -> None:
    assert list(tables_by_id().values()) == list(list_tables())
    assert {id: each.id for id, each in tables_by_id().items()} == {each.id: each.id for each in list_tables()}


# the row of keys


def test_the_row_of_keys_is_the_one_that_begins_with_a_table() -> None:
    found = find_keys(raw_sheet(["Legal acts"], ["Id", "Name"], ["legal.acts#id", "name[en]"], ["privacy-act", "Act"]))
    assert found is not None
    assert (found.table, found.part, found.row, found.keys) == ("legal.acts", "", 3, {1: "id", 2: "name[en]"})


def test_a_sheet_of_ratings_says_which_part_it_is() -> None:
    found = find_keys(raw_sheet([f"{RATINGS}:back-end#indicator", "level"]))
    assert found is not None
    assert (found.table, found.part, found.keys) == (RATINGS, "back-end", {1: "indicator", 2: "level"})


def test_the_marked_key_may_stand_in_any_column_and_among_spaces() -> None:
    found = find_keys(raw_sheet(["", " year ", " legal.acts#id "]))
    assert found is not None
    assert found.keys == {2: "year", 3: "id"}


@pytest.mark.parametrize(
    "row", [["id", "name[en]"], ["legal.axts#id"], ["legal.acts"], ["Profile #1"], [5, 6], ["#id"], [""]]
)
def test_a_sheet_of_one_s_own_has_no_row_of_keys(row: list[str | int]) -> None:
    assert find_keys(raw_sheet(["Ours"], row)) is None
    assert find_keys(raw_sheet()) is None


def test_the_first_row_of_keys_counts() -> None:
    found = find_keys(raw_sheet(["legal.acts#id"], ["legal.platforms#id"]))
    assert found is not None
    assert (found.table, found.row) == ("legal.acts", 1)


@pytest.mark.parametrize(("above", "is_found"), [(14, True), (15, False)])
def test_keys_stand_within_the_first_fifteen_rows(above: int, is_found: bool) -> None:
    found = find_keys(raw_sheet(*[["note"]] * above, ["legal.acts#id"]))
    assert (found is not None) == is_found


def test_a_number_among_the_keys_is_no_key() -> None:
    found = find_keys(raw_sheet(["legal.acts#id", 2020, "year"]))
    assert found is not None
    assert found.keys == {1: "id", 3: "year"}


# what a key stands for


@pytest.mark.parametrize(
    ("key", "placed"),
    [
        ("year", Placed(column=YEAR)),
        ("name[en]", Placed(column=NAME, language="en")),
        ("name[arb]", Placed(column=NAME, language="arb")),
        ("name[original]", Placed(column=NAME, language="original")),
        ("roles.text[zh]", Placed(column=ROLE, language="zh")),
        ("name", None),
        ("year[en]", None),
        ("name[English]", None),
        ("name[]", None),
        ("name[EN]", None),
        ("Name[en]", None),
        ("names[en]", None),
        ("", None),
    ],
)
def test_a_text_has_a_language_and_nothing_else_has(key: str, placed: Placed | None) -> None:
    assert place_key(key, BY_KEY) == placed


# the columns of a sheet


def test_a_sheet_as_export_writes_it_has_no_problems() -> None:
    assert {table.id: columns(keys_of(table), table)[1] for table in list_tables()} == {
        table.id: [] for table in list_tables()
    }


def test_columns_are_found_wherever_they_stand() -> None:
    keys = keys_of(ACTS)
    placed, _ = columns(keys[::-1], ACTS)
    assert {each.column.key for each in placed.values()} == {each.key for each in ACTS.columns}
    assert placed[len(keys)].column.key == "id"


def test_a_key_that_was_changed_is_named_once_and_not_as_missing_too() -> None:
    keys = ["knid" if key == "kind" else key for key in keys_of(ACTS)]
    at = keys.index("knid")
    assert columns(keys, ACTS)[1] == [f"{letter(at)}1: E304 unknown column 'knid' (did you mean 'kind'?)"]


def test_a_key_that_is_like_none_is_cut_and_told_how_to_keep_it() -> None:
    _, found = columns([*keys_of(ACTS), "我们自己的一列" * 20], ACTS)
    shown = ("我们自己的一列" * 20)[:60]
    assert [each.partition(": ")[2] for each in found] == [
        f"E304 unknown column '{shown}' (a column of your own has its key in brackets, such as (ours))"
    ]


@pytest.mark.parametrize("own", ["(ours)", "()", "(to do:\nask)", "(说明)"])
def test_a_column_of_one_s_own_is_left_alone(own: str) -> None:
    placed, found = columns([*keys_of(ACTS), own], ACTS)
    assert (len(keys_of(ACTS)) + 1 in placed, found) == (False, [])


def test_every_column_that_is_gone_is_named_at_the_first_key() -> None:
    keys = [key for key in keys_of(ACTS) if key not in ("year", "kind")]
    assert columns(keys, ACTS)[1] == [
        f"A1: E304 the column '{key}' is missing (put the column back)" for key in ("kind", "year")
    ]


def test_where_many_columns_are_gone_the_advice_is_another() -> None:
    _, found = columns(["id"], ACTS)
    assert len(found) == len(ACTS.columns) - 1
    assert {each.partition(" (")[2] for each in found} == {"export anew, and copy the rows over)"}


def test_one_language_of_a_text_is_enough() -> None:
    keys = [key for key in keys_of(ACTS) if key not in ("name[zh]", "name[original]")]
    assert columns(keys, ACTS)[1] == []


def test_a_second_column_with_the_same_key_is_told_and_the_first_counts() -> None:
    keys = [*keys_of(ACTS), "year"]
    placed, found = columns(keys, ACTS)
    assert found == [f"{letter(len(keys) - 1)}1: E304 a second column 'year' (keep one of the two)"]
    assert len(keys) not in placed


def test_the_place_of_a_rating_may_be_lacking_and_its_section_may_not() -> None:
    ratings, statistics = tables_by_id()[RATINGS], tables_by_id()["statistics"]
    assert columns([key for key in keys_of(ratings) if key != "position"], ratings)[1] == []
    assert columns([key for key in keys_of(statistics) if key != "section"], statistics)[1] == [
        "A1: E304 the column 'section' is missing (put the column back)"
    ]


def test_a_value_in_a_column_without_a_key_is_told_once_at_its_first_cell() -> None:
    keys = keys_of(ACTS)
    rows = [[*[""] * len(keys), "ask"], [*[""] * len(keys), "ask again", "and here"]]
    first, second = letter(len(keys)), letter(len(keys) + 1)
    hint = "give the column a key in brackets to keep it as your own, or empty it"
    assert columns(keys, ACTS, *rows)[1] == [
        f"{first}2: E304 a value in a column without a key ({hint})",
        f"{second}3: E304 a value in a column without a key ({hint})",
    ]


def test_what_stands_above_the_keys_needs_none() -> None:
    found = find_keys(raw_sheet(["", *["note"] * 60], keyed(keys_of(ACTS), ACTS)))
    assert found is not None
    places = Places("aaa.xlsx")
    read_columns(found, ACTS, places)
    assert places.problems == []


def test_a_problem_of_one_sheet_hides_none_of_another() -> None:
    places = Places("aaa.xlsx")
    platforms = tables_by_id()["legal.platforms"]
    for table, keys in ((ACTS, [*keys_of(ACTS), "knid"]), (platforms, keys_of(platforms)[:-1])):
        found = find_keys(raw_sheet(keyed(keys, table), name=table.id))
        assert found is not None
        read_columns(found, table, places)
    assert [str(each.place).partition("!")[0] for each in places.problems] == [
        "aaa.xlsx:legal.acts",
        "aaa.xlsx:legal.platforms",
    ]


@given(st.data())
def test_the_order_of_columns_changes_nothing(data: st.DataObject) -> None:
    keys = data.draw(st.permutations(keys_of(ACTS)))
    placed, found = columns(keys, ACTS)
    assert found == []
    assert {keys[number - 1]: each for number, each in placed.items()} == {
        key: place_key(key, {each.key: each for each in ACTS.columns}) for key in keys
    }


# merged cells


@pytest.mark.parametrize(
    ("merged", "found"),
    [
        ((), []),
        (("A1:C1",), []),
        (("B2:B3",), ["aaa.xlsx:Acts!B2: E306 the cells B2:B3 are merged (split them, and fill in each)"]),
        (("A1:A2",), ["aaa.xlsx:Acts!A1: E306 the cells A1:A2 are merged (split them, and fill in each)"]),
        (("AA7:AB9",), ["aaa.xlsx:Acts!AA7: E306 the cells AA7:AB9 are merged (split them, and fill in each)"]),
        (("XFD2:XFD3",), ["aaa.xlsx:Acts!XFD2: E306 the cells XFD2:XFD3 are merged (split them, and fill in each)"]),
        (("A:A", "nonsense", ""), []),
    ],
)
def test_merged_cells_are_told_where_records_stand(merged: tuple[str, ...], found: list[str]) -> None:
    places = Places("aaa.xlsx")
    rows = raw_sheet(keyed(["id"], ACTS), name="Acts", merged=merged)
    report_merged(KeyRow(sheet=rows, table="legal.acts", part="", row=1, keys={1: "id"}), places)
    assert [str(each) for each in places.problems] == found


def keys_of(table: Table) -> list[str]:
    """The keys of a table as export writes them, with its texts in two languages."""
    extra = ["section"] if table.in_sections else ["position"] if table.id == RATINGS else []
    own = [
        f"{each.key}[{language}]" if language else each.key
        for each in table.columns
        for language in (("en", "zh", "original") if each.holds == "text" else ("",))
    ]
    return [own[0], *extra, *own[1:]]


def keyed(keys: Sequence[str], table: Table) -> list[str]:
    """The keys, the first of them marked with its table."""
    return [f"{table.id}#{keys[0]}", *keys[1:]]


def columns(keys: Sequence[str], table: Table, *rows: Sequence[str]) -> tuple[dict[int, Placed], list[str]]:
    """What the columns of a sheet hold, and what is said of them, without the sheet's name."""
    found = find_keys(raw_sheet(keyed(keys, table), *rows))
    assert found is not None
    places = Places("aaa.xlsx")
    placed = read_columns(found, table, places)
    return placed, [str(each).removeprefix("aaa.xlsx:Acts!") for each in places.problems]


def letter(place: int) -> str:
    """The name of a column, counted from 0."""
    return chr(65 + place) if place < 26 else f"{chr(64 + place // 26)}{chr(65 + place % 26)}"
