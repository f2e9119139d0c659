import io
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from maturity.files.folder import COMPLETE
from maturity.reading import load_country, read_country
from tests.cli.conftest import CHECKOUT, FRANCE, Maturity


@pytest.fixture(scope="module")
def export() -> str:
    from maturity.files.exported import export_json

    return export_json(load_country("FRA"))


@pytest.fixture
def france(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FRANCE, tmp_path / "countries" / "fra" / "2022"))


Changed = Callable[..., str]


@pytest.fixture
def changed(export: str, tmp_path: Path) -> Changed:
    """France's export with another level for single sign-on, and whatever else is asked for."""

    def write(level: int = 3, **head: object) -> str:
        value: dict[str, Any] = json.loads(export) | head
        rating = next(each for each in value["ratings"]["ratings"] if each["indicator"] == "legal.sso")
        rating["level"] = level
        path = tmp_path / "changed.json"
        path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
        return str(path)

    return write


def terminal(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    class Typed(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Typed(answer))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)


DIFF = (Path(__file__).parent / "golden" / "import.diff").read_text(encoding="utf-8")


def test_an_export_fills_a_new_folder(maturity: Maturity, changed: Changed, tmp_path: Path) -> None:
    folder = tmp_path / "countries" / "fra" / "2022"
    found = maturity("import", changed(2), "-o", str(folder))
    assert (found.code, found.out, found.err) == (0, "", f"maturity: {folder.as_posix()}: 14 files written\n")
    assert read_country(folder) == load_country("FRA")


def test_without_a_terminal_a_change_is_shown_and_not_made(maturity: Maturity, changed: Changed, france: Path) -> None:
    before = {each.name: each.read_bytes() for each in france.iterdir()}
    found = maturity("import", changed(), "-o", str(france))
    assert (found.code, found.out) == (1, DIFF.format(folder=france.as_posix()))
    assert found.err == f"maturity: {france.as_posix()}: nothing was written; add --yes to write this change\n"
    assert {each.name: each.read_bytes() for each in france.iterdir()} == before


