from typing import Any

import pytest

from maturity.cases import EXACT, Case, CaseFile, Expectation, Given, GivenFact, GivenWeight


@pytest.mark.parametrize("said", [{"level": 0}, {"answer": "no"}, {"status": "not-rated"}])
def test_what_is_given_is_a_level_an_answer_or_a_status(said: dict[str, Any]) -> None:
    found = Given(node="a.one", **said)
    assert {"level": found.level, "answer": found.answer, "status": found.status} == {
        "level": None, "answer": None, "status": None, **said,
    }  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"level": 0, "answer": "no"},
        {"level": 0, "status": "not-rated"},
        {"answer": "no", "status": "not-rated"},
        {"level": 1, "answer": "yes", "status": "not-rated"},
    ],
)
def test_what_is_given_is_one_of_them_alone(said: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"^a level, an answer or a status is needed$"):
        Given(node="a.one", **said)


@pytest.mark.parametrize("weight", [-0.001, -1])
def test_a_weight_below_0_is_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="weight"):
        GivenWeight(node="a", weight=weight)
    assert GivenWeight(node="a", weight=0).weight == 0


@pytest.mark.parametrize(
    "said",
    [
        {"score": 0},
        {"level": 0},
        {"band": "absent"},
        {"no_score": "not-rated"},
        {"coverage": 0},
        {"rated": 0},
        {"gap": 0},
        {"gain": 0},
        {"no_score": "below-threshold", "coverage": 0.2, "rated": 1, "gap": 1},
        {"score": 50, "level": 2, "band": "partial"},
    ],
)
def test_one_result_is_enough_and_0_is_one(said: dict[str, Any]) -> None:
    found = Expectation(node="a", **said)
    assert {key: getattr(found, key) for key in said} == said


@pytest.mark.parametrize("said", [{}, {"within": 0.1}])
def test_an_expectation_without_a_result_is_refused(said: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="names at least one result"):
        Expectation(node="a", **said)


@pytest.mark.parametrize("said", [{"score": 0}, {"level": 0}, {"band": "absent"}])
def test_what_has_no_score_has_no_level_and_no_band_either(said: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="either no_score, or a score, level and band"):
        Expectation(node="a", no_score="not-rated", **said)


@pytest.mark.parametrize("reason", ["below-threshold", "not-rated", "not-applicable"])
def test_the_reasons_for_no_score_are_those_that_scores_give(reason: str) -> None:
    assert Expectation(node="a", no_score=reason).no_score == reason
    with pytest.raises(ValueError, match="no_score"):
        Expectation(node="a", no_score=reason.upper())


def test_a_margin_below_0_is_refused() -> None:
    with pytest.raises(ValueError, match="within"):
        Expectation(node="a", score=1, within=-EXACT)
    with pytest.raises(ValueError, match="within"):
        case(within=-EXACT)
    assert (Expectation(node="a", score=1, within=0).within, case(within=0).within) == (0, 0)


def test_a_case_is_exact_unless_it_says_otherwise_and_begins_with_nothing() -> None:
    found = case()
    assert (found.within, found.country, found.target) == (EXACT, None, None)
    assert (found.ratings, found.facts, found.weights) == ((), (), ())


@pytest.mark.parametrize("country", ["FRA@2022", "CHN-GD@2026", "FRA-CNAF@2022"])
def test_a_country_is_named_with_its_wave(country: str) -> None:
    assert case(country=country).country == country


@pytest.mark.parametrize("country", ["FRA", "fra@2022", "FRA@22", "FRA@2022 ", "@2022", ""])
def test_a_country_without_a_wave_or_in_another_spelling_is_refused(country: str) -> None:
    with pytest.raises(ValueError, match="country"):
        case(country=country)


@pytest.mark.parametrize("id", ["Half", "half way", "half_way", "-half", "", "半"])
def test_an_id_that_is_no_slug_is_refused(id: str) -> None:
    with pytest.raises(ValueError, match="id"):
        case(id=id)


@pytest.mark.parametrize("missing", ["about", "expect"])
def test_a_case_says_what_it_shows_and_what_must_come_out(missing: str) -> None:
    with pytest.raises(ValueError, match=missing):
        case(**{missing: "" if missing == "about" else ()})


def test_a_file_without_a_case_is_refused() -> None:
    with pytest.raises(ValueError, match="cases"):
        CaseFile(framework="demo", cases=())


def test_a_fact_may_be_any_number() -> None:
    assert [GivenFact(statistic="users", value=each).value for each in (-1.5, 0, 10**12)] == [-1.5, 0, 10**12]


def case(**said: Any) -> Case:  # noqa: ANN401
    return Case(**{"id": "half-way", "about": "Half.", "expect": (Expectation(node="a", score=1),), **said})
