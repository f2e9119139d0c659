import pytest
from attrs import evolve

from maturity.comparison import Comparison, compare
from maturity.report.compared_data import ComparedCountry, compared_data
from maturity.report.comparison_data import comparison_data
from tests.charts import assessed, compared
from tests.report.views import group_of


def grouped() -> Comparison:
    return compare(compared("FRA", "CHN").assessments, groups=[group_of(assessed("FRA"), assessed("DNK"), zh="邻国")])


def test_the_framework_and_the_countries_stand_above_the_cells() -> None:
    found = compared_data(grouped(), tables=("scores", "portals"), language="fr", dimension="legal")
    first = assessed("FRA")
    assert (found.framework, found.framework_version) == (first.framework.id, first.framework.version)
    assert found.framework_hash == first.framework_hash
    assert (found.language, found.tables, found.dimension) == ("fr", ("scores", "portals"), "legal")
    assert found.countries == (
        ComparedCountry(code="FRA", wave=2022, name="France"),
        ComparedCountry(code="CHN", wave=2022, name="Chine"),
    )
    rows = comparison_data(grouped(), tables=("scores", "portals"), language="fr", dimension="legal")
    assert found.cells == rows


def test_a_group_has_its_list_with_date_and_source_and_the_waves_in_its_median() -> None:
    (group,) = compared_data(grouped(), language="zh").groups
    assert (group.id, group.label, group.as_of, group.members) == ("some", "邻国", "2026", ("FRA", "DNK"))
    assert group.sources == ("Ministry: List https://example.org",)
    assert group.in_median == (
        ComparedCountry(code="FRA", wave=2022, name="法国"),
        ComparedCountry(code="DNK", wave=2022, name="丹麦"),
    )


def test_what_was_asked_for_is_told() -> None:
    plain = compared_data(grouped())
    assert (plain.base, plain.ranks, plain.only_common, plain.dimension) == (None, False, False, None)
    based = evolve(grouped(), base=assessed("CHN")).on_common_indicators()
    asked = compared_data(based, with_ranks=True)
    assert (asked.base, asked.ranks, asked.only_common) == ("CHN@2022", True, True)
    assert asked.framework_hash != plain.framework_hash
    assert asked.cells == comparison_data(based, with_ranks=True)


@pytest.mark.parametrize(("language", "count"), [("en", 5), ("zh", 6), ("fr", 6)])
def test_the_caveats_of_the_page_stand_in_the_data(language: str, count: int) -> None:
    caveats = compared_data(grouped(), language=language).caveats
    assert len(caveats) == count
    assert any(assessed("FRA").framework_hash in each for each in caveats)
