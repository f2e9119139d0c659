import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.calculation.numbers import NeedsTableError, Number, Numbers, ScoringError, ZeroError

HERE = Numbers("France, 2022")
known = st.floats(-1e6, 1e6)
numbers = st.one_of(st.none(), known)


@given(st.lists(known), st.data())
def test_the_order_of_a_sum_changes_nothing(values: list[float], data: st.DataObject) -> None:
    assert HERE.add(data.draw(st.permutations(values))) == HERE.add(values) == math.fsum(values)


def test_tenths_add_up_to_the_decimal_that_one_writes() -> None:
    assert HERE.add([0.1] * 10) == 1
    assert HERE.total([0.1] * 10) == 1


@pytest.mark.parametrize(("values", "sum_", "total"), [([], 0, 0), ([None], None, 0), ([1, None, 2], None, 3)])
def test_a_sum_needs_all_its_values_and_a_total_those_that_are_there(
    values: list[Number], sum_: Number, total: Number
) -> None:
    assert (HERE.add(values), HERE.total(values)) == (sum_, total)


@given(numbers, numbers)
def test_what_is_missing_makes_a_result_missing(left: Number, right: Number) -> None:
    is_missing = None in (left, right)
    assert (HERE.subtract(left, right) is None) == is_missing
    assert (HERE.multiply(left, right) is None) == is_missing
    assert (HERE.divide(left, right) is None) == (is_missing or right == 0)


@given(numbers, numbers)
def test_a_comparison_with_what_is_missing_does_not_hold(left: Number, right: Number) -> None:
    if left is None or right is None:
        assert (HERE.at_least(left, right), HERE.above(left, right)) == (False, False)
    else:
        assert HERE.at_least(left, right) == HERE.unless(HERE.above(right, left))


def test_equal_values_are_at_least_and_not_above_each_other() -> None:
    assert (HERE.at_least(2, 2.0), HERE.above(2, 2.0)) == (True, False)


@pytest.mark.parametrize("zero", [0, 0.0, -0.0])
def test_what_is_divided_by_nothing_is_missing(zero: float) -> None:
    assert HERE.divide(5, zero) is None
    assert HERE.divide(zero, 5) == 0


@pytest.mark.parametrize(
    ("values", "lowest", "highest"),
    [([], None, None), ([None], None, None), ([3, None, -1, 2], -1, 3), ([0, None], 0, 0)],
)
def test_extremes_look_at_what_is_there(values: list[Number], lowest: Number, highest: Number) -> None:
    assert (HERE.lowest(values), HERE.highest(values)) == (lowest, highest)


@given(numbers, st.one_of(st.none(), st.floats(-100, 0)), st.one_of(st.none(), st.floats(0, 100)))
def test_a_clipped_value_lies_within_the_bounds_and_one_that_does_already_stays(
    value: Number, lower: Number, upper: Number
) -> None:
    found = HERE.clip(value, lower=lower, upper=upper)
    if value is None or found is None:
        assert found is value is None
        return
    assert (lower is None or found >= lower) and (upper is None or found <= upper)  # noqa: PT018
    assert found in (value, lower, upper)
    assert HERE.clip(found, lower=lower, upper=upper) == found


@given(st.floats(1e-9, 1e9))
def test_the_exponential_undoes_the_logarithm(value: float) -> None:
    assert HERE.exp(HERE.log(value, node="a")) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize("value", [0, -0.0, -3])
def test_what_is_not_above_zero_has_no_logarithm(value: float) -> None:
    assert HERE.log(value, node=None) is None


@pytest.mark.parametrize(("value", "written"), [(0, "0"), (-2.5, "-2.5"), (0.0, "0")])
def test_a_mean_that_meets_what_is_not_above_zero_names_the_node_the_unit_and_the_score(
    value: float, written: str
) -> None:
    with pytest.raises(ZeroError) as caught:
        HERE.log(value, node="legal.laws")
    assert str(caught.value) == (
        f"geometric mean of 'legal.laws' for France, 2022: a score of {written} (give the node a floor)"
    )
    with pytest.raises(ZeroError) as caught:
        HERE.inverse(value, node="legal.laws")
    assert str(caught.value) == (
        f"harmonic mean of 'legal.laws' for France, 2022: a score of {written} (give the node a floor)"
    )


@pytest.mark.parametrize("node", [None, "legal.laws"])
def test_what_is_missing_has_no_logarithm_and_is_no_error(node: str | None) -> None:
    assert HERE.log(None, node=node) is None


def test_functions_of_what_is_missing_are_missing() -> None:
    assert HERE.exp(None) is None
    assert HERE.inverse(None, node="a") is None
    assert HERE.floor(None) is None
    assert HERE.shift(None, 1) is None
    assert HERE.clip(None, lower=0, upper=1) is None


@pytest.mark.parametrize(("value", "below"), [(2.0, 2), (2.9, 2), (-0.1, -1), (-2.0, -2), (0.0, 0)])
def test_the_floor_is_the_whole_number_below(value: float, below: float) -> None:
    assert HERE.floor(value) == below


@given(st.integers(-(10**9), 10**9), st.integers(0, 12))
def test_a_whole_number_is_shifted_to_the_nearest_decimal(whole: int, decimals: int) -> None:
    assert HERE.shift(float(whole), decimals) == float(f"{whole}e-{decimals}")


@pytest.mark.parametrize(
    ("conditions", "both", "either"),
    [([], True, False), ([True, False], False, True), ([True, True], True, True), ([False], False, False)],
)
def test_conditions_are_joined(conditions: list[bool], both: bool, either: bool) -> None:
    assert (HERE.both(conditions), HERE.either(conditions)) == (both, either)


def test_zero_is_a_value_and_nothing_is_none() -> None:
    assert (HERE.present(0), HERE.present(HERE.number(None))) == (True, False)
    assert HERE.choose(HERE.present(0), None, 5) is None
    assert HERE.choose(HERE.present(None), None, 5) == 5


def test_what_is_kept_stays_as_it_is() -> None:
    assert HERE.keep([1, None, 0]) == [1, None, 0]


@pytest.mark.parametrize("panel", [True, False])
def test_one_unit_is_compared_with_no_others(panel: bool) -> None:
    with pytest.raises(NeedsTableError) as caught:
        HERE.over_units(1, "rank", panel=panel, node="a.one")
    assert str(caught.value) == "'a.one' compares units with each other: score a table of units (maturity score)"


@pytest.mark.parametrize("kind", [ZeroError, NeedsTableError])
def test_what_cannot_be_scored_is_an_error_of_scoring_and_of_value(kind: type[Exception]) -> None:
    assert issubclass(kind, ScoringError)
    assert issubclass(kind, ValueError)
