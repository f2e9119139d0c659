"""A page as Markdown (GitHub's tables), with every text escaped."""

import re
from collections.abc import Iterator

from tabulate import tabulate

from maturity.render.visible import visible
from maturity.report.page import Block, Heading, Listing, Page, Paragraph, References, Table

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&$])")
_ITEM = re.compile(r"^([0-9]*)([-+.)])(?=[\s-]|$)")
"""What begins an item of a list, where a text begins a block."""


def render_markdown(page: Page) -> str:
    """*page* as Markdown; text can become no markup."""
    lines = (line for block, heading in page.headed_blocks() for line in _lines(block, heading))
    return "\n".join(lines).strip("\n") + "\n"


def _lines(block: Block, heading: str) -> Iterator[str]:
    match block:
        case Heading():
            yield from (f"{'#' * block.depth} {_escape(block.text)}", "")
        case Paragraph():
            yield from (f"*{_escape(block.text)}*" if block.note else _begin(block.text), "")
        case Listing():
            for place, (label, text) in enumerate(block.items, 1):
                mark = f"{place}." if block.numbered else "-"
                yield f"{mark} **{_escape(label)}** {_escape(text)}" if label else f"{mark} {_begin(text)}"
            yield ""
        case References():
            yield from (f"{place}. {_begin(text)}" for place, text in enumerate(block.items, 1))
            yield ""
        case Table():
            if block.caption != heading:
                yield from (f"**{_escape(block.caption)}**", "")
            yield from (_table(block), "")


def _table(table: Table) -> str:
    return tabulate(
        [[_escape(cell) for cell in row] for row in table.texts],
        headers=[_escape(column.head) for column in table.columns],
        tablefmt="pipe",
        disable_numparse=True,
        colalign=["right" if column.number else "left" for column in table.columns],
    )


def _begin(text: str) -> str:
    """The same for a text that begins a block."""
    return _ITEM.sub(r"\1\\\2", _escape(text))


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(visible(text).split()))
