from attrs import evolve

from maturity.rules import Rules
from maturity.steps import steps_to_next_band
from tests import synthetic

FULL = {"a.one": 1, "a.two": 3, "a.three": 2, "b.four": 4, "b.five": 0}


def test_the_largest_gains_reach_the_next_band_in_the_fewest_steps() -> None:
    found = steps_to_next_band(synthetic.assessment(FULL), "a")
    assert found
    assert str(found.band.name) == "established"
    assert [(each.indicator.id, each.level, each.score) for each in found.steps] == [("a.three", 3, 62.5)]


def test_a_node_in_its_highest_band_or_without_a_score_needs_no_steps() -> None:
    assert steps_to_next_band(synthetic.assessment(dict.fromkeys(FULL, 4)), "a") is None
    assert steps_to_next_band(synthetic.assessment({"b.four": 1}), "a") is None


def test_rated_indicators_alone_may_not_reach_the_next_band() -> None:
    held = synthetic.assessment(
        {"a.one": 4, "a.two": 4, "a.three": 0}, against=synthetic.framework(weights={"a.three": 0})
    )
    assert steps_to_next_band(held, "a.left") is None


def test_by_the_weakest_child_each_step_is_the_best_at_that_point() -> None:
    weakest = synthetic.framework(rules={"a.left": Rules(aggregation="minimum")})
    found = steps_to_next_band(synthetic.assessment(FULL, against=weakest), "a.left")
    assert found
    assert [(each.indicator.id, each.level) for each in found.steps] == [("a.one", 2)]


def test_the_next_band_is_never_the_one_that_a_node_stands_in_by_a_hair() -> None:
    whole = synthetic.assessment(FULL)
    by_a_hair = evolve(
        whole, scores=tuple(evolve(each, score=37.5 - 1e-12) if each.id == "a" else each for each in whole.scores)
    )
    found = steps_to_next_band(by_a_hair, "a")
    assert found
    assert (str(by_a_hair.band("a")), str(found.band.name)) == ("partial", "established")
