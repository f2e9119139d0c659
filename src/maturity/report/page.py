"""What a report says, in blocks that every format can show; all texts are in the reader's language."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen


@frozen(kw_only=True)
class Heading:
    """A heading; depth 1 is the title."""

    text: str
    depth: int


@frozen(kw_only=True)
class Paragraph:
    """Running text; a note is set apart in smaller or dimmer type."""

    text: str
    note: bool = False


@frozen(kw_only=True)
class Number:
    """The number that a cell shows, for formats that hold numbers."""

    value: int | float
    decimals: int | None = field(default=None, metadata={"doc": "Decimals to show; as many as it has, without."})
    is_share: bool = field(default=False, metadata={"doc": "A share of 0–1, shown as a percentage."})
    bar: float = field(default=1.0, metadata={"doc": "What a share below it is not shown to reach."})


@frozen(kw_only=True)
class Cell:
    """What one cell of a table says, and what it rests on."""

    text: str
    number: Number | None = field(default=None, metadata={"doc": "The number alone, where the text shows one."})
    answer: str = field(
        default="", metadata={"doc": "yes, partly, planned, no, unknown or not-applicable, where it is an answer."}
    )
    level: int | None = field(default=None, metadata={"doc": "`shade_of` the level that the cell shows."})
    marks: tuple[int, ...] = field(default=(), metadata={"doc": "Places in the page's list of references, from 1."})
    note: str = field(default="", metadata={"doc": "Sources with the place in each, a line for each."})

    @property
    def marked(self) -> str:
        """The text with its marks behind, for formats of plain text: *yes [1, 3]*."""
        return f"{self.text} [{', '.join(map(str, self.marks))}]" if self.marks else self.text


def as_cells(rows: Iterable[Iterable[str | Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows whose plain texts are made cells."""
    return tuple(tuple(each if isinstance(each, Cell) else Cell(text=each) for each in row) for row in rows)


@frozen(kw_only=True)
class Column:
    """A column of a table: its head, how its cells are set, and how much of the width it may take."""

    head: str
    number: bool = field(default=False, metadata={"doc": "Set to the right, never wrapped."})
    whole: bool = field(default=False, metadata={"doc": "Never wrapped."})
    share: int = field(default=1, metadata={"doc": "Relative share of the width that is left for text."})


@frozen(kw_only=True)
class Table:
    """Rows of cells under columns; `levels` colours rows by the level that they show."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(converter=as_cells)
    levels: tuple[int | None, ...] = field(default=(), metadata={"doc": "`shade_of` the level behind each row."})
    depths: tuple[int, ...] = field(
        default=(), metadata={"doc": "How deep each row stands below the rows above it, where they form a tree."}
    )
    units: tuple[str, ...] = field(default=(), metadata={"doc": "Unit of each row's numbers, where rows differ in it."})

    @property
    def named(self) -> int:
        """The place of the column that names the rows: the first of text."""
        return next((place for place, column in enumerate(self.columns) if not column.number), 0)

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The rows as texts with their marks, and a dot for each step that a row stands deeper."""
        rows = (tuple(cell.marked for cell in row) for row in self.rows)
        if not self.depths:
            return tuple(rows)
        dots = ("·" * depth + " " if depth else "" for depth in self.depths)
        return tuple((dot + first, *rest) for dot, (first, *rest) in zip(dots, rows, strict=True))


@frozen(kw_only=True)
class Listing:
    """Points of a list, each with an optional label set in front."""

    items: tuple[tuple[str, str], ...] = field(metadata={"doc": "Pairs of label (may be empty) and text."})
    numbered: bool = False


@frozen(kw_only=True)
class References:
    """The sources that marks in cells refer to, numbered from 1."""

    items: tuple[str, ...]


@frozen(kw_only=True)
class Chart:
    """A picture of numbers that tables hold too; `maturity.report.charts` has each kind."""

    title: str
    alt: str = field(metadata={"doc": "One to three sentences that say what the chart shows."})
    language: str
    states: tuple[tuple[str, str], ...] = field(
        default=(), metadata={"doc": "Pairs of state and its name, of those that occur beside `rated`."}
    )
    notes: tuple[str, ...] = field(default=(), metadata={"doc": "Sentences that stand below it."})


SHADES = 5
"""Colours of levels, from the lowest level of a scale to the highest."""


def shade_of(level: float, *, lowest: float, highest: float) -> int:
    """The place of a level's colour, 0 to 4, on a scale of any length; of two as near the higher one, as in bands."""
    return int((level - lowest) / (highest - lowest) * (SHADES - 1) + 0.5) if highest > lowest else 0


Block = Heading | Paragraph | Table | Listing | References | Chart
"""Formats of plain text leave charts out: tables hold every number."""


@frozen(kw_only=True)
class Page:
    """A report as a sequence of blocks, in one language."""

    language: str
    blocks: tuple[Block, ...]

    def headed_blocks(self) -> Iterator[tuple[Block, str]]:
        """Each block with the heading right above it, or an empty text; a caption need not say the same again."""
        heading = ""
        for block in self.blocks:
            yield block, heading
            heading = block.text if isinstance(block, Heading) else ""
