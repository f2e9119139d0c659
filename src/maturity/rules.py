"""How scores arise, as data: rules of a node, and how a measure becomes points."""

from attrs import field, frozen, validators

from maturity.calculation.numbers import HAIR
from maturity.text import Text

AGGREGATIONS = (
    "weighted-arithmetic-mean",
    "weighted-geometric-mean",
    "weighted-harmonic-mean",
    "minimum",
    "maximum",
    "sum",
    "median",
    "gate",
)
MISSING = ("rescale", "any", "zero")
METHODS = (
    "none",
    "goalposts",
    "min-max",
    "z-score",
    "percentile-rank",
    "rank",
    "distance-to-target",
    "distance-from-point",
)


@frozen(kw_only=True)
class Band:
    """A stretch of scores with a name, from its lower cut point up to the next one's."""

    lower: float = field(metadata={"doc": "Lower cut point, inclusive, in the framework's range.", "key": "from"})
    name: Text


@frozen(kw_only=True)
class Rounding:
    """Rounding of a node's score at its own tier, before anything else uses it."""

    decimals: int = field(validator=[validators.ge(0), validators.le(12)])
    half: str = field(
        default="up",
        validator=validators.in_(("up", "even")),
        metadata={"doc": "Where a half goes: `up`, or to the `even` neighbour."},
    )


@frozen(kw_only=True)
class Spread:
    """Where the lowest and the highest of the units are put."""

    low: float
    high: float


@frozen(kw_only=True)
class Rules:
    """How a node's score arises from its children's; what a node leaves out takes the default named here."""

    aggregation: str = field(default="weighted-arithmetic-mean", validator=validators.in_(AGGREGATIONS))
    missing: str = field(
        default="rescale",
        validator=validators.in_(MISSING),
        metadata={
            "doc": "What a missing child does: `rescale` leaves it out and rescales the other weights, `any` leaves "
            "the node without a score, `zero` counts it as 0."
        },
    )
    coverage_threshold: float = field(
        default=0,
        validator=[validators.ge(0), validators.le(1)],
        metadata={"doc": "Coverage (0–1) below which the node has no score."},
    )
    coverage_by: str = field(
        default="weight",
        validator=validators.in_(("weight", "count")),
        metadata={"doc": "Whether the threshold looks at the weight of what is there, or counts the children."},
    )
    knock_out: bool = field(default=False, metadata={"doc": "A child at 0 makes the node 0."})
    floor: float | None = field(
        default=None,
        validator=validators.optional(validators.gt(0)),
        metadata={"doc": "Geometric and harmonic mean: a child below it counts as the floor."},
    )
    holds_at: float | None = field(
        default=None,
        metadata={"doc": "Gate: score from which a child holds; the highest of the range when left out."},
    )
    rounding: Rounding | None = None
    over_units: Spread | None = field(
        default=None, metadata={"doc": "Min–max of the result over the units, into this range."}
    )
    bands: tuple[Band, ...] | None = field(default=None, metadata={"doc": "The framework's bands when left out."})


@frozen(kw_only=True)
class Answer:
    """One answer of a checklist and what it is worth."""

    answer: str = field(validator=validators.min_len(1))
    points: float


@frozen(kw_only=True)
class Normalisation:
    """How a measure becomes points."""

    method: str = field(default="none", validator=validators.in_(METHODS))
    transform: str | None = field(
        default=None,
        validator=validators.optional(validators.in_(("log",))),
        metadata={"doc": "`log`: the natural logarithm of the value and of the goalposts."},
    )
    direction: str = field(
        default="higher",
        validator=validators.in_(("higher", "lower")),
        metadata={"doc": "Whether higher or lower values are better."},
    )
    worst: float | None = field(default=None, metadata={"doc": "`goalposts`: the value worth the lowest score."})
    best: float | None = field(default=None, metadata={"doc": "`goalposts`: the value worth the highest score."})
    clip: str = field(
        default="both",
        validator=validators.in_(("both", "low", "high", "none")),
        metadata={"doc": "Ends of the range beyond which a score does not go."},
    )
    over: str = field(
        default="units",
        validator=validators.in_(("units", "panel")),
        metadata={
            "doc": "`units`: compared with the units of the same period; `panel`: with every row, all periods taken "
            "together."
        },
    )
    target: float | None = field(default=None, metadata={"doc": "`distance-to-target`: the value aimed at."})
    point: float | None = field(default=None, metadata={"doc": "`distance-from-point`: the value that is best."})
    span: float | None = field(
        default=None,
        validator=validators.optional(validators.gt(0)),
        metadata={"doc": "`distance-from-point`: the distance, on either side, that is worth the lowest score."},
    )
    low: float | None = field(default=None, metadata={"doc": "Lowest score; the framework's lowest when left out."})
    high: float | None = field(default=None, metadata={"doc": "Highest score; the framework's highest when left out."})

    def __attrs_post_init__(self) -> None:
        wanted = {
            "goalposts": ("worst", "best"),
            "distance-to-target": ("target",),
            "distance-from-point": ("point", "span"),
        }
        for name in wanted.get(self.method, ()):
            if getattr(self, name) is None:
                raise ValueError(f"the method '{self.method}' needs '{name}'")
        if self.method == "goalposts" and self.worst == self.best:
            raise ValueError("worst and best are the same value")
        if self.method == "goalposts" and self.direction == "lower" and (self.worst or 0) < (self.best or 0):
            raise ValueError("the direction is 'lower', and best is above worst")
        if self.transform == "log":
            for name in ("worst", "best", "target"):
                bound = getattr(self, name)
                if bound is not None and bound <= 0:
                    raise ValueError(f"'{name}' has no logarithm: {bound:g} is not above 0")


@frozen(kw_only=True)
class Sentinels:
    """Texts and numbers in data that stand for no value."""

    missing: tuple[str, ...] = field(default=(), metadata={"doc": "Stand for a value that is not known."})
    not_applicable: tuple[str, ...] = field(
        default=(), metadata={"doc": "Stand for a value that the unit cannot have; it leaves the denominator."}
    )


def find_band(score: float, bands: tuple[Band, ...]) -> Band | None:
    """The band that *score* falls into; lower cut points are inclusive. Nothing below the lowest."""
    return next((each for each in reversed(bands) if each.lower - HAIR <= score), None)


def next_band(score: float, bands: tuple[Band, ...]) -> Band | None:
    """The band above the one that *score* falls into. Nothing above the highest."""
    return next((each for each in bands if each.lower - HAIR > score), None)
