"""Countries rated against a framework of their own: every command knows it from the ratings."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Maturity

FRAMEWORK = """\
id: mini
version: "1"
title: Mini
based_on: none
note: A note.
scale:
  - {value: 0, name: none, points: 0, meaning: x}
  - {value: 1, name: some, points: 40, meaning: x}
  - {value: 2, name: all, points: 100, meaning: x}
bands: [{from: 0, name: low}, {from: 50, name: high}]
components: [{id: health, label: Health}]
indicators:
  - id: life.law
    component: health
    label: Law
    aspect: rule
    locus: §1
    questions: [Which law?]
    levels: [{value: 0, descriptor: None.}, {value: 1, descriptor: A bill.}, {value: 2, descriptor: An act.}]
  - id: life.list
    component: health
    label: List
    kind: checklist
    answers: [{answer: "Yes", points: 100}, {answer: "No", points: 0}]
"""
RATINGS = """\
framework: {id: mini, version: "1"}
assessors: [{id: team, kind: project, date: 2022-12-31}]
ratings:
  - {indicator: life.law, level: 1, confidence: low, evidence: [found], summary: A bill., rationale: No act is shown.}
  - {indicator: life.list, answer: "Yes", rationale: It is there.}
"""


@pytest.fixture
def catalog(maturity: Maturity, tmp_path: Path) -> Path:
    """A catalog with the framework and a country rated against it."""
    (tmp_path / "frameworks" / "mini").mkdir(parents=True)
    (tmp_path / "frameworks" / "mini" / "framework.yaml").write_text(FRAMEWORK)
    made = maturity("--catalog", str(tmp_path), "new", "ZAF", "--wave", "2022", "--framework", "mini")
    assert made.code == 0, made.err
    folder = tmp_path / "countries" / "zaf" / "2022"
    folder.joinpath("ratings.yaml").write_text(RATINGS)
    profile = folder / "profile.yaml"
    source = "[{id: paper, title: T, publisher: P, kind: report, rank: secondary, published: 2022-01-01}]"
    profile.write_text(profile.read_text().replace("sources: []", f"sources: {source}"))
    finding = "{id: found, source: paper, locus: p. 1, kind: remark, text: A bill., bears_on: [life.law]}"
    folder.joinpath("context.yaml").write_text(f"findings: [{finding}]\n")
    return tmp_path


def test_a_new_country_is_scaffolded_from_the_framework_that_is_named(catalog: Path, maturity: Maturity) -> None:
    maturity("--catalog", str(catalog), "new", "BWA", "--wave", "2022", "--framework", "mini")
    ratings = catalog.joinpath("countries", "bwa", "2022", "ratings.yaml").read_text()
    assert 'framework: {id: mini, version: "1"}' in ratings
    assert "##  2 all: An act." in ratings
    assert "#     answer:" in ratings


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (("report", "ZAF"), "Gap report against level 2 (all)"),
        (("report", "ZAF", "--dimension", "health"), "1. Law (level 1 of 2, +30.0 points)"),
        (("compare", "ZAF"), "Overall    1.5 high (100%)"),
        (("explain", "ZAF", "life.list"), "Yes     ← holds  100.0"),
        (("status", "ZAF"), "2 of 2 indicators are rated."),
        (("list",), "ZAF         100%"),
    ],
)
def test_commands_know_the_framework_from_the_ratings(
    catalog: Path, maturity: Maturity, command: tuple[str, ...], line: str
) -> None:
    found = maturity("--catalog", str(catalog), *command)
    assert found.code == 0, found.err
    assert line in found.out


def test_a_folder_that_is_named_by_its_path_is_read_by_its_framework_too(catalog: Path, maturity: Maturity) -> None:
    folder = str(catalog / "countries" / "zaf" / "2022")
    found = maturity("--catalog", str(catalog), "report", folder, "--format", "json")
    assert json.loads(found.out)["framework"] == "mini"


def test_check_and_lint_hold_each_country_against_its_own_framework(catalog: Path, maturity: Maturity) -> None:
    assert maturity("--catalog", str(catalog), "check").code == 0
    assert maturity("--catalog", str(catalog), "check", str(catalog)).code == 0
    assert "E1" not in maturity("--catalog", str(catalog), "lint", "ZAF").out
    ratings = catalog / "countries" / "zaf" / "2022" / "ratings.yaml"
    ratings.write_text(RATINGS.replace("level: 1", "level: 4"))
    assert "E105 no level 4 on 'life.law' (levels run 0–2)" in maturity("--catalog", str(catalog), "check").out


def test_a_framework_that_no_catalog_holds_is_told(catalog: Path, maturity: Maturity) -> None:
    ratings = catalog / "countries" / "zaf" / "2022" / "ratings.yaml"
    ratings.write_text(RATINGS.replace("id: mini", "id: maxi"))
    found = maturity("--catalog", str(catalog), "report", "ZAF")
    assert found.code == 1
    assert "E120 rated against id 'maxi' (the framework is 'digital-social-security')" in found.out + found.err


def test_a_workbook_goes_out_and_comes_in_by_the_framework(catalog: Path, maturity: Maturity, tmp_path: Path) -> None:
    book, copy = tmp_path / "zaf.xlsx", tmp_path / "copy"
    assert maturity("--catalog", str(catalog), "export", "ZAF", "-o", str(book)).code == 0
    found = maturity("--catalog", str(catalog), "import", str(book), "-o", str(copy), "--framework", "mini")
    assert found.code == 0, found.err
    again = maturity("--catalog", str(catalog), "report", str(copy))
    assert again.out == maturity("--catalog", str(catalog), "report", "ZAF").out


@pytest.mark.parametrize("command", ["report FRA", "chart heatmap FRA DNK", "chart profile FRA", "chart gaps FRA"])
def test_what_needs_levels_refuses_an_index_that_has_none(maturity: Maturity, command: str) -> None:
    found = maturity(*command.split(), "--framework", "un-egdi-2022", *(["-o", "x.svg"] if "chart" in command else []))
    said = "maturity: 'un-egdi-2022' has no levels, and so no gaps (compare and explain show its scores)\n"
    assert (found.code, found.out, found.err) == (2, "", said)
