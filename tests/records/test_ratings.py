import pytest
from attrs import evolve

from maturity.records.ratings import CONFIDENCES, STATUSES, FrameworkReference, Rating, Ratings
from tests.shipped import france
from tests.synthetic import profile, rating, text

EMPTY = Ratings(framework=FrameworkReference(id="demo", version="1.0"), assessors=())


def first(*given: Rating, assessors: tuple[str, ...] = ("team", "peer")) -> list[str]:
    """What the first assessor rated, with the levels."""
    ratings = profile(ratings=given, assessors=assessors).ratings
    return [f"{each.indicator} {each.level}" for each in ratings.by_first_assessor()]


def test_a_rating_without_an_assessor_is_the_first_one_s() -> None:
    assert first(rating("a.one", 2), rating("a.two", 3, assessor="team")) == ["a.one 2", "a.two 3"]


def test_what_another_assessor_rated_does_not_count() -> None:
    given = (rating("a.one", 4, assessor="peer"), rating("a.one", 2), rating("a.two", 1, assessor="peer"))
    assert first(*given) == ["a.one 2"]
    assert first(*given, assessors=("peer", "team")) == ["a.one 4", "a.one 2", "a.two 1"]


def test_what_was_carried_over_counts_once_it_is_confirmed() -> None:
    carried = evolve(rating("a.one", 2), carried_from=2016)
    assert first(carried, rating("a.two", 0)) == ["a.two 0"]
    assert first(evolve(carried, carried_from=None)) == ["a.one 2"]


def test_ratings_of_branches_and_states_stay_in_order() -> None:
    given = (rating("b.four", status="not-asked"), rating("a.one", 2, branch="health"), rating("a.one", 3))
    assert first(*given) == ["b.four None", "a.one 2", "a.one 3"]


def test_where_nobody_rated_only_what_names_nobody_counts() -> None:
    assert EMPTY.by_first_assessor() == ()
    assert evolve(EMPTY, ratings=(rating("a.one", 2, assessor="team"),)).by_first_assessor() == ()


@pytest.mark.parametrize("status", STATUSES)
def test_a_state_stands_in_place_of_a_level(status: str) -> None:
    found = rating("a.one", status=status)
    assert (found.level, found.answer, found.status) == (None, None, status)


@pytest.mark.parametrize("status", ["", "unknown", "not rated", "rated", "Not-rated"])
def test_a_state_that_nobody_knows_is_refused(status: str) -> None:
    with pytest.raises(ValueError, match="status"):
        rating("a.one", status=status)


@pytest.mark.parametrize("confidence", [*CONFIDENCES])
def test_a_level_is_given_with_any_of_three_confidences(confidence: str) -> None:
    assert rating("a.one", 0, confidence=confidence).confidence == confidence


@pytest.mark.parametrize("confidence", ["", "certain", "High"])
def test_a_confidence_that_nobody_knows_is_refused(confidence: str) -> None:
    with pytest.raises(ValueError, match="confidence"):
        rating("a.one", 2, confidence=confidence)


def test_an_answer_needs_neither_a_confidence_nor_a_summary() -> None:
    found = Rating(indicator="a.one", answer="yes", rationale=text("So says the survey."))
    assert (found.answer, found.level, found.status) == ("yes", None, None)


@pytest.mark.parametrize("beside", [{"level": 2}, {"status": "not-asked"}, {"level": 0, "status": "not-rated"}])
def test_an_answer_stands_alone(beside: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        Rating(indicator="a.one", answer="yes", rationale=text("x"), **beside)  # type: ignore[arg-type]


def test_level_zero_is_a_level_and_no_absence() -> None:
    with pytest.raises(ValueError, match="a level needs a confidence"):
        Rating(indicator="a.one", level=0, rationale=text("x"))
    with pytest.raises(ValueError, match="a level needs a summary"):
        Rating(indicator="a.one", level=0, confidence="low", rationale=text("x"))


def test_only_what_cannot_be_evaluated_must_say_where_one_looked() -> None:
    for status in STATUSES:
        if status != "not-evaluable":
            assert Rating(indicator="a.one", status=status, rationale=text("x")).searched is None


def test_an_assessor_is_of_a_known_kind() -> None:
    [assessor] = profile().ratings.assessors
    for kind in ("project", "country", "peer"):
        assert evolve(assessor, kind=kind).kind == kind
    with pytest.raises(ValueError, match="kind"):
        evolve(assessor, kind="ILO")


def test_france_is_rated_once_for_each_indicator() -> None:
    rated = [each.indicator for each in france().profile.ratings.by_first_assessor() if each.branch is None]
    assert sorted(rated) == sorted(each.id for each in france().framework.indicators)
