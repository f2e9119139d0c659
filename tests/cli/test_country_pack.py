"""The example of a ministry's own package; the gate installs it, these tests read it where it stands."""

import re
import tomllib
from importlib.metadata import EntryPoint

import pytest

from maturity import catalog
from maturity.catalog import Catalog, list_catalogs
from maturity.profile import Profile
from maturity.reading import load_country
from tests.cli.conftest import CHECKOUT, Maturity

PACK = CHECKOUT / "examples" / "country-pack"
FOLDER = str(PACK / "src" / "maturity_quaza")


@pytest.fixture
def quaza() -> Profile:
    return load_country("QZA", catalogs=[Catalog(root=PACK / "src" / "maturity_quaza", shown="quaza")])


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> str:
    """The name under which the package is found, as its metadata declare it."""
    project = tomllib.loads((PACK / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ((name, value),) = project["entry-points"]["maturity.catalogs"].items()
    point = EntryPoint(name=name, value=value, group="maturity.catalogs")
    monkeypatch.setattr(catalog, "entry_points", lambda *, group: [point] if group == point.group else [])
    monkeypatch.syspath_prepend(str(PACK / "src"))
    return str(name)


def test_the_entry_point_leads_to_the_catalog(installed: str) -> None:
    found = list_catalogs()[0]
    assert (found.shown, found.waves(), found.case_files()) == (installed, (("QZA", 2026),), ("quaza.yaml",))


def test_its_country_stands_beside_those_that_are_shipped(maturity: Maturity, installed: str) -> None:
    rows = maturity("list").out.partition("\n\n")[0].splitlines()
    assert [row.split()[0] for row in rows[2:]] == ["AUS", "CAN", "CHN", "DNK", "FRA", "QZA"]
    assert maturity("report", "QZA").code == 0
    compared = maturity("compare", "QZA", "FRA", "--dimension", "governance")
    assert (compared.code, compared.err) == (0, "")
    assert "Quaza (invented)" in compared.out


def test_its_cases_hold(maturity: Maturity, installed: str) -> None:
    found = maturity("check", "--cases")
    assert (found.code, found.out) == (0, "")


@pytest.mark.parametrize("path", [FOLDER, f"{FOLDER}/cases", f"{FOLDER}/cases/quaza.yaml"])
def test_its_cases_hold_before_it_is_installed(maturity: Maturity, path: str) -> None:
    found = maturity("check", "--cases", path)
    assert (found.code, found.out) == (0, "")
    assert ", 1 cases hold, " in found.err


def test_good_practice_has_nothing_to_say(maturity: Maturity) -> None:
    found = maturity("lint", FOLDER, "--strict")
    assert (found.code, found.out) == (0, "")


def test_everything_says_that_it_is_invented(quaza: Profile) -> None:
    assert quaza.names.en.endswith("(invented)")
    assert all("(invented)" in each.title and "(invented)" in each.publisher for each in quaza.sources)
    assert all(each.url is None and each.note is not None for each in quaza.sources)
    assert "invented" in str(quaza.status.note)
    assert re.fullmatch(r"A{2}[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|Z{2}[A-Z]", quaza.code)
    files = (PACK / "src").rglob("*.yaml")
    assert all("nvented" in each.read_text(encoding="utf-8").partition("\n")[0] for each in files)
