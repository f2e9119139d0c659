import pytest

from maturity.comparison import GroupMembers, compare
from maturity.fact_tables import TABLES
from maturity.gaps import gap_report
from maturity.records.context import Context
from maturity.records.statistics import Statistic
from maturity.scoring import assess
from maturity.targets import Target
from maturity.weights import reweight
from tests import mini, synthetic
from tests.data_contracts.shipped import WAVES, country, framework
from tests.report.views import group_of


def statistic(id: str, value: float, *, series: str | None = None) -> Statistic:
    return Statistic(
        id=id,
        source="study",
        locus="Table 1",
        statistic="population",
        value=value,
        unit="persons",
        year=2020,
        series=series,
    )


def test_what_all_countries_are_rated_on_is_what_every_one_of_them_is_rated_on() -> None:
    one = synthetic.assessment({"a.one": 1, "a.two": 2})
    other = synthetic.assessment({"a.two": 3, "b.four": 1}, code="BBB")
    assert compare([one, other]).rated_by_all == ("a.two",)


def test_assessments_by_different_frameworks_are_not_compared() -> None:
    one = synthetic.assessment({"a.one": 1})
    other = synthetic.assessment({"a.one": 1}, against=synthetic.framework(weights={"a": 2}))
    with pytest.raises(ValueError, match="different frameworks"):
        compare([one, other])
    with pytest.raises(ValueError, match="at least one country"):
        compare([])


def test_a_country_stands_beside_others_once() -> None:
    one = synthetic.assessment({"a.one": 1})
    with pytest.raises(ValueError, match="more than once: AAA 2020"):
        compare([one, one])


def test_of_two_series_the_preferred_one_is_shown() -> None:
    both = (statistic("cia", 1, series="like-for-like"), statistic("office", 2, series="preferred"))
    profile = synthetic.profile(context=Context(statistics=both))
    table = next(each for each in TABLES if each.id == "statistics")
    assert [each.id for each in table.records_of(profile, framework())["population"]] == ["office"]


def test_every_fact_of_a_vocabulary_s_table_stands_in_its_row() -> None:
    assessments = [assess(country(code, wave), framework()) for code, wave in WAVES]
    comparison = compare(assessments)
    for table in TABLES:
        rows = comparison.rows(table)
        for place, assessment in enumerate(assessments):
            shown = {record.id for row in rows for record in row.cells[place].records}
            meant = {each.id for each in table.select(assessment.profile) if table.terms_of(each, framework())}
            assert shown == meant, (table.id, assessment.profile.code)


def test_every_empty_cell_says_where_one_looked() -> None:
    comparison = compare([assess(country(code, wave), framework()) for code, wave in WAVES])
    silent = [
        (table.id, row.term, comparison.assessments[place].profile.code)
        for table in TABLES
        if table.id not in ("statistics", "transformations", "findings")
        for row in comparison.rows(table)
        for place, cell in enumerate(row.cells)
        if not cell.records and not cell.searched
    ]
    assert silent == []


def test_the_best_of_the_peers_is_a_target() -> None:
    assessments = {code: assess(country(code, wave), framework()) for code, wave in WAVES}
    france = assessments.pop("FRA")
    peers = list(assessments.values())
    report = gap_report(france, target=Target.best(of=peers), comparators=peers)
    for gap in report.gaps:
        levels = [
            rating.level for each in peers if (rating := each.rating(gap.indicator.id)) and rating.level is not None
        ]
        assert gap.target == max(levels) > gap.level


def test_on_common_indicators_what_only_some_are_rated_on_does_not_count() -> None:
    one = synthetic.assessment({"a.one": 1, "a.two": 4})
    other = synthetic.assessment({"a.one": 3}, code="BBB")
    common = compare([one, other]).on_common_indicators()
    assert common.rated_by_all == ("a.one",)
    assert [each.level("a") for each in common.assessments] == [1, 3]
    assert [each.level("b") for each in common.assessments] == [None, None]


def test_countries_without_a_score_come_last() -> None:
    low = synthetic.assessment({"a.one": 1, "a.two": 1})
    high = synthetic.assessment({"a.one": 3, "a.two": 3}, code="BBB")
    none = synthetic.assessment({}, code="CCC")
    sorted_ = compare([none, low, high]).sort("a")
    assert [each.profile.code for each in sorted_.assessments] == ["BBB", "AAA", "CCC"]


def test_a_checklist_and_a_measure_are_rated_by_all_who_answered_or_have_the_figure() -> None:
    both = compare([mini.assessment(), mini.assessment({}, {"life.list": "No"}, code="BBB")])
    assert both.rated_by_all == ("life.list",)
    assert [each.overall.score for each in both.on_common_indicators().assessments] == [100, 0]
    index = compare([mini.measured(84, 33), mini.measured(50, 60, code="BBB")])
    assert index.rated_by_all == ("home", "skills")
    assert [each.overall.score for each in index.on_common_indicators().assessments] == [58.5, 55]


def test_weights_that_common_indicators_ask_for_are_not_told_as_a_user_s() -> None:
    weighed = reweight(synthetic.framework(), {"b": 3})
    common = compare([synthetic.assessment({"a.one": 1, "b.four": 2}, against=weighed)]).on_common_indicators()
    assert [each.node for each in common.framework.reweighted] == ["b"]
    assert common.framework.indicator("a.two").weight == 0


def test_a_median_is_of_scores_where_there_are_no_levels() -> None:
    members = GroupMembers(
        group=group_of(synthetic.assessment({})).group,
        assessments=(mini.measured(80, 10), mini.measured(40, 30, code="BBB")),
    )
    assert (members.readings("home"), members.median("home")) == ((80, 40), 60)
