"""A page as HTML, alone or within another: no script, nothing from outside; every text is escaped."""

from collections.abc import Iterator
from html import escape
from zlib import crc32

from attrs import field, frozen

from maturity.report.page import Cell, Column, Heading, Listing, Page, Paragraph, References, Table

_STYLE = """
.maturity.maturity { overflow-wrap: break-word; text-align: left; }
.maturity.maturity :is(h1, h2, h3, h4) { line-height: 1.25; }
.maturity.maturity .part { border-bottom: 1px solid; margin-top: 2em; }
.maturity.maturity table { border-collapse: collapse; margin: 1em 0; table-layout: auto; border: 0;
  font-size: inherit; }
.maturity.maturity caption { text-align: left; font-weight: 600; padding-bottom: .25em; color: inherit; }
.maturity.maturity :is(th, td) { border: 0; border-bottom: 1px solid rgb(128 128 128 / 45%); padding: .3em .7em;
  text-align: left; vertical-align: top; white-space: normal; min-width: 7em; max-width: none; }
.maturity.maturity tbody th { font-weight: 500; }
.maturity.maturity .number { text-align: right; font-variant-numeric: tabular-nums; }
.maturity.maturity :is(.number, .whole) { white-space: nowrap; min-width: 0; }
.maturity.maturity .said { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; white-space: nowrap; }
.maturity.maturity .depth-1 th[scope=row] { padding-left: 2em; }
.maturity.maturity .depth-2 th[scope=row] { padding-left: 3.5em; font-weight: 400; }
.maturity.maturity .note { opacity: .8; }
.maturity.maturity a { color: inherit; }
.maturity.maturity .wide { overflow-x: auto; position: relative; }
@media print { .maturity.maturity .wide { overflow: visible; } .maturity.maturity tr { break-inside: avoid; }
  .maturity.maturity :is(th, td) { padding: .2em .4em; overflow-wrap: anywhere; }
  .maturity.maturity :is(h1, h2, h3, h4, caption) { break-after: avoid; } }
"""

_PAGE_STYLE = """
body { font: 16px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1a1a1a;
  background: #fff; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 11px; } }
"""

_PART = 2
"""Depth of the headings that begin a part of the page."""


@frozen(kw_only=True)
class _Surroundings:
    """What the blocks stand in: a document of their own, or another's."""

    steps_down: int = field(default=0, metadata={"doc": "How far below the page's own its headings stand."})
    anchor: str = field(default="reference", metadata={"doc": "What the ids of references begin with."})


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
        f"<style>{_PAGE_STYLE}{_STYLE}</style>",
        "</head>",
        "<body>",
        '<main class="maturity">',
        *_body(page, _Surroundings()),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def render_html_fragment(page: Page) -> str:
    """*page* as a part of another document, such as a notebook: in its colours and type, its styles kept to itself.

    Headings stand one step down, below the document's own.
    """
    anchor = f"reference-{crc32(repr(page).encode('utf-8', errors='replace')):08x}"
    lines = [
        f'<div class="maturity" lang="{page.language}">',
        f"<style>{_STYLE}</style>",
        *_body(page, _Surroundings(steps_down=1, anchor=anchor)),
        "</div>",
    ]
    return "\n".join(lines) + "\n"


def _body(page: Page, inside: _Surroundings) -> Iterator[str]:
    heading = ""
    for block in page.blocks:
        yield from _table(block, inside, heading) if isinstance(block, Table) else _lines(block, inside)
        heading = block.text if isinstance(block, Heading) else ""


def _lines(block: Heading | Paragraph | Listing | References, inside: _Surroundings) -> Iterator[str]:
    match block:
        case Heading():
            tag = f"h{block.depth + inside.steps_down}"
            mark = ' class="part"' if block.depth == _PART else ""
            yield f"<{tag}{mark}>{_text(block.text)}</{tag}>"
        case Paragraph():
            mark = ' class="note"' if block.note else ""
            yield f"<p{mark}>{_text(block.text)}</p>"
        case Listing():
            yield from _listing(block)
        case References():
            yield from _references(block, inside)


def _listing(listing: Listing) -> Iterator[str]:
    kind = "ol" if listing.numbered else "ul"
    yield f"<{kind}>"
    for label, text in listing.items:
        lead = f"<strong>{_text(label)}</strong> " if label else ""
        yield f"<li>{lead}{_text(text)}</li>"
    yield f"</{kind}>"


def _references(references: References, inside: _Surroundings) -> Iterator[str]:
    yield "<ol>"
    yield from (
        f'<li id="{inside.anchor}-{place}">{_text(text)}</li>' for place, text in enumerate(references.items, 1)
    )
    yield "</ol>"


def _table(table: Table, inside: _Surroundings, heading: str) -> Iterator[str]:
    """A caption that says no more than the heading right above it is there for those who do not see the page."""
    yield f'<div class="wide" tabindex="0" role="region" aria-label="{_text(table.caption)}">'
    said = ' class="said"' if table.caption == heading else ""
    yield f"<table><caption{said}>{_text(table.caption)}</caption>"
    marks = [_mark(column) for column in table.columns]
    heads = zip(table.columns, marks, strict=True)
    yield "<thead><tr>" + "".join(_head(column.head, mark) for column, mark in heads) + "</tr></thead>"
    yield "<tbody>"
    named = next((place for place, column in enumerate(table.columns) if not column.number), 0)
    for row, depth in zip(table.rows, table.depths or (0,) * len(table.rows), strict=True):
        start = f'<tr class="depth-{depth}">' if depth else "<tr>"
        places = enumerate(zip(row, marks, strict=True))
        cells = (_cell(cell, mark, inside, is_head=place == named) for place, (cell, mark) in places)
        yield f"{start}{''.join(cells)}</tr>"
    yield "</tbody></table></div>"


def _mark(column: Column) -> str:
    if column.number:
        return ' class="number"'
    return ' class="whole"' if column.whole else ""


def _head(text: str, mark: str) -> str:
    return f'<th scope="col"{mark}>{_text(text)}</th>' if text else f"<td{mark}></td>"


def _cell(cell: Cell, mark: str, inside: _Surroundings, *, is_head: bool) -> str:
    if is_head:
        return f'<th scope="row"{mark}>{_text(cell.text)}</th>'
    note = f' title="{_text(cell.note)}"' if cell.note else ""
    return f"<td{mark}{note}>{_text(cell.text)}{_marks(cell, inside)}</td>"


def _marks(cell: Cell, inside: _Surroundings) -> str:
    links = ", ".join(f'<a href="#{inside.anchor}-{place}">{place}</a>' for place in cell.marks)
    return f"<sup> {links}</sup>" if links else ""


def _text(text: str) -> str:
    return escape("".join(each for each in text if each.isprintable() or each in "\n\t\u00a0\u202f"))
