"""Levels and answers that assessors read from the evidence."""

from attrs import field, frozen, validators

from maturity.dates import Date
from maturity.text import Text

STATUSES = ("not-rated", "not-evaluable", "not-applicable", "not-asked")
"""Why an indicator has no level; an absent entry means *not-rated*."""

CONFIDENCES = ("high", "medium", "low")


@frozen(kw_only=True)
class Assessor:
    """Who rated, and when."""

    id: str
    kind: str = field(validator=validators.in_(("project", "country", "peer")))
    date: Date
    note: Text | None = None


@frozen(kw_only=True)
class Rating:
    """The level that an assessor read for one indicator, and what it rests on; or why there is none."""

    indicator: str = field(metadata={"refers": "indicators"})
    level: int | None = field(default=None, metadata={"doc": "A level of the framework's scale."})
    answer: str | None = field(default=None, metadata={"doc": "The answer, where the indicator is a checklist."})
    status: str | None = field(default=None, validator=validators.optional(validators.in_(STATUSES)))
    confidence: str | None = field(default=None, validator=validators.optional(validators.in_(CONFIDENCES)))
    evidence: tuple[str, ...] = field(
        default=(), metadata={"refers": "records", "doc": "Ids of records of the profile."}
    )
    searched: Text | None = field(default=None, metadata={"doc": "Where one looked and found no evidence."})
    summary: Text | None = field(default=None, metadata={"doc": "At most 25 words, for tables."})
    rationale: Text = field(metadata={"doc": "Why this level and not the next, or why no level."})
    branch: str | None = field(
        default=None, metadata={"refers": "records", "doc": "Id of the branch, where branches are rated apart."}
    )
    facet: str | None = None
    assessor: str | None = field(default=None, metadata={"doc": "Id of the assessor; the first one when left out."})
    carried_from: int | None = field(
        default=None,
        metadata={"doc": "Earlier wave that it was carried over from; it counts once the key is taken away."},
    )

    def __attrs_post_init__(self) -> None:
        if [self.level, self.answer, self.status].count(None) != 2:
            raise ValueError("a rating has exactly one of level or status")
        if self.level is not None and self.confidence is None:
            raise ValueError("a level needs a confidence: high, medium or low")
        if self.level is not None and self.summary is None:
            raise ValueError("a level needs a summary of at most 25 words")
        if self.status == "not-evaluable" and self.searched is None:
            raise ValueError("not-evaluable says where one looked: searched")


@frozen(kw_only=True)
class FrameworkReference:
    """The framework that a profile's ratings were made against."""

    id: str
    version: str


@frozen(kw_only=True)
class Ratings:
    """All ratings of a profile."""

    framework: FrameworkReference
    assessors: tuple[Assessor, ...] = field(metadata={"doc": "Empty only as long as nothing is rated."})
    ratings: tuple[Rating, ...] = ()

    def by_first_assessor(self) -> tuple[Rating, ...]:
        """What the first assessor rated for this wave; what was carried over and not confirmed is left out."""
        first = self.assessors[0].id if self.assessors else None
        return tuple(each for each in self.ratings if each.carried_from is None and each.assessor in (None, first))
