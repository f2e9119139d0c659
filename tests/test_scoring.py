from random import Random
from typing import TypeVar

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from maturity.rules import Rules
from maturity.scores import Part
from maturity.scoring import FrameworkMismatchError, assess
from tests import mini, synthetic
from tests.strategies import World, worlds

NEAR = 1e-9

T = TypeVar("T")


def test_a_score_is_the_mean_of_means_and_not_of_indicators() -> None:
    found = synthetic.assessment({"a.one": 4, "a.two": 2, "a.three": 1, "b.four": 0, "b.five": 2})
    scores = {each.id: each.score for each in found.scores}
    assert scores["a.left"] == 75
    assert scores["a.right"] == 25
    assert scores["a"] == 50
    assert scores["b"] == scores["b.only"] == 25
    assert scores["overall"] == 37.5


def test_nodes_stand_from_the_root_down_in_the_framework_s_order() -> None:
    found = synthetic.assessment()
    expected = ["overall", "a", "a.left", "a.one", "a.two", "a.right", "a.three", "b", "b.only", "b.four", "b.five"]
    assert [each.id for each in found.scores] == expected == list(synthetic.framework().node_ids())


def test_a_heavier_child_counts_for_more() -> None:
    weighed = synthetic.framework(weights={"a.one": 3})
    assert synthetic.assessment({"a.one": 4, "a.two": 0}, against=weighed).score("a.left").score == 75


def test_weights_are_rescaled_where_a_child_is_missing() -> None:
    weighed = synthetic.framework(weights={"a": 3}, threshold=0)
    found = synthetic.assessment({"a.three": 2, "b.four": 4}, against=weighed)
    assert found.score("a").score == 50
    assert found.overall.score == 50 * 3 / 4 + 100 / 4
    assert found.score("a").parts == (
        Part(id="a.left", score=None, weight=0, left_out="not-rated"),
        Part(id="a.right", score=50, weight=1),
    )


def test_a_status_says_why_an_indicator_is_left_out() -> None:
    found = synthetic.assessment({"a.one": 2}, statuses={"a.two": "not-evaluable"})
    assert found.score("a.left").parts[1].left_out == "not-evaluable"
    assert found.score("a.left").score == 50


def test_coverage_at_the_threshold_is_enough() -> None:
    found = synthetic.assessment({"a.one": 4})
    assert found.score("a.left").coverage == 0.5
    assert found.score("a.left").score == 100


def test_coverage_below_the_threshold_gives_no_score_and_says_so() -> None:
    found = synthetic.assessment({"a.one": 4})
    dimension = found.score("a")
    assert (dimension.coverage, dimension.score, dimension.reason) == (0.25, None, "below-threshold")
    assert found.overall.parts[0].left_out == "below-threshold"


def test_a_node_s_own_rules_come_before_the_framework_s() -> None:
    strict = synthetic.framework(rules={"a.left": Rules(coverage_threshold=0.6)})
    found = synthetic.assessment({"a.one": 4, "b.four": 4}, against=strict)
    assert found.score("a.left").score is None
    assert found.score("b.only").score == 100
    assert found.score("a.left").rules == Rules(coverage_threshold=0.6)


def test_a_dimension_s_own_rules_hold_for_it_and_not_for_its_components() -> None:
    lenient = synthetic.framework(rules={"a": Rules(coverage_threshold=0.2)})
    found = synthetic.assessment({"a.one": 4}, against=lenient)
    assert found.score("a").score == 100
    assert found.score("a.left").rules == Rules(coverage_threshold=0.5)


@pytest.mark.parametrize("status", ["not-applicable", "not-asked"])
def test_what_does_not_apply_leaves_the_denominator_at_its_own_node(status: str) -> None:
    found = synthetic.assessment({"a.one": 4}, statuses={"a.two": status})
    assert found.score("a.left").coverage == 1
    assert found.score("a").coverage == 0.5


