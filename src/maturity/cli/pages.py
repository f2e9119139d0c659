"""Shows a page in the format asked for; each format's packages are imported only then."""

import argparse
from pathlib import Path

from maturity.cli.console import (
    FILE_WIDTH,
    CommandError,
    needs,
    print_result,
    terminal_width,
    wants_colour,
    write_whole,
)
from maturity.report.page import Page


def show_page(page: Page, form: str, options: argparse.Namespace) -> None:
    """Print the page, or write it to the file that the options name.

    Raises:
        CommandError: The file cannot be written, or a document of Word or Excel has none.
    """
    if form in ("docx", "xlsx"):
        _write_bytes(page, form, options)
    else:
        show_text(_render(page, form, is_file=bool(options.output)), options)


def show_text(text: str, options: argparse.Namespace) -> None:
    """Print a text, or write it to the file that the options name.

    Raises:
        CommandError: The file cannot be written.
    """
    if options.output:
        write_whole(Path(options.output), text)
    else:
        print_result(text)


def _write_bytes(page: Page, form: str, options: argparse.Namespace) -> None:
    what = "a Word document" if form == "docx" else "a workbook"
    if not options.output:
        raise CommandError(f"maturity: {what} is not for the screen: give it a file with -o", exit_code=2)
    write_whole(Path(options.output), _render_bytes(page, form))


def _render_bytes(page: Page, form: str) -> bytes:
    if form == "docx":
        with needs("office", "Word documents need"):
            from maturity.render.word import render_word

        return render_word(page)
    with needs("office", "workbooks need"):
        from maturity.render.spreadsheet import render_spreadsheet

    return render_spreadsheet(page)


def _render(page: Page, form: str, *, is_file: bool) -> str:
    if form == "md":
        from maturity.render.markdown import render_markdown

        return render_markdown(page)
    if form == "html":
        from maturity.render.html import render_html

        return render_html(page)
    if form == "tex":
        from maturity.render.latex import render_latex

        return render_latex(page)
    from maturity.render.terminal import render_terminal

    if is_file:
        return render_terminal(page, width=FILE_WIDTH)
    return render_terminal(page, width=terminal_width(), colour=wants_colour())
