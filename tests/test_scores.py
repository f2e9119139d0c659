from collections.abc import Mapping, Sequence

import pytest
from attrs import evolve
from hypothesis import given

from maturity.calculation.numbers import NeedsTableError, ZeroError
from maturity.framework import Component, Framework
from maturity.rules import Rounding, Rules, Spread
from maturity.scores import Part, Score, score_tree
from tests import synthetic
from tests.strategies import World, worlds

TREE = {"a": {"a.left": ["a.one", "a.two"], "a.right": ["a.three"]}}


def test_every_kind_of_node_is_told() -> None:
    assert [(each.id, each.kind) for each in tree({})] == [
        ("overall", "overall"),
        ("a", "dimension"),
        ("a.left", "component"),
        ("a.one", "indicator"),
        ("a.two", "indicator"),
        ("a.right", "component"),
        ("a.three", "indicator"),
    ]


def test_a_group_however_deep_is_a_component() -> None:
    deeper = Component(id="a.deep", component="a.left", label=synthetic.text("Deep"))
    framework = synthetic.framework(tree=TREE)
    one, *others = framework.indicators
    framework = evolve(
        framework,
        components=(*framework.components, deeper),
        indicators=(evolve(one, component="a.deep"), *others),
    )
    found = {each.id: each for each in tree({"a.one": 100, "a.two": 0}, framework=framework)}
    assert found["a.deep"].kind == "component"
    assert [part.id for part in found["a.left"].parts] == ["a.deep", "a.two"]
    assert found["a.left"].score == 50


def test_an_indicator_may_belong_to_the_root() -> None:
    framework = evolve(
        synthetic.framework(tree=TREE),
        components=(),
        indicators=tuple(synthetic.indicator(id, "overall", weight=weight) for id, weight in (("x", 3), ("y", 1))),
    )
    root, *leaves = tree({"x": 100, "y": 0}, framework=framework)
    assert (root.score, [each.kind for each in leaves]) == (75, ["indicator", "indicator"])


def test_a_leaf_holds_its_points_and_its_state_alone() -> None:
    rated, unrated = tree({"a.one": 30})[3:5]
    assert rated == Score(id="a.one", kind="indicator", label=rated.label, score=30, coverage=1, states=(("rated", 1),))
    assert unrated == Score(
        id="a.two", kind="indicator", label=unrated.label, score=None, coverage=0, states=(("not-rated", 1),)
    )


def test_the_shares_of_those_that_take_part_make_a_whole() -> None:
    framework = synthetic.framework(tree={"a": {"a.left": ["a.one", "a.two", "a.three"]}}, weights={"a.three": 2})
    parts = named(tree({"a.one": 50, "a.three": 20}, framework=framework))["a.left"].parts
    assert parts == (
        Part(id="a.one", score=50, weight=1 / 3),
        Part(id="a.two", score=None, weight=0, left_out="not-rated"),
        Part(id="a.three", score=20, weight=2 / 3),
    )


def test_what_is_missing_takes_part_as_0_where_the_rules_say_so() -> None:
    left = named(tree({"a.one": 50}, rules=Rules(missing="zero")))["a.left"]
    assert (left.score, left.coverage) == (25, 0.5)
    assert left.parts == (
        Part(id="a.one", score=50, weight=0.5),
        Part(id="a.two", score=0, weight=0.5, counts_as_zero=True),
    )


def test_what_does_not_apply_takes_no_part_even_where_missing_is_0() -> None:
    left = named(tree({"a.one": 50}, {"a.two": "not-applicable"}, rules=Rules(missing="zero")))["a.left"]
    assert (left.score, left.parts[1].left_out) == (50, "not-applicable")


def test_a_node_holds_the_rules_that_it_was_joined_by() -> None:
    lowest = Rules(aggregation="minimum")
    found = named(tree({"a.one": 50, "a.two": 20, "a.three": 90}, rules=Rules(), own={"a.left": lowest}))
    assert [found[id].rules for id in ("overall", "a", "a.left", "a.one")] == [Rules(), Rules(), lowest, None]
    assert (found["a.left"].score, found["a"].score) == (20, 55)


def test_a_score_is_rounded_at_its_own_node_before_it_is_used_above() -> None:
    whole = Rules(rounding=Rounding(decimals=0))
    found = named(tree({"a.one": 1, "a.two": 2, "a.three": 2}, rules=Rules(), own={"a.left": whole}))
    assert (found["a.left"].score, found["a"].score) == (2, 2)
    assert named(tree({"a.one": 1, "a.two": 2, "a.three": 2}, rules=Rules()))["a"].score == 1.75


