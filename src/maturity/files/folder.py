"""Reads the files of one folder, and keeps every problem found on the way."""

import re
from collections.abc import Callable, Iterable, Iterator
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from attrs import evolve

from maturity.files.document import Document, read_document
from maturity.files.faults import Fault, did_you_mean, list_problems
from maturity.files.overlays import Slot, apply_overlay
from maturity.files.positions import Path
from maturity.files.rest import Rest, read_rest
from maturity.files.structure import structure
from maturity.files.yaml_text import Value
from maturity.problems import DataError, Place, Problem
from maturity.text import LANGUAGE_CODE

T = TypeVar("T")

COMPLETE = ".maturity-writing"
"""Folder of new contents of files that are complete and have not all taken their places."""


class Folder:
    """A folder of data files, and the problems found in them so far."""

    def __init__(self, path: Traversable, shown: str) -> None:
        self.path = path
        self.shown = shown
        self.problems: list[Problem] = []

    def shown_file(self, name: str) -> str:
        """The name of a file of the folder, as problems give it."""
        return f"{self.shown}/{name}" if self.shown else name

    def document(self, name: str) -> Document | None:
        """The parsed file *name*, or nothing and a problem."""
        shown = self.shown_file(name)
        try:
            document = read_document(self.path.joinpath(name), shown)
        except DataError as error:
            self.problems.extend(error.problems)
            return None
        except FileNotFoundError:
            self._report(shown, "E119", "the file is missing")
            return None
        except OSError as error:
            self._report(shown, "E001", f"cannot be read: {error.strerror or error}")
            return None
        if not isinstance(document.value, dict):
            self._report(shown, "E008", "the file is empty or holds no mapping")
            return None
        return document

    def typed(self, document: Document, kind: type[T], language: str, value: Value = None, at: Path = ()) -> T | None:
        """The document's value as a *kind*; or *value*, which stands in the document *at* a path."""
        found, faults = structure(value if at else document.value, kind, language=language)
        self.report(document, (evolve(fault, path=(*at, *fault.path)) for fault in faults))
        return found

    def rest(self, document: Document, kind: type[T], language: str) -> Rest[T]:
        """The document's value as a *kind*, without what is wrong in it, which is kept as problems."""
        found = read_rest(document.value, kind, language=language)
        self.report(document, found.faults)
        return found

    def translate(self, slots: Iterator[Slot], languages: Iterable[str], *, written_in: str) -> None:
        """Apply the overlays of *languages* that the folder holds to the texts that *slots* gives.

        Where a file could not be read, its texts are not missed.
        """
        unread = bool(self.problems)
        names = [f"{language}.yaml" for language in languages if self.path.joinpath(f"{language}.yaml").is_file()]
        by_key = {slot.key: slot for slot in slots} if names else {}
        for name in names:
            overlay = self.document(name)
            if overlay is not None:
                found = apply_overlay(by_key, overlay, written_in=written_in)
                self.problems.extend(each for each in found if not (unread and each.code == "W204"))

    def report_unread(self, names: Iterable[str]) -> None:
        """Keep the files that nothing reads, of which *names* are all that are read."""
        self.problems.extend(list_unread(self.path, self.shown_file, names))

    def report(self, document: Document, faults: Iterable[Fault]) -> None:
        """Keep what is wrong with a document."""
        self.problems.extend(list_problems(faults, document))

    def report_all(self, found: Iterable[tuple[Document, Fault]]) -> None:
        """Keep what is wrong with several documents."""
        faults: dict[int, list[Fault]] = {}
        documents = {}
        for document, fault in found:
            documents[id(document)] = document
            faults.setdefault(id(document), []).append(fault)
        for key, each in documents.items():
            self.report(each, faults[key])

    def refuse_errors(self) -> None:
        """Raise what was found, unless it is warnings alone.

        Raises:
            DataError: Some problem is an error; holds the warnings too.
        """
        if any(not problem.is_warning for problem in self.problems):
            raise DataError(self.problems)

    def _report(self, shown: str, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(place=Place(file=shown), code=code, message=message, hint=hint))


def list_unread(path: Traversable, shown_file: Callable[[str], str], names: Iterable[str]) -> Iterator[Problem]:
    """Data files in a folder that have none of the *names* under which some are read there, nearest name and all."""
    known = list(names)
    found = sorted(each.name for each in path.iterdir() if each.is_file()) if path.is_dir() else []
    for name in found:
        if _DATA_FILE.fullmatch(name) and name not in known:
            place = Place(file=shown_file(name))
            yield Problem(place=place, code="W206", message="nothing reads this file", hint=did_you_mean(name, known))


_DATA_FILE = re.compile(r"[^.].*\.ya?ml(\.txt)?", re.IGNORECASE)
"""What is meant as a data file, also where an editor added an ending of its own."""


def default_language(document: Document | None) -> str:
    """The language that a file's plain strings are written in, English unless the file says otherwise."""
    value: Any = document.value if document else {}
    language = value.get("language")
    return language if isinstance(language, str) and re.fullmatch(LANGUAGE_CODE, language) else "en"
