from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.render.tables import column_parts, column_widths, parts_of
from maturity.render.width import columns_of
from maturity.report.compare_page import compare_page
from maturity.report.page import Cell, Column, Table
from tests.charts import compared

LONG = "a text of many words that goes on and on, as long as it likes, and then a little longer still"
GAP = 2

columns = st.lists(
    st.builds(Column, head=st.just(""), number=st.booleans(), whole=st.booleans(), share=st.integers(1, 4)),
    min_size=1,
    max_size=6,
)
words = st.text(alphabet="abc é社会保障", max_size=40)


def rows_for(found: list[Column]) -> st.SearchStrategy[list[tuple[str, ...]]]:
    return st.lists(st.tuples(*(words for _ in found)), min_size=1, max_size=4)


tables = columns.flatmap(lambda found: st.tuples(st.just(found), rows_for(found)))


def text(*, share: int = 1, whole: bool = False) -> Column:
    return Column(head="", share=share, whole=whole)


NUMBER = Column(head="", number=True)


@pytest.mark.parametrize(
    ("found", "rows", "width", "expected"),
    [
        ([text(), NUMBER], [("Name", "No."), ("Denmark", "1")], 80, [7, 3]),
        ([text(), text()], [("国家", "é"), ("中华人民共和国", "x")], 80, [14, 1]),
        ([text(), text()], [("", ""), ("", "")], 80, [0, 0]),
        ([text(share=1), text(share=3)], [(LONG, LONG)], 40, [10, 30]),
        ([text(), text()], [("short", LONG)], 40, [5, 35]),
        ([text(), text(), text()], [("ten chars.", LONG, LONG)], 50, [10, 20, 20]),
        ([NUMBER, text()], [("123,456.78", LONG)], 30, [10, 20]),
        ([text(whole=True), text()], [("never wrapped", LONG)], 30, [13, 17]),
        ([text(share=1), text(share=9)], [(LONG, LONG)], 40, [8, 32]),
        ([text(share=1), text(share=9)], [("Population density", LONG)], 40, [10, 30]),
        ([text(share=1), text(share=9)], [("x" * 300, LONG)], 40, [16, 24]),
        ([text(share=1), text(share=9)], [("社会保障数字化转型", LONG)], 40, [8, 32]),
        ([NUMBER, text(share=1), text(share=9)], [("1", "Population density", LONG)], 41, [1, 10, 30]),
        ([text(), text(), NUMBER], [("Name", LONG, "A long head"), ("Name", LONG, "1")], 20, [4, 8, 8]),
        ([text(), text()], [(LONG, LONG)], 6, [4, 2]),
        ([text(), text()], [(LONG, LONG)], 1, [2, 2]),
        ([], [()], 40, []),
    ],
    ids=[
        "all fit",
        "chinese is twice as wide",
        "nothing is said",
        "by share",
        "a short text leaves the rest to a long one",
        "a text that fits its share leaves the rest to others",
        "a number is not wrapped",
        "a whole column is not wrapped",
        "a small share still has eight",
        "names of rows keep their longest word whole",
        "but no word that is not one",
        "chinese names break anywhere",
        "names behind a number",
        "the head of a number is broken before a text is",
        "narrower than eight each",
        "never below one chinese character",
        "no column",
    ],
)
def test_columns_share_the_width(
    found: list[Column], rows: list[tuple[str, ...]], width: int, expected: list[int]
) -> None:
    assert column_widths(found, rows, width) == expected


@pytest.mark.parametrize(("width", "expected"), [(18, [10, 8]), (10, [5, 5]), (7, [5, 2]), (6, [4, 2])])
def test_the_head_of_a_number_is_broken_first_then_texts_and_its_digits_last(width: int, expected: list[int]) -> None:
    assert column_widths([NUMBER, text()], [("Population", "Text"), ("12345", LONG)], width) == expected


@given(tables, st.integers(1, 90))
def test_no_column_is_wider_than_its_texts_and_all_fit(
    table: tuple[list[Column], list[tuple[str, ...]]], width: int
) -> None:
    found, rows = table
    widths = column_widths(found, rows, width)
    needed = [max(columns_of(row[place]) for row in rows) for place in range(len(found))]
    assert all(given <= wanted for given, wanted in zip(widths, needed, strict=True))
    assert sum(widths) <= max(width, 2 * len(found))
    assert widths == needed or sum(needed) > width


@given(tables, st.integers(1, 90))
def test_every_column_stands_once_and_the_first_in_each_part(
    table: tuple[list[Column], list[tuple[str, ...]]], width: int
) -> None:
    parts = column_parts(*table, width, GAP)
    assert {part[0] for part in parts} == {0}
    assert [place for part in parts for place in part[1:]] == list(range(1, len(table[0])))


