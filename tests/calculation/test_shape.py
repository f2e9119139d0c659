from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl
import pyarrow as pa
import pytest
from attrs import evolve

from maturity.calculation.frames import open_table
from maturity.calculation.numbers import TableError
from maturity.calculation.shape import (
    denominators,
    names_of,
    plain,
    refuse_twice,
    unclaimed,
    wide_table,
)
from maturity.framework import Denominator, Framework, Indicator
from tests import synthetic
from tests.calculation.engines import KINDS, Row, frame_of, rows_of

Columns = Mapping[str, Sequence[Any]]

on_every_engine = pytest.mark.parametrize("kind", KINDS)


def measure(id: str, *columns: str, per: str | None = None) -> Indicator:
    return Indicator(
        id=id,
        label=synthetic.text(id),
        kind="measure",
        columns=columns,
        per=Denominator(column=per) if per else None,
    )


def framework(*indicators: Indicator) -> Framework:
    return evolve(synthetic.framework(), components=(), indicators=indicators or (measure("a.x"), measure("b")))


def wide(
    given: Columns, *indicators: Indicator, kind: str = "polars", units: Sequence[str] = ("unit",), **columns: str
) -> list[Row]:
    """The rows of the table in its one shape, sorted by the first unit column."""
    table = open_table(frame_of(kind, pa.table(dict(given))))
    found = rows_of(wide_table(table, framework(*indicators), units, columns).to_native())
    return sorted(found, key=lambda row: str(row[plain(units[0])]))


def refusal(given: Columns, *indicators: Indicator, units: Sequence[str] = ("unit",), **columns: str) -> str:
    with pytest.raises(TableError) as caught:
        wide(given, *indicators, units=units, **columns)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "written"), [("a.b.c", "a/b/c"), ("unit", "unit"), ("社会.保险", "社会/保险"), ("", "")]
)
def test_a_plain_name_has_no_full_stops(name: str, written: str) -> None:
    assert plain(name) == written


def test_an_indicator_s_column_bears_its_id_or_another_of_its_names() -> None:
    assert names_of(measure("a.x", "X 1", "数字")) == ("a.x", "X 1", "数字")


def test_a_denominator_that_is_an_indicator_too_needs_no_column_of_its_own() -> None:
    by = framework(measure("x", per="people"), measure("y", per="gdp"), measure("z", per="people"), measure("gdp"))
    assert denominators(by) == ["people"]


def test_every_column_that_an_indicator_or_a_unit_names_is_claimed() -> None:
    by = framework(measure("x", "X 1", per="people"), measure("y"))
    names = ("note", "y", "unit", "X 1", "x", "people", "indicator", "value", "备注", "year")
    assert unclaimed(names, by, units=("unit", "year")) == ("note", "备注")
    assert unclaimed((), by, units=()) == ()


@on_every_engine
def test_columns_come_in_the_order_of_the_framework_with_plain_names(kind: str) -> None:
    given_: Columns = {"b": [2.0], "note": ["n"], "a.x": [1.0], "unit.name": ["u"]}
    [row] = wide(given_, kind=kind, units=("unit.name",))
    assert list(row.items()) == [("unit/name", "u"), ("a/x", 1), ("b", 2)]


@on_every_engine
def test_denominators_stand_behind_the_indicators_by_name(kind: str) -> None:
    given_: Columns = {"unit": ["u"], "people": [9.0], "a.x": [1.0], "gdp.ppp": [7.0], "b": [2.0]}
    [row] = wide(given_, measure("b", per="people"), measure("a.x", per="gdp.ppp"), kind=kind)
    assert list(row.items()) == [("unit", "u"), ("b", 2), ("a/x", 1), ("gdp/ppp", 7), ("people", 9)]


@on_every_engine
def test_an_indicator_that_others_are_divided_by_stands_once(kind: str) -> None:
    [row] = wide({"unit": ["u"], "x": [1.0], "people": [9.0]}, measure("x", per="people"), measure("people"), kind=kind)
    assert list(row.items()) == [("unit", "u"), ("x", 1), ("people", 9)]


@on_every_engine
def test_the_caller_s_names_may_swap_two_columns(kind: str) -> None:
    [row] = wide({"unit": ["u"], "x": [1.0], "y": [2.0]}, measure("x"), measure("y"), kind=kind, x="y", y="x")
    assert row == {"unit": "u", "x": 2, "y": 1}


