"""What rules and answers say that changes nothing, or cannot be meant: whoever wrote it meant something."""

from collections.abc import Iterator, Sequence

from maturity.files.faults import Fault
from maturity.files.positions import Path
from maturity.rules import METHODS, Answer, Normalisation, Rules, Sentinels, Spread

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


def check_rules(rules: Rules, range: Spread, at: Path) -> Iterator[Fault]:
    """Keys that the aggregation does not read, and ends that no score can have; *range* is the framework's."""
    for key, readers in AGGREGATIONS_READING.items():
        if getattr(rules, key) is not None and rules.aggregation not in readers:
            yield _unread((*at, key), f"the aggregation '{rules.aggregation}'", readers)
    if rules.holds_at is not None and not range.low <= rules.holds_at <= range.high:
        message = f"no score reaches {rules.holds_at:g}" if rules.holds_at > range.high else "every score reaches it"
        yield Fault((*at, "holds_at"), "E111", message, f"scores run from {range.low:g} to {range.high:g}")
    if rules.over_units and rules.over_units.low >= rules.over_units.high:
        yield _upside_down((*at, "over_units"), rules.over_units.low, rules.over_units.high)


def check_normalisation(says: Normalisation, range: Spread, at: Path) -> Iterator[Fault]:
    """Keys that the method does not read, and targets and ends that no figure can be held against.

    A key that says what holds without it is let pass.
    """
    for key, readers in METHODS_READING.items():
        if getattr(says, key) != getattr(_UNSAID, key) and says.method not in readers:
            yield _unread((*at, key), f"the method '{says.method}'", readers)
    low, high = (range.low if says.low is None else says.low), (range.high if says.high is None else says.high)
    if (says.low is not None or says.high is not None) and low >= high:
        yield _upside_down(at, low, high)
    if says.target == (1 if says.transform == "log" else 0):
        yield Fault((*at, "target"), "E111", "no figure is a share of a target of 0", "normalise between goalposts")


def check_answers(answers: Sequence[Answer], sentinels: Sentinels, at: Path) -> Iterator[Fault]:
    """Answers that stand twice, or stand for no value as well."""
    for place, each in enumerate(answers):
        if each.answer in [before.answer for before in answers[:place]]:
            yield Fault((*at, place, "answer"), "E106", f"duplicate answer '{each.answer}'")
        if each.answer in (*sentinels.missing, *sentinels.not_applicable):
            yield Fault((*at, place, "answer"), "E111", f"'{each.answer}' is an answer, and a sentinel too")


def check_sentinels(sentinels: Sentinels) -> Iterator[Fault]:
    """Sentinels that say two things."""
    for place, each in enumerate(sentinels.not_applicable):
        if each in sentinels.missing:
            message = f"'{each}' stands for what is missing, and for what does not apply"
            yield Fault(("sentinels", "not_applicable", place), "E111", message)


def _upside_down(at: Path, low: float, high: float) -> Fault:
    return Fault(at, "E111", f"scores would run from {low:g} to {high:g}", "the lowest score comes first")


_UNSAID = Normalisation()


def _unread(path: Path, beside: str, readers: Sequence[str]) -> Fault:
    verb = "reads" if len(readers) == 1 else "read"
    return Fault(path, "E100", f"'{path[-1]}' on {beside}", f"only {', '.join(readers)} {verb} it", at_key=True)
