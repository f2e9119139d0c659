from collections.abc import Mapping

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from maturity.gaps import gap_report
from maturity.rules import Rules
from maturity.scoring import assess
from maturity.targets import Target
from tests import mini, synthetic
from tests.strategies import World, worlds

FULL = {"a.one": 1, "a.two": 3, "a.three": 2, "b.four": 4, "b.five": 0}


def test_the_target_is_the_highest_level_where_none_is_given() -> None:
    report = gap_report(synthetic.assessment(FULL))
    assert report.target == Target.level(4)
    assert {gap.indicator.id: gap.width for gap in report.gaps} == {"a.one": 3, "a.two": 1, "a.three": 2, "b.five": 4}


def test_by_a_framework_without_levels_there_are_no_gaps_to_report() -> None:
    unscaled = synthetic.assessment(against=evolve(synthetic.framework(), scale=()))
    for target in (None, Target.level(0), Target.plan({"a.one": 1})):
        with pytest.raises(ValueError, match=r"^the framework has no levels, and so no gaps$"):
            gap_report(unscaled, target=target)


def test_a_level_that_meets_the_target_is_no_gap() -> None:
    report = gap_report(synthetic.assessment(FULL), target=Target.level(2))
    assert {gap.indicator.id for gap in report.gaps} == {"a.one", "b.five"}


def test_a_target_that_the_scale_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^no level 5 \(levels run 0–4\)$"):
        gap_report(synthetic.assessment(FULL), target=Target.level(5))


def test_an_indicator_without_a_level_is_unknown_and_no_gap() -> None:
    report = gap_report(synthetic.assessment({"a.one": 1}, statuses={"a.two": "not-evaluable"}))
    assert [gap.indicator.id for gap in report.gaps] == ["a.one"]
    states = {indicator.id: rating.status if rating else None for indicator, rating in report.unknown}
    assert states == {"a.two": "not-evaluable", "a.three": None, "b.four": None, "b.five": None}


def test_the_median_may_lie_between_two_levels() -> None:
    target = Target.median(of=[synthetic.assessment({"a.one": 2}), synthetic.assessment({"a.one": 3})])
    gap = gap_report(synthetic.assessment(FULL), target=target).gaps[0]
    assert (gap.target, gap.width) == (2.5, 1.5)
    assert gap.gain == pytest.approx(1.5 * 25 / 8)
    assert str(gap.next_descriptor) == "a.one at 2"


def test_a_plan_aims_only_at_what_it_names() -> None:
    report = gap_report(synthetic.assessment(FULL), target=Target.plan({"b.five": 2, "a.one": 1}))
    assert [(gap.indicator.id, gap.target) for gap in report.gaps] == [("b.five", 2)]
    assert report.node_gap("b") == 2
    assert report.node_gap("a.right") is None


def test_the_larger_gain_per_level_comes_first_and_the_framework_s_order_decides_between_equals() -> None:
    report = gap_report(synthetic.assessment(FULL))
    assert [(gap.indicator.id, gap.gain, gap.width) for gap in report.gaps] == [
        ("a.three", 12.5, 2),
        ("b.five", 25, 4),
        ("a.one", 9.375, 3),
        ("a.two", 3.125, 1),
    ]


def test_after_each_gap_the_overall_score_is_that_of_assessing_anew() -> None:
    report = gap_report(synthetic.assessment(FULL))
    levels = dict(FULL)
    for gap, after in zip(report.gaps, report.overall_after, strict=True):
        levels[gap.indicator.id] = 4
        anew = synthetic.assessment(levels).overall.score
        assert after == pytest.approx(anew)


def test_a_prerequisite_comes_as_early_as_what_waits_for_it_deserves() -> None:
    needing = synthetic.framework(prerequisites={"b.five": ["a.two"]})
    report = gap_report(synthetic.assessment(FULL, against=needing))
    assert [gap.indicator.id for gap in report.gaps] == ["a.three", "a.two", "b.five", "a.one"]


def test_gains_by_other_rules_are_those_of_assessing_anew() -> None:
    gentle = synthetic.framework(rules={"a": Rules(aggregation="minimum")})
    report = gap_report(synthetic.assessment(FULL, against=gentle))
    for gap in report.gaps:
        raised = synthetic.assessment({**FULL, gap.indicator.id: 4}, against=gentle)
        before = report.assessment.overall.score or 0
        assert gap.gain == pytest.approx((raised.overall.score or 0) - before)


