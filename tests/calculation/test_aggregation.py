from collections.abc import Sequence
from typing import Any

import pytest

from maturity.calculation.numbers import NeedsTableError, Number, ZeroError
from maturity.rules import Band, Rounding, Rules, Spread, find_band
from tests.calculation.engines import KINDS, Found, Given, join_columns, join_numbers
from tests.synthetic import text

ARITHMETIC = "weighted-arithmetic-mean"
GEOMETRIC = "weighted-geometric-mean"
HARMONIC = "weighted-harmonic-mean"


def children(*scores: Number, weights: Sequence[float] = (), outside: Sequence[int] = ()) -> list[Given]:
    """Children with these scores; those at the places *outside* do not apply."""
    given = weights or [1.0] * len(scores)
    return [
        Given(score, weight, place not in outside)
        for place, (score, weight) in enumerate(zip(scores, given, strict=True))
    ]


def joined(given: Sequence[Given], rules: Rules, *, highest: float = 100) -> Found:
    """What a rule makes of the children; every engine must agree with single numbers."""
    single = join_numbers(given, rules, highest=highest)
    for kind in KINDS:
        [found] = join_columns(kind, [given], rules, highest=highest)
        assert found.score == (None if single.score is None else pytest.approx(single.score, abs=1e-12)), kind
        assert found.coverage == pytest.approx(single.coverage, abs=1e-12), kind
        assert found.applies == single.applies, kind
    return single


def score(*scores: Number, weights: Sequence[float] = (), outside: Sequence[int] = (), **rules: Any) -> Number:  # noqa: ANN401
    return joined(children(*scores, weights=weights, outside=outside), Rules(**rules)).score


def test_an_arithmetic_mean_weighs_its_children() -> None:
    assert score(40, 70, 100, weights=(1, 2, 1)) == 70


def test_a_geometric_mean_weighs_its_children() -> None:
    assert score(40, 90, aggregation=GEOMETRIC) == pytest.approx(60, abs=1e-12)
    assert score(8, 64, weights=(1, 2), aggregation=GEOMETRIC) == pytest.approx(32, abs=1e-12)


def test_a_harmonic_mean_weighs_its_children() -> None:
    assert score(40, 60, aggregation=HARMONIC) == pytest.approx(48, abs=1e-12)
    assert score(30, 60, weights=(1, 2), aggregation=HARMONIC) == pytest.approx(45, abs=1e-12)


def test_the_minimum_and_the_maximum_look_at_no_weight() -> None:
    assert score(40, 70, 100, weights=(1, 9, 1), aggregation="minimum") == 40
    assert score(40, 70, 100, weights=(1, 9, 1), aggregation="maximum") == 100


def test_a_sum_adds_each_child_times_its_weight() -> None:
    assert score(40, 70, weights=(1, 2), aggregation="sum") == 180


def test_a_sum_of_known_children_alone_is_a_sum_of_those() -> None:
    assert score(40, None, weights=(1, 2), aggregation="sum") == 40


@pytest.mark.parametrize(
    ("scores", "median"),
    [
        ((70,), 70),
        ((100, 40), 70),
        ((100, 40, 50), 50),
        ((10, 40, 20, 30), 25),
        ((50, 50, 50, 10), 50),
        ((0, 0, 100, 100), 50),
        ((None, 30, 10), 20),
        ((-5, -5, 3), -5),
    ],
)
def test_a_median_is_the_middle_or_lies_halfway_between_the_two_middles(
    scores: tuple[Number, ...], median: float
) -> None:
    assert score(*scores, aggregation="median") == median


def test_a_gate_counts_the_rungs_up_to_the_first_that_does_not_hold() -> None:
    assert score(100, 100, 50, 100, aggregation="gate") == 50
    assert score(50, 100, 100, 100, aggregation="gate") == 0
    assert score(100, 100, 100, 100, aggregation="gate") == 100


def test_a_gate_holds_from_the_score_that_the_rules_name() -> None:
    assert score(100, 60, 50, 49, aggregation="gate", holds_at=50) == 75


def test_a_gate_weighs_its_rungs() -> None:
    assert score(100, 100, 0, weights=(1, 2, 1), aggregation="gate") == 75


def test_a_gate_stops_at_a_rung_that_is_not_known() -> None:
    assert score(100, None, 100, 100, aggregation="gate") == 25


def test_a_gate_holds_where_a_decimal_lies_a_hair_below_the_bar() -> None:
    assert score(0.1 + 0.2 + 0.3 + 0.1, 0.7 - 1e-16, aggregation="gate", holds_at=0.7) == 100


