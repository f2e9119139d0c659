from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from maturity.catalog import Catalog
from maturity.files.profile_files import FILES, read_profile_folder
from maturity.files.profile_values import Kept, profile_values
from maturity.files.profile_writer import UnwritableError, first_difference, write_profile
from maturity.files.text_folder import FileText, TextFolder
from maturity.profile import Names, Profile
from maturity.reading import load_country
from maturity.text import Text
from tests import synthetic
from tests.files.any_profile import any_profile

ROOT = Path(__file__).parents[2]
SHIPPED = Catalog(root=ROOT, shown="")
UNHURRIED = settings(suppress_health_check=list(HealthCheck))


def texts_of(files: tuple[FileText, ...]) -> dict[str, str]:
    return {each.name: each.text for each in files}


def read_back(files: tuple[FileText, ...]) -> Profile:
    return read_profile_folder(TextFolder(texts_of(files)), "")[0]


@pytest.mark.parametrize(("code", "wave"), SHIPPED.waves())
def test_a_shipped_country_reads_back_equal_and_without_a_problem(code: str, wave: int) -> None:
    profile = load_country(code, wave=wave, catalogs=[SHIPPED])
    found, problems = read_profile_folder(TextFolder(texts_of(write_profile(profile))), "")
    assert found == profile
    assert problems == ()


@UNHURRIED
@given(any_profile())
def test_any_profile_reads_back_equal(profile: Profile) -> None:
    assert read_back(write_profile(profile)) == profile


@pytest.mark.parametrize(
    "hard",
    ["0E0", "1e3", "NO", "null", "~", "a: b", "a #b", "\x00\x1b[2J", "a\nb", "a" * 5000, "‏עברית", "👩🏽‍💻", "- x", "#"],
)
def test_a_hard_text_reads_back(hard: str) -> None:
    finding = evolve(synthetic.finding("fact"), text=synthetic.text(hard, zh=hard), quote=f" {hard}\n", locus=hard)
    profile = synthetic.profile(findings=[evolve(finding, bears_on_none=Text(original="none"))])
    assert read_back(write_profile(profile)) == profile


def test_files_come_in_the_order_of_the_study_and_only_those_that_hold_something() -> None:
    names = [each.name for each in write_profile(bare_profile())]
    assert names == [f"{name}.yaml" for name in FILES if name not in ("outline", "errata")]
    france = [each.name for each in write_profile(load_country("FRA", catalogs=[SHIPPED]))]
    assert france == [*(f"{name}.yaml" for name in FILES), "fr.yaml", "zh.yaml"]


def bare_profile() -> Profile:
    return synthetic.profile(findings=())


def test_an_empty_section_says_so() -> None:
    assert texts_of(write_profile(bare_profile()))["skills.yaml"] == (
        "# skills.yaml: activities that build skills (table 14)\nfindings: []\n"
    )


def test_a_source_that_most_records_share_is_said_once() -> None:
    findings = [synthetic.finding(id, bears_on=["a.one"]) for id in ("one", "two")]
    other = synthetic.finding("three", bears_on=["a.one"], source="other")
    profile = synthetic.profile(findings=[*findings, other], sources=[synthetic.source(), synthetic.source("other")])
    assert texts_of(write_profile(profile))["context.yaml"] == (
        "# context.yaml: the country in figures and the branches of its social security (tables 1–4)\n"
        "defaults: {source: study}\n"
        "\n"
        "findings:\n"
        "  - {id: one, kind: remark, text: It is so., locus: §1, bears_on: [a.one]}\n"
        "  - {id: two, kind: remark, text: It is so., locus: §1, bears_on: [a.one]}\n"
        "  - {id: three, kind: remark, text: It is so., source: other, locus: §1, bears_on: [a.one]}\n"
    )


def test_translations_stand_in_overlays_with_what_they_translate() -> None:
    finding = evolve(synthetic.finding("fact", bears_on=["a.one"]), text=synthetic.text("It is so.", zh="是的。"))
    files = texts_of(write_profile(synthetic.profile(findings=[finding])))
    assert files["zh.yaml"] == (
        'language: zh\nreviewed: false\ntexts:\n  fact.text: {of: "623306a7", text: "是的。"}\n'
    )
    assert "fr.yaml" not in files


