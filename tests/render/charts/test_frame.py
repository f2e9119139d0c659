import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.render.charts.drawing import WIDTH, Line, Part, Shape, Words, box
from maturity.render.charts.frame import (
    INNER,
    MARGIN,
    framed,
    legend,
    level_axis,
    level_items,
    lines_at,
    lines_beside,
    state_items,
    text_part,
)
from maturity.render.charts.palette import STATE_HATCHES, WHITE
from maturity.render.charts.text_size import text_width
from maturity.render.colours import LEVEL_FILLS
from maturity.report.page import Chart
from tests.render.charts.marks import LEVELS, filled, of_kind, texts, words_of

SAMPLE = (box(0, 0, 22, 14, "0072B2"),)


def chart(*notes: str, title: str = "Title", states: tuple[tuple[str, str], ...] = ()) -> Chart:
    return Chart(title=title, alt="It shows.", language="zh", notes=notes, states=states)


def test_a_drawing_is_white_and_knows_what_it_shows() -> None:
    found = framed(chart(), [Part(height=76)], titled=False)
    assert (found.width, found.height) == (WIDTH, 76 + 2 * MARGIN)
    assert found.marks == (box(0, 0, WIDTH, 100, WHITE),)
    assert (found.title, found.alt, found.language) == ("Title", "It shows.", "zh")


def test_title_parts_and_notes_stand_below_each_other_within_the_margins() -> None:
    part = Part(marks=(Words(x=0, y=10, text="part"),), height=20)
    found = framed(chart("One.", "Two."), [part, part], titled=True)
    assert texts(found.marks) == ["Title", "part", "part", "One.", "Two."]
    written = of_kind(found.marks, Words)
    assert [each.y for each in written] == sorted(each.y for each in written)
    assert {each.x for each in written} == {MARGIN}
    assert written[2].y - written[1].y == 20
    assert written[-1].y < found.height - MARGIN


def test_without_a_title_its_room_is_not_taken() -> None:
    heights = [framed(chart(), [Part(height=50)], titled=titled).height for titled in (True, False)]
    assert heights == [74 + round(15 * 1.25 + 15 * 0.5), 74]


def test_a_wider_drawing_has_room_for_a_longer_title() -> None:
    long = chart(title="word " * 40)
    narrow, wide = (framed(long, [], titled=True, width=width) for width in (WIDTH, 2 * WIDTH))
    assert (narrow.width, wide.width) == (WIDTH, 2 * WIDTH)
    assert len(texts(narrow.marks)) > len(texts(wide.marks))


@pytest.mark.parametrize(("room", "lines"), [(1000, 1), (100, 2), (55, 3)])
def test_a_paragraph_is_as_high_as_its_lines(room: float, lines: int) -> None:
    part = text_part("one two three four five", 10, room=room)
    assert len(part.marks) == lines
    assert part.height == lines * 12.5 + 5


def test_lines_follow_each_other_from_where_they_start() -> None:
    assert list(lines_at((3, 10), ["one", "two"], 8, bold=True, anchor="end", colour="4D4D4D")) == [
        Words(x=3, y=10, text="one", size=8, bold=True, anchor="end", colour="4D4D4D"),
        Words(x=3, y=20, text="two", size=8, bold=True, anchor="end", colour="4D4D4D"),
    ]


@given(st.integers(1, 6), st.floats(6, 20), st.floats(-100, 100))
def test_lines_beside_a_height_stand_evenly_around_it(count: int, size: float, middle: float) -> None:
    found = [each.y for each in lines_beside(0, middle, ["x"] * count, size)]
    assert sum(found) / count == pytest.approx(middle + size * 0.36)
    assert found == sorted(found)


def test_no_lines_stand_nowhere() -> None:
    assert list(lines_beside(0, 10, (), 11)) == []


def test_a_legend_of_nothing_takes_no_room() -> None:
    assert legend([]) == Part()


def test_a_sample_stands_in_front_of_what_it_stands_for() -> None:
    part = legend([(SAMPLE, "rated"), (SAMPLE, "not rated")])
    first, second = of_kind(part.marks, Words)
    assert (first.x, first.text) == (28, "rated")
    left = [each.points[0][0] for each in of_kind(part.marks, Shape)]
    assert left[0] == 0
    assert left[1] == second.x - 28 > first.box[2]
    assert part.height == 28


@given(st.lists(st.text(alphabet="abc法", min_size=1, max_size=300), min_size=1, max_size=12), st.floats(60, INNER))
def test_a_legend_breaks_where_the_next_has_no_room_and_cuts_what_is_wider(names: list[str], room: float) -> None:
    part = legend([(SAMPLE, each) for each in names], room=room)
    written = of_kind(part.marks, Words)
    for each, name in zip(written, names, strict=True):
        assert each.box[2] <= room + 1e-6
        fits = text_width(name, 11) <= room - 28
        assert each.text == name if fits else (each.text.endswith("…") and name.startswith(each.text[:-1].rstrip()))
    rows = sorted({each.y for each in written})
    assert part.height == 20 * len(rows) + 8
    assert [row - rows[0] for row in rows] == pytest.approx([20 * place for place in range(len(rows))])


def test_states_are_shown_by_their_signs_in_their_order() -> None:
    states = tuple((state, f"name of {state}") for state in STATE_HATCHES)
    items = state_items(chart(states=states))
    assert [(texts(sample), name) for sample, name in items] == [
        ([STATE_HATCHES[state].sign], name) for state, name in states
    ]
    assert state_items(chart()) == []


def test_levels_are_shown_by_their_fills_with_their_numbers() -> None:
    items = level_items(LEVELS)
    assert [(texts(sample), name) for sample, name in items] == [
        ([str(level)], name) for level, name in enumerate(LEVELS)
    ]
    assert all(filled(sample, fill) for (sample, _), fill in zip(items, LEVEL_FILLS, strict=True))


def test_an_axis_has_a_line_for_each_level_below_its_name() -> None:
    part = level_axis(LEVELS, 50, 100, 200)
    assert texts(part.marks) == ["0 absent", "1 initial", "2 partial", "3 established", "4 advanced"]
    assert [each.x for each in of_kind(part.marks, Words)] == [50, 150, 250, 350, 450]
    assert [each.points for each in of_kind(part.marks, Line)] == [
        ((x, part.height), (x, part.height + 200)) for x in (50, 150, 250, 350, 450)
    ]


def test_names_without_room_stand_below_their_numbers_for_all_levels_alike() -> None:
    part = level_axis(LEVELS, 50, 66, 200)
    assert texts(part.marks) == ["0", "absent", "1", "initial", "2", "partial", "3", "established", "4", "advanced"]
    assert words_of(part.marks, "0")[0].y < words_of(part.marks, "absent")[0].y < part.height
    assert part.height > level_axis(LEVELS, 50, 100, 200).height


def test_a_very_long_name_of_a_level_is_cut_after_two_lines() -> None:
    found = texts(level_axis(("absent", "word " * 30), 50, 80, 200).marks)
    assert found[:3] == ["0", "absent", "1"]
    assert (len(found), found[-1][-1]) == (5, "…")
