import pytest

from maturity.dates import Date
from maturity.language.calendar import written


@pytest.mark.parametrize(
    ("date", "english", "chinese", "french"),
    [
        ("2021", "2021", "2021年", "2021"),
        ("2021-08", "August 2021", "2021年8月", "août 2021"),
        ("2021-12-01", "1 December 2021", "2021年12月1日", "1er décembre 2021"),
        ("2022-02-28", "28 February 2022", "2022年2月28日", "28 février 2022"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(date: str, english: str, chinese: str, french: str) -> None:
    assert [written(Date(date), each) for each in ("en", "zh", "fr")] == [english, chinese, french]


def test_every_month_has_a_name_of_its_own() -> None:
    for language in ("en", "zh", "fr"):
        assert len({written(Date(f"2021-{month:02}"), language) for month in range(1, 13)}) == 12


def test_months_follow_each_other_in_the_order_of_the_year() -> None:
    months = [f"2021-{month:02}" for month in range(1, 13)]
    assert [written(Date(each), "zh") for each in months] == [f"2021年{month}月" for month in range(1, 13)]
    assert [written(Date(each), "en")[:3] for each in months] == [
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ]
    assert [written(Date(each), "fr")[:4] for each in months] == [
        *("janv", "févr", "mars", "avri", "mai ", "juin"),
        *("juil", "août", "sept", "octo", "nove", "déce"),
    ]


@pytest.mark.parametrize(("day", "french"), [(1, "1er mars 2022"), (2, "2 mars 2022"), (11, "11 mars 2022")])
def test_the_first_of_a_month_is_an_ordinal_in_french_alone(day: int, french: str) -> None:
    date = Date(f"2022-03-{day:02}")
    assert written(date, "fr") == french
    assert written(date, "en") == f"{day} March 2022"
    assert written(date, "zh") == f"2022年3月{day}日"
