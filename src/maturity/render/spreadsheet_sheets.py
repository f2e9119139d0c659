"""How a page is laid out over the sheets of a workbook."""

from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from maturity.language.phrases import say
from maturity.render.sheet_names import fits_sheet_name, name_sheets
from maturity.render.spreadsheet_charts import table_of, words_below
from maturity.report.charts import HeatMap
from maturity.report.page import Block, Chart, Heading, Listing, Page, References, Table

_LONG_TEXT = 20
"""Lines of text from which a section has a sheet of its own."""


@frozen(kw_only=True)
class Sheet:
    """One sheet: texts, and at most one table or chart with what stands above and below it."""

    name: str
    title: str
    before: tuple[Block, ...] = ()
    table: Table | None = None
    chart: Chart | None = field(default=None, metadata={"doc": "A chart of the table's numbers."})
    after: tuple[Block, ...] = ()

    @property
    def about(self) -> str:
        """What it holds, for the table of contents."""
        return self.table.caption if self.table else self.title


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
    above = tuple(each for each in front.blocks if not isinstance(each, Table | Chart))
    below = tuple(each for each in front.blocks if isinstance(each, Table | Chart))
    planned = list(_split(_Section(title="", blocks=below)))
    texts: list[Block] = []
    for each in sections:
        if _is_long(each) or any(isinstance(block, Table | Chart | References) for block in each.blocks):
            planned += _split(each)
        else:
            texts += [Heading(text=each.title, depth=2), *each.blocks]
    first = Sheet(name=say("spreadsheet.contents", page.language), title=front.title, before=above, after=tuple(texts))
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


def _is_long(section: _Section) -> bool:
    lines = sum(len(each.items) if isinstance(each, Listing) else 1 for each in section.blocks)
    return lines > _LONG_TEXT


def _split(section: _Section) -> Iterator[Sheet]:
    """A sheet for each table or chart; text above the first goes to the first, any other to what it follows."""
    blocks = _without_repeats(section.blocks)
    places = [place for place, each in enumerate(blocks) if isinstance(each, Table | Chart)]
    if not places and blocks:
        yield Sheet(name=section.title, title=section.title, before=blocks)
    ends = [*places[1:], len(blocks)]
    for number, (start, end) in enumerate(zip(places, ends, strict=bool(places))):
        before = blocks[:start] if number == 0 else ()
        yield _sheet(section, blocks[start], before, blocks[start + 1 : end], is_only=len(places) == 1)


def _without_repeats(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A heat map beside a table whose own cells have the colours of their levels would say all of it again."""
    tables = [each for each in blocks if isinstance(each, Table)]
    coloured = any(cell.level is not None for table in tables for row in table.rows for cell in row)
    return tuple(each for each in blocks if not (coloured and isinstance(each, HeatMap)))


def _sheet(
    section: _Section, shown: Block, before: tuple[Block, ...], after: tuple[Block, ...], *, is_only: bool
) -> Sheet:
    if isinstance(shown, Chart):
        made = Sheet(name=shown.title, title=shown.title, table=table_of(shown), chart=shown)
        return evolve(made, before=before, after=(*words_below(shown), *after))
    assert isinstance(shown, Table)
    is_short = fits_sheet_name(shown.caption) or not is_only
    return Sheet(
        name=shown.caption if is_short or not section.title else section.title,
        title=section.title or shown.caption,
        before=before,
        table=shown,
        after=after,
    )


def _with_own_names(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    names = name_sheets(each.name for each in sheets)
    return tuple(evolve(each, name=name) for each, name in zip(sheets, names, strict=True))
