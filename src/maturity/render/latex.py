"""A page as a LaTeX document for XeLaTeX, with Chinese; every text is escaped."""

from collections.abc import Iterator, Sequence

from maturity.render.colours import ANSWER_FILLS, LEVEL_FILLS
from maturity.render.latex_preamble import preamble
from maturity.render.latex_text import is_chinese, latex_text
from maturity.render.tables import column_widths, parts_of
from maturity.report.page import Block, Cell, Heading, Listing, Page, Paragraph, References, Table

_UPRIGHT, _LYING = 104, 158
"""Characters of small type across a page, lines between columns counted."""
_TEXTS_UPRIGHT, _MOST_COLUMNS = 5, 9
"""With more columns of text in a table the pages lie on their sides; one with more columns in all is set in parts."""
_SECTIONS = {2: "section", 3: "subsection"}
_BOLD = "  "
"""What bold heads take more."""
_GAP = 2
"""Characters that a column's margins take."""


def render_latex(page: Page) -> str:
    """*page* as a whole document that XeLaTeX compiles; text can become no command."""
    lies = any(_lies(block) for block in page.blocks if isinstance(block, Table))
    width = _LYING if lies else _UPRIGHT
    body = "\n".join(line for block in page.blocks for line in _lines(block, width))
    title = next((block.text for block in page.blocks if isinstance(block, Heading)), "maturity")
    chinese = page.language == "zh" or is_chinese(body)
    start = preamble(page.language, latex_text(title), chinese=chinese, lies=lies)
    return f"{start}\\begin{{document}}\n{body}\n\\end{{document}}\n"


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading(depth=1):
            yield f"{{\\LARGE\\bfseries\\RaggedRight {latex_text(block.text)}\\par}}\n\\bigskip\n"
        case Heading():
            yield f"\\{_SECTIONS[block.depth]}{{{latex_text(block.text)}}}\n"
        case Paragraph():
            yield f"{{\\color{{dim}}{latex_text(block.text)}\\par}}\n" if block.note else f"{latex_text(block.text)}\n"
        case Listing():
            yield from _listing(block)
        case References():
            yield from _references(block)
        case Table():
            yield from (line for part in parts_of(block, _MOST_COLUMNS) for line in _table(part, width))


def _listing(listing: Listing) -> Iterator[str]:
    kind = "enumerate" if listing.numbered else "itemize"
    yield f"\\begin{{{kind}}}\\setlength{{\\itemsep}}{{1pt}}\\setlength{{\\parsep}}{{1pt}}"
    for label, text in listing.items:
        lead = f"\\textbf{{{latex_text(label)}}} " if label else ""
        yield f"\\item {{}}{lead}{latex_text(text)}"
    yield f"\\end{{{kind}}}\n"


def _references(references: References) -> Iterator[str]:
    yield r"\begin{itemize}"
    for place, text in enumerate(references.items, 1):
        yield f"\\item[{{[{place}]}}] \\hypertarget{{reference-{place}}}{{}}{latex_text(text)}"
    yield "\\end{itemize}\n"


def _lies(table: Table) -> bool:
    return sum(not column.number for column in table.columns) > _TEXTS_UPRIGHT


def _table(table: Table, width: int) -> Iterator[str]:
    yield r"\begingroup\small"
    yield f"\\begin{{longtable}}{{{_columns(table, width)}}}"
    yield f"\\caption*{{{latex_text(table.caption)}}}\\\\"
    yield r"\toprule"
    yield " & ".join(f"\\textbf{{{latex_text(column.head)}}}" for column in table.columns) + r" \\"
    yield "\\midrule\n\\endhead\n\\bottomrule\n\\endfoot"
    levels, depths = (each or (None,) * len(table.rows) for each in (table.levels, table.depths))
    for row, level, depth in zip(table.rows, levels, depths, strict=True):
        yield " & ".join(_cell(cell, place, table, level, depth) for place, cell in enumerate(row)) + r" \\"
    yield "\\end{longtable}\n\\endgroup"


def _columns(table: Table, width: int) -> str:
    heads = tuple(f"{column.head}{_BOLD}" for column in table.columns)
    room = width - _GAP * len(heads)
    widths = column_widths(table.columns, (heads, *table.texts), room)
    return (
        "@{}"
        + "".join(
            f"{'R' if column.number else 'L'}{{{(each + 0.5) / (width + 2):.4f}\\linewidth}}"
            for column, each in zip(table.columns, _loose(widths, room), strict=True)
        )
        + "@{}"
    )


def _loose(widths: Sequence[int], room: int) -> list[float]:
    """A little more for each column where there is room, since letters differ in width."""
    factor = min(1.25, room / sum(widths))
    return [each * factor for each in widths]


def _cell(cell: Cell, place: int, table: Table, level: int | None, depth: int | None) -> str:
    fill = ANSWER_FILLS.get(cell.answer)
    if fill is None and level is not None and place > table.named:
        fill = LEVEL_FILLS[level]
    colour = f"\\cellcolor[HTML]{{{fill}}}" if fill else ""
    indent = f"\\hspace*{{{depth}em}}" if depth and place == table.named else ""
    text = latex_text(cell.text)
    shown = f"\\textbf{{{text}}}" if depth == 0 else text
    return f"{colour}{indent}{shown}{_marks(cell)}"


def _marks(cell: Cell) -> str:
    links = ", ".join(f"\\hyperlink{{reference-{place}}}{{{place}}}" for place in cell.marks)
    return f"\\textsuperscript{{[{links}]}}" if links else ""
