"""`maturity status`: what of a country is done, and what comes next."""

import argparse

from maturity.cli.choices import chosen_catalogs, chosen_country, chosen_format, framework_for
from maturity.cli.console import CommandError, explained, print_result, summary_of
from maturity.cli.pages import show_page, show_text
from maturity.problems import DataError
from maturity.progress import Progress, find_progress
from maturity.report.status_page import status_page
from maturity.scoring import assess
from maturity.text import LANGUAGES


def run(options: argparse.Namespace) -> None:
    """Print or write the status."""
    form = chosen_format(options)
    with explained():
        progress = _progress(options)
    if form == "json":
        from maturity.render.data_files import render_status_json
        from maturity.report.status_data import status_data

        show_text(render_status_json(status_data(progress)), options)
    else:
        show_page(status_page(progress, language=options.lang), form, options)


def _progress(options: argparse.Namespace) -> Progress:
    """The progress of the country; where it cannot be used, every problem, as `maturity check` prints them."""
    catalogs = chosen_catalogs(options)
    framework = framework_for(options.country, None, catalogs, languages=LANGUAGES)
    try:
        profile = chosen_country(options.country, framework, catalogs, languages=LANGUAGES)
    except DataError as error:
        print_result(summary_of(error, shown=1000) + "\n")
        errors = sum(not each.is_warning for each in error.problems)
        message = f"maturity: {errors:,} errors, {len(error.problems) - errors:,} warnings; mend these first"
        raise CommandError(message, exit_code=1) from None
    return find_progress(assess(profile, framework))
