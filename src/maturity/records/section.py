"""What any section of a profile may hold beside its own tables."""

from collections.abc import Iterator

from attrs import fields, frozen

from maturity.records.findings import Finding, Milestone, Programme
from maturity.records.record import Record
from maturity.records.statistics import Statistic


@frozen(kw_only=True)
class Section:
    """What any section of a profile may hold beside its own tables."""

    statistics: tuple[Statistic, ...] = ()
    findings: tuple[Finding, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    programmes: tuple[Programme, ...] = ()

    def records(self) -> Iterator[Record]:
        """Every record of the section, table by table."""
        for each in fields(type(self)):
            yield from getattr(self, each.name)
