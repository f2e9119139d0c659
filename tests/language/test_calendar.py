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
