"""Names of sheets that every spreadsheet program takes."""

import re
from collections.abc import Iterable

from maturity.render.visible import visible

_LONGEST = 31
"""Units of UTF-16, of which an emoji takes two."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\ufffd]")
_RESERVED = "history"
"""A name that Excel keeps for itself."""


def name_sheets(titles: Iterable[str]) -> list[str]:
    """A name for each sheet, after its title; names are told apart without regard to case, as Excel does."""
    taken = {_RESERVED}
    names = []
    for title in titles:
        name = _name(title, taken)
        taken.add(name.lower())
        names.append(name)
    return names


def fits_sheet_name(title: str) -> bool:
    """Whether a title is short enough for a name."""
    return _units(title) <= _LONGEST


def _name(title: str, taken: set[str]) -> str:
    plain = _FORBIDDEN.sub(" ", visible(title)).strip("' ") or "–"
    name, number = _cut(plain, _LONGEST), 1
    while name.lower() in taken:
        number += 1
        mark = f" {number}"
        name = _cut(plain, _LONGEST - len(mark)) + mark
    return name


def _cut(text: str, longest: int) -> str:
    """The text whole, or its first words with an ellipsis."""
    if _units(text) <= longest:
        return text
    head = text.encode("utf-16-le")[: 2 * (longest - 1)].decode("utf-16-le", errors="ignore")
    ends_in_word = not text[len(head) :].startswith(" ") and " " in head[longest // 2 :]
    words = head.rsplit(" ", 1)[0] if ends_in_word else head
    return words.rstrip("' ") + "…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
