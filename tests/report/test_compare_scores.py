from collections.abc import Mapping

import pytest
from attrs import evolve

from maturity.comparison import Comparison, compare
from maturity.framework import ASPECTS, Framework
from maturity.report.compare_scores import aspect_table, evidence_of, score_table, shown_aspects, shown_scores
from maturity.report.comparison_data import comparison_data
from maturity.report.facts import Teller
from maturity.report.page import Cell, Number
from maturity.scoring import Assessment, assess
from tests import mini, synthetic
from tests.charts import compared
from tests.report.views import group_of, heads, view

FULL = {"a.one": 1, "a.two": 3, "a.three": 2, "b.four": 4, "b.five": 0}


def test_scores_are_levels_of_the_nodes_above_the_indicators_with_their_coverage() -> None:
    found = score_table(view(both()), with_indicators=False)
    assert heads(found) == ["Dimension", "Aland", "Bland"]
    assert found.texts == (
        ("Overall", "2.0 partial (100%)", "3.0 established (50%)"),
        ("Label of a", "2.0 partial (100%)", "3.0 established (100%)"),
        ("· Label of a.left", "2.0 partial (100%)", "2.0 partial (100%)"),
        ("· Label of a.right", "2.0 partial (100%)", "4.0 advanced (100%)"),
        ("Label of b", "2.0 partial (100%)", "not rated"),
        ("· Label of b.only", "2.0 partial (100%)", "not rated"),
    )


def test_levels_hold_the_indicators_too_below_their_component() -> None:
    found = score_table(view(both()), with_indicators=True)
    assert found.caption == "Levels"
    assert found.depths == (0, 0, 1, 2, 2, 1, 2, 0, 1, 2, 2)
    assert found.texts[3] == ("·· Label of a.one", "1 [1]", "2 [1]")


def test_a_cell_holds_its_level_as_a_number_and_as_a_colour() -> None:
    levels = {"a.one": 1, "a.two": 2, "a.three": 2, "b.four": 4, "b.five": 0}
    found = score_table(view(compare([country(levels)])), with_indicators=True)
    cells = {row[0].text: row[1] for row in found.rows}
    assert cells["Label of a.left"] == Cell(text="1.5 partial (100%)", number=Number(value=1.5, decimals=1), level=2)
    assert cells["Label of b.five"] == Cell(
        text="0", number=Number(value=0, decimals=0), level=0, marks=(1,), note="Study 2020, §1"
    )


@pytest.mark.parametrize(
    ("status", "cell"),
    [
        ("not-rated", Cell(text="not rated", answer="unknown")),
        ("not-evaluable", Cell(text="not evaluable", answer="unknown", note="§1")),
        ("not-asked", Cell(text="not asked", answer="unknown")),
        ("not-applicable", Cell(text="not applicable", answer="not-applicable")),
    ],
)
def test_what_has_no_level_says_why_and_is_never_0(status: str, cell: Cell) -> None:
    assert indicator_cell(country({}, statuses={"a.one": status})) == cell


def test_an_indicator_without_an_entry_is_not_rated() -> None:
    assert indicator_cell(country({})) == Cell(text="not rated", answer="unknown")


def test_a_node_without_a_score_says_why() -> None:
    left_out = {"a.three": "not-applicable", "b.four": "not-asked", "b.five": "not-asked"}
    found = score_table(view(compare([country({"a.one": 1}, statuses=left_out)])), with_indicators=False)
    assert [(row[0].text, row[1].text, row[1].answer) for row in found.rows[3:]] == [
        ("Label of a.right", "not applicable", "not-applicable"),
        ("Label of b", "not applicable", "not-applicable"),
        ("Label of b.only", "not applicable", "not-applicable"),
    ]


def test_each_level_is_held_against_that_of_the_base_and_the_base_against_nothing() -> None:
    one, other = country(FULL), country({**FULL, "a.one": 2, "a.two": 0, "b.five": 0}, code="BBB")
    rows = score_table(view(evolve(compare([one, other]), base=one)), with_indicators=True).rows
    assert [[cell.text for cell in row[1:]] for row in rows[2:5]] == [
        ["2.0 partial (100%)", "1.0 initial (100%) [−1.0]"],
        ["1", "2 [+1]"],
        ["3", "0 [−3]"],
    ]
    assert [cell.text for cell in rows[-1][1:]] == ["0", "0 [0]"]


