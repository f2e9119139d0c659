"""What any section of a profile may hold beside its own tables."""

from attrs import frozen

from maturity.records.findings import Finding, Milestone, Programme
from maturity.records.statistics import Statistic


@frozen(kw_only=True)
class Section:
    """What any section of a profile may hold beside its own tables."""

    statistics: tuple[Statistic, ...] = ()
    findings: tuple[Finding, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    programmes: tuple[Programme, ...] = ()
