import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import CHECKOUT, Maturity, copy_france, copy_misspelt


def test_what_is_shipped_has_no_errors(maturity: Maturity) -> None:
    found = maturity("check")
    assert (found.code, found.out) == (0, "")
    assert re.fullmatch(r"maturity: \d+ checked, no errors, 0 warnings\n", found.err)


@pytest.mark.parametrize("path", ["countries/fra/2022", "frameworks/digital-social-security", "."])
def test_a_country_a_framework_or_a_catalog_can_be_checked(
    maturity: Maturity, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(CHECKOUT)
    found = maturity("check", path)
    assert (found.code, found.out) == (0, "")
    assert found.err.endswith("no errors, 0 warnings\n")


def test_every_problem_is_a_line_of_its_own(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_misspelt(tmp_path)
    monkeypatch.chdir(tmp_path)
    found = maturity("check", "countries/xyz/2022")
    assert found.code == 1
    lines = found.out.splitlines()
    assert lines
    assert all(line.startswith("countries/xyz/2022/") and line.split(": ")[1][0] in "EW" for line in lines)
    assert lines == sorted(lines, key=lambda line: line.split(":")[0])
    errors = sum(": E" in line for line in lines)
    assert found.err == f"maturity: {errors} errors, {len(lines) - errors} warnings\n"


def test_paths_are_shown_as_they_were_given(maturity: Maturity, tmp_path: Path) -> None:
    copy_france(tmp_path, "XYZ", legal=("kind: law", "kind: low"))
    found = maturity("--catalog", str(tmp_path), "check")
    lines = [line for line in found.out.splitlines() if "xyz" in line]
    assert lines
    assert all(line.startswith(f"{tmp_path.as_posix()}/countries/xyz/2022/") for line in lines)


def test_warnings_alone_are_no_failure(maturity: Maturity, tmp_path: Path) -> None:
    source = "sources:\n  - {id: spare, title: Spare, publisher: Nobody, kind: report, rank: primary}"
    place = copy_france(tmp_path, "XYZ", profile=("sources:", source))
    found = maturity("check", str(place))
    assert found.code == 0
    assert "W201 source 'spare' is never cited" in found.out
    assert found.err == "maturity: 1 checked, no errors, 1 warnings\n"


def test_a_missing_folder_is_named(maturity: Maturity, tmp_path: Path) -> None:
    found = maturity("check", str(tmp_path / "none"))
    assert (found.code, found.out, found.err) == (1, "", f"maturity: no such folder: {tmp_path / 'none'}\n")


def test_an_empty_folder_lacks_its_files(maturity: Maturity, tmp_path: Path) -> None:
    found = maturity("check", str(tmp_path))
    assert found.code == 1
    assert f"{tmp_path.as_posix()}/profile.yaml: E119 the file is missing" in found.out.splitlines()


def test_a_broken_framework_is_reported_once_and_countries_are_still_read(maturity: Maturity, tmp_path: Path) -> None:
    copy_france(tmp_path, "XYZ")
    place = tmp_path / "frameworks" / "digital-social-security"
    shutil.copytree(CHECKOUT / "frameworks" / "digital-social-security", place)
    head = place / "framework.yaml"
    head.write_text(
        head.read_text(encoding="utf-8").replace("coverage_threshold: 0.5", "coverage_threshold: 5"), encoding="utf-8"
    )
    found = maturity("--catalog", str(tmp_path), "check", str(tmp_path))
    assert found.code == 1
    assert len(found.out.splitlines()) == 1
    assert "framework.yaml" in found.out
