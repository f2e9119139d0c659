"""Runs the blocks of README.md and of the guides: Python as written, `console` blocks as a person would type them."""

import os
import re
import shlex
from contextlib import redirect_stdout
from io import StringIO
from unittest import mock

from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from maturity.cli import main


def run_console(example: Example) -> str | None:
    """Run each `$ maturity …` line and compare what it prints, where `...` stands for any text."""
    for part in re.split(r"^\$ ", str(example.parsed), flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        printed = StringIO()
        with redirect_stdout(printed), mock.patch.dict(os.environ, {"COLUMNS": "80", "NO_COLOR": "1"}):
            main(shlex.split(command)[1:])
        pattern = re.escape(expected.strip("\n")).replace(r"\.\.\.", r".*")
        if not re.fullmatch(pattern, printed.getvalue().strip("\n"), flags=re.DOTALL):
            return f"$ {command}\nprinted\n{printed.getvalue()[:3000]}"
    return None


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), CodeBlockParser("console", run_console)],
    patterns=["README.md", "docs/*.md"],
    excludes=["docs/france-walk.md", "docs/gallery.md"],
).pytest()
