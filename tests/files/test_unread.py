from pathlib import Path

import pytest

from maturity.files.unread import unread_at, unread_in_catalog

YEAR = "(a wave is a year, such as 2026)"


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog `mine` in the working folder, with something in every wrong place."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "README.md",
        "notes.yaml",
        "frameworks/demo.yaml",
        "frameworks/demo/framework.yaml",
        "countries/groups.yaml",
        "countries/gruops.yaml",
        "countries/aaa/2020/profile.yaml",
        "countries/aaa/2021/legal.yaml",
        "countries/aaa/2022/README.md",
        "countries/aaa/2O20/profile.yaml",
        "countries/aaa/sources/report.pdf",
        "countries/aaa/.old/legal.yaml",
        "countries/bbb/profile.yaml",
        "cases/good.yaml",
        "cases/bad.yml",
        "cases/README.md",
    ):
        file = Path("mine", name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return Path("mine")


OF_AAA = [
    "countries/aaa/2021/profile.yaml: E119 the file is missing (nothing reads the others)",
    f"countries/aaa/2O20: W206 nothing reads this folder {YEAR}",
]
OF_COUNTRIES = [
    "countries/gruops.yaml: W206 nothing reads this file (did you mean 'groups.yaml'?)",
    *OF_AAA,
    "countries/bbb/profile.yaml: W206 nothing reads this file",
]
OF_CASES = ["cases/bad.yml: W206 nothing reads this file (did you mean 'bad.yaml'?)"]
ALL = [*OF_COUNTRIES, "frameworks/demo.yaml: W206 nothing reads this file", *OF_CASES]


def test_what_stands_in_a_wrong_place_is_found(catalog: Path) -> None:
    assert [str(each) for each in unread_in_catalog(catalog, "mine")] == [f"mine/{each}" for each in ALL]
    assert [str(each) for each in unread_in_catalog(catalog, "")] == ALL


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("mine", ALL),
        ("mine/countries", OF_COUNTRIES),
        ("mine/countries/aaa", OF_AAA),
        ("mine/countries/aaa/2020", []),
        ("mine/cases", OF_CASES),
        ("mine/cases/good.yaml", []),
        ("mine/frameworks/demo", []),
        ("none", []),
    ],
)
def test_a_folder_within_a_catalog_is_looked_through_alone(catalog: Path, path: str, found: list[str]) -> None:
    assert [str(each) for each in unread_at(Path(path))] == [f"mine/{each}" for each in found]
