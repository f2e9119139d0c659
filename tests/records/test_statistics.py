from typing import Any

import pytest

from maturity.dates import Date
from maturity.records.statistics import Statistic
from tests.synthetic import text

ONE_OF = "a statistic has exactly one of value, low and high, or text"
RANGE = "a range has low and high, and low is not above high"


def statistic(**said: Any) -> Statistic:  # noqa: ANN401
    """A figure of 2021; the value itself is for the test to say."""
    return Statistic(
        **{"id": "users", "source": "study", "locus": "§1", "statistic": "users", "unit": "%", "year": 2021, **said}
    )


@pytest.mark.parametrize(
    "said",
    [
        {"value": 0},
        {"value": -3.5},
        {"low": 1, "high": 3},
        {"low": 0, "high": 0},
        {"low": -2.5, "high": -2},
        {"text": text("French")},
    ],
)
def test_a_statistic_is_a_figure_a_range_or_a_text(said: dict[str, Any]) -> None:
    found = statistic(**said)
    assert {name: getattr(found, name) for name in said} == said


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({}, ONE_OF),
        ({"value": 0, "text": text("none")}, ONE_OF),
        ({"value": 2, "low": 1, "high": 3}, ONE_OF),
        ({"value": 2, "low": 1}, ONE_OF),
        ({"text": text("few"), "high": 3}, ONE_OF),
        ({"low": 1}, RANGE),
        ({"high": 0}, RANGE),
        ({"low": 3, "high": 1}, RANGE),
        ({"value": 1, "year": None}, "a statistic has a year or an as_of"),
    ],
)
def test_a_statistic_that_says_too_much_or_too_little_is_refused(said: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        statistic(**said)


def test_a_month_or_a_day_is_enough_without_a_year() -> None:
    assert statistic(value=1, year=None, as_of=Date("2021-05")).as_of == "2021-05"


@pytest.mark.parametrize("year", [1799, 2101, 21, 20210])
def test_a_year_is_one_of_modern_times(year: int) -> None:
    assert [statistic(value=1, year=each).year for each in (1800, 2100)] == [1800, 2100]
    with pytest.raises(ValueError, match="year"):
        statistic(value=1, year=year)


def test_a_series_is_one_of_two() -> None:
    assert [statistic(value=1, series=each).series for each in ("like-for-like", "preferred")] == [
        "like-for-like",
        "preferred",
    ]
    with pytest.raises(ValueError, match="series"):
        statistic(value=1, series="other")


def test_a_figure_is_sure_and_of_the_whole_country_unless_it_says_otherwise() -> None:
    found = statistic(value=1)
    assert (found.estimate, found.approximate, found.scope) == (False, False, None)
