import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from maturity.cli import new
from maturity.files.yaml_text import parse
from maturity.text import LANGUAGES
from tests.cli.conftest import Maturity, copy_france


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A catalog of the user's."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_country_passes_the_check_at_once(maturity: Maturity, own: Path, language: str) -> None:
    found = maturity("--catalog", str(own), "new", "ken", "--wave", "2026", "--lang", language)
    folder = own / "countries" / "ken" / "2026"
    assert (found.code, found.out) == (0, f"{folder.as_posix()}\n")
    checked = maturity("check", str(folder))
    assert (checked.code, checked.out) == (0, "")
    assert "no errors, 0 warnings" in checked.err
    assert f"language: {language}\n" in (folder / "profile.yaml").read_text(encoding="utf-8")


def test_the_names_are_those_of_the_list_unless_given(maturity: Maturity, own: Path) -> None:
    maturity("--catalog", str(own), "new", "CIV", "--wave", "2026")
    maturity("--catalog", str(own), "new", "TUR", "--wave", "2026", "--name", "fr=Türkiye", "--name", "local=Türkiye")
    first, second = (own / "countries" / code / "2026" / "profile.yaml" for code in ("civ", "tur"))
    assert "names: {en: Côte d’Ivoire, zh: 科特迪瓦, fr: Côte d’Ivoire}" in first.read_text(encoding="utf-8")
    assert "names: {en: Türkiye, zh: 土耳其, fr: Türkiye, local: Türkiye}" in second.read_text(encoding="utf-8")


def test_what_is_there_is_never_written_over(maturity: Maturity, own: Path) -> None:
    maturity("--catalog", str(own), "new", "CHN", "--wave", "2026")
    folder = own / "countries" / "chn" / "2026"
    (folder / "legal.yaml").write_text("findings: []\n", encoding="utf-8")
    before = content(own)
    found = maturity("--catalog", str(own), "new", "CHN", "--wave", "2026", "--from", "CHN@2022")
    assert (found.code, found.out) == (1, "")
    assert f"{(folder / 'back-end.yaml').as_posix()} is there already; nothing was written" in found.err
    assert content(own) == before


def test_a_file_in_the_folder_s_place_is_kept(maturity: Maturity, tmp_path: Path) -> None:
    place = tmp_path / "countries" / "chn" / "2026"
    place.parent.mkdir(parents=True)
    place.write_text("mine", encoding="utf-8")
    found = maturity("--catalog", str(tmp_path), "new", "CHN", "--wave", "2026")
    said = f"maturity: {place.as_posix()} is there already and no folder; nothing was written\n"
    assert (found.code, found.err, place.read_text(encoding="utf-8")) == (1, said, "mine")


def test_one_file_of_the_user_s_is_enough_to_stop(maturity: Maturity, own: Path) -> None:
    folder = own / "countries" / "chn" / "2026"
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    found = maturity("--catalog", str(own), "new", "CHN", "--wave", "2026")
    assert (found.code, content(own)) == (1, {"countries/chn/2026/notes.txt": b"mine"})
    assert "notes.txt" in found.err


