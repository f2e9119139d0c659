import math
from collections.abc import Sequence
from typing import Any

import pytest

from maturity.calculation.columns import Columns
from maturity.calculation.numbers import EngineError, NeedsTableError, Number
from maturity.rules import Normalisation
from tests.calculation.engines import KINDS, normalise_column, normalise_number

on_every_engine = pytest.mark.parametrize("kind", KINDS)


def points(value: Number, *, low: float = 0, high: float = 100, **says: Any) -> Number:  # noqa: ANN401
    """What a value is worth; every engine must agree with single numbers."""
    how = Normalisation(**says)
    single = normalise_number(value, how, low=low, high=high)
    for kind in KINDS:
        [found] = normalise_column(kind, [value], how, low=low, high=high)
        assert found == (None if single is None else pytest.approx(single, abs=1e-12)), kind
    return single


def compared(kind: str, values: Sequence[Number], *, periods: Sequence[int] = (), **says: Any) -> list[Number]:  # noqa: ANN401
    """What values are worth that are compared with each other."""
    return normalise_column(kind, values, Normalisation(**says), periods=periods)


def near(*values: Number) -> list[object]:
    return [None if each is None else pytest.approx(each, abs=1e-12) for each in values]


def test_a_measure_without_a_method_stays_as_it_is() -> None:
    assert points(0.7312) == 0.7312
    assert points(140) == 140


def test_a_measure_without_a_method_is_mirrored_in_its_range_where_low_is_good() -> None:
    assert points(30, direction="lower") == 70
    assert points(3, direction="lower", low=1, high=5) == 3
    assert points(1, direction="lower", low=1, high=5) == 5


@pytest.mark.parametrize(("value", "worth"), [(20, 0), (85, 100), (52.5, 50), (None, None)])
def test_goalposts_stretch_what_lies_between_them_over_the_range(value: Number, worth: Number) -> None:
    assert points(value, method="goalposts", worst=20, best=85) == worth


@pytest.mark.parametrize(
    ("clip", "below", "above"),
    [("both", 0, 100), ("low", 0, 150), ("high", -50, 100), ("none", -50, 150)],
)
def test_goalposts_clip_the_ends_that_the_file_names(clip: str, below: float, above: float) -> None:
    assert points(-5, method="goalposts", worst=0, best=10, clip=clip) == below
    assert points(15, method="goalposts", worst=0, best=10, clip=clip) == above


@pytest.mark.parametrize(("days", "worth"), [(100, 0), (0.5, 100), (50.25, 50), (120, 0), (0.1, 100)])
def test_goalposts_turn_round_where_the_worst_is_the_highest(days: float, worth: float) -> None:
    """Doing Business: (worst − x) ÷ (worst − best)."""
    assert points(days, method="goalposts", worst=100, best=0.5) == pytest.approx(worth, abs=1e-12)


def test_goalposts_map_into_a_range_of_their_own() -> None:
    assert points(5, method="goalposts", worst=0, best=10, low=1, high=5) == 3
    how = Normalisation(method="goalposts", worst=0, best=10, low=10, high=20)
    assert normalise_number(5, how) == 15
    assert normalise_column("polars", [5], how) == [15]


def test_a_logarithm_is_taken_of_the_value_and_of_the_goalposts() -> None:
    worth = points(1000, method="goalposts", transform="log", worst=100, best=10_000)
    assert worth == pytest.approx(50, abs=1e-12)
    norway = points(66494.25217, high=1, method="goalposts", transform="log", worst=100, best=75_000)
    assert norway == pytest.approx(math.log(664.9425217) / math.log(750), abs=1e-12)


@pytest.mark.parametrize("value", [0, -3, None])
def test_what_has_no_logarithm_is_missing(value: Number) -> None:
    assert points(value, method="goalposts", transform="log", worst=100, best=10_000) is None


def test_a_logarithm_alone_is_a_method() -> None:
    assert points(math.e**2, transform="log") == pytest.approx(2, abs=1e-12)


@pytest.mark.parametrize(("value", "worth"), [(30, 50), (60, 100), (90, 100), (0, 0)])
def test_the_distance_to_a_target_is_a_share_of_it(value: float, worth: float) -> None:
    assert points(value, method="distance-to-target", target=60) == worth


def test_the_distance_to_a_target_passes_it_where_nothing_is_clipped() -> None:
    assert points(90, method="distance-to-target", target=60, clip="none") == 150


@pytest.mark.parametrize(("value", "worth"), [(20, 50), (10, 100), (5, 100), (0, None)])
def test_the_distance_to_a_target_turns_round_where_low_is_good(value: float, worth: Number) -> None:
    assert points(value, method="distance-to-target", target=10, direction="lower") == worth


@pytest.mark.parametrize(("value", "worth"), [(2, 100), (1, 50), (3, 50), (0, 0), (4, 0), (9, 0), (None, None)])
def test_the_distance_from_a_point_counts_on_either_side(value: Number, worth: Number) -> None:
    assert points(value, method="distance-from-point", point=2, span=2) == worth


def test_the_distance_from_a_point_falls_below_the_range_where_nothing_is_clipped() -> None:
    assert points(8, method="distance-from-point", point=2, span=2, clip="none") == -200


@on_every_engine
def test_min_max_puts_the_lowest_unit_at_the_bottom_and_the_highest_at_the_top(kind: str) -> None:
    assert compared(kind, [2, 4, None, 10], method="min-max") == [0, 25, None, 100]
    assert compared(kind, [2, 4, None, 10], method="min-max", direction="lower") == [100, 75, None, 0]


