import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from maturity.calculation.numbers import Number, Numbers
from maturity.dates import Date
from maturity.framework import Denominator, Framework, Indicator
from maturity.leaves import find_statistic, leaf_score
from maturity.profile import Profile
from maturity.records.context import Context
from maturity.records.ratings import STATUSES, Rating
from maturity.records.skills import Skills
from maturity.records.statistics import Statistic
from maturity.rules import Answer, Normalisation
from tests import synthetic

WAVE = 2020
POINTS = (5, 10, 30, 60, 100)
RUBRIC = synthetic.indicator("a.one", "a.left")
CHECKLIST = Indicator(
    id="a.one",
    label=synthetic.text("Portal"),
    kind="checklist",
    answers=(Answer(answer="yes", points=90), Answer(answer="no", points=2)),
)
MEASURE = Indicator(id="a.one", label=synthetic.text("Users"), kind="measure", statistic="users")


@pytest.mark.parametrize(("level", "points"), list(enumerate(POINTS)))
def test_a_level_is_worth_the_points_of_the_scale(level: int, points: float) -> None:
    assert leaf(RUBRIC, rating=synthetic.rating("a.one", level)) == (points, "rated")


@pytest.mark.parametrize(("answer", "points"), [("yes", 90), ("no", 2)])
def test_an_answer_is_worth_its_own_points(answer: str, points: float) -> None:
    assert leaf(CHECKLIST, rating=answered(answer)) == (points, "rated")


@pytest.mark.parametrize("indicator", [RUBRIC, CHECKLIST, MEASURE], ids=lambda each: each.kind)
@pytest.mark.parametrize("status", STATUSES)
def test_a_status_is_the_state_of_what_has_no_score(indicator: Indicator, status: str) -> None:
    assert leaf(indicator, rating=synthetic.rating("a.one", status=status)) == (None, status)


@pytest.mark.parametrize("indicator", [RUBRIC, CHECKLIST, MEASURE], ids=lambda each: each.kind)
def test_what_nobody_looked_at_is_not_rated(indicator: Indicator) -> None:
    assert leaf(indicator) == (None, "not-rated")


@pytest.mark.parametrize(
    ("indicator", "rating"),
    [
        (RUBRIC, Rating(indicator="a.one", answer="yes", rationale=synthetic.text("Seen."))),
        (CHECKLIST, synthetic.rating("a.one", 4)),
        (MEASURE, synthetic.rating("a.one", 4)),
    ],
    ids=lambda value: value.kind if isinstance(value, Indicator) else "",
)
def test_a_rating_of_another_kind_than_the_indicator_asks_for_does_not_count(
    indicator: Indicator, rating: Rating
) -> None:
    assert leaf(indicator, rating=rating) == (None, "not-rated")


def test_a_measure_is_the_country_s_figure_as_it_is_where_nothing_else_is_said() -> None:
    assert leaf(MEASURE, figure(42.5)) == (42.5, "rated")


def test_a_figure_of_0_is_a_figure() -> None:
    assert leaf(MEASURE, figure(0)) == (0, "rated")


def test_a_measure_goes_by_its_own_id_where_it_names_no_statistic() -> None:
    assert leaf(evolve(MEASURE, id="users", statistic=None), figure(7)) == (7, "rated")
    assert leaf(evolve(MEASURE, id="other", statistic=None), figure(7)) == (None, "not-rated")


@pytest.mark.parametrize(("value", "points"), [(10, 0), (15, 25), (30, 100), (5, 0), (31, 100)])
def test_a_figure_becomes_points_between_its_goalposts(value: float, points: float) -> None:
    between = evolve(MEASURE, normalise=Normalisation(method="goalposts", worst=10, best=30))
    assert leaf(between, figure(value)) == (points, "rated")


def test_a_figure_that_is_divided_is_a_rate() -> None:
    assert leaf(RATE, figure(3), figure(60, statistic="people")) == (50, "rated")  # 3 / 60 × 1000


