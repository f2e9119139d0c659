"""A framework as the steps that score it, in the order in which they can be taken."""

from collections.abc import Iterator

from attrs import frozen

from maturity.framework import ROOT, Component, Framework, Indicator
from maturity.rules import Rules


@frozen
class Join:
    """A node, its children with their weights, and its rules."""

    id: str
    children: tuple[tuple[str, float], ...]
    rules: Rules


@frozen
class Plan:
    """The leaves, then the nodes tier by tier: what a tier joins was scored before it."""

    leaves: tuple[Indicator, ...]
    tiers: tuple[tuple[Join, ...], ...]
    order: tuple[str, ...]
    """Ids of all nodes from the root down."""


def plan(framework: Framework) -> Plan:
    """The steps that score a unit by *framework*."""
    children: dict[str, list[Component | Indicator]] = {ROOT: [], **{each.id: [] for each in framework.components}}
    for node in framework.nodes:
        children[node.component].append(node)
    heights: dict[str, int] = {each.id: 0 for each in framework.indicators}
    for id in [*(each.id for each in reversed(framework.components)), ROOT]:
        heights[id] = 1 + max((heights[child.id] for child in children[id]), default=0)
    rules = {each.id: each.rules or framework.rules for each in framework.components}
    joins = {
        id: Join(id, tuple((child.id, child.weight) for child in inside), rules.get(id, framework.rules))
        for id, inside in children.items()
    }
    return Plan(framework.indicators, tuple(_tiers(heights, joins)), tuple(framework.node_ids()))


def _tiers(heights: dict[str, int], joins: dict[str, Join]) -> Iterator[tuple[Join, ...]]:
    for height in range(1, max(heights.values()) + 1):
        yield tuple(join for id, join in joins.items() if heights[id] == height)
