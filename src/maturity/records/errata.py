"""Misprints, contradictions and doubtful figures of the sources."""

from attrs import field, frozen, validators

from maturity.records.record import SLUG, Printed
from maturity.text import Text


@frozen(kw_only=True)
class Erratum:
    """One thing that a source prints and that cannot stand as it is, or may not."""

    id: str = field(validator=validators.matches_re(SLUG))
    kind: str = field(validator=validators.in_(("misprint", "contradiction", "doubtful")))
    serious: bool = field(default=False, metadata={"doc": "A reader who trusted it would be misled on the substance."})
    source: str = field(metadata={"refers": "sources", "doc": "Id of the source that prints it."})
    printed: tuple[Printed, ...] = field(validator=validators.min_len(1))
    why: Text = field(metadata={"doc": "What speaks against it."})
    reading: Text | None = field(default=None, metadata={"doc": "The right reading; left out where it is unknown."})
    records: tuple[str, ...] = field(
        default=(), metadata={"refers": "records", "doc": "Ids of the records that follow the reading."}
    )
    cites: tuple[str, ...] = field(
        default=(), metadata={"refers": "sources", "doc": "Ids of sources that show the right reading."}
    )
