"""Publications that a profile rests on, and the places of the main one."""

from attrs import field, frozen, validators

from maturity.dates import Date
from maturity.records.record import SLUG
from maturity.text import Text


@frozen(kw_only=True)
class Source:
    """A publication, data set or interview."""

    id: str = field(validator=validators.matches_re(SLUG))
    authors: tuple[str, ...] = field(default=(), metadata={"doc": "Persons, in the publication's order."})
    title: str = field(validator=validators.min_len(1), metadata={"doc": "As printed, in its own language."})
    publisher: str = field(validator=validators.min_len(1))
    short: str | None = field(default=None, metadata={"doc": "How running text cites it, such as `OECD 2019`."})
    kind: str = field(
        validator=validators.in_(
            ("report", "data set", "article", "factsheet", "web page", "interview", "law", "slides", "other")
        )
    )
    rank: str = field(
        validator=validators.in_(("primary", "secondary")),
        metadata={"doc": "Primary: made by the body that knows at first hand."},
    )
    published: Date | None = None
    accessed: Date | None = field(default=None, metadata={"doc": "When it was read on the web."})
    url: str | None = None
    isbn: str | None = None
    cited_in: str | None = field(
        default=None, metadata={"doc": "Where the main source lists it, such as `Reference 3` or `footnote 7`."}
    )
    listed_only: bool = field(default=False, metadata={"doc": "A source lists it and never cites it."})
    note: Text | None = None


@frozen(kw_only=True)
class Figure:
    """A figure of the main source: its caption and what it rests on."""

    id: str = field(validator=validators.matches_re(SLUG))
    caption: str = field(validator=validators.min_len(1))
    source: str = field(metadata={"refers": "sources"})
    locus: str
    cites: tuple[str, ...] = field(default=(), metadata={"refers": "sources"})


@frozen(kw_only=True)
class StudyPlace:
    """A paragraph, table row or footnote of the main source, so that a reader can follow it."""

    locus: str = field(validator=validators.min_len(1))
    about: Text = field(metadata={"doc": "What it is about, in a few own words."})
    no_record: Text | None = field(default=None, metadata={"doc": "Why no record carries it."})


@frozen(kw_only=True)
class Unknown:
    """Rows of a fact table that the profile leaves empty, and where one looked for them."""

    table: str = field(metadata={"doc": "Id of the table, as `maturity list tables` gives it."})
    rows: tuple[str, ...] = field(
        default=(), metadata={"doc": "Terms of the table's vocabulary; all rows that are empty when left out."}
    )
    searched: Text = field(metadata={"doc": "Where one looked, or why there is nothing to find."})
