"""A profile as sheets: slots, lines, and beside the ratings what the framework asks."""

from collections.abc import Iterator, Sequence

import attrs
from attrs import field, frozen

from maturity.framework import ROOT, Framework, Indicator
from maturity.profile import Profile
from maturity.records.ratings import Rating
from maturity.workbook.rows import Cell, Slot, languages_in, list_lines, list_slots
from maturity.workbook.tables import (
    POSITION,
    RATINGS,
    SECTION,
    Table,
    form_columns,
    languages_of,
    list_tables,
)

MARK = "#"
"""Joins the id of a sheet to the first key of its row of keys."""

BEYOND = "beyond"
"""The sheet of ratings whose indicators the framework does not have."""


@frozen(kw_only=True)
class Sheet:
    """One sheet that holds a part of a profile."""

    id: str = field(metadata={"doc": "A table's id; of ratings with the dimension's, after a colon."})
    slots: tuple[Slot, ...]
    lines: tuple[tuple[Cell, ...], ...]
    firsts: tuple[int, ...] = field(metadata={"doc": "Indices of the lines that begin a record."})


def form_lines(profile: Profile) -> tuple[tuple[Slot, Cell], ...]:
    """What stands once in a profile: a line for each value."""
    slots = list_slots(form_columns(), [profile], workbook_languages(profile))
    return tuple(zip(slots, list_lines(profile, slots)[0], strict=True))


def workbook_languages(profile: Profile) -> tuple[str, ...]:
    """The languages of the workbook's text columns, the profile's own first."""
    return languages_of(profile.language, languages_in(profile))


def list_sheets(profile: Profile, framework: Framework, *, language: str) -> Iterator[Sheet]:
    """The sheets of a profile's tables, in order; what the framework asks stands in *language*."""
    languages = workbook_languages(profile)
    for table in list_tables():
        if table.id == RATINGS:
            yield from _rating_sheets(table, profile, framework, languages, language)
        else:
            yield _table_sheet(table, profile, languages)


def _table_sheet(table: Table, profile: Profile, languages: Sequence[str]) -> Sheet:
    found = [(path[0], record) for path in table.paths for record in _records(profile, path)]
    slots = list_slots(table.columns, [record for _, record in found], languages)
    section = (Slot(key=SECTION),) if table.in_sections else ()
    lines: list[tuple[Cell, ...]] = []
    firsts = []
    for name, record in found:
        firsts.append(len(lines))
        lines += _led(list_lines(record, slots), (name,) if section else ())
    return Sheet(id=table.id, slots=(slots[0], *section, *slots[1:]), lines=tuple(lines), firsts=tuple(firsts))


def _led(lines: list[tuple[Cell, ...]], second: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
    """Each line with the record's id in front, so that sorting a sheet tears nothing apart."""
    for number, line in enumerate(lines):
        yield (lines[0][0], *(second if number == 0 else (None,) * len(second)), *line[1:])


def _records(profile: Profile, path: tuple[str, ...]) -> Sequence[attrs.AttrsInstance]:
    value: object = profile
    for name in path:
        value = getattr(value, name)
    return value  # type: ignore[return-value]


@frozen
class _Placed:
    """A rating, by its number, or an indicator without one; and the sheet where it stands."""

    part: str
    indicator: Indicator | None
    number: int | None


def _rating_sheets(
    table: Table, profile: Profile, framework: Framework, languages: Sequence[str], language: str
) -> Iterator[Sheet]:
    ratings = profile.ratings.ratings
    placed = list(_place_ratings(ratings, framework))
    numbers = [each.number for each in placed if each.number is not None]
    numbered = numbers != sorted(numbers)
    own = list_slots(table.columns, ratings, languages)
    asks = _question_slots(framework)
    slots = (own[0], *asks, *own[1:], *((Slot(key=POSITION),) if numbered else ()))
    parts: dict[str, list[tuple[Cell, ...]]] = {each.id: [] for each in framework.dimensions}
    for each in placed:
        asked = _question_cells(each.indicator, framework, language) if each.indicator else (None,) * len(asks)
        if each.number is None:
            id = each.indicator.id if each.indicator else None
            line: tuple[Cell, ...] = (id, *asked, *(None,) * (len(slots) - len(asks) - 1))
        else:
            cells = list_lines(ratings[each.number], own)[0]
            line = (cells[0], *asked, *cells[1:], *((each.number + 1,) if numbered else ()))
        parts.setdefault(each.part, []).append(line)
    for part, lines in parts.items():
        yield Sheet(id=f"{RATINGS}:{part}", slots=slots, lines=tuple(lines), firsts=tuple(range(len(lines))))


def _place_ratings(ratings: Sequence[Rating], framework: Framework) -> Iterator[_Placed]:
    """Every indicator in the framework's order with its ratings, then ratings that the framework does not know."""
    by_indicator: dict[str, list[int]] = {}
    for number, rating in enumerate(ratings):
        by_indicator.setdefault(rating.indicator, []).append(number)
    for each in framework.indicators:
        above = [id for id in framework.path(each.id) if id != ROOT]
        part = above[-1] if above else BEYOND
        yield from (_Placed(part, each, number) for number in by_indicator.pop(each.id, [None]))
    yield from (_Placed(BEYOND, None, number) for numbers in by_indicator.values() for number in numbers)


def _question_slots(framework: Framework) -> tuple[Slot, ...]:
    levels = [f"(level {each.value})" for each in framework.scale]
    return tuple(Slot(key=key) for key in ("(label)", "(questions)", *levels))


def _question_cells(indicator: Indicator, framework: Framework, language: str) -> tuple[Cell, ...]:
    levels = {each.value: each.descriptor.in_language(language) for each in indicator.levels}
    questions = "\n".join(each.in_language(language) for each in indicator.questions)
    return (
        indicator.label.in_language(language),
        questions or None,
        *(levels.get(each.value) for each in framework.scale),
    )
