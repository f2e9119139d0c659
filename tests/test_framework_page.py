"""Every example in the tables of docs/write-a-framework.md gives what the page says."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from maturity.cli import main
from maturity.reading import read_framework
from maturity.rules import AGGREGATIONS, METHODS
from maturity.table_files import score_file

PAGE = (Path(__file__).parents[1] / "docs" / "write-a-framework.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"(?:weights `([^`]+)`: )?`([^`]+)` → `([^`]+)`")
HEAD = 'id: demo\nversion: "1"\ntitle: Demo\nbased_on: made up\nnote: Made up.\nrange: {low: 0, high: 1}\n'
SENTINELS = 'sentinels: {missing: [".."], not_applicable: [NA]}\n'


def examples(section: str) -> Iterator[tuple[str, str, str, str]]:
    """The rule, the weights, what goes in and what comes out, from each row of the section's tables."""
    text = next(each for each in PAGE.split("\n## ") if each.startswith(section))
    for rule, _, cell in re.findall(r"^\| `(\{.+?\})` \| (.+?) \| (.+?) \|$", text, flags=re.MULTILINE):
        for weights, given, expected in EXAMPLE.findall(cell):
            yield rule, weights, given, expected


def scores(folder: Path, framework: str, rows: list[list[str]], node: str) -> list[float | None]:
    """The scores of *node* in rows whose first one holds the heads."""
    folder.joinpath("framework.yaml").write_text(HEAD + SENTINELS + framework, encoding="utf-8")
    data, result = folder / "data.csv", folder / "result.csv"
    with data.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    score_file(data, read_framework(folder), units=("unit",)).write_csv(result, for_excel=False)
    with result.open(encoding="utf-8", newline="") as file:
        return [float(row[node]) if row[node] else None for row in csv.DictReader(file)]


def values(text: str) -> list[float | None]:
    return [None if each == "none" else float(each) for each in text.split(", ")]


@pytest.mark.parametrize(("rule", "weights", "given", "expected"), list(examples("Rules of a node")))
def test_a_node_of_the_page(rule: str, weights: str, given: str, expected: str, tmp_path: Path) -> None:
    cells = given.split(", ")
    heavy = weights.split(", ") if weights else ["1"] * len(cells)
    children = [f"  - {{id: c{place}, label: C, kind: measure, weight: {each}}}" for place, each in enumerate(heavy)]
    framework = f"rules: {rule}\nindicators:\n" + "\n".join(children)
    rows = [["unit", *(f"c{place}" for place in range(len(cells)))], ["A", *cells]]
    assert scores(tmp_path, framework, rows, "overall") == pytest.approx(values(expected), abs=1e-6)


@pytest.mark.parametrize(("rule", "given", "expected"), [(each[0], each[2], each[3]) for each in examples("Measures")])
def test_a_measure_of_the_page(rule: str, given: str, expected: str, tmp_path: Path) -> None:
    framework = f"indicators:\n  - {{id: m, label: M, kind: measure, normalise: {rule}}}\n"
    rows = [["unit", "m"], *([str(place), each] for place, each in enumerate(given.split(", ")))]
    assert scores(tmp_path, framework, rows, "m") == pytest.approx(values(expected), abs=1e-6)


@pytest.mark.parametrize("name", [*AGGREGATIONS, *METHODS])
def test_the_page_has_an_example_of_every_aggregation_and_method(name: str) -> None:
    shown = [each[0] for section in ("Rules of a node", "Measures") for each in examples(section)]
    assert any(re.search(rf"(aggregation|method): {name}[,}}]", rule) for rule in shown)


def test_bad_data_gives_the_lines_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in re.findall(r"^`([\w./-]+)`:\n\n```\w+\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    (block,) = re.findall(r"^```text\n\$ maturity (.+?)\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)
    assert main(block[0].split()) == 1
    assert capsys.readouterr().err == block[1]
