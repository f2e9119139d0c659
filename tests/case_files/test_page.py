"""What the page on cases says is so."""

import re
from pathlib import Path

import attrs
import pytest

from maturity.case_runs import check_case_file
from maturity.cases import Case, CaseFile, Expectation
from tests.data_contracts.shipped import CATALOG, ROOT

PAGE = (ROOT / "docs" / "cases.md").read_text(encoding="utf-8")
EXAMPLE = PAGE.partition("```yaml\n")[2].partition("```")[0]


def work(text: str, folder: Path) -> tuple[int, list[str]]:
    file = folder / "example.yaml"
    file.write_text(text, encoding="utf-8")
    held, problems = check_case_file(file, "cases/example.yaml", [CATALOG], run=True)
    return held, [str(each) for each in problems]


def test_the_example_holds(tmp_path: Path) -> None:
    assert work(EXAMPLE, tmp_path) == (2, [])


def test_the_line_on_the_page_is_what_a_wrong_score_gives(tmp_path: Path) -> None:
    (line,) = PAGE.partition("```text\n")[2].partition("```")[0].splitlines()
    assert EXAMPLE.count("{score: 50,") == 1
    assert work(EXAMPLE.replace("{score: 50,", "{score: 55,"), tmp_path) == (1, [line])


@pytest.mark.parametrize(
    ("heading", "kind", "before_the_colon"),
    [("The file", CaseFile, set()), ("A case", Case, set()), ("What can be expected", Expectation, {"node"})],
)
def test_every_key_has_a_row(heading: str, kind: type[attrs.AttrsInstance], before_the_colon: set[str]) -> None:
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = set(re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE))
    assert rows == {each.name for each in attrs.fields(kind)} - before_the_colon
