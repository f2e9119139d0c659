"""The algebra of columns: every unit of a table at once, on whatever engine holds it."""

import math
from collections.abc import Sequence
from functools import reduce
from typing import Any

from attrs import field, frozen

from maturity.calculation.numbers import EngineError
from maturity.calculation.words import NARWHALS, STATISTICS, Expr, Statistic, Words

Value = Any
"""An expression, or a number that is the same in every row, or None."""

Condition = Any
"""An expression, or a truth value that is the same in every row."""


@frozen
class Stage:
    """Columns that are made together, before what uses them; statistics of all rows first."""

    columns: list[Expr] = field(factory=list)
    statistics: list[Statistic] = field(factory=list)


class Columns:
    """Arithmetic on columns that may hold nulls; on a lazy engine nothing is computed here.

    What is the same in every row stays a plain number or truth value, so that the expressions stay small. What `keep`
    was given stands in `stages`: columns to be made one stage after the other before the expression is.
    """

    def __init__(
        self, engine: str, period: str | None = None, *, words: Words = NARWHALS, joins_statistics: bool = False
    ) -> None:
        self.engine = engine
        self.period = period
        self.words = words
        self.joins_statistics = joins_statistics
        self.stages: list[Stage] = []
        self._stage = 0
        self._kept = 0

    def as_column(self, value: Value | Condition) -> Expr:
        """A value or condition as a column."""
        if is_column(value):
            return value
        return self.words.lit(value, dtype=self.words.Boolean if isinstance(value, bool) else self.words.Float64)

    def begin(self) -> None:
        """Begin another expression, whose stages run beside those of the ones before."""
        self._stage = 0

    def take_stages(self) -> list[Stage]:
        """The stages so far, which the caller makes."""
        taken, self.stages = self.stages, []
        self.begin()
        return taken

    def number(self, value: float | None) -> Value:
        """A constant, or the missing value."""
        return value

    def add(self, values: Sequence[Value]) -> Value:
        """The sum."""
        columns, numbers, has_missing = _sorted(values)
        if has_missing or not columns:
            return None if has_missing else sum(numbers)
        found = reduce(lambda left, right: left + right, columns)
        return found + sum(numbers) if any(numbers) else found

    def total(self, values: Sequence[Value]) -> Value:
        """The sum of those that are not missing, 0 where all are."""
        columns, numbers, _ = _sorted(values)
        if not columns:
            return sum(numbers)
        found = self.words.sum_horizontal(*columns)
        return found + sum(numbers) if any(numbers) else found

    def subtract(self, left: Value, right: Value) -> Value:
        """The difference."""
        return None if left is None or right is None else left - right

    def multiply(self, left: Value, right: Value) -> Value:
        """The product."""
        if left is None or right is None:
            return None
        if isinstance(right, float | int) and right == 1:
            return left
        return left * right

    def divide(self, left: Value, right: Value) -> Value:
        """The quotient; missing where *right* is 0."""
        if left is None or right is None:
            return None
        if is_column(right):
            return self.words.when(right != 0).then(left / right)
        return left / right if right else None

    def lowest(self, values: Sequence[Value]) -> Value:
        """The lowest that is not missing."""
        columns, numbers, _ = _sorted(values)
        if not columns:
            return min(numbers, default=None)
        return self.words.min_horizontal(*columns, *map(self.words.lit, numbers))

    def highest(self, values: Sequence[Value]) -> Value:
        """The highest that is not missing."""
        columns, numbers, _ = _sorted(values)
        if not columns:
            return max(numbers, default=None)
        return self.words.max_horizontal(*columns, *map(self.words.lit, numbers))

    def clip(self, value: Value, *, lower: float | None = None, upper: float | None = None) -> Value:
        """The value, or the bound that it lies beyond."""
        if is_column(value):
            return value if lower is upper is None else value.clip(lower, upper)
        return None if value is None else self.lowest([self.highest([value, lower]), upper])

    def log(self, value: Value, *, node: str | None) -> Value:
        """The natural logarithm; where *value* is not above 0 missing, or an error that names the node."""
        del node
        if is_column(value):
            return self.words.when(value > 0).then(value).log()
        return math.log(value) if value is not None and value > 0 else None

    def inverse(self, value: Value, *, node: str) -> Value:
        """1 ÷ *value*. Where *value* is not above 0 it is missing, or an error that names the node."""
        del node
        if is_column(value):
            return self.words.when(value > 0).then(1 / value)
        return 1 / value if value is not None and value > 0 else None

    def exp(self, value: Value) -> Value:
        """The exponential."""
        if is_column(value):
            return value.exp()
        return None if value is None else math.exp(value)

    def floor(self, value: Value) -> Value:
        """The next whole number below."""
        if is_column(value):
            return value.floor()
        return None if value is None else float(math.floor(value))

    def shift(self, value: Value, decimals: int) -> Value:
        """A whole number ÷ 10 to the power of *decimals*, as near to that decimal as a number comes."""
        if is_column(value):  # Polars multiplies by the inverse, which leaves 0.30000000000000004
            return (value / 10.0**decimals).round(decimals)
        return None if value is None else value / 10.0**decimals

    def present(self, value: Value) -> Condition:
        """Where there is a value."""
        return ~value.is_null() if is_column(value) else value is not None

    def at_least(self, left: Value, right: Value) -> Condition:
        """Where *left* ≥ *right*."""
        return False if left is None or right is None else left >= right

    def above(self, left: Value, right: Value) -> Condition:
        """Where *left* > *right*."""
        return False if left is None or right is None else left > right

    def both(self, conditions: Sequence[Condition]) -> Condition:
        """Where all of them hold."""
        columns = [each for each in conditions if is_column(each)]
        if not columns or not all(each for each in conditions if isinstance(each, bool)):
            return all(each for each in conditions if isinstance(each, bool))
        return reduce(lambda left, right: left & right, columns)

    def either(self, conditions: Sequence[Condition]) -> Condition:
        """Where any of them holds."""
        columns = [each for each in conditions if is_column(each)]
        if not columns or any(each for each in conditions if isinstance(each, bool)):
            return any(each for each in conditions if isinstance(each, bool))
        return reduce(lambda left, right: left | right, columns)

    def unless(self, condition: Condition) -> Condition:
        """Where it does not hold."""
        if is_column(condition):
            return self.words.when(condition).then(self.words.lit(False)).otherwise(self.words.lit(True))
        return not condition

    def choose(self, condition: Condition, then: Value, otherwise: Value) -> Value:
        """One value where the condition holds, another where it does not."""
        if not is_column(condition):
            return then if condition else otherwise
        if then is None:
            return None if otherwise is None else self.choose(self.unless(condition), otherwise, None)
        chosen = self.words.when(condition).then(then)
        return chosen if otherwise is None else chosen.otherwise(otherwise)

    def keep(self, values: Sequence[Value]) -> list[Value]:
        """The same values, worked out once although they are used more often."""
        stage = self._this_stage()
        self._stage += 1
        return [self._keep(each, stage) if is_column(each) else each for each in values]

    def _keep(self, value: Expr, stage: Stage) -> Expr:
        name = self._next_name()
        stage.columns.append(value.alias(name))
        return self.words.col(name)

    def _this_stage(self) -> Stage:
        if len(self.stages) <= self._stage:
            self.stages.append(Stage())
        return self.stages[self._stage]

    def _next_name(self) -> str:
        self._kept += 1
        return f"~ kept {self._kept}"

    def over_units(self, value: Value, statistic: str, *, panel: bool, node: str) -> Value:
        """A statistic of the value over all units: `lowest`, `highest`, `mean`, `deviation`, `count` or `rank`."""
        found = self._over_units(value, statistic, panel=panel, node=node)
        if is_column(found) and statistic in ("count", "rank"):  # in pandas they are whole numbers without a sign
            return found.cast(self.words.Float64)
        return found

    def rank(self, score: Value, *, node: str) -> Value:
        """The whole number of the rank within the period; 1 is the highest score, and ties share the best rank."""
        return self._over_units(score, "rank", panel=False, node=node)

    def _over_units(self, value: Value, statistic: str, *, panel: bool, node: str) -> Value:
        period = None if panel else self.period
        refused = _REFUSED.get((self.engine, bool(period)), ())
        if statistic in refused:
            what = "ranks over the units" if statistic == "rank" else f"the {statistic} of the units"
            within = f" within each '{period}'" if period else ""
            raise EngineError(
                f"'{node}' needs {what}{within}, which {self.engine} cannot express (polars and duckdb can)"
            )
        if not is_column(value):
            return None  # the same everywhere: there is nothing to compare
        if self.joins_statistics and not period and statistic != "rank":
            name = self._next_name()
            self._this_stage().statistics.append(Statistic(name, value, statistic))
            return self.words.col(name)
        found = STATISTICS[statistic](value)
        return found.over(period) if period else found


def is_column(value: Value | Condition) -> bool:
    """Whether it may differ from row to row."""
    return value is not None and not isinstance(value, bool | int | float)


def _sorted(values: Sequence[Value]) -> tuple[list[Expr], list[float], bool]:
    """The columns, the numbers, and whether anything is missing in every row."""
    columns = [each for each in values if is_column(each)]
    numbers = [each for each in values if isinstance(each, float | int)]
    return columns, numbers, len(columns) + len(numbers) < len(values)


_REFUSED: dict[tuple[str, bool], tuple[str, ...]] = {
    ("dask", False): ("rank",),
    ("dask", True): tuple(STATISTICS),
    ("pyarrow", True): ("rank",),
}
"""What an engine cannot express; the truth value says within a period."""
