"""Named groups of countries, each with the list it comes from and that list's date."""

import re

from attrs import field, frozen, validators

from maturity.dates import Date
from maturity.text import Text

CODE = r"[A-Z]{3}"
"""What an ISO 3166-1 alpha-3 code looks like."""


@frozen(kw_only=True)
class GroupSource:
    """The published list of a group's members."""

    title: str
    publisher: str
    url: str
    accessed: Date


@frozen(kw_only=True)
class Group:
    """Countries that belong together by somebody's published list, as of one day."""

    id: str = field(validator=validators.matches_re(r"[a-z0-9]+(-[a-z0-9]+)*"))
    label: Text
    as_of: Date = field(metadata={"doc": "Day, month or year that the list speaks of, ISO 8601."})
    note: Text | None = field(default=None, metadata={"doc": "What a reader of the list should know."})
    sources: tuple[GroupSource, ...] = field(validator=validators.min_len(1))
    members: tuple[str, ...] = field(
        validator=validators.min_len(1),
        metadata={"doc": "ISO 3166-1 alpha-3 codes."},
    )

    def __attrs_post_init__(self) -> None:
        strange = [each for each in self.members if not re.fullmatch(CODE, each)]
        if strange:
            raise ValueError(f"members that are no ISO 3166-1 alpha-3 codes: {', '.join(strange)}")
        repeated = sorted({each for each in self.members if self.members.count(each) > 1})
        if repeated:
            raise ValueError(f"members named more than once: {', '.join(repeated)}")
