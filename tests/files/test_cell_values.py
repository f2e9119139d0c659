import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.cell_values import cell_text, cell_value, chosen_word, refuse_formulas, refuse_other_unit
from maturity.files.faults import FaultError
from maturity.files.workbook_cells import RawCell
from maturity.files.yaml_text import Value
from maturity.records.ratings import STATUSES
from maturity.workbook.columns import HOLDS, Column
from maturity.workbook.quoting import number_cell, quoted, quoted_line
from tests.files.raw_sheets import Content, raw_cell


@pytest.mark.parametrize("holds", HOLDS)
@pytest.mark.parametrize("blank", ["", "   ", "\n\t", "　"])  # the last is the space of Chinese type
def test_what_is_blank_says_nothing(holds: str, blank: str) -> None:
    assert value(blank, holds) is None


@pytest.mark.parametrize("holds", HOLDS)
def test_no_column_takes_what_a_spreadsheet_has_worked_out(holds: str) -> None:
    formula, error = raw_cell("=" + "A1+" * 30, kind="formula"), raw_cell("#DIV/0!", kind="error")
    assert refusal(formula, holds) == ("E305", f"the formula ={'A1+' * 13}", "put its value in its place")
    assert refusal(error, holds) == ("E305", "the error #DIV/0!", "put a value in its place, or nothing")


def test_what_is_no_formula_is_not_refused() -> None:
    refuse_formulas(raw_cell("=1+1"))
    refuse_formulas(raw_cell(2))


# numbers


@pytest.mark.parametrize("holds", ["whole", "number"])
@pytest.mark.parametrize(
    ("content", "found"),
    [
        (5, 5),
        (5.0, 5),
        (2.5, 2.5),
        (-0.25, -0.25),
        ("5", 5),
        (" 5 ", 5),
        ("+5", 5),
        ("-5", -5),
        ("2.50", 2.5),
        (".5", 0.5),
        ("5.", 5),
        ("1e3", 1000),
        ("1.5E-3", 0.0015),
        ("007", 7),
    ],
)
def test_a_number_is_read_as_a_cell_or_as_text(content: Content, found: float, holds: str) -> None:
    read = value(content, holds)
    assert (read, type(read)) == (found, type(found))


@pytest.mark.parametrize("text", ["1 000", "1,000", "1.000,5", "--5", "1e", "e3", "5 persons", "0x10", "½", "nan"])
def test_what_could_be_another_number_stays_text_for_the_reader_to_refuse(text: str) -> None:
    assert value(text, "number") == text


@pytest.mark.parametrize("digits", [19, 400, 30_000])
@pytest.mark.parametrize("sign", ["", "-"])
def test_a_whole_number_has_no_more_digits_than_a_file_could_hold(sign: str, digits: int) -> None:
    found = refusal(raw_cell(sign + "9" * digits), "whole")
    assert found == ("E007", f"number of {digits} digits", "at most 18")


@pytest.mark.parametrize("text", ["9" * 30_000 + ".5", "1e999"])
def test_a_number_too_large_to_be_finite_is_left_to_the_reader_to_refuse(text: str) -> None:
    assert value(text, "number") == float("inf")


def test_however_many_digits_make_no_number_of_what_is_none() -> None:
    assert value("9" * 32_767 + "x", "number") == "9" * 32_767 + "x"


@pytest.mark.parametrize("number", [10**17 + 1, -(10**18) + 1, 123456789012345678])
def test_a_whole_number_keeps_all_its_digits(number: int) -> None:
    assert value(str(number), "whole") == number


def test_a_date_is_no_number() -> None:
    found = refusal(raw_cell("2021-01-31", kind="date"), "number")
    assert found == ("E102", "expected a number, found the date 2021-01-31", "format the cell as a number")


@pytest.mark.parametrize("text", ["69%", " 69 %", "42.5％"])
def test_a_number_with_the_sign_of_its_unit_is_refused_with_what_to_write(text: str) -> None:
    found = refusal(raw_cell(text), "number")
    assert found == (
        "E102",
        f"expected a number, found the text '{text.strip()}'",
        "leave out the sign: the unit says it",
    )


def test_a_percentage_is_the_number_that_the_cell_shows() -> None:
    read = cell_value(raw_cell(15.0, kind="percentage"), column("number"))
    assert (read, type(read)) == (15, int)


@pytest.mark.parametrize("holds", [each for each in HOLDS if each not in ("number", "text")])
def test_a_percentage_belongs_into_a_column_of_figures_alone(holds: str) -> None:
    found = refusal(raw_cell(300.0, kind="percentage"), holds)
    assert found == ("E102", "a percentage does not belong here: 300%", "format the cell as a number")


def test_a_percentage_of_another_unit_is_refused() -> None:
    cell = raw_cell(85.5, kind="percentage")
    for unit in ("%", ""):
        refuse_other_unit(cell, unit)
    with pytest.raises(FaultError, match=r"^85\.5% where the unit is 'index 0–1'$"):
        refuse_other_unit(cell, "index 0–1")
    refuse_other_unit(raw_cell(0.855), "index 0–1")


@given(st.integers(-(10**18) + 1, 10**18 - 1) | st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_that_a_workbook_holds_reads_back_equal(number: float) -> None:
    assert value(number_cell(number), "number") == number


# truth values, dates, results


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (True, True),
        (False, False),
        ("yes", True),
        ("no", False),
        ("Yes", True),
        (" NO ", False),
        ("TRUE", True),
        ("false", False),
        ("yes · oui", True),
        ("no·否", False),
        ("是", True),
        ("否", False),
        ("oui", True),
        ("Non", False),
    ],
)
def test_a_truth_value_is_read_in_every_language_of_the_sheets(content: Content, found: bool) -> None:
    assert value(content, "truth") is found


