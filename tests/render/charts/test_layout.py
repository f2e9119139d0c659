"""What the drawings of the shipped countries must hold, whatever the chart and the language."""

from itertools import combinations

import pytest
from attrs import evolve

from maturity.render.charts.drawing import WIDTH, Disc, Drawing, Line, Point, Shape, Words
from maturity.render.charts.layout import draw
from maturity.report.charts import CoverageBars, DimensionProfile, GapDumbbells, HeatMap, Reading, Series
from maturity.report.level_charts import dimension_profile, heat_map
from maturity.report.page import Chart
from tests.charts import CASES, charts, compared

TEXT_CONTRAST, GRAPHIC_CONTRAST = 4.5, 3.0


def words(drawing: Drawing) -> list[Words]:
    return [each for each in drawing.marks if isinstance(each, Words)]


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def is_inside(point: Point, mark: Shape | Disc) -> bool:
    x, y = point
    if isinstance(mark, Disc):
        return (x - mark.centre[0]) ** 2 + (y - mark.centre[1]) ** 2 <= mark.radius**2
    crossings = 0
    for (a, b), (c, d) in zip(mark.points, (*mark.points[1:], mark.points[0]), strict=True):
        if (b > y) != (d > y) and x < a + (y - b) * (c - a) / (d - b):
            crossings += 1
    return crossings % 2 == 1


def ground(drawing: Drawing, text: Words) -> str:
    """The fill that the middle of a text stands on."""
    left, upper, right, lower = text.box
    middle = ((left + right) / 2, (upper + lower) / 2)
    before = drawing.marks[: drawing.marks.index(text)]
    fills = [each.fill for each in before if isinstance(each, Shape | Disc) and is_inside(middle, each)]
    return fills[-1]


@pytest.mark.parametrize(("language", "name"), CASES)
def test_no_text_lies_on_another_and_all_lie_within(language: str, name: str) -> None:
    drawing = draw(charts(language)[name])
    boxes = [(each.text, each.box) for each in words(drawing)]
    for text, (left, upper, right, lower) in boxes:
        assert 0 <= left < right <= drawing.width, text
        assert 0 <= upper < lower <= drawing.height, text
    for (first, (a, b, c, d)), (second, (e, f, g, h)) in combinations(boxes, 2):
        assert not (a < g - 0.5 and e < c - 0.5 and b < h - 0.5 and f < d - 0.5), f"{first} lies on {second}"


@pytest.mark.parametrize(("language", "name"), CASES)
def test_every_text_stands_out_from_its_ground(language: str, name: str) -> None:
    drawing = draw(charts(language)[name])
    for each in words(drawing):
        assert contrast(each.colour, ground(drawing, each)) >= TEXT_CONTRAST, each.text


@pytest.mark.parametrize(("language", "name"), CASES)
def test_type_is_large_enough_for_print(language: str, name: str) -> None:
    drawing = draw(charts(language)[name])
    points = 17 / 2.54 * 72 / drawing.width
    assert min(each.size for each in words(drawing)) * points >= 6.5


@pytest.mark.parametrize(("language", "name"), CASES)
def test_a_drawing_is_as_wide_as_a_page_and_the_same_each_time(language: str, name: str) -> None:
    chart = charts(language)[name]
    drawing = draw(chart)
    assert drawing.width == WIDTH
    assert (drawing.title, drawing.alt, drawing.language) == (chart.title, chart.alt, language)
    assert draw(chart) == drawing


@pytest.mark.parametrize("name", charts("en"))
def test_the_title_is_drawn_unless_it_stands_beside(name: str) -> None:
    chart = evolve(charts("en")[name], title="Words of a title")
    assert "Words of a title" in [each.text for each in words(draw(chart))]
    assert "Words of a title" not in [each.text for each in words(draw(chart, titled=False))]


def test_every_cell_of_a_heat_map_is_printed_with_its_number_or_sign() -> None:
    chart = charts("en")["heatmap-five"]
    assert isinstance(chart, HeatMap)
    drawn = [each.text for each in words(draw(chart))]
    cells = [each for row in chart.rows for each in row.readings]
    for level in range(5):
        assert drawn.count(str(level)) == sum(each.level == level for each in cells) + 1  # one in the legend
    assert drawn.count("?") == sum(each.state == "not-evaluable" for each in cells) + 1


