"""What the indicators of one aspect show together: the rule, the supply, or the use."""

from attrs import field, frozen

from maturity.calculation.numbers import HAIR
from maturity.framework import ROOT, Framework
from maturity.scoring import Assessment


@frozen(kw_only=True)
class AspectReading:
    """The mean of the rated indicators of one aspect, below one node."""

    score: float | None = field(metadata={"doc": "In the framework's range; nothing below the coverage threshold."})
    level: float | None = field(metadata={"doc": "The same on the framework's scale, where it has one."})
    coverage: float = field(metadata={"doc": "Weight of rated indicators ÷ weight of those that apply, 0–1."})
    rated: int
    count: int = field(metadata={"doc": "Indicators of the aspect that apply and were asked."})

    @property
    def state(self) -> str:
        """`rated`, or why there is no score: `not-applicable`, `not-rated` or `below-threshold`."""
        if self.score is not None:
            return "rated"
        if not self.count:
            return "not-applicable"
        return "below-threshold" if self.rated else "not-rated"


def read_aspect(assessment: Assessment, aspect: str, *, within: str = ROOT) -> AspectReading:
    """What the indicators of *aspect* below the node *within* show.

    Each counts with the share that it has of the node by the framework's weights, before anything is left out: the
    mean is over the rated ones. No score stands below the framework's coverage threshold.
    """
    framework = assessment.framework
    shares = _shares(framework, within)
    asked = [
        each.id
        for each in framework.indicators
        if each.aspect == aspect and shares.get(each.id) and assessment.score(each.id).applies
    ]
    rated = {id: score for id in asked if (score := assessment.score(id).score) is not None}
    whole = sum(shares[id] for id in asked)
    seen = sum(shares[id] for id in rated)
    coverage = seen / whole if whole else 0.0
    mean = None
    if seen and coverage >= framework.rules.coverage_threshold - HAIR:
        mean = sum(shares[id] * score for id, score in rated.items()) / seen
    level = None if mean is None else framework.level_of(mean)
    return AspectReading(score=mean, level=level, coverage=coverage, rated=len(rated), count=len(asked))


def _shares(framework: Framework, within: str) -> dict[str, float]:
    """What share of a node each indicator below it has by the weights alone."""
    shares = {within: 1.0}
    waiting = [within]
    while waiting:
        parent = waiting.pop()
        children = framework.children(parent)
        whole = sum(each.weight for each in children)
        for each in children:
            shares[each.id] = shares[parent] * each.weight / whole if whole else 0.0
            waiting.append(each.id)
    return shares
