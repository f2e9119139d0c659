"""What `test_latex.py` does not say of single texts: where they may be broken, and which fonts they ask for."""

import pytest

from maturity.render.latex_text import is_chinese, latex_text

BREAK = r"\allowbreak{}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("w" * 20, "w" * 20),
        ("w" * 21, "w" * 20 + BREAK + "w"),
        ("w" * 41, BREAK.join(("w" * 20, "w" * 20, "w"))),
        ("w" * 15 + " " + "w" * 15, "w" * 15 + " " + "w" * 15),
        ("w" * 15 + "-" + "w" * 15, "w" * 15 + "-{}" + "w" * 15),
        ("w" * 15 + "/" + "w" * 15, "w" * 15 + "/" + BREAK + "w" * 15),
        ("w" * 15 + "法" + "w" * 15, "w" * 15 + "法" + "w" * 15),
        ("法" * 50, "法" * 50),
        ("_" * 21, r"\_" * 20 + BREAK + r"\_"),
    ],
    ids=["twenty", "one more", "twice", "space", "hyphen", "slash", "chinese within", "chinese", "escaped"],
)
def test_a_word_may_be_broken_after_twenty_characters(text: str, expected: str) -> None:
    assert latex_text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \n\t ", ""),
        ("  one  two  ", "one two"),
        ("\u00a0one", "~one"),
        ("so\u00adcial", r"so\-cial"),
        ("👩\u200d⚖\ufe0f", r"\sign{1F469}\sign{2696}"),
        ("a\u0301é", "a\u0301é"),
        ("“l’État” – 5 €…", "“l’État” – 5 €…"),
        ("½ ★", r"½ \sign{2605}"),
        ("社会保障（2022）。", "社会保障（2022）。"),
    ],
)
def test_a_text_stands_in_one_line_of_signs_that_the_fonts_have(text: str, expected: str) -> None:
    assert latex_text(text) == expected


@pytest.mark.parametrize("text", ["法", "a法", "，", "。", "（", "「", "！", "Ａ", "㐀", "豈"])
def test_characters_and_signs_of_chinese_writing_are_chinese(text: str) -> None:
    assert is_chinese(text)


@pytest.mark.parametrize("text", ["", "plain", "l’État – “é”…", "½ ≥ ★", "👩", "한국", "ﬁ", "ｱ"])
def test_other_writing_is_not(text: str) -> None:
    assert not is_chinese(text)
