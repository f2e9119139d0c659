"""What is wrong with one value, before its place in a file is known."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from attrs import field, frozen

from maturity.files.document import Document
from maturity.files.positions import Path, Spot
from maturity.files.yaml_text import MAX_FAULTS, TOO_MANY
from maturity.problems import Problem

MAX_HINTS = 100
"""Names of one file that the nearest valid one is sought for; it takes longer than all other checks together."""


@frozen
class Fault:
    """Something wrong with the value at a path, or with its key."""

    path: Path
    code: str
    message: str
    hint: str = ""
    at_key: bool = False
    first: Path = field(default=(), metadata={"doc": "Of what is there twice in one file, where it is first."})

    def in_document(self, document: Document) -> Problem:
        """The same as a problem with a place."""
        return list_problems([self], document)[0]


def list_problems(faults: Iterable[Fault], document: Document) -> list[Problem]:
    """The same as problems with places, for which the document is read once."""
    found = list(faults)
    spots = [Spot(each.path, each.at_key) for each in found]
    places = document.places([*spots, *(Spot(each.first) for each in found)]) if found else []
    return [
        Problem(
            place=place,
            code=each.code,
            message=each.message,
            hint=f"first in line {first.line}" if each.first else each.hint,
        )
        for each, place, first in zip(found, places, places[len(found) :], strict=False)
    ]


def limit_faults(faults: Iterable[Fault]) -> Iterator[Fault]:
    """All up to the ten thousandth error, and one more that says so where there are others; warnings do not count."""
    errors = 0
    for each in faults:
        errors += not each.code.startswith("W")
        if errors > MAX_FAULTS:
            yield Fault((), "E009", *TOO_MANY)
            return
        yield each


class FaultError(ValueError):
    """Raised where a value is read; the path is known only further out."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


def did_you_mean(found: str, names: Iterable[str]) -> str:
    """A hint that names the nearest of *names*, or nothing."""
    near = get_close_matches(found, list(names), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else ""


def describe(value: object) -> str:
    """A value as a message names it: its kind and itself, shortened."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"the truth value {str(value).lower()}"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the text '{value if len(value) <= 40 else value[:39] + '…'}'"
    return "a list" if isinstance(value, list) else "a mapping"
