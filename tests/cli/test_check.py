import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import CHECKOUT, Maturity, copy_france, copy_misspelt
from tests.demo_files import change


def test_what_is_shipped_has_no_errors(maturity: Maturity) -> None:
    found = maturity("check")
    assert (found.code, found.out) == (0, "")
    assert re.fullmatch(r"maturity: \d+ checked, no errors, 0 warnings\n", found.err)


@pytest.mark.parametrize("path", ["countries/fra/2022", "countries/fra", "frameworks/digital-social-security", "."])
def test_a_country_a_framework_or_a_catalog_can_be_checked(
    maturity: Maturity, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(CHECKOUT)
    found = maturity("check", path)
    assert (found.code, found.out) == (0, "")
    assert found.err.endswith("no errors, 0 warnings\n")


def test_folders_of_frameworks_and_of_countries_are_looked_through(
    maturity: Maturity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CHECKOUT)
    frameworks = len(list((CHECKOUT / "frameworks").glob("*/framework.yaml")))
    countries = len(list((CHECKOUT / "countries").glob("*/*/profile.yaml")))
    for path, number in (("frameworks", frameworks), ("countries", countries + 1)):  # the groups stand there too
        assert maturity("check", path).err == f"maturity: {number} checked, no errors, 0 warnings\n"


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


@pytest.mark.parametrize("way", ["catalog", "path", "countries", "country"])
def test_what_nothing_reads_is_named(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    shutil.move(copy_france(tmp_path / "mine", "FRA"), tmp_path / "mine" / "countries" / "fra" / "2O22")
    monkeypatch.chdir(tmp_path)
    steps = {"catalog": [], "path": ["mine"], "countries": ["mine/countries"], "country": ["mine/countries/fra"]}
    found = maturity("--catalog", "mine", "check", *steps[way])
    assert "mine/countries/fra/2O22: W206 nothing reads this folder (a wave is a year, such as 2026)" in found.out


def test_a_wave_without_its_profile_is_an_error(maturity: Maturity, tmp_path: Path) -> None:
    (copy_france(tmp_path, "FRA") / "profile.yaml").unlink()
    found = maturity("check", str(tmp_path))
    place = f"{tmp_path.as_posix()}/countries/fra/2022/profile.yaml"
    assert (found.code, found.out) == (1, f"{place}: E119 the file is missing (nothing reads the others)\n")


def test_a_missing_folder_is_named(maturity: Maturity, tmp_path: Path) -> None:
    found = maturity("check", str(tmp_path / "none"))
    assert (found.code, found.out, found.err) == (2, "", f"maturity: no such folder or file: {tmp_path / 'none'}\n")


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


def test_cases_are_worked_where_it_is_asked_for(maturity: Maturity) -> None:
    found = maturity("check", "--cases")
    assert (found.code, found.out) == (0, "")
    assert re.fullmatch(r"maturity: \d+ checked, (\d+) cases hold, no errors, 0 warnings\n", found.err)
    assert "cases hold" not in maturity("check").err


@pytest.mark.parametrize("path", ["cases", "cases/un-egdi-2022.yaml"])
def test_a_folder_or_a_file_of_cases_can_be_worked_alone(
    maturity: Maturity, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(CHECKOUT)
    found = maturity("check", "--cases", path)
    assert (found.code, found.out) == (0, "")
    assert re.fullmatch(r"maturity: \d checked, \d+ cases hold, no errors, 0 warnings\n", found.err)


@pytest.fixture
def wrong_cases(tmp_path: Path) -> Path:
    (tmp_path / "cases").mkdir()
    for name, old, new in (
        ("un-egdi-2022", "{score: 0.9797", "{score: 0.9796"),
        ("undp-hdi-2019", "about: Y", "abuot: Y"),
    ):
        place = tmp_path / "cases" / f"{name}.yaml"
        shutil.copy(CHECKOUT / "cases" / place.name, place)
        change(place, old, new)
    return tmp_path


def test_a_case_that_does_not_hold_is_an_error_with_its_place(maturity: Maturity, wrong_cases: Path) -> None:
    found = maturity("check", "--cases", str(wrong_cases))
    assert found.code == 1
    shown = f"{wrong_cases.as_posix()}/cases"
    assert found.out.splitlines()[0] == (
        f"{shown}/un-egdi-2022.yaml:9:20: E130 case 'denmark': score of 'osi' is 0.9797, expected 0.9796"
    )
    assert f"{shown}/undp-hdi-2019.yaml:23:5: E100 unknown key 'abuot' (did you mean 'about'?)" in found.out
    assert re.search(r"maturity: \d+ errors, 0 warnings\n", found.err)


def test_unless_they_are_to_be_worked_cases_are_only_read(maturity: Maturity, wrong_cases: Path) -> None:
    found = maturity("check", str(wrong_cases))
    assert found.code == 1
    assert "E130" not in found.out
    assert "E100 unknown key 'abuot'" in found.out


def test_problems_are_given_to_programs(maturity: Maturity, tmp_path: Path) -> None:
    place = copy_france(tmp_path, "XYZ", ratings=("indicator: legal.sso", "indicator: legal.sos"))
    lines, data = maturity("check", str(place)), maturity("check", str(place), "--format", "json")
    told = json.loads(data.out)
    assert (data.code, data.err) == (lines.code, lines.err)
    assert [f"{each['file']}:{each['line']}:{each['column']}: {each['code']}" for each in told] == [
        ":".join(line.split(":")[:3]) + ": " + line.split(": ")[1][:4] for line in lines.out.splitlines()
    ]


def test_problems_are_given_to_github(maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_france(tmp_path, "XYZ", ratings=("indicator: legal.sso", "indicator: legal.sos"))
    monkeypatch.chdir(tmp_path)
    out = maturity("check", "countries/xyz/2022", "--format", "github").out
    assert "::error file=countries/xyz/2022/ratings.yaml,line=" in out
    assert ",title=E104::unknown indicator 'legal.sos' (did you mean 'legal.sso'?)" in out


def test_ten_thousand_problems_are_summed_up(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figure = "statistic: populaton, value: 1, unit: persons, year: 2020, source: study-xyz, locus: p. 1"
    figures = "".join(f"  - {{id: s-{number}, {figure}}}\n" for number in range(10_000))
    place = copy_france(tmp_path, "XYZ")
    change(place / "context.yaml", "\nstatistics:\n", f"\nstatistics:\n{figures}")
    monkeypatch.chdir(tmp_path)
    found = maturity("check", "countries/xyz/2022")
    assert found.code == 1
    ours = [line for line in found.out.splitlines() if line.startswith("countries/xyz/2022/context.yaml")]
    assert len(ours) == 101
    assert "did you mean 'population'?" in ours[99]
    assert ours[100] == "countries/xyz/2022/context.yaml: and 9,900 more: 9,900 × E104"
    assert len(json.loads(maturity("check", "countries/xyz/2022", "--format", "json").out)) >= 10_000


def test_a_file_that_is_no_file_of_cases_is_refused(maturity: Maturity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)
    found = maturity("check", "countries/fra/2022/legal.yaml")
    assert (found.code, found.out) == (2, "")
    said = "no folder, no file that export wrote, and no file in a folder of cases: countries/fra/2022/legal.yaml"
    assert found.err == f"maturity: {said}\n"


def test_the_groups_of_a_catalog_are_checked_too(maturity: Maturity, tmp_path: Path) -> None:
    countries = tmp_path / "countries"
    countries.mkdir()
    (countries / "groups.yaml").write_text("groups: [{id: near}]\n", encoding="utf-8")
    found = maturity("check", str(tmp_path))
    assert found.code == 1
    assert f"{countries.as_posix()}/groups.yaml:1:10: E101 missing key 'as_of'" in found.out
