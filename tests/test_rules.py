from typing import Any

import pytest

from maturity.rules import AGGREGATIONS, METHODS, MISSING, Answer, Normalisation, Rounding, Rules

NEEDED: dict[str, dict[str, Any]] = {
    "goalposts": {"worst": 0, "best": 10},
    "distance-to-target": {"target": 60},
    "distance-from-point": {"point": 2, "span": 1},
}
"""What a method cannot do without."""


def test_a_node_that_says_nothing_is_a_weighted_mean_that_rescales_and_rounds_nothing() -> None:
    assert Rules() == Rules(
        aggregation="weighted-arithmetic-mean",
        missing="rescale",
        coverage_threshold=0,
        coverage_by="weight",
        knock_out=False,
        floor=None,
        holds_at=None,
        rounding=None,
        over_units=None,
        bands=None,
    )


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("aggregation", AGGREGATIONS),
        ("missing", MISSING),
        ("coverage_by", ("weight", "count")),
        ("coverage_threshold", (0, 0.5, 1)),
        ("floor", (None, 1e-9, 100)),
    ],
)
def test_what_a_rule_may_say_is_taken(field: str, values: tuple[Any, ...]) -> None:
    assert [getattr(Rules(**{field: value}), field) for value in values] == list(values)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("aggregation", "mean"),
        ("aggregation", "Minimum"),
        ("missing", "drop"),
        ("coverage_by", "share"),
        ("coverage_threshold", -0.01),
        ("coverage_threshold", 1.01),
        ("coverage_threshold", 50),
        ("floor", 0),
        ("floor", -1),
    ],
)
def test_what_no_rule_may_say_is_refused(field: str, value: Any) -> None:  # noqa: ANN401
    with pytest.raises(ValueError, match=field):
        Rules(**{field: value})


@pytest.mark.parametrize("decimals", [0, 1, 12])
def test_a_half_goes_up_unless_it_is_said_to_go_to_the_even_neighbour(decimals: int) -> None:
    assert [Rounding(decimals=decimals).half, Rounding(decimals=decimals, half="even").half] == ["up", "even"]


@pytest.mark.parametrize(("field", "value"), [("decimals", -1), ("decimals", 13), ("half", "down"), ("half", "odd")])
def test_a_rounding_that_cannot_be_is_refused(field: str, value: Any) -> None:  # noqa: ANN401
    with pytest.raises(ValueError, match=field):
        Rounding(**{"decimals": 1, field: value})


def test_an_answer_has_words() -> None:
    with pytest.raises(ValueError, match="answer"):
        Answer(answer="", points=0)


@pytest.mark.parametrize("method", METHODS)
def test_a_method_works_with_what_it_needs_and_no_more(method: str) -> None:
    assert Normalisation(method=method, **NEEDED.get(method, {})).method == method


@pytest.mark.parametrize(("method", "field"), [(method, field) for method in NEEDED for field in NEEDED[method]])
def test_a_method_names_what_it_lacks(method: str, field: str) -> None:
    given = {name: value for name, value in NEEDED[method].items() if name != field}
    with pytest.raises(ValueError, match=f"^the method '{method}' needs '{field}'$"):
        Normalisation(method=method, **given)


def test_zero_is_something_that_is_said() -> None:
    assert Normalisation(method="distance-to-target", target=0).target == 0
    assert Normalisation(method="distance-from-point", point=0, span=1).point == 0


@pytest.mark.parametrize(("worst", "best"), [(10, 0), (-1, 1), (0, 1e-9)])
def test_goalposts_may_stand_either_way_round(worst: float, best: float) -> None:
    found = Normalisation(method="goalposts", worst=worst, best=best)
    assert (found.worst, found.best) == (worst, best)


@pytest.mark.parametrize("bound", ["worst", "best", "target"])
@pytest.mark.parametrize(("value", "written"), [(0, "0"), (-2.5, "-2.5")])
def test_a_bound_that_has_no_logarithm_is_refused_with_its_value(bound: str, value: float, written: str) -> None:
    method = "distance-to-target" if bound == "target" else "goalposts"
    given = {**NEEDED["goalposts"], "worst": 1, "target": 1, bound: value}
    with pytest.raises(ValueError, match=f"^'{bound}' has no logarithm: {written} is not above 0$"):
        Normalisation(method=method, transform="log", **given)
    if bound != "target" or value:
        assert getattr(Normalisation(method=method, **given), bound) == value


@pytest.mark.parametrize("span", [0, -1])
def test_a_span_is_above_zero(span: float) -> None:
    with pytest.raises(ValueError, match="span"):
        Normalisation(method="distance-from-point", point=1, span=span)


@pytest.mark.parametrize(
    ("field", "value"),
    [("method", "linear"), ("transform", "log10"), ("direction", "up"), ("clip", "top"), ("over", "years")],
)
def test_a_way_of_normalising_that_nobody_knows_is_refused(field: str, value: str) -> None:
    with pytest.raises(ValueError, match=field):
        Normalisation(**{field: value})  # type: ignore[arg-type]
