"""Dates as sources print them: a year, a month or a day."""

import re
from datetime import date
from typing import NewType

Date = NewType("Date", str)
"""A calendar date in ISO 8601, to the year, the month or the day: `2021`, `2021-01`, `2021-01-31`."""


def parse_date(text: str) -> Date:
    """*text* as a date.

    Raises:
        ValueError: It is none, or no such day exists.
    """
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        raise ValueError(f"{text!r} is no date: write a year, a month or a day as 2021, 2021-01 or 2021-01-31")
    try:
        date(*(int(part) for part in [*text.split("-"), "01", "01"][:3]))
    except ValueError:
        raise ValueError(f"{text!r} is no date: there is no such day") from None
    return Date(text)


def is_later(found: Date, limit: Date) -> bool:
    """Whether *found* lies wholly after *limit*; a year is later only if all its days are."""
    return found[: len(limit)] > limit[: len(found)]
