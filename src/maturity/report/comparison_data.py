"""A comparison as data: one row for each record in each cell, for files that programs read."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from maturity.comparison import Comparison
from maturity.fact_tables import TABLES, FactTable
from maturity.records.record import Record
from maturity.records.rows import Row
from maturity.records.statistics import Statistic
from maturity.report.compare_page import LEVELS, SCORES, TABLE_IDS, row_label, said_in_cell, shown_scores
from maturity.report.facts import Teller
from maturity.scoring import Assessment, Score


@frozen(kw_only=True)
class CellRow:
    """What one record says in one cell; an empty cell has one row too, with where one looked.

    `value` is a figure in `unit`: of a score, points; of an indicator, its level. `state` is an answer (`yes`,
    `partly`, `planned`, `no`), `known`, `unknown`, `rated`, or why a node has no score. `year` is the figure's, of a
    score or level the wave's. Behind a level stand the records of its evidence and their sources, joined by semicolons.
    """

    table: str
    row: str
    label: str
    country: str
    wave: int
    state: str
    value: int | float | None = None
    unit: str = ""
    year: int | None = None
    time: str = ""
    text: str = ""
    coverage: float | None = None
    record: str = ""
    source: str = ""
    locus: str = ""


def comparison_data(
    comparison: Comparison, *, tables: Sequence[str] = (SCORES,), language: str = "en", dimension: str | None = None
) -> tuple[CellRow, ...]:
    """The tables asked for, below one another, in the order of the page."""
    tellers = [Teller.of(each.profile, each.framework, language) for each in comparison.assessments]
    found: list[CellRow] = []
    for id in TABLE_IDS:
        if id not in tables:
            continue
        if id in (SCORES, LEVELS):
            found += _scores(comparison, tellers, dimension, id)
        else:
            found += _facts(comparison, tellers, next(each for each in TABLES if each.id == id))
    return tuple(found)


def _scores(comparison: Comparison, tellers: Sequence[Teller], dimension: str | None, table: str) -> Iterator[CellRow]:
    for shown in shown_scores(comparison, dimension, with_indicators=table == LEVELS):
        for assessment, teller in zip(comparison.assessments, tellers, strict=True):
            yield _score(assessment.score(shown.id), assessment, teller, table)


def _score(score: Score, assessment: Assessment, teller: Teller, table: str) -> CellRow:
    rating = assessment.rating(score.id) if score.kind == "indicator" else None
    evidence = [teller.records[id] for id in rating.evidence] if rating else []
    state = score.states[0][0] if score.kind == "indicator" else score.reason or "rated"
    return CellRow(
        table=table,
        row=score.id,
        label=teller.text(score.label),
        country=assessment.profile.code,
        wave=assessment.profile.wave,
        state=state,
        value=rating.level if rating else score.score,
        unit="level" if score.kind == "indicator" else "points",
        text=teller.text(rating.summary) if rating and rating.summary else "",
        coverage=score.coverage,
        year=assessment.profile.wave,
        record="; ".join(each.id for each in evidence),
        source="; ".join(dict.fromkeys(each.source for each in evidence)),
    )


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
                text=cell.searched or "",
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