@pytest.mark.parametrize("content", ["perhaps", 1, 0, "y", "yes and no"])
def test_what_is_no_truth_value_stays_for_the_reader_to_refuse(content: Content) -> None:
    read = value(content, "truth")
    assert (read, type(read)) == (content, type(content))


@pytest.mark.parametrize(
    ("content", "found"),
    [(2021, 2021), (2021.0, 2021), ("2021-01", "2021-01"), (" 2021-01-31 ", "2021-01-31"), (2021.5, 2021.5)],
)
def test_a_date_is_a_year_or_words(content: Content, found: Value) -> None:
    read = value(content, "date")
    assert (read, type(read)) == (found, type(found))


def test_a_cell_that_shows_a_date_is_one() -> None:
    assert cell_value(raw_cell("2021-01", kind="date"), column("date")) == "2021-01"


@pytest.mark.parametrize(
    ("content", "found"),
    [(3, 3), (3.0, 3), ("3", 3), ("3 · established", 3), ("0·absent", 0), ("３", 3), (2.5, 2.5), (True, True)],
)
def test_a_level_is_read_with_or_without_its_name(content: Content, found: Value) -> None:
    read = value(content, "result")
    assert (read, type(read)) == (found, type(found))


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_is_read_with_or_without_what_it_means(status: str) -> None:
    assert value(status, "result") == value(f"{status} · 说明", "result") == status


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("not-ratd", "did you mean 'not-rated'?"),
        ("maybe", "a level, or one of not-rated, not-evaluable, not-applicable, not-asked"),
        ("-1", "a level, or one of not-rated, not-evaluable, not-applicable, not-asked"),
        ("9" * 10, "a level, or one of not-rated, not-evaluable, not-applicable, not-asked"),
    ],
)
def test_a_word_that_is_no_result_is_refused(word: str, hint: str) -> None:
    assert refusal(raw_cell(word), "result") == ("E103", f"neither a level nor a status: '{word}'", hint)


def test_a_long_word_is_cut_in_the_message() -> None:
    assert refusal(raw_cell("x" * 100), "result")[1] == f"neither a level nor a status: '{'x' * 40}'"


@pytest.mark.parametrize("answer", ["maybe", "3", "partly · 部分", "not-rated"])
def test_where_a_checklist_is_answered_every_word_is_an_answer(answer: str) -> None:
    assert cell_value(raw_cell(answer), column("result"), answers=True) == answer.partition(" ·")[0]


# words


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("one", ["one"]),
        ("one, two", ["one", "two"]),
        ("one;two；three，four、five", ["one", "two", "three", "four", "five"]),
        (" one\n\ntwo ,, three, ", ["one", "two", "three"]),
        (", ;", []),
        ("one one", ["one", "one"]),
    ],
)
def test_ids_are_parted_by_what_people_put_between_them(text: str, ids: list[str]) -> None:
    assert value(text, "ids") == ids


def test_lines_are_one_below_the_other_and_blank_ones_none() -> None:
    assert value("first, line\n\n  second \r\n", "lines") == ["first, line", "second"]


def test_a_choice_is_the_word_before_its_meaning_and_an_id_the_whole() -> None:
    assert value(" law · 法律 ", "choice") == "law"
    assert value(" law · 法律 ", "id") == "law · 法律"


def test_words_keep_the_space_around_them() -> None:
    assert value(" as printed ", "words") == " as printed "


@pytest.mark.parametrize("holds", ["words", "id", "ids", "lines", "choice"])
@pytest.mark.parametrize(
    ("content", "kind", "message"),
    [
        (5, "number", "expected text, found the number 5"),
        (True, "truth", "expected text, found the truth value true"),
        ("2021-01-31", "date", "expected text, found the date 2021-01-31"),
    ],
)
def test_a_number_is_no_words(content: Content, kind: str, message: str, holds: str) -> None:
    assert refusal(raw_cell(content, kind=kind), holds) == (
        "E102",
        message,
        "format the cell as text, then type it again",
    )


def test_the_text_of_a_cell_is_given_as_it_is() -> None:
    assert cell_text(raw_cell("  =1 · 2  ")) == "  =1 · 2  "


@given(st.text())
def test_words_that_a_workbook_holds_read_back_equal(text: str) -> None:
    assert value(quoted(text), "words") == text


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_lines_that_a_workbook_holds_read_back_equal(lines: list[str]) -> None:
    assert value("\n".join(quoted_line(each) for each in lines), "lines") == lines


@given(
    st.lists(st.text("abz09-", min_size=1, max_size=8), min_size=1, max_size=4),
    st.sampled_from(", ;、\n"),
)
def test_ids_read_back_whatever_stands_between_them(ids: list[str], between: str) -> None:
    assert value(between.join(ids), "ids") == ids


@pytest.mark.parametrize(("text", "word"), [("a · b · c", "a"), ("·b", ""), ("a", "a"), ("a-b ·", "a-b"), ("", "")])
def test_a_chosen_word_ends_at_the_first_sign(text: str, word: str) -> None:
    assert chosen_word(text) == word


def column(holds: str) -> Column:
    return Column(path=("field",), holds=holds)


def value(content: Content, holds: str) -> Value:
    return cell_value(raw_cell(content), column(holds))


def refusal(cell: RawCell, holds: str) -> tuple[str, str, str]:
    with pytest.raises(FaultError, match=re.compile("")) as caught:
        cell_value(cell, column(holds))
    return caught.value.code, str(caught.value), caught.value.hint
