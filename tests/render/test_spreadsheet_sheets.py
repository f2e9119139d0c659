"""How blocks are laid out over sheets; what names of sheets may be stands in `test_sheet_names.py`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.render.spreadsheet_charts import table_of, words_below
from maturity.render.spreadsheet_sheets import Sheet, plan_sheets
from maturity.report.charts import HeatMap
from maturity.report.page import Block, Cell, Column, Heading, Listing, Page, Paragraph, References, Table
from tests.charts import charts
from tests.shipped import france_page

TITLE = Heading(text="Title", depth=1)
PART, OTHER = Heading(text="Part", depth=2), Heading(text="Other part", depth=2)
LONG = "A caption that is far too long for the name of a sheet"


def plan(*blocks: Block, language: str = "en") -> tuple[Sheet, ...]:
    return plan_sheets(Page(language=language, blocks=blocks))


def said(text: str) -> Paragraph:
    return Paragraph(text=text)


def table(caption: str, cell: str | Cell = "x") -> Table:
    return Table(caption=caption, columns=(Column(head="h"),), rows=((cell,),))


def heat_map() -> HeatMap:
    found = charts("en")["heatmap-fra"]
    assert isinstance(found, HeatMap)
    return found


def contents(*before: Block, after: tuple[Block, ...] = (), title: str = "Title") -> Sheet:
    return Sheet(name="Contents", title=title, before=before, after=after)


def test_an_empty_page_has_one_sheet() -> None:
    assert plan() == (contents(title=""),)


@pytest.mark.parametrize(("language", "name"), [("en", "Contents"), ("zh", "目录"), ("fr", "Sommaire")])
def test_the_first_sheet_is_called_in_the_page_s_language(language: str, name: str) -> None:
    assert [each.name for each in plan(TITLE, language=language)] == [name]


def test_short_sections_stand_below_the_contents_with_their_headings() -> None:
    assert plan(TITLE, said("a"), PART, said("b"), OTHER) == (contents(said("a"), after=(PART, said("b"), OTHER)),)


def test_a_heading_of_the_third_depth_opens_no_section() -> None:
    piece = Heading(text="Piece", depth=3)
    assert plan(TITLE, PART, piece, table("T"), said("b"))[1:] == (
        Sheet(name="T", title="Part", before=(piece,), table=table("T"), after=(said("b"),)),
    )


@pytest.mark.parametrize(
    ("blocks", "alone"),
    [
        ([Listing(items=(("", "point"),) * 20)], False),
        ([Listing(items=(("", "point"),) * 20), said("a")], True),
        ([Listing(items=(("", "point"),) * 21)], True),
        ([said("a")] * 20, False),
        ([said("a")] * 21, True),
    ],
)
def test_more_than_twenty_lines_of_text_have_a_sheet_of_their_own(blocks: list[Block], alone: bool) -> None:
    own = (Sheet(name="Part", title="Part", before=tuple(blocks)),)
    assert plan(TITLE, PART, *blocks) == ((contents(), *own) if alone else (contents(after=(PART, *blocks)),))


def test_references_have_a_sheet_of_their_own_however_few() -> None:
    sources = References(items=("One",))
    assert plan(TITLE, OTHER, sources)[1:] == (Sheet(name="Other part", title="Other part", before=(sources,)),)


def test_a_table_below_the_title_has_a_sheet_and_texts_stay_with_the_title() -> None:
    assert plan(TITLE, said("a"), table("T"), said("b")) == (
        contents(said("a"), said("b")),
        Sheet(name="T", title="T", table=table("T")),
    )


def test_text_goes_with_the_table_above_it_and_what_stands_first_with_the_first() -> None:
    first, second = table("One"), table("Two")
    assert plan(TITLE, PART, said("a"), first, said("b"), second, said("c"), said("d"))[1:] == (
        Sheet(name="One", title="Part", before=(said("a"),), table=first, after=(said("b"),)),
        Sheet(name="Two", title="Part", table=second, after=(said("c"), said("d"))),
    )


def test_a_table_whose_caption_is_too_long_is_called_as_its_section_where_it_stands_alone() -> None:
    alone = plan(TITLE, PART, table(LONG))[1]
    assert (alone.name, alone.title, alone.about) == ("Part", "Part", LONG)
    among = plan(TITLE, PART, table(LONG), table("T"))[1]
    assert (among.name, among.title) == ("A caption that is far too long…", "Part")
    below_title = plan(TITLE, table(LONG))[1]
    assert (below_title.name, below_title.title) == ("A caption that is far too long…", LONG)


@pytest.mark.parametrize(("length", "name"), [(31, "x" * 31), (32, "Part")])
def test_a_name_has_up_to_31_characters(length: int, name: str) -> None:
    assert plan(TITLE, PART, table("x" * length))[1].name == name


def test_sections_keep_their_order_and_texts_between_them_move_to_the_first_sheet() -> None:
    found = plan(TITLE, PART, table("One"), OTHER, said("a"), Heading(text="Last", depth=2), table("Two"))
    assert [each.name for each in found] == ["Contents", "One", "Two"]
    assert found[0].after == (OTHER, said("a"))


def test_a_chart_stands_with_its_numbers_and_its_words_below_them() -> None:
    chart = charts("en")["profile-fra"]
    (sheet,) = plan(TITLE, PART, said("a"), chart, said("b"))[1:]
    assert (sheet.title, sheet.table, sheet.chart) == (chart.title, table_of(chart), chart)
    assert (sheet.before, sheet.after) == ((said("a"),), (*words_below(chart), said("b")))
    assert sheet.about == chart.title


def test_a_heat_map_is_left_out_beside_a_table_in_the_same_colours() -> None:
    coloured = table("Levels", Cell(text="3", level=3))
    assert [each.table for each in plan(TITLE, PART, heat_map(), said("a"), coloured)[1:]] == [coloured]
    assert [each.chart for each in plan(TITLE, PART, heat_map(), table("Plain"))[1:]] == [heat_map(), None]
    assert [each.chart for each in plan(TITLE, PART, heat_map(), OTHER, coloured)[1:]] == [heat_map(), None]


def test_what_a_sheet_is_about_is_its_caption_or_its_title() -> None:
    found = plan(TITLE, PART, table("T"), OTHER, References(items=("One",)))
    assert [each.about for each in found] == ["Title", "T", "Other part"]


blocks = st.lists(
    st.one_of(
        st.builds(Heading, text=st.sampled_from(["A", "a", "B"]), depth=st.integers(1, 3)),
        st.builds(Paragraph, text=st.sampled_from(["p", "q"])),
        st.builds(Listing, items=st.lists(st.just(("", "i")), max_size=25).map(tuple)),
        st.builds(table, st.sampled_from(["A", "b", LONG, ""])),
        st.builds(References, items=st.just(("One",))),
    ),
    max_size=12,
)


@given(blocks)
def test_no_block_is_lost_or_said_twice_and_no_name_is_taken_twice(found: list[Block]) -> None:
    sheets = plan(*found)
    shown = [block for each in sheets for block in (*each.before, *([each.table] if each.table else []), *each.after)]
    wanted = [each for each in found if not isinstance(each, Heading)]
    assert sorted(repr(each) for each in shown if not isinstance(each, Heading)) == sorted(map(repr, wanted))
    assert len({each.name.lower() for each in sheets}) == len(sheets)


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_each_table_of_a_report_has_a_sheet_in_the_report_s_order(language: str) -> None:
    page = france_page(language)
    shown = [each.table for each in plan_sheets(page) if each.table and not each.chart]
    assert shown == [each for each in page.blocks if isinstance(each, Table)]
