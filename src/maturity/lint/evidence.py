"""What a level rests on: how many sources, of which rank, how old, and how sure."""

from collections.abc import Iterator

from maturity.files.faults import Fault
from maturity.lint.rated import Rated
from maturity.records.back_end import Transformation
from maturity.records.findings import Finding
from maturity.records.record import Record
from maturity.records.rows import Row

MAX_AGE = 5
"""Years that the newest evidence for a practice or a service may lie before the wave."""

_INTENDED = ("objective", "expectation", "recommendation")


def check_evidence(rated: Rated) -> Iterator[Fault]:
    """What good practice would have otherwise in the evidence of a level."""
    if rated.rating.level is None:
        return
    yield from _check_sources(rated)
    yield from _check_dates(rated)
    yield from _check_repeated(rated)
    if rated.rating.confidence == "low" and rated.rating.level == rated.scale[-1]:
        hint = "find firmer evidence, or give the level that is sure"
        yield Fault((*rated.at, "confidence"), "W306", f"{rated.name}, the highest, with low confidence", hint)
    is_practice = rated.indicator.aspect != "rule"
    if is_practice and rated.rating.level > rated.scale[1] and all(_is_intended(each) for each in rated.evidence):
        message = f"{rated.name} rests on intentions alone"
        yield Fault((*rated.at, "evidence"), "W307", message, "name a record of what is there")


def _check_sources(rated: Rated) -> Iterator[Fault]:
    cited = rated.cited()
    if len(cited) == 1 and cited[0].rank == "secondary":
        message = f"{rated.name} rests on one secondary source, '{cited[0].id}'"
        yield Fault((*rated.at, "evidence"), "W301", message, "cite a second one, or what that one rests on")
    if rated.rating.confidence == "high" and all(each.rank == "secondary" for each in rated.read()):
        message = f"{rated.name} with high confidence, and secondary sources alone carry it"
        yield Fault((*rated.at, "confidence"), "W311", message, "cite what a primary source says, or say medium")


def _check_dates(rated: Rated) -> Iterator[Fault]:
    dates = sorted(rated.dates())
    if not dates:
        message = f"no evidence for {rated.name} bears a date"
        yield Fault((*rated.at, "evidence"), "W304", message, "say when its sources were published")
    elif rated.indicator.aspect != "rule" and int(dates[-1][:4]) < rated.wave - MAX_AGE:
        message = f"the newest evidence for {rated.name} is of {dates[-1]}"
        hint = f"more than {MAX_AGE} years before the wave {rated.wave}"
        yield Fault((*rated.at, "evidence"), "W305", message, hint)


def _check_repeated(rated: Rated) -> Iterator[Fault]:
    named = rated.rating.evidence
    for number, id in enumerate(named):
        if id in named[:number]:
            yield Fault((*rated.at, "evidence", number), "W308", f"'{id}' is named twice as evidence", "take one out")


def _is_intended(record: Record) -> bool:
    """Whether a record says what is meant to be, not what is."""
    match record:
        case Finding():
            return record.kind in _INTENDED
        case Row():
            return record.answer == "planned"
        case Transformation():
            return record.kind == "objective"
        case _:
            return False
