"""Section 7 of the study: skills and capabilities (table 14)."""

from attrs import field, frozen

from maturity.records.record import Record
from maturity.records.section import Section
from maturity.text import Text


@frozen(kw_only=True)
class Activity(Record):
    """Something done to build skills (table 14)."""

    activity: str = field(
        metadata={"refers": "vocabulary/activity-kinds", "doc": "Term of the vocabulary `activity-kinds`."}
    )
    name: Text
    text: Text
    providers: tuple[str, ...] = field(default=(), metadata={"refers": "records", "doc": "Ids of institutions."})
    audience: Text | None = None


@frozen(kw_only=True)
class Skills(Section):
    """Activities that build skills (table 14)."""

    activities: tuple[Activity, ...] = ()
