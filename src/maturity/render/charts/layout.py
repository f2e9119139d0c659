"""Which drawing belongs to which chart."""

from maturity.render.charts.coverage import draw_coverage
from maturity.render.charts.drawing import Drawing
from maturity.render.charts.gaps import draw_gaps
from maturity.render.charts.heat_map import draw_heat_map
from maturity.render.charts.profile import draw_profile
from maturity.report.charts import CoverageBars, DimensionProfile, GapDumbbells, HeatMap
from maturity.report.page import Chart


def draw(chart: Chart, *, titled: bool = True) -> Drawing:
    """*chart* as a drawing; with its title in it, unless that stands beside.

    Raises:
        TypeError: It is no chart of these kinds.
    """
    match chart:
        case HeatMap():
            return draw_heat_map(chart, titled=titled)
        case DimensionProfile():
            return draw_profile(chart, titled=titled)
        case GapDumbbells():
            return draw_gaps(chart, titled=titled)
        case CoverageBars():
            return draw_coverage(chart, titled=titled)
    raise TypeError(f"no drawing for {type(chart).__name__}")
