"""`maturity check`: every problem in data files."""

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path

from maturity.catalog import Catalog
from maturity.cli.choices import chosen_catalogs
from maturity.cli.console import CommandError, print_message, print_result, summary_of
from maturity.files.framework_files import read_framework_folder
from maturity.files.profile_files import read_profile_folder
from maturity.framework import Framework
from maturity.problems import DataError, Problem, UnknownNameError
from maturity.reading import DEFAULT_FRAMEWORK, load_framework


def run(options: argparse.Namespace) -> None:
    """Print every problem; fail when one of them is an error."""
    catalogs = chosen_catalogs(options)
    if options.path is None:
        checked = [each for catalog in catalogs for each in _check_catalog(catalog, catalogs)]
    else:
        checked = list(_check_path(Path(options.path), catalogs))
    problems = [problem for _, found in checked for problem in found]
    if problems:
        print_result(summary_of(DataError(problems), shown=1000) + "\n")
    errors = sum(not each.is_warning for each in problems)
    if errors:
        raise CommandError(f"maturity: {errors:,} errors, {len(problems) - errors:,} warnings", exit_code=1)
    print_message(f"maturity: {len(checked)} checked, no errors, {len(problems):,} warnings")


Checked = Iterator[tuple[str, tuple[Problem, ...]]]
"""What was checked, and what was found there."""


def _check_catalog(catalog: Catalog, catalogs: tuple[Catalog, ...]) -> Checked:
    for id in catalog.framework_ids():
        shown = catalog.shown_path("frameworks", id)
        yield shown, _problems(partial(read_framework_folder, catalog.folder("frameworks", id), shown))
    waves = catalog.waves()
    framework = _framework(catalogs) if waves else None
    for code, wave in waves:
        steps = ("countries", code.lower(), str(wave))
        yield from _check_profile(catalog.folder(*steps), catalog.shown_path(*steps), framework)


def _check_path(path: Path, catalogs: tuple[Catalog, ...]) -> Checked:
    if not path.is_dir():
        raise CommandError(f"maturity: no such folder: {path}", exit_code=1)
    shown = path.as_posix()
    if (path / "framework.yaml").is_file():
        yield shown, _problems(partial(read_framework_folder, path, shown))
    elif (path / "frameworks").is_dir() or (path / "countries").is_dir():
        yield from _check_catalog(Catalog(root=path, shown=shown), catalogs)
    else:
        yield from _check_profile(path, shown, _framework(catalogs))


def _check_profile(folder: Traversable, shown: str, framework: Framework | None) -> Checked:
    yield shown, _problems(partial(read_profile_folder, folder, shown, framework=framework))


def _framework(catalogs: tuple[Catalog, ...]) -> Framework | None:
    """The framework to check against; a broken one has problems of its own, and those are reported there."""
    try:
        return load_framework(DEFAULT_FRAMEWORK, catalogs=catalogs, languages=())
    except (DataError, UnknownNameError):
        return None


def _problems(read: Callable[[], tuple[object, tuple[Problem, ...]]]) -> tuple[Problem, ...]:
    try:
        return read()[1]
    except DataError as error:
        return error.problems
