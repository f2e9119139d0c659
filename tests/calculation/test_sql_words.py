import math
import statistics
import string
from collections.abc import Callable, Sequence
from typing import Any, cast

import duckdb
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.calculation import sql_words as sql
from maturity.calculation.sql_words import SPACES, Sql
from maturity.calculation.words import Words
from tests.calculation.random_expressions import ROWS, Said, conditions, numbers

WORDS = cast("Words", sql)
POLARS = cast("Words", pl)
PANEL = {"place": [1, 2, 3, 4, 5], "year": [1, 1, 1, 2, 2], "x": [4.0, None, 10.0, 7.0, 7.0]}


def by_duckdb(expression: Sql, table: pa.Table | None = None) -> list[Any]:
    """What DuckDB makes of an expression, row by row."""
    relation = duckdb.from_arrow(ROWS if table is None else table)
    return [value for (value,) in relation.project(f"{expression.text} AS made").fetchall()]


def by_polars(said: Said) -> list[Any]:
    rows = pl.from_arrow(ROWS)
    assert isinstance(rows, pl.DataFrame)
    return rows.select(said.said(POLARS).alias("made"))["made"].to_list()


def of_panel(expression: Sql) -> list[Any]:
    """The same for a panel, whose rows a window puts out of order."""
    made = duckdb.from_arrow(pa.table(PANEL)).project(f"place, {expression.text} AS made")
    return [value for _, value in made.order("place").fetchall()]


def constant(expression: Sql) -> Any:  # noqa: ANN401
    """The one value of an expression without columns."""
    return selected(expression.text)[0]


def selected(columns: str) -> tuple[Any, ...]:
    """The one row of what is selected from nothing."""
    [row] = duckdb.execute(f"SELECT {columns}").fetchall()
    return row


@given(numbers())
def test_an_expression_means_in_duckdb_what_it_means_in_polars(said: Said) -> None:
    assert by_duckdb(said.said(WORDS)) == by_polars(said)


@given(conditions())
def test_a_condition_holds_in_duckdb_where_it_holds_in_polars(said: Said) -> None:
    assert by_duckdb(said.said(WORDS)) == by_polars(said)


@pytest.mark.parametrize(
    "work",
    [
        lambda x: (x + 1) * 2,
        lambda x: 2 * (x - 1),
        lambda x: 12 - (x - 1),
        lambda x: 12 / (x * x + 3),
        lambda x: 12 / (2 / (x * x + 1)),
        lambda x: x - (1 - x),
    ],
)
def test_what_python_binds_first_duckdb_binds_first(work: Callable[[Any], Any]) -> None:
    values = [-3.0, 0.5, 7.0]
    found = by_duckdb(work(sql.col("x")), pa.table({"x": values}))
    assert found == [work(each) for each in values]


def test_not_holds_for_the_whole_condition_behind_it() -> None:
    table = pa.table({"x": [1, 2, 3]})
    one, two = sql.col("x") == 1, sql.col("x") == 2
    assert by_duckdb(~(one | two), table) == [False, False, True]
    assert by_duckdb(~one & ~two, table) == [False, False, True]
    assert by_duckdb(~(sql.col("x") + 1).is_in([2, 3]), table) == [False, False, True]


def test_conditions_can_be_compared_with_each_other() -> None:
    table = pa.table({"x": pa.array([None, 1.0, 1.0, 2.0]), "y": pa.array([None, 1.0, None, 1.0])})
    x, y = sql.col("x"), sql.col("y")
    assert by_duckdb(x.is_null() == y.is_null(), table) == [True, True, False, True]
    assert by_duckdb(x.is_in([1, 3]) == y.is_in([1, 3]), table) == [None, True, None, False]
    assert by_duckdb((x > 1) == (y > 0), table) == [None, False, None, True]


def test_an_expression_stands_without_parentheses_where_nothing_stands_beside_it() -> None:
    raised = sql.col("x") + 1
    assert raised.exp().text == 'exp("x" + 1.0e0)'
    assert (raised * 2).text == '(("x" + 1.0e0) * 2.0e0)'


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_read_back_to_the_last_bit_as_a_floating_point_one(value: float) -> None:
    assert selected(f"{sql.text_of(value)} AS made, typeof(made)") == (value, "DOUBLE")


@pytest.mark.parametrize("value", [0, 1, -5, 100_000, 2**53])
def test_a_whole_number_is_a_floating_point_one_too(value: int) -> None:
    assert selected(f"{sql.text_of(value)} AS made, typeof(made)") == (value, "DOUBLE")


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_a_text_is_read_back_whatever_it_holds(value: str) -> None:
    assert constant(sql.lit(value)) == value


@pytest.mark.parametrize(("value", "kind"), [(None, "DOUBLE"), (True, "BOOLEAN"), (False, "BOOLEAN"), ("", "VARCHAR")])
def test_a_constant_has_the_type_that_was_asked_for(value: object, kind: str) -> None:
    assert selected(f"{sql.lit(value, dtype=kind).text} AS made, typeof(made)") == (value, kind)


@pytest.mark.parametrize("name", ['say "x"', "'", "社会 保险", "a.b/c", "-- x", "select", " "])
def test_a_column_may_bear_any_name(name: str) -> None:
    assert by_duckdb(sql.col(name) * 2, pa.table({name: [1.5, None]})) == [3, None]


