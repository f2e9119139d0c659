from collections.abc import Mapping

import pytest
from attrs import evolve

from maturity.case_profile import case_profile
from maturity.cases import Case, Expectation, Given, GivenFact
from maturity.framework import Framework
from maturity.leaves import find_statistic
from maturity.profile import Profile
from maturity.records.context import Context
from maturity.records.statistics import Statistic
from maturity.scoring import assess
from tests import synthetic
from tests.data_contracts.shipped import WAVES, country, framework


def test_of_a_country_that_is_made_up_nothing_is_known() -> None:
    found = made({})
    assert list(found.records()) == []
    assert (found.sources, found.ratings.ratings, found.unknown) == ((), (), ())
    assert {each.score for each in assess(found, synthetic.framework()).scores} == {None}


def test_a_country_that_is_made_up_is_rated_against_the_case_s_framework() -> None:
    other = evolve(synthetic.framework(), id="other", version="7")
    assert made({"a.one": 3}, against=other).ratings.framework.id == "other"
    assert assess(made({"a.one": 3}, against=other), other).score("a.one").score == 75


def test_what_an_indicator_is_given_is_what_it_is_rated() -> None:
    given = (
        Given(node="a.one", level=3),
        Given(node="a.two", status="not-evaluable"),
        Given(node="b.four", answer="yes"),
    )
    found = case_profile(case(ratings=given), synthetic.framework(), None)
    assert [(each.indicator, each.level, each.answer, each.status) for each in found.ratings.ratings] == [
        ("a.one", 3, None, None),
        ("a.two", None, None, "not-evaluable"),
        ("b.four", None, "yes", None),
    ]


@pytest.mark.parametrize(
    ("given", "levels"),
    [
        ({"overall": 2}, {"a.one": 2, "a.two": 2, "a.three": 2, "b.four": 2, "b.five": 2}),
        ({"a": 1}, {"a.one": 1, "a.two": 1, "a.three": 1}),
        ({"a.left": 1, "a": 3}, {"a.one": 1, "a.two": 1, "a.three": 3}),
        ({"a": 3, "a.left": 1}, {"a.one": 1, "a.two": 1, "a.three": 3}),
        ({"overall": 4, "a.one": 0}, {"a.one": 0, "a.two": 4, "a.three": 4, "b.four": 4, "b.five": 4}),
        ({}, {}),
    ],
)
def test_the_nearest_node_above_counts(given: Mapping[str, int], levels: Mapping[str, int]) -> None:
    assert {each.indicator: each.level for each in made(given).ratings.ratings} == levels


@pytest.mark.parametrize(("code", "wave"), WAVES)
def test_a_case_that_gives_nothing_leaves_the_country_as_it_is(code: str, wave: int) -> None:
    assert case_profile(case(), framework(), country(code, wave)) == country(code, wave)


def test_what_is_given_stands_before_what_the_country_has_and_takes_nothing_away() -> None:
    france = country("FRA", 2022)
    found = case_profile(case(ratings=(Given(node="legal.sso", level=4),)), framework(), france)
    assert found.ratings.ratings[1:] == france.ratings.ratings
    assert evolve(found, ratings=france.ratings) == france
    before, after = assess(france, framework()), assess(found, framework())
    assert (before.score("legal.sso").score, after.score("legal.sso").score) == (50, 100)


def test_a_status_takes_a_country_s_level_away() -> None:
    begun = synthetic.profile({"a.one": 1, "a.two": 3})
    found = case_profile(case(ratings=(Given(node="a", status="not-asked"),)), synthetic.framework(), begun)
    assert assess(found, synthetic.framework()).score("a").reason == "not-applicable"


def test_a_fact_is_the_country_s_figure_of_the_wave() -> None:
    own = Statistic(id="own", source="study", locus="§1", statistic="users", value=7, unit="persons", year=2020)
    begun = synthetic.profile(wave=2020, context=Context(statistics=(own,)))
    found = case_profile(case(facts=(GivenFact(statistic="users", value=9),)), synthetic.framework(), begun)
    figure = find_statistic(found, "users")
    assert figure is not None
    assert (figure.value, figure.year) == (9, 2020)
    assert found.context.statistics[1:] == (own,)


def test_facts_of_a_country_that_is_made_up_are_figures_too() -> None:
    facts = (GivenFact(statistic="users", value=9), GivenFact(statistic="people", value=0))
    found = case_profile(case(facts=facts), synthetic.framework(), None)
    figures = [find_statistic(found, id) for id in ("users", "people", "others")]
    assert [each and each.value for each in figures] == [9, 0, None]
    assert len({each.id for each in found.records()}) == 2


def made(given: Mapping[str, int], *, against: Framework | None = None) -> Profile:
    ratings = tuple(Given(node=node, level=level) for node, level in given.items())
    return case_profile(case(ratings=ratings), against or synthetic.framework(), None)


def case(*, ratings: tuple[Given, ...] = (), facts: tuple[GivenFact, ...] = ()) -> Case:
    return Case(id="case", about="A case.", ratings=ratings, facts=facts, expect=(Expectation(node="a", rated=0),))
