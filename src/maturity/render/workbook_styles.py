"""How a workbook looks: fonts, colours, widths of columns, and where printed pages break."""

from collections.abc import Sequence

from attrs import frozen
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from maturity.render.width import wrap

_FONTS = {"zh": "Microsoft YaHei"}
_LATIN = "Calibri"
_INK, _DIM, _LINE = "#1F2933", "#8A94A0", "#C5CDD5"
ACCENT, ASKED = "#1F4E79", "#EEF2F6"
"""Fill of headings to be filled in; of what is only shown."""

TABS = {"guide": "#7F8C8D", "rating": ACCENT, "fact": "#2E7D5B", "rest": "#A67C00"}
"""Colours of the sheets' tabs."""

_PAGE = 110
"""Widths of columns, in characters, that fill an A4 page in landscape at full size, in whatever font there is."""

_LINE_HEIGHT, _TALLEST = 13.5, 409.0
"""Points of one line of text, and of the tallest row that a spreadsheet can have."""

_SMALLEST = 0.46
"""How far a printed page may be shrunk before the sheet takes one more page in width."""


@frozen(kw_only=True)
class Styles:
    """The formats of one workbook."""

    title: Format
    heading: Format
    asked_heading: Format
    key: Format
    text: Format
    text_below: Format
    asked: Format
    number: Format
    whole: Format
    mark: Format
    body: Format
    strong: Format
    strong_cell: Format
    note: Format
    head: Format
    link: Format


def add_styles(workbook: Workbook, language: str) -> Styles:
    """The formats of *workbook*, in the fonts of *language*."""
    base: dict[str, object] = {"font_name": _FONTS.get(language, _LATIN), "font_size": 10, "font_color": _INK}

    def add(**more: object) -> Format:
        return workbook.add_format({**base, **more})

    cell = {"valign": "top", "text_wrap": True, "border": 1, "border_color": _LINE}
    heading = {**cell, "valign": "vcenter", "bold": True}
    return Styles(
        title=add(bold=True, font_size=14, font_color=ACCENT, valign="vcenter"),
        heading=add(**heading, font_color="#FFFFFF", bg_color=ACCENT),
        asked_heading=add(**heading, bg_color="#D5DEE7"),
        key=add(font_size=6, font_color=_DIM, bg_color="#F7F9FA", num_format="@"),
        text=add(**cell, num_format="@"),
        text_below=add(**{**cell, "font_color": _DIM}, num_format="@"),
        asked=add(**cell, bg_color=ASKED),
        number=add(**cell),
        whole=add(**cell, num_format="0", align="left"),
        mark=add(**cell, bold=True, align="center", bg_color="#FFF8E1"),
        body=add(valign="top", text_wrap=True),
        strong_cell=add(**cell, bold=True, bg_color=ASKED),
        note=add(font_color=_DIM, italic=True),
        strong=add(valign="top", text_wrap=True, bold=True),
        head=add(bold=True, font_size=12, font_color=ACCENT, bottom=1, bottom_color=_LINE),
        link=add(valign="top", font_color="#0B5CAD", underline=1),
    )


def set_up_page(sheet: Worksheet, title: str, widths: Sequence[int], *, breaks: Sequence[int] = ()) -> None:
    """Print *sheet* on A4 in landscape, in as many pages of width as its columns need.

    *widths* are in characters, 0 where a column is folded away; *breaks* are columns that begin a page in any case.
    """
    starts, widest = _starts(widths, breaks)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer(f"&L&8{title.replace('&', '&&')}&C&8&A&R&8&P / &N")
    if not starts:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(max(10, min(100, int(100 * _PAGE / widest))))
        sheet.set_v_pagebreaks(starts)
        sheet.repeat_columns(0, 0)


def row_height(cells: Sequence[object], widths: Sequence[int]) -> float:
    """Points that the longest of *cells* needs; cells of no width need none.

    Programs that measure a row themselves do so only where none is given, and some never do.
    """
    lines = [
        sum(len(wrap(line, int(1.1 * width))) for line in str(cell).split("\n"))
        for cell, width in zip(cells, widths, strict=True)
        if cell is not None and width
    ]
    return min(_TALLEST, _LINE_HEIGHT * max(lines, default=1) + 3)


def _starts(widths: Sequence[int], breaks: Sequence[int]) -> tuple[list[int], int]:
    """The columns that begin a page, and the width of the widest page."""
    limit = _PAGE / _SMALLEST
    starts: list[int] = []
    used = widest = 0
    for column, width in enumerate(widths):
        if used and (column in breaks or used + width > limit):
            starts.append(column)
            used = widths[0]
        used += width
        widest = max(widest, used)
    return starts, widest