def test_yes_writes_the_change_and_nothing_else(maturity: Maturity, changed: Changed, france: Path) -> None:
    found = maturity("import", changed(), "-o", str(france), "--yes")
    assert (found.code, found.out) == (0, DIFF.format(folder=france.as_posix()))
    assert found.err == f"maturity: {france.as_posix()}: changed ratings.yaml\n"
    differing = [each.name for each in FRANCE.iterdir() if each.read_bytes() != (france / each.name).read_bytes()]
    assert differing == ["ratings.yaml"]
    assert maturity("import", changed(), "-o", str(france)).err == f"maturity: {france.as_posix()}: nothing to change\n"


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("oui\n", 0), ("是\n", 0), ("n\n", 1), ("\n", 1), ("", 1)])
def test_a_terminal_is_asked(
    maturity: Maturity, changed: Changed, france: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    terminal(monkeypatch, answer)
    found = maturity("import", changed(), "-o", str(france))
    assert found.code == code
    assert "Write this change to" in found.err
    assert ("level: 3" in (france / "ratings.yaml").read_text(encoding="utf-8").partition("legal.sso\n")[2][:20]) == (
        code == 0
    )
    assert ("nothing was written" in found.err) == (code == 1)


@pytest.mark.parametrize(("language", "said"), [("zh", "未写入任何内容"), ("fr", "rien n’a été écrit")])
def test_it_speaks_the_language_asked_for(
    maturity: Maturity, changed: Changed, france: Path, language: str, said: str
) -> None:
    assert said in maturity("import", changed(), "-o", str(france), "--lang", language).err


def test_a_diff_is_coloured_on_a_terminal_alone(
    maturity: Maturity, changed: Changed, france: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert "\x1b[32m+    level: 3\x1b[0m\n" in maturity("import", changed(), "-o", str(france)).out


def test_translations_that_become_old_are_counted(
    maturity: Maturity, export: str, france: Path, tmp_path: Path
) -> None:
    value = json.loads(export)
    value["ratings"]["ratings"][0]["summary"]["en"] = "Another summary."
    path = tmp_path / "x.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    found = maturity("import", str(path), "-o", str(france), "--yes")
    assert found.err.splitlines()[1].endswith("translations older than their text: 2; maturity check names them")


@pytest.mark.parametrize(
    ("there", "output", "place"),
    [
        ("catalog/countries", "catalog", "catalog/countries/fra/2022"),
        ("catalog/cases", "catalog", "catalog/countries/fra/2022"),
        ("catalog/countries/dnk/2022", "catalog/countries", "catalog/countries/fra/2022"),
        ("catalog/countries/fra/2020", "catalog/countries/fra", "catalog/countries/fra/2022"),
        (".", "new/countries", "new/countries/fra/2022"),
    ],
)
def test_a_country_goes_to_its_place(
    maturity: Maturity, changed: Changed, tmp_path: Path, there: str, output: str, place: str
) -> None:
    (tmp_path / there).mkdir(parents=True, exist_ok=True)
    found = maturity("import", changed(2), "-o", str(tmp_path / output))
    folder = (tmp_path / place).as_posix()
    assert found.err.splitlines() == [
        f"maturity: FRA 2022 goes to {folder}",
        f"maturity: {folder}: 14 files written",
    ]
    assert maturity("check", folder).code == 0


@pytest.mark.parametrize("there", ["empty", "."])
def test_a_folder_that_is_new_or_empty_is_the_country_s_own(
    maturity: Maturity, changed: Changed, tmp_path: Path, there: str
) -> None:
    (tmp_path / there).mkdir(exist_ok=True)
    folder = (tmp_path / "empty").as_posix()
    found = maturity("import", changed(2), "-o", folder)
    assert found.err.splitlines() == [
        f"maturity: {folder}: 14 files written",
        f"maturity: {folder} stands in no catalog: name it by its path, as in maturity report {folder}",
    ]
    assert maturity("report", folder).code == 0


@pytest.mark.parametrize(
    "output",
    ["catalog/countries/dnk", "catalog/countries/dnk/2022", "catalog/countries/fra/2020", "dnk/2022", "fra/2020"],
)
def test_no_country_goes_to_the_place_of_another(
    maturity: Maturity, changed: Changed, tmp_path: Path, output: str
) -> None:
    found = maturity("import", changed(2), "-o", str(tmp_path / output))
    said = f"maturity: {(tmp_path / output).as_posix()} is not the folder of FRA 2022: that is fra/2022\n"
    assert (found.code, found.err) == (2, said)
    assert not (tmp_path / output).exists()


def test_a_folder_of_a_country_in_which_waves_stand_is_no_wave(
    maturity: Maturity, changed: Changed, tmp_path: Path
) -> None:
    (tmp_path / "fra" / "2020").mkdir(parents=True)
    found = maturity("import", changed(2), "-o", str(tmp_path / "fra"))
    assert (found.code, [each.name for each in (tmp_path / "fra").iterdir()]) == (2, ["2020"])


@pytest.mark.parametrize(
    ("file", "output", "message"),
    [
        ("none.json", "x", "maturity: no such folder or file: none.json\n"),
        ("none.xlsx", "x", "maturity: no such folder or file: none.xlsx\n"),
    ],
)
def test_a_file_that_is_not_there_is_wrong_use(maturity: Maturity, file: str, output: str, message: str) -> None:
    found = maturity("import", file, "-o", output)
    assert (found.code, found.out, found.err) == (2, "", message)


def test_a_folder_is_nothing_to_import(maturity: Maturity, tmp_path: Path) -> None:
    found = maturity("import", str(tmp_path), "-o", str(tmp_path / "x"))
    said = f"maturity: {tmp_path} is a folder: name an .xlsx or .json file that export wrote\n"
    assert (found.code, found.out, found.err) == (2, "", said)


def test_a_folder_of_another_country_is_refused(maturity: Maturity, changed: Changed, tmp_path: Path) -> None:
    folder = shutil.copytree(CHECKOUT / "countries" / "dnk" / "2022", tmp_path / "dnk")
    found = maturity("import", changed(), "-o", str(folder), "--yes")
    assert found.code == 2
    assert found.err.endswith("dnk holds DNK 2022, and the profile is of FRA 2022\n")


def test_an_export_with_errors_changes_nothing(maturity: Maturity, changed: Changed, france: Path) -> None:
    found = maturity("import", changed(7), "-o", str(france), "--yes")
    assert (found.code, found.out) == (1, "")
    assert "E105 no level 7 on 'legal.sso' (levels run 0–4)" in found.err


def test_a_folder_with_errors_is_mended_first(maturity: Maturity, changed: Changed, france: Path) -> None:
    (france / "legal.yaml").write_text("acts: [", encoding="utf-8")
    found = maturity("import", changed(), "-o", str(france), "--yes")
    assert (found.code, found.out) == (1, "")
    assert f"{france.as_posix()}/legal.yaml:2:1: E002" in found.err


def test_a_folder_that_cannot_be_written_is_named_and_stays(
    maturity: Maturity, changed: Changed, france: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {each.name: each.read_bytes() for each in france.iterdir()}
    monkeypatch.setattr(os, "access", lambda *_: False)
    found = maturity("import", changed(), "-o", str(france), "--yes")
    assert found.code == 1
    assert found.err == f"maturity: cannot write {france}/ratings.yaml: Permission denied\n"
    assert {each.name: each.read_bytes() for each in france.iterdir()} == before


def test_an_earlier_import_that_was_cut_short_is_finished_first(
    maturity: Maturity, changed: Changed, france: Path
) -> None:
    (france / COMPLETE).mkdir()
    shutil.copy(france / "skills.yaml", france / COMPLETE / "skills.yaml")
    assert "E121 a change of this folder was cut short" in maturity("check", str(france)).out
    found = maturity("import", changed(2), "-o", str(france))
    assert found.err.splitlines() == [
        f"maturity: {france.as_posix()}: finished an earlier import that was cut short (skills.yaml)",
        f"maturity: {france.as_posix()}: nothing to change",
    ]
    assert maturity("check", str(france)).code == 0


def test_what_no_folder_can_hold_is_a_failure(maturity: Maturity, changed: Changed, france: Path) -> None:
    found = maturity("import", changed(language="fr"), "-o", str(france), "--yes")
    assert found.code == 1
    assert "write it to a new folder" in found.err


def test_without_its_package_a_workbook_says_how_to_get_it(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert maturity("export", "CHN", "-o", str(tmp_path / "x.xlsx")).code == 0
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    found = maturity("import", str(tmp_path / "x.xlsx"), "-o", str(tmp_path / "new"))
    assert found.code == 1
    assert "pip install 'maturity[office]'" in found.err
