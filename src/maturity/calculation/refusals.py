"""Cells that are no figure, no level and no answer, in tables that are in memory and can be looked at."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import narwhals as nw
from attrs import frozen

from maturity.calculation.figures import NOT_NUMBERS, codes_of, sentinel_codes, spellings
from maturity.calculation.numbers import TableError
from maturity.calculation.shape import denominators, made, plain
from maturity.framework import Framework, Indicator

SHOWN = 20
"""Cells that are named; past these, only that there are more."""


def refuse_cells(table: nw.DataFrame[Any], framework: Framework, units: Sequence[str]) -> None:
    """Refuse a table in which a cell cannot be used; *units* are the columns that name a unit.

    Raises:
        TableError: One cannot. The message has a line for each, with its column and unit.
    """
    checks = list(_checks(table.schema, _infinite(table), framework))
    if not checks:
        return
    found = table.select(each.condition.fill_null(False).any().alias(each.name) for each in checks).row(0)
    lines = [line for check, fails in zip(checks, found, strict=True) if fails for line in _lines(table, check, units)]
    if lines:
        raise TableError("\n".join([*lines[:SHOWN], *(["… and more"] if len(lines) > SHOWN else [])]))


@frozen
class _Check:
    """What makes a cell of a column unusable, and what to say of it."""

    name: str
    column: str
    condition: nw.Expr
    said: str


def _infinite(table: nw.DataFrame[Any]) -> set[str]:
    """Columns in which an infinite number stands, found out together."""
    floats = [name for name, kind in table.schema.items() if kind.is_float()]
    if not floats:
        return set()
    ends = table.select(nw.max(*floats)).rows() + table.select(nw.min(*floats)).rows()
    return {name for name, *found in zip(floats, *ends, strict=True) if any(map(_is_infinite, found))}


def _is_infinite(value: float | None) -> bool:
    return value is not None and math.isinf(value)


def _checks(schema: Mapping[str, Any], infinite: set[str], framework: Framework) -> Iterator[_Check]:
    indicators = {each.id: each for each in framework.indicators}
    for name in (*indicators, *denominators(framework)):
        kind, indicator = schema[plain(name)], indicators.get(name)
        is_rubric = indicator is not None and indicator.kind == "rubric"
        is_checklist = indicator is not None and indicator.kind == "checklist"
        if kind == nw.String or is_rubric or is_checklist or plain(name) in infinite:
            yield from _checks_of(name, indicator, kind, framework)


def _checks_of(name: str, indicator: Indicator | None, kind: Any, framework: Framework) -> Iterator[_Check]:  # noqa: ANN401
    column = nw.col(plain(name))
    text = column.str.strip_chars()
    is_there = ~column.is_null() & ~column.is_nan() if kind.is_float() else ~column.is_null()
    known = ["", *framework.sentinels.missing, *framework.sentinels.not_applicable]
    if indicator is not None and indicator.kind == "checklist":
        answers = [each.answer for each in indicator.answers]
        spelt = [text for each in answers for text in spellings(each)]
        said = f"'{{}}' is no answer (answers: {', '.join(answers)})"
        if kind == nw.String:
            yield _Check(plain(name), name, ~text.is_in([*known, *NOT_NUMBERS, *spelt]) & is_there, said)
        elif kind.is_numeric():
            codes = [*sentinel_codes(framework), *codes_of(answers)]
            yield _Check(plain(name), name, ~_number(column, kind).is_in(codes) & is_there, said)
        return
    if kind == nw.String:
        is_there &= ~text.is_in([*known, *NOT_NUMBERS])
    number = _number(column, kind)
    if kind == nw.String or kind.is_float():
        is_none = is_there & ~number.is_finite().fill_null(False)
        yield _Check(made(name, "number"), name, is_none, "'{}' is no number")
    if indicator is not None and indicator.kind == "rubric":
        levels = [float(each.value) for each in framework.scale]
        off_scale = is_there & number.is_finite() & ~number.is_in([*levels, *sentinel_codes(framework)])
        yield _Check(plain(name), name, off_scale, f"no level {{}} (levels run {levels[0]:g}–{levels[-1]:g})")


def _number(column: nw.Expr, kind: Any) -> nw.Expr:  # noqa: ANN401
    """The column as numbers, missing where a text writes none."""
    if kind == nw.String:
        text = column.str.strip_chars()
        return nw.when(text.str.contains(_WRITTEN)).then(text).cast(nw.Float64)
    return column.cast(nw.Float64)


_WRITTEN = r"^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$"


def _lines(table: nw.DataFrame[Any], check: _Check, units: Sequence[str]) -> Iterator[str]:
    bad = table.filter(check.condition.fill_null(False)).select(*map(plain, units), plain(check.column))
    for *unit, value in bad.head(SHOWN + 1).rows():
        shown = f"{value:g}" if isinstance(value, float) else str(value).strip()
        yield f"'{check.column}' for {', '.join(map(str, unit))}: {check.said.format(shown)}"
