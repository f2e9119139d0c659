import pytest

from maturity.files.structure import structure
from maturity.files.yaml_slips import Slip, find_slip, hint_at_id, hint_at_key, hint_at_number
from maturity.files.yaml_text import parse
from maturity.problems import DataError, Place
from maturity.records.statistics import Statistic

TAB = "indent with spaces, not with tabs"
FULL_WIDTH = "write ': ' in place of '：'"
NO_SPACE = "a space belongs behind the colon"
QUOTES = "text that holds ': ' needs quotation marks around it"
NUMBER = "numbers have no separators, and a point before the decimals"


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("a:\n\t- x\n", 2, 1, TAB),
        ("a:\n  - id: x\n  \tkind: y\n    text: z\n", 3, 3, TAB),
        ("r:\n  - id: a\n    level：0\n    text: b\n", 3, 10, FULL_WIDTH),
        ("r:\n  - id：a\n    text: b\n", 2, 7, FULL_WIDTH),
        ("r:\n  - id: a\n    kind:strength\n    text: b\n", 3, 9, NO_SPACE),
        ("kind:strength\nx: 1\n", 1, 5, NO_SPACE),
        ("r:\n  - id: a\n    text: see: this\n", 3, 14, QUOTES),
        ("r:\n  - id: a\n    kind: b\n   text: c\n", 4, 4, "begin it below the key in line 3, 4 spaces in"),
        ("r:\n  - id: a\n\n   # why\n   text: c\n", 5, 4, "begin it below the key in line 2, 4 spaces in"),
        ("r:\n  - id: a\n    kind: b\n     text: c\n", 4, 6, "begin it below the key in line 3, 4 spaces in"),
        ("a: [\n", 2, 1, ""),
    ],
)
def test_a_slip_is_shown_where_it_was_made(text: str, line: int, column: int, hint: str) -> None:
    with pytest.raises(DataError) as caught:
        parse(text, "x.yaml")
    (problem,) = caught.value.problems
    assert (problem.code, problem.place, problem.hint) == ("E002", Place(file="x.yaml", line=line, column=column), hint)


@pytest.mark.parametrize(
    "line",
    [
        "url: http://example.org",
        'text: "see: this"',
        "text: {en: a, zh: b}",
        "- id: a",
        "# kind:strength",
        "说明：一",
        "",
    ],
)
def test_what_is_no_slip_is_passed_over(line: str) -> None:
    assert find_slip(f"{line}\n{line}\n", 2) is None


def test_a_slip_further_above_is_another_matter() -> None:
    text = "kind:strength\nid: a\nid: b\n"
    assert find_slip(text, 2) == Slip(1, 5, NO_SPACE)
    assert find_slip(text, 3) is None
    assert find_slip(text, 9) is None


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("374", NUMBER),
        ("level：0", FULL_WIDTH),
        ("id:a", NO_SPACE),
        ("http://x", ""),
        ("1374", ""),
        ("kidn", ""),
    ],
)
def test_a_key_may_be_one_with_its_value(word: str, hint: str) -> None:
    assert hint_at_key(word) == hint


@pytest.mark.parametrize(("word", "sign"), [("f1， f2", "，"), ("f1、f2", "、"), ("f1；f2", "；")])
def test_an_id_may_be_several(word: str, sign: str) -> None:
    assert hint_at_id(word) == f"write ', ' between them in place of '{sign}'"
    assert hint_at_id("f1") == ""


@pytest.mark.parametrize("text", ["42,1", "1,374,687", "1 374 687", "1.374.687", "1’374", " 5_000 "])
def test_a_number_may_be_written_as_it_is_printed(text: str) -> None:
    assert hint_at_number(text) == NUMBER


@pytest.mark.parametrize("text", ["about 5", "x", "", "5 persons", "2021-04", "1,a"])
def test_other_words_are_no_number(text: str) -> None:
    assert hint_at_number(text) == ""


def test_the_reader_says_how_to_write_a_number() -> None:
    _, faults = structure({"low": "42,1", "year": "2 021", "374": None}, Statistic, language="en")
    assert [each.path for each in faults if each.hint == NUMBER] == [("low",), ("year",), ("374",)]


def test_the_reader_says_where_a_space_is_missing() -> None:
    _, faults = structure("kind:strength", Statistic, language="en")
    assert [(each.code, each.hint) for each in faults] == [("E102", NO_SPACE)]
