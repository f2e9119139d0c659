"""What a cell cannot hold as it is, and how it is written and read instead."""

import json
import re

SEPARATOR = "·"
"""Stands between a word that a cell chooses and what it means."""

_QUOTED = re.compile(r'"(\s|\\.)*"', re.DOTALL)
_EXACT_DIGITS = ".16G"  # what spreadsheets keep of a number


def quoted(text: str) -> str:
    """*text* as a cell holds it: blank text stands in quotation marks, so that it is no empty cell."""
    return json.dumps(text) if not text.strip() or _QUOTED.fullmatch(text) else text


def unquoted(cell: str) -> str:
    """The text that `quoted` wrote."""
    return _parsed(cell) if _QUOTED.fullmatch(cell) else cell


def quoted_line(text: str) -> str:
    """*text* as one of several lines of a cell."""
    plain = text and text == text.strip() and len(text.splitlines()) == 1 and not text.startswith('"')
    return text if plain else json.dumps(text)


def unquoted_line(line: str) -> str:
    """The text that `quoted_line` wrote."""
    return _parsed(line) if line.startswith('"') else line


def number_cell(value: int | float) -> int | float | str:
    """*value* as a number; as text where a spreadsheet would round it."""
    return value if float(format(value, _EXACT_DIGITS)) == value else repr(value)


def _parsed(text: str) -> str:
    try:
        found = json.loads(text)
    except ValueError:
        return text
    return found if isinstance(found, str) else text