def test_without_a_catalog_it_asks_for_one(maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = maturity("new", "CHN", "--wave", "2026")
    assert (found.code, found.out, content(tmp_path)) == (2, "", {})
    assert "--catalog FOLDER, or set MATURITY_PATH" in found.err


def test_two_names_in_one_language_are_refused(maturity: Maturity, own: Path) -> None:
    names = ("--name", "Guangdong", "--name", "en=Canton")
    found = maturity("--catalog", str(own), "new", "CHN-GD", "--wave", "2026", *names)
    assert (found.code, content(own)) == (2, {})
    assert found.err == "maturity: two names in one language: en=Guangdong, en=Canton\n"


def test_the_first_folder_of_the_path_is_written_to(
    maturity: Maturity, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    monkeypatch.setenv("MATURITY_PATH", os.pathsep.join([str(own), str(tmp_path / "other")]))
    assert maturity("new", "CHN", "--wave", "2026").code == 0
    assert content(own)
    assert content(tmp_path / "other") == {}


def test_a_catalog_that_is_chosen_comes_before_the_path(
    maturity: Maturity, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    monkeypatch.setenv("MATURITY_PATH", str(tmp_path / "other"))
    assert maturity("--catalog", str(own), "new", "CHN", "--wave", "2026").code == 0
    assert content(tmp_path / "other") == {}
    assert content(own)


@pytest.mark.parametrize("way", ["option", "variable"])
def test_a_catalog_that_is_not_there_is_not_made(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    place = tmp_path / "nowhere"
    if way == "variable":
        monkeypatch.setenv("MATURITY_PATH", str(place))
    chosen = ("--catalog", str(place)) if way == "option" else ()
    found = maturity(*chosen, "new", "CHN", "--wave", "2026")
    assert (found.code, place.exists()) == (2, False)
    assert f"no such catalog: {place}" in found.err


def test_the_installed_package_is_never_written_to(
    maturity: Maturity, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new, "_PACKAGE", own.parent)
    found = maturity("--catalog", str(own), "new", "CHN", "--wave", "2026")
    assert (found.code, content(own)) == (2, {})
    assert "belongs to the installed package" in found.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(maturity: Maturity, own: Path) -> None:
    own.chmod(0o500)
    found = maturity("--catalog", str(own), "new", "CHN", "--wave", "2026")
    assert found.code == 1
    assert "cannot write" in found.err


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("CHM", "did you mean 'CHN'?"),
        ("china", "did you mean 'CHN'?"),
        ("中国", "did you mean 'CHN'?"),
        ("Danemark", "did you mean 'DNK'?"),
        ("CHM-GD", "did you mean 'CHN-GD'?"),
        ("CN", "did you mean 'CHN'?"),
        ("CHN-", "such as CHN-GD"),
        ("CHN-GUANGDONGPROVINCE", "such as CHN-GD"),
        ("CHN@2022", "the year goes into --wave"),
        ("../CHN", "did you mean"),
        ("nowhere at all", "such as CHN"),
    ],
)
def test_an_unknown_code_is_told_with_the_nearest(maturity: Maturity, own: Path, word: str, hint: str) -> None:
    found = maturity("--catalog", str(own), "new", word, "--wave", "2026")
    assert (found.code, found.out, content(own)) == (2, "", {})
    assert f"unknown country code '{word}'" in found.err
    assert hint in found.err


@pytest.mark.parametrize("wave", ["1066", "2101", "26"])
def test_a_wave_is_a_year(maturity: Maturity, own: Path, wave: str) -> None:
    found = maturity("--catalog", str(own), "new", "CHN", "--wave", wave)
    assert (found.code, content(own)) == (2, {})
    assert f"no wave {wave}" in found.err


def test_a_province_is_named_by_the_user(maturity: Maturity, own: Path) -> None:
    found = maturity("--catalog", str(own), "new", "chn-gd", "--wave", "2026", "--lang", "zh", "--name", "广东省")
    assert (found.code, content(own)) == (2, {})
    assert "give the name of CHN-GD with --name en=…" in found.err
    names = ("--name", "en=Guangdong", "--name", "广东省")
    assert maturity("--catalog", str(own), "new", "chn-gd", "--wave", "2026", "--lang", "zh", *names).code == 0
    text = (own / "countries" / "chn-gd" / "2026" / "profile.yaml").read_text(encoding="utf-8")
    assert "code: CHN-GD\n" in text
    assert "names: {en: Guangdong, zh: 广东省}" in text


@pytest.mark.parametrize("name", ["de=China", "en=", "=China"])
def test_a_name_in_another_language_is_refused(maturity: Maturity, own: Path, name: str) -> None:
    found = maturity("--catalog", str(own), "new", "CHN", "--wave", "2026", "--name", name)
    assert (found.code, content(own)) == (2, {})
    assert f"'{name}' gives no name" in found.err


@pytest.mark.parametrize("code", ["CHN-GD", "chn-gd", "Chn-Gd@2026"])
def test_a_province_is_reported_checked_and_listed_like_a_country(maturity: Maturity, own: Path, code: str) -> None:
    names = ("--name", "en=Guangdong", "--name", "zh=广东省")
    assert maturity("--catalog", str(own), "new", "CHN-GD", "--wave", "2026", *names).code == 0
    assert maturity("--catalog", str(own), "check").code == 0
    assert maturity("--catalog", str(own), "report", code, "--lang", "zh").out.startswith(
        "数字社会保障评估：广东省（2026年）"
    )
    assert "Guangdong, 2026" in maturity("--catalog", str(own), "status", code).out.splitlines()[0]
    assert "Guangdong" in maturity("--catalog", str(own), "compare", "FRA", code, "--dimension", "legal").out
    row = next(line for line in maturity("--catalog", str(own), "list").out.splitlines() if line.startswith("CHN-GD"))
    assert row.split()[:3] == ["CHN-GD", "2026", "Guangdong"]


def test_a_province_is_not_its_country(maturity: Maturity, own: Path) -> None:
    maturity("--catalog", str(own), "new", "CHN-GD", "--wave", "2026", "--name", "en=Guangdong")
    assert maturity("--catalog", str(own), "status", "CHN").out.splitlines()[0].endswith("China, 2022")
    found = maturity("--catalog", str(own), "report", "CHN-GF")
    assert (found.code, found.err) == (2, "maturity: unknown country 'CHN-GF' (did you mean 'CHN-GD'?)\n")


def test_an_institution_has_a_longer_short_name(maturity: Maturity, own: Path) -> None:
    name = ("--name", "en=National Family Allowances Fund")
    assert maturity("--catalog", str(own), "new", "fra-cnaf", "--wave", "2026", *name).code == 0
    assert maturity("--catalog", str(own), "report", "FRA-CNAF").out.splitlines()[0].endswith("Fund, 2026")


def test_an_earlier_wave_is_carried_over_unconfirmed(maturity: Maturity, own: Path) -> None:
    found = maturity("--catalog", str(own), "new", "CHN", "--wave", "2026", "--from", "chn@2022", "--lang", "zh")
    assert found.code == 0
    folder = own / "countries" / "chn" / "2026"
    assert maturity("check", str(folder)).out == ""
    text = (folder / "ratings.yaml").read_text(encoding="utf-8")
    first, second = text.splitlines()[:2]
    assert first == "# yaml-language-server: $schema=../../../schemas/zh/ratings.schema.json"
    assert second.startswith("## ratings.yaml：")
    assert text.count("    carried_from: 2022\n") == 71
    report = maturity("--catalog", str(own), "report", "CHN@2026", "--lang", "zh").out
    assert "有71项评级沿用自上一轮，尚未经本轮确认，不计入得分。" in report.replace("\n  ", "")
    assert "0/69" in report


def test_the_newest_wave_is_carried_over_where_none_is_named(maturity: Maturity, own: Path) -> None:
    assert maturity("--catalog", str(own), "new", "CHN", "--wave", "2026", "--from", "CHN").code == 0


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        ("FRA@2022", "--from takes an earlier wave of CHN itself, not 'FRA@2022'"),
        ("CHN-GD", "--from takes an earlier wave of CHN itself, not 'CHN-GD'"),
        ("CHN@last", "'CHN@last' names no wave: write it as CHN@2022"),
        ("CHN@2019", "no wave 2019 of CHN (waves: 2022)"),
    ],
)
def test_only_an_earlier_wave_of_the_same_country_is_carried_over(
    maturity: Maturity, own: Path, earlier: str, said: str
) -> None:
    found = maturity("--catalog", str(own), "new", "CHN", "--wave", "2026", "--from", earlier)
    assert (found.code, found.out, content(own)) == (2, "", {})
    assert said in found.err


