import os
import shutil
from importlib.metadata import EntryPoint, distributions
from pathlib import Path

import pytest

from maturity import catalog
from maturity.catalog import Catalog, find_hidden, list_catalogs
from maturity.problems import CatalogError, InstalledCatalogError
from tests.demo_files import lay_out

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("MATURITY_PATH", raising=False)
    monkeypatch.chdir(tmp_path)
    install(monkeypatch)


def make(*folders: str) -> None:
    for each in folders:
        Path(each).mkdir(parents=True)


def install(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    points = [EntryPoint(name=name, value=value, group="maturity.catalogs") for name, value in values.items()]
    monkeypatch.setattr(catalog, "entry_points", lambda *, group: [each for each in points if each.group == group])


def installed_folder() -> Path:
    return Path("installed")


def another_folder() -> Path:
    return Path("another")


def shown(catalogs: tuple[Catalog, ...]) -> list[str]:
    return [each.shown for each in catalogs]


def test_what_is_shipped_is_always_searched() -> None:
    (shipped,) = list_catalogs()
    assert shipped == Catalog(root=CHECKOUT, shown="")
    assert "digital-social-security" in shipped.framework_ids()


def test_catalogs_are_searched_from_the_nearest_choice_to_what_is_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    make("first", "second", "left", "right", "installed", "another")
    monkeypatch.setenv("MATURITY_PATH", os.pathsep.join(["left", "right"]))
    install(monkeypatch, zebra=f"{__name__}:another_folder", apple=f"{__name__}:installed_folder")
    found = list_catalogs(["first", "second"])
    assert shown(found) == ["first", "second", "left", "right", "apple", "zebra", ""]
    assert [each.root for each in found[4:6]] == [Path("installed"), Path("another")]


def test_empty_entries_of_the_variable_are_no_catalogs(monkeypatch: pytest.MonkeyPatch) -> None:
    make("one")
    monkeypatch.setenv("MATURITY_PATH", os.pathsep.join(["", "one", ""]))
    assert shown(list_catalogs()) == ["one", ""]


@pytest.mark.parametrize("folder", ["none", "file"])
def test_a_folder_that_is_not_there_is_named(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("file").touch()
    assert refused(folder) == f"no such catalog: {folder}"
    monkeypatch.setenv("MATURITY_PATH", folder)
    assert refused() == f"no such catalog: {folder} (in MATURITY_PATH)"


def test_a_folder_within_a_catalog_is_no_catalog() -> None:
    lay_out(Path("mine"))
    hint = f"did you mean {Path('mine').resolve().as_posix()}?"
    for folder in ("mine/countries", "mine/countries/aaa", "mine/countries/aaa/2020", "mine/frameworks"):
        assert refused(folder) == f"no catalog: {folder} holds none of frameworks/, countries/, cases/; {hint}"


def test_a_folder_around_a_catalog_is_no_catalog() -> None:
    make("work/mine/countries")
    assert refused("work") == "no catalog: work holds none of frameworks/, countries/, cases/; did you mean work/mine?"
    make("other/drafts")
    assert refused("other") == "no catalog: other holds none of frameworks/, countries/, cases/"


def test_a_folder_that_nothing_stands_in_yet_is_one_to_fill() -> None:
    make("mine/.git")
    Path("mine/README.md").touch()
    assert list_catalogs(["mine"])[0].waves() == ()


def test_a_tilde_stands_for_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("mine")
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setenv("MATURITY_PATH", "~/mine")
    assert shown(list_catalogs())[0] == (tmp_path / "mine").as_posix()
    assert refused("~/none") == "no such catalog: ~/none"


def no_folder() -> str:
    return "a text"


def broken() -> Path:
    raise OSError("gone\nfor good")


def missing_folder() -> Path:
    return Path("nowhere")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("no_such_package:folder", "ModuleNotFoundError: No module named 'no_such_package'"),
        (f"{__name__}:no_such_function", f"AttributeError: module '{__name__}' has no attribute 'no_such_function'"),
        (f"{__name__}:broken", "OSError: gone"),
        (f"{__name__}:no_folder", "it gives no folder, but 'a text'"),
        (f"{__name__}:missing_folder", f"it gives no folder, but {Path('nowhere')!r}"),
    ],
)
def test_a_broken_package_is_named_with_its_entry_point(
    value: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, quaza=value)
    with pytest.raises(InstalledCatalogError) as caught:
        list_catalogs()
    found = str(caught.value)
    point = f"an installed package: its entry point 'quaza = {value}' of maturity.catalogs is broken: "
    assert found.startswith(point + reason)
    assert "\n" not in found


