"""What failures look like; how results reach files and screens is tested in `test_output.py`."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from maturity.calculation.numbers import ZeroError
from maturity.cli.console import (
    CommandError,
    explained,
    needs,
    print_message,
    print_result,
    summary_of,
    table_problems,
    terminal_width,
    wants_colour,
    write_whole,
)
from maturity.problems import DataError, MissingExtraError, Place, Problem, UnknownNameError
from maturity.scoring import FrameworkMismatchError
from maturity.table_cells import DataFileError


def problem(line: int) -> Problem:
    return Problem(place=Place(file="x.yaml", line=line, column=1), code="E104", message="wrong")


def failure(around: AbstractContextManager[None], error: BaseException) -> tuple[str, int]:
    """What a person is told when *error* is raised, and the exit code."""
    with pytest.raises(CommandError) as told, around:
        raise error
    return str(told.value), told.value.exit_code


@pytest.mark.parametrize(
    ("error", "message", "code"),
    [
        (DataError([problem(2), problem(1)]), "x.yaml:1:1: E104 wrong\nx.yaml:2:1: E104 wrong", 1),
        (UnknownNameError("unknown country 'XXX'"), "maturity: unknown country 'XXX'", 2),
        (FrameworkMismatchError("another version"), "maturity: another version", 1),
        (MissingExtraError("needs openpyxl"), "maturity: needs openpyxl", 1),
        (PermissionError(13, "Permission denied", "a.yaml"), "maturity: cannot read a.yaml: Permission denied", 1),
        (IsADirectoryError(21, "Is a directory", "a"), "maturity: cannot read a: Is a directory", 1),
    ],
    ids=lambda each: type(each).__name__,
)
def test_what_the_library_raises_is_told_with_the_right_exit_code(
    error: BaseException, message: str, code: int
) -> None:
    assert failure(explained(), error) == (message, code)


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), KeyboardInterrupt()])
def test_a_fault_of_the_program_is_not_explained_away(error: BaseException) -> None:
    with pytest.raises(type(error)), explained():
        raise error


@pytest.mark.parametrize("around", [explained, table_problems, lambda: needs("office", "workbooks need")])
def test_where_nothing_fails_nothing_is_told(around: Callable[[], AbstractContextManager[None]]) -> None:
    with around():
        pass


def test_a_package_that_is_missing_is_named_with_the_command_that_brings_it() -> None:
    assert failure(needs("office", "workbooks need"), ImportError("x", name="openpyxl")) == (
        "maturity: workbooks need the package openpyxl: pip install 'maturity[office]'",
        1,
    )


def test_what_is_wrong_with_a_table_has_a_line_for_each_problem() -> None:
    assert failure(table_problems(), DataFileError("2: 'a': no level 9\n3: 'a': no level 8")) == (
        "maturity: 2: 'a': no level 9\nmaturity: 3: 'a': no level 8",
        1,
    )
    assert failure(table_problems(), ImportError("x", name="duckdb")) == (
        "maturity: tables need the package duckdb: pip install 'maturity[frames]'",
        1,
    )


def test_a_fault_of_another_package_is_not_told_as_one_of_the_table() -> None:
    with pytest.raises(ValueError, match=r"^x$"), table_problems():
        raise ValueError("x")


def test_a_score_that_cannot_be_worked_out_is_told_in_both_ways() -> None:
    error = ZeroError("a geometric mean of nothing")
    assert failure(explained(), error) == failure(table_problems(), error)


@pytest.mark.parametrize(
    ("count", "shown", "lines"),
    [
        (0, 100, [""]),
        (2, 100, ["x.yaml:1:1: E104 wrong", "x.yaml:2:1: E104 wrong"]),
        (2, 2, ["x.yaml:1:1: E104 wrong", "x.yaml:2:1: E104 wrong"]),
        (3, 1, ["x.yaml:1:1: E104 wrong", "… and 2 more problems"]),
    ],
)
def test_problems_are_shown_up_to_a_number_and_then_counted(count: int, shown: int, lines: list[str]) -> None:
    error = DataError(problem(line) for line in range(1, count + 1))
    assert summary_of(error, shown=shown) == "\n".join(lines)


@pytest.mark.parametrize(("columns", "width"), [("132", 132), ("1", 1), (None, 80), ("", 80), ("x", 80), ("0", 80)])
def test_the_width_is_what_columns_say_or_eighty(
    monkeypatch: pytest.MonkeyPatch, columns: str | None, width: int
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == width


def test_where_there_is_no_terminal_there_is_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert wants_colour() is False


def test_results_and_messages_do_not_mix(capsys: pytest.CaptureFixture[str]) -> None:
    print_result("result\n")
    print_message("message")
    assert tuple(capsys.readouterr()) == ("result\n", "message\n")


@pytest.mark.parametrize(
    ("content", "written"), [("国\r\n", "国\r\n".encode()), (b"\x00\xff", b"\x00\xff"), ("", b""), (b"", b"")]
)
def test_a_file_holds_what_was_given_to_the_byte(tmp_path: Path, content: str | bytes, written: bytes) -> None:
    write_whole(tmp_path / "x", content)
    assert (tmp_path / "x").read_bytes() == written
