"""The algebra of columns: every unit of a table at once, on whatever engine holds it."""

from collections.abc import Callable, Sequence
from functools import reduce

import narwhals as nw


class EngineError(ValueError):
    """An engine cannot express a rule."""


class Columns:
    """Arithmetic on columns that may hold nulls; on a lazy engine nothing is computed here."""

    def __init__(self, engine: str, period: str | None = None) -> None:
        self.engine = engine
        self.period = period

    def number(self, value: float | None) -> nw.Expr:
        return nw.lit(value, dtype=nw.Float64)

    def add(self, values: Sequence[nw.Expr]) -> nw.Expr:
        return reduce(lambda left, right: left + right, values)

    def subtract(self, left: nw.Expr, right: nw.Expr) -> nw.Expr:
        return left - right

    def multiply(self, left: nw.Expr, right: nw.Expr) -> nw.Expr:
        return left * right

    def divide(self, left: nw.Expr, right: nw.Expr) -> nw.Expr:
        return nw.when(right != 0).then(left / right)

    def lowest(self, values: Sequence[nw.Expr]) -> nw.Expr:
        return nw.min_horizontal(*values)

    def highest(self, values: Sequence[nw.Expr]) -> nw.Expr:
        return nw.max_horizontal(*values)

    def log(self, value: nw.Expr, *, node: str | None) -> nw.Expr:
        del node
        return nw.when(value > 0).then(value).log()

    def inverse(self, value: nw.Expr, *, node: str) -> nw.Expr:
        del node
        return nw.when(value > 0).then(1 / value)

    def exp(self, value: nw.Expr) -> nw.Expr:
        return value.exp()

    def floor(self, value: nw.Expr) -> nw.Expr:
        return value.floor()

    def shift(self, value: nw.Expr, decimals: int) -> nw.Expr:
        return (value / 10.0**decimals).round(decimals)  # Polars multiplies by the inverse, which leaves 0.30000000004

    def present(self, value: nw.Expr) -> nw.Expr:
        return ~value.is_null()

    def at_least(self, left: nw.Expr, right: nw.Expr) -> nw.Expr:
        return nw.when(left >= right).then(nw.lit(True)).otherwise(nw.lit(False))

    def both(self, conditions: Sequence[nw.Expr]) -> nw.Expr:
        return reduce(lambda left, right: left & right, conditions)

    def either(self, conditions: Sequence[nw.Expr]) -> nw.Expr:
        return reduce(lambda left, right: left | right, conditions)

    def unless(self, condition: nw.Expr) -> nw.Expr:
        return ~condition

    def choose(self, condition: nw.Expr, then: nw.Expr, otherwise: nw.Expr) -> nw.Expr:
        return nw.when(condition).then(then).otherwise(otherwise)

    def over_units(self, value: nw.Expr, statistic: str, *, panel: bool, node: str) -> nw.Expr:
        period = None if panel else self.period
        if statistic == "rank" and (self.engine == "dask" or (self.engine == "pyarrow" and period)):
            within = f" within each '{period}'" if period else ""
            raise EngineError(f"'{node}' needs ranks over the units{within}, which {self.engine} cannot express")
        found = _STATISTICS[statistic](value)
        return found.over(period) if period else found


_STATISTICS: dict[str, Callable[[nw.Expr], nw.Expr]] = {
    "lowest": lambda value: value.min(),
    "highest": lambda value: value.max(),
    "mean": lambda value: value.mean(),
    "deviation": lambda value: value.std(),
    "count": lambda value: value.count(),
    "rank": lambda value: value.rank("min", descending=True),
}
