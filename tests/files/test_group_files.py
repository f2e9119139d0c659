from pathlib import Path

import pytest

from maturity.catalog import Catalog
from maturity.files.group_files import read_groups
from maturity.problems import DataError
from maturity.reading import load_groups
from maturity.text import LANGUAGES

GROUP = """\
  - id: neighbours
    label: {en: Neighbours, zh: 邻国}
    as_of: 2026-01-01
    sources: [{title: List, publisher: Ministry, url: "https://example.org", accessed: 2026-01-02}]
    members: [AAA, BBB]
"""


def written(folder: Path, text: str) -> Path:
    (folder / "groups.yaml").write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_groups(written(folder, text), "countries")
    return [str(each) for each in caught.value.problems]


def test_a_folder_without_the_file_has_no_groups(tmp_path: Path) -> None:
    assert read_groups(tmp_path, "countries") == ()


def test_every_shipped_group_has_a_source_a_date_and_a_name_in_every_language() -> None:
    groups = {each.id: each for each in load_groups()}
    for each in groups.values():
        assert all(each.label.speaks(language) for language in LANGUAGES)
        assert each.note is None or all(each.note.speaks(language) for language in LANGUAGES)
        assert all(source.url.startswith("https://") for source in each.sources)
        assert tuple(sorted(each.members)) == each.members
    assert {"eu": 27, "oecd": 38, "g20": 19}.items() <= {id: len(each.members) for id, each in groups.items()}.items()


def test_an_economy_has_one_income_group() -> None:
    incomes = [each.members for each in load_groups() if each.id.startswith("income-")]
    assert len(incomes) == 4
    assert len(set().union(*incomes)) == sum(len(each) for each in incomes)


def test_the_first_catalog_that_names_a_group_wins(tmp_path: Path) -> None:
    for name, members in (("own", "[CCC]"), ("other", "[DDD]")):
        countries = tmp_path / name / "countries"
        countries.mkdir(parents=True)
        written(countries, "groups:\n" + GROUP.replace("[AAA, BBB]", members))
    catalogs = [Catalog(root=tmp_path / name, shown=name) for name in ("own", "other")]
    assert [each.members for each in load_groups(catalogs=catalogs)] == [("CCC",)]


def test_what_is_wrong_is_said_with_its_place(tmp_path: Path) -> None:
    assert problems(tmp_path, "groups:\n" + GROUP + GROUP) == [
        "countries/groups.yaml:7:9: E106 duplicate id 'neighbours'"
    ]
    assert problems(tmp_path, "groups:\n" + GROUP.replace("BBB", "Denmark")) == [
        "countries/groups.yaml:2:5: E103 members that are no ISO 3166-1 alpha-3 codes: Denmark"
    ]
    assert problems(tmp_path, "groups:\n" + GROUP.replace("BBB", "AAA")) == [
        "countries/groups.yaml:2:5: E103 members named more than once: AAA"
    ]
    assert problems(tmp_path, "groups:\n" + GROUP.replace("as_of", "asof")) == [
        "countries/groups.yaml:2:5: E101 missing key 'as_of'",
        "countries/groups.yaml:4:5: E100 unknown key 'asof' (did you mean 'as_of'?)",
    ]
    assert problems(tmp_path, "") == ["countries/groups.yaml: E008 the file is empty or holds no mapping"]
