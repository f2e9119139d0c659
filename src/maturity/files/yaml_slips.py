"""Slips that are made most often while typing YAML, and how each is mended.

What a parser says of one is seldom where it stands: it notices a missing colon only a line further on.
"""

import re

from attrs import frozen


@frozen
class Slip:
    """What was mistyped: its line and column, counted from 1, and how to mend it."""

    line: int
    column: int
    hint: str


def find_slip(text: str, line: int) -> Slip | None:
    """The slip that made a parser stop at *line* of *text*, on that line or the one before."""
    lines = text.split("\n")
    for number in (line, line - 1):
        found = _slip_in(lines, number) if 0 < number <= len(lines) else None
        if found:
            return found
    return None


def hint_at_key(word: str) -> str:
    """How to mend what was read as a key and is one with its value, or a part of a number."""
    if re.fullmatch(r"[0-9]{3}", word):
        return _NUMBER
    return next((hint for pattern, hint in _KEY_SLIPS if pattern.match(word)), "")


def hint_at_id(word: str) -> str:
    """How to mend what was read as one id and is several."""
    between = re.search("[，、；]", word)
    return f"write ', ' between them in place of '{between[0]}'" if between else ""


def hint_at_number(text: str) -> str:
    """How to mend a number that was read as *text*; nothing where it looks like none."""
    return _NUMBER if re.fullmatch(r"[-+]?[0-9]{1,3}([.,'’\s_][0-9]+)+", text.strip()) else ""


_NUMBER = "numbers have no separators, and a point before the decimals"
_KEY = r"(?:- +)*[A-Za-z_][\w-]*"
_KEY_SLIPS = (
    (re.compile(rf"{_KEY}\s*(：)"), "write ': ' in place of '：'"),
    (re.compile(rf"{_KEY}(:)(?=[^\s/])"), "a space belongs behind the colon"),
)

_SECOND_COLON = re.compile(rf"{_KEY}: +[^\s\"'{{\[|>#].*?(:)\s")


def _slip_in(lines: list[str], number: int) -> Slip | None:
    whole = lines[number - 1]
    bare = whole.lstrip()
    indent = len(whole) - len(bare)
    tab = whole[:indent].find("\t")
    if tab >= 0:
        return Slip(number, tab + 1, "indent with spaces, not with tabs")
    for pattern, hint in _KEY_SLIPS:
        found = pattern.match(bare)
        if found:
            return Slip(number, indent + found.start(1) + 1, hint)
    second = _SECOND_COLON.match(bare)
    if second:
        return Slip(number, indent + second.start(1) + 1, "text that holds ': ' needs quotation marks around it")
    above = _line_above(lines, number)
    wanted = _start_of_key(lines[above - 1]) if above else indent
    if abs(wanted - indent) == 1 and re.match(rf"{_KEY}\s*:", bare) and not bare.startswith("- "):
        return Slip(number, indent + 1, f"begin it below the key in line {above}, {wanted} spaces in")
    return None


def _line_above(lines: list[str], number: int) -> int:
    """The nearest line above that says something; 0 where there is none."""
    for above in range(number - 1, 0, -1):
        if lines[above - 1].strip() and not lines[above - 1].lstrip().startswith("#"):
            return above
    return 0


def _start_of_key(line: str) -> int:
    found = re.match(r"\s*(- +)*", line)
    return found.end() if found else 0
