"""Scores of the whole, the dimensions and the components, and where the country stands highest."""

import math
from collections.abc import Iterator

from maturity.framework import ROOT, Framework, Indicator
from maturity.gaps import GapReport
from maturity.language.numbers import percent
from maturity.report.facts import Teller
from maturity.report.page import Block, Cell, Column, Heading, Number, Paragraph, Table, shade_of
from maturity.rules import find_band
from maturity.scores import Score
from maturity.scoring import Assessment


def overall_line(assessment: Assessment, teller: Teller) -> str:
    """The overall score in one sentence, or why there is none."""
    overall = assessment.overall
    counts = {
        "rated": overall.count("rated"),
        "count": overall.asked,
        "coverage": coverage_words(overall, teller.language),
    }
    level = assessment.level(ROOT)
    band = assessment.band(ROOT)
    highest = teller.number(assessment.framework.range.high)
    decimals = decimals_of(assessment.framework)
    if overall.score is not None and (level is None or band is None):
        score = teller.number(overall.score, decimals=decimals)
        return teller.say("overall.plain", score=score, highest=highest, **counts)
    if overall.score is None or level is None or band is None:
        threshold = percent(assessment.framework.rules.coverage_threshold, teller.language)
        return teller.say("overall.none", threshold=threshold, **counts)
    return teller.say(
        "overall",
        score=teller.number(overall.score, decimals=decimals),
        highest=highest,
        level=teller.number(level, decimals=decimals_within_band(assessment, ROOT)),
        band=teller.text(band),
        **counts,
    )


def depth_of(score: Score) -> int:
    """How deep a node stands in a table of scores."""
    return {"component": 1, "indicator": 2}.get(score.kind, 0)


def shade(level: float | None, framework: Framework) -> int | None:
    """The place of a level's colour; none of what has no level."""
    return None if level is None else shade_of(level, lowest=framework.lowest, highest=framework.highest)


def decimals_at(node: str, framework: Framework) -> int:
    """How many decimals a node's reading is printed with: a level that was rated is whole, a mean has one."""
    if not framework.scale:
        return decimals_of(framework)
    return 0 if framework.is_rubric(node) else 1


def decimals_within_band(assessment: Assessment, node: str) -> int:
    """How many decimals a node's reading needs so that it does not seem to have reached another band."""
    framework = assessment.framework
    least = decimals_at(node, framework)
    band, reading = (assessment.band(node), assessment.reading(node)) if least else (None, None)
    if band is None or reading is None:
        return least
    bands = framework.bands_of(node)
    for decimals in range(least, least + _MORE_DECIMALS):
        shown = math.floor(reading * 10**decimals + 0.5) / 10**decimals
        points = framework.points_at(shown) if framework.scale else shown
        seeming = find_band(points, bands)
        if seeming is not None and seeming.name == band:
            return decimals
    return least + _MORE_DECIMALS


_MORE_DECIMALS = 3


def level_text(level: float, indicator: str, teller: Teller) -> str:
    """An indicator's level as it is printed."""
    return teller.number(level, decimals=decimals_at(indicator, teller.framework))


def coverage_words(score: Score, language: str) -> str:
    """How much of a node is covered; what is below its threshold does not seem to reach it."""
    number = coverage_number(score)
    return percent(number.value, language, bar=number.bar)


def coverage_number(score: Score) -> Number:
    """How much of a node is covered, as a number."""
    return Number(value=score.coverage, is_share=True, bar=score.rules.coverage_threshold if score.rules else 1.0)


def decimals_of(framework: Framework) -> int:
    """How many decimals a score is printed with: one of a hundred points, four of one."""
    return 1 if framework.range.high - framework.range.low > 10 else 4


def number_cell(value: float | None, teller: Teller, *, decimals: int | None = None, sign: str = "") -> Cell:
    """A cell that holds a number, with a sign in front if asked for; a dash where there is none."""
    if value is None:
        return Cell(text="–")
    text = sign + teller.number(value, decimals=decimals)
    return Cell(text=text, number=Number(value=value, decimals=decimals))


