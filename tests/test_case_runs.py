"""Beside `tests/case_files`, which works whole files and says what each miss says."""

from pathlib import Path

import pytest
from attrs import evolve

from maturity.calculation.numbers import ZeroError
from maturity.case_runs import check_case_file, run_case
from maturity.cases import Case, Expectation, Given, GivenFact, GivenWeight
from maturity.catalog import Catalog
from maturity.framework import Framework, Indicator
from maturity.rules import Rules
from maturity.scoring import FrameworkMismatchError
from tests import synthetic
from tests.demo_files import lay_out

CASES = """\
framework: demo
cases:
  - {id: holds, about: All., ratings: {overall: 2}, expect: {overall: {score: 100}}}
  - {id: fails, about: All., ratings: {overall: 1}, expect: {overall: {score: 100, rated: 2}, alpha: {level: 2}}}
  - {id: of-aland, about: Its own., country: AAA@2020, expect: {overall: {rated: 1}}}
"""


def test_the_cases_that_hold_are_counted_and_every_miss_of_the_others_is_a_problem(tmp_path: Path) -> None:
    held, lines = work(tmp_path, CASES)
    assert held == 2
    assert lines == [
        "cases/demo.yaml:4:79: E130 case 'fails': score of 'overall' is 50, expected 100",
        "cases/demo.yaml:4:91: E130 case 'fails': number of rated indicators of 'overall' is 3, expected 2",
        "cases/demo.yaml:4:110: E130 case 'fails': level of 'alpha' is 1, expected 2",
    ]


def test_a_file_that_is_only_read_counts_no_case_as_holding(tmp_path: Path) -> None:
    assert work(tmp_path, CASES, run=False) == (0, [])


@pytest.mark.parametrize(
    ("wanted", "within", "own", "holds"),
    [
        (50.5, 0.5, None, True),
        (49.5, 0.5, None, True),
        (50.6, 0.5, None, False),
        (50.6, 0.5, 1, True),
        (50.5, 1, 0.1, False),
        (50.5, 1, 0, False),
        (50, 0, 0, True),
    ],
)
def test_a_figure_may_lie_off_by_the_margin_and_its_own_comes_first(
    wanted: float, within: float, own: float | None, holds: bool
) -> None:
    given = case(Expectation(node="a", score=wanted, within=own), within=within)
    assert (run_case(given, synthetic.framework()) == ()) == holds


def test_a_number_of_indicators_has_no_margin() -> None:
    (miss,) = run_case(case(Expectation(node="a", rated=4), within=5), synthetic.framework())
    assert miss.message == "number of rated indicators of 'a' is 3, expected 4"


def test_a_margin_is_told_where_it_is_wider_than_exact() -> None:
    messages = [
        run_case(case(Expectation(node="a", score=60, within=within)), synthetic.framework())[0].message
        for within in (None, 0, 0.25)
    ]
    assert messages == [
        "score of 'a' is 50, expected 60",
        "score of 'a' is 50, expected 60",
        "score of 'a' is 50, expected 60 ± 0.25",
    ]


def test_misses_come_in_the_order_of_what_is_expected() -> None:
    given = case(Expectation(node="b", rated=9, score=1, band="absent"), Expectation(node="a", level=4))
    found = run_case(given, synthetic.framework())
    assert [(each.node, each.key) for each in found] == [("b", "score"), ("b", "rated"), ("b", "band"), ("a", "level")]


def test_every_key_can_hold_at_once() -> None:
    # All at level 2; a.three is half of a, which is half of the whole: 50 points × 1/4.
    all_of_it = Expectation(node="a.three", score=50, level=2, band="partial", coverage=1, rated=1, gap=2, gain=12.5)
    assert run_case(case(all_of_it), synthetic.framework()) == ()


def test_a_gap_that_nobody_can_know_is_missing_and_not_0() -> None:
    given = Case(id="case", about="A case.", expect=(Expectation(node="a", gap=0),))
    (miss,) = run_case(given, synthetic.framework())
    assert miss.message == "gap of 'a' is missing (not-rated), expected 0"


def test_a_framework_without_a_scale_is_worked_without_gaps() -> None:
    given = Case(
        id="case",
        about="A case.",
        facts=(GivenFact(statistic="users", value=0.25),),
        expect=(Expectation(node="overall", score=0.25, coverage=1),),
    )
    assert run_case(given, index()) == ()


def test_a_weight_of_0_leaves_an_indicator_out() -> None:
    # a.one at 0 counts for nothing, so a.left is a.two alone.
    given = case(
        Expectation(node="a.left", score=50, coverage=1),
        ratings=(Given(node="overall", level=2), Given(node="a.one", level=0)),
        weights=(GivenWeight(node="a.one", weight=0),),
    )
    assert run_case(given, synthetic.framework()) == ()


def test_a_country_that_was_rated_against_another_framework_is_refused() -> None:
    begun = synthetic.profile(rated_against=("other", "1.0"))
    with pytest.raises(FrameworkMismatchError, match=r"^AAA 2020 was rated against other 1\.0, not demo 1\.0$"):
        run_case(case(Expectation(node="a", level=2)), synthetic.framework(), begun)


def test_a_rule_that_cannot_be_followed_is_an_error() -> None:
    strict = synthetic.framework(rules={"a.left": Rules(aggregation="weighted-geometric-mean")})
    given = case(Expectation(node="a", level=2), ratings=(Given(node="a.left", level=0),))
    with pytest.raises(ZeroError, match=r"geometric mean of 'a\.left' for ZZZ 2000"):
        run_case(given, strict)


def work(catalog: Path, text: str, *, run: bool = True) -> tuple[int, list[str]]:
    file = lay_out(catalog) / "cases" / "demo.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    held, problems = check_case_file(file, "cases/demo.yaml", [Catalog(root=catalog, shown="")], run=run)
    return held, [str(each) for each in sorted(problems)]


def case(
    *expect: Expectation,
    ratings: tuple[Given, ...] = (Given(node="overall", level=2),),
    weights: tuple[GivenWeight, ...] = (),
    within: float = 0.000001,
) -> Case:
    """Everything at level 2, where nothing else is said."""
    return Case(id="case", about="A case.", ratings=ratings, weights=weights, within=within, expect=expect)


def index() -> Framework:
    """One figure, and no levels."""
    users = Indicator(id="users", label=synthetic.text("Users"), kind="measure")
    return evolve(synthetic.framework(), scale=(), bands=(), components=(), indicators=(users,), rules=Rules())