def test_a_language_without_an_overlay_stands_beside_the_original() -> None:
    finding = evolve(synthetic.finding("fact", bears_on=["a.one"]), text=synthetic.text("So.", ja="はい", zh="是"))
    files = texts_of(write_profile(synthetic.profile(findings=[finding])))
    assert "text: {en: So., ja: はい}" in files["context.yaml"]
    assert "是" in files["zh.yaml"]


def test_texts_whose_keys_are_the_same_are_translated_in_place() -> None:
    ratings = [synthetic.rating("a.one", 2), synthetic.rating("a.one", 3, assessor="peer")]
    translated = [evolve(each, rationale=synthetic.text("Seen.", zh=f"{each.level}")) for each in ratings]
    profile = synthetic.profile(
        ratings=translated, assessors=["team", "peer"], findings=[synthetic.finding("fact", bears_on=["a.one"])]
    )
    files = write_profile(profile)
    assert "zh.yaml" not in texts_of(files)
    assert read_back(files) == profile


def test_a_profile_in_another_language_is_written_in_it() -> None:
    finding = evolve(
        synthetic.finding("fact", bears_on=["a.one"]),
        text=Text(language="fr", original="C’est ainsi.", translations=(("en", "It is so."),)),
    )
    profile = evolve(synthetic.profile(findings=[finding]), language="fr")
    files = write_profile(profile)
    assert "language: fr" in texts_of(files)["profile.yaml"]
    assert texts_of(files)["en.yaml"].count("It is so.") == 1
    assert read_back(files) == profile


def test_what_no_file_can_hold_is_refused_and_named() -> None:
    text = Text(language="fr", original="Ainsi", translations=(("en", "So"),))
    finding = evolve(synthetic.finding("fact", bears_on=["a.one"]), text=text)
    with pytest.raises(UnwritableError, match=r"of AAA: context\.findings\.fact\.text\.language: 'en' would be read"):
        write_profile(synthetic.profile(findings=[finding]))


def test_a_profile_that_would_not_be_read_is_refused_with_the_problem() -> None:
    with pytest.raises(UnwritableError, match=r"context\.yaml:\d+:\d+: E104 unknown source 'stud'"):
        write_profile(synthetic.profile(findings=[synthetic.finding("fact", bears_on=["a.one"], source="stud")]))


def test_the_first_difference_is_named() -> None:
    one = bare_profile()
    assert first_difference(one, evolve(one, wave=2021)) == "wave: 2020 would be read instead of 2021"
    assert first_difference(one, evolve(one, names=Names(en="B"))) == "names.en: 'Aland' would be read instead of 'B'"
    assert first_difference(one, evolve(one, sources=())) == "sources: 1 instead of 0"


def test_values_are_in_the_house_order_and_without_defaults() -> None:
    france = load_country("FRA", catalogs=[SHIPPED])
    values = profile_values(france)
    assert list(values.trees["legal"]["acts"][0])[:7] == ["id", "name", "local_name", "number", "level", "kind", "year"]
    assert list(values.trees["ratings"]["ratings"][0])[:4] == ["indicator", "level", "confidence", "evidence"]
    assert all("later" not in each for each in values.trees["legal"]["acts"])


def test_a_translation_stays_where_it_stood() -> None:
    finding = evolve(synthetic.finding("fact", bears_on=["a.one"]), text=synthetic.text("So.", zh="是", fr="Oui"))
    kept = Kept(
        in_place={"fact.text": {"en": "So.", "zh": "对"}}, overlays={"fr": {"fact.text": {"of": "x", "text": "Oui"}}}
    )
    values = profile_values(synthetic.profile(findings=[finding]), kept)
    assert values.trees["context"]["findings"][0]["text"] == {"en": "So.", "zh": "是"}
    assert values.translations == {"fr": {"fact.text": "Oui"}}


def test_every_file_has_a_comment_that_says_what_it_is() -> None:
    for file in write_profile(load_country("FRA", catalogs=[SHIPPED])):
        if file.name not in ("zh.yaml", "fr.yaml"):
            assert file.text.startswith(f"# {file.name}: ")
