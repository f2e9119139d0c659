import json
import sys
from pathlib import Path

import pytest

from maturity.files.imported import read_imported
from maturity.reading import load_country, load_framework, read_country, read_framework
from tests.cli.conftest import Maturity, Outcome, copy_france


def test_an_exported_country_reads_back_equal(maturity: Maturity, tmp_path: Path) -> None:
    path = tmp_path / "fra.json"
    assert maturity("export", "FRA@2022", "-o", str(path)).code == 0
    assert read_country(path) == load_country("FRA")


def test_an_exported_framework_reads_back_equal(maturity: Maturity, tmp_path: Path) -> None:
    path = tmp_path / "framework.json"
    assert maturity("export", "digital-social-security", "-o", str(path)).code == 0
    assert read_framework(path) == load_framework()


def test_an_export_is_json_on_standard_output(maturity: Maturity) -> None:
    found = maturity("export", "fra")
    assert (found.code, found.err) == (0, "")
    assert json.loads(found.out)["code"] == "FRA"


@pytest.mark.parametrize("name", ["digital-social-securty", "QQQ", "FRA@1990", "./none"])
def test_an_unknown_name_is_wrong_use(maturity: Maturity, name: str) -> None:
    found = maturity("export", name)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("maturity: ")


def test_a_misspelt_framework_gives_a_hint(maturity: Maturity) -> None:
    found = maturity("export", "digital-social-securty")
    assert "did you mean 'digital-social-security'?" in found.err


def test_another_format_is_wrong_use(maturity: Maturity) -> None:
    found = maturity("export", "FRA", "-o", "fra.yaml")
    assert (found.code, found.err) == (2, "maturity: '.yaml' names no format (formats: json, xlsx)\n")


def test_a_broken_country_is_not_exported(maturity: Maturity, tmp_path: Path) -> None:
    copy_france(tmp_path, "XYZ", ratings=("indicator: legal.sso", "indicator: legal.sos"))
    path = tmp_path / "x.json"
    found = maturity("--catalog", str(tmp_path), "export", "XYZ", "-o", str(path))
    assert (found.code, found.out) == (1, "")
    assert not path.exists()


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_an_exported_workbook_reads_back_equal_and_is_the_same_each_time(
    language: str, maturity: Maturity, tmp_path: Path
) -> None:
    first, second = tmp_path / "chn.xlsx", tmp_path / "again.xlsx"
    for path in (first, second):
        assert maturity("export", "CHN", "-o", str(path), "--lang", language) == Outcome(0, "", "")
    assert first.read_bytes() == second.read_bytes()
    assert read_imported(first, framework=load_framework()).profile == load_country("CHN")


def test_a_workbook_is_not_for_the_screen(maturity: Maturity) -> None:
    found = maturity("export", "CHN", "--format", "xlsx")
    assert (found.code, found.err) == (2, "maturity: a workbook is not for the screen: give it a file with -o\n")


def test_a_framework_has_no_workbook(maturity: Maturity, tmp_path: Path) -> None:
    found = maturity("export", "digital-social-security", "-o", str(tmp_path / "x.xlsx"))
    message = "'digital-social-security' is a framework, and workbooks hold countries: export it as json"
    assert (found.code, found.err) == (2, f"maturity: {message}\n")
    assert not (tmp_path / "x.xlsx").exists()


def test_without_the_packages_the_command_that_adds_them_is_named(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.startswith(("xlsxwriter", "maturity.render.workbook"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    found = maturity("export", "CHN", "-o", str(tmp_path / "x.xlsx"))
    assert found.code == 1
    assert found.err.startswith("maturity: workbooks need the package xlsxwriter")
    assert found.err.endswith("pip install 'maturity[office]'\n")


def test_a_text_that_no_cell_can_hold_is_said(maturity: Maturity, tmp_path: Path) -> None:
    note = "a" * 40_000
    copy_france(
        tmp_path,
        "XYZ",
        ratings=("assessors:\n", f"assessors:\n  - {{id: long, kind: peer, date: 2020, note: {note}}}\n"),
    )
    found = maturity("--catalog", str(tmp_path), "export", "XYZ", "-o", str(tmp_path / "x.xlsx"))
    assert (found.code, found.out) == (1, "")
    assert "note[en]: a text of 40,000 characters; a cell holds 32,767: export it as json" in found.err
