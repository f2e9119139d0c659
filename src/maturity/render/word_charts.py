"""Charts in a Word document: pictures with their alternative text, or that text alone where they cannot be drawn."""

from io import BytesIO

from docx.document import Document as DocumentType
from docx.shared import Cm, Emu, Length, RGBColor

from maturity.render.visible import visible
from maturity.report.page import Chart

_WIDEST = Cm(18)
"""Wider, its type would be larger than that of the text."""


def add_chart(document: DocumentType, chart: Chart, *, width: int, height: int, dim: RGBColor) -> None:
    """The chart's title and its picture, at most so wide and so high.

    Without the extra `png`, or where no font has the characters, the alternative text stands in its place.
    """
    caption = document.add_paragraph(visible(chart.title), style="Caption")
    caption.paragraph_format.keep_with_next = True
    picture = _picture(chart)
    if picture is None:
        document.add_paragraph().add_run(visible(chart.alt)).font.color.rgb = dim
        return
    shape = document.add_picture(BytesIO(picture), width=Emu(min(width, _WIDEST)))
    if shape.height > height:
        shape.width, shape.height = Length(shape.width * height // shape.height), Length(height)
    properties = shape._inline.docPr
    properties.set("descr", visible(chart.alt))
    properties.set("title", visible(chart.title))


def _picture(chart: Chart) -> bytes | None:
    try:
        from maturity.render.charts.png import MissingFontError, render_png
    except ImportError:
        return None
    try:
        return render_png(chart, titled=False)
    except MissingFontError:
        return None
