"""What must hold between the parts of a profile, and between a profile and its framework."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import attrs
from attrs import frozen

from maturity.dates import is_later
from maturity.files.document import Document
from maturity.files.faults import MAX_HINTS, Fault, did_you_mean, limit_faults
from maturity.files.positions import Path
from maturity.files.rating_checks import check_ratings
from maturity.files.references import Definition, Reference, scan
from maturity.files.rest import Lost, as_written
from maturity.files.yaml_slips import hint_at_id
from maturity.framework import Framework
from maturity.records.findings import Finding, Lesson
from maturity.records.ratings import Ratings
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


def check_profile(
    parts: dict[str, Part],
    *,
    folder_name: str,
    framework: Framework | None,
    lost: Mapping[str, tuple[Lost, ...]] | None = None,
) -> Found:
    """What is wrong between the parts of a profile, each with the document that it stands in.

    Of files with faults of their own, *lost* names what is not among the parts.
    """
    by_document = {id(part.document): (lost or {}).get(name, ()) for name, part in parts.items()}
    for document, fault in _check_parts(parts, folder_name, framework, lost or {}):
        left_out = by_document[id(document)]
        path, first = (as_written(each, left_out) for each in (fault.path, fault.first))
        yield document, attrs.evolve(fault, path=path, first=first)


def _check_parts(
    parts: dict[str, Part], folder_name: str, framework: Framework | None, lost: Mapping[str, tuple[Lost, ...]]
) -> Found:
    scanned = {name: scan(part.value) for name, part in parts.items()}
    defined = {name: definitions for name, (definitions, _) in scanned.items()}
    referred = {name: references for name, (_, references) in scanned.items()}
    everything = [each for definitions in defined.values() for each in definitions]
    known = _known_names(framework) | _known_ids(everything, parts.keys(), lost)
    renamed = _renamed(framework)
    yield from _check_folder(parts, folder_name)
    yield from _check_unique(parts, defined)
    for name, part in parts.items():
        yield from ((part.document, fault) for fault in limit_faults(_check_references(referred[name], known, renamed)))
        yield from ((part.document, fault) for each in defined[name] for fault in _check_record(each, framework))
    if parts.keys() >= _HOLD_RECORDS and not lost:
        yield from _check_cited(parts["profile"], chain.from_iterable(referred.values()))
    if "ratings" in parts:
        ratings = parts["ratings"]
        later = list_later({each.id: each for each in everything}, parts["profile"].value) if "profile" in parts else {}
        assessors = _assessors(ratings.value, lost.get("ratings", ()))
        found = check_ratings(ratings.value, later, framework, assessors=assessors)
        yield from ((ratings.document, fault) for fault in found)


def _assessors(ratings: Ratings, lost: tuple[Lost, ...]) -> list[str]:
    """Ids of the assessors in order; where one is lost with its id, whoever is named may be that one."""
    ids: list[str] = [each.id for each in ratings.assessors]
    for each in lost:
        if each.list == "assessors" and each.id is not None:
            ids.insert(each.index, each.id)
    if any(each.list == "assessors" and each.id is None for each in lost):
        ids = ["", *ids, *(each.assessor for each in ratings.ratings if each.assessor)]
    return ids


def list_later(by_id: dict[str, Definition], profile: Any) -> dict[str, str]:
    """Ids of records later than the `evidence_until` of a *profile* or its file, each with the reason."""
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


_HOLD_RECORDS = {
    "profile",
    "context",
    "governance",
    "legal",
    "back-end",
    "front-end",
    "skills",
    "inclusion",
    "lessons",
}
"""Files that must have been read before an unknown id means that nobody defines it."""


def _known_names(framework: Framework | None) -> dict[str, set[str]]:
    """The ids of the framework that a reference may name, by what it refers to."""
    if framework is None:
        return {}
    terms = {f"vocabulary/{each.id}": {term.id for term in each.terms} for each in framework.vocabularies}
    return {"indicators": {each.id for each in framework.indicators}, **terms}


def _known_ids(
    defined: list[Definition], read: Collection[str], lost: Mapping[str, tuple[Lost, ...]]
) -> dict[str, set[str]]:
    """The same of the country; nothing of a kind that was defined where it cannot be read."""
    ids = {id for each in lost.values() for record in each for id in record.ids}
    known = {
        "sources": {each.id for each in defined if isinstance(each.value, Source)} | ids,
        "records": {each.id for each in defined if isinstance(each.value, Record)} | ids,
    }
    readable = {*read, *lost}
    nameless = {name for name, records in lost.items() if any(each.id is None for each in records)}
    files = {"sources": {"profile"}, "records": _HOLD_RECORDS}
    return {kind: known[kind] for kind in known if files[kind] <= readable and not files[kind] & nameless}


def _check_folder(parts: dict[str, Part], folder_name: str) -> Found:
    if "profile" not in parts or not folder_name:
        return
    part = parts["profile"]
    code, wave = folder_name.split("/")
    for key, found, wanted in (("code", part.value.code, code), ("wave", str(part.value.wave), wave)):
        if found.lower() != wanted:
            hint = f"call the folder '{found.lower()}'" if found == wanted else ""
            yield part.document, Fault((key,), "E112", f"{key} '{found}' in the folder '{folder_name}'", hint)


def _check_unique(parts: dict[str, Part], defined: dict[str, list[Definition]]) -> Found:
    seen: dict[str, tuple[str, Path]] = {}
    for name, definitions in defined.items():
        for each in definitions:
            path = (*each.path, "id")
            if each.id in seen:
                file, first = seen[each.id]
                fault = Fault(path, "E106", f"duplicate id '{each.id}'", f"also in {file}.yaml")
                yield parts[name].document, attrs.evolve(fault, first=first if file == name else ())
            seen.setdefault(each.id, (name, path))


def _renamed(framework: Framework | None) -> dict[str, list[str]]:
    """What became of the indicators of earlier versions, by the ids that they bore."""
    found: dict[str, list[str]] = {}
    for each in framework.indicators if framework else ():
        for id in each.replaces:
            found.setdefault(id, []).append(each.id)
    return found


def _check_references(
    references: list[Reference], known: dict[str, set[str]], renamed: dict[str, list[str]]
) -> Iterator[Fault]:
    unknown = (each for each in references if each.refers in known and each.id not in known[each.refers])
    for number, each in enumerate(unknown):
        kind, _, vocabulary = each.refers.partition("/")
        what = f"term of '{vocabulary}'" if vocabulary else kind.removesuffix("s")
        near = did_you_mean(each.id, sorted(known[each.refers])) if number < MAX_HINTS else ""
        hint = hint_at_id(each.id) or near
        if kind == "indicators" and each.id in renamed:
            hint = "renamed to " + " or ".join(f"'{id}'" for id in renamed[each.id])
        yield Fault(each.path, "E104", f"unknown {what} '{each.id}'", hint)


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
            yield Fault((*path, key), "W202", message, _range(term))


def _range(term: Term) -> str:
    bounds = {"at least": term.low, "at most": term.high}
    return ", ".join(f"{word} {bound:,.15g}" for word, bound in bounds.items() if bound is not None)


def _or(bound: float | None, number: float) -> float:
    return number if bound is None else bound


def _check_cited(profile: Part, references: Iterable[Reference]) -> Found:
    cited = {each.id for each in references if each.refers == "sources"}
    for index, source in enumerate(profile.value.sources):
        if source.id not in cited and not source.listed_only:
            message = f"source '{source.id}' is never cited"
            yield profile.document, Fault(("sources", index), "W201", message, "cite it, or mark it listed_only")
        if source.id in cited and source.listed_only:
            message = f"source '{source.id}' is marked listed_only and cited"
            yield profile.document, Fault(("sources", index), "W201", message, "take the mark away")
