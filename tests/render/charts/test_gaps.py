"""Where the marks of a gap stand; that none hides another is tested in `test_layout.py`."""

import pytest

from maturity.render.charts.drawing import Disc, Drawing, Line, Shape, Words
from maturity.render.charts.gaps import draw_gaps
from maturity.render.charts.palette import NOW, PEER
from maturity.render.colours import INK
from maturity.report.charts import GapDumbbells, GapHeads, GapRow, Reading
from tests.render.charts.marks import LEVELS, at, edges, filled, in_order, of_kind, texts, words_of

HEADS = GapHeads(now="Now", target="Target", best="Best peer", gain="Gain")


def row(
    now: float, target: float, best: float | None = None, *, label: str = "eID", peers: str = "", gain: str = "+0.4"
) -> GapRow:
    ahead: Reading | None = None if best is None else at(best)
    return GapRow(label=label, now=at(now), target=at(target), best=ahead, peers=peers, gain=gain)


def drawn(*rows: GapRow, has_peers: bool = True, notes: tuple[str, ...] = ()) -> Drawing:
    chart = GapDumbbells(
        title="T", alt="A.", language="en", notes=notes, rows=rows, heads=HEADS, levels=LEVELS, has_peers=has_peers
    )
    return draw_gaps(chart, titled=False)


def axis(drawing: Drawing) -> list[float]:
    """Where the levels stand, from 0."""
    lines = [each for each in of_kind(drawing.marks, Line) if each.points[0][0] == each.points[1][0]]
    return [each.points[0][0] for each in lines]


def level(drawing: Drawing, value: float) -> float:
    zero, one, *_ = axis(drawing)
    return zero + value * (one - zero)


def middle(shape: Shape) -> float:
    left, _, right, _ = edges(shape)
    return (left + right) / 2


def now(drawing: Drawing) -> list[float]:
    return [each.centre[0] for each in of_kind(drawing.marks, Disc)[1:]]


def targets(drawing: Drawing) -> list[float]:
    found = [each for each in of_kind(drawing.marks, Shape) if each.outline == INK and len(each.points) == 4]
    return [middle(each) for each in found if each.fill != PEER][1:]


def peers(drawing: Drawing) -> list[float]:
    return [middle(each) for each in filled(drawing.marks, PEER)][1:]


def bars(drawing: Drawing) -> list[tuple[float, float]]:
    return [(each.points[0][0], each.points[1][0]) for each in of_kind(drawing.marks, Line) if each.width == 4]


def test_without_gaps_there_are_notes_alone() -> None:
    assert texts(drawn(notes=("There is no gap.",)).marks) == ["There is no gap."]


def test_the_legend_names_the_marks_that_there_are() -> None:
    assert texts(drawn(row(1, 4)).marks)[:3] == ["Now", "Target", "Best peer"]
    assert "Best peer" not in texts(drawn(row(1, 4), has_peers=False).marks)


def test_marks_stand_at_their_levels() -> None:
    drawing = drawn(row(1, 4, 2.5))
    assert now(drawing) == pytest.approx([level(drawing, 1)])
    assert targets(drawing) == pytest.approx([level(drawing, 4)])
    assert peers(drawing) == pytest.approx([level(drawing, 2.5)])


@pytest.mark.parametrize(
    ("best", "peer_to_the_right"), [(3, True), (3.1, True), (2.95, False)], ids=["level", "ahead", "behind"]
)
def test_a_peer_beside_the_target_stands_on_its_own_side(best: float, peer_to_the_right: bool) -> None:
    drawing = drawn(row(1, 3, best))
    side = 10 if peer_to_the_right else -10
    assert peers(drawing) == pytest.approx([level(drawing, best) + side])
    assert targets(drawing) == pytest.approx([level(drawing, 3) - side])


@pytest.mark.parametrize(
    ("found", "end"),
    [(row(1, 3), 3), (row(1, 3, 4), 4), (row(1, 4, 2), 4), (row(0, 0.5), 0.5)],
    ids=["the target", "a peer ahead of it", "a peer behind it", "a small gap from nothing"],
)
def test_a_bar_leads_from_the_level_now_to_the_highest_mark(found: GapRow, end: float) -> None:
    drawing = drawn(found)
    (bar,) = bars(drawing)
    assert bar == pytest.approx((level(drawing, found.now.level or 0), level(drawing, end)))


def test_each_mark_holds_its_number() -> None:
    drawing = drawn(row(1, 4, 2.5))
    marked = [(each.text, each.colour) for each in of_kind(drawing.marks, Words) if each.bold]
    assert marked == [("2.5", INK), ("4", INK), ("1", "FFFFFF")]


def test_gaps_stand_in_the_order_of_the_chart_with_their_gains_at_the_edge() -> None:
    drawing = drawn(*(row(1, 4, label=f"Gap {place}", gain=f"+{place}") for place in (3, 1, 2)))
    names = [words_of(drawing.marks, f"Gap {place}")[0].y for place in (3, 1, 2)]
    gains = [words_of(drawing.marks, f"+{place}")[0] for place in (3, 1, 2)]
    assert in_order(names)
    assert [each.y for each in gains] == pytest.approx(names)
    assert {(each.anchor, each.x) for each in gains} == {("end", 708)}


def test_who_is_ahead_stands_beside_the_gap_in_two_lines_at_most() -> None:
    drawing = drawn(row(1, 4, 3, peers="Denmark"), row(1, 4, 3, peers="Denmark, Australia, Canada, France, China"))
    head = words_of(drawing.marks, "Best peer")[1]
    found = [each.text for each in of_kind(drawing.marks, Words) if each.size == 10 and each.x == head.x]
    assert found[0] == "Denmark"
    assert len(found) == 3
    assert found[-1].endswith("…")


def test_without_peers_their_room_goes_to_the_levels() -> None:
    with_peers, without = drawn(row(1, 4)), drawn(row(1, 4), has_peers=False)
    assert axis(without)[-1] - axis(without)[0] > axis(with_peers)[-1] - axis(with_peers)[0]
    assert axis(without)[0] == axis(with_peers)[0]


def test_a_long_label_makes_its_row_higher_and_no_other() -> None:
    high = row(2, 4, label="word " * 60)
    plain, long = drawn(row(1, 4), high), drawn(high, high)
    assert long.height - plain.height == pytest.approx(3 * 11.5 * 1.25 + 6 - 24, abs=1)


def test_the_level_now_lies_on_top_of_the_bar() -> None:
    marks = drawn(row(1, 4)).marks
    bar = next(place for place, each in enumerate(marks) if isinstance(each, Line) and each.width == 4)
    disc = max(place for place, each in enumerate(marks) if isinstance(each, Disc) and each.fill == NOW)
    assert bar < disc


def test_a_level_stands_on_its_line_where_the_scale_does_not_begin_at_0() -> None:
    chart = GapDumbbells(title="T", alt="A.", language="en", rows=(row(1, 5),), heads=HEADS, levels=LEVELS, lowest=1)
    drawing = draw_gaps(chart, titled=False)
    lines = axis(drawing)
    assert now(drawing)[-1] == pytest.approx(lines[0])
