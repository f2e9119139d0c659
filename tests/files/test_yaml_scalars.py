import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from maturity.files.yaml_scalars import Quoted, fold, is_plain, quoted, write_scalar
from maturity.files.yaml_text import parse

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.text(
    "-:?,[]{}#&*!|>'\"%@`~=+.01e \n\tnoé中", max_size=8
)
HARD = [
    "0E0",
    "1e3",
    "NO",
    "null",
    "~",
    " a",
    "a ",
    "a: b",
    "a #b",
    "a:",
    "\x00",
    "a\nb",
    "\u200f",
    "🙂",
    "-",
    "0x1f",
    "1:30",
    "<<",
]


def read(line: str) -> object:
    return parse(line, "x.yaml")


@given(TEXTS)
@pytest.mark.parametrize("like", [None, "'", '"'])
def test_any_text_reads_back_in_a_block_and_in_brackets(like: str | None, text: str) -> None:
    assert read(f"k: {write_scalar(text, flow=False, like=like)}") == {"k": text}
    assert read(f"- {write_scalar(text, flow=False, like=like)}") == [text]
    written = write_scalar(text, flow=True, like=like)
    key = write_scalar(text, flow=True)
    assert read(f"{{k: [{written}, {written}], inner: {{{key}: {written}}}}}") == {
        "k": [text, text],
        "inner": {text: text},
    }


@pytest.mark.parametrize("text", HARD)
def test_what_a_reader_could_bend_is_quoted(text: str) -> None:
    assert is_plain(text, flow=False) == (text in ("\u200f", "🙂"))
    assert read(f"k: {write_scalar(text, flow=False)}") == {"k": text}


@given(TEXTS)
@example("NO")
@example("on")
@example("012")
@example("1_000")
def test_a_reader_of_version_1_1_takes_a_text_for_the_same_unless_it_is_a_date(text: str) -> None:
    if not re.match(r"[0-9]{4}-[0-9]", text):
        assert yaml.safe_load(f"k: {write_scalar(text, flow=False)}") == {"k": text}


def test_a_word_of_five_thousand_characters_is_no_trouble() -> None:
    for text in ("a" * 5000, "中" * 5000, '"' * 5000):
        assert read(f"k: {{a: {write_scalar(text, flow=True)}}}") == {"k": {"a": text}}


@pytest.mark.parametrize(
    ("value", "written"),
    [(True, "true"), (None, "null"), (3, "3"), (2.5, "2.5"), (1e22, "1e+22"), (-0.5, "-0.5"), (5e-324, "5e-324")],
)
def test_other_values_are_written_bare(value: bool | float | None, written: str) -> None:
    assert write_scalar(value, flow=True) == written
    assert read(f"k: {written}") == {"k": value}


@pytest.mark.parametrize(
    ("text", "like", "written"),
    [
        ("plain", None, "plain"),
        ("plain", "'", "'plain'"),
        ("it's", "'", "'it''s'"),
        ("two\nlines", "'", '"two\\nlines"'),
        ("§5 ¶1", None, "§5 ¶1"),
        ("2021-07", None, "2021-07"),
        ("2021", None, '"2021"'),
        ("https://example.org", None, '"https://example.org"'),
        (Quoted("0e123456"), "'", '"0e123456"'),
        ("", None, '""'),
    ],
)
def test_a_text_keeps_its_quotes_where_they_can_hold_it(text: str, like: str | None, written: str) -> None:
    assert write_scalar(text, flow=False, like=like) == written


def test_commas_and_brackets_are_quoted_within_brackets_alone() -> None:
    assert write_scalar("row France, 2022", flow=False) == "row France, 2022"
    assert write_scalar("row France, 2022", flow=True) == '"row France, 2022"'


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\x7f", "\ufeff", "\x00", "\n", "\t", "𠮷", '"', "\\"])
def test_no_character_is_bent_in_quotes(character: str) -> None:
    assert read(quoted(f" {character} ")) == f" {character} "


@given(st.text("ab  中", max_size=60), st.integers(1, 20))
def test_a_folded_text_reads_back(text: str, width: int) -> None:
    lines = fold(text, width)
    if lines is not None:
        assert read("k: >-\n" + "".join(f"  {line}\n" for line in lines)) == {"k": text}


def test_a_fold_fills_each_line_as_far_as_its_words_allow() -> None:
    assert fold("one two three four", 9) == ["one two", "three", "four"]
    assert fold("one two", 9) is None
    assert fold("eleven-long x", 9) == ["eleven-long", "x"]
    assert fold("two\nlines and more", 9) is None
