"""A whole comparison as data: what was compared, and how, above the rows of its cells."""

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from maturity.comparison import Comparison, GroupMembers
from maturity.report.compare_page import SCORES, how_to_read
from maturity.report.comparison_data import CellRow, comparison_data
from maturity.report.facts import Teller
from maturity.scoring import Assessment


@frozen(kw_only=True)
class ComparedCountry:
    """One country, as of one wave."""

    code: str
    wave: int
    name: str


@frozen(kw_only=True)
class ComparedGroup:
    """A group whose median was taken, and the published list of its members."""

    id: str
    label: str
    as_of: str
    sources: tuple[str, ...] = field(metadata={"doc": "Publisher, title and address of each list."})
    members: tuple[str, ...] = field(metadata={"doc": "Codes of all members."})
    in_median: tuple[ComparedCountry, ...] = field(metadata={"doc": "The members that have a profile."})


@frozen(kw_only=True)
class ComparedData:
    """What was compared and how; `base` is a code and its wave, and `cells` are the rows of all tables asked for."""

    framework: str
    framework_version: str
    framework_hash: str
    language: str
    tables: tuple[str, ...]
    dimension: str | None
    only_common: bool
    base: str | None
    ranks: bool
    countries: tuple[ComparedCountry, ...]
    groups: tuple[ComparedGroup, ...]
    caveats: tuple[str, ...]
    cells: tuple[CellRow, ...]


def compared_data(
    comparison: Comparison,
    *,
    tables: Sequence[str] = (SCORES,),
    language: str = "en",
    dimension: str | None = None,
    with_ranks: bool = False,
) -> ComparedData:
    """The comparison with the cells of the tables asked for; see `comparison_data`."""
    first = comparison.assessments[0]
    teller = Teller.of(first.profile, first.framework, language)
    base = comparison.base
    return ComparedData(
        framework=first.framework.id,
        framework_version=first.framework.version,
        framework_hash=first.framework_hash,
        language=language,
        tables=tuple(tables),
        dimension=dimension,
        only_common=comparison.only_common,
        base=f"{base.profile.code}@{base.profile.wave}" if base else None,
        ranks=with_ranks,
        countries=tuple(_country(each, language) for each in comparison.assessments),
        groups=tuple(_group(each, teller) for each in comparison.groups),
        caveats=tuple(_caveats(comparison, teller)),
        cells=comparison_data(comparison, tables=tables, language=language, dimension=dimension, with_ranks=with_ranks),
    )


def _caveats(comparison: Comparison, teller: Teller) -> Iterator[str]:
    yield teller.say("caveat.comparison")
    if comparison.framework.scale:
        yield teller.say("caveat.reading")
    yield from how_to_read(comparison, teller)


def _country(assessment: Assessment, language: str) -> ComparedCountry:
    profile = assessment.profile
    return ComparedCountry(code=profile.code, wave=profile.wave, name=profile.names.in_language(language))


def _group(members: GroupMembers, teller: Teller) -> ComparedGroup:
    group = members.group
    return ComparedGroup(
        id=group.id,
        label=teller.text(group.label),
        as_of=str(group.as_of),
        sources=tuple(f"{each.publisher}: {each.title} {each.url}" for each in group.sources),
        members=group.members,
        in_median=tuple(_country(each, teller.language) for each in members.assessments),
    )
