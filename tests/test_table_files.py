from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from attrs import evolve

from maturity.calculation.numbers import EngineError, TableError, ZeroError
from maturity.framework import Denominator, Framework, Indicator, Level
from maturity.rules import Answer, Band, Rules, Sentinels
from maturity.table_cells import DataFileError
from maturity.table_files import score_file
from tests import synthetic
from tests.calculation.engines import Row, rows_of

Write = Callable[..., Path]

ANSWERS = (Answer(answer="yes", points=100), Answer(answer="in part", points=50), Answer(answer="no", points=0))
LEVELS = tuple(Level(value=each.value, descriptor=each.meaning) for each in synthetic.framework().scale)


def indicator(id: str, kind: str, **said: object) -> Indicator:
    return Indicator(id=id, label=synthetic.text(id), kind=kind, **said)  # type: ignore[arg-type]


FRAMEWORK: Framework = evolve(
    synthetic.framework(),
    components=(),
    indicators=(
        indicator("rate", "measure", columns=("Rate, %",)),
        indicator("law", "rubric", levels=LEVELS),
        indicator("portal", "checklist", answers=ANSWERS),
    ),
    rules=Rules(),
    bands=(Band(lower=0, name=synthetic.text("low")), Band(lower=50, name=synthetic.text("high"))),
    sentinels=Sentinels(missing=("..", "-98"), not_applicable=("-99",)),
)
CSV = "country,rate,law,portal\nAland,40,2,yes\nBland,..,4,in part\nCland,10,-99,no\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(content: str | bytes, name: str = "data.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return put


def rows(path: Path, **how: object) -> dict[str, Row]:
    scored = score_file(path, FRAMEWORK, **how)  # type: ignore[arg-type]
    return {str(row[scored.units[0]]): row for row in rows_of(scored.shown)}


def problems(path: Path, by: Framework = FRAMEWORK, **how: object) -> list[str]:
    """The lines of the error, without the folder."""
    with pytest.raises(DataFileError) as raised:
        score_file(path, by, **how)  # type: ignore[arg-type]
    return str(raised.value).replace(f"{path.parent.as_posix()}/", "").split("\n")


def test_each_unit_of_a_file_has_a_row(write: Write) -> None:
    found = rows(write(CSV))
    assert {unit: (row["rate"], row["law"], row["portal"], row["overall"]) for unit, row in found.items()} == {
        "Aland": (40, 50, 100, pytest.approx(190 / 3)),
        "Bland": (None, 100, 50, 75),
        "Cland": (10, None, 0, 5),
    }
    assert [row["overall.coverage"] for row in found.values()] == [1, pytest.approx(2 / 3), 1]
    assert [row["overall.rank"] for row in found.values()] == [2, 1, 3]


def test_units_stay_in_the_order_of_the_file(write: Write) -> None:
    assert list(rows(write("country,rate,law,portal\nz,1,1,no\na,1,1,no\nm,1,1,no\n"))) == ["z", "a", "m"]


def test_a_long_file_gives_the_same_scores(write: Write) -> None:
    wide = [line.split(",") for line in CSV.strip().split("\n")]
    lines = [f"{row[0]},{id},{value}" for row in wide[1:] for id, value in zip(wide[0][1:], row[1:], strict=True)]
    long = write("\n".join(["country,indicator,value", *lines]) + "\n", "long.csv")
    assert rows(long) == {unit: pytest.approx(row) for unit, row in rows(write(CSV)).items()}


def test_parquet_and_csv_give_the_same_numbers(write: Write, tmp_path: Path) -> None:
    path = write(CSV)
    table = duckdb.read_csv(path.as_posix(), all_varchar=True)
    table.write_parquet((tmp_path / "texts.parquet").as_posix())
    typed = {
        "country": ["Aland", "Bland", "Cland"],
        "rate": [40.0, None, 10.0],
        "law": [2, 4, -99],
        "portal": ["yes", "in part", "no"],
    }
    pq.write_table(pa.table(typed), tmp_path / "typed.parquet")
    assert rows(tmp_path / "texts.parquet") == rows(tmp_path / "typed.parquet") == rows(path)


