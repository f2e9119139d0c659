"""`maturity chart`: levels, gaps or coverage as a picture."""

import argparse
from pathlib import Path

from maturity.cli.choices import chosen_catalogs, chosen_format, framework_for, refuse_without_levels, spoken
from maturity.cli.console import CommandError, explained, needs, write_whole
from maturity.cli.pages import show_text
from maturity.cli.targets import assessed, chosen_comparators, chosen_target
from maturity.comparison import Comparison, compare, repeated_waves
from maturity.gaps import gap_report
from maturity.reading import check_dimension
from maturity.report.coverage_chart import coverage_bars
from maturity.report.gap_chart import gap_dumbbells
from maturity.report.level_charts import dimension_profile, heat_map
from maturity.report.page import Chart
from maturity.report.page_charts import MOST_SERIES


def run(options: argparse.Namespace) -> None:
    """Print or write the chart."""
    form = chosen_format(options)
    _check(options, form)
    with explained():
        chart = _chart(options)
    if form == "png":
        write_whole(Path(options.output), _picture(chart))
        return
    from maturity.render.charts.svg import render_svg

    show_text(render_svg(chart), options)


def _check(options: argparse.Namespace, form: str) -> None:
    """Refuse what does not go together, before anything is read."""
    if form == "png" and not options.output:
        raise CommandError("maturity: a picture is not for the screen: give it a file with -o", exit_code=2)
    belongs = {"--target": ("gaps", options.target), "--with": ("gaps", options.comparators)}
    belongs["--rows"] = ("heatmap", options.rows)
    for option, (kind, given) in belongs.items():
        if given is not None and options.kind != kind:
            raise CommandError(f"maturity: {option} belongs to '{kind}', not to '{options.kind}'", exit_code=2)
    count = len(options.countries)
    if options.kind == "gaps" and count > 1:
        raise CommandError("maturity: gaps are one country's: name peers by --with", exit_code=2)
    if options.kind == "profile" and count > MOST_SERIES:
        raise CommandError(
            f"maturity: a profile shows {MOST_SERIES} countries at most, not {count}: see heatmap", exit_code=2
        )


def _chart(options: argparse.Namespace) -> Chart:
    catalogs = chosen_catalogs(options)
    framework = framework_for(options.countries[0], options.framework, catalogs, languages=spoken(options.lang))
    if options.kind != "coverage":
        refuse_without_levels(framework)
    check_dimension(options.dimension, framework)
    countries = [assessed(each, framework, catalogs, options) for each in options.countries]
    if options.kind == "gaps":
        others = chosen_comparators(framework, catalogs, options)
        target = chosen_target(options.target, framework, others)
        report = gap_report(countries[0], target=target, comparators=others)
        return gap_dumbbells(report, language=options.lang, dimension=options.dimension)
    repeated = repeated_waves([each.profile for each in countries])
    if repeated:
        raise CommandError(f"maturity: named more than once: {', '.join(repeated)}", exit_code=2)
    return _compared(compare(countries), options)


def _compared(comparison: Comparison, options: argparse.Namespace) -> Chart:
    match options.kind:
        case "profile":
            return dimension_profile(comparison, language=options.lang, dimension=options.dimension)
        case "coverage":
            return coverage_bars(comparison.assessments, language=options.lang, dimension=options.dimension)
    rows = options.rows or "indicator"
    if rows == "dimension" and options.dimension:
        raise CommandError("maturity: one dimension has no rows of dimensions: --rows component", exit_code=2)
    return heat_map(comparison, language=options.lang, dimension=options.dimension, rows=rows)


def _picture(chart: Chart) -> bytes:
    """The picture; the package that draws it is imported only when it is asked for.

    Raises:
        CommandError: The package is not there, or no font has the characters.
    """
    with needs("png", "pictures need"):
        from maturity.render.charts.png import MissingFontError, render_png
    try:
        return render_png(chart)
    except MissingFontError as error:
        raise CommandError(f"maturity: {error}; or write the chart as .svg", exit_code=1) from None
