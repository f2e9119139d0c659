from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from maturity.table_cells import ROW, DataFileError
from maturity.table_reading import DataFile, open_data_file

ONE = "and scoring takes them for one: rename one of them"
Open = Callable[..., DataFile]


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    def put(text: str, *claimed: str, name: str = "data.csv") -> DataFile:
        path = tmp_path / name
        path.write_bytes(text.encode())
        return open_data_file(path, duckdb.connect(), set(claimed))

    return put


def rows(file: DataFile) -> list[tuple[object, ...]]:
    return file.table.fetchall()


def columns(file: DataFile) -> list[str]:
    return [name for name in file.table.columns if name != ROW]


def test_cells_are_texts_and_rows_count_from_the_heads(opened: Open) -> None:
    found = opened("country,rate\na, 1.50 \nb,\n")
    assert found.table.columns == ["country", "rate", ROW]
    assert rows(found) == [("a", "1.50", 2), ("b", None, 3)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a,b;c\n", ["a", "b;c"]),
        ("a;b;c,d\n", ["a", "b", "c,d"]),
        ("a\tb\n", ["a", "b"]),
        ('country;"Rate, all, men and women";b\n', ["country", "Rate, all, men and women", "b"]),
        ('"two\nlines",b\n', ["two\nlines", "b"]),
        ("sep=;\na,b;c\n", ["a,b", "c"]),
        ("SEP=\t\r\na;b\tc\r\n", ["a;b", "c"]),
    ],
)
def test_what_separates_the_cells_is_found_outside_quotes_or_as_the_file_says(
    opened: Open, text: str, names: list[str]
) -> None:
    assert columns(opened(text)) == names


def test_columns_without_a_head_are_left_out_by_their_number(opened: Open) -> None:
    found = opened(",country,rate,\n0,a,1,\n1,b,2,\n")  # as pandas writes its index, with a last comma
    assert columns(found) == ["country", "rate"]
    assert found.left_out == ("column 1", "column 4")
    assert rows(found) == [("a", "1", 2), ("b", "2", 3)]


@pytest.mark.parametrize(("claimed", "kept", "other"), [(("LE",), "LE", "le"), (("le",), "le", "LE"), ((), "LE", "le")])
def test_of_heads_that_differ_in_case_alone_the_one_that_is_claimed_stays(
    opened: Open, claimed: tuple[str, ...], kept: str, other: str
) -> None:
    found = opened("Country,LE,le\na,1,2\n", *claimed)
    assert (columns(found), found.left_out) == (["Country", kept], (other,))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "a,LE,le\n",
            "1: the columns 'LE' and 'le' differ in case alone, " + ONE,
        ),
        ("a,b,a\n", "1: the column 'a' stands twice"),
        ("", " the file is empty"),
        (",,\n", " the file is empty"),
    ],
)
def test_heads_that_cannot_be_told_apart_are_refused(opened: Open, text: str, problem: str) -> None:
    with pytest.raises(DataFileError) as raised:
        opened(text, "LE", "le")
    assert str(raised.value).endswith(f"data.csv:{problem}")


def test_empty_rows_are_no_units_and_rows_are_counted_with_them(opened: Open) -> None:
    found = opened("country,rate\n\na,1\n,\n\nb,2\n , \n")
    assert [row[:2] for row in rows(found)] == [("a", "1"), ("b", "2")]
    assert [found.row_in_file(int(str(row[2]))) for row in rows(found)] == [3, 6]


def test_a_row_of_several_lines_counts_once_as_in_a_spreadsheet(opened: Open) -> None:
    found = opened('sep=,\ncountry,rate\n"a\nb",1\nc,2\n')
    assert [found.row_in_file(int(str(row[2]))) for row in rows(found)] == [3, 4]


@pytest.mark.parametrize("name", ["data.xlsx", "data.XLS", "data.ods"])
def test_a_workbook_is_no_table(opened: Open, name: str) -> None:
    with pytest.raises(DataFileError, match=r"read from \.csv and \.parquet: save the sheet as CSV UTF-8$"):
        opened("PK", name=name)


def test_parquet_is_known_by_its_ending_in_any_case(tmp_path: Path) -> None:
    pq.write_table(pa.table({"country": [" a "], "rate": [1.5]}), tmp_path / "data.PARQUET")
    found = open_data_file(tmp_path / "data.PARQUET", duckdb.connect(), set())
    assert rows(found) == [("a", 1.5, 2)]
    assert found.row_in_file(2) == 2


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"^no such file: .*none\.csv$"):
        open_data_file(tmp_path / "none.csv", duckdb.connect(), set())
