from collections.abc import Mapping, Sequence

import pytest
from attrs import evolve

from maturity.comparison import Comparison, compare
from maturity.report.compare_readings import (
    Leading,
    development_table,
    leading,
    leading_table,
    strength_table,
)
from maturity.report.page import Cell, Number
from maturity.report.score_blocks import levels_by_indicator
from maturity.scoring import Assessment, assess
from tests import mini, synthetic
from tests.charts import CODES, assessed, compared
from tests.report.views import heads, view


def test_strengths_begin_at_level_3_and_areas_for_development_end_at_level_1() -> None:
    found = view(compare([country({"a.one": 0, "a.two": 1, "a.three": 2, "b.four": 3, "b.five": 4})]))
    assert strength_table(found).texts == (
        ("Label of a", "–"),
        ("Label of b", "Label of b.four (3); Label of b.five (4) [1]"),
    )
    assert development_table(found).texts == (
        ("Label of a", "Label of a.one (0); Label of a.two (1) [1]"),
        ("Label of b", "–"),
    )


def test_a_dimension_of_which_nothing_is_rated_is_unknown_and_not_without_strengths() -> None:
    statuses = {"b.four": "not-evaluable", "b.five": "not-applicable"}
    found = view(compare([country({"a.one": 2}, statuses=statuses)]))
    for table in (strength_table(found), development_table(found)):
        assert [row[1] for row in table.rows] == [Cell(text="–"), Cell(text="unknown", answer="unknown")]


def test_each_country_has_a_column_and_its_own_levels_count() -> None:
    found = strength_table(view(compare([country({"a.one": 3}), country({"a.one": 2}, code="BBB")])))
    assert heads(found) == ["Dimension", "Aland", "Bland"]
    assert found.texts[0] == ("Label of a", "Label of a.one (3) [1]", "–")


def test_a_list_has_the_sources_of_what_stands_in_it_and_no_other() -> None:
    found = view(apart(3, 0, 4))
    (row, _) = strength_table(found).rows
    assert [cell.marks for cell in row[1:]] == [(1,), (), (2,)]
    assert [cell.note for cell in row[1:]] == ["Study 2020, §1", "", "Study 2020, §1"]
    assert [line.partition(".")[0] for line in found.citations.items] == ["Study 0", "Study 2"]


def test_lists_are_joined_as_the_language_does() -> None:
    found = view(compare([country({"b.four": 3, "b.five": 4})]), language="zh", dimension="b")
    assert strength_table(found).texts == (("Label of b", "Label of b.four（3）；Label of b.five（4） [1]"),)


def test_the_levels_are_those_of_rated_indicators_in_the_framework_s_order() -> None:
    found = country({"b.five": 0, "a.three": 4}, statuses={"a.one": "not-evaluable"})
    assert levels(found, None) == [("a.three", 4), ("b.five", 0)]
    assert levels(found, "b") == [("b.five", 0)]
    assert levels(found, "c") == []


def test_a_dimension_is_its_whole_name_and_not_a_beginning_of_it() -> None:
    tree = {"a": {"a.left": ["a.one"]}, "ab": {"ab.left": ["ab.one"]}}
    found = assess(synthetic.profile({"a.one": 1, "ab.one": 2}), synthetic.framework(tree=tree))
    assert levels(found, "a") == [("a.one", 1)]


@pytest.mark.parametrize(
    ("given", "level", "ahead", "rated"),
    [
        ((1, 3, 2), 3, (1,), 3),
        ((3, 1, 3), 3, (0, 2), 3),
        ((None, 1, None), 1, (1,), 1),
        ((0, 4, None), 4, (1,), 2),
        ((2, 2, 2), 2, (0, 1, 2), 3),
    ],
)
def test_those_with_the_highest_level_lead_among_those_that_are_rated(
    given: Sequence[int | None], level: int, ahead: tuple[int, ...], rated: int
) -> None:
    found = list(leading(at(*given), None))
    indicator = synthetic.framework().indicator("a.one")
    assert found == [Leading(indicator=indicator, level=level, countries=ahead, rated=rated)]


@pytest.mark.parametrize("given", [(0, 0), (None, 0), (None, None)])
def test_nobody_leads_at_what_is_nowhere_or_known_of_nobody(given: Sequence[int | None]) -> None:
    assert list(leading(at(*given), None)) == []


def test_the_leading_country_is_told_with_what_is_there_and_where_that_stands() -> None:
    found = leading_table(view(compare(at(1, 3, None))))
    assert heads(found) == ["Indicator", "Level", "Furthest ahead", "Rated", "Summary"]
    assert found.rows == (
        (
            Cell(text="Label of a.one"),
            Cell(text="3", number=Number(value=3, decimals=0)),
            Cell(text="Bland"),
            Cell(text="2/3"),
            Cell(text="Bland: Seen.", marks=(1,), note="Study 2020, §1"),
        ),
    )
    assert found.levels == (3,)


