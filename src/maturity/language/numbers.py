"""Numbers, shares and lists as each language writes them (CLDR conventions)."""

from collections.abc import Sequence
from math import floor

_GROUPS = {"en": ",", "zh": ",", "fr": "\u202f"}
_DECIMAL = {"en": ".", "zh": ".", "fr": ","}
_LESS = {"en": "<", "zh": "<", "fr": "<\u00a0"}
_PERCENT = {"en": "{}%", "zh": "{}%", "fr": "{}\u00a0%"}


def number(value: float, language: str, *, decimals: int | None = None) -> str:
    """*value* with its thousands grouped; as many decimals as asked for, or as the value has."""
    text = f"{value:,}" if decimals is None else f"{value:z,.{decimals}f}"
    if decimals is None and isinstance(value, float):
        text = text.removesuffix(".0")
    swapped = {",": _GROUPS[language], ".": _DECIMAL[language], "-": "−"}
    return "".join(swapped.get(each, each) for each in text)


def difference(value: float, language: str, *, decimals: int) -> str:
    """A difference with its sign; none where it rounds to 0.

    >>> difference(0.25, "fr", decimals=1)
    '+0,2'
    """
    text = number(value, language, decimals=decimals)
    return f"+{text}" if round(value, decimals) > 0 else text


def percent(share: float, language: str, *, decimals: int | None = None) -> str:
    """A share of 0–1 as a percentage: rounded to *decimals*, or whole and rounded down.

    Rounded down, 100% is said of the whole alone, and no share seems to reach a threshold that it misses.

    >>> percent(0.497, "en"), percent(0.9999, "en"), percent(0.004, "en"), percent(0.497, "en", decimals=1)
    ('49%', '99%', '<1%', '49.7%')
    """
    if decimals is not None:
        return _PERCENT[language].format(number(share * 100, language, decimals=decimals))
    whole = floor(round(share * 100, 9))
    less = _LESS[language] if whole < 1 and share > 0 else ""
    return less + _PERCENT[language].format(max(1, whole) if less else whole)


def listed(items: Sequence[str], language: str) -> str:
    """Items as a running list: *a, b and c*."""
    if len(items) < 2:
        return "".join(items)
    comma, last = {"en": (", ", " and "), "zh": ("、", "和"), "fr": (", ", " et ")}[language]
    return comma.join(items[:-1]) + last + items[-1]
