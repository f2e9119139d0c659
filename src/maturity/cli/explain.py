"""`maturity explain`: how a score arises, down to the evidence."""

import argparse
from typing import TYPE_CHECKING

from maturity.cli.choices import (
    chosen_catalogs,
    chosen_columns,
    chosen_country,
    chosen_format,
    chosen_framework,
    framework_for,
    named_path,
    spoken,
)
from maturity.cli.console import (
    CommandError,
    explained,
    table_problems,
)
from maturity.cli.pages import show_page
from maturity.files.faults import did_you_mean
from maturity.framework import Framework
from maturity.report.derivation_page import Cells, Derivation, derivation_page
from maturity.report.explain_page import explain_page
from maturity.report.page import Page
from maturity.scoring import assess

if TYPE_CHECKING:
    from maturity.table_files import ScoredFile


def run(options: argparse.Namespace) -> None:
    """Print or write the explanation."""
    form = chosen_format(options)
    with explained():
        catalogs = chosen_catalogs(options)
        languages = spoken(options.lang)
        if options.data:
            framework = chosen_framework(options.framework, catalogs, languages=languages)
        else:
            framework = framework_for(options.country, options.framework, catalogs, languages=languages)
        nodes = list(framework.node_ids())
        if options.node not in nodes:
            raise CommandError(f"maturity: unknown node '{options.node}' ({_hint(options.node, nodes)})", exit_code=2)
        if options.data:
            page = _explain_row(options, framework)
        else:
            profile = chosen_country(options.country, framework, catalogs, languages=spoken(options.lang))
            page = explain_page(assess(profile, framework), options.node, language=options.lang)
    show_page(page, form, options)


def _explain_row(options: argparse.Namespace, framework: Framework) -> Page:
    data = named_path(options.data)
    with table_problems():
        from maturity.table_files import score_file

        units = tuple(filter(None, (options.unit or "").split(",")))
        columns = chosen_columns(options.map)
        scored = score_file(data, framework, units=units, period=options.period, columns=columns)
        scores = scored.scores_of(options.country, framework)
        cells = _cells(options.country, framework, options.node, scored)
    derivation = Derivation(unit=options.country, scores=scores, framework=framework, language=options.lang)
    return derivation_page(derivation, options.node, cells)


def _cells(unit: str, framework: Framework, node: str, scored: "ScoredFile") -> Cells | None:
    indicator = next((each for each in framework.indicators if each.id == node), None)
    if indicator is None:
        return None
    figure = scored.cell(unit, indicator.id, *indicator.columns)
    return Cells(figure=figure, divisor=scored.cell(unit, indicator.per.column) if indicator.per else None)


def _hint(node: str, nodes: list[str]) -> str:
    last = {each.rpartition(".")[2]: each for each in nodes}
    return did_you_mean(node, nodes) or did_you_mean(last.get(node, node), nodes) or "see: maturity explain COUNTRY"
