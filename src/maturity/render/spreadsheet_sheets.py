"""How a page is laid out over the sheets of a workbook."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from maturity.language.phrases import say
from maturity.render.visible import visible
from maturity.report.page import Block, Heading, Listing, Page, References, Table

_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\ufffd]")
_RESERVED = "history"
"""A name that Excel keeps for itself."""
_LONG_TEXT = 20
"""Lines of text from which a section has a sheet of its own."""


@frozen(kw_only=True)
class Sheet:
    """One sheet: texts, and at most one table with what stands above and below it."""

    name: str
    title: str
    before: tuple[Block, ...] = ()
    table: Table | None = None
    after: tuple[Block, ...] = ()


@frozen(kw_only=True)
class _Section:
    """What stands under one heading."""

    title: str
    blocks: tuple[Block, ...] = field(default=())


def plan_sheets(page: Page) -> tuple[Sheet, ...]:
    """The sheets of *page*: texts first, then one for each table, for each long text, and for the references.

    Names are told apart without regard to case, as Excel does.
    """
    front, *sections = _sections(page)
    texts: list[Block] = []
    planned: list[Sheet] = []
    for each in sections:
        if any(isinstance(block, Table | References) for block in each.blocks) or _lines(each.blocks) > _LONG_TEXT:
            planned += _split(each)
        else:
            texts += [Heading(text=each.title, depth=2), *each.blocks]
    first = Sheet(
        name=say("spreadsheet.contents", page.language), title=front.title, before=front.blocks, after=tuple(texts)
    )
    return _with_own_names((first, *planned))


def _sections(page: Page) -> Iterator[_Section]:
    title, blocks = "", list[Block]()
    for each in page.blocks:
        if isinstance(each, Heading) and each.depth < 3:
            if title or blocks:
                yield _Section(title=title, blocks=tuple(blocks))
            title, blocks = each.text, []
        else:
            blocks.append(each)
    yield _Section(title=title, blocks=tuple(blocks))


def _lines(blocks: Sequence[Block]) -> int:
    return sum(len(each.items) if isinstance(each, Listing) else 1 for each in blocks)


def _split(section: _Section) -> Iterator[Sheet]:
    """A sheet for each table; the text above the first goes to the first, any other to the table that it follows."""
    tables = [each for each in section.blocks if isinstance(each, Table)]
    if not tables:
        yield Sheet(name=section.title, title=section.title, before=section.blocks)
        return
    places = [place for place, each in enumerate(section.blocks) if isinstance(each, Table)]
    ends = [*places[1:], len(section.blocks)]
    for number, (table, start, end) in enumerate(zip(tables, places, ends, strict=True)):
        short = len(table.caption) <= _LONGEST_NAME or len(tables) > 1
        yield Sheet(
            name=table.caption if short else section.title,
            title=table.caption,
            before=section.blocks[:start] if number == 0 else (),
            table=table,
            after=section.blocks[start + 1 : end],
        )


def _with_own_names(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    taken = {_RESERVED}
    named = []
    for each in sheets:
        name = _name(each.name, taken)
        taken.add(name.lower())
        named.append(evolve(each, name=name))
    return tuple(named)


def _name(text: str, taken: set[str]) -> str:
    plain = _FORBIDDEN.sub(" ", visible(text)).strip().strip("'") or "–"
    name, number = _cut(plain, _LONGEST_NAME), 1
    while name.lower() in taken:
        number += 1
        mark = f" {number}"
        name = _cut(plain, _LONGEST_NAME - len(mark)) + mark
    return name


def _cut(text: str, longest: int) -> str:
    """The text whole, or its first words with an ellipsis."""
    if len(text.encode("utf-16-le")) <= 2 * longest:
        return text
    head = text[: longest - 1].encode("utf-16-le")[: 2 * (longest - 1)].decode("utf-16-le", errors="ignore")
    words = head.rsplit(" ", 1)[0] if " " in head[longest // 2 :] else head
    return words.rstrip().rstrip("'") + "…"
