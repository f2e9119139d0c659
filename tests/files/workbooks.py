"""Workbooks for tests: the demo country's, as people may have left it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from maturity.files.framework_files import read_framework_folder
from maturity.files.profile_files import read_profile_folder
from maturity.files.workbook_profile import read_workbook
from maturity.framework import Framework
from maturity.problems import DataError
from maturity.profile import Profile
from maturity.render.workbook import render_workbook
from tests.demo_files import COUNTRY, FRAMEWORK, lay_out

Change = Callable[[Workbook], object]
"""What someone does to a workbook that is open."""


@cache
def demo() -> tuple[Profile, Framework]:
    with TemporaryDirectory() as folder:
        catalog = lay_out(Path(folder))
        framework = read_framework_folder(catalog / FRAMEWORK, FRAMEWORK)[0]
        return read_profile_folder(catalog / COUNTRY, COUNTRY, framework=framework)[0], framework


def saved(folder: Path, *, language: str = "en") -> Path:
    """The demo country's workbook, as export writes it."""
    profile, framework = demo()
    file = folder / "aaa.xlsx"
    file.write_bytes(render_workbook(profile, framework, language=language))
    return file


def changed(folder: Path, change: Change, *, language: str = "en") -> Path:
    """The same, after someone opened it, changed it and saved it."""
    file = saved(folder, language=language)
    workbook = openpyxl.load_workbook(file)
    change(workbook)
    workbook.save(file)
    return file


def put(sheet: str, key: str, row: int, value: object) -> Change:
    """Puts *value* into the column with *key*; rows count from 1 below the keys."""

    def change(workbook: Workbook) -> None:
        found = workbook[sheet]
        found.cell(row=3 + row, column=column_of(found, key)).value = value

    return change


def column_of(sheet: Worksheet, key: str) -> int:
    keys = [str(cell.value or "").rpartition("#")[2] for cell in sheet[3]]
    return keys.index(key) + 1


def problems(file: Path, *, framework: Framework | None = None) -> list[str]:
    """What import says of a workbook, with the file's name alone."""
    try:
        read_workbook(file, framework=framework or demo()[1])
    except DataError as error:
        return [str(each).replace(file.as_posix(), file.name) for each in error.problems]
    return []
