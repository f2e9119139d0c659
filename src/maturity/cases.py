"""Worked cases: what is given, and what must come out of it, as subject experts write it down."""

from attrs import field, frozen, validators

from maturity.profile import COUNTRY_CODE
from maturity.records.record import SLUG

REASONS = ("below-threshold", "not-rated", "not-applicable")
"""Why a node can have no score."""

EXACT = 0.000001
"""How far a result may lie from what is expected where a case says nothing else."""


@frozen(kw_only=True)
class Given:
    """What a case takes an indicator to be, or all indicators below a node."""

    node: str
    level: int | None = None
    answer: str | None = None
    status: str | None = None

    def __attrs_post_init__(self) -> None:
        if [self.level, self.answer, self.status].count(None) != 2:
            raise ValueError("a level, an answer or a status is needed")


@frozen(kw_only=True)
class GivenFact:
    """A figure that a measure rests on."""

    statistic: str
    value: float


@frozen(kw_only=True)
class GivenWeight:
    """Another weight than the framework's own."""

    node: str
    weight: float = field(validator=validators.ge(0))


@frozen(kw_only=True)
class Expectation:
    """What a node must come to; what is left out may be anything."""

    node: str
    score: float | None = field(default=None, metadata={"doc": "In the framework's range."})
    level: float | None = field(default=None, metadata={"doc": "The score as a level of the scale."})
    band: str | None = field(default=None, metadata={"doc": "Name of the band, in the framework's language."})
    no_score: str | None = field(
        default=None,
        validator=validators.optional(validators.in_(REASONS)),
        metadata={"doc": "Why the node has no score."},
    )
    coverage: float | None = field(
        default=None, metadata={"doc": "Weight of rated indicators ÷ weight of those that apply, 0–1."}
    )
    rated: int | None = field(default=None, metadata={"doc": "How many indicators at or below the node are rated."})
    gap: float | None = field(default=None, metadata={"doc": "Gap to the case's target, in levels."})
    gain: float | None = field(
        default=None, metadata={"doc": "Points that closing an indicator's gap adds to the overall score."}
    )
    within: float | None = field(
        default=None,
        validator=validators.optional(validators.ge(0)),
        metadata={"doc": "How far a figure may lie off; the case's own when left out."},
    )

    def __attrs_post_init__(self) -> None:
        figures = (self.score, self.level, self.band)
        if self.no_score is not None and any(each is not None for each in figures):
            raise ValueError("a node has either no_score, or a score, level and band")
        wanted = (*figures, self.no_score, self.coverage, self.rated, self.gap, self.gain)
        if all(each is None for each in wanted):
            raise ValueError("an expectation names at least one result, such as score or no_score")


@frozen(kw_only=True)
class Case:
    """A country that is made up, or a real one with some things changed, and what must come out."""

    id: str = field(validator=validators.matches_re(SLUG))
    about: str = field(validator=validators.min_len(1), metadata={"doc": "What it shows."})
    country: str | None = field(
        default=None,
        validator=validators.optional(validators.matches_re(COUNTRY_CODE + r"@[0-9]{4}")),
        metadata={"doc": "A country with its wave to begin with, such as `FRA@2022`; nothing is rated when left out."},
    )
    ratings: tuple[Given, ...] = field(
        default=(),
        metadata={
            "doc": "By indicator, a level, an answer or a status; by component or dimension, that of all below it, "
            "where nothing nearer says otherwise."
        },
    )
    facts: tuple[GivenFact, ...] = field(default=(), metadata={"doc": "By statistic, the figure of a measure."})
    weights: tuple[GivenWeight, ...] = field(default=(), metadata={"doc": "By node, a weight in place of its own."})
    target: int | None = field(default=None, metadata={"doc": "Level aimed at; the highest when left out."})
    within: float = field(
        default=EXACT, validator=validators.ge(0), metadata={"doc": "How far a figure may lie off what is expected."}
    )
    expect: tuple[Expectation, ...] = field(
        validator=validators.min_len(1), metadata={"doc": "By node, what it must come to."}
    )


@frozen(kw_only=True)
class CaseFile:
    """`cases/<name>.yaml`: cases for one framework."""

    framework: str = field(metadata={"doc": "Id of the framework."})
    cases: tuple[Case, ...] = field(validator=validators.min_len(1))
