import pytest
from attrs import evolve

from maturity.render.spreadsheet_charts import level_rows, table_of, words_below
from maturity.report.charts import (
    CoverageBar,
    CoverageBars,
    DimensionProfile,
    GapDumbbells,
    GapHeads,
    GapRow,
    HeatGroup,
    HeatMap,
    HeatRow,
    Reading,
    Series,
)
from maturity.report.page import Cell, Chart, Column, Number, Paragraph, Table
from tests.charts import charts

LEVELS = ("absent", "initial", "partial", "established", "advanced")
STATES = (("not-rated", "not rated"), ("not-applicable", "not applicable"))
FIRST = Column(head="", share=2)
NOT_RATED, NOT_APPLICABLE = Reading(state="not-rated"), Reading(state="not-applicable")


def at(level: float, text: str) -> Reading:
    return Reading(level=level, text=text)


def number(value: float, decimals: int, text: str) -> Cell:
    return Cell(text=text, number=Number(value=value, decimals=decimals))


def profile(*series: Series, nodes: tuple[str, ...] = ("Law", "Skills")) -> DimensionProfile:
    return DimensionProfile(
        title="Levels", alt="A.", language="en", states=STATES, nodes=nodes, series=series, levels=LEVELS
    )


def heat_map(*groups: HeatGroup) -> HeatMap:
    return HeatMap(
        title="Map",
        alt="A.",
        language="en",
        states=STATES,
        countries=("France", "China"),
        groups=groups,
        levels=LEVELS,
    )


def gaps(*rows: GapRow, has_peers: bool) -> GapDumbbells:
    heads = GapHeads(now="Now", target="Target", best="Best peer", gain="Gain")
    return GapDumbbells(
        title="Gaps", alt="A.", language="en", rows=rows, heads=heads, levels=LEVELS, has_peers=has_peers
    )


def coverage(*bars: CoverageBar) -> CoverageBars:
    return CoverageBars(
        title="Coverage", alt="A.", language="en", states=STATES, bars=bars, rated="rated", coverage="Share"
    )


def test_a_profile_has_a_row_for_each_node_and_a_column_for_each_country() -> None:
    france = Series(label="France", readings=(at(2.0, "2.0"), at(3.25, "3.3")))
    china = Series(label="China", readings=(at(4, "4"), NOT_RATED))
    assert table_of(profile(france, china)) == Table(
        caption="Levels",
        columns=(FIRST, Column(head="France", number=True), Column(head="China", number=True)),
        rows=(
            ("Law", number(2.0, 1, "2.0"), number(4, 0, "4")),
            ("Skills", number(3.25, 1, "3.3"), Cell(text="", answer="unknown", note="not rated")),
        ),
    )


def test_a_level_with_a_comma_has_a_decimal_too() -> None:
    france = Series(label="France", readings=(at(2.5, "2,5"), at(0.0, "0,0")))
    assert [row[1] for row in table_of(profile(france)).rows] == [number(2.5, 1, "2,5"), number(0.0, 1, "0,0")]


def test_a_heat_map_has_a_row_for_each_label_and_says_what_has_no_level() -> None:
    law = HeatGroup(label="Law", rows=(HeatRow(label="eID", readings=(at(0, "0"), NOT_APPLICABLE)),))
    other = HeatGroup(label="", rows=(HeatRow(label="Staff", readings=(NOT_RATED, at(4, "4"))),))
    assert table_of(heat_map(law, other)) == Table(
        caption="Map",
        columns=(FIRST, Column(head="France", whole=True), Column(head="China", whole=True)),
        rows=(
            ("Law", "", ""),
            ("eID", number(0, 0, "0"), Cell(text="not applicable", answer="not-applicable")),
            ("Staff", Cell(text="not rated", answer="unknown"), number(4, 0, "4")),
        ),
        depths=(0, 1, 1),
    )


