import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from maturity.catalog import Catalog
from maturity.files.document import Document
from maturity.files.profile_checks import Part
from maturity.files.profile_files import FILES, OPTIONAL, ProfileFile, join_parts
from maturity.files.structure import structure
from maturity.files.workbook_cells import read_cells
from maturity.files.workbook_places import Places
from maturity.files.workbook_profile import read_values, read_workbook
from maturity.profile import Profile
from maturity.reading import load_country, load_framework
from maturity.records.record import Printed
from maturity.render.workbook import render_workbook
from maturity.text import LANGUAGES, Text
from tests import synthetic
from tests.files.any_value import any_value
from tests.files.workbook_values import tidied
from tests.files.workbooks import Change, changed, column_of, demo, problems, put

ROOT = Path(__file__).parents[2]
SHIPPED = Catalog(root=ROOT, shown="")


def read_back(profile: Profile, folder: Path, *, language: str = "en") -> Profile:
    file = folder / "x.xlsx"
    framework = load_framework()
    file.write_bytes(render_workbook(profile, framework, language=language))
    return read_workbook(file, framework=framework).profile


@pytest.mark.parametrize(("code", "wave"), SHIPPED.waves())
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shipped_country_reads_back_equal(code: str, wave: int, language: str, tmp_path: Path) -> None:
    profile = load_country(code, wave=wave, catalogs=[SHIPPED])
    assert read_back(profile, tmp_path, language=language) == profile


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), language=st.sampled_from(LANGUAGES))
def test_whatever_a_file_holds_reads_back_equal(name: str, data: st.DataObject, language: str) -> None:
    values = {**synthetic_parts(), name: data.draw(any_value(FILES[name]))}
    nowhere = Document(shown="", text="", value=None)
    profile = tidied(join_parts({each: Part(document=nowhere, value=value) for each, value in values.items()}))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "x.xlsx"
        file.write_bytes(render_workbook(profile, synthetic.framework(), language=language))
        sheets = read_cells(file, "x.xlsx")
    places = Places("x.xlsx")
    value = read_values(sheets, places)
    assert places.problems == []
    found, faults = structure(value, Profile, language="en", original_first=True)
    assert [(each.path, each.message) for each in faults] == []
    assert found == profile


def synthetic_parts() -> dict[str, object]:
    """What the files of a small country hold."""
    profile = synthetic.profile()
    head = ProfileFile(**{each.name: getattr(profile, each.name) for each in attrs.fields(ProfileFile)})
    names = [name for name in FILES if name not in ("profile", *OPTIONAL)]
    return {"profile": head, **{name: getattr(profile, name.replace("-", "_")) for name in names}}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("code", "language"), [("FRA", "en"), ("CHN", "zh")])
def test_a_workbook_saved_by_libreoffice_reads_back_equal(code: str, language: str, tmp_path: Path) -> None:
    framework = load_framework()
    profile = load_country(code, catalogs=[SHIPPED])
    file = tmp_path / "x.xlsx"
    file.write_bytes(render_workbook(profile, framework, language=language))
    assert read_workbook(saved_by_libreoffice(file), framework=framework).profile == profile


def saved_by_libreoffice(file: Path) -> Path:
    home, saved = f"-env:UserInstallation={(file.parent / 'home').as_uri()}", file.parent / "saved"
    kind = "xlsx:Calc MS Excel 2007 XML"
    command = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", str(saved), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return saved / file.name


@pytest.mark.parametrize("saved_by", ["openpyxl", "LibreOffice"])
def test_percentages_are_read_as_their_cells_show_them(saved_by: str, tmp_path: Path) -> None:
    if saved_by == "LibreOffice" and shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    framework = load_framework()
    profile = load_country("CHN", catalogs=[SHIPPED])
    file = tmp_path / "x.xlsx"
    file.write_bytes(render_workbook(profile, framework, language="en"))
    assert show_percentages(file) > 10
    file = saved_by_libreoffice(file) if saved_by == "LibreOffice" else file
    assert read_workbook(file, framework=framework).profile == profile


