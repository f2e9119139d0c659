"""A page as text for a terminal: wrapped to its width, never cut, in colour where that is asked for."""

from collections.abc import Iterator, Sequence

from maturity.render.tables import column_parts, column_widths
from maturity.render.visible import visible
from maturity.render.width import columns_of, pad, wrap
from maturity.report.page import Block, Column, Heading, Listing, Page, Paragraph, References, Table

MIN_WIDTH = 40
_GAP = "  "
_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_LEVEL_COLOURS = {0: "\x1b[31m", 1: "\x1b[31m", 2: "\x1b[33m", 3: "\x1b[32m", 4: "\x1b[36m"}


def render_terminal(page: Page, *, width: int = 80, colour: bool = False) -> str:
    """*page* as lines of at most *width* columns (40 at least); control characters in texts are made visible."""
    width = max(width, MIN_WIDTH)
    lines = [line for block in page.blocks for line in _lines(block, width, colour)]
    return "\n".join(lines).strip("\n") + "\n"


def _lines(block: Block, width: int, colour: bool) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block, width, colour)
        case Paragraph():
            for line in wrap(_safe(block.text), width):
                yield f"{_DIM}{line}{_RESET}" if block.note and colour else line
        case Listing():
            yield from _listing(block, width, colour)
        case References():
            yield from _references(block, width)
        case Table():
            yield from _table(block, width, colour)


def _heading(heading: Heading, width: int, colour: bool) -> Iterator[str]:
    yield ""
    lines = wrap(_safe(heading.text), width)
    for line in lines:
        yield f"{_BOLD}{line}{_RESET}" if colour else line
    if heading.depth < 3:
        yield ("=" if heading.depth == 1 else "-") * min(width, max(columns_of(line) for line in lines))


def _listing(listing: Listing, width: int, colour: bool) -> Iterator[str]:
    for place, (label, text) in enumerate(listing.items, 1):
        mark = f"{place}. " if listing.numbered else "- "
        joint = "：" if label and _is_wide(label[-1]) else ": "
        whole = _safe(f"{label}{joint}{text}" if label else text)
        lines = wrap(whole, width - len(mark))
        for number, line in enumerate(lines):
            shown = line
            if number == 0 and label and colour and line.startswith(label):
                shown = f"{_BOLD}{label}{_RESET}{line[len(label) :]}"
            yield (mark if number == 0 else " " * len(mark)) + shown


def _references(references: References, width: int) -> Iterator[str]:
    room = len(f"[{len(references.items)}] ")
    for place, text in enumerate(references.items, 1):
        for number, line in enumerate(wrap(_safe(text), width - room)):
            yield (f"[{place}]".ljust(room) if number == 0 else " " * room) + line


def _table(table: Table, width: int, colour: bool) -> Iterator[str]:
    cells = [[_safe(cell) for cell in row] for row in table.texts]
    heads = [_safe(column.head) for column in table.columns]
    for part in column_parts(table.columns, [heads, *cells], width, len(_GAP)):
        columns = [table.columns[place] for place in part]
        shown = [[row[place] for place in part] for row in (heads, *cells)]
        yield from _part(columns, shown, table.levels or (None,) * len(cells), width, colour)


def _part(
    columns: list[Column], rows: list[list[str]], levels: Sequence[int | None], width: int, colour: bool
) -> Iterator[str]:
    """Columns of a table that fit side by side; the first of *rows* holds the heads."""
    widths = column_widths(columns, rows, width - len(_GAP) * (len(columns) - 1))
    yield ""
    yield from _row(rows[0], columns, widths, _BOLD if colour else "")
    yield _GAP.join("-" * each for each in widths)
    for row, level in zip(rows[1:], levels, strict=True):
        yield from _row(row, columns, widths, _LEVEL_COLOURS.get(level, "") if colour and level is not None else "")


def _row(cells: list[str], columns: list[Column], widths: list[int], style: str) -> Iterator[str]:
    wrapped = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(len(lines) for lines in wrapped)):
        line = _GAP.join(
            pad(lines[number] if number < len(lines) else "", width, right=column.number)
            for lines, width, column in zip(wrapped, widths, columns, strict=True)
        ).rstrip()
        yield f"{style}{line}{_RESET}" if style else line


def _is_wide(character: str) -> bool:
    return columns_of(character) == 2


def _safe(text: str) -> str:
    return visible(text.replace("\n", " ").replace("\t", " "))
