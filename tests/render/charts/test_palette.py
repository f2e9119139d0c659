from itertools import pairwise

import pytest

from maturity.render.charts.drawing import Disc, Shape, Strokes, Words
from maturity.render.charts.palette import (
    NOW,
    PEER,
    RATED,
    SERIES_COLOURS,
    SERIES_DASHES,
    STATE_HATCHES,
    WHITE,
    leaning,
    level_fill,
    marker,
    state_box,
)
from maturity.render.colours import INK, LEVEL_FILLS
from maturity.report.page_charts import MOST_SERIES
from tests.render.charts.test_layout import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast, luminance


@pytest.mark.parametrize("colour", SERIES_COLOURS)
def test_a_country_stands_out_from_white(colour: str) -> None:
    assert contrast(colour, WHITE) >= GRAPHIC_CONTRAST


@pytest.mark.parametrize("fill", LEVEL_FILLS)
def test_black_numbers_can_be_read_on_every_level(fill: str) -> None:
    assert contrast(INK, fill) >= TEXT_CONTRAST


def test_levels_darken_as_they_rise_so_that_grey_tells_them_apart() -> None:
    greys = [luminance(each) for each in LEVEL_FILLS]
    assert all(low / high < 0.93 for high, low in pairwise(greys))


def test_numbers_can_be_read_on_the_marks_of_gaps_and_coverage() -> None:
    assert contrast(WHITE, NOW) >= TEXT_CONTRAST
    assert contrast(WHITE, RATED) >= TEXT_CONTRAST
    assert contrast(INK, PEER) >= TEXT_CONTRAST


def test_countries_differ_in_colour_dashes_and_shape() -> None:
    assert len(set(SERIES_COLOURS)) == len(set(SERIES_DASHES)) == MOST_SERIES
    shapes = [marker(place, (0, 0)) for place in range(MOST_SERIES)]
    outlines = {each.points if isinstance(each, Shape) else type(each) for each in shapes}
    assert len(outlines) == MOST_SERIES
    assert isinstance(shapes[0], Disc)


def test_states_differ_in_sign_and_pattern() -> None:
    assert len({each.sign for each in STATE_HATCHES.values()}) == len(STATE_HATCHES)
    assert len({each.slopes for each in STATE_HATCHES.values()}) == len(STATE_HATCHES)


@pytest.mark.parametrize("state", STATE_HATCHES)
def test_a_pattern_stays_within_its_box_and_the_sign_on_clear_ground(state: str) -> None:
    marks = state_box(10, 20, 30, 16, state)
    for each in marks:
        if isinstance(each, Strokes):
            points = [point for segment in each.segments for point in segment]
            assert all(10 <= x <= 40 and 20 <= y <= 36 for x, y in points)
    assert isinstance(marks[-1], Words)
    ground = marks[-2]
    assert isinstance(ground, Shape)
    assert ground.fill == WHITE


@pytest.mark.parametrize("slope", [1, -1])
def test_leaning_lines_lean_by_half_a_right_angle(slope: int) -> None:
    for (a, b), (c, d) in leaning(0, 0, 40, 18, slope, 6):
        assert abs(d - b) == pytest.approx(abs(c - a))
        assert (d - b) * (c - a) * slope <= 0


@pytest.mark.parametrize(("level", "nearest"), [(0, 0), (0.49, 0), (0.5, 1), (1.48, 1), (1.5, 2), (3.6, 4), (4, 4)])
def test_a_mean_level_takes_the_fill_of_the_nearest(level: float, nearest: int) -> None:
    assert level_fill(level, lowest=0, highest=4) == LEVEL_FILLS[nearest]


@pytest.mark.parametrize(("lowest", "highest"), [(0, 2), (1, 5), (0, 5), (0, 10)])
def test_any_scale_runs_from_the_palest_fill_to_the_darkest(lowest: int, highest: int) -> None:
    fills = [level_fill(each, lowest=lowest, highest=highest) for each in range(lowest, highest + 1)]
    assert (fills[0], fills[-1]) == (LEVEL_FILLS[0], LEVEL_FILLS[-1])
    assert sorted(fills, key=LEVEL_FILLS.index) == fills
