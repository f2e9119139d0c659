"""The files of a new wave with what an earlier wave of the same country holds, marked as unconfirmed."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable

import attrs

from maturity.files.profile_files import FILES
from maturity.files.schemas import MODELINE
from maturity.framework import Framework
from maturity.language.phrases import say
from maturity.profile import Profile
from maturity.records.record import Record
from maturity.scaffold.guidance import explain
from maturity.scaffold.marked_text import MarkedText, from_last
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


def carried_files(
    folder: Traversable, earlier: Profile, wave: int, framework: Framework, *, language: str
) -> dict[str, str]:
    """Texts of the files of *wave*, by file name, from the *folder* that *earlier* was read from.

    Sources, records, ratings, errata and translations are carried over in the words and the order of their files. Each
    record and rating gets the key `carried_from`. What was unknown becomes a comment; the review, and the outline of
    the main source, stay behind. *language* is that of the comments alone.
    """
    files = {}
    for name in FILES:
        file = folder.joinpath(f"{name}.yaml")
        if name not in _LEFT_BEHIND and file.is_file():
            text = MarkedText(file.read_bytes(), f"{name}.yaml")
            added = list(_carry(name, text, earlier, wave, framework, language))
            head = [*opening(name, language), *explain(_carried(earlier, wave, language)), ""]
            files[f"{name}.yaml"] = "\n".join([*head, _without_modeline(text.text).rstrip("\n"), *added]) + "\n"
    for each in LANGUAGES:
        file = folder.joinpath(f"{each}.yaml")
        if file.is_file():
            overlay = MarkedText(file.read_bytes(), f"{each}.yaml")
            overlay.drop_entries("texts", _GONE)
            files[f"{each}.yaml"] = overlay.text
    return files


def _without_modeline(text: str) -> str:
    first, _, rest = text.partition("\n")
    return rest if first.startswith(MODELINE) else text


def _carried(earlier: Profile, wave: int, language: str) -> str:
    return say("scaffold.carried", language, wave=earlier.wave, new=wave)


def _carry(
    name: str, text: MarkedText, earlier: Profile, wave: int, framework: Framework, language: str
) -> Iterator[str]:
    """Change the text to the new wave; gives what is to stand behind it."""
    if name == "profile":
        _carry_profile(text, earlier, wave, language)
    elif name == "ratings":
        _carry_ratings(text, earlier, wave, framework, language)
        rated = {each.indicator for each in earlier.ratings.ratings}
        left = tuple(each for each in framework.indicators if each.id not in rated)
        yield from indicator_lines(left, framework, language)
    else:
        _carry_records(name, text, earlier)
        for each in attrs.fields(FILES[name]):
            if each.name not in text.key_names():
                yield from list_lines(FILES[name], each, framework, language, wave)


def _carry_records(name: str, text: MarkedText, earlier: Profile) -> None:
    fields = attrs.fields_dict(FILES[name])
    for key in reversed([key for key in text.key_names() if key in fields]):
        if issubclass(listed_kind(fields[key].type), Record):
            for item in from_last(text.items(key)):
                text.add_key(item, "id", MARK, str(earlier.wave))


def _carry_ratings(text: MarkedText, earlier: Profile, wave: int, framework: Framework, language: str) -> None:
    indicators = {each.id: each for each in framework.indicators}
    for item in from_last(text.items("ratings")):
        text.add_key(item, "indicator", MARK, str(earlier.wave))
        id = next(value.value for key, value in item.value if key.value == "indicator")
        text.explain(item, ["", *explain_indicator(indicators[id], framework, language)])
    note = explain(say("scaffold.carried-assessors", language, wave=earlier.wave, new=wave))
    text.replace("assessors", [*note, *text.lines_of("assessors")])


def _carry_profile(text: MarkedText, earlier: Profile, wave: int, language: str) -> None:
    changed = {
        "wave": [f"wave: {wave}"],
        "evidence_until": [f"evidence_until: {wave}-12-31"],
        "status": ["status: {stage: draft}"],
        "unknown": [
            *explain(say("scaffold.carried-unknown", language, wave=earlier.wave)),
            *(f"# {line}" for line in text.lines_of("unknown")),
        ],
    }
    for key in reversed(text.key_names()):
        if key in changed:
            text.replace(key, changed[key])
