"""A rating with all that a rule of good practice looks at."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from maturity.dates import Date
from maturity.files.positions import Path
from maturity.framework import Indicator
from maturity.records.findings import Milestone
from maturity.records.ratings import Rating
from maturity.records.record import Record
from maturity.records.sources import Source
from maturity.records.statistics import Statistic


@frozen(kw_only=True)
class Rated:
    """A rating, where it stands, and what it rests on."""

    at: Path
    rating: Rating
    indicator: Indicator
    evidence: tuple[Record, ...]
    sources: Mapping[str, Source]
    wave: int
    scale: tuple[int, ...]

    @property
    def name(self) -> str:
        """How a message calls it."""
        branch = f" for '{self.rating.branch}'" if self.rating.branch else ""
        return f"level {self.rating.level} on '{self.rating.indicator}'{branch}"

    def cited(self) -> tuple[Source, ...]:
        """The sources of its evidence, and those that they rest on there, in order."""
        ids = [id for each in self.evidence for id in (each.source, *each.cites)]
        return tuple(self.sources[id] for id in dict.fromkeys(ids))

    def read(self) -> tuple[Source, ...]:
        """The sources of its evidence alone: what was read, not what that rests on."""
        return tuple(self.sources[id] for id in dict.fromkeys(each.source for each in self.evidence))

    def dates(self) -> Iterator[Date]:
        """The dates that its evidence bears: of the source, or of the figure or event itself."""
        for each in self.evidence:
            if published := self.sources[each.source].published:
                yield published
            if isinstance(each, Milestone):
                yield each.when
            if isinstance(each, Statistic):
                yield each.as_of or Date(str(each.year))
