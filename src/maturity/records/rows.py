"""Rows of the study's yes/no tables, which link to things defined once (tables 9, 10, 11 and 13)."""

from attrs import field, frozen, validators

from maturity.records.record import Record
from maturity.text import Text

ANSWERS = ("yes", "partly", "planned", "no")
"""Answers that a row can give; what is not known has no row."""


@frozen(kw_only=True)
class Item:
    """What a row says of one thing; another row may say something else of the same thing."""

    of: str = field(metadata={"refers": "records", "doc": "Id of the legal act, platform, standard or portal."})
    text: Text | None = field(default=None, metadata={"doc": "What the row says of it."})


@frozen(kw_only=True)
class Row(Record):
    """One row of a yes/no table."""

    row: str = field(metadata={"doc": "Term of the vocabulary that the table's rows come from."})
    answer: str = field(validator=validators.in_(ANSWERS))
    items: tuple[Item, ...] = ()
    text: Text | None = field(default=None, metadata={"doc": "What the row says of no single item."})
