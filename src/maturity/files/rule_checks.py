"""Keys of rules that change nothing beside the others: whoever wrote them meant something."""

from collections.abc import Iterator, Sequence

from maturity.files.faults import Fault
from maturity.files.positions import Path
from maturity.rules import METHODS, Normalisation, Rules

AGGREGATIONS_READING = {
    "floor": ("weighted-geometric-mean", "weighted-harmonic-mean"),
    "holds_at": ("gate",),
}
"""The aggregations that read a key of rules, where not all do."""

_SHARES = ("goalposts", "distance-to-target", "distance-from-point")
_OVER_UNITS = ("min-max", "z-score", "percentile-rank", "rank")
_STRETCHED = tuple(each for each in METHODS if each not in ("z-score", "rank"))
METHODS_READING = {
    "direction": tuple(each for each in METHODS if each != "distance-from-point"),
    "worst": ("goalposts",),
    "best": ("goalposts",),
    "clip": _SHARES,
    "over": _OVER_UNITS,
    "target": ("distance-to-target",),
    "point": ("distance-from-point",),
    "span": ("distance-from-point",),
    "low": _STRETCHED,
    "high": _STRETCHED,
}
"""The methods that read a key of a normalisation, where not all do."""


def check_rules(rules: Rules, at: Path) -> Iterator[Fault]:
    """Keys that the aggregation does not read."""
    for key, readers in AGGREGATIONS_READING.items():
        if getattr(rules, key) is not None and rules.aggregation not in readers:
            yield _unread((*at, key), f"the aggregation '{rules.aggregation}'", readers)


def check_normalisation(says: Normalisation, at: Path) -> Iterator[Fault]:
    """Keys that the method does not read; a key that says what holds without it is let pass."""
    for key, readers in METHODS_READING.items():
        if getattr(says, key) != getattr(_UNSAID, key) and says.method not in readers:
            yield _unread((*at, key), f"the method '{says.method}'", readers)


_UNSAID = Normalisation()


def _unread(path: Path, beside: str, readers: Sequence[str]) -> Fault:
    verb = "reads" if len(readers) == 1 else "read"
    return Fault(path, "E100", f"'{path[-1]}' on {beside}", f"only {', '.join(readers)} {verb} it", at_key=True)
