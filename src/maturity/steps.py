"""The fewest steps that take a node to its next band."""

from attrs import frozen

from maturity.calculation.numbers import HAIR
from maturity.framework import Framework, Indicator
from maturity.rules import Band, next_band
from maturity.scores import score_tree
from maturity.scoring import Assessment


@frozen
class Step:
    """One level more on one indicator, and the node's score once it and all before it are taken."""

    indicator: Indicator
    level: int
    score: float


@frozen
class NextBand:
    """The band above the one that a node stands in, and the steps that reach it."""

    band: Band
    steps: tuple[Step, ...]


def steps_to_next_band(assessment: Assessment, node: str) -> NextBand | None:
    """The fewest steps to the node's next band, the largest gain first.

    Nothing where the node has no score or stands in its highest band already, and where its rated indicators cannot
    reach the next. Where scores are plain means, the largest gains make the fewest steps; by other rules each step is
    the best at that point. Prerequisites are not looked at: they may ask for more.
    """
    score = assessment.score(node).score
    if score is None:
        return None
    band = next_band(score, assessment.framework.bands_of(node))
    if band is None:
        return None
    levels = _levels(assessment, node)
    choose = _best_by_weight if assessment.framework.is_linear else _best_by_trial
    steps: list[Step] = []
    while score < band.lower - HAIR:
        step = choose(assessment, node, levels, score)
        if step is None or step.score <= score:
            return None
        steps.append(step)
        levels[step.indicator.id] = step.level
        score = step.score
    return NextBand(band, tuple(steps))


def _levels(assessment: Assessment, node: str) -> dict[str, int]:
    framework = assessment.framework
    inside = [each.id for each in framework.indicators if node in framework.path(each.id)]
    ratings = {id: assessment.rating(id) for id in inside}
    return {id: each.level for id, each in ratings.items() if each and each.level is not None}


def _open_ids(framework: Framework, levels: dict[str, int]) -> list[str]:
    return [id for id, level in levels.items() if level < framework.highest]


def _best_by_weight(assessment: Assessment, node: str, levels: dict[str, int], score: float) -> Step | None:
    framework = assessment.framework
    gains = {}
    for id in _open_ids(framework, levels):
        points = framework.points_at(levels[id] + 1) - framework.points_at(levels[id])
        gains[id] = round(points * assessment.effective_weight(id, within=node), 9)
    if not gains:
        return None
    best = max(gains, key=lambda id: gains[id])
    return Step(framework.indicator(best), levels[best] + 1, score + gains[best])


def _best_by_trial(assessment: Assessment, node: str, levels: dict[str, int], score: float) -> Step | None:
    del score
    tried = (_trial(assessment, node, levels, id) for id in _open_ids(assessment.framework, levels))
    return max(tried, key=lambda step: step.score, default=None)


def _trial(assessment: Assessment, node: str, levels: dict[str, int], id: str) -> Step:
    framework = assessment.framework
    raised = {**levels, id: levels[id] + 1}
    leaves = {each.id: (each.score, each.state) for each in assessment.scores if each.kind == "indicator"}
    changed = {**leaves, **{each: (framework.points_at(level), "rated") for each, level in raised.items()}}
    scores = score_tree(framework, changed, unit=assessment.profile.code)
    found = next(each.score for each in scores if each.id == node)
    return Step(framework.indicator(id), raised[id], found or 0.0)
