from collections.abc import Sequence
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from maturity.render.workbook_styles import add_styles, row_height, set_up_page

ONE_LINE = 16.5


def printed(widths: Sequence[int], *, breaks: Sequence[int] = (), title: str = "Title") -> Worksheet:
    """A sheet whose pages have been set up."""
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    set_up_page(book.add_worksheet(), title, widths, breaks=breaks)
    book.close()
    return load_workbook(content).worksheets[0]


def begins(sheet: Worksheet) -> list[int]:
    """The columns that begin a page after the first."""
    return [each.id for each in sheet.col_breaks.brk]


@pytest.mark.parametrize(
    ("cells", "widths", "height"),
    [
        ([], [], ONE_LINE),
        ([None, ""], [10, 10], ONE_LINE),
        (["short"], [10], ONE_LINE),
        (["one\ntwo"], [10], 30),
        (["one two three four"], [10], 30),
        (["one", "a\nb\nc"], [10, 10], 43.5),
        (["a\nb\nc", "one"], [0, 10], ONE_LINE),
        ([1234567890123], [5], 43.5),
        ([False], [10], ONE_LINE),
        (["法" * 11], [20], ONE_LINE),
        (["法" * 12], [20], 30),
        (["word " * 1000], [10], 409),
    ],
    ids=[
        "nothing",
        "empty",
        "a word",
        "a line break",
        "wrapped",
        "the longest counts",
        "a folded column does not",
        "a number",
        "a truth value",
        "chinese that fits",
        "chinese that does not",
        "no higher than a row can be",
    ],
)
def test_a_row_is_as_high_as_its_longest_cell_needs(
    cells: Sequence[object], widths: Sequence[int], height: float
) -> None:
    assert row_height(cells, widths) == height


@given(st.text(alphabet="ab 法律\n", max_size=200), st.integers(2, 60))
def test_a_wider_column_never_makes_a_higher_row(text: str, width: int) -> None:
    assert row_height([text], [width]) >= row_height([text], [width + 1])


@pytest.mark.parametrize(
    ("widths", "breaks", "expected"),
    [
        ([], [], []),
        ([100, 100], [], []),
        ([20, 200, 19], [], []),
        ([20, 200, 20], [], [2]),
        ([20, 100, 100, 100, 100], [], [3]),
        ([20, 100, 100, 100, 100, 100], [], [3, 5]),
        ([20, 0, 0, 219], [], []),
        ([20, 30, 30], [1], [1]),
        ([20, 30, 30], [0], []),
        ([20, 30, 100, 100], [1], [1, 3]),
        ([20, 30, 100, 50], [1], [1]),
        ([20, 30, 100, 100], [1, 3], [1, 3]),
        ([300], [], []),
    ],
)
def test_a_page_begins_where_columns_no_longer_fit_or_where_it_is_asked_for(
    widths: list[int], breaks: list[int], expected: list[int]
) -> None:
    assert begins(printed(widths, breaks=breaks)) == expected


@given(st.lists(st.integers(0, 119), min_size=1, max_size=20), st.lists(st.integers(0, 19), max_size=3))
def test_no_page_is_wider_than_can_be_read_with_the_first_column_on_each(widths: list[int], breaks: list[int]) -> None:
    starts = begins(printed(widths, breaks=breaks))
    ends = [*starts, len(widths)]
    for start, end in zip([0, *starts], ends, strict=True):
        assert sum(widths[start:end]) + (widths[0] if start else 0) <= 110 / 0.46
    assert {each for each in breaks if 0 < each < len(widths) and any(widths[:each])} <= set(starts)


def test_what_fits_on_one_page_is_fitted_and_the_rest_is_shrunk() -> None:
    one = printed([100, 100])
    assert (one.sheet_properties.pageSetUpPr.fitToPage, one.page_setup.fitToHeight) == (True, 0)
    assert one.print_title_cols is None
    several = printed([20, 100, 100, 100, 100])
    assert (several.sheet_properties.pageSetUpPr.fitToPage, several.page_setup.scale) == (None, 50)
    assert several.print_title_cols == "$A:$A"


def test_narrow_pages_are_not_blown_up() -> None:
    assert printed([10, 10, 10], breaks=[1, 2]).page_setup.scale in (None, 100)


def test_a_title_in_the_footer_is_not_taken_for_a_code() -> None:
    assert printed([10], title="R&D: &P").oddFooter.left.text == "R&&D: &&P"


@pytest.mark.parametrize(("language", "font"), [("en", "Calibri"), ("fr", "Calibri"), ("zh", "Microsoft YaHei")])
def test_every_style_is_in_the_font_of_the_language(language: str, font: str) -> None:
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    styles, sheet = add_styles(book, language), book.add_worksheet()
    names = [each.name for each in type(styles).__attrs_attrs__]
    for row, name in enumerate(names):
        sheet.write_string(row, 0, name, getattr(styles, name))
    book.close()
    fonts = {cell.value: cell.font.name for (cell,) in load_workbook(content).worksheets[0].iter_rows()}
    assert fonts == dict.fromkeys(names, font)
