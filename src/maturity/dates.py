"""Dates as sources print them: a year, a month or a day."""

from datetime import date
from typing import NewType

Date = NewType("Date", str)
"""A calendar date in ISO 8601, to the year, the month or the day: `2021`, `2021-01`, `2021-01-31`."""


def parse_date(text: str) -> Date:
    """*text* as a date.

    Raises:
        ValueError: It is none, or no such day exists.
    """
    parts = text.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not (text.isascii() and all(part.isdecimal() for part in parts)):
        raise ValueError(f"{text!r} is no date: write a year, a month or a day as 2021, 2021-01 or 2021-01-31")
    try:
        date(*(int(part) for part in [*parts, "01", "01"][:3]))
    except ValueError:
        raise ValueError(f"{text!r} is no date: there is no such day") from None
    return Date(text)


def is_later(found: Date, limit: Date) -> bool:
    """Whether *found* lies wholly after *limit*; a year is later only if all its days are."""
    return found[: len(limit)] > limit[: len(found)]
