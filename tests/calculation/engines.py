"""Frames of every kind that runs in one process, and rules applied to them and to single numbers."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pyarrow as pa
from attrs import frozen

from maturity.calculation.aggregation import Child, join
from maturity.calculation.columns import Columns, Condition, Value
from maturity.calculation.frames import open_table
from maturity.calculation.normalisation import normalise
from maturity.calculation.numbers import Number, Numbers
from maturity.calculation.words import Table
from maturity.rules import Normalisation, Rules

EAGER = ("polars", "pandas", "pyarrow")
LAZY = ("polars-lazy", "duckdb")
KINDS = (*EAGER, *LAZY)

Row = dict[str, Any]


def frame_of(kind: str, table: pa.Table) -> Any:  # noqa: ANN401
    if kind == "duckdb":
        return duckdb.from_arrow(table)
    if kind == "pandas":
        return table.to_pandas()
    if kind == "pyarrow":
        return table
    polars = pl.from_arrow(table)
    assert isinstance(polars, pl.DataFrame)
    return polars.lazy() if kind == "polars-lazy" else polars


def kind_of(frame: object) -> str:
    names = {
        pl.DataFrame: "polars",
        pl.LazyFrame: "polars-lazy",
        pa.Table: "pyarrow",
        duckdb.DuckDBPyRelation: "duckdb",
    }
    return names.get(type(frame), "pandas")


def rows_of(frame: Any) -> list[Row]:  # noqa: ANN401
    """Any frame as rows of Python values; what is missing is None, whatever the engine calls it."""
    table = nw.from_native(frame)
    if isinstance(table, nw.LazyFrame):
        table = table.collect()
    return [{name: _plain(value) for name, value in row.items()} for row in table.to_arrow().to_pylist()]


def _plain(value: object) -> object:
    return None if isinstance(value, float) and math.isnan(value) else value


def numbers_table(columns: Mapping[str, Sequence[Number]], **others: Sequence[object]) -> pa.Table:
    """A table of numbers, each column of that type even where all is missing."""
    named = {name: pa.array(list(values), type=pa.float64()) for name, values in columns.items()}
    return pa.table({**others, **named})


@frozen
class Given:
    """A child as a test states it."""

    score: Number
    weight: float = 1
    applies: bool = True

    @property
    def coverage(self) -> float:
        return 0.0 if self.score is None else 1.0


@frozen
class Found:
    """What a rule made of the children."""

    score: Number
    coverage: Number
    applies: bool


def join_numbers(children: Sequence[Given], rules: Rules, *, highest: float = 100) -> Found:
    seen = [Child(each.weight, each.score, each.applies, each.coverage) for each in children]
    found = join(Numbers("here"), seen, rules, node="node", highest=highest)
    return Found(found.score, found.coverage, found.applies)


def join_columns(kind: str, units: Sequence[Sequence[Given]], rules: Rules, *, highest: float = 100) -> list[Found]:
    """The same for many units at once; all have the weights of the first."""
    columns: dict[str, list[Number]] = {}
    for place in range(len(units[0])):
        columns[f"score{place}"] = [unit[place].score for unit in units]
        columns[f"applies{place}"] = [1.0 if unit[place].applies else None for unit in units]
        columns[f"coverage{place}"] = [unit[place].coverage for unit in units]
    table = open_table(frame_of(kind, numbers_table(columns, place=list(range(len(units))))))
    algebra, col = columns_of(table), table.words.col
    seen: list[Child[Value, Condition]] = [
        Child(each.weight, col(f"score{place}"), algebra.present(col(f"applies{place}")), col(f"coverage{place}"))
        for place, each in enumerate(units[0])
    ]
    found = join(algebra, seen, rules, node="node", highest=highest)
    made = {"score": found.score, "coverage": found.coverage, "applies": found.applies}
    return [Found(row["score"], row["coverage"], row["applies"]) for row in _rows_with(table, algebra, made)]


def columns_of(table: Table, *, period: str | None = None) -> Columns:
    return Columns(table.engine, period, words=table.words, joins_statistics=table.joins_statistics)


def normalise_number(value: Number, says: Normalisation, *, low: float = 0, high: float = 100) -> Number:
    return normalise(Numbers("here"), value, says, node="node", lowest=low, highest=high)


def normalise_column(
    kind: str,
    values: Sequence[Number],
    says: Normalisation,
    *,
    low: float = 0,
    high: float = 100,
    periods: Sequence[int] = (),
) -> list[Number]:
    given = list(periods or [0] * len(values))
    arrow = numbers_table({"value": values}, place=list(range(len(values))), period=given)
    table = open_table(frame_of(kind, arrow))
    algebra = columns_of(table, period="period" if periods else None)
    made = normalise(algebra, table.words.col("value"), says, node="node", lowest=low, highest=high)
    return [row["made"] for row in _rows_with(table, algebra, {"made": made})]


def _rows_with(table: Table, algebra: Columns, made: Mapping[str, Value | Condition]) -> list[Row]:
    for stage in algebra.take_stages():
        table = table.with_statistics(stage.statistics) if stage.statistics else table
        table = table.with_columns(stage.columns) if stage.columns else table
    table = table.with_columns([algebra.as_column(value).alias(name) for name, value in made.items()])
    return sorted(rows_of(table.to_native()), key=lambda row: int(row["place"]))
