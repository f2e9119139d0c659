import pytest

from maturity.files.faults import Fault
from maturity.files.rule_checks import check_normalisation, check_rules
from maturity.rules import AGGREGATIONS, METHODS, Normalisation, Rules

NEEDED = {
    "goalposts": {"worst": 10.0, "best": 0.0},
    "distance-to-target": {"target": 5.0},
    "distance-from-point": {"point": 5.0, "span": 2.0},
}
READ = {
    "none": {"direction", "low", "high"},
    "goalposts": {"direction", "worst", "best", "clip", "low", "high"},
    "min-max": {"direction", "over", "low", "high"},
    "z-score": {"direction", "over"},
    "percentile-rank": {"direction", "over", "low", "high"},
    "rank": {"direction", "over"},
    "distance-to-target": {"direction", "target", "clip", "low", "high"},
    "distance-from-point": {"point", "span", "clip", "low", "high"},
}
UNSAID = {"direction": "higher", "clip": "both", "over": "units", "low": None, "high": None}
GIVEN = {
    "direction": "lower",
    "worst": 1.0,
    "best": 9.0,
    "clip": "none",
    "over": "panel",
    "target": 7.0,
    "point": 3.0,
    "span": 1.0,
    "low": 1.0,
    "high": 7.0,
}


def keys(faults: list[Fault]) -> set[str]:
    return {str(each.path[-1]) for each in faults}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("key", GIVEN)
def test_a_method_is_given_only_what_it_reads(method: str, key: str) -> None:
    says = Normalisation(**{"method": method, **NEEDED.get(method, {}), key: GIVEN[key]})  # type: ignore[arg-type]
    assert keys(list(check_normalisation(says, ()))) == {key} - READ[method]


@pytest.mark.parametrize("method", METHODS)
def test_what_holds_anyway_may_be_said(method: str) -> None:
    says = Normalisation(**{"method": method, **UNSAID, **NEEDED.get(method, {})})  # type: ignore[arg-type]
    assert list(check_normalisation(says, ())) == []


def test_the_message_names_who_reads_the_key() -> None:
    [fault] = check_normalisation(Normalisation(method="min-max", target=3), ("indicators", 0, "normalise"))
    assert fault == Fault(
        ("indicators", 0, "normalise", "target"),
        "E100",
        "'target' on the method 'min-max'",
        "only distance-to-target reads it",
        at_key=True,
    )


@pytest.mark.parametrize("aggregation", AGGREGATIONS)
def test_an_aggregation_is_given_only_what_it_reads(aggregation: str) -> None:
    means = {"weighted-geometric-mean", "weighted-harmonic-mean"}
    unread = {key for key, readers in (("floor", means), ("holds_at", {"gate"})) if aggregation not in readers}
    assert keys(list(check_rules(Rules(aggregation=aggregation, floor=1, holds_at=1), ()))) == unread
