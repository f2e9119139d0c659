import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import FRANCE, Maturity, copy_france, copy_misspelt


def test_a_report_goes_to_standard_output_and_nothing_else_does(maturity: Maturity) -> None:
    found = maturity("report", "FRA")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("Digital social security assessment: France, 2022\n====")
    assert "\x1b" not in found.out


@pytest.mark.parametrize("name", ["fra", "Fra", "FRA@2022"])
def test_a_country_is_named_in_any_case_and_with_its_wave(maturity: Maturity, name: str) -> None:
    assert maturity("report", name) == maturity("report", "FRA")


def test_the_same_input_gives_the_same_bytes(maturity: Maturity, tmp_path: Path) -> None:
    contents = set()
    for number in range(2):
        path = tmp_path / f"{number}.json"
        assert maturity("report", "FRA", "-o", str(path)).code == 0
        contents.add(path.read_bytes())
    assert len(contents) == 1


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("FRB", "maturity: unknown country 'FRB' (did you mean 'FRA'?)\n"),
        ("FRA@1999", "maturity: no wave 1999 of FRA (waves: 2022)\n"),
        ("FRA@last", "maturity: 'FRA@last' names no wave: write it as FRA@2022\n"),
        ("./nowhere", "maturity: no such folder or file: ./nowhere\n"),
        ("chn.xlsx", "maturity: no such folder or file: chn.xlsx\n"),
    ],
)
def test_an_unknown_country_is_wrong_use(maturity: Maturity, name: str, message: str) -> None:
    found = maturity("report", name)
    assert (found.code, found.out, found.err) == (2, "", message)


def test_where_no_code_is_near_the_known_ones_are_named(maturity: Maturity) -> None:
    found = maturity("report", "QQQ")
    assert (found.code, found.out) == (2, "")
    assert re.fullmatch(r"maturity: unknown country 'QQQ' \(known: (\w+, )*FRA(, \w+)*\)\n", found.err)


def test_an_unknown_dimension_is_wrong_use(maturity: Maturity) -> None:
    found = maturity("report", "FRA", "--dimension", "legl")
    assert (found.code, found.err) == (2, "maturity: unknown dimension 'legl' (did you mean 'legal'?)\n")
    listed = maturity("report", "FRA", "--dimension", "zzz").err
    assert listed.startswith("maturity: unknown dimension 'zzz' (dimensions: governance, legal,")


def test_an_unknown_format_is_wrong_use(maturity: Maturity) -> None:
    assert maturity("report", "FRA", "--format", "odt").code == 2
    found = maturity("report", "FRA", "-o", "x.jsn")
    assert (found.code, found.err) == (2, "maturity: '.jsn' names no format (did you mean 'json'?)\n")
    assert "formats: text, md, html, tex, docx, xlsx, json, csv, tsv" in maturity("report", "FRA", "-o", "x.bin").err
    assert maturity("report", "FRA", "-o", "report").code == 2


@pytest.mark.parametrize(
    "arguments", [[], ["report"], ["nothing"], ["report", "FRA", "--lang", "de"], ["report", "FRA", "x"]]
)
def test_a_wrong_command_line_is_wrong_use(maturity: Maturity, arguments: list[str]) -> None:
    found = maturity(*arguments)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("usage: maturity")


def test_one_dimension_alone_can_be_reported(maturity: Maturity) -> None:
    found = maturity("report", "FRA", "--dimension", "legal", "--format", "json")
    data = json.loads(found.out)
    assert {each["dimension"] for each in data["indicators"]} == {"legal"}
    assert {each["id"].partition(".")[0] for each in data["nodes"]} == {"legal"}
    assert "Dimension: Legal" in maturity("report", "FRA", "--dimension", "legal").out


