import pytest

from maturity.report.coverage_chart import coverage_bars
from maturity.scoring import assess
from tests import synthetic
from tests.charts import CODES, assessed


@pytest.mark.parametrize("code", CODES)
def test_a_bar_for_each_dimension_counts_its_indicators(code: str) -> None:
    chart = coverage_bars([assessed(code)])
    dimensions = assessed(code).framework.dimensions
    for bar, dimension in zip(chart.bars, dimensions, strict=True):
        score = assessed(code).score(dimension.id)
        assert bar.label == dimension.label.original
        assert {state: count for state, count in bar.counts if count} == dict(score.states)
    assert sum(bar.total for bar in chart.bars) == 69


def test_a_bar_for_each_country_where_there_are_several() -> None:
    chart = coverage_bars([assessed(each) for each in CODES])
    assert [bar.label for bar in chart.bars] == ["France", "Denmark", "Australia", "Canada", "China"]
    assert all(bar.total == 69 for bar in chart.bars)


def test_every_state_is_told_apart_in_a_fixed_order() -> None:
    statuses = {"a.two": "not-applicable", "a.three": "not-evaluable", "b.four": "not-asked"}
    found = assess(synthetic.profile({"a.one": 0}, statuses=statuses), synthetic.framework())
    chart = coverage_bars([found])
    assert [state for state, _ in chart.states] == ["not-evaluable", "not-rated", "not-asked", "not-applicable"]
    assert dict(chart.bars[0].counts) == {
        "rated": 1, "not-evaluable": 1, "not-rated": 0, "not-asked": 0, "not-applicable": 1,
    }  # fmt: skip


def test_the_alternative_text_is_the_data_in_words() -> None:
    assert coverage_bars([assessed("FRA")]).alt == (
        "Overall: 66 of 69 indicators rated (coverage 94%). Coverage: highest Governance 100%; "
        "Legal and regulatory framework, standards 100%; Back-end service production 100%; and "
        "Skills and capabilities 100%; lowest Inclusion and coverage 78%. Not evaluable: Front-end service delivery 1; "
        "and Inclusion and coverage 2."
    )
    several = coverage_bars([assessed("FRA"), assessed("CHN")], language="zh")
    assert several.alt == (
        "已评级：法国66项和中国45项；无法评估：法国3项和中国24项。覆盖率：最高为法国94%；最低为中国59%。"
    )


def test_one_dimension_has_a_bar_for_each_component() -> None:
    chart = coverage_bars([assessed("FRA")], dimension="legal")
    assert [bar.label for bar in chart.bars] == ["Legislation", "Enablers and standards"]
    assert chart.alt.startswith("Legal and regulatory framework, standards: 18 of 18 indicators rated")
