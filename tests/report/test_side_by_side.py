from attrs import evolve

from maturity.comparison import Comparison, compare
from maturity.profile import Names
from maturity.report.page import Column
from maturity.report.side_by_side import country_heads
from maturity.scoring import assess
from tests import synthetic
from tests.charts import compared
from tests.report.views import group_of, view


def test_a_country_is_a_column_in_the_order_of_the_comparison() -> None:
    found = view(compared("CHN", "FRA"))
    assert found.columns(share=2) == (Column(head="China", share=2), Column(head="France", share=2))
    assert [column.head for column in view(compared("CHN", "FRA"), language="zh").columns()] == ["中国", "法国"]


def test_each_country_speaks_through_its_own_teller() -> None:
    found = view(compared("CHN", "FRA"), language="fr")
    assert [(each.profile.code, teller.language) for each, teller in found.countries()] == [
        ("CHN", "fr"),
        ("FRA", "fr"),
    ]
    for assessment, teller in found.countries():
        assert set(teller.records) == {record.id for record in assessment.profile.records()}
    assert found.teller is found.tellers[0]


def test_the_wave_stands_in_the_head_only_where_waves_differ() -> None:
    assert names_of(waves(2020, 2020)) == ["Aland", "Bland"]
    assert names_of(waves(2020, 2022)) == ["Aland 2020", "Bland 2022"]


def test_two_waves_of_one_country_can_be_told_apart() -> None:
    framework = synthetic.framework()
    twice = [assess(synthetic.profile({}, wave=wave), framework) for wave in (2022, 2020)]
    assert names_of(compare(twice)) == ["Aland 2022", "Aland 2020"]


def test_a_name_that_does_not_stand_in_the_language_is_given_in_english() -> None:
    framework = synthetic.framework()
    names = (Names(en="Aland", zh="阿兰"), Names(en="Bland", fr="Blande"))
    found = compare(
        [
            assess(evolve(synthetic.profile(code=code), names=each), framework)
            for code, each in zip(("AAA", "BBB"), names, strict=True)
        ]
    )
    assert [names_of(found, language) for language in ("en", "zh", "fr")] == [
        ["Aland", "Bland"],
        ["阿兰", "Bland"],
        ["Aland", "Blande"],
    ]


def test_a_group_is_a_column_that_says_that_it_is_a_median() -> None:
    members = group_of(synthetic.assessment(), zh="邻国")
    found = compare([synthetic.assessment()], groups=[members, members])
    assert view(found).group_columns() == (Column(head="Median: Neighbours"),) * 2
    assert view(found, language="zh").group_columns()[0].head == "中位数：邻国"
    assert view(waves(2020, 2022)).group_columns() == ()


def names_of(comparison: Comparison, language: str = "en") -> list[str]:
    return country_heads(comparison, view(comparison, language=language).teller)


def waves(first: int, second: int) -> Comparison:
    framework = synthetic.framework()
    return compare(
        [
            assess(synthetic.profile({}, wave=first), framework),
            assess(synthetic.profile({}, code="BBB", name="Bland", wave=second), framework),
        ]
    )
