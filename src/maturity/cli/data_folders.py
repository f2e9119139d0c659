"""The folders and files of data that a command is to look through."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from attrs import field, frozen

from maturity.catalog import Catalog
from maturity.cli.choices import known_rated_framework, named_path
from maturity.cli.console import CommandError
from maturity.country_name import parse_country_name
from maturity.files.exported_framework import holds_framework
from maturity.files.group_files import GROUPS_FILE
from maturity.framework import Framework
from maturity.reading import DEFAULT_FRAMEWORK, find_country, load_framework

EXPORTED = (".json", ".xlsx")
"""Endings of the files that export writes."""


@frozen(kw_only=True)
class DataFolder:
    """A country, a framework, the groups of a catalog, an export or a file of cases, and what problems call it."""

    kind: str
    place: Traversable
    shown: str
    home: Catalog | None = field(default=None, metadata={"doc": "The catalog that cases stand in."})


class RatedFrameworks:
    """The frameworks that countries are rated against, each read once."""

    def __init__(self, catalogs: tuple[Catalog, ...]) -> None:
        self._catalogs = catalogs
        self._found: dict[str, Framework] = {}

    def of(self, country: DataFolder) -> Framework:
        """The framework that a country's ratings name, the project's own where no catalog holds it.

        Raises:
            DataError: Its files hold errors.
            UnknownNameError: No catalog holds the project's own.
        """
        rated = known_rated_framework(country.place, self._catalogs) if country.kind == "country" else None
        id = rated or DEFAULT_FRAMEWORK
        if id not in self._found:
            self._found[id] = load_framework(id, catalogs=self._catalogs, languages=())
        return self._found[id]


def all_data(catalogs: tuple[Catalog, ...]) -> Iterator[DataFolder]:
    """Everything that the catalogs hold."""
    for catalog in catalogs:
        yield from _in_catalog(catalog)


def data_at(path: Path) -> Iterator[DataFolder]:
    """What stands at a path: a country, a framework, a catalog, a folder of these, cases, or an exported file.

    Raises:
        CommandError: It is a file that holds nothing of the kind.
    """
    shown = path.as_posix()
    if path.is_file() and path.resolve().parent.name == "cases":
        yield DataFolder(kind="cases", place=path, shown=shown, home=_around(path.parent))
    elif path.is_file() and path.suffix.lower() in EXPORTED:
        is_framework = path.suffix.lower() == ".json" and holds_framework(path)
        yield DataFolder(kind="exported framework" if is_framework else "export", place=path, shown=shown)
    elif path.is_file():
        message = f"maturity: no folder, no file that export wrote, and no file in a folder of cases: {path}"
        raise CommandError(message, exit_code=2)
    elif (path / "framework.yaml").is_file():
        yield DataFolder(kind="framework", place=path, shown=shown)
    elif any((path / each).is_dir() for each in ("frameworks", "countries", "cases")):
        yield from _in_catalog(Catalog(root=path, shown=shown))
    elif path.resolve().name == "cases":
        home = _around(path)
        for name in home.case_files():
            yield DataFolder(kind="cases", place=path / name, shown=f"{shown}/{name}", home=home)
    elif not (path / "profile.yaml").is_file() and (inner := _folders_of_data(path)):
        for each in inner:
            yield from data_at(each)
        if (path / GROUPS_FILE).is_file():
            yield DataFolder(kind="groups", place=path, shown=shown)
    else:
        yield DataFolder(kind="country", place=path, shown=shown)


def data_named(name: str, catalogs: tuple[Catalog, ...]) -> Iterator[DataFolder]:
    """What stands at a path, or a country by its code, with or without `@WAVE`.

    Raises:
        CommandError: Nothing of the kind stands at the path.
        UnknownNameError: No catalog holds the country, or the wave is no year.
    """
    named = parse_country_name(name)
    if isinstance(named, Path):
        yield from data_at(named_path(name))
        return
    catalog, number = find_country(named.code, wave=named.wave, catalogs=catalogs)
    yield _country(catalog, catalog.wave_folders()[named.code.upper(), number])


def _folders_of_data(path: Path) -> list[Path]:
    """Frameworks and countries one or two folders further down, as in `frameworks`, `countries` and `countries/fra`."""
    heads = [file for steps in ("*", "*/*") for file in path.glob(f"{steps}/*.yaml")]
    return sorted(each.parent for each in heads if each.name in ("framework.yaml", "profile.yaml"))


def _around(cases: Path) -> Catalog:
    """The catalog that a folder of cases stands in."""
    return Catalog(root=cases.resolve().parent, shown=cases.resolve().parent.as_posix())


def _in_catalog(catalog: Catalog) -> Iterator[DataFolder]:
    for id in catalog.framework_ids():
        steps = ("frameworks", id)
        yield DataFolder(kind="framework", place=catalog.folder(*steps), shown=catalog.shown_path(*steps))
    yield from (_country(catalog, each) for each in catalog.wave_folders().values())
    if catalog.folder("countries", GROUPS_FILE).is_file():
        yield DataFolder(kind="groups", place=catalog.folder("countries"), shown=catalog.shown_path("countries"))
    for name in catalog.case_files():
        steps = ("cases", name)
        yield DataFolder(kind="cases", place=catalog.folder(*steps), shown=catalog.shown_path(*steps), home=catalog)


def _country(catalog: Catalog, steps: tuple[str, ...]) -> DataFolder:
    return DataFolder(kind="country", place=catalog.folder(*steps), shown=catalog.shown_path(*steps))