def test_of_two_that_lead_both_are_told_each_with_its_own_sources() -> None:
    found = leading_table(view(apart(3, 3)))
    assert [cell.text for cell in found.rows[0]] == [
        "Label of a.one", "3", "Aland and Bland", "2/2", "Aland: Seen. Bland: Seen.",
    ]  # fmt: skip
    assert found.rows[0][-1].marks == (1, 2)
    assert found.rows[0][-1].note == "Study 2020, §1\nStudy 2020, §1"


def test_where_more_than_two_lead_nothing_sets_them_apart() -> None:
    found = leading_table(view(compare(at(2, 2, 2, 1))))
    assert [cell.text for cell in found.rows[0]][2:] == ["Aland, Bland and CCC", "4/4", "3 stand there"]
    assert found.rows[0][-1].marks == (1,)
    assert found.rows[0][-1].note == "Study 2020, §1\nStudy 2020, §1\nStudy 2020, §1"


def test_a_summary_that_is_not_there_is_not_made_up() -> None:
    framework = synthetic.framework()
    silent = synthetic.profile({"a.one": 3})
    bare = tuple(evolve(each, level=None, answer="yes", summary=None) for each in silent.ratings.ratings)
    unsaid = assess(evolve(silent, ratings=evolve(silent.ratings, ratings=bare)), framework)
    assert list(leading([unsaid], None)) == []


def test_one_dimension_has_its_own_leaders() -> None:
    whole = [each.indicator.id for each in leading(compared().assessments, None)]
    skills = [each.indicator.id for each in leading(compared().assessments, "skills")]
    assert skills == [id for id in whole if id.startswith("skills.")]
    assert [row[0].text for row in leading_table(view(compared(), dimension="skills")).rows] == [
        str(compared().framework.indicator(id).label) for id in skills
    ]


@pytest.mark.parametrize("code", CODES)
def test_strengths_and_areas_for_development_share_out_all_but_level_2(code: str) -> None:
    found = view(compared(code))
    listed = [
        name
        for table in (strength_table(found), development_table(found))
        for row in table.rows
        for name in row[1].text.split("; ")
        if name != "–"
    ]
    given = levels(assessed(code), None)
    assert len(listed) == sum(level != 2 for _, level in given)


def levels(found: Assessment, dimension: str | None) -> list[tuple[str, float]]:
    return [(each.id, level) for each, level in levels_by_indicator(found, dimension)]


def at(*given: int | None) -> list[Assessment]:
    """Countries AAA, BBB and so on at these levels of `a.one`."""
    codes = ("AAA", "BBB", "CCC", "DDD")
    return [
        country({} if each is None else {"a.one": each}, code=code) for each, code in zip(given, codes, strict=False)
    ]


def apart(*given: int) -> Comparison:
    """The same, but each with a source of its own."""
    found = []
    for place, each in enumerate(at(*given)):
        (source,) = each.profile.sources
        own = evolve(each.profile, sources=(evolve(source, title=f"Study {place}"),))
        found.append(assess(own, each.framework))
    return compare(found)


def country(levels: Mapping[str, int], *, statuses: Mapping[str, str] | None = None, code: str = "AAA") -> Assessment:
    name = {"AAA": "Aland", "BBB": "Bland"}.get(code, code)
    return assess(synthetic.profile(levels, statuses=statuses, code=code, name=name), synthetic.framework())


def test_on_a_short_scale_strengths_and_areas_for_development_are_its_ends() -> None:
    points = {0: 0, 1: 50, 2: 100}
    countries = [mini.scaled(points, level, code=code) for level, code in ((2, "AAA"), (1, "BBB"), (0, "CCC"))]
    assert strength_table(view(compare(countries))).texts == (
        ("Label of health", "Label of life.rubric (2) [1]", "–", "–"),
    )
    assert development_table(view(compare(countries))).texts == (
        ("Label of health", "–", "–", "Label of life.rubric (0) [1]"),
    )


def test_the_lowest_level_of_a_scale_leads_nobody() -> None:
    points = {1: 0, 2: 50, 3: 100}
    assert list(leading([mini.scaled(points, 1), mini.scaled(points, 1, code="BBB")], None)) == []
    assert [each.level for each in leading([mini.scaled(points, 1), mini.scaled(points, 2, code="BBB")], None)] == [2]


def test_what_stands_in_no_dimension_has_a_row_too() -> None:
    values = list(mini.POINTS)
    free = mini.framework(components=(), indicators=[mini.rubric("free", "overall", values)])
    mixed = mini.framework(indicators=[mini.rubric("free", "overall", values), mini.rubric("x", "health", values)])
    labels = [
        [row[0].text for row in strength_table(view(compare([assess(mini.country({"free": 5}, {}), each)]))).rows]
        for each in (free, mixed)
    ]
    assert labels == [["Overall"], ["Label of health", "No dimension"]]


def test_a_checklist_that_is_answered_leads_by_what_it_is_worth_and_says_its_answer() -> None:
    both = compare([mini.assessment(), mini.assessment({"life.rubric": 4}, {"life.list": "No"}, code="BBB")])
    rows = leading_table(view(both)).texts
    assert [row[1] for row in rows] == ["4", "5.0"]
    assert rows[1][-1] == "Aland: Yes"
