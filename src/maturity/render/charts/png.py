"""A chart as PNG.

Needs resvg-py, which comes with the extra `png`, and fonts that hold every character of the chart.
"""

from collections.abc import Iterable, Iterator
from html import escape
from unicodedata import category

from resvg_py import svg_to_bytes

from maturity.render.charts.drawing import Drawing, Words
from maturity.render.charts.layout import draw
from maturity.render.charts.svg import font_names, write_svg
from maturity.render.visible import visible
from maturity.report.page import Chart

SHARPNESS = 2.0
"""Pixels of the picture for each of the drawing: about 215 to an inch where it fills a page."""
_INKLESS = ("Cc", "Cf", "Mn", "Me", "Zl", "Zp", "Zs")
"""Categories of characters that are not drawn, or only upon others."""
_IN_NO_FONT = "\U0010fffd"
"""A character for private use that stands in no font."""


class MissingFontError(ValueError):
    """No font on this machine holds characters of a chart."""


def render_png(chart: Chart, *, titled: bool = True) -> bytes:
    """*chart* as a picture on white, twice as fine as its SVG; the fonts are those of the machine.

    Raises:
        MissingFontError: No font holds some of its characters.
    """
    drawing = draw(chart, titled=titled)
    missing = missing_characters(drawing)
    if missing:
        shown = " ".join(missing[:10])
        advice = " (Noto Sans CJK SC holds Chinese)" if any("\u2e80" <= each <= "\uffef" for each in missing) else ""
        raise MissingFontError(f"no font of this machine has: {shown}; install one that does{advice}")
    return _draw(write_svg(drawing, id="chart"))


def missing_characters(drawing: Drawing) -> list[str]:
    """The characters of the drawing that no font of the machine holds."""
    said = {each for mark in drawing.marks if isinstance(mark, Words) for each in visible(mark.text)}
    nothing = _glyph(_IN_NO_FONT, drawing.language)
    return [each for each in _drawn(said) if _glyph(each, drawing.language) == nothing]


def _drawn(characters: Iterable[str]) -> Iterator[str]:
    """Those that leave ink."""
    return (each for each in sorted(characters) if category(each) not in _INKLESS)


def _glyph(character: str, language: str) -> bytes:
    fonts = escape(font_names(language))
    text = f'<text x="4" y="24" font-size="20" font-family="{fonts}">{escape(character)}</text>'
    return _draw(f'<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32">{text}</svg>', zoom=1)


def _draw(svg: str, *, zoom: float = SHARPNESS) -> bytes:
    return bytes(svg_to_bytes(svg_string=svg, zoom=zoom))