def test_a_component_that_does_not_apply_leaves_its_dimension_s_denominator() -> None:
    found = synthetic.assessment({"a.one": 4, "a.two": 2}, statuses={"a.three": "not-applicable"})
    assert found.score("a.right").reason == "not-applicable"
    assert (found.score("a").coverage, found.score("a").score) == (1, 75)
    assert found.score("a").parts[1].left_out == "not-applicable"


def test_a_child_of_weight_0_counts_neither_for_the_score_nor_for_coverage() -> None:
    weighed = synthetic.framework(weights={"a.two": 0})
    found = synthetic.assessment({"a.one": 4, "a.two": 0}, against=weighed).score("a.left")
    assert (found.score, found.coverage) == (100, 1)
    assert found.parts[1] == Part(id="a.two", score=0, weight=0, left_out="no-weight")


def test_where_nothing_has_weight_there_is_no_score() -> None:
    weighed = synthetic.framework(weights={"a": 0, "b": 0})
    found = synthetic.assessment(dict.fromkeys(synthetic.INDICATORS, 4), against=weighed).overall
    assert (found.score, found.coverage) == (None, 0)


@pytest.mark.parametrize(
    ("levels", "statuses", "reason"),
    [
        ({"a.three": 1}, {}, None),
        ({}, {}, "not-rated"),
        ({}, {"a.three": "not-rated"}, "not-rated"),
        ({}, {"a.three": "not-evaluable"}, "not-rated"),
        ({}, {"a.three": "not-applicable"}, "not-applicable"),
        ({}, {"a.three": "not-asked"}, "not-applicable"),
    ],
)
def test_a_node_without_a_score_says_why(levels: dict[str, int], statuses: dict[str, str], reason: str | None) -> None:
    assert synthetic.assessment(levels, statuses=statuses).score("a.right").reason == reason


def test_level_0_is_a_score_and_not_a_missing_one() -> None:
    found = synthetic.assessment({"a.three": 0}).score("a.right")
    assert (found.score, found.coverage, found.reason) == (0, 1, None)


def test_states_are_counted_below_every_node() -> None:
    found = synthetic.assessment({"a.one": 1}, statuses={"a.two": "not-evaluable", "b.four": "not-asked"})
    assert dict(found.overall.states) == {"rated": 1, "not-evaluable": 1, "not-asked": 1, "not-rated": 2}
    assert found.score("a").count("rated") == 1
    assert found.score("b").count("rated") == 0


def test_ratings_of_branches_do_not_count() -> None:
    country = synthetic.profile(
        {"a.three": 3},
        ratings=[synthetic.rating("a.three", 0, branch="pensions"), synthetic.rating("a.one", 1, branch="pensions")],
    )
    found = assess(country, synthetic.framework())
    assert found.score("a.right").score == 75
    assert found.score("a.one").score is None
    assert [each.level for each in found.branch_ratings("a.three")] == [0]
    pensions = found.rating("a.three", branch="pensions")
    assert pensions is not None
    assert pensions.level == 0


@pytest.mark.parametrize("first", [None, "team"])
def test_the_first_assessor_counts(first: str | None) -> None:
    country = synthetic.profile(
        assessors=["team", "peer"],
        ratings=[synthetic.rating("a.three", 1, assessor="peer"), synthetic.rating("a.three", 3, assessor=first)],
    )
    assert assess(country, synthetic.framework()).score("a.right").score == 75


def test_ratings_against_another_framework_are_refused() -> None:
    country = synthetic.profile(rated_against=("other", "1.0"))
    with pytest.raises(FrameworkMismatchError, match=r"^AAA 2020 was rated against other 1\.0, not demo 1\.0$"):
        assess(country, synthetic.framework())


def test_ratings_against_another_version_are_refused() -> None:
    with pytest.raises(FrameworkMismatchError, match=r"demo 0\.9, not demo 1\.0"):
        assess(synthetic.profile(rated_against=("demo", "0.9")), synthetic.framework())


def test_a_score_is_also_a_level_with_the_name_of_its_band() -> None:
    found = synthetic.assessment({"a.one": 4, "a.two": 1})
    assert found.level("a.left") == 2.5
    assert str(found.band("a.left")) == "established"
    assert found.level("b") is None
    assert found.band("b") is None


