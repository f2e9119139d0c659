"""The sources that a page cites, numbered in the order in which they are first cited."""

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from maturity.records.record import Record
from maturity.records.sources import Source
from maturity.report.facts import Teller

_Key = tuple[str, str, str, str | None]


@frozen
class Citations:
    """Numbers of sources; a publication that several profiles cite has one number."""

    numbers: dict[_Key, int]
    items: tuple[str, ...]

    @classmethod
    def of(cls, sources: Iterable[Source], *, language: str = "en") -> "Citations":
        """Numbers for *sources*, from 1, in order of their first appearance."""
        found: dict[_Key, Source] = {}
        for each in {id(each): each for each in sources}.values():  # most are cited many times
            found.setdefault(_key(each), each)
        numbers = {key: place for place, key in enumerate(found, 1)}
        return cls(numbers, tuple(source_line(each, language) for each in found.values()))

    def marks(self, records: Sequence[Record], teller: Teller) -> tuple[int, ...]:
        """Numbers of the sources that *records* come from, in order."""
        return tuple(sorted({self.numbers[_key(teller.sources[each.source])] for each in records}))


def note_of(records: Sequence[Record], teller: Teller) -> str:
    """Where each of *records* stands, a line for each place."""
    return "\n".join(dict.fromkeys(teller.reference(each) for each in records))


def source_line(source: Source, language: str = "en") -> str:
    """A source as a list of sources gives it; among Chinese, brackets behind a Chinese title are Chinese too."""
    authors = f"{', '.join(source.authors)}. " if source.authors else ""
    year = f" ({source.published[:4]})" if source.published else ""
    where = f" {source.url}" if source.url else ""
    title = _GLOSS.sub(r"（\1）", source.title) if language == "zh" else source.title
    stop = "" if title.endswith(_STOPS) else "."
    return f"{authors}{title}{stop} {source.publisher}{year}.{where}"


_GLOSS = re.compile(r"(?<=[\u3400-\u9fff”]) \(([^()]*)\)")
_STOPS = (".", "?", "!", "…", "。", "？", "！")


def _key(source: Source) -> _Key:
    """What a list of sources would show of it."""
    return source.title, source.publisher, (source.published or "")[:4], source.url
