from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.calculation.columns import Columns, is_column
from maturity.calculation.frames import open_table
from maturity.calculation.numbers import EngineError, Number, Numbers
from maturity.calculation.words import Table
from tests.calculation.engines import KINDS, columns_of, frame_of, numbers_table, rows_of

on_every_engine = pytest.mark.parametrize("kind", KINDS)

Operation = Callable[[Any, Any, Any], Any]
"""An operation of any algebra on two of its values."""

OPERATIONS: dict[str, Operation] = {
    "the sum": lambda algebra, x, y: algebra.add([x, algebra.number(0.5), y]),
    "the sum of none": lambda algebra, x, y: algebra.add([]),
    "the total": lambda algebra, x, y: algebra.total([x, y, algebra.number(None), algebra.number(4)]),
    "the total of both": lambda algebra, x, y: algebra.total([x, y]),
    "the difference": lambda algebra, x, y: algebra.subtract(x, y),
    "the product": lambda algebra, x, y: algebra.multiply(x, y),
    "the quotient": lambda algebra, x, y: algebra.divide(x, y),
    "the lowest": lambda algebra, x, y: algebra.lowest([x, algebra.number(1), y]),
    "the lowest of both": lambda algebra, x, y: algebra.lowest([x, y]),
    "the highest": lambda algebra, x, y: algebra.highest([x, algebra.number(1), y]),
    "the highest of both": lambda algebra, x, y: algebra.highest([x, y]),
    "the highest of none": lambda algebra, x, y: algebra.highest([]),
    "clipped below": lambda algebra, x, y: algebra.clip(x, lower=0.125),
    "clipped above": lambda algebra, x, y: algebra.clip(x, upper=1),
    "clipped at both ends": lambda algebra, x, y: algebra.clip(x, lower=-1, upper=1),
    "not clipped": lambda algebra, x, y: algebra.clip(x),
    "the logarithm": lambda algebra, x, y: algebra.log(x, node=None),
    "the inverse above 0": lambda algebra, x, y: algebra.inverse(algebra.clip(x, lower=0.5), node="node"),
    "the exponential": lambda algebra, x, y: algebra.exp(x),
    "the floor": lambda algebra, x, y: algebra.floor(x),
    "shifted": lambda algebra, x, y: algebra.shift(algebra.floor(x), 1),
    "where it is present": lambda algebra, x, y: _chosen(algebra, algebra.present(x)),
    "where it is missing": lambda algebra, x, y: _chosen(algebra, algebra.unless(algebra.present(x))),
    "where it is at least": lambda algebra, x, y: _chosen(algebra, algebra.at_least(x, y)),
    "where it is not at least": lambda algebra, x, y: _chosen(algebra, algebra.unless(algebra.at_least(x, y))),
    "where it is above": lambda algebra, x, y: _chosen(algebra, algebra.above(x, y)),
    "where all hold": lambda algebra, x, y: _chosen(
        algebra, algebra.both([algebra.present(x), algebra.above(y, algebra.number(0)), algebra.at_least(x, y)])
    ),
    "where any holds": lambda algebra, x, y: _chosen(
        algebra, algebra.either([algebra.above(x, y), algebra.above(y, algebra.number(0))])
    ),
    "where all of none hold": lambda algebra, x, y: _chosen(algebra, algebra.both([])),
    "where any of none holds": lambda algebra, x, y: _chosen(algebra, algebra.either([])),
    "one or the other": lambda algebra, x, y: algebra.choose(algebra.above(x, y), x, y),
    "one or nothing": lambda algebra, x, y: algebra.choose(algebra.above(x, y), x, algebra.number(None)),
    "nothing or the other": lambda algebra, x, y: algebra.choose(algebra.above(x, y), algebra.number(None), y),
    "nothing or nothing": lambda algebra, x, y: algebra.choose(
        algebra.above(x, y), algebra.number(None), algebra.number(None)
    ),
}
VALUES: tuple[Number, ...] = (None, -2.0, 0.0, 0.25, 3.0)
OPERANDS: tuple[Number | str, ...] = ("column", None, 0.0, 1.0, 2.5)
"""A column, or what is the same in every row."""

