"""A rating of the tiny framework as a rule of good practice sees it; a test states only what it is about."""

from collections.abc import Sequence

from attrs import evolve

from maturity.dates import Date
from maturity.files.faults import Fault
from maturity.lint.rated import Rated
from maturity.records.record import Record
from maturity.records.sources import Source
from tests import synthetic


def source(id: str = "study", *, rank: str = "primary", published: str | None = "2020") -> Source:
    return evolve(synthetic.source(id), rank=rank, published=Date(published) if published else None)


def rated(
    *evidence: Record,
    level: int | None = 2,
    status: str | None = None,
    branch: str | None = None,
    confidence: str = "medium",
    aspect: str | None = "supply",
    sources: Sequence[Source] = (source(),),
) -> Rated:
    """The fifth rating of the wave 2020, of `a.one`."""
    given = synthetic.rating("a.one", None if status else level, status=status, branch=branch, confidence=confidence)
    return Rated(
        at=("ratings", 4),
        rating=evolve(given, evidence=tuple(each.id for each in evidence)),
        indicator=evolve(synthetic.framework().indicator("a.one"), aspect=aspect),
        evidence=evidence,
        sources={each.id: each for each in sources},
        wave=2020,
        scale=(0, 1, 2, 3, 4),
    )


def fault(code: str, key: str, message: str, hint: str, *, place: int | None = None) -> Fault:
    """What is told of that rating, or of one of the records that it names."""
    return Fault(("ratings", 4, key, *(() if place is None else (place,))), code, message, hint)
