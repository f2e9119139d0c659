"""`maturity check`: every problem in data files, and whether worked cases hold."""

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from maturity.case_runs import check_case_file
from maturity.catalog import Catalog, find_hidden
from maturity.cli.choices import chosen_catalogs, named_path
from maturity.cli.console import CommandError, explained, print_message
from maturity.cli.data_folders import DataFolder, RatedFrameworks, all_data, data_at
from maturity.cli.problem_formats import print_problems
from maturity.cli.progress_bar import with_progress
from maturity.files.framework_files import read_framework_folder
from maturity.files.group_files import read_groups
from maturity.files.imported import read_imported
from maturity.files.profile_files import read_profile_folder
from maturity.files.unread import unread_at, unread_in_catalog
from maturity.framework import Framework
from maturity.problems import DataError, Place, Problem, UnknownNameError
from maturity.reading import read_framework


def run(options: argparse.Namespace) -> None:
    """Print every problem; fail when one of them is an error."""
    catalogs = chosen_catalogs(options)
    found = list(all_data(catalogs) if options.path is None else data_at(named_path(options.path)))
    problems = [*_out_of_sight(catalogs)] if options.path is None else [*unread_at(named_path(options.path))]
    frameworks = RatedFrameworks(catalogs)
    held = 0
    for each in with_progress(found):
        if each.kind == "cases":
            searched = (each.home, *catalogs) if each.home else catalogs
            holding, faults = check_case_file(each.place, each.shown, searched, run=options.cases)
            held += holding
            problems += faults
        else:
            with explained():
                problems += _check(each, frameworks)
    print_problems(problems, options.format)
    errors = sum(not each.is_warning for each in problems)
    if errors:
        raise CommandError(f"maturity: {errors:,} errors, {len(problems) - errors:,} warnings", exit_code=1)
    cases = f"{held} cases hold, " if options.cases else ""
    print_message(f"maturity: {len(found)} checked, {cases}no errors, {len(problems):,} warnings")


def _out_of_sight(catalogs: tuple[Catalog, ...]) -> Iterator[Problem]:
    """What is never read, as an earlier catalog holds it too, or nothing looks where it stands."""
    for catalog in catalogs:
        yield from unread_in_catalog(catalog.root, catalog.shown)
    for each in find_hidden(catalogs):
        file = "framework.yaml" if each.steps[0] == "frameworks" else "profile.yaml"
        place = Place(file=each.unused.shown_path(*each.steps, file))
        hint = "the first catalog that holds it counts"
        yield Problem(place=place, code="W205", message=f"{each.name} is read from {each.used.name}", hint=hint)


def _check(folder: DataFolder, frameworks: RatedFrameworks) -> tuple[Problem, ...]:
    if folder.kind == "framework":
        return _problems(partial(read_framework_folder, folder.place, folder.shown))
    if folder.kind == "groups":
        return _problems(lambda: (read_groups(folder.place, folder.shown), ()))
    if folder.kind == "exported framework":
        return _problems(lambda: (read_framework(folder.shown), ()))
    if folder.kind == "export":
        return _problems(
            lambda: (None, read_imported(Path(folder.shown), framework=_framework(frameworks, folder)).warnings)
        )
    return _problems(partial(read_profile_folder, folder.place, folder.shown, framework=_framework(frameworks, folder)))


def _framework(frameworks: RatedFrameworks, folder: DataFolder) -> Framework | None:
    """The framework to check against; a broken one has problems of its own, and those are reported there."""
    try:
        return frameworks.of(folder)
    except (DataError, UnknownNameError):
        return None


def _problems(read: Callable[[], tuple[object, tuple[Problem, ...]]]) -> tuple[Problem, ...]:
    try:
        return read()[1]
    except DataError as error:
        return error.problems
