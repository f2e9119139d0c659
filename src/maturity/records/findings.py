"""Judgements that a source makes, and what happened when: any section may hold them."""

from attrs import field, frozen, validators

from maturity.dates import Date
from maturity.records.record import Record
from maturity.text import Text

FINDING_KINDS = ("strength", "challenge", "risk", "recommendation", "objective", "result", "expectation", "remark")
"""Kinds of finding; a *remark* states how things are without judging."""


@frozen(kw_only=True)
class Finding(Record):
    """A judgement or statement that a source makes in its running text."""

    kind: str = field(validator=validators.in_(FINDING_KINDS))
    text: Text = field(metadata={"doc": "What the source says, in the project's own words."})
    quote: str | None = field(default=None, metadata={"doc": "A short quotation, to the letter."})
    bears_on: tuple[str, ...] = field(
        default=(),
        metadata={"refers": "indicators", "doc": "Indicators that the finding speaks to; the project's judgement."},
    )
    bears_on_none: Text | None = field(default=None, metadata={"doc": "Why it speaks to no indicator."})
    about: tuple[str, ...] = field(
        default=(), metadata={"refers": "records", "doc": "Ids of the records that it speaks of."}
    )


@frozen(kw_only=True)
class Milestone(Record):
    """Something that happened, or took effect, at a known time."""

    when: Date = field(metadata={"doc": "Year, month or day, ISO 8601."})
    text: Text
    about: tuple[str, ...] = field(
        default=(), metadata={"refers": "records", "doc": "Ids of the records that it speaks of."}
    )


@frozen(kw_only=True)
class Programme(Record):
    """A strategy, plan, agreement or programme that steers work over a period."""

    name: Text
    local_name: str | None = None
    start: int | None = field(default=None, metadata={"doc": "First year."})
    end: int | None = field(default=None, metadata={"doc": "Last year."})
    text: Text = field(metadata={"doc": "What it aims at or contains."})
    led_by: tuple[str, ...] = field(default=(), metadata={"refers": "records", "doc": "Ids of institutions."})
    about: tuple[str, ...] = field(
        default=(), metadata={"refers": "records", "doc": "Ids of the records that it concerns."}
    )


@frozen(kw_only=True)
class Judgement:
    """A reading, and whose it is."""

    text: Text
    by: str = field(validator=validators.in_(("source", "project")))


@frozen(kw_only=True)
class Lesson(Record):
    """What a country learned, what it bears on, and when it transfers."""

    title: Text = field(metadata={"doc": "The lesson in one clause."})
    text: Text
    bears_on: tuple[str, ...] = field(
        default=(),
        metadata={"refers": "indicators", "doc": "Indicators that the lesson speaks to; the project's judgement."},
    )
    bears_on_none: Text | None = field(default=None, metadata={"doc": "Why it speaks to no indicator."})
    transfers_when: Judgement = field(metadata={"doc": "Under which conditions another country can use it."})
    about: tuple[str, ...] = field(
        default=(), metadata={"refers": "records", "doc": "Ids of the records that it speaks of."}
    )
