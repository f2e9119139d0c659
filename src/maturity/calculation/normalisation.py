"""How a measure becomes points; the only place where each method is written down."""

from collections.abc import Callable
from typing import Any, Generic

from attrs import frozen

from maturity.calculation.algebra import Algebra, C, V
from maturity.rules import Normalisation


def normalise(
    algebra: Algebra[V, C], value: V, normalisation: Normalisation, *, node: str, lowest: float, highest: float
) -> V:
    """*value* in points; *lowest* and *highest* are the framework's range, into which most methods map.

    A z-score is left as it is, in standard deviations from the mean.
    """
    low = lowest if normalisation.low is None else normalisation.low
    high = highest if normalisation.high is None else normalisation.high
    if normalisation.transform == "log":
        [value] = algebra.keep([algebra.log(value, node=None)])
    method = _Method(algebra, normalisation, node, low, high)
    points: V = _METHODS[normalisation.method](method, value)
    return points


@frozen
class _Method(Generic[V, C]):
    """What a method works with."""

    algebra: Algebra[V, C]
    says: Normalisation
    node: str
    low: float
    high: float

    def stretch(self, share: V) -> V:
        """A share of 0–1, clipped as the file says, into the range of scores."""
        algebra = self.algebra
        lower = 0 if self.says.clip in ("both", "low") else None
        upper = 1 if self.says.clip in ("both", "high") else None
        if not (lower is upper is None):
            share = algebra.clip(share, lower=lower, upper=upper)
        return self.spread(share)

    def spread(self, share: V) -> V:
        """A share of 0–1 into the range of scores."""
        algebra = self.algebra
        width = algebra.number(self.high - self.low)
        return algebra.add([algebra.multiply(share, width), algebra.number(self.low)])

    def between(self, value: V, low: V, high: V, *, is_lower_better: bool) -> V:
        """How far *value* lies from the worse of two ends, as a share of their distance; 0 has no minus sign."""
        algebra = self.algebra
        away = algebra.subtract(high, value) if is_lower_better else algebra.subtract(value, low)
        return algebra.divide(away, algebra.subtract(high, low))

    def over_units(self, value: V, statistic: str) -> V:
        """A statistic of the value over the units, or over the whole panel, as the file says."""
        return self.algebra.over_units(value, statistic, panel=self.says.over == "panel", node=self.node)

    def bound(self, value: float | None) -> V:
        """A number of the file, transformed as the values are."""
        number = self.algebra.number(value)
        return self.algebra.log(number, node=None) if self.says.transform == "log" else number

    @property
    def is_lower_better(self) -> bool:
        """Whether low values are worth most."""
        return self.says.direction == "lower"


def _as_it_is(method: _Method[V, C], value: V) -> V:
    if method.is_lower_better:
        ends = method.algebra.number(method.low + method.high)
        return method.algebra.subtract(ends, value)
    return value


def _goalposts(method: _Method[V, C], value: V) -> V:
    worst, best = method.says.worst or 0.0, method.says.best or 0.0
    low, high = method.bound(min(worst, best)), method.bound(max(worst, best))
    return method.stretch(method.between(value, low, high, is_lower_better=worst > best))


def _min_max(method: _Method[V, C], value: V) -> V:
    low, high = method.over_units(value, "lowest"), method.over_units(value, "highest")
    return method.spread(method.between(value, low, high, is_lower_better=method.is_lower_better))


def _z_score(method: _Method[V, C], value: V) -> V:
    algebra = method.algebra
    distance = algebra.subtract(value, method.over_units(value, "mean"))
    score = algebra.divide(distance, method.over_units(value, "deviation"))
    differs = algebra.above(method.over_units(value, "highest"), method.over_units(value, "lowest"))
    score = algebra.choose(differs, score, algebra.number(None))  # the deviation of equal figures is not exactly 0
    return algebra.subtract(algebra.number(0), score) if method.is_lower_better else score


def _percentile_rank(method: _Method[V, C], value: V) -> V:
    """Share of the other units that the unit is not behind: the lowest at 0, the highest at 1."""
    algebra = method.algebra
    others = algebra.add([method.over_units(value, "count"), algebra.number(-1)])
    ahead = algebra.add([_rank_of(method, value), algebra.number(-1)])
    return method.spread(algebra.subtract(algebra.number(1), algebra.divide(ahead, others)))


def _rank(method: _Method[V, C], value: V) -> V:
    return _rank_of(method, value)


def _rank_of(method: _Method[V, C], value: V) -> V:
    minus = method.algebra.number(-1)
    ranked = method.algebra.multiply(value, minus) if method.is_lower_better else value
    return method.over_units(ranked, "rank")


def _to_target(method: _Method[V, C], value: V) -> V:
    target = method.bound(method.says.target)
    algebra = method.algebra
    share = algebra.divide(target, value) if method.is_lower_better else algebra.divide(value, target)
    return method.stretch(share)


def _from_point(method: _Method[V, C], value: V) -> V:
    algebra = method.algebra
    away = algebra.subtract(value, algebra.number(method.says.point))
    distance = algebra.highest([away, algebra.subtract(algebra.number(0), away)])
    share = algebra.divide(distance, algebra.number(method.says.span))
    return method.stretch(algebra.subtract(algebra.number(1), share))


_METHODS: dict[str, Callable[[_Method[Any, Any], Any], Any]] = {
    "none": _as_it_is,
    "goalposts": _goalposts,
    "min-max": _min_max,
    "z-score": _z_score,
    "percentile-rank": _percentile_rank,
    "rank": _rank,
    "distance-to-target": _to_target,
    "distance-from-point": _from_point,
}
