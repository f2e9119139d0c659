import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.language.numbers import difference, number, percent
from maturity.text import LANGUAGES

NARROW = "\u202f"


@pytest.mark.parametrize(
    ("language", "written"), [("en", "1,234,567.5"), ("zh", "1,234,567.5"), ("fr", f"1{NARROW}234{NARROW}567,5")]
)
def test_thousands_are_grouped_as_the_language_does(language: str, written: str) -> None:
    assert number(1234567.5, language) == written


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (3, None, "3"),
        (3.0, None, "3"),
        (2.5, None, "2.5"),
        (3, 1, "3.0"),
        (41.666, 1, "41.7"),
        (0.0, None, "0"),
        (100.0, 0, "100"),
    ],
)
def test_a_number_has_the_decimals_asked_for_or_its_own(value: float, decimals: int | None, written: str) -> None:
    assert number(value, "en", decimals=decimals) == written


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (1.25, 1, "1.3"),
        (1.35, 1, "1.4"),
        (-1.25, 1, "−1.3"),
        (2.5, 0, "3"),
        (1.2499999999999998, 1, "1.3"),
        (1.2499999, 1, "1.2"),
        (1e300, 1, f"1{',000' * 100}.0"),
        (2**53 + 1, 0, "9,007,199,254,740,993"),
    ],
)
def test_halves_are_rounded_away_from_zero_as_spreadsheets_do(value: float, decimals: int, written: str) -> None:
    assert number(value, "en", decimals=decimals) == written


def test_half_a_percent_is_rounded_up() -> None:
    assert percent(0.125, "en") == "13%"
    assert percent(0.00125, "en", decimals=2) == "0.13%"


def test_a_negative_number_has_a_minus_sign_and_no_hyphen() -> None:
    assert number(-1234.5, "fr") == f"−1{NARROW}234,5"


@pytest.mark.parametrize("value", [-0.0, -0.04, -1e-12])
def test_nothing_is_written_as_minus_zero(value: float) -> None:
    assert number(value, "en", decimals=1) == "0.0"


@pytest.mark.parametrize(("language", "written"), [("en", "46%"), ("zh", "46%"), ("fr", "46\u00a0%")])
def test_a_share_is_written_as_a_whole_percentage(language: str, written: str) -> None:
    assert percent(0.4567, language) == written


@pytest.mark.parametrize(
    ("share", "written"),
    [(0, "0%"), (0.0004, "<1%"), (0.01, "1%"), (0.29, "29%"), (0.996, "99%"), (1 - 1e-12, "100%"), (1, "100%")],
)
def test_only_the_whole_is_written_as_the_whole_and_nothing_as_nothing(share: float, written: str) -> None:
    assert percent(share, "en") == written


@given(st.floats(0, 1), st.sampled_from([0.5, 2 / 3, 0.75, 0.9]))
def test_a_share_below_a_bar_is_not_written_as_if_it_reached_it(share: float, bar: float) -> None:
    written = percent(share, "en", bar=bar).lstrip("<").rstrip("%")
    assert (share < bar - 1e-9) <= (int(written) < bar * 100)
    assert abs(int(written) - share * 100) < 1.01


def test_a_bar_is_written_where_it_is_just_met() -> None:
    assert percent(0.1 + 0.2 + 0.2, "en", bar=0.5) == "50%"
    assert percent(0.5 - 1e-12, "en", bar=0.5) == "50%"
    assert percent(0.495, "en", bar=0.5) == "49%"


def test_a_share_with_decimals_is_rounded() -> None:
    assert percent(1 / 9, "en", decimals=1) == "11.1%"
    assert percent(2 / 3, "fr", decimals=1) == "66,7\u00a0%"


def test_a_share_below_one_percent_keeps_the_space_of_its_language() -> None:
    assert percent(0.003, "fr") == "<\u00a01\u00a0%"


@given(st.integers(-(10**15), 10**15), st.sampled_from(LANGUAGES))
def test_a_whole_number_reads_back(value: int, language: str) -> None:
    written = number(value, language).replace("−", "-").replace(NARROW, "").replace(",", "")
    assert int(written) == value


@given(st.integers(0, 100), st.sampled_from(LANGUAGES))
def test_a_whole_percentage_is_written_as_it_is(whole: int, language: str) -> None:
    assert percent(whole / 100, language).rstrip("%\u00a0") == str(whole)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1e16, "10,000,000,000,000,000"),
        (1.5e18, "1,500,000,000,000,000,000"),
        (10**20, "100,000,000,000,000,000,000"),
        (0.00001, "0.00001"),
        (-2.5e-7, "−0.00000025"),
        (123456.789, "123,456.789"),
        (-0.0, "0"),
    ],
)
def test_a_number_is_written_out_however_large_or_small(value: float, written: str) -> None:
    assert number(value, "en") == written


@given(st.floats(-1e18, 1e18), st.sampled_from(LANGUAGES))
def test_a_number_with_decimals_of_its_own_reads_back(value: float, language: str) -> None:
    written = number(value, language).replace("−", "-").replace(NARROW, "")
    assert float(written.replace(",", "." if language == "fr" else "")) == value


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (0.25, 2, ["+0.25", "+0.25", "+0,25"]),
        (-1234.5, 1, ["−1,234.5", "−1,234.5", f"−1{NARROW}234,5"]),
        (0.0, 1, ["0.0", "0.0", "0,0"]),
        (0.04, 1, ["0.0", "0.0", "0,0"]),
        (-0.04, 1, ["0.0", "0.0", "0,0"]),
        (0.5, 0, ["+1", "+1", "+1"]),
        (-0.25, 1, ["−0.3", "−0.3", "−0,3"]),
        (1.5, 0, ["+2", "+2", "+2"]),
    ],
)
def test_a_difference_has_its_sign_unless_it_is_written_as_nothing(
    value: float, decimals: int, written: list[str]
) -> None:
    assert [difference(value, each, decimals=decimals) for each in LANGUAGES] == written


@given(st.floats(-100, 100), st.integers(0, 3), st.sampled_from(LANGUAGES))
def test_a_difference_and_its_opposite_differ_by_the_sign_alone(value: float, decimals: int, language: str) -> None:
    one, other = (difference(each, language, decimals=decimals) for each in (value, -value))
    assert one.lstrip("+−") == other.lstrip("+−")
    assert {one[0], other[0]} == {"+", "−"} or one == other == number(0, language, decimals=decimals)


@pytest.mark.parametrize(
    ("share", "decimals", "written"),
    [(0.0004, 1, "<0.1%"), (0.9996, 1, "99.9%"), (0.001, 1, "0.1%"), (0.0, 1, "0.0%"), (1.0, 2, "100.00%")],
)
def test_a_share_with_decimals_is_the_whole_or_nothing_only_where_it_is(
    share: float, decimals: int, written: str
) -> None:
    assert percent(share, "en", decimals=decimals) == written
