"""How much width each column of a table gets."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from maturity.render.width import columns_of, longest_word
from maturity.report.page import Column, Table

_NARROWEST = 8
_LONGEST_NAME = 16
"""Up to so much room the longest word of the names of rows has; what is longer is no ordinary word."""
_SHORT = 16
_READABLE = 14
"""Narrower than this, most words are broken."""
_LEAST = 2
"""What one Chinese character takes."""


def column_widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Widths in terminal columns that sum to at most *width*.

    Numbers and short texts get what they need; texts that need more share what is left by their `share`, none below
    eight columns where there is room for that, nor the names of rows below their longest word. The first of *rows*
    holds the heads.
    """
    floors = _floors(columns, rows)
    needed = [max(columns_of(row[index]) for row in rows) for index in range(len(columns))]
    if sum(needed) <= width:
        return needed
    kept = [column.number or column.whole for column in columns]
    given = [needed[index] if kept[index] else 0 for index in range(len(columns))]
    waiting = [index for index in range(len(columns)) if not kept[index]]
    while waiting:
        left = width - sum(given)
        shares = sum(columns[index].share for index in waiting)
        fair = {index: max(_NARROWEST, floors[index], left * columns[index].share // shares) for index in waiting}
        fitting = [index for index in waiting if needed[index] <= fair[index]]
        for index in fitting or waiting:
            given[index] = min(needed[index], fair[index])
        waiting = [index for index in waiting if fitting and index not in fitting]
    return _shrink(given, floors, columns, width)


def widths_on_paper(table: Table, heads: Sequence[str], width: int) -> list[int]:
    """Widths in letters; the column that names the rows shares in full, since narrow names would make high rows."""
    widest = max(column.share for column in table.columns)
    columns = [
        evolve(column, share=widest) if place == table.named else column for place, column in enumerate(table.columns)
    ]
    return column_widths(columns, (heads, *table.texts), width)


def column_parts(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, gap: int) -> list[list[int]]:
    """Places of the columns to set side by side; where not all have room for their words, in several parts.

    The first column stands in front of each part. The first of *rows* holds the heads.
    """
    floors = _floors(columns, rows)
    needed = [max(columns_of(row[index]) for row in rows) for index in range(len(columns))]
    least = [
        each if column.number or column.whole else max(floors[index], _readable(each, [row[index] for row in rows]))
        for index, (each, column) in enumerate(zip(needed, columns, strict=True))
    ]
    if sum(least) + gap * (len(columns) - 1) <= width or len(columns) < 3:
        return [list(range(len(columns)))]
    parts: list[list[int]] = []
    for index in range(1, len(columns)):
        taken = sum(least[each] + gap for each in parts[-1]) if parts else 0
        if not parts or taken + least[index] > width:
            parts.append([0])
        parts[-1].append(index)
    return parts


def _readable(needed: int, texts: Sequence[str]) -> int:
    """How wide a column of texts must be: short ones may stand a word to a line."""
    if needed > _SHORT:
        return min(needed, _READABLE)
    return max((columns_of(word) for text in texts for word in text.split()), default=0)


def _floors(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int]:
    """What each column should not go below: the cells of a number, broken, are read wrong, and so are names of rows."""
    named = next((place for place, column in enumerate(columns) if not column.number), None)
    floors = [_LEAST] * len(columns)
    for place, column in enumerate(columns):
        if column.number:
            floors[place] = max((columns_of(row[place]) for row in rows[1:]), default=_LEAST)
        elif place == named:
            floors[place] = min(_LONGEST_NAME, max(longest_word(row[place]) for row in rows))
    return floors


def _shrink(given: list[int], floors: Sequence[int], columns: Sequence[Column], width: int) -> list[int]:
    """Take from the widest column until all fit, below its floor last, and from the cells of a number last of all."""

    def spare(index: int) -> tuple[bool, bool, int]:
        is_above = given[index] > floors[index]
        return is_above, is_above or (given[index] > _LEAST and not columns[index].number), given[index]

    while sum(given) > width and max(given) > _LEAST:
        given[max(range(len(given)), key=spare)] -= 1
    return given


def parts_of(table: Table, width: int, gap: int) -> Iterator[Table]:
    """*table* in as many parts as its columns need, see `column_parts`."""
    heads = tuple(column.head for column in table.columns)
    for places in column_parts(table.columns, (heads, *table.texts), width, gap):
        yield evolve(
            table,
            columns=tuple(table.columns[place] for place in places),
            rows=tuple(tuple(row[place] for place in places) for row in table.rows),
        )
