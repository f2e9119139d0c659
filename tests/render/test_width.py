import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.render.width import columns_of, pad, wrap

CLOSING = "，。；：、！？）》」』】〉”’％…"
OPENING = "（《「『【〈“‘"
HAN = "社会保障数字化评估中国法国"

MIXED = st.text(alphabet=f"ab é-–/{HAN}{CLOSING}{OPENING}\u00a0\u0301😀\u200d", max_size=80)
CHINESE = st.lists(
    st.one_of(
        st.text(alphabet=HAN, min_size=1, max_size=4),
        st.builds("（{}）".format, st.sampled_from(HAN)),
        st.builds("{}，".format, st.sampled_from(HAN)),
    ),
    min_size=1,
).map("".join)


def without_spaces(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("é", 1), ("e\u0301", 1), ("中文", 4), ("（中）", 6), ("a中", 3), ("–", 1), ("😀", 2)],
)
def test_a_chinese_character_takes_two_columns(text: str, columns: int) -> None:
    assert columns_of(text) == columns


def test_english_breaks_between_words() -> None:
    assert wrap("One stop for every service", 10) == ["One stop", "for every", "service"]


def test_a_hyphenated_word_stays_whole() -> None:
    assert wrap("the one-stop portal", 8) == ["the", "one-stop", "portal"]


def test_a_word_longer_than_the_width_is_cut() -> None:
    assert wrap("see https://example.org/a", 10) == ["see", "https://ex", "ample.org/", "a"]


def test_chinese_breaks_between_any_two_characters() -> None:
    assert wrap("社会保障数字化", 6) == ["社会保", "障数字", "化"]


def test_an_odd_width_leaves_a_column_empty() -> None:
    assert wrap("社会保障", 5) == ["社会", "保障"]


def test_no_line_begins_with_closing_punctuation() -> None:
    assert wrap("社会保障，数字化。", 8) == ["社会保", "障，数字", "化。"]


def test_no_line_ends_with_opening_punctuation() -> None:
    assert wrap("社会保（障）", 8) == ["社会保", "（障）"]


def test_a_latin_word_in_chinese_stays_whole() -> None:
    assert wrap("法国FranceConnect平台", 14) == ["法国", "FranceConnect", "平台"]


def test_a_long_latin_word_in_chinese_is_cut() -> None:
    assert wrap("法abcdefgh国", 6) == ["法", "abcdef", "gh国"]


def test_a_french_colon_stays_with_its_word() -> None:
    assert wrap("la couverture\u00a0: bonne", 13) == ["la", "couverture\u00a0:", "bonne"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10) == [""]


def test_combining_marks_do_not_make_room_for_wide_characters() -> None:
    assert wrap("中\u0301" * 6, 4) == ["中\u0301" * 2] * 3


def test_text_is_filled_to_a_width() -> None:
    assert (pad("中", 4), pad("7", 3, right=True), pad("long", 2)) == ("中  ", "  7", "long")


@given(MIXED, st.integers(2, 40))
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(columns_of(line) <= width for line in wrap(text, width))


@given(MIXED, st.integers(2, 40))
def test_wrapping_keeps_every_character_but_spaces(text: str, width: int) -> None:
    assert without_spaces("".join(wrap(text, width))) == without_spaces(text)


@given(st.lists(st.text(alphabet="abcé", min_size=1, max_size=8), min_size=1), st.integers(8, 40))
def test_words_that_fit_are_never_cut(words: list[str], width: int) -> None:
    assert " ".join(wrap(" ".join(words), width)).split() == words


@given(CHINESE, st.integers(10, 40))
def test_chinese_punctuation_stays_with_what_it_belongs_to(text: str, width: int) -> None:
    for line in wrap(text, width)[1:]:
        assert line[0] not in CLOSING
    for line in wrap(text, width)[:-1]:
        assert line[-1] not in OPENING


@given(CHINESE, st.integers(10, 40))
def test_no_chinese_line_leaves_room_for_what_follows(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(columns_of(line) >= width - 8 for line in lines[:-1])
