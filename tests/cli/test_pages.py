"""A page in each format; what a whole command writes is tested in `test_output.py`."""

from argparse import Namespace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from maturity.cli.arguments import PAGE_FORMATS
from maturity.cli.console import FILE_WIDTH, CommandError
from maturity.cli.pages import show_page, show_text
from maturity.render.html import render_html
from maturity.render.latex import render_latex
from maturity.render.markdown import render_markdown
from maturity.render.spreadsheet import render_spreadsheet
from maturity.render.terminal import render_terminal
from maturity.report.page import Heading, Page, Paragraph

PAGE = Page(language="en", blocks=(Heading(text="Title", depth=1), Paragraph(text="many words " * 30)))


def options(output: Path | None = None) -> Namespace:
    return Namespace(output=None if output is None else str(output))


def expected(form: str) -> str:
    return {
        "md": render_markdown(PAGE),
        "html": render_html(PAGE),
        "tex": render_latex(PAGE),
        "text": render_terminal(PAGE, width=FILE_WIDTH),
    }[form]


@pytest.fixture(autouse=True)
def sixty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.mark.parametrize("form", ["text", "md", "html", "tex"])
def test_a_page_of_text_goes_to_a_file_or_to_the_screen(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show_page(PAGE, form, options(tmp_path / "x"))
    assert tuple(capsys.readouterr()) == ("", "")
    assert (tmp_path / "x").read_text(encoding="utf-8") == expected(form)
    show_page(PAGE, form, options())
    shown = render_terminal(PAGE, width=60) if form == "text" else expected(form)
    assert tuple(capsys.readouterr()) == (shown, "")


def test_a_workbook_and_a_document_go_to_a_file(tmp_path: Path) -> None:
    for form in ("xlsx", "docx"):
        show_page(PAGE, form, options(tmp_path / "x" if form == "xlsx" else tmp_path / "y"))
    assert (tmp_path / "x").read_bytes() == render_spreadsheet(PAGE)
    assert load_workbook(BytesIO((tmp_path / "x").read_bytes())).worksheets[0]["A1"].value == "Title"
    assert Document(str(tmp_path / "y")).paragraphs[0].text == "Title"


@pytest.mark.parametrize(("form", "what"), [("docx", "a Word document"), ("xlsx", "a workbook")])
def test_neither_is_shown_on_the_screen(form: str, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CommandError) as error:
        show_page(PAGE, form, options())
    message = f"maturity: {what} is not for the screen: give it a file with -o"
    assert (str(error.value), error.value.exit_code) == (message, 2)
    assert tuple(capsys.readouterr()) == ("", "")


@pytest.mark.parametrize("form", PAGE_FORMATS)
def test_a_file_that_cannot_be_written_is_named(form: str, tmp_path: Path) -> None:
    path = tmp_path / "none" / "x"
    with pytest.raises(CommandError) as error:
        show_page(PAGE, form, options(path))
    assert (str(error.value), error.value.exit_code) == (
        f"maturity: cannot write {path}: No such file or directory",
        1,
    )


def test_only_a_screen_is_shown_in_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    show_page(PAGE, "text", options())
    assert capsys.readouterr().out == render_terminal(PAGE, width=60, colour=True)
    show_page(PAGE, "text", options(tmp_path / "x"))
    assert (tmp_path / "x").read_text(encoding="utf-8") == expected("text")


@pytest.mark.parametrize("text", ["", "国\n", "no line feed"])
def test_a_text_is_shown_or_written_as_it_is(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show_text(text, options())
    show_text(text, options(tmp_path / "x"))
    assert capsys.readouterr().out == text
    assert (tmp_path / "x").read_bytes() == text.encode()
