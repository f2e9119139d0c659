"""The few operations that rules are made of, so that one definition serves numbers and columns alike."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

V = TypeVar("V")
"""A value that may be missing: a number, or a column of them."""
C = TypeVar("C")
"""A condition: a truth value, or a column of them."""


class Algebra(Protocol[V, C]):
    """Arithmetic in which what is missing stays missing.

    An operation with a missing value is missing; a comparison with one is false.
    """

    def number(self, value: float | None) -> V:
        """A constant, or the missing value."""

    def add(self, values: Sequence[V]) -> V:
        """The sum."""

    def total(self, values: Sequence[V]) -> V:
        """The sum of those that are not missing, 0 where all are."""

    def subtract(self, left: V, right: V) -> V:
        """The difference."""

    def multiply(self, left: V, right: V) -> V:
        """The product."""

    def divide(self, left: V, right: V) -> V:
        """The quotient; missing where *right* is 0."""

    def lowest(self, values: Sequence[V]) -> V:
        """The lowest that is not missing."""

    def highest(self, values: Sequence[V]) -> V:
        """The highest that is not missing."""

    def clip(self, value: V, *, lower: float | None = None, upper: float | None = None) -> V:
        """The value, or the bound that it lies beyond."""

    def log(self, value: V, *, node: str | None) -> V:
        """The natural logarithm; where *value* is not above 0 missing, or an error that names the node."""

    def inverse(self, value: V, *, node: str) -> V:
        """1 ÷ *value*. Where *value* is not above 0 it is missing, or an error that names the node."""

    def exp(self, value: V) -> V:
        """The exponential."""

    def floor(self, value: V) -> V:
        """The next whole number below."""

    def shift(self, value: V, decimals: int) -> V:
        """A whole number ÷ 10 to the power of *decimals*, as near to that decimal as a number comes."""

    def present(self, value: V) -> C:
        """Where there is a value."""

    def at_least(self, left: V, right: V) -> C:
        """Where *left* ≥ *right*."""

    def above(self, left: V, right: V) -> C:
        """Where *left* > *right*."""

    def both(self, conditions: Sequence[C]) -> C:
        """Where all of them hold."""

    def either(self, conditions: Sequence[C]) -> C:
        """Where any of them holds."""

    def unless(self, condition: C) -> C:
        """Where it does not hold."""

    def choose(self, condition: C, then: V, otherwise: V) -> V:
        """One value where the condition holds, another where it does not."""

    def keep(self, values: Sequence[V]) -> list[V]:
        """The same values, worked out once although they are used more often."""

    def over_units(self, value: V, statistic: str, *, panel: bool, node: str) -> V:
        """A statistic of the value over all units: `lowest`, `highest`, `mean`, `deviation`, `count` or `rank`.

        *panel* takes all periods together. `deviation` is the sample's standard deviation. `rank` counts from 1, the
        highest value first; ties share the best rank.
        """
