"""A page as a workbook (XLSX), byte for byte the same each time.

Needs XlsxWriter, which comes with the extra `office`.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from maturity.language.phrases import say
from maturity.render.spreadsheet_formats import Formats
from maturity.render.spreadsheet_sheets import Sheet, plan_sheets
from maturity.render.spreadsheet_tables import write_table_sheet
from maturity.render.spreadsheet_texts import LABEL_WIDTH, TEXT_WIDTH, write_blocks, write_text
from maturity.render.visible import visible
from maturity.report.page import Heading, Page

_FIXED = datetime(2000, 1, 1)
"""Stands for the time of writing, so that the same page gives the same bytes."""
_A4 = 9
_LONGEST_TITLE = 255


def render_spreadsheet(page: Page) -> bytes:
    """*page* as an XLSX file: texts with a table of contents, then a sheet for each table and for the references.

    No text becomes a formula or a link.
    """
    written = BytesIO()
    book = Workbook(written, {"in_memory": True})
    title = next((block.text for block in page.blocks if isinstance(block, Heading)), "maturity")
    book.set_properties({"title": visible(title)[:_LONGEST_TITLE], "author": "maturity", "created": _FIXED})
    formats = Formats(book, page.language)
    sheets = plan_sheets(page)
    for each in sheets:
        drawn = book.add_worksheet(each.name)
        if each.table is not None:
            write_table_sheet(drawn, each, each.table, formats)
        else:
            _write_texts(drawn, each, sheets[1:] if each is sheets[0] else (), formats)
        _set_up_print(drawn)
    book.close()
    return written.getvalue()


def _write_texts(drawn: Worksheet, sheet: Sheet, contents: Sequence[Sheet], formats: Formats) -> None:
    drawn.set_column(0, 0, LABEL_WIDTH)
    drawn.set_column(1, 1, TEXT_WIDTH)
    drawn.hide_gridlines(2)
    drawn.fit_to_pages(1, 0)
    write_text(drawn, 0, 0, sheet.title, formats.of_text("title", sheet.title))
    row = write_blocks(drawn, 2, sheet.before, formats)
    if contents:
        head = say("spreadsheet.contents", formats.language)
        write_text(drawn, row + 1, 0, head, formats.of_text("heading", head))
    for place, each in enumerate(contents, row + 2):
        target = each.name.replace("'", "''")
        drawn.write_url(place, 0, f"internal:'{target}'!A1", formats.of_text("link", each.name), string=each.name)
        write_text(drawn, place, 1, each.title, formats.of_text("text", each.title))
    write_blocks(drawn, row + len(contents) + 3, sheet.after, formats)


def _set_up_print(drawn: Worksheet) -> None:
    drawn.set_landscape()
    drawn.set_paper(_A4)
    drawn.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    drawn.set_footer("&C&P / &N")
