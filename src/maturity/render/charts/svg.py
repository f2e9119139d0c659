"""A drawing as SVG: text as text, no script, nothing from outside."""

from collections.abc import Iterable
from html import escape
from zlib import crc32

from maturity.render.charts.drawing import Disc, Drawing, Line, Mark, Point, Shape, Strokes, Words
from maturity.render.charts.layout import draw
from maturity.render.visible import visible
from maturity.report.page import Chart

_LATIN = "Arial, 'Liberation Sans', Helvetica"
_CHINESE = "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Micro Hei', SimHei"
_LOCALES = {"zh": "zh-CN"}


def render_svg(chart: Chart, *, titled: bool = True, id: str = "") -> str:
    """*chart* as an SVG element; the title is drawn in it unless it stands beside.

    *id* begins the ids in it, which must differ between the charts of one document; by default a hash of the chart.
    """
    return write_svg(draw(chart, titled=titled), id=id)


def write_svg(drawing: Drawing, *, id: str = "") -> str:
    """*drawing* as an SVG element."""
    start = id or f"chart-{crc32(repr(drawing).encode('utf-8', errors='replace')):08x}"
    locale = _LOCALES.get(drawing.language, drawing.language)
    width, height = _figure(drawing.width), _figure(drawing.height)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{start}-title {start}-text" '
        f'lang="{locale}" xml:lang="{locale}" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{font_names(drawing.language)}">',
        f'<title id="{start}-title">{_text(drawing.title)}</title>',
        f'<desc id="{start}-text">{_text(drawing.alt)}</desc>',
        *(_mark(each) for each in drawing.marks),
        "</svg>",
    ]
    return "\n".join(filter(None, lines)) + "\n"


def font_names(language: str) -> str:
    """Fonts to look for, as CSS lists them; Chinese first where the language is, so that one font sets it all."""
    order = (_CHINESE, _LATIN) if language == "zh" else (_LATIN, _CHINESE)
    return ", ".join((*order, "sans-serif"))


def _mark(mark: Mark) -> str:
    match mark:
        case Line():
            dashes = f' stroke-dasharray="{" ".join(map(_figure, mark.dashes))}"' if mark.dashes else ""
            return (
                f'<polyline points="{_points(mark.points)}" fill="none" stroke="#{mark.colour}" '
                f'stroke-width="{_figure(mark.width)}"{dashes}/>'
            )
        case Strokes():
            path = "".join(f"M{_pair(start)}L{_pair(end)}" for start, end in mark.segments)
            return f'<path d="{path}" stroke="#{mark.colour}" stroke-width="{_figure(mark.width)}"/>' if path else ""
        case Shape():
            return f'<polygon points="{_points(mark.points)}" fill="#{mark.fill}"{_outline(mark)}/>'
        case Disc():
            x, y = map(_figure, mark.centre)
            return f'<circle cx="{x}" cy="{y}" r="{_figure(mark.radius)}" fill="#{mark.fill}"{_outline(mark)}/>'
        case Words():
            return _words(mark)


def _words(words: Words) -> str:
    x, y = _figure(words.x), _figure(words.y)
    anchor = f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    bold = ' font-weight="bold"' if words.bold else ""
    turned = f' transform="rotate(-90 {x} {y})"' if words.turned else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{_figure(words.size)}" fill="#{words.colour}"{anchor}{bold}{turned}>'
        f"{_text(words.text)}</text>"
    )


def _outline(mark: Shape | Disc) -> str:
    return f' stroke="#{mark.outline}" stroke-width="{_figure(mark.width)}"' if mark.outline else ""


def _points(points: Iterable[Point]) -> str:
    return " ".join(map(_pair, points))


def _pair(point: Point) -> str:
    return f"{_figure(point[0])},{_figure(point[1])}"


def _figure(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    return escape(visible(text))
