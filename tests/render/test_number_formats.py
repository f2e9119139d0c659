import re

import pytest

from maturity.language.numbers import number as printed_number
from maturity.language.numbers import percent
from maturity.render.number_formats import number_format
from maturity.report.page import Number


@pytest.mark.parametrize(
    ("value", "decimals", "text", "language", "expected"),
    [
        (2.0, 1, "2.0 partial (100%)", "en", '0.0" partial (100%)"'),
        (2, 0, "2", "en", "0"),
        (1.5, 1, "+1.5", "en", '"+"0.0'),
        (68084217, None, "68,084,217 persons (2021-07)", "en", '#,##0" persons (2021-07)"'),
        (68084217, None, "68\u202f084\u202f217 personnes (2021-07)", "fr", '#,##0" personnes (2021-07)"'),
        (119.2, None, "每平方公里119.2人 (2020)", "zh", '"每平方公里"0.0"人 (2020)"'),
        (2.0, 1, 'says "2.0"', "en", r'"says "\"0.0\"'),
        (39.6, 1, "39,6", "fr", "0.0"),
    ],
)
def test_a_number_reads_as_its_text(
    value: float, decimals: int | None, text: str, language: str, expected: str
) -> None:
    assert number_format(Number(value=value, decimals=decimals), text, language) == expected


@pytest.mark.parametrize(("language", "expected"), [("en", "0%"), ("zh", "0%"), ("fr", '0"\u00a0"%')])
def test_a_share_is_a_percentage(language: str, expected: str) -> None:
    share = Number(value=0.943, is_share=True)
    assert number_format(share, percent(0.943, language), language) == expected


@pytest.mark.parametrize("value", [0.497, 0.495, 0.003, 0.996])
def test_a_share_never_reads_as_its_bar_the_whole_or_nothing_where_it_is_not(value: float) -> None:
    share = Number(value=value, is_share=True, bar=0.5)
    assert number_format(share, percent(value, "en", bar=0.5), "en") == "0.0%"


@pytest.mark.parametrize("value", [0.125, 0.936, 0.57, 0.5, 1.0])
def test_a_share_reads_in_a_sheet_as_it_does_in_a_text(value: float) -> None:
    share = Number(value=value, is_share=True, bar=0.5)
    assert number_format(share, percent(value, "en", bar=0.5), "en") == "0%"


@pytest.mark.parametrize("text", ["66/69", "12.0", "2.05", "", "x" * 300 + "2.0"])
def test_a_text_that_does_not_show_the_number_gives_no_format(text: str) -> None:
    assert number_format(Number(value=2.0, decimals=1), text, "en") is None


@pytest.mark.parametrize("text", ['2.0 [Red]"x"', "2.0; @ ; General", "2.0\\", '2.0""'])
def test_nothing_in_a_text_means_something_in_a_format(text: str) -> None:
    made = number_format(Number(value=2.0, decimals=1), text, "en")
    assert made is not None
    outside = re.sub(r'"[^"]*"|\\"', "", made)
    assert outside == "0.0"


@pytest.mark.parametrize("value", [0, 3, 12.5, 1234, 1234567.891, -4.5])
@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_a_number_alone_has_the_decimals_and_groups_it_is_printed_with(value: float, language: str) -> None:
    text = printed_number(value, language)
    made = number_format(Number(value=value), text, language)
    assert made is not None
    decimals = len(str(value).partition(".")[2])
    assert made.partition(".")[2] == "0" * decimals
    assert ("," in made) == (abs(value) >= 1000)