def test_a_difference_is_that_of_the_levels_before_they_are_rounded() -> None:
    weighed = synthetic.framework(weights={"a.left": 66, "a.right": 34})
    one = synthetic.assessment({"a.one": 1, "a.two": 2, "a.three": 1}, against=weighed)
    other = synthetic.assessment({"a.one": 0, "a.two": 0, "a.three": 4}, code="BBB", against=weighed)
    cells = score_table(view(evolve(compare([one, other]), base=one)), with_indicators=False).rows[1][1:]
    assert [round(cell.number.value, 2) for cell in cells if cell.number] == [1.33, 1.36]
    assert [cell.text for cell in cells] == ["1.3 initial (100%)", "1.4 initial (100%) [0.0]"]


def test_without_a_level_in_the_base_or_in_the_country_there_is_no_difference() -> None:
    one, other = country({"a.one": 1}), country({"a.two": 1}, code="BBB")
    rows = score_table(view(evolve(compare([one, other]), base=one)), with_indicators=True).rows
    assert [[cell.text for cell in row[1:]] for row in rows[3:5]] == [["1", "not rated"], ["not rated", "1"]]


def test_ranks_are_told_behind_the_level_and_equals_share_one() -> None:
    levels = ((1, "AAA"), (3, "BBB"), (3, "CCC"), (None, "DDD"))
    found = compare([country({} if level is None else {"a.one": level}, code=code) for level, code in levels])
    row = score_table(view(found, with_ranks=True), with_indicators=True).rows[3]
    assert [cell.text for cell in row[1:]] == [
        "1, rank 3 of 3",
        "3, rank =1 of 3",
        "3, rank =1 of 3",
        "not rated",
    ]
    assert score_table(view(found), with_indicators=True).rows[3][1].text == "1"


def test_a_difference_and_a_rank_can_be_told_of_one_level() -> None:
    one, other = country({"a.one": 1}), country({"a.one": 3}, code="BBB")
    found = view(evolve(compare([one, other]), base=one), language="zh", with_ranks=True)
    assert [cell.text for cell in score_table(found, with_indicators=True).rows[3][1:]] == [
        "1，第2位（共2个）",
        "3［+2］，第1位（共2个）",
    ]


def test_the_median_of_a_group_counts_those_that_have_a_level() -> None:
    members = [country({"a.one": level}, code=code) for level, code in ((0, "AAA"), (1, "BBB"), (4, "CCC"))]
    unrated = country({}, code="DDD")
    found = compare(members[:1], groups=[group_of(*members, unrated), group_of(members[1], members[2])])
    table = score_table(view(found), with_indicators=True)
    assert heads(table) == ["Dimension", "Aland", "Median: Neighbours", "Median: Neighbours"]
    assert table.rows[3][2:] == (
        Cell(text="1.0 (n = 3)", number=Number(value=1, decimals=1), level=1),
        Cell(text="2.5 (n = 2)", number=Number(value=2.5, decimals=1), level=3),
    )
    assert table.rows[4][2] == Cell(text="not rated", answer="unknown")


def test_where_no_member_has_a_level_each_of_their_reasons_is_told_once() -> None:
    low, other = country({"a.one": 1}), country({"a.two": 1}, statuses={"a.one": "not-evaluable"}, code="BBB")
    found = compare([low], groups=[group_of(low, other), group_of(country({}, code="CCC"), low), group_of()])
    rows = {row[0].text: row for row in score_table(view(found), with_indicators=True).rows}
    assert [cell.text for cell in rows["Overall"][2:]] == [
        "coverage too low",
        "not rated; coverage too low",
        "not rated",
    ]
    assert rows["Label of a.two"][2].text == "1.0 (n = 1)"
    assert rows["Label of a.three"][2:3] == (Cell(text="not rated", answer="unknown"),)
    shown = {(each.row, each.country): each for each in comparison_data(found, tables=("levels",))}
    assert {each.state for (id, name), each in shown.items() if (id, name) == ("overall", "some")} == {"not-rated"}


def test_one_dimension_shows_its_own_nodes() -> None:
    assert [each.id for each in shown_scores(both(), "b", with_indicators=True)] == ["b", "b.only", "b.four", "b.five"]
    assert [each.id for each in shown_scores(both(), "b", with_indicators=False)] == ["b", "b.only"]


def test_where_only_common_ground_counts_only_that_is_shown() -> None:
    one, other = country({"a.one": 1, "b.four": 2}), country({"a.one": 3, "a.two": 1}, code="BBB")
    common = compare([one, other]).on_common_indicators()
    shown = [each.id for each in shown_scores(common, None, with_indicators=True)]
    assert shown == ["overall", "a", "a.left", "a.one"]


