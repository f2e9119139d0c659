from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet as ReadSheet
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from maturity.render.spreadsheet_formats import Formats, Look
from maturity.render.spreadsheet_texts import (
    cell_text,
    points,
    set_height,
    spread_blocks,
    write_blocks,
    write_text,
)
from maturity.report.page import Block, Column, Heading, Listing, Paragraph, References, Table

LONGEST = 32_767


def written(write: Callable[[Worksheet, Formats], object]) -> ReadSheet:
    """A sheet that is written and read back."""
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    write(book.add_worksheet(), Formats(book, "en"))
    book.close()
    return load_workbook(content).worksheets[0]


def values(sheet: ReadSheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("=1+1", "=1+1"),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * (LONGEST - 1) + "…"),
        ("a\x00b\u202ec", "a\ufffdb\ufffdc"),
        ("a\nb\tc", "a\nb\tc"),
        ("<r><t>rich</t></r>", "<r><t>rich</t></r> "),
        ("<r>" + "x" * (LONGEST - 7) + "</r>", "<r>" + "x" * (LONGEST - 7) + "</r…"),
        ("👩" * LONGEST, "👩" * (LONGEST // 2) + "…"),
    ],
)
def test_a_cell_holds_the_text_as_far_as_it_can(text: str, expected: str) -> None:
    assert cell_text(text) == expected


@pytest.mark.parametrize("text", ["=1+1", "http://example.org", "1.0", "<r><t>rich</t></r>", "@x", "社会保障"])
def test_a_text_is_written_as_text(text: str) -> None:
    cell = written(lambda sheet, formats: write_text(sheet, 1, 2, text, formats.of(Look())))["C2"]
    assert (str(cell.value).rstrip(), cell.data_type, cell.hyperlink) == (text, "s", None)


def test_no_text_leaves_a_cell_empty_that_looks_like_the_others() -> None:
    cell = written(lambda sheet, formats: write_text(sheet, 0, 0, "", formats.of(Look(fill="9ECAE1"))))["A1"]
    assert (cell.value, cell.fill.start_color.rgb) == (None, "FF9ECAE1")


BLOCKS: tuple[Block, ...] = (
    Paragraph(text="First."),
    Heading(text="Part", depth=2),
    Listing(items=(("Now", "it is"), ("", "unlabelled"))),
    Listing(items=(("Law", "one"), ("", "two")), numbered=True),
    References(items=("A study",)),
)


def test_texts_stand_in_the_second_column_and_what_leads_them_in_the_first() -> None:
    behind: list[int] = []
    sheet = written(lambda drawn, formats: behind.append(write_blocks(drawn, 0, BLOCKS, formats)))
    assert values(sheet) == [
        [None, "First."],
        [None, None],
        ["Part", None],
        ["Now", "it is"],
        [None, "unlabelled"],
        ["1. Law", "one"],
        ["2.", "two"],
        ["[1]", "A study"],
    ]
    assert behind == [8]


def test_over_a_table_a_text_takes_as_many_columns_as_are_given() -> None:
    behind: list[int] = []
    sheet = written(lambda drawn, formats: behind.append(spread_blocks(drawn, 2, BLOCKS, formats, widths=(9, 9, 9))))
    assert [row[0] for row in values(sheet)[2:]] == [
        "First.",
        "Part",
        "Now it is",
        "unlabelled",
        "1. Law one",
        "2. two",
        "[1] A study",
    ]
    spread = sorted(str(each) for each in sheet.merged_cells.ranges)
    assert spread == ["A3:C3", "A5:C5", "A6:C6", "A7:C7", "A8:C8", "A9:C9"]
    assert behind == [9]


def test_over_a_table_of_one_column_nothing_is_joined() -> None:
    sheet = written(lambda drawn, formats: spread_blocks(drawn, 0, BLOCKS[:1], formats, widths=(9,)))
    assert (values(sheet), sheet.merged_cells.ranges) == ([["First."]], set())


def test_no_blocks_take_no_rows() -> None:
    behind: list[int] = []
    written(lambda drawn, formats: behind.append(write_blocks(drawn, 5, (), formats)))
    written(lambda drawn, formats: behind.append(spread_blocks(drawn, 5, (), formats, widths=(9,))))
    assert behind == [5, 5]


@pytest.mark.parametrize(
    "block",
    [
        Heading(text="a", depth=1),
        Paragraph(text="a"),
        Table(caption="a", columns=(Column(head="h"),), rows=()),
        Listing(items=()),
    ],
)
def test_what_is_no_list_has_no_points(block: Block) -> None:
    assert points(block) == []


@pytest.mark.parametrize(
    ("texts", "widths", "height"),
    [
        (["short"], [20], None),
        (["one\ntwo"], [20], 13.2 * 2 + 2),
        (["a\nb\nc", "one\ntwo"], [20, 20], 13.2 * 3 + 2),
        (["字" * 10], [20], None),
        (["字" * 11], [20], 13.2 * 2 + 2),
        (["word " * 2000], [10], 409),
        ([""], [20], None),
    ],
)
def test_a_row_is_as_high_as_its_longest_text_needs(
    texts: list[str], widths: list[float], height: float | None
) -> None:
    sheet = written(lambda drawn, formats: set_height(drawn, 0, texts, widths))
    assert sheet.row_dimensions[1].height == (None if height is None else pytest.approx(height, abs=0.5))


def test_a_note_is_dimmer_than_a_text() -> None:
    both = (Paragraph(text="said"), Paragraph(text="noted", note=True))
    sheet = written(lambda drawn, formats: write_blocks(drawn, 0, both, formats))
    assert (sheet["B1"].font.color.theme, sheet["B2"].font.color.rgb) == (1, "FF4D4D4D")
