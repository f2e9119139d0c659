"""Section 6 of the study: how services reach people (table 13)."""

from attrs import field, frozen

from maturity.records.record import Record
from maturity.records.rows import Row
from maturity.records.section import Section
from maturity.text import Text


@frozen(kw_only=True)
class Portal(Record):
    """A website where people find or use services."""

    name: Text
    url: str
    purpose: Text = field(metadata={"doc": "What people find or do there."})
    audience: Text | None = field(default=None, metadata={"doc": "Whom it serves, where the source says so."})
    operated_by: tuple[str, ...] = field(default=(), metadata={"refers": "records", "doc": "Ids of institutions."})


@frozen(kw_only=True)
class FrontEnd(Section):
    """Portals and what each is for (table 13)."""

    portals: tuple[Portal, ...] = ()
    portal_ecosystem: tuple[Row, ...] = field(
        default=(),
        metadata={"rows": "portal-categories", "doc": "Table 13; rows of `portal-categories`, items are portals."},
    )
