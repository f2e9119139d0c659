"""What cannot be used in a table of units, named by the row of its file, as DuckDB finds it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import duckdb
from attrs import evolve, frozen

from maturity.calculation.figures import sentinel_codes
from maturity.calculation.shape import denominators, names_of
from maturity.calculation.sql_words import quoted, text_of
from maturity.files.faults import did_you_mean
from maturity.framework import Framework, Indicator
from maturity.rules import Answer

ROW = "maturity row"
"""A column of our own: the row of the file that a unit stands in, counted with the heads."""

SHOWN = 20
"""Problems that are told; past these, only that there are more."""


class DataFileError(ValueError):
    """A data file cannot be scored; the message has a line for each problem."""


@frozen
class _Check:
    """What makes a cell of a column unusable, as SQL, and what to say of it."""

    column: str
    condition: str
    say: Callable[[str], str]


def bad_cells(
    table: duckdb.DuckDBPyRelation, framework: Framework, renamed: Mapping[str, str], *, is_long: bool
) -> Iterator[str]:
    """A line for each of the first cells that are no value, found in one pass.

    *renamed* maps columns to the ids that they stand for.
    """
    listed = _checks_long(framework) if is_long else _checks_wide(table.columns, framework, renamed)
    checks = list(listed)
    if not checks:
        return
    cells = [f"CASE WHEN {each.condition} THEN CAST({quoted(each.column)} AS VARCHAR) END" for each in checks]
    bad = table.filter(" OR ".join(f"({each.condition})" for each in checks)).order(f'"{ROW}"').limit(SHOWN + 1)
    for row, *found in bad.project(f'"{ROW}", {", ".join(cells)}').fetchall():
        for check, value in zip(checks, found, strict=True):
            if value is not None:
                yield f"{row}: '{check.column}': {check.say(value)}"


def _checks_wide(names: Sequence[str], framework: Framework, renamed: Mapping[str, str]) -> Iterator[_Check]:
    back = {id: column for column, id in renamed.items()}
    for indicator in framework.indicators:
        for name in dict.fromkeys((back.get(indicator.id, indicator.id), *indicator.columns)):
            if name in names:
                yield from _checks_of(indicator, name, framework)
    for name in denominators(framework):
        if back.get(name, name) in names:
            yield _number_check(back.get(name, name), framework)


def _checks_long(framework: Framework) -> Iterator[_Check]:
    """Indicators that are answered alike are checked together."""
    alike: dict[tuple[str, tuple[Answer, ...]], list[Indicator]] = {}
    for indicator in framework.indicators:
        alike.setdefault((indicator.kind, indicator.answers), []).append(indicator)
    for group in alike.values():
        names = ", ".join(text_of(name) for each in group for name in names_of(each))
        for check in _checks_of(group[0], "value", framework):
            yield evolve(check, condition=f'"indicator" IN ({names}) AND {check.condition}')
    if denominators(framework):
        names = ", ".join(map(text_of, denominators(framework)))
        check = _number_check("value", framework)
        yield evolve(check, condition=f'"indicator" IN ({names}) AND {check.condition}')


def _checks_of(indicator: Indicator, name: str, framework: Framework) -> Iterator[_Check]:
    if indicator.kind == "checklist":
        known = [each.answer for each in indicator.answers]
        listed = ", ".join(text_of(each) for each in [*known, *_sentinels(framework), ""])
        condition = f"CAST({quoted(name)} AS VARCHAR) NOT IN ({listed})"
        all_of_them = "answers: " + ", ".join(known)
        yield _Check(
            name, condition, lambda value: f"'{value}' is no answer ({did_you_mean(value, known) or all_of_them})"
        )
        return
    yield _number_check(name, framework)
    if indicator.kind == "rubric":
        levels = [each.value for each in framework.scale]
        listed = ", ".join(str(each) for each in (*levels, *sentinel_codes(framework)))
        number = f"try_cast({quoted(name)} AS DOUBLE)"
        condition = f"{_is_value(name, framework)} AND isfinite({number}) AND {number} NOT IN ({listed})"
        yield _Check(name, condition, lambda value: f"no level {value} (levels run {levels[0]}–{levels[-1]})")


def _number_check(name: str, framework: Framework) -> _Check:
    number = f"try_cast({quoted(name)} AS DOUBLE)"
    condition = f"{_is_value(name, framework)} AND ({number} IS NULL OR NOT isfinite({number}))"
    return _Check(name, condition, lambda value: f"'{value}' is no number")


def _is_value(name: str, framework: Framework) -> str:
    listed = ", ".join(text_of(each) for each in ["", *_sentinels(framework)])
    return f"CAST({quoted(name)} AS VARCHAR) NOT IN ({listed})"


def repeated_units(table: duckdb.DuckDBPyRelation, units: Sequence[str], *, is_long: bool) -> Iterator[str]:
    """Each unit that stands twice; in a long table, twice for one indicator.

    Raises:
        DataFileError: A column of *units* is not there.
    """
    missing = [each for each in units if each not in table.columns]
    if missing:
        raise DataFileError(f"no column '{missing[0]}' ({did_you_mean(missing[0], table.columns) or 'see --unit'})")
    keys = [*units, *(["indicator"] if is_long else [])]
    listed = ", ".join(quoted(each) for each in keys)
    twice = table.aggregate(f'{listed}, min("{ROW}") AS first, max("{ROW}") AS last, count(*) AS times', listed)
    for row in twice.filter("times > 1").order("first").limit(SHOWN + 1).fetchall():
        *key, first, last, _ = row
        yield f"{last}: the unit {', '.join(map(str, key))} stands in row {first} already (--unit names the columns)"


def _sentinels(framework: Framework) -> tuple[str, ...]:
    return (*framework.sentinels.missing, *framework.sentinels.not_applicable)
