import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.refolding import refold
from maturity.files.yaml_text import parse

BLOCK = """>-
      The first line of the text that was folded by hand and that
      goes on in the second line, up to where its author broke it
      and ends in the third."""


def changed(old: str, new: str) -> list[str]:
    """The lines of the block after a change, those alone that were not there before."""
    text = " ".join(line.strip() for line in BLOCK.splitlines()[1:]).replace(old, new)
    found = refold(BLOCK, text, width=160, newline="\n")
    assert found is not None
    assert parse(f"    k: {found}", "x.yaml") == {"k": text}
    before = BLOCK.splitlines()
    return [line.strip() for line in found.splitlines() if line not in before]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("folded", "wrapped", ["The first line of the text that was wrapped by hand and that"]),
        ("third", "last", ["and ends in the last."]),
        ("The first line of the text that was folded by hand and that ", "It ", ["It"]),
        ("its author", "his hand", ["goes on in the second line, up to where his hand broke it"]),
        (" and ends in the third.", "", []),
        ("third.", "third. More.", ["and ends in the third. More."]),
    ],
)  # fmt: skip
def test_only_the_lines_of_changed_words_change(old: str, new: str, lines: list[str]) -> None:
    assert changed(old, new) == lines


def test_a_longer_word_takes_in_the_next_line_rather_than_stand_alone() -> None:
    block = ">-\n  " + "a" * 60 + " " + "b" * 25 + "\n  short"
    text = "a" * 60 + " " + "b" * 35 + " short"
    found = refold(block, text, width=90, newline="\n")
    assert found == ">-\n  " + "a" * 60 + "\n  " + "b" * 35 + " short"


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (">-\n  a\n\n  b", "a b"),
        (">-\n  a\n    more\n  b", "a"),
        (">2-\n   a\n  b", "a"),
        (">-\n  a\n  b", "two\nlines"),
        (">-\n  a\n  b", ""),
        (">-\n  a\n  b", " a"),
        (">-\n  a \n  b", "a"),
        (">-", "a"),
    ],
)
def test_where_lines_mean_more_than_spaces_nothing_is_refolded(block: str, text: str) -> None:
    assert refold(block, text, width=80, newline="\n") is None


def test_line_ends_and_the_sign_with_its_comment_stay() -> None:
    block = ">-  # why\r\n  one two\r\n  three"
    assert refold(block, "one two four", width=80, newline="\r\n") == ">-  # why\r\n  one two\r\n  four"


WORDS = st.lists(
    st.sampled_from(("a", "bb", "ccc", "word", "evidence", "x" * 90, "level", "#", "-", "k:")), min_size=1, max_size=80
)


@given(WORDS, WORDS, st.integers(20, 120))
def test_any_text_reads_back_from_any_block(old: list[str], new: list[str], width: int) -> None:
    lines = [" ".join(old[start : start + 7]) for start in range(0, len(old), 7)]
    block = ">-\n" + "\n".join(f"    {line}" for line in lines)
    found = refold(block, " ".join(new), width=width, newline="\n")
    assert found is not None
    assert parse(f"  k: {found}", "x.yaml") == {"k": " ".join(new)}