def test_a_prerequisite_comes_before_a_larger_gain() -> None:
    needing = synthetic.framework(prerequisites={"b.five": ["a.two"], "a.two": ["a.one"]})
    report = gap_report(synthetic.assessment(FULL, against=needing))
    assert [gap.indicator.id for gap in report.gaps] == ["a.three", "a.one", "a.two", "b.five"]


def test_a_prerequisite_that_is_met_holds_nothing_back() -> None:
    needing = synthetic.framework(prerequisites={"b.five": ["b.four"]})
    met = gap_report(synthetic.assessment(FULL, against=needing)).gaps
    free = gap_report(synthetic.assessment(FULL)).gaps
    assert [gap.indicator.id for gap in met] == [gap.indicator.id for gap in free]


def test_prerequisites_below_the_next_level_or_without_one_are_unmet() -> None:
    needing = synthetic.framework(prerequisites={"a.three": ["a.one", "a.two", "b.four", "b.five"]})
    levels = {"a.three": 2, "a.one": 2, "a.two": 3, "b.four": 4}
    gap = next(
        gap for gap in gap_report(synthetic.assessment(levels, against=needing)).gaps if gap.indicator.id == "a.three"
    )
    assert gap.unmet == ("a.one", "b.five")


def test_without_an_overall_score_no_gain_can_be_said() -> None:
    report = gap_report(synthetic.assessment({"a.one": 1}))
    assert [gap.gain for gap in report.gaps] == [None]
    assert report.overall_after == (None,)


@pytest.mark.parametrize("aggregation", ["weighted-arithmetic-mean", "minimum"])
def test_below_a_node_without_a_score_no_gain_can_be_said_and_those_gaps_come_last(aggregation: str) -> None:
    thin = synthetic.framework(weights={"b.five": 3}, rules={"a": Rules(aggregation=aggregation)})
    levels = {"a.one": 1, "a.two": 3, "a.three": 2, "b.four": 1}
    report = gap_report(synthetic.assessment(levels, against=thin))
    assert report.assessment.score("b").score is None
    *scored, (unsaid, after) = zip(report.gaps, report.overall_after, strict=True)
    assert (unsaid.indicator.id, unsaid.gain, after) == ("b.four", None, None)
    assert scored[-1][1] == pytest.approx(100)
    assert all(gap.gain is not None for gap, _ in scored)


def test_a_gap_names_the_next_level_and_the_evidence_of_this_one() -> None:
    gap = gap_report(synthetic.assessment({"a.one": 1})).gaps[0]
    assert gap.level == 1
    assert str(gap.next_descriptor) == "a.one at 2"
    assert [each.id for each in gap.evidence] == ["fact"]


def test_what_bears_on_a_gap_comes_from_the_country_itself() -> None:
    own = [synthetic.finding("fact", bears_on=["a.one"]), synthetic.finding("other", bears_on=["a.two"])]
    gap = gap_report(
        synthetic.assessment({"a.one": 1}, findings=own, lessons=[synthetic.lesson("small", bears_on=["a.one"])])
    ).gaps[0]
    assert [each.record.id for each in gap.findings] == ["fact"]
    assert [(each.country, each.record.id) for each in gap.lessons] == [("AAA@2020", "small")]


@pytest.mark.parametrize(("level", "heard"), [(0, []), (1, []), (2, ["BBB@2020"])])
def test_comparators_are_heard_only_where_they_stand_ahead(level: int, heard: list[str]) -> None:
    other = synthetic.assessment({"a.one": level}, code="BBB", lessons=[synthetic.lesson("theirs", bears_on=["a.one"])])
    gap = gap_report(synthetic.assessment({"a.one": 1}), comparators=[other]).gaps[0]
    assert [each.country for each in gap.lessons] == heard


def test_a_comparator_without_a_level_is_not_heard() -> None:
    other = synthetic.assessment(code="BBB", lessons=[synthetic.lesson("theirs", bears_on=["a.one"])])
    assert gap_report(synthetic.assessment({"a.one": 0}), comparators=[other]).gaps[0].lessons == ()


