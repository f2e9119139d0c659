from collections.abc import Mapping

import pytest
from attrs import evolve
from hypothesis import given, settings

from maturity.calculation.plan import Join, Plan, plan
from maturity.framework import ROOT, Component, Framework, Indicator
from maturity.reading import load_framework
from maturity.rules import Rules
from tests import synthetic
from tests.calculation.random_frameworks import World, worlds

OWN = Rules(aggregation="minimum")


def ids(made: Plan) -> list[list[str]]:
    return [[each.id for each in tier] for tier in made.tiers]


def joins(made: Plan) -> Mapping[str, Join]:
    return {each.id: each for tier in made.tiers for each in tier}


def component(id: str, under: str = ROOT) -> Component:
    return Component(id=id, component=under, label=synthetic.text(id))


def leaf(id: str, under: str = ROOT) -> Indicator:
    return synthetic.indicator(id, under)


def tree(*nodes: Component | Indicator) -> Framework:
    return evolve(
        synthetic.framework(),
        components=tuple(each for each in nodes if isinstance(each, Component)),
        indicators=tuple(each for each in nodes if isinstance(each, Indicator)),
    )


def test_components_are_joined_before_dimensions_and_these_before_the_whole() -> None:
    assert ids(plan(synthetic.framework())) == [["a.left", "a.right", "b.only"], ["a", "b"], ["overall"]]


def test_a_framework_of_indicators_alone_is_joined_at_once() -> None:
    assert ids(plan(tree(leaf("x"), leaf("y")))) == [["overall"]]


def test_a_node_waits_for_the_deepest_below_it() -> None:
    deep = tree(component("a"), component("a.b", "a"), component("c"), leaf("x", "a.b"), leaf("y", "c"), leaf("z", "a"))
    assert ids(plan(deep)) == [["a.b", "c"], ["a"], ["overall"]]


def test_a_node_without_children_is_joined_in_the_first_tier() -> None:
    made = plan(tree(component("empty"), leaf("x")))
    assert ids(made) == [["empty"], ["overall"]]
    assert joins(made)["empty"].children == ()


def test_children_come_with_their_weights_inner_nodes_first() -> None:
    mixed = tree(leaf("x"), component("a"), leaf("y", "a"))
    weighed = evolve(mixed, components=(evolve(mixed.components[0], weight=0.5),))
    assert joins(plan(weighed))[ROOT].children == (("a", 0.5), ("x", 1))


def test_a_node_goes_by_its_own_rules_and_else_by_the_framework_s() -> None:
    framework = synthetic.framework(rules={"a": OWN}, threshold=0.25)
    rules = {id: each.rules for id, each in joins(plan(framework)).items()}
    shared = Rules(coverage_threshold=0.25)
    assert rules == {"overall": shared, "a": OWN, "b": shared, **dict.fromkeys(("a.left", "a.right", "b.only"), shared)}


def test_results_stand_from_the_root_down() -> None:
    made = plan(synthetic.framework())
    assert made.order == (
        *("overall", "a", "a.left", "a.one", "a.two", "a.right", "a.three"),
        *("b", "b.only", "b.four", "b.five"),
    )
    assert [each.id for each in made.leaves] == list(synthetic.INDICATORS)


@given(worlds())
@settings(max_examples=25)
def test_what_a_tier_joins_was_scored_before_it(world: World) -> None:
    made = plan(world.framework)
    scored = {each.id for each in made.leaves}
    for tier in made.tiers:
        for each in tier:
            assert {id for id, _ in each.children} <= scored
            assert each.id not in scored
        scored |= {each.id for each in tier}
    assert scored == {ROOT, *(each.id for each in world.framework.nodes)} == set(made.order)


@pytest.mark.parametrize("id", ["digital-social-security", "un-egdi-2022", "undp-hdi-2019"])
def test_every_node_of_a_shipped_framework_is_scored_once(id: str) -> None:
    framework = load_framework(id)
    made = plan(framework)
    joined = [each.id for tier in made.tiers for each in tier]
    assert sorted([*joined, *(each.id for each in made.leaves)]) == sorted(made.order)
    assert len(set(made.order)) == 1 + len(framework.nodes)
    assert joined[-1] == ROOT
