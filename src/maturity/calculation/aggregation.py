"""What each rule of a node means; the only place where it is written down."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, Generic

from attrs import frozen

from maturity.calculation.algebra import Algebra, C, V
from maturity.calculation.numbers import HAIR
from maturity.rules import Rounding, Rules


@frozen
class Child(Generic[V, C]):
    """A child as its parent sees it.

    A child that does not apply has no score. `coverage` is the weight that is there ÷ the weight that applies, 0–1; it
    is left out for a leaf, which is there or not.
    """

    weight: float
    score: V
    applies: C
    coverage: V | None = None


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
    parts = [_part(algebra, child, rules) for child in counted]
    sum_ = _Sum(algebra, counted, parts, rules, node, highest)
    coverage = algebra.choose(applies, _coverage(sum_), algebra.number(0))
    if rules.coverage_threshold:
        [coverage] = algebra.keep([coverage])
    score = _AGGREGATIONS[rules.aggregation](sum_)
    if rules.knock_out:
        zero = algebra.number(0)
        fallen = algebra.either([algebra.at_least(zero, part.score) for part in parts])
        score = algebra.choose(fallen, zero, score)
    score = algebra.choose(algebra.both(list(_conditions(sum_, coverage))), score, algebra.number(None))
    score = _spread(algebra, score, rules, node)
    return Joined(round_half(algebra, score, rules.rounding), applies, coverage)


def round_half(algebra: Algebra[V, C], value: V, rounding: Rounding | None) -> V:
    """*value* to some decimals: *half up*, or *half to even*; what lies a hair below a half counts as one."""
    if rounding is None:
        return value
    scaled = algebra.multiply(value, algebra.number(10.0**rounding.decimals))
    if rounding.half == "up":
        return algebra.shift(algebra.floor(algebra.add([scaled, algebra.number(0.5 + HAIR)])), rounding.decimals)
    [scaled] = algebra.keep([scaled])
    [up] = algebra.keep([algebra.floor(algebra.add([scaled, algebra.number(0.5 + HAIR)]))])
    half = algebra.add([up, algebra.number(-0.5 + HAIR)])
    halves = algebra.multiply(up, algebra.number(0.5))
    is_odd = algebra.above(halves, algebra.floor(halves))
    down = algebra.add([up, algebra.number(-1)])
    nearest = algebra.choose(algebra.both([algebra.at_least(half, scaled), is_odd]), down, up)
    return algebra.shift(nearest, rounding.decimals)


@frozen
class _Part(Generic[V, C]):
    """A child's score, missing where it takes no part."""

    weight: float
    score: V
    applies: C


@frozen
class _Sum(Generic[V, C]):
    """What an aggregation works on."""

    algebra: Algebra[V, C]
    children: Sequence[Child[V, C]]
    parts: Sequence[_Part[V, C]]
    rules: Rules
    node: str
    highest: float

    @cached_property
    def weight(self) -> V:
        """The sum of the weights of the parts that are there."""
        [kept] = self.algebra.keep([_weight_there(self.algebra, self.parts)])
        return kept

    def weighted(self, values: Sequence[V]) -> V:
        """The mean of *values* by weight, missing where none is there."""
        return self.algebra.divide(self.algebra.total(self.weighed(values)), self.weight)

    def weighed(self, values: Sequence[V]) -> list[V]:
        """Each value times the weight of its part."""
        algebra = self.algebra
        pairs = zip(self.parts, values, strict=True)
        return [algebra.multiply(value, algebra.number(part.weight)) for part, value in pairs]

    @property
    def scores(self) -> list[V]:
        """The scores that take part; the others are missing."""
        return [part.score for part in self.parts]

    @property
    def floored(self) -> list[V]:
        """The scores, none below the floor where the rules have one."""
        floor = self.rules.floor
        return self.scores if floor is None else [self.algebra.clip(each, lower=floor) for each in self.scores]


def _part(algebra: Algebra[V, C], child: Child[V, C], rules: Rules) -> _Part[V, C]:
    score = child.score
    if rules.missing == "zero":
        score = algebra.choose(algebra.present(score), score, algebra.number(0))
    return _Part(child.weight, algebra.choose(child.applies, score, algebra.number(None)), child.applies)


def _weight_there(algebra: Algebra[V, C], parts: Sequence[_Part[V, C]] | Sequence[Child[V, C]]) -> V:
    missing = algebra.number(None)
    return algebra.total(
        [algebra.choose(algebra.present(each.score), algebra.number(each.weight), missing) for each in parts]
    )


def _coverage(sum_: _Sum[V, C]) -> V:
    algebra, zero = sum_.algebra, sum_.algebra.number(0)
    applying = [algebra.choose(child.applies, algebra.number(child.weight), zero) for child in sum_.children]
    if any(child.coverage is not None for child in sum_.children):
        covered = algebra.total([_covered(algebra, child) for child in sum_.children])
    elif sum_.rules.missing == "zero":
        covered = _weight_there(algebra, sum_.children)
    else:
        covered = sum_.weight
    return algebra.divide(covered, algebra.add(applying))


def _covered(algebra: Algebra[V, C], child: Child[V, C]) -> V:
    """The weight of a child that is there, missing where it does not apply."""
    weight, missing = algebra.number(child.weight), algebra.number(None)
    if child.coverage is None:
        return algebra.choose(algebra.present(child.score), weight, missing)
    return algebra.choose(child.applies, algebra.multiply(child.coverage, weight), missing)


