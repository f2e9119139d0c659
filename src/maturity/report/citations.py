"""The sources that a page cites, numbered in the order in which they are first cited."""

import re
from collections.abc import Sequence

from attrs import define, field

from maturity.records.record import Record
from maturity.records.sources import Source
from maturity.report.facts import Teller

_Key = tuple[str, str, str, str | None]


@define
class Citations:
    """Numbers of sources, given as cells are marked: what no cell shows has none.

    A publication that several profiles cite has one number.
    """

    language: str = "en"
    sources: dict[_Key, Source] = field(factory=dict)
    numbers: dict[_Key, int] = field(factory=dict)

    def marks(self, records: Sequence[Record], teller: Teller) -> tuple[int, ...]:
        """Numbers of the sources that *records* come from, in order; a source met first gets the next, from 1."""
        ids = dict.fromkeys(each.source for each in records)
        return tuple(sorted({self._number(teller.sources[each]) for each in ids}))

    @property
    def items(self) -> tuple[str, ...]:
        """The sources as a list gives them, in the order of their numbers."""
        return tuple(source_line(each, self.language) for each in self.sources.values())

    def _number(self, source: Source) -> int:
        key = _key(source)
        self.sources.setdefault(key, source)
        return self.numbers.setdefault(key, len(self.sources))


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
