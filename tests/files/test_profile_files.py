from functools import cache
from pathlib import Path
from typing import Any

import pytest

from maturity.files.folder import COMPLETE, Folder
from maturity.files.overlays import fingerprint
from maturity.files.profile_files import (
    FILES,
    OPTIONAL,
    join_parts,
    profile_slots,
    rated_framework,
    read_documents,
    read_parts,
    read_profile_folder,
)
from maturity.files.text_folder import TextFolder
from maturity.problems import DataError, Problem
from maturity.profile import Profile
from maturity.records.sources import StudyPlace
from maturity.text import Text
from tests.demo_files import COUNTRY

SKILLS = "{kind: remark, text: So it is., bears_on_none: general}"


def test_a_folder_holds_a_profile() -> None:
    profile, problems = read()
    assert (profile.code, profile.wave, problems) == ("AAA", 2020, ())
    assert [each.id for each in profile.records()] == [
        "people",
        "fund",
        "privacy-act",
        "row-protection",
        "few-experts",
        "more-experts",
    ]
    assert [each.indicator for each in profile.ratings.ratings] == ["alpha.law", "beta.staff"]


def test_the_order_of_files_does_not_matter() -> None:
    assert read_profile_folder(TextFolder(dict(reversed(demo().items()))), "") == read()


@pytest.mark.parametrize("name", [name for name in FILES if name not in OPTIONAL])
def test_every_file_but_outline_and_errata_must_be_there(name: str) -> None:
    assert f"x/{name}.yaml: E119 the file is missing" in said({f"{name}.yaml": None})


def test_optional_files_are_read_where_they_are() -> None:
    outline = "places:\n  - {locus: §1, about: The country}\n"
    erratum = "{id: slip, kind: misprint, source: study, printed: [{text: teh, locus: §1}], why: A slip.}"
    profile, _ = read({"outline.yaml": outline, "errata.yaml": f"errata: [{erratum}]\n"})
    assert profile.outline == (StudyPlace(locus="§1", about=Text(original="The country")),)
    assert [each.id for each in profile.errata] == ["slip"]
    assert (read()[0].outline, read()[0].errata) == ((), ())


def test_other_files_of_the_folder_are_let_be_and_those_that_look_like_data_named() -> None:
    profile, warnings = read({"notes.yaml": "] no YAML [", "readme.md": "# Notes", ".draft.yaml": "]"})
    assert (profile, [str(each) for each in warnings]) == (
        read()[0],
        ["x/notes.yaml: W206 nothing reads this file (did you mean 'outline.yaml'?)"],
    )


def test_problems_of_all_files_are_told_together() -> None:
    files = {"legal.yaml": "acst: []\n", "lessons.yaml": "", "inclusion.yaml": "- a\n"}
    assert said(files) == [
        "x/inclusion.yaml: E008 the file is empty or holds no mapping",
        "x/legal.yaml:1:1: E100 unknown key 'acst' (did you mean 'acts'?)",
        "x/lessons.yaml: E008 the file is empty or holds no mapping",
    ]


# what a file says once


def test_a_record_takes_what_its_file_says_once() -> None:
    text = f"defaults: {{source: sequel, locus: §7}}\nfindings:\n  - {{id: one, {SKILLS[1:]}\n"
    (found,) = read({"inclusion.yaml": text})[0].inclusion.findings
    assert (found.source, found.locus) == ("sequel", "§7")


def test_what_a_record_says_itself_comes_before_what_its_file_says() -> None:
    text = (
        f"defaults: {{source: sequel, locus: §7}}\nfindings:\n  - {{id: one, locus: §8, source: study, {SKILLS[1:]}\n"
    )
    (found,) = read({"inclusion.yaml": text})[0].inclusion.findings
    assert (found.source, found.locus) == ("study", "§8")


def test_one_default_does_without_the_other() -> None:
    text = f"defaults: {{locus: §7}}\nfindings:\n  - {{id: one, source: study, {SKILLS[1:]}\n"
    (found,) = read({"inclusion.yaml": text})[0].inclusion.findings
    assert (found.source, found.locus) == ("study", "§7")


def test_a_default_holds_for_its_own_file_and_for_records_alone() -> None:
    files = {"inclusion.yaml": "defaults: {source: study, locus: §7}\nfindings: []\n"}
    assert read(files)[0] == read()[0]
    other = {**files, "lessons.yaml": f"findings:\n  - {{id: one, {SKILLS[1:]}\n"}
    assert said(other) == [
        "x/lessons.yaml:2:5: E101 missing key 'locus'",
        "x/lessons.yaml:2:5: E101 missing key 'source'",
    ]


def test_a_default_that_is_not_given_is_missed_where_it_is_needed() -> None:
    text = f"defaults: {{locus: §7}}\nfindings:\n  - {{id: one, {SKILLS[1:]}\n"
    assert said({"inclusion.yaml": text}) == ["x/inclusion.yaml:3:5: E101 missing key 'source'"]


def test_what_has_no_id_takes_no_default() -> None:
    assert said({"outline.yaml": "defaults: {locus: §7}\nplaces:\n  - {about: The country}\n"}) == [
        "x/outline.yaml:3:5: E101 missing key 'locus'"
    ]


@pytest.mark.parametrize(
    ("defaults", "problem"),
    [
        ("{sources: study}", "1:12: E100 unknown key 'sources' (did you mean 'source'?)"),
        ("{source: 5}", "1:20: E102 expected text, found the number 5 (quote it)"),
        ("study", "1:11: E102 expected a mapping, found the text 'study'"),
    ],
)
def test_a_default_that_cannot_be_is_told_where_it_stands(defaults: str, problem: str) -> None:
    assert said({"inclusion.yaml": f"defaults: {defaults}\nfindings: []\n"}) == [f"x/inclusion.yaml:{problem}"]


