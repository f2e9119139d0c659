from collections.abc import Mapping

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from maturity.framework import Framework, Indicator
from maturity.gaps import GapReport, gap_report
from maturity.records.context import Context
from maturity.records.statistics import Statistic
from maturity.report.facts import Teller
from maturity.report.page import Block, Heading, Paragraph, Table
from maturity.report.score_blocks import (
    coverage_words,
    decimals_of,
    decimals_within_band,
    depth_of,
    level_words,
    overall_line,
    score_blocks,
    shade,
    strength_blocks,
)
from maturity.rules import Rules, Spread, find_band
from maturity.scores import Score
from maturity.scoring import Assessment, assess
from maturity.targets import Target
from tests import mini, synthetic
from tests.charts import CODES, assessed
from tests.report.views import heads

FULL = {"a.one": 1, "a.two": 3, "a.three": 2, "b.four": 4, "b.five": 0}


@pytest.mark.parametrize(
    ("level", "nearest"), [(0, 0), (0.49, 0), (0.5, 1), (1.5, 2), (2.49, 2), (2.5, 3), (3.5, 4), (4, 4)]
)
def test_of_two_levels_as_near_the_higher_one_is_taken(level: float, nearest: int) -> None:
    assert shade(level, synthetic.framework()) == nearest


@given(st.floats(0, 4))
def test_the_nearest_level_is_never_more_than_half_away(level: float) -> None:
    found = shade(level, synthetic.framework())
    assert found is not None
    assert abs(found - level) <= 0.5


@pytest.mark.parametrize("points", [{0: 0, 1: 50, 2: 100}, {1: 0, 2: 25, 3: 50, 4: 75, 5: 100}, mini.POINTS])
def test_every_scale_runs_from_the_palest_colour_to_the_darkest(points: Mapping[int, float]) -> None:
    found = [shade(each, mini.framework(points=points)) for each in points]
    assert (found[0], found[-1]) == (0, 4)
    assert found == sorted(found, key=lambda each: each or 0)


def test_what_has_no_level_has_no_colour() -> None:
    assert shade(None, synthetic.framework()) is None


@pytest.mark.parametrize(("kind", "depth"), [("overall", 0), ("dimension", 0), ("component", 1), ("indicator", 2)])
def test_components_stand_below_dimensions_and_indicators_below_components(kind: str, depth: int) -> None:
    assert depth_of(score(kind=kind)) == depth


@pytest.mark.parametrize(("low", "high", "decimals"), [(0, 100, 1), (0, 1, 4), (0, 10, 4), (-50, 50, 1), (1, 7, 4)])
def test_a_narrow_range_of_scores_is_printed_with_more_decimals(low: float, high: float, decimals: int) -> None:
    assert decimals_of(evolve(synthetic.framework(), range=Spread(low=low, high=high))) == decimals


@pytest.mark.parametrize(
    ("coverage", "threshold", "words"),
    [
        (1.0, 0.5, "100%"),
        (0.998, 0.5, "99%"),
        (0.497, 0.5, "49%"),
        (0.497, 0.4, "50%"),
        (0.5, 0.5, "50%"),
        (0.001, 0.5, "<1%"),
        (0.0, 0.5, "0%"),
    ],
)
def test_coverage_does_not_seem_to_reach_what_it_does_not_reach(coverage: float, threshold: float, words: str) -> None:
    found = score(coverage=coverage, rules=Rules(coverage_threshold=threshold))
    assert coverage_words(found, "en") == words


def test_the_bar_of_coverage_is_the_node_s_own() -> None:
    framework = synthetic.framework(weights={"a.one": 497, "a.two": 503}, rules={"a.left": Rules()})
    found = assess(synthetic.profile({"a.one": 1}), framework)
    assert coverage_words(found.score("a.left"), "en") == "50%"
    assert coverage_words(found.score("a.one"), "fr") == "100\u00a0%"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Overall 50.0 of 100 points: level 2.0, partial. 5 of 5 indicators are rated (coverage 100%)."),
        ("zh", "总体得分50.0分（满分100分），成熟度2.0级，partial。5项指标中已评级5项（覆盖率100%）。"),
        (
            "fr",
            "Ensemble\u00a0: 50,0 points sur 100, niveau 2,0, partial. 5 indicateurs sur 5 sont cotés "
            "(couverture 100\u00a0%).",
        ),
    ],
)
def test_the_overall_line_is_a_sentence_of_the_language(language: str, line: str) -> None:
    assert said(synthetic.assessment(FULL), language) == line


