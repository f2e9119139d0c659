from pathlib import Path

import pytest

from tests.cli.conftest import Maturity
from tests.demo_files import COUNTRY, lay_out
from tests.shipped import france


def test_without_a_node_the_whole_is_explained(maturity: Maturity) -> None:
    found = maturity("explain", "FRA")
    assert (found.code, found.err) == (0, "")
    assert found == maturity("explain", "FRA", "overall")
    assert found.out.startswith("Overall: France, 2022\n")


@pytest.mark.parametrize("node", [each.id for each in france().scores])
def test_every_node_can_be_explained(maturity: Maturity, node: str) -> None:
    found = maturity("explain", "FRA", node)
    assert (found.code, found.err) == (0, "")
    assert found.out


@pytest.mark.parametrize(
    ("node", "hint"),
    [
        ("legal.sos", "did you mean 'legal.sso'?"),
        ("sso", "did you mean 'legal.sso'?"),
        ("legl", "did you mean 'legal'?"),
        ("zzzzzz", "see: maturity explain COUNTRY"),
    ],
)
def test_an_unknown_node_is_wrong_use(maturity: Maturity, node: str, hint: str) -> None:
    found = maturity("explain", "FRA", node)
    assert (found.code, found.out, found.err) == (2, "", f"maturity: unknown node '{node}' ({hint})\n")


def test_an_unknown_country_is_wrong_use(maturity: Maturity) -> None:
    assert maturity("explain", "QQQ", "legal.sso").code == 2


@pytest.mark.parametrize("form", ["json", "csv", "parquet"])
def test_a_format_that_an_explanation_lacks_is_wrong_use(maturity: Maturity, form: str) -> None:
    assert maturity("explain", "FRA", "--format", form).code == 2
    assert maturity("explain", "FRA", "-o", f"x.{form}").code == 2


def test_an_explanation_can_be_markdown(maturity: Maturity) -> None:
    assert maturity("explain", "FRA", "legal.sso", "--format", "md").out.startswith(
        "# Single sign\\-on: France, 2022\n"
    ) or (maturity("explain", "FRA", "legal.sso", "--format", "md").out.startswith("# Single sign-on: France, 2022\n"))


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Research questions"), ("zh", "研究问题"), ("fr", "Questions de recherche")]
)
def test_an_explanation_is_written_in_the_language_asked_for(maturity: Maturity, language: str, words: str) -> None:
    assert words in maturity("explain", "FRA", "legal.sso", "--lang", language).out


def test_an_explanation_of_an_indicator_shows_rubric_rating_evidence_and_sum(maturity: Maturity) -> None:
    found = maturity("explain", "FRA", "legal.sso").out
    for heading in ("Research questions", "Rating", "How it counts"):
        assert f"\n{heading}\n---" in found
    assert "← holds" in found
    assert "- Evidence: " in found
    assert "In all " in found


def test_a_checklist_of_a_framework_of_one_s_own_is_explained(maturity: Maturity, tmp_path: Path) -> None:
    folder = tmp_path / "mini"
    folder.mkdir()
    (folder / "framework.yaml").write_text(
        """\
id: demo
version: "1.0"
title: Mini
based_on: nothing
note: Made for tests.
range: {low: 0, high: 100}
components: [{id: health, label: Health}]
indicators:
  - {id: life.list, component: health, label: List, kind: checklist,
     answers: [{answer: "Yes", points: 100}, {answer: "No", points: 0}]}
""",
        encoding="utf-8",
    )
    country = lay_out(tmp_path / "catalog") / COUNTRY
    (country / "ratings.yaml").write_text(
        """\
framework: {id: demo, version: "1.0"}
assessors: [{id: team, kind: project, date: 2021-01-31}]
ratings: [{indicator: life.list, answer: "Yes", rationale: It was answered.}]
""",
        encoding="utf-8",
    )
    found = maturity("explain", str(country), "life.list", "--framework", str(folder))
    assert (found.code, found.err) == (0, "")
    assert "- State: Yes\n" in found.out
    assert "Yes     ← holds  100.0" in found.out
