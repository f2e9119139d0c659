"""The files of a new wave with what an earlier wave of the same country holds, marked as unconfirmed."""

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from itertools import chain
from typing import Any

import attrs
from attrs import frozen

from maturity.files.positions import Spot, find_positions
from maturity.files.profile_files import FILES
from maturity.files.profile_writer import UnwritableError
from maturity.files.schemas import MODELINE
from maturity.files.text_edits import CannotEditError
from maturity.files.yaml_edits import edit_yaml
from maturity.files.yaml_layout import list_lines as written_list
from maturity.files.yaml_text import decode, parse
from maturity.framework import Framework
from maturity.language.phrases import say
from maturity.profile import Profile
from maturity.records.record import Record
from maturity.scaffold.guidance import explain
from maturity.scaffold.new_wave import opening
from maturity.scaffold.rating_file import explain_indicator, indicator_lines
from maturity.scaffold.section_files import list_lines
from maturity.scaffold.templates import listed_kind
from maturity.text import LANGUAGES

MARK = "carried_from"

_LEFT_BEHIND = ("outline",)
"""Files that speak of the earlier wave's main source alone."""

_GONE = ("unknown.", "status.", "places.")
"""How keys of translations begin whose texts are not carried over."""


@frozen(kw_only=True)
class _Step:
    """From which wave to which."""

    earlier: Profile
    wave: int
    framework: Framework
    language: str

    def say(self, key: str) -> list[str]:
        """A phrase that names both waves, as comments."""
        return list(explain(say(key, self.language, wave=self.earlier.wave, new=self.wave)))


def carried_files(
    folder: Traversable, earlier: Profile, wave: int, framework: Framework, *, language: str
) -> dict[str, str]:
    """Texts of the files of *wave*, by file name, from the *folder* that *earlier* was read from.

    Sources, records, ratings, errata and translations are carried over in the words and the order of their files. Each
    record and rating gets the key `carried_from`. What was unknown becomes a comment; the review, and the outline of
    the main source, stay behind. *language* is that of the comments alone.

    Raises:
        UnwritableError: A file cannot be changed without losing something.
    """
    step = _Step(earlier=earlier, wave=wave, framework=framework, language=language)
    files = {}
    try:
        for name in FILES:
            file = folder.joinpath(f"{name}.yaml")
            if name not in _LEFT_BEHIND and file.is_file():
                text, found = _read(file)
                text, added = _carry(name, text, found, step)
                head = [*opening(name, language), *step.say("scaffold.carried"), ""]
                files[file.name] = "\n".join([*head, _without_modeline(text).rstrip("\n"), *added]) + "\n"
        for each in LANGUAGES:
            file = folder.joinpath(f"{each}.yaml")
            if file.is_file():
                text, found = _read(file)
                kept = {key: entry for key, entry in found["texts"].items() if not key.startswith(_GONE)}
                files[file.name] = edit_yaml(text, {**found, "texts": kept}, file.name)
    except CannotEditError as error:
        raise UnwritableError(str(error)) from None
    return files


def _read(file: Traversable) -> tuple[str, dict[str, Any]]:
    text = decode(file.read_bytes(), file.name)
    found: Any = parse(text, file.name)
    return text, found


def _without_modeline(text: str) -> str:
    first, _, rest = text.partition("\n")
    return rest if first.startswith(MODELINE) else text


def _carry(name: str, text: str, found: dict[str, Any], step: _Step) -> tuple[str, list[str]]:
    """The text changed to the new wave, and what is to stand behind it."""
    file = f"{name}.yaml"
    if name == "profile":
        return edit_yaml(text, _carried_profile(found, step.wave), file), _unknown_lines(found, step)
    if name == "ratings":
        marked = {**found, "ratings": _marked(found["ratings"], "indicator", step.earlier.wave)}
        rated = {each.indicator for each in step.earlier.ratings.ratings}
        left = tuple(each for each in step.framework.indicators if each.id not in rated)
        noted = _with_notes(edit_yaml(text, marked, file), _notes(found, step))
        return noted, list(indicator_lines(left, step.framework, step.language))
    fields = attrs.fields_dict(FILES[name])
    lists = [key for key in found if key in fields and issubclass(listed_kind(fields[key].type), Record)]
    marked = {**found, **{key: _marked(found[key], "id", step.earlier.wave) for key in lists}}
    lacking = [each for key, each in fields.items() if key not in found]
    ready = (list_lines(FILES[name], each, step.framework, step.language, step.wave) for each in lacking)
    return edit_yaml(text, marked, file), list(chain.from_iterable(ready))


def _carried_profile(found: dict[str, Any], wave: int) -> dict[str, Any]:
    changed = {"wave": wave, "evidence_until": f"{wave}-12-31", "status": {"stage": "draft"}}
    return {key: changed.get(key, value) for key, value in found.items() if key != "unknown"}


def _unknown_lines(found: dict[str, Any], step: _Step) -> list[str]:
    if not found.get("unknown"):
        return []
    return [
        "",
        *step.say("scaffold.carried-unknown"),
        *(f"# {line}" for line in written_list("unknown", found["unknown"])),
    ]


def _marked(items: list[dict[str, Any]], after: str, wave: int) -> list[dict[str, Any]]:
    """The records with the mark behind the key *after*; one that has a mark keeps it."""
    return [each if MARK in each else _with_mark(each, after, wave) for each in items]


def _with_mark(item: dict[str, Any], after: str, wave: int) -> dict[str, Any]:
    marked = {}
    for key, value in item.items():
        marked[key] = value
        if key == after:
            marked[MARK] = wave
    return marked


def _notes(found: dict[str, Any], step: _Step) -> Iterator[tuple[Spot, list[str]]]:
    """What is to stand above the assessors and above each rating."""
    yield Spot(("assessors",), at_key=True), step.say("scaffold.carried-assessors")
    indicators = {each.id: each for each in step.framework.indicators}
    for number, each in enumerate(found["ratings"]):
        asked = explain_indicator(indicators[each["indicator"]], step.framework, step.language)
        yield Spot(("ratings", number)), ["", *asked]


def _with_notes(text: str, notes: Iterator[tuple[Spot, list[str]]]) -> str:
    above: Mapping[Spot, list[str]] = dict(notes)
    lines = text.split("\n")
    placed = [(line, note) for (line, _), note in zip(find_positions(text, above), above.values(), strict=True)]
    for line, note in sorted(placed, key=lambda each: each[0], reverse=True):
        lines[line - 1 : line - 1] = note
    return "\n".join(lines)
