"""A table on a sheet of its own: typed numbers, heads that stay, sources as notes."""

from collections.abc import Sequence

from attrs import evolve, frozen
from xlsxwriter.worksheet import Worksheet

from maturity.language.phrases import say
from maturity.render.spreadsheet_formats import EAST_ASIAN, Formats
from maturity.render.spreadsheet_sheets import Sheet
from maturity.render.spreadsheet_texts import cell_text, set_height, spread_blocks, write_text
from maturity.render.visible import visible
from maturity.render.width import columns_of
from maturity.report.page import Cell, Column, Table

_NARROWEST, _WIDEST, _WHOLE = 9.0, 70.0, 60.0
_TEXTS_WIDTH = 150.0
"""Characters that the columns of text share before each has its least."""
_LEAST_TEXT = 16.0
_WIDEST_PRINT = 210.0
"""Characters that still can be read across one printed page."""
_LOOSE = 1.06
"""Bold letters are wider."""
_NAME = 36.0
_FILTERED_ROWS = 4
_NOTE_WIDTH = 320
_NOTE_LINE = 17
_NOTE_COLUMNS = 52


@frozen(kw_only=True)
class _Place:
    """Where a table begins on its sheet, and which column names its rows."""

    head: int
    named: int


def write_table_sheet(drawn: Worksheet, sheet: Sheet, table: Table, formats: Formats) -> None:
    """Write the sheet's title, the texts above, the table, and the texts below."""
    table = _with_units(table, formats.language)
    widths = _widths(table)
    for number, width in enumerate(widths):
        drawn.set_column(number, number, width)
    write_text(drawn, 0, 0, sheet.title, formats.of_text("title", sheet.title))
    head = spread_blocks(drawn, 1, sheet.before, formats, widths=widths) + 1
    place = _Place(head=head, named=table.named)
    _write_head(drawn, table, place, formats)
    set_height(drawn, head, [each.head for each in table.columns], widths)
    for row, cells in enumerate(table.rows):
        _write_row(drawn, table, row, cells, place, formats)
        set_height(drawn, head + 1 + row, [each.marked for each in cells], widths)
    spread_blocks(drawn, head + len(table.rows) + 2, sheet.after, formats, widths=widths)
    _set_up(drawn, table, place, sum(widths))


def _with_units(table: Table, language: str) -> Table:
    """The unit in the heads of the columns of numbers, or in a column of its own where rows differ in it."""
    units = set(table.units)
    if not any(units):
        return table
    if len(units) == 1:
        (unit,) = units
        return evolve(
            table,
            columns=tuple(
                evolve(each, head=say("spreadsheet.head", language, head=each.head, unit=unit)) if each.number else each
                for each in table.columns
            ),
            units=(),
        )
    place = table.named + 1
    added = Column(head=say("spreadsheet.unit", language), whole=True)
    return evolve(
        table,
        columns=(*table.columns[:place], added, *table.columns[place:]),
        rows=tuple(
            (*row[:place], Cell(text=unit), *row[place:]) for row, unit in zip(table.rows, table.units, strict=True)
        ),
        units=(),
    )


def _widths(table: Table) -> list[float]:
    needed = [
        max(_longest_line(text) for text in (column.head, *(row[place].marked for row in table.rows))) * _LOOSE + 2.0
        for place, column in enumerate(table.columns)
    ]
    texts = [column.share for column in table.columns if not (column.number or column.whole)]
    return [
        max(_NARROWEST, min(need, _WHOLE))
        if column.number or column.whole
        else max(
            _NARROWEST,
            min(
                need,
                _WIDEST,
                max(_NAME if place == table.named else _LEAST_TEXT, _TEXTS_WIDTH * column.share / sum(texts)),
            ),
        )
        for place, (column, need) in enumerate(zip(table.columns, needed, strict=True))
    ]


def _longest_line(text: str) -> int:
    return max(map(columns_of, visible(text).split("\n")))


def _write_head(drawn: Worksheet, table: Table, place: _Place, formats: Formats) -> None:
    for number, column in enumerate(table.columns):
        write_text(drawn, place.head, number, column.head, formats.of_head(column.head, right=column.number))


def _write_row(
    drawn: Worksheet, table: Table, row: int, cells: Sequence[Cell], place: _Place, formats: Formats
) -> None:
    level = table.levels[row] if table.levels else None
    depth = table.depths[row] if table.depths else None
    for number, (cell, column) in enumerate(zip(cells, table.columns, strict=True)):
        shown = level if number > place.named else None
        look = formats.of_cell(cell, level=shown, depth=depth, is_name=number == place.named, right=column.number)
        at = place.head + 1 + row
        note = cell.note
        if cell.number is None:
            write_text(drawn, at, number, cell.marked, look)
        else:
            drawn.write_number(at, number, cell.number.value, look)
            if not formats.says(cell.number, cell.text):
                note = "\n".join(filter(None, (cell.text, note)))
        if note:
            _write_note(drawn, at, number, note, formats.language)


def _write_note(drawn: Worksheet, row: int, column: int, note: str, language: str) -> None:
    text = cell_text(note)
    lines = sum(columns_of(line) // _NOTE_COLUMNS + 1 for line in text.split("\n"))
    size = {"width": _NOTE_WIDTH, "height": (lines + 1) * _NOTE_LINE}
    fonts = {"font_name": EAST_ASIAN} if language == "zh" else {}
    drawn.write_comment(row, column, text, {**size, **fonts, "font_size": 9})


def _set_up(drawn: Worksheet, table: Table, place: _Place, width: float) -> None:
    last = place.head + len(table.rows)
    drawn.freeze_panes(place.head + 1, place.named + 1)
    drawn.repeat_rows(place.head)
    if len(table.rows) >= _FILTERED_ROWS and not table.depths:
        drawn.autofilter(place.head, 0, last, len(table.columns) - 1)
    pages = max(1, -int(-width // _WIDEST_PRINT))
    if pages > 1:
        drawn.repeat_columns(0, place.named)
    drawn.fit_to_pages(pages, 0)
