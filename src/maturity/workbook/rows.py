"""Records as lines of cells: one line, or as many as the longest list in the record."""

from collections.abc import Iterable, Sequence

import attrs
from attrs import field, frozen

from maturity.text import Text
from maturity.workbook.columns import Column
from maturity.workbook.quoting import number_cell, quoted, quoted_line
from maturity.workbook.tables import ORIGINAL

Cell = str | int | float | bool | None
"""What stands in a cell; nothing where it is empty."""


@frozen(kw_only=True)
class Slot:
    """One column of a sheet: a column of the record, in one language where it holds text."""

    key: str
    column: Column | None = field(default=None, metadata={"doc": "Nothing where it holds no field."})
    language: str = ""


def list_slots(columns: Iterable[Column], values: Sequence[object], languages: Sequence[str]) -> tuple[Slot, ...]:
    """The columns of a sheet that holds *values*; a text has one for each of *languages*.

    Where a text was not written in the first of the languages that it speaks, one more says in which.
    """
    found: list[Slot] = []
    for column in columns:
        if column.holds != "text":
            found.append(Slot(key=column.key, column=column))
            continue
        found += [Slot(key=f"{column.key}[{each}]", column=column, language=each) for each in languages]
        texts = [text for value in values for text in _texts(value, column)]
        if any(text.language != first_language(text, languages) for text in texts):
            found.append(Slot(key=f"{column.key}[{ORIGINAL}]", column=column, language=ORIGINAL))
    return tuple(found)


def list_lines(value: object, slots: Sequence[Slot]) -> list[tuple[Cell, ...]]:
    """The cells of one record, line by line; what stands once is in the first line alone."""
    lists = {slot.column.path[0] for slot in slots if slot.column and slot.column.in_list}
    count = max((len(getattr(value, name)) for name in lists), default=1)
    return [tuple(_cell(value, slot, line) for slot in slots) for line in range(max(count, 1))]


def first_language(text: Text, languages: Sequence[str]) -> str:
    """The language of *languages* that a text is taken to be written in: the first that it speaks."""
    return next(each for each in languages if text.speaks(each))


def languages_in(value: object) -> set[str]:
    """Languages that the texts in *value*, and in all that it holds, speak."""
    found: set[str] = set()
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Text):
            found |= {each.language, *(code for code, _ in each.translations)}
        elif isinstance(each, tuple):
            waiting.extend(each)
        elif attrs.has(type(each)):
            waiting.extend(getattr(each, one.name) for one in attrs.fields(type(each)))  # type: ignore[arg-type]
    return found


def _cell(value: object, slot: Slot, line: int) -> Cell:
    column = slot.column
    if column is None:
        return None
    if column.holds == "result":
        return _result(value) if line == 0 else None
    found = _items(value, column)
    return _encoded(found[line], slot, column) if line < len(found) else None


def _items(value: object, column: Column) -> list[object]:
    """What stands at the column's path: one value, or one for each item of its list."""
    if not column.in_list:
        return [_follow(value, column.path)]
    return [_follow(item, column.inner) for item in getattr(value, column.path[0])]


def _follow(value: object, path: Iterable[str]) -> object:
    for name in path:
        if value is None:
            return None
        value = getattr(value, name)
    return value


def _result(value: object) -> Cell:
    found: list[Cell] = [getattr(value, name) for name in ("level", "status", "answer")]
    return next((each for each in found if each is not None), None)


def _encoded(value: object, slot: Slot, column: Column) -> Cell:
    if value is None or (value == column.default and not column.required):
        return None
    if isinstance(value, Text):
        return _text(value, slot.language)
    if isinstance(value, tuple):
        return ", ".join(value) if column.holds == "ids" else "\n".join(quoted_line(each) for each in value)
    return number_cell(value) if isinstance(value, int | float) else quoted(str(value))


def _text(text: Text, language: str) -> Cell:
    if language == ORIGINAL:
        return text.language
    return quoted(text.in_language(language)) if text.speaks(language) else None


def _texts(value: object, column: Column) -> list[Text]:
    return [each for each in _items(value, column) if isinstance(each, Text)]
