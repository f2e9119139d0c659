import pytest

from maturity.language.units import UNITS, measured, unit_words
from maturity.text import LANGUAGES
from tests.shipped import france


def test_every_unit_of_the_vocabulary_is_written_in_chinese_and_french() -> None:
    units = {each.unit for each in france().framework.vocabulary("statistics").terms if each.unit}
    assert set(UNITS) == units
    for unit in units:
        for language in ("zh", "fr"):
            assert measured("3,500", unit, language).count("3,500") == 1


def test_a_unit_without_a_translation_stays_as_it_is() -> None:
    assert measured("3", "parsecs", "fr") == "3 parsecs"


def test_a_rank_is_written_before_its_figure() -> None:
    assert [measured("3", "rank", each) for each in ("en", "zh", "fr")] == ["rank 3", "第3位", "rang 3"]


@pytest.mark.parametrize(
    ("unit", "written"),
    [
        ("persons per km²", ["persons per km²", "每平方公里…人", "habitants par km²"]),
        ("points of 10", ["points of 10", "分（满分10分）", "points sur 10"]),
        ("score 0–100", ["score 0–100", "得分，0–100", "score de 0 à 100"]),
        ("million in national currency a year", [
            "million in national currency a year", "每年…（百万本币）", "millions en monnaie nationale par an",
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


@pytest.mark.parametrize("unit", ["persons", "%", "rank", "score 0–1", "billion USD"])
def test_a_figure_stands_as_it_is_written_whatever_it_holds(unit: str) -> None:
    for figure in ("1,5", "{}", "3–5", "1\u202f000"):
        assert [measured(figure, unit, each).count(figure) for each in LANGUAGES] == [1, 1, 1]


def test_english_names_a_unit_behind_its_figure() -> None:
    written = [measured("3", unit, "en") for unit in ("persons", "index 0–1", "%", "km²")]
    assert written == ["3 persons", "3 index 0–1", "3%", "3 km²"]
