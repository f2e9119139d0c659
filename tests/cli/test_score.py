import csv
from pathlib import Path

import duckdb
import pytest

from tests.cli.conftest import Maturity

FRAMEWORK = """\
id: small
version: "1"
title: A small index
based_on: Made for tests.
note: Made for tests.
range: {low: 0, high: 100}
bands: [{from: 0, name: low}, {from: 50, name: high}]
sentinels: {missing: [".."], not_applicable: ["-99"]}
indicators:
  - {id: access, label: Access, kind: measure, columns: [Access rate]}
  - {id: spending, label: Spending, kind: measure, normalise: {method: min-max, direction: lower}}
"""
CSV = "country,access,spending,remark\nAland,40,10,a\n Bland , 80 ,30,b\n"
EXPECTED = """\
country,overall,overall.coverage,overall.rank,overall.band,access,spending
Aland,70.0,1.0,1,high,40.0,100.0
Bland,40.0,1.0,2,low,80.0,0.0
"""


@pytest.fixture
def small(tmp_path: Path) -> str:
    """The folder of a small framework."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "framework.yaml").write_text(FRAMEWORK, encoding="utf-8")
    return str(folder)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_a_table_is_scored_on_standard_output_without_a_byte_order_mark(
    maturity: Maturity, small: str, data: Path
) -> None:
    found = maturity("score", "--framework", small, "--data", str(data))
    assert (found.code, found.out) == (0, EXPECTED)
    assert found.err == "maturity: left out, as no indicator claims them: 'remark'\n"


def test_a_csv_file_begins_with_a_byte_order_mark(maturity: Maturity, small: str, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    found = maturity("score", "--framework", small, "--data", str(data), "-o", str(path))
    assert (found.code, found.out) == (0, "")
    assert path.read_bytes() == b"\xef\xbb\xbf" + EXPECTED.encode()


def test_a_parquet_file_holds_the_same_numbers(maturity: Maturity, small: str, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.parquet"
    assert maturity("score", "--framework", small, "--data", str(data), "-o", str(path)).code == 0
    table = duckdb.read_parquet(path.as_posix())
    expected = list(csv.reader(EXPECTED.splitlines()))
    assert [table.columns, *([str(each) for each in row] for row in table.fetchall())] == expected


def test_the_result_of_parquet_is_that_of_csv(maturity: Maturity, small: str, data: Path, tmp_path: Path) -> None:
    parquet = tmp_path / "data.parquet"
    duckdb.read_csv(data.as_posix(), all_varchar=True).write_parquet(parquet.as_posix())
    assert maturity("score", "--framework", small, "--data", str(parquet)).out == EXPECTED


def test_columns_are_mapped_and_units_named(maturity: Maturity, small: str, data: Path) -> None:
    text = CSV.replace("access", "Who has it").replace("spending", "cost=").replace("country", "land")
    data.write_text(f"nr,{text}".replace("\nAland", "\n1,Aland").replace("\n Bland", "\n2,Bland"), encoding="utf-8")
    found = maturity(
        *("score", "--framework", small, "--data", str(data), "--unit", "land"),
        *("--map", "Who has it=access", "--map", "cost==spending"),
    )
    assert (found.code, found.out) == (0, EXPECTED.replace("country", "land"))
    assert found.err == "maturity: left out, as no indicator claims them: 'nr', 'remark'\n"


def test_units_are_compared_within_a_period(maturity: Maturity, small: str, data: Path) -> None:
    data.write_text("country,year,access,spending\na,1,0,1\nb,1,0,2\na,2,0,7\nb,2,0,9\n", encoding="utf-8")
    arguments = ("score", "--framework", small, "--data", str(data), "--unit", "country,year", "--period", "year")
    rows = list(csv.DictReader(maturity(*arguments).out.splitlines()))
    assert [(row["country"], row["year"], row["overall.rank"], row["spending"]) for row in rows] == [
        ("a", "1", "1", "100.0"),
        ("b", "1", "2", "0.0"),
        ("a", "2", "1", "100.0"),
        ("b", "2", "2", "0.0"),
    ]


def test_names_of_units_may_be_chinese(maturity: Maturity, small: str, data: Path) -> None:
    data.write_bytes(b"\xef\xbb\xbf" + "国家,access,spending\n中国,40,10\n“法国”,80,30\n".encode())
    found = maturity("score", "--framework", small, "--data", str(data))
    assert [line.split(",")[0] for line in found.out.splitlines()] == ["国家", "中国", "“法国”"]


def test_a_unit_that_a_spreadsheet_would_take_for_a_formula_is_set_off(
    maturity: Maturity, small: str, data: Path
) -> None:
    data.write_text(CSV.replace("Aland", '"=HYPERLINK(""http://x"")"'), encoding="utf-8")
    found = maturity("score", "--framework", small, "--data", str(data))
    assert found.out.splitlines()[1].startswith("\"'=HYPERLINK(")


def test_a_published_index_is_scored_by_its_id(maturity: Maturity, tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_text("country,osi,hci,tii\nAland,0.5,0.6,0.8\n", encoding="utf-8")
    found = maturity("score", "--framework", "un-egdi-2022", "--data", str(path))
    row = next(csv.DictReader(found.out.splitlines()))
    assert (row["overall"], row["overall.band"]) == ("0.6333", "high")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (CSV.replace("80", "eighty"), "{data}:3: 'access': 'eighty' is no number"),
        (CSV.replace("Bland", "Aland"), "{data}:3: the unit Aland stands in row 2 already (--unit names the columns)"),
        (CSV.replace("remark", "access"), "{data}:1: the column 'access' stands twice"),
        (
            CSV.replace("access", "acess"),
            "the table has no column for 'access' (access or Access rate): did you mean 'acess'?",
        ),
        ("country\na\n", "the table has no column for 'access' (access or Access rate), nor for 'spending' (spending)"),
        (
            CSV.replace("remark", "Access rate").replace("a\n", "1\n").replace("b\n", "2\n"),
            "two columns for 'access': access and Access rate",
        ),
        ("", "{data}: the file is empty"),
    ],
)
def test_a_table_that_cannot_be_scored_is_explained(
    maturity: Maturity, small: str, data: Path, text: str, message: str
) -> None:
    data.write_text(text, encoding="utf-8")
    found = maturity("score", "--framework", small, "--data", str(data))
    assert (found.code, found.out) == (1, "")
    assert found.err == f"maturity: {message.format(data=data)}\n"


def test_every_bad_cell_has_a_line(maturity: Maturity, small: str, data: Path) -> None:
    data.write_text("country,access,spending\na,x,1\nb,1,y\n", encoding="utf-8")
    found = maturity("score", "--framework", small, "--data", str(data))
    assert found.err.splitlines() == [
        f"maturity: {data}:2: 'access': 'x' is no number",
        f"maturity: {data}:3: 'spending': 'y' is no number",
    ]


def test_a_file_in_another_encoding_is_explained(maturity: Maturity, small: str, data: Path) -> None:
    data.write_bytes("country,access,spending\n中国,1,1\n".encode("gb18030"))
    found = maturity("score", "--framework", small, "--data", str(data))
    assert found.code == 1
    assert found.err.startswith(f"maturity: {data}: the file is not UTF-8 (Excel in Chinese often saves GB18030)")


def test_a_zero_in_a_geometric_mean_is_explained(maturity: Maturity, small: str, data: Path) -> None:
    file = Path(small, "framework.yaml")
    file.write_text(FRAMEWORK + "rules: {aggregation: weighted-geometric-mean}\n", encoding="utf-8")
    found = maturity("score", "--framework", small, "--data", str(data))
    assert (found.code, found.out) == (1, "")
    assert "'overall' for Bland: 'spending' is not above 0, and the mean has no floor" in found.err


def test_a_file_that_is_not_there_is_wrong_use(maturity: Maturity, small: str) -> None:
    found = maturity("score", "--framework", small, "--data", "none.csv")
    assert (found.code, found.out, found.err) == (2, "", "maturity: no such folder or file: none.csv\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--framework", "un-egdi-2023"), "did you mean 'un-egdi-2022'?"),
        (("--framework", "./none"), "maturity: no such folder or file: ./none"),
        (("--framework", "un-egdi-2022", "--map", "osi"), "maturity: 'osi' maps nothing: write --map COLUMN=ID"),
        (("--framework", "un-egdi-2022", "--map", "=osi"), "maturity: '=osi' maps nothing: write --map COLUMN=ID"),
        (("--framework", "un-egdi-2022", "--format", "parquet"), "maturity: parquet goes to a file: -o OUT.parquet"),
        (
            ("--framework", "un-egdi-2022", "-o", "out.xlsx"),
            "maturity: '.xlsx' names no format (formats: csv, parquet)",
        ),
        ((), "the following arguments are required: --framework"),
    ],
)
def test_wrong_use_is_told_apart_from_wrong_data(
    maturity: Maturity, data: Path, arguments: tuple[str, ...], message: str
) -> None:
    found = maturity("score", "--data", str(data), *arguments)
    assert (found.code, found.out) == (2, "")
    assert message in found.err


def test_a_column_that_is_mapped_to_nothing_known_is_an_error(maturity: Maturity, small: str, data: Path) -> None:
    found = maturity("score", "--framework", small, "--data", str(data), "--map", "remark=acces")
    assert (found.code, found.err) == (1, "maturity: no indicator 'acces' (did you mean 'access'?)\n")


def test_a_broken_framework_is_explained(maturity: Maturity, small: str, data: Path) -> None:
    Path(small, "framework.yaml").write_text(FRAMEWORK.replace("min-max", "min-mix"), encoding="utf-8")
    found = maturity("score", "--framework", small, "--data", str(data))
    assert (found.code, found.out) == (1, "")
    assert "framework.yaml:11:" in found.err
