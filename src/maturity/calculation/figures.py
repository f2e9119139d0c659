"""Cells as numbers: texts, levels, answers and sentinels, and where an indicator applies."""

import re
from collections.abc import Mapping, Sequence

import narwhals as nw

from maturity.calculation.columns import Condition
from maturity.calculation.shape import denominators, made, plain
from maturity.calculation.words import Expr, Table, Words
from maturity.framework import Framework, Indicator


def applies_name(id: str) -> str:
    """Name of the column that says where a node applies."""
    return made(id, "applies")


def with_figures(table: Table, framework: Framework) -> tuple[Table, dict[str, Condition]]:
    """The table with numbers in place of texts and levels, and where each indicator applies."""
    words, schema = table.words, table.schema()
    applies: dict[str, Condition] = {each.id: True for each in framework.indicators}
    columns = [_figure(words, plain(name), schema, framework).alias(plain(name)) for name in denominators(framework)]
    for indicator in framework.indicators:
        id = plain(indicator.id)
        if indicator.kind == "checklist":
            columns.append(_answered(words, indicator, schema[id]).alias(id))
        else:
            columns.append(_figure(words, id, schema, framework).alias(id))
        found = _applies(words, id, schema[id], framework)
        if found is not None:
            columns.append(found.alias(applies_name(indicator.id)))
            applies[indicator.id] = words.col(applies_name(indicator.id))
    return table.with_columns(columns), applies


def _figure(words: Words, name: str, schema: Mapping[str, nw.dtypes.DType], framework: Framework) -> Expr:
    """A column as numbers; sentinels, infinities and not-a-numbers are missing."""
    column, kind = words.col(name), schema[name]
    if kind == nw.String:
        text = column.str.strip_chars()
        sentinels = (*framework.sentinels.missing, *framework.sentinels.not_applicable)
        number = words.when(~text.is_in(["", *NOT_NUMBERS, *sentinels])).then(text).cast(words.Float64)
        return words.when(number.is_finite()).then(number)
    number = column if kind == nw.Float64 else column.cast(words.Float64)
    known = [number.is_finite()] if kind.is_float() else []
    codes = sentinel_codes(framework)
    if codes:
        known.append(~number.is_in(codes))
    return words.when(*known).then(number) if known else number


def _applies(words: Words, name: str, kind: nw.dtypes.DType, framework: Framework) -> Expr | None:
    """Where a sentinel does not say that the indicator does not apply; nothing where none can say so."""
    raw, sentinels = words.col(name), framework.sentinels.not_applicable
    codes = codes_of(sentinels)
    if kind == nw.String and sentinels:
        found = raw.str.strip_chars().is_in(list(sentinels))
    elif codes and kind.is_numeric():
        found = raw.cast(words.Float64).is_in(codes)
    else:
        return None
    return words.when(found).then(words.lit(False)).otherwise(words.lit(True))


def sentinel_codes(framework: Framework) -> list[float]:
    """Numbers that stand for no value."""
    return codes_of((*framework.sentinels.missing, *framework.sentinels.not_applicable))


def codes_of(texts: Sequence[str]) -> list[float]:
    """Those of the texts that are numbers."""
    return [float(each) for each in texts if _NUMBER.fullmatch(each)]


_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")
NOT_NUMBERS = ("nan", "NaN", "NAN")
"""Texts that libraries write for a gap."""


def _answered(words: Words, indicator: Indicator, kind: nw.dtypes.DType) -> Expr:
    column = words.col(plain(indicator.id))
    points = words.lit(None, dtype=words.Float64)
    for each in indicator.answers:
        given = _is_given(words, each.answer, column, kind)
        points = words.when(given).then(words.lit(each.points, dtype=words.Float64)).otherwise(points)
    return points


def _is_given(words: Words, answer: str, column: Expr, kind: nw.dtypes.DType) -> Expr:
    if kind == nw.Boolean:
        return column == (answer.lower() == "true") if len(spellings(answer)) > 1 else words.lit(False)
    if kind.is_float() or kind.is_decimal():  # pandas makes 1.0 of 1 beside a gap
        codes = codes_of([answer])
        return column.cast(words.Float64) == codes[0] if codes else words.lit(False)
    text = column.str.strip_chars() if kind == nw.String else column.cast(words.String)
    spelt = spellings(answer)
    return text.is_in(spelt) if len(spelt) > 1 else text == answer


def spellings(answer: str) -> list[str]:
    """The answer as tables write it: spreadsheets and programs spell truth values each in their way."""
    lower = answer.lower()
    return [lower, lower.title(), lower.upper()] if lower in ("true", "false") else [answer]


def rated(words: Words, name: str, framework: Framework) -> Expr:
    """A column of levels as points."""
    points, level = words.lit(None, dtype=words.Float64), words.col(name)
    for each in framework.scale:
        points = words.when(level == each.value).then(words.lit(each.points, dtype=words.Float64)).otherwise(points)
    return points
