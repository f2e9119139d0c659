"""Frameworks and profiles of any shape, for property tests."""

from attrs import frozen
from hypothesis import strategies as st

from maturity.framework import Framework
from maturity.profile import Profile
from maturity.scoring import Assessment, assess
from tests import synthetic

STATUSES = ("not-rated", "not-evaluable", "not-applicable", "not-asked")


@frozen
class World:
    """A framework's tree and weights, and what is known of each indicator."""

    tree: dict[str, dict[str, list[str]]]
    weights: dict[str, float]
    levels: dict[str, int]
    statuses: dict[str, str]
    threshold: float
    prerequisites: dict[str, tuple[str, ...]]

    @property
    def indicators(self) -> list[str]:
        return [id for components in self.tree.values() for inside in components.values() for id in inside]

    def framework(self, *, scaled: float = 1) -> Framework:
        return synthetic.framework(
            tree=self.tree,
            weights={id: weight * scaled for id, weight in self.weights.items()},
            threshold=self.threshold,
            prerequisites=self.prerequisites,
        )

    def profile_with(self, changed: dict[str, int]) -> Profile:
        statuses = {id: status for id, status in self.statuses.items() if id not in changed}
        return synthetic.profile({**self.levels, **changed}, statuses=statuses)

    def assessment(self, changed: dict[str, int] | None = None) -> Assessment:
        return assess(self.profile_with(changed or {}), self.framework())


@st.composite
def worlds(draw: st.DrawFn, *, thresholds: tuple[float, ...] = (0.0, 0.5, 1.0)) -> World:
    tree: dict[str, dict[str, list[str]]] = {}
    for dimension in "abc"[: draw(st.integers(1, 3))]:
        tree[dimension] = {}
        for number in range(draw(st.integers(1, 3))):
            names = [f"{dimension}.i{number}{place}" for place in range(draw(st.integers(1, 3)))]
            tree[dimension][f"{dimension}.c{number}"] = names
    indicators = [id for components in tree.values() for inside in components.values() for id in inside]
    nodes = [*tree, *(id for components in tree.values() for id in components), *indicators]
    weight = st.sampled_from([1.0, 1.0, 2.0, 3.0, 0.1, 0.0])
    state = st.one_of(st.integers(0, 4), st.sampled_from([None, *STATUSES]))
    states = {id: draw(state) for id in indicators}
    return World(
        tree=tree,
        weights={id: draw(weight) for id in nodes},
        levels={id: each for id, each in states.items() if isinstance(each, int)},
        statuses={id: each for id, each in states.items() if isinstance(each, str)},
        threshold=draw(st.sampled_from(thresholds)),
        prerequisites=_draw_prerequisites(draw, indicators),
    )


def _draw_prerequisites(draw: st.DrawFn, indicators: list[str]) -> dict[str, tuple[str, ...]]:
    """Each needs only indicators that come earlier in a drawn order, so that there is no circle."""
    order = draw(st.permutations(indicators))
    return {
        id: tuple(draw(st.lists(st.sampled_from(order[:place]), unique=True, max_size=2))) if place else ()
        for place, id in enumerate(order)
    }
