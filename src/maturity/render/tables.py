"""How much width each column of a table gets."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from maturity.render.width import columns_of
from maturity.report.page import Column, Table

_NARROWEST = 8
_READABLE = 14
"""Narrower than this, most words are broken."""
_LEAST = 2
"""What one Chinese character takes."""


def column_widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Widths in terminal columns that sum to at most *width*.

    Numbers and short texts get what they need; texts that need more share what is left by their `share`, none below
    eight columns where there is room for that. The first of *rows* holds the heads.
    """
    needed = [max(columns_of(row[index]) for row in rows) for index in range(len(columns))]
    if sum(needed) <= width:
        return needed
    kept = [column.number or column.whole for column in columns]
    given = [needed[index] if kept[index] else 0 for index in range(len(columns))]
    waiting = [index for index in range(len(columns)) if not kept[index]]
    while waiting:
        left = width - sum(given)
        shares = sum(columns[index].share for index in waiting)
        fair = {index: max(_NARROWEST, left * columns[index].share // shares) for index in waiting}
        fitting = [index for index in waiting if needed[index] <= fair[index]]
        for index in fitting or waiting:
            given[index] = min(needed[index], fair[index])
        waiting = [index for index in waiting if fitting and index not in fitting]
    return _shrink(given, columns, rows, width)


def column_parts(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, gap: int) -> list[list[int]]:
    """Places of the columns to set side by side; where not all have room for their words, in several parts.

    The first column stands in front of each part. The first of *rows* holds the heads.
    """
    needed = [max(columns_of(row[index]) for row in rows) for index in range(len(columns))]
    least = [
        each if column.number or column.whole else min(each, _READABLE)
        for each, column in zip(needed, columns, strict=True)
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


def _shrink(given: list[int], columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Take from the widest column until all fit, from the cells of a number last: broken, it is read wrong."""
    floors = [
        max((columns_of(row[index]) for row in rows[1:]), default=_LEAST) if column.number else _LEAST
        for index, column in enumerate(columns)
    ]
    while sum(given) > width and max(given) > _LEAST:
        widest = max(range(len(given)), key=lambda index: (given[index] > floors[index], given[index]))
        given[widest] -= 1
    return given


def parts_of(table: Table, most: int) -> Iterator[Table]:
    """*table* in parts of at most *most* columns, each with the columns up to the one that names the rows."""
    if len(table.columns) <= most:
        yield table
        return
    kept = table.named + 1
    step = most - kept
    for start in range(kept, len(table.columns), step):
        places = [*range(kept), *range(start, min(start + step, len(table.columns)))]
        yield evolve(
            table,
            columns=tuple(table.columns[place] for place in places),
            rows=tuple(tuple(row[place] for place in places) for row in table.rows),
        )