def test_an_unknown_node_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        synthetic.assessment().score("nowhere")


def test_a_mean_on_a_cut_point_falls_into_the_upper_band() -> None:
    """Summed with rounded thirds, the mean of 0 and 25 would fall short of 12.5 by one bit."""
    tree = {"a": {"a.c": ["a.c1", "a.c2", "a.c3"], "a.d": ["a.d1", "a.d2", "a.d3"]}}
    levels = {"a.c1": 0, "a.c2": 0, "a.c3": 0, "a.d1": 0, "a.d2": 1, "a.d3": 2}
    found = synthetic.assessment(levels, against=synthetic.framework(tree=tree))
    assert found.score("a").score == 12.5
    assert str(found.band("a")) == "initial"


def test_effective_weights_multiply_along_the_path_after_rescaling() -> None:
    weighed = synthetic.framework(weights={"a": 3, "a.one": 3})
    found = synthetic.assessment({"a.one": 4, "a.two": 4, "a.three": 4, "b.four": 4}, against=weighed)
    assert found.effective_weight("a.one") == pytest.approx(3 / 4 * 1 / 2 * 3 / 4)
    assert found.effective_weight("b.four") == pytest.approx(1 / 4)
    assert found.effective_weight("b.five") == 0


@given(worlds())
def test_a_score_lies_within_its_children_s_extremes(world: World) -> None:
    for score in world.assessment().scores:
        counting = [part.score for part in score.parts if part.score is not None and part.weight > 0]
        if score.score is not None and score.parts:
            assert min(counting) - NEAR <= score.score <= max(counting) + NEAR


@given(worlds(), st.data())
def test_raising_one_level_never_lowers_any_score(world: World, data: st.DataObject) -> None:
    raisable = [id for id, level in world.levels.items() if level < 4]
    if not raisable:
        return
    id = data.draw(st.sampled_from(raisable))
    before, after = world.assessment(), world.assessment({id: world.levels[id] + 1})
    for old, new in zip(before.scores, after.scores, strict=True):
        assert (old.score is None) == (new.score is None)
        assert (new.score or 0) >= (old.score or 0) - NEAR


@given(worlds(thresholds=(0.0,)), st.sampled_from([0.125, 0.3, 7, 1000]))
def test_the_scale_of_weights_does_not_matter(world: World, factor: float) -> None:
    scaled = assess(world.profile_with({}), world.framework(scaled=factor))
    for old, new in zip(world.assessment().scores, scaled.scores, strict=True):
        assert new.score == pytest.approx(old.score, abs=NEAR)
        assert new.coverage == pytest.approx(old.coverage, abs=NEAR)


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_children_and_ratings_does_not_matter(world: World, random: Random) -> None:
    tree = {dimension: dict(components) for dimension, components in _shuffled(world.tree, random).items()}
    for dimension, components in tree.items():
        tree[dimension] = {
            id: random.sample(inside, len(inside)) for id, inside in _shuffled(components, random).items()
        }
    framework = synthetic.framework(tree=tree, weights=world.weights, threshold=world.threshold)
    country = synthetic.profile(_shuffled(world.levels, random), statuses=_shuffled(world.statuses, random))
    expected = {each.id: (each.score, each.coverage, each.states) for each in world.assessment().scores}
    found = {each.id: (each.score, each.coverage, each.states) for each in assess(country, framework).scores}
    assert found == expected


@given(worlds(thresholds=(0.0,)), st.data())
def test_what_is_missing_never_acts_as_zero(world: World, data: st.DataObject) -> None:
    """Rating it at 0 never raises a score: without a rating it must have counted for no less than 0."""
    missing = [id for id in world.indicators if id not in world.levels]
    if not missing:
        return
    before, after = world.assessment(), world.assessment({data.draw(st.sampled_from(missing)): 0})
    for old, new in zip(before.scores, after.scores, strict=True):
        if old.score is not None:
            assert new.score is not None
            assert new.score <= old.score + NEAR


