"""Where a table stands on its sheet and how wide it is; what its cells hold stands in `test_spreadsheet.py`."""

from io import BytesIO

import pytest
from attrs import evolve
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from maturity.render.colours import LEVEL_FILLS
from maturity.render.spreadsheet_formats import Formats
from maturity.render.spreadsheet_sheets import Sheet
from maturity.render.spreadsheet_tables import Place, write_table_sheet
from maturity.report.page import Block, Cell, Column, Number, Paragraph, Table

NAME, NUMBER = Column(head="Name"), Column(head="France", number=True)


def written(
    table: Table,
    *,
    title: str = "",
    before: tuple[Block, ...] = (),
    after: tuple[Block, ...] = (),
    language: str = "en",
) -> tuple[Place, Worksheet]:
    """Where the table stands, and its sheet as it is read back."""
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    sheet = Sheet(name="Sheet", title=title or table.caption, before=before, table=table, after=after)
    place = write_table_sheet(book.add_worksheet(), sheet, table, Formats(book, language))
    book.close()
    return place, load_workbook(content).worksheets[0]


def rows(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def table(*found: tuple[str | Cell, ...], columns: tuple[Column, ...] = (NAME, NUMBER)) -> Table:
    return Table(caption="Counts", columns=columns, rows=found)


def widths(*columns: Column, cells: tuple[str | Cell, ...]) -> list[float]:
    """Of the columns of a table of one row, rounded to characters."""
    found = written(table(cells, columns=columns))[1].column_dimensions.values()
    return [round(each.width) for each in found for _ in range(each.min, each.max + 1)]


def test_a_table_stands_below_its_title_and_texts_around_it() -> None:
    place, sheet = written(
        table(("a", "1"), ("b", "2")), title="Part", before=(Paragraph(text="above"),), after=(Paragraph(text="below"),)
    )
    assert rows(sheet) == [
        ["Part", None],
        ["above", None],
        [None, None],
        ["Counts", None],
        ["Name", "France"],
        ["a", "1"],
        ["b", "2"],
        [None, None],
        ["below", None],
    ]
    assert place == Place(head=4, named=0, end=9)


def test_a_caption_that_is_the_title_is_said_once() -> None:
    place, sheet = written(table(("a", "1")))
    assert rows(sheet) == [["Counts", None], [None, None], ["Name", "France"], ["a", "1"]]
    assert (place.head, sheet.freeze_panes, sheet.print_title_rows) == (2, "B4", "$3:$3")


def test_a_table_without_rows_keeps_its_heads() -> None:
    place, sheet = written(table())
    assert rows(sheet)[2:] == [["Name", "France"]]
    assert (place, sheet.auto_filter.ref) == (Place(head=2, named=0, end=4), None)


def test_what_names_the_rows_stays_where_it_is_not_in_front() -> None:
    place, sheet = written(table(("1", "a"), columns=(NUMBER, NAME)))
    assert (place.named, sheet.freeze_panes) == (1, "C4")


@pytest.mark.parametrize(("count", "expected"), [(3, None), (4, "A3:B7"), (40, "A3:B43")])
def test_four_rows_and_more_can_be_filtered(count: int, expected: str | None) -> None:
    assert written(table(*(("a", "1"),) * count))[1].auto_filter.ref == expected


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (("%", "%"), [["Name", "France (%)"], ["a", "1"], ["b", "2"]]),
        (("", ""), [["Name", "France"], ["a", "1"], ["b", "2"]]),
        (("%", ""), [["Name", "Unit", "France"], ["a", "%", "1"], ["b", None, "2"]]),
    ],
    ids=["one", "none", "one of some"],
)
def test_units_stand_once_where_they_can(units: tuple[str, ...], expected: list[list[str | None]]) -> None:
    found = evolve(table(("a", "1"), ("b", "2")), units=units)
    assert rows(written(found)[1])[2:] == expected


def test_units_are_said_in_the_reader_s_language() -> None:
    found = evolve(table(("a", "1"), ("b", "2")), units=("%", "%"))
    assert rows(written(found, language="zh")[1])[2] == ["Name", "France（%）"]
    assert rows(written(evolve(found, units=("%", "km²")), language="fr")[1])[2] == ["Name", "Unité", "France"]