def test_levels_in_parquet_may_be_floating_point_numbers_with_sentinels(tmp_path: Path) -> None:
    columns = {"country": ["a", "b", "c"], "rate": [1.0, -98.0, 3.0], "law": [2.0, None, -99.0], "portal": ["no"] * 3}
    pq.write_table(pa.table(columns), tmp_path / "data.parquet")
    found = rows(tmp_path / "data.parquet")
    assert [(row["rate"], row["law"]) for row in found.values()] == [(1, 50), (None, None), (3, None)]
    assert [row["overall.coverage"] for row in found.values()] == [1, pytest.approx(1 / 3), 1]


@pytest.mark.parametrize("space", [" ", "\t", "\u00a0", "\u3000", " \u2009"])
def test_cells_and_heads_are_stripped(write: Write, space: str) -> None:
    text = CSV.replace(",", f"{space},{space}").replace("\n", f"{space}\n")
    assert rows(write(text)) == rows(write(CSV, "plain.csv"))


@pytest.mark.parametrize(
    "text", [CSV.replace("\n", "\r\n"), CSV.rstrip("\n"), CSV.replace(",", '","').replace("\n", '"\n"')]
)
def test_other_line_ends_and_quotes_are_read(write: Write, text: str) -> None:
    if '"' in text:
        text = '"' + text.removesuffix('"')
    assert rows(write(text)) == rows(write(CSV, "plain.csv"))


@pytest.mark.parametrize("separator", [";", "\t"])
def test_semicolons_and_tabs_separate_columns_too(write: Write, separator: str) -> None:
    assert rows(write(CSV.replace(",", separator))) == rows(write(CSV, "plain.csv"))


def test_a_byte_order_mark_is_no_part_of_the_first_column(write: Write) -> None:
    assert rows(write(b"\xef\xbb\xbf" + CSV.encode())) == rows(write(CSV, "plain.csv"))


def test_names_of_units_may_be_chinese(write: Write) -> None:
    text = (
        CSV.replace("country", "国家")
        .replace("Aland", "中国")
        .replace("Bland", "“法”，国")
        .replace("Cland", "デンマーク")
    )
    assert list(rows(write(text))) == ["中国", "“法”，国", "デンマーク"]


def test_a_column_with_a_comma_in_its_name_goes_by_the_framework_s_own_name(write: Write) -> None:
    assert rows(write(CSV.replace("rate", '"Rate, %"'))) == rows(write(CSV, "plain.csv"))


def test_a_column_goes_by_the_name_that_the_caller_maps(write: Write) -> None:
    found = rows(write(CSV.replace("law", "Legal basis")), columns={"Legal basis": "law"})
    assert found == rows(write(CSV, "plain.csv"))


def test_several_columns_name_a_unit_and_one_of_them_a_period(write: Write) -> None:
    text = "country,year,rate,law,portal\na,1,40,2,yes\nb,1,10,1,no\na,2,10,1,no\nb,2,40,2,yes\n"
    scored = score_file(write(text), FRAMEWORK, units=("country", "year"), period="year")
    found = {(row["country"], row["year"]): row["overall.rank"] for row in rows_of(scored.shown)}
    assert found == {("a", "1"): 1, ("b", "1"): 2, ("a", "2"): 2, ("b", "2"): 1}


def test_columns_that_nobody_claims_are_named(write: Write) -> None:
    text = "note,country,rate,law,portal,extra\nx,a,1,1,no,y\n"
    assert score_file(write(text), FRAMEWORK, units=("country",)).left_out == ("note", "extra")
    assert score_file(write(text), FRAMEWORK).left_out == ("country", "extra")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Dland,4O,2,yes", "5: 'rate': '4O' is no number"),
        ('Dland,"40,5",2,yes', "5: 'rate': '40,5' is no number"),
        ("Dland,nan,2,yes", "5: 'rate': 'nan' is no number"),
        ("Dland,inf,2,yes", "5: 'rate': 'inf' is no number"),
        ("Dland,n/a,2,yes", "5: 'rate': 'n/a' is no number"),
        ("Dland,40,5,yes", "5: 'law': no level 5 (levels run 0–4)"),
        ("Dland,40,2.5,yes", "5: 'law': no level 2.5 (levels run 0–4)"),
        ("Dland,40,two,yes", "5: 'law': 'two' is no number"),
        ("Dland,40,2,yess", "5: 'portal': 'yess' is no answer (did you mean 'yes'?)"),
        ("Dland,40,2,Σ", "5: 'portal': 'Σ' is no answer (answers: yes, in part, no)"),
    ],
)
def test_a_cell_that_cannot_be_used_is_named_by_row_and_column(write: Write, line: str, problem: str) -> None:
    assert problems(write(CSV + line + "\n")) == [f"data.csv:{problem}"]


