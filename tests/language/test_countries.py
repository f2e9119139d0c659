import re

import pytest

from maturity.language.countries import country_names
from maturity.text import LANGUAGES


def test_every_country_of_iso_3166_1_has_a_name_in_every_language() -> None:
    names = country_names()
    assert len(names) == 249
    for code, by_language in names.items():
        assert re.fullmatch("[A-Z]{3}", code)
        assert tuple(by_language) == LANGUAGES
        assert all(by_language.values())


def test_chinese_names_are_in_chinese_characters() -> None:
    assert [each["zh"] for each in country_names().values() if not re.match("[\u4e00-\u9fff]", each["zh"])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_stands_twice(language: str) -> None:
    names = [each[language] for each in country_names().values()]
    assert len(set(names)) == len(names)


def test_codes_stand_in_order() -> None:
    assert list(country_names()) == sorted(country_names())


@pytest.mark.parametrize(
    ("code", "zh"),
    [
        ("HKG", "中国香港特别行政区"),
        ("MAC", "中国澳门特别行政区"),
        ("TWN", "中国台湾省"),
        ("CHN", "中国"),
        ("KOR", "韩国"),
    ],
)
def test_names_that_were_decided_on(code: str, zh: str) -> None:
    assert country_names()[code]["zh"] == zh


def test_former_and_private_codes_are_no_countries() -> None:
    assert not {"DDR", "ZAR", "SUN", "YUG", "XKK", "QUU", "ZZZ"} & set(country_names())
