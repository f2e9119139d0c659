"""Runs the blocks of README.md and of the guides: Python as written, `console` blocks as a person would type them."""

import os
import re
import shlex
import tempfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any
from unittest import mock

from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from maturity.cli import main


def run_console(example: Example) -> str | None:
    """Run each `$ ` line and compare what it prints, where `...` stands for any text."""
    for part in re.split(r"^\$ ", str(example.parsed), flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        printed = run_command(shlex.split(command))
        pattern = re.escape(expected.strip("\n")).replace(r"\.\.\.", r".*")
        if not re.fullmatch(pattern, printed.strip("\n"), flags=re.DOTALL):
            return f"$ {command}\nprinted\n{printed[:3000]}"
    return None


def run_command(words: list[str]) -> str:
    """What `maturity …` prints; `mkdir` and `export` do what a shell would."""
    if words[0] == "mkdir":
        Path(words[1]).mkdir()
        return ""
    if words[0] == "export":
        name, _, value = words[1].partition("=")
        os.environ[name] = value
        return ""
    printed = StringIO()
    with redirect_stdout(printed), mock.patch.dict(os.environ, {"COLUMNS": "80", "NO_COLOR": "1"}):
        main(words[1:])
    return printed.getvalue()


def fill_in(example: Example) -> str | None:
    """Write the keys of a block into the file that its first line names, as a person fills in an empty list."""
    first, _, block = str(example.parsed).partition("\n")
    if not first.startswith("# ") or not first.endswith(".yaml"):
        return None
    file = Path(first.removeprefix("# "))
    text = file.read_text(encoding="utf-8")
    for lines in re.split(r"^(?=\w)", block, flags=re.MULTILINE)[1:]:
        key = lines.partition(":")[0]
        if text.count(f"\n{key}: []\n") != 1:
            return f"no empty {key} in {file}"
        text = text.replace(f"\n{key}: []\n", f"\n{lines}")
    file.write_text(text, encoding="utf-8")
    return None


def enter_folder(namespace: dict[str, Any]) -> None:
    """Go to an empty folder, where a guide may write."""
    namespace["left"] = Path.cwd(), os.environ.pop("MATURITY_PATH", None)
    namespace["folder"] = tempfile.TemporaryDirectory()
    os.chdir(namespace["folder"].name)


def leave_folder(namespace: dict[str, Any]) -> None:
    """Go back, and leave nothing behind."""
    place, searched = namespace["left"]
    os.chdir(place)
    os.environ.pop("MATURITY_PATH", None)
    if searched is not None:
        os.environ["MATURITY_PATH"] = searched
    namespace["folder"].cleanup()


_console = CodeBlockParser("console", run_console)
_pages = Sybil(
    parsers=[PythonCodeBlockParser(), _console],
    patterns=["README.md", "docs/*.md"],
    excludes=["docs/france-walk.md", "docs/gallery.md", "docs/add-a-country*.md"],
)
_guides = Sybil(
    parsers=[_console, CodeBlockParser("yaml", fill_in)],
    patterns=["docs/add-a-country*.md"],
    setup=enter_folder,
    teardown=leave_folder,
)
pytest_collect_file = (_pages + _guides).pytest()
