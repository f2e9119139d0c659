"""`maturity lint`: what good practice would have otherwise in data that is right."""

import argparse
from pathlib import Path

from maturity.cli.choices import chosen_catalogs
from maturity.cli.console import CommandError, explained, print_message
from maturity.cli.data_folders import DataFolder, RatedFrameworks, all_data, data_named
from maturity.cli.problem_formats import print_problems
from maturity.cli.progress_bar import with_progress
from maturity.files.framework_files import read_framework_folder
from maturity.lint.country import lint_country_folder, lint_exported
from maturity.problems import DataError, Problem
from maturity.reading import read_framework


def run(options: argparse.Namespace) -> None:
    """Print every warning; fail when the data cannot be read, and with `--strict` when there is any warning."""
    with explained():
        catalogs = chosen_catalogs(options)
        found = list(all_data(catalogs) if options.what is None else data_named(options.what, catalogs))
        looked_at = [each for each in found if each.kind in ("country", "framework", "export", "exported framework")]
        frameworks = RatedFrameworks(catalogs)
        problems = [problem for each in with_progress(looked_at) for problem in _lint(each, frameworks)]
    print_problems(problems, options.format)
    errors = sum(not each.is_warning for each in problems)
    if errors:
        message = f"maturity: {errors:,} errors, to be mended first; {len(problems) - errors:,} warnings"
        raise CommandError(message, exit_code=1)
    counted = f"maturity: {len(looked_at)} looked at, {len(problems):,} warnings"
    if problems and options.strict:
        raise CommandError(counted, exit_code=1)
    print_message(counted)


def _lint(folder: DataFolder, frameworks: RatedFrameworks) -> tuple[Problem, ...]:
    try:
        if folder.kind == "framework":
            return read_framework_folder(folder.place, folder.shown)[1]
        if folder.kind == "exported framework":
            read_framework(folder.shown)
            return ()
        if folder.kind == "export":
            return lint_exported(Path(folder.shown), framework=frameworks.of(folder))
        return lint_country_folder(folder.place, folder.shown, framework=frameworks.of(folder))
    except DataError as error:
        return error.problems