@pytest.mark.parametrize("wave", ["2022", "2020"])
def test_a_later_wave_is_no_earlier_one(maturity: Maturity, own: Path, wave: str) -> None:
    found = maturity("--catalog", str(own), "new", "CHN", "--wave", wave, "--from", "CHN@2022")
    assert (found.code, content(own)) == (2, {})
    assert f"2022 is not before {wave}" in found.err


def test_a_broken_wave_is_not_carried_over(maturity: Maturity, own: Path) -> None:
    copy_france(own, "MLT", wave=2020, legal=("kind: law", "kind: low"))
    before = content(own)
    found = maturity("--catalog", str(own), "new", "MLT", "--wave", "2026", "--from", "MLT@2020")
    assert (found.code, found.out) == (1, "")
    assert "legal.yaml" in found.err
    assert content(own) == before


def test_names_are_carried_over_and_not_given_anew(maturity: Maturity, own: Path) -> None:
    found = maturity("--catalog", str(own), "new", "CHN", "--wave", "2026", "--from", "CHN", "--name", "Cathay")
    assert (found.code, content(own)) == (2, {})


def test_schemas_for_editors_stand_in_the_catalog_where_each_file_looks_for_its_own(
    maturity: Maturity, own: Path
) -> None:
    folder = Path(maturity("--catalog", str(own), "new", "DNK", "--wave", "2030", "--lang", "fr").out.strip())
    for file in folder.glob("*.yaml"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        schema = (folder / first.partition("$schema=")[2]).resolve()
        assert schema.parent == (own / "schemas" / "fr").resolve()
        value = parse(file.read_text(encoding="utf-8"), file.name)
        assert Draft202012Validator(json.loads(schema.read_text(encoding="utf-8"))).is_valid(value)
