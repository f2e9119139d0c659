"""Number formats of a spreadsheet under which a number says what the page says."""

import re

from maturity.language import numbers
from maturity.render.visible import visible
from maturity.render.width import columns_of
from maturity.report.page import Number

_LONGEST = 60
"""Characters; a number is never wrapped, and becomes unreadable where its column is too narrow."""
_GROUPED = 1000
_PERCENT = {"en": "%", "zh": "%", "fr": '"\u00a0"%'}


def number_format(number: Number, text: str, language: str) -> str | None:
    """The format under which *number* reads as *text*; none where *text* is long or does not show it.

    What stands around the number becomes part of the format, so that the cell is a number and says the same.

    >>> number_format(Number(value=2.0, decimals=1), "2.0 partial (100%)", "en")
    '0.0" partial (100%)"'
    """
    shown = printed(number, language)
    found = re.search(rf"(?<![\d.,]){re.escape(shown)}(?!\d)", text)
    if found is None or columns_of(text) > _LONGEST:
        return None
    return _literal(text[: found.start()]) + plain_format(number, language) + _literal(text[found.end() :])


def printed(number: Number, language: str) -> str:
    """The number alone, as the page prints it."""
    if number.is_share:
        return numbers.percent(number.value, language, bar=number.bar)
    return numbers.number(number.value, language, decimals=number.decimals)


def plain_format(number: Number, language: str) -> str:
    """The format of the number alone, with the decimals and groups that it is printed with.

    A share that would be rounded up to its bar or to the whole, or down to nothing, shows a decimal.
    """
    if number.is_share:
        misleads = printed(number, "en") != f"{numbers.number(number.value * 100, 'en', decimals=0)}%"
        return ("0.0" if misleads else "0") + _PERCENT[language]
    decimals = number.decimals
    if decimals is None:
        decimals = len(numbers.number(number.value, "en").partition(".")[2])
    whole = "#,##0" if abs(number.value) >= _GROUPED else "0"
    return f"{whole}.{'0' * decimals}" if decimals else whole


def _literal(text: str) -> str:
    """*text* quoted; a quotation mark cannot stand within quotes, but may behind a backslash."""
    return r"\"".join(f'"{part}"' if part else "" for part in visible(text).replace("\n", " ").split('"'))
