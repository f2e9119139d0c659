"""Opens frames as tables: what narwhals knows goes by narwhals, and Polars by the same words of its own."""

import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, cast

import narwhals as nw

from maturity.calculation.dask_frames import DaskTable
from maturity.calculation.duckdb_frames import DuckTable
from maturity.calculation.words import NARWHALS, Expr, Statistic, Table, Words


def open_table(frame: Any) -> Table:  # noqa: ANN401
    """A frame as a table.

    Raises:
        TypeError: It is no frame.
    """
    if nw.dependencies.is_dask_dataframe(frame):
        return DaskTable(frame)
    if nw.dependencies.is_duckdb_relation(frame):
        return DuckTable.of(frame)
    if nw.dependencies.is_polars_dataframe(frame) or nw.dependencies.is_polars_lazyframe(frame):
        return FrameTable(frame, "polars", cast("Words", sys.modules["polars"]))
    known: nw.DataFrame[Any] | nw.LazyFrame[Any] = nw.from_native(frame)
    return FrameTable(known, str(known.implementation.value), NARWHALS)


class FrameTable:
    """A frame of narwhals or of Polars, whose methods bear the same names."""

    def __init__(self, frame: Any, engine: str, words: Words) -> None:  # noqa: ANN401
        self._frame = frame
        self.engine = engine
        self.words = words
        self.joins_statistics = engine != "polars" and isinstance(frame, nw.LazyFrame)

    @property
    def eager(self) -> nw.DataFrame[Any] | None:
        """The table as narwhals sees it, where it is in memory and can be looked at."""
        seen = self._seen()
        return seen if isinstance(seen, nw.DataFrame) else None

    def schema(self) -> Mapping[str, Any]:
        """Names and types of the columns."""
        return self._schema

    def to_native(self) -> Any:  # noqa: ANN401
        """The engine's own frame."""
        return self._seen().to_native()

    def renamed(self, names: Mapping[str, str]) -> "FrameTable":
        """The table with other names; *names* has all of its columns."""
        changed = {old: new for old, new in names.items() if old != new}
        if changed and self._seen().implementation.is_spark_like():  # it takes a full stop for a field
            return self._with(nw.from_native(self._seen().to_native().toDF(*names.values())))
        return self._with(self._frame.rename(changed)) if changed else self

    def select(self, columns: Sequence[Expr]) -> "FrameTable":
        """A table of these columns alone."""
        return self._with(self._frame.select(*columns))

    def with_columns(self, columns: Sequence[Expr]) -> "FrameTable":
        """The table with more columns."""
        return self._with(self._frame.with_columns(*columns))

    def with_statistics(self, statistics: Sequence[Statistic]) -> "FrameTable":
        """The table with statistics of all rows, the same in every row."""
        made = self._frame.select(*(each.expression for each in statistics))
        return self._with(self._frame.join(made, how="cross"))

    def highest_by(self, keys: Sequence[str], columns: Mapping[str, Expr]) -> "FrameTable":
        """One row for each combination of keys, with the highest value of each column."""
        highest = (value.max().alias(name) for name, value in columns.items())
        return self._with(self._frame.group_by(*keys).agg(*highest))

    def _with(self, frame: Any) -> "FrameTable":  # noqa: ANN401
        return FrameTable(frame, self.engine, self.words)

    @cached_property
    def _schema(self) -> Mapping[str, Any]:
        return self._seen().collect_schema()

    def _seen(self) -> nw.DataFrame[Any] | nw.LazyFrame[Any]:
        seen: nw.DataFrame[Any] | nw.LazyFrame[Any] = nw.from_native(self._frame, pass_through=False)
        return seen
