"""Where a country falls short of a target, what closing each gap brings, and what bears on it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field, frozen

from maturity.framework import Indicator
from maturity.profile import Profile
from maturity.records.findings import Finding, Lesson
from maturity.records.ratings import Rating
from maturity.records.record import Record
from maturity.scoring import Assessment
from maturity.targets import Target
from maturity.text import Text
from maturity.views import View, look_up


@frozen(kw_only=True)
class Bearing:
    """A finding or lesson that bears on a gap, and whose it is."""

    profile: Profile
    record: Finding | Lesson

    @property
    def country(self) -> str:
        """Code of the country that it comes from, with the wave."""
        return f"{self.profile.code}@{self.profile.wave}"


@frozen(kw_only=True)
class Gap:
    """How far an indicator stands below its target, and what helps to close the gap."""

    indicator: Indicator
    rating: Rating
    target: float
    width: float = field(metadata={"doc": "max(0, target − level), in levels."})
    gain: float | None = field(
        metadata={
            "doc": "Points that closing the gap adds to the overall score; nothing where it cannot be said, as a node "
            "above the indicator has no score."
        }
    )
    next_descriptor: Text = field(metadata={"doc": "What the next level demands."})
    evidence: tuple[Record, ...] = field(metadata={"doc": "Records behind the current level."})
    unmet: tuple[str, ...] = field(metadata={"doc": "Prerequisites that stand below the next level, or have none."})
    findings: tuple[Bearing, ...]
    lessons: tuple[Bearing, ...]

    @property
    def level(self) -> int:
        """The level that the country holds now."""
        return self.rating.level or 0


@frozen(kw_only=True)
class GapReport:
    """An assessment held against a target."""

    assessment: Assessment
    target: Target
    gaps: tuple[Gap, ...] = field(
        metadata={
            "doc": "In order of work: prerequisites first, each as early as what waits for it deserves; then the "
            "larger gain per level."
        }
    )
    overall_after: tuple[float | None, ...] = field(
        metadata={
            "doc": "The overall score once a gap and all before it are closed, for each gap; nothing where its gain "
            "cannot be said."
        }
    )
    node_gaps: tuple[tuple[str, float], ...] = field(
        metadata={"doc": "Pairs of node and the weighted mean of its rated indicators' gaps, in levels."}
    )
    unknown: tuple[tuple[Indicator, Rating | None], ...] = field(
        metadata={"doc": "Indicators that are not rated, with what the profile says of each."}
    )
    comparators: tuple[Assessment, ...] = field(default=(), metadata={"doc": "The countries learned from."})

    def __repr__(self) -> str:
        return f"<GapReport of {self.assessment.summary}; {len(self.gaps)} gaps to {self.target.name}>"

    def _repr_html_(self) -> str:
        return self.show().html

    def show(self, *, language: str = "en", dimension: str | None = None, details: bool = False) -> View:
        """Scores and gaps, of the whole or of one dimension, to look at in a notebook or at a prompt.

        With *details* the whole report: what stands behind each gap, what is not known, lessons and sources.

        Raises:
            UnknownNameError: There is no such language or dimension.
        """
        view: View = look_up("show_gaps")(self, language=language, dimension=dimension, details=details)
        return view

    def to_frame(self, *, backend: str | None = None, language: str = "en", dimension: str | None = None) -> Any:  # noqa: ANN401
        """The report as a frame: a row for each indicator, with country, wave and the fields of `IndicatorRow`.

        Lists, such as evidence, are texts joined by semicolons. For *backend* see `Assessment.to_frame`.

        Raises:
            UnknownNameError: There is no such language, dimension or backend.
            MissingExtraError: A package is not installed.
        """
        return look_up("gap_frame")(self, backend=backend, language=language, dimension=dimension)

    def node_gap(self, id: str) -> float | None:
        """The node's gap in levels; nothing where no indicator of it has both a level and a target."""
        return dict(self.node_gaps).get(id)


def gap_report(
    assessment: Assessment, *, target: Target | None = None, comparators: Sequence[Assessment] = ()
) -> GapReport:
    """Gaps of *assessment* to *target*, the highest level when none is given.

    Lessons and findings come from the country itself and from those of *comparators* that stand ahead of it on the
    indicator.

    Raises:
        ValueError: The framework has no scale, or its scale lacks a level of the target.
    """
    aimed = target or Target.level(assessment.framework.highest)
    _check_levels(aimed, [each.value for each in assessment.framework.scale])
    heard = [(each, _bearings(each)) for each in (assessment, *comparators)]
    records = {each.id: (place, each) for place, each in enumerate(assessment.profile.records())}
    gaps = [gap for each in assessment.framework.indicators if (gap := _gap(each, aimed, heard, records))]
    ordered = tuple(_in_order_of_work(gaps))
    return GapReport(
        assessment=assessment,
        target=aimed,
        gaps=ordered,
        overall_after=tuple(_overall_after(assessment, ordered)),
        node_gaps=tuple(_node_gaps(assessment, aimed).items()),
        unknown=tuple(
            (each, assessment.rating(each.id))
            for each in assessment.framework.indicators
            if assessment.score(each.id).state != "rated"
        ),
        comparators=tuple(comparators),
    )


