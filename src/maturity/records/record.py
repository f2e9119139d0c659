"""What every record of a profile has: an id, a source, a place in it."""

from attrs import field, frozen, validators

from maturity.text import Text

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
"""Ids of records: lower-case words joined by hyphens."""


@frozen(kw_only=True)
class Printed:
    """Wording of a source that its record departs from, because it is misprinted there."""

    text: str = field(validator=validators.min_len(1), metadata={"doc": "What is printed, to the letter."})
    locus: str = field(validator=validators.min_len(1), metadata={"doc": "Where it is printed."})


@frozen(kw_only=True)
class Record:
    """Something a source says, with the place where it says so."""

    id: str = field(validator=validators.matches_re(SLUG), metadata={"doc": "Slug, unique in the profile."})
    source: str = field(metadata={"refers": "sources", "doc": "Id of the publication that was read."})
    locus: str = field(
        validator=validators.min_len(1),
        metadata={"doc": "Place in the source, such as `Table 10 row 3` or `§5 ¶3`; several are joined by `; `."},
    )
    cites: tuple[str, ...] = field(
        default=(),
        metadata={"refers": "sources", "doc": "Ids of the sources that the publication itself rests on at this place."},
    )
    printed: tuple[Printed, ...] = field(
        default=(), metadata={"doc": "What stands in the source where the record reads it otherwise."}
    )
    later: bool = field(
        default=False, metadata={"doc": "Established after `evidence_until`: supports no rating of this wave."}
    )
    note: Text | None = field(
        default=None, metadata={"doc": "A remark of this project's, not of the source; it may stay untranslated."}
    )
    carried_from: int | None = field(
        default=None,
        metadata={"doc": "Earlier wave that it was carried over from; take the key away once it holds for this one."},
    )