@on_every_engine
def test_min_max_leaves_the_lowest_a_point_where_the_range_begins_there(kind: str) -> None:
    how = Normalisation(method="min-max", low=1, high=100)
    assert normalise_column(kind, [0, 5, 10], how) == [1, 50.5, 100]


@on_every_engine
def test_min_max_of_units_that_are_all_alike_is_missing(kind: str) -> None:
    assert compared(kind, [7, 7], method="min-max") == [None, None]


@on_every_engine
def test_min_max_compares_the_units_of_a_period(kind: str) -> None:
    found = compared(kind, [0, 10, 5, 30], periods=[1, 1, 2, 2], method="min-max")
    assert found == [0, 100, 0, 100]


@on_every_engine
def test_min_max_compares_the_whole_panel_where_the_file_says_so(kind: str) -> None:
    found = compared(kind, [0, 10, 5, 20], periods=[1, 1, 2, 2], method="min-max", over="panel")
    assert found == [0, 50, 25, 100]


@on_every_engine
def test_min_max_of_logarithms(kind: str) -> None:
    found = compared(kind, [1, 10, 100, 0], method="min-max", transform="log")
    assert found == near(0, 50, 100, None)


@on_every_engine
def test_a_z_score_counts_standard_deviations_from_the_mean(kind: str) -> None:
    values = [2, 4, 4, 4, 5, 5, 7, 9, None]
    deviation = math.sqrt(32 / 7)
    expected = [None if each is None else (each - 5) / deviation for each in values]
    assert compared(kind, values, method="z-score") == near(*expected)
    mirrored = [None if each is None else -each for each in expected]
    assert compared(kind, values, method="z-score", direction="lower") == near(*mirrored)


@on_every_engine
def test_a_z_score_over_the_panel_and_within_a_period(kind: str) -> None:
    root = math.sqrt(0.5)
    values, periods = [1, 3, 5, 7], [1, 1, 2, 2]
    assert compared(kind, values, periods=periods, method="z-score") == near(-root, root, -root, root)
    panel = [(each - 4) / math.sqrt(20 / 3) for each in values]
    assert compared(kind, values, periods=periods, method="z-score", over="panel") == near(*panel)


@on_every_engine
def test_a_z_score_of_one_unit_is_missing(kind: str) -> None:
    assert compared(kind, [3], method="z-score") == [None]


@on_every_engine
def test_a_percentile_rank_is_the_share_of_the_others_that_a_unit_is_not_behind(kind: str) -> None:
    assert compared(kind, [10, 20, 30, 40, 50], method="percentile-rank") == [0, 25, 50, 75, 100]
    assert compared(kind, [10, 20, 20, None], method="percentile-rank") == [0, 100, 100, None]
    assert compared(kind, [10, 20, 30], method="percentile-rank", direction="lower") == [100, 50, 0]


@on_every_engine
def test_a_rank_counts_from_the_best_and_ties_share_the_best_rank(kind: str) -> None:
    assert compared(kind, [10, 30, 30, None, 5], method="rank") == [3, 1, 1, None, 4]
    assert compared(kind, [10, 30, 30, None, 5], method="rank", direction="lower") == [2, 3, 3, None, 1]


@pytest.mark.parametrize("kind", [each for each in KINDS if each != "pyarrow"])
def test_a_rank_within_a_period(kind: str) -> None:
    assert compared(kind, [1, 2, 3, 4], periods=[1, 1, 2, 2], method="rank") == [2, 1, 2, 1]


@on_every_engine
def test_a_rank_over_the_panel(kind: str) -> None:
    assert compared(kind, [1, 2, 3, 4], periods=[1, 1, 2, 2], method="rank", over="panel") == [4, 3, 2, 1]


def test_arrow_has_no_ranks_within_a_period_and_says_so() -> None:
    message = r"^'node' needs ranks over the units within each 'period', which pyarrow cannot express "
    with pytest.raises(EngineError, match=message):
        compared("pyarrow", [1, 2, 3, 4], periods=[1, 1, 2, 2], method="rank")


@pytest.mark.parametrize("method", ["min-max", "z-score", "percentile-rank", "rank"])
def test_what_compares_units_needs_a_table(method: str) -> None:
    with pytest.raises(NeedsTableError, match="'node' compares units with each other: score a table"):
        normalise_number(1, Normalisation(method=method))


def test_an_engine_without_ranks_is_named_with_the_node() -> None:
    with pytest.raises(
        EngineError,
        match=r"^'node' needs ranks over the units, which dask cannot express ",
    ):
        Columns("dask").over_units(Columns("dask").number(1), "rank", panel=False, node="node")


@pytest.mark.parametrize(
    ("says", "message"),
    [
        ({"method": "goalposts", "worst": 1}, "the method 'goalposts' needs 'best'"),
        ({"method": "distance-to-target"}, "the method 'distance-to-target' needs 'target'"),
        ({"method": "distance-from-point", "point": 1}, "the method 'distance-from-point' needs 'span'"),
        ({"method": "goalposts", "worst": 1, "best": 1}, "worst and best are the same value"),
        ({"method": "goalposts", "transform": "log", "worst": 0, "best": 1}, "'worst' has no logarithm"),
    ],
)
def test_a_method_that_lacks_what_it_needs_is_refused(says: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Normalisation(**says)  # type: ignore[arg-type]
