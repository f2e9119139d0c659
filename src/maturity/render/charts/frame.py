"""What stands around every chart: title, legend, axis of levels, notes."""

from collections.abc import Iterator, Sequence

from maturity.render.charts.drawing import WIDTH, Drawing, Line, Mark, Part, Point, Words, box, move, stack
from maturity.render.charts.palette import DIM, GRID, WHITE, level_fill, state_box
from maturity.render.charts.text_size import set_lines, text_width
from maturity.render.colours import INK
from maturity.report.page import Chart

MARGIN = 12.0
INNER = WIDTH - 2 * MARGIN
"""Width between the margins."""
LINE = 1.25
"""Height of a line, in sizes of its type."""

Item = tuple[tuple[Mark, ...], str]
"""A sample and what it stands for; the sample is 22 pixels wide and 14 high."""
_SAMPLE, _ROW = 22.0, 20.0


def framed(chart: Chart, parts: Sequence[Part], *, titled: bool, width: float = WIDTH) -> Drawing:
    """The parts below each other on white, with title and notes."""
    title = text_part(chart.title, 15, bold=True, room=width - 2 * MARGIN) if titled else Part()
    notes = [text_part(each, 11, colour=DIM, room=width - 2 * MARGIN) for each in chart.notes]
    whole = stack([title, *parts, *notes])
    height = round(whole.height + 2 * MARGIN)
    return Drawing(
        width=width,
        height=height,
        marks=(box(0, 0, width, height, WHITE), *move(whole.marks, MARGIN, MARGIN)),
        title=chart.title,
        alt=chart.alt,
        language=chart.language,
    )


def text_part(text: str, size: float, *, room: float = INNER, bold: bool = False, colour: str = INK) -> Part:
    """A paragraph with a little space below."""
    lines = set_lines(text, size, room, bold=bold)
    marks = tuple(lines_at((0, size), lines, size, bold=bold, colour=colour))
    return Part(marks=marks, height=len(lines) * size * LINE + size * 0.5)


def lines_at(
    start: Point,
    lines: Sequence[str],
    size: float,
    *,
    bold: bool = False,
    anchor: str = "start",
    colour: str = INK,
) -> Iterator[Words]:
    """Lines of text, the first standing at the place where it starts."""
    x, y = start
    for place, line in enumerate(lines):
        yield Words(x=x, y=y + place * size * LINE, text=line, size=size, bold=bold, anchor=anchor, colour=colour)


def lines_beside(
    x: float, middle: float, lines: Sequence[str], size: float, *, bold: bool = False, anchor: str = "start"
) -> Iterator[Words]:
    """Lines of text around the height *middle*."""
    first = middle + size * 0.36 - (len(lines) - 1) * size * LINE / 2
    return lines_at((x, first), lines, size, bold=bold, anchor=anchor)


def legend(items: Sequence[Item], *, room: float = INNER, size: float = 11) -> Part:
    """Samples with what they stand for, in as many rows as they need; what is wider than a row is cut."""
    if not items:
        return Part()
    marks: list[Mark] = []
    x = y = 0.0
    for sample, name in items:
        text = _cut(name, room - _SAMPLE - 6, size)
        width = _SAMPLE + 6 + text_width(text, size)
        if x and x + width > room:
            x, y = 0.0, y + _ROW
        marks += move(sample, x, y)
        marks.append(Words(x=x + _SAMPLE + 6, y=y + 7 + size * 0.36, text=text, size=size))
        x += width + 18
    return Part(marks=tuple(marks), height=y + _ROW + 8)


def _cut(text: str, room: float, size: float) -> str:
    """*text* as far as there is room for it on one line, with an ellipsis where that is not all."""
    if text_width(text, size) <= room:
        return text
    (line,) = set_lines(text, size, room - text_width("…", size), most=1)
    return line


def state_items(chart: Chart) -> list[Item]:
    """What the patterns of the chart's states stand for."""
    return [(state_box(0, 0, _SAMPLE, 14, state, size=10), name) for state, name in chart.states]


def level_items(levels: Sequence[str], lowest: int = 0) -> list[Item]:
    """What the fills of levels stand for, with the number in each."""
    highest = lowest + len(levels) - 1
    return [
        (
            (
                box(0, 0, _SAMPLE, 14, level_fill(level, lowest=lowest, highest=highest), outline=GRID),
                Words(x=_SAMPLE / 2, y=11, text=str(level), size=11, anchor="middle"),
            ),
            name,
        )
        for level, name in enumerate(levels, lowest)
    ]


def level_axis(
    levels: Sequence[str], left: float, step: float, height: float, *, lowest: int = 0, size: float = 11
) -> Part:
    """Upright lines for the levels, with their numbers and names above: beside each other, if there is room for all."""
    marks: list[Mark] = []
    lines: list[tuple[str, ...]] = [(f"{level} {name}",) for level, name in enumerate(levels, lowest)]
    if any(text_width(each, size) > step - 6 for (each,) in lines):
        lines = [(str(level), *set_lines(name, size, step - 3, most=2)) for level, name in enumerate(levels, lowest)]
    head = max(len(each) for each in lines) * size * LINE + 6
    for place, said in enumerate(lines):
        x = left + place * step
        marks += lines_at((x, size), said, size, anchor="middle", colour=DIM)
        marks.append(Line(points=((x, head), (x, head + height)), colour=GRID))
    return Part(marks=tuple(marks), height=head)