CANNOT = "cannot express (polars and duckdb can)"


def _chosen(algebra: Any, condition: Any) -> Any:  # noqa: ANN401
    """A condition as a number, so that one that is not known counts as one that does not hold."""
    return algebra.choose(condition, algebra.number(1), algebra.number(0))


def pairs_table(kind: str) -> Table:
    """Every pair of the values, with its place."""
    xs, ys = zip(*product(VALUES, VALUES), strict=True)
    return open_table(frame_of(kind, numbers_table({"x": xs, "y": ys}, place=list(range(len(xs))))))


@on_every_engine
@pytest.mark.parametrize(("left", "right"), [*product(OPERANDS, OPERANDS)])
def test_every_operation_gives_in_each_row_what_it_gives_for_single_numbers(
    kind: str, left: Number | str, right: Number | str
) -> None:
    table, single = pairs_table(kind), Numbers("here")
    algebra, col = columns_of(table), table.words.col
    given_ = [col(name) if each == "column" else each for name, each in zip("xy", (left, right), strict=True)]
    made = [algebra.as_column(work(algebra, *given_)).alias(name) for name, work in OPERATIONS.items()]
    rows = sorted(rows_of(table.with_columns(made).to_native()), key=lambda row: int(row["place"]))
    for row, pair in zip(rows, product(VALUES, VALUES), strict=True):
        x, y = (own if each == "column" else each for own, each in zip(pair, (left, right), strict=True))
        expected = {name: work(single, x, y) for name, work in OPERATIONS.items()}
        found = {name: row[name] for name in OPERATIONS}
        assert found == {name: _near(value) for name, value in expected.items()}, (x, y)


def _near(value: Number) -> object:
    return None if value is None else pytest.approx(value, rel=1e-14, abs=1e-15)


@pytest.mark.parametrize("name", OPERATIONS)
@given(x=st.sampled_from(VALUES), y=st.sampled_from(VALUES))
def test_what_is_the_same_in_every_row_stays_a_plain_number(name: str, x: Number, y: Number) -> None:
    found = OPERATIONS[name](Columns("polars"), x, y)
    assert not is_column(found)
    assert found == _near(OPERATIONS[name](Numbers("here"), x, y))


@on_every_engine
def test_a_mean_of_what_is_not_above_zero_is_missing_in_a_column(kind: str) -> None:
    table = open_table(frame_of(kind, numbers_table({"x": [-1, 0, 4, None]}, place=list(range(4)))))
    algebra = columns_of(table)
    made = algebra.inverse(table.words.col("x"), node="node").alias("made")
    rows = sorted(rows_of(table.with_columns([made]).to_native()), key=lambda row: int(row["place"]))
    assert [row["made"] for row in rows] == [None, None, 0.25, None]


@pytest.mark.parametrize(("value", "expected"), [(None, None), (0, None), (-1, None), (4, 0.25)])
def test_the_inverse_of_a_plain_number_that_is_not_above_zero_is_missing(value: Number, expected: Number) -> None:
    assert Columns("polars").inverse(value, node="node") == expected


@on_every_engine
@pytest.mark.parametrize("decimals", [1, 2])
def test_what_is_shifted_is_the_decimal_itself(kind: str, decimals: int) -> None:
    wholes = list(range(-30, 31))
    table = open_table(frame_of(kind, pa.table({"whole": [float(each) for each in wholes], "place": wholes})))
    made = columns_of(table).shift(table.words.col("whole"), decimals).alias("made")
    rows = sorted(rows_of(table.with_columns([made]).to_native()), key=lambda row: int(row["place"]))
    assert [row["made"] for row in rows] == [float(f"{each}e-{decimals}") for each in wholes]


