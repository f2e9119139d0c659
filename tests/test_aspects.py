import math

import pytest
from attrs import evolve

from maturity.aspects import read_aspect
from maturity.framework import ASPECTS, ROOT
from maturity.scoring import assess
from maturity.weights import reweight
from tests import mini
from tests.data_contracts.shipped import WAVES, country, framework
from tests.shipped import france


@pytest.mark.parametrize("aspect", ASPECTS)
def test_an_aspect_is_the_weighted_mean_of_its_rated_indicators(aspect: str) -> None:
    assessment = france()
    weights, points = 0.0, 0.0
    for dimension in assessment.framework.dimensions:
        components = assessment.framework.children(dimension.id)
        for component in components:
            indicators = assessment.framework.children(component.id)
            share = 1 / len(assessment.framework.dimensions) / len(components) / len(indicators)
            for each in indicators:
                score = assessment.score(each.id).score
                if assessment.framework.indicator(each.id).aspect == aspect and score is not None:
                    weights += share
                    points += share * score
    found = read_aspect(assessment, aspect)
    assert found.level is not None
    assert math.isclose(found.level, 4 * points / weights / 100)


@pytest.mark.parametrize(("code", "wave"), WAVES)
def test_the_aspects_share_out_all_indicators(code: str, wave: int) -> None:
    assessment = assess(country(code, wave), framework())
    readings = [read_aspect(assessment, each) for each in ASPECTS]
    assert sum(each.rated for each in readings) == assessment.overall.count("rated")
    assert all(0 <= each.coverage <= 1 for each in readings)


def test_one_dimension_is_read_alone() -> None:
    found = read_aspect(france(), "rule", within="legal")
    asked = [each for each in france().framework.indicators if each.aspect == "rule" and each.id[:6] == "legal."]
    assert found.count == len(asked) > 0


def test_below_the_threshold_there_is_no_level_and_the_reason_is_said() -> None:
    china = assess(country("CHN", 2022), framework())
    states = {read_aspect(china, aspect, within=each.id).state for aspect in ASPECTS for each in framework().dimensions}
    assert {"rated", "below-threshold"} <= states
    for aspect in ASPECTS:
        for each in framework().dimensions:
            found = read_aspect(china, aspect, within=each.id)
            assert (found.level is None) == (found.state != "rated")
            assert found.level is None or found.coverage >= framework().rules.coverage_threshold


def test_what_weighs_nothing_does_not_count() -> None:
    nothing = {each.id: 0.0 for each in framework().indicators if each.aspect == "use"}
    weightless = assess(country("FRA", 2022), reweight(framework(), nothing))
    found = read_aspect(weightless, "use", within=ROOT)
    assert (found.count, found.rated, found.level, found.state) == (0, 0, None, "not-applicable")


def test_an_aspect_has_the_level_that_its_mean_is_worth_on_the_scale() -> None:
    found = read_aspect(mini.assessment({"life.rubric": 1}, {"life.list": "No"}), "supply")
    assert (found.score, found.level) == (10, 1)


def test_an_aspect_of_a_framework_without_a_scale_has_a_score_and_no_level() -> None:
    measured = mini.measured(84, 33)
    framework = evolve(
        measured.framework, indicators=tuple(evolve(each, aspect="use") for each in measured.framework.indicators)
    )
    found = read_aspect(assess(measured.profile, framework), "use")
    assert (found.score, found.level, found.state) == (58.5, None, "rated")
