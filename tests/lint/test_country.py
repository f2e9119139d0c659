import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from maturity.lint.country import lint_country_folder
from maturity.problems import DataError
from maturity.reading import read_framework
from tests.data_contracts.shipped import CATALOG, ROOT, WAVES, framework
from tests.demo_files import COUNTRY, FRAMEWORK, change, lay_out

HERE = Path(__file__).parent
PRACTICE = HERE / "practice"
CASES = sorted(each.name for each in PRACTICE.iterdir())


def good(catalog: Path, *, over: Path | None = None) -> Path:
    """The demo catalog, changed so that good practice has nothing to say; with the files of *over* on top."""
    (lay_out(catalog) / COUNTRY / "zh.yaml").unlink()
    for folder in (HERE / "good", over):
        if folder:
            shutil.copytree(folder, catalog, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    return catalog


def lines(catalog: Path) -> list[str]:
    found = lint_country_folder(catalog / COUNTRY, COUNTRY, framework=read_framework(catalog / FRAMEWORK))
    return [str(each) for each in found]


def codes(found: Sequence[str]) -> list[str]:
    return [line.split(": ")[1][:4] for line in found]


def test_the_cases_are_found() -> None:
    assert len(CASES) >= 12


def test_good_practice_has_nothing_to_say_of_the_good_files(tmp_path: Path) -> None:
    assert lines(good(tmp_path)) == []


@pytest.mark.parametrize("case", CASES)
def test_what_departs_from_good_practice_is_told(case: str, tmp_path: Path) -> None:
    expected = (PRACTICE / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert expected, "a case without a warning shows nothing"
    assert lines(good(tmp_path, over=PRACTICE / case)) == expected


def test_every_code_of_the_rules_has_a_case() -> None:
    sources = "".join(each.read_text(encoding="utf-8") for each in (ROOT / "src" / "maturity" / "lint").glob("*.py"))
    shown = "".join((PRACTICE / case / "expected.txt").read_text(encoding="utf-8") for case in CASES)
    asked = set(re.findall(r'"(W\d{3})"', sources))
    assert len(asked) == 11
    assert {code for code in asked if f": {code} " not in shown} == set()


def test_what_reading_warns_of_is_told_too(tmp_path: Path) -> None:
    change(good(tmp_path) / COUNTRY / "context.yaml", "value: 5000000", "value: 5000000000")
    assert codes(lines(tmp_path)) == ["W202"]


def test_errors_come_first_and_alone_count(tmp_path: Path) -> None:
    change(good(tmp_path) / COUNTRY / "ratings.yaml", "indicator: alpha.law", "indicator: alpha.lwa")
    with pytest.raises(DataError) as caught:
        lines(tmp_path)
    assert [each.code for each in caught.value.problems] == ["E104"]


def test_a_second_source_that_the_first_rests_on_is_enough(tmp_path: Path) -> None:
    ratings = good(tmp_path) / COUNTRY / "ratings.yaml"
    change(ratings, "status: not-evaluable, searched: §5, evidence", "level: 1, confidence: low, evidence")
    change(ratings, "[few-experts, staff-on-page, staff-in-register]", "[few-experts]")
    assert codes(lines(tmp_path)) == ["W301"]
    skills = tmp_path / COUNTRY / "skills.yaml"
    change(skills, "text: Experts are few.,", "text: Experts are few., cites: [register],")
    assert lines(tmp_path) == []


def test_one_primary_source_is_enough(tmp_path: Path) -> None:
    change(good(tmp_path) / COUNTRY / "profile.yaml", "kind: report, rank: secondary", "kind: report, rank: primary")
    ratings = tmp_path / COUNTRY / "ratings.yaml"
    change(ratings, "status: not-evaluable, searched: §5, evidence", "level: 1, confidence: low, evidence")
    change(ratings, "[few-experts, staff-on-page, staff-in-register]", "[few-experts]")
    assert lines(tmp_path) == []


def test_evidence_within_the_dimension_is_no_stranger(tmp_path: Path) -> None:
    change(good(tmp_path) / COUNTRY / "ratings.yaml", "evidence: [privacy-act]", "evidence: [portal-of-one-branch]")
    assert "W302" not in codes(lines(tmp_path))


def test_findings_later_than_the_wave_are_not_missed(tmp_path: Path) -> None:
    change(good(tmp_path) / COUNTRY / "ratings.yaml", "staff-on-page, staff-in-register]", "staff-in-register]")
    assert codes(lines(tmp_path)) == ["W303"]
    skills = tmp_path / COUNTRY / "skills.yaml"
    change(skills, "bears_on: [beta.staff], source: page", "bears_on: [beta.staff], source: page, later: true")
    assert lines(tmp_path) == []


def test_what_does_not_apply_needs_no_finding(tmp_path: Path) -> None:
    ratings = good(tmp_path) / COUNTRY / "ratings.yaml"
    change(
        ratings, "not-evaluable, searched: §5, evidence: [few-experts, staff-on-page, ", "not-applicable, evidence: ["
    )
    assert lines(tmp_path) == []


def test_a_law_does_not_grow_old(tmp_path: Path) -> None:
    change(
        good(tmp_path) / COUNTRY / "profile.yaml", "rank: primary, published: 2019", "rank: primary, published: 1999"
    )
    assert lines(tmp_path) == []


@pytest.mark.parametrize(("year", "told"), [(2014, ["W305"]), (2015, [])])
def test_the_newest_evidence_may_be_five_years_older_than_the_wave(year: int, told: list[str], tmp_path: Path) -> None:
    ratings = good(tmp_path) / COUNTRY / "ratings.yaml"
    change(
        ratings,
        "status: not-evaluable, searched: §5, evidence: [few-experts, staff-on-page,",
        "level: 1, confidence: low, evidence: [",
    )
    change(tmp_path / COUNTRY / "profile.yaml", "published: 2014-12", f"published: {year}-12")
    assert codes(lines(tmp_path)) == told


def test_a_figure_s_own_year_is_a_date(tmp_path: Path) -> None:
    ratings = good(tmp_path) / COUNTRY / "ratings.yaml"
    change(
        ratings,
        "status: not-evaluable, searched: §5, evidence: [few-experts,",
        "level: 1, confidence: low, evidence: [few,",
    )
    change(ratings, "staff-on-page, staff-in-register]", "staff-on-page]")
    change(
        tmp_path / COUNTRY / "context.yaml",
        "source: study, locus: §1}",
        "source: study, locus: §1}\n"
        "  - {id: few, statistic: budget, value: 5, unit: EUR, year: 2019, source: page, locus: §1}",
    )
    assert lines(tmp_path) == []


def test_an_intention_is_what_a_rule_can_rest_on(tmp_path: Path) -> None:
    change(good(tmp_path) / COUNTRY / "ratings.yaml", "evidence: [privacy-act]", "evidence: [portal-of-all-wanted]")
    assert lines(tmp_path) == []


def test_a_planned_row_and_a_branch_s_objective_are_intentions(tmp_path: Path) -> None:
    folder = good(tmp_path) / COUNTRY
    old = "level: 1, confidence: medium, evidence: [portal-of-one-branch]"
    change(folder / "ratings.yaml", old, "level: 2, confidence: medium, evidence: [row-protection, aim]")
    change(folder / "legal.yaml", "answer: yes", "answer: planned")
    aim = "{id: aim, branch: few-experts, kind: objective, text: Portals., source: gazette, locus: §1}"
    (folder / "back-end.yaml").write_text(f"transformations:\n  - {aim}\n", encoding="utf-8")
    kinds = "".join(f"  - {{id: {each}, label: Kind}}\n" for each in ("objective", "achievement"))
    with (tmp_path / FRAMEWORK / "vocabularies.yaml").open("a", encoding="utf-8") as file:
        file.write(f"transformation-kinds:\n{kinds}")
    assert codes(lines(tmp_path)) == ["W307"]
    change(folder / "back-end.yaml", "kind: objective", "kind: achievement")
    assert lines(tmp_path) == []


def test_of_many_findings_three_are_named(tmp_path: Path) -> None:
    folder = good(tmp_path) / COUNTRY
    change(folder / "ratings.yaml", ", evidence: [few-experts, staff-on-page, staff-in-register]", "")
    with (folder / "skills.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: more, kind: remark, text: More., bears_on: [beta.staff]}\n")
    (line,) = lines(tmp_path)
    assert "though 'few-experts', 'staff-on-page', 'staff-in-register' and 1 more bear on it" in line


def test_an_event_bears_a_date_of_its_own(tmp_path: Path) -> None:
    ratings = good(tmp_path) / COUNTRY / "ratings.yaml"
    change(
        ratings,
        "status: not-evaluable, searched: §5, evidence: [few-experts,",
        "level: 1, confidence: low, evidence: [hired,",
    )
    change(ratings, "staff-on-page, staff-in-register]", "staff-on-page]")
    with (tmp_path / COUNTRY / "skills.yaml").open("a", encoding="utf-8") as file:
        file.write("milestones:\n  - {id: hired, when: 2018, text: Staff came., source: page}\n")
    assert lines(tmp_path) == []


@pytest.mark.parametrize(("code", "wave"), WAVES)
def test_shipped_countries_have_no_slip_that_can_be_mended(code: str, wave: int) -> None:
    steps = ("countries", code.lower(), str(wave))
    found = lint_country_folder(CATALOG.folder(*steps), "/".join(steps), framework=framework())
    allowed = {"W301", "W302", "W303", "W304", "W305"}
    assert [str(each) for each in found if each.code not in allowed] == []
