from pathlib import Path

import pytest

from maturity.catalog import Catalog
from maturity.cli.console import CommandError
from maturity.cli.data_folders import DataFolder, all_data, data_at, data_named
from maturity.problems import UnknownNameError
from tests.data_contracts.shipped import CATALOG, FRAMEWORKS, WAVES

Kinds = list[tuple[str, str]]


def empty(root: Path, *files: str) -> Path:
    """*root* with files that hold nothing: what a folder is, its names alone say."""
    for each in files:
        (root / each).parent.mkdir(parents=True, exist_ok=True)
        (root / each).touch()
    return root


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog of everything in the folder `data`, beside which one works."""
    monkeypatch.chdir(tmp_path)
    return empty(
        tmp_path / "data",
        "frameworks/two/framework.yaml",
        "frameworks/one/framework.yaml",
        "frameworks/none/readme.md",
        "countries/bbb/2020/profile.yaml",
        "countries/aaa/2021/profile.yaml",
        "countries/aaa/2020/profile.yaml",
        "countries/aaa/draft/profile.yaml",
        "countries/aaa-gd/2020/profile.yaml",
        "countries/ccc/2020/readme.md",
        "countries/groups.yaml",
        "cases/two.yaml",
        "cases/one.yaml",
        "cases/readme.md",
    )


def shown(found: list[DataFolder]) -> Kinds:
    return [(each.kind, each.shown) for each in found]


WHOLE: Kinds = [
    ("framework", "data/frameworks/one"),
    ("framework", "data/frameworks/two"),
    ("country", "data/countries/aaa/2020"),
    ("country", "data/countries/aaa/2021"),
    ("country", "data/countries/aaa-gd/2020"),
    ("country", "data/countries/bbb/2020"),
    ("groups", "data/countries"),
    ("cases", "data/cases/one.yaml"),
    ("cases", "data/cases/two.yaml"),
]


def test_a_catalog_holds_frameworks_countries_groups_and_cases(catalog: Path) -> None:
    assert shown(list(data_at(Path("data")))) == WHOLE


def test_the_data_of_several_catalogs_stand_one_behind_the_other(catalog: Path) -> None:
    other = Catalog(root=empty(catalog.parent / "other", "countries/zzz/2020/profile.yaml"), shown="other")
    found = shown(list(all_data((other, Catalog(root=catalog, shown="data")))))
    assert found == [("country", "other/countries/zzz/2020"), *WHOLE]


def test_of_no_catalog_there_is_nothing() -> None:
    assert list(all_data(())) == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("data/frameworks/one", [("framework", "data/frameworks/one")]),
        ("data/countries/aaa/2020", [("country", "data/countries/aaa/2020")]),
        ("data/countries/ccc/2020", [("country", "data/countries/ccc/2020")]),
        ("data/cases", [("cases", "data/cases/one.yaml"), ("cases", "data/cases/two.yaml")]),
        ("data/cases/two.yaml", [("cases", "data/cases/two.yaml")]),
        ("data/cases/", [("cases", "data/cases/one.yaml"), ("cases", "data/cases/two.yaml")]),
    ],
)
def test_a_path_leads_to_what_stands_there(catalog: Path, path: str, expected: Kinds) -> None:
    assert shown(list(data_at(Path(path)))) == expected


def test_a_catalog_may_hold_one_kind_alone(tmp_path: Path) -> None:
    for kind, file in (("framework", "frameworks/a/framework.yaml"), ("cases", "cases/a.yaml")):
        root = empty(tmp_path / kind, file)
        assert [each.kind for each in data_at(root)] == [kind]


def test_cases_know_the_catalog_around_them(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    homes = [each.home for path in ("data/cases", "data/cases/one.yaml") for each in data_at(Path(path))]
    assert {str(home.root) for home in homes if home} == {str(catalog)}
    assert len(homes) == 3
    monkeypatch.chdir(catalog / "cases")
    (here,) = {str(each.home.root) for each in data_at(Path()) if each.home}
    assert here == str(catalog)


def test_only_cases_have_a_home(catalog: Path) -> None:
    assert {each.kind for each in data_at(Path("data")) if each.home} == {"cases"}


def test_a_file_that_holds_no_data_by_itself_is_named(catalog: Path) -> None:
    with pytest.raises(CommandError) as error:
        list(data_at(Path("data/countries/groups.yaml")))
    said = "no folder, no file that export wrote, and no file in a folder of cases: data/countries/groups.yaml"
    assert (str(error.value), error.value.exit_code) == (f"maturity: {said}", 2)


def test_an_exported_file_is_a_country_or_a_framework_by_what_it_holds(catalog: Path) -> None:
    for name in ("fra.xlsx", "FRA.XLSX", "fra.json"):
        (catalog / name).write_bytes(b"")
        assert shown(list(data_at(Path("data", name)))) == [("export", f"data/{name}")]
    (catalog / "egdi.json").write_text('{"id": "egdi", "indicators": []}', encoding="utf-8")
    assert shown(list(data_at(Path("data/egdi.json")))) == [("exported framework", "data/egdi.json")]
    (catalog / "list.json").write_text('["indicators"]', encoding="utf-8")
    assert shown(list(data_at(Path("data/list.json")))) == [("export", "data/list.json")]


def named(name: str, catalog: Path) -> Kinds:
    return shown(list(data_named(name, (Catalog(root=catalog, shown="data"),))))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("AAA", ("country", "data/countries/aaa/2021")),
        ("aaa@2020", ("country", "data/countries/aaa/2020")),
        ("aaa-gd", ("country", "data/countries/aaa-gd/2020")),
        ("data/countries/aaa/2020", ("country", "data/countries/aaa/2020")),
        ("data/frameworks/one", ("framework", "data/frameworks/one")),
    ],
)
def test_a_name_is_a_country_s_code_or_a_path(catalog: Path, name: str, expected: tuple[str, str]) -> None:
    assert named(name, catalog) == [expected]


def test_a_code_is_the_country_even_where_a_folder_is_called_so(catalog: Path) -> None:
    empty(catalog.parent / "aaa", "profile.yaml")
    assert named("aaa", catalog) == [("country", "data/countries/aaa/2021")]
    assert named("./aaa", catalog) == [("country", "aaa")]


def test_a_country_that_no_catalog_holds_is_no_missing_folder(catalog: Path) -> None:
    with pytest.raises(UnknownNameError, match=r"^unknown country 'AAB' \(did you mean 'AAA'\?\)$"):
        named("AAB", catalog)
    with pytest.raises(UnknownNameError, match=r"^no wave 1999 of AAA \(waves: 2020, 2021\)$"):
        named("aaa@1999", catalog)


@pytest.mark.parametrize("name", ["./aaa", "data/none", "none.json"])
def test_a_path_that_leads_nowhere_is_wrong_use(catalog: Path, name: str) -> None:
    with pytest.raises(CommandError) as error:
        named(name, catalog)
    assert (str(error.value), error.value.exit_code) == (f"maturity: no such folder or file: {name}", 2)


def test_everything_that_is_shipped_is_found() -> None:
    found = list(all_data((CATALOG,)))
    assert [each.shown for each in found if each.kind == "framework"] == [f"frameworks/{each}" for each in FRAMEWORKS]
    assert [each.shown for each in found if each.kind == "country"] == [
        f"countries/{code.lower()}/{wave}" for code, wave in WAVES
    ]