def test_a_bad_cell_of_a_long_file_is_named_by_row(write: Write) -> None:
    long = "country,indicator,value\na,rate,1\na,law,9\na,portal,maybe\n"
    assert problems(write(long)) == [
        "data.csv:3: 'value': no level 9 (levels run 0–4)",
        "data.csv:4: 'value': 'maybe' is no answer (answers: yes, in part, no)",
    ]


def test_a_bad_denominator_is_named_too(write: Write) -> None:
    by = evolve(FRAMEWORK, indicators=(indicator("rate", "measure", per=Denominator(column="people")),))
    assert problems(write("country,rate,people\na,1,many\n"), by) == ["data.csv:2: 'people': 'many' is no number"]


def test_of_very_many_problems_the_first_are_named(write: Write) -> None:
    lines = problems(write(CSV + "".join(f"u{number},x,0,no\n" for number in range(30))))
    assert (lines[0], lines[19]) == ("data.csv:5: 'rate': 'x' is no number", "data.csv:24: 'rate': 'x' is no number")
    assert (len(lines), lines[-1]) == (21, "… and more")


def test_a_unit_that_stands_twice_is_named_with_both_rows(write: Write) -> None:
    found = problems(write(CSV + "Aland,1,1,no\n"))
    assert found == ["data.csv:5: the unit Aland stands in row 2 already (--unit names the columns)"]


def test_a_value_that_stands_twice_in_a_long_file_is_named_with_both_rows(write: Write) -> None:
    found = problems(write("country,indicator,value\na,rate,1\nb,rate,1\na,rate,1\n"))
    assert found == ["data.csv:4: the unit a has a value for 'rate' in row 2 already"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "data.csv: the file is empty"),
        (b"\n", "data.csv: the file is empty"),
        ("国家,rate,law,portal\n中国,1,1,no\n".encode("gb18030"), "data.csv: the file is not UTF-8"),
        ("country,rate,law,portal\n中国,1,1,no\n".encode("gb18030"), "data.csv: the file is not UTF-8"),
        ("country,rate,law,portal\n".encode("utf-16"), "data.csv: the file is not UTF-8"),
        (b"country,rate,law,rate\n", "data.csv:1: the column 'rate' stands twice"),
        (b"country,rate,law, rate \n", "data.csv:1: the column 'rate' stands twice"),
        (b"rate,law,portal\n1,1,no\n", "data.csv: no column names the units: say which with --unit COLUMN"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(write: Write, content: bytes, problem: str) -> None:
    [found] = problems(write(content))
    assert found.startswith(problem)


def test_a_column_that_nothing_claims_may_differ_in_case_alone(write: Write) -> None:
    plain = rows(write(CSV))
    heads, *units = CSV.splitlines()
    wider = [f"{heads},LAW,Country,Law", *(f"{row},x,{place},z" for place, row in zip("pqr", units, strict=True))]
    path = write("\n".join(wider), "wider.csv")
    for chosen in ((), ("country",)):
        scored = score_file(path, FRAMEWORK, units=chosen)
        assert (scored.units, scored.left_out) == (("country",), ("LAW", "Country", "Law"))
        assert {str(row["country"]): row for row in rows_of(scored.shown)} == plain
    other = score_file(path, FRAMEWORK, units=("Country",))
    assert [row["Country"] for row in rows_of(other.shown)] == ["p", "q", "r"]
    assert other.left_out == ("country", "LAW", "Law")


def test_two_columns_that_are_wanted_cannot_differ_in_case_alone(write: Write) -> None:
    path = write("place,Place,LAW,rate,portal\na,b,2,1,no\n")
    said = "differ in case alone, and scoring takes them for one: rename one of them"
    assert problems(path, units=("place", "Place")) == [f"data.csv:1: the columns 'place' and 'Place' {said}"]
    path = write("country,LAW,law,rate,portal\na,2,2,1,no\n")
    assert problems(path, columns={"LAW": "law"}) == [f"data.csv:1: the columns 'LAW' and 'law' {said}"]


def test_a_row_with_too_many_cells_is_refused(write: Write) -> None:
    [found] = problems(write(CSV + "Dland,1,2,no,more,still more\n"))
    assert found.startswith("data.csv: cannot be read: ")
    assert "5" in found


def test_a_file_that_is_not_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"^no such file: .*none\.csv$"):
        score_file(tmp_path / "none.csv", FRAMEWORK)


