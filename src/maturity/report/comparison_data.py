"""A comparison as data: one row for each record in each cell, for files that programs read."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from maturity.aspects import read_aspect
from maturity.comparison import Comparison, GroupMembers
from maturity.fact_tables import TABLES, FactTable
from maturity.framework import Framework
from maturity.records.record import Record
from maturity.records.rows import Row
from maturity.records.statistics import Statistic
from maturity.report.compare_facts import row_label, said_in_cell
from maturity.report.compare_page import (
    ASPECTS,
    DEVELOPMENT,
    LEVELS,
    MOST_ADVANCED,
    SCORES,
    STRENGTHS,
    TABLE_IDS,
)
from maturity.report.compare_readings import leading
from maturity.report.compare_scores import shown_aspects, shown_scores
from maturity.report.facts import Teller
from maturity.report.score_blocks import levels_by_indicator, summary_of
from maturity.scores import Score
from maturity.scoring import Assessment


@frozen(kw_only=True)
class CellRow:
    """What one record says in one cell; an empty cell has one row too, with where one looked.

    `value` is a figure in `unit`: of a rubric its level; of a checklist, a measure or another node points, and so the
    median of a group; of an aspect a level, or points by a framework without a scale. `difference`, in the same unit,
    is what it lies above the base's value; `rank` is the place by score from 1, the highest, equals sharing the best.
    Both are of scores and levels alone, and empty where not asked for. `state` is an answer (`yes`, `partly`,
    `planned`, `no`), `known`, `unknown`, `rated`, `median`, or why a node has no score; of a group, its members'
    reasons joined by semicolons. `year` is the figure's, of a score or level the wave's. Behind a level stand the
    records of its evidence and their sources, joined by semicolons. A median has the group's id for its country, and no
    wave.
    """

    table: str
    row: str
    label: str
    country: str
    wave: int | None
    state: str
    value: int | float | None = None
    unit: str = ""
    year: int | None = None
    time: str = ""
    text: str = ""
    coverage: float | None = None
    difference: float | None = None
    rank: int | None = None
    record: str = ""
    source: str = ""
    locus: str = ""


def comparison_data(
    comparison: Comparison,
    *,
    tables: Sequence[str] = (SCORES,),
    language: str = "en",
    dimension: str | None = None,
    with_ranks: bool = False,
) -> tuple[CellRow, ...]:
    """The tables asked for, below one another, in the order of the page; scores and levels with ranks if asked for."""
    tellers = [Teller.of(each.profile, each.framework, language) for each in comparison.assessments]
    found: list[CellRow] = []
    for id in TABLE_IDS:
        if id in tables:
            rows = _rows(id, comparison, tellers, dimension)
            found += _held_against(rows, comparison, with_ranks=with_ranks) if id in (SCORES, LEVELS) else rows
    return tuple(found)


def _held_against(rows: Iterator[CellRow], comparison: Comparison, *, with_ranks: bool) -> Iterator[CellRow]:
    """Rows of scores or levels with the difference to the base, where there is one, and with ranks if asked for."""
    countries = {(each.profile.code, each.profile.wave): each for each in comparison.assessments}
    for row in rows:
        assessment = countries.get((row.country, row.wave or 0))
        if assessment is None:
            yield row
            continue
        rank = comparison.rank(assessment, row.row) if with_ranks else None
        yield evolve(
            row, difference=_difference(assessment, comparison.base, row.row), rank=rank.place if rank else None
        )


def _difference(assessment: Assessment, base: Assessment | None, node: str) -> float | None:
    if base is None or assessment is base:
        return None
    own, other = _value(assessment, node), _value(base, node)
    return None if own is None or other is None else own - other


def _value(assessment: Assessment, node: str) -> float | None:
    """The level of a rubric; the points of another node."""
    return assessment.level(node) if assessment.framework.is_rubric(node) else assessment.score(node).score


def _rows(id: str, comparison: Comparison, tellers: Sequence[Teller], dimension: str | None) -> Iterator[CellRow]:
    if id in (SCORES, LEVELS):
        yield from _scores(comparison, tellers, dimension, id)
    elif id == ASPECTS:
        yield from _aspects(comparison, tellers, dimension)
    elif id in (STRENGTHS, DEVELOPMENT):
        yield from _lists(comparison, tellers, dimension, id)
    elif id == MOST_ADVANCED:
        yield from _leading(comparison, tellers, dimension)
    else:
        yield from _facts(comparison, tellers, next(each for each in TABLES if each.id == id))


def _scores(comparison: Comparison, tellers: Sequence[Teller], dimension: str | None, table: str) -> Iterator[CellRow]:
    for shown in shown_scores(comparison, dimension, with_indicators=table == LEVELS):
        for assessment, teller in zip(comparison.assessments, tellers, strict=True):
            yield _score(assessment.score(shown.id), assessment, teller, table)
        yield from (_median(each, shown, tellers[0], table) for each in comparison.groups)


def _median(members: GroupMembers, shown: Score, teller: Teller, table: str) -> CellRow:
    is_rubric = teller.framework.is_rubric(shown.id)
    value = members.median(shown.id) if is_rubric else members.median_score(shown.id)
    return CellRow(
        table=table,
        row=shown.id,
        label=teller.text(shown.label),
        country=members.group.id,
        wave=None,
        state="; ".join(members.states(shown.id)) if value is None else "median",
        value=value,
        unit="level" if is_rubric else "points",
        text=f"n = {len(members.readings(shown.id))}",
    )


def _unit(framework: Framework) -> str:
    """What readings are in."""
    return "level" if framework.scale else "points"


def _score(score: Score, assessment: Assessment, teller: Teller, table: str) -> CellRow:
    rating = assessment.rating(score.id)
    evidence = [teller.records[id] for id in rating.evidence] if rating else []
    is_rubric = assessment.framework.is_rubric(score.id)
    return CellRow(
        table=table,
        row=score.id,
        label=teller.text(score.label),
        country=assessment.profile.code,
        wave=assessment.profile.wave,
        state=score.state,
        value=_value(assessment, score.id),
        unit="level" if is_rubric else "points",
        text=summary_of(assessment, score.id, teller),
        coverage=score.coverage,
        year=assessment.profile.wave,
        record="; ".join(each.id for each in evidence),
        source="; ".join(dict.fromkeys(each.source for each in evidence)),
    )


def _aspects(comparison: Comparison, tellers: Sequence[Teller], dimension: str | None) -> Iterator[CellRow]:
    for aspect, node, _ in shown_aspects(comparison.framework, dimension):
        for assessment, teller in zip(comparison.assessments, tellers, strict=True):
            found = read_aspect(assessment, aspect, within=node)
            yield CellRow(
                table=ASPECTS,
                row=f"{aspect}/{node}",
                label=f"{teller.say(f'aspect.{aspect}')} · {teller.text(assessment.score(node).label)}",
                country=assessment.profile.code,
                wave=assessment.profile.wave,
                state=found.state,
                value=found.level if comparison.framework.scale else found.score,
                unit=_unit(comparison.framework),
                text=f"n = {found.rated}/{found.count}",
                coverage=found.coverage,
            )


def _lists(comparison: Comparison, tellers: Sequence[Teller], dimension: str | None, table: str) -> Iterator[CellRow]:
    framework = comparison.framework
    for assessment, teller in zip(comparison.assessments, tellers, strict=True):
        for indicator, level in levels_by_indicator(assessment, dimension):
            if level >= framework.strength_level if table == STRENGTHS else level <= framework.development_level:
                yield _score(assessment.score(indicator.id), assessment, teller, table)


def _leading(comparison: Comparison, tellers: Sequence[Teller], dimension: str | None) -> Iterator[CellRow]:
    for each in leading(comparison.assessments, dimension):
        for place in each.countries:
            assessment = comparison.assessments[place]
            yield _score(assessment.score(each.indicator.id), assessment, tellers[place], MOST_ADVANCED)


def _facts(comparison: Comparison, tellers: Sequence[Teller], table: FactTable) -> Iterator[CellRow]:
    for row in comparison.rows(table):
        label = row_label(row.term, table, comparison, tellers[0])
        for cell, teller, each in zip(row.cells, tellers, comparison.assessments, strict=True):
            empty = CellRow(
                table=table.id,
                row=row.term,
                label=label,
                country=each.profile.code,
                wave=each.profile.wave,
                state="unknown",
                text=teller.text(cell.searched) if cell.searched else "",
            )
            yield from (_filled(empty, record, teller) for record in cell.records)
            if not cell.records:
                yield empty


def _filled(empty: CellRow, record: Record, teller: Teller) -> CellRow:
    cell = evolve(
        empty,
        state=record.answer if isinstance(record, Row) else "known",
        text=said_in_cell(record, teller),
        record=record.id,
        source=record.source,
        locus=record.locus,
    )
    if isinstance(record, Statistic):
        time = str(record.as_of or record.year)
        return evolve(cell, value=record.value, unit=record.unit, year=int(time[:4]), time=time)
    return cell
