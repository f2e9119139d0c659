"""A profile drawn: a row for each dimension, the levels from left to right, and a line for each country.

What has no level breaks the line, and stands apart on the right.
"""

from collections.abc import Iterator, Sequence

from maturity.render.charts.drawing import Drawing, Line, Mark, Part, Point, Words, box, stack
from maturity.render.charts.frame import INNER, LINE, framed, legend, level_axis, lines_beside, state_items
from maturity.render.charts.palette import GRID, WHITE, marker, series_line, state_box
from maturity.render.charts.text_size import set_lines, text_width, widest
from maturity.report.charts import DimensionProfile, Reading

_SIZE = 12.0
_SLOT = 14.0
"""Height for each country within a row."""
_LABEL = 210.0
_APART, _SIGN = 44.0, 20.0
"""Room on the right for what has no level, and the width of its sign."""


def draw_profile(chart: DimensionProfile, *, titled: bool = True) -> Drawing:
    """The whole profile; one country needs no legend."""
    items = [
        ((series_line(place, ((0, 7), (22, 7))), marker(place, (11, 7))), each.label)
        for place, each in enumerate(chart.series)
    ]
    names = items if len(items) > 1 else []
    return framed(chart, [legend([*names, *state_items(chart)]), _plot(chart)], titled=titled)


def _plot(chart: DimensionProfile) -> Part:
    label = widest(chart.nodes, _SIZE, _LABEL)
    left, right = label + 38, INNER - _APART - 20
    step = (right - left) / (len(chart.levels) - 1)
    lines = [set_lines(each, _SIZE, label) for each in chart.nodes]
    heights = [max(len(each) * _SIZE * LINE, len(chart.series) * _SLOT) + 10 for each in lines]
    axis = level_axis(chart.levels, left, step, sum(heights), lowest=chart.lowest)
    zero = left - chart.lowest * step
    tops = [sum(heights[:place]) for place in range(len(heights))]
    marks: list[Mark] = []
    for said, top, height in zip(lines, tops, heights, strict=True):
        marks += lines_beside(0, top + height / 2, said, _SIZE)
        marks.append(Line(points=((0, top + height), (INNER, top + height)), colour=GRID, width=0.5))
    slots = [
        [_slot(top, height, place, len(chart.series)) for top, height in zip(tops, heights, strict=True)]
        for place in range(len(chart.series))
    ]
    for place, (each, ys) in enumerate(zip(chart.series, slots, strict=True)):
        spots = [_spot(reading, y, zero, step) for reading, y in zip(each.readings, ys, strict=True)]
        marks += (series_line(place, run) for run in _runs(spots))
    for place, (each, ys) in enumerate(zip(chart.series, slots, strict=True)):
        for reading, y in zip(each.readings, ys, strict=True):
            marks += _reading(reading, place, y, zero, step)
    return stack([axis, Part(marks=tuple(marks), height=sum(heights) + 8)])


def _slot(top: float, height: float, place: int, count: int) -> float:
    return top + height / 2 + (place - (count - 1) / 2) * _SLOT


def _spot(reading: Reading, y: float, zero: float, step: float) -> Point | None:
    return None if reading.level is None else (zero + reading.level * step, y)


def _runs(spots: Sequence[Point | None]) -> Iterator[tuple[Point, ...]]:
    """What can be joined by a line: neighbours that have a level."""
    run: list[Point] = []
    for each in (*spots, None):
        if each is not None:
            run.append(each)
        else:
            if len(run) > 1:
                yield tuple(run)
            run = []


def _reading(reading: Reading, place: int, y: float, zero: float, step: float) -> Iterator[Mark]:
    if reading.level is None:
        x = INNER - _APART
        yield marker(place, (x + 6, y), radius=4)
        yield from state_box(x + 16, y - 6.5, _SIGN, 13, reading.state, size=10)
        return
    x = zero + reading.level * step
    width = text_width(reading.text, 11, bold=True)
    yield box(x + 8, y - 6, width + 2, 12, WHITE)
    yield marker(place, (x, y))
    yield Words(x=x + 9, y=y + 4, text=reading.text, size=11, bold=True)
