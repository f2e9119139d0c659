"""Colours, patterns and shapes of charts.

Levels take the house's sequential fills, light enough for black numbers on all of them. Countries take five colours of
Okabe and Ito (2008), which the colour-blind tell apart and which stand out from white by 3 : 1 at least, and a grey;
shapes and dashes tell them apart without colour. What has no level is white with a pattern and a sign.
"""

from attrs import frozen

from maturity.render.charts.drawing import Disc, Line, Mark, Point, Shape, Strokes, Words, box
from maturity.render.colours import LEVEL_FILLS
from maturity.report.page import shade_of

WHITE, GRID, DIM, PATTERN = "FFFFFF", "D0D0D0", "4D4D4D", "8C8C8C"

SERIES_COLOURS = ("0072B2", "D55E00", "009E73", "CC79A7", "000000", "6E6E6E")
SERIES_DASHES: tuple[tuple[float, ...], ...] = ((), (6, 3), (2, 2), (8, 3, 2, 3), (1, 3), (12, 4))
_SHAPES = ("disc", "square", "up", "diamond", "down", "cross")

NOW, TARGET, PEER, RATED = "0072B2", WHITE, "E69F00", "0072B2"
"""Of gaps and coverage; the number in or beside each says the same."""


@frozen(kw_only=True)
class Hatch:
    """How a state without a level is told apart: lines that lean, and a sign."""

    sign: str
    slopes: tuple[int, ...]
    spacing: float = 6


STATE_HATCHES = {
    "not-evaluable": Hatch(sign="?", slopes=(1,)),
    "below-threshold": Hatch(sign="<", slopes=(-1,)),
    "not-rated": Hatch(sign="–", slopes=(0,)),
    "not-asked": Hatch(sign="/", slopes=()),
    "not-applicable": Hatch(sign="×", slopes=(1, -1), spacing=8),
}


def level_fill(level: float, *, lowest: int, highest: int) -> str:
    """The fill of a level by where it stands on the scale."""
    return LEVEL_FILLS[shade_of(level, lowest=lowest, highest=highest)]


def state_box(x: float, y: float, width: float, height: float, state: str, size: float = 11) -> tuple[Mark, ...]:
    """A rectangle for what has no level, with its pattern and its sign on a clear ground."""
    hatch = STATE_HATCHES[state]
    middle, half = (x + width / 2, y + height / 2), size * 0.62
    lines = [each for slope in hatch.slopes for each in leaning(x, y, width, height, slope, hatch.spacing)]
    return (
        box(x, y, width, height, WHITE, outline=GRID),
        Strokes(segments=tuple(lines), colour=PATTERN, width=0.8),
        box(middle[0] - half, middle[1] - half, 2 * half, 2 * half, WHITE),
        Words(x=middle[0], y=middle[1] + size * 0.36, text=hatch.sign, size=size, anchor="middle"),
    )


def marker(place: int, centre: Point, radius: float = 5) -> Mark:
    """The shape of the country at *place*, in its colour."""
    x, y = centre
    colour = SERIES_COLOURS[place % len(SERIES_COLOURS)]
    match _SHAPES[place % len(_SHAPES)]:
        case "disc":
            return Disc(centre=centre, radius=radius, fill=colour, outline=WHITE)
        case "square":
            points: tuple[Point, ...] = ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9))
        case "up":
            points = ((0, -1.15), (1.1, 0.85), (-1.1, 0.85))
        case "diamond":
            points = ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0))
        case "down":
            points = ((-1.1, -0.85), (1.1, -0.85), (0, 1.15))
        case _:
            points = _CROSS
    corners = tuple((x + radius * a, y + radius * b) for a, b in points)
    return Shape(points=corners, fill=colour, outline=WHITE)


_CROSS: tuple[Point, ...] = (
    (-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4),
    (0.4, 1.1), (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4),
)  # fmt: skip


def series_line(place: int, points: tuple[Point, ...], width: float = 1.5) -> Line:
    """The line of the country at *place*."""
    return Line(
        points=points,
        colour=SERIES_COLOURS[place % len(SERIES_COLOURS)],
        width=width,
        dashes=SERIES_DASHES[place % len(SERIES_DASHES)],
    )


def leaning(x: float, y: float, width: float, height: float, slope: int, spacing: float) -> list[tuple[Point, Point]]:
    """Lines across a rectangle: rising (1), falling (-1) or level (0)."""
    if slope == 0:
        count = int(height / spacing)
        step = height / (count + 1)
        return [((x, y + step * n), (x + width, y + step * n)) for n in range(1, count + 1)]
    lines = []
    start = spacing / 2
    while start < width + height:
        left, right = max(0.0, start - height), min(start, width)
        ends = ((left, start - left), (right, start - right))  # rising: x + y is the same along it
        if slope < 0:
            ends = ((left, height - (start - left)), (right, height - (start - right)))
        (a, b), (c, d) = ends
        lines.append(((x + a, y + b), (x + c, y + d)))
        start += spacing
    return lines