@given(st.text(st.sampled_from(f"{SPACES}a%中\u200b")))
def test_a_text_is_stripped_of_what_python_takes_for_white_space(value: str) -> None:
    assert by_duckdb(sql.col("x").str.strip_chars(), pa.table({"x": [value]})) == [value.strip()]


def test_the_white_space_that_spreadsheets_write_is_stripped() -> None:
    assert set(f"{string.whitespace}\u00a0\u2009\u202f\u3000") <= set(SPACES)


def test_a_text_that_is_missing_stays_missing() -> None:
    column = pa.array([None, " a "], pa.string())
    assert by_duckdb(sql.col("x").str.strip_chars(), pa.table({"x": column})) == [None, "a"]


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [(0, 10, [0, 5, 10, None]), (0, None, [0, 5, 99, None]), (None, 10, [-1, 5, 10, None])],
)
def test_clip_leaves_what_is_missing_missing(lower: float | None, upper: float | None, expected: list[Any]) -> None:
    table = pa.table({"x": pa.array([-1.0, 5.0, 99.0, None])})
    assert by_duckdb(sql.col("x").clip(lower, upper), table) == expected


def test_a_text_is_cast_to_the_number_that_it_writes() -> None:
    assert by_duckdb(sql.col("x").cast(sql.Float64), pa.table({"x": ["12.5", "1e3", "-0.1"]})) == [12.5, 1000, -0.1]


def test_functions_are_those_of_mathematics() -> None:
    table, x = pa.table({"x": [0.25, 2.0, 40.0]}), sql.col("x")
    assert by_duckdb(x.log(), table) == pytest.approx([math.log(each) for each in (0.25, 2, 40)], rel=1e-15)
    assert by_duckdb((x * 2).exp(), table) == pytest.approx([math.exp(2 * each) for each in (0.25, 2, 40)], rel=1e-15)
    assert by_duckdb((0 - x).floor(), table) == [-1, -2, -40]
    assert by_duckdb((x / 3).round(2), table) == [0.08, 0.67, 13.33]


def test_not_a_number_is_told_from_what_is_missing() -> None:
    table = pa.table({"x": pa.array([1.0, float("nan"), float("-inf"), None])})
    assert by_duckdb(sql.col("x").is_finite(), table) == [True, False, False, None]
    assert by_duckdb(sql.col("x").is_null(), table) == [False, False, False, True]
    assert by_duckdb((sql.col("x") - 1).is_null() | (sql.col("x") > 0), table) == [True, True, False, True]


def test_a_sum_counts_cases_that_do_not_hold_as_nothing() -> None:
    table, x = pa.table({"x": pa.array([1.0, 5.0, None])}), sql.col("x")
    cases = [sql.when(x > 0).then(10), sql.when(x > 3).then(x), sql.when(x > 3).then(None)]
    assert by_duckdb(sql.sum_horizontal(*cases), table) == [10, 15, 0]


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (Sql.min, min),
        (Sql.max, max),
        (Sql.mean, statistics.fmean),
        (Sql.std, statistics.stdev),
        (Sql.count, len),
    ],
)
def test_a_statistic_looks_at_the_values_that_are_there(
    work: Callable[[Sql], Sql], expected: Callable[[Sequence[float]], float]
) -> None:
    [[found]] = duckdb.from_arrow(pa.table(PANEL)).aggregate(work(sql.col("x") + 1).text).fetchall()
    assert found == pytest.approx(expected([5, 11, 8, 8]), rel=1e-15)


def test_a_statistic_within_a_partition_stands_in_every_row_of_it() -> None:
    assert of_panel(sql.col("x").max().over("year")) == [10, 10, 10, 7, 7]
    assert of_panel(sql.col("x").count().over("year")) == [2, 2, 2, 2, 2]
    assert of_panel(sql.col("x").mean().over("year", "x")) == [4, None, 10, 7, 7]


def test_the_deviation_of_a_single_value_is_missing() -> None:
    assert of_panel(sql.col("x").std().over("year", "place")) == [None] * 5
    assert of_panel(sql.col("x").std().over("year")) == [pytest.approx(18**0.5)] * 3 + [0, 0]


def test_a_rank_counts_from_either_end_and_passes_over_what_is_missing() -> None:
    x = sql.col("x")
    assert of_panel(x.rank("min", descending=True)) == [4, None, 1, 2, 2]
    assert of_panel(x.rank("min", descending=False)) == [1, None, 4, 2, 2]
    assert of_panel((x * -1).rank("min", descending=True)) == [1, None, 4, 2, 2]


def test_a_rank_within_a_partition_starts_again_in_each() -> None:
    assert of_panel(sql.col("x").rank("min", descending=True).over("year")) == [2, None, 1, 1, 1]


def test_a_name_changes_nothing_but_the_name() -> None:
    named = (sql.col("x") + 1).alias("y")
    assert (named.name, sql.col("x").name) == ("y", "x")
    assert of_panel(named * 2) == of_panel((sql.col("x") + 1) * 2)
    ranked = sql.col("x").rank("min", descending=True).alias("place").over("year")
    assert of_panel(ranked) == [2, None, 1, 1, 1]
