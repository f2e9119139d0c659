"""A heat map drawn: a row for each indicator or dimension, a column for each country."""

from collections.abc import Iterator, Sequence

from maturity.render.charts.drawing import Drawing, Line, Mark, Part, Words, box, move, stack
from maturity.render.charts.frame import (
    INNER,
    LINE,
    MARGIN,
    framed,
    legend,
    level_items,
    lines_at,
    lines_beside,
    state_items,
)
from maturity.render.charts.palette import GRID, WHITE, level_fill, state_box
from maturity.render.charts.text_size import set_lines, text_width, widest
from maturity.render.width import columns_of
from maturity.report.charts import HeatGroup, HeatMap, HeatRow, Reading

_LONG, _FEW = 30, 6
"""A map of more rows than this, in several groups, for no more countries than that, is set in two halves."""
_BETWEEN = 24.0
_NARROWEST, _WIDEST = 24.0, 76.0
_SIZE = 11.0
_SIGN = 1.1
"""Height of a Chinese character in a column of them."""
_LONGEST_HEAD = 130.0


def draw_heat_map(chart: HeatMap, *, titled: bool = True) -> Drawing:
    """The whole map, as wide as its countries ask for."""
    count = len(chart.countries)
    key = legend([*level_items(chart.levels, chart.lowest), *state_items(chart)])
    if len(chart.rows) > _LONG and count <= _FEW and len(chart.groups) > 1:
        room = (INNER - _BETWEEN) / 2
        label = _label_width(chart, room)
        halves = [_grid(chart, each, label, room) for each in _halved(chart.groups)]
        marks = (*halves[0].marks, *move(halves[1].marks, room + _BETWEEN, 0))
        body = Part(marks=marks, height=max(each.height for each in halves))
        return framed(chart, [key, body], titled=titled)
    room = max(INNER, 200 + count * _NARROWEST)
    grid = _grid(chart, chart.groups, _label_width(chart, room), room)
    return framed(chart, [key, grid], titled=titled, width=room + 2 * MARGIN)


def _label_width(chart: HeatMap, room: float) -> float:
    """What the longest label asks for, as far as the cells leave it."""
    most = min(room * 0.62, room - len(chart.countries) * _NARROWEST)
    return widest([row.label for row in chart.rows], _SIZE, most - 10) + 10


def _halved(groups: Sequence[HeatGroup]) -> tuple[Sequence[HeatGroup], Sequence[HeatGroup]]:
    """The groups in two sequences of about as many rows."""
    sizes = [len(each.rows) + 1 for each in groups]
    split = min(range(1, len(groups)), key=lambda each: abs(sum(sizes[:each]) - sum(sizes[each:])))
    return groups[:split], groups[split:]


def _grid(chart: HeatMap, groups: Sequence[HeatGroup], label: float, room: float) -> Part:
    countries = chart.countries
    cell = min((room - label) / len(countries), _WIDEST)
    parts = [_heads(countries, label, cell)]
    for group in groups:
        if group.label:
            parts.append(_group_head(group.label, label + cell * len(countries)))
        parts += (_row(row, chart, label, cell) for row in group.rows)
    return stack([*parts, Part(height=8)])


def _heads(countries: Sequence[str], label: float, cell: float) -> Part:
    """Names of the countries above their columns.

    Where they are too long for that, they run upwards, or downwards sign by sign if all are Chinese.
    """
    middles = [label + cell * (place + 0.5) for place in range(len(countries))]
    if all(text_width(each, _SIZE, bold=True) <= cell - 4 for each in countries):
        marks = tuple(_head(x, _SIZE, name) for x, name in zip(middles, countries, strict=True))
        return Part(marks=marks, height=_SIZE + 6)
    lines = [set_lines(each, _SIZE, _LONGEST_HEAD, bold=True, most=1)[0] for each in countries]
    if all(columns_of(sign) == 2 for each in lines for sign in each):
        height = max(map(len, lines)) * _SIZE * _SIGN + 5
        return Part(marks=tuple(_signs(middles, lines, height)), height=height)
    height = max(text_width(each, _SIZE, bold=True) for each in lines) + 4
    marks = tuple(
        Words(x=x + 4, y=height - 2, text=name, size=_SIZE, bold=True, turned=True)
        for x, name in zip(middles, lines, strict=True)
    )
    return Part(marks=marks, height=height + 2)


def _signs(middles: Sequence[float], names: Sequence[str], height: float) -> Iterator[Words]:
    for x, name in zip(middles, names, strict=True):
        for place, sign in enumerate(reversed(name)):
            yield _head(x, height - 6 - place * _SIZE * _SIGN, sign)


def _head(x: float, y: float, text: str) -> Words:
    return Words(x=x, y=y, text=text, size=_SIZE, bold=True, anchor="middle")


def _group_head(text: str, width: float) -> Part:
    lines = set_lines(text, _SIZE, width, bold=True)
    height = len(lines) * _SIZE * LINE + 10
    marks: list[Mark] = [*lines_at((0, _SIZE + 6), lines, _SIZE, bold=True)]
    marks.append(Line(points=((0, height), (width, height)), width=0.8))
    return Part(marks=tuple(marks), height=height + 2)


def _row(row: HeatRow, chart: HeatMap, label: float, cell: float) -> Part:
    lines = set_lines(row.label, _SIZE, label - 8, most=3)
    height = max(19.0, len(lines) * _SIZE * LINE + 5)
    marks: list[Mark] = [*lines_beside(0, height / 2, lines, _SIZE)]
    marks.append(Line(points=((0, height), (label, height)), colour=GRID, width=0.5))
    for place, reading in enumerate(row.readings):
        marks += _cell(reading, chart, label + cell * place, cell, height)
    return Part(marks=tuple(marks), height=height)


def _cell(reading: Reading, chart: HeatMap, x: float, width: float, height: float) -> Iterator[Mark]:
    if reading.level is None:
        yield from state_box(x + 0.5, 0.5, width - 1, height - 1, reading.state)
        return
    fill = level_fill(reading.level, lowest=chart.lowest, highest=chart.highest)
    yield box(x, 0, width, height, fill, outline=WHITE)
    yield Words(x=x + width / 2, y=height / 2 + _SIZE * 0.36, text=reading.text, size=_SIZE, anchor="middle")
