"""Dask's frames: each partition is worked on as a pandas frame, and statistics of whole columns join in between."""

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw

from maturity.calculation.words import NARWHALS, Expr, Statistic


class DaskTable:
    """A Dask frame; nothing is computed here.

    Expressions are those for pandas: what narwhals has for Dask cannot say all of them.
    """

    engine = "dask"
    words = NARWHALS
    joins_statistics = True
    eager = None

    def __init__(self, frame: Any) -> None:  # noqa: ANN401
        self._frame = frame

    def schema(self) -> Mapping[str, Any]:
        """Names and types of the columns."""
        schema: nw.Schema = nw.from_native(self._frame._meta).schema
        return schema

    def to_native(self) -> Any:  # noqa: ANN401
        """The Dask frame."""
        return self._frame

    def renamed(self, names: Mapping[str, str]) -> "DaskTable":
        """The table with other names; *names* has all of its columns."""
        return DaskTable(self._frame.rename(columns=dict(names)))

    def select(self, columns: Sequence[Expr]) -> "DaskTable":
        """A table of these columns alone."""
        return self._each_partition(_select, columns)

    def with_columns(self, columns: Sequence[Expr]) -> "DaskTable":
        """The table with more columns."""
        return self._each_partition(_with_columns, columns)

    def with_statistics(self, statistics: Sequence[Statistic]) -> "DaskTable":
        """The table with statistics of all rows, the same in every row."""
        frame, names = self._frame, [each.name for each in statistics]
        columns = self.select([each.value.alias(each.name) for each in statistics]).to_native()
        values = [getattr(columns[each.name], _METHODS[each.kind])() for each in statistics]
        meta = _with_constants(frame._meta, names, *([0.0] * len(names)))
        return DaskTable(frame.map_partitions(_with_constants, names, *values, meta=meta))

    def highest_by(self, keys: Sequence[str], columns: Mapping[str, Expr]) -> "DaskTable":
        """One row for each combination of keys, with the highest value of each column."""
        named = (value.alias(name) for name, value in columns.items())
        picked = self.select([*map(nw.col, keys), *named]).to_native()
        return DaskTable(picked.groupby(list(keys)).max().reset_index())

    def _each_partition(self, work: Any, columns: Sequence[Expr]) -> "DaskTable":  # noqa: ANN401
        meta = work(self._frame._meta, columns)
        return DaskTable(self._frame.map_partitions(work, columns, meta=meta))


def _select(frame: Any, columns: Sequence[Expr]) -> Any:  # noqa: ANN401
    return nw.from_native(frame).select(*columns).to_native()


def _with_columns(frame: Any, columns: Sequence[Expr]) -> Any:  # noqa: ANN401
    return nw.from_native(frame).with_columns(*columns).to_native()


def _with_constants(frame: Any, names: Sequence[str], *values: float) -> Any:  # noqa: ANN401
    constants = (nw.lit(float(value)).alias(name) for name, value in zip(names, values, strict=True))
    return nw.from_native(frame).with_columns(*constants).to_native()


_METHODS = {"lowest": "min", "highest": "max", "mean": "mean", "deviation": "std", "count": "count"}
