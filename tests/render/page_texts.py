"""What a page says, block by block, to hold a rendered page against."""

from collections.abc import Callable
from itertools import chain

from maturity.report.page import Heading, Listing, Page, Paragraph, References, Table


def texts_of(page: Page, *, joint: Callable[[str, str], str] = "{} {}".format) -> list[str]:
    """Its texts in order; cells with their marks, and points of lists with their label in front."""
    found: list[str] = []
    for block in page.blocks:
        match block:
            case Heading() | Paragraph():
                found.append(block.text)
            case Listing():
                found += [joint(label, text) if label else text for label, text in block.items]
            case References():
                found += block.items
            case Table():
                found += [block.caption, *(each.head for each in block.columns)]
                found += [cell.marked for cell in chain(*block.rows)]
    return [each for each in found if each]
