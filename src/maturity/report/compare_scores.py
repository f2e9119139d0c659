"""Scores, levels and aspects of several countries, a column for each."""

from collections.abc import Iterator

from maturity.aspects import read_aspect
from maturity.comparison import Comparison, GroupMembers, Rank
from maturity.framework import ASPECTS, ROOT, Framework
from maturity.language.numbers import percent
from maturity.records.record import Record
from maturity.report.citations import note_of
from maturity.report.facts import Teller
from maturity.report.page import Cell, Column, Number, Table
from maturity.report.score_blocks import coverage_words, decimals_at, decimals_within_band, depth_of, shade
from maturity.report.side_by_side import SideBySide
from maturity.scores import Score
from maturity.scoring import Assessment

UNKNOWN, NOT_APPLICABLE = "unknown", "not-applicable"


def score_table(view: SideBySide, *, with_indicators: bool) -> Table:
    """Level and coverage of each node; with the level of each indicator and the sources behind it."""
    shown = shown_scores(view.comparison, view.dimension, with_indicators=with_indicators)
    rows: list[tuple[str | Cell, ...]] = [
        (
            view.teller.say("overall.label") if score.id == ROOT else view.teller.text(score.label),
            *(_cell(assessment, score.id, teller, view) for assessment, teller in view.countries()),
            *(_median(each, score, view.teller) for each in view.comparison.groups),
        )
        for score in shown
    ]
    return Table(
        caption=view.teller.say("table.levels" if with_indicators else "table.scores"),
        columns=(
            Column(head=view.teller.say("column.dimension"), share=2),
            *view.columns(),
            *view.group_columns(),
        ),
        rows=rows,
        depths=tuple(depth_of(each) for each in shown),
    )


def shown_scores(comparison: Comparison, dimension: str | None, *, with_indicators: bool) -> list[Score]:
    """The scores that stand in the table, as the first country has them."""
    common = comparison.common_nodes
    return [
        each
        for each in comparison.assessments[0].scores
        if comparison.framework.is_within(each.id, dimension)
        and (with_indicators or each.kind != "indicator")
        and (not comparison.only_common or each.id in common)
    ]


def aspect_table(view: SideBySide) -> Table:
    """What the rules say, what is supplied, and what is used: overall and by dimension."""
    teller = view.teller
    shown = list(shown_aspects(view.comparison.framework, view.dimension))
    rows: list[tuple[str | Cell, ...]] = [
        (
            teller.say(f"aspect.name.{aspect}") if is_whole else _label(view, node),
            *(_aspect_cell(each, aspect, node, own) for each, own in view.countries()),
        )
        for aspect, node, is_whole in shown
    ]
    return Table(
        caption=teller.say("table.aspects"),
        columns=(Column(head=teller.say("column.aspect"), share=2), *view.columns()),
        rows=rows,
        depths=tuple(0 if is_whole else 1 for _, _, is_whole in shown),
    )


def shown_aspects(framework: Framework, dimension: str | None) -> Iterator[tuple[str, str, bool]]:
    """Aspect and node of each row that has an indicator, and whether the node is all that is shown."""
    whole = dimension or ROOT
    nodes = [whole] if dimension else [whole, *(each.id for each in framework.dimensions)]
    for aspect in ASPECTS:
        paths = [framework.path(each.id) for each in framework.indicators if each.aspect == aspect]
        yield from ((aspect, node, node == whole) for node in nodes if any(node in path for path in paths))


def _label(view: SideBySide, node: str) -> str:
    return view.teller.text(view.comparison.assessments[0].score(node).label)


def _aspect_cell(assessment: Assessment, aspect: str, node: str, teller: Teller) -> Cell:
    found = read_aspect(assessment, aspect, within=node)
    framework = assessment.framework
    value = found.level if framework.scale else found.score
    if value is None:
        answer = NOT_APPLICABLE if found.state == NOT_APPLICABLE else UNKNOWN
        return Cell(text=teller.say(f"state.{found.state}"), answer=answer)
    bar = framework.rules.coverage_threshold
    coverage = percent(found.coverage, teller.language, bar=bar)
    decimals = decimals_at(node, framework)
    text = teller.say("parentheses", text=teller.number(value, decimals=decimals), inside=coverage)
    return Cell(text=text, number=Number(value=value, decimals=decimals), level=shade(found.level, framework))


def _cell(assessment: Assessment, id: str, teller: Teller, view: SideBySide) -> Cell:
    score = assessment.score(id)
    value = assessment.reading(id)
    if value is None:
        return _without_score(assessment, score, teller, view)
    is_indicator = score.kind == "indicator"
    decimals = decimals_at(id, assessment.framework) if is_indicator else decimals_within_band(assessment, id)
    text = teller.number(value, decimals=decimals)
    if not is_indicator:
        text = _covered(text, assessment, score, teller)
    base = view.comparison.base
    there = base.reading(id) if base else None
    if assessment is not base and there is not None:
        shown = teller.difference(value - there, decimals=decimals)
        text = teller.say("compare.difference", cell=text, difference=shown)
    rank = view.comparison.rank(assessment, id) if view.with_ranks else None
    if rank is not None:
        text = _ranked(text, rank, teller)
    evidence = evidence_of(assessment, id, teller)
    return Cell(
        text=text,
        number=Number(value=value, decimals=decimals),
        level=shade(value if assessment.framework.scale else None, assessment.framework),
        marks=view.citations.marks(evidence, teller),
        note=note_of(evidence, teller),
    )


def _without_score(assessment: Assessment, score: Score, teller: Teller, view: SideBySide) -> Cell:
    evidence = evidence_of(assessment, score.id, teller)
    rating = assessment.rating(score.id)
    searched = teller.text(rating.searched) if rating and rating.searched else ""
    return Cell(
        text=teller.say(f"state.{score.state}"),
        answer=NOT_APPLICABLE if score.state == NOT_APPLICABLE else UNKNOWN,
        marks=view.citations.marks(evidence, teller),
        note="\n".join(filter(None, (searched, note_of(evidence, teller)))),
    )


def _ranked(text: str, rank: Rank, teller: Teller) -> str:
    if rank.shared:
        return teller.say("compare.rank.shared", cell=text, place=rank.place, of=rank.of)
    return teller.say("compare.rank", cell=text, place=rank.place, of=rank.of)


def evidence_of(assessment: Assessment, node: str, teller: Teller) -> list[Record]:
    """The records behind an indicator's rating; none of a node above."""
    rating = assessment.rating(node)
    return [teller.records[id] for id in rating.evidence] if rating else []


def _covered(text: str, assessment: Assessment, score: Score, teller: Teller) -> str:
    band = assessment.band(score.id)
    named = f"{text} {teller.text(band)}" if band else text
    return teller.say("parentheses", text=named, inside=coverage_words(score, teller.language))


def _median(members: GroupMembers, score: Score, teller: Teller) -> Cell:
    median = members.median(score.id)
    if median is None:
        said = (teller.say(f"state.{each}") for each in members.states(score.id))
        return Cell(text=teller.say("list.joint").join(said), answer=UNKNOWN)
    framework = teller.framework
    decimals = max(1, decimals_at(score.id, framework))
    shown, count = teller.number(median, decimals=decimals), len(members.readings(score.id))
    return Cell(
        text=teller.say("compare.median.cell", level=shown, count=count),
        number=Number(value=median, decimals=decimals),
        level=shade(median, framework) if framework.scale else None,
    )