def test_a_parquet_file_that_is_none_is_refused(write: Write) -> None:
    [found] = problems(write(CSV, "data.parquet"))
    assert found.startswith("data.parquet: cannot be read: ")


def test_a_unit_column_that_is_not_there_gives_a_hint(write: Write) -> None:
    with pytest.raises(DataFileError, match=r"^no column 'county' \(did you mean 'country'\?\)$"):
        score_file(write(CSV), FRAMEWORK, units=("county",))


@pytest.mark.parametrize(
    ("text", "how", "problem"),
    [
        ("country,rate,law\na,1,1\n", {}, "the table has no column for 'portal' (portal)"),
        (CSV, {"columns": {"x": "law"}}, "the table has no column 'x'"),
        (CSV, {"columns": {"portal": "portl"}}, "no indicator 'portl' (did you mean 'portal'?)"),
        (CSV, {"units": ("law",)}, "the column 'law' is an indicator's and names no unit"),
        (
            CSV.replace("country", "Overall"),
            {},
            "the column 'Overall' bears the name of a column of the result: rename it",
        ),
    ],
)
def test_columns_that_do_not_fit_the_framework_are_an_error(
    write: Write, text: str, how: dict[str, object], problem: str
) -> None:
    with pytest.raises(TableError) as raised:
        score_file(write(text), FRAMEWORK, **how)  # type: ignore[arg-type]
    assert str(raised.value).startswith(problem)


def test_a_zero_without_a_floor_names_node_child_and_unit(write: Write) -> None:
    by = evolve(FRAMEWORK, rules=Rules(aggregation="weighted-geometric-mean"))
    with pytest.raises(ZeroError, match=r"^'overall' for Cland: 'portal' is not above 0, and the mean has no floor$"):
        score_file(write(CSV), by)


def test_all_that_can_be_wrong_with_a_file_is_a_value_error() -> None:
    assert all(issubclass(each, ValueError) for each in (DataFileError, TableError, ZeroError, EngineError))


def test_a_csv_for_excel_begins_with_a_byte_order_mark_and_another_does_not(write: Write, tmp_path: Path) -> None:
    scored = score_file(write(CSV), FRAMEWORK)
    scored.write_csv(tmp_path / "excel.csv")
    scored.write_csv(tmp_path / "plain.csv", for_excel=False)
    excel, plain = (tmp_path / "excel.csv").read_bytes(), (tmp_path / "plain.csv").read_bytes()
    assert excel == b"\xef\xbb\xbf" + plain
    assert plain.startswith(b"country,overall,overall.coverage,overall.rank,overall.band,rate,law,portal\nAland,")


