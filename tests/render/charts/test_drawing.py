import pytest

from maturity.render.charts.drawing import Disc, Line, Mark, Part, Shape, Strokes, Words, box, move, stack

MARKS: tuple[Mark, ...] = (
    Line(points=((0, 0), (1, 1))),
    Strokes(segments=(((0, 0), (1, 1)),), colour="000000"),
    Shape(points=((0, 0), (1, 0), (1, 1)), fill="000000"),
    Disc(centre=(1, 1), radius=1, fill="000000"),
    Words(x=0, y=0, text="a"),
)


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_that_is_moved_and_moved_back_is_the_same(mark: Mark) -> None:
    there = move((mark,), 3, 4)
    assert there != (mark,)
    assert move(there, -3, -4) == (mark,)


def test_parts_are_stacked_below_each_other() -> None:
    part = Part(marks=(box(0, 0, 10, 5, "000000"),), height=7)
    stacked = stack([part, part, Part(height=1)])
    assert stacked.height == 15
    assert stacked.marks == (box(0, 0, 10, 5, "000000"), box(0, 7, 10, 5, "000000"))


@pytest.mark.parametrize(("anchor", "left"), [("start", 100), ("middle", 85), ("end", 70)])
def test_a_text_lies_beside_its_anchor(anchor: str, left: float) -> None:
    text = Words(x=100, y=50, text="MMM", size=12, anchor=anchor)
    found = text.box
    assert found[0] == pytest.approx(left, abs=1)
    assert found[1] < 50 < found[3]
    assert found[2] - found[0] == pytest.approx(30, abs=1.5)


def test_a_turned_text_runs_upwards() -> None:
    left, upper, right, lower = Words(x=100, y=50, text="MMM", size=12, turned=True).box
    assert lower == 50
    assert upper == pytest.approx(20, abs=1.5)
    assert left < 100 < right
