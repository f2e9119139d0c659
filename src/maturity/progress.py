"""How far a profile has come: what of each dimension is done, and what to do next."""

from collections.abc import Iterator, Sequence
from typing import Any

import attrs
from attrs import field, frozen

from maturity.dates import Date, is_later
from maturity.fact_tables import TABLES, FactTable
from maturity.files.references import list_references
from maturity.framework import Framework, Indicator
from maturity.profile import Profile
from maturity.records.findings import Finding, Lesson
from maturity.records.ratings import Rating
from maturity.records.record import Record
from maturity.records.section import Section
from maturity.records.sources import Source
from maturity.scoring import Assessment
from maturity.text import LANGUAGES, Text

UNCONFIRMED = "unconfirmed"
"""State of an indicator whose only rating was carried over from an earlier wave."""

_NOTES = ("note", "bears_on_none")
"""Fields in which assessors write to each other."""

_OUTSIDE = ("not-applicable", "not-asked")


@frozen(kw_only=True)
class Standing:
    """Where one indicator stands."""

    indicator: Indicator
    state: str = field(metadata={"doc": "`rated`, `unconfirmed`, or the status of the rating."})
    bearing: tuple[Record, ...] = field(
        metadata={"doc": "Records that it is rated on, and findings and lessons that bear on it."}
    )
    newer: tuple[Source, ...] = field(
        default=(), metadata={"doc": "Sources of those records that were published or read after the rating was made."}
    )

    @property
    def lacks_evidence(self) -> bool:
        """Whether no record bears on it, though it applies and was asked."""
        return not self.bearing and self.state not in _OUTSIDE


@frozen(kw_only=True)
class Part:
    """A part of a profile: a dimension, or what belongs to none."""

    id: str | None = field(metadata={"doc": "The dimension; nothing for what belongs to none."})
    standings: tuple[Standing, ...]
    texts: int = field(metadata={"doc": "How many texts its records and ratings hold."})
    untranslated: tuple[tuple[str, int], ...] = field(
        metadata={"doc": "Pairs of language and how many of the texts do not stand in it."}
    )
    unconfirmed_records: int

    def count(self, state: str) -> int:
        """How many indicators are in *state*."""
        return sum(each.state == state for each in self.standings)


@frozen(kw_only=True)
class EmptyRows:
    """Rows of a fact table that hold nothing, and of which the profile does not say where one looked."""

    table: FactTable
    terms: tuple[str, ...]


@frozen(kw_only=True)
class Progress:
    """How far a profile has come."""

    profile: Profile
    framework: Framework
    parts: tuple[Part, ...] = field(metadata={"doc": "The dimensions in order, then what belongs to none."})
    empty: tuple[EmptyRows, ...]
    never_cited: tuple[Source, ...] = field(metadata={"doc": "Sources that nothing cites, unless listed_only."})

    @property
    def standings(self) -> tuple[Standing, ...]:
        """All indicators, in order."""
        return tuple(each for part in self.parts for each in part.standings)

    def untranslated(self) -> tuple[tuple[str, int], ...]:
        """Pairs of language and how many texts of the profile do not stand in it."""
        codes = [code for code, _ in self.parts[0].untranslated]
        return tuple((code, sum(dict(part.untranslated)[code] for part in self.parts)) for code in codes)

    def waiting(self, state: str) -> tuple[Standing, ...]:
        """The indicators in *state*, in order; those that records bear on already come first."""
        found = [each for each in self.standings if each.state == state]
        return tuple(sorted(found, key=lambda each: not each.bearing))


def find_progress(assessment: Assessment) -> Progress:
    """How far the assessed profile has come."""
    profile, framework = assessment.profile, assessment.framework
    languages = tuple(each for each in LANGUAGES if each != profile.language)
    standings = [_standing(each, assessment) for each in framework.indicators]
    parts = []
    for id in (*(each.id for each in framework.dimensions), None):
        inside = [each for each in standings if framework.dimension_of(each.indicator.id) == id]
        parts.append(_part(id, inside, assessment, languages))
    return Progress(
        profile=profile,
        framework=framework,
        parts=tuple(parts),
        empty=tuple(_empty_rows(profile, framework)),
        never_cited=tuple(_never_cited(profile)),
    )


