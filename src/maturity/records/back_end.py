"""Section 5 of the study: how services are produced (tables 11–12)."""

from attrs import field, frozen, validators

from maturity.records.record import Record
from maturity.records.rows import Row
from maturity.records.section import Section
from maturity.text import Text


@frozen(kw_only=True)
class Standard(Record):
    """A published standard, framework or charter that systems must follow."""

    name: Text
    local_name: str | None = None
    acronym: str | None = None
    version: str | None = field(default=None, metadata={"doc": "Version that the source names as current."})
    year: int | None = field(default=None, metadata={"doc": "Year of adoption of that version."})
    based_on: tuple[str, ...] = field(
        default=(), metadata={"refers": "records", "doc": "Ids of legal acts that it rests on."}
    )


@frozen(kw_only=True)
class Transformation(Record):
    """One bullet of a branch's back-end plans (table 12)."""

    branch: str = field(metadata={"refers": "records", "doc": "Id of the branch."})
    period: str | None = field(
        default=None,
        validator=validators.optional(validators.matches_re(r"\d{4}(-\d{4})?")),
        metadata={"doc": "Year or years of the agreement that it belongs to, such as `2018-2022`."},
    )
    kind: str = field(
        validator=validators.in_(("objective", "challenge", "achievement")),
        metadata={"refers": "vocabulary/transformation-kinds"},
    )
    text: Text


@frozen(kw_only=True)
class BackEnd(Section):
    """Standards of the back office and the branches' plans for it (tables 11–12)."""

    standards: tuple[Standard, ...] = ()
    back_end_standards: tuple[Row, ...] = field(
        default=(),
        metadata={"rows": "standard-areas", "doc": "Table 11; rows of `standard-areas`, items are standards."},
    )
    transformations: tuple[Transformation, ...] = field(default=(), metadata={"doc": "Table 12."})
