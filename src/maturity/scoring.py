"""A profile scored against a framework: a tree of scores, each with how it arose."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from attrs import field, frozen

from maturity.calculation.aggregation import Child, join
from maturity.calculation.numbers import Number, Numbers
from maturity.fingerprint import content_hash
from maturity.framework import ROOT, Component, Framework, Indicator, find_band
from maturity.language.numbers import percent
from maturity.leaves import leaf_score
from maturity.profile import Profile
from maturity.records.ratings import Rating
from maturity.rules import Rules
from maturity.text import Text
from maturity.views import View, look_up


@frozen(kw_only=True)
class Part:
    """What a child contributes to its parent's score, or why it contributes nothing."""

    id: str
    score: float | None
    weight: float = field(
        metadata={"doc": "Share of the weights of the children that take part, 0–1; 0 when left out."}
    )
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
    score: float | None = field(metadata={"doc": "In the framework's range; nothing when there is none."})
    coverage: float = field(metadata={"doc": "Weight of rated indicators ÷ weight of those that apply, 0–1."})
    states: tuple[tuple[str, int], ...] = field(metadata={"doc": "How many indicators are rated, not rated and so on."})
    parts: tuple[Part, ...] = field(default=(), metadata={"doc": "Its children, in order; empty for an indicator."})
    rules: Rules | None = field(default=None, metadata={"doc": "The rules by which the parts were joined."})

    def count(self, state: str) -> int:
        """How many of its indicators are in *state*: `rated` or a status."""
        return dict(self.states).get(state, 0)

    @property
    def asked(self) -> int:
        """How many of its indicators apply to the country and were asked."""
        return sum(count for state, count in self.states if state not in _OUTSIDE)

    @property
    def applies(self) -> bool:
        """Whether any of its indicators applies to the country and was asked."""
        return self.asked > 0

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
    scores: tuple[Score, ...] = field(metadata={"doc": "One for each node, from the root down, in order."})

    def __repr__(self) -> str:
        return f"<Assessment of {self.summary}>"

    def _repr_html_(self) -> str:
        return self.show().html

    def show(self, *, language: str = "en") -> View:
        """The scores of the whole, the dimensions and the components, to look at in a notebook or at a prompt.

        Raises:
            UnknownNameError: There is no such language.
        """
        view: View = look_up("show_assessment")(self, language=language)
        return view

    def to_frame(self, *, backend: str | None = None, language: str = "en") -> Any:  # noqa: ANN401
        """The scores as a frame: a row for each node, from the root down, with the fields of `ScoreRow` as columns.

        *backend* is `pandas`, `polars` or `pyarrow`; by default the first of them that is installed. Numbers are
        numbers, and what is missing is null.

        Raises:
            UnknownNameError: There is no such language or backend.
            MissingExtraError: A package is not installed.
        """
        return look_up("assessment_frame")(self, backend=backend, language=language)

    @property
    def summary(self) -> str:
        """Country, wave, score, coverage and number of rated indicators in a few words, for a prompt."""
        overall = self.overall
        score = "no score" if overall.score is None else f"{overall.score:.3g} of {self.framework.range.high:g}"
        rated = f"{overall.count('rated')} of {overall.asked} indicators rated"
        coverage = percent(overall.coverage, "en", bar=self.framework.rules.coverage_threshold)
        return f"{self.profile.code} {self.profile.wave}: {score}, {rated}, coverage {coverage}"

    @cached_property
    def framework_hash(self) -> str:
        """`content_hash` of the framework."""
        return content_hash(self.framework)

    @cached_property
    def _scores_by_id(self) -> dict[str, Score]:
        return {each.id: each for each in self.scores}

    @cached_property
    def _ratings(self) -> dict[str, Rating]:
        return first_ratings(self.profile)

    @property
    def overall(self) -> Score:
        """The score of the country as a whole."""
        return self.scores[0]

    def score(self, id: str) -> Score:
        """The score of a node.

        Raises:
            KeyError: The framework has no such node.
        """
        return self._scores_by_id[id]

    def level(self, id: str) -> float | None:
        """The node's score as a level of the scale, 0 to the highest; nothing without a score or a scale."""
        score = self.score(id).score
        if score is None or not self.framework.scale:
            return None
        low, high = self.framework.range.low, self.framework.range.high
        return self.framework.highest * (score - low) / (high - low)

    def band(self, id: str) -> Text | None:
        """Name of the band that the node's score falls into."""
        score = self.score(id).score
        band = None if score is None else find_band(score, self.framework.bands_of(id))
        return band.name if band else None

    def rating(self, indicator: str, *, branch: str | None = None) -> Rating | None:
        """The rating of the first assessor, for the country as a whole or for one branch."""
        return self._ratings.get(indicator) if branch is None else find_rating(self.profile, indicator, branch)

    def branch_ratings(self, indicator: str) -> tuple[Rating, ...]:
        """The ratings of single branches."""
        found = (each for each in self.profile.ratings.ratings if each.indicator == indicator and each.branch)
        return tuple(each for each in found if each.carried_from is None)

    def with_points(self, points: Mapping[str, float]) -> Score:
        """The overall score if some indicators had other points."""
        leaves = {each.id: (each.score, each.states[0][0]) for each in self.scores if each.kind == "indicator"}
        changed = {**leaves, **{id: (each, "rated") for id, each in points.items()}}
        return score_tree(self.framework, changed, unit=self.profile.code)[0]

    def effective_weight(self, indicator: str, *, within: str = ROOT) -> float:
        """Share of a node's score that the indicator decides, 0–1, after rescaling; of the overall score by default."""
        child = indicator
        weight = 1.0
        for parent in self.framework.path(indicator):
            weight *= next(each.weight for each in self.score(parent).parts if each.id == child)
            if parent == within:
                break
            child = parent
        return weight


