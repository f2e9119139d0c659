"""What a cell cannot hold as it is, and how it is written and read instead."""

import json
import re

SEPARATOR = "·"
"""Stands between a word that a cell chooses and what it means."""

_MARK = '\\"'
_MARKUP = "<r>"  # what begins so may be written as it is, without escapes
_BENT_BY_WORKBOOKS = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9a-fA-F]{4}_")
_EXACT_DIGITS = ".16G"  # what spreadsheets keep of a number


def quoted(text: str) -> str:
    """*text* as a cell holds it: as it is, unless it is blank or holds what a workbook bends."""
    bent = not text.strip() or text.startswith((_MARK, _MARKUP)) or _BENT_BY_WORKBOOKS.search(text)
    return _marked(text) if bent else text


def unquoted(cell: str) -> str:
    r"""The text that `quoted` wrote: what begins with `\"` is a string as JSON writes it, after a backslash."""
    if not cell.startswith(_MARK):
        return cell
    try:
        found = json.loads(cell[1:])
    except ValueError:
        return cell
    return found if isinstance(found, str) else cell


def quoted_line(text: str) -> str:
    """*text* as one of several lines of a cell."""
    return _marked(text) if "\n" in text or text != text.strip() else quoted(text)


def number_cell(value: int | float) -> int | float | str:
    """*value* as a number or truth value; as text where a spreadsheet would round it."""
    return value if float(format(value, _EXACT_DIGITS)) == value else repr(value)


def _marked(text: str) -> str:
    return "\\" + json.dumps(text).replace("_", "\\u005f")