def test_a_node_s_gap_is_the_weighted_mean_of_its_indicators_gaps() -> None:
    weighed = synthetic.framework(weights={"a.one": 3, "b": 3})
    report = gap_report(synthetic.assessment(FULL, against=weighed))
    assert report.node_gap("a.left") == (3 * 3 + 1 * 1) / 4
    assert report.node_gap("a") == (2.5 + 2) / 2
    assert report.node_gap("b") == 2
    assert report.node_gap("overall") == (2.25 + 3 * 2) / 4


def test_a_level_above_the_target_makes_no_negative_gap() -> None:
    report = gap_report(synthetic.assessment(FULL), target=Target.level(1))
    assert report.node_gap("b.four") == 0
    assert report.node_gap("b") == 0.5


@given(worlds(), st.integers(1, 4))
def test_no_gap_comes_before_an_open_prerequisite_of_it(world: World, target: int) -> None:
    report = gap_report(world.assessment(), target=Target.level(target))
    order = [gap.indicator.id for gap in report.gaps]
    for place, gap in enumerate(report.gaps):
        assert not set(gap.indicator.prerequisites) & set(order[place:])


@given(worlds(), st.integers(1, 4))
def test_every_indicator_is_a_gap_or_unknown_or_meets_the_target(world: World, target: int) -> None:
    report = gap_report(world.assessment(), target=Target.level(target))
    gaps = sorted(gap.indicator.id for gap in report.gaps)
    assert gaps == sorted(id for id, level in world.levels.items() if level < target)
    assert {each.id for each, _ in report.unknown} == set(world.indicators) - set(world.levels)


@given(worlds(), st.integers(1, 4))
def test_the_gain_is_what_assessing_again_at_the_target_adds(world: World, target: int) -> None:
    before = world.assessment()
    assume(before.overall.score is not None)
    for gap in gap_report(before, target=Target.level(target)).gaps:
        after = world.assessment({gap.indicator.id: target})
        assert (after.overall.score or 0) - (before.overall.score or 0) == pytest.approx(gap.gain or 0, abs=1e-9)


@given(worlds(), st.integers(0, 4))
def test_a_node_s_gap_lies_within_its_indicators_gaps(world: World, target: int) -> None:
    report = gap_report(world.assessment(), target=Target.level(target))
    gaps = dict(report.node_gaps)
    for score in report.assessment.scores:
        inside = [gaps[part.id] for part in score.parts if part.id in gaps and part.weight > 0]
        if score.parts and score.id in gaps:
            assert min(inside) - 1e-9 <= gaps[score.id] <= max(inside) + 1e-9


def test_a_checklist_that_is_answered_is_known_and_counts_in_the_gaps_of_its_nodes() -> None:
    yes, no = (gap_report(mini.assessment({"life.rubric": 5}, {"life.list": each})) for each in ("Yes", "No"))
    assert yes.unknown == no.unknown == ()
    assert [each.node_gap("health") for each in (yes, no)] == [0, 2.5]
    asked = gap_report(mini.assessment({"life.rubric": 5}, {}))
    assert [each.id for each, _ in asked.unknown] == ["life.list"]


def test_a_checklist_that_is_met_is_no_open_prerequisite() -> None:
    rubric = evolve(mini.rubric("life.rubric", "health", list(mini.POINTS)), prerequisites=("life.list",))
    framework = mini.framework(indicators=[rubric, mini.checklist("life.list", "health")])
    unmet = {
        answer: gap_report(assess(mini.country(None, {"life.list": answer}), framework)).gaps[0].unmet
        for answer in ("Yes", "No")
    }
    assert unmet == {"Yes": (), "No": ("life.list",)}


@pytest.mark.parametrize("points", [{1: 0, 2: 25, 3: 50, 4: 75, 5: 100}, mini.POINTS, {0: 0, 1: 50, 2: 100}])
def test_every_level_of_any_scale_below_the_target_is_a_gap(points: Mapping[int, float]) -> None:
    for level in points:
        found = gap_report(mini.scaled(points, level))
        assert [each.width for each in found.gaps] == ([max(points) - level] if level < max(points) else [])
        assert sum(each.gain or 0 for each in found.gaps) == 100 - points[level]