_GIVE_A_NUMBER_FOR_NOTHING = ("sum", "median", "gate")


def _conditions(sum_: _Sum[V, C], coverage: V) -> Iterator[C]:
    algebra, rules = sum_.algebra, sum_.rules
    if rules.aggregation in _GIVE_A_NUMBER_FOR_NOTHING:
        yield algebra.either([algebra.present(part.score) for part in sum_.parts])
    if rules.missing == "any":
        for child in sum_.children:
            yield algebra.either([algebra.unless(child.applies), algebra.present(child.score)])
    if rules.coverage_threshold:
        share = coverage if rules.coverage_by == "weight" else _share_of_children(algebra, sum_.children)
        yield algebra.at_least(share, algebra.number(rules.coverage_threshold - HAIR))


def _share_of_children(algebra: Algebra[V, C], counted: Sequence[Child[V, C]]) -> V:
    zero, one = algebra.number(0), algebra.number(1)
    here = algebra.total([algebra.choose(algebra.present(child.score), one, algebra.number(None)) for child in counted])
    applying = algebra.add([algebra.choose(child.applies, one, zero) for child in counted])
    return algebra.divide(here, applying)


def _spread(algebra: Algebra[V, C], score: V, rules: Rules, node: str) -> V:
    if rules.over_units is None:
        return score
    [score] = algebra.keep([score])
    low = algebra.over_units(score, "lowest", panel=False, node=node)
    high = algebra.over_units(score, "highest", panel=False, node=node)
    width = algebra.subtract(high, low)
    share = algebra.divide(algebra.subtract(score, low), width)
    share = algebra.choose(algebra.above(width, algebra.number(HAIR)), share, algebra.number(None))
    stretch = algebra.number(rules.over_units.high - rules.over_units.low)
    return algebra.add([algebra.multiply(share, stretch), algebra.number(rules.over_units.low)])


def _arithmetic(sum_: _Sum[V, C]) -> V:
    return sum_.weighted(sum_.scores)


def _geometric(sum_: _Sum[V, C]) -> V:
    logs = [sum_.algebra.log(each, node=sum_.node) for each in sum_.floored]
    return _where_above_zero(sum_, sum_.algebra.exp(sum_.weighted(logs)))


def _harmonic(sum_: _Sum[V, C]) -> V:
    algebra = sum_.algebra
    inverted = [algebra.inverse(each, node=sum_.node) for each in sum_.floored]
    return _where_above_zero(sum_, algebra.divide(algebra.number(1), sum_.weighted(inverted)))


def _where_above_zero(sum_: _Sum[V, C], mean: V) -> V:
    """The mean, missing where a score of 0 has no logarithm or inverse, which only columns let pass."""
    if sum_.rules.floor is not None:
        return mean
    algebra = sum_.algebra
    are_above = algebra.above(algebra.lowest(sum_.scores), algebra.number(0))
    return algebra.choose(are_above, mean, algebra.number(None))


def _lowest(sum_: _Sum[V, C]) -> V:
    return sum_.algebra.lowest(sum_.scores)


def _highest(sum_: _Sum[V, C]) -> V:
    return sum_.algebra.highest(sum_.scores)


def _total(sum_: _Sum[V, C]) -> V:
    return sum_.algebra.total(sum_.weighed(sum_.scores))


def _median(sum_: _Sum[V, C]) -> V:
    """The mean of the lower and the upper middle, which are found by counting how many scores stand before each."""
    algebra = sum_.algebra
    scores = algebra.keep(sum_.scores)
    one, half, missing = algebra.number(1), algebra.number(0.5), algebra.number(None)
    count = algebra.total([algebra.choose(algebra.present(each), one, missing) for each in scores])
    lower, upper, *positions = algebra.keep(
        [
            algebra.floor(algebra.multiply(algebra.subtract(count, one), half)),
            algebra.floor(algebra.multiply(count, half)),
            *(algebra.total(list(_before(algebra, scores, place))) for place in range(len(scores))),
        ]
    )
    middles = [
        algebra.choose(
            algebra.both([algebra.at_least(position, middle), algebra.at_least(middle, position)]), score, missing
        )
        for score, position in zip(scores, positions, strict=True)
        for middle in (lower, upper)
    ]
    return algebra.multiply(algebra.total(middles), half)


def _before(algebra: Algebra[V, C], scores: Sequence[V], place: int) -> Iterator[V]:
    """1 for each score that stands before the one at *place* in rising order; of two equal ones the earlier does."""
    one, missing = algebra.number(1), algebra.number(None)
    for other, score in enumerate(scores):
        if other != place:
            compare = algebra.at_least if other < place else algebra.above
            yield algebra.choose(compare(scores[place], score), one, missing)


def _gate(sum_: _Sum[V, C]) -> V:
    """Children are rungs in order: the weight of those that hold, up to the first that does not, as a share.

    A rung that does not apply is stepped over.
    """
    algebra = sum_.algebra
    zero = algebra.number(0)
    bar = algebra.number((sum_.highest if sum_.rules.holds_at is None else sum_.rules.holds_at) - HAIR)
    weights = [algebra.choose(part.applies, algebra.number(part.weight), zero) for part in sum_.parts]
    held = zero
    for part, weight in reversed(list(zip(sum_.parts, weights, strict=True))):
        holds = algebra.either([algebra.unless(part.applies), algebra.at_least(part.score, bar)])
        held = algebra.choose(holds, algebra.add([weight, held]), zero)
    share = algebra.divide(held, algebra.add(weights))
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
