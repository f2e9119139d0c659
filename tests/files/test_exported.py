import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maturity.catalog import Catalog
from maturity.files.exported import export_json, read_exported
from maturity.files.profile_files import FILES, read_profile_folder
from maturity.framework import Component, Framework
from maturity.problems import DataError
from maturity.profile import Profile
from maturity.reading import load_country, load_framework, read_country, read_framework
from maturity.text import Text
from maturity.vocabulary import Vocabulary
from tests.demo_files import COUNTRY, FRAMEWORK, lay_out
from tests.files.any_value import any_value

ROOT = Path(__file__).parents[2]
SHIPPED = Catalog(root=ROOT, shown="")
KINDS: list[type[Any]] = [*FILES.values(), Framework, Component, Vocabulary]


def read_back(text: str, kind: type[Any]) -> object:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "x.json"
        file.write_text(text, encoding="utf-8")
        return read_exported(file, kind)


def exported(text: str, tmp_path: Path) -> Path:
    file = tmp_path / "x.json"
    file.write_text(text, encoding="utf-8")
    return file


def test_countries_and_frameworks_are_shipped() -> None:
    assert SHIPPED.waves()
    assert SHIPPED.framework_ids()


@pytest.mark.parametrize("id", SHIPPED.framework_ids())
def test_a_shipped_framework_reads_back_equal(id: str, tmp_path: Path) -> None:
    framework = load_framework(id, catalogs=[SHIPPED])
    assert read_framework(exported(export_json(framework), tmp_path)) == framework


@pytest.mark.parametrize(("code", "wave"), SHIPPED.waves())
def test_a_shipped_country_reads_back_equal(code: str, wave: int, tmp_path: Path) -> None:
    profile = load_country(code, wave=wave, catalogs=[SHIPPED])
    assert read_country(exported(export_json(profile), tmp_path)) == profile


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_value_reads_back_equal(kind: type[Any], data: st.DataObject) -> None:
    value = data.draw(any_value(kind))
    assert read_back(export_json(value), kind) == value


def test_the_export_is_json_with_text_as_it_is(tmp_path: Path) -> None:
    profile = read_profile_folder(lay_out(tmp_path) / COUNTRY, COUNTRY)[0]
    text = export_json(profile)
    found = json.loads(text)
    assert found["legal"]["acts"][0]["name"] == {"en": "Privacy Act", "zh": "隐私法"}
    assert "隐私法" in text
    assert text.endswith("}\n")


def test_what_is_at_its_default_is_left_out(tmp_path: Path) -> None:
    profile = read_profile_folder(lay_out(tmp_path) / COUNTRY, COUNTRY)[0]
    found = json.loads(export_json(profile))
    assert "errata" not in found
    assert found["legal"]["acts"][0].keys() == {"id", "source", "locus", "name", "level", "kind", "year"}


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\x7f", "\ufeff", "\x00", "\n", "\t", "𠮷", '"', "\\"])
def test_no_character_is_bent_on_the_way(character: str) -> None:
    text = Text(original=f"a {character} b")
    indicator = Component(id="demo.a", label=text)
    assert read_back(export_json(indicator), Component) == indicator


def test_the_original_stays_the_original_in_any_language() -> None:
    label = Text(language="fr", original="Base", translations=(("en", "Base"), ("zh", "基础")))
    component = Component(id="demo.a", label=label)
    assert read_back(export_json(component), Component) == component


def test_a_fault_in_an_exported_file_has_a_place(tmp_path: Path) -> None:
    file = exported('{\n "id": "demo.a",\n "lable": "Base",\n "weight": "1"\n}\n', tmp_path)
    shown = file.as_posix()
    with pytest.raises(DataError) as caught:
        read_exported(file, Component)
    assert str(caught.value).splitlines() == [
        f"{shown}:1:1: E101 missing key 'label'",
        f"{shown}:3:2: E100 unknown key 'lable' (did you mean 'label'?)",
        f"{shown}:4:12: E102 expected a number, found the text '1'",
    ]


@pytest.mark.parametrize(("text", "found"), [("", "nothing"), ("[]", "a list"), ("3", "the number 3")])
def test_an_exported_file_holds_a_mapping(text: str, found: str, tmp_path: Path) -> None:
    file = exported(text, tmp_path)
    with pytest.raises(DataError) as caught:
        read_exported(file, Profile)
    assert str(caught.value) == f"{file.as_posix()}:1:1: E102 expected a mapping, found {found}"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"source": "sequel"', '"source": "sequle"', "E104 unknown source 'sequle' (did you mean 'sequel'?)"),
        ('"id": "few-experts"', '"id": "fund"', "E106 duplicate id 'fund'"),
        ('"indicator": "beta.staff"', '"indicator": "beta.staf"', "E104 unknown indicator 'beta.staf'"),
        ('"level": 2', '"level": 3', "E105 no level 3 on 'alpha.law' (levels run 0–2)"),
        ('"stage": "draft"', '"stage": "drafted"', "E103 stage: expected one of draft, reviewed, validated"),
    ],
)
def test_an_exported_country_is_checked_as_its_folder_is(old: str, new: str, problem: str, tmp_path: Path) -> None:
    catalog = lay_out(tmp_path)
    text = export_json(read_country(catalog / COUNTRY))
    assert text.count(old) == 1
    file = exported(text.replace(old, new), tmp_path)
    with pytest.raises(DataError) as caught:
        read_country(file, framework=read_framework(catalog / FRAMEWORK))
    line = text[: text.index(old)].count("\n") + 1
    errors = [str(each) for each in caught.value.problems if not each.is_warning]
    assert [each.startswith(f"{file.as_posix()}:{line}:") and f": {problem}" in each for each in errors] == [True]


def test_an_exported_framework_is_checked_as_a_folder_is(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    value = json.loads(export_json(load_framework()))
    next(each for each in value["indicators"] if each["id"] == "legal.sso")["prerequisites"] = ["legal.eidd"]
    file.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_framework(file)
    assert {each.code for each in caught.value.problems} == {"E104"}
    assert all("did you mean 'legal.eid'?" in str(each) and each.place.line for each in caught.value.problems)
