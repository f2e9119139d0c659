"""How rows and columns are laid out; what every drawing must hold is tested in `test_layout.py`."""

from itertools import pairwise

import pytest

from maturity.render.charts.drawing import WIDTH, Drawing, Shape, Words
from maturity.render.charts.heat_map import draw_heat_map
from maturity.render.charts.palette import STATE_HATCHES, WHITE
from maturity.render.colours import LEVEL_FILLS
from maturity.report.charts import HeatGroup, HeatMap, HeatRow, Reading
from tests.render.charts.marks import (
    LEVELS,
    NOT_APPLICABLE,
    NOT_RATED,
    STATES,
    at,
    edges,
    in_order,
    of_kind,
    texts,
    words_of,
)


def drawn(*groups: HeatGroup, countries: tuple[str, ...] = ("France", "China")) -> Drawing:
    chart = HeatMap(
        title="T", alt="A.", language="en", states=STATES, countries=countries, groups=groups, levels=LEVELS
    )
    return draw_heat_map(chart, titled=False)


def group(label: str, count: int, *, countries: int = 2, reading: Reading = NOT_RATED) -> HeatGroup:
    rows = tuple(HeatRow(label=f"{label} {place}", readings=(reading,) * countries) for place in range(1, count + 1))
    return HeatGroup(label=label, rows=rows)


def cells(drawing: Drawing, *levels: float) -> list[Shape]:
    """The boxes of levels, as they are drawn."""
    fills = {LEVEL_FILLS[round(each)] for each in levels}
    return [each for each in of_kind(drawing.marks, Shape) if each.fill in fills and each.outline == WHITE]


def test_each_reading_stands_in_the_column_of_its_country() -> None:
    row = HeatRow(label="eID", readings=(at(1), at(3)))
    drawing = drawn(HeatGroup(label="Law", rows=(row,)))
    for name, level in (("France", 1), ("China", 3)):
        (head,), (box,) = words_of(drawing.marks, name), cells(drawing, level)
        (number,) = (each for each in words_of(drawing.marks, str(level)) if each.y > head.y)
        left, upper, right, lower = edges(box)
        assert head.x == number.x == pytest.approx((left + right) / 2)
        assert upper < number.y < lower


def test_what_has_no_level_has_its_sign_and_no_colour() -> None:
    row = HeatRow(label="eID", readings=(NOT_RATED, NOT_APPLICABLE))
    drawing = drawn(HeatGroup(label="", rows=(row,)))
    signs = [STATE_HATCHES[state].sign for state in ("not-rated", "not-applicable")]
    assert texts(drawing.marks)[-2:] == signs
    assert cells(drawing, 0, 1, 2, 3, 4) == []


def test_rows_stand_below_the_head_of_their_group_in_order() -> None:
    drawing = drawn(group("Law", 2), group("Skills", 1))
    order = ["France", "Law", "Law 1", "Law 2", "Skills", "Skills 1"]
    assert in_order([words_of(drawing.marks, each)[0].y for each in order])
    assert [words_of(drawing.marks, each)[0].bold for each in order] == [True, True, False, False, True, False]


def test_a_group_without_a_label_has_no_head() -> None:
    with_head, without = drawn(group("Law", 1)), drawn(HeatGroup(label="", rows=group("Law", 1).rows))
    assert set(texts(with_head.marks)) - set(texts(without.marks)) == {"Law"}
    assert without.height < with_head.height


@pytest.mark.parametrize(
    ("groups", "countries", "maps"),
    [
        ([20, 10], 2, 1),
        ([20, 11], 2, 2),
        ([20, 11], 6, 2),
        ([20, 11], 7, 1),
        ([40], 2, 1),
    ],
    ids=["thirty rows", "one more", "six countries", "seven", "one group, which stays whole"],
)
def test_a_long_map_of_few_countries_is_set_in_two_halves(groups: list[int], countries: int, maps: int) -> None:
    made = [group(f"Group {place}", count, countries=countries) for place, count in enumerate(groups)]
    names = tuple(f"C{place}" for place in range(countries))
    drawing = drawn(*made, countries=names)
    assert [len(words_of(drawing.marks, each)) for each in names] == [maps] * countries
    assert drawing.width == WIDTH


