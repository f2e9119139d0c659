from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.case_runs import check_case_file
from maturity.catalog import Catalog
from tests.demo_files import change, lay_out

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(each.name for each in BROKEN.iterdir())


def lines(catalog: Path, *, run: bool = True) -> list[str]:
    _, problems = check_case_file(
        catalog / "cases" / "demo.yaml", "cases/demo.yaml", [Catalog(root=catalog, shown="")], run=run
    )
    return [str(each) for each in sorted(problems)]


def test_the_cases_are_found() -> None:
    assert len(CASES) > 10


@pytest.mark.parametrize("case", CASES)
def test_a_broken_file_of_cases_gives_its_problems(case: str, tmp_path: Path) -> None:
    expected = (BROKEN / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert expected, "a case without a problem shows nothing"
    assert lines(lay_out(tmp_path, over=BROKEN / case)) == expected


@pytest.mark.parametrize(
    ("case", "found"),
    [("a-score-that-is-missed", 0), ("an-unknown-country", 0), ("names-that-are-not-there", 11)],
)
def test_unless_cases_are_worked_only_their_shape_and_names_are_looked_at(
    case: str, found: int, tmp_path: Path
) -> None:
    assert len(lines(lay_out(tmp_path, over=BROKEN / case), run=False)) == found


def test_a_folder_in_place_of_a_file_cannot_be_read(tmp_path: Path) -> None:
    (lay_out(tmp_path) / "cases" / "demo.yaml").mkdir(parents=True)
    (line,) = lines(tmp_path)
    assert line.startswith("cases/demo.yaml: E001 cannot be read: ")


def test_what_a_measure_is_divided_by_is_a_fact_too(tmp_path: Path) -> None:
    place = lay_out(tmp_path, over=BROKEN / "levels-without-a-scale")
    plain = place / "frameworks" / "plain" / "framework.yaml"
    change(plain, "kind: measure}", "kind: measure, per: {column: people, times: 10}}")
    facts = "facts: {size: 3, people: 60}, expect: {overall: {score: 0.5}}"  # 3 / 60 × 10
    (place / "cases" / "demo.yaml").write_text(
        f"framework: plain\ncases:\n  - {{id: any, about: A rate., {facts}}}\n", encoding="utf-8"
    )
    assert lines(tmp_path) == []


KEYS = st.sampled_from(["framework", "cases", "id", "about", "ratings", "facts", "weights", "expect", "alpha", "node"])
VALUES = st.recursive(
    st.sampled_from(["demo", "null", "1", "-2.5", "true", "'a b'", "AAA@2020", "not-rated", "{}", "[]"]),
    lambda inside: (
        st.lists(inside, max_size=3).map(lambda each: f"[{', '.join(each)}]")
        | st.dictionaries(KEYS, inside, max_size=4).map(
            lambda each: "{" + ", ".join(f"{key}: {value}" for key, value in each.items()) + "}"
        )
    ),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    catalog = lay_out(tmp_path_factory.mktemp("demo"))
    (catalog / "cases").mkdir()
    return catalog


@given(case=st.dictionaries(KEYS, VALUES, max_size=8))
def test_any_case_is_worked_or_refused_with_a_place(case: dict[str, str], demo: Path) -> None:
    inside = "".join(f"    {key}: {value}\n" for key, value in {"id": "any", "about": "Any.", **case}.items())
    (demo / "cases" / "demo.yaml").write_text(f"framework: demo\ncases:\n  -\n{inside}", encoding="utf-8")
    assert all(line.startswith("cases/demo.yaml:") for line in lines(demo))
