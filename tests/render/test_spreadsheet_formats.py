from collections.abc import Callable
from io import BytesIO

import pytest
from attrs import evolve
from openpyxl import load_workbook
from openpyxl.cell import Cell as SheetCell
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from maturity.render.colours import ANSWER_FILLS, LEVEL_FILLS
from maturity.render.spreadsheet_formats import Formats, Look
from maturity.report.page import Cell, Number


def formats(language: str = "en") -> Formats:
    return Formats(Workbook(BytesIO(), {"in_memory": True}), language)


def looked(of: Callable[[Formats], Format], language: str = "en") -> SheetCell:
    """A cell that has been written in that format, as a reader finds it."""
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.add_worksheet().write_string(0, 0, "x", of(Formats(book, language)))
    book.close()
    return load_workbook(content).worksheets[0]["A1"]


def in_table(
    cell: Cell, *, level: int | None = None, depth: int | None = None, is_name: bool = False, right: bool = False
) -> SheetCell:
    return looked(lambda made: made.of_cell(cell, level=level, depth=depth, is_name=is_name, right=right)[0])


def test_each_look_is_made_once() -> None:
    made = formats()
    assert made.of(Look(fill="9ECAE1")) is made.of(Look(fill="9ECAE1"))
    assert made.of_text("text", "one") is made.of_text("text", "two")
    assert made.of_head("one", right=True) is not made.of_head("one", right=False)
    assert made.of_text("text", "one") is not made.of_text("note", "one")


def test_cells_that_differ_only_in_their_sources_look_the_same() -> None:
    made = formats()
    plain = Cell(text="yes", answer="yes")
    cited = evolve(plain, marks=(1, 2), note="A source")
    assert made.of_cell(plain, level=None, depth=None, is_name=False, right=False) == made.of_cell(
        cited, level=None, depth=None, is_name=False, right=False
    )


@pytest.mark.parametrize(
    ("language", "text", "font"),
    [
        ("en", "plain", "Calibri"),
        ("en", "l’État – “é” ½", "Calibri"),
        ("en", "", "Calibri"),
        ("en", "China 中国", "Microsoft YaHei"),
        ("fr", "社会保障", "Microsoft YaHei"),
        ("zh", "plain", "Microsoft YaHei"),
        ("zh", "", "Microsoft YaHei"),
    ],
)
def test_chinese_pages_and_chinese_texts_have_a_chinese_font(language: str, text: str, font: str) -> None:
    cell = Cell(text=text)
    for of in (
        lambda made: made.of_text("title", text),
        lambda made: made.of_head(text, right=False),
        lambda made: made.of_cell(cell, level=None, depth=None, is_name=True, right=False)[0],
    ):
        assert looked(of, language).font.name == font


@pytest.mark.parametrize(
    ("cell", "level", "fill"),
    [
        (Cell(text="x"), None, None),
        (Cell(text="x"), 0, LEVEL_FILLS[0]),
        (Cell(text="x", level=4), 0, LEVEL_FILLS[4]),
        (Cell(text="x", level=4, answer="no"), 0, ANSWER_FILLS["no"]),
    ],
    ids=["none", "the row's level", "its own level", "its answer"],
)
def test_the_ground_is_that_of_the_answer_else_of_the_level(cell: Cell, level: int | None, fill: str | None) -> None:
    found = in_table(cell, level=level).fill
    assert (found.fill_type, found.start_color.rgb) == (("solid", f"FF{fill}") if fill else (None, "00000000"))


@pytest.mark.parametrize(
    ("answer", "italic"),
    [("yes", False), ("no", False), ("planned", False), ("unknown", True), ("not-applicable", True), ("", False)],
)
def test_what_is_no_answer_is_set_in_italics(answer: str, italic: bool) -> None:
    assert in_table(Cell(text="x", answer=answer)).font.italic is italic


@pytest.mark.parametrize(
    ("is_name", "right", "depth", "expected"),
    [
        (True, False, None, (None, 0, False)),
        (True, False, 0, (None, 0, True)),
        (True, False, 2, ("left", 2, False)),
        (False, False, 2, (None, 0, False)),
        (False, True, 0, ("right", 1, True)),
        (False, True, None, ("right", 1, False)),
    ],
    ids=["flat name", "root's name", "deep name", "deep text", "root's number", "flat number"],
)
def test_names_stand_as_deep_as_they_are_and_numbers_to_the_right(
    is_name: bool, right: bool, depth: int | None, expected: tuple[str | None, int, bool]
) -> None:
    found = in_table(Cell(text="x"), is_name=is_name, right=right, depth=depth)
    alignment = found.alignment.horizontal
    assert (None if alignment == "general" else alignment, found.alignment.indent, found.font.bold) == expected


def test_a_number_among_texts_stands_to_the_left_as_they_do() -> None:
    found = in_table(Cell(text="3 years", number=Number(value=3)))
    assert (found.alignment.horizontal, found.number_format) == ("left", '0" years"')


@pytest.mark.parametrize(
    ("number", "text", "code", "says_all"),
    [
        (Number(value=1.9, decimals=1), "1.9 partial", '0.0" partial"', True),
        (Number(value=3), "about three", "0", False),
        (Number(value=1234567), "some million", "#,##0", False),
        (Number(value=0.5, is_share=True), "half", "0%", False),
        (Number(value=3), "3" + " and more" * 20, "0", False),
    ],
)
def test_a_number_says_whether_it_reads_as_its_whole_text(number: Number, text: str, code: str, says_all: bool) -> None:
    assert formats().number_format(number, text) == (code, says_all)


def test_a_format_that_is_there_already_takes_no_more_room() -> None:
    made = formats()
    first = Number(value=1)
    for place in range(150):
        assert made.number_format(first, f"1 of {place} kinds") == (f'0" of {place} kinds"', True)
    assert made.number_format(first, "1 of another kind") == ("0", False)
    assert made.number_format(Number(value=7), "7 of 149 kinds") == ('0" of 149 kinds"', True)


def test_a_text_says_all_of_itself() -> None:
    assert formats().of_cell(Cell(text="x"), level=None, depth=None, is_name=True, right=False)[1]
