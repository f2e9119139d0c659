"""The charts of a page: which ones, and where they stand."""

from collections.abc import Iterator

from maturity.comparison import Comparison
from maturity.gaps import GapReport
from maturity.report.coverage_chart import coverage_bars
from maturity.report.gap_chart import gap_dumbbells
from maturity.report.level_charts import dimension_profile, heat_map
from maturity.report.page import Chart

MOST_SERIES = 6
"""Countries whose lines can be told apart in one profile."""


def gap_charts(
    report: GapReport, *, language: str = "en", dimension: str | None = None
) -> tuple[tuple[Chart, ...], ...]:
    """The charts of a gap report: the profile beside its peers, the gaps, if there are any, and the coverage."""
    assessment = report.assessment
    beside = report.comparators if len(report.comparators) < MOST_SERIES else ()
    compared = Comparison(assessments=(assessment, *beside))
    beside_each_other = dimension_profile(compared, language=language, dimension=dimension)
    has_gaps = any(assessment.framework.is_within(each.indicator.id, dimension) for each in report.gaps)
    return (
        (beside_each_other,) if beside_each_other.nodes else (),
        (gap_dumbbells(report, language=language, dimension=dimension),) if has_gaps else (),
        (coverage_bars([assessment], language=language, dimension=dimension),),
    )


def score_charts(comparison: Comparison, *, language: str = "en", dimension: str | None = None) -> Iterator[Chart]:
    """The charts beside a comparison's scores: dimensions, or the components of one, by country."""
    rows = "component" if dimension else "dimension"
    if comparison.framework.scale:
        shown = heat_map(comparison, language=language, dimension=dimension, rows=rows)
        if shown.rows:
            yield shown
        profile = dimension_profile(comparison, language=language, dimension=dimension)
        if profile.nodes and len(profile.series) <= MOST_SERIES:
            yield profile
    if not comparison.only_common:
        yield coverage_bars(comparison.assessments, language=language, dimension=dimension)


def level_charts(comparison: Comparison, *, language: str = "en", dimension: str | None = None) -> Iterator[Chart]:
    """The charts beside a comparison's levels: a heat map of the indicators for each dimension, to fit a page."""
    framework = comparison.framework
    if not framework.scale:
        return
    dimensions: list[str | None] = [each.id for each in framework.dimensions]
    for each in [dimension] if dimension or not dimensions else dimensions:
        shown = heat_map(comparison, language=language, dimension=each)
        if shown.rows:
            yield shown
