import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.language.lists import listed, run_on
from maturity.text import LANGUAGES


@pytest.mark.parametrize(
    ("items", "language", "written"),
    [
        ([], "en", ""),
        (["a"], "zh", "a"),
        (["a", "b"], "en", "a and b"),
        (["a", "b", "c"], "en", "a, b and c"),
        (["甲", "乙", "丙"], "zh", "甲、乙和丙"),
        (["a", "b", "c"], "fr", "a, b et c"),
    ],
)
def test_items_are_listed_as_the_language_does(items: list[str], language: str, written: str) -> None:
    assert listed(items, language) == written


@pytest.mark.parametrize(
    ("items", "language", "written"),
    [
        (["总理", "经济和财政部"], "zh", "总理；经济和财政部"),
        (["甲、乙部", "丙", "丁"], "zh", "甲、乙部；丙；丁"),
        (["甲（乙和丙）", "丁"], "zh", "甲（乙和丙）和丁"),
        (
            ["Ministry of Health and Labour", "Prime Minister"],
            "en",
            "Ministry of Health and Labour; and Prime Minister",
        ),
        (["Employment, Training and Work", "CNAF"], "en", "Employment, Training and Work; and CNAF"),
        (["Act (health and labour)", "Order"], "en", "Act (health and labour) and Order"),
        (
            ["ministère de l’Économie et des Finances", "DINUM"],
            "fr",
            "ministère de l’Économie et des Finances\u00a0; DINUM",
        ),
        (["Ministry of Health and Labour"], "en", "Ministry of Health and Labour"),
        (["经济和财政部"], "zh", "经济和财政部"),
    ],
)
def test_items_that_are_lists_themselves_are_held_apart_by_semicolons(
    items: list[str], language: str, written: str
) -> None:
    assert listed(items, language) == written


def test_nothing_stands_between_chinese_titles() -> None:
    assert listed(["《甲》", "《乙和丙》", "《丁》"], "zh") == "《甲》《乙和丙》和《丁》"
    assert listed(["《甲》（2018）", "《乙》", "丙"], "zh") == "《甲》（2018）、《乙》和丙"


@pytest.mark.parametrize(
    ("items", "written"),
    [
        (["甲"], ["甲, etc.", "甲等", "甲, etc."]),
        (["甲", "乙"], ["甲, 乙, etc.", "甲、乙等", "甲, 乙, etc."]),
        ([], ["", "", ""]),
    ],
)
def test_an_open_list_says_that_there_are_more(items: list[str], written: list[str]) -> None:
    assert [listed(items, each, is_open=True) for each in LANGUAGES] == written


def test_an_open_list_of_lists_has_semicolons_throughout() -> None:
    assert listed(["甲和乙", "丙"], "zh", is_open=True) == "甲和乙；丙等"


@pytest.mark.parametrize(
    ("sentences", "language", "written"),
    [
        (["甲。", "乙。"], "zh", "甲。乙。"),
        (["甲。（丙）", "乙。"], "zh", "甲。（丙）乙。"),
        (["It is.", "乙。"], "zh", "It is. 乙。"),
        (["It is.", "It was."], "en", "It is. It was."),
        (["甲。"], "zh", "甲。"),
        ([], "fr", ""),
    ],
)
def test_sentences_stand_one_after_another(sentences: list[str], language: str, written: str) -> None:
    assert run_on(sentences, language) == written


@given(st.lists(st.sampled_from(["甲", "乙", "a b", "c"]), min_size=2), st.sampled_from(LANGUAGES))
def test_a_list_names_every_item_once_and_in_order(items: list[str], language: str) -> None:
    written = listed(items, language)
    for item in items:
        before, found, written = written.partition(item)
        assert (found, before) in {(item, each) for each in ("", ", ", "、", " and ", "和", " et ")}
    assert written == ""
