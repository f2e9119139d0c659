from maturity.language.units import UNITS, measured
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