# where the folder stands, and in what state


@pytest.mark.parametrize(
    "shown", ["countries/aaa/2020", "mine/countries/aaa/2020", "aaa/2021", "x", "", "bbb/countries"]
)
def test_a_folder_is_named_as_its_country_only_in_a_catalog(shown: str) -> None:
    assert read(shown=shown)[1] == ()


def test_in_a_catalog_another_name_is_a_problem() -> None:
    assert said(shown="mine/countries/aab/2020") == [
        "mine/countries/aab/2020/profile.yaml:1:7: E112 code 'AAA' in the folder 'aab/2020'"
    ]


def test_a_folder_whose_change_was_cut_short_is_not_taken(tmp_path: Path) -> None:
    for name, text in demo().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_profile_folder(tmp_path, "x") == read()
    (tmp_path / COMPLETE).mkdir()
    with pytest.raises(DataError) as caught:
        read_profile_folder(tmp_path, "x")
    assert str(caught.value) == (
        "x: E121 a change of this folder was cut short (maturity import into it finishes it first)"
    )


# languages


def test_texts_are_in_the_language_that_the_profile_names() -> None:
    profile, _ = read({"profile.yaml": demo()["profile.yaml"] + "language: fr\n", "zh.yaml": None})
    assert profile.legal.acts[0].name == Text(language="fr", original="Privacy Act")
    assert profile.ratings.ratings[0].rationale == Text(language="fr", original="It is.")


def test_translations_are_read_in_the_languages_asked_for() -> None:
    french = f'language: fr\nreviewed: true\ntexts:\n  fund.name: {{of: "{fingerprint("Fund")}", text: Caisse}}\n'
    files = {"fr.yaml": french}
    all_languages, one, none = (read(files, languages=each)[0] for each in (("en", "zh", "fr"), ("fr",), ()))
    names = [[each.governance.institutions[0].name, each.legal.acts[0].name] for each in (all_languages, one, none)]
    fund, caisse = Text(original="Fund"), Text(original="Fund", translations=(("fr", "Caisse"),))
    act, act_in_chinese = Text(original="Privacy Act"), Text(original="Privacy Act", translations=(("zh", "隐私法"),))
    assert names == [[caisse, act_in_chinese], [caisse, act], [fund, act]]


def test_every_text_has_a_key_to_translate_it_by() -> None:
    assert [(each.key, each.text) for each in profile_slots(TextFolder(demo()))] == [
        ("fund.name", "Fund"),
        ("privacy-act.name", "Privacy Act"),
        ("few-experts.text", "Experts are few."),
        ("more-experts.text", "There are more."),
        ("ratings.alpha.law.summary", "In force."),
        ("ratings.alpha.law.rationale", "It is."),
        ("ratings.beta.staff.searched", "§5"),
        ("ratings.beta.staff.rationale", "No figures."),
    ]


# parts


def test_documents_come_in_the_study_s_order_with_their_defaults_filled_in() -> None:
    documents = read_documents(Folder(TextFolder(demo()), "x"))
    skills: Any = documents["skills"].value
    assert list(documents) == [name for name in FILES if name not in OPTIONAL]
    assert [each["source"] for each in skills["findings"]] == ["study", "sequel"]
    assert "defaults" not in skills
    assert documents["skills"].shown == "x/skills.yaml"


def test_parts_join_to_the_profile() -> None:
    parts = read_parts(Folder(TextFolder(demo()), ""))
    assert list(parts) == [name for name in FILES if name not in OPTIONAL]
    assert join_parts(parts) == read()[0]


@cache
def demo() -> dict[str, str]:
    folder = Path(__file__).parent / "valid" / COUNTRY
    return {each.name: each.read_text(encoding="utf-8") for each in sorted(folder.glob("*.yaml"))}


def read(
    changes: dict[str, Any] | None = None,
    *,
    shown: str = "x",
    **options: Any,  # noqa: ANN401
) -> tuple[Profile, tuple[Problem, ...]]:
    """The demo country's folder with some files changed, or left out where nothing stands for them."""
    files = {name: text for name, text in {**demo(), **(changes or {})}.items() if text is not None}
    return read_profile_folder(TextFolder(files), shown, **options)


def said(changes: dict[str, Any] | None = None, *, shown: str = "x") -> list[str]:
    with pytest.raises(DataError) as caught:
        read(changes, shown=shown)
    return [str(each) for each in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ('framework: {id: mini, version: "1"}\nratings: [\n', "mini"),
        ("ratings:\n  - {indicator: id, level: 1}\nframework:\n  version: x\n  id: mini\n", "mini"),
        ("\ufeffframework:\n  id: 'mini'\n", "mini"),
        ("framework: mini\n", None),
        ("other: {framework: {id: mini}}\n", None),
        ("framework: {version: id, note: [id, mini]}\n", None),
        ("- framework\n- id\n", None),
        ("framework: {id\n", None),
        ("", None),
    ],
)
def test_the_framework_that_ratings_name_is_found_without_reading_further(
    text: str, id: str | None, tmp_path: Path
) -> None:
    (tmp_path / "ratings.yaml").write_text(text, encoding="utf-8")
    assert rated_framework(tmp_path) == id


def test_without_readable_ratings_there_is_no_framework(tmp_path: Path) -> None:
    assert rated_framework(tmp_path) is None
    (tmp_path / "ratings.yaml").write_bytes("framework: {id: 概况}".encode("gb18030"))
    assert rated_framework(tmp_path) is None
