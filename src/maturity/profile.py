"""What a country showed, with evidence: sources, facts, findings, lessons and ratings of one wave."""

from collections.abc import Iterator

from attrs import field, frozen, validators

from maturity.dates import Date
from maturity.records.back_end import BackEnd
from maturity.records.context import Context
from maturity.records.errata import Erratum
from maturity.records.findings import Finding, Lesson
from maturity.records.front_end import FrontEnd
from maturity.records.governance import Governance
from maturity.records.inclusion import Inclusion
from maturity.records.legal import Legal
from maturity.records.lessons import Lessons
from maturity.records.ratings import Ratings
from maturity.records.record import Record
from maturity.records.section import Section
from maturity.records.skills import Skills
from maturity.records.sources import Figure, Source, StudyPlace, Unknown
from maturity.text import LANGUAGE_CODE, Text

COUNTRY_CODE = r"[A-Z]{3}(-[A-Z0-9]{1,12})?"
"""ISO 3166-1 alpha-3; behind a hyphen the subdivision part of ISO 3166-2 (up to three characters), or an institution's
short name (four to twelve), so that the two are never taken for each other."""


@frozen(kw_only=True)
class Status:
    """How far a profile has been reviewed."""

    stage: str = field(validator=validators.in_(("draft", "reviewed", "validated")))
    who: str | None = field(default=None, metadata={"doc": "Who reviewed or validated it."})
    when: Date | None = None
    note: Text | None = None

    def __attrs_post_init__(self) -> None:
        if self.stage != "draft" and (self.who is None or self.when is None):
            raise ValueError(f"a profile that is {self.stage} says who and when")


@frozen(kw_only=True)
class Names:
    """What a country or institution is called."""

    en: str
    zh: str | None = None
    fr: str | None = None
    local: str | None = field(default=None, metadata={"doc": "In its own language."})

    def in_language(self, language: str) -> str:
        """The name in *language*, else in English."""
        return {"zh": self.zh, "fr": self.fr}.get(language) or self.en


@frozen(kw_only=True)
class Profile:
    """What is known of one country as of one year."""

    code: str = field(
        validator=validators.matches_re(COUNTRY_CODE),
        metadata={
            "doc": "ISO 3166-1 alpha-3; for a part of a country with the subdivision part of ISO 3166-2 (`CHN-GD`), "
            "for an institution with its short name of four characters or more (`FRA-CNAF`)."
        },
    )
    wave: int = field(metadata={"doc": "Year that the profile speaks of."})
    names: Names
    language: str = field(
        validator=validators.matches_re(LANGUAGE_CODE),
        metadata={"doc": "ISO 639 code of the language that the files are written in."},
    )
    official_languages: tuple[str, ...] = field(metadata={"doc": "ISO 639 codes."})
    evidence_until: Date = field(
        metadata={"doc": "Last day that evidence for this wave's ratings may date from, ISO 8601."},
    )
    status: Status
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...] = ()
    unknown: tuple[Unknown, ...] = field(
        default=(), metadata={"doc": "Empty rows of fact tables, and where one looked."}
    )
    outline: tuple[StudyPlace, ...] = field(default=(), metadata={"doc": "The main source, place by place."})
    context: Context
    governance: Governance
    legal: Legal
    back_end: BackEnd
    front_end: FrontEnd
    skills: Skills
    inclusion: Inclusion
    lessons: Lessons
    ratings: Ratings
    errata: tuple[Erratum, ...] = ()

    def __repr__(self) -> str:
        counts = f"{sum(1 for _ in self.records())} records, {len(self.sources)} sources"
        return f"<Profile of {self.code} {self.wave}: {counts}, {self.status.stage}>"

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections in the study's order."""
        return (
            self.context,
            self.governance,
            self.legal,
            self.back_end,
            self.front_end,
            self.skills,
            self.inclusion,
            self.lessons,
        )

    def records(self) -> Iterator[Record]:
        """Every record, section by section."""
        for section in self.sections:
            yield from section.records()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all sections."""
        return tuple(each for section in self.sections for each in section.findings)

    @property
    def all_lessons(self) -> tuple[Lesson, ...]:
        """The lessons, in order."""
        return self.lessons.lessons

    def source(self, id: str) -> Source:
        """The source with that id.

        Raises:
            KeyError: There is none.
        """
        for each in self.sources:
            if each.id == id:
                return each
        raise KeyError(id)
