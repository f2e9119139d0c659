"""Section 8 of the study: inclusion and coverage (table 15)."""

from attrs import field, frozen

from maturity.records.record import Record
from maturity.records.section import Section
from maturity.text import Text


@frozen(kw_only=True)
class InclusionPoint(Record):
    """One bullet of an inclusion area: something done, or something that came of it (table 15)."""

    area: str = field(
        metadata={"refers": "vocabulary/inclusion-areas", "doc": "Term of the vocabulary `inclusion-areas`."}
    )
    text: Text
    figures: tuple[str, ...] = field(
        default=(), metadata={"refers": "records", "doc": "Ids of the statistics that the bullet gives."}
    )


@frozen(kw_only=True)
class Inclusion(Section):
    """Actions and results by area; the study does not pair them (table 15)."""

    actions: tuple[InclusionPoint, ...] = ()
    results: tuple[InclusionPoint, ...] = ()
