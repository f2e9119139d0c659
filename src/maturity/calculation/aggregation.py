"""What each rule of a node means; the only place where it is written down."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic

from attrs import frozen

from maturity.calculation.algebra import Algebra, C, V
from maturity.rules import Rounding, Rules

HAIR = 1e-9
"""What a number may lie below a bound and still reach it: decimals such as 0.0005 have no exact binary form."""


@frozen
class Child(Generic[V, C]):
    """A child as its parent sees it; `coverage` is the weight that is there ÷ the weight that applies, 0–1."""

    weight: float
    score: V
    applies: C
    coverage: V


@frozen
class Joined(Generic[V, C]):
    """A node's score, where it applies, and its coverage (0–1)."""

    score: V
    applies: C
    coverage: V


def join(
    algebra: Algebra[V, C], children: Sequence[Child[V, C]], rules: Rules, *, node: str, highest: float
) -> Joined[V, C]:
    """A node's score from its children's, by its rules; *highest* is the top of the framework's range.

    A child of weight 0 counts for nothing, and neither does one that does not apply.
    """
    counted = [child for child in children if child.weight > 0]
    if not counted:
        never = algebra.present(algebra.number(None))
        return Joined(algebra.number(None), never, algebra.number(0))
    applies = algebra.either([child.applies for child in counted])
    coverage = _coverage(algebra, counted)
    parts = [_part(algebra, child, rules) for child in counted]
    score = _AGGREGATIONS[rules.aggregation](_Sum(algebra, parts, rules, node, highest))
    if rules.knock_out:
        zero = algebra.number(0)
        fallen = algebra.either([algebra.both([part.here, algebra.at_least(zero, part.score)]) for part in parts])
        score = algebra.choose(fallen, zero, score)
    enough = algebra.both(list(_conditions(algebra, counted, parts, coverage, rules)))
    score = algebra.choose(enough, score, algebra.number(None))
    score = _spread(algebra, score, rules, node)
    return Joined(round_half(algebra, score, rules.rounding), applies, coverage)


def round_half(algebra: Algebra[V, C], value: V, rounding: Rounding | None) -> V:
    """*value* to some decimals: *half up*, or *half to even*; what lies a hair below a half counts as one."""
    if rounding is None:
        return value
    scale = algebra.number(10.0**rounding.decimals)
    scaled = algebra.add([algebra.multiply(value, scale), algebra.number(HAIR)])
    up = algebra.floor(algebra.add([scaled, algebra.number(0.5)]))
    if rounding.half == "up":
        return algebra.shift(up, rounding.decimals)
    below = algebra.add([up, algebra.number(-0.5), algebra.number(2 * HAIR)])
    is_half = algebra.at_least(below, scaled)
    halves = algebra.divide(up, algebra.number(2))
    is_odd = algebra.at_least(algebra.subtract(halves, algebra.floor(halves)), algebra.number(0.25))
    down = algebra.add([up, algebra.number(-1)])
    return algebra.shift(algebra.choose(algebra.both([is_half, is_odd]), down, up), rounding.decimals)


@frozen
class _Part(Generic[V, C]):
    """A child's score where it takes part, and where that is."""

    weight: float
    score: V
    here: C
    applies: C


@frozen
class _Sum(Generic[V, C]):
    """What an aggregation works on."""

    algebra: Algebra[V, C]
    parts: Sequence[_Part[V, C]]
    rules: Rules
    node: str
    highest: float

    def weighted(self, values: Sequence[V]) -> V:
        """The sum of *values* by weight, where the parts are, over the sum of those weights."""
        algebra = self.algebra
        zero = algebra.number(0)
        weights = [algebra.number(part.weight) for part in self.parts]
        above = [
            algebra.choose(part.here, algebra.multiply(value, weight), zero)
            for part, value, weight in zip(self.parts, values, weights, strict=True)
        ]
        below = [algebra.choose(part.here, weight, zero) for part, weight in zip(self.parts, weights, strict=True)]
        return algebra.divide(algebra.add(above), algebra.add(below))

    def present(self) -> list[V]:
        """The scores that take part; the others are missing."""
        missing = self.algebra.number(None)
        return [self.algebra.choose(part.here, part.score, missing) for part in self.parts]

    def floored(self) -> list[V]:
        """The scores, none below the floor where the rules have one."""
        scores = [part.score for part in self.parts]
        if self.rules.floor is None:
            return scores
        floor = self.algebra.number(self.rules.floor)
        return [self.algebra.choose(self.algebra.at_least(each, floor), each, floor) for each in scores]


def _coverage(algebra: Algebra[V, C], counted: Sequence[Child[V, C]]) -> V:
    zero = algebra.number(0)
    weights = [algebra.number(child.weight) for child in counted]
    pairs = list(zip(counted, weights, strict=True))
    covered = [algebra.choose(each.applies, algebra.multiply(each.coverage, weight), zero) for each, weight in pairs]
    applying = [algebra.choose(each.applies, weight, zero) for each, weight in pairs]
    share = algebra.divide(algebra.add(covered), algebra.add(applying))
    return algebra.choose(algebra.present(share), share, zero)


def _part(algebra: Algebra[V, C], child: Child[V, C], rules: Rules) -> _Part[V, C]:
    known = algebra.present(child.score)
    if rules.missing == "zero":
        return _Part(child.weight, algebra.choose(known, child.score, algebra.number(0)), child.applies, child.applies)
    return _Part(child.weight, child.score, algebra.both([child.applies, known]), child.applies)


