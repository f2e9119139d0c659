import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.render.tables import column_parts
from maturity.render.terminal import render_terminal
from maturity.render.visible import visible
from maturity.render.width import columns_of
from maturity.report.page import Block, Column, Heading, Listing, Page, Paragraph, Table
from maturity.text import LANGUAGES
from tests.shipped import france_explained, france_page

WIDTHS = (40, 80, 120, 200)

CELL = st.text(alphabet="ab é中文，（）\n\x1b", max_size=30)
COLUMN = st.builds(Column, head=st.sampled_from(["", "Head", "A longer head", "等级"]), share=st.integers(1, 5))


def page(*blocks: Block) -> Page:
    return Page(language="en", blocks=blocks)


def table(*rows: tuple[str, ...], columns: tuple[Column, ...], levels: tuple[int | None, ...] = ()) -> Table:
    return Table(caption="A table", columns=columns, rows=rows, levels=levels)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = tuple(draw(st.lists(COLUMN, min_size=1, max_size=6)))
    row = st.tuples(*(CELL for _ in columns))
    return table(*draw(st.lists(row, min_size=1, max_size=4)), columns=columns)


def widest(text: str) -> int:
    return max(columns_of(line) for line in text.split("\n"))


def test_headings_are_underlined_by_depth() -> None:
    shown = render_terminal(
        page(Heading(text="Title", depth=1), Heading(text="部分", depth=2), Heading(text="Sub", depth=3))
    )
    assert shown == "Title\n=====\n\n部分\n----\n\nSub\n"


def test_a_list_hangs_under_its_mark() -> None:
    items = (("Now", "a very long text that does not fit into one line"), ("", "short"))
    assert render_terminal(page(Listing(items=items)), width=40) == (
        "- Now: a very long text that does not\n  fit into one line\n- short\n"
    )


def test_a_numbered_list_counts() -> None:
    shown = render_terminal(page(Listing(items=(("", "one"), ("", "two")), numbered=True)))
    assert shown == "1. one\n2. two\n"


def test_a_label_has_the_colon_of_its_language() -> None:
    blocks = (Listing(items=(("证据", "法律"),)),)
    assert render_terminal(Page(language="zh", blocks=blocks)) == "- 证据：法律\n"
    assert render_terminal(Page(language="fr", blocks=blocks)) == "- 证据\u00a0: 法律\n"
    assert render_terminal(Page(language="en", blocks=blocks)) == "- 证据: 法律\n"


def test_numbers_stand_to_the_right_and_texts_to_the_left() -> None:
    columns = (Column(head="Name"), Column(head="Score", number=True))
    shown = render_terminal(page(table(("a", "7.5"), ("等级", "12.0"), columns=columns)))
    assert shown == "Name  Score\n----  -----\na       7.5\n等级   12.0\n"


def test_a_long_cell_is_wrapped_and_never_cut() -> None:
    columns = (Column(head="Id", whole=True), Column(head="Text"))
    shown = render_terminal(page(table(("legal.sso", "one two three four five six seven"), columns=columns)), width=40)
    assert shown.split("\n")[2:4] == ["legal.sso  one two three four five six", "           seven"]


def test_columns_without_room_are_set_below_the_others_with_the_first_in_front_again() -> None:
    columns = (Column(head="Country"), *(Column(head=f"Coverage {place}", number=True) for place in range(5)))
    shown = render_terminal(page(table(("France", *(f"{place}0%" for place in range(5))), columns=columns)), width=40)
    assert widest(shown) <= 40
    assert shown.split("\n\n") == [
        "Country  Coverage 0  Coverage 1\n-------  ----------  ----------\nFrance          00%         10%",
        "Country  Coverage 2  Coverage 3\n-------  ----------  ----------\nFrance          20%         30%",
        "Country  Coverage 4\n-------  ----------\nFrance          40%\n",
    ]


def test_a_table_of_two_columns_is_wrapped_and_never_parted() -> None:
    shown = render_terminal(page(table(("word " * 20, "word " * 20), columns=(Column(head="A"), Column(head="B")))))
    assert shown.count("A") == 1
    assert shown.count("word") == 40


def test_a_width_below_40_is_taken_as_40() -> None:
    long = page(Paragraph(text="word " * 30))
    assert render_terminal(long, width=1) == render_terminal(long, width=40)


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x00", "\r", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028"])
def test_control_characters_are_made_visible(character: str) -> None:
    blocks = (
        Heading(text=f"a{character}b", depth=1),
        Paragraph(text=f"a{character}b"),
        Listing(items=((f"a{character}b", f"a{character}b"),)),
        table((f"a{character}b",), columns=(Column(head=f"a{character}b"),)),
    )
    shown = render_terminal(page(*blocks))
    assert character not in shown
    assert shown.count("a\ufffdb") == 6


def test_a_line_break_in_a_text_is_a_space() -> None:
    assert render_terminal(page(Paragraph(text="one\ntwo\tthree"))) == "one two three\n"


def test_without_colour_there_are_no_codes() -> None:
    assert all("\x1b" not in render_terminal(france_page(each)) for each in LANGUAGES)


def test_colour_is_added_to_the_same_text() -> None:
    blocks = (
        Heading(text="Title", depth=1),
        Paragraph(text="A note.", note=True),
        Listing(items=(("Now", "it is so"),)),
        table(("a", "b"), ("c", "d"), columns=(Column(head="X"), Column(head="Y")), levels=(4, None)),
    )
    plain, coloured = render_terminal(page(*blocks)), render_terminal(page(*blocks), colour=True)
    for code in ("\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[0m"):
        assert code in coloured
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_a_label_in_colour_that_is_no_plain_text_is_not_styled() -> None:
    shown = render_terminal(page(Listing(items=(("a\x1b[5m", "text"),))), colour=True)
    assert shown == "- a\ufffd[5m: text\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_of_the_report_is_wider_than_the_terminal(language: str, width: int) -> None:
    assert widest(render_terminal(france_page(language), width=width)) <= width


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("node", ["overall", "legal", "legal.sso"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_of_an_explanation_is_wider_than_the_terminal(language: str, node: str, width: int) -> None:
    assert widest(render_terminal(france_explained(node, language), width=width)) <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_of_the_report_is_broken_in_a_narrow_terminal(language: str) -> None:
    scores = next(block for block in france_page(language).blocks if isinstance(block, Table))
    shown = render_terminal(Page(language=language, blocks=(scores,)), width=40)
    for row in scores.texts:
        assert all(cell in shown for cell, column in zip(row, scores.columns, strict=True) if column.number)


@given(tables(), st.sampled_from(WIDTHS))
def test_no_line_of_a_table_is_wider_than_the_terminal(found: Table, width: int) -> None:
    assert widest(render_terminal(page(found), width=width)) <= width


@given(tables())
def test_no_character_of_a_table_is_lost(found: Table) -> None:
    shown = render_terminal(page(found), width=40)
    heads = [column.head for column in found.columns]
    rows = [[visible(cell.replace("\n", " ")) for cell in row] for row in (heads, *found.texts)]
    parts = column_parts(found.columns, rows, 40, 2)
    wanted = sum(row[place].count("中") for row in (heads, *found.texts) for part in parts for place in part)
    assert shown.count("中") == wanted
    assert {place for part in parts for place in part} == set(range(len(heads)))