class FrameworkMismatchError(ValueError):
    """A profile was rated against another framework, or another version of it."""


_OUTSIDE = ("not-applicable", "not-asked")
"""States that leave the denominator."""


def assess(profile: Profile, framework: Framework) -> Assessment:
    """Score *profile* against *framework*.

    An indicator's score comes from its rating, or from the profile's statistic where it is a measure; a node's from its
    children's by the node's rules. See the *Handbook on Constructing Composite Indicators* (OECD and JRC, 2008), steps
    3, 5 and 6.

    Raises:
        FrameworkMismatchError: The framework rates by rubrics or answers, and the profile's ratings were made against
            another one or another version.
        ZeroError: A geometric or harmonic mean met a score of 0, and its rules have no floor.
        NeedsTableError: A rule compares units with each other.
    """
    rated = profile.ratings.framework
    asks = any(each.kind != "measure" for each in framework.indicators)
    if asks and (rated.id, rated.version) != (framework.id, framework.version):
        message = f"{profile.code} {profile.wave} was rated against {rated.id} {rated.version}"
        raise FrameworkMismatchError(f"{message}, not {framework.id} {framework.version}")
    unit = f"{profile.code} {profile.wave}"
    ratings = first_ratings(profile)
    numbers = Numbers(unit)
    leaves = {
        each.id: leaf_score(each, profile, framework, ratings.get(each.id), numbers) for each in framework.indicators
    }
    return Assessment(profile=profile, framework=framework, scores=score_tree(framework, leaves, unit=unit))


def score_tree(framework: Framework, leaves: Mapping[str, tuple[Number, str]], *, unit: str) -> tuple[Score, ...]:
    """Scores of all nodes from those of the indicators, in the order from the root down.

    *leaves* holds, for each indicator, its score and its state; *unit* names whose they are in errors.

    Raises:
        ZeroError: A geometric or harmonic mean met a score of 0, and its rules have no floor.
        NeedsTableError: A rule compares units with each other.
    """
    numbers = Numbers(unit)
    children: dict[str, list[Component | Indicator]] = {ROOT: [], **{each.id: [] for each in framework.components}}
    for node in framework.nodes:
        children[node.component].append(node)

    scores: list[Score | None] = []

    def add(node: Component | Indicator, depth: int) -> Score:
        place = len(scores)
        scores.append(None)
        if isinstance(node, Indicator):
            score = _leaf(node, *leaves[node.id])
        else:
            below = [(add(child, depth + 1), child.weight) for child in children[node.id]]
            score = _join(node, _KINDS[min(depth, 2)], below, node.rules or framework.rules, framework, numbers)
        scores[place] = score
        return score

    add(Component(id=ROOT, label=framework.title, rules=framework.rules), 0)
    return tuple(each for each in scores if each is not None)


def points_at(framework: Framework, level: float) -> float:
    """What a level is worth; between two levels, what lies between their points."""
    points = {each.value: each.points for each in framework.scale}
    low = int(level)
    return points[low] + (level - low) * (points.get(low + 1, points[low]) - points[low])


_KINDS = ("overall", "dimension", "component")


def _leaf(indicator: Indicator, score: Number, state: str) -> Score:
    return Score(
        id=indicator.id,
        kind="indicator",
        label=indicator.label,
        score=score,
        coverage=0.0 if score is None else 1.0,
        states=((state, 1),),
    )


def _join(
    node: Component,
    kind: str,
    children: list[tuple[Score, float]],
    rules: Rules,
    framework: Framework,
    numbers: Numbers,
) -> Score:
    seen = [
        Child(weight, child.score, child.applies, None if child.kind == "indicator" else child.coverage)
        for child, weight in children
    ]
    joined = join(numbers, seen, rules, node=node.id, highest=framework.range.high)
    taking_part = [_takes_part(each, rules) for each in seen]
    total = sum(each.weight for each, takes_part in zip(seen, taking_part, strict=True) if takes_part)
    parts = [
        Part(id=child.id, score=child.score or 0.0, weight=weight / total) if takes_part else _left_out(child, weight)
        for (child, weight), takes_part in zip(children, taking_part, strict=True)
    ]
    return Score(
        id=node.id,
        kind=kind,
        label=node.label,
        score=joined.score,
        coverage=joined.coverage or 0.0,
        states=_count(child.states for child, _ in children),
        parts=tuple(parts),
        rules=rules,
    )


def _count(states: Iterable[tuple[tuple[str, int], ...]]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for each in states:
        for state, count in each:
            counts[state] = counts.get(state, 0) + count
    return tuple(sorted(counts.items()))


def _takes_part(child: Child[Number, bool], rules: Rules) -> bool:
    return child.weight > 0 and child.applies and (child.score is not None or rules.missing == "zero")


def _left_out(child: Score, weight: float) -> Part:
    if weight == 0:
        return Part(id=child.id, score=child.score, weight=0, left_out="no-weight")
    state = child.states[0][0] if child.kind == "indicator" else child.reason
    return Part(id=child.id, score=child.score, weight=0, left_out=state)


def find_rating(profile: Profile, indicator: str, branch: str | None = None) -> Rating | None:
    """The rating of the profile's first assessor, for the country as a whole or for one branch."""
    for each in profile.ratings.by_first_assessor():
        if (each.indicator, each.branch, each.facet) == (indicator, branch, None):
            return each
    return None


def first_ratings(profile: Profile) -> dict[str, Rating]:
    """The first assessor's ratings of the country as a whole, by indicator."""
    found: dict[str, Rating] = {}
    for each in profile.ratings.by_first_assessor():
        if each.branch is None and each.facet is None:
            found.setdefault(each.indicator, each)
    return found
