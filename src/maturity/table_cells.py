"""What cannot be used in a table of units, named by the row of its file, as DuckDB finds it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import duckdb
from attrs import evolve, frozen

from maturity.calculation.figures import codes_of, sentinel_codes, spellings
from maturity.calculation.shape import claimed_names, denominators, made, names_of
from maturity.calculation.sql_words import quoted, text_of
from maturity.files.faults import did_you_mean
from maturity.framework import Framework, Indicator
from maturity.rules import Answer

ROW = made("", "row")
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
) -> Iterator[tuple[int, str]]:
    """The row of each of the first cells that are no value and what is said of it, found in one pass.

    *renamed* maps columns to the ids that they stand for.
    """
    types = dict(zip(table.columns, map(str, table.types), strict=True))
    checks = list(_checks_long(types, framework) if is_long else _checks_wide(types, framework, renamed))
    if not checks:
        return
    cells = [f"CASE WHEN {each.condition} THEN CAST({quoted(each.column)} AS VARCHAR) END" for each in checks]
    bad = table.filter(" OR ".join(f"({each.condition})" for each in checks)).order(f'"{ROW}"').limit(SHOWN + 1)
    for row, *found in bad.project(f'"{ROW}", {", ".join(cells)}').fetchall():
        for check, value in zip(checks, found, strict=True):
            if value is not None:
                yield row, f"'{check.column}': {check.say(value)}"


def _checks_wide(types: Mapping[str, str], framework: Framework, renamed: Mapping[str, str]) -> Iterator[_Check]:
    back = {id: column for column, id in renamed.items()}
    for indicator in framework.indicators:
        for name in dict.fromkeys((back.get(indicator.id, indicator.id), *indicator.columns)):
            if name in types:
                yield from _checks_of(indicator, name, framework, is_text=types[name] == "VARCHAR")
    for name in denominators(framework):
        if back.get(name, name) in types:
            column = back.get(name, name)
            yield _number_check(column, framework, is_text=types[column] == "VARCHAR")


def _checks_long(types: Mapping[str, str], framework: Framework) -> Iterator[_Check]:
    """Indicators that are answered alike are checked together."""
    alike: dict[tuple[str, tuple[Answer, ...]], list[Indicator]] = {}
    for indicator in framework.indicators:
        alike.setdefault((indicator.kind, indicator.answers), []).append(indicator)
    for group in alike.values():
        names = ", ".join(text_of(name) for each in group for name in names_of(each))
        for check in _checks_of(group[0], "value", framework, is_text=types["value"] == "VARCHAR"):
            yield evolve(check, condition=f'"indicator" IN ({names}) AND {check.condition}')
    if denominators(framework):
        names = ", ".join(map(text_of, denominators(framework)))
        check = _number_check("value", framework, is_text=types["value"] == "VARCHAR")
        yield evolve(check, condition=f'"indicator" IN ({names}) AND {check.condition}')


def _checks_of(indicator: Indicator, name: str, framework: Framework, *, is_text: bool) -> Iterator[_Check]:
    if indicator.kind == "checklist":
        known = [each.answer for each in indicator.answers]
        spelt = [text for each in known for text in spellings(each)]
        listed = ", ".join(text_of(each) for each in [*spelt, *_sentinels(framework), ""])
        codes = ", ".join(map(str, [*codes_of(known), *sentinel_codes(framework)]))
        condition = f"CAST({quoted(name)} AS VARCHAR) NOT IN ({listed})"
        if codes and not is_text:
            condition = f"({condition} AND CAST({quoted(name)} AS DOUBLE) NOT IN ({codes}))"
        all_of_them = "answers: " + ", ".join(known)
        yield _Check(
            name, condition, lambda value: f"'{value}' is no answer ({did_you_mean(value, known) or all_of_them})"
        )
        return
    yield _number_check(name, framework, is_text=is_text)
    if indicator.kind == "rubric":
        levels = [each.value for each in framework.scale]
        listed = ", ".join(str(each) for each in (*levels, *sentinel_codes(framework)))
        number = f"try_cast({quoted(name)} AS DOUBLE)"
        condition = f"{_is_value(name, framework)} AND isfinite({number}) AND {number} NOT IN ({listed})"
        yield _Check(name, condition, lambda value: f"no level {value} (levels run {levels[0]}–{levels[-1]})")


def _number_check(name: str, framework: Framework, *, is_text: bool) -> _Check:
    number = f"try_cast({quoted(name)} AS DOUBLE)"
    is_none = f"{number} IS NULL OR isinf({number})"
    if is_text:  # DuckDB reads 1_000 and nan
        is_none += f" OR isnan({number}) OR contains({quoted(name)}, '_')"
    condition = f"{_is_value(name, framework)} AND ({is_none})"
    return _Check(name, condition, lambda value: f"'{value}' is no number")


def _is_value(name: str, framework: Framework) -> str:
    listed = ", ".join(text_of(each) for each in ["", *_sentinels(framework)])
    return f"CAST({quoted(name)} AS VARCHAR) NOT IN ({listed})"


def repeated_units(
    table: duckdb.DuckDBPyRelation,
    units: Sequence[str],
    framework: Framework,
    *,
    is_long: bool,
    row_in_file: Callable[[int], int] = int,
) -> Iterator[tuple[int, str]]:
    """The row of each unit that has no name or stands twice, and what is said of it.

    In a long table a unit stands twice when it has two values for an indicator, by whichever of its names.

    Raises:
        DataFileError: A column of *units* is not there.
    """
    missing = [each for each in units if each not in table.columns]
    if missing:
        raise DataFileError(f"no column '{missing[0]}' ({did_you_mean(missing[0], table.columns) or 'see --unit'})")
    keys = [*map(quoted, units), *([_indicator(framework)] if is_long else [])]
    listed = ", ".join(keys)
    if is_long:
        table = table.filter(f"{quoted('indicator')} IN ({', '.join(map(text_of, sorted(claimed_names(framework))))})")
    twice = table.aggregate(f'{listed}, min("{ROW}") AS first, max("{ROW}") AS last, count(*) AS times', listed)
    has_no_name = " AND ".join(f"coalesce(CAST({quoted(each)} AS VARCHAR), '') = ''" for each in units)
    for *key, first, last, _ in (
        twice.filter(f"times > 1 OR ({has_no_name})").order("first").limit(SHOWN + 1).fetchall()
    ):
        unit = ", ".join(str(each) for each in key[: len(units)] if each)
        row = row_in_file(first)
        if not unit:
            yield first, f"the row names no unit ({', '.join(units)} is empty)"
        elif is_long:
            yield last, f"the unit {unit} has a value for '{key[-1]}' in row {row} already"
        else:
            yield last, f"the unit {unit} stands in row {row} already (--unit names the columns)"


def _indicator(framework: Framework) -> str:
    """The id of the indicator that a row of a long table is about, as SQL."""
    other_names = [(name, each.id) for each in framework.indicators for name in names_of(each) if name != each.id]
    if not other_names:
        return quoted("indicator")
    cases = " ".join(f"WHEN {text_of(name)} THEN {text_of(id)}" for name, id in other_names)
    return f"CASE {quoted('indicator')} {cases} ELSE {quoted('indicator')} END"


def _sentinels(framework: Framework) -> tuple[str, ...]:
    return (*framework.sentinels.missing, *framework.sentinels.not_applicable)
