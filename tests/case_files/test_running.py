from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.case_runs import run_case
from maturity.cases import Case, Expectation, Given, GivenFact, GivenWeight
from maturity.scoring import assess
from tests.data_contracts.shipped import country, framework
from tests.synthetic import INDICATORS, profile
from tests.synthetic import framework as tiny


def levels(given: Mapping[str, int]) -> tuple[Given, ...]:
    return tuple(Given(node=id, level=level) for id, level in given.items())


def case(*expect: Expectation, ratings: tuple[Given, ...] = (), weights: tuple[GivenWeight, ...] = ()) -> Case:
    return Case(id="case", about="A case.", ratings=ratings, weights=weights, expect=expect)


def test_the_nearest_node_that_is_named_counts_whatever_the_order() -> None:
    given = {"overall": 1, "a": 2, "a.left": 3, "a.one": 4}
    expect = tuple(
        Expectation(node=id, level=level)
        for id, level in {"a.one": 4, "a.two": 3, "a.three": 2, "b.four": 1, "b.five": 1}.items()
    )
    assert run_case(case(*expect, ratings=levels(given)), tiny()) == ()
    backwards = dict(reversed(given.items()))
    assert run_case(case(*expect, ratings=levels(backwards)), tiny()) == ()


def test_a_country_keeps_what_the_case_does_not_change() -> None:
    begun = profile({"a.one": 1, "a.two": 3})
    expect = (Expectation(node="a.one", level=4), Expectation(node="a.two", level=3))
    assert run_case(case(*expect, ratings=levels({"a.one": 4})), tiny(), begun) == ()


def test_a_status_takes_a_level_away() -> None:
    begun = profile({"a.one": 1, "a.two": 3})
    given = (Given(node="a.one", status="not-applicable"),)
    expect = (Expectation(node="a.one", no_score="not-applicable"), Expectation(node="a.left", level=3, coverage=1))
    assert run_case(case(*expect, ratings=given), tiny(), begun) == ()


def test_a_fact_stands_before_the_country_s_own() -> None:
    index, denmark = framework("un-egdi-2022"), country("DNK", 2022)
    own = assess(denmark, index).score("osi").score
    assert own is not None
    given = Case(
        id="case",
        about="A case.",
        facts=(GivenFact(statistic="egdi-osi", value=own / 2),),
        expect=(Expectation(node="osi", score=own / 2),),
    )
    assert run_case(given, index, denmark) == ()


def test_a_weight_is_the_case_s_own() -> None:
    expect = Expectation(node="overall", level=3)
    given = case(expect, ratings=levels({"a": 4, "b": 2}), weights=())
    assert run_case(given, tiny()) == ()
    heavier = case(expect, ratings=levels({"a": 4, "b": 2}), weights=(GivenWeight(node="a", weight=3),))
    (miss,) = run_case(heavier, tiny())
    assert (miss.node, miss.key) == ("overall", "level")
    assert miss.message == "level of 'overall' is 3.5, expected 3"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"score": 51}, "score of 'a' is 50, expected 51"),
        ({"score": 52, "within": 1}, "score of 'a' is 50, expected 52 ± 1"),
        ({"level": 1}, "level of 'a' is 2, expected 1"),
        ({"coverage": 0.5}, "coverage of 'a' is 1, expected 0.5"),
        ({"rated": 2, "within": 5}, "number of rated indicators of 'a' is 3, expected 2"),
        ({"gap": 1}, "gap of 'a' is 2, expected 1"),
        ({"band": "absent"}, "band of 'a' is 'partial', expected 'absent'"),
        ({"no_score": "not-rated"}, "'a' has score 50, expected none as it is not-rated"),
    ],
)
def test_what_does_not_hold_says_what_came_out_and_what_was_expected(wanted: dict[str, float], message: str) -> None:
    expected = Expectation(node="a", **wanted)  # type: ignore[arg-type]
    (miss,) = run_case(case(expected, ratings=levels({"a": 2})), tiny())
    assert (miss.key, miss.message) == (next(iter(wanted)), message)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"score": 0}, "score of 'b' is missing (not-rated), expected 0"),
        ({"band": "absent"}, "band of 'b' is missing (not-rated), expected 'absent'"),
        (
            {"no_score": "below-threshold"},
            "'b' has no score as it is not-rated, expected none as it is below-threshold",
        ),
    ],
)
def test_a_missing_result_is_told_with_its_reason(wanted: dict[str, float], message: str) -> None:
    (miss,) = run_case(case(Expectation(node="b", **wanted), ratings=levels({"a": 2})), tiny())  # type: ignore[arg-type]
    assert miss.message == message


def test_the_gain_of_an_indicator_is_what_closing_its_gap_adds() -> None:
    # a.three is all of a.right, which is half of a, which is half of the whole: 50 points × 1/4.
    expect = (Expectation(node="a.three", gap=2, gain=12.5), Expectation(node="a.one", gap=0, gain=0))
    assert run_case(case(*expect, ratings=levels({"overall": 4, "a.three": 2})), tiny()) == ()


def test_the_target_is_the_case_s_own() -> None:
    given = Case(id="case", about="A case.", target=3, ratings=levels({"a": 2}), expect=(Expectation(node="a", gap=1),))
    assert run_case(given, tiny()) == ()


@given(st.dictionaries(st.sampled_from(INDICATORS), st.integers(0, 4)))
def test_a_case_comes_to_what_the_same_profile_comes_to(given: dict[str, int]) -> None:
    scores = assess(profile(given), tiny()).scores
    expect = tuple(
        Expectation(node=each.id, coverage=each.coverage, rated=each.count("rated"))
        if each.score is None
        else Expectation(node=each.id, score=each.score, coverage=each.coverage, rated=each.count("rated"))
        for each in scores
    )
    assert run_case(case(*expect, ratings=levels(given)), tiny()) == ()
