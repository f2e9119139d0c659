"""What is told of a whole file stands in `test_table_files`; here, of a table that is read already."""

from collections.abc import Iterable, Mapping, Sequence

import duckdb
import pyarrow as pa
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.framework import Denominator, Framework, Indicator, Level
from maturity.rules import Answer, Rules, Sentinels
from maturity.table_cells import ROW, SHOWN, DataFileError, bad_cells, repeated_units
from tests import synthetic

Column = Sequence[str | float | None]


def test_a_table_of_values_has_no_bad_cell() -> None:
    assert wide(rate=["1", "-2.5", "1e3"], law=["0", "4", "2.0"], portal=["yes", "no", "yes"]) == []


def test_an_empty_table_has_no_bad_cell() -> None:
    texts = pa.array([], pa.string())
    table = duckdb.from_arrow(pa.table({"rate": texts, ROW: pa.array([], pa.int64())}))
    assert list(bad_cells(table, FRAMEWORK, {}, is_long=False)) == []


def test_what_is_missing_is_not_bad() -> None:
    assert wide(rate=["", None, ".."], law=["", None, "-98"], portal=["", None, ".."]) == []
    assert wide(rate=["-99", "n.a.", "1"], law=["-99", "n.a.", "1"], portal=["-99", "n.a.", "no"]) == []


def test_what_stands_for_no_value_elsewhere_is_bad_where_the_framework_does_not_name_it() -> None:
    plain = evolve(FRAMEWORK, sentinels=Sentinels())
    assert wide(plain, law=["-99"], rate=[".."], portal=["n.a."]) == [
        "2: 'rate': '..' is no number",
        "2: 'law': no level -99 (levels run 0–4)",
        "2: 'portal': 'n.a.' is no answer (answers: yes, no)",
    ]


def test_numbers_of_a_typed_column_are_checked_too() -> None:
    assert wide(rate=[1.5, float("inf"), None], law=[4, -99, 2]) == ["3: 'rate': 'inf' is no number"]
    assert wide(law=[-99.0, -98.0, 2.0, None]) == []
    assert wide(law=[4.0, 2.5, 5.0]) == [
        "3: 'law': no level 2.5 (levels run 0–4)",
        "4: 'law': no level 5.0 (levels run 0–4)",
    ]


def test_every_bad_cell_of_a_row_is_told_in_the_framework_s_order_and_rows_in_the_file_s() -> None:
    found = wide(portal=["maybe", "no", "perhaps"], law=["9", "x", "1"], rate=["x", "1", "y"])
    assert found == [
        "2: 'rate': 'x' is no number",
        "2: 'law': no level 9 (levels run 0–4)",
        "2: 'portal': 'maybe' is no answer (answers: yes, no)",
        "3: 'law': 'x' is no number",
        "4: 'rate': 'y' is no number",
        "4: 'portal': 'perhaps' is no answer (answers: yes, no)",
    ]


def test_rows_are_told_in_the_file_s_order_in_whatever_order_they_are_at_hand() -> None:
    backwards = duckdb.from_arrow(pa.table({"rate": ["z", "1", "x"], ROW: [4, 3, 2]}))
    assert told(bad_cells(backwards, FRAMEWORK, {}, is_long=False)) == [
        "2: 'rate': 'x' is no number",
        "4: 'rate': 'z' is no number",
    ]


def test_the_nearest_answer_is_a_hint() -> None:
    assert wide(portal=["yess"]) == ["2: 'portal': 'yess' is no answer (did you mean 'yes'?)"]


def test_a_column_is_called_as_the_file_calls_it() -> None:
    assert bad({"比率": ["四十"]}, renamed={"比率": "rate"}) == ["2: '比率': '四十' is no number"]
    assert bad({"Rate, %": ["x"]}) == ["2: 'Rate, %': 'x' is no number"]


@pytest.mark.parametrize("name", ['the "rate"', "it's", "; DROP TABLE x; --"])
def test_a_name_of_a_column_cannot_become_a_query(name: str) -> None:
    assert bad({name: ["1' OR '1'='1", "1"]}, renamed={name: "rate"}) == [f"2: '{name}': '1' OR '1'='1' is no number"]


def test_columns_of_no_indicator_are_not_looked_at() -> None:
    assert wide(country=["x"], note=["y"]) == []


def test_what_a_measure_is_divided_by_must_be_a_number() -> None:
    rates = evolve(FRAMEWORK, indicators=(RATE, evolve(RATE, id="other", columns=())))
    assert wide(rates, people=["many", "3", ".."]) == ["2: 'people': 'many' is no number"]


def test_one_row_more_than_is_told_is_found_so_that_a_reader_knows_of_more() -> None:
    assert len(wide(rate=["x"] * (SHOWN + 9))) == SHOWN + 1
    assert len(wide(rate=["x"] * SHOWN)) == SHOWN


def test_a_long_table_is_checked_by_what_each_row_is_about() -> None:
    found = long(
        ("rate", "x"), ("law", "3"), ("law", "7"), ("portal", "maybe"), ("Rate, %", "y"), ("people", "z"), ("else", "!")
    )
    assert found == [
        "2: 'value': 'x' is no number",
        "4: 'value': no level 7 (levels run 0–4)",
        "5: 'value': 'maybe' is no answer (answers: yes, no)",
        "6: 'value': 'y' is no number",
        "7: 'value': 'z' is no number",
    ]