def test_a_broken_package_is_named_as_it_was_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("site/quaza_pack-1.0.dist-info")
    for name, text in (
        ("METADATA", "Metadata-Version: 2.1\nName: quaza-pack\nVersion: 1.0\n"),
        ("entry_points.txt", "[maturity.catalogs]\nquaza = quaza_pack:folder\n"),
    ):
        Path("site/quaza_pack-1.0.dist-info", name).write_text(text, encoding="utf-8")
    found = [point for each in distributions(path=[str(tmp_path / "site")]) for point in each.entry_points]
    monkeypatch.setattr(catalog, "entry_points", lambda *, group: found)
    with pytest.raises(InstalledCatalogError, match=r"^the installed package 'quaza-pack': its entry point 'quaza = "):
        list_catalogs()


def refused(*chosen: str) -> str:
    with pytest.raises(CatalogError) as caught:
        list_catalogs(chosen)
    return str(caught.value)


def test_a_slash_at_the_end_is_not_shown_twice() -> None:
    make("here")
    assert list_catalogs(["here/"])[0].shown_path("countries", "aaa") == "here/countries/aaa"


def test_paths_of_what_is_shipped_are_relative_to_the_catalog() -> None:
    assert list_catalogs()[-1].shown_path("frameworks", "demo") == "frameworks/demo"


def test_a_catalog_lists_its_frameworks_and_waves_in_order(tmp_path: Path) -> None:
    lay_out(tmp_path)
    for folder, file in (("frameworks/another", "framework.yaml"), ("countries/aaa/2010", "profile.yaml")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / file).touch()
    found = Catalog(root=tmp_path, shown="here")
    assert found.framework_ids() == ("another", "demo")
    assert found.waves() == (("AAA", 2010), ("AAA", 2020))


def test_folders_are_called_as_they_are_in_truth(tmp_path: Path) -> None:
    for folder in ("countries/AAA/2020", "countries/aaa/2020", "countries/AAA/02021"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "profile.yaml").touch()
    found = Catalog(root=tmp_path, shown="here")
    assert found.wave_folders() == {
        ("AAA", 2020): ("countries", "AAA", "2020"),
        ("AAA", 2021): ("countries", "AAA", "02021"),
    }
    assert set(found.waves()) == set(found.wave_folders())


def test_other_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    for folder in ("frameworks/crosswalks", "countries/aaa/notes", "countries/aaa/2021", "countries/bbb"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "countries" / "README.md").touch()
    found = Catalog(root=tmp_path, shown="here")
    assert (found.framework_ids(), found.waves()) == ((), ())


def test_a_catalog_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    found = Catalog(root=tmp_path / "nowhere", shown="nowhere")
    assert (found.framework_ids(), found.waves()) == ((), ())


def test_an_installed_wheel_ships_its_data_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "__file__", str(tmp_path / "site-packages" / "maturity" / "catalog.py"))
    (shipped,) = list_catalogs()
    assert shipped.root.name == "_data"


def test_a_folder_that_is_named_twice_counts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("mine", "other")
    monkeypatch.setenv("MATURITY_PATH", os.pathsep.join(["mine/", str(tmp_path / "mine"), "other", str(CHECKOUT)]))
    assert shown(list_catalogs(["mine"])) == ["mine", "other", CHECKOUT.as_posix()]


def test_a_catalog_lists_its_files_of_cases_in_order(tmp_path: Path) -> None:
    (tmp_path / "cases" / "folder.yaml").mkdir(parents=True)
    for name in ("b.yaml", "a.yaml", "README.md"):
        (tmp_path / "cases" / name).touch()
    assert Catalog(root=tmp_path, shown="here").case_files() == ("a.yaml", "b.yaml")
    assert Catalog(root=tmp_path / "nowhere", shown="nowhere").case_files() == ()


def test_of_what_several_catalogs_hold_the_first_counts(tmp_path: Path) -> None:
    first, second, third = (Catalog(root=lay_out(tmp_path / name), shown=name) for name in ("one", "two", "three"))
    shutil.rmtree(tmp_path / "one" / "frameworks")
    found = find_hidden([first, second, third])
    assert [(each.name, each.used.shown, each.unused.shown) for each in found] == [
        ("AAA 2020", "one", "two"),
        ("demo", "two", "three"),
        ("AAA 2020", "one", "three"),
    ]
    assert [each.steps for each in found[:2]] == [("countries", "aaa", "2020"), ("frameworks", "demo")]


def test_other_waves_and_other_frameworks_hide_nothing(tmp_path: Path) -> None:
    demo = Catalog(root=lay_out(tmp_path / "demo"), shown="demo")
    shutil.copytree(tmp_path / "demo" / "countries" / "aaa" / "2020", tmp_path / "more" / "countries" / "aaa" / "2021")
    assert find_hidden([demo, Catalog(root=tmp_path / "more", shown="more"), *list_catalogs()]) == ()


@pytest.mark.parametrize(("given", "name"), [("mine", "'mine'"), ("", "what is shipped")])
def test_a_catalog_is_called_by_what_people_named(given: str, name: str) -> None:
    assert Catalog(root=Path("mine"), shown=given).name == name