def score_blocks(
    assessment: Assessment, teller: Teller, dimension: str | None = None, *, report: GapReport | None = None
) -> Iterator[Block]:
    """A table of the scores of all nodes above the indicators; with a report, of their gaps too."""
    framework = assessment.framework
    shown = [each for each in assessment.scores if each.kind != "indicator" and framework.is_within(each.id, dimension)]
    numbers = ("score", "coverage", "rated", "gap")
    heads = ("dimension", "score", "level", "coverage", "rated", *(["gap"] if report else []))
    yield Heading(text=teller.say("heading.scores"), depth=2)
    yield Table(
        caption=teller.say("caption.scores"),
        columns=tuple(
            Column(head=teller.say(f"column.{head}"), number=head in numbers, whole=head == "level") for head in heads
        ),
        rows=tuple((*_score_row(each, assessment, teller), *_gap_cell(each, report, teller)) for each in shown),
        levels=tuple(shade(assessment.level(each.id), framework) for each in shown),
        depths=tuple(depth_of(each) for each in shown),
    )


def strength_blocks(assessment: Assessment, teller: Teller, dimension: str | None) -> Iterator[Block]:
    """A table of the indicators that stand highest."""
    framework = assessment.framework
    strong = [
        (indicator, level)
        for indicator, level in levels_by_indicator(assessment, dimension)
        if level >= framework.strength_level
    ]
    yield Heading(text=teller.say("heading.strengths"), depth=2)
    if not strong:
        yield Paragraph(text=teller.say("strengths.none", level=framework.strength_level))
        return
    yield Table(
        caption=teller.say("caption.strengths", level=framework.strength_level),
        columns=(
            Column(head=teller.say("column.indicator"), share=2),
            Column(head=teller.say("column.level"), number=True),
            Column(head=teller.say("column.summary"), share=4),
        ),
        rows=tuple(
            (
                teller.text(each.label),
                number_cell(level, teller, decimals=decimals_at(each.id, framework)),
                summary_of(assessment, each.id, teller),
            )
            for each, level in strong
        ),
        levels=tuple(shade(level, framework) for _, level in strong),
    )


def levels_by_indicator(assessment: Assessment, dimension: str | None) -> Iterator[tuple[Indicator, float]]:
    """The rated indicators with their levels, in the framework's order; none by a framework without a scale."""
    for each in assessment.framework.indicators:
        level = assessment.level(each.id)
        if level is not None and assessment.framework.is_within(each.id, dimension):
            yield each, level


def summary_of(assessment: Assessment, indicator: str, teller: Teller) -> str:
    """What the rating says in a few words; the answer of a checklist."""
    rating = assessment.rating(indicator)
    if rating is None:
        return ""
    return teller.text(rating.summary) if rating.summary else rating.answer or ""


def level_words(assessment: Assessment, id: str, teller: Teller) -> str:
    """A node's level with the name of its band, as far as the framework has them; or why it has no score."""
    reason, level, band = assessment.score(id).reason, assessment.level(id), assessment.band(id)
    if reason:
        return teller.say(f"state.{reason}")
    number = "" if level is None else teller.number(level, decimals=decimals_within_band(assessment, id))
    name = teller.text(band) if band else ""
    return " ".join(filter(None, (number, name))) or teller.say("state.rated")


def _score_row(score: Score, assessment: Assessment, teller: Teller) -> tuple[str | Cell, ...]:
    label = teller.say("overall.label") if score.id == ROOT else teller.text(score.label)
    level = None if score.reason else assessment.level(score.id)
    return (
        label,
        number_cell(score.score, teller, decimals=decimals_of(assessment.framework)),
        Cell(
            text=level_words(assessment, score.id, teller),
            number=None if level is None else Number(value=level, decimals=decimals_within_band(assessment, score.id)),
        ),
        Cell(text=coverage_words(score, teller.language), number=coverage_number(score)),
        f"{score.count('rated')}/{score.asked}",
    )


def _gap_cell(score: Score, report: GapReport | None, teller: Teller) -> tuple[Cell, ...]:
    return () if report is None else (number_cell(report.node_gap(score.id), teller, decimals=1),)