@given(st.lists(st.integers(1, 30), min_size=3, max_size=12), st.integers(10, 90))
def test_a_part_takes_as_many_columns_as_have_room(wide: list[int], width: int) -> None:
    found = [text(whole=True) for _ in wide]
    parts = column_parts(found, [tuple("x" * each for each in wide)], width, GAP)
    taken = [sum(wide[place] for place in part) + GAP * (len(part) - 1) for part in parts]
    assert all(each <= width or len(part) == 2 for each, part in zip(taken, parts, strict=True))
    for (before, room), following in pairwise([*zip(parts, taken, strict=True), ([], 0)]):
        if following[0]:
            assert room + GAP + wide[following[0][1]] > width, before


@pytest.mark.parametrize(
    ("cells", "width", "count"),
    [
        (("x" * 50, "y" * 50), 20, 1),
        (("a", "bb", "ccc"), 10, 1),
        (("a", "bb", "ccc"), 9, 2),
        (("a", "one two three", "ccc"), 13, 1),
        (("a", "one two three", "ccc"), 12, 2),
        (("a", "one two three oh", "ccc"), 13, 1),
        (("a", "one two three off", "ccc"), 13, 2),
        (("a", LONG, LONG), 33, 1),
        (("a", LONG, LONG), 32, 2),
    ],
    ids=[
        "two columns are never parted",
        "room to the letter",
        "a letter too little",
        "a short text may stand a word to a line",
        "but no word is broken",
        "sixteen characters are short",
        "seventeen are not",
        "a long text wants fourteen",
        "and no less",
    ],
)
def test_columns_are_parted_where_words_have_no_room(cells: tuple[str, ...], width: int, count: int) -> None:
    found = [text() for _ in cells]
    assert len(column_parts(found, [cells], width, GAP)) == count


@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_word_of_the_names_of_rows_is_broken_where_five_stand_side_by_side(width: int, language: str) -> None:
    page = compare_page(compared(), tables=("statistics", "levels"), language=language)
    for table in (each for each in page.blocks if isinstance(each, Table)):
        rows = [[each.head for each in table.columns], *table.texts]
        for part in column_parts(table.columns, rows, width, GAP):
            shown = [[row[place] for place in part] for row in rows]
            widths = column_widths([table.columns[place] for place in part], shown, width - GAP * (len(part) - 1))
            assert widths[0] >= min(16, max(len(word) for row in shown for word in row[0].split()))
            assert sum(widths) + GAP * (len(part) - 1) <= width


def test_parts_are_the_table_with_fewer_columns() -> None:
    marked = Cell(text="yes", marks=(1, 2), note="A source")
    whole = Table(
        caption="Enablers",
        columns=(Column(head="Row"), *(Column(head=each, whole=True) for each in ("France", "Denmark", "China"))),
        rows=(("eID", marked, "no", "partly"), ("SSO", "no", marked, "yes")),
        levels=(3, 1),
        depths=(0, 1),
    )
    first, second = parts_of(whole, 30, GAP)
    assert [column.head for column in first.columns] == ["Row", "France", "Denmark"]
    assert [column.head for column in second.columns] == ["Row", "China"]
    assert first.rows == ((Cell(text="eID"), marked, Cell(text="no")), (Cell(text="SSO"), Cell(text="no"), marked))
    assert second.rows == ((Cell(text="eID"), Cell(text="partly")), (Cell(text="SSO"), Cell(text="yes")))
    assert {(each.caption, each.levels, each.depths) for each in (first, second)} == {("Enablers", (3, 1), (0, 1))}


def test_marks_and_depths_need_room_too() -> None:
    columns = (Column(head="R", whole=True), Column(head="A", whole=True), Column(head="B", whole=True))
    plain = Table(caption="", columns=columns, rows=(("r", "yes", "yes"),))
    marked = Table(caption="", columns=columns, rows=(("r", Cell(text="yes", marks=(7,)), "yes"),))
    deep = Table(caption="", columns=columns, rows=(("r", "yes", "yes"),), depths=(3,))
    assert [len(list(parts_of(each, 11, GAP))) for each in (plain, marked, deep)] == [1, 2, 2]


def test_a_table_without_rows_is_one_part() -> None:
    empty = Table(caption="", columns=(Column(head="Row"), Column(head="A"), Column(head="B")), rows=())
    assert list(parts_of(empty, 40, GAP)) == [empty]
