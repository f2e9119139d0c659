"""Charts that a spreadsheet draws from the cells of a sheet, so that whoever has them can edit them."""

from typing import cast

from attrs import frozen
from xlsxwriter import Workbook
from xlsxwriter.chart import Chart as NativeChart
from xlsxwriter.worksheet import Worksheet

from maturity.render.charts.palette import NOW, PEER, RATED, SERIES_COLOURS
from maturity.render.colours import INK, LEVEL_FILLS
from maturity.render.spreadsheet_charts import level_rows
from maturity.render.spreadsheet_tables import Place
from maturity.render.visible import visible
from maturity.report.charts import CoverageBars, DimensionProfile, GapDumbbells, HeatMap
from maturity.report.page import SHADES, Chart, Table

_DASHES = ("solid", "dash", "round_dot", "dash_dot", "long_dash", "square_dot")
_MARKERS = ("circle", "square", "triangle", "diamond", "x", "plus")
_PATTERNS = ("wide_upward_diagonal", "light_horizontal", "small_grid", "percent_20", "wide_downward_diagonal")
_STATE_INK = "595959"
_WIDE, _HIGH, _ROW_HEIGHT = 760, 460, 30


def draw_native(book: Workbook, drawn: Worksheet, chart: Chart, table: Table, place: Place) -> None:
    """Draw *chart* below its table; a heat map is the table itself, coloured by what its cells hold."""
    if not table.rows:
        return
    source = _Source(drawn.get_name(), place.head, len(table.rows))
    match chart:
        case DimensionProfile():
            _insert(drawn, _radar(book, chart, source), chart, place, height=_HIGH + 100)
        case GapDumbbells():
            _insert(drawn, _dumbbells(book, chart, source), chart, place, height=_HIGH + 100)
        case CoverageBars():
            _insert(drawn, _bars(book, chart, source), chart, place, height=150 + _ROW_HEIGHT * len(chart.bars))
        case HeatMap():
            _colour_levels(book, drawn, chart, place.head + 1)


@frozen
class _Source:
    """Where the cells stand that a chart is drawn from."""

    sheet: str
    head: int
    rows: int

    def series(self, column: int) -> dict[str, object]:
        """Name, labels and numbers of one column."""
        first, last = self.head + 1, self.head + self.rows
        return {
            "name": [self.sheet, self.head, column],
            "categories": [self.sheet, first, 0, last, 0],
            "values": [self.sheet, first, column, last, column],
        }


def _radar(book: Workbook, chart: DimensionProfile, source: _Source) -> NativeChart:
    made = _new(book, {"type": "radar", "subtype": "with_markers"})
    for place in range(len(chart.series)):
        colour = f"#{SERIES_COLOURS[place % len(SERIES_COLOURS)]}"
        made.add_series(
            {
                **source.series(place + 1),
                "line": {"color": colour, "width": 2, "dash_type": _DASHES[place % len(_DASHES)]},
                "marker": _marker(_MARKERS[place % len(_MARKERS)], colour),
            }
        )
    made.set_y_axis(_levels_of(chart))
    made.show_blanks_as("gap")
    return made


def _dumbbells(book: Workbook, chart: GapDumbbells, source: _Source) -> NativeChart:
    """Marks without lines, joined from the lowest to the highest in each place."""
    made = _new(book, {"type": "line"})
    looks = [("circle", f"#{NOW}", f"#{NOW}"), ("diamond", f"#{INK}", f"#{INK}"), ("triangle", f"#{PEER}", f"#{INK}")]
    for place, (shape, fill, outline) in enumerate(looks[: 3 if chart.has_peers else 2]):
        marker = {"type": shape, "size": 9, "fill": {"color": fill}, "border": {"color": outline}}
        made.add_series({**source.series(place + 1), "line": {"none": True}, "marker": marker})
    made.set_high_low_lines({"line": {"color": "#8C8C8C", "width": 1.5}})
    made.set_y_axis(_levels_of(chart))
    made.set_x_axis({"num_font": {"rotation": -60, "size": 9}})
    made.show_blanks_as("gap")
    return made


def _levels_of(chart: DimensionProfile | GapDumbbells) -> dict[str, object]:
    """The axis of the levels."""
    highest = chart.lowest + len(chart.levels) - 1
    return {"min": chart.lowest, "max": highest, "major_unit": 1, "major_gridlines": _GRID}


def _bars(book: Workbook, chart: CoverageBars, source: _Source) -> NativeChart:
    """Bars from the top down, of what is rated in one colour and what is not in patterns."""
    made = _new(book, {"type": "bar", "subtype": "stacked"})
    for place in range(1 + len(chart.states)):
        look: dict[str, object] = {"fill": {"color": f"#{RATED}"}}
        if place > 0:
            pattern = _PATTERNS[(place - 1) % len(_PATTERNS)]
            look = {"pattern": {"pattern": pattern, "fg_color": f"#{_STATE_INK}", "bg_color": "#FFFFFF"}}
        made.add_series({**source.series(place + 1), **look, "border": {"color": f"#{_STATE_INK}"}, "gap": 60})
    made.set_y_axis({"reverse": True})
    made.set_x_axis({"major_gridlines": _GRID, "num_format": "0", "label_position": "high"})
    return made


_GRID = {"visible": True, "line": {"color": "#D0D0D0"}}


def _marker(shape: str, colour: str) -> dict[str, object]:
    return {"type": shape, "size": 7, "fill": {"color": colour}, "border": {"color": colour}}


def _new(book: Workbook, kind: dict[str, str]) -> NativeChart:
    return cast("NativeChart", book.add_chart(kind))  # none only of a kind that XlsxWriter does not know


def _insert(drawn: Worksheet, made: NativeChart, chart: Chart, place: Place, *, height: int) -> None:
    made.set_title({"name": [drawn.get_name(), 0, 0], "name_font": {"size": 12}})  # a text could become a formula
    made.set_legend({"position": "bottom"})
    made.set_size({"width": _WIDE, "height": height})
    drawn.set_portrait()
    drawn.fit_to_pages(1, 1)
    drawn.insert_chart(place.end + 1, 0, made, {"description": visible(chart.alt)})


def _colour_levels(book: Workbook, drawn: Worksheet, chart: HeatMap, first: int) -> None:
    apart = (chart.highest - chart.lowest) / (SHADES - 1)
    for start, end in level_rows(chart):
        for shade, fill in enumerate(LEVEL_FILLS):
            least, most = (chart.lowest + (shade + each) * apart for each in (-0.5, 0.4999999))
            look = book.add_format({"bg_color": f"#{fill}"})
            rule = {"type": "cell", "criteria": "between", "minimum": least, "maximum": most, "format": look}
            drawn.conditional_format(first + start, 1, first + end, len(chart.countries), rule)