def test_a_state_without_a_name_is_called_as_it_is() -> None:
    below = HeatGroup(label="", rows=(HeatRow(label="eID", readings=(Reading(state="below-threshold"),) * 2),))
    assert table_of(heat_map(below)).rows[0][1] == Cell(text="below-threshold", answer="unknown")


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([("a", 2), ("b", 3)], [(1, 2), (4, 6)]),
        ([("", 2), ("", 3)], [(0, 1), (2, 4)]),
        ([("a", 1), ("", 1), ("b", 1)], [(1, 1), (2, 2), (4, 4)]),
        ([], []),
    ],
)
def test_rows_of_levels_are_counted_without_the_heads_of_groups(
    groups: list[tuple[str, int]], expected: list[tuple[int, int]]
) -> None:
    row = HeatRow(label="eID", readings=(NOT_RATED, NOT_RATED))
    chart = heat_map(*(HeatGroup(label=label, rows=(row,) * count) for label, count in groups))
    assert list(level_rows(chart)) == expected


def test_the_rows_of_levels_of_the_five_countries_are_those_that_hold_them() -> None:
    chart = charts("zh")["heatmap-five"]
    assert isinstance(chart, HeatMap)
    labels = [row[0].text for row in table_of(chart).rows]
    found = [label for start, end in level_rows(chart) for label in labels[start : end + 1]]
    assert found == [row.label for row in chart.rows]


EID = GapRow(label="eID", now=at(1, "1"), target=at(4, "4"), best=at(3.5, "3.5"), peers="Denmark, China", gain="+0.4")
STAFF = GapRow(label="Staff", now=at(0, "0"), target=at(2.5, "2.5"), gain="+1.2")


def test_a_gap_beside_peers_names_who_is_ahead_in_a_note() -> None:
    heads = ("Now", "Target", "Best peer", "Gain")
    best = Cell(text="3.5", number=Number(value=3.5, decimals=1), note="Denmark, China")
    assert table_of(gaps(EID, STAFF, has_peers=True)) == Table(
        caption="Gaps",
        columns=(FIRST, *(Column(head=each, number=True) for each in heads)),
        rows=(
            ("eID", number(1, 0, "1"), number(4, 0, "4"), best, "+0.4"),
            ("Staff", number(0, 0, "0"), number(2.5, 1, "2.5"), "", "+1.2"),
        ),
    )


def test_without_peers_there_is_no_column_for_them() -> None:
    found = table_of(gaps(EID, has_peers=False))
    assert [each.head for each in found.columns] == ["", "Now", "Target", "Gain"]
    assert [[each.text for each in row] for row in found.rows] == [["eID", "1", "4", "+0.4"]]


def test_a_country_without_gaps_has_heads_alone() -> None:
    assert table_of(gaps(has_peers=False)).rows == ()


def test_coverage_counts_each_state_and_zero_is_a_number() -> None:
    first = CoverageBar(label="Law", counts=(("rated", 12), ("not-rated", 0), ("not-applicable", 3)), coverage="100%")
    heads = ("rated", "not rated", "not applicable", "Share")
    assert table_of(coverage(first)) == Table(
        caption="Coverage",
        columns=(FIRST, *(Column(head=each, number=True) for each in heads)),
        rows=(
            (
                "Law",
                *(Cell(text=str(each), number=Number(value=each)) for each in (12, 0, 3)),
                "100%",
            ),
        ),
    )


def test_coverage_of_nothing_has_its_heads() -> None:
    assert table_of(coverage()) == Table(
        caption="Coverage", columns=(FIRST, Column(head="Share", number=True)), rows=()
    )


@pytest.mark.parametrize("name", charts("en"))
def test_every_row_of_a_shipped_chart_has_a_cell_for_each_column(name: str) -> None:
    table = table_of(charts("fr")[name])
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert table.caption == charts("fr")[name].title


def test_notes_stand_below_and_what_is_shown_in_words_stands_last() -> None:
    chart = evolve(profile(), notes=("One.", "Two."), alt="It shows.")
    assert words_below(chart) == tuple(Paragraph(text=each, note=True) for each in ("One.", "Two.", "It shows."))


def test_another_chart_has_no_table() -> None:
    with pytest.raises(TypeError, match=r"^no table for a Chart$"):
        table_of(Chart(title="T", alt="A", language="en"))
