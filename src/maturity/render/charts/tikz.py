"""A drawing as a TikZ picture for LaTeX: no file beside, and every text escaped.

The preamble needs the package `tikz`; Chinese needs what a page in Chinese needs.
"""

from collections.abc import Iterable, Iterator

from maturity.render.charts.drawing import Disc, Line, Mark, Point, Shape, Strokes, Words
from maturity.render.charts.layout import draw
from maturity.render.latex_text import latex_text
from maturity.report.page import Chart

_PAGE = 17.0
"""Width of a drawing on paper, in centimetres."""
_HIGHEST = 23.0
"""A higher one is made smaller, so that it fits a page with its title."""
_POINTS = 72.27 / 2.54
_ANCHORS = {"start": "base west", "middle": "base", "end": "base east"}


def render_tikz(chart: Chart, *, titled: bool = False, highest: float = _HIGHEST) -> str:
    """*chart* as a `tikzpicture` at most 17 cm wide and *highest* centimetres high; text can become no command."""
    drawing = draw(chart, titled=titled)
    scale = min(_PAGE / drawing.width, highest / drawing.height)
    colours = sorted({each for mark in drawing.marks for each in _colours(mark)})
    lines = [
        r"\begingroup\sffamily%",
        *(f"\\definecolor{{chart{each}}}{{HTML}}{{{each}}}%" for each in colours),
        f"\\begin{{tikzpicture}}[x={scale:.6f}cm,y=-{scale:.6f}cm,inner sep=0pt,outer sep=0pt]",
        f"\\path[use as bounding box] (0,0) rectangle ({_figure(drawing.width)},{_figure(drawing.height)});",
        *(line for each in drawing.marks for line in _mark(each, scale * _POINTS)),
        r"\end{tikzpicture}",
        r"\endgroup",
    ]
    return "\n".join(lines) + "\n"


def _mark(mark: Mark, scale: float) -> Iterator[str]:
    """One mark; *scale* is how many points a pixel takes."""
    match mark:
        case Line():
            dashes = ",dash pattern=" + " ".join(_dashes(mark.dashes, scale)) if mark.dashes else ""
            width = _figure(mark.width * scale)
            yield f"\\draw[chart{mark.colour},line width={width}pt{dashes}] {_path(mark.points)};"
        case Strokes():
            if mark.segments:
                lines = " ".join(_path(each) for each in mark.segments)
                yield f"\\draw[chart{mark.colour},line width={_figure(mark.width * scale)}pt] {lines};"
        case Shape():
            yield f"\\path[{_paint(mark, scale)}] {_path(mark.points)} -- cycle;"
        case Disc():
            yield f"\\path[{_paint(mark, scale)}] {_place(mark.centre)} circle[radius={_figure(mark.radius)}];"
        case Words():
            size = mark.size * scale
            style = f"\\fontsize{{{_figure(size)}}}{{{_figure(size * 1.2)}}}\\selectfont"
            turned = ",rotate=90" if mark.turned else ""
            said = f"\\textbf{{{latex_text(mark.text)}}}" if mark.bold else latex_text(mark.text)
            options = f"anchor={_ANCHORS[mark.anchor]},text=chart{mark.colour}{turned}"
            yield f"\\node[{options}] at {_place((mark.x, mark.y))} {{{style} {said}}};"


def _colours(mark: Mark) -> Iterable[str]:
    if isinstance(mark, Shape | Disc):
        return [each for each in (mark.fill, mark.outline) if each]
    return [mark.colour]


def _paint(mark: Shape | Disc, scale: float) -> str:
    outline = f",draw=chart{mark.outline},line width={_figure(mark.width * scale)}pt" if mark.outline else ""
    return f"fill=chart{mark.fill}{outline}"


def _dashes(dashes: Iterable[float], scale: float) -> Iterator[str]:
    for place, each in enumerate(dashes):
        yield f"{'off' if place % 2 else 'on'} {_figure(each * scale)}pt"


def _path(points: Iterable[Point]) -> str:
    return " -- ".join(map(_place, points))


def _place(point: Point) -> str:
    return f"({_figure(point[0])},{_figure(point[1])})"


def _figure(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
