"""The words that expressions are written in: narwhals', which Polars shares and which can be turned into SQL."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, cast

import narwhals as nw
from attrs import frozen

Expr = Any
"""An expression of narwhals, of Polars or of our own for SQL: they share the methods that scoring uses."""


class Words(Protocol):
    """What begins an expression."""

    Float64: Any
    String: Any
    Boolean: Any

    def col(self, name: str) -> Expr:
        """A column."""

    def lit(self, value: object, dtype: Any = None) -> Expr:  # noqa: ANN401
        """A constant."""

    def when(self, *conditions: Expr) -> Any:  # noqa: ANN401
        """The beginning of `when(…).then(…).otherwise(…)`."""

    def sum_horizontal(self, *values: Expr) -> Expr:
        """The sum of those that are not missing."""

    def min_horizontal(self, *values: Expr) -> Expr:
        """The lowest that is not missing."""

    def max_horizontal(self, *values: Expr) -> Expr:
        """The highest that is not missing."""


NARWHALS = cast("Words", nw)


@frozen
class Statistic:
    """A statistic of all rows, to be put beside every row under a name."""

    name: str
    value: Expr
    kind: str

    @property
    def expression(self) -> Expr:
        """The statistic as an expression of that name."""
        return STATISTICS[self.kind](self.value).alias(self.name)


STATISTICS: dict[str, Callable[[Expr], Expr]] = {
    "lowest": lambda value: value.min(),
    "highest": lambda value: value.max(),
    "mean": lambda value: value.mean(),
    "deviation": lambda value: value.std(),
    "count": lambda value: value.count(),
    "rank": lambda value: value.rank("min", descending=True),
}


class Table(Protocol):
    """A table on some engine, with the few operations that scoring needs."""

    engine: str
    words: Words
    joins_statistics: bool
    """Whether statistics of all rows are worked out beside the table: windows over all of it are slow, or unknown."""

    @property
    def eager(self) -> nw.DataFrame[Any] | None:
        """The table as narwhals sees it, where it is in memory and can be looked at."""

    def schema(self) -> Mapping[str, Any]:
        """Names and types of the columns."""

    def to_native(self) -> Any:  # noqa: ANN401
        """The engine's own frame."""

    def renamed(self, names: Mapping[str, str]) -> "Table":
        """The table with other names; *names* has all of its columns."""

    def select(self, columns: Sequence[Expr]) -> "Table":
        """A table of these columns alone."""

    def with_columns(self, columns: Sequence[Expr]) -> "Table":
        """The table with more columns."""

    def with_statistics(self, statistics: Sequence[Statistic]) -> "Table":
        """The table with statistics of all rows, the same in every row."""

    def highest_by(self, keys: Sequence[str], columns: Mapping[str, Expr]) -> "Table":
        """One row for each combination of keys, with the highest value of each column."""
