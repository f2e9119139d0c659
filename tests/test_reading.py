import shutil
from pathlib import Path

import pytest

from maturity.catalog import Catalog
from maturity.files.exported import export_json
from maturity.problems import DataError, UnknownNameError
from maturity.reading import check_dimension, load_country, load_framework, read_country, read_framework
from tests import synthetic
from tests.demo_files import COUNTRY, FRAMEWORK, change, lay_out


@pytest.fixture
def demo(tmp_path: Path) -> Catalog:
    return Catalog(root=lay_out(tmp_path / "demo"), shown="demo")


def add_wave(demo: Catalog, wave: int) -> None:
    country = Path(str(demo.folder("countries", "aaa")))
    shutil.copytree(country / "2020", country / str(wave))
    change(country / str(wave) / "profile.yaml", "wave: 2020", f"wave: {wave}")


def test_the_default_framework_is_the_shipped_one() -> None:
    assert load_framework().id == "digital-social-security"


def test_a_framework_is_loaded_by_its_id(demo: Catalog) -> None:
    assert load_framework("demo", catalogs=[demo]).title.original == "Demo"


def test_the_first_catalog_that_holds_a_framework_counts(demo: Catalog, tmp_path: Path) -> None:
    other = Catalog(root=lay_out(tmp_path / "other"), shown="other")
    change(tmp_path / "other" / FRAMEWORK / "framework.yaml", "title: Demo", "title: Other")
    empty = Catalog(root=tmp_path / "nowhere", shown="nowhere")
    assert load_framework("demo", catalogs=[empty, other, demo]).title.original == "Other"


def test_a_country_is_loaded_by_its_code_in_any_case(demo: Catalog) -> None:
    assert [load_country(code, catalogs=[demo]).code for code in ("AAA", "aaa", "Aaa")] == ["AAA"] * 3


def test_the_newest_wave_of_all_catalogs_is_loaded_unless_one_is_chosen(demo: Catalog, tmp_path: Path) -> None:
    other = Catalog(root=lay_out(tmp_path / "other"), shown="other")
    add_wave(other, 2022)
    add_wave(demo, 2021)
    assert load_country("AAA", catalogs=[demo, other]).wave == 2022
    assert load_country("AAA", wave=2021, catalogs=[demo, other]).wave == 2021


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("demmo", "unknown framework 'demmo' (did you mean 'demo'?)"),
        ("x", "unknown framework 'x' (known: demo)"),
    ],
)
def test_an_unknown_framework_names_the_nearest_or_all(id: str, message: str, demo: Catalog) -> None:
    with pytest.raises(UnknownNameError) as caught:
        load_framework(id, catalogs=[demo])
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("aab", "unknown country 'aab' (did you mean 'AAA'?)"),
        ("XYZ", "unknown country 'XYZ' (known: AAA)"),
    ],
)
def test_an_unknown_country_names_the_nearest_or_all(code: str, message: str, demo: Catalog) -> None:
    with pytest.raises(UnknownNameError) as caught:
        load_country(code, catalogs=[demo])
    assert str(caught.value) == message


def test_where_the_catalogs_hold_nothing_the_message_says_so() -> None:
    with pytest.raises(UnknownNameError) as caught:
        load_country("AAA", catalogs=[])
    assert str(caught.value) == "unknown country 'AAA' (the catalogs hold none)"


def test_an_unknown_wave_names_the_known_ones(demo: Catalog) -> None:
    add_wave(demo, 2021)
    with pytest.raises(UnknownNameError) as caught:
        load_country("aaa", wave=2019, catalogs=[demo])
    assert str(caught.value) == "no wave 2019 of AAA (waves: 2020, 2021)"


def test_a_country_is_checked_against_the_framework_given(demo: Catalog) -> None:
    folder = Path(str(demo.root)) / COUNTRY
    change(folder / "ratings.yaml", "level: 2", "level: 3")
    assert load_country("AAA", catalogs=[demo]).ratings.ratings[0].level == 3
    with pytest.raises(DataError) as caught:
        load_country("AAA", catalogs=[demo], framework=load_framework("demo", catalogs=[demo]))
    assert str(caught.value) == (
        "demo/countries/aaa/2020/ratings.yaml:4:35: E105 no level 3 on 'alpha.law' (levels run 0–2)"
    )


def test_warnings_do_not_keep_a_country_from_being_read(demo: Catalog) -> None:
    change(Path(str(demo.root)) / COUNTRY / "legal.yaml", "name: Privacy Act", "name: Privacy Act 2018")
    assert load_country("AAA", catalogs=[demo]).legal.acts[0].name.original == "Privacy Act 2018"


def test_a_folder_and_what_was_exported_from_it_read_equal(tmp_path: Path) -> None:
    lay_out(tmp_path)
    framework, country = read_framework(tmp_path / FRAMEWORK), read_country(tmp_path / COUNTRY)
    (tmp_path / "framework.json").write_text(export_json(framework), encoding="utf-8")
    (tmp_path / "country.json").write_text(export_json(country), encoding="utf-8")
    assert read_framework(str(tmp_path / "framework.json")) == framework
    assert read_country(tmp_path / "country.json") == country


def test_a_country_outside_a_catalog_may_stand_in_any_folder(tmp_path: Path) -> None:
    shutil.copytree(lay_out(tmp_path) / COUNTRY, tmp_path / "draft")
    assert read_country(tmp_path / "draft").code == "AAA"


def test_a_folder_that_is_not_there_lacks_every_file(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_framework(tmp_path / "nowhere")
    shown = (tmp_path / "nowhere").as_posix()
    assert [str(each) for each in caught.value.problems] == [
        f"{shown}/framework.yaml: E119 the file is missing",
    ]


def test_only_the_languages_asked_for_are_read(demo: Catalog) -> None:
    country = load_country("AAA", catalogs=[demo], languages=("fr",))
    assert country.legal.acts[0].name.translations == ()


def test_an_exported_file_is_read_with_every_language_that_it_holds(tmp_path: Path) -> None:
    lay_out(tmp_path)
    country, framework = read_country(tmp_path / COUNTRY), read_framework(tmp_path / FRAMEWORK)
    (tmp_path / "x.json").write_text(export_json(country), encoding="utf-8")
    (tmp_path / "y.json").write_text(export_json(framework), encoding="utf-8")
    assert read_country(tmp_path / "x.json", languages=()) == country != read_country(tmp_path / COUNTRY, languages=())
    assert read_framework(tmp_path / "y.json", languages=()) == framework


@pytest.mark.parametrize("dimension", [None, "a", "b"])
def test_a_dimension_of_the_framework_is_accepted(dimension: str | None) -> None:
    check_dimension(dimension, synthetic.framework())


@pytest.mark.parametrize(
    ("dimension", "hint"),
    [
        ("a.left", "dimensions: a, b"),
        ("overall", "dimensions: a, b"),
        ("", "dimensions: a, b"),
        ("aa", "did you mean 'a'?"),
    ],
)
def test_an_unknown_dimension_gets_the_nearest(dimension: str, hint: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        check_dimension(dimension, synthetic.framework())
    assert str(error.value) == f"unknown dimension '{dimension}' ({hint})"
