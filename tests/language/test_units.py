import pytest

from maturity.language.units import CHINESE_COUNTS, UNITS, measured, unit_words
from maturity.text import LANGUAGES
from tests.shipped import france


def test_every_unit_of_the_vocabulary_is_written_in_chinese_and_french() -> None:
    units = {each.unit for each in france().framework.vocabulary("statistics").terms if each.unit}
    assert set(UNITS) == units
    for unit in units:
        for language in ("zh", "fr"):
            assert measured([3], unit, language).count("3") == 1


def test_a_unit_without_a_translation_stays_as_it_is() -> None:
    assert measured([3], "parsecs", "fr") == "3 parsecs"


def test_a_rank_is_written_before_its_figure() -> None:
    assert [measured([3], "rank", each) for each in ("en", "zh", "fr")] == ["rank 3", "第3位", "rang 3"]


@pytest.mark.parametrize(
    ("unit", "written"),
    [
        ("persons per km²", ["persons per km²", "每平方公里…人", "habitants par km²"]),
        ("points of 10", ["points of 10", "分（满分10分）", "points sur 10"]),
        ("score 0–100", ["score 0–100", "得分，0至100", "score de 0 à 100"]),
        ("million in national currency a year", [
            "million in national currency a year", "每年…百万本币", "millions en monnaie nationale par an",
        ]),
        ("%", ["%", "%", "%"]),
        ("USD", ["USD", "美元", "USD"]),
        ("parsecs", ["parsecs", "parsecs", "parsecs"]),
    ],
)  # fmt: skip
def test_a_unit_without_a_figure_shows_where_words_enclose_it(unit: str, written: list[str]) -> None:
    assert [unit_words(unit, each) for each in LANGUAGES] == written


@pytest.mark.parametrize("unit", UNITS)
def test_the_head_of_a_column_is_no_half_of_a_parenthesis(unit: str) -> None:
    for language in LANGUAGES:
        words = unit_words(unit, language)
        assert (words.count("("), words.count("（")) == (words.count(")"), words.count("）"))
        assert words == words.strip()
        assert "{" not in words


@pytest.mark.parametrize("unit", ["persons", "%", "rank", "score 0–1", "cities"])
def test_a_range_is_written_with_both_ends_as_the_language_writes_numbers(unit: str) -> None:
    shown = {"en": "1,200–3,500.5", "zh": "1,200–3,500.5", "fr": "1\u202f200–3\u202f500,5"}
    assert [measured([1200, 3500.5], unit, each).count(shown[each]) for each in LANGUAGES] == [1, 1, 1]


def test_english_names_a_unit_behind_its_figure() -> None:
    written = [measured([3], unit, "en") for unit in ("persons", "index 0–1", "%", "km²")]
    assert written == ["3 persons", "3 index 0–1", "3%", "3 km²"]


@pytest.mark.parametrize(
    ("values", "unit", "written"),
    [
        ([2832], "billion USD", "28,320亿美元"),
        ([0.3], "billion USD", "3亿美元"),
        ([0.05], "billion USD", "5,000万美元"),
        ([0], "billion USD", "0美元"),
        ([-1.1, 2], "billion in national currency", "−11–20亿本币"),
        ([312], "million in national currency a year", "每年3.12亿本币"),
        ([99.5], "million in national currency", "9,950万本币"),
        ([0.000009], "million in national currency", "9本币"),
        ([30], "million lines", "3,000万行"),
    ],
)
def test_chinese_counts_millions_and_billions_by_ten_thousands(values: list[float], unit: str, written: str) -> None:
    assert measured(values, unit, "zh") == written


def test_every_unit_of_millions_or_billions_is_counted_anew_in_chinese() -> None:
    large = {"billion": 10**9, "million": 10**6}
    assert {unit: worth for unit, (worth, _) in CHINESE_COUNTS.items()} == {
        unit: large[unit.split()[0]] for unit in UNITS if unit.split()[0] in large
    }


def test_what_is_logged_into_and_what_pensions_are_saved_in_are_different_accounts() -> None:
    written = [measured([7], unit, "zh") for unit in ("accounts", "pension accounts")]
    assert written == ["7个账号", "7个账户"]
