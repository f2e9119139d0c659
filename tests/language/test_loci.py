import pytest

from maturity.language.loci import locus


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
