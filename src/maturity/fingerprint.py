"""A short name for the content of a framework, so that a report says what exactly it was made with."""

import json
from hashlib import sha256

import attrs

from maturity.framework import Framework
from maturity.text import Text


def content_hash(framework: Framework) -> str:
    """First 12 hex digits of the SHA-256 of everything in *framework* but its translations."""
    content = attrs.asdict(framework, filter=_is_said, value_serializer=lambda _, __, value: _plain(value))
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:12]


def _is_said(attribute: "attrs.Attribute[object]", value: object) -> bool:
    """What is at its default is left out, so that a field added later changes no hash."""
    return value != attribute.default


def _plain(value: object) -> object:
    return value.original if isinstance(value, Text) else value