@on_every_engine
def test_a_name_that_the_caller_repeats_changes_nothing(kind: str) -> None:
    assert wide({"unit": ["u"], "x": [1.0]}, measure("x"), kind=kind, x="x") == [{"unit": "u", "x": 1}]


@on_every_engine
def test_several_columns_may_name_a_unit(kind: str) -> None:
    given_: Columns = {"year": [1, 2], "unit": ["u", "u"], "x": [1.0, 5.0]}
    found = wide(given_, measure("x"), kind=kind, units=("year", "unit"))
    assert found == [{"year": 1, "unit": "u", "x": 1}, {"year": 2, "unit": "u", "x": 5}]


SHARED = (measure("x", "figure", "all"), measure("y", "figure", "all"), measure("z", "all"), measure("w"))


@on_every_engine
@pytest.mark.parametrize(
    ("names", "values"),
    [
        (["figure", "z", "w"], [3.0, 1.0, 2.0]),
        (["all", "w"], [3.0, 2.0]),
        (["x", "y", "z", "w"], [3.0, 4.0, 5.0, 6.0]),
    ],
)
def test_one_name_may_serve_several_indicators(kind: str, names: list[str], values: list[float]) -> None:
    across: Columns = {"unit": ["u"], **{name: [value] for name, value in zip(names, values, strict=True)}}
    down: Columns = {"unit": ["u"] * len(names), "indicator": names, "value": values}
    expected = {
        ("figure", "z", "w"): {"x": 3, "y": 3, "z": 1, "w": 2},
        ("all", "w"): {"x": 3, "y": 3, "z": 3, "w": 2},
        ("x", "y", "z", "w"): {"x": 3, "y": 4, "z": 5, "w": 6},
    }[tuple(names)]
    assert wide(across, *SHARED, kind=kind) == [{"unit": "u", **expected}]
    assert wide(down, *SHARED, kind=kind) == [{"unit": "u", **expected}]


@on_every_engine
def test_an_indicator_s_name_may_be_the_id_of_another(kind: str) -> None:
    long: Columns = {"unit": ["u"], "indicator": ["x"], "value": [3.0]}
    assert wide(long, measure("x"), measure("y", "x"), kind=kind) == [{"unit": "u", "x": 3, "y": 3}]


@on_every_engine
def test_a_long_table_has_one_row_for_each_unit_with_the_values_under_it(kind: str) -> None:
    long: Columns = {
        "unit": ["b", "a", "b", "a"],
        "year": [1, 1, 1, 2],
        "indicator": ["a.x", "b", "b", "a.x"],
        "value": [1.0, 2.0, 3.0, 4.0],
    }
    found = wide(long, kind=kind, units=("unit", "year"))
    assert sorted((row["unit"], row["year"], row["a/x"], row["b"]) for row in found[:2]) == [
        ("a", 1, None, 2),
        ("a", 2, 4, None),
    ]
    assert [(row["unit"], row["a/x"], row["b"]) for row in found[2:]] == [("b", 1, 3)]


@on_every_engine
@pytest.mark.parametrize("values", [[1.0, 2.0, 3.0, 4.0, 5.0], ["1", "2", "3", "4", "5"]])
def test_a_unit_for_which_a_long_table_has_no_indicator_stays_with_nothing_known(kind: str, values: list[Any]) -> None:
    long: Columns = {
        "unit": ["a", "b", "b", "c", "a"],
        "year": [1] * 5,
        "indicator": ["x", "other", "another", None, "other"],
        "value": values,
    }
    assert wide(long, measure("x"), kind=kind, units=("unit", "year")) == [
        {"unit": "a", "year": 1, "x": values[0]},
        {"unit": "b", "year": 1, "x": None},
        {"unit": "c", "year": 1, "x": None},
    ]


@on_every_engine
@pytest.mark.parametrize("values", [[1, 0, 1], [True, False, True], [1.0, 0.0, 1.0]])
def test_values_of_any_type_may_be_missing_in_a_long_table(kind: str, values: list[Any]) -> None:
    long: Columns = {"unit": ["a", "b", "c"], "indicator": ["x", "x", "other"], "value": values}
    assert wide(long, measure("x"), measure("y"), kind=kind) == [
        {"unit": "a", "x": 1, "y": None},
        {"unit": "b", "x": 0, "y": None},
        {"unit": "c", "x": None, "y": None},
    ]


