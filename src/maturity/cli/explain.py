"""`maturity explain`: how a score arises, down to the evidence."""

import argparse
from pathlib import Path

from maturity.cli.choices import chosen_catalogs, chosen_country, chosen_format, spoken
from maturity.cli.console import (
    FILE_WIDTH,
    CommandError,
    explained,
    print_result,
    terminal_width,
    wants_colour,
    write_whole,
)
from maturity.files.faults import did_you_mean
from maturity.reading import load_framework
from maturity.render.markdown import render_markdown
from maturity.render.terminal import render_terminal
from maturity.report.explain_page import explain_page
from maturity.scoring import assess


def run(options: argparse.Namespace) -> None:
    """Print or write the explanation."""
    form = chosen_format(options)
    with explained():
        catalogs = chosen_catalogs(options)
        framework = load_framework(catalogs=catalogs, languages=spoken(options.lang))
        nodes = list(framework.node_ids())
        if options.node not in nodes:
            raise CommandError(f"maturity: unknown node '{options.node}' ({_hint(options.node, nodes)})", exit_code=2)
        profile = chosen_country(options.country, framework, catalogs, languages=spoken(options.lang))
        page = explain_page(assess(profile, framework), options.node, language=options.lang)
    if form == "md":
        text = render_markdown(page)
    elif options.output:
        text = render_terminal(page, width=FILE_WIDTH)
    else:
        text = render_terminal(page, width=terminal_width(), colour=wants_colour())
    if options.output:
        write_whole(Path(options.output), text)
    else:
        print_result(text)


def _hint(node: str, nodes: list[str]) -> str:
    last = {each.rpartition(".")[2]: each for each in nodes}
    return did_you_mean(node, nodes) or did_you_mean(last.get(node, node), nodes) or "see: maturity explain COUNTRY"
