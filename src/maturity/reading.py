"""Frameworks and countries by name, from the catalogs, or by path."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import TypeVar

from maturity.catalog import Catalog, list_catalogs
from maturity.files.faults import did_you_mean
from maturity.files.framework_files import read_framework_folder
from maturity.files.group_files import read_groups
from maturity.files.profile_files import read_profile_folder
from maturity.framework import Framework
from maturity.groups import Group
from maturity.problems import UnknownNameError
from maturity.profile import Profile
from maturity.text import LANGUAGES

DEFAULT_FRAMEWORK = "digital-social-security"
"""The framework that is meant where none is named."""

T = TypeVar("T")


def load_framework(
    id: str = DEFAULT_FRAMEWORK, *, catalogs: Sequence[Catalog] | None = None, languages: Sequence[str] = LANGUAGES
) -> Framework:
    """The framework with that id, from the first catalog that holds it; translations of *languages* alone are read.

    Raises:
        UnknownNameError: No catalog holds it.
        DataError: Its files hold errors.
    """
    searched = list_catalogs() if catalogs is None else catalogs
    for catalog in searched:
        if id in catalog.framework_ids():
            shown = catalog.shown_path("frameworks", id)
            return read_framework_folder(catalog.folder("frameworks", id), shown, languages)[0]
    known = sorted({each for catalog in searched for each in catalog.framework_ids()})
    raise UnknownNameError(_unknown("framework", id, known))


def load_country(
    code: str,
    *,
    wave: int | None = None,
    framework: Framework | None = None,
    catalogs: Sequence[Catalog] | None = None,
    languages: Sequence[str] = LANGUAGES,
) -> Profile:
    """The profile of a country: ISO 3166-1 alpha-3 in any case; the newest wave when none is given.

    With a *framework*, the profile is checked against it too.

    Raises:
        UnknownNameError: No catalog holds the country, or not that wave.
        DataError: Its files hold errors.
    """
    searched = list_catalogs() if catalogs is None else catalogs
    catalog, number = find_country(code, wave=wave, catalogs=searched)
    steps = catalog.wave_folders()[code.upper(), number]
    return read_profile_folder(
        catalog.folder(*steps), catalog.shown_path(*steps), framework=framework, languages=languages
    )[0]


def find_country(code: str, *, wave: int | None = None, catalogs: Sequence[Catalog]) -> tuple[Catalog, int]:
    """The first catalog that holds a country's wave, the newest when none is given; and that wave.

    Raises:
        UnknownNameError: No catalog holds the country, or not that wave.
    """
    found = [(each, catalog) for catalog in catalogs for each in catalog.waves() if each[0] == code.upper()]
    if not found:
        known = sorted({each for catalog in catalogs for each, _ in catalog.waves()})
        raise UnknownNameError(_unknown("country", code, known))
    waves = sorted({number for (_, number), _ in found})
    wanted = waves[-1] if wave is None else wave
    if wanted not in waves:
        listed = ", ".join(str(each) for each in waves)
        raise UnknownNameError(f"no wave {wanted} of {code.upper()} (waves: {listed})")
    return next(each for (_, number), each in found if number == wanted), wanted


def check_dimension(name: str | None, framework: Framework) -> None:
    """Refuse the name of a dimension that *framework* lacks; no name is none.

    Raises:
        UnknownNameError: There is none of that name.
    """
    names = [each.id for each in framework.dimensions]
    if name is not None and name not in names:
        hint = did_you_mean(name, names) or "dimensions: " + ", ".join(names)
        raise UnknownNameError(f"unknown dimension '{name}' ({hint})")


def load_groups(*, catalogs: Sequence[Catalog] | None = None) -> tuple[Group, ...]:
    """The named groups of countries, each from the first catalog that holds it.

    Raises:
        DataError: A catalog's `countries/groups.yaml` holds errors.
    """
    found: dict[str, Group] = {}
    for catalog in list_catalogs() if catalogs is None else catalogs:
        for each in read_groups(catalog.folder("countries"), catalog.shown_path("countries")):
            found.setdefault(each.id, each)
    return tuple(found.values())


def read_framework(path: str | PathLike[str], *, languages: Sequence[str] = LANGUAGES) -> Framework:
    """The framework in a folder, or in a JSON file that was exported.

    From a folder translations of *languages* alone are read; a file is read with all that it holds.

    Raises:
        DataError: The files hold errors.
        OSError: They cannot be read.
    """
    place = Path(path)
    if place.is_file():
        from maturity.files.exported_framework import read_exported_framework

        return read_exported_framework(place)
    return read_framework_folder(place, place.as_posix(), languages)[0]


def read_country(
    path: str | PathLike[str], *, framework: Framework | None = None, languages: Sequence[str] = LANGUAGES
) -> Profile:
    """The profile in a folder, in a JSON file that was exported, or in a workbook that people filled in.

    With a *framework*, the profile is checked against it too. From a folder translations of *languages* alone are
    read; a file is read with all that it holds.

    Raises:
        DataError: The files hold errors.
        MissingExtraError: The package that reads workbooks is not installed.
        OSError: They cannot be read.
    """
    place = Path(path)
    if place.is_file():
        from maturity.files.imported import read_imported  # which brings what reads workbooks

        return read_imported(place, framework=framework).profile
    return read_profile_folder(place, place.as_posix(), framework=framework, languages=languages)[0]


def _unknown(what: str, name: str, known: list[str]) -> str:
    cased = name if name in known or name.upper() not in known else name.upper()
    hint = did_you_mean(cased if what == "framework" else name.upper(), known)
    return f"unknown {what} '{name}' ({hint or 'known: ' + ', '.join(known) if known else 'the catalogs hold none'})"
