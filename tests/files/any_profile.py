"""Any profile that a country folder can hold: any values, with ids and references that fit together."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import attrs
from attrs import evolve
from hypothesis import strategies as st

from maturity.dates import Date
from maturity.files.profile_files import FILES, OPTIONAL
from maturity.profile import Profile
from maturity.records.errata import Erratum
from maturity.records.findings import Finding, Lesson
from maturity.records.ratings import Rating, Ratings
from maturity.records.record import Record
from maturity.records.sources import StudyPlace
from maturity.text import Text
from tests import synthetic
from tests.files.any_value import any_value

_SOURCE = synthetic.source()
_SECTIONS = [name for name in FILES if name not in ("profile", *OPTIONAL)]


@st.composite
def any_profile(draw: st.DrawFn) -> Profile:
    """Profiles of one country and wave: their head and two files hold anything, the others nothing."""
    head: Any = draw(any_value(FILES["profile"]))
    filled = draw(st.lists(st.sampled_from(_SECTIONS), max_size=2, unique=True))
    parts: dict[str, Any] = {name.replace("-", "_"): draw(any_value(FILES[name])) for name in filled}
    outline = draw(st.lists(any_value(StudyPlace), max_size=2))
    errata = draw(st.lists(any_value(Erratum), max_size=1))
    found = {each.name: getattr(head, each.name) for each in attrs.fields(type(head))}
    fixed: dict[str, Any] = {"code": "AAA", "wave": 2020, "evidence_until": Date("2022"), "language": draw(_LANGUAGES)}
    found |= {"sources": (_SOURCE, *head.sources), "outline": tuple(outline), "errata": tuple(errata), **parts, **fixed}
    fitted: Any = _fitted(evolve(synthetic.profile(findings=()), **found), count(1), fixed["language"])
    first = next(fitted.records(), None)
    profile: Profile = _with_references(fitted, first.id if first else None)
    return profile


_LANGUAGES = st.sampled_from(("en", "en", "fr", "arb"))


def _fitted(value: object, numbers: Iterator[int], language: str) -> object:
    """The value with ids of its own, and with texts and judgements that the files can tell."""
    kind: Any = type(value)
    if isinstance(value, tuple):
        return tuple(_fitted(each, numbers, language) for each in value)
    if isinstance(value, Text):  # one in another language than the file's has no translation into the file's
        kept = [each for each in value.translations if value.language == language or each[0] != language]
        return evolve(value, translations=tuple(kept))
    if not attrs.has(kind):
        return value
    found: dict[str, Any] = {
        each.name: _fitted(getattr(value, each.name), numbers, language) for each in attrs.fields(kind)
    }
    if "id" in found and value is not _SOURCE:
        found["id"] = f"{found['id']}-{next(numbers)}"
    if isinstance(value, Finding | Lesson):
        found["bears_on"] = found["bears_on"] or (("demo.a",) if value.bears_on_none is None else ())
        found["bears_on_none"] = None if found["bears_on"] else found["bears_on_none"]
    if isinstance(value, Ratings):
        ratings = {(each.indicator, each.branch, each.facet): each for each in found["ratings"]}
        found["ratings"] = tuple(ratings.values()) if found["assessors"] else ()  # somebody rated
    return kind(**found)


def _with_references(value: object, record: str | None) -> Any:  # noqa: ANN401
    kind: Any = type(value)
    if isinstance(value, tuple):
        return tuple(_with_references(each, record) for each in value)
    if isinstance(value, Text) or not attrs.has(kind):
        return value
    found: dict[str, Any] = {
        each.name: _with_references(getattr(value, each.name), record) for each in attrs.fields(kind)
    }
    for each in attrs.fields(kind):
        refers = each.metadata.get("refers", "")
        if refers not in ("sources", "records"):
            continue
        target = _SOURCE.id if refers == "sources" else record
        if isinstance(found[each.name], tuple):
            found[each.name] = (target,) if found[each.name] and target else ()
        elif found[each.name] is not None:
            found[each.name] = target
    if isinstance(value, Record):
        found["later"] = False
    if isinstance(value, Rating):
        found |= {"assessor": None, "evidence": (record,) if record and value.level is not None else ()}
        found |= {"level": None, "status": "not-rated"} if value.level is not None and record is None else {}
    return kind(**found)
