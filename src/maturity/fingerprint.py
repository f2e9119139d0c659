"""A short name for the content of a framework, so that a report says what exactly it was made with."""

import json
from hashlib import sha256

import attrs

from maturity.framework import Framework
from maturity.text import Text


def content_hash(framework: Framework) -> str:
    """First 12 hex digits of the SHA-256 of everything in *framework* but its translations.

    What is at its default is left out, so that a field added later changes no hash.
    """
    content = json.dumps(_plain(framework, {}), sort_keys=True, ensure_ascii=False)
    return sha256(content.encode()).hexdigest()[:12]


_Fields = dict[type, list[tuple[str, object]]]
"""Names and defaults of the fields of each class met so far."""


def _plain(value: object, known: _Fields) -> object:
    if isinstance(value, Text):
        return value.original
    if isinstance(value, tuple):
        return [_plain(each, known) for each in value]
    kind = type(value)
    if kind not in known:
        known[kind] = [(each.name, each.default) for each in attrs.fields(kind)] if attrs.has(kind) else []
    if not known[kind]:
        return value
    found = ((name, getattr(value, name), default) for name, default in known[kind])
    return {name: _plain(each, known) for name, each, default in found if each != default}
