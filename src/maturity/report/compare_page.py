"""Countries side by side as a page: scores, levels and fact tables, a column for each country."""

from collections.abc import Iterator, Sequence

from maturity.comparison import Cell, Comparison
from maturity.fact_tables import TABLES, FactTable
from maturity.framework import ROOT
from maturity.language.numbers import percent
from maturity.language.phrases import say
from maturity.records.record import Record
from maturity.records.rows import Row
from maturity.records.statistics import Statistic
from maturity.report.facts import Teller
from maturity.report.page import Block, Column, Heading, Listing, Page, Paragraph, Table
from maturity.report.score_blocks import depth_of, in_dimension, level_words
from maturity.scoring import Assessment, Score

SCORES, LEVELS = "scores", "levels"
TABLE_IDS = (SCORES, LEVELS, *(each.id for each in TABLES))
"""What a comparison can show, in order."""


def compare_page(
    comparison: Comparison,
    *,
    tables: Sequence[str] = (SCORES,),
    language: str = "en",
    dimension: str | None = None,
    base: Assessment | None = None,
) -> Page:
    """The tables asked for, with how to read them.

    Scores and levels are for the whole or for one *dimension*; with a *base*, each level says how far it is from that
    country's.
    """
    tellers = [Teller.of(each.profile, each.framework, language) for each in comparison.assessments]
    blocks: list[Block] = [*_head(comparison, tellers[0], base)]
    for id in TABLE_IDS:
        if id not in tables:
            continue
        blocks.append(Heading(text=say(f"table.{id}", language), depth=2))
        if id in (SCORES, LEVELS):
            blocks.append(_scores(comparison, tellers[0], dimension, base, with_indicators=id == LEVELS))
        else:
            table = next(each for each in TABLES if each.id == id)
            blocks += _facts(comparison, table, tellers)
    blocks += _reading(comparison, tellers[0])
    return Page(language=language, blocks=tuple(blocks))


def shown_scores(comparison: Comparison, dimension: str | None, *, with_indicators: bool) -> list[Score]:
    """The scores that stand in the table, as the first country has them."""
    common = comparison.common_nodes
    return [
        each
        for each in comparison.assessments[0].scores
        if in_dimension(each.id, dimension)
        and (with_indicators or each.kind != "indicator")
        and (not comparison.only_common or each.id in common)
    ]


def _head(comparison: Comparison, teller: Teller, base: Assessment | None) -> Iterator[Block]:
    framework = comparison.framework
    names = [each.profile.names.in_language(teller.language) for each in comparison.assessments]
    countries = teller.listed(list(dict.fromkeys(names)))
    named = teller.say("compare.together", countries=countries) if len(names) > 1 else countries
    yield Heading(text=teller.labelled(teller.text(framework.title), named), depth=1)
    waves = sorted({str(each.profile.wave) for each in comparison.assessments})
    if len(waves) == 1:
        yield Paragraph(text=teller.say("compare.wave", waves=waves[0]))
    else:
        yield Paragraph(text=teller.say("compare.waves", waves=teller.listed(waves)))
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
    if base is not None:
        country = base.profile.names.in_language(teller.language)
        yield Paragraph(text=teller.say("compare.base", country=country))
    yield Paragraph(text=teller.say("caveat.comparison"), note=True)
    yield Paragraph(text=teller.say("caveat.reading"), note=True)


def _heads(comparison: Comparison, teller: Teller) -> list[str]:
    """Names of the countries; with the wave where they are of different ones."""
    profiles = [each.profile for each in comparison.assessments]
    names = [each.names.in_language(teller.language) for each in profiles]
    if len({each.wave for each in profiles}) == 1:
        return names
    return [f"{name} {each.wave}" for name, each in zip(names, profiles, strict=True)]


def _scores(
    comparison: Comparison, teller: Teller, dimension: str | None, base: Assessment | None, *, with_indicators: bool
) -> Table:
    rows = []
    shown = shown_scores(comparison, dimension, with_indicators=with_indicators)
    for score in shown:
        label = teller.say("overall.label") if score.id == ROOT else teller.text(score.label)
        rows.append((label, *(_score_cell(each, score.id, teller, base) for each in comparison.assessments)))
    return Table(
        caption=teller.say(f"table.{LEVELS if with_indicators else SCORES}"),
        columns=(
            Column(head=teller.say("column.dimension"), share=2),
            *(Column(head=name) for name in _heads(comparison, teller)),
        ),
        rows=tuple(rows),
        depths=tuple(depth_of(each) for each in shown),
    )


