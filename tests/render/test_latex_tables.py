"""What `test_latex.py` does not say of tables: widths, colours, and when a row is cut."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.render.colours import LEVEL_FILLS
from maturity.render.latex_tables import LYING, UPRIGHT, Paper, is_wide, table_lines
from maturity.report.page import Cell, Column, Table

NAME, NUMBER = Column(head="Name"), Column(head="Level", number=True)


def rows_of(table: Table, paper: Paper = UPRIGHT) -> list[str]:
    """The lines of the rows alone."""
    lines = "\n".join(table_lines(table, paper)).split("\n")
    return lines[lines.index("\\endfoot") + 1 : lines.index("\\end{longtable}")]


def levelled(*levels: int | None, shown: int | None = None) -> Table:
    rows = tuple(("Portal", Cell(text="3", level=shown), "seen") for _ in levels)
    return Table(caption="t", columns=(NAME, NUMBER, Column(head="Why")), rows=rows, levels=levels)


def test_a_small_table_is_set_as_a_whole() -> None:
    table = Table(caption="R & D", columns=(NAME, NUMBER), rows=(("a_b", "3"), ("c", "1")))
    assert "\n".join(table_lines(table, UPRIGHT)).split("\n") == [
        r"\begingroup\small",
        r"\begin{longtable}{@{}L{0.0755\linewidth}R{0.0873\linewidth}@{}}",
        r"\caption*{R \& D}\\",
        r"\toprule",
        r"\textbf{Name} & \textbf{Level} \\",
        r"\midrule",
        r"\endhead",
        r"\bottomrule",
        r"\endfoot",
        r"a\_b & 3 \\",
        r"c & 1 \\",
        r"\end{longtable}",
        r"\endgroup",
    ]


def test_a_table_without_rows_has_its_heads() -> None:
    assert rows_of(Table(caption="t", columns=(NAME, NUMBER), rows=())) == []


@given(st.lists(st.text(alphabet="ab 法律", max_size=200), min_size=1, max_size=8), st.sampled_from([UPRIGHT, LYING]))
def test_the_columns_of_a_part_fit_on_a_line(texts: list[str], paper: Paper) -> None:
    table = Table(caption="t", columns=tuple(Column(head=each[:9]) for each in texts), rows=(tuple(texts),))
    for line in table_lines(table, paper):
        shares = [float(each) for each in re.findall(r"\{(0\.\d+)\\linewidth\}", line)]
        assert sum(shares) <= 1


def test_the_column_that_names_rows_has_no_smaller_share_than_any_other() -> None:
    columns = (Column(head="Name"), Column(head="Text", share=3))
    table = Table(caption="t", columns=columns, rows=(("word " * 60, "word " * 60),))
    (line,) = (each for each in table_lines(table, UPRIGHT) if "longtable}{@" in each)
    first, second = re.findall(r"L\{([\d.]+)\\linewidth\}", line)
    assert first == second


def test_the_level_of_a_row_colours_all_but_its_name() -> None:
    colours = [f"\\cellcolor[HTML]{{{each}}}" for each in LEVEL_FILLS]
    assert rows_of(levelled(0, None, 4)) == [
        f"Portal & {colours[0]}3 & {colours[0]}seen \\\\",
        "Portal & 3 & seen \\\\",
        f"Portal & {colours[4]}3 & {colours[4]}seen \\\\",
    ]


def test_a_cell_s_own_level_counts_more_than_its_row_s() -> None:
    own, row = f"\\cellcolor[HTML]{{{LEVEL_FILLS[0]}}}", f"\\cellcolor[HTML]{{{LEVEL_FILLS[4]}}}"
    assert rows_of(levelled(4, shown=0)) == [f"Portal & {own}3 & {row}seen \\\\"]


def test_names_are_set_in_where_they_stand_behind_a_number() -> None:
    columns = (Column(head="No.", number=True), NAME)
    table = Table(caption="t", columns=columns, rows=(("1", "Whole"), ("2", "Part")), depths=(0, 2), levels=(3, None))
    assert rows_of(table) == [r"\textbf{1} & \textbf{Whole} \\", r"2 & \hspace*{2em}Part \\"]


@pytest.mark.parametrize(
    ("characters", "paper", "rows"),
    [(56 * 45, UPRIGHT, 1), (56 * 45 + 1, UPRIGHT, 8), (35 * 70, LYING, 1), (35 * 70 + 1, LYING, 5)],
)
def test_a_row_is_cut_as_soon_as_it_may_be_higher_than_a_page(characters: int, paper: Paper, rows: int) -> None:
    table = Table(caption="t", columns=(NAME,), rows=(("字" * characters,),))
    found = rows_of(table, paper)
    assert len(found) == rows
    assert "".join(each.removesuffix(r" \\") for each in found) == "字" * characters


def test_a_cut_cell_keeps_its_colour_in_each_piece_and_its_sources_in_the_last() -> None:
    cell = Cell(text="字" * 3000, answer="yes", marks=(4,))
    found = rows_of(Table(caption="t", columns=(NAME,), rows=((cell,),)))
    assert all(each.startswith(r"\cellcolor[HTML]{9ECAE1}字") for each in found)
    assert [r"\hyperlink{reference-4}{4}" in each for each in found] == [False] * (len(found) - 1) + [True]


@pytest.mark.parametrize(("texts", "numbers", "wide"), [(5, 0, False), (5, 9, False), (6, 0, True), (0, 9, False)])
def test_columns_of_text_alone_turn_a_page(texts: int, numbers: int, wide: bool) -> None:
    assert is_wide(Table(caption="t", columns=(NAME,) * texts + (NUMBER,) * numbers, rows=())) is wide
