from hypothesis import given
from hypothesis import strategies as st

from maturity.report.charts import RATED, CoverageBar, HeatGroup, HeatMap, HeatRow, Reading


def test_a_reading_without_a_level_is_none_and_never_level_0() -> None:
    assert Reading(state="not-rated").level is None
    assert Reading(state="not-rated") != Reading(level=0, state="not-rated")
    assert Reading(level=0, text="0").state == RATED


def test_the_rows_of_a_heat_map_are_those_of_its_groups_in_order() -> None:
    first, second, third = (HeatRow(label=label, readings=()) for label in ("one", "two", "three"))
    groups = (
        HeatGroup(label="a", rows=(second, first)),
        HeatGroup(label="", rows=()),
        HeatGroup(label="b", rows=(third,)),
    )
    assert heat_map(*groups).rows == (second, first, third)
    assert heat_map().rows == ()


@given(st.lists(st.integers(0, 1000)))
def test_a_bar_is_as_long_as_its_parts_together(counts: list[int]) -> None:
    bar = CoverageBar(label="a", counts=tuple((f"s{place}", each) for place, each in enumerate(counts)), coverage="")
    assert bar.total == sum(counts)


def heat_map(*groups: HeatGroup) -> HeatMap:
    return HeatMap(title="T", alt="A.", language="en", countries=("Aland",), groups=groups, levels=("absent",))