def _check_levels(target: Target, scale: list[int]) -> None:
    if not scale:
        raise ValueError("the framework has no levels, and so no gaps")
    for level in (target.everywhere, *(level for _, level in target.levels)):
        if level is not None and not scale[0] <= level <= scale[-1]:
            raise ValueError(f"no level {level:g} (levels run {scale[0]}–{scale[-1]})")


_Heard = list[tuple[Assessment, dict[str, list[Bearing]]]]
"""The country itself, then its comparators, each with what its profile says of each indicator."""


_Records = dict[str, tuple[int, Record]]
"""The country's records by id, each with its place among them."""


def _gap(indicator: Indicator, target: Target, heard: _Heard, records: _Records) -> Gap | None:
    assessment = heard[0][0]
    rating = assessment.rating(indicator.id)
    aimed = target.for_indicator(indicator.id)
    if rating is None or rating.level is None or aimed is None or aimed <= rating.level:
        return None
    level = rating.level
    bearings = [
        bearing
        for each, by_indicator in heard
        if each is assessment or (each.level(indicator.id) or 0) > level
        for bearing in by_indicator.get(indicator.id, ())
    ]
    return Gap(
        indicator=indicator,
        rating=rating,
        target=aimed,
        width=aimed - level,
        gain=_gain(assessment, indicator.id, level, aimed),
        next_descriptor=indicator.descriptor(level + 1),
        evidence=tuple(record for _, record in sorted(records[id] for id in set(rating.evidence))),
        unmet=tuple(each for each in indicator.prerequisites if (assessment.level(each) or 0) < level + 1),
        findings=tuple(each for each in bearings if isinstance(each.record, Finding)),
        lessons=tuple(each for each in bearings if isinstance(each.record, Lesson)),
    )


def _gain(assessment: Assessment, indicator: str, level: int, aimed: float) -> float | None:
    """What the overall score gains; a target between two levels, such as a median, lies between their points."""
    overall = assessment.overall.score
    if overall is None or any(assessment.score(each).score is None for each in assessment.framework.path(indicator)):
        return None
    points = assessment.framework.points_at(aimed) - assessment.framework.points_at(level)
    if assessment.framework.is_linear:
        return assessment.effective_weight(indicator) * points
    raised = assessment.with_points({indicator: assessment.framework.points_at(aimed)})
    return (raised.score or 0.0) - overall


def _overall_after(assessment: Assessment, gaps: Sequence[Gap]) -> Iterator[float | None]:
    score = assessment.overall.score
    closed: dict[str, float] = {}
    for gap in gaps:
        if gap.gain is None:
            yield None
            continue
        if score is not None and assessment.framework.is_linear:
            score += gap.gain
        else:
            closed[gap.indicator.id] = assessment.framework.points_at(gap.target)
            score = assessment.with_points(closed).score
        yield score


def _bearings(assessment: Assessment) -> dict[str, list[Bearing]]:
    found: defaultdict[str, list[Bearing]] = defaultdict(list)
    for record in assessment.profile.records():
        if isinstance(record, Finding | Lesson):
            bearing = Bearing(profile=assessment.profile, record=record)
            for indicator in record.bears_on:
                found[indicator].append(bearing)
    return found


def _in_order_of_work(gaps: list[Gap]) -> Iterator[Gap]:
    """Prerequisites first, each as early as what waits for it deserves; then the larger gain per level."""
    open_gaps = {gap.indicator.id: gap for gap in gaps}
    worth = {gap.indicator.id: (gap.gain or 0.0) / gap.width for gap in gaps}
    waiting_for: defaultdict[str, list[str]] = defaultdict(list)
    for gap in gaps:
        for id in gap.indicator.prerequisites:
            waiting_for[id].append(gap.indicator.id)
    pull: dict[str, float] = {}

    def pull_of(id: str) -> float:
        if id not in pull:
            pull[id] = max([worth[id], *(pull_of(each) for each in waiting_for[id] if each in worth)])
        return pull[id]

    waiting = sorted(gaps, key=lambda gap: (-pull_of(gap.indicator.id), -worth[gap.indicator.id]))
    while waiting:
        free = next(gap for gap in waiting if not open_gaps.keys() & set(gap.indicator.prerequisites))
        waiting.remove(free)
        del open_gaps[free.indicator.id]
        yield free


def _node_gaps(assessment: Assessment, target: Target) -> dict[str, float]:
    gaps: dict[str, float] = {}
    for score in reversed(assessment.scores):
        if score.kind == "indicator":
            level, aimed = assessment.level(score.id), target.for_indicator(score.id)
            if level is not None and aimed is not None:
                gaps[score.id] = max(0.0, aimed - level)
        else:
            inside = [(gaps[part.id], part.weight) for part in score.parts if part.id in gaps and part.weight > 0]
            total = sum(weight for _, weight in inside)
            if total:
                gaps[score.id] = sum(gap * weight for gap, weight in inside) / total
    return {score.id: gaps[score.id] for score in assessment.scores if score.id in gaps}
