"""How bars are parted; proportion and thin parts are tested in `test_layout.py` too."""

from itertools import pairwise

import pytest

from maturity.render.charts.coverage import draw_coverage
from maturity.render.charts.drawing import Drawing, Shape, Strokes, Words
from maturity.render.charts.palette import PATTERN, RATED, WHITE
from maturity.report.charts import CoverageBar, CoverageBars
from tests.render.charts.marks import edges, filled, in_order, of_kind, texts, words_of

STATES = (("not-rated", "not rated"), ("not-evaluable", "not evaluable"), ("not-asked", "not asked"))


def bar(*counts: int, label: str = "Law", coverage: str = "80%") -> CoverageBar:
    states = ("rated", *(state for state, _ in STATES))
    return CoverageBar(label=label, counts=tuple(zip(states, counts, strict=False)), coverage=coverage)


def drawn(*bars: CoverageBar, states: tuple[tuple[str, str], ...] = STATES) -> Drawing:
    chart = CoverageBars(
        title="T", alt="A.", language="en", states=states, bars=bars, rated="rated", coverage="Coverage"
    )
    return draw_coverage(chart, titled=False)


def parts(drawing: Drawing) -> list[tuple[str, float, float]]:
    """State or not, left and right edge of the parts of all bars, without the legend's."""
    found = [
        each
        for each in of_kind(drawing.marks, Shape)
        if (each.fill, each.outline) in ((RATED, WHITE), (WHITE, PATTERN))
    ]
    return [("rated" if each.fill == RATED else "other", edges(each)[0], edges(each)[2]) for each in found]


def numbers(drawing: Drawing, size: float) -> list[Words]:
    return [each for each in of_kind(drawing.marks, Words) if each.bold and each.size == size]


def test_the_legend_names_what_is_rated_and_the_states_that_occur() -> None:
    drawing = drawn(bar(8, 2, 0, 0))
    assert [each for each in texts(drawing.marks) if len(each) > 1][:4] == ["rated", *(name for _, name in STATES)]
    assert "not rated" not in texts(drawn(bar(8), states=()).marks)


def test_the_parts_of_a_bar_follow_each_other_without_a_gap() -> None:
    found = parts(drawn(bar(4, 3, 2, 1)))
    assert [kind for kind, _, _ in found] == ["rated", "other", "other", "other"]
    widths = [right - left for _, left, right in found]
    assert [each / sum(widths) for each in widths] == pytest.approx([0.4, 0.3, 0.2, 0.1])
    assert [left for _, left, _ in found[1:]] == pytest.approx([right for _, _, right in found[:-1]])


def test_every_bar_is_as_long_as_any_other() -> None:
    found = parts(drawn(bar(8, 2), bar(1, 3, label="Skills"), bar(0, 5, label="Use")))
    ends = [(found[first][1], found[last][2]) for first, last in ((0, 1), (2, 3), (4, 4))]
    assert ends == [pytest.approx(ends[0])] * 3


def test_what_does_not_occur_takes_no_room_and_no_number() -> None:
    drawing = drawn(bar(0, 0, 5, 0))
    assert [kind for kind, _, _ in parts(drawing)] == ["other"]
    assert [each.text for each in numbers(drawing, 11)] == ["5"]
    assert "0" not in texts(drawing.marks)


def test_a_bar_of_nothing_is_empty_and_its_label_stands_there() -> None:
    drawing = drawn(bar(0, 0, 0, 0, coverage="–"))
    assert parts(drawing) == []
    assert {"Law", "–"} <= set(texts(drawing.marks))


def test_no_bars_leave_the_heads() -> None:
    assert texts(drawn(states=()).marks) == ["rated", "Coverage"]


def test_bars_stand_in_order_with_their_coverage_at_the_edge() -> None:
    drawing = drawn(bar(8, 2, coverage="80%"), bar(1, 3, label="Skills", coverage="25%"))
    (law,), (skills,) = words_of(drawing.marks, "Law"), words_of(drawing.marks, "Skills")
    (much,), (little,) = words_of(drawing.marks, "80%"), words_of(drawing.marks, "25%")
    assert in_order([law.y, skills.y])
    assert (much.y, little.y) == pytest.approx((law.y, skills.y))
    assert (much.x, much.anchor) == (little.x, little.anchor) == (708, "end")


def test_a_number_stands_in_the_middle_of_its_part() -> None:
    drawing = drawn(bar(6, 4))
    found = numbers(drawing, 11)
    assert [each.text for each in found] == ["6", "4"]
    assert [each.x for each in found] == pytest.approx([(left + right) / 2 for _, left, right in parts(drawing)])


def test_what_is_not_rated_is_hatched_and_its_number_stands_on_white() -> None:
    marks = drawn(bar(6, 4), states=()).marks
    assert len(of_kind(marks, Strokes)) == 1
    four = words_of(marks, "4")[0]
    grounds = [edges(each) for each in filled(marks, WHITE) if not each.outline]
    assert any(
        left < four.x < right and upper < four.y < lower and right - left < 30 for left, upper, right, lower in grounds
    )
    assert (words_of(marks, "6")[0].colour, four.colour) == (WHITE, "1A1A1A")


def test_numbers_of_thin_parts_stand_above_the_bar_beside_each_other() -> None:
    drawing = drawn(bar(1000, 1, 2, 3))
    small = numbers(drawing, 10)
    assert [each.text for each in small] == ["1", "2", "3"]
    assert in_order([each.x for each in small])
    assert len({each.y for each in small}) == 1
    assert all(before.box[2] <= after.box[0] for before, after in pairwise(small))


def test_a_long_label_makes_its_bar_s_row_higher() -> None:
    plain, long = drawn(bar(8, 2)), drawn(bar(8, 2, label="word " * 40))
    assert long.height - plain.height == pytest.approx(4 * 15 + 8 - 32, abs=1)
