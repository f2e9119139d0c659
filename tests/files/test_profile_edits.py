import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
import yaml
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from maturity.catalog import Catalog
from maturity.files.overlays import fingerprint
from maturity.files.profile_edits import edit_profile
from maturity.files.profile_files import read_profile_folder
from maturity.files.profile_writer import UnwritableError, write_profile
from maturity.files.text_folder import TextFolder
from maturity.files.yaml_nodes import Source
from maturity.profile import Profile
from maturity.records.record import Record
from maturity.text import Text
from tests.demo_files import COUNTRY, lay_out
from tests.files.any_profile import any_profile

ROOT = Path(__file__).parents[2]
SHIPPED = Catalog(root=ROOT, shown="")
MANY = settings().max_examples
UNHURRIED = settings(suppress_health_check=list(HealthCheck), max_examples=MANY // 4)
COMMENT = re.compile(r"(?m)(?:^|(?<= ))#[^\n]*")


@cache
def folder(code: str, wave: int) -> dict[str, str]:
    place = ROOT / "countries" / code.lower() / str(wave)
    return {each.name: each.read_text(encoding="utf-8") for each in sorted(place.glob("*.yaml"))}


@cache
def profile(code: str, wave: int) -> Profile:
    return read(folder(code, wave))


def read(texts: dict[str, str]) -> Profile:
    return read_profile_folder(TextFolder(texts), "")[0]


def changed_lines(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Lines that went and lines that came, without those that both have."""
    lines = []
    for name, text in after.items():
        old, new = before.get(name, "").splitlines(), text.splitlines()
        for word, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if word != "equal":
                lines += [f"-{line}" for line in old[start:end]] + [f"+{line}" for line in new[first:last]]
    return lines


def comments(texts: dict[str, str]) -> Counter[str]:
    return Counter(each for text in texts.values() for each in COMMENT.findall(text))


@pytest.mark.parametrize(("code", "wave"), SHIPPED.waves())
def test_the_same_profile_changes_nothing(code: str, wave: int) -> None:
    assert edit_profile(folder(code, wave), profile(code, wave)) == {}


# one field of one record of a shipped country


def fields_of(value: object) -> Iterator[str]:
    """Fields whose change breaks no rule that holds between fields or records."""
    for each in attrs.fields(type(value)):  # type: ignore[arg-type]
        free = not each.metadata.get("refers") and each.name not in ("id", "unit", "summary")
        known = set(get_args(each.type) or (each.type,)) & {Text, str, int}
        if free and known and each.validator is None and getattr(value, each.name) is not None:
            yield each.name


WORDS = st.lists(
    st.sampled_from(("new", "words", "of: the", "record,", "level 3", "§5", "数字", "“so”")), min_size=1, max_size=40
)


@st.composite
def one_change(draw: st.DrawFn) -> tuple[str, int, str, str, Any]:
    """A country, a record of it, a field of that and what it becomes."""
    code, wave = draw(st.sampled_from(SHIPPED.waves()))
    record = draw(st.sampled_from([each for each in profile(code, wave).records() if any(fields_of(each))]))
    name = draw(st.sampled_from(list(fields_of(record))))
    old = getattr(record, name)
    new: Any = draw(st.integers(1, 3000)) if isinstance(old, int | float) else " ".join(draw(WORDS))
    return code, wave, record.id, name, evolve(old, original=new) if isinstance(old, Text) else new


def with_record(found: Profile, id: str, **changes: Any) -> Profile:  # noqa: ANN401
    def change(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, tuple):
            return tuple(
                evolve(each, **changes) if isinstance(each, Record) and each.id == id else each for each in value
            )
        return value

    sections = {
        each.name: evolve(
            section, **{part.name: change(getattr(section, part.name)) for part in attrs.fields(type(section))}
        )
        for each in attrs.fields(Profile)
        if attrs.has(type(section := getattr(found, each.name))) and each.name not in ("ratings", "names", "status")
    }
    return evolve(found, **sections)


@UNHURRIED
@given(one_change())
def test_one_changed_field_changes_its_own_lines_and_keeps_every_comment(
    change: tuple[str, int, str, str, Any],
) -> None:
    code, wave, id, name, new = change
    texts = folder(code, wave)
    wanted = with_record(profile(code, wave), id, **{name: new})
    assume(wanted != profile(code, wave))
    after = edit_profile(texts, wanted)
    assert len(after) == 1
    assert read({**texts, **after}) == wanted
    assert comments({**texts, **after}) == comments(texts)
    file, text = next(iter(after.items()))
    first, last = lines_of(texts[file], id, name)
    old_lines, new_lines = texts[file].splitlines(), text.splitlines()
    assert new_lines[: first - 1] == old_lines[: first - 1]
    assert new_lines[len(new_lines) - (len(old_lines) - last) :] == old_lines[last:]


def lines_of(text: str, id: str, key: str) -> tuple[int, int]:
    """First and last line of a record's entry, counted from 1; where it has none, the place behind its lines."""
    source = Source(text)
    assert isinstance(source.top, yaml.MappingNode)
    items = [item for _, value in source.top.value if isinstance(value, yaml.SequenceNode) for item in value.value]
    record = next(each for each in items if any(k.value == "id" and v.value == id for k, v in each.value))
    found = next(((k, v) for k, v in record.value if k.value == key), None)
    if found is None:
        line = text.count("\n", 0, source.end(record)) + 1
        return line, line
    return found[0].start_mark.line + 1, text.count("\n", 0, source.end(found[1])) + 1


def test_a_careful_hand_would_have_made_the_same_change() -> None:
    france = profile("FRA", 2022)
    ratings = tuple(
        evolve(
            each,
            level=3,
            rationale=evolve(each.rationale, original=each.rationale.original.replace("conflicts", "agrees")),
        )
        if each.indicator == "legal.sso"
        else each
        for each in france.ratings.ratings
    )
    after = edit_profile(folder("FRA", 2022), evolve(france, ratings=evolve(france.ratings, ratings=ratings)))
    lines = changed_lines(folder("FRA", 2022), after)
    assert lines[:2] == ["-    level: 2", "+    level: 3"]
    assert [line[:40] for line in lines[2:]] == [
        "-      The evidence conflicts. §4 ¶6 has",
        "+      The evidence agrees. §4 ¶6 has ol",
    ]


# translations


@pytest.fixture
def demo(tmp_path: Path) -> dict[str, str]:
    place = lay_out(tmp_path) / COUNTRY
    return {each.name: each.read_text(encoding="utf-8") for each in place.glob("*.yaml")}


def with_name(found: Profile, name: Text) -> Profile:
    return evolve(found, legal=evolve(found.legal, acts=(evolve(found.legal.acts[0], name=name),)))


def test_a_translation_stays_old_when_only_its_original_changes(demo: dict[str, str]) -> None:
    name = read(demo).legal.acts[0].name
    after = edit_profile(demo, with_name(read(demo), evolve(name, original="Privacy Act 2018")))
    assert changed_lines(demo, after) == [
        "-  - {id: privacy-act, name: Privacy Act, level: national, kind: law, year: 2018, locus: §3}",
        "+  - {id: privacy-act, name: Privacy Act 2018, level: national, kind: law, year: 2018, locus: §3}",
    ]
    assert [each.code for each in read_profile_folder(TextFolder({**demo, **after}), "")[1]] == ["W203"]


def test_a_new_translation_bears_the_mark_of_the_text_as_it_is(demo: dict[str, str]) -> None:
    after = edit_profile(
        demo, with_name(read(demo), Text(original="Privacy Act 2018", translations=(("zh", "隐私法2018"),)))
    )
    assert fingerprint("Privacy Act 2018") in after["zh.yaml"]
    assert read_profile_folder(TextFolder({**demo, **after}), "")[1] == ()


def test_a_translation_that_goes_takes_its_line_and_no_other(demo: dict[str, str]) -> None:
    after = edit_profile(demo, with_name(read(demo), Text(original="Privacy Act")))
    assert changed_lines(demo, after) == ['-  privacy-act.name: {of: "d7136ed7", text: 隐私法}']


def test_a_translation_into_another_language_makes_its_overlay(demo: dict[str, str]) -> None:
    name = read(demo).legal.acts[0].name
    after = edit_profile(demo, with_name(read(demo), evolve(name, translations=(("fr", "Loi"), *name.translations))))
    assert after == {
        "fr.yaml": 'language: fr\nreviewed: false\ntexts:\n  privacy-act.name: {of: "d7136ed7", text: "Loi"}\n'
    }


def test_a_translation_that_stands_in_place_is_changed_there(demo: dict[str, str]) -> None:
    demo["legal.yaml"] = demo["legal.yaml"].replace("name: Privacy Act", "name: {en: Privacy Act, fr: Loi, ja: 法}")
    name = Text(original="Privacy Act", translations=(("fr", "La loi"), ("ja", "法律"), ("zh", "隐私法")))
    after = edit_profile(demo, with_name(read(demo), name))
    assert list(after) == ["legal.yaml"]
    assert "name: {en: Privacy Act, fr: La loi, ja: 法律}" in after["legal.yaml"]


def test_another_original_among_the_same_texts_comes_first(demo: dict[str, str]) -> None:
    demo["zh.yaml"] = "language: zh\nreviewed: false\ntexts: {}\n"
    demo["legal.yaml"] = demo["legal.yaml"].replace("name: Privacy Act", "name: {ja: A, arb: B}")
    assert read(demo).legal.acts[0].name == Text(language="ja", original="A", translations=(("arb", "B"),))
    after = edit_profile(demo, with_name(read(demo), Text(language="arb", original="B", translations=(("ja", "A"),))))
    assert "name: {arb: B, ja: A}" in after["legal.yaml"]


def test_new_words_in_an_overlay_are_not_reviewed(demo: dict[str, str]) -> None:
    demo["zh.yaml"] = demo["zh.yaml"].replace("reviewed: false", "reviewed: true  # by A, 2026")
    after = edit_profile(demo, with_name(read(demo), Text(original="Privacy Act", translations=(("zh", "法"),))))
    assert "reviewed: false  # by A, 2026" in after["zh.yaml"]
    kept = edit_profile(demo, with_name(read(demo), Text(original="Privacy Act")))
    assert "reviewed: true" in kept["zh.yaml"]


def test_translations_follow_their_text_to_another_place() -> None:
    france = profile("FRA", 2022)
    body = next(each for each in france.governance.institutions if len(each.roles) > 2)
    swapped = with_record(france, body.id, roles=(body.roles[-1], *body.roles[:-1]))
    after = edit_profile(folder("FRA", 2022), swapped)
    assert sorted(after) == ["fr.yaml", "governance.yaml", "zh.yaml"]
    texts = {**folder("FRA", 2022), **after}
    assert read_profile_folder(TextFolder(texts), "")[1] == ()
    assert sorted(texts["governance.yaml"].splitlines()) == sorted(folder("FRA", 2022)["governance.yaml"].splitlines())


# whole records


def test_a_record_that_goes_leaves_the_comments_and_takes_its_translations(demo: dict[str, str]) -> None:
    demo["skills.yaml"] = demo["skills.yaml"].replace("  - {id: more", "  # what came later\n  - {id: more")
    found = read(demo)
    after = edit_profile(demo, evolve(found, skills=evolve(found.skills, findings=())))
    assert after == {"skills.yaml": "defaults: {source: study, locus: §5}\nfindings: []\n  # what came later\n"}


def test_a_new_record_leaves_out_what_the_file_says_for_all(demo: dict[str, str]) -> None:
    found = read(demo)
    new = evolve(found.skills.findings[0], id="a-third")
    after = edit_profile(demo, evolve(found, skills=evolve(found.skills, findings=(*found.skills.findings, new))))
    assert changed_lines(demo, after) == [
        "+  - {id: a-third, kind: challenge, text: Experts are few., bears_on: [beta.staff]}"
    ]


def test_a_section_gets_its_first_list_behind_the_others(demo: dict[str, str]) -> None:
    found = read(demo)
    statistic = evolve(found.context.statistics[0], id="again", source="study")
    after = edit_profile(demo, evolve(found, lessons=evolve(found.lessons, statistics=(statistic,))))
    assert after["lessons.yaml"].startswith("findings: []\nstatistics:\n  - {id: again, ")


def test_an_optional_file_is_made_when_it_is_needed(demo: dict[str, str]) -> None:
    outline = profile("FRA", 2022).outline[:2]
    bare = tuple(evolve(each, about=Text(original="x"), no_record=None) for each in outline)
    after = edit_profile(demo, evolve(read(demo), outline=bare))
    assert list(after) == ["outline.yaml"]
    assert read({**demo, **after}).outline == bare


# any profile


@UNHURRIED
@given(any_profile(), any_profile())
def test_any_folder_becomes_any_other_profile(old: Profile, new: Profile) -> None:
    texts = {each.name: each.text for each in write_profile(old)}
    wanted = evolve(new, language=old.language)
    try:
        expected = read({each.name: each.text for each in write_profile(wanted)})
    except UnwritableError:
        assume(False)
    assert read({**texts, **edit_profile(texts, wanted)}) == expected == wanted


def test_another_language_of_the_files_is_refused(demo: dict[str, str]) -> None:
    with pytest.raises(UnwritableError, match="the files are written in 'en' and the profile in 'fr'"):
        edit_profile(demo, evolve(read(demo), language="fr"))


def test_what_cannot_be_changed_in_place_is_refused_by_its_file(demo: dict[str, str]) -> None:
    demo["context.yaml"] = (
        demo["context.yaml"].replace("findings: []\n", "").replace("statistics:\n  -", "? statistics\n: -")
    )
    found = read(demo)
    twice = (found.context.statistics[0], evolve(found.context.statistics[0], id="other"))
    with pytest.raises(UnwritableError, match=r"context\.yaml: no way was found"):
        edit_profile(demo, evolve(found, context=evolve(found.context, statistics=twice)))
