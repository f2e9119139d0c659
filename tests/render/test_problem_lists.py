import json
import re

from hypothesis import given
from hypothesis import strategies as st

from maturity.problems import Place, Problem
from maturity.render.problem_lists import (
    SHOWN,
    SHOWN_OF_A_FILE,
    render_problem_annotations,
    render_problem_json,
    render_problem_lines,
)


def problem(
    line: int = 14, *, file: str = "countries/dnk/2022/ratings.yaml", code: str = "E104", message: str = "unknown 'x'"
) -> Problem:
    return Problem(
        place=Place(file=file, line=line, column=12 if line else 0),
        code=code,
        message=message,
        hint="did you mean 'y'?",
    )


WHOLE = problem(0, code="E119", message="the file is missing")


def unescape(text: str) -> str:
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_a_problem_is_a_line() -> None:
    assert render_problem_lines([problem()]) == f"{problem()}\n"


def test_lines_are_in_order_of_place() -> None:
    found = [problem(9), problem(2), problem(1, file="a.yaml")]
    assert render_problem_lines(found) == f"{found[2]}\n{found[1]}\n{found[0]}\n"


def test_nothing_found_is_nothing_printed_but_an_empty_list_for_programs() -> None:
    assert (render_problem_lines([]), render_problem_annotations([])) == ("", "")
    assert json.loads(render_problem_json([])) == []


def test_of_ten_thousand_problems_in_a_file_the_first_are_told_and_the_others_counted_by_code() -> None:
    found = [problem(line, code="E104" if line % 10 else "W203") for line in range(1, 10_001)]
    told = render_problem_lines([*found, problem(1, file="z.yaml")]).splitlines()
    assert told[:SHOWN_OF_A_FILE] == [str(each) for each in found[:SHOWN_OF_A_FILE]]
    assert told[SHOWN_OF_A_FILE:] == [
        "countries/dnk/2022/ratings.yaml: and 9,900 more: 8,910 × E104, 990 × W203",
        str(problem(1, file="z.yaml")),
    ]


def test_many_files_are_shortened_too_and_each_is_named() -> None:
    found = [problem(line, file=f"{number:03}.yaml") for number in range(30) for line in range(1, 61)]
    told = render_problem_lines(found).splitlines()
    assert sum("and" not in line for line in told) == SHOWN
    assert {line.partition(":")[0] for line in told} == {f"{number:03}.yaml" for number in range(30)}
    assert told[-1] == "029.yaml: and 60 more: 60 × E104"


def test_programs_get_every_problem() -> None:
    found = json.loads(render_problem_json([problem(line) for line in range(1, 2001)]))
    assert len(found) == 2000
    assert found[0] == {
        "file": "countries/dnk/2022/ratings.yaml",
        "line": 1,
        "column": 12,
        "code": "E104",
        "severity": "error",
        "message": "unknown 'x'",
        "hint": "did you mean 'y'?",
    }


def test_the_file_as_a_whole_has_no_line() -> None:
    (found,) = json.loads(render_problem_json([WHOLE]))
    assert (found["line"], found["column"]) == (None, None)
    assert render_problem_annotations([WHOLE]).startswith("::error file=countries/dnk/2022/ratings.yaml,title=E119::")


def test_an_annotation_names_place_and_kind() -> None:
    assert render_problem_annotations([problem(code="W203")]) == (
        "::warning file=countries/dnk/2022/ratings.yaml,line=14,col=12,title=W203::unknown 'x' (did you mean 'y'?)\n"
    )


def test_the_rest_of_a_file_is_an_annotation_without_a_line() -> None:
    found = [problem(line, code="W203") for line in range(1, 151)]
    assert render_problem_annotations(found).splitlines()[-1] == (
        "::warning file=countries/dnk/2022/ratings.yaml::and 50 more: 50 × W203"
    )
    assert "::error " in render_problem_annotations([*found, problem(200)]).splitlines()[-1]


@given(st.text(max_size=30), st.text(min_size=1, max_size=30))
def test_no_text_can_end_an_annotation_or_begin_another(message: str, file: str) -> None:
    (line, end) = render_problem_annotations([problem(file=file, message=message)]).split("\n")
    found = re.fullmatch(r"::error file=([^,:]*),line=14,col=12,title=E104::(.*)", line, flags=re.DOTALL)
    assert found
    assert end == ""
    assert "\r" not in line
    assert unescape(found[1]) == file
    assert unescape(found[2]) == f"{message} (did you mean 'y'?)"
