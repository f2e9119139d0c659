import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.render.charts.text_size import set_lines, text_width

SOME_TEXT = st.text(
    alphabet=st.sampled_from("abcdefghijklmnopqrstuvwxyz ABCWM.,-éèœç“”法律法规框架与标准，。（）"),
    min_size=1,
    max_size=120,
)


def test_letters_are_as_wide_as_in_arial() -> None:
    assert text_width("Hi", 1000) == pytest.approx((722 + 222) * 1.03)


def test_a_chinese_character_is_as_wide_as_high() -> None:
    assert text_width("法律", 10) == pytest.approx(20 * 1.03)


def test_an_accent_adds_nothing_and_bold_adds_a_little() -> None:
    assert text_width("é", 12) == text_width("e", 12)
    assert text_width("abc", 12) < text_width("abc", 12, bold=True) < 1.1 * text_width("abc", 12)


@given(SOME_TEXT, st.floats(60, 300))
def test_lines_fit_the_room_and_lose_nothing(text: str, room: float) -> None:
    lines = set_lines(text, 11, room, most=1000)
    assert all(text_width(each, 11) <= room for each in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_the_rest_of_a_long_text_is_left_out_with_an_ellipsis() -> None:
    lines = set_lines("word " * 100, 11, 100, most=3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert text_width(lines[-1], 11) <= 100
