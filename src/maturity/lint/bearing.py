"""Whether findings are used for the indicators that they bear on."""

from collections.abc import Iterator, Sequence

from maturity.files.faults import Fault
from maturity.framework import Framework
from maturity.lint.rated import Rated
from maturity.records.findings import Finding, Lesson

_SHOWN = 3


def check_bearing(rated: Rated, framework: Framework) -> Iterator[Fault]:
    """Evidence that is said to bear on other dimensions only."""
    if rated.rating.level is None:
        return
    for number, record in enumerate(rated.evidence):
        if not isinstance(record, Finding | Lesson) or not record.bears_on:
            continue
        dimensions = {framework.dimension_of(id) for id in record.bears_on}
        if framework.dimension_of(rated.indicator.id) not in dimensions:
            message = (
                f"'{record.id}' supports '{rated.indicator.id}', and is said to bear on {_listed(record.bears_on)}"
            )
            hint = "add the indicator to its bears_on, or rest the level on other records"
            yield Fault((*rated.at, "evidence", number), "W302", message, hint)


def check_unrated(rated: Rated, findings: Sequence[Finding]) -> Iterator[Fault]:
    """Findings that bear on an indicator which has no level, and are not among what was weighed for it."""
    if rated.rating.status not in ("not-evaluable", "not-rated"):
        return
    id = rated.indicator.id
    bearing = [each.id for each in findings if id in each.bears_on and each.id not in rated.rating.evidence]
    if bearing:
        message = f"'{id}' is {rated.rating.status}, though {_listed(bearing)} {_bear(bearing)} on it"
        hint = "rate it, or name under evidence what was weighed and found too little"
        yield Fault((*rated.at, "status"), "W303", message, hint)


def _bear(bearing: Sequence[str]) -> str:
    return "bears" if len(bearing) == 1 else "bear"


def _listed(ids: Sequence[str]) -> str:
    named = [f"'{each}'" for each in ids[:_SHOWN]]
    if len(ids) > _SHOWN:
        named.append(f"{len(ids) - _SHOWN} more")
    return " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
