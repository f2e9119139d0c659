"""`maturity export`: everything of a country or framework as JSON, or of a country as a workbook."""

import argparse
from pathlib import Path

from maturity.catalog import Catalog
from maturity.cli.choices import chosen_catalogs, chosen_country, chosen_format, framework_for
from maturity.cli.console import CommandError, explained, needs, print_result, write_whole
from maturity.files.exported import export_json
from maturity.files.faults import did_you_mean
from maturity.framework import Framework
from maturity.profile import Profile
from maturity.reading import load_framework
from maturity.text import LANGUAGES


def run(options: argparse.Namespace) -> None:
    """Print or write the export."""
    form = chosen_format(options)
    if form == "xlsx":
        _refuse_screen(options)
    with explained():
        catalogs = chosen_catalogs(options)
        is_framework = _names_framework(options.what, catalogs)
        if is_framework:
            framework = load_framework(options.what, catalogs=catalogs)
            content: str | bytes = _framework_export(framework, form)
        else:
            framework = framework_for(options.what, None, catalogs, languages=LANGUAGES)
            profile = chosen_country(options.what, framework, catalogs, languages=LANGUAGES)
            content = _country_export(profile, framework, form, options.lang)
    if options.output:
        write_whole(Path(options.output), content)
    else:
        print_result(str(content))


def _names_framework(what: str, catalogs: tuple[Catalog, ...]) -> bool:
    frameworks = {id for catalog in catalogs for id in catalog.framework_ids()}
    if what not in frameworks and (hint := did_you_mean(what, sorted(frameworks))):
        raise CommandError(f"maturity: unknown framework '{what}' ({hint})", exit_code=2)
    return what in frameworks


def _framework_export(framework: Framework, form: str) -> str:
    if form == "xlsx":
        raise CommandError(
            f"maturity: '{framework.id}' is a framework, and workbooks hold countries: export it as json", exit_code=2
        )
    return export_json(framework)


def _country_export(profile: Profile, framework: Framework, form: str, language: str) -> str | bytes:
    if form == "json":
        return export_json(profile)
    with needs("office", "workbooks need"):
        from maturity.render.workbook import render_workbook
        from maturity.render.workbook_table import TooLongForCellError
    try:
        return render_workbook(profile, framework, language=language)
    except TooLongForCellError as error:
        raise CommandError(f"maturity: {error}: export it as json", exit_code=1) from None


def _refuse_screen(options: argparse.Namespace) -> None:
    if not options.output:
        raise CommandError("maturity: a workbook is not for the screen: give it a file with -o", exit_code=2)