def test_without_levels_the_overall_line_gives_the_score_alone() -> None:
    assert said(index(0.9713)) == "Overall 0.9713 of 1. 1 of 1 indicators are rated (coverage 100%)."


def test_a_score_below_every_band_still_has_a_line() -> None:
    framework = synthetic.framework()
    bandless = assess(synthetic.profile(FULL), evolve(framework, bands=framework.bands[3:]))
    assert said(bandless) == "Overall 50.0 of 100. 5 of 5 indicators are rated (coverage 100%)."


def test_without_a_score_the_overall_line_says_how_much_is_needed() -> None:
    assert said(synthetic.assessment()) == (
        "No overall score: 0 of 5 indicators are rated (coverage 0%, at least 50% needed)."
    )


def test_what_does_not_apply_is_not_among_the_indicators_counted() -> None:
    found = synthetic.assessment({"b.four": 2}, statuses={"b.five": "not-applicable"})
    line = "Overall 50.0 of 100 points: level 2.0, partial. 1 of 4 indicators are rated (coverage 50%)."
    assert said(found) == line


def test_scores_are_a_row_for_each_node_above_the_indicators() -> None:
    heading, table = shown(synthetic.assessment(FULL))
    assert heading == Heading(text="Scores", depth=2)
    assert heads(table) == ["Dimension", "Score", "Level", "Coverage", "Rated"]
    assert table.texts == (
        ("Overall", "50.0", "2.0 partial", "100%", "5/5"),
        ("Label of a", "50.0", "2.0 partial", "100%", "3/3"),
        ("· Label of a.left", "50.0", "2.0 partial", "100%", "2/2"),
        ("· Label of a.right", "50.0", "2.0 partial", "100%", "1/1"),
        ("Label of b", "50.0", "2.0 partial", "100%", "2/2"),
        ("· Label of b.only", "50.0", "2.0 partial", "100%", "2/2"),
    )


def test_what_has_no_score_has_a_dash_a_reason_and_no_colour() -> None:
    statuses = {"b.four": "not-applicable", "b.five": "not-asked"}
    _, table = shown(synthetic.assessment({"a.one": 4, "a.two": 1}, statuses=statuses))
    assert table.texts[2:] == (
        ("· Label of a.left", "62.5", "2.5 established", "100%", "2/2"),
        ("· Label of a.right", "–", "not rated", "0%", "0/1"),
        ("Label of b", "–", "not applicable", "0%", "0/0"),
        ("· Label of b.only", "–", "not applicable", "0%", "0/0"),
    )
    assert table.levels == (3, 3, 3, None, None, None)


def test_a_framework_of_scores_between_0_and_1_shows_more_than_one_decimal() -> None:
    _, table = shown(index(0.9713))
    assert table.texts == (("Overall", "0.9713", "rated", "100%", "1/1"),)


def test_with_a_report_every_node_has_its_gap_and_without_one_a_dash() -> None:
    found = synthetic.assessment({"a.one": 1, "a.two": 4, "a.three": 2})
    report = gap_report(found, target=Target.plan({"a.one": 3, "a.two": 3}))
    _, table = shown(found, report=report)
    assert heads(table)[-1] == "Gap"
    assert [row[-1] for row in table.texts] == ["1.0", "1.0", "1.0", "–", "–", "–"]


@pytest.mark.parametrize("code", CODES)
def test_one_dimension_shows_the_rows_that_it_has_in_the_whole(code: str) -> None:
    _, whole = shown(assessed(code))
    parts = [shown(assessed(code), dimension=each.id)[1] for each in assessed(code).framework.dimensions]
    assert whole.rows[1:] == tuple(row for part in parts for row in part.rows)


def test_strengths_are_in_the_framework_s_order_with_what_was_seen() -> None:
    heading, table = strong({"b.five": 3, "b.four": 2, "a.two": 4})
    assert heading == Heading(text="Where the country stands highest", depth=2)
    assert isinstance(table, Table)
    assert table.texts == (("Label of a.two", "4", "Seen."), ("Label of b.five", "3", "Seen."))
    assert table.levels == (4, 3)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "No indicator stands at level 3 or above."),
        ("zh", "没有指标达到3级及以上。"),
        ("fr", "Aucun indicateur n’atteint le niveau 3."),
    ],
)
def test_that_there_is_no_strength_is_said(language: str, line: str) -> None:
    assert strong({"a.one": 2}, language=language)[1:] == [Paragraph(text=line)]
    assert strong({"a.one": 4}, dimension="b", language=language)[1:] == [Paragraph(text=line)]


