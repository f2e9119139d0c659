"""Dask's frames: each partition is worked on as a pandas frame, and statistics of whole columns join in between."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import narwhals as nw
from attrs import frozen


@frozen
class Statistic:
    """A statistic of all rows, to be put beside every row under a name."""

    name: str
    value: nw.Expr
    kind: str


STATISTICS: dict[str, Callable[[nw.Expr], nw.Expr]] = {
    "lowest": lambda value: value.min(),
    "highest": lambda value: value.max(),
    "mean": lambda value: value.mean(),
    "deviation": lambda value: value.std(),
    "count": lambda value: value.count(),
    "rank": lambda value: value.rank("min", descending=True),
}


class DaskTable:
    """A Dask frame with the few operations that scoring needs; nothing is computed here.

    Narwhals expressions are for pandas: Dask's own cannot say all of them.
    """

    implementation = nw.Implementation.DASK

    def __init__(self, frame: Any) -> None:  # noqa: ANN401
        self._frame = frame

    def to_native(self) -> Any:  # noqa: ANN401
        """The Dask frame."""
        return self._frame

    def collect_schema(self) -> nw.Schema:
        """Names and types of the columns."""
        schema: nw.Schema = nw.from_native(self._frame._meta).schema
        return schema

    def rename(self, names: Mapping[str, str]) -> "DaskTable":
        """The table with other names for some columns."""
        return DaskTable(self._frame.rename(columns=dict(names)))

    def select(self, *columns: nw.Expr) -> "DaskTable":
        """A table of these columns alone."""
        return self._each_partition(_select, columns)

    def with_columns(self, *columns: nw.Expr) -> "DaskTable":
        """The table with more columns."""
        return self._each_partition(_with_columns, columns)

    def with_statistics(self, statistics: Sequence[Statistic]) -> "DaskTable":
        """The table with statistics of its columns, the same in every row."""
        if not statistics:
            return self
        frame, names = self._frame, [each.name for each in statistics]
        columns = self.select(*(each.value.alias(each.name) for each in statistics)).to_native()
        values = [getattr(columns[each.name], _METHODS[each.kind])() for each in statistics]
        meta = _with_constants(frame._meta, names, *([0.0] * len(names)))
        return DaskTable(frame.map_partitions(_with_constants, names, *values, meta=meta))

    def highest_by(self, keys: Sequence[str], columns: Mapping[str, nw.Expr]) -> "DaskTable":
        """One row for each combination of keys, with the highest value of each column."""
        picked = self.select(*map(nw.col, keys), *columns.values()).to_native()
        return DaskTable(picked.groupby(list(keys)).max().reset_index())

    def _each_partition(self, work: Any, columns: Sequence[nw.Expr]) -> "DaskTable":  # noqa: ANN401
        meta = work(self._frame._meta, columns)
        return DaskTable(self._frame.map_partitions(work, columns, meta=meta))


def _select(frame: Any, columns: Sequence[nw.Expr]) -> Any:  # noqa: ANN401
    return nw.from_native(frame).select(*columns).to_native()


def _with_columns(frame: Any, columns: Sequence[nw.Expr]) -> Any:  # noqa: ANN401
    return nw.from_native(frame).with_columns(*columns).to_native()


def _with_constants(frame: Any, names: Sequence[str], *values: float) -> Any:  # noqa: ANN401
    constants = (nw.lit(float(value)).alias(name) for name, value in zip(names, values, strict=True))
    return nw.from_native(frame).with_columns(*constants).to_native()


_METHODS = {"lowest": "min", "highest": "max", "mean": "mean", "deviation": "std", "count": "count"}
