"""Section 3 of the study: who decides, who acts, who coordinates (tables 5–8)."""

from attrs import field, frozen, validators

from maturity.records.record import Record
from maturity.records.section import Section
from maturity.text import Text


@frozen(kw_only=True)
class Role:
    """What an institution does, as one place of the source says it."""

    text: Text
    locus: str = field(validator=validators.min_len(1), metadata={"doc": "Place in the institution's source."})
    cites: tuple[str, ...] = field(
        default=(), metadata={"refers": "sources", "doc": "Ids of sources that the publication rests on here."}
    )


@frozen(kw_only=True)
class FormerName:
    """A name that an institution bore before."""

    name: Text
    acronym: str | None = None
    until: int | None = field(default=None, metadata={"doc": "Last year of that name, where it is known."})


@frozen(kw_only=True)
class Institution(Record):
    """A body, office or group with a part in social security or its digitalisation (tables 5 and 7)."""

    name: Text
    local_name: str | None = field(default=None, metadata={"doc": "Official name in the country's own language."})
    acronym: str | None = None
    kind: str = field(
        metadata={"refers": "vocabulary/institution-kinds", "doc": "Term of the vocabulary `institution-kinds`."}
    )
    roles: tuple[Role, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    part_of: str | None = field(
        default=None, metadata={"refers": "records", "doc": "Id of the institution that it belongs to."}
    )
    supervised_by: tuple[str, ...] = field(default=(), metadata={"refers": "records", "doc": "Ids of institutions."})


@frozen(kw_only=True)
class Coordination(Record):
    """One cell of a coordination matrix: who stands at which level, in which scope (tables 6 and 8)."""

    matrix: str = field(
        metadata={
            "refers": "vocabulary/coordination-matrices",
            "doc": "Term of the vocabulary `coordination-matrices`.",
        }
    )
    level: str = field(
        metadata={"refers": "vocabulary/coordination-levels", "doc": "Term of the vocabulary `coordination-levels`."}
    )
    scope: str = field(
        metadata={"refers": "vocabulary/coordination-scopes", "doc": "Term of the vocabulary `coordination-scopes`."}
    )
    bodies: tuple[str, ...] = field(
        metadata={"refers": "records", "doc": "Ids of institutions, in the source's order."}
    )
    open: bool = field(default=False, metadata={"doc": "The source ends the list with 'etc.'."})


@frozen(kw_only=True)
class Governance(Section):
    """Institutions, their roles, and who coordinates what (tables 5–8)."""

    institutions: tuple[Institution, ...] = field(default=(), metadata={"doc": "Tables 5 and 7, and the prose."})
    coordination: tuple[Coordination, ...] = field(default=(), metadata={"doc": "Tables 6 and 8."})
