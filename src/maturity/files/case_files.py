"""Reads files of worked cases."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any

from attrs import evolve, frozen

from maturity.cases import CaseFile
from maturity.files.document import Document, read_document
from maturity.files.faults import Fault, describe, list_problems
from maturity.files.positions import Path
from maturity.files.rest import Lost, as_written, read_rest
from maturity.files.yaml_text import Value
from maturity.problems import DataError, Place, Problem
from maturity.records.ratings import STATUSES


@frozen(kw_only=True)
class ReadCases:
    """A file of cases, typed, and where its values stand; without the cases that hold faults, which are told."""

    file: CaseFile
    document: Document
    faults: tuple[Fault, ...] = ()
    lost: tuple[Lost, ...] = ()

    def as_written(self, fault: Fault) -> Fault:
        """A fault of one of the cases that are left, with its place among all."""
        return evolve(fault, path=as_written(fault.path, self.lost))


def read_case_file(file: Traversable, shown: str) -> ReadCases:
    """The cases in a file.

    Raises:
        DataError: The file holds errors, and nothing is left without them; carries every problem found.
        OSError: It cannot be read.
    """
    document = read_document(file, shown)
    if not isinstance(document.value, dict):
        message = "the file is empty or holds no mapping"
        raise DataError([Problem(place=Place(file=shown), code="E008", message=message)])
    read = read_rest(_listed(document.value), CaseFile, language="en")
    faults = [
        *_misshapen(document.value),
        *(evolve(each, path=_as_written(each.path, document)) for each in read.faults),
    ]
    if read.value is None:
        raise DataError(list_problems(faults, document))
    return ReadCases(file=read.value, document=document, faults=tuple(faults), lost=read.lost)


def fault_of(case: int, *steps: str, code: str, message: str, hint: str = "", at_key: bool = False) -> Fault:
    """A fault at a place of the case with that number, counted from 0."""
    return Fault(("cases", case, *steps), code, message, hint, at_key)


_KEYS = {"ratings": "node", "facts": "statistic", "weights": "node", "expect": "node"}
"""Mappings of a case whose keys are ids, and the field that the key becomes."""


def _misshapen(value: Value) -> Iterator[Fault]:
    """What stands in place of a mapping by id, or names the id again inside it."""
    for number, case in enumerate(_cases(value)):
        for name in _KEYS:
            found = case.get(name) if isinstance(case, dict) else {}
            if isinstance(found, dict):
                yield from _named_again(number, name, found)
            elif name in case:
                message = f"expected a mapping, found {describe(found)}"
                yield fault_of(number, name, code="E102", message=message, hint="write it as {id: …}")


def _named_again(number: int, name: str, found: dict[str, Any]) -> Iterator[Fault]:
    key = _KEYS[name]
    for id, each in found.items():
        if isinstance(each, dict) and key in each:
            message, hint = f"unknown key '{key}'", f"the {key} stands before the colon"
            yield fault_of(number, name, id, key, code="E100", message=message, hint=hint, at_key=True)


def _cases(value: Value) -> list[Any]:
    top: Any = value
    found = top.get("cases")
    return found if isinstance(found, list) else []


def _listed(value: Value) -> Value:
    """The same with each mapping by id as a list of records."""
    top: Any = value
    cases = [_with_lists(each) if isinstance(each, dict) else each for each in _cases(value)]
    return {**top, "cases": cases} if isinstance(top.get("cases"), list) else value


def _with_lists(case: dict[str, Any]) -> dict[str, Any]:
    """What is no mapping has a problem of its own, and counts as empty here."""
    listed = {
        name: [_record(name, key, id, each) for id, each in case[name].items()] if isinstance(case[name], dict) else []
        for name, key in _KEYS.items()
        if name in case
    }
    return {**case, **listed}


def _record(name: str, key: str, id: str, value: Value) -> Value:
    if name == "expect":
        return {**value, key: id} if isinstance(value, dict) else value
    if name != "ratings":
        return {key: id, "value" if name == "facts" else "weight": value}
    if isinstance(value, str):
        return {key: id, "status" if value in STATUSES else "answer": value}
    return {key: id, "level": value}


def _as_written(path: Path, document: Document) -> Path:
    """A path into the lists as one into the mappings that stand in the file."""
    found: Any = document.value
    steps: list[str | int] = []
    for step in path:
        steps.append(list(found)[step] if isinstance(found, dict) and isinstance(step, int) else step)
        found = _below(found, steps[-1])
    return tuple(steps)


def _below(value: Any, step: str | int) -> Value:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) else None