def test_in_a_long_table_too_what_is_missing_is_not_bad() -> None:
    assert long(("rate", ""), ("rate", None), ("law", "-99"), ("portal", ".."), ("people", "n.a.")) == []


@settings(max_examples=25)
@given(st.lists(st.sampled_from(["1", "4", "5", "x", "", "..", "2.5"]), max_size=12))
def test_a_long_table_has_the_bad_cells_of_a_wide_one(values: list[str]) -> None:
    by_column = wide(law=values) if values else []
    assert [each.replace("'law'", "'value'") for each in by_column] == long(*(("law", each) for each in values))


def test_a_unit_that_stands_once_is_not_repeated() -> None:
    assert repeated(["country"], {"country": ["Aland", "Bland", "aland"]}) == []


def test_a_unit_that_stands_more_often_is_told_once_with_its_first_and_last_row() -> None:
    assert repeated(["country"], {"country": ["a", "b", "a", "b", "a"]}) == [
        "6: the unit a stands in row 2 already (--unit names the columns)",
        "5: the unit b stands in row 3 already (--unit names the columns)",
    ]


def test_a_unit_of_several_columns_is_repeated_where_all_of_them_are() -> None:
    columns: dict[str, Column] = {"country": ["a", "a", "b", "a"], "year": [2020, 2021, 2020, 2021]}
    assert repeated(["country", "year"], columns) == [
        "5: the unit a, 2021 stands in row 3 already (--unit names the columns)"
    ]


def test_in_a_long_table_a_unit_stands_once_for_each_indicator() -> None:
    columns: dict[str, Column] = {"country": ["a", "a", "a"], "indicator": ["rate", "law", "rate"]}
    assert repeated(["country"], columns, is_long=True) == ["4: the unit a has a value for 'rate' in row 2 already"]


def test_in_a_long_table_two_names_of_an_indicator_are_one_and_other_names_are_nothing() -> None:
    columns: dict[str, Column] = {"country": ["a"] * 4, "indicator": ["rate", "Rate, %", "other", "other"]}
    assert repeated(["country"], columns, is_long=True) == ["3: the unit a has a value for 'rate' in row 2 already"]


def test_a_row_without_a_unit_is_told_and_half_a_name_is_one() -> None:
    assert repeated(["country"], {"country": [None, "a", None]}) == ["2: the row names no unit (country is empty)"]
    columns: dict[str, Column] = {"country": ["a", "", ""], "year": ["", "2020", ""]}
    assert repeated(["country", "year"], columns) == ["4: the row names no unit (country, year is empty)"]


@pytest.mark.parametrize(("name", "hint"), [("contry", "did you mean 'country'?"), ("zzz", "see --unit")])
def test_a_column_of_units_that_is_not_there_is_an_error_with_a_hint(name: str, hint: str) -> None:
    with pytest.raises(DataFileError) as raised:
        repeated([name], {"country": ["a"]})
    assert str(raised.value) == f"no column '{name}' ({hint})"


RATE = Indicator(
    id="rate",
    label=synthetic.text("Rate"),
    kind="measure",
    columns=("Rate, %",),
    per=Denominator(column="people"),
)
FRAMEWORK: Framework = evolve(
    synthetic.framework(),
    components=(),
    indicators=(
        RATE,
        Indicator(
            id="law",
            label=synthetic.text("Law"),
            levels=tuple(Level(value=value, descriptor=synthetic.text("x")) for value in range(5)),
        ),
        Indicator(
            id="portal",
            label=synthetic.text("Portal"),
            kind="checklist",
            answers=(Answer(answer="yes", points=100), Answer(answer="no", points=0)),
        ),
    ),
    rules=Rules(),
    sentinels=Sentinels(missing=("..", "-98"), not_applicable=("-99", "n.a.")),
)


def wide(framework: Framework = FRAMEWORK, **columns: Column) -> list[str]:
    return bad(columns, framework)


def bad(
    columns: Mapping[str, Column], framework: Framework = FRAMEWORK, *, renamed: Mapping[str, str] | None = None
) -> list[str]:
    return told(bad_cells(table(columns), framework, renamed or {}, is_long=False))


def told(problems: Iterable[tuple[int, str]]) -> list[str]:
    return [f"{row}: {said}" for row, said in problems]


def long(*cells: tuple[str, str | None]) -> list[str]:
    if not cells:
        return []
    columns: dict[str, Column] = {"indicator": [each for each, _ in cells], "value": [each for _, each in cells]}
    return told(bad_cells(table(columns), FRAMEWORK, {}, is_long=True))


def repeated(units: Sequence[str], columns: Mapping[str, Column], *, is_long: bool = False) -> list[str]:
    return told(repeated_units(table(columns), units, FRAMEWORK, is_long=is_long))


def table(columns: Mapping[str, Column]) -> duckdb.DuckDBPyRelation:
    """Columns as a file has them, whose first row holds the heads."""
    rows = len(next(iter(columns.values())))
    return duckdb.from_arrow(pa.table({**columns, ROW: list(range(2, rows + 2))}))