@pytest.mark.parametrize(
    ("sizes", "left"),
    [([10, 10, 10, 10], 2), ([30, 1, 1], 1), ([1, 1, 30], 2), ([16, 16], 1), ([5, 5, 5, 5, 5, 15], 4)],
)
def test_halves_hold_whole_groups_and_about_as_many_rows(sizes: list[int], left: int) -> None:
    labels = [f"Group {place}" for place in range(len(sizes))]
    drawing = drawn(*(group(label, size) for label, size in zip(labels, sizes, strict=True)))
    places = [words_of(drawing.marks, label)[0].x for label in labels]
    assert [x < WIDTH / 2 for x in places] == [True] * left + [False] * (len(sizes) - left)
    for label, size, x in zip(labels, sizes, places, strict=True):
        assert {words_of(drawing.marks, f"{label} {place}")[0].x for place in range(1, size + 1)} == {x}


def heads(*countries: str) -> list[Words]:
    """The heads of a map of so many countries."""
    rows = (HeatRow(label="eID", readings=(NOT_RATED,) * len(countries)),)
    drawing = drawn(HeatGroup(label="", rows=rows), countries=countries)
    return [each for each in of_kind(drawing.marks, Words) if each.bold]


def test_short_names_of_countries_lie() -> None:
    assert [(each.text, each.turned, each.anchor) for each in heads("France", "China")] == [
        ("France", False, "middle"),
        ("China", False, "middle"),
    ]


def test_one_name_that_is_too_long_turns_all_of_them() -> None:
    found = heads("France", "A country with a long name")
    assert [(each.text, each.turned) for each in found] == [("France", True), ("A country with a long…", True)]
    assert found[0].y == found[1].y


def test_long_chinese_names_run_down_sign_by_sign_to_a_common_foot() -> None:
    found = heads(*("中华人民共和国", "法国") * 6)
    assert "".join(each.text for each in found[:7]) == "国和共民人华中"
    assert {each.turned for each in found} == {False}
    first, second = found[:7], found[7:9]
    assert first[0].y == second[0].y
    assert [each.text for each in second] == ["国", "法"]
    assert all(above.y > below.y for above, below in pairwise(first))
    assert len({each.x for each in first}) == 1


def test_cells_are_at_most_76_pixels_wide() -> None:
    drawing = drawn(HeatGroup(label="", rows=(HeatRow(label="eID", readings=(at(2), at(2))),)))
    assert [edges(each)[2] - edges(each)[0] for each in cells(drawing, 2)] == [76, 76]


def test_cells_of_very_many_countries_are_at_least_24_pixels_wide() -> None:
    names = tuple(f"C{place}" for place in range(60))
    row = HeatRow(label="A label of some length", readings=(at(2),) * 60)
    drawing = drawn(HeatGroup(label="", rows=(row,)), countries=names)
    assert drawing.width == 200 + 60 * 24 + 24
    assert min(edges(each)[2] - edges(each)[0] for each in cells(drawing, 2)) >= 24


@pytest.mark.parametrize(("level", "fill"), [(0.49, 0), (0.5, 1), (1.5, 2), (3.49, 3), (4, 4)])
def test_a_cell_has_the_colour_of_the_level_that_is_nearest(level: float, fill: int) -> None:
    drawing = drawn(HeatGroup(label="", rows=(HeatRow(label="eID", readings=(at(level), NOT_RATED)),)))
    assert [each.fill for each in cells(drawing, 0, 1, 2, 3, 4)] == [LEVEL_FILLS[fill]]


def test_a_row_is_high_enough_for_its_label() -> None:
    long = HeatRow(label="word " * 60, readings=(at(2), at(2)))
    (first, second) = cells(drawn(HeatGroup(label="", rows=(long,))), 2)
    assert edges(first)[3] - edges(first)[1] == 3 * 11 * 1.25 + 5
    assert edges(first)[1] == edges(second)[1]


def test_the_legend_names_levels_and_the_states_that_occur() -> None:
    assert texts(drawn(group("Law", 1)).marks)[:14] == [
        *(each for level, name in enumerate(LEVELS) for each in (str(level), name)),
        "–",
        "not rated",
        "×",
        "not applicable",
    ]
