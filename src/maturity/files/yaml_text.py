"""YAML 1.2 text to plain values, refusing what bends data or harms: duplicate keys, aliases, tags, depth, size."""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml

from maturity.files.yaml_slips import find_slip
from maturity.problems import DataError, Place, Problem

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
"""What a file holds before it is given a type."""

MAX_BYTES = 5_000_000
MAX_DEPTH = 32
MAX_FAULTS = 10_000
"""More in one file than anyone reads; a hostile file could hold hundreds of thousands."""
TOO_MANY = (f"more than {MAX_FAULTS:,} errors", f"{MAX_FAULTS:,} are listed")

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, Value] = {"": None, "~": None, "null": None, "true": True, "false": False}
MAX_DIGITS = 18
_REFUSED_CHARACTER = yaml.reader.Reader.NON_PRINTABLE  # the same one takes milliseconds to compile again


def decode(content: bytes, shown: str) -> str:
    """The text of a file.

    Raises:
        DataError: It is over 5 MB, or not UTF-8.
    """
    if len(content) > MAX_BYTES:
        raise _refuse(Place(file=shown), "E001", f"the file is larger than {MAX_BYTES:,} bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        column = len(before.rpartition(b"\n")[2].decode()) + 1
        place = Place(file=shown, line=before.count(b"\n") + 1, column=column)
        raise _refuse(place, "E001", "the file is not UTF-8", "save it as UTF-8") from None


def parse(text: str, shown: str) -> Value:
    """The value that *text* describes; *shown* names the file in problems.

    Raises:
        DataError: The text is no YAML, or uses what is refused here.
    """
    _refuse_characters(text, shown)
    builder = _Builder(read_events(text), shown)
    try:
        value = builder.document()
    except yaml.MarkedYAMLError as error:
        raise DataError([*builder.problems, _no_yaml(error, text, shown)]) from None
    if builder.problems:
        raise DataError(builder.problems)
    return value


def read_events(text: str) -> Iterator[yaml.Event]:
    """What the parser finds, event by event: what `yaml.parse` gives, without its generator's overhead.

    Raises:
        yaml.MarkedYAMLError: While iterating: the text is no YAML.
    """
    return iter(LOADER(text).get_event, None)


def _refuse_characters(text: str, shown: str) -> None:
    found = _REFUSED_CHARACTER.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        place = Place(file=shown, line=line, column=found.start() - text.rfind("\n", 0, found.start()))
        raise _refuse(place, "E002", f"no valid YAML: character U+{ord(found[0]):04X}", "take it out")


class _Builder:
    """Builds values from events; what is refused is collected, and building goes on."""

    def __init__(self, events: Iterator[yaml.Event], shown: str) -> None:
        self.events = events
        self.shown = shown
        self.problems: list[Problem] = []

    def document(self) -> Value:
        """The value of the one document, nothing where it is empty."""
        value: Value = None
        found = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                found += 1
                if found > 1:
                    self._report(event, "E008", "a second document in one file", "one file holds one document")
                    return value
                value = self._node(next(self.events), 0)
        return value

    def _node(self, event: Any, depth: int) -> Value:
        if isinstance(event, yaml.AliasEvent):
            self._report(event, "E004", f"alias *{event.anchor}", "write the value out")
            return None
        if event.anchor:
            self._report(event, "E004", f"anchor &{event.anchor}", "write the value out where it is used")
        if event.tag:
            self._report(event, "E005", f"tag {event.tag}", "plain values need none")
        if depth > MAX_DEPTH:
            self._report(event, "E006", f"nested deeper than {MAX_DEPTH} levels", "a record needs few")
            raise DataError(self.problems)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        return self._sequence(depth) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(depth)

    def _sequence(self, depth: int) -> list[Value]:
        items: list[Value] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, depth + 1))
        return items

    def _mapping(self, depth: int) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self._report(event, "E008", "a key that is no text", "keys are plain words")
                self._node(event, depth + 1)
                self._node(next(self.events), depth + 1)
                continue
            if event.value in found:
                self._report(event, "E003", f"duplicate key '{event.value}'", "a key stands once in a mapping")
            if event.anchor or event.tag:
                self._report(event, "E004", "an anchor or tag on a key", "keys are plain words")
            found[event.value] = self._node(next(self.events), depth + 1)
        return found

    def _scalar(self, event: yaml.ScalarEvent) -> Value:
        text: str = event.value
        if not event.implicit[0]:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if text[0] not in "+-.0123456789" or not _NUMBER.match(text):
            return text
        if not _INTEGER.match(text):
            return float(text)
        if len(text.lstrip("+-")) > MAX_DIGITS:
            self._report(event, "E007", f"number of {len(text)} digits", f"at most {MAX_DIGITS}, or quote it as text")
            return 0
        return int(text)

    def _report(self, event: yaml.Event, code: str, message: str, hint: str) -> None:
        place = _place(event.start_mark, self.shown)
        if len(self.problems) == MAX_FAULTS:
            message, hint = TOO_MANY
            self.problems.append(Problem(place=place, code="E009", message=message, hint=hint))
            raise DataError(self.problems)
        self.problems.append(Problem(place=place, code=code, message=message, hint=hint))


def _no_yaml(error: yaml.MarkedYAMLError, text: str, shown: str) -> Problem:
    place = _place(error.problem_mark or error.context_mark, shown)
    message = f"no valid YAML: {error.problem or error.context}"
    hint = _brackets_above(text, place.line)
    slip = None if hint else find_slip(text, place.line)
    if slip:
        place, hint = Place(file=shown, line=slip.line, column=slip.column), slip.hint
    return Problem(place=place, code="E002", message=message, hint=hint)


def _brackets_above(text: str, line: int) -> str:
    """A hint where a list goes on below a key that is already said to be empty."""
    lines = text.split("\n")
    if not 0 < line <= len(lines) or not lines[line - 1].lstrip().startswith("- "):
        return ""
    for number in range(line - 1, 0, -1):
        plain = lines[number - 1].partition(" #")[0].strip()
        if plain and not plain.startswith("#"):
            return f"take away the [] in line {number}" if plain.endswith("[]") else ""
    return ""


def _place(mark: Any, shown: str) -> Place:
    if mark is None:
        return Place(file=shown)
    return Place(file=shown, line=mark.line + 1, column=mark.column + 1)


def _refuse(place: Place, code: str, message: str, hint: str = "") -> DataError:
    return DataError([Problem(place=place, code=code, message=message, hint=hint)])
