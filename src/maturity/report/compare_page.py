"""Countries side by side as a page: scores, readings and fact tables, a column for each country."""

from collections.abc import Iterator, Sequence

from maturity.comparison import Comparison, GroupMembers
from maturity.fact_tables import TABLES
from maturity.language.numbers import percent
from maturity.language.phrases import say
from maturity.report.chart_words import joined
from maturity.report.citations import Citations
from maturity.report.closing_blocks import coverage_line, framework_lines
from maturity.report.compare_facts import fact_blocks
from maturity.report.compare_readings import development_table, leading_table, strength_table
from maturity.report.compare_scores import aspect_table, score_table
from maturity.report.facts import Teller
from maturity.report.page import Block, Heading, Listing, Page, Paragraph, References
from maturity.report.side_by_side import SideBySide, country_heads

SCORES, LEVELS, ASPECTS = "scores", "levels", "aspects"
STRENGTHS, DEVELOPMENT, MOST_ADVANCED = "strengths", "development", "most-advanced"
READINGS = (SCORES, LEVELS, ASPECTS, STRENGTHS, DEVELOPMENT, MOST_ADVANCED)
TABLE_IDS = (*READINGS, *(each.id for each in TABLES))
"""What a comparison can show, in order."""


def compare_page(
    comparison: Comparison,
    *,
    tables: Sequence[str] = (SCORES,),
    language: str = "en",
    dimension: str | None = None,
    with_ranks: bool = False,
    with_charts: bool = False,
) -> Page:
    """The tables asked for, with how to read them; with charts for formats that can show them.

    Readings of levels are for the whole or for one *dimension*; where the comparison has a base, each level says how
    far it is from that country's; with ranks, where it stands among the countries compared.
    """
    tellers = tuple(Teller.of(each.profile, each.framework, language) for each in comparison.assessments)
    view = SideBySide(
        comparison=comparison,
        tellers=tellers,
        citations=Citations(language),
        dimension=dimension,
        with_ranks=with_ranks,
    )
    blocks: list[Block] = [*_head(view)]
    for id in TABLE_IDS:
        if id in tables:
            blocks.append(Heading(text=say(f"table.{id}", language), depth=2))
            blocks += _table(id, view)
            blocks += _charts(id, view) if with_charts else ()
    blocks += _references(view)
    blocks += _reading(view)
    return Page(language=language, blocks=tuple(blocks))


def _table(id: str, view: SideBySide) -> Iterator[Block]:
    teller, framework = view.teller, view.comparison.framework
    if id in (STRENGTHS, DEVELOPMENT, MOST_ADVANCED) and not framework.scale:
        yield Paragraph(text=teller.say("compare.no-levels"), note=True)
        return
    match id:
        case "scores" | "levels":
            yield score_table(view, with_indicators=id == LEVELS)
        case "aspects":
            yield Paragraph(text=teller.say("compare.aspects"), note=True)
            yield aspect_table(view)
        case "strengths":
            yield Paragraph(text=teller.say("compare.strengths", level=framework.strength_level), note=True)
            yield strength_table(view)
        case "development":
            yield Paragraph(text=teller.say("compare.development", level=framework.development_level), note=True)
            yield development_table(view)
        case "most-advanced":
            yield Paragraph(text=teller.say("compare.relative"), note=True)
            yield leading_table(view)
        case _:
            yield from fact_blocks(view, next(each for each in TABLES if each.id == id))


def _charts(id: str, view: SideBySide) -> Iterator[Block]:
    """The charts that belong to a table of scores or levels."""
    from maturity.report.page_charts import level_charts, score_charts

    language = view.teller.language
    if id == SCORES:
        yield from score_charts(view.comparison, language=language, dimension=view.dimension)
    elif id == LEVELS:
        yield from level_charts(view.comparison, language=language, dimension=view.dimension)


def _head(view: SideBySide) -> Iterator[Block]:
    comparison, teller = view.comparison, view.teller
    framework = comparison.framework
    names = country_heads(comparison, teller)
    countries = teller.listed(names)
    named = teller.say("compare.together", countries=countries) if len(names) > 1 else countries
    yield Heading(text=teller.labelled(teller.text(framework.title), named), depth=1)
    yield Paragraph(text=_waves(comparison, teller))
    share = len(comparison.rated_by_all) / len(framework.indicators)
    yield Paragraph(
        text=teller.say(
            "compare.common",
            count=len(comparison.rated_by_all),
            total=len(framework.indicators),
            share=percent(share, teller.language),
        )
    )
    if comparison.only_common:
        yield Paragraph(text=teller.say("compare.only-common"))
    if view.comparison.base is not None:
        heads = zip(comparison.assessments, names, strict=True)
        country = next(name for each, name in heads if each is view.comparison.base)
        yield Paragraph(text=teller.say("compare.base", country=country))
    if view.with_ranks:
        yield Paragraph(text=teller.say("compare.ranks"))
    yield from (Paragraph(text=_group_line(each, teller)) for each in comparison.groups)
    yield Paragraph(text=teller.say("caveat.comparison"), note=True)
    if framework.scale:
        yield Paragraph(text=teller.say("caveat.reading"), note=True)


def _waves(comparison: Comparison, teller: Teller) -> str:
    """The waves of the countries, and which members of groups are of another."""
    compared = {each.profile.wave for each in comparison.assessments}
    waves = [str(each) for each in sorted(compared)]
    listed = teller.listed(waves)
    line = teller.say("compare.waves", waves=listed) if len(waves) > 1 else teller.say("compare.wave", waves=listed)
    members = [each.profile for group in comparison.groups for each in group.assessments]
    others = {f"{each.names.in_language(teller.language)} {each.wave}" for each in members if each.wave not in compared}
    if not others:
        return line
    told = teller.say("compare.waves.groups", countries=teller.listed(sorted(others)))
    return joined(line, told, language=teller.language)


def _group_line(members: GroupMembers, teller: Teller) -> str:
    """Which members a group's median is of, and where the list of members comes from."""
    group = members.group
    names = [each.profile.names.in_language(teller.language) for each in members.assessments]
    said = {
        "group": teller.text(group.label),
        "total": len(group.members),
        "as_of": teller.date(group.as_of),
        "sources": teller.listed([each.publisher for each in group.sources]),
    }
    if names:
        line = teller.say("compare.group", count=len(names), members=teller.listed(names), **said)
    else:
        line = teller.say("compare.group.none", **said)
    return f"{line} {teller.text(group.note)}" if group.note else line


def _references(view: SideBySide) -> Iterator[Block]:
    if view.citations.items:
        yield Heading(text=view.teller.say("heading.sources"), depth=2)
        yield References(items=view.citations.items)


def _reading(view: SideBySide) -> Iterator[Block]:
    yield Heading(text=view.teller.say("heading.caveats"), depth=2)
    yield Listing(items=tuple(("", line) for line in how_to_read(view.comparison, view.teller)))


def how_to_read(comparison: Comparison, teller: Teller) -> Iterator[str]:
    """What a reader of the comparison must know: of levels, of coverage, of the framework, of its translation."""
    if comparison.framework.scale:
        yield teller.say("caveat.floor")
    yield coverage_line(teller)
    yield from framework_lines(comparison.assessments[0], teller)
    if teller.language != comparison.framework.language:
        yield teller.say("caveat.translation")