@pytest.mark.parametrize(
    ("value", "is_one"), [(None, False), (True, False), (False, False), (0, False), (2.5, False), ("column", True)]
)
def test_a_column_is_what_may_differ_from_row_to_row(value: Any, is_one: bool) -> None:  # noqa: ANN401
    assert is_column(pairs_table("polars").words.col("x") if value == "column" else value) is is_one


@on_every_engine
def test_what_is_kept_is_made_stage_by_stage_and_then_used(kind: str) -> None:
    table = pairs_table(kind)
    algebra = columns_of(table)
    [sum_] = algebra.keep([algebra.add([table.words.col("x"), table.words.col("y")])])
    double, same = algebra.keep([algebra.multiply(sum_, 2), 7.0])
    [last] = algebra.keep([algebra.add([double, sum_])])
    stages = algebra.take_stages()
    assert [len(stage.columns) for stage in stages] == [1, 1, 1]
    assert same == 7
    for stage in stages:
        table = table.with_columns(stage.columns)
    rows = rows_of(table.with_columns([last.alias("made")]).to_native())
    assert all(row["made"] == (None if None in (row["x"], row["y"]) else 3 * (row["x"] + row["y"])) for row in rows)
    assert len(rows) == len(VALUES) ** 2


def kept(algebra: Columns, *counts: int) -> None:
    """Keep so many columns, one after the other for each expression."""
    for count in counts:
        algebra.begin()
        for _ in range(count):
            algebra.keep([algebra.words.col("x")])


@pytest.mark.parametrize(("counts", "stages"), [((), []), ((1, 3, 2), [3, 2, 1]), ((2, 2), [2, 2]), ((0, 1), [1])])
def test_stages_of_several_expressions_run_beside_each_other(counts: Sequence[int], stages: list[int]) -> None:
    algebra = Columns("polars")
    kept(algebra, *counts)
    assert [len(each.columns) for each in algebra.take_stages()] == stages


def test_stages_are_taken_once_and_no_name_comes_again() -> None:
    table = open_table(frame_of("polars", pa.table({"x": [1.0]})))
    algebra = columns_of(table)
    for number in (10.0, 20.0):
        algebra.keep([algebra.multiply(table.words.col("x"), number)])
        [stage] = algebra.take_stages()
        table = table.with_columns(stage.columns)
    assert algebra.take_stages() == []
    assert list(rows_of(table.to_native())[0].values()) == [1, 10, 20]


@on_every_engine
@pytest.mark.parametrize("panel", [True, False])
def test_a_statistic_of_what_is_the_same_in_every_row_is_missing(kind: str, panel: bool) -> None:
    algebra = columns_of(pairs_table(kind))
    assert algebra.over_units(3.0, "mean", panel=panel, node="node") is None


@pytest.mark.parametrize(
    ("engine", "period", "statistic", "message"),
    [
        ("dask", None, "rank", f"'a.one' needs ranks over the units, which dask {CANNOT}"),
        (
            "dask",
            "year",
            "mean",
            f"'a.one' needs the mean of the units within each 'year', which dask {CANNOT}",
        ),
        (
            "dask",
            "year",
            "rank",
            f"'a.one' needs ranks over the units within each 'year', which dask {CANNOT}",
        ),
        (
            "pyarrow",
            "年",
            "rank",
            f"'a.one' needs ranks over the units within each '年', which pyarrow {CANNOT}",
        ),
    ],
)
def test_what_an_engine_cannot_express_is_refused_by_name(
    engine: str, period: str | None, statistic: str, message: str
) -> None:
    algebra = Columns(engine, period)
    with pytest.raises(EngineError) as caught:
        algebra.over_units(algebra.words.col("x"), statistic, panel=False, node="a.one")
    assert str(caught.value) == message


def test_over_the_panel_an_engine_needs_no_periods() -> None:
    algebra = Columns("dask", "year", joins_statistics=True)
    algebra.over_units(algebra.words.col("x"), "mean", panel=True, node="node")
    [stage] = algebra.take_stages()
    assert [(each.kind, stage.columns) for each in stage.statistics] == [("mean", [])]