def _conditions(
    algebra: Algebra[V, C], counted: Sequence[Child[V, C]], parts: Sequence[_Part[V, C]], coverage: V, rules: Rules
) -> Iterator[C]:
    yield algebra.either([part.here for part in parts])
    if rules.missing == "any":
        for child, part in zip(counted, parts, strict=True):
            yield algebra.either([algebra.unless(child.applies), part.here])
    if rules.coverage_threshold:
        share = coverage if rules.coverage_by == "weight" else _share_of_children(algebra, counted)
        reached = algebra.add([share, algebra.number(HAIR)])
        yield algebra.at_least(reached, algebra.number(rules.coverage_threshold))


def _share_of_children(algebra: Algebra[V, C], counted: Sequence[Child[V, C]]) -> V:
    zero, one = algebra.number(0), algebra.number(1)
    here = algebra.add([algebra.choose(algebra.present(child.score), one, zero) for child in counted])
    applying = algebra.add([algebra.choose(child.applies, one, zero) for child in counted])
    return algebra.divide(here, applying)


def _spread(algebra: Algebra[V, C], score: V, rules: Rules, node: str) -> V:
    if rules.over_units is None:
        return score
    low = algebra.over_units(score, "lowest", panel=False, node=node)
    high = algebra.over_units(score, "highest", panel=False, node=node)
    share = algebra.divide(algebra.subtract(score, low), algebra.subtract(high, low))
    width = algebra.number(rules.over_units.high - rules.over_units.low)
    return algebra.add([algebra.multiply(share, width), algebra.number(rules.over_units.low)])


def _arithmetic(sum_: _Sum[V, C]) -> V:
    return sum_.weighted([part.score for part in sum_.parts])


def _geometric(sum_: _Sum[V, C]) -> V:
    logs = [sum_.algebra.log(each, node=sum_.node) for each in sum_.floored()]
    return sum_.algebra.exp(sum_.weighted(logs))


def _harmonic(sum_: _Sum[V, C]) -> V:
    one = sum_.algebra.number(1)
    inverted = [sum_.algebra.inverse(each, node=sum_.node) for each in sum_.floored()]
    return sum_.algebra.divide(one, sum_.weighted(inverted))


def _lowest(sum_: _Sum[V, C]) -> V:
    return sum_.algebra.lowest(sum_.present())


def _highest(sum_: _Sum[V, C]) -> V:
    return sum_.algebra.highest(sum_.present())


def _total(sum_: _Sum[V, C]) -> V:
    algebra = sum_.algebra
    zero = algebra.number(0)
    weighted = [algebra.multiply(part.score, algebra.number(part.weight)) for part in sum_.parts]
    return algebra.add([algebra.choose(part.here, each, zero) for part, each in zip(sum_.parts, weighted, strict=True)])


def _median(sum_: _Sum[V, C]) -> V:
    """The mean of the lower and the upper middle, which are found by counting how many scores stand before each."""
    algebra = sum_.algebra
    scores = sum_.present()
    zero, one, half = algebra.number(0), algebra.number(1), algebra.number(0.5)
    count = algebra.add([algebra.choose(algebra.present(each), one, zero) for each in scores])
    lower = algebra.floor(algebra.multiply(algebra.subtract(count, one), half))
    upper = algebra.floor(algebra.multiply(count, half))
    middles = []
    for index, score in enumerate(scores):
        before = [
            algebra.choose(_stands_before(algebra, other, score, is_earlier=place < index), one, zero)
            for place, other in enumerate(scores)
            if place != index
        ]
        position = algebra.add([zero, *before])
        for middle in (lower, upper):
            is_middle = algebra.both([algebra.at_least(position, middle), algebra.at_least(middle, position)])
            middles.append(algebra.choose(algebra.both([algebra.present(score), is_middle]), score, zero))
    return algebra.multiply(algebra.add(middles), half)


def _stands_before(algebra: Algebra[V, C], other: V, score: V, *, is_earlier: bool) -> C:
    """Whether *other* comes before *score* in rising order; of two equal ones the earlier does."""
    reached = algebra.at_least(score, other)
    if is_earlier:
        return reached
    return algebra.both([reached, algebra.unless(algebra.at_least(other, score))])


def _gate(sum_: _Sum[V, C]) -> V:
    """Children are rungs in order: the weight of those that hold, up to the first that does not, as a share.

    A rung that does not apply is stepped over.
    """
    algebra = sum_.algebra
    zero = algebra.number(0)
    bar = algebra.number(sum_.highest if sum_.rules.holds_at is None else sum_.rules.holds_at)
    weights = [algebra.choose(part.applies, algebra.number(part.weight), zero) for part in sum_.parts]
    held: list[V] = []
    climbing: list[C] = []
    for part, weight in zip(sum_.parts, weights, strict=True):
        holds = algebra.at_least(algebra.add([part.score, algebra.number(HAIR)]), bar)
        climbing.append(algebra.either([algebra.unless(part.applies), algebra.both([part.here, holds])]))
        held.append(algebra.choose(algebra.both(climbing), weight, zero))
    share = algebra.divide(algebra.add(held), algebra.add(weights))
    return algebra.multiply(share, algebra.number(sum_.highest))


_AGGREGATIONS: dict[str, Callable[[_Sum[Any, Any]], Any]] = {
    "weighted-arithmetic-mean": _arithmetic,
    "weighted-geometric-mean": _geometric,
    "weighted-harmonic-mean": _harmonic,
    "minimum": _lowest,
    "maximum": _highest,
    "sum": _total,
    "median": _median,
    "gate": _gate,
}