def test_an_aspect_is_read_for_the_whole_and_then_for_each_dimension() -> None:
    found = aspect_table(view(both()))
    assert found.texts == (
        ("Supply: institution, solution, service", "2.0 (100%)", "3.0 (50%)"),
        ("· Label of a", "2.0 (100%)", "3.0 (100%)"),
        ("· Label of b", "2.0 (100%)", "not rated"),
    )


def test_an_aspect_below_the_threshold_is_unknown_and_one_that_does_not_apply_is_told_apart() -> None:
    left_out = {"b.four": "not-applicable", "b.five": "not-applicable"}
    rows = aspect_table(view(compare([country({"a.one": 4}, statuses=left_out)]))).rows
    assert [row[1] for row in rows[1:]] == [
        Cell(text="coverage too low", answer="unknown"),
        Cell(text="not applicable", answer="not-applicable"),
    ]


def test_an_aspect_without_an_indicator_in_a_dimension_has_no_row_there() -> None:
    framework = with_aspects({"a.one": "use", "a.two": "rule", "a.three": "rule"})
    assert list(shown_aspects(framework, None)) == [
        ("rule", "overall", True),
        ("rule", "a", False),
        ("supply", "overall", True),
        ("supply", "b", False),
        ("use", "overall", True),
        ("use", "a", False),
    ]
    assert list(shown_aspects(framework, "b")) == [("supply", "b", True)]


def test_of_one_dimension_an_aspect_has_one_row() -> None:
    found = aspect_table(view(compared("FRA"), dimension="legal"))
    assert [row[0].text.partition(":")[0] for row in found.rows] == ["Rule", "Supply"]
    assert found.depths == (0, 0)


def test_every_aspect_of_the_real_framework_is_read_overall() -> None:
    shown = list(shown_aspects(compared().framework, None))
    assert [aspect for aspect, _, is_whole in shown if is_whole] == list(ASPECTS)


def test_evidence_is_that_of_an_indicator_and_none_of_a_node_above() -> None:
    found = country({"a.one": 1})
    teller = Teller.of(found.profile, found.framework, "en")
    assert [each.id for each in evidence_of(found, "a.one", teller)] == ["fact"]
    assert evidence_of(found, "a.two", teller) == []
    assert evidence_of(found, "a.left", teller) == []


def indicator_cell(found: Assessment) -> Cell:
    """What stands in the row of `a.one`."""
    return score_table(view(compare([found])), with_indicators=True).rows[3][1]


def both() -> Comparison:
    return compare([country(FULL), country({"a.one": 2, "a.two": 2, "a.three": 4}, code="BBB")])


def country(levels: Mapping[str, int], *, statuses: Mapping[str, str] | None = None, code: str = "AAA") -> Assessment:
    name = {"AAA": "Aland", "BBB": "Bland"}.get(code, code)
    return assess(synthetic.profile(levels, statuses=statuses, code=code, name=name), synthetic.framework())


def with_aspects(aspects: Mapping[str, str]) -> Framework:
    found = synthetic.framework()
    return evolve(
        found, indicators=tuple(evolve(each, aspect=aspects.get(each.id, each.aspect)) for each in found.indicators)
    )


def test_a_checklist_stands_at_the_level_that_its_answer_is_worth_and_a_rubric_at_its_own() -> None:
    table = score_table(view(compare([mini.assessment()])), with_indicators=True)
    assert table.texts[2:] == (("·· Label of life.rubric", "1 [1]"), ("·· Label of life.list", "5.0"))


def test_by_an_index_countries_differ_and_are_ranked_by_scores() -> None:
    low, high = mini.measured(50, 60), mini.measured(84, 33, code="BBB")
    found = score_table(view(evolve(compare([low, high]), base=low), with_ranks=True), with_indicators=True)
    assert found.texts[0] == ("Overall", "55.0 (100%), rank 2 of 2", "58.5 (100%) [+3.5], rank 1 of 2")
    assert [each.level for each in found.rows[0]] == [None] * 3


def test_an_aspect_of_an_index_is_its_mean_score() -> None:
    measured = mini.measured(84, 33)
    use = evolve(
        measured.framework, indicators=tuple(evolve(each, aspect="use") for each in measured.framework.indicators)
    )
    assert aspect_table(view(compare([assess(measured.profile, use)]))).rows[0][1].text == "58.5 (100%)"


def test_the_median_of_an_index_is_of_scores() -> None:
    one, other = mini.measured(50, 60), mini.measured(84, 33, code="BBB")
    members = group_of(one, other)
    found = score_table(view(compare([one], groups=[members])), with_indicators=True)
    assert [row[2].text for row in found.rows] == ["56.8 (n = 2)", "67.0 (n = 2)", "46.5 (n = 2)"]