def test_states_are_counted_and_stand_in_the_order_of_their_names() -> None:
    states = {"a.two": "not-evaluable", "a.three": "not-applicable"}
    root = tree({"a.one": 30}, states)[0]
    assert root.states == (("not-applicable", 1), ("not-evaluable", 1), ("rated", 1))
    assert [root.count(each) for each in ("rated", "not-evaluable", "not-asked")] == [1, 1, 0]


@pytest.mark.parametrize(
    ("states", "asked"),
    [
        ((("rated", 2), ("not-rated", 3), ("not-evaluable", 4)), 9),
        ((("not-applicable", 2), ("not-asked", 3), ("rated", 1)), 1),
        ((("not-applicable", 2), ("not-asked", 3)), 0),
        ((), 0),
    ],
)
def test_what_does_not_apply_and_what_was_not_asked_are_not_among_those_asked(
    states: tuple[tuple[str, int], ...], asked: int
) -> None:
    found = score(states=states)
    assert (found.asked, found.applies) == (asked, asked > 0)


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ({"score": 0.0, "coverage": 1.0}, None),
        ({"score": None, "coverage": 0.0, "states": (("not-asked", 1),)}, "not-applicable"),
        ({"score": None, "coverage": 0.0}, "not-rated"),
        ({"score": None, "coverage": 0.01}, "below-threshold"),
    ],
)
def test_a_reason_is_given_where_there_is_no_score(found: dict[str, object], reason: str | None) -> None:
    assert score(**found).reason == reason


@pytest.mark.parametrize("mean", ["geometric", "harmonic"])
def test_a_0_that_a_mean_cannot_take_names_the_node_and_whose_it_is(mean: str) -> None:
    rules = Rules(aggregation=f"weighted-{mean}-mean")
    with pytest.raises(ZeroError, match=rf"^{mean} mean of 'a\.left' for Aland 2020: a score of 0 "):
        tree({"a.one": 0, "a.two": 50}, rules=Rules(), own={"a.left": rules})


def test_a_rule_that_compares_units_names_the_node() -> None:
    spread = Rules(over_units=Spread(low=0, high=100))
    with pytest.raises(NeedsTableError, match=r"^'a\.right' compares units with each other"):
        tree({"a.one": 1, "a.two": 1, "a.three": 1}, rules=Rules(), own={"a.right": spread})


@given(worlds())
def test_parts_are_the_children_in_order_and_their_shares_sum_to_1_or_to_nothing(world: World) -> None:
    framework = world.framework()
    for each in world.assessment().scores:
        assert [part.id for part in each.parts] == [child.id for child in framework.children(each.id)]
        total = sum(part.weight for part in each.parts)
        taking_part = any(part.left_out is None for part in each.parts)
        assert total == pytest.approx(1 if taking_part else 0)
        assert all((part.weight == 0) == (part.left_out is not None) for part in each.parts)


@given(worlds())
def test_every_indicator_is_counted_once_at_every_node_above_it(world: World) -> None:
    framework, scores = world.framework(), world.assessment().scores
    for each in scores:
        below = [one for one in framework.indicators if each.id in (one.id, *framework.path(one.id))]
        assert sum(count for _, count in each.states) == len(below)


def tree(
    points: Mapping[str, float],
    states: Mapping[str, str] | None = None,
    *,
    rules: Rules | None = None,
    own: Mapping[str, Rules] | None = None,
    framework: Framework | None = None,
) -> Sequence[Score]:
    """Scores from the points of indicators and the states of those without."""
    found = framework or synthetic.framework(tree=TREE, rules=own)
    found = evolve(found, rules=rules or Rules())
    leaves = {
        each.id: (points.get(each.id), "rated" if each.id in points else (states or {}).get(each.id, "not-rated"))
        for each in found.indicators
    }
    return score_tree(found, leaves, unit="Aland 2020")


def named(scores: Sequence[Score]) -> dict[str, Score]:
    return {each.id: each for each in scores}


def score(**said: object) -> Score:
    found = {"score": None, "coverage": 0.0, "states": (("not-rated", 1),), **said}
    return Score(id="a", kind="dimension", label=synthetic.text("A"), **found)  # type: ignore[arg-type]


def test_a_score_is_rated_or_says_why_it_is_not() -> None:
    found = synthetic.assessment({"a.one": 1}, statuses={"b.four": "not-evaluable", "b.five": "not-evaluable"})
    states = {id: found.score(id).state for id in ("overall", "a.left", "b", "a.one", "b.four", "a.two")}
    assert states == {
        "overall": "below-threshold",
        "a.left": "rated",
        "b": "not-rated",
        "a.one": "rated",
        "b.four": "not-evaluable",
        "a.two": "not-rated",
    }
