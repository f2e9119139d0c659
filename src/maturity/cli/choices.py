"""What the words of a command line stand for: countries, formats, languages."""

import argparse
from importlib.resources.abc import Traversable
from pathlib import Path

from maturity.catalog import Catalog, find_hidden, list_catalogs
from maturity.cli.console import CommandError, print_message
from maturity.country_name import is_path, parse_country_name
from maturity.files.faults import did_you_mean
from maturity.files.profile_files import rated_framework
from maturity.framework import Framework
from maturity.problems import CatalogError, InstalledCatalogError
from maturity.profile import Profile
from maturity.reading import (
    DEFAULT_FRAMEWORK,
    find_country,
    load_country,
    load_framework,
    read_country,
    read_framework,
)

ENDINGS = {"txt": "text"}


def chosen_catalogs(options: argparse.Namespace) -> tuple[Catalog, ...]:
    """The catalogs to search, in order.

    Raises:
        CommandError: A catalog that was named is none, or an installed one is broken.
    """
    try:
        return list_catalogs(options.catalog)
    except InstalledCatalogError as error:
        raise CommandError(f"maturity: {error}", exit_code=1) from None
    except CatalogError as error:
        raise CommandError(f"maturity: {error}", exit_code=2) from None


def chosen_framework(name: str | None, catalogs: tuple[Catalog, ...], *, languages: tuple[str, ...]) -> Framework:
    """The framework that *name* stands for: an id, or a path; the project's own where there is none.

    Raises:
        CommandError: The path leads nowhere.
        UnknownNameError: No catalog holds it.
        DataError: Its files hold errors.
    """
    if name is None:
        name = DEFAULT_FRAMEWORK
    if is_path(name):
        return read_framework(named_path(name), languages=languages)
    _tell_hidden(name, catalogs)
    return load_framework(name, catalogs=catalogs, languages=languages)


def framework_for(
    country: str, name: str | None, catalogs: tuple[Catalog, ...], *, languages: tuple[str, ...]
) -> Framework:
    """The framework that *name* stands for; where there is none, the one that the country's ratings name.

    Raises:
        CommandError: A path leads nowhere.
        UnknownNameError: No catalog holds the framework, or the country.
        DataError: The framework's files hold errors.
    """
    if name is None:
        named = parse_country_name(country)
        if isinstance(named, Path):
            folder: Traversable = named
        else:
            catalog, wave = find_country(named.code, wave=named.wave, catalogs=catalogs)
            folder = catalog.folder(*catalog.wave_folders()[named.code.upper(), wave])
        name = known_rated_framework(folder, catalogs)
    return chosen_framework(name, catalogs, languages=languages)


def refuse_without_levels(framework: Framework) -> None:
    """Refuse a framework that has scores alone where gaps or levels are asked for.

    Raises:
        CommandError: It has no scale.
    """
    if not framework.scale:
        message = f"maturity: '{framework.id}' has no levels, and so no gaps (compare and explain show its scores)"
        raise CommandError(message, exit_code=2)


def known_rated_framework(country: Traversable, catalogs: tuple[Catalog, ...]) -> str | None:
    """Id of the framework that the ratings in a country's folder name, if a catalog holds it."""
    id = rated_framework(country)
    return id if any(id in each.framework_ids() for each in catalogs) else None


def chosen_columns(pairs: list[str]) -> dict[str, str]:
    """Ids of indicators by the columns that hold them, from `COLUMN=ID`.

    Raises:
        CommandError: A pair has no equals sign.
    """
    found = {}
    for pair in pairs:
        column, sign, id = pair.rpartition("=")
        if not sign or not column:
            raise CommandError(f"maturity: '{pair}' maps nothing: write --map COLUMN=ID", exit_code=2)
        found[column] = id
    return found


def chosen_country(
    name: str, framework: Framework, catalogs: tuple[Catalog, ...], *, languages: tuple[str, ...]
) -> Profile:
    """The country that *name* stands for: a code, a code with `@WAVE`, or a path; what could be either is a code.

    Raises:
        CommandError: The path leads nowhere.
        UnknownNameError: No catalog holds it, or the wave is no year.
        DataError: Its files hold errors.
    """
    checked = framework if framework.vocabularies else None
    named = parse_country_name(name)
    if isinstance(named, Path):
        return read_country(named_path(name), framework=checked, languages=languages)
    profile = load_country(named.code, wave=named.wave, framework=checked, catalogs=catalogs, languages=languages)
    _tell_hidden(f"{profile.code} {profile.wave}", catalogs)
    return profile


def chosen_format(options: argparse.Namespace) -> str:
    """The format asked for by name, or else by the output's ending, or else the first one there is.

    Raises:
        CommandError: The ending names no format.
    """
    formats: tuple[str, ...] = options.formats
    if options.format:
        return str(options.format)
    if not options.output:
        return formats[0]
    ending = Path(options.output).suffix.removeprefix(".").lower()
    found = ENDINGS.get(ending, ending)
    if found in formats:
        return found
    hint = did_you_mean(found, formats) or "formats: " + ", ".join(formats)
    found_out = f"'.{ending}' names no format" if ending else f"the ending of '{options.output}' names no format"
    raise CommandError(f"maturity: {found_out} ({hint})", exit_code=2)


def named_path(name: str) -> Path:
    """The folder or file that was named; to name what is not there is wrong use, like an unknown country.

    Raises:
        CommandError: Nothing stands there.
    """
    if not Path(name).exists():
        raise CommandError(f"maturity: no such folder or file: {name}", exit_code=2)
    return Path(name)


def spoken(language: str) -> tuple[str, ...]:
    """The translations to read for a result in *language*; English is one of files that are not written in it."""
    return (language,)


def _tell_hidden(name: str, catalogs: tuple[Catalog, ...]) -> None:
    """Say which of several catalogs counts, where more than one holds the same."""
    for each in find_hidden(catalogs):
        if each.name == name:
            print_message(f"maturity: {each.name} is read from {each.used.name}, not from {each.unused.name}")