@given(worlds(thresholds=(0.0,)))
def test_what_is_not_rated_scores_as_if_it_were_not_asked(world: World) -> None:
    framework = world.framework()
    left_out = dict.fromkeys((id for id in world.indicators if id not in world.levels), "not-asked")
    asked = {each.id: each.score for each in world.assessment().scores}
    unasked = {
        each.id: each.score for each in assess(synthetic.profile(world.levels, statuses=left_out), framework).scores
    }
    assert asked == unasked


@given(worlds())
def test_coverage_is_a_share(world: World) -> None:
    assert all(0 <= each.coverage <= 1 for each in world.assessment().scores)


@given(worlds())
def test_effective_weights_sum_to_1_where_there_is_an_overall_score(world: World) -> None:
    found = world.assessment()
    weights = [found.effective_weight(id) for id in world.indicators]
    if found.overall.score is not None:
        assert sum(weights) == pytest.approx(1)
    assert all(weight == 0 for id, weight in zip(world.indicators, weights, strict=True) if id not in world.levels)


@given(worlds())
def test_weights_times_points_sum_to_the_overall_score(world: World) -> None:
    found = world.assessment()
    if found.overall.score is not None:
        total = sum(found.effective_weight(id) * 25 * level for id, level in world.levels.items())
        assert total == pytest.approx(found.overall.score)


@given(worlds())
def test_the_same_input_gives_the_same_value(world: World) -> None:
    assert world.assessment() == world.assessment()


def _shuffled(mapping: dict[str, T], random: Random) -> dict[str, T]:
    return {key: mapping[key] for key in random.sample(list(mapping), len(mapping))}


def test_a_rating_that_was_carried_over_counts_once_it_is_confirmed() -> None:
    carried = evolve(synthetic.rating("a.one", 4), carried_from=2019)
    found = assess(synthetic.profile({"a.two": 0}, ratings=(carried,)), synthetic.framework())
    assert (found.rating("a.one"), found.score("a.one").score, found.score("a.left").score) == (None, None, 0)
    confirmed = synthetic.profile({"a.two": 0}, ratings=(evolve(carried, carried_from=None),))
    assert assess(confirmed, synthetic.framework()).score("a.left").score == 50


def test_a_branch_s_rating_that_was_carried_over_is_not_shown() -> None:
    branch = synthetic.rating("a.one", 4, branch="fact")
    ratings = (branch, evolve(branch, branch="other", carried_from=2019))
    found = assess(synthetic.profile(ratings=ratings), synthetic.framework())
    assert found.branch_ratings("a.one") == (branch,)


def test_a_confirmed_rating_counts_beside_the_one_it_came_from() -> None:
    old = evolve(synthetic.rating("a.one", 4), carried_from=2019)
    found = assess(synthetic.profile({"a.one": 1}, ratings=(old,)), synthetic.framework())
    assert found.score("a.one").score == 25


def test_a_profile_that_nobody_has_rated_has_no_scores() -> None:
    found = assess(synthetic.profile(assessors=()), synthetic.framework())
    assert {each.score for each in found.scores} == {None}


def test_a_rubric_stands_at_its_rating_and_a_checklist_at_what_its_points_are_worth() -> None:
    found = mini.assessment({"life.rubric": 1}, {"life.list": "Yes"})
    assert [found.level(each) for each in ("life.rubric", "life.list")] == [1, 5]
    assert found.level("health") == found.framework.level_of(55)


def test_a_scale_that_does_not_begin_at_0_keeps_its_own_levels() -> None:
    found = mini.scaled({1: 0, 2: 25, 3: 50, 4: 75, 5: 100}, 1)
    assert [found.level(each) for each in ("life.rubric", "health", "overall")] == [1, 1, 1]


def test_a_rubric_keeps_its_level_where_the_next_is_worth_no_more() -> None:
    assert mini.scaled({0: 0, 1: 50, 2: 50, 3: 100}, 1).level("life.rubric") == 1
