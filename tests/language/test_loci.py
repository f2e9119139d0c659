import re

import pytest

from maturity.language.loci import locus
from tests.shipped import france


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "Table 10 row 3; §5 ¶3; footnote 7"),
        ("zh", "表10第3行；§5 ¶3；脚注7"),
        ("fr", "tableau 10, ligne 3\u00a0; §5 ¶3\u00a0; note 7"),
    ],
)
def test_a_place_is_named_as_the_language_does(language: str, written: str) -> None:
    assert locus("Table 10 row 3; §5 ¶3; footnote 7", language) == written


@pytest.mark.parametrize("text", ["§9", "p. 14", "the Tables", "Table A", ""])
def test_a_place_that_it_does_not_know_stays_as_it_is(text: str) -> None:
    assert [locus(text, each) for each in ("en", "zh", "fr")] == [text] * 3


@pytest.mark.parametrize(
    ("text", "chinese", "french"),
    [
        ("Table 12", "表12", "tableau 12"),
        ("Table 3.1", "表3.1", "tableau 3.1"),
        ("Figure 2; Figure 3", "图2；图3", "figure 2\u00a0; figure 3"),
        ("Reference 14", "参考文献14", "référence 14"),
        ("§5 ¶3; Table 9 row 12", "§5 ¶3；表9第12行", "§5 ¶3\u00a0; tableau 9, ligne 12"),
        ("p. 14 (Table 10)", "p. 14 (表10)", "p. 14 (tableau 10)"),
        ("Tables 9 and 10", "Tables 9 and 10", "Tables 9 and 10"),
        ("NewTable 3 row 1", "NewTable 3 row 1", "NewTable 3 row 1"),
    ],
)
def test_each_part_of_a_place_is_named_by_itself(text: str, chinese: str, french: str) -> None:
    assert [locus(text, each) for each in ("en", "zh", "fr")] == [text, chinese, french]


def test_a_language_without_words_for_places_shows_them_as_they_stand() -> None:
    assert locus("Table 10 row 3", "de") == "Table 10 row 3"


def test_every_table_that_france_cites_is_named_in_chinese_and_french() -> None:
    cited = {each.locus for each in france().profile.records()}
    assert len([each for each in cited if "Table" in each]) > 100
    for place in cited:
        for language in ("zh", "fr"):
            assert not re.search(r"\b(Table|Figure|footnote|Reference) \d|\brow \d", locus(place, language)), place
