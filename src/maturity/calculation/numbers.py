"""The algebra of single numbers: one unit at a time, with Python's own floats."""

import math
from collections.abc import Sequence

Number = float | None


class ScoringError(ValueError):
    """A score cannot be worked out by the framework's rules."""


class ZeroError(ScoringError):
    """A geometric or harmonic mean met a score that is not above 0, and its rules have no floor."""


class NeedsTableError(ScoringError):
    """A rule compares units with each other, and there is only one."""


class Numbers:
    """Arithmetic on numbers that may be missing."""

    def __init__(self, unit: str) -> None:
        self.unit = unit

    def number(self, value: float | None) -> Number:
        return value

    def add(self, values: Sequence[Number]) -> Number:
        known = [each for each in values if each is not None]
        return math.fsum(known) if len(known) == len(values) else None  # rounded once: order changes nothing

    def total(self, values: Sequence[Number]) -> Number:
        return math.fsum(each for each in values if each is not None)

    def subtract(self, left: Number, right: Number) -> Number:
        return None if left is None or right is None else left - right

    def multiply(self, left: Number, right: Number) -> Number:
        return None if left is None or right is None else left * right

    def divide(self, left: Number, right: Number) -> Number:
        return None if left is None or not right else left / right

    def lowest(self, values: Sequence[Number]) -> Number:
        return min((each for each in values if each is not None), default=None)

    def highest(self, values: Sequence[Number]) -> Number:
        return max((each for each in values if each is not None), default=None)

    def clip(self, value: Number, *, lower: float | None = None, upper: float | None = None) -> Number:
        if value is None:
            return None
        return self.lowest([self.highest([value, lower]), upper])

    def log(self, value: Number, *, node: str | None) -> Number:
        if value is None or value > 0:
            return None if value is None else math.log(value)
        if node is None:
            return None
        raise ZeroError(f"geometric mean of '{node}' for {self.unit}: a score of {value:g} (give the node a floor)")

    def inverse(self, value: Number, *, node: str) -> Number:
        if value is None or value > 0:
            return None if value is None else 1 / value
        raise ZeroError(f"harmonic mean of '{node}' for {self.unit}: a score of {value:g} (give the node a floor)")

    def exp(self, value: Number) -> Number:
        return None if value is None else math.exp(value)

    def floor(self, value: Number) -> Number:
        return None if value is None else float(math.floor(value))

    def shift(self, value: Number, decimals: int) -> Number:
        return None if value is None else value / 10.0**decimals

    def present(self, value: Number) -> bool:
        return value is not None

    def at_least(self, left: Number, right: Number) -> bool:
        return left is not None and right is not None and left >= right

    def above(self, left: Number, right: Number) -> bool:
        return left is not None and right is not None and left > right

    def both(self, conditions: Sequence[bool]) -> bool:
        return all(conditions)

    def either(self, conditions: Sequence[bool]) -> bool:
        return any(conditions)

    def unless(self, condition: bool) -> bool:
        return not condition

    def choose(self, condition: bool, then: Number, otherwise: Number) -> Number:
        return then if condition else otherwise

    def keep(self, values: Sequence[Number]) -> list[Number]:
        return list(values)

    def over_units(self, value: Number, statistic: str, *, panel: bool, node: str) -> Number:
        raise NeedsTableError(f"'{node}' compares units with each other: score a table of units (maturity score)")