@pytest.mark.parametrize(
    ("node", "words"), [("a.left", "2.5 established"), ("a.right", "not rated"), ("a", "2.5 established")]
)
def test_a_level_is_told_with_its_band_or_with_why_there_is_none(node: str, words: str) -> None:
    found = synthetic.assessment({"a.one": 4, "a.two": 1})
    assert level_words(found, node, teller(found)) == words


def test_a_score_without_a_scale_is_rated_and_has_no_level() -> None:
    assert level_words(index(0.5), "overall", teller(index(0.5))) == "rated"


def test_a_band_without_a_scale_is_named_alone() -> None:
    banded = index(0.9, bands=True)
    assert level_words(banded, "overall", teller(banded)) == "high"


def teller(found: Assessment, language: str = "en") -> Teller:
    return Teller.of(found.profile, found.framework, language)


def said(found: Assessment, language: str = "en") -> str:
    return overall_line(found, teller(found, language))


def shown(found: Assessment, *, dimension: str | None = None, report: GapReport | None = None) -> tuple[Heading, Table]:
    heading, table = score_blocks(found, teller(found), dimension, report=report)
    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    return heading, table


def strong(levels: Mapping[str, int], *, dimension: str | None = None, language: str = "en") -> list[Block]:
    found = synthetic.assessment(levels)
    return list(strength_blocks(found, teller(found, language), dimension))


def score(*, kind: str = "component", coverage: float = 1.0, rules: Rules | None = None) -> Score:
    return Score(
        id="a", kind=kind, label=synthetic.text("A"), score=None, coverage=coverage, states=(), rules=rules or Rules()
    )


def index(value: float, *, bands: bool = False) -> Assessment:
    """A country with one figure between 0 and 1, by a framework without levels."""
    figure = Statistic(id="x", source="study", locus="§1", statistic="users", value=value, unit="score 0-1", year=2020)
    plain = synthetic.framework()
    framework: Framework = evolve(
        plain,
        range=Spread(low=0, high=1),
        scale=(),
        bands=(evolve(plain.bands[0], lower=0.75, name=synthetic.text("high")),) if bands else (),
        components=(),
        indicators=(Indicator(id="users", label=synthetic.text("Users"), kind="measure"),),
        rules=Rules(),
    )
    return assess(synthetic.profile(context=Context(statistics=(figure,))), framework)


def test_on_a_short_scale_its_highest_level_is_a_strength() -> None:
    best = mini.scaled({0: 0, 1: 50, 2: 100}, 2)
    teller = Teller.of(best.profile, best.framework, "en")
    [_, found] = strength_blocks(best, teller, None)
    assert isinstance(found, Table)
    assert [row[1].text for row in found.rows] == ["2"]


def test_a_checklist_that_is_met_is_a_strength_with_its_answer() -> None:
    one = mini.assessment()
    [_, found] = strength_blocks(one, Teller.of(one.profile, one.framework, "en"), "health")
    assert isinstance(found, Table)
    assert found.texts == (("Label of life.list", "5.0", "Yes"),)


@pytest.mark.parametrize("code", CODES)
def test_a_printed_level_lies_in_the_band_that_is_printed_beside_it(code: str) -> None:
    assessment = assessed(code)
    framework = assessment.framework
    for each in assessment.scores:
        level, band = assessment.level(each.id), assessment.band(each.id)
        if level is not None:
            shown = float(f"{level + 1e-12:.{decimals_within_band(assessment, each.id)}f}")
            seeming = find_band(framework.points_at(shown), framework.bands_of(each.id))
            assert seeming is not None
            assert seeming.name == band


def test_only_what_would_seem_to_reach_another_band_has_more_decimals() -> None:
    france = assessed("FRA")
    assert [decimals_within_band(france, each) for each in ("overall", "governance", "legal.sso")] == [2, 1, 0]
    assert level_words(france, "overall", Teller.of(france.profile, france.framework, "en")) == "1.49 initial"
