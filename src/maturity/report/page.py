"""What a report says, in blocks that every format can show; all texts are in the reader's language."""

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
    rows: tuple[tuple[str, ...], ...]
    levels: tuple[int | None, ...] = field(default=(), metadata={"doc": "Level behind each row, for colour."})


@frozen(kw_only=True)
class Listing:
    """Points of a list, each with an optional label set in front."""

    items: tuple[tuple[str, str], ...] = field(metadata={"doc": "Pairs of label (may be empty) and text."})
    numbered: bool = False


Block = Heading | Paragraph | Table | Listing


@frozen(kw_only=True)
class Page:
    """A report as a sequence of blocks, in one language."""

    language: str
    blocks: tuple[Block, ...]
