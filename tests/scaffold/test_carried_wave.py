"""A new wave that begins with an earlier one: nothing lost, everything marked, nothing counted."""

import re
from pathlib import Path

import pytest
from attrs import evolve

from maturity.files.overlays import fingerprint
from maturity.files.profile_files import read_profile_folder
from maturity.files.profile_writer import UnwritableError
from maturity.files.text_edits import CannotEditError
from maturity.profile import Profile
from maturity.reading import load_country
from maturity.scaffold import carried_wave
from maturity.scaffold.carried_wave import carried_files
from maturity.scaffold.new_wave import empty_files
from maturity.scoring import assess
from tests.data_contracts.shipped import CATALOG, WAVES, framework
from tests.scaffold.test_new_wave import folded, lay_out, new, read

each_wave = pytest.mark.parametrize(("code", "wave"), WAVES)
CARRIED = re.compile(r"^ *carried_from: 2022\n|, carried_from: 2022", flags=re.MULTILINE)


def carry(code: str, wave: int = 2022, *, language: str = "en", to: int = 2026) -> dict[str, str]:
    folder = CATALOG.folder("countries", code.lower(), str(wave))
    return carried_files(folder, earlier(code, wave), to, framework(), language=language)


def earlier(code: str, wave: int = 2022) -> Profile:
    return load_country(code, wave=wave, framework=framework(), catalogs=[CATALOG])


@each_wave
def test_everything_is_carried_over_and_marked(code: str, wave: int, tmp_path: Path) -> None:
    found, there = read(lay_out(tmp_path, carry(code, wave))), earlier(code, wave)
    assert [evolve(each, carried_from=None) for each in found.records()] == list(there.records())
    assert [evolve(each, carried_from=None) for each in found.ratings.ratings] == list(there.ratings.ratings)
    assert {each.carried_from for each in found.records()} == {wave}
    assert {each.carried_from for each in found.ratings.ratings} == {wave}
    assert (found.sources, found.figures, found.errata) == (there.sources, there.figures, there.errata)
    assert found.names == there.names


@each_wave
def test_what_belongs_to_the_earlier_wave_alone_stays_there(code: str, wave: int, tmp_path: Path) -> None:
    found = read(lay_out(tmp_path, carry(code, wave)))
    assert (found.wave, found.evidence_until) == (2026, "2026-12-31")
    assert (found.status.stage, found.status.note, found.unknown, found.outline) == ("draft", None, (), ())


@each_wave
def test_no_rating_that_was_carried_over_counts(code: str, wave: int, tmp_path: Path) -> None:
    found = assess(read(lay_out(tmp_path, carry(code, wave))), framework())
    assert found.overall.states == (("not-rated", len(framework().indicators)),)
    assert [each.id for each in framework().indicators if found.rating(each.id) or found.branch_ratings(each.id)] == []


@each_wave
def test_taking_the_marks_away_gives_the_earlier_ratings_their_scores(code: str, wave: int, tmp_path: Path) -> None:
    files = {name: CARRIED.sub("", text) for name, text in carry(code, wave).items()}
    found = assess(read(lay_out(tmp_path, files)), framework())
    assert found.overall.score == assess(earlier(code, wave), framework()).overall.score


@each_wave
def test_comments_order_and_quoting_of_the_earlier_files_stay(code: str, wave: int) -> None:
    folder = CATALOG.folder("countries", code.lower(), str(wave))
    for name, text in carry(code, wave).items():
        if name == "profile.yaml":
            continue
        lines = iter(CARRIED.sub("", text).splitlines())
        for line in folder.joinpath(name).read_text(encoding="utf-8").splitlines():
            if re.match(r"  (unknown|status|places)\.", line):
                continue
            assert any(each == line for each in lines), f"{name} lost {line!r}, or moved it"


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_questions_and_statements_stand_above_what_is_to_be_confirmed(language: str) -> None:
    text = carry("FRA", language=language)["ratings.yaml"]
    for indicator in framework().indicators:
        before = text.partition(f"- indicator: {indicator.id}\n")[0] or text
        assert folded(before).endswith(folded(indicator.levels[-1].descriptor.in_language(language)))


def test_what_was_unknown_is_to_be_looked_for_again() -> None:
    text = carry("CHN")["profile.yaml"]
    for each in earlier("CHN").unknown:
        assert re.search(rf"^# .*table: {each.table}\b", text, flags=re.MULTILINE)


def test_a_table_that_was_not_filled_is_ready_to_fill_in(tmp_path: Path) -> None:
    first = empty_files(new(wave=2022), framework())
    first["legal.yaml"] = "findings: []\n"
    folder = lay_out(tmp_path / "2022", first)
    there = read_profile_folder(folder, "", framework=framework())[0]
    files = carried_files(folder, there, 2026, framework(), language="en")
    assert "\nkey_enablers: []\n#" in files["legal.yaml"]
    assert files["legal.yaml"].count("\nfindings: []\n") == 1
    assert read(lay_out(tmp_path / "2026", files)).wave == 2026


