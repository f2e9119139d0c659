"""Gaps drawn as dumbbells: from the level now to the target and to the best peer, with the number in each mark."""

from collections.abc import Iterator

from maturity.render.charts.drawing import Disc, Drawing, Line, Mark, Part, Point, Shape, Words, box, stack
from maturity.render.charts.frame import INNER, LINE, Item, framed, legend, level_axis, lines_at, lines_beside
from maturity.render.charts.palette import DIM, GRID, NOW, PEER, TARGET, WHITE
from maturity.render.charts.text_size import set_lines, widest
from maturity.render.colours import INK
from maturity.report.charts import GapDumbbells, GapRow

_SIZE, _SMALL = 11.5, 10.0
_LABEL, _PEERS, _GAIN = 214.0, 104.0, 44.0
_ROW = 24.0
_BAR = "B8B8B8"


def draw_gaps(chart: GapDumbbells, *, titled: bool = True) -> Drawing:
    """The gaps in the order of the chart."""
    if not chart.rows:
        return framed(chart, [], titled=titled)
    return framed(chart, [legend(list(_items(chart))), _plot(chart)], titled=titled)


def _items(chart: GapDumbbells) -> Iterator[Item]:
    yield tuple(_now((11, 7), "", 7)), chart.heads.now
    yield tuple(_target((11, 7), "", 7)), chart.heads.target
    if chart.has_peers:
        yield tuple(_peer((11, 7), "", 7)), chart.heads.best


def _plot(chart: GapDumbbells) -> Part:
    peers = _PEERS if chart.has_peers else 0.0
    label = widest([each.label for each in chart.rows], _SIZE, _LABEL)
    left, right = label + 34, INNER - _GAIN - peers - 40
    step = (right - left) / (len(chart.levels) - 1)
    rows = [_row(each, left - chart.lowest * step, step, label, peers) for each in chart.rows]
    body = stack(rows)
    axis = level_axis(chart.levels, left, step, body.height, lowest=chart.lowest, size=10.5)
    heads = [*lines_at((INNER, _SIZE), [chart.heads.gain], 10.5, anchor="end", colour=DIM)]
    if chart.has_peers:
        x = INNER - _GAIN - peers
        heads += lines_at((x, _SIZE), set_lines(chart.heads.best, 10.5, peers - 4, most=2), 10.5, colour=DIM)
    return stack([Part(marks=(*axis.marks, *heads), height=axis.height), body, Part(height=10)])


def _row(row: GapRow, zero: float, step: float, label: float, peers: float) -> Part:
    lines = set_lines(row.label, _SIZE, label, most=3)
    names = set_lines(row.peers, _SMALL, peers - 8, most=2) if row.peers else ()
    height = max(_ROW, len(lines) * _SIZE * LINE + 6, len(names) * _SMALL * LINE + 4)
    middle = height / 2
    marks: list[Mark] = [Line(points=((0, height), (INNER, height)), colour=GRID, width=0.5)]
    marks += lines_beside(0, middle, lines, _SIZE)
    marks += lines_beside(INNER - _GAIN - peers, middle, names, _SMALL)
    marks.append(Words(x=INNER, y=middle + _SIZE * 0.36, text=row.gain, size=_SIZE, anchor="end"))
    marks += _dumbbell(row, middle, zero, step)
    return Part(marks=tuple(marks), height=height)


def _dumbbell(row: GapRow, y: float, zero: float, step: float) -> Iterator[Mark]:
    levels = [each.level for each in (row.now, row.target, row.best) if each is not None and each.level is not None]
    now, target = zero + (row.now.level or 0) * step, zero + (row.target.level or 0) * step
    yield Line(points=((now, y), (zero + max(levels) * step, y)), colour=_BAR, width=4)
    apart = 0.0
    if row.best is not None and row.best.level is not None:
        best = zero + row.best.level * step
        apart = 10.0 if abs(best - target) < 20 else 0.0
        ahead = best >= target
        yield from _peer((best + (apart if ahead else -apart), y), row.best.text)
        apart = -apart if ahead else apart
    yield from _target((target + apart, y), row.target.text)
    yield from _now((now, y), row.now.text)


def _now(centre: Point, text: str, radius: float = 9) -> Iterator[Mark]:
    yield Disc(centre=centre, radius=radius, fill=NOW, outline=WHITE)
    yield from _number(centre, text, WHITE)


def _target(centre: Point, text: str, radius: float = 9) -> Iterator[Mark]:
    side = radius * 0.92
    yield box(centre[0] - side, centre[1] - side, 2 * side, 2 * side, TARGET, outline=INK)
    yield from _number(centre, text, INK)


def _peer(centre: Point, text: str, radius: float = 9) -> Iterator[Mark]:
    x, y = centre
    tall, wide = radius * 1.15, radius * 1.25
    points = ((x, y - tall), (x + wide, y), (x, y + tall), (x - wide, y))
    yield Shape(points=points, fill=PEER, outline=INK)
    yield from _number(centre, text, INK)


def _number(centre: Point, text: str, colour: str) -> Iterator[Mark]:
    if text:
        yield Words(x=centre[0], y=centre[1] + 3.8, text=text, size=10.5, bold=True, anchor="middle", colour=colour)
