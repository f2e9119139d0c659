"""Which of several catalogs counts, and that people are told."""

import json
import os
import shutil
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from maturity import catalog
from tests.cli.conftest import CHECKOUT, Maturity, copy_france

NOT_SHIPPED = "maturity: FRA 2022 is read from 'mine', not from what is shipped\n"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog `mine` with a France of its own, beside the working folder."""
    monkeypatch.chdir(tmp_path)
    copy_france(tmp_path / "mine", "FRA")
    return tmp_path / "mine"


@pytest.mark.parametrize("command", [("report", "FRA"), ("explain", "FRA"), ("export", "fra@2022")])
def test_the_catalog_that_is_chosen_counts_and_people_are_told(
    maturity: Maturity, mine: Path, command: tuple[str, ...]
) -> None:
    found = maturity("--catalog", "mine", *command)
    assert (found.code, found.err) == (0, NOT_SHIPPED)
    assert "Neverland" in found.out
    alone = maturity(*command)
    assert (alone.code, alone.err) == (0, "")
    assert "Neverland" not in alone.out


def test_the_folders_of_the_variable_count_from_left_to_right(
    maturity: Maturity, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(mine, tmp_path / "other")
    monkeypatch.setenv("MATURITY_PATH", os.pathsep.join(["mine", "other"]))
    found = maturity("report", "FRA")
    assert found.code == 0
    assert found.err == "maturity: FRA 2022 is read from 'mine', not from 'other'\n" + NOT_SHIPPED
    chosen = maturity("--catalog", "other", "report", "FRA")
    assert chosen.err.splitlines()[0] == "maturity: FRA 2022 is read from 'other', not from 'mine'"


@pytest.mark.parametrize("command", [("report", "CHN"), ("list",), ("check",), ("new", "CHN", "--wave", "2026")])
def test_a_misspelt_folder_of_the_variable_ends_every_command(
    maturity: Maturity, mine: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATURITY_PATH", os.pathsep.join(["mine", "mnie"]))
    found = maturity(*command)
    assert (found.code, found.out, found.err) == (2, "", "maturity: no such catalog: mnie (in MATURITY_PATH)\n")


def test_a_broken_package_fails_in_one_line(maturity: Maturity, monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint(name="quaza", value="no_such_package:folder", group="maturity.catalogs")
    monkeypatch.setattr(catalog, "entry_points", lambda *, group: [point])
    found = maturity("list")
    assert (found.code, found.out) == (1, "")
    assert found.err == (
        "maturity: an installed package: its entry point 'quaza = no_such_package:folder' of maturity.catalogs "
        "is broken: ModuleNotFoundError: No module named 'no_such_package'\n"
    )


def test_another_wave_hides_nothing(maturity: Maturity, tmp_path: Path) -> None:
    copy_france(tmp_path, "FRA", wave=2019)
    assert maturity("--catalog", str(tmp_path), "report", "FRA").err == ""
    assert maturity("--catalog", str(tmp_path), "report", "FRA@2019").err == ""


def test_a_folder_that_is_named_twice_hides_nothing(maturity: Maturity, mine: Path) -> None:
    found = maturity("--catalog", "mine", "--catalog", str(mine), "--catalog", "mine/", "report", "FRA")
    assert found.err == NOT_SHIPPED
    assert maturity("--catalog", str(CHECKOUT), "report", "FRA").err == ""


def test_a_framework_of_one_s_own_is_told_too(maturity: Maturity, tmp_path: Path) -> None:
    id = "digital-social-security"
    shutil.copytree(CHECKOUT / "frameworks" / id, tmp_path / "frameworks" / id)
    found = maturity("--catalog", str(tmp_path), "report", "FRA")
    assert (found.code, found.err) == (
        0,
        f"maturity: {id} is read from '{tmp_path}', not from what is shipped\n",
    )


def test_the_list_shows_what_is_hidden(maturity: Maturity, mine: Path) -> None:
    head, _, row = maturity("--catalog", "mine", "list").out.split("\n\n")[-1].splitlines()
    assert head.split() == ["In", "several", "catalogs", "Read", "from", "Not", "from"]
    assert row.split() == ["FRA", "2022", "'mine'", "what", "is", "shipped"]
    assert "In several catalogs" not in maturity("list").out


def test_the_list_of_frameworks_shows_what_is_hidden(maturity: Maturity, tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "frameworks" / "un-egdi-2022", tmp_path / "frameworks" / "un-egdi-2022")
    out = maturity("--catalog", str(tmp_path), "list", "frameworks").out
    assert "In several catalogs" in out
    assert "what is shipped" in out


def test_the_check_of_all_catalogs_warns_of_what_is_never_read(maturity: Maturity, mine: Path) -> None:
    found = maturity("--catalog", "mine", "check")
    assert found.code == 0
    assert found.out == (
        "countries/fra/2022/profile.yaml: W205 FRA 2022 is read from 'mine' (the first catalog that holds it counts)\n"
    )
    (told,) = json.loads(maturity("--catalog", "mine", "check", "--format", "json").out)
    assert (told["code"], told["severity"], told["line"]) == ("W205", "warning", None)


def test_the_check_of_one_catalog_looks_at_no_other(maturity: Maturity, mine: Path) -> None:
    assert maturity("--catalog", "mine", "check", "mine").out == ""


def test_cases_speak_of_the_catalog_that_they_stand_in(maturity: Maturity, tmp_path: Path) -> None:
    copy_france(tmp_path, "FRA", ratings=("level: 2", "level: 4"))
    shutil.copytree(CHECKOUT / "cases", tmp_path / "cases")
    found = maturity("--catalog", str(tmp_path), "check", "--cases")
    assert found.code == 1
    missed = [line for line in found.out.splitlines() if ": E130 " in line]
    assert missed
    assert all(line.startswith(f"{tmp_path.as_posix()}/cases/digital-social-security.yaml:") for line in missed)


@pytest.mark.parametrize("command", [("list",), ("report", "XYZ"), ("check",), ("lint", "XYZ")])
def test_a_folder_in_capitals_is_named_as_it_is_with_what_to_call_it(
    maturity: Maturity, tmp_path: Path, command: tuple[str, ...]
) -> None:
    copy_france(tmp_path, "XYZ").parent.rename(tmp_path / "countries" / "XYZ")
    found = maturity("--catalog", str(tmp_path), *command)
    place = f"{tmp_path.as_posix()}/countries/XYZ/2022/profile.yaml"
    said = f"{place}:2:7: E112 code 'XYZ' in the folder 'XYZ/2022' (call the folder 'xyz')"
    assert found.code == 1
    assert said in (found.out + found.err).splitlines()
    assert "E119" not in found.out + found.err
