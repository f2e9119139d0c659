import pytest

from maturity.problems import CellPlace, DataError, Place, Problem


def problem(*, file: str = "a.yaml", line: int = 1, code: str = "E104", hint: str = "") -> Problem:
    return Problem(place=Place(file=file, line=line, column=2), code=code, message="unknown thing 'x'", hint=hint)


def test_a_problem_reads_as_one_line() -> None:
    assert str(problem(hint="did you mean 'y'?")) == "a.yaml:1:2: E104 unknown thing 'x' (did you mean 'y'?)"


def test_without_a_hint_there_are_no_brackets() -> None:
    assert str(problem()) == "a.yaml:1:2: E104 unknown thing 'x'"


def test_a_problem_with_a_file_as_a_whole_has_no_line() -> None:
    assert str(Place(file="a.yaml")) == "a.yaml"


def test_codes_with_w_are_warnings() -> None:
    assert [problem(code=each).is_warning for each in ("W201", "E104")] == [True, False]


def test_an_error_holds_its_problems_in_order_of_place() -> None:
    late, early, elsewhere = problem(line=10), problem(line=9), problem(file="B.yaml", line=99)
    error = DataError([late, early, elsewhere])
    assert error.problems == (elsewhere, early, late)
    assert str(error).splitlines() == [str(each) for each in error.problems]


def test_equal_problems_are_equal() -> None:
    assert problem() == problem()
    assert len({problem(), problem(), problem(line=2)}) == 2


def test_a_code_says_how_bad_it_is() -> None:
    assert [problem(code=each).severity for each in ("E104", "W201", "W301")] == ["error", "warning", "warning"]


@pytest.mark.parametrize(("column", "cell"), [(1, "A7"), (26, "Z7"), (27, "AA7"), (703, "AAA7")])
def test_a_place_in_a_workbook_names_sheet_and_cell(column: int, cell: str) -> None:
    place = CellPlace(file="a.xlsx", sheet="Legal acts", line=7, column=column)
    assert str(place) == f"a.xlsx:Legal acts!{cell}"


def test_problems_of_a_workbook_stand_in_the_order_of_its_sheets() -> None:
    def at(sheet: str, number: int, row: int) -> Problem:
        place = CellPlace(file="a.xlsx", sheet=sheet, sheet_number=number, line=row, column=1)
        return Problem(place=place, code="E102", message="no")

    whole = Problem(place=Place(file="a.xlsx"), code="E303", message="no sheet")
    late, early = at("Acts", 2, 1), at("Bodies", 1, 9)
    assert DataError([late, early, whole]).problems == (whole, early, late)
