from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.dates import Date, is_later, parse_date

DATES = st.dates().flatmap(lambda day: st.sampled_from([f"{day:%Y}".zfill(4), day.isoformat()[:7], day.isoformat()]))


@pytest.mark.parametrize("text", ["2021", "2021-01", "2021-01-31", "2020-02-29", "0001-01-01"])
def test_a_year_a_month_and_a_day_are_dates(text: str) -> None:
    assert parse_date(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "21", "2021-1", "2021-01-1", "2021/01/31", "31.01.2021", "2021-01-31T00", " 2021", "2021\n", "２０２１"],
)
def test_other_spellings_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write a year, a month or a day"):
        parse_date(text)


@pytest.mark.parametrize("text", ["2021-02-29", "2021-13", "2021-00", "2021-01-32", "0000"])
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="there is no such day"):
        parse_date(text)


@pytest.mark.parametrize(
    ("found", "limit", "later"),
    [
        ("2021", "2020-12-31", True),
        ("2020", "2020-06-30", False),
        ("2020-06", "2020-06-30", False),
        ("2020-07", "2020-06-30", True),
        ("2020-07-01", "2020-06-30", True),
        ("2020-06-30", "2020-06-30", False),
        ("2020-12-31", "2020", False),
        ("2021-01-01", "2020", True),
        ("2020-06-30", "2020-06", False),
    ],
)
def test_a_date_is_later_only_as_a_whole(found: str, limit: str, later: bool) -> None:
    assert is_later(Date(found), Date(limit)) is later


@given(DATES)
def test_every_day_of_the_calendar_is_a_date(text: str) -> None:
    assert parse_date(text) == text


@given(st.dates(), st.dates())
def test_days_are_later_as_the_calendar_has_it(one: date, other: date) -> None:
    assert is_later(Date(one.isoformat()), Date(other.isoformat())) is (one > other)


@given(DATES, DATES)
def test_of_two_dates_at_most_one_is_later(one: str, other: str) -> None:
    assert not (is_later(Date(one), Date(other)) and is_later(Date(other), Date(one)))
