import csv
import io
import os
import runpy
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from maturity.cli import console
from maturity.problems import DataError, Place, Problem
from tests.cli.conftest import Maturity

SOURCES = Path(console.__file__).parents[2]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "maturity", *arguments],
        capture_output=True,
        check=False,
        env={**kept, "PYTHONPATH": os.pathsep.join([str(SOURCES), *sys.path]), **environment},
    )


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_is_replaced_whole(maturity: Maturity, tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("old" * 100_000, encoding="utf-8")
    assert maturity("explain", "FRA", "-o", str(path)).code == 0
    assert path.read_text(encoding="utf-8").startswith("# ")
    assert names(tmp_path) == ["report.md"]


def test_a_new_file_has_the_rights_that_files_have(maturity: Maturity, tmp_path: Path) -> None:
    (tmp_path / "other").write_text("", encoding="utf-8")
    assert maturity("explain", "FRA", "-o", str(tmp_path / "report.md")).code == 0
    assert (tmp_path / "report.md").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("command", [("report", "FRA"), ("explain", "FRA")])
def test_a_missing_folder_is_named(maturity: Maturity, tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "none" / "report.md"
    found = maturity(*command, "-o", str(path))
    assert (found.code, found.out, found.err) == (1, "", f"maturity: cannot write {path}: No such file or directory\n")
    assert names(tmp_path) == []


def test_a_file_in_place_of_a_folder_is_named(maturity: Maturity, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    path = tmp_path / "file" / "x.json"
    found = maturity("export", "FRA", "-o", str(path))
    assert (found.code, found.err) == (1, f"maturity: cannot write {path}: Not a directory\n")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


def test_a_folder_in_place_of_a_file_is_named_and_nothing_is_left_behind(maturity: Maturity, tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.mkdir()
    found = maturity("explain", "FRA", "-o", str(path))
    assert (found.code, found.err) == (1, f"maturity: cannot write {path}: Is a directory\n")
    assert names(tmp_path) == ["report.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
def test_a_pipe_is_written_to_and_not_replaced(maturity: Maturity, tmp_path: Path) -> None:
    path = tmp_path / "pipe.md"
    os.mkfifo(path)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(path.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    assert maturity("explain", "FRA", "-o", str(path)).code == 0
    reader.join(timeout=10)
    assert path.is_fifo()
    assert read
    assert read[0].startswith("# ")


def test_a_link_is_followed_and_not_replaced(maturity: Maturity, tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("real.md")
    assert maturity("explain", "FRA", "-o", str(tmp_path / "link.md")).code == 0
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8").startswith("# ")


def test_a_character_that_no_file_can_hold_is_written_as_a_question_mark(tmp_path: Path) -> None:
    console.write_whole(tmp_path / "report.md", "lone surrogate: \ud800")
    assert (tmp_path / "report.md").read_bytes() == b"lone surrogate: ?"


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o600)
    console.write_whole(path, "new")
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "report.md"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        console.write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["report.md"]


def test_an_interruption_is_a_message_and_no_traceback(maturity: Maturity, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("maturity.cli.listing.run", interrupt)
    found = maturity("list")
    assert (found.code, found.out, found.err) == (1, "", "maturity: interrupted\n")


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_a_console_that_knows_ascii_alone_gets_plainer_characters(language: str) -> None:
    found = run("report", "FRA", "--lang", language, PYTHONIOENCODING="ascii")
    assert (found.returncode, found.stderr) == (0, b"")
    assert found.stdout.isascii()
    assert b"France, 2022" in found.stdout or language == "zh"
    assert b"\n" in found.stdout


def test_a_message_reaches_a_console_that_knows_ascii_alone() -> None:
    found = run("report", "FRA", "--target", "9", PYTHONIOENCODING="ascii")
    assert (found.returncode, found.stderr.strip()) == (2, b"maturity: no level 9 (levels run 0-4)")


def test_a_reader_that_stops_early_is_no_traceback() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "import sys; from maturity.cli import main; sys.exit(main(['export', 'FRA']))"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(SOURCES), *sys.path])},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("terminal", "no_color", "coloured"), [(True, "", True), (True, "1", False), (False, "", False)]
)
def test_colour_is_for_terminals_and_never_under_no_color(
    maturity: Maturity, monkeypatch: pytest.MonkeyPatch, terminal: bool, no_color: str, coloured: bool
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    monkeypatch.setenv("NO_COLOR", no_color)
    assert ("\x1b[1m" in maturity("report", "FRA").out) == coloured


def test_a_file_is_never_coloured(maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert maturity("explain", "FRA", "-o", str(tmp_path / "x.txt")).code == 0
    assert "\x1b" not in (tmp_path / "x.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [("report", "FRA"), ("explain", "FRA", "legal.sso")])
def test_columns_do_not_set_the_width_of_a_file(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    contents = set()
    for columns in ("60", "160"):
        monkeypatch.setenv("COLUMNS", columns)
        assert maturity(*command, "-o", str(tmp_path / "x.txt")).code == 0
        contents.add((tmp_path / "x.txt").read_bytes())
    assert len(contents) == 1


def test_the_version_is_printed(maturity: Maturity) -> None:
    import maturity as package

    assert maturity("--version").out == f"maturity {package.__version__}\n"


def test_help_names_every_command(maturity: Maturity) -> None:
    found = maturity("--help")
    assert found.code == 0
    for command in ("report", "list", "explain", "export", "check"):
        assert f"\n    {command} " in found.out
        assert maturity(command, "--help").code == 0


def test_a_character_that_a_stream_cannot_show_becomes_a_plainer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="ascii"))
    console.set_up_streams()
    console.print_result("“l’État”\u00a0– 1 → 2 × 3… 中\n")
    assert raw.getvalue() == b'"l\'?tat" - 1 -> 2 x 3... ?\n'


def test_a_stream_that_no_one_can_set_up_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    found = io.StringIO()
    monkeypatch.setattr("sys.stdout", found)
    console.set_up_streams()
    console.print_result("–")
    assert found.getvalue() == "–"


def test_a_reader_that_is_gone_is_a_failure(maturity: Maturity, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("maturity.cli.listing.run", stop)
    monkeypatch.setattr("sys.stderr", io.StringIO())
    assert maturity("list").code == 1


def test_very_many_problems_are_counted_and_not_all_shown() -> None:
    problems = [
        Problem(place=Place(file="x.yaml", line=line, column=1), code="E104", message="wrong")
        for line in range(1, 1204)
    ]
    lines = console.summary_of(DataError(problems)).splitlines()
    assert len(lines) == 101
    assert lines[-1] == "… and 1,103 more problems"


def test_python_m_maturity_is_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["maturity", "list", "people"])
    monkeypatch.setattr("gc.freeze", lambda: None)
    monkeypatch.setattr("gc.set_threshold", lambda _: None)
    with pytest.raises(SystemExit) as left:
        runpy.run_module("maturity", run_name="__main__")
    assert left.value.code == 2
    assert "invalid choice: 'people'" in capsys.readouterr().err


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize(
    "command",
    [("report", "FRA", "--dimension", "skills"), ("compare", "FRA", "CHN"), ("explain", "FRA", "legal.sso")],
    ids=lambda each: each[0],
)
def test_a_document_of_an_office_program_is_written_to_a_file(
    maturity: Maturity, tmp_path: Path, command: tuple[str, ...], ending: str
) -> None:
    path = tmp_path / f"france.{ending}"
    found = maturity(*command, "-o", str(path))
    assert (found.code, found.out, found.err) == (0, "", "")
    assert path.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(("ending", "what"), [("docx", "a Word document"), ("xlsx", "a workbook")])
def test_a_document_of_an_office_program_is_not_printed(maturity: Maturity, ending: str, what: str) -> None:
    found = maturity("compare", "FRA", "CHN", "--format", ending)
    assert (found.code, found.out) == (2, "")
    assert found.err == f"maturity: {what} is not for the screen: give it a file with -o\n"


@pytest.mark.parametrize(
    ("ending", "package", "module"),
    [("docx", "docx", "maturity.render.word"), ("xlsx", "xlsxwriter", "maturity.render.spreadsheet")],
)
def test_without_its_package_a_document_says_how_to_get_it(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, package: str, module: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, module, raising=False)
    found = maturity("report", "FRA", "-o", str(tmp_path / f"x.{ending}"))
    assert found.code == 1
    assert "pip install 'maturity[office]'" in found.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", [("report", "FRA"), ("compare", "FRA", "CHN"), ("explain", "FRA", "legal.sso")])
def test_latex_is_a_whole_document(maturity: Maturity, command: tuple[str, ...]) -> None:
    out = maturity(*command, "--format", "tex").out
    assert out.startswith("% Compile with xelatex, twice.\n\\documentclass")
    assert out.endswith("\\end{document}\n")


@pytest.mark.parametrize("command", [("report", "FRA"), ("compare", "FRA", "CHN", "--table", "all")])
def test_tsv_has_the_rows_of_csv(maturity: Maturity, command: tuple[str, ...]) -> None:
    separated = maturity(*command, "--format", "tsv").out.removeprefix("\ufeff")
    quoted = maturity(*command, "--format", "csv").out.removeprefix("\ufeff")
    rows = [line.split("\t") for line in separated.splitlines()]
    assert rows == list(csv.reader(io.StringIO(quoted, newline="")))


def test_a_comparison_as_data_has_what_a_long_table_needs(maturity: Maturity) -> None:
    out = maturity("compare", "FRA", "DNK", "--table", "levels,statistics", "--format", "tsv").out
    head, *rows = (line.split("\t") for line in out.removeprefix("\ufeff").splitlines())
    assert {"table", "row", "country", "value", "unit", "year", "source"} <= set(head)
    found = [dict(zip(head, row, strict=True)) for row in rows]
    level = next(each for each in found if (each["row"], each["country"]) == ("legal.sso", "FRA"))
    assert (level["value"], level["unit"], level["year"], level["source"]) == ("2", "level", "2022", "ilo-fra-2022")
    figure = next(each for each in found if (each["row"], each["country"]) == ("population", "FRA"))
    assert (figure["value"], figure["unit"], figure["year"]) == ("68084217", "persons", "2021")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "FRA", "--lnag", "zh"), "--lnag zh (did you mean '--lang'?)"),
        (("compare", "FRA", "--tables=x"), "--tables=x (did you mean '--table'?)"),
        (("status", "FRA", "CHN"), "CHN"),
    ],
)
def test_an_unknown_option_names_the_nearest(maturity: Maturity, arguments: tuple[str, ...], said: str) -> None:
    found = maturity(*arguments)
    assert (found.code, found.out) == (2, "")
    assert found.err.splitlines()[-1] == f"maturity {arguments[0]}: error: unrecognized arguments: {said}"
