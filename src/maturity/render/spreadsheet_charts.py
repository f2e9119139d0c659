"""The numbers of a chart as a table, for a sheet on which a native chart is drawn from them."""

from collections.abc import Iterator

from maturity.report.charts import (
    RATED,
    CoverageBars,
    DimensionProfile,
    GapDumbbells,
    HeatMap,
    Reading,
)
from maturity.report.page import Block, Cell, Chart, Column, Number, Paragraph, Table

_UNKNOWN, _NOT_APPLICABLE = "unknown", "not-applicable"


def table_of(chart: Chart) -> Table:
    """What *chart* shows, a row for each label."""
    match chart:
        case DimensionProfile():
            return _profile_table(chart)
        case HeatMap():
            return _heat_table(chart)
        case GapDumbbells():
            return _gap_table(chart)
        case CoverageBars():
            return _coverage_table(chart)
    raise TypeError(f"no table for a {type(chart).__name__}")


def words_below(chart: Chart) -> tuple[Block, ...]:
    """Its notes, and what it shows in words."""
    return tuple(Paragraph(text=each, note=True) for each in (*chart.notes, chart.alt))


def _profile_table(chart: DimensionProfile) -> Table:
    return Table(
        caption=chart.title,
        columns=(Column(head="", share=2), *(Column(head=each.label, number=True) for each in chart.series)),
        rows=[
            (label, *(_plotted(each.readings[place], chart) for each in chart.series))
            for place, label in enumerate(chart.nodes)
        ],
    )


def _heat_table(chart: HeatMap) -> Table:
    rows: list[tuple[str | Cell, ...]] = []
    depths = []
    for group in chart.groups:
        if group.label:
            rows.append((group.label, *("" for _ in chart.countries)))
            depths.append(0)
        rows += [(row.label, *(_shown(each, chart) for each in row.readings)) for row in group.rows]
        depths += [1] * len(group.rows)
    columns = (Column(head="", share=2), *(Column(head=each, whole=True) for each in chart.countries))
    return Table(caption=chart.title, columns=columns, rows=rows, depths=tuple(depths))


def _gap_table(chart: GapDumbbells) -> Table:
    heads = chart.heads
    names = (heads.now, heads.target, *((heads.best,) if chart.has_peers else ()), heads.gain)
    return Table(
        caption=chart.title,
        columns=(Column(head="", share=2), *(Column(head=each, number=True) for each in names)),
        rows=[
            (
                row.label,
                _plotted(row.now, chart),
                _plotted(row.target, chart),
                *((_best(row.best, row.peers, chart),) if chart.has_peers else ()),
                Cell(text=row.gain, number=row.points),
            )
            for row in chart.rows
        ],
    )


def _coverage_table(chart: CoverageBars) -> Table:
    names = {RATED: chart.rated, **dict(chart.states)}
    states = [state for state, _ in chart.bars[0].counts] if chart.bars else []
    return Table(
        caption=chart.title,
        columns=(
            Column(head="", share=2),
            *(Column(head=names[each], number=True) for each in states),
            Column(head=chart.coverage, number=True),
        ),
        rows=[
            (
                bar.label,
                *(Cell(text=str(count), number=Number(value=count)) for _, count in bar.counts),
                Cell(text=bar.coverage, number=bar.share),
            )
            for bar in chart.bars
        ],
    )


def _shown(reading: Reading, chart: Chart) -> Cell:
    """A level, or the name of its state."""
    if reading.level is None:
        return Cell(text=_named(reading.state, chart), answer=_answer(reading.state))
    return Cell(text=reading.text, number=_number(reading.level, reading.text))


def _plotted(reading: Reading, chart: Chart) -> Cell:
    """The same with the state in a note alone, since a native chart takes a text for 0."""
    shown = _shown(reading, chart)
    return shown if shown.number else Cell(text="", answer=shown.answer, note=shown.text)


def _best(reading: Reading | None, peers: str, chart: Chart) -> Cell:
    if reading is None:
        return Cell(text="")
    cell = _plotted(reading, chart)
    return Cell(text=cell.text, number=cell.number, note=peers)


def _number(level: float, text: str) -> Number:
    return Number(value=level, decimals=0 if text.isdecimal() else 1)


def _named(state: str, chart: Chart) -> str:
    return dict(chart.states).get(state, state)


def _answer(state: str) -> str:
    return _NOT_APPLICABLE if state == _NOT_APPLICABLE else _UNKNOWN


def level_rows(chart: HeatMap) -> Iterator[tuple[int, int]]:
    """First and last row of each group of a heat map, counted from the first row of its table."""
    start = 0
    for group in chart.groups:
        start += bool(group.label)
        yield start, start + len(group.rows) - 1
        start += len(group.rows)
