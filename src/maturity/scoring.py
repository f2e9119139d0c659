"""A profile scored against a framework: a tree of scores, each with how it arose."""

from collections import Counter
from collections.abc import Sequence
from math import fsum

from attrs import field, frozen

from maturity.fingerprint import content_hash
from maturity.framework import ROOT, Framework, Indicator, Rules
from maturity.profile import Profile
from maturity.records.ratings import Rating
from maturity.text import Text


@frozen(kw_only=True)
class Part:
    """What a child contributes to its parent's score, or why it contributes nothing."""

    id: str
    score: float | None
    weight: float = field(metadata={"doc": "Share of the parent's score after rescaling, 0–1; 0 when left out."})
    left_out: str | None = field(
        default=None,
        metadata={"doc": "Why: a status, or `below-threshold`, `no-weight`; nothing when it contributes."},
    )


@frozen(kw_only=True)
class Score:
    """The score of one node of the framework, and how it arose."""

    id: str
    kind: str = field(metadata={"doc": "`overall`, `dimension`, `component` or `indicator`."})
    label: Text
    score: float | None = field(metadata={"doc": "In points of the framework's scale; nothing when there is none."})
    coverage: float = field(metadata={"doc": "Weight of rated indicators ÷ weight of those that apply, 0–1."})
    states: tuple[tuple[str, int], ...] = field(metadata={"doc": "How many indicators are rated, not rated and so on."})
    parts: tuple[Part, ...] = field(default=(), metadata={"doc": "Its children, in order; empty for an indicator."})
    rules: Rules | None = field(default=None, metadata={"doc": "The rules by which the parts were joined."})

    def count(self, state: str) -> int:
        """How many of its indicators are in *state*: `rated` or a status."""
        return dict(self.states).get(state, 0)

    @property
    def applies(self) -> bool:
        """Whether any of its indicators applies to the country and was asked."""
        return any(count for state, count in self.states if state not in _OUTSIDE)

    @property
    def reason(self) -> str | None:
        """Why it has no score: `not-applicable`, `not-rated` or `below-threshold`; nothing when it has one."""
        if self.score is not None:
            return None
        if not self.applies:
            return "not-applicable"
        return "below-threshold" if self.coverage > 0 else "not-rated"


@frozen(kw_only=True)
class Assessment:
    """A profile read against a framework; holds both."""

    profile: Profile
    framework: Framework
    framework_hash: str = field(metadata={"doc": "`content_hash` of the framework."})
    scores: tuple[Score, ...] = field(metadata={"doc": "One for each node, from the root down, in order."})

    @property
    def overall(self) -> Score:
        """The score of the country as a whole."""
        return self.scores[0]

    def score(self, id: str) -> Score:
        """The score of a node.

        Raises:
            KeyError: The framework has no such node.
        """
        for each in self.scores:
            if each.id == id:
                return each
        raise KeyError(id)

    def level(self, id: str) -> float | None:
        """The node's score as a level of the scale, 0 to the highest; nothing when it has no score."""
        score = self.score(id).score
        scale = self.framework.scale
        span = scale[-1].points - scale[0].points
        return None if score is None else scale[0].value + (self.framework.highest * (score - scale[0].points) / span)

    def band(self, id: str) -> Text | None:
        """Name of the band that the node's score falls into."""
        score = self.score(id).score
        return None if score is None else self.framework.band(score).name

    def rating(self, indicator: str, *, branch: str | None = None) -> Rating | None:
        """The rating of the first assessor, for the country as a whole or for one branch."""
        return _find_rating(self.profile, indicator, branch)

    def branch_ratings(self, indicator: str) -> tuple[Rating, ...]:
        """The ratings of single branches."""
        found = (each for each in self.profile.ratings.ratings if each.indicator == indicator and each.branch)
        return tuple(found)

    def effective_weight(self, indicator: str) -> float:
        """Share of the overall score that the indicator decides, 0–1, after rescaling."""
        child = indicator
        weight = 1.0
        for parent in reversed([each for each in self.scores if each.kind != "indicator"]):
            part = next((each for each in parent.parts if each.id == child), None)
            if part:
                weight *= part.weight
                child = parent.id
        return weight


