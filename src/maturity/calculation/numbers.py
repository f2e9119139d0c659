"""The algebra of single numbers: one unit at a time, with Python's own floats."""

import math
from collections.abc import Sequence

Number = float | None

HAIR = 1e-9
"""What a number may lie below a bound and still reach it: decimals such as 0.0005 have no exact binary form."""


class ScoringError(ValueError):
    """A score cannot be worked out by the framework's rules."""


class ZeroError(ScoringError):
    """A geometric or harmonic mean met a score that is not above 0, and its rules have no floor."""


class NeedsTableError(ScoringError):
    """A rule compares units with each other, and there is only one."""


class TableError(ValueError):
    """A table does not fit the framework; the message names the columns or units."""


class EngineError(ValueError):
    """An engine cannot express a rule."""


class Numbers:
    """Arithmetic on numbers that may be missing."""

    def __init__(self, unit: str) -> None:
        self.unit = unit

    def number(self, value: float | None) -> Number:
        """A constant, or the missing value."""
        return value

    def add(self, values: Sequence[Number]) -> Number:
        """The sum."""
        known = [each for each in values if each is not None]
        return math.fsum(known) if len(known) == len(values) else None  # rounded once: order changes nothing

    def total(self, values: Sequence[Number]) -> Number:
        """The sum of those that are not missing, 0 where all are."""
        return math.fsum(each for each in values if each is not None)

    def subtract(self, left: Number, right: Number) -> Number:
        """The difference."""
        return None if left is None or right is None else left - right

    def multiply(self, left: Number, right: Number) -> Number:
        """The product."""
        return None if left is None or right is None else left * right

    def divide(self, left: Number, right: Number) -> Number:
        """The quotient; missing where *right* is 0."""
        return None if left is None or not right else left / right

    def lowest(self, values: Sequence[Number]) -> Number:
        """The lowest that is not missing."""
        return min((each for each in values if each is not None), default=None)

    def highest(self, values: Sequence[Number]) -> Number:
        """The highest that is not missing."""
        return max((each for each in values if each is not None), default=None)

    def clip(self, value: Number, *, lower: float | None = None, upper: float | None = None) -> Number:
        """The value, or the bound that it lies beyond."""
        if value is None:
            return None
        return self.lowest([self.highest([value, lower]), upper])

    def log(self, value: Number, *, node: str | None) -> Number:
        """The natural logarithm; where *value* is not above 0 missing, or an error that names the node."""
        if value is None or value > 0:
            return None if value is None else math.log(value)
        if node is None:
            return None
        raise ZeroError(f"geometric mean of '{node}' for {self.unit}: a score of {value:g} (give the node a floor)")

    def inverse(self, value: Number, *, node: str) -> Number:
        """1 ÷ *value*. Where *value* is not above 0 it is missing, or an error that names the node."""
        if value is None or value > 0:
            return None if value is None else 1 / value
        raise ZeroError(f"harmonic mean of '{node}' for {self.unit}: a score of {value:g} (give the node a floor)")

    def exp(self, value: Number) -> Number:
        """The exponential."""
        return None if value is None else math.exp(value)

    def floor(self, value: Number) -> Number:
        """The next whole number below."""
        return None if value is None else float(math.floor(value))

    def shift(self, value: Number, decimals: int) -> Number:
        """A whole number ÷ 10 to the power of *decimals*, as near to that decimal as a number comes."""
        return None if value is None else value / 10.0**decimals

    def present(self, value: Number) -> bool:
        """Where there is a value."""
        return value is not None

    def at_least(self, left: Number, right: Number) -> bool:
        """Where *left* ≥ *right*."""
        return left is not None and right is not None and left >= right

    def above(self, left: Number, right: Number) -> bool:
        """Where *left* > *right*."""
        return left is not None and right is not None and left > right

    def both(self, conditions: Sequence[bool]) -> bool:
        """Where all of them hold."""
        return all(conditions)

    def either(self, conditions: Sequence[bool]) -> bool:
        """Where any of them holds."""
        return any(conditions)

    def unless(self, condition: bool) -> bool:
        """Where it does not hold."""
        return not condition

    def choose(self, condition: bool, then: Number, otherwise: Number) -> Number:
        """One value where the condition holds, another where it does not."""
        return then if condition else otherwise

    def keep(self, values: Sequence[Number]) -> list[Number]:
        """The same values, worked out once although they are used more often."""
        return list(values)

    def over_units(self, value: Number, statistic: str, *, panel: bool, node: str) -> Number:
        """A statistic of the value over all units: `lowest`, `highest`, `mean`, `deviation`, `count` or `rank`."""
        raise NeedsTableError(f"'{node}' compares units with each other: score a table of units (maturity score)")