def _standing(indicator: Indicator, assessment: Assessment) -> Standing:
    profile = assessment.profile
    state = assessment.score(indicator.id).state
    carried = [each for each in profile.ratings.ratings if each.indicator == indicator.id and each.carried_from]
    if state == "not-rated" and carried:
        state = UNCONFIRMED
    rating = assessment.rating(indicator.id) or next(iter(carried), None)
    cited = set(rating.evidence) if rating else set()
    bearing = tuple(each for each in profile.records() if each.id in cited or _bears_on(each, indicator.id))
    newer = _newer_sources(rating, bearing, profile) if rating and state != UNCONFIRMED else ()
    return Standing(indicator=indicator, state=state, bearing=bearing, newer=newer)


def _bears_on(record: Record, indicator: str) -> bool:
    return isinstance(record, Finding | Lesson) and indicator in record.bears_on


def _newer_sources(rating: Rating, bearing: Sequence[Record], profile: Profile) -> tuple[Source, ...]:
    """Sources that an assessor cannot have seen: published or read wholly after the day of the rating."""
    rated = next((each.date for each in profile.ratings.assessors if rating.assessor in (None, each.id)), None)
    if rated is None:
        return ()
    sources = dict.fromkeys(each.source for each in bearing if not each.later)
    return tuple(each for each in map(profile.source, sources) if any(is_later(date, rated) for date in _dates(each)))


def _dates(source: Source) -> Iterator[Date]:
    yield from filter(None, (source.published, source.accessed))


def _part(id: str | None, standings: Sequence[Standing], assessment: Assessment, languages: Sequence[str]) -> Part:
    held = _held(id, assessment)
    texts = [text for each in held for text in list_texts(each)]
    records = [each for section in held if isinstance(section, Section) for each in section.records()]
    return Part(
        id=id,
        standings=tuple(standings),
        texts=len(texts),
        untranslated=tuple((code, sum(not text.speaks(code) for text in texts)) for code in languages),
        unconfirmed_records=sum(each.carried_from is not None for each in records),
    )


def _held(id: str | None, assessment: Assessment) -> list[object]:
    """What belongs to a dimension: its section and its ratings; or what belongs to none.

    Outline and errata are left out: they hold the profile against its sources, and stay in the language of the files.
    """
    profile, framework = assessment.profile, assessment.framework
    ratings = [each for each in profile.ratings.ratings if framework.dimension_of(each.indicator) == id]
    if id is not None:
        return [_section(id, profile), *ratings]
    claimed = [_section(each.id, profile) for each in framework.dimensions]
    sections = [each for each in profile.sections if not any(each is one for one in claimed)]
    return [profile.status, *profile.sources, *profile.unknown, *sections, *profile.ratings.assessors, *ratings]


def _section(dimension: str, profile: Profile) -> Section | None:
    """The section that bears the dimension's name."""
    found = getattr(profile, dimension.replace("-", "_"), None)
    return found if isinstance(found, Section) else None


def list_texts(value: object) -> Iterator[Text]:
    """Every text in *value*, and in all that it holds, that readers of other languages need; notes stay as written."""
    if isinstance(value, Text):
        yield value
        return
    if isinstance(value, tuple):
        for each in value:
            yield from list_texts(each)
        return
    kind: Any = type(value)
    names = [each.name for each in attrs.fields(kind)] if attrs.has(kind) else []
    for name in names:
        if name not in _NOTES:
            yield from list_texts(getattr(value, name))


def _empty_rows(profile: Profile, framework: Framework) -> Iterator[EmptyRows]:
    for table in TABLES:
        found = table.records_of(profile, framework)
        known = [each for each in profile.unknown if each.table == table.id]
        explained = {term for each in known for term in each.rows}
        terms = tuple(each for each in table.terms(framework, [found]) if each not in found and each not in explained)
        if terms and all(each.rows for each in known):
            yield EmptyRows(table=table, terms=terms)


def _never_cited(profile: Profile) -> Iterator[Source]:
    cited = {each.id for each in list_references(profile) if each.refers == "sources"}
    yield from (each for each in profile.sources if each.id not in cited and not each.listed_only)
