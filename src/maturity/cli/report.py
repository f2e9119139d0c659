"""`maturity report`: a scored gap report for one country."""

import argparse

from maturity.catalog import Catalog
from maturity.cli.arguments import CHART_FORMATS, DATA_FORMATS
from maturity.cli.choices import (
    chosen_catalogs,
    chosen_format,
    framework_for,
    named_path,
    refuse_without_levels,
    spoken,
)
from maturity.cli.console import explained
from maturity.cli.pages import show_page, show_text
from maturity.cli.targets import assessed, chosen_comparators, chosen_target
from maturity.framework import Framework
from maturity.gaps import GapReport, gap_report
from maturity.reading import check_dimension
from maturity.report.gap_page import gap_page
from maturity.weights import read_weights, reweight


def run(options: argparse.Namespace) -> None:
    """Print or write the report."""
    form = chosen_format(options)
    with explained():
        catalogs = chosen_catalogs(options)
        framework = _framework(options, catalogs)
        refuse_without_levels(framework)
        check_dimension(options.dimension, framework)
        country = assessed(options.country, framework, catalogs, options)
        others = chosen_comparators(framework, catalogs, options)
        target = chosen_target(options.target, framework, others)
        report = gap_report(country, target=target, comparators=others)
    if form in DATA_FORMATS:
        show_text(_render_data(report, form, options), options)
    else:
        page = gap_page(report, language=options.lang, dimension=options.dimension, with_charts=form in CHART_FORMATS)
        show_page(page, form, options)


def _framework(options: argparse.Namespace, catalogs: tuple[Catalog, ...]) -> Framework:
    framework = framework_for(options.country, options.framework, catalogs, languages=spoken(options.lang))
    if not options.weights:
        return framework
    return reweight(framework, read_weights(named_path(options.weights), framework))


def _render_data(report: GapReport, form: str, options: argparse.Namespace) -> str:
    """The report as data; the packages of that are imported only when it is asked for."""
    from maturity.render.data_files import render_csv, render_json, render_tsv
    from maturity.report.gap_data import gap_data

    render = {"json": render_json, "csv": render_csv, "tsv": render_tsv}[form]
    return render(gap_data(report, language=options.lang, dimension=options.dimension))
