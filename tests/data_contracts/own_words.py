"""How much of our wording repeats a source word for word."""

import re
from collections.abc import Iterable, Iterator

import attrs

from maturity.text import Text

RUN = 12
"""Words in a row that make a copied run."""

_WORD = re.compile(r"\w+", re.UNICODE)


def words(text: str) -> list[str]:
    return [each.lower() for each in _WORD.findall(text)]


def copied_share(texts: Iterable[str], source: str) -> float:
    """Share (0–1) of the words of *texts* that stand in runs of twelve or more words identical to *source*."""
    known = set(_runs(words(source)))
    total = copied = 0
    for text in texts:
        found = words(text)
        marked = [False] * len(found)
        for start, run in enumerate(_runs(found)):
            if run in known:
                marked[start : start + RUN] = [True] * RUN
        total += len(found)
        copied += sum(marked)
    return copied / total if total else 0.0


def own_texts(value: object) -> Iterator[str]:
    """English texts in *value*; names, titles, quotes and misprints are not our wording and are left out."""
    if isinstance(value, Text):
        yield value.original
    elif attrs.has(type(value)):
        for each in attrs.fields(type(value)):  # type: ignore[arg-type]
            if each.name not in ("name", "title", "quote", "printed"):
                yield from own_texts(getattr(value, each.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from own_texts(item)


def _runs(found: list[str]) -> Iterator[tuple[str, ...]]:
    for start in range(len(found) - RUN + 1):
        yield tuple(found[start : start + RUN])
