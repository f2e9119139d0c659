"""A profile scored against a framework: a tree of scores, each with how it arose."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import field, frozen

from maturity.calculation.numbers import Numbers
from maturity.fingerprint import content_hash
from maturity.framework import ROOT, Framework
from maturity.language.numbers import percent
from maturity.leaves import leaf_score
from maturity.profile import Profile
from maturity.records.ratings import Rating
from maturity.rules import find_band
from maturity.scores import Score, score_tree
from maturity.text import Text
from maturity.views import View, look_up


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
        """The level that a rubric is rated at, or that the score of another node is worth on the scale.

        Nothing without a score or a scale.
        """
        score = self.score(id)
        if score.score is None:
            return None
        return self._ratings[id].level if self.framework.is_rubric(id) else self.framework.level_of(score.score)

    def reading(self, id: str) -> float | None:
        """The node's level; its score where the framework has no scale."""
        return self.level(id) if self.framework.scale else self.score(id).score

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
        leaves = {each.id: (each.score, each.state) for each in self.scores if each.kind == "indicator"}
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
