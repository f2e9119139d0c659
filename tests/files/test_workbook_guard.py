import io
import sys
import zipfile
from pathlib import Path

import pytest

from maturity.files import workbook_cells, workbook_guard
from maturity.files.imported import read_imported
from maturity.problems import DataError, MissingExtraError
from maturity.reading import read_country
from tests.files.workbooks import demo, saved

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE = "save it as an Excel workbook (.xlsx)"
TAKES = "a profile is a folder, or an .xlsx or .json file that export writes"


def refusal(content: bytes, folder: Path, name: str = "x.xlsx") -> str:
    file = folder / name
    file.write_bytes(content)
    with pytest.raises(DataError) as caught:
        read_imported(file, framework=demo()[1])
    return str(caught.value).replace(file.as_posix(), name)


def archive(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/").replace("_", "."), text)
    return buffer.getvalue()


def with_part(folder: Path, name: str, change: tuple[str, str]) -> bytes:
    """The demo workbook with one of its parts changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(saved(folder)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            text = old.read(each).decode()
            if each == name:
                assert change[0] in text
                text = text.replace(*change, 1)
            new.writestr(each, text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "E301 the file is empty (export a workbook and fill it in)"),
        ("国家,代码\r\n中国,CHN\r\n".encode("gb18030"), f"E301 no workbook: text in GB18030 ({TAKES})"),
        ("国家,代码\r\n".encode(), f"E301 no workbook: text in UTF-8 ({TAKES})"),
        ("国家,代码\r\n".encode("utf-16"), f"E301 no workbook: text in UTF-16 ({TAKES})"),
        (b"caf\xff\xff\xff", f"E301 no workbook: text in an encoding that is not known ({TAKES})"),
        (b"\x89PNG\r\n\x00\x00", f"E301 no workbook: a file of an unknown kind ({TAKES})"),
        (OLE + b"\x00" * 600, f"E301 a workbook in the old format of Excel (.xls) ({SAVE})"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "E301 the workbook is protected by a password (save it without one)",
        ),
        (b"PK\x03\x04 and no more", f"E301 no workbook, or a damaged one ({SAVE})"),
        (archive(a_txt="hello"), f"E301 an archive that holds no workbook ({SAVE})"),
        (archive(xl__workbook_bin=""), f"E301 a binary workbook (.xlsb) ({SAVE})"),
        (archive(word__document_xml=""), f"E301 a Word document ({SAVE})"),
        (archive(mimetype="", content_xml=""), f"E301 a file in the OpenDocument format ({SAVE})"),
    ],
)
def test_what_is_no_workbook_is_refused_by_what_it_is(content: bytes, problem: str, tmp_path: Path) -> None:
    assert refusal(content, tmp_path) == f"x.xlsx: {problem}"


def test_csv_is_refused_under_its_own_name_too(tmp_path: Path) -> None:
    found = refusal("国家,代码\r\n".encode("gb18030"), tmp_path, "x.csv")
    assert found == f"x.csv: E301 no workbook: text in GB18030 ({TAKES})"


def test_a_workbook_that_swells_is_refused_before_it_is_read(tmp_path: Path) -> None:
    content = archive(xl__workbook_xml="<a>" + " " * 20_000_000 + "</a>")
    limit = 2_000_000 + 40 * len(content)
    expected = f"x.xlsx: E302 it unpacks to 20,000,007 bytes (at most {limit:,} for a file of this size)"
    assert refusal(content, tmp_path) == expected


def test_a_size_that_the_archive_lies_about_is_found(tmp_path: Path) -> None:
    content = archive(xl__workbook_xml="<a>" + " " * 5_000_000 + "</a>")
    lying = content.replace((5_000_007).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert refusal(lying, tmp_path) == f"x.xlsx: E301 no workbook, or a damaged one ({SAVE})"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (('<row r="1"', '<row r="1048576"'), "E302 a row 1,048,576 (at most 20,000 rows in a sheet)"),
        (('<c r="A1"', '<c r="XFD1"'), "E302 a column XFD (at most 500 columns in a sheet)"),
        (("<worksheet", '<!DOCTYPE x [<!ENTITY e "e">]><worksheet'), "E302 a document type declaration"),
        (("<sheetData>", "<a>" * 60 + "<sheetData>"), "E302 XML nested deeper than 50 levels"),
        (
            ("</worksheet>", ""),
            f"E301 the part xl/worksheets/sheet2.xml is no valid XML: no element found ({SAVE})",
        ),
    ],
)
def test_a_part_that_could_harm_is_refused(change: tuple[str, str], problem: str, tmp_path: Path) -> None:
    assert refusal(with_part(tmp_path, "xl/worksheets/sheet2.xml", change), tmp_path) == f"x.xlsx: {problem}"


def test_very_many_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_guard, "MAX_CELLS", 100)
    content = saved(tmp_path).read_bytes()
    hint = "delete sheets, rows and columns that hold nothing"
    assert refusal(content, tmp_path) == f"x.xlsx: E302 more than 100 cells ({hint})"


def test_a_workbook_of_something_else_is_refused(tmp_path: Path) -> None:
    from openpyxl import Workbook

    buffer = io.BytesIO()
    Workbook().save(buffer)
    expected = "E303 no sheet of this workbook is one that export wrote (export a workbook, and fill in that one)"
    assert refusal(buffer.getvalue(), tmp_path) == f"x.xlsx: {expected}"


def test_a_damaged_part_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    content = with_part(tmp_path, "xl/worksheets/sheet2.xml", (' t="s"><v>', ' t="s"><v>9'))
    assert "x.xlsx: E301 the workbook cannot be read: IndexError" in refusal(content, tmp_path)


def test_a_json_export_is_imported(tmp_path: Path) -> None:
    from maturity.files.exported import export_json

    file = tmp_path / "aaa.json"
    file.write_text(export_json(demo()[0]), encoding="utf-8")
    assert read_imported(file, framework=demo()[1]).profile == demo()[0]


def test_without_the_package_the_command_that_adds_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'maturity\[office\]'"):
        read_imported(saved(tmp_path), framework=demo()[1])


def test_a_report_takes_a_workbook(tmp_path: Path) -> None:
    assert read_country(saved(tmp_path), framework=demo()[1]) == demo()[0]


def test_a_file_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_cells, "MAX_BYTES", 10)
    assert refusal(b"PK" + b" " * 9, tmp_path) == "x.xlsx: E302 the file is larger than 10 bytes"
