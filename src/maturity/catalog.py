"""Catalogs: folders that hold frameworks and countries, and the order in which they are searched."""

import os
from collections.abc import Iterator, Sequence
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from attrs import field, frozen

from maturity.problems import CatalogError, InstalledCatalogError

ENVIRONMENT_VARIABLE = "MATURITY_PATH"
ENTRY_POINTS = "maturity.catalogs"
PARTS = ("frameworks", "countries", "cases")
"""Folders of which a catalog holds one or more."""


@frozen(kw_only=True)
class Catalog:
    """A folder that holds `frameworks/`, `countries/`, `cases/` or several of them."""

    root: Traversable
    shown: str

    def folder(self, *steps: str) -> Traversable:
        """The folder or file below the catalog that *steps* lead to."""
        return self.root.joinpath(*steps)

    def shown_path(self, *steps: str) -> str:
        """The same as people read it: relative to the catalog, or as they named the catalog."""
        return "/".join([self.shown, *steps] if self.shown else steps)

    def framework_ids(self) -> tuple[str, ...]:
        """Ids of the frameworks that it holds, in alphabetical order."""
        return tuple(
            each.name for each in _subfolders(self.folder("frameworks")) if each.joinpath("framework.yaml").is_file()
        )

    def case_files(self) -> tuple[str, ...]:
        """Names of its files of worked cases, in alphabetical order."""
        folder = self.folder("cases")
        return tuple(sorted(each.name for each in folder.iterdir() if _is_yaml(each))) if folder.is_dir() else ()

    @property
    def name(self) -> str:
        """What a message calls it."""
        return f"'{self.shown}'" if self.shown else "what is shipped"

    def waves(self) -> tuple[tuple[str, int], ...]:
        """Code and wave of the countries that it holds, in order."""
        return tuple(self.wave_folders())

    def wave_folders(self) -> dict[tuple[str, int], tuple[str, ...]]:
        """The steps to the folder of each of them, as the folders are called in truth."""
        found: dict[tuple[str, int], tuple[str, ...]] = {}
        for country in _subfolders(self.folder("countries")):
            for wave in _subfolders(country):
                if wave.name.isdecimal() and wave.joinpath("profile.yaml").is_file():
                    key = (country.name.upper(), int(wave.name))
                    found.setdefault(key, ("countries", country.name, wave.name))
        return found


@frozen(kw_only=True)
class Hidden:
    """A country's wave or a framework that an earlier catalog holds too, so that this one is not read."""

    name: str = field(metadata={"doc": "`FRA 2022`, or the framework's id."})
    steps: tuple[str, ...] = field(metadata={"doc": "The way to it within the catalog that is not read."})
    used: Catalog
    unused: Catalog


def list_catalogs(chosen: Sequence[str] = ()) -> tuple[Catalog, ...]:
    """Catalogs in the order they are searched.

    First those *chosen*, then those that `MATURITY_PATH` lists, then entry points `maturity.catalogs` by name, then
    what is shipped. A folder that is named twice counts where it is named first.

    Raises:
        CatalogError: A folder that was named is not there or holds something else, or an installed package is broken.
    """
    named = [Catalog(root=each, shown=each.as_posix()) for each in named_folders(chosen)]
    found = (*named, *_installed(), _shipped())
    first: dict[Traversable, Catalog] = {}
    for each in found:
        first.setdefault(_resolved(each.root), each)
    return tuple(first.values())


def named_folders(chosen: Sequence[str] = ()) -> tuple[Path, ...]:
    """The folders that a person named as catalogs: those *chosen*, then those that `MATURITY_PATH` lists.

    Raises:
        CatalogError: One of them is not there, or holds something else; one that is empty is to be filled.
    """
    listed = [(each, "") for each in chosen]
    variable = os.environ.get(ENVIRONMENT_VARIABLE, "").split(os.pathsep)
    listed += [(each, f" (in {ENVIRONMENT_VARIABLE})") for each in variable if each]
    return tuple(_named_folder(each, origin) for each, origin in listed)


def find_hidden(catalogs: Sequence[Catalog]) -> tuple[Hidden, ...]:
    """What several of *catalogs* hold; of each, the first counts."""
    first: dict[str, Catalog] = {}
    hidden = []
    for catalog in catalogs:
        for name, steps in _contents(catalog):
            used = first.setdefault(name, catalog)
            if used is not catalog:
                hidden.append(Hidden(name=name, steps=steps, used=used, unused=catalog))
    return tuple(hidden)


def _contents(catalog: Catalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    for id in catalog.framework_ids():
        yield id, ("frameworks", id)
    for (code, wave), steps in catalog.wave_folders().items():
        yield f"{code} {wave}", steps


def _named_folder(name: str, origin: str) -> Path:
    folder = Path(os.path.expanduser(name))  # noqa: PTH111  (a user that is not known stays as written)
    if not folder.is_dir():
        raise CatalogError(f"no such catalog: {name}{origin}")
    if not any((folder / each).is_dir() for each in PARTS):
        held = [each for each in _subfolders(folder) if not each.name.startswith(".")]
        if held or (folder / "profile.yaml").is_file():
            parts = ", ".join(f"{each}/" for each in PARTS)
            raise CatalogError(f"no catalog: {name}{origin} holds none of {parts}{_catalog_near(folder)}")
    return folder


def _catalog_near(folder: Path) -> str:
    """A hint at the folder that was meant: one that holds this one, or is in it."""
    around = [each.parent for each in (folder.resolve(), *folder.resolve().parents[:3]) if each.name in PARTS]
    inside = [each.parent for each in sorted(folder.glob("*/countries")) if each.is_dir()]
    near = [*around, *inside]
    return f"; did you mean {near[0].as_posix()}?" if near else ""


def _installed() -> Iterator[Catalog]:
    for each in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        yield Catalog(root=_installed_folder(each), shown=each.name)


def _installed_folder(point: EntryPoint) -> Traversable:
    try:
        found = point.load()()
    except Exception as error:  # what another's package raises is not known
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        raise InstalledCatalogError(f"{_package(point)} is broken: {reason}") from error
    if not isinstance(found, Traversable) or not found.is_dir():
        raise InstalledCatalogError(f"{_package(point)} is broken: it gives no folder, but {found!r}")
    return found


def _package(point: EntryPoint) -> str:
    package = f"the installed package '{point.dist.name}'" if point.dist else "an installed package"
    return f"{package}: its entry point '{point.name} = {point.value}' of {ENTRY_POINTS}"


def _shipped() -> Catalog:
    checkout = Path(__file__).parents[2]
    if (checkout / "frameworks").is_dir() and (checkout / "pyproject.toml").is_file():
        return Catalog(root=checkout, shown="")
    return Catalog(root=files("maturity").joinpath("_data"), shown="")


def _subfolders(folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    return sorted((each for each in folder.iterdir() if each.is_dir()), key=lambda each: each.name)


def _is_yaml(file: Traversable) -> bool:
    return file.is_file() and file.name.endswith(".yaml")


def _resolved(root: Traversable) -> Traversable:
    return root.resolve() if isinstance(root, Path) else root