def show_percentages(file: Path) -> int:
    """Do what a person does who types 15% into a cell: it keeps 0.15, and shows hundredths."""
    workbook = openpyxl.load_workbook(file)
    sheet = workbook["Statistics"]
    value, unit = column_of(sheet, "value"), column_of(sheet, "unit")
    cells = [sheet.cell(row, value) for row in range(4, sheet.max_row + 1) if sheet.cell(row, unit).value == "%"]
    filled = [each for each in cells if each.value is not None]
    for cell in filled:
        cell.value, cell.number_format = float(str(cell.value)) / 100, "0.0%"
    workbook.save(file)
    return len(filled)


def test_a_cell_with_a_fault_hides_no_other(tmp_path: Path) -> None:
    def misspell(workbook: Workbook) -> None:
        put("Institutions", "source", 1, "studdy")(workbook)
        put("Legal acts", "level", 1, "local")(workbook)

    kind, source = problems(changed(tmp_path, misspell))
    assert "E104 unknown source 'studdy' (did you mean 'study'?)" in kind
    assert "E103 level: expected one of" in source


def test_a_percentage_of_another_unit_names_its_cell(tmp_path: Path) -> None:
    def format_as_percentage(workbook: Workbook) -> None:
        sheet = workbook["Statistics"]
        sheet.cell(4, column_of(sheet, "value")).number_format = "0%"

    assert problems(changed(tmp_path, format_as_percentage)) == [
        "aaa.xlsx:Statistics!D4: E102 500000000% where the unit is 'persons' (format the cell as a number)"
    ]


def test_a_workbook_saved_by_another_program_reads_back_equal(tmp_path: Path) -> None:
    profile, framework = demo()
    assert read_workbook(changed(tmp_path, lambda workbook: None), framework=framework).profile == profile


@pytest.mark.parametrize(
    "said",
    ["=1+1", "+49", "-3", "@home", "'quoted", '"quoted"', "  two  spaces ", "#N/A", "1.0", "TRUE", "<r></x></r>"],
)
def test_text_stays_text(said: str, tmp_path: Path) -> None:
    profile, framework = demo()
    act = attrs.evolve(profile.legal.acts[0], number=said, name=Text(original=said.strip()))
    wanted = attrs.evolve(profile, legal=attrs.evolve(profile.legal, acts=(act,)))
    file = tmp_path / "x.xlsx"
    file.write_bytes(render_workbook(wanted, framework, language="en"))
    assert read_workbook(file, framework=framework).profile.legal.acts[0] == act


def test_a_record_with_lists_takes_several_rows_in_any_order(tmp_path: Path) -> None:
    profile, framework = demo()
    printed = (Printed(text="a", locus="§1"), Printed(text="b", locus="§2"))
    act = attrs.evolve(profile.legal.acts[0], printed=printed)
    wanted = attrs.evolve(profile, legal=attrs.evolve(profile.legal, acts=(act,)))
    file = tmp_path / "aaa.xlsx"
    file.write_bytes(render_workbook(wanted, framework, language="en"))
    rows = next(sheet for sheet in read_cells(file, "") if sheet.name == "Legal acts").rows
    assert [row[0].value for row in rows[3:]] == ["privacy-act", "privacy-act"]
    assert read_workbook(file, framework=framework).profile == wanted


