"""Number formats of a spreadsheet under which a number says what the page says."""

import re

from maturity.language import numbers
from maturity.report.page import Number

_LONGEST = 200
"""Excel takes 255 characters, escapes counted."""
_SHARE = {"en": "0%", "zh": "0%", "fr": '0"\u00a0"%'}


def number_format(number: Number, text: str, language: str) -> str | None:
    """The format under which *number* reads as *text*; none where *text* does not show it.

    What stands around the number becomes part of the format, so that the cell is a number and says the same.

    >>> number_format(Number(value=2.0, decimals=1), "2.0 partial (100%)", "en")
    '0.0" partial (100%)"'
    """
    shown = printed(number, language)
    found = re.search(rf"(?<![\d.,]){re.escape(shown)}(?!\d)", text)
    if found is None:
        return None
    made = _literal(text[: found.start()]) + plain_format(number, language, shown) + _literal(text[found.end() :])
    return made if len(made) <= _LONGEST else None


def printed(number: Number, language: str) -> str:
    """The number alone, as the page prints it."""
    if number.is_share:
        return numbers.percent(number.value, language)
    return numbers.number(number.value, language, decimals=number.decimals)


def plain_format(number: Number, language: str, shown: str) -> str:
    """The format of the number alone, with its decimals, and groups where *shown* has them."""
    if number.is_share:
        return _SHARE[language]
    decimals = number.decimals
    if decimals is None:
        decimals = len(re.search(r"(?:[.,](\d+))?$", f"{number.value}".removesuffix(".0"))[1] or "")  # type: ignore[index]
    whole = "#,##0" if abs(number.value) >= 1000 and not shown.lstrip("−").isdecimal() else "0"
    return f"{whole}.{'0' * decimals}" if decimals else whole


def _literal(text: str) -> str:
    """*text* quoted; a quotation mark cannot stand within quotes, but may behind a backslash."""
    return r"\"".join(f'"{part}"' if part else "" for part in text.replace("\n", " ").split('"'))
