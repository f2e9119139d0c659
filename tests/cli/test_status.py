import json
from pathlib import Path

import pytest

from maturity.files.overlays import fingerprint
from tests.cli.conftest import Maturity, copy_france
from tests.data_contracts.shipped import framework


def test_a_shipped_country_is_told_in_the_language_asked_for(maturity: Maturity) -> None:
    heads = {"en": "How far", "zh": "档案进展：中国", "fr": "Où en est"}
    for language, head in heads.items():
        found = maturity("status", "CHN", "--lang", language)
        assert (found.code, found.err) == (0, "")
        assert found.out.startswith(head)


def test_without_anything_filled_in_it_says_how_to_begin(maturity: Maturity, tmp_path: Path) -> None:
    maturity("--catalog", str(tmp_path), "new", "KEN", "--wave", "2026")
    lines = maturity("--catalog", str(tmp_path), "status", "KEN").out.splitlines()
    steps = [line for line in lines if line[:2] in ("1.", "2.", "3.", "4.")]
    assert [step[3:16] for step in steps] == ["Name a source", "Say who rates", "Rate the next", "Fill the tabl"]
    assert f"({framework().indicators[0].id}" in "".join(lines)


@pytest.mark.parametrize(("ending", "starts"), [("md", "# How far"), ("html", "<!DOCTYPE html>"), ("txt", "How far")])
def test_it_is_written_in_every_format_of_a_page(maturity: Maturity, tmp_path: Path, ending: str, starts: str) -> None:
    file = tmp_path / f"status.{ending}"
    assert maturity("status", "FRA", "-o", str(file)).out == ""
    assert file.read_text(encoding="utf-8").lower().lstrip().startswith(starts.lower())


def test_it_is_written_as_a_word_document(maturity: Maturity, tmp_path: Path) -> None:
    file = tmp_path / "status.docx"
    assert maturity("status", "FRA", "--lang", "zh", "-o", str(file)).code == 0
    assert file.read_bytes().startswith(b"PK")


def test_it_is_data_for_programs(maturity: Maturity) -> None:
    data = json.loads(maturity("status", "CHN", "--format", "json").out)
    assert (data["country"], data["wave"], data["stage"]) == ("CHN", 2022, "draft")
    assert [each["dimension"] for each in data["parts"]] == [*(each.id for each in framework().dimensions), None]
    indicators = [each["indicator"] for part in data["parts"] for each in part["indicators"]]
    assert indicators == [each.id for each in framework().indicators]
    for part in data["parts"]:
        assert sum(each["indicators"] for each in part["states"]) == len(part["indicators"])
    assert [each["kind"] for each in data["next_steps"]] == ["done"]


def test_a_broken_folder_is_reported_as_check_reports_it(maturity: Maturity, tmp_path: Path) -> None:
    copy_france(tmp_path, "XYZ", legal=("kind: law", "kind: low"))
    found = maturity("--catalog", str(tmp_path), "status", "XYZ")
    checked = maturity("check", str(tmp_path / "countries" / "xyz" / "2022"))
    assert (found.code, checked.code) == (1, 1)
    assert found.out == checked.out
    assert "legal.yaml" in found.out
    assert "mend these first" in found.err


@pytest.mark.parametrize("name", ["FRB", "CHN@1999", "./nowhere"])
def test_an_unknown_country_is_wrong_use(maturity: Maturity, name: str) -> None:
    found = maturity("status", name)
    assert (found.code, found.out) == (2, "")


def test_what_is_newer_is_named_with_its_source(maturity: Maturity, tmp_path: Path) -> None:
    copy_france(tmp_path, "XYZ", ratings=("date: 2026-11-25", "date: 2001-01-31"))
    out = maturity("--catalog", str(tmp_path), "status", "XYZ", "--lang", "fr").out
    assert "Revoir les cotations antérieures à leurs sources (69)" in out


def test_a_profile_in_chinese_is_told_in_english_where_english_stands_beside_it(
    maturity: Maturity, tmp_path: Path
) -> None:
    """`en.yaml` is an overlay like any other where the files are not in English."""
    maturity("--catalog", str(tmp_path), "new", "CHN", "--wave", "2026", "--lang", "zh")
    folder = tmp_path / "countries" / "chn" / "2026"
    text = (folder / "profile.yaml").read_text(encoding="utf-8")
    source = "sources:\n  - {id: a, title: 甲, publisher: 乙, kind: law, rank: primary}\n"
    (folder / "profile.yaml").write_text(text.replace("sources: []\n", source), encoding="utf-8")
    lesson = "id: l, title: 连接, text: 文本, bears_on: [legal.sso], transfers_when: {text: 时, by: project}"
    (folder / "lessons.yaml").write_text(f"lessons: [{{{lesson}, source: a, locus: §1}}]\n", encoding="utf-8")
    entry = f'language: en\nreviewed: false\ntexts:\n  l.title: {{of: "{fingerprint("连接")}", text: Connect}}\n'
    (folder / "en.yaml").write_text(entry, encoding="utf-8")
    assert "Connect" in maturity("--catalog", str(tmp_path), "report", "CHN").out
    assert "连接" in maturity("--catalog", str(tmp_path), "report", "CHN", "--lang", "zh").out
