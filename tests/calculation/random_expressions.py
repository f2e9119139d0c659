"""Expressions of any shape over two columns, to be said in the words of any engine."""

import operator
from collections.abc import Callable
from typing import Any

import pyarrow as pa
from attrs import field, frozen
from hypothesis import strategies as st

from maturity.calculation.words import Expr, Words

VALUES = (None, -2.0, 0.0, 1.0, 3.0)
ROWS = pa.table(
    {
        "x": pa.array([left for left in VALUES for _ in VALUES], pa.float64()),
        "the “y”": pa.array([right for _ in VALUES for right in VALUES], pa.float64()),
    }
)
"""Every pair of a few numbers, of which one may be missing."""


@frozen
class Said:
    """What is done to the parts of an expression; a failing example shows it by name."""

    name: str
    parts: tuple["Part", ...]
    work: Callable[..., Expr] = field(repr=False)

    def said(self, words: Words) -> Expr:
        return self.work(words, *(_said(each, words) for each in self.parts))


Part = Said | float | None


def _said(part: Part, words: Words) -> Expr:
    return part.said(words) if isinstance(part, Said) else part


def _column(name: str) -> Said:
    return Said(name, (), lambda words: words.col(name))


def _plain(work: Callable[..., Expr]) -> Callable[..., Expr]:
    return lambda _, *parts: work(*parts)


SIGNS = {"-": operator.sub, "*": operator.mul}
COMPARISONS = {
    "≥": operator.ge,
    ">": operator.gt,
    "≤": operator.le,
    "<": operator.lt,
    "=": operator.eq,
    "≠": operator.ne,
}
FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "floor of a half": lambda value: (value / 2.0).floor(),
    "clip": lambda value: value.clip(-1.0, 2.0),
    "clip below": lambda value: value.clip(-1.0, None),
    "clip above": lambda value: value.clip(None, 2.0),
}

constants = st.sampled_from([-2.0, -1.0, 0.5, 1.0, 3.0, 1e-7])


def numbers(depth: int = 3) -> st.SearchStrategy[Said]:
    """Expressions that are numbers."""
    columns = st.sampled_from([_column(name) for name in ROWS.column_names])
    if depth == 0:
        return columns
    inside, either = numbers(depth - 1), st.one_of(numbers(depth - 1), constants)
    parts = [
        *(_made(sign, _plain(work), inside, either) for sign, work in [("+", operator.add), *SIGNS.items()]),
        *(_made(sign, _plain(work), constants, inside) for sign, work in SIGNS.items()),
        _made("÷ (1 + …²)", lambda _, left, right: left / (right * right + 1.0), inside, inside),
        _made("1 ÷ (1 + …²)", lambda _, right: 1 / (right * right + 1.0), inside),
        *(_made(name, _plain(work), inside) for name, work in FUNCTIONS.items()),
        _made("sum", lambda words, *each: words.sum_horizontal(*each), inside, inside),
        _made("lowest", lambda words, left, right: words.min_horizontal(left, words.lit(right)), inside, constants),
        _made("highest", lambda words, *each: words.max_horizontal(*each), inside, inside),
        _made("when", lambda words, on, then: words.when(on).then(then), conditions(depth - 1), either),
        _made("sum of case", _sum_of_case, conditions(depth - 1), constants, inside),
        _made("when both", _when_both, conditions(depth - 1), conditions(depth - 1), either, either),
    ]
    return st.one_of(columns, *parts)


def conditions(depth: int = 3) -> st.SearchStrategy[Said]:
    """Expressions that hold or do not."""
    inside = numbers(max(depth - 1, 0))
    simple = [
        *(_made(sign, _plain(work), inside, st.one_of(inside, constants)) for sign, work in COMPARISONS.items()),
        *(_made(f"number {sign}", _plain(work), constants, inside) for sign, work in COMPARISONS.items()),
        _made("missing", lambda _, value: value.is_null(), inside),
        _made("one of", lambda _, value: value.is_in([0.0, 3.0]), inside),
    ]
    if depth == 0:
        return st.one_of(simple)
    below = conditions(depth - 1)
    return st.one_of(
        *simple,
        _made("and", _plain(operator.and_), below, below),
        _made("or", _plain(operator.or_), below, below),
        _made("not", _plain(operator.invert), below),
        _made("alike", _plain(operator.eq), below, below),
        _made("unknown", lambda _, condition: condition.is_null(), below),
    )


def _made(name: str, work: Callable[..., Expr], *parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Said]:
    return st.builds(Said, st.just(name), st.tuples(*parts), st.just(work))


def _sum_of_case(words: Words, on: Expr, then: float, other: Expr) -> Expr:
    return words.sum_horizontal(words.when(on).then(then), other)


def _when_both(words: Words, one: Expr, other: Expr, then: Expr, otherwise: Expr) -> Expr:
    return words.when(one, other).then(then).otherwise(otherwise)