@pytest.mark.parametrize("people", [(), (0,)], ids=["missing", "zero"])
def test_without_something_to_divide_by_there_is_no_rate(people: tuple[float, ...]) -> None:
    assert leaf(RATE, figure(3), *(figure(each, statistic="people") for each in people)) == (None, "not-rated")


def test_a_measure_that_has_a_figure_needs_no_rating() -> None:
    assert leaf(MEASURE, figure(7), rating=synthetic.rating("a.one", status="not-evaluable")) == (7, "rated")


def test_the_newest_figure_counts_and_none_that_is_newer_than_the_wave() -> None:
    figures = [figure(year, year=year) for year in (2018, 2020, 2019, 2021)]
    assert newest(*figures) == 2020
    assert newest(*reversed(figures)) == 2020
    assert newest(figure(1, year=2021)) is None


def test_a_month_counts_by_its_year() -> None:
    assert newest(figure(1, year=2018), figure(2, year=None, as_of=Date("2019-06"))) == 2
    assert newest(figure(1, year=2018), figure(2, year=None, as_of=Date("2021-01-01"))) == 1


def test_the_preferred_series_stands_before_the_one_that_is_like_for_like_even_where_it_is_older() -> None:
    like, preferred = figure(1, year=2020, series="like-for-like"), figure(2, year=2015, series="preferred")
    assert newest(like, preferred) == newest(preferred, like) == 2
    assert newest(like) == 1


def test_of_several_figures_of_a_year_the_first_counts() -> None:
    assert newest(figure(1), figure(2)) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"scope": "fact"},
        {"value": None, "low": 1, "high": 9},
        {"value": None, "text": synthetic.text("two thirds")},
        {"statistic": "others"},
    ],
    ids=["of a branch", "range", "in words", "of another statistic"],
)
def test_only_a_single_figure_of_the_whole_country_counts(other: dict[str, object]) -> None:
    old, new = figure(1, year=2010), figure(2, year=2020)
    assert newest(old, evolve(new, **other)) == 1  # type: ignore[arg-type]
    assert newest(evolve(new, **other)) is None  # type: ignore[arg-type]


def test_a_figure_may_stand_in_any_section() -> None:
    profile = evolve(country(figure(1, year=2010)), skills=Skills(statistics=(figure(2, year=2015),)))
    found = find_statistic(profile, "users")
    assert found == figure(2, year=2015)


@given(st.permutations(range(2010, 2025)))
def test_the_order_of_figures_of_different_years_does_not_matter(years: list[int]) -> None:
    assert newest(*(figure(year, year=year) for year in years)) == WAVE


RATE = evolve(MEASURE, per=Denominator(column="people", times=1000))


def leaf(indicator: Indicator, *figures: Statistic, rating: Rating | None = None) -> tuple[Number, str]:
    return leaf_score(indicator, country(*figures), uneven(), rating, Numbers("AAA 2020"))


def newest(*figures: Statistic) -> float | None:
    found = find_statistic(country(*figures), "users")
    return found.value if found else None


def figure(value: float, *, year: int | None = 2020, statistic: str = "users", **said: object) -> Statistic:
    return Statistic(
        id="figure",
        source="study",
        locus="§1",
        statistic=statistic,
        value=value,
        unit="persons",
        year=year,
        **said,  # type: ignore[arg-type]
    )


def country(*figures: Statistic) -> Profile:
    return synthetic.profile(wave=WAVE, context=Context(statistics=figures))


def answered(answer: str) -> Rating:
    return Rating(indicator="a.one", answer=answer, rationale=synthetic.text("Seen."))


def uneven() -> Framework:
    """The tiny framework, whose levels are worth something else."""
    found = synthetic.framework()
    return evolve(found, scale=tuple(evolve(each, points=POINTS[each.value]) for each in found.scale))
