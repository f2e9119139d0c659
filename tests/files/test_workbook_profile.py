import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maturity.catalog import Catalog
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
from tests.files.workbooks import Change, changed, column_of, demo, problems, put, saved
from tests.files.workbook_values import tidied

ROOT = Path(__file__).parents[2]
SHIPPED = Catalog(root=ROOT, shown="")


def read_back(profile: Profile, folder: Path, *, language: str = "en") -> Profile:
    file = folder / "x.xlsx"
    framework = load_framework()
    file.write_bytes(render_workbook(profile, framework, language=language))
    return read_workbook(file, framework=framework)


@pytest.mark.parametrize(("code", "wave"), SHIPPED.waves())
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shipped_country_reads_back_equal(code: str, wave: int, language: str, tmp_path: Path) -> None:
    profile = load_country(code, wave=wave, catalogs=[SHIPPED])
    assert read_back(profile, tmp_path, language=language) == profile


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=any_value(Profile), language=st.sampled_from(LANGUAGES))
def test_any_profile_reads_back_equal(drawn: Profile, language: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    profile = tidied(drawn)
    file = tmp_path_factory.mktemp("any") / "x.xlsx"
    file.write_bytes(render_workbook(profile, synthetic.framework(), language=language))
    places = Places("x.xlsx")
    value = read_values(read_cells(file, "x.xlsx"), places)
    assert places.problems == []
    found, faults = structure(value, Profile, language="en", original_first=True)
    assert [(each.path, each.message) for each in faults] == []
    assert found == profile


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("code", "language"), [("FRA", "en"), ("CHN", "zh")])
def test_a_workbook_saved_by_libreoffice_reads_back_equal(code: str, language: str, tmp_path: Path) -> None:
    framework = load_framework()
    profile = load_country(code, catalogs=[SHIPPED])
    file = tmp_path / "x.xlsx"
    file.write_bytes(render_workbook(profile, framework, language=language))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    kind = "xlsx:Calc MS Excel 2007 XML"
    command = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", str(tmp_path / "saved"), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert read_workbook(tmp_path / "saved" / "x.xlsx", framework=framework) == profile


def test_a_workbook_saved_by_another_program_reads_back_equal(tmp_path: Path) -> None:
    profile, framework = demo()
    assert read_workbook(changed(tmp_path, lambda workbook: None), framework=framework) == profile


@pytest.mark.parametrize(
    "said", ["=1+1", "+49", "-3", "@home", "'quoted", '"quoted"', "  two  spaces ", "#N/A", "1.0", "TRUE"]
)
def test_text_stays_text(said: str, tmp_path: Path) -> None:
    profile, framework = demo()
    act = attrs.evolve(profile.legal.acts[0], number=said, name=Text(original=said.strip()))
    wanted = attrs.evolve(profile, legal=attrs.evolve(profile.legal, acts=(act,)))
    file = tmp_path / "x.xlsx"
    file.write_bytes(render_workbook(wanted, framework, language="en"))
    assert read_workbook(file, framework=framework).legal.acts[0] == act


def test_a_record_with_lists_takes_several_rows_in_any_order(tmp_path: Path) -> None:
    profile, framework = demo()
    printed = (Printed(text="a", locus="§1"), Printed(text="b", locus="§2"))
    act = attrs.evolve(profile.legal.acts[0], printed=printed)
    wanted = attrs.evolve(profile, legal=attrs.evolve(profile.legal, acts=(act,)))
    file = tmp_path / "aaa.xlsx"
    file.write_bytes(render_workbook(wanted, framework, language="en"))
    rows = next(sheet for sheet in read_cells(file, "") if sheet.name == "Legal acts").rows
    assert [row[0].value for row in rows[3:]] == ["privacy-act", "privacy-act"]
    assert read_workbook(file, framework=framework) == wanted


def test_columns_may_be_moved_and_headings_renamed(tmp_path: Path) -> None:
    def change(workbook: Any) -> None:
        sheet = workbook["Legal acts"]
        year = column_of(sheet, "year")
        for row in range(1, 6):
            first, last = sheet.cell(row=row, column=year), sheet.cell(row=row, column=60)
            last.value, first.value = first.value, None
        sheet.cell(row=2, column=60).value = "Which year?"
        workbook.move_sheet("Sources", -20)
        workbook["Statistics"].title = "Numbers"

    assert read_workbook(changed(tmp_path, change), framework=demo()[1]) == demo()[0]


def test_rows_in_front_empty_rows_and_own_columns_do_no_harm(tmp_path: Path) -> None:
    def change(workbook: Any) -> None:
        sheet = workbook["Legal acts"]
        sheet.insert_rows(1, amount=2)
        sheet.insert_rows(6)
        sheet.cell(row=5, column=50).value = "(ours)"
        sheet.cell(row=7, column=50).value = "ask the ministry"
        workbook.create_sheet("Our notes").cell(row=1, column=1).value = "to do"

    assert read_workbook(changed(tmp_path, change), framework=demo()[1]) == demo()[0]


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
    assert getattr(read_workbook(file, framework=demo()[1]).legal.acts[0], key) == found


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
    def change(workbook: Any) -> None:
        sheet = workbook["Sources"]
        cell = sheet.cell(row=4, column=column_of(sheet, "published"))
        cell.value, cell.number_format = value, form

    assert read_workbook(changed(tmp_path, change), framework=demo()[1]).sources[0].published == found


def test_an_indicator_that_was_not_rated_may_be_rated(tmp_path: Path) -> None:
    def change(workbook: Any) -> None:
        for key, value in (("level", "not-asked"), ("searched[en]", None), ("rationale[zh]", "未列入")):
            put("Beta", key, 1, value)(workbook)

    rating = read_workbook(changed(tmp_path, change), framework=demo()[1]).ratings.ratings[1]
    assert (rating.status, rating.searched) == ("not-asked", None)
    assert rating.rationale == Text(original="No figures.", translations=(("zh", "未列入"),))


def test_a_row_without_a_rating_is_no_rating(tmp_path: Path) -> None:
    def change(workbook: Any) -> None:
        for key in ("level", "searched[en]", "rationale[en]"):
            put("Beta", key, 1, None)(workbook)

    found = read_workbook(changed(tmp_path, change), framework=demo()[1])
    assert [each.indicator for each in found.ratings.ratings] == ["alpha.law"]


BROKEN: dict[str, tuple[Change, list[str]]] = {}
