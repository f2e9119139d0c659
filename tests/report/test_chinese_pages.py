"""What the pages of the five countries say in Chinese, as it is set."""

import re
from collections.abc import Iterator

import attrs
import pytest

from maturity.comparison import compare
from maturity.gaps import gap_report
from maturity.report.compare_page import TABLE_IDS, compare_page
from maturity.report.explain_page import explain_page
from maturity.report.gap_page import gap_page
from maturity.scoring import Assessment, assess
from tests.data_contracts.shipped import WAVES, country, framework

_HALF_WIDTH = re.compile(r"[\u3400-\u9fff] ?[()]|[()] ?[\u3400-\u9fff]")


def assessed(code: str, wave: int) -> Assessment:
    return assess(country(code, wave), framework())


def texts(value: object) -> Iterator[str]:
    """Every text in *value*, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif attrs.has(type(value)):
        for name in (each.name for each in attrs.fields(type(value))):  # type: ignore[arg-type]
            yield from texts(getattr(value, name))


def half_width(value: object) -> list[str]:
    return [line for text in texts(value) for line in text.splitlines() if _HALF_WIDTH.search(line)]


@pytest.mark.parametrize(("code", "wave"), WAVES)
def test_no_half_width_bracket_stands_beside_chinese_in_a_report(code: str, wave: int) -> None:
    assert half_width(gap_page(gap_report(assessed(code, wave)), language="zh")) == []


@pytest.mark.parametrize(("code", "wave"), WAVES)
def test_no_half_width_bracket_stands_beside_chinese_where_a_score_is_explained(code: str, wave: int) -> None:
    found = assessed(code, wave)
    for each in found.scores:
        assert half_width(explain_page(found, each.id, language="zh")) == [], each.id


def test_no_half_width_bracket_stands_beside_chinese_in_a_comparison() -> None:
    found = compare([assessed(code, wave) for code, wave in WAVES])
    assert half_width(compare_page(found, tables=TABLE_IDS, language="zh")) == []


def test_a_half_width_bracket_beside_a_chinese_character_is_found() -> None:
    wrong = ("权利(rights)", "权利 (rights)", "rights (权利)")
    assert half_width((*wrong, "约3%（2019）", "a (b)", ("《条例》 (a)",))) == list(wrong)
