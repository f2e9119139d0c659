"""A short name for the content of a framework, so that a report says what exactly it was made with."""

import json
from hashlib import sha256

import attrs

from maturity.framework import Framework
from maturity.text import Text


def content_hash(framework: Framework) -> str:
    """First 12 hex digits of the SHA-256 of everything in *framework* but its translations."""
    content = attrs.asdict(framework, value_serializer=lambda _, __, value: _plain(value))
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:12]


def _plain(value: object) -> object:
    return value.original if isinstance(value, Text) else value
