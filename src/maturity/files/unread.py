"""What stands in a catalog where nothing looks for it."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from maturity.files.folder import list_unread
from maturity.files.group_files import GROUPS_FILE
from maturity.problems import Place, Problem


def unread_in_catalog(root: Traversable, shown: str) -> Iterator[Problem]:
    """What nothing reads in the folders of a catalog; countries and frameworks themselves say so of their own files."""
    steps = f"{shown}/" if shown else ""
    yield from unread_in_countries(root.joinpath("countries"), f"{steps}countries")
    yield from _unread(root.joinpath("frameworks"), f"{steps}frameworks")
    yield from unread_in_cases(root.joinpath("cases"), f"{steps}cases")


def unread_at(path: Path) -> Iterator[Problem]:
    """The same at a path: a catalog, or one of the folders within it."""
    shown, name, parent = path.as_posix(), path.resolve().name, path.resolve().parent.name
    if name == "countries":
        yield from unread_in_countries(path, shown)
    elif name == "cases" and path.is_dir():
        yield from unread_in_cases(path, shown)
    elif parent == "countries":
        yield from unread_in_country(path, shown)
    else:
        yield from unread_in_catalog(path, shown)


def unread_in_countries(folder: Traversable, shown: str) -> Iterator[Problem]:
    """What nothing reads in a catalog's `countries`."""
    yield from _unread(folder, shown, GROUPS_FILE)
    for country in _subfolders(folder):
        yield from unread_in_country(country, f"{shown}/{country.name}")


def unread_in_country(folder: Traversable, shown: str) -> Iterator[Problem]:
    """What nothing reads in the folder of a country: waves that are no years, or lack what says whose they are."""
    yield from _unread(folder, shown)
    for wave in _subfolders(folder):
        place = f"{shown}/{wave.name}"
        if not _holds_data(wave):
            continue
        if not wave.name.isdecimal():
            hint = "a wave is a year, such as 2026"
            yield Problem(place=Place(file=place), code="W206", message="nothing reads this folder", hint=hint)
        elif not wave.joinpath("profile.yaml").is_file():
            head = Place(file=f"{place}/profile.yaml")
            yield Problem(place=head, code="E119", message="the file is missing", hint="nothing reads the others")


def unread_in_cases(folder: Traversable, shown: str) -> Iterator[Problem]:
    """What nothing reads in a catalog's `cases`, where any name will do."""
    found = [each.name for each in folder.iterdir()] if folder.is_dir() else []
    read = (each if each.endswith(".yaml") else f"{each.partition('.')[0]}.yaml" for each in found)
    yield from _unread(folder, shown, *read)


def _unread(folder: Traversable, shown: str, *names: str) -> Iterator[Problem]:
    return list_unread(folder, lambda name: f"{shown}/{name}", names)


def _holds_data(folder: Traversable) -> bool:
    return any(True for _ in _unread(folder, ""))


def _subfolders(folder: Traversable) -> list[Traversable]:
    found = [each for each in folder.iterdir() if each.is_dir()] if folder.is_dir() else []
    return sorted((each for each in found if not each.name.startswith(".")), key=lambda each: each.name)
