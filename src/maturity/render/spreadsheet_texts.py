"""Text outside the tables of a spreadsheet: one paragraph or point to a row."""

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from maturity.render.cell_texts import shorten, unmarked
from maturity.render.spreadsheet_formats import Formats
from maturity.render.visible import visible
from maturity.render.width import columns_of, wrap
from maturity.report.page import Block, Heading, Listing, Paragraph, References

LABEL_WIDTH, TEXT_WIDTH = 28, 110
"""In characters."""
_LINE_HEIGHT, _HIGHEST = 13.2, 409.0
"""In points; Excel makes no row higher."""
_LETTERS = 1.08
"""Letters to a unit of width, which is a digit of the larger size that a workbook begins with."""


def cell_text(text: str) -> str:
    """*text* as a cell can hold it, with what cannot be seen made visible."""
    return shorten(unmarked(visible(text)))


def write_text(drawn: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """Write *text* as text, whatever it looks like; none leaves the cell empty."""
    if text:
        drawn.write_string(row, column, cell_text(text), look)
    else:
        drawn.write_blank(row, column, None, look)


def write_blocks(drawn: Worksheet, row: int, blocks: Sequence[Block], formats: Formats) -> int:
    """Write texts from *row* on, labels in the first column and the rest in the second; the row behind them."""
    for block in blocks:
        match block:
            case Heading():
                row += 1
                write_text(drawn, row, 0, block.text, formats.of_text("heading", block.text))
            case Paragraph():
                kind = "note" if block.note else "text"
                write_text(drawn, row, 1, block.text, formats.of_text(kind, block.text))
                set_height(drawn, row, [block.text], [TEXT_WIDTH])
        if isinstance(block, Heading | Paragraph):
            row += 1
        for label, text in points(block):
            if label:
                write_text(drawn, row, 0, label, formats.of_text("label", label))
            write_text(drawn, row, 1, text, formats.of_text("text", text))
            set_height(drawn, row, [label, text], [LABEL_WIDTH, TEXT_WIDTH])
            row += 1
    return row


def spread_blocks(
    drawn: Worksheet, row: int, blocks: Sequence[Block], formats: Formats, *, widths: Sequence[float]
) -> int:
    """Write texts from *row* on over the columns of a table, whose *widths* are given; the row behind them."""
    for block in blocks:
        match block:
            case Heading():
                write_text(drawn, row, 0, block.text, formats.of_text("heading", block.text))
                row += 1
            case Paragraph():
                _spread(drawn, row, block.text, formats.of_text("note" if block.note else "text", block.text), widths)
                row += 1
        for label, text in points(block):
            whole = " ".join(filter(None, (label, text)))
            _spread(drawn, row, whole, formats.of_text("text", whole), widths)
            row += 1
    return row


def points(block: Block) -> list[tuple[str, str]]:
    """The points of a list or of the references, each with what stands in front; none of another block."""
    match block:
        case Listing(numbered=True):
            return [(f"{place}. {label}".strip(), text) for place, (label, text) in enumerate(block.items, 1)]
        case Listing():
            return list(block.items)
        case References():
            return [(f"[{place}]", text) for place, text in enumerate(block.items, 1)]
    return []


def set_height(drawn: Worksheet, row: int, texts: Sequence[str], widths: Sequence[float]) -> None:
    """Make the row as high as its texts need in columns of those *widths*; not every program works it out."""
    lines = max(map(_lines, texts, widths))
    if lines > 1:
        drawn.set_row(row, min(_LINE_HEIGHT * lines + 2, _HIGHEST))


def _lines(text: str, width: float) -> int:
    if len(text) * 2 <= width and "\n" not in text:
        return 1
    fitting = int(width * _LETTERS)
    return sum(1 if columns_of(line) <= fitting else len(wrap(line, fitting)) for line in visible(text).split("\n"))


def _spread(drawn: Worksheet, row: int, text: str, look: Format, widths: Sequence[float]) -> None:
    set_height(drawn, row, [text], [sum(widths)])
    if len(widths) > 1:
        drawn.merge_range(row, 0, row, len(widths) - 1, "", look)
    write_text(drawn, row, 0, text, look)