@pytest.mark.parametrize(
    ("language", "title"), [("en", "France, 2022"), ("zh", "法国（2022年）"), ("fr", "France, 2022")]
)
def test_a_report_is_written_in_the_language_asked_for(maturity: Maturity, language: str, title: str) -> None:
    found = maturity("report", "FRA", "--lang", language)
    assert found.code == 0
    assert title in found.out.split("\n", 1)[0]


@pytest.mark.parametrize("ending", ["md", "txt", "tex", "json", "csv", "CSV", "tsv"])
def test_the_ending_of_the_output_names_the_format(maturity: Maturity, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"报告.{ending}"
    found = maturity("report", "FRA", "-o", str(path))
    assert (found.code, found.out, found.err) == (0, "", "")
    content = path.read_bytes().decode("utf-8")
    begins = {
        "md": "# Digital",
        "txt": "Digital",
        "tex": "% Compile",
        "json": "{",
        "csv": "\ufeffcountry,wave,id",
        "tsv": "\ufeffcountry\twave\tid",
    }[ending.lower()]
    assert content.startswith(begins)


def test_a_format_asked_for_by_name_comes_before_the_ending(maturity: Maturity, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    assert maturity("report", "FRA", "--format", "md", "-o", str(path)).code == 0
    assert path.read_text(encoding="utf-8").startswith("# Digital")


def test_csv_has_one_row_for_each_indicator(maturity: Maturity) -> None:
    found = maturity("report", "FRA", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(found.removeprefix("\ufeff"))))
    assert len(rows) == len(json.loads(maturity("report", "FRA", "--format", "json").out)["indicators"])


@pytest.mark.parametrize("level", ["1", "3", "4"])
def test_a_level_can_be_aimed_at(maturity: Maturity, level: str) -> None:
    data = json.loads(maturity("report", "FRA", "--target", level, "--format", "json").out)
    assert data["target"] == f"level {level}"
    assert all(each["level"] < int(level) for each in data["indicators"] if each["order"])


def test_level_0_leaves_no_gap(maturity: Maturity) -> None:
    assert "No rated indicator stands below the target." in maturity("report", "FRA", "--target", "0").out


@pytest.mark.parametrize("target", ["5", "-1"])
def test_a_level_outside_the_scale_is_wrong_use(maturity: Maturity, target: str) -> None:
    found = maturity("report", "FRA", f"--target={target}")
    assert (found.code, found.err) == (2, f"maturity: no level {target} (levels run 0–4)\n")


@pytest.mark.parametrize("target", ["--4", "²", "four", "4.5"])
def test_a_target_that_is_neither_a_level_nor_a_file_is_a_missing_file(maturity: Maturity, target: str) -> None:
    found = maturity("report", "FRA", f"--target={target}")
    assert (found.code, found.err) == (2, f"maturity: no such folder or file: {target}\n")


def test_a_plan_can_be_aimed_at(maturity: Maturity, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("legal.sso: 4\nfront-end.one-stop-portal: 3\n", encoding="utf-8")
    found = maturity("report", "FRA", "--target", str(plan))
    assert found.code == 0, found.err
    assert "Gap report against a plan of 2 indicators" in found.out


def test_a_broken_plan_is_reported_line_by_line(maturity: Maturity, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("legal.sos: 4\nlegal.sso: 9\n", encoding="utf-8")
    found = maturity("report", "FRA", "--target", str(plan))
    assert (found.code, found.out) == (1, "")
    assert found.err == (
        f"{plan}:1:1: E104 unknown indicator 'legal.sos' (did you mean 'legal.sso'?)\n"
        f"{plan}:2:12: E108 9 for 'legal.sso' (levels run 0–4)\n"
    )


@pytest.mark.parametrize("target", ["best", "median"])
def test_a_target_of_peers_needs_peers(maturity: Maturity, target: str) -> None:
    found = maturity("report", "FRA", "--target", target)
    assert (found.code, found.err) == (2, f"maturity: --target {target} needs countries: --with DNK,AUS\n")


@pytest.mark.parametrize(("target", "words"), [("best", "the highest level among"), ("median", "the median level of")])
def test_peers_can_be_aimed_at(maturity: Maturity, neighbours: Path, target: str, words: str) -> None:
    found = maturity("--catalog", str(neighbours), "report", "FRA", "--with", "XYZ, XYZ@2019", "--target", target)
    assert (found.code, found.err) == (0, "")
    assert f"Gap report against {words} XYZ@2022, XYZ@2019\n" in found.out


def test_a_comparator_ahead_is_heard_with_its_name_and_its_own_sources(maturity: Maturity, neighbours: Path) -> None:
    found = maturity("--catalog", str(neighbours), "report", "FRA", "--with", "XYZ", "--format", "md")
    assert (found.code, found.err) == (0, "")
    assert "**Finding** Neverland: " in found.out
    assert "**Lesson** Neverland: " in found.out
    data = json.loads(maturity("--catalog", str(neighbours), "report", "FRA", "--with", "XYZ", "--format", "json").out)
    lessons = [id for each in data["indicators"] for id in each["lessons"]]
    assert any(id.startswith("XYZ@2022/") for id in lessons)
    assert any("/" not in id for id in lessons)


def test_an_unknown_comparator_is_wrong_use(maturity: Maturity) -> None:
    assert maturity("report", "FRA", "--with", "QQQ").code == 2


def test_other_weights_change_the_score_and_the_report_says_so(maturity: Maturity, tmp_path: Path) -> None:
    weights = tmp_path / "weights.yaml"
    weights.write_text("legal: 5\nlegal.sso: 0\n", encoding="utf-8")
    changed = maturity("report", "FRA", "--weights", str(weights), "--format", "json")
    assert changed.code == 0, changed.err
    plain = maturity("report", "FRA", "--format", "json")
    before, after = json.loads(plain.out), json.loads(changed.out)
    assert before["nodes"][0]["score"] != after["nodes"][0]["score"]
    assert before["framework_hash"] != after["framework_hash"]
    said = "Weights were changed for this report: legal = 5 and legal.sso = 0."
    assert said in after["caveats"]
    assert said not in before["caveats"]


@pytest.mark.parametrize("option", ["--weights", "--target"])
def test_a_missing_file_is_named(maturity: Maturity, tmp_path: Path, option: str) -> None:
    path = tmp_path / "none.yaml"
    found = maturity("report", "FRA", option, str(path))
    assert (found.code, found.out, found.err) == (2, "", f"maturity: no such folder or file: {path}\n")


@pytest.mark.parametrize("option", ["--weights", "--target"])
def test_a_folder_in_place_of_a_file_is_named(maturity: Maturity, tmp_path: Path, option: str) -> None:
    found = maturity("report", "FRA", option, str(tmp_path))
    assert (found.code, found.err) == (1, f"maturity: cannot read {tmp_path}: Is a directory\n")


def test_negative_weights_are_refused(maturity: Maturity, tmp_path: Path) -> None:
    weights = tmp_path / "weights.yaml"
    weights.write_text("legal: -1\n", encoding="utf-8")
    found = maturity("report", "FRA", "--weights", str(weights))
    assert (found.code, found.err) == (1, f"{weights}:1:8: E108 -1 for 'legal' (weights run 0 to 1,000,000)\n")


def test_a_country_is_found_by_the_path_of_its_folder(
    maturity: Maturity, neighbours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(neighbours)
    found = maturity("report", "countries/xyz/2022")
    assert (found.code, found.err) == (0, "")
    assert "Neverland, 2022" in found.out


def test_a_broken_profile_gives_its_problems_and_no_traceback(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_misspelt(tmp_path)
    monkeypatch.chdir(tmp_path)
    found = maturity("--catalog", ".", "report", "XYZ")
    assert (found.code, found.out) == (1, "")
    assert "Traceback" not in found.err
    lines = found.err.splitlines()
    assert len(lines) > 2
    assert all(": E" in line or line.startswith("… and ") for line in lines)
    assert any("countries/xyz/2022/ratings.yaml" in line and "did you mean 'legal.sso'?" in line for line in lines)


def test_a_profile_rated_against_another_version_is_no_traceback(maturity: Maturity, tmp_path: Path) -> None:
    copy_france(tmp_path, "XYZ", ratings=('version: "1.0"', 'version: "0.9"'))
    found = maturity("--catalog", str(tmp_path), "report", "XYZ")
    assert (found.code, found.out) == (1, "")
    assert "E120" in found.err


def test_an_exported_country_can_be_reported(maturity: Maturity, tmp_path: Path) -> None:
    path = tmp_path / "fra.json"
    assert maturity("export", "FRA", "-o", str(path)).code == 0
    assert maturity("report", str(path)) == maturity("report", "FRA")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"version": "1.0"', '"version": "0.9"', "E120 rated against version '0.9' (the framework is '1.0')"),
        ('"enabler-sso"', '"enabler-sos"', "E104 unknown record 'enabler-sos' (did you mean 'enabler-sso'?)"),
        ('"legal.sso"', '"legal.sos"', "E104 unknown indicator 'legal.sos' (did you mean 'legal.sso'?)"),
        ('"level": 2', '"level": 7', "E105 no level 7 on"),
        ('"wave"', '"waves"', "E100 unknown key 'waves' (did you mean 'wave'?)"),
    ],
)
def test_an_exported_country_is_checked_as_a_folder_is(
    maturity: Maturity, tmp_path: Path, old: str, new: str, problem: str
) -> None:
    path = tmp_path / "fra.json"
    exported = maturity("export", "FRA").out
    place = exported.rindex(old)
    path.write_text(exported[:place] + new + exported[place + len(old) :], encoding="utf-8")
    found = maturity("report", str(path))
    assert (found.code, found.out) == (1, "")
    wanted = exported[:place].count("\n") + 1
    assert any(line.startswith(f"{path}:{wanted}:") and problem in line for line in found.err.splitlines()), found.err


def test_a_catalog_that_is_no_folder_is_wrong_use(maturity: Maturity, tmp_path: Path) -> None:
    found = maturity("--catalog", str(tmp_path / "none"), "report", "FRA")
    assert (found.code, found.err) == (2, f"maturity: no such catalog: {tmp_path / 'none'}\n")


def test_the_newest_wave_is_reported(maturity: Maturity, neighbours: Path) -> None:
    assert "Neverland, 2022" in maturity("--catalog", str(neighbours), "report", "XYZ").out
    assert "Neverland, 2019" in maturity("--catalog", str(neighbours), "report", "XYZ@2019").out


def test_a_catalog_can_be_named_by_the_environment(
    maturity: Maturity, neighbours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATURITY_PATH", str(neighbours))
    assert maturity("report", "XYZ").code == 0


def test_the_working_directory_does_not_matter(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = maturity("report", "FRA")
    monkeypatch.chdir(tmp_path)
    assert maturity("report", "FRA") == before


def test_columns_set_the_width_of_a_report_on_the_screen(maturity: Maturity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    wide = maturity("report", "FRA").out
    assert 80 < max(map(len, wide.splitlines())) <= 120


def test_what_stands_in_the_working_directory_needs_no_path(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FRANCE, tmp_path / "mine")
    assert maturity("export", "FRA", "-o", str(tmp_path / "fra.json")).code == 0
    monkeypatch.chdir(tmp_path)
    shipped = maturity("report", "FRA").out
    assert maturity("report", "mine").out == maturity("report", "fra.json").out == shipped


def test_a_folder_with_the_name_of_a_code_does_not_stand_before_the_country(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fra").mkdir()
    monkeypatch.chdir(tmp_path)
    assert maturity("report", "fra").code == 0
