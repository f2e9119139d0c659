from functools import cache
from statistics import median

import pytest
from attrs import evolve

from maturity.comparison import Comparison, compare
from maturity.fact_tables import TABLES, FactTable
from maturity.records.rows import Row
from maturity.records.statistics import Statistic
from maturity.report.compare_page import DEVELOPMENT, LEVELS, MOST_ADVANCED, SCORES, STRENGTHS, TABLE_IDS
from maturity.report.comparison_data import CellRow, comparison_data
from maturity.scoring import assess
from tests import mini
from tests.data_contracts.shipped import WAVES, country, framework
from tests.report.views import group_of


@cache
def everyone() -> Comparison:
    return compare([assess(country(code, wave), framework()) for code, wave in WAVES])


@cache
def rows() -> tuple[CellRow, ...]:
    return comparison_data(everyone(), tables=TABLE_IDS)


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.id)
def test_every_cell_of_every_table_says_what_the_profile_says(table: FactTable) -> None:
    for assessment in everyone().assessments:
        found = table.records_of(assessment.profile, assessment.framework)
        cells = [each for each in rows() if (each.table, each.country) == (table.id, assessment.profile.code)]
        filled = {(each.row, each.record) for each in cells if each.record}
        assert filled == {(term, record.id) for term, records in found.items() for record in records}
        assert {each.row for each in cells if not each.record}.isdisjoint(found)
        records = {each.id: each for each in assessment.profile.records()}
        for each in cells:
            if not each.record:
                assert each.state == "unknown"
                continue
            record = records[each.record]
            assert (each.source, each.locus) == (record.source, record.locus)
            if isinstance(record, Statistic):
                assert (each.value, each.unit) == (record.value, record.unit)
            if isinstance(record, Row):
                assert each.state == record.answer


def test_every_country_has_every_row() -> None:
    for table in (each for each in TABLE_IDS if each not in (STRENGTHS, DEVELOPMENT, MOST_ADVANCED)):
        by_country: dict[str, list[str]] = {code: [] for code, _ in WAVES}
        for each in rows():
            if each.table == table and each.row not in by_country[each.country]:
                by_country[each.country].append(each.row)
        assert len({tuple(each) for each in by_country.values()}) == 1


def test_scores_and_levels_are_those_of_the_assessments() -> None:
    assessments = {each.profile.code: each for each in everyone().assessments}
    levels = [each for each in rows() if each.table == LEVELS]
    assert len(levels) == len(WAVES) * len(everyone().assessments[0].scores)
    for each in levels:
        score = assessments[each.country].score(each.row)
        rating = assessments[each.country].rating(each.row)
        assert each.value == (rating.level if score.kind == "indicator" and rating else score.score)
        assert each.coverage == score.coverage
        assert (each.state == "rated") == (each.value is not None)


def test_value_and_unit_follow_what_an_indicator_is() -> None:
    found = comparison_data(compare([mini.assessment()]), tables=[LEVELS])
    assert [(each.row, each.state, each.value, each.unit, each.text) for each in found] == [
        ("overall", "rated", 55, "points", ""),
        ("health", "rated", 55, "points", ""),
        ("life.rubric", "rated", 1, "level", "Seen."),
        ("life.list", "rated", 100, "points", "Yes"),
    ]


def test_figures_of_an_index_are_points() -> None:
    found = comparison_data(compare([mini.measured(84, 33)]), tables=TABLE_IDS)
    told = [each for each in found if each.table in (LEVELS, STRENGTHS, DEVELOPMENT, MOST_ADVANCED)]
    assert [(each.row, each.value, each.unit) for each in told] == [
        ("overall", 58.5, "points"),
        ("home", 84, "points"),
        ("skills", 33, "points"),
    ]


def test_a_median_says_what_it_is_in() -> None:
    for one, row, unit in (
        (mini.measured(84, 33), "home", "points"),
        (mini.assessment(), "overall", "points"),
        (mini.assessment(), "life.rubric", "level"),
    ):
        found = comparison_data(compare([one], groups=[group_of(one)]), tables=[LEVELS])
        assert [each.unit for each in found if each.row == row and each.state == "median"] == [unit]


def test_a_difference_is_that_of_the_values_and_the_base_has_none() -> None:
    base = everyone().assessments[1]
    found = comparison_data(evolve(everyone(), base=base), tables=(SCORES, LEVELS, STRENGTHS))
    values = {(each.row, each.country): each.value for each in found if each.table == LEVELS}
    told = [each for each in found if each.table in (SCORES, LEVELS)]
    assert any(each.difference for each in told)
    for each in told:
        there = values[each.row, base.profile.code]
        own = each.country == base.profile.code
        known = each.value is not None and there is not None and not own
        assert each.difference == (each.value - there if known else None)  # type: ignore[operator]
    assert {each.difference for each in found if each.table == STRENGTHS} == {None}


def test_ranks_are_places_by_score_where_they_were_asked_for() -> None:
    assert {each.rank for each in rows()} == {None}
    found = comparison_data(everyone(), tables=(SCORES,), with_ranks=True)
    for assessment in everyone().assessments:
        for each in found:
            if each.country == assessment.profile.code:
                rank = everyone().rank(assessment, each.row)
                assert each.rank == (rank.place if rank else None)


def test_a_median_is_in_the_unit_of_the_countries() -> None:
    members = group_of(*everyone().assessments[:3])
    codes = members.group.members
    found = comparison_data(compare(everyone().assessments, groups=[members]), tables=(LEVELS,))
    for each in (each for each in found if each.country == "some"):
        values = [one.value for one in found if one.row == each.row and one.country in codes]
        known = [one for one in values if one is not None]
        assert {one.unit for one in found if one.row == each.row} == {each.unit}
        assert each.value == (median(known) if known else None)