def test_a_missing_child_leaves_its_weight_to_the_others() -> None:
    assert score(40, None, 100, weights=(1, 5, 3)) == 85


def test_a_missing_child_leaves_the_node_without_a_score_where_the_rules_say_so() -> None:
    assert score(40, None, 100, missing="any") is None
    assert score(40, 70, 100, missing="any") == 70


def test_a_missing_child_counts_as_zero_only_where_the_rules_say_so() -> None:
    assert score(40, None, 80, missing="zero") == 40
    assert score(None, None, missing="zero") == 0


@pytest.mark.parametrize("missing", ["rescale", "any", "zero"])
def test_a_child_that_does_not_apply_leaves_the_denominator(missing: str) -> None:
    assert score(40, None, 80, outside=(1,), missing=missing) == 60


@pytest.mark.parametrize("missing", ["rescale", "any", "zero"])
def test_a_node_without_a_child_that_applies_has_no_score(missing: str) -> None:
    found = joined(children(None, None, outside=(0, 1)), Rules(missing=missing))
    assert found == Found(None, 0, applies=False)


@pytest.mark.parametrize(
    "aggregation", [ARITHMETIC, GEOMETRIC, HARMONIC, "minimum", "maximum", "sum", "median", "gate"]
)
def test_a_node_without_a_known_child_has_no_score(aggregation: str) -> None:
    assert joined(children(None, None), Rules(aggregation=aggregation)) == Found(None, 0, applies=True)


def test_a_child_of_weight_0_counts_for_nothing() -> None:
    assert joined(children(40, 100, weights=(1, 0)), Rules()) == Found(40, 1, applies=True)
    assert score(0, 50, weights=(0, 1), knock_out=True) == 50
    assert score(40, 100, weights=(1, 0), aggregation="maximum") == 40
    assert score(40, None, weights=(1, 0), missing="any") == 40


def test_a_node_whose_children_all_weigh_0_has_no_score() -> None:
    assert joined(children(40, 100, weights=(0, 0)), Rules()) == Found(None, 0, applies=False)


def test_coverage_is_the_weight_that_is_there_over_the_weight_that_applies() -> None:
    given = children(40, None, 80, None, weights=(1, 2, 3, 4), outside=(3,))
    assert joined(given, Rules()).coverage == pytest.approx(4 / 6, abs=1e-15)


@pytest.mark.parametrize(("threshold", "expected"), [(0.74, 50), (0.75, 50), (0.76, None)])
def test_a_node_has_no_score_below_the_threshold_of_weight(threshold: float, expected: Number) -> None:
    assert score(50, None, weights=(3, 1), coverage_threshold=threshold) == expected


@pytest.mark.parametrize(("threshold", "expected"), [(0.5, 50), (0.6, None)])
def test_a_threshold_can_count_the_children_instead(threshold: float, expected: Number) -> None:
    assert score(50, None, weights=(9, 1), coverage_threshold=threshold, coverage_by="count") == expected


@pytest.mark.parametrize("coverage_by", ["weight", "count"])
def test_a_child_that_does_not_apply_is_no_gap_in_the_coverage(coverage_by: str) -> None:
    assert score(50, None, outside=(1,), coverage_threshold=1, coverage_by=coverage_by) == 50


@pytest.mark.parametrize("coverage_by", ["weight", "count"])
def test_a_threshold_looks_at_what_is_known_even_where_missing_counts_as_zero(coverage_by: str) -> None:
    rules: dict[str, Any] = {"missing": "zero", "coverage_threshold": 0.5, "coverage_by": coverage_by}
    assert score(90, None, None, **rules) is None
    assert score(90, 60, None, **rules) == 50
    assert score(90, None, None, None, outside=(2, 3), **rules) == 45


def test_a_threshold_is_reached_by_shares_that_have_no_exact_binary_form() -> None:
    assert score(60, 60, None, weights=(0.1, 0.2, 0.7), coverage_threshold=0.3) == pytest.approx(60, abs=1e-12)
    assert score(60, 60, None, coverage_threshold=0.6666666667) == 60


def test_a_child_at_zero_knocks_the_node_out() -> None:
    assert score(0, 100, knock_out=True) == 0
    assert score(1, 100, knock_out=True) == 50.5


def test_a_missing_child_knocks_nothing_out_unless_it_counts_as_zero() -> None:
    assert score(None, 100, knock_out=True) == 100
    assert score(None, 100, knock_out=True, missing="zero") == 0


def test_a_knock_out_spares_a_geometric_mean_with_a_floor_its_floor() -> None:
    assert score(0, 100, aggregation=GEOMETRIC, floor=1, knock_out=True) == 0


