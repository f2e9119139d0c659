"""Translations that stand beside the English files: `zh.yaml`, `fr.yaml`.

An overlay names each text by a key, `<id>.<field>`, and keeps the fingerprint of the text that it translates, so that a
translation whose original has changed is found.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import Any

import attrs
from attrs import field, frozen, validators

from maturity.files.document import Document
from maturity.files.faults import MAX_HINTS, Fault, did_you_mean, limit_faults, list_problems
from maturity.files.field_types import is_list, item_type, key_of
from maturity.files.structure import structure
from maturity.files.yaml_text import Value
from maturity.problems import Problem
from maturity.text import LANGUAGE_CODE, Text


@frozen(kw_only=True)
class TranslatedText:
    """One translation and the fingerprint of the text it translates."""

    of: str = field(metadata={"doc": "First 8 hex digits of the SHA-256 of the text that was translated."})
    text: str


@frozen(kw_only=True)
class Overlay:
    """Translations of a framework or profile into one language."""

    language: str = field(validator=validators.matches_re(LANGUAGE_CODE))
    reviewed: bool = field(metadata={"doc": "Whether a native speaker has reviewed it."})


@frozen(kw_only=True)
class Slot:
    """A text in plain values: its key, and the container and step that hold it."""

    key: str
    holder: Any
    step: str | int

    @property
    def text(self) -> Value:
        """The text as it stands."""
        found: Value = self.holder[self.step]
        return found


def fingerprint(text: str) -> str:
    """First 8 hex digits of the SHA-256 of *text*, white space at the ends left out."""
    return sha256(text.strip().encode()).hexdigest()[:8]


def list_slots(value: Value, kind: Any, prefix: str) -> Iterator[Slot]:
    """Every translatable text of *value*, which has the shape of *kind*."""
    if not isinstance(value, dict):
        return
    for each in _fields(kind):
        held = value.get(each.key)
        name = f"{prefix}.{each.key}" if prefix else each.key
        if each.is_list:
            yield from _item_slots(held if isinstance(held, list) else [], each.kind, name)
        elif each.kind is Text and held is not None:
            yield Slot(key=name, holder=value, step=each.key)
        elif isinstance(held, dict):
            yield from list_slots(held, each.kind, str(held.get("id", name)))


def apply_overlay(slots: dict[str, Slot], overlay: Document, *, written_in: str) -> list[Problem]:
    """Put the overlay's translations beside the texts they translate; what does not fit is reported.

    Plain strings that it translates are in the language *written_in*.
    """
    value = overlay.value if isinstance(overlay.value, dict) else {}
    texts = value.get("texts")
    head, faults = structure({key: each for key, each in value.items() if key != "texts"}, Overlay, language="en")
    if not isinstance(texts, dict):
        faults.append(Fault((), "E101", "missing key 'texts'", "a mapping of keys to translations"))
    name = overlay.shown.rpartition("/")[2]
    if head and f"{head.language}.yaml" != name:
        faults.append(Fault(("language",), "E112", f"language '{head.language}' in the file '{name}'"))
    if head is None or faults or not isinstance(texts, dict):
        return list_problems(faults, overlay)
    found = _apply_texts(slots, texts, head.language, written_in)
    return list_problems(limit_faults(found), overlay)


def _apply_texts(slots: dict[str, Slot], texts: dict[str, Value], language: str, written_in: str) -> Iterator[Fault]:
    reported = 0
    for key, entry in texts.items():
        for fault in _apply(slots, key, entry, language, written_in, hints=reported < MAX_HINTS):
            reported += 1
            yield fault


def _apply(
    slots: dict[str, Slot], key: str, entry: Value, language: str, written_in: str, *, hints: bool
) -> Iterator[Fault]:
    translated, faults = structure(entry, TranslatedText, language="en")
    if translated is None:
        yield from (attrs.evolve(fault, path=("texts", key, *fault.path)) for fault in faults)
        return
    if not translated.text.strip():
        yield Fault(("texts", key, "text"), "E103", "the text is empty")
        return
    slot = slots.get(key)
    if slot is None:
        hint = did_you_mean(key, slots) if hints else ""
        yield Fault(("texts", key), "W204", f"translates '{key}', which is not there", hint, True)
        return
    original = slot.text
    texts = {written_in: original} if isinstance(original, str) else original
    if not isinstance(texts, dict):
        return
    first = next(iter(texts.values()))
    current = fingerprint(str(first))
    if current != translated.of:
        hint = f'translate it anew, with of: "{current}"'
        yield Fault(("texts", key), "W203", f"'{key}' has changed since it was translated", hint, True)
    slot.holder[slot.step] = {**texts, language: translated.text}


@frozen
class _Field:
    """A field that holds a text, or values that may."""

    key: str
    kind: Any
    is_list: bool


@cache
def _fields(kind: Any) -> tuple[_Field, ...]:
    found = []
    for each in attrs.fields(kind):
        item = item_type(each.type)
        if attrs.has(item):
            found.append(_Field(key_of(each), item, is_list(each.type)))
    return tuple(found)


def _item_slots(items: list[Value], kind: Any, name: str) -> Iterator[Slot]:
    for number, item in enumerate(items, 1):
        if kind is Text:
            yield Slot(key=f"{name}.{number}", holder=items, step=number - 1)
        elif isinstance(item, dict):
            yield from list_slots(item, kind, _prefix(item, name, number))


def _prefix(item: dict[str, Value], name: str, number: int) -> str:
    if isinstance(item.get("indicator"), str):
        return ".".join(str(each) for each in ("ratings", item["indicator"], item.get("branch")) if each)
    if isinstance(item.get("id"), str):
        vocabulary = name.removesuffix(".terms") if name.endswith(".terms") else ""
        return f"{vocabulary}.{item['id']}" if vocabulary else str(item["id"])
    return f"{name}.{item.get('of', item.get('value', number))}"