def _score_cell(assessment: Assessment, id: str, teller: Teller, base: Assessment | None) -> str:
    cell = _level_cell(assessment, id, teller)
    level, there = assessment.level(id), base.level(id) if base else None
    if assessment is base or level is None or there is None:
        return cell
    decimals = 0 if assessment.score(id).kind == "indicator" else 1
    difference = round(level, decimals) - round(there, decimals)
    return teller.say("compare.difference", cell=cell, difference=teller.difference(difference, decimals=decimals))


def _level_cell(assessment: Assessment, id: str, teller: Teller) -> str:
    score = assessment.score(id)
    if score.kind == "indicator":
        rating = assessment.rating(id)
        if rating is None or rating.level is None:
            return teller.say(f"state.{score.states[0][0]}")
        return str(rating.level)
    coverage = percent(score.coverage, teller.language)
    return teller.say("parentheses", text=level_words(assessment, id, teller), inside=coverage)


def _facts(comparison: Comparison, table: FactTable, tellers: Sequence[Teller]) -> Iterator[Block]:
    rows = comparison.rows(table)
    first = tellers[0]
    yield Table(
        caption=first.say(f"table.{table.id}"),
        columns=(
            Column(head=first.say("column.row")),
            *(Column(head=name, share=2) for name in _heads(comparison, first)),
        ),
        rows=tuple(
            (
                row_label(row.term, table, comparison, first),
                *(_cell(cell, teller) for cell, teller in zip(row.cells, tellers, strict=True)),
            )
            for row in rows
        ),
    )
    notes = list(_searched(comparison, table, first))
    if notes:
        yield Paragraph(text=first.say("compare.unknown"))
        yield Listing(items=tuple(notes))


def row_label(term: str, table: FactTable, comparison: Comparison, teller: Teller) -> str:
    """What the row of a fact table is called."""
    if not table.vocabularies:
        return teller.text(comparison.assessments[0].score(term).label)
    parts = zip(table.vocabularies, term.split("/"), strict=True)
    return " · ".join(teller.term(vocabulary, part) for vocabulary, part in parts)


def _cell(cell: Cell, teller: Teller) -> str:
    if not cell.records:
        return teller.say("cell.unknown")
    said = [said_in_cell(each, teller) for each in cell.records]
    return {"zh": "；"}.get(teller.language, "; ").join(dict.fromkeys(said))


def said_in_cell(record: Record, teller: Teller) -> str:
    """What a record says in a cell, as short as it can be said."""
    if isinstance(record, Row):
        answer = teller.say(f"answer.{record.answer}")
        things = teller.names(item.of for item in record.items)
        return teller.labelled(answer, things) if things else answer
    if isinstance(record, Statistic):
        return teller.figure(record)
    return teller.brief(record)


def _searched(comparison: Comparison, table: FactTable, teller: Teller) -> Iterator[tuple[str, str]]:
    for each in comparison.assessments:
        for unknown in each.profile.unknown:
            if unknown.table == table.id:
                terms = [row_label(term, table, comparison, teller) for term in unknown.rows]
                rows = teller.listed(terms) if terms else teller.say("cell.rest")
                name = teller.say("parentheses", text=each.profile.names.in_language(teller.language), inside=rows)
                yield name, teller.text(unknown.searched)


def _reading(comparison: Comparison, teller: Teller) -> Iterator[Block]:
    yield Heading(text=teller.say("heading.caveats"), depth=2)
    framework = comparison.framework
    threshold = percent(framework.rules.coverage_threshold, teller.language)
    made = teller.say(
        "caveat.framework",
        id=framework.id,
        version=framework.version,
        hash=comparison.assessments[0].framework_hash,
        note=teller.text(framework.note),
    )
    lines = [teller.say("caveat.floor"), teller.say("caveat.coverage", threshold=threshold), made]
    if teller.language != framework.language:
        lines.append(teller.say("caveat.translation"))
    yield Listing(items=tuple(("", line) for line in lines))
