"""Section 4 of the study: legislation, enablers and standards (tables 9–10)."""

from attrs import field, frozen, validators

from maturity.records.record import Record
from maturity.records.rows import Row
from maturity.records.section import Section
from maturity.text import Text


@frozen(kw_only=True)
class LegalAct(Record):
    """A law, ordinance, decree, regulation or directive."""

    name: Text
    local_name: str | None = field(default=None, metadata={"doc": "Official title in the country's own language."})
    number: str | None = field(default=None, metadata={"doc": "Official number, such as `910/2014`."})
    level: str = field(validator=validators.in_(("national", "EU")))
    kind: str = field(validator=validators.in_(("law", "ordinance", "decree", "regulation", "directive")))
    year: int | None = field(default=None, metadata={"doc": "Year of adoption."})
    transposes: tuple[str, ...] = field(
        default=(), metadata={"refers": "records", "doc": "Ids of the acts that it brings into national law."}
    )
    amends: tuple[str, ...] = field(default=(), metadata={"refers": "records", "doc": "Ids of acts."})
    repeals: tuple[str, ...] = field(default=(), metadata={"refers": "records", "doc": "Ids of acts."})
    in_force: bool | None = field(default=None, metadata={"doc": "At the wave's date; left out where not known."})


@frozen(kw_only=True)
class Platform(Record):
    """A technical solution that several services rest on."""

    name: Text
    local_name: str | None = None
    acronym: str | None = None
    operated_by: tuple[str, ...] = field(default=(), metadata={"refers": "records", "doc": "Ids of institutions."})
    url: str | None = None
    text: Text | None = field(default=None, metadata={"doc": "What it is, where no table row says so."})


@frozen(kw_only=True)
class Legal(Section):
    """Legal acts by head, platforms, and the key enablers that rest on them (tables 9–10)."""

    acts: tuple[LegalAct, ...] = ()
    legal_framework: tuple[Row, ...] = field(
        default=(), metadata={"rows": "legal-areas", "doc": "Table 9; rows of `legal-areas`, items are acts."}
    )
    platforms: tuple[Platform, ...] = ()
    key_enablers: tuple[Row, ...] = field(
        default=(),
        metadata={"rows": "enablers", "doc": "Table 10; rows of `enablers`, items are platforms or standards."},
    )