def test_an_indicator_that_was_not_rated_is_ready_to_rate(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "2022", empty_files(new(wave=2022), framework()))
    there = read_profile_folder(folder, "", framework=framework())[0]
    files = carried_files(folder, there, 2026, framework(), language="en")
    assert "\n#   - indicator: legal.sso\n" in files["ratings.yaml"]


def test_a_mark_of_a_still_earlier_wave_stays(tmp_path: Path) -> None:
    first = lay_out(tmp_path / "2026", carry("CHN"))
    files = carried_files(first, read(first), 2030, framework(), language="en")
    found = read(lay_out(tmp_path / "2030", files))
    assert {each.carried_from for each in found.records()} == {2022}


def test_records_in_braces_are_marked_too(tmp_path: Path) -> None:
    first = empty_files(new(wave=2022), framework())
    first["profile.yaml"] = first["profile.yaml"].replace(
        "sources: []", "sources: [{id: law, title: Law, publisher: P, kind: law, rank: primary}]"
    )
    first["skills.yaml"] = (
        "findings: [{id: one, kind: remark, text: 'One, of two', bears_on: [legal.sso], source: law, locus: §1},\n"
        "  {kind: remark, id: 'two', text: Two, bears_on: [legal.sso], source: law, locus: §2}]  # both\n"
    )
    folder = lay_out(tmp_path / "2022", first)
    there = read_profile_folder(folder, "", framework=framework())[0]
    found = read(lay_out(tmp_path / "2026", carried_files(folder, there, 2026, framework(), language="en")))
    assert [(each.id, each.carried_from) for each in found.findings] == [("one", 2022), ("two", 2022)]


def test_carrying_twice_gives_the_same_bytes() -> None:
    assert carry("DNK") == carry("DNK")


def small(folder: Path, **files: str) -> Path:
    """An earlier wave with one finding; *files* replaces whole files by their stems."""
    first = empty_files(new(wave=2022), framework())
    first["profile.yaml"] = first["profile.yaml"].replace(
        "sources: []", "sources: [{id: law, title: Law, publisher: P, kind: law, rank: primary}]"
    )
    first["skills.yaml"] = (
        "findings:\n  - {id: f1, kind: remark, text: Hello, bears_on: [legal.sso], source: law, locus: §1}\n"
    )
    return lay_out(folder, {**first, **{f"{stem}.yaml": text for stem, text in files.items()}})


def carried(folder: Path, to: Path) -> Path:
    there = read_profile_folder(folder, "", framework=framework())[0]
    return lay_out(to, carried_files(folder, there, 2026, framework(), language="en"))


OF = fingerprint("Hello")


@pytest.mark.parametrize(
    "texts",
    [
        f"texts: {{status.note: {{of: {OF}, text: 你好}}, f1.text: {{of: {OF}, text: 您好}}}}",
        f"texts: {{\n  f1.text: {{of: {OF}, text: 您好}}, status.note:\n    {{of: {OF}, text: 你好}}}}",
        f"texts:\n  f1.text: {{of: {OF}, text: 您好}}\n  # a note\n  status.note:\n    of: {OF}\n    text: 你好",
    ],
    ids=["on one line", "over lines", "in blocks"],
)
def test_translations_of_what_stays_behind_are_left_out_however_they_are_written(tmp_path: Path, texts: str) -> None:
    first = small(tmp_path / "2022", zh=f"language: zh\nreviewed: false\n{texts}\n")
    profile = first / "profile.yaml"
    profile.write_text(
        profile.read_text(encoding="utf-8").replace("{stage: draft}", "{stage: draft, note: Hello}"), encoding="utf-8"
    )
    found, problems = read_profile_folder(carried(first, tmp_path / "2026"), "", framework=framework())
    assert (found.status.note, [each for each in problems if each.code == "W204"]) == (None, [])
    assert found.findings[0].text.in_language("zh") == "您好"


def test_a_file_with_a_mark_and_the_line_ends_of_windows_is_carried_over(tmp_path: Path) -> None:
    first = small(tmp_path / "2022")
    skills = first / "skills.yaml"
    skills.write_bytes(b"\xef\xbb\xbf" + skills.read_bytes().replace(b"\n", b"\r\n"))
    found = read(carried(first, tmp_path / "2026"))
    assert [(each.id, each.carried_from) for each in found.findings] == [("f1", 2022)]


def test_a_file_that_cannot_be_changed_in_place_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str, wanted: object, shown: str) -> str:
        raise CannotEditError(f"{shown}: no way was found")

    monkeypatch.setattr(carried_wave, "edit_yaml", refuse)
    with pytest.raises(UnwritableError, match=r"^profile\.yaml: no way was found$"):
        carried(small(tmp_path / "2022"), tmp_path / "2026")
