from maturity.problems import DataError, Place, Problem


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
