import pytest

from maturity.files.faults import Fault
from maturity.files.positions import Path
from maturity.files.workbook_cells import RawSheet
from maturity.files.workbook_places import FormPlaces, Places, RecordPlaces
from maturity.problems import CellPlace, Place, Problem

ACTS = RawSheet(name="Acts", number=4, rows=(), merged=())
PROFILE = RawSheet(name="Profile", number=1, rows=(), merged=())
COLUMNS: dict[Path, int] = {
    ("id",): 1,
    ("name",): 2,
    ("transfers_when", "text"): 4,
    ("transfers_when", "by"): 3,
    ("roles", "text"): 5,
    ("roles", "locus"): 6,
    ("cites",): 7,
}


@pytest.mark.parametrize(
    ("path", "cell"),
    [
        (("name",), (10, 2)),
        (("name", "en"), (10, 2)),
        (("transfers_when", "by"), (10, 3)),
        (("transfers_when",), (10, 3)),
        (("transfers_when", "colour"), (10, 3)),
        (("cites", 1), (10, 7)),
        (("roles", 0, "text"), (10, 5)),
        (("roles", 1, "locus"), (12, 6)),
        (("roles", 1), (12, 5)),
        (("roles", 2, "colour"), (13, 5)),
        (("roles", 9, "text"), (10, 5)),
        (("roles",), (10, 5)),
        (("colour",), (10, 1)),
        ((), (10, 1)),
    ],
)
def test_a_value_stands_in_its_column_and_an_item_in_its_row(path: Path, cell: tuple[int, int]) -> None:
    assert record().find(path) == cell


@pytest.mark.parametrize(
    ("key", "has"), [("id", True), ("roles", True), ("transfers_when", True), ("text", False), ("colour", False)]
)
def test_a_field_has_a_column_where_a_path_begins_with_it(key: str, has: bool) -> None:
    assert record().has_column(key) == has


@pytest.mark.parametrize(
    ("path", "cell"),
    [
        (("code",), (4, 3)),
        (("names", "zh"), (6, 3)),
        (("names",), (5, 3)),
        (("names", "de"), (5, 3)),
        (("status", "who"), (3, 3)),
        ((), (3, 3)),
    ],
)
def test_what_stands_once_has_a_row(path: Path, cell: tuple[int, int]) -> None:
    assert form().find(path) == cell


def test_the_nearest_above_is_found() -> None:
    places = Places("aaa.xlsx")
    places.form = form()
    places.tables[("legal", "acts")] = (ACTS, 3)
    places.records[("legal", "acts", 0)] = record()
    found = [("legal", "acts", 0, "name"), ("legal", "acts", 7, "name"), ("legal", "acts"), ("legal",), ("code",)]
    assert [str(places.find(path)) for path in found] == [
        "aaa.xlsx:Acts!B10",
        "aaa.xlsx:Acts!A3",
        "aaa.xlsx:Acts!A3",
        "aaa.xlsx:Profile!C3",
        "aaa.xlsx:Profile!C4",
    ]


def test_without_any_sheet_the_first_cell_is_named() -> None:
    assert Places("aaa.xlsx").find(("code",)) == CellPlace(file="aaa.xlsx", line=1, column=1, sheet="")


def test_a_problem_is_kept_with_its_cell() -> None:
    places = Places("aaa.xlsx")
    places.report(ACTS, (7, 28), "E304", "unknown column", "why")
    at = CellPlace(file="aaa.xlsx", line=7, column=28, sheet="Acts", sheet_number=4)
    assert places.problems == [Problem(place=at, code="E304", message="unknown column", hint="why")]
    assert str(places.problems[0]) == "aaa.xlsx:Acts!AB7: E304 unknown column (why)"
    assert places.cells == {at}


def test_a_problem_of_the_whole_workbook_has_no_cell() -> None:
    places = Places("aaa.xlsx")
    places.report_file("E303", "no sheet", "export anew")
    whole = Problem(place=Place(file="aaa.xlsx"), code="E303", message="no sheet", hint="export anew")
    assert (places.problems, places.cells) == ([whole], set())


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        ("quote it", "format the cell as text, then type it again"),
        ("write it as [ … ]", ""),
        ("did you mean 'kind'?", "did you mean 'kind'?"),
    ],
)
def test_advice_for_yaml_becomes_advice_for_cells(hint: str, said: str) -> None:
    places = filled()
    places.take(Fault(("legal", "acts", 0, "name"), "E102", "expected text", hint))
    places.report(ACTS, (99, 1), "E102", "expected text", hint)
    assert [each.hint for each in places.problems] == [said, said]


def test_of_two_faults_of_one_cell_the_first_is_told() -> None:
    assert taken(("name",), ("name", "en"), ("cites", 0)) == ["B10", "G10"]


def test_what_follows_from_a_problem_of_the_same_cell_is_not_told() -> None:
    places = filled()
    places.report(ACTS, (12, 6), "E305", "the formula =1")
    places.take(Fault(("legal", "acts", 0, "roles", 1, "locus"), "E102", "expected text"))
    assert [each.code for each in places.problems] == ["E305"]


def test_a_rule_of_the_whole_record_is_not_told_beside_a_problem_of_its_row() -> None:
    assert taken(("cites", 0), ()) == ["G10"]
    assert taken((), ("cites", 0)) == ["A10", "G10"]


def test_a_problem_in_another_row_of_the_record_hides_no_rule() -> None:
    assert taken(("roles", 1, "text"), ()) == ["E12", "A10"]


def test_a_problem_in_the_same_row_of_another_sheet_hides_no_rule() -> None:
    places = filled()
    places.report(PROFILE, (10, 2), "E304", "unknown key")
    places.take(Fault(("legal", "acts", 0), "E103", "a rule"))
    assert [str(each.place) for each in places.problems] == ["aaa.xlsx:Profile!B10", "aaa.xlsx:Acts!A10"]


def test_what_is_missing_is_told_where_it_belongs() -> None:
    places = filled()
    for key in ("name", "roles"):
        places.take(Fault(("legal", "acts", 0), "E101", f"missing key '{key}'"))
    places.take(Fault((), "E101", "missing key 'code'"))
    assert [(each.place.line, each.place.column) for each in places.problems] == [(10, 2), (10, 5), (4, 3)]


def test_what_has_no_column_is_not_missing_in_each_row() -> None:
    places = filled()
    places.take(Fault(("legal", "acts", 0), "E101", "missing key 'kind'"))
    assert places.problems == []


def record() -> RecordPlaces:
    """A record in rows 10 to 13, its roles in three of them."""
    return RecordPlaces(sheet=ACTS, row=10, lead=1, columns=COLUMNS, item_rows={"roles": [10, 12, 13]})


def form() -> FormPlaces:
    """Keys in row 3, values in the third column."""
    rows: dict[Path, int] = {("code",): 4, ("names", "en"): 5, ("names", "zh"): 6}
    return FormPlaces(sheet=PROFILE, row=3, column=3, rows=rows)


def filled() -> Places:
    places = Places("aaa.xlsx")
    places.form = form()
    places.records[("legal", "acts", 0)] = record()
    return places


def taken(*paths: Path) -> list[str]:
    """The cells at which faults of one record are told."""
    places = filled()
    for path in paths:
        places.take(Fault(("legal", "acts", 0, *path), "E103", "a rule"))
    return [str(each.place).partition("!")[2] for each in places.problems]