def test_a_sorted_sheet_tears_no_record_apart(tmp_path: Path) -> None:
    framework = load_framework()
    france = load_country("FRA", catalogs=[SHIPPED])
    file = tmp_path / "fra.xlsx"
    file.write_bytes(render_workbook(france, framework, language="en"))
    workbook = openpyxl.load_workbook(file)
    sheet = workbook["Institutions"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    locus = column_of(sheet, "roles.locus") - 1
    for number, row in enumerate(sorted(rows, key=lambda row: str(row[locus])), start=4):
        for column, value in enumerate(row, start=1):
            sheet.cell(row=number, column=column).value = value
    workbook.save(file)
    found = {each.id: each for each in read_workbook(file, framework=framework).profile.governance.institutions}
    for each in france.governance.institutions:
        assert sorted(role.locus for role in found[each.id].roles) == sorted(role.locus for role in each.roles)
        assert set(found[each.id].printed) == set(each.printed)
        assert attrs.evolve(found[each.id], roles=each.roles, printed=each.printed) == each


def test_columns_may_be_moved_and_headings_renamed(tmp_path: Path) -> None:
    def change(workbook: Workbook) -> None:
        sheet = workbook["Legal acts"]
        year = column_of(sheet, "year")
        for row in range(1, 6):
            first, last = sheet.cell(row=row, column=year), sheet.cell(row=row, column=60)
            last.value, first.value = first.value, None
        sheet.cell(row=2, column=60).value = "Which year?"
        workbook.move_sheet("Sources", -20)
        workbook["Statistics"].title = "Numbers"

    assert read_workbook(changed(tmp_path, change), framework=demo()[1]).profile == demo()[0]


def test_rows_in_front_empty_rows_and_own_columns_do_no_harm(tmp_path: Path) -> None:
    def change(workbook: Workbook) -> None:
        sheet = workbook["Legal acts"]
        sheet.insert_rows(1, amount=2)
        sheet.insert_rows(6)
        sheet.cell(row=5, column=50).value = "(ours)"
        sheet.cell(row=7, column=50).value = "ask the ministry"
        workbook.create_sheet("Our notes").cell(row=1, column=1).value = "to do"

    assert read_workbook(changed(tmp_path, change), framework=demo()[1]).profile == demo()[0]


@pytest.mark.parametrize(
    ("sheet", "key", "value", "found"),
    [
        ("Legal acts", "year", "2018", 2018),
        ("Legal acts", "year", 2018.0, 2018),
        ("Legal acts", "in_force", True, True),
        ("Legal acts", "in_force", "no · non", False),
        ("Legal acts", "kind", "decree", "decree"),
        ("Legal acts", "kind", "decree · 法令", "decree"),
        ("Legal acts", "repeals", "privacy-act; privacy-act，privacy-act", ("privacy-act",) * 3),
    ],
)
def test_a_cell_is_read_as_people_fill_it_in(
    sheet: str, key: str, value: object, found: object, tmp_path: Path
) -> None:
    file = changed(tmp_path, put(sheet, key, 1, value))
    assert getattr(read_workbook(file, framework=demo()[1]).profile.legal.acts[0], key) == found


@pytest.mark.parametrize(
    ("value", "form", "found"),
    [
        (datetime(2021, 1, 31), "yyyy-mm-dd", "2021-01-31"),
        (datetime(2021, 1, 1), "mmm yyyy", "2021-01"),
        (2021, "General", "2021"),
        ("2021-01", "General", "2021-01"),
    ],
)
def test_a_date_is_read_to_the_precision_that_its_cell_shows(
    value: object, form: str, found: str, tmp_path: Path
) -> None:
    def change(workbook: Workbook) -> None:
        sheet = workbook["Sources"]
        cell = sheet.cell(row=5, column=column_of(sheet, "published"))
        cell.value, cell.number_format = value, form

    assert read_workbook(changed(tmp_path, change), framework=demo()[1]).profile.sources[1].published == found


def test_an_indicator_that_was_not_rated_may_be_rated(tmp_path: Path) -> None:
    def change(workbook: Workbook) -> None:
        for key, value in (("level", "not-asked"), ("searched[en]", None), ("rationale[zh]", "未列入")):
            put("Beta", key, 1, value)(workbook)

    rating = read_workbook(changed(tmp_path, change), framework=demo()[1]).profile.ratings.ratings[1]
    assert (rating.status, rating.searched) == ("not-asked", None)
    assert rating.rationale == Text(original="No figures.", translations=(("zh", "未列入"),))


def test_a_row_without_a_rating_is_no_rating(tmp_path: Path) -> None:
    def change(workbook: Workbook) -> None:
        for key in ("level", "searched[en]", "rationale[en]"):
            put("Beta", key, 1, None)(workbook)

    found = read_workbook(changed(tmp_path, change), framework=demo()[1]).profile
    assert [each.indicator for each in found.ratings.ratings] == ["alpha.law"]


def rename(sheet: str, key: str, to: str | None) -> Change:
    """Changes what stands in the row of keys."""

    def change(workbook: Workbook) -> None:
        found = workbook[sheet]
        found.cell(row=3, column=column_of(found, key)).value = to

    return change


def add_row(sheet: str, row: int, **cells: object) -> Change:
    def change(workbook: Workbook) -> None:
        for key, value in cells.items():
            put(sheet, key.replace("__", ".").replace("_en", "[en]"), row, value)(workbook)

    return change


def drop(sheet: str) -> Change:
    return lambda workbook: workbook.remove(workbook[sheet])


def merge(sheet: str, cells: str) -> Change:
    return lambda workbook: workbook[sheet].merge_cells(cells)


BROKEN: dict[str, tuple[Change, list[str]]] = {
    "a level outside the scale": (
        put("Alpha", "level", 1, 7),
        ["aaa.xlsx:Alpha!G4: E105 no level 7 on 'alpha.law' (levels run 0–2)"],
    ),
    "a level that is no whole number": (
        put("Alpha", "level", 1, 1.5),
        ["aaa.xlsx:Alpha!G4: E102 expected a whole number, found the number 1.5"],
    ),
    "neither a level nor a status": (
        put("Beta", "level", 1, "not evaluated"),
        ["aaa.xlsx:Beta!G4: E103 neither a level nor a status: 'not evaluated' (did you mean 'not-evaluable'?)"],
    ),
    "a level without confidence": (
        put("Alpha", "confidence", 1, None),
        ["aaa.xlsx:Alpha!A4: E103 a level needs a confidence: high, medium or low"],
    ),
    "a level without evidence": (
        put("Alpha", "evidence", 1, None),
        [
            "aaa.xlsx:Alpha!A4: E107 level 2 on 'alpha.law' without evidence"
            " (name the records that it rests on, or give a status)"
        ],
    ),
    "an unknown indicator": (
        put("Alpha", "indicator", 1, "alpha.lore"),
        ["aaa.xlsx:Alpha!A4: E104 unknown indicator 'alpha.lore' (did you mean 'alpha.law'?)"],
    ),
    "unknown evidence": (
        put("Alpha", "evidence", 1, "privacy-act, privacy-akt"),
        ["aaa.xlsx:Alpha!I4: E104 unknown record 'privacy-akt' (did you mean 'privacy-act'?)"],
    ),
    "a confidence that is none": (
        put("Alpha", "confidence", 1, "hihg · high"),
        [
            "aaa.xlsx:Alpha!H4: E103 confidence: expected one of high, medium, low; found the text 'hihg'"
            " (did you mean 'high'?)"
        ],
    ),
    "the id of another record": (
        put("Institutions", "id", 1, "privacy-act"),
        ["aaa.xlsx:Legal acts!A4: E106 duplicate id 'privacy-act' (first at Institutions!A4)"],
    ),
    "a record that was copied, and its id with it": (
        add_row("Institutions", 2, id="fund", name_en="Fund", kind="fund", source="study", locus="§2"),
        [
            "aaa.xlsx:Institutions!A5: E106 duplicate id 'fund'"
            " (first at A4; a row that continues a record fills in no more than its lists)"
        ],
    ),
    "a number for text": (
        put("Legal acts", "number", 1, 1.0),
        [
            "aaa.xlsx:Legal acts!F4: E102 expected text, found the number 1"
            " (format the cell as text, then type it again)"
        ],
    ),
    "a date for text": (
        put("Legal acts", "number", 1, datetime(2021, 1, 31)),
        [
            "aaa.xlsx:Legal acts!F4: E102 expected text, found the date 2021-01-31"
            " (format the cell as text, then type it again)"
        ],
    ),
    "a date for a number": (
        put("Statistics", "value", 1, datetime(2021, 1, 31)),
        ["aaa.xlsx:Statistics!D4: E102 expected a number, found the date 2021-01-31 (format the cell as a number)"],
    ),
    "text for a year": (
        put("Legal acts", "year", 1, "last year"),
        ["aaa.xlsx:Legal acts!I4: E102 expected a whole number, found the text 'last year'"],
    ),
    "no such day": (
        put("Sources", "published", 1, "2021-02-30"),
        ["aaa.xlsx:Sources!H4: E110 '2021-02-30' is no date: there is no such day"],
    ),
    "a required cell that is empty": (
        put("Legal acts", "locus", 1, None),
        ["aaa.xlsx:Legal acts!O4: E101 missing key 'locus'"],
    ),
    "a row without an id": (
        put("Legal acts", "id", 1, None),
        [
            "aaa.xlsx:Alpha!I4: E104 unknown record 'privacy-act'",
            "aaa.xlsx:Legal acts!A4: E101 missing key 'id' (each row of a record repeats its id)",
            "aaa.xlsx:Legal framework!D4: E104 unknown record 'privacy-act'",
        ],
    ),
    "a section that is none": (
        put("Statistics", "section", 1, "contex"),
        [
            "aaa.xlsx:Statistics!B4: E103 section: expected one of context, governance, legal, back_end, front_end,"
            " skills, inclusion, lessons; found 'contex' (did you mean 'context'?)"
        ],
    ),
    "no section": (
        put("Statistics", "section", 1, None),
        ["aaa.xlsx:Statistics!B4: E101 missing key 'section'"],
    ),
    "a formula": (
        put("Statistics", "value", 1, "=2*2500000"),
        ["aaa.xlsx:Statistics!D4: E305 the formula =2*2500000 (put its value in its place)"],
    ),
    "an error that a formula left": (
        put("Statistics", "value", 1, "#N/A"),
        ["aaa.xlsx:Statistics!D4: E305 the error #N/A (put a value in its place, or nothing)"],
    ),
    "merged cells": (
        merge("Statistics", "A4:A5"),
        ["aaa.xlsx:Statistics!A4: E306 the cells A4:A5 are merged (split them, and fill in each)"],
    ),
    "a sheet that was deleted": (
        drop("Outline of the study"),
        [
            "aaa.xlsx: E303 no sheet holds 'outline'"
            " (its row of keys begins with 'outline#'; a sheet stays even where it is empty)"
        ],
    ),
    "a dimension that was deleted": (
        drop("Beta"),
        [
            "aaa.xlsx: E303 no sheet holds 'ratings.ratings:beta'"
            " (its row of keys begins with 'ratings.ratings:beta#'; a sheet stays even where it is empty)"
        ],
    ),
    "a sheet that was copied": (
        lambda workbook: workbook.copy_worksheet(workbook["Outline of the study"]),
        [
            "aaa.xlsx:Outline of the study Copy!A3: E303 a second sheet of 'outline'"
            " (the first is 'Outline of the study')"
        ],
    ),
    "a key that was changed": (
        rename("Legal acts", "kind", "knid"),
        ["aaa.xlsx:Legal acts!H3: E304 unknown column 'knid' (did you mean 'kind'?)"],
    ),
    "a column that was deleted": (
        lambda workbook: workbook["Legal acts"].delete_cols(column_of(workbook["Legal acts"], "amends")),
        ["aaa.xlsx:Legal acts!A3: E304 the column 'amends' is missing (put the column back)"],
    ),
    "a column that is there twice": (
        rename("Legal acts", "amends", "repeals"),
        [
            "aaa.xlsx:Legal acts!L3: E304 a second column 'repeals' (keep one of the two)",
        ],
    ),
    "a column of one's own without a key": (
        lambda workbook: workbook["Legal acts"].cell(row=4, column=40, value="ask"),
        [
            "aaa.xlsx:Legal acts!AN4: E304 a value in a column without a key"
            " (give the column a key in brackets to keep it as your own, or empty it)"
        ],
    ),
    "a key of the profile that was changed": (
        lambda workbook: workbook["Profile"].cell(row=4, column=2, value="cod"),
        [
            "aaa.xlsx:Profile!C3: E101 missing key 'code'",
            "aaa.xlsx:Profile!B4: E304 unknown key 'cod' (did you mean 'code'?)",
        ],
    ),
    "a country code that is none": (
        lambda workbook: workbook["Profile"].cell(row=4, column=3, value="Aland"),
        ["aaa.xlsx:Profile!C4: E103 code: expected the pattern [A-Z]{3}(-[A-Z0-9]{1,12})?, found the text 'Aland'"],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_named_with_its_cell(name: str, tmp_path: Path) -> None:
    change, expected = BROKEN[name]
    assert problems(changed(tmp_path, change)) == expected


def test_all_problems_are_named_at_once(tmp_path: Path) -> None:
    changes = [BROKEN[name][0] for name in ("a formula", "merged cells", "text for a year")]

    def change(workbook: Workbook) -> None:
        for each in changes:
            each(workbook)

    assert len(problems(changed(tmp_path, change))) == 3
