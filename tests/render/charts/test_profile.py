"""Where readings stand; scale, gaps and legibility are tested in `test_layout.py`."""

from itertools import pairwise

import pytest

from maturity.render.charts.drawing import Drawing, Line, Words
from maturity.render.charts.palette import SERIES_COLOURS, SERIES_DASHES
from maturity.render.charts.profile import draw_profile
from maturity.report.charts import DimensionProfile, Reading, Series
from tests.render.charts.marks import LEVELS, NOT_APPLICABLE, NOT_RATED, STATES, at, of_kind, texts, words_of


def drawn(*series: Series, nodes: tuple[str, ...] = ("Law", "Skills", "Inclusion")) -> Drawing:
    chart = DimensionProfile(
        title="T", alt="A.", language="en", states=STATES, nodes=nodes, series=series, levels=LEVELS
    )
    return draw_profile(chart, titled=False)


def series(label: str, *readings: Reading) -> Series:
    return Series(label=label, readings=readings)


def numbers(drawing: Drawing, text: str) -> list[Words]:
    return [each for each in words_of(drawing.marks, text) if each.bold]


def runs(drawing: Drawing) -> list[Line]:
    """Lines between readings; those of the legend lie above them."""
    axis = words_of(drawing.marks, "0 absent")[0].y
    return [each for each in of_kind(drawing.marks, Line) if each.width == 1.5 and each.points[0][1] > axis]


FRANCE = series("France", at(1), at(2), at(3))
CHINA = series("China", at(0), at(4), at(1))


def test_one_country_needs_no_legend_and_several_do() -> None:
    assert "France" not in texts(drawn(FRANCE).marks)
    assert texts(drawn(FRANCE, CHINA).marks)[:2] == ["France", "China"]


def test_the_reading_of_one_country_stands_in_the_middle_of_its_row() -> None:
    drawing = drawn(FRANCE)
    for node, text in (("Law", "1"), ("Skills", "2"), ("Inclusion", "3")):
        ((label,), (number,)) = words_of(drawing.marks, node), numbers(drawing, text)
        assert number.y - 4 == pytest.approx(label.y - 12 * 0.36)


def test_countries_stand_below_each_other_in_a_row_in_their_order() -> None:
    drawing = drawn(*(series(f"C{place}", *(at(place + 0.5),) * 3) for place in range(4)))
    places = [numbers(drawing, f"{place + 0.5}")[0].y for place in range(4)]
    assert [below - above for above, below in pairwise(places)] == [14, 14, 14]
    label = words_of(drawing.marks, "Law")[0]
    assert sum(places) / 4 - 4 == pytest.approx(label.y - 12 * 0.36)


def test_a_higher_level_stands_further_to_the_right_below_its_name() -> None:
    drawing = drawn(series("France", at(0), at(4), at(2)))
    for text, name in (("0", "0 absent"), ("2", "2 partial"), ("4", "4 advanced")):
        assert numbers(drawing, text)[0].x - 9 == words_of(drawing.marks, name)[0].x


def test_each_country_has_its_own_line_through_its_readings() -> None:
    first, second = runs(drawn(FRANCE, CHINA))
    assert [each.colour for each in (first, second)] == list(SERIES_COLOURS[:2])
    assert [each.dashes for each in (first, second)] == list(SERIES_DASHES[:2])
    assert [len(each.points) for each in (first, second)] == [3, 3]
    assert [y for _, y in first.points] == sorted(y for _, y in first.points)


def test_a_line_leads_through_the_levels_of_its_country() -> None:
    drawing = drawn(series("France", at(0), at(4), at(2)))
    (run,) = runs(drawing)
    names = ("0 absent", "4 advanced", "2 partial")
    assert [x for x, _ in run.points] == [words_of(drawing.marks, each)[0].x for each in names]


@pytest.mark.parametrize(
    ("readings", "lengths"),
    [
        ((at(1), at(2), at(3)), [3]),
        ((NOT_RATED, at(2), at(3)), [2]),
        ((at(1), NOT_RATED, at(3)), []),
        ((at(1), at(2), NOT_RATED), [2]),
        ((NOT_RATED, NOT_RATED, NOT_RATED), []),
    ],
)
def test_only_neighbours_with_a_level_are_joined(readings: tuple[Reading, ...], lengths: list[int]) -> None:
    assert [len(each.points) for each in runs(drawn(series("France", *readings)))] == lengths


def test_what_has_no_level_stands_apart_in_the_row_of_its_country() -> None:
    drawing = drawn(series("France", NOT_RATED, at(1), at(1)), series("China", NOT_APPLICABLE, at(1), at(1)))
    axis = words_of(drawing.marks, "4 advanced")[0]
    first, second = (next(each for each in words_of(drawing.marks, sign) if each.y > axis.y) for sign in ("–", "×"))
    assert first.x == second.x > axis.x
    assert second.y - first.y == 14


def test_a_row_is_as_high_as_its_countries_or_its_label_need() -> None:
    one, ten = drawn(FRANCE), drawn(*(series(f"C{place}", at(1), at(2), at(3)) for place in range(10)))
    assert ten.height - one.height >= 3 * (10 * 14 - 15)
    long = drawn(FRANCE, nodes=("word " * 30, "Skills", "Inclusion"))
    assert long.height > one.height


def test_no_country_more_than_there_are_colours_is_left_out() -> None:
    many = [series(f"C{place}", at(1), at(2), at(3)) for place in range(len(SERIES_COLOURS) + 1)]
    found = runs(drawn(*many))
    assert len(found) == len(many)
    assert found[0].colour == found[-1].colour


def test_a_level_stands_below_its_name_where_the_scale_does_not_begin_at_0() -> None:
    chart = DimensionProfile(
        title="T", alt="A.", language="en", nodes=("Law",), series=(series("A", at(1)), series("B", at(5))),
        levels=LEVELS, lowest=1,
    )  # fmt: skip
    drawing = draw_profile(chart, titled=False)
    names = [each.x for each in of_kind(drawing.marks, Words) if each.text in ("1 absent", "5 advanced")]
    readings = [each.x - 9 for each in of_kind(drawing.marks, Words) if each.bold and each.text in ("1", "5")]
    assert readings == pytest.approx(names)
