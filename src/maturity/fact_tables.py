"""The fact tables of the study, by name: which records stand in each, and under which row."""

from collections.abc import Callable, Sequence
from itertools import product

from attrs import field, frozen

from maturity.framework import Framework
from maturity.profile import Profile
from maturity.records.findings import FINDING_KINDS, Finding
from maturity.records.governance import Coordination
from maturity.records.record import Record
from maturity.records.rows import Row
from maturity.records.statistics import Statistic

Found = dict[str, list[Record]]
"""Records of one country by term."""


@frozen(kw_only=True)
class FactTable:
    """One table of facts that profiles hold: which records, and which term each stands under."""

    id: str
    in_study: str
    vocabularies: tuple[str, ...] = field(
        metadata={"doc": "Vocabularies of its rows, crossed where there are several; `DIMENSIONS` and `FINDINGS` too."}
    )
    select: Callable[[Profile], Sequence[Record]]
    terms_of: Callable[[Record, Framework], Sequence[str]]

    def records_of(self, profile: Profile, framework: Framework) -> Found:
        """The profile's records by term."""
        found: Found = {}
        for record in self.select(profile):
            for term in self.terms_of(record, framework):
                found.setdefault(term, []).append(record)
        return found

    def terms(self, framework: Framework, by_country: Sequence[Found]) -> tuple[str, ...]:
        """The table's rows: those of its vocabularies, of statistics only those that any country has."""
        terms = [_terms(framework, id) for id in self.vocabularies]
        known = tuple("/".join(each) for each in product(*terms))
        used = {term for found in by_country for term in found}
        return tuple(term for term in known if term in used) if self.id in _OPEN else known


DIMENSIONS, FINDINGS = "dimensions", "finding-kinds"
"""Rows that come from the framework's tree and from the kinds of finding instead of a vocabulary."""

NO_DIMENSION = "none"
"""Row of what speaks to no dimension."""

_OPEN = ("statistics", "institutions", "findings", "lessons")
"""Tables of which no country is expected to fill every row."""


def _terms(framework: Framework, vocabulary: str) -> tuple[str, ...]:
    if vocabulary == DIMENSIONS:
        return (*(each.id for each in framework.dimensions), NO_DIMENSION)
    if vocabulary == FINDINGS:
        return FINDING_KINDS
    return tuple(each.id for each in framework.vocabulary(vocabulary).terms)


def _row(record: Record, framework: Framework) -> Sequence[str]:
    return (record.row,) if isinstance(record, Row) else ()


def _attribute(name: str) -> Callable[[Record, Framework], Sequence[str]]:
    def terms(record: Record, framework: Framework) -> Sequence[str]:
        value: str | tuple[str, ...] = getattr(record, name)
        return (value,) if isinstance(value, str) else value

    return terms


def _statistics(profile: Profile) -> list[Record]:
    """The country's own figures; of two series the preferred one, where there is one."""
    found = [each for section in profile.sections for each in section.statistics if each.scope is None]
    preferred = {each.statistic for each in found if each.series == "preferred"}
    return [each for each in found if each.series != "like-for-like" or each.statistic not in preferred]


def _statistic(record: Record, framework: Framework) -> Sequence[str]:
    return (record.statistic,) if isinstance(record, Statistic) else ()


def _coordination(record: Record, framework: Framework) -> Sequence[str]:
    return (f"{record.matrix}/{record.level}/{record.scope}",) if isinstance(record, Coordination) else ()


def _dimensions(record: Record, framework: Framework) -> Sequence[str]:
    ids: tuple[str, ...] = record.bears_on  # type: ignore[attr-defined]
    found = dict.fromkeys(framework.dimension_of(id) for id in ids)
    return tuple(each for each in found if each is not None) or (NO_DIMENSION,)


def _findings(record: Record, framework: Framework) -> Sequence[str]:
    if not isinstance(record, Finding):
        return ()
    return [f"{each}/{record.kind}" for each in _dimensions(record, framework)]


TABLES = (
    FactTable(
        id="statistics",
        in_study="Tables 1, 3, 4; text",
        vocabularies=("statistics",),
        select=_statistics,
        terms_of=_statistic,
    ),
    FactTable(
        id="branches",
        in_study="Table 2",
        vocabularies=("contingencies",),
        select=lambda profile: profile.context.branches,
        terms_of=_attribute("contingencies"),
    ),
    FactTable(
        id="institutions",
        in_study="Tables 5, 7",
        vocabularies=("institution-kinds",),
        select=lambda profile: profile.governance.institutions,
        terms_of=_attribute("kind"),
    ),
    FactTable(
        id="coordination",
        in_study="Tables 6, 8",
        vocabularies=("coordination-matrices", "coordination-levels", "coordination-scopes"),
        select=lambda profile: profile.governance.coordination,
        terms_of=_coordination,
    ),
    FactTable(
        id="legal-framework",
        in_study="Table 9",
        vocabularies=("legal-areas",),
        select=lambda profile: profile.legal.legal_framework,
        terms_of=_row,
    ),
    FactTable(
        id="key-enablers",
        in_study="Table 10",
        vocabularies=("enablers",),
        select=lambda profile: profile.legal.key_enablers,
        terms_of=_row,
    ),
    FactTable(
        id="back-end-standards",
        in_study="Table 11",
        vocabularies=("standard-areas",),
        select=lambda profile: profile.back_end.back_end_standards,
        terms_of=_row,
    ),
    FactTable(
        id="transformations",
        in_study="Table 12",
        vocabularies=("transformation-kinds",),
        select=lambda profile: profile.back_end.transformations,
        terms_of=_attribute("kind"),
    ),
    FactTable(
        id="portals",
        in_study="Table 13",
        vocabularies=("portal-categories",),
        select=lambda profile: profile.front_end.portal_ecosystem,
        terms_of=_row,
    ),
    FactTable(
        id="skills-activities",
        in_study="Table 14",
        vocabularies=("activity-kinds",),
        select=lambda profile: profile.skills.activities,
        terms_of=_attribute("activity"),
    ),
    FactTable(
        id="inclusion-actions",
        in_study="Table 15",
        vocabularies=("inclusion-areas",),
        select=lambda profile: profile.inclusion.actions,
        terms_of=_attribute("area"),
    ),
    FactTable(
        id="inclusion-results",
        in_study="Table 15",
        vocabularies=("inclusion-areas",),
        select=lambda profile: profile.inclusion.results,
        terms_of=_attribute("area"),
    ),
    FactTable(
        id="findings",
        in_study="Text",
        vocabularies=(DIMENSIONS, FINDINGS),
        select=lambda profile: profile.findings,
        terms_of=_findings,
    ),
    FactTable(
        id="lessons",
        in_study="Section 9",
        vocabularies=(DIMENSIONS,),
        select=lambda profile: profile.all_lessons,
        terms_of=_dimensions,
    ),
)
"""Every fact table, in the study's order."""
