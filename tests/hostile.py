"""Texts that would be more than text where a format let them, and values that hold one wherever text may stand."""

from collections.abc import Iterator
from itertools import cycle
from typing import TypeVar

import attrs

from maturity.text import Text

TEXTS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "a | b || c",
    "`code` and ``more``",
    r"\input{/etc/passwd}",
    r"\write18{id} ^^5cinput \end{longtable} % $x$ #1 & ~ _",
    '=HYPERLINK("http://example.org","click")',
    "@SUM(1,2)",
    "+1",
    "-2+3",
    "\u202egnp.exe\u202c \u200fright\u200e \u2067isolated",
    "zero\u200bwidth\u200d\ufeffjoined",
    "👩\u200d⚖️ 🏛 ½ ≥ ★",
    "w" * 5000,
    "字" * 300,
    "{{7*7}} ${7*7} {% x %}",
    "<![CDATA[ ]]> &lt;b&gt; <!-- -->",
    "\x00\x01\x07\x1b[31mred\x7f\x9b",
    "<r><t>rich</t></r>",
    "_x0041_ &#65; %41",
    "[[1]](javascript:alert(1)) ![i](x)",
    "# not a heading\n- not a list\n\nnot a paragraph\tat all",
    "שלום עולם 1 2",
    "*stars* __under__ ~~struck~~",
)

_Value = TypeVar("_Value")


def poisoned(value: _Value) -> _Value:
    """*value* with each text in it replaced by the next of the hostile ones, the same every time."""
    return _replace(value, cycle(TEXTS))  # type: ignore[return-value]


def _replace(value: object, texts: Iterator[str]) -> object:
    if isinstance(value, Text):
        return Text(original=next(texts))
    if isinstance(value, tuple):
        return tuple(_replace(each, texts) for each in value)
    kind = type(value)
    if not attrs.has(kind):
        return value
    changes: dict[str, object] = {}
    for each in attrs.fields(kind):
        old = getattr(value, each.name)
        if isinstance(old, str):
            changes[each.name] = next(texts) if each.name in PLAIN else old
        elif each.init:
            changes[each.name] = _replace(old, texts)
    return attrs.evolve(value, **changes)  # type: ignore[misc]


PLAIN = ("title", "publisher", "short", "local", "en", "zh", "fr")
"""Fields of plain text that a reader is shown."""
