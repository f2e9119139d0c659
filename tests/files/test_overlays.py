from pathlib import Path

import pytest

from maturity.files.framework_files import framework_slots, read_framework_folder
from maturity.files.overlays import fingerprint, list_slots
from maturity.files.profile_files import profile_slots, read_profile_folder
from maturity.files.yaml_text import Value
from maturity.profile import Profile
from maturity.records.legal import Legal
from maturity.text import Text
from tests.demo_files import COUNTRY, FRAMEWORK, change, lay_out, list_problems


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return lay_out(tmp_path)


def country(catalog: Path, *, languages: tuple[str, ...] = ("en", "zh", "fr")) -> Profile:
    return read_profile_folder(catalog / COUNTRY, COUNTRY, languages=languages)[0]


def test_every_text_of_a_framework_has_a_key_of_its_own(catalog: Path) -> None:
    keys = [slot.key for slot in framework_slots(catalog / FRAMEWORK)]
    assert len(keys) == len(set(keys))
    assert {
        "title",
        "note",
        "scale.1.name",
        "scale.1.meaning",
        "bands.1.name",
        "alpha.label",
        "alpha.question",
        "alpha.base.label",
        "alpha.law.label",
        "alpha.law.questions.1",
        "alpha.law.levels.2.descriptor",
        "legal-areas.data-protection.label",
    } <= set(keys)


def test_the_texts_of_a_profile_are_named_by_record_or_indicator(catalog: Path) -> None:
    assert [slot.key for slot in profile_slots(catalog / COUNTRY)] == [
        "fund.name",
        "privacy-act.name",
        "few-experts.text",
        "more-experts.text",
        "ratings.alpha.law.summary",
        "ratings.alpha.law.rationale",
        "ratings.beta.staff.searched",
        "ratings.beta.staff.rationale",
    ]


def test_a_mapping_where_a_list_belongs_has_no_texts() -> None:
    value: Value = {"findings": {"id": "f", "text": "x"}, "acts": [{"id": "a", "name": "A"}]}
    assert [each.key for each in list_slots(value, Legal, "")] == ["a.name"]


def test_a_slot_gives_its_text(catalog: Path) -> None:
    assert profile_slots(catalog / COUNTRY)[0].text == "Fund"


def test_a_translation_stands_beside_the_text_it_translates(catalog: Path) -> None:
    framework = read_framework_folder(catalog / FRAMEWORK, FRAMEWORK)[0]
    assert framework.dimensions[0].label == Text(original="Alpha", translations=(("zh", "甲"),))
    assert framework.indicator("alpha.law").questions[0].in_language("zh") == "有法律吗？"
    assert framework.vocabulary("institution-kinds").term("fund").label.in_language("zh") == "基金"
    assert country(catalog).legal.acts[0].name.in_language("zh") == "隐私法"


def test_only_the_languages_asked_for_are_read(catalog: Path) -> None:
    (catalog / COUNTRY / "zh.yaml").write_text("[broken", encoding="utf-8")
    assert country(catalog, languages=("en", "fr")).legal.acts[0].name == Text(original="Privacy Act")


def test_a_text_without_a_translation_falls_back(catalog: Path) -> None:
    assert country(catalog).skills.findings[0].text.in_language("zh") == "Experts are few."


def test_a_stale_translation_is_used_and_reported(catalog: Path) -> None:
    change(catalog / COUNTRY / "legal.yaml", "name: Privacy Act", "name: Privacy Act 2018")
    assert [each.code for each in list_problems(catalog)] == ["W203"]
    assert country(catalog).legal.acts[0].name.in_language("zh") == "隐私法"


def test_warnings_are_no_reason_to_stop_reading_a_translation(catalog: Path) -> None:
    write_entries(catalog, '{of: "00000000", text: x}')
    assert {each.code for each in list_problems(catalog)} == {"W204"}
    assert len(list_problems(catalog)) == 15_000


def test_after_ten_thousand_errors_the_rest_of_a_translation_is_not_read(catalog: Path) -> None:
    write_entries(catalog, "1")
    first, *others = list_problems(catalog)
    assert first.code == "E009"
    assert {each.code for each in others} == {"E102"}
    assert len(others) == 10_000


def test_a_file_that_cannot_be_read_makes_no_translation_look_lost(catalog: Path) -> None:
    change(catalog / COUNTRY / "legal.yaml", "defaults: {source: study}", "defaults: {source: study")
    assert [each.code for each in list_problems(catalog)] == ["E002"]


def test_a_translation_of_a_file_in_another_language_keeps_the_original(catalog: Path) -> None:
    folder = catalog / COUNTRY
    (folder / "zh.yaml").unlink()
    change(folder / "profile.yaml", "names: {en", "language: fr\nnames: {en")
    change(folder / "legal.yaml", "name: Privacy Act", "name: Loi sur la vie privée")
    of = fingerprint("Loi sur la vie privée")
    (folder / "en.yaml").write_text(
        f'language: en\nreviewed: true\ntexts:\n  privacy-act.name: {{of: "{of}", text: Privacy Act}}\n',
        encoding="utf-8",
    )
    assert country(catalog).legal.acts[0].name == Text(
        language="fr", original="Loi sur la vie privée", translations=(("en", "Privacy Act"),)
    )


def test_a_translation_joins_those_that_stand_in_place(catalog: Path) -> None:
    change(catalog / COUNTRY / "legal.yaml", "name: Privacy Act", "name: {en: Privacy Act, fr: Loi}")
    assert country(catalog).legal.acts[0].name.translations == (("fr", "Loi"), ("zh", "隐私法"))


def test_a_fingerprint_ignores_white_space_at_the_ends() -> None:
    assert fingerprint(" Alpha\n") == fingerprint("Alpha") == "b1a96dd6"


def write_entries(catalog: Path, entry: str) -> None:
    entries = "".join(f"  gone-{number}.name: {entry}\n" for number in range(15_000))
    (catalog / COUNTRY / "zh.yaml").write_text(f"language: zh\nreviewed: true\ntexts:\n{entries}", encoding="utf-8")
