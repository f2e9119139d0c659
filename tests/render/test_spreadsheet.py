import re
from functools import cache
from io import BytesIO
from itertools import chain
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.worksheet.worksheet import Worksheet

from maturity.comparison import compare
from maturity.gaps import gap_report
from maturity.render.colours import ANSWER_FILLS, LEVEL_FILLS
from maturity.render.spreadsheet import render_spreadsheet
from maturity.report.compare_page import TABLE_IDS, compare_page
from maturity.report.gap_page import gap_page
from maturity.report.page import Cell, Column, Heading, Listing, Number, Page, Paragraph, References, Table
from maturity.scoring import assess
from tests.charts import assessed
from tests.data_contracts.shipped import WAVES, country, framework
from tests.render.page_texts import texts_of
from tests.shipped import france_page


@cache
def everyone(language: str) -> Page:
    assessments = [assess(country(code, wave), framework()) for code, wave in WAVES]
    return compare_page(compare(assessments), tables=TABLE_IDS, language=language)


def read(page: Page) -> Workbook:
    return load_workbook(BytesIO(render_spreadsheet(page)))


def cells(sheet: Worksheet) -> list[SheetCell]:
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def one(table: Table, language: str = "en") -> Worksheet:
    """The sheet of a table."""
    return read(Page(language=language, blocks=(Heading(text="Title", depth=1), table))).worksheets[1]


def table(*rows: tuple[str | Cell, ...], heads: tuple[str, ...] = ("Name", "Value"), **more: object) -> Table:
    return Table(caption="A table", columns=tuple(Column(head=each) for each in heads), rows=rows, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_every_text_of_a_page_is_in_its_workbook(language: str) -> None:
    for page in (france_page(language), everyone(language)):
        found = {str(cell.value) for sheet in read(page) for cell in cells(sheet)}
        numbers = {
            cell.marked
            for block in page.blocks
            if isinstance(block, Table)
            for cell in chain(*block.rows)
            if cell.number
        }
        labels = {text for block in page.blocks if isinstance(block, Listing) for pair in block.items for text in pair}
        in_one_cell = {text for block in page.blocks if isinstance(block, Listing) for text in texts_of_list(block)}
        assert set(texts_of(page)) - numbers - in_one_cell - found - labels == set()


def texts_of_list(block: Listing) -> list[str]:
    return [f"{label} {text}" if label else text for label, text in block.items]


def test_every_number_of_a_page_is_a_number_in_its_workbook() -> None:
    page = everyone("en")
    on_page = [
        cell.number.value
        for block in page.blocks
        if isinstance(block, Table)
        for cell in chain(*block.rows)
        if cell.number
    ]
    found = [cell.value for sheet in read(page) for cell in cells(sheet) if cell.data_type == "n"]
    assert found == pytest.approx(on_page, rel=1e-15)
    assert len(found) > 100


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_every_number_of_a_report_is_a_number_in_its_workbook_on_chart_sheets_too(language: str) -> None:
    book = read(
        gap_page(gap_report(assessed("FRA"), comparators=[assessed("DNK")]), language=language, with_charts=True)
    )
    for sheet in book.worksheets:
        for cell in cells(sheet):
            is_written = cell.data_type == "s" and re.fullmatch(r"[+−]?\d[\d.,\u202f]*(\u00a0?%)?", str(cell.value))
            assert not is_written, (sheet.title, cell.coordinate, cell.value)


def test_scores_gaps_and_gains_are_numbers_under_the_words_of_the_page() -> None:
    report = gap_report(assessed("FRA"))
    book = read(gap_page(report, language="fr"))
    overall = next(row for row in book.worksheets[1].iter_rows() if row[0].value == "Ensemble")
    score = report.assessment.overall
    values = [score.score, report.assessment.level("overall"), score.coverage]
    assert [cell.value for cell in overall[1:4]] == pytest.approx(values, rel=1e-15)
    assert [cell.number_format for cell in overall[1:4]] == ["0.0", '0.00" initial"', '0"\u00a0"%']
    assert overall[5].value == pytest.approx(report.node_gap("overall"), rel=1e-15)
    first = report.gaps[0]
    row = next(
        row
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        if row[1].value == first.indicator.label.in_language("fr") and row[0].value == 1
    )
    values = [first.level, first.target, first.gain, report.overall_after[0]]
    assert [cell.value for cell in row[2:6]] == pytest.approx(values, rel=1e-15)
    assert row[4].number_format == '"+"0.0'


def test_the_same_page_gives_the_same_bytes() -> None:
    assert render_spreadsheet(everyone("zh")) == render_spreadsheet(everyone("zh"))


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_the_first_sheet_leads_to_every_other(language: str) -> None:
    book = read(everyone(language))
    first, *others = book.worksheets
    targets = [cell.hyperlink.location for cell in cells(first) if cell.hyperlink]
    assert targets == [f"'{sheet.title}'!A1" for sheet in others]


def test_heads_stay_on_the_screen_and_are_printed_on_every_page() -> None:
    for block, sheet in zip(
        (each for each in everyone("en").blocks if isinstance(each, Table)),
        read(everyone("en")).worksheets[1:],
        strict=False,
    ):
        head = next(cell.row for cell in cells(sheet) if cell.value == block.columns[-1].head)
        assert sheet.freeze_panes == f"B{head + 1}"
        assert sheet.print_title_rows == f"${head}:${head}"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)


