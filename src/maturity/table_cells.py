"""What cannot be used in a table of units, named by the row of its file, as DuckDB finds it."""

from collections.abc import Iterator, Mapping, Sequence

import duckdb

from maturity.calculation.figures import sentinel_codes
from maturity.calculation.shape import names_of
from maturity.files.faults import did_you_mean
from maturity.framework import Framework, Indicator

ROW = "maturity row"
"""A column of our own: the row of the file that a unit stands in, counted with the heads."""

SHOWN = 20
"""Problems that are told; past these, only that there are more."""


class DataFileError(ValueError):
    """A data file cannot be scored; the message has a line for each problem."""


def bad_cells(
    table: duckdb.DuckDBPyRelation, framework: Framework, renamed: Mapping[str, str], *, is_long: bool
) -> Iterator[str]:
    """Each cell that is no value of its indicator; *renamed* maps columns to the ids that they stand for."""
    for indicator in framework.indicators:
        if is_long:
            names = ", ".join(literal(name) for name in names_of(indicator))
            yield from _bad(table.filter(f'"indicator" IN ({names})'), "value", indicator, framework)
            continue
        back = {id: column for column, id in renamed.items()}
        wanted = [back.get(indicator.id, indicator.id), *indicator.columns]
        for name in dict.fromkeys(each for each in wanted if each in table.columns):
            yield from _bad(table, name, indicator, framework)
    for name in sorted({each.per.column for each in framework.indicators if each.per} & set(table.columns)):
        yield from _not_numbers(table, name, framework)


def _bad(table: duckdb.DuckDBPyRelation, name: str, indicator: Indicator, framework: Framework) -> Iterator[str]:
    if indicator.kind == "checklist":
        known = [each.answer for each in indicator.answers]
        listed = ", ".join(literal(each) for each in [*known, *_sentinels(framework), ""])
        condition = f"CAST({quoted(name)} AS VARCHAR) NOT IN ({listed})"
        for row, value in _found(table, name, condition):
            hint = did_you_mean(value, known) or "answers: " + ", ".join(known)
            yield f"{row}: '{name}': '{value}' is no answer ({hint})"
        return
    yield from _not_numbers(table, name, framework)
    if indicator.kind == "rubric":
        levels = [each.value for each in framework.scale]
        listed = ", ".join(str(each) for each in (*levels, *sentinel_codes(framework)))
        number = f"try_cast({quoted(name)} AS DOUBLE)"
        for row, value in _found(table, name, f"{_is_value(name, framework)} AND {number} NOT IN ({listed})"):
            yield f"{row}: '{name}': no level {value} (levels run {levels[0]}–{levels[-1]})"


def _not_numbers(table: duckdb.DuckDBPyRelation, name: str, framework: Framework) -> Iterator[str]:
    number = f"try_cast({quoted(name)} AS DOUBLE)"
    condition = f"{_is_value(name, framework)} AND ({number} IS NULL OR NOT isfinite({number}))"
    for row, value in _found(table, name, condition):
        yield f"{row}: '{name}': '{value}' is no number"


def _is_value(name: str, framework: Framework) -> str:
    listed = ", ".join(literal(each) for each in ["", *_sentinels(framework)])
    return f"CAST({quoted(name)} AS VARCHAR) NOT IN ({listed})"


def _found(table: duckdb.DuckDBPyRelation, name: str, condition: str) -> list[tuple[int, str]]:
    bad = table.filter(condition).project(f'"{ROW}", CAST({quoted(name)} AS VARCHAR)').order(f'"{ROW}"')
    return [(int(row), str(value)) for row, value in bad.limit(SHOWN + 1).fetchall()]


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


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str) -> str:
    """A text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"


def _sentinels(framework: Framework) -> tuple[str, ...]:
    return (*framework.sentinels.missing, *framework.sentinels.not_applicable)
