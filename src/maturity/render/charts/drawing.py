"""Drawings made of a few kinds of marks, in pixels from the upper left corner; one pixel is 1/96 inch."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from attrs import evolve, field, frozen

from maturity.render.charts.text_size import text_width
from maturity.render.colours import INK

WIDTH = 720.0
"""Of a drawing: seventeen centimetres of a printed page, at type that can be read there."""

Point: TypeAlias = tuple[float, float]


@frozen(kw_only=True)
class Line:
    """A line through points; broken by dashes if there are any."""

    points: tuple[Point, ...]
    colour: str = INK
    width: float = 1
    dashes: tuple[float, ...] = ()


@frozen(kw_only=True)
class Strokes:
    """Short lines that fill a place."""

    segments: tuple[tuple[Point, Point], ...]
    colour: str
    width: float = 1


@frozen(kw_only=True)
class Shape:
    """A polygon."""

    points: tuple[Point, ...]
    fill: str
    outline: str = ""
    width: float = 1


@frozen(kw_only=True)
class Disc:
    """A circle."""

    centre: Point
    radius: float
    fill: str
    outline: str = ""
    width: float = 1


@frozen(kw_only=True)
class Words:
    """One line of text; y is the line that letters stand on."""

    x: float
    y: float
    text: str
    size: float = 12
    bold: bool = False
    anchor: str = field(default="start", metadata={"doc": "Which end stands at x: `start`, `middle` or `end`."})
    colour: str = INK
    turned: bool = field(default=False, metadata={"doc": "Whether it runs upwards."})

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, upper, right and lower edge, by the widths of Arial's letters."""
        width = text_width(self.text, self.size, bold=self.bold)
        before = {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        high, low = 0.76 * self.size, 0.22 * self.size
        if self.turned:
            return (self.x - high, self.y - width + before, self.x + low, self.y + before)
        return (self.x - before, self.y - high, self.x - before + width, self.y + low)


Mark: TypeAlias = Line | Strokes | Shape | Disc | Words


@frozen(kw_only=True)
class Part:
    """Marks from their own upper left corner, and how much height they take."""

    marks: tuple[Mark, ...] = ()
    height: float = 0


@frozen(kw_only=True)
class Drawing:
    """A whole picture, with what it shows in words."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    title: str
    alt: str
    language: str


def box(x: float, y: float, width: float, height: float, fill: str, outline: str = "") -> Shape:
    """A rectangle."""
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return Shape(points=corners, fill=fill, outline=outline)


def move(marks: Iterable[Mark], right: float, down: float) -> tuple[Mark, ...]:
    """The marks at another place."""
    return tuple(_moved(each, right, down) for each in marks)


def stack(parts: Sequence[Part]) -> Part:
    """Parts below each other."""
    marks: list[Mark] = []
    height = 0.0
    for each in parts:
        marks += move(each.marks, 0, height)
        height += each.height
    return Part(marks=tuple(marks), height=height)


def _moved(mark: Mark, right: float, down: float) -> Mark:
    match mark:
        case Words():
            return evolve(mark, x=mark.x + right, y=mark.y + down)
        case Disc():
            return evolve(mark, centre=(mark.centre[0] + right, mark.centre[1] + down))
        case Strokes():
            segments = tuple(((a + right, b + down), (c + right, d + down)) for (a, b), (c, d) in mark.segments)
            return evolve(mark, segments=segments)
        case Line() | Shape():
            return evolve(mark, points=tuple((x + right, y + down) for x, y in mark.points))