def test_a_number_keeps_its_words_in_its_format() -> None:
    sheet = one(table(("Governance", Cell(text="1.9 partial (100%)", number=Number(value=1.9, decimals=1)))))
    found = sheet["B4"]
    assert (found.value, found.number_format) == (1.9, '0.0" partial (100%)"')


def test_a_number_without_room_for_its_words_has_them_in_its_note() -> None:
    rows = [
        (f"row {place}", Cell(text=f"{place} of kind {place}", number=Number(value=place), note="A source"))
        for place in range(300)
    ]
    found = [row[1] for row in one(table(*rows)).iter_rows(min_row=4, max_row=303)]
    assert [cell.value for cell in found] == list(range(300))
    assert len({cell.number_format for cell in found}) < 200
    assert found[0].comment.text == "A source"
    assert found[299].comment.text == "299 of kind 299\nA source"


def test_sources_are_notes_and_marks_stand_behind_texts() -> None:
    cell = Cell(text="yes", answer="yes", marks=(1, 3), note="Study, §1\nLaw, art. 2")
    sheet = one(table(("eID", cell)))
    assert sheet["B4"].value == "yes [1, 3]"
    assert sheet["B4"].comment.text == "Study, §1\nLaw, art. 2"


@pytest.mark.parametrize("answer", ANSWER_FILLS)
def test_an_answer_is_told_by_its_text_and_its_colour(answer: str) -> None:
    found = one(table(("eID", Cell(text=answer, answer=answer))))["B4"]
    assert (found.value, found.fill.start_color.rgb) == (answer, f"FF{ANSWER_FILLS[answer]}")


def test_a_level_is_told_by_its_number_and_its_colour() -> None:
    sheet = one(table(("a", Cell(text="3", number=Number(value=3), level=3)), ("b", "1"), levels=(None, 1)))
    assert [sheet[place].fill.start_color.rgb for place in ("B4", "B5")] == [
        f"FF{LEVEL_FILLS[each]}" for each in (3, 1)
    ]


def test_rows_stand_as_deep_as_they_are() -> None:
    sheet = one(table(("Whole", "1"), ("Part", "2"), ("Piece", "3"), depths=(0, 1, 2)))
    assert [sheet[f"A{row}"].alignment.indent for row in (4, 5, 6)] == [0, 1, 2]
    assert [sheet[f"A{row}"].font.bold for row in (4, 5, 6)] == [True, False, False]


def test_one_unit_stands_in_the_heads_and_several_in_a_column() -> None:
    columns = (Column(head="Name"), Column(head="France", number=True))
    same = Table(caption="t", columns=columns, rows=(("a", "1"), ("b", "2")), units=("%", "%"))
    other = Table(caption="t", columns=columns, rows=(("a", "1"), ("b", "2")), units=("%", "km²"))
    assert [cell.value for cell in one(same)[3]] == ["Name", "France (%)"]
    assert [[cell.value for cell in row] for row in one(other)["A3:C5"]] == [
        ["Name", "Unit", "France"],
        ["a", "%", "1"],
        ["b", "km²", "2"],
    ]


def test_a_long_flat_table_can_be_filtered_and_a_tree_cannot() -> None:
    rows = tuple((str(each), "x") for each in range(10))
    assert one(table(*rows)).auto_filter.ref == "A3:B13"
    assert one(table(*rows, depths=(0,) * 10)).auto_filter.ref is None


def test_chinese_has_a_font_that_holds_it() -> None:
    sheet = one(table(("名称", "value"), heads=("Name", "数值")))
    assert [sheet[place].font.name for place in ("A4", "B4", "B3")] == ["Microsoft YaHei", "Calibri", "Microsoft YaHei"]


def test_short_texts_share_the_first_sheet_and_long_ones_have_their_own() -> None:
    long = Listing(items=tuple(("", f"point {each}") for each in range(30)))
    blocks = (
        Heading(text="Title", depth=1),
        Paragraph(text="Said."),
        Heading(text="Short", depth=2),
        Paragraph(text="A word."),
        Heading(text="Long", depth=2),
        long,
        Heading(text="Sources", depth=2),
        References(items=("First", "Second")),
    )
    book = read(Page(language="en", blocks=blocks))
    assert book.sheetnames == ["Contents", "Long", "Sources"]
    assert {"Said.", "Short", "A word."} <= {cell.value for cell in cells(book["Contents"])}
    assert [[cell.value for cell in row] for row in book["Sources"]["A3:B4"]] == [["[1]", "First"], ["[2]", "Second"]]


def test_texts_around_a_table_stand_above_and_below_it() -> None:
    blocks = (
        Heading(text="Title", depth=1),
        Heading(text="Part", depth=2),
        Paragraph(text="above"),
        table(("a", "b")),
        Paragraph(text="below"),
        Listing(items=(("Label", "point"),)),
    )
    sheet = read(Page(language="en", blocks=blocks)).worksheets[1]
    assert [cell.value for cell in cells(sheet)] == [
        "Part", "above", "A table", "Name", "Value", "a", "b", "below", "Label point",
    ]  # fmt: skip


def test_a_text_longer_than_a_cell_ends_in_an_ellipsis() -> None:
    found = str(one(table(("a", "x" * 40_000)))["B4"].value)
    assert (len(found), found[-2:]) == (32_767, "x…")


def test_no_part_of_a_workbook_knows_when_it_was_written() -> None:
    with ZipFile(BytesIO(render_spreadsheet(france_page("en")))) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in parts.read("docProps/core.xml")
