"""A profile as the plain values of its folder: one tree for each file, in the house order of keys, and the overlays."""

from collections import Counter, OrderedDict
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeAlias

import attrs
from attrs import field, frozen

from maturity.files.field_types import key_of
from maturity.files.overlays import Slot, fingerprint, list_slots
from maturity.files.profile_files import FILES, OPTIONAL, ErrataFile, OutlineFile, ProfileFile
from maturity.files.yaml_scalars import Quoted
from maturity.files.yaml_text import Value
from maturity.profile import Profile
from maturity.records.ratings import Rating
from maturity.records.record import Record
from maturity.records.sources import Source
from maturity.text import LANGUAGES, Text

Trees: TypeAlias = dict[str, dict[str, Any]]
"""Plain values by the name of the file, without its ending."""

Entries: TypeAlias = dict[str, dict[str, Any]]
"""Entries of an overlay by key: `of` and `text`."""

_LONGEST_KEY = 500  # YAML wants keys under 1,024 characters


@frozen(kw_only=True)
class Kept:
    """Where the translations of a folder stand already."""

    in_place: Mapping[str, Mapping[str, str]] = field(factory=dict, metadata={"doc": "Texts by language, by key."})
    overlays: Mapping[str, Entries] = field(factory=dict, metadata={"doc": "By language."})


@frozen(kw_only=True)
class Values:
    """What the files of a folder hold."""

    trees: Trees
    translations: dict[str, dict[str, str]] = field(metadata={"doc": "What overlays hold: language, key, text."})


def profile_values(profile: Profile, kept: Kept | None = None) -> Values:
    """The plain values of the files that hold *profile*.

    A translation stands where *kept* has it; a new one in the overlay of its language where there is one to be, else
    beside its original.
    """
    trees = {name: _plain(part) for name, part in profile_parts(profile).items()}
    kept = kept or Kept()
    slots = slots_of(trees)
    times = Counter(slot.key for slot in slots)
    translations: dict[str, dict[str, str]] = {}
    for slot in slots:
        for language, text in _split(slot, profile.language, kept, own_key=times[slot.key] == 1).items():
            translations.setdefault(language, {})[slot.key] = text
    return Values(trees=trees, translations=translations)


def profile_parts(profile: Profile) -> dict[str, attrs.AttrsInstance]:
    """What each file of the folder holds, in order; optional ones only where they hold something."""
    parts: dict[str, attrs.AttrsInstance] = {
        "profile": ProfileFile(**{each.name: getattr(profile, each.name) for each in attrs.fields(ProfileFile)}),
        **{name: getattr(profile, name.replace("-", "_")) for name in FILES if name not in ("profile", *OPTIONAL)},
    }
    if profile.outline:
        parts["outline"] = OutlineFile(places=profile.outline)
    if profile.errata:
        parts["errata"] = ErrataFile(errata=profile.errata)
    return parts


def slots_of(trees: Mapping[str, Value]) -> list[Slot]:
    """Every translatable text of the files, in their order."""
    return [slot for name in FILES if name in trees for slot in list_slots(trees[name], FILES[name], "")]


def overlay_entries(wanted: Mapping[str, str], trees: Mapping[str, Value], before: Entries) -> Entries:
    """Entries of an overlay for the translations *wanted*, each with what it translates.

    A translation that stands already keeps its fingerprint, so that an old one stays old; a new one gets that of the
    text as it is now.
    """
    texts = {slot.key: slot.text for slot in slots_of(trees)}
    by_record: dict[tuple[str, str], list[str]] = {}
    for key, entry in before.items():
        by_record.setdefault((_record_of(key), entry["text"]), []).append(entry["of"])
    entries: Entries = {}
    for key in (each for each in texts if each in wanted):
        now = fingerprint(_first(texts[key]))
        old = before.get(key, {})
        known = by_record.get((_record_of(key), wanted[key]), [])
        if old.get("text") == wanted[key] and now not in known:
            known = [old["of"]]
        of = known[0] if known and now not in known else now
        entries[key] = {"of": Quoted(of), "text": Quoted(wanted[key])}
    return entries


@cache
def key_order(kind: type[attrs.AttrsInstance]) -> tuple[tuple[str, str], ...]:
    """Field and key of a class, in the order in which the files give them."""
    fields = {each.name: key_of(each) for each in attrs.fields(kind)}
    first = next((names for known, names in _FIRST.items() if issubclass(kind, known)), ())
    last = _LAST if issubclass(kind, Record) else ()
    middle = [name for name in fields if name not in first and name not in last]
    names = [*(name for name in first if name in fields), *middle, *(name for name in last if name in fields)]
    return tuple((name, fields[name]) for name in names)


_FIRST: dict[type, tuple[str, ...]] = {
    Record: ("id",),
    Rating: ("indicator", "branch", "facet", "assessor"),
    Source: ("id", "short"),
}

_LAST = (
    "source",
    "locus",
    "cites",
    "later",
    "items",
    "about",
    "bears_on",
    "bears_on_none",
    "transfers_when",
    "roles",
    "printed",
    "note",
)


def _plain(value: object) -> Any:
    """Lists and mappings; texts by language, the original first, which makes them other texts than in another order."""
    if isinstance(value, Text):
        return OrderedDict([(value.language, value.original), *value.translations])
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if not attrs.has(type(value)):
        return value
    kind: Any = type(value)
    defaults = {each.name: each.default for each in attrs.fields(kind)}
    found = {key: (getattr(value, name), defaults[name]) for name, key in key_order(kind)}
    return {
        key: _plain(each)
        for key, (each, default) in found.items()
        if each != default or (kind is ProfileFile and key == "language")
    }


def _split(slot: Slot, language: str, kept: Kept, *, own_key: bool) -> dict[str, str]:
    """What overlays hold of a text; the rest is put in its place."""
    texts: Any = slot.text
    original = next(iter(texts))
    held = kept.in_place.get(slot.key, {})
    beside: dict[str, str] = {}
    stays = OrderedDict([(original, texts[original])])
    for code, text in list(texts.items())[1:]:
        has_entry = slot.key in kept.overlays.get(code, {})
        fits = code in LANGUAGES and code != language and own_key and len(slot.key) < _LONGEST_KEY
        if fits and (has_entry or code not in held):
            beside[code] = text
            if code in held:
                stays[code] = held[code]  # the overlay's is read, and this one stays as it is
        else:
            stays[code] = text
    slot.holder[slot.step] = stays if original != language or len(stays) > 1 else texts[original]
    return beside


def _first(text: Value) -> str:
    return str(next(iter(text.values())) if isinstance(text, dict) else text)


def _record_of(key: str) -> str:
    """The key without positions, so that a text is known again in another place of its record."""
    return ".".join(step for step in key.split(".") if not step.isdecimal())
