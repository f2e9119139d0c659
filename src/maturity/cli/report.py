"""`maturity report`: a scored gap report for one country."""

import argparse
from pathlib import Path

from maturity.catalog import Catalog
from maturity.cli.arguments import DATA_FORMATS
from maturity.cli.choices import chosen_catalogs, chosen_country, chosen_format, spoken
from maturity.cli.console import (
    CommandError,
    explained,
)
from maturity.cli.pages import show_page, show_text
from maturity.files.faults import did_you_mean
from maturity.framework import Framework
from maturity.gaps import GapReport, Target, gap_report
from maturity.reading import load_framework
from maturity.report.gap_page import gap_page
from maturity.scoring import Assessment, assess
from maturity.weights import read_plan, read_weights, reweight


def run(options: argparse.Namespace) -> None:
    """Print or write the report."""
    form = chosen_format(options)
    with explained():
        catalogs = chosen_catalogs(options)
        framework = _framework(options, catalogs)
        _check_dimension(options.dimension, framework)
        country = _assess(options.country, framework, catalogs, options)
        names = [each.strip() for each in (options.comparators or "").split(",") if each.strip()]
        others = [_assess(each, framework, catalogs, options) for each in names]
        report = gap_report(country, target=_target(options, framework, others), comparators=others)
    if form in DATA_FORMATS:
        show_text(_render_data(report, form, options), options)
    else:
        show_page(gap_page(report, language=options.lang, dimension=options.dimension), form, options)


def _framework(options: argparse.Namespace, catalogs: tuple[Catalog, ...]) -> Framework:
    framework = load_framework(catalogs=catalogs, languages=spoken(options.lang))
    if not options.weights:
        return framework
    return reweight(framework, read_weights(Path(options.weights), framework))


def _check_dimension(dimension: str | None, framework: Framework) -> None:
    names = [each.id for each in framework.dimensions]
    if dimension is not None and dimension not in names:
        hint = did_you_mean(dimension, names) or "dimensions: " + ", ".join(names)
        raise CommandError(f"maturity: unknown dimension '{dimension}' ({hint})", exit_code=2)


def _assess(name: str, framework: Framework, catalogs: tuple[Catalog, ...], options: argparse.Namespace) -> Assessment:
    return assess(chosen_country(name, framework, catalogs, languages=spoken(options.lang)), framework)


def _target(options: argparse.Namespace, framework: Framework, others: list[Assessment]) -> Target | None:
    chosen = options.target
    if chosen is None:
        return None
    if chosen in ("best", "median"):
        if not others:
            raise CommandError(f"maturity: --target {chosen} needs countries: --with DNK,AUS", exit_code=2)
        return Target.best(of=others) if chosen == "best" else Target.median(of=others)
    if chosen.removeprefix("-").isdecimal():
        levels = [each.value for each in framework.scale]
        if int(chosen) not in levels:
            raise CommandError(f"maturity: no level {chosen} (levels run {levels[0]}–{levels[-1]})", exit_code=2)
        return Target.level(int(chosen))
    return Target.plan(read_plan(Path(chosen), framework))


def _render_data(report: GapReport, form: str, options: argparse.Namespace) -> str:
    """The report as data; the packages of that are imported only when it is asked for."""
    from maturity.render.data_files import render_csv, render_json, render_tsv
    from maturity.report.gap_data import gap_data

    render = {"json": render_json, "csv": render_csv, "tsv": render_tsv}[form]
    return render(gap_data(report, language=options.lang, dimension=options.dimension))
