"""A page as HTML: one file, no script, nothing from outside; every text is escaped."""

from collections.abc import Iterator, Sequence
from html import escape

from maturity.render.colours import ANSWER_FILLS, LEVEL_FILLS
from maturity.render.visible import visible
from maturity.report.page import Block, Cell, Heading, Listing, Page, Paragraph, References, Table

_STYLE = """
body { font: 16px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1a1a1a;
  background: #fff; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; }
tbody th { font-weight: 500; }
h2 { border-bottom: 1px solid #767676; margin-top: 2.5rem; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { border-bottom: 1px solid #c8c8c8; padding: .3rem .7rem; text-align: left; vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr.depth-1 th[scope=row] { padding-left: 2rem; }
tr.depth-2 th[scope=row] { padding-left: 3.5rem; font-weight: 400; }
tr.depth-0 th, tr.depth-0 td { font-weight: 600; }
{fills}
.note { color: #4d4d4d; }
.wide { overflow-x: auto; }
@media print { body { max-width: none; margin: 0; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; } }
"""


_FILLS = "\n".join(
    f".{name} {{ background: #{colour}; }}"
    for name, colour in (
        *((f"level-{level}", colour) for level, colour in enumerate(LEVEL_FILLS)),
        *((f"answer-{answer}", colour) for answer, colour in ANSWER_FILLS.items()),
    )
)


def render_html(page: Page) -> str:
    """*page* as a whole HTML document in its language."""
    title = next((block.text for block in page.blocks if isinstance(block, Heading)), "maturity")
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{page.language}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(title)}</title>",
        f"<style>{_STYLE.replace('{fills}', _FILLS)}</style>",
        "</head>",
        "<body>",
        "<main>",
        *(line for block in page.blocks for line in _lines(block)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h{block.depth}>{_text(block.text)}</h{block.depth}>"
        case Paragraph():
            mark = ' class="note"' if block.note else ""
            yield f"<p{mark}>{_text(block.text)}</p>"
        case Listing():
            yield from _listing(block)
        case References():
            yield from _references(block)
        case Table():
            yield from _table(block)


def _listing(listing: Listing) -> Iterator[str]:
    kind = "ol" if listing.numbered else "ul"
    yield f"<{kind}>"
    for label, text in listing.items:
        lead = f"<strong>{_text(label)}</strong> " if label else ""
        yield f"<li>{lead}{_text(text)}</li>"
    yield f"</{kind}>"


def _references(references: References) -> Iterator[str]:
    yield "<ol>"
    yield from (f'<li id="reference-{place}">{_text(text)}</li>' for place, text in enumerate(references.items, 1))
    yield "</ol>"


def _table(table: Table) -> Iterator[str]:
    yield f'<div class="wide" tabindex="0" role="region" aria-label="{_text(table.caption)}">'
    yield f"<table><caption>{_text(table.caption)}</caption>"
    marks = [' class="number"' if column.number else "" for column in table.columns]
    heads = zip(table.columns, marks, strict=True)
    yield "<thead><tr>" + "".join(_head(column.head, mark) for column, mark in heads) + "</tr></thead>"
    yield "<tbody>"
    levels, depths = (each or (None,) * len(table.rows) for each in (table.levels, table.depths))
    for row, level, depth in zip(table.rows, levels, depths, strict=True):
        cells = "".join(_cell(cell, place, table, level) for place, cell in enumerate(row))
        yield f'<tr class="depth-{depth}">{cells}</tr>' if depth is not None else f"<tr>{cells}</tr>"
    yield "</tbody></table></div>"


def _head(text: str, mark: str) -> str:
    return f'<th scope="col"{mark}>{_text(text)}</th>' if text else f"<td{mark}></td>"


def _cell(cell: Cell, place: int, table: Table, level: int | None) -> str:
    number = ["number"] if table.columns[place].number else []
    if place == table.named:
        return f'<th scope="row"{_classes(number)}>{_text(cell.text)}{_marks(cell)}</th>'
    shown = [f"answer-{cell.answer}"] if cell.answer else []
    if level is not None and not shown and place > table.named:
        shown = [f"level-{level}"]
    note = f' title="{_text(cell.note)}"' if cell.note else ""
    return f"<td{_classes([*number, *shown])}{note}>{_text(cell.text)}{_marks(cell)}</td>"


def _classes(names: Sequence[str]) -> str:
    return f' class="{" ".join(names)}"' if names else ""


def _marks(cell: Cell) -> str:
    links = ", ".join(f'<a href="#reference-{place}">{place}</a>' for place in cell.marks)
    return f"<sup> {links}</sup>" if links else ""


def _text(text: str) -> str:
    return escape(visible(text))
