"""An assessment as data: one row for each node, from the root down."""

from attrs import frozen

from maturity.framework import ROOT
from maturity.report.facts import Teller
from maturity.report.score_blocks import summary_of
from maturity.scores import Score
from maturity.scoring import Assessment


@frozen(kw_only=True)
class ScoreRow:
    """One node. Score in points; level in levels; coverage and weight 0–1, the weight as a share of the overall score.

    `state` is `rated`, or why there is no score; `rated` and `asked` count indicators.
    """

    country: str
    wave: int
    framework: str
    id: str
    kind: str
    parent: str | None
    label: str
    score: float | None
    level: float | None
    band: str | None
    coverage: float
    weight: float
    state: str
    rated: int
    asked: int
    confidence: str | None
    summary: str


def score_data(assessment: Assessment, *, language: str = "en") -> tuple[ScoreRow, ...]:
    """The scores of *assessment*, with labels and summaries in *language*."""
    teller = Teller.of(assessment.profile, assessment.framework, language)
    parents = {part.id: each.id for each in assessment.scores for part in each.parts}
    weights = {ROOT: 1.0}
    for each in assessment.scores:
        weights |= {part.id: weights[each.id] * part.weight for part in each.parts}
    return tuple(_row(each, parents.get(each.id), weights[each.id], assessment, teller) for each in assessment.scores)


def _row(score: Score, parent: str | None, weight: float, assessment: Assessment, teller: Teller) -> ScoreRow:
    rating = assessment.rating(score.id) if score.kind == "indicator" else None
    band = assessment.band(score.id)
    return ScoreRow(
        country=assessment.profile.code,
        wave=assessment.profile.wave,
        framework=assessment.framework.id,
        id=score.id,
        kind=score.kind,
        parent=parent,
        label=teller.say("overall.label") if score.id == ROOT else teller.text(score.label),
        score=score.score,
        level=assessment.level(score.id),
        band=teller.text(band) if band else None,
        coverage=score.coverage,
        weight=weight,
        state=score.state,
        rated=score.count("rated"),
        asked=score.asked,
        confidence=rating.confidence if rating else None,
        summary=summary_of(assessment, score.id, teller),
    )