@pytest.mark.parametrize("name", ["=1+1", "+x", "-x", "@SUM(A1)", "＝1", "＋1"])
def test_a_unit_that_a_spreadsheet_would_take_for_a_formula_is_set_off(write: Write, tmp_path: Path, name: str) -> None:
    scored = score_file(write(CSV.replace("Aland", name)), FRAMEWORK)
    scored.write_csv(tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text("utf-8-sig").split("\n")[1].startswith(f"'{name},")


def test_numbers_that_are_negative_stay_numbers(write: Write, tmp_path: Path) -> None:
    by = evolve(FRAMEWORK, indicators=FRAMEWORK.indicators[:1])
    score_file(write("country,rate\na,-5\n"), by).write_csv(tmp_path / "out.csv", for_excel=False)
    assert (tmp_path / "out.csv").read_text().split("\n")[1].startswith("a,-5.0,")


def test_written_files_hold_the_same_numbers(write: Write, tmp_path: Path) -> None:
    scored = score_file(write(CSV), FRAMEWORK)
    scored.write_csv(tmp_path / "out.csv")
    scored.write_parquet(tmp_path / "out.parquet")
    expected = rows_of(scored.shown)
    assert rows_of(duckdb.read_parquet((tmp_path / "out.parquet").as_posix())) == expected
    assert rows_of(duckdb.read_csv((tmp_path / "out.csv").as_posix())) == expected


def test_a_file_is_written_whole_or_not_at_all(write: Write, tmp_path: Path) -> None:
    scored = score_file(write(CSV), FRAMEWORK)
    with pytest.raises(DataFileError, match=r"^cannot write .*out\.csv: "):
        scored.write_csv(tmp_path / "none" / "out.csv")
    assert [each.name for each in tmp_path.iterdir()] == ["data.csv"]


def test_a_link_and_the_rights_of_a_file_stay_where_scores_are_written_over_it(write: Write, tmp_path: Path) -> None:
    scored = score_file(write(CSV), FRAMEWORK)
    (tmp_path / "old.csv").touch(mode=0o640)
    (tmp_path / "link.csv").symlink_to(tmp_path / "old.csv")
    scored.write_csv(tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "old.csv").stat().st_mode & 0o777 == 0o640
    assert "Aland" in (tmp_path / "old.csv").read_text(encoding="utf-8-sig")


def test_a_row_is_found_by_the_name_of_its_unit(write: Write) -> None:
    scored = score_file(write(CSV), FRAMEWORK)
    assert scored.row("Bland")["overall"] == 75
    with pytest.raises(DataFileError, match=r"^no unit 'Blend' \(did you mean 'Bland'\?\)$"):
        scored.row("Blend")


def test_the_derivation_of_a_row_is_that_of_a_profile(write: Write) -> None:
    scores = score_file(write(CSV), FRAMEWORK).scores_of("Cland", FRAMEWORK)
    whole = scores["overall"]
    assert (whole.score, whole.coverage) == (5, 1)
    assert [(part.id, part.weight, part.left_out) for part in whole.parts] == [
        ("rate", 0.5, None),
        ("law", 0, "not-applicable"),
        ("portal", 0.5, None),
    ]


LONG_CSV = "country,indicator,value\na,rate,40\na,law,2\na,portal,yes\na,ratte,7\n"


def test_names_that_no_indicator_claims_are_left_out_of_a_long_table_by_name(write: Write) -> None:
    scored = score_file(write(LONG_CSV), FRAMEWORK, units=["country"])
    assert scored.left_out == ("ratte",)
    assert rows_of(scored.shown)[0]["rate"] == 40


def test_the_heads_of_a_long_table_and_names_in_it_may_be_given(write: Write) -> None:
    text = LONG_CSV.replace("country,indicator,value", "country,What,How much").replace("a,rate,40", "a,Rate in %,40")
    said = {"What": "indicator", "How much": "value", "Rate in %": "rate"}
    scored = score_file(write(text), FRAMEWORK, units=["country"], columns=said)
    assert rows_of(scored.shown)[0]["rate"] == 40
    assert scored.left_out == ("ratte",)
    assert scored.cell("a", "rate", "Rate, %") == "40"


def test_heads_of_a_long_table_that_are_spelt_otherwise_are_told(write: Write) -> None:
    assert problems(write(LONG_CSV.replace("indicator,value", "Indicator,VALUE"))) == [
        "data.csv:1: the heads of a long table are 'indicator' and 'value': "
        "say --map Indicator=indicator --map VALUE=value"
    ]


def test_a_cell_of_a_unit_is_found_as_it_is_written(write: Write) -> None:
    wide = score_file(write("country,Rate,law,portal\na,040,2,yes\nb,,1,no\n"), FRAMEWORK, columns={"Rate": "rate"})
    assert [wide.cell(unit, "rate", "Rate, %") for unit in ("a", "b", "c")] == ["040", None, None]
    long = score_file(write(LONG_CSV.replace("a,rate,40", 'a,"Rate, %",040')), FRAMEWORK, units=["country"])
    assert [long.cell("a", name, *others) for name, *others in (("rate", "Rate, %"), ("law",), ("none",))] == [
        "040", "2", None,
    ]  # fmt: skip
