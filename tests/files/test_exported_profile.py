from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from maturity.files.exported import export_json
from maturity.files.exported_profile import read_exported_profile
from maturity.framework import Framework
from maturity.problems import DataError
from maturity.profile import Profile
from maturity.records.errata import Erratum
from maturity.records.record import Printed
from maturity.records.sources import StudyPlace
from maturity.text import Text
from tests import synthetic

FACT = synthetic.finding("fact", bears_on=["a.one"])
SOUND = synthetic.profile({"a.one": 2}, findings=(FACT,))
SLIP = Erratum(
    id="slip",
    kind="misprint",
    source="study",
    printed=(Printed(text="teh", locus="§1"),),
    why=Text(original="A slip."),
)


def test_a_profile_reads_back_equal_with_and_without_its_optional_files(tmp_path: Path) -> None:
    place = StudyPlace(locus="§1", about=Text(original="The country"))
    for profile in (SOUND, evolve(SOUND, errata=(SLIP,), outline=(place,))):
        assert read(tmp_path, profile, framework=synthetic.framework()) == profile


def test_what_only_warns_is_read(tmp_path: Path) -> None:
    unread = evolve(SOUND, sources=(*SOUND.sources, synthetic.source("unread")))
    assert read(tmp_path, unread) == unread


def test_the_warnings_are_told_beside_an_error(tmp_path: Path) -> None:
    wrong = evolve(SOUND, sources=(*SOUND.sources, synthetic.source("unread")), errata=(evolve(SLIP, source="studi"),))
    assert said(tmp_path, wrong) == [
        "W201 source 'unread' is never cited (cite it, or mark it listed_only)",
        "E104 unknown source 'studi' (did you mean 'study'?)",
    ]


@pytest.mark.parametrize(
    ("changes", "anchor", "message"),
    [
        (
            {"skills": evolve(SOUND.skills, findings=(evolve(FACT, id="two", source="studi"),))},
            '"source": "studi"',
            "E104 unknown source 'studi' (did you mean 'study'?)",
        ),
        (
            {"back_end": evolve(SOUND.back_end, findings=(evolve(FACT, id="two", locus="§7", cites=("annex",)),))},
            '"annex"',
            "E104 unknown source 'annex'",
        ),
        ({"errata": (evolve(SLIP, id="fact"),)}, '"id": "fact",\n', "E106 duplicate id 'fact' (also in context.yaml)"),
        ({"errata": (evolve(SLIP, records=("fakt",)),)}, '"fakt"', "E104 unknown record 'fakt' (did you mean 'fact'?)"),
    ],
)
def test_a_fault_stands_where_its_value_does(
    changes: dict[str, Any], anchor: str, message: str, tmp_path: Path
) -> None:
    wrong = evolve(SOUND, **changes)
    file = tmp_path / "x.json"
    text = export_json(wrong)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_exported_profile(file)
    line = text[: text.rindex(anchor)].count("\n") + 1
    (problem,) = caught.value.problems
    assert (problem.place.line, str(problem).partition(": ")[2]) == (line, message)


def test_the_folder_is_not_asked_for_a_name(tmp_path: Path) -> None:
    folder = tmp_path / "countries" / "bbb" / "2021"
    folder.mkdir(parents=True)
    assert read(folder, SOUND) == SOUND


def test_indicators_are_looked_for_only_with_a_framework(tmp_path: Path) -> None:
    other = evolve(SOUND, context=evolve(SOUND.context, findings=(evolve(FACT, bears_on=("x.y",)),)))
    assert read(tmp_path, other) == other
    assert said(tmp_path, other, framework=synthetic.framework()) == ["E104 unknown indicator 'x.y'"]


def test_a_file_of_something_else_tells_all_that_it_lacks(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text('{"code": "AAA"}', encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_exported_profile(file)
    assert {each.code for each in caught.value.problems} == {"E101"}
    assert "missing key 'wave'" in {each.message for each in caught.value.problems}


def read(folder: Path, profile: Profile, *, framework: Framework | None = None) -> Profile:
    file = folder / "x.json"
    file.write_text(export_json(profile), encoding="utf-8")
    return read_exported_profile(file, framework=framework).profile


def said(folder: Path, profile: Profile, *, framework: Framework | None = None) -> list[str]:
    with pytest.raises(DataError) as caught:
        read(folder, profile, framework=framework)
    return [str(each).partition(": ")[2] for each in caught.value.problems]
