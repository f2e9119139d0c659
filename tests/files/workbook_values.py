"""Any profile as one that a workbook can hold: ids that are ids, and unique; no words that are blank."""

from collections.abc import Iterator
from itertools import count

import attrs

from maturity.profile import Profile
from maturity.text import Text


def tidied(profile: Profile) -> Profile:
    """*profile* with each id and reference made a slug."""
    found = _tidied(profile, count())
    assert isinstance(found, Profile)
    return found


def _tidied(value: object, numbers: Iterator[int]) -> object:
    if isinstance(value, tuple):
        return tuple(_tidied(each, numbers) for each in value)
    if isinstance(value, Text) or not attrs.has(type(value)):
        return value
    fields = attrs.fields(type(value))  # type: ignore[arg-type]
    changes = {each.name: _field(each, getattr(value, each.name), numbers) for each in fields}
    return attrs.evolve(value, **changes)  # type: ignore[misc]


def _field(each: "attrs.Attribute[object]", value: object, numbers: Iterator[int]) -> object:
    if each.name == "level" and isinstance(value, int):
        return value % 100  # a scale has no more steps
    if each.name in ("id", "indicator"):
        return f"id-{next(numbers)}"
    if each.name == "row" or ("refers" in each.metadata and not getattr(each.validator, "options", ())):
        if isinstance(value, tuple):
            return tuple(_slug(str(one)) for one in value)
        return None if value is None else _slug(str(value))
    if value == "":
        return None if each.default is None else "-"
    return _tidied(value, numbers)


def _slug(text: str) -> str:
    return "r-" + "-".join(str(ord(each)) for each in text)
