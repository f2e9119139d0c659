import pytest

from maturity.comparison import Comparison, compare
from maturity.report.charts import Reading
from maturity.report.level_charts import dimension_profile, heat_map
from maturity.scoring import assess
from tests import mini, synthetic
from tests.charts import CODES, assessed, compared


def demo(**levels: int) -> Comparison:
    named = {name.replace("_", "."): level for name, level in levels.items()}
    return Comparison(assessments=(assess(synthetic.profile(named), synthetic.framework()),))


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_every_cell_is_the_level_of_its_indicator_and_country(language: str) -> None:
    chart = heat_map(compared(), language=language)
    indicators = compared().framework.indicators
    assert [row.label for row in chart.rows] == [each.label.in_language(language) for each in indicators]
    for row, indicator in zip(chart.rows, indicators, strict=True):
        for reading, code in zip(row.readings, CODES, strict=True):
            rating = assessed(code).rating(indicator.id)
            assert rating is not None
            assert reading.level == rating.level
            assert reading.state == (rating.status or "rated")
            assert reading.text == ("" if rating.level is None else str(rating.level))


def test_rows_are_grouped_by_dimension_in_order() -> None:
    chart = heat_map(compared(), language="fr")
    dimensions = compared().framework.dimensions
    assert [each.label for each in chart.groups] == [each.label.in_language("fr") for each in dimensions]


@pytest.mark.parametrize(("rows", "count"), [("indicator", 69), ("component", 16), ("dimension", 6)])
def test_rows_can_be_indicators_components_or_dimensions(rows: str, count: int) -> None:
    assert len(heat_map(compared(), rows=rows).rows) == count


def test_level_zero_is_a_level_and_what_is_not_known_is_none() -> None:
    chart = heat_map(demo(a_one=0, a_two=2))
    assert chart.rows[0].readings == (Reading(level=0, text="0"),)
    assert chart.rows[2].readings == (Reading(state="not-rated"),)
    assert chart.states == (("not-rated", "not rated"),)


def test_a_dimension_without_enough_coverage_has_no_level() -> None:
    profile = dimension_profile(compared("CHN"))
    scores = [assessed("CHN").score(each.id) for each in compared().framework.dimensions]
    found = [(each.level is None, each.state) for each in profile.series[0].readings]
    assert found == [(each.score is None, each.reason or "rated") for each in scores]
    assert sum(missing for missing, _ in found) == 3


def test_one_dimension_shows_its_components() -> None:
    chart = dimension_profile(compared("FRA"), dimension="front-end")
    assert chart.nodes == ("Portals", "Services and channels", "Measurement and improvement")
    assert chart.title == "Profile by component, Front-end service delivery: France, 2022"


def test_the_alternative_text_counts_what_the_cells_hold() -> None:
    chart = heat_map(compared())
    columns = [[row.readings[place] for row in chart.rows] for place in range(len(CODES))]
    for name, column in zip(chart.countries, columns, strict=True):
        strong = sum(each.level is not None and each.level >= 3 for each in column)
        unknown = sum(each.level is None for each in column)
        strong_part, unknown_part = chart.alt.split("Without a level: ")
        assert f"{name} {strong}" in strong_part
        assert f"{name} {unknown}" in unknown_part


def test_the_alternative_text_names_the_highest_and_the_lowest() -> None:
    chart = dimension_profile(compared("FRA"))
    readings = dict(zip(chart.nodes, chart.series[0].readings, strict=True))
    levels = {node: each.level for node, each in readings.items() if each.level is not None}
    highest, lowest = max(levels, key=lambda each: levels[each]), min(levels, key=lambda each: levels[each])
    told = f"Highest: {highest} {readings[highest].text}; lowest: {lowest} {readings[lowest].text}."
    assert told in chart.alt
    assert chart.alt.endswith("All have a level.")


def test_equals_share_the_highest_place_and_very_many_are_counted() -> None:
    alt = heat_map(compared(), rows="component").alt
    readings = [each.level for row in heat_map(compared(), rows="component").rows for each in row.readings]
    lowest = min(each for each in readings if each is not None)
    equals = sum(each is not None and abs(each - lowest) < 1e-9 for each in readings)
    assert f"and {equals - 3} more. Without" in alt


def test_what_has_no_level_is_named_with_its_country() -> None:
    alt = dimension_profile(compared("FRA", "CAN"), language="zh").alt
    assert "未定等级：加拿大“技能与能力”。" in alt


def test_countries_of_different_years_say_theirs() -> None:
    framework = synthetic.framework()
    waves = [assess(synthetic.profile({"a.one": 1}, wave=wave), framework) for wave in (2019, 2022)]
    chart = heat_map(Comparison(assessments=tuple(waves)))
    assert chart.countries == ("Aland 2019", "Aland 2022")
    assert chart.title == "Levels by indicator: Aland 2019 and Aland 2022"


def test_only_what_all_have_is_shown_where_only_that_is_scored() -> None:
    common = compared().on_common_indicators()
    assert len(heat_map(common).rows) == len(compared().rated_by_all)
    assert len(dimension_profile(common).nodes) == len({each.partition(".")[0] for each in compared().rated_by_all})


def test_rows_are_grouped_by_the_tree_and_not_by_ids() -> None:
    [group] = heat_map(compare([mini.assessment()])).groups
    assert (group.label, [each.label for each in group.rows]) == (
        "Label of health",
        ["Label of life.rubric", "Label of life.list"],
    )


def test_what_stands_in_no_dimension_is_a_group_without_a_name() -> None:
    values = list(mini.POINTS)
    free = mini.framework(indicators=[mini.rubric("first", "overall", values), mini.rubric("second", "health", values)])
    found = heat_map(compare([assess(mini.country({"first": 2}, {}), free)]))
    assert [(each.label, len(each.rows)) for each in found.groups] == [("", 1), ("Label of health", 1)]


def test_a_chart_of_levels_needs_a_scale() -> None:
    for draw in (heat_map, dimension_profile):
        with pytest.raises(ValueError, match="no levels"):
            draw(compare([mini.measured(84, 33)]))


def test_words_and_axis_run_over_the_scale_of_the_framework() -> None:
    found = heat_map(compare([mini.scaled({1: 0, 2: 25, 3: 50, 4: 75, 5: 100}, 4)]))
    assert "on a scale of 1 to 5" in found.alt
    assert "at level 4 or above: Aland 1" in found.alt
    assert (found.lowest, found.highest, len(found.levels)) == (1, 5, 5)
