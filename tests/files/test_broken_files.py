import re
from pathlib import Path

import pytest

from maturity.files.yaml_text import MAX_BYTES
from maturity.problems import DataError
from maturity.reading import read_country
from tests.demo_files import COUNTRY, FRAMEWORK, change, lay_out, list_problems

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(each.name for each in BROKEN.iterdir())


def lines(catalog: Path) -> list[str]:
    return [str(each) for each in list_problems(catalog)]


def test_the_cases_are_found() -> None:
    assert len(CASES) > 80


def test_the_valid_files_have_no_problems(tmp_path: Path) -> None:
    assert lines(lay_out(tmp_path)) == []


@pytest.mark.parametrize("case", CASES)
def test_a_broken_file_gives_its_problems(case: str, tmp_path: Path) -> None:
    expected = (BROKEN / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert expected, "a case without a problem shows nothing"
    assert lines(lay_out(tmp_path, over=BROKEN / case)) == expected


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    file = lay_out(tmp_path) / COUNTRY / "lessons.yaml"
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    assert lines(tmp_path) == [f"{COUNTRY}/lessons.yaml: E001 the file is larger than 5,000,000 bytes"]


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    file = lay_out(tmp_path) / COUNTRY / "lessons.yaml"
    file.write_bytes(b"findings: []\n".ljust(MAX_BYTES, b"#"))
    assert lines(tmp_path) == []


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "big5"])
def test_text_in_another_encoding_is_refused_with_its_line(encoding: str, tmp_path: Path) -> None:
    file = lay_out(tmp_path) / COUNTRY / "skills.yaml"
    file.write_bytes("# notes\nfindings: [] # 能力\n".encode(encoding))
    line = 1 if encoding == "utf-16" else 2
    column = 1 if encoding == "utf-16" else 16
    hint = "save it as UTF-8"
    assert lines(tmp_path) == [f"{COUNTRY}/skills.yaml:{line}:{column}: E001 the file is not UTF-8 ({hint})"]


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    file = lay_out(tmp_path) / COUNTRY / "ratings.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert lines(tmp_path) == []


def test_line_ends_of_windows_do_not_move_a_place(tmp_path: Path) -> None:
    file = lay_out(tmp_path, over=BROKEN / "unknown-term") / COUNTRY / "legal.yaml"
    before = lines(tmp_path)
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert lines(tmp_path) == before


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    (lay_out(tmp_path) / COUNTRY / "legal.yaml").unlink()
    assert lines(tmp_path) == [f"{COUNTRY}/legal.yaml: E119 the file is missing"]


def test_a_missing_vocabulary_file_is_reported(tmp_path: Path) -> None:
    (lay_out(tmp_path) / FRAMEWORK / "vocabularies.yaml").unlink()
    assert lines(tmp_path) == [f"{FRAMEWORK}/vocabularies.yaml: E119 the file is missing"]


def test_a_folder_in_place_of_a_file_cannot_be_read(tmp_path: Path) -> None:
    file = lay_out(tmp_path) / COUNTRY / "legal.yaml"
    file.unlink()
    file.mkdir()
    (line,) = lines(tmp_path)
    assert line.startswith(f"{COUNTRY}/legal.yaml: E001 cannot be read: ")


@pytest.mark.parametrize("broken", ["ratings", "legal"])
def test_optional_files_do_not_stand_in_for_broken_ones(broken: str, tmp_path: Path) -> None:
    folder = lay_out(tmp_path) / COUNTRY
    (folder / "outline.yaml").write_text("places: []\n", encoding="utf-8")
    (folder / "errata.yaml").write_text("errata: []\n", encoding="utf-8")
    (folder / f"{broken}.yaml").unlink()
    assert lines(tmp_path) == [f"{COUNTRY}/{broken}.yaml: E119 the file is missing"]


def test_ten_thousand_faults_in_a_file_are_enough(tmp_path: Path) -> None:
    file = lay_out(tmp_path) / COUNTRY / "lessons.yaml"
    file.write_text("".join(f"key{number}: 1\n" for number in range(15_000)), encoding="utf-8")
    first, *others = lines(tmp_path)
    assert first == f"{COUNTRY}/lessons.yaml:1:1: E009 more than 10,000 errors (10,000 are listed)"
    assert len(others) == 10_000


def test_paths_are_shown_as_they_were_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(lay_out(tmp_path) / COUNTRY / "profile.yaml", "wave: 2020", "wave: 2021")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DataError) as caught:
        read_country(f"./{COUNTRY}/")
    assert str(caught.value) == f"{COUNTRY}/profile.yaml:2:7: E112 wave '2021' in the folder 'aaa/2020'"


def test_every_code_of_the_sources_has_a_case() -> None:
    shown = "".join((BROKEN / case / "expected.txt").read_text(encoding="utf-8") for case in CASES)
    made_here = {"E001", "E009", "E119"}
    of_workbooks = {"E301", "E302", "E303", "E304", "E305", "E306"}  # test_workbook_guard, test_workbook_profile
    assert {code for code in codes_in_sources() if f": {code} " not in shown} == made_here | of_workbooks


def codes_in_sources() -> set[str]:
    sources = Path(__file__).parents[2] / "src" / "maturity" / "files"
    return {
        code
        for file in sources.glob("*.py")
        for code in re.findall(r'"([EW][0-9]{3})"', file.read_text(encoding="utf-8"))
    }