def test_a_column_of_units_stands_behind_the_names_and_keeps_colours_in_their_rows() -> None:
    found = Table(
        caption="Counts",
        columns=(NUMBER, NAME, NUMBER),
        rows=(("1", "a", "2"), ("3", "b", "4")),
        levels=(None, 2),
        units=("%", "km²"),
    )
    sheet = written(found)[1]
    assert rows(sheet)[2:] == [["France", "Name", "Unit", "France"], ["1", "a", "%", "2"], ["3", "b", "km²", "4"]]
    assert [cell.fill.start_color.rgb for cell in sheet[5]] == ["00000000"] * 2 + [f"FF{LEVEL_FILLS[2]}"] * 2


def test_a_number_whose_text_says_more_has_the_text_in_its_note_above_its_sources() -> None:
    cell = Cell(text="about three", number=Number(value=3), note="Study, §1", marks=(1,))
    found = written(table(("a", cell)))[1]["B4"]
    assert (found.value, found.number_format, found.comment.text) == (3, "0", "about three\nStudy, §1")


def test_a_number_whose_format_says_it_all_has_its_sources_alone_in_its_note() -> None:
    cells = [Cell(text="3 of 4", number=Number(value=3), note=note) for note in ("Study, §1", "")]
    sheet = written(table(*(("a", cell) for cell in cells)))[1]
    assert (sheet["B4"].comment.text, sheet["B5"].comment) == ("Study, §1", None)


def test_a_note_is_as_high_as_its_lines() -> None:
    notes = ("one line", "one\ntwo", "x" * 60, "字" * 60)
    sheet = written(table(*(("a", Cell(text="x", note=note)) for note in notes)))[1]
    assert [sheet[f"B{row}"].comment.text for row in range(4, 8)] == list(notes)


def test_a_row_is_as_high_as_its_text_and_a_head_too() -> None:
    columns = (NAME, Column(head="one\ntwo\nthree"))
    sheet = written(table(("a", "b"), ("a", "one\ntwo"), columns=columns))[1]
    heights = [sheet.row_dimensions[row].height for row in (3, 4, 5)]
    assert heights == [pytest.approx(41.6, abs=0.5), None, pytest.approx(28.4, abs=0.5)]


@pytest.mark.parametrize(
    ("columns", "cells", "expected"),
    [
        ((NAME,), ("a",), [9]),
        ((NAME,), ("x" * 30,), [34]),
        ((NAME,), ("字" * 15,), [34]),
        ((NAME,), ("x" * 300,), [70]),
        ((NUMBER,), ("1" * 300,), [60]),
        ((Column(head="whole", whole=True),), ("x" * 300,), [60]),
        ((NAME, Column(head="b"), Column(head="c")), ("x" * 300,) * 3, [50, 50, 50]),
        ((NAME, Column(head="b", share=4)), ("x" * 300,) * 2, [44, 70]),
        ((NAME, *(Column(head=str(place)) for place in range(11))), ("x" * 300,) * 12, [44] + [16] * 11),
        (
            (NAME, *(Column(head=str(place)) for place in range(10))),
            ("x" * 300, Cell(text="2" * 30, number=Number(value=1)), *("x" * 300,) * 9),
            [44, 34] + [16] * 9,
        ),
    ],
    ids=[
        "never narrower than nine",
        "what it needs",
        "chinese",
        "never wider than seventy",
        "a number up to sixty",
        "a whole text up to sixty",
        "texts share 150",
        "a name has 44",
        "a text has sixteen",
        "a number among texts",
    ],
)
def test_columns_are_as_wide_as_they_need(
    columns: tuple[Column, ...], cells: tuple[str | Cell, ...], expected: list[int]
) -> None:
    assert widths(*columns, cells=cells) == pytest.approx(expected, abs=1)


@pytest.mark.parametrize(("count", "pages"), [(3, 1), (4, 2), (8, 3)])
def test_a_wide_table_is_printed_on_several_pages_with_the_names_on_each(count: int, pages: int) -> None:
    columns = (NAME, *(Column(head=str(place), whole=True) for place in range(count)))
    sheet = written(table(("a" * 15, *("x" * 80,) * count), columns=columns))[1]
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (pages, 0)
    assert sheet.print_title_cols == ("$A:$A" if pages > 1 else None)


def test_texts_do_not_run_further_than_a_line_that_can_be_read() -> None:
    columns = (NAME, *(Column(head=str(place), whole=True) for place in range(4)))
    sheet = written(table(("a", *("x" * 80,) * 4), columns=columns), before=(Paragraph(text="above"),))[1]
    assert [str(each) for each in sheet.merged_cells.ranges] == ["A2:C2"]
