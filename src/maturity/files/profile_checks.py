"""What must hold between the parts of a profile, and between a profile and its framework."""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from maturity.dates import is_later
from maturity.files.document import Document, Path
from maturity.files.faults import Fault, did_you_mean
from maturity.files.rating_checks import check_ratings
from maturity.files.references import Definition, Reference, list_definitions, list_references
from maturity.framework import Framework
from maturity.records.findings import Finding, Lesson
from maturity.records.record import Record
from maturity.records.sources import Source
from maturity.records.statistics import Statistic
from maturity.vocabulary import Term


@frozen(kw_only=True)
class Part:
    """One file of a profile, parsed and typed."""

    document: Document
    value: Any


Found = Iterator[tuple[Document, Fault]]


def check_profile(parts: dict[str, Part], *, folder_name: str, framework: Framework | None) -> Found:
    """What is wrong between the parts of a profile, each with the document that it stands in."""
    defined = {name: list(list_definitions(part.value)) for name, part in parts.items()}
    by_id = {each.id: each for definitions in defined.values() for each in definitions}
    yield from _check_folder(parts, folder_name)
    yield from _check_unique(parts, defined)
    complete = len(parts) >= _FILES_WITH_RECORDS
    for part in parts.values():
        for reference in list_references(part.value):
            fault = _check_reference(reference, by_id, framework, complete=complete)
            if fault:
                yield part.document, fault
    for name, definitions in defined.items():
        for definition in definitions:
            for fault in _check_record(definition, framework):
                yield parts[name].document, fault
    if complete:
        yield from _check_cited(parts)
    if "ratings" in parts and "profile" in parts:
        later = _later_ids(by_id, parts["profile"].value)
        ratings = parts["ratings"]
        for fault in check_ratings(ratings.value, later, framework):
            yield ratings.document, fault


_FILES_WITH_RECORDS = 10
"""Files that must have been read before an unknown id means that nobody defines it."""


def _check_folder(parts: dict[str, Part], folder_name: str) -> Found:
    if "profile" not in parts or not folder_name:
        return
    part = parts["profile"]
    code, wave = folder_name.split("/")
    for key, found, wanted in (("code", part.value.code.lower(), code), ("wave", str(part.value.wave), wave)):
        if found != wanted:
            yield part.document, Fault((key,), "E112", f"{key} '{found}' in the folder '{folder_name}'")


def _check_unique(parts: dict[str, Part], defined: dict[str, list[Definition]]) -> Found:
    seen: dict[str, str] = {}
    for name, definitions in defined.items():
        for each in definitions:
            if each.id in seen:
                message = f"duplicate id '{each.id}'"
                yield parts[name].document, Fault((*each.path, "id"), "E106", message, f"also in {seen[each.id]}.yaml")
            seen.setdefault(each.id, name)


def _check_reference(
    reference: Reference, by_id: dict[str, Definition], framework: Framework | None, *, complete: bool
) -> Fault | None:
    if reference.refers in ("sources", "records"):
        wanted = Source if reference.refers == "sources" else Record
        if not complete or (reference.id in by_id and isinstance(by_id[reference.id].value, wanted)):
            return None
        names = [id for id, each in by_id.items() if isinstance(each.value, wanted)]
        return _unknown(reference, reference.refers.removesuffix("s"), names)
    if framework is None:
        return None
    if reference.refers == "indicators":
        names = [each.id for each in framework.indicators]
        return None if reference.id in names else _unknown(reference, "indicator", names)
    vocabulary = framework.vocabulary(reference.refers.removeprefix("vocabulary/"))
    names = [each.id for each in vocabulary.terms]
    return None if reference.id in names else _unknown(reference, f"term of '{vocabulary.id}'", names)


def _unknown(reference: Reference, what: str, names: list[str]) -> Fault:
    return Fault(reference.path, "E104", f"unknown {what} '{reference.id}'", did_you_mean(reference.id, names))


def _check_record(definition: Definition, framework: Framework | None) -> Iterator[Fault]:
    value, path = definition.value, definition.path
    if isinstance(value, Finding | Lesson) and bool(value.bears_on) == (value.bears_on_none is not None):
        message = f"'{value.id}' needs either bears_on or bears_on_none"
        yield Fault(path, "E115", message, "say which indicators it speaks to, or why none")
    if isinstance(value, Statistic) and framework:
        vocabulary = framework.vocabulary("statistics")
        if value.statistic in vocabulary:
            yield from _check_statistic(value, vocabulary.term(value.statistic), path)


def _check_statistic(value: Statistic, term: Term, path: Path) -> Iterator[Fault]:
    if value.unit != term.unit:
        message = f"unit '{value.unit}' for '{term.id}'"
        yield Fault((*path, "unit"), "E118", message, f"its unit is '{term.unit}'")
    for key in ("value", "low", "high"):
        number = getattr(value, key)
        if number is not None and not (_or(term.low, number) <= number <= _or(term.high, number)):
            message = f"{number:,} {value.unit} for '{term.id}' is outside its plausible range"
            yield Fault((*path, key), "W202", message, f"{term.low:,} to {term.high:,}")


def _or(bound: float | None, number: float) -> float:
    return number if bound is None else bound


def _check_cited(parts: dict[str, Part]) -> Found:
    cited = {each.id for part in parts.values() for each in list_references(part.value) if each.refers == "sources"}
    profile = parts["profile"]
    for index, source in enumerate(profile.value.sources):
        if source.id not in cited and not source.listed_only:
            message = f"source '{source.id}' is never cited"
            yield profile.document, Fault(("sources", index), "W201", message, "cite it, or mark it listed_only")
        if source.id in cited and source.listed_only:
            message = f"source '{source.id}' is marked listed_only and cited"
            yield profile.document, Fault(("sources", index), "W201", message)


def _later_ids(by_id: dict[str, Definition], profile: Any) -> dict[str, str]:
    """Ids of records later than `evidence_until`, each with the reason."""
    limit = profile.evidence_until
    published = {each.id: each.published for each in profile.sources if each.published}
    found = {}
    for id, each in by_id.items():
        if not isinstance(each.value, Record):
            continue
        if each.value.later:
            found[id] = "it is marked as later"
        elif is_later(published.get(each.value.source, limit), limit):
            found[id] = f"its source is of {published[each.value.source]}"
        elif isinstance(each.value, Statistic) and each.value.as_of and is_later(each.value.as_of, limit):
            found[id] = f"it is as of {each.value.as_of}"
    return found
