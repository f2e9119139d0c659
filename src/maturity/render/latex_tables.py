"""Tables of a LaTeX document: over several pages, heads repeated, rows whole as long as they fit on a page."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from attrs import evolve, frozen

from maturity.render.colours import fill_of
from maturity.render.latex_text import latex_text
from maturity.render.tables import parts_of, widths_on_paper
from maturity.render.visible import visible
from maturity.render.width import wrap
from maturity.report.page import Cell, Table

_TEXTS_UPRIGHT = 5
_BOLD = "  "
"""What bold heads take more."""
_GAP = 2
"""Characters that a column's margins take."""
_FILLED = 0.9
"""Of a line, what its words fill at worst."""
_PIECE = 8
"""Lines of the rows that a row higher than a page is cut into; few, so that they fill pages."""


@frozen(kw_only=True)
class Paper:
    """What a page holds: characters of small type across, lines of it in a table, centimetres of a chart."""

    width: int
    lines: int
    height: float


UPRIGHT, LYING = Paper(width=104, lines=56, height=23.0), Paper(width=158, lines=35, height=14.5)


def is_wide(table: Table) -> bool:
    """Whether the table has so many columns of text that pages should lie on their sides."""
    return sum(not column.number for column in table.columns) > _TEXTS_UPRIGHT


def table_lines(table: Table, paper: Paper) -> Iterator[str]:
    """The table; in several parts where its columns do not fit side by side."""
    for part in parts_of(table, paper.width, _GAP):
        yield from _part(part, paper)


def _part(table: Table, paper: Paper) -> Iterator[str]:
    widths = _widths(table, paper.width)
    shares = (f"{(each + 0.5) / (paper.width + 2):.4f}\\linewidth" for each in widths)
    kinds = ("R" if column.number else "L" for column in table.columns)
    columns = "".join(f"{kind}{{{share}}}" for kind, share in zip(kinds, shares, strict=True))
    yield r"\begingroup\small"
    yield f"\\begin{{longtable}}{{@{{}}{columns}@{{}}}}"
    yield f"\\caption*{{{latex_text(table.caption)}}}\\\\"
    yield r"\toprule"
    yield " & ".join(f"\\textbf{{{latex_text(column.head)}}}" for column in table.columns) + r" \\"
    yield "\\midrule\n\\endhead\n\\bottomrule\n\\endfoot"
    levels, depths = (each or (None,) * len(table.rows) for each in (table.levels, table.depths))
    for row, level, depth in zip(table.rows, levels, depths, strict=True):
        for piece in _pieces_of_row(row, widths, paper.lines):
            yield " & ".join(_cell(cell, place, table, level, depth) for place, cell in enumerate(piece)) + r" \\"
    yield "\\end{longtable}\n\\endgroup"


def _widths(table: Table, width: int) -> list[float]:
    """In characters; a little more for each column where there is room, since letters differ in width."""
    heads = tuple(f"{column.head}{_BOLD}" for column in table.columns)
    room = width - _GAP * len(heads)
    widths = widths_on_paper(table, heads, room)
    factor = min(1.25, room / sum(widths))
    return [each * factor for each in widths]


def _pieces_of_row(row: Sequence[Cell], widths: Sequence[float], lines: int) -> Iterator[tuple[Cell, ...]]:
    """The row; or, where it is higher than a page, the rows that it must be cut into, since LaTeX cuts none."""
    texts = [" ".join(visible(cell.text).split()) for cell in row]
    wrapped = [wrap(text, max(2, int(width * _FILLED))) for text, width in zip(texts, widths, strict=True)]
    if max(map(len, wrapped)) <= lines:
        yield tuple(row)
        return
    pieces = [_pieces_of_cell(*each) for each in zip(row, texts, wrapped, strict=True)]
    yield from zip_longest(*pieces, fillvalue=Cell(text=""))


def _pieces_of_cell(cell: Cell, text: str, lines: Sequence[str]) -> list[Cell]:
    pieces, start, end = list[str](), 0, 0
    for number, line in enumerate(lines, 1):
        end = text.index(line, end) + len(line)
        if number % _PIECE == 0 or number == len(lines):
            pieces.append(text[start:end].strip())
            start = end
    *others, last = (evolve(cell, text=piece) for piece in pieces)
    return [*(evolve(each, marks=()) for each in others), last]


def _cell(cell: Cell, place: int, table: Table, level: int | None, depth: int | None) -> str:
    fill = fill_of(cell, level if place > table.named else None)
    colour = f"\\cellcolor[HTML]{{{fill}}}" if fill else ""
    indent = f"\\hspace*{{{depth}em}}" if depth and place == table.named else ""
    text = latex_text(cell.text)
    shown = f"\\textbf{{{text}}}" if depth == 0 else text
    return f"{colour}{indent}{shown}{_marks(cell)}"


def _marks(cell: Cell) -> str:
    """Links to the list of sources, between which a line may break."""
    links = [f"\\hyperlink{{reference-{place}}}{{{place}}}" for place in cell.marks]
    if not links:
        return ""
    links[0] = f"[{links[0]}"
    marks = [f"{each}," for each in links[:-1]] + [f"{links[-1]}]"]
    return r"\allowbreak ".join(f"\\textsuperscript{{{each}}}" for each in marks)
