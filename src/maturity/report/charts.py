"""What a chart shows, free of any format: labels and numbers in the reader's language, and the same in words."""

from attrs import field, frozen

from maturity.report.page import Chart, Number

RATED = "rated"
"""State of what has a level; every other state is one of having none."""


@frozen(kw_only=True)
class Reading:
    """A level and how it is printed; or the state of what has none, which is never level 0."""

    level: float | None = None
    text: str = ""
    state: str = RATED


@frozen(kw_only=True)
class HeatRow:
    """One indicator or dimension, with a reading for each country."""

    label: str
    readings: tuple[Reading, ...]


@frozen(kw_only=True)
class HeatGroup:
    """Rows that belong together, such as those of a dimension; the label may be empty."""

    label: str
    rows: tuple[HeatRow, ...]


@frozen(kw_only=True)
class HeatMap(Chart):
    """Levels of indicators or dimensions by country, as colours and numbers."""

    countries: tuple[str, ...]
    groups: tuple[HeatGroup, ...]
    levels: tuple[str, ...] = field(metadata={"doc": "Names of the levels, from the lowest."})
    lowest: int = field(default=0, metadata={"doc": "The lowest level."})

    @property
    def highest(self) -> int:
        """The highest level."""
        return self.lowest + len(self.levels) - 1

    @property
    def rows(self) -> tuple[HeatRow, ...]:
        """The rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)


@frozen(kw_only=True)
class Series:
    """One country's readings, one for each node."""

    label: str
    readings: tuple[Reading, ...]


@frozen(kw_only=True)
class DimensionProfile(Chart):
    """How countries stand in each dimension, or in each component of one."""

    nodes: tuple[str, ...]
    series: tuple[Series, ...]
    levels: tuple[str, ...] = field(metadata={"doc": "Names of the levels, from the lowest."})
    lowest: int = field(default=0, metadata={"doc": "The lowest level."})


@frozen(kw_only=True)
class GapRow:
    """One gap: the level now, the target, and the highest level among the peers that stand above the country."""

    label: str
    now: Reading
    target: Reading
    best: Reading | None = None
    peers: str = field(default="", metadata={"doc": "Who holds the highest level."})
    gain: str = field(metadata={"doc": "Points that closing the gap adds to the overall score, as printed."})
    points: Number | None = field(default=None, metadata={"doc": "The gain as a number."})


@frozen(kw_only=True)
class GapHeads:
    """What the marks and columns of a chart of gaps are called."""

    now: str
    target: str
    best: str
    gain: str


@frozen(kw_only=True)
class GapDumbbells(Chart):
    """The gaps of one country in order of work."""

    rows: tuple[GapRow, ...]
    heads: GapHeads
    levels: tuple[str, ...] = field(metadata={"doc": "Names of the levels, from the lowest."})
    lowest: int = field(default=0, metadata={"doc": "The lowest level."})
    has_peers: bool = field(default=False, metadata={"doc": "Whether the country is compared with others."})


@frozen(kw_only=True)
class CoverageBar:
    """How many indicators of a node or country are in each state, and the share of the weight that is rated."""

    label: str
    counts: tuple[tuple[str, int], ...] = field(metadata={"doc": "Pairs of state and number; `rated` first."})
    coverage: str = field(metadata={"doc": "As printed."})
    share: Number | None = field(default=None, metadata={"doc": "The coverage as a number."})

    @property
    def total(self) -> int:
        """How many indicators there are."""
        return sum(count for _, count in self.counts)


@frozen(kw_only=True)
class CoverageBars(Chart):
    """What is rated and what is not, by dimension or country."""

    bars: tuple[CoverageBar, ...]
    rated: str = field(metadata={"doc": "What `rated` is called."})
    coverage: str = field(metadata={"doc": "Head of the column of coverage."})
