import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from maturity.files.workbook_cells import MAX_BYTES, RawCell, RawSheet, read_cells
from maturity.problems import DataError


@pytest.mark.parametrize(
    ("content", "kind", "value"),
    [
        ("text", "text", "text"),
        ("  spaces  ", "text", "  spaces  "),
        ("5", "text", "5"),
        ("'=1", "text", "'=1"),
        ("中文\n第二行", "text", "中文\n第二行"),
        (5, "number", 5),
        (0, "number", 0),
        (-2.5, "number", -2.5),
        (True, "truth", True),
        (False, "truth", False),
        ("=TRUE()", "truth", True),
        ("=FALSE()", "truth", False),
        ("=1+1", "formula", "=1+1"),
        (ArrayFormula("A1:A1", "=SUM(B1:B9)"), "formula", "=SUM(B1:B9)"),
        ("#N/A", "error", "#N/A"),
        ("#DIV/0!", "error", "#DIV/0!"),
    ],
)
def test_a_cell_is_read_as_what_it_is(content: object, kind: str, value: str | float | bool, tmp_path: Path) -> None:
    (found,) = only_row(tmp_path, content)
    assert (found, type(found.value)) == (RawCell(row=1, column=1, kind=kind, value=value), type(value))


@pytest.mark.parametrize(
    ("content", "number_format", "shown"),
    [
        (datetime(2021, 1, 31), "yyyy-mm-dd", "2021-01-31"),
        (date(2021, 1, 31), "DD.MM.YYYY", "2021-01-31"),
        (datetime(2021, 1, 31), 'yyyy"年"m"月"d"日"', "2021-01-31"),
        (datetime(2021, 1, 31), "mmm yyyy", "2021-01"),
        (datetime(2021, 1, 31), 'yyyy"年"m"月"', "2021-01"),
        (datetime(2021, 1, 31), "[Red]mmm yyyy", "2021-01"),
        (datetime(2021, 1, 31), '"dated" mm/yyyy', "2021-01"),
        (datetime(2021, 1, 1), "yyyy", "2021"),
        (datetime(2021, 1, 1), 'yyyy"年"', "2021"),
        (datetime(2021, 1, 1), 'yyyy "moment"', "2021"),
    ],
)
def test_a_date_is_as_exact_as_its_cell_shows(
    content: datetime | date, number_format: str, shown: str, tmp_path: Path
) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = content
        sheet["A1"].number_format = number_format

    ((found,),) = only_sheet(tmp_path, fill).rows
    assert found == RawCell(row=1, column=1, kind="date", value=shown)


@pytest.mark.parametrize(
    ("content", "number_format", "kind", "value"),
    [
        (0.15, "0%", "percentage", 15),
        (0.155, "0.0%", "percentage", 15.5),
        (0.29, "0.00%;[Red]-0.00%", "percentage", 29),
        (0.0007, "0%", "percentage", 0.07),
        (-1, "0 %", "percentage", -100),
        (1e-20, "0.0%", "percentage", 1e-18),
        (69, '0"%"', "number", 69),
        (69, "0\\%", "number", 69),
        (69, "0_%", "number", 69),
        (0.15, "General", "number", 0.15),
        (0.15, "0.00", "number", 0.15),
    ],
)
def test_a_percentage_is_read_as_the_cell_shows_it(
    content: float, number_format: str, kind: str, value: float, tmp_path: Path
) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = content
        sheet["A1"].number_format = number_format

    ((found,),) = only_sheet(tmp_path, fill).rows
    assert found == RawCell(row=1, column=1, kind=kind, value=value)


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (datetime(2021, 1, 31, 9, 30), "2021-01-31T09:30:00"),
        (time(9, 30), "09:30:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_a_time_of_day_is_kept_so_that_it_is_refused_as_a_date(content: object, shown: str, tmp_path: Path) -> None:
    assert only_row(tmp_path, content) == (RawCell(row=1, column=1, kind="date", value=shown),)


def test_empty_cells_and_rows_are_left_out_and_the_others_keep_their_places(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B2"], sheet["D2"], sheet["A7"] = "one", "two", 0
        sheet["C2"] = sheet["A4"] = ""

    assert only_sheet(tmp_path, fill).rows == (
        (RawCell(row=2, column=2, kind="text", value="one"), RawCell(row=2, column=4, kind="text", value="two")),
        (RawCell(row=7, column=1, kind="number", value=0),),
    )


def test_sheets_come_in_their_order_with_their_names_and_numbers(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.create_sheet("空")
    workbook.create_sheet("First", 0)
    found = read_cells(saved(tmp_path, workbook), "x.xlsx")
    assert found == tuple(
        RawSheet(name=name, number=number, rows=(), merged=())
        for number, name in enumerate(("First", "Sheet", "空"), start=1)
    )


def test_merged_cells_are_those_of_their_own_sheet(tmp_path: Path) -> None:
    workbook = Workbook()
    first, second = workbook.worksheets[0], workbook.create_sheet("second")
    second.merge_cells("A1:B2")
    second.merge_cells("D4:D9")
    first["A1"] = "x"
    assert [each.merged for each in read_cells(saved(tmp_path, workbook), "x.xlsx")] == [(), ("A1:B2", "D4:D9")]


def test_a_file_over_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    file = tmp_path / "x.xlsx"
    with file.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(DataError) as caught:
        read_cells(file, "mine/x.xlsx")
    assert str(caught.value) == "mine/x.xlsx: E302 the file is larger than 20,000,000 bytes"


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_cells(tmp_path / "x.xlsx", "x.xlsx")


def only_row(folder: Path, content: object) -> tuple[RawCell, ...]:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = content

    (row,) = only_sheet(folder, fill).rows
    return row


def only_sheet(folder: Path, fill: Callable[[Worksheet], None]) -> RawSheet:
    workbook = Workbook()
    fill(workbook.worksheets[0])
    (sheet,) = read_cells(saved(folder, workbook), "x.xlsx")
    return sheet


def saved(folder: Path, workbook: Workbook) -> Path:
    content = io.BytesIO()
    workbook.save(content)
    file = folder / "x.xlsx"
    file.write_bytes(content.getvalue())
    return file
