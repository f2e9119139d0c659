"""A page as HTML, alone or within another: no script, nothing from outside; every text is escaped."""

from collections.abc import Iterator, Sequence
from html import escape
from zlib import crc32

from attrs import field, frozen

from maturity.render.html_style import PAGE_STYLE, STYLE
from maturity.render.visible import visible
from maturity.report.page import Cell, Chart, Column, Heading, Listing, Page, Paragraph, References, Table

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
        f"<style>{PAGE_STYLE}{STYLE}</style>",
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
        f"<style>{STYLE}</style>",
        *_body(page, _Surroundings(steps_down=1, anchor=anchor)),
        "</div>",
    ]
    return "\n".join(lines) + "\n"


def _body(page: Page, inside: _Surroundings) -> Iterator[str]:
    for place, (block, heading) in enumerate(page.headed_blocks()):
        match block:
            case Table():
                yield from _table(block, inside, heading)
            case Chart():
                yield from _figure(block, f"{inside.anchor}-chart-{place}")
            case _:
                yield from _lines(block, inside)


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


def _figure(chart: Chart, id: str) -> Iterator[str]:
    from maturity.render.charts.svg import render_svg

    yield f'<figure><figcaption id="{id}">{_text(chart.title)}</figcaption>'
    yield f'<div class="wide" tabindex="0" role="region" aria-labelledby="{id}">'
    yield render_svg(chart, titled=False, id=id).rstrip()
    yield "</div></figure>"


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
    yield "<thead><tr>" + "".join(_head(column) for column in table.columns) + "</tr></thead>"
    yield "<tbody>"
    levels, depths = (each or (None,) * len(table.rows) for each in (table.levels, table.depths))
    for row, level, depth in zip(table.rows, levels, depths, strict=True):
        cells = "".join(_cell(cell, place, table, level, inside) for place, cell in enumerate(row))
        yield f'<tr class="depth-{depth}">{cells}</tr>' if depth is not None else f"<tr>{cells}</tr>"
    yield "</tbody></table></div>"


def _head(column: Column) -> str:
    mark = _classes(_setting(column))
    return f'<th scope="col"{mark}>{_text(column.head)}</th>' if column.head else f"<td{mark}></td>"


def _cell(cell: Cell, place: int, table: Table, level: int | None, inside: _Surroundings) -> str:
    setting = _setting(table.columns[place])
    if place == table.named:
        return f'<th scope="row"{_classes(setting)}>{_text(cell.text)}{_marks(cell, inside)}</th>'
    shown = [f"answer-{cell.answer}"] if cell.answer else []
    coloured = cell.level if cell.level is not None else level
    if coloured is not None and not shown and place > table.named:
        shown = [f"level-{coloured}"]
    note = f' title="{_text(cell.note)}"' if cell.note else ""
    return f"<td{_classes([*setting, *shown])}{note}>{_text(cell.text)}{_marks(cell, inside)}</td>"


def _setting(column: Column) -> list[str]:
    if column.number:
        return ["number"]
    return ["whole"] if column.whole else []


def _classes(names: Sequence[str]) -> str:
    return f' class="{" ".join(names)}"' if names else ""


def _marks(cell: Cell, inside: _Surroundings) -> str:
    links = ", ".join(f'<a href="#{inside.anchor}-{place}">{place}</a>' for place in cell.marks)
    return f"<sup> {links}</sup>" if links else ""


def _text(text: str) -> str:
    return escape(visible(text))
