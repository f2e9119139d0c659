"""Cells as numbers: texts, levels, answers and sentinels, and where an indicator applies."""

import re
from collections.abc import Mapping, Sequence

import narwhals as nw

from maturity.calculation.columns import Condition
from maturity.calculation.shape import Frame, denominators, plain
from maturity.framework import Framework, Indicator


def applies_name(id: str) -> str:
    """Name of the column that says where a node applies."""
    return f"{plain(id)} applies"


def with_figures(table: Frame, framework: Framework) -> tuple[Frame, dict[str, Condition]]:
    """The table with numbers in place of texts and levels, and where each indicator applies."""
    schema = table.collect_schema()
    applies: dict[str, Condition] = {each.id: True for each in framework.indicators}
    columns = [_figure(plain(name), framework, schema).alias(plain(name)) for name in denominators(framework)]
    for indicator in framework.indicators:
        id = plain(indicator.id)
        if indicator.kind == "checklist":
            columns.append(_answered(indicator, schema[id]).alias(id))
        else:
            columns.append(_figure(id, framework, schema).alias(id))
        found = _applies(nw.col(id), framework, schema[id])
        if found is not None:
            columns.append(found.alias(applies_name(indicator.id)))
            applies[indicator.id] = nw.col(applies_name(indicator.id))
    return table.with_columns(*columns), applies


def _figure(name: str, framework: Framework, schema: Mapping[str, nw.dtypes.DType]) -> nw.Expr:
    """A column as numbers; sentinels and not-a-numbers are missing."""
    column, kind = nw.col(name), schema[name]
    if kind == nw.String:
        text = column.str.strip_chars()
        sentinels = (*framework.sentinels.missing, *framework.sentinels.not_applicable)
        return nw.when(~text.is_in(["", *sentinels])).then(text).cast(nw.Float64)
    number = column if kind == nw.Float64 else column.cast(nw.Float64)
    known = [~number.is_nan()] if kind.is_float() else []
    codes = sentinel_codes(framework)
    if codes:
        known.append(~number.is_in(codes))
    return nw.when(*known).then(number) if known else number


def _applies(raw: nw.Expr, framework: Framework, kind: nw.dtypes.DType) -> nw.Expr | None:
    """Where a sentinel does not say that the indicator does not apply; nothing where none can say so."""
    sentinels = framework.sentinels.not_applicable
    codes = _codes(sentinels)
    if kind == nw.String and sentinels:
        found = raw.str.strip_chars().is_in(list(sentinels))
    elif codes and kind.is_numeric():
        found = raw.is_in(codes) if kind == nw.Float64 else raw.cast(nw.Float64).is_in(codes)
    else:
        return None
    return nw.when(found).then(nw.lit(False)).otherwise(nw.lit(True))


def sentinel_codes(framework: Framework) -> list[float]:
    """Numbers that stand for no value."""
    return _codes((*framework.sentinels.missing, *framework.sentinels.not_applicable))


def _codes(sentinels: Sequence[str]) -> list[float]:
    return [float(each) for each in sentinels if _NUMBER.fullmatch(each)]


_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")


def _answered(indicator: Indicator, kind: nw.dtypes.DType) -> nw.Expr:
    column = nw.col(plain(indicator.id))
    text = column.str.strip_chars() if kind == nw.String else column.cast(nw.String)
    points: nw.Expr = nw.lit(None, dtype=nw.Float64)
    for each in indicator.answers:
        points = nw.when(text == each.answer).then(nw.lit(each.points, dtype=nw.Float64)).otherwise(points)
    return points


def rated(level: nw.Expr, framework: Framework) -> nw.Expr:
    """What a level is worth."""
    points: nw.Expr = nw.lit(None, dtype=nw.Float64)
    for each in framework.scale:
        points = nw.when(level == each.value).then(nw.lit(each.points, dtype=nw.Float64)).otherwise(points)
    return points
