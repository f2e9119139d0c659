"""What words of a command line stand for; which catalog counts is tested in `test_catalogs.py`."""

from argparse import Namespace
from pathlib import Path

import pytest
from attrs import evolve

from maturity.catalog import Catalog
from maturity.cli.choices import (
    chosen_catalogs,
    chosen_columns,
    chosen_country,
    chosen_format,
    chosen_framework,
    spoken,
)
from maturity.cli.console import CommandError
from maturity.framework import Framework
from maturity.problems import DataError, UnknownNameError
from maturity.profile import Profile
from tests.data_contracts.shipped import CATALOG, country, framework
from tests.demo_files import COUNTRY, FRAMEWORK, change, lay_out

FORMATS = ("text", "md", "html", "csv")


def refused(error: pytest.ExceptionInfo[CommandError]) -> tuple[str, int]:
    return str(error.value), error.value.exit_code


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A catalog of the framework `demo` and the country AAA, waves 2020 and 2018."""
    root = lay_out(tmp_path_factory.mktemp("catalog"))
    (root / COUNTRY).rename(root / "countries/aaa/2018")
    change(root / "countries/aaa/2018/profile.yaml", "wave: 2020", "wave: 2018")
    lay_out(root)
    return Catalog(root=root, shown="demo")


def found(name: str, catalog: Catalog, *, languages: tuple[str, ...] = ("en",)) -> Profile:
    return chosen_country(name, framework_of(catalog), (catalog,), languages=languages)


def framework_of(catalog: Catalog) -> Framework:
    return chosen_framework("demo", (catalog,), languages=("en",))


def formatted(output: str | None = None, asked: str | None = None) -> str:
    return chosen_format(Namespace(formats=FORMATS, output=output, format=asked))


@pytest.mark.parametrize(
    ("output", "asked", "expected"),
    [
        (None, None, "text"),
        ("", None, "text"),
        ("x.md", None, "md"),
        ("x.MD", None, "md"),
        ("x.txt", None, "text"),
        ("a.b/x.tar.html", None, "html"),
        ("x.text", None, "text"),
        ("x.docx", "csv", "csv"),
        (None, "html", "html"),
    ],
)
def test_the_format_is_the_one_asked_for_else_the_ending_s_else_the_first(
    output: str | None, asked: str | None, expected: str
) -> None:
    assert formatted(output, asked) == expected


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("x.htm", "maturity: '.htm' names no format (did you mean 'html'?)"),
        ("x.docx", "maturity: '.docx' names no format (formats: text, md, html, csv)"),
        ("x", "maturity: the ending of 'x' names no format (formats: text, md, html, csv)"),
        (".md", "maturity: the ending of '.md' names no format (formats: text, md, html, csv)"),
        ("a.md/x", "maturity: the ending of 'a.md/x' names no format (formats: text, md, html, csv)"),
    ],
)
def test_an_ending_that_names_no_format_is_wrong_use(output: str, message: str) -> None:
    with pytest.raises(CommandError) as error:
        formatted(output)
    assert refused(error) == (message, 2)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], {}),
        (["eID=legal.eid"], {"eID": "legal.eid"}),
        (["a=b=legal.eid", "c=legal.sso"], {"a=b": "legal.eid", "c": "legal.sso"}),
        (["a=x", "a=y"], {"a": "y"}),
        (["a="], {"a": ""}),
    ],
)
def test_columns_stand_for_ids_behind_the_last_equals_sign(pairs: list[str], expected: dict[str, str]) -> None:
    assert chosen_columns(pairs) == expected


@pytest.mark.parametrize("pair", ["", "legal.eid", "=legal.eid"])
def test_a_pair_without_a_column_is_wrong_use(pair: str) -> None:
    with pytest.raises(CommandError) as error:
        chosen_columns([pair])
    assert refused(error) == (f"maturity: '{pair}' maps nothing: write --map COLUMN=ID", 2)


def test_catalogs_that_are_named_come_first_and_must_be_folders(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert chosen_catalogs(Namespace(catalog=[str(tmp_path)]))[0].root == tmp_path
    assert chosen_catalogs(Namespace(catalog=[]))[-1].shown == CATALOG.shown
    for missing in ("file", "none"):
        with pytest.raises(CommandError) as error:
            chosen_catalogs(Namespace(catalog=[str(tmp_path), str(tmp_path / missing)]))
        assert refused(error) == (f"maturity: no such catalog: {tmp_path / missing}", 2)


def test_the_project_s_own_framework_is_meant_where_none_is_named() -> None:
    assert chosen_framework(None, (CATALOG,), languages=("en", "zh", "fr")) == framework()


def test_a_framework_is_named_by_its_id_or_by_a_path(demo: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    by_id = framework_of(demo)
    assert by_id.id == "demo"
    assert chosen_framework(f"{demo.root}/{FRAMEWORK}", (CATALOG,), languages=("en",)) == by_id
    monkeypatch.chdir(str(demo.root))
    assert chosen_framework(f"./{FRAMEWORK}", (CATALOG,), languages=("en",)) == by_id


def test_only_the_languages_that_are_asked_for_are_read(demo: Catalog) -> None:
    labels = [
        chosen_framework("demo", (demo,), languages=languages).components[0].label.in_language("zh")
        for languages in (("zh",), ("en",))
    ]
    assert labels == ["甲", "Alpha"]
    names = [found("AAA", demo, languages=each).legal.acts[0].name.in_language("zh") for each in (("zh",), ("en",))]
    assert names == ["隐私法", "Privacy Act"]


@pytest.mark.parametrize("name", ["./none", "none/at/all", "none\\here"])
def test_a_path_that_leads_nowhere_is_wrong_use(name: str, demo: Catalog) -> None:
    for choose in (lambda: chosen_framework(name, (demo,), languages=()), lambda: found(name, demo)):
        with pytest.raises(CommandError) as error:
            choose()
        assert refused(error) == (f"maturity: no such folder or file: {name}", 2)


def test_an_unknown_name_gets_the_nearest_one(demo: Catalog) -> None:
    with pytest.raises(UnknownNameError, match=r"^unknown framework 'demos' \(did you mean 'demo'\?\)$"):
        chosen_framework("demos", (demo,), languages=())
    with pytest.raises(UnknownNameError, match=r"^unknown country 'aab' \(did you mean 'AAA'\?\)$"):
        found("aab", demo)


@pytest.mark.parametrize(
    ("name", "wave"), [("AAA", 2020), ("aaa", 2020), ("AaA@2020", 2020), ("aaa@2018", 2018), ("AAA@", 2020)]
)
def test_a_country_is_named_by_its_code_in_any_case_and_is_the_newest_unless_a_wave_is_named(
    name: str, wave: int, demo: Catalog
) -> None:
    assert (found(name, demo).code, found(name, demo).wave) == ("AAA", wave)


def test_a_wave_that_is_not_there_is_told_with_those_that_are(demo: Catalog) -> None:
    with pytest.raises(UnknownNameError, match=r"^no wave 2019 of AAA \(waves: 2018, 2020\)$"):
        found("aaa@2019", demo)


def test_a_country_at_a_path_is_read_from_there(demo: Catalog) -> None:
    assert found(f"{demo.root}/countries/aaa/2018", demo) == found("AAA@2018", demo)


def test_a_country_is_checked_against_the_framework_s_terms_where_it_has_any(tmp_path: Path) -> None:
    catalog = Catalog(root=lay_out(tmp_path), shown="demo")
    by = framework_of(catalog)
    change(tmp_path / COUNTRY / "governance.yaml", "kind: fund", "kind: club")
    with pytest.raises(DataError):
        chosen_country("AAA", by, (catalog,), languages=())
    without = evolve(by, vocabularies=())
    assert chosen_country("AAA", without, (catalog,), languages=()).governance.institutions[0].kind == "club"


def test_a_country_that_was_rated_by_another_framework_can_be_read_for_its_figures() -> None:
    egdi = framework("un-egdi-2022")
    assert egdi.vocabularies == ()
    assert chosen_country("fra", egdi, (CATALOG,), languages=("en", "zh", "fr")) == country("FRA", 2022)


def test_a_shipped_country_is_the_same_by_code_and_by_path() -> None:
    path = str(CATALOG.folder("countries", "fra", "2022"))
    for name in ("fra", path):
        assert chosen_country(name, framework(), (CATALOG,), languages=("en", "zh", "fr")) == country("FRA", 2022)


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_the_translations_of_the_result_s_language_alone_are_read(language: str) -> None:
    assert spoken(language) == (language,)
