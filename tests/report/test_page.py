import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.report.page import Cell, Column, Heading, Page, Table, as_cells


@pytest.mark.parametrize(
    ("cell", "marked"),
    [
        (Cell(text="yes"), "yes"),
        (Cell(text="yes", marks=(2,)), "yes [2]"),
        (Cell(text="yes", marks=(1, 3, 12)), "yes [1, 3, 12]"),
        (Cell(text="是", marks=(1,)), "是 [1]"),
        (Cell(text=""), ""),
    ],
)
def test_marks_stand_in_brackets_behind_the_text(cell: Cell, marked: str) -> None:
    assert cell.marked == marked


def test_plain_texts_of_rows_are_made_cells_and_cells_stay_as_they_are() -> None:
    level = Cell(text="2", level=2)
    assert as_cells([["a", level], []]) == ((Cell(text="a"), level), ())
    assert table([["a", level]]).rows == ((Cell(text="a"), level),)


def test_texts_are_the_rows_with_their_marks() -> None:
    assert table([["a", Cell(text="b", marks=(1,))], ["c", "d"]]).texts == (("a", "b [1]"), ("c", "d"))
    assert table([]).texts == ()


def test_a_row_that_stands_deeper_has_a_dot_for_each_step() -> None:
    found = table([["whole", "1"], ["part", "2"], ["leaf", "3"], ["other", "4"]], depths=(0, 1, 2, 0))
    assert found.texts == (("whole", "1"), ("· part", "2"), ("·· leaf", "3"), ("other", "4"))
    assert [row[0].text for row in found.rows] == ["whole", "part", "leaf", "other"]


@pytest.mark.parametrize(
    ("numbers", "place"),
    [((False, True), 0), ((True, False), 1), ((True, True, False, False), 2), ((True, True), 0), ((), 0)],
)
def test_the_first_column_of_text_names_the_rows(numbers: tuple[bool, ...], place: int) -> None:
    columns = tuple(Column(head=str(place), number=each) for place, each in enumerate(numbers))
    assert Table(caption="", columns=columns, rows=()).named == place


@given(st.lists(st.tuples(st.text(), st.text(), st.integers(0, 3))))
def test_depth_changes_the_first_cell_alone(rows: list[tuple[str, str, int]]) -> None:
    plain = table([[first, second] for first, second, _ in rows])
    deep = table([[first, second] for first, second, _ in rows], depths=tuple(depth for *_, depth in rows))
    assert [row[1:] for row in deep.texts] == [row[1:] for row in plain.texts]
    assert [
        row[0].lstrip("·").removeprefix(" ") for row, (*_, depth) in zip(deep.texts, rows, strict=True) if depth
    ] == [first for first, _, depth in rows if depth]


def test_pages_that_say_the_same_are_equal() -> None:
    one, other = (
        Page(language="en", blocks=(Heading(text="A", depth=1), table([["a", "b"]], depths=(0,)))) for _ in range(2)
    )
    assert one == other
    assert hash(one) == hash(other)


def table(rows: list[list[str | Cell]], *, depths: tuple[int, ...] = ()) -> Table:
    return Table(caption="T", columns=(Column(head="A"), Column(head="B")), rows=rows, depths=depths)
