"""`maturity export`: everything of a country or framework, as JSON."""

import argparse
from pathlib import Path

from maturity.cli.choices import chosen_catalogs, chosen_country, chosen_format
from maturity.cli.console import CommandError, explained, print_result, write_whole
from maturity.files.exported import export_json
from maturity.files.faults import did_you_mean
from maturity.reading import load_framework
from maturity.text import LANGUAGES


def run(options: argparse.Namespace) -> None:
    """Print or write the export."""
    chosen_format(options)
    with explained():
        catalogs = chosen_catalogs(options)
        frameworks = {id for catalog in catalogs for id in catalog.framework_ids()}
        if options.what in frameworks:
            text = export_json(load_framework(options.what, catalogs=catalogs))
        elif hint := did_you_mean(options.what, sorted(frameworks)):
            raise CommandError(f"maturity: unknown framework '{options.what}' ({hint})", exit_code=2)
        else:
            framework = load_framework(catalogs=catalogs)
            text = export_json(chosen_country(options.what, framework, catalogs, languages=LANGUAGES))
    if options.output:
        write_whole(Path(options.output), text)
    else:
        print_result(text)