def test_a_floor_stands_in_for_what_lies_below_it() -> None:
    assert score(0, 100, aggregation=GEOMETRIC, floor=1) == pytest.approx(10, abs=1e-12)
    assert score(0, 100, aggregation=HARMONIC, floor=25) == pytest.approx(40, abs=1e-12)
    assert score(4, 100, aggregation=GEOMETRIC, floor=1) == pytest.approx(20, abs=1e-12)


def test_a_floor_is_not_for_what_is_missing() -> None:
    assert score(None, 100, aggregation=GEOMETRIC, floor=1) == pytest.approx(100, abs=1e-12)


@pytest.mark.parametrize(("aggregation", "name"), [(GEOMETRIC, "geometric"), (HARMONIC, "harmonic")])
def test_a_zero_without_a_floor_is_an_error_that_names_node_and_unit(aggregation: str, name: str) -> None:
    with pytest.raises(ZeroError, match=f"^{name} mean of 'node' for here: a score of 0 \\(give the node a floor\\)$"):
        join_numbers(children(0, 100), Rules(aggregation=aggregation))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("aggregation", [GEOMETRIC, HARMONIC])
def test_a_zero_without_a_floor_is_no_score_in_a_column(kind: str, aggregation: str) -> None:
    units = [children(0, 100), children(100, 100)]
    found = join_columns(kind, units, Rules(aggregation=aggregation))
    assert [each.score for each in found] == [None, pytest.approx(100, abs=1e-12)]


HALVES = [
    (2.5, 0, 3, 2),
    (3.5, 0, 4, 4),
    (0.5, 0, 1, 0),
    (2.4999, 0, 2, 2),
    (2.5001, 0, 3, 3),
    (-2.5, 0, -2, -2),
    (-3.5, 0, -3, -4),
    (1.005, 2, 1.01, 1.0),
    (2.675, 2, 2.68, 2.68),
    (2.665, 2, 2.67, 2.66),
    (0.285, 2, 0.29, 0.28),
    (0.0005, 3, 0.001, 0.0),
    (0.0015, 3, 0.002, 0.002),
    (0.1 + 0.2 - 0.15, 1, 0.2, 0.2),
    (0.43835, 4, 0.4384, 0.4384),
    (99.95, 1, 100, 100),
    (70, 3, 70, 70),
]


@pytest.mark.parametrize(("value", "decimals", "up", "even"), HALVES)
def test_a_half_goes_up_or_to_the_even_neighbour(value: float, decimals: int, up: float, even: float) -> None:
    assert score(value, rounding=Rounding(decimals=decimals, half="up")) == up
    assert score(value, rounding=Rounding(decimals=decimals, half="even")) == even


def test_what_is_missing_is_not_rounded() -> None:
    assert score(None, rounding=Rounding(decimals=1)) is None


BANDS = (Band(lower=0, name=text("low")), Band(lower=50, name=text("high")), Band(lower=75, name=text("very high")))


@pytest.mark.parametrize(
    ("found", "name"),
    [(-1, None), (0, "low"), (49.99, "low"), (50, "high"), (50 - 1e-13, "high"), (75, "very high"), (120, "very high")],
)
def test_the_lower_cut_point_of_a_band_belongs_to_it(found: float, name: str | None) -> None:
    band = find_band(found, BANDS)
    assert (str(band.name) if band else None) == name


@pytest.mark.parametrize("kind", KINDS)
def test_a_result_is_spread_over_the_units(kind: str) -> None:
    units = [children(10, 30), children(40, 40), children(None, 60), children(None, None)]
    found = join_columns(kind, units, Rules(over_units=Spread(low=1, high=9)))
    assert [each.score for each in found] == [1, 5, 9, None]


@pytest.mark.parametrize("kind", KINDS)
def test_units_that_are_all_alike_have_no_spread(kind: str) -> None:
    found = join_columns(kind, [children(10), children(10)], Rules(over_units=Spread(low=0, high=100)))
    assert [each.score for each in found] == [None, None]


@pytest.mark.parametrize("kind", KINDS)
def test_rounding_comes_after_the_spread(kind: str) -> None:
    rules = Rules(over_units=Spread(low=0, high=1), rounding=Rounding(decimals=1))
    found = join_columns(kind, [children(0), children(30), children(90)], rules)
    assert [each.score for each in found] == [0, 0.3, 1]


def test_a_spread_over_the_units_needs_a_table() -> None:
    with pytest.raises(NeedsTableError, match="'node' compares units with each other"):
        join_numbers(children(10), Rules(over_units=Spread(low=0, high=100)))
