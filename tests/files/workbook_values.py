"""Any profile as one that a workbook can hold: ids that are ids, and unique; no words that are blank."""

from collections.abc import Iterator
from itertools import count
from typing import Any, get_origin

import attrs

from maturity.profile import Profile
from maturity.text import Text


def tidied(profile: Profile) -> Profile:
    """*profile* with each id and reference made a slug."""
    found = _tidied(profile, count())
    assert isinstance(found, Profile)
    return attrs.evolve(found, ratings=attrs.evolve(found.ratings, ratings=found.ratings.ratings))


def _tidied(value: Any, numbers: Iterator[int]) -> Any:
    if isinstance(value, tuple):
        return tuple(_tidied(each, numbers) for each in value)
    if isinstance(value, Text) or not attrs.has(type(value)):
        return value
    changes = {each.name: _field(each, getattr(value, each.name), numbers) for each in attrs.fields(type(value))}
    return attrs.evolve(value, **changes)


def _field(each: "attrs.Attribute[Any]", value: Any, numbers: Iterator[int]) -> Any:
    if each.name == "id" or (each.name == "indicator" and value is not None):
        return f"id-{next(numbers)}"
    if "refers" in each.metadata and value is not None and not getattr(each.validator, "options", ()):
        return tuple(_slug(one) for one in value) if isinstance(value, tuple) else _slug(value)
    if each.name in ("row", "answer") and isinstance(value, str):
        return value if each.name == "answer" else _slug(value)
    if isinstance(value, str) and not value:
        return None if each.default is None else "-"
    if get_origin(each.type) is tuple and value and isinstance(value[0], str):
        return value
    return _tidied(value, numbers)


def _slug(text: str) -> str:
    return "r-" + "-".join(str(ord(each)) for each in text)
