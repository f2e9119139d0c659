"""What the words of a command line stand for: countries, formats, languages."""

import argparse
import re
from pathlib import Path

from maturity.catalog import Catalog, find_hidden, list_catalogs
from maturity.cli.console import CommandError, print_message
from maturity.files.faults import did_you_mean
from maturity.framework import Framework
from maturity.problems import CatalogError, InstalledCatalogError
from maturity.profile import COUNTRY_CODE, Profile
from maturity.reading import DEFAULT_FRAMEWORK, load_country, load_framework, read_country, read_framework

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
    if _is_path(name):
        _refuse_missing(name)
        return read_framework(name, languages=languages)
    _tell_hidden(("frameworks", name), catalogs)
    return load_framework(name, catalogs=catalogs, languages=languages)


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
        CommandError: The wave is no year.
        UnknownNameError: No catalog holds it.
        DataError: Its files hold errors.
    """
    checked = framework if framework.vocabularies else None
    if _is_path(name) or (not bears_code(name) and Path(name).exists()):
        _refuse_missing(name)
        return read_country(name, framework=checked, languages=languages)
    code, _, wave = name.partition("@")
    if wave and not wave.isdecimal():
        raise CommandError(f"maturity: '{name}' names no wave: write it as FRA@2022", exit_code=2)
    number = int(wave) if wave else None
    profile = load_country(code, wave=number, framework=checked, catalogs=catalogs, languages=languages)
    _tell_hidden(("countries", profile.code.lower(), str(profile.wave)), catalogs)
    return profile


def bears_code(name: str) -> bool:
    """Whether *name* is a country's code, known or not, with or without a wave; it is never taken for a path then."""
    return re.fullmatch(COUNTRY_CODE, name.partition("@")[0].upper()) is not None


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


def spoken(language: str) -> tuple[str, ...]:
    """The translations to read for a result in *language*; English is one of files that are not written in it."""
    return (language,)


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or name.startswith(".") or Path(name).suffix in (".json", ".xlsx")


def _refuse_missing(path: str) -> None:
    if not Path(path).exists():
        raise CommandError(f"maturity: no such folder or file: {path}", exit_code=2)


def _tell_hidden(steps: tuple[str, ...], catalogs: tuple[Catalog, ...]) -> None:
    """Say which of several catalogs counts, where more than one holds the same."""
    for each in find_hidden(catalogs):
        if each.steps == steps:
            print_message(f"maturity: {each.name} is read from {each.used.name}, not from {each.unused.name}")