@on_every_engine
def test_a_long_table_without_any_indicator_has_its_units_alone(kind: str) -> None:
    long: Columns = {"unit": ["b", "a", "b"], "indicator": ["p", "q", "r"], "value": [1.0, 2.0, 3.0]}
    assert wide(long, measure("x"), measure("y"), kind=kind) == [
        {"unit": "a", "x": None, "y": None},
        {"unit": "b", "x": None, "y": None},
    ]


@on_every_engine
def test_a_denominator_of_a_long_table_is_a_row_like_any_other(kind: str) -> None:
    long: Columns = {"unit": ["a", "a", "b"], "indicator": ["x", "people", "x"], "value": [1.0, 9.0, 2.0]}
    found = wide(long, measure("x", per="people"), kind=kind)
    assert [(row["unit"], row["x"], row["people"]) for row in found] == [("a", 1, 9), ("b", 2, None)]


@pytest.mark.parametrize("kind", ["polars", "pyarrow"])  # pandas sorts them
def test_an_engine_that_is_not_lazy_keeps_the_units_of_a_long_table_in_order(kind: str) -> None:
    names = ["c", "a", "丙", "b", "甲"]
    long = pa.table({"unit": names * 2, "indicator": ["x"] * 10, "value": [1.0] * 10})
    with pytest.raises(TableError, match=r"^the unit c has two values for 'x'$"):
        wide_table(open_table(frame_of(kind, long)), framework(measure("x")), ("unit",), {})
    once = open_table(frame_of(kind, long.slice(0, 5)))
    found = wide_table(once, framework(measure("x")), ("unit",), {})
    assert [row["unit"] for row in rows_of(found.to_native())] == names


def test_an_indicator_that_lists_its_own_id_among_its_names_stands_once() -> None:
    assert wide({"unit": ["u"], "x": [1.0]}, measure("x", "x", "X 1")) == [{"unit": "u", "x": 1}]


XY: Columns = {"unit": ["u"], "a.x": [1.0], "b": [2.0]}


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"b": "a.y"}, "no indicator 'a.y' (did you mean 'a.x'?)"),
        ({"b": "quite another"}, "no indicator 'quite another' (see the framework)"),
        ({"c": "b"}, "the table has no column 'c' (columns: unit, a.x, b)"),
        ({"unit": "b"}, "two columns for 'b'"),
    ],
)
def test_a_name_of_the_caller_s_that_does_not_fit_is_told(columns: dict[str, str], message: str) -> None:
    assert refusal(XY, **columns) == message


def test_a_column_that_is_renamed_leaves_its_own_indicator_without_one() -> None:
    given_: Columns = {"unit": ["u"], "a.x": [1.0], "c": [3.0]}
    assert refusal(given_, **{"a.x": "b"}) == "the table has no column for 'a.x' (a.x)"


def test_a_column_that_is_an_indicator_s_by_the_caller_s_word_names_no_unit() -> None:
    given_: Columns = {"unit": ["u"], "x": [1.0]}
    told = "the column 'unit' is an indicator's and names no unit"
    assert refusal(given_, measure("x"), measure("y"), unit="y") == told


def test_a_missing_column_is_told_with_all_its_names() -> None:
    assert refusal({"unit": ["u"]}, measure("x", "X 1", "X 2")) == ("the table has no column for 'x' (x or X 1 or X 2)")


@pytest.mark.parametrize(
    ("unit", "message"),
    [
        ("b", "the column 'b' is an indicator's and names no unit"),
        ("people", "the column 'people' is an indicator's and names no unit"),
        ("overall", "the column 'overall' bears the name of a column of the result: rename it"),
        ("OVERALL", "the column 'OVERALL' bears the name of a column of the result: rename it"),
        ("B", "the column 'B' bears the name of a column of the result: rename it"),
    ],
)
def test_a_unit_s_column_must_not_be_taken_for_a_result(unit: str, message: str) -> None:
    given_: Columns = (
        {unit: ["u"], "b": [1.0], "people": [2.0]}
        if unit not in ("b", "people")
        else {
            "b": [1.0],
            "people": [2.0],
        }
    )
    assert refusal(given_, measure("b", per="people"), units=(unit,)) == message


def test_rows_that_stand_twice_are_refused_by_the_first_of_them() -> None:
    keys = pl.DataFrame({"unit": ["a", "b", "c", "b", "a"], "year": [1, 2, 3, 2, 1], "last": ["x"] * 5})
    table = open_table(keys).eager
    assert table is not None
    with pytest.raises(TableError, match=r"^a, 1: x stands twice$"):
        refuse_twice(table, "{unit}: {last} stands twice")
    refuse_twice(table.head(3), "never said")