class FrameworkMismatchError(ValueError):
    """A profile was rated against another framework, or another version of it."""


_OUTSIDE = ("not-applicable", "not-asked")
"""States that leave the denominator."""


def assess(profile: Profile, framework: Framework) -> Assessment:
    """Score *profile* against *framework*.

    Each node's score is the mean of its children's, weighted by their weights; children without a score are left out
    and the weights of the others rescaled at that node. A node has no score where its coverage is below the threshold
    that its rules give. See the *Handbook on Constructing Composite Indicators* (OECD and JRC, 2008), steps 3 and 6.

    Raises:
        FrameworkMismatchError: The ratings were made against another framework or version.
    """
    rated = profile.ratings.framework
    if (rated.id, rated.version) != (framework.id, framework.version):
        message = f"{profile.code} {profile.wave} was rated against {rated.id} {rated.version}"
        raise FrameworkMismatchError(f"{message}, not {framework.id} {framework.version}")
    scores = tuple(_score_tree(profile, framework))
    return Assessment(profile=profile, framework=framework, framework_hash=content_hash(framework), scores=scores)


def _score_tree(profile: Profile, framework: Framework) -> list[Score]:
    below: list[Score] = []
    dimensions = []
    for dimension in framework.dimensions:
        inside: list[Score] = []
        components = []
        for component in dimension.components:
            indicators = [
                (_score_indicator(each, profile, framework), each.weight)
                for each in dimension.indicators_of(component.id)
            ]
            rules = component.rules or framework.rules
            joined = _join(component.id, "component", component.label, indicators, rules)
            components.append((joined, component.weight))
            inside += [joined, *(each for each, _ in indicators)]
        rules = dimension.rules or framework.rules
        joined = _join(dimension.id, "dimension", dimension.label, components, rules)
        dimensions.append((joined, dimension.weight))
        below += [joined, *inside]
    return [_join(ROOT, "overall", framework.title, dimensions, framework.rules), *below]


def _score_indicator(indicator: Indicator, profile: Profile, framework: Framework) -> Score:
    rating = _find_rating(profile, indicator.id, None)
    level = rating.level if rating else None
    state = "rated" if level is not None else (rating.status if rating and rating.status else "not-rated")
    return Score(
        id=indicator.id,
        kind="indicator",
        label=indicator.label,
        score=None if level is None else framework.points(level),
        coverage=0.0 if level is None else 1.0,
        states=((state, 1),),
    )


def _join(id: str, kind: str, label: Text, children: list[tuple[Score, float]], rules: Rules) -> Score:
    applying = [(child, weight) for child, weight in children if child.applies and weight > 0]
    coverage = _mean([(child.coverage, weight) for child, weight in applying]) if applying else 0.0
    scored = [(child.score, weight) for child, weight in applying if child.score is not None]
    total = fsum(weight for _, weight in scored)
    enough = bool(scored) and coverage >= rules.coverage_threshold
    counts = Counter[str]()
    for child, _ in children:
        counts.update(dict(child.states))
    return Score(
        id=id,
        kind=kind,
        label=label,
        score=_mean(scored) if enough else None,
        coverage=coverage,
        states=tuple(sorted(counts.items())),
        parts=tuple(_part(child, weight, total) for child, weight in children),
        rules=rules,
    )


def _mean(weighted: Sequence[tuple[float, float]]) -> float:
    """Mean of pairs of value and weight, rounded once: order changes nothing, and no cut point is missed by a bit."""
    return fsum(value * weight for value, weight in weighted) / fsum(weight for _, weight in weighted)


def _part(child: Score, weight: float, total: float) -> Part:
    if weight == 0:
        return Part(id=child.id, score=child.score, weight=0, left_out="no-weight")
    if child.score is None:
        state = child.states[0][0] if child.kind == "indicator" else child.reason
        return Part(id=child.id, score=None, weight=0, left_out=state)
    return Part(id=child.id, score=child.score, weight=weight / total)


def _find_rating(profile: Profile, indicator: str, branch: str | None) -> Rating | None:
    first = profile.ratings.assessors[0].id
    for each in profile.ratings.ratings:
        if (each.indicator, each.branch, each.facet) == (indicator, branch, None) and each.assessor in (None, first):
            return each
    return None