def test_what_has_no_level_breaks_the_line_and_is_never_at_zero() -> None:
    gap = Reading(state="not-rated")
    levels = [Reading(level=each, text=str(each)) for each in (1.0, 2.0, 3.0, 4.0)]
    chart = DimensionProfile(
        title="T",
        alt="A.",
        language="en",
        nodes=tuple("abcde"),
        series=(Series(label="X", readings=(*levels[:2], gap, *levels[2:])),),
        states=(("not-rated", "not rated"),),
        levels=("absent", "initial", "partial", "established", "advanced"),
    )
    drawing = draw(chart)
    runs = [each for each in drawing.marks if isinstance(each, Line) and each.width == 1.5]
    assert [len(each.points) for each in runs] == [2, 2]
    zero = next(each.x for each in words(drawing) if each.text == "0 absent")
    assert all(point[0] > zero for each in runs for point in each.points)
    sign = [each for each in words(drawing) if each.text == "–"]
    advanced = next(each.x for each in words(drawing) if each.text == "4 advanced")
    assert [each.x > advanced for each in sign] == [False, True]  # one in the legend, one apart on the right


def test_levels_stand_to_scale() -> None:
    chart = dimension_profile(compared("FRA"))
    drawing = draw(chart)
    ticks = {each.text: each.x for each in words(drawing) if each.text in ("0 absent", "4 advanced")}
    zero, step = ticks["0 absent"], (ticks["4 advanced"] - ticks["0 absent"]) / 4
    discs = [each.centre[0] for each in drawing.marks if isinstance(each, Disc)]
    levels = [each.level for each in chart.series[0].readings]
    assert discs == pytest.approx([zero + step * level for level in levels if level is not None])


def test_marks_of_one_gap_do_not_hide_each_other() -> None:
    chart = charts("en")["gaps-chn-peers"]
    assert isinstance(chart, GapDumbbells)
    numbers = [each for each in words(draw(chart)) if each.bold and each.anchor == "middle"]
    asked = sum(2 + (row.best is not None) for row in chart.rows)
    assert len(numbers) == asked == len({(round(each.x), round(each.y)) for each in numbers})


def test_shares_of_a_bar_are_in_proportion() -> None:
    chart = charts("en")["coverage-five"]
    assert isinstance(chart, CoverageBars)
    fills = [each for each in draw(chart).marks if isinstance(each, Shape) and each.fill == "0072B2"][1:]
    widths = [each.points[1][0] - each.points[0][0] for each in fills]
    rated = [dict(each.counts)["rated"] / each.total for each in chart.bars]
    assert [each / widths[0] for each in widths] == pytest.approx([each / rated[0] for each in rated])


def test_a_narrow_share_has_its_number_above_it() -> None:
    chart = charts("en")["coverage-five"]
    assert isinstance(chart, CoverageBars)
    thin = evolve(chart.bars[0], counts=(("rated", 200), ("not-evaluable", 1), ("not-rated", 1)))
    states = (("not-evaluable", "x"), ("not-rated", "y"))
    drawing = draw(evolve(chart, bars=(thin,), states=states))
    small = [each.box for each in words(drawing) if each.text == "1"]
    assert len(small) == 2
    assert small[0][2] <= small[1][0]


def test_twenty_countries_fit_and_more_make_the_map_wider() -> None:
    twenty = heat_map(compared(), rows="dimension")

    def repeated(times: int) -> HeatMap:
        groups = tuple(
            evolve(group, rows=tuple(evolve(row, readings=row.readings * times) for row in group.rows))
            for group in twenty.groups
        )
        return evolve(twenty, countries=twenty.countries * times, groups=groups)

    assert draw(repeated(4)).width == WIDTH
    wide = draw(repeated(20))
    assert wide.width > WIDTH
    assert max(each.box[2] for each in words(wide)) <= wide.width


def test_a_very_long_label_is_shortened() -> None:
    chart = charts("en")["profile-fra"]
    assert isinstance(chart, DimensionProfile)
    drawing = draw(evolve(chart, nodes=("字" * 5000, *chart.nodes[1:])))
    assert drawing.height < 600
    assert any(each.text.endswith("…") for each in words(drawing))


def test_a_chart_of_another_kind_has_no_drawing() -> None:
    with pytest.raises(TypeError, match="no drawing for Chart"):
        draw(Chart(title="T", alt="A", language="en"))
