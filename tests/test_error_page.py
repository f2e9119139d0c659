import re
from pathlib import Path

import pytest

from tests.files.test_workbook_profile import BROKEN

ROOT = Path(__file__).parents[1]
SECTIONS = {
    section[:4]: section for section in (ROOT / "docs" / "errors.md").read_text(encoding="utf-8").split("\n## ")[1:]
}
GIVEN = {
    line
    for file in (ROOT / "tests").glob("*/*/*/expected.txt")
    for line in file.read_text(encoding="utf-8").splitlines()
}
GIVEN_AT_RUN_TIME = {
    "countries/aaa/2020/lessons.yaml:1:1: E009 more than 10,000 errors (10,000 are listed)",
    "countries/fra/2022/profile.yaml: W205 FRA 2022 is read from 'mine' (the first catalog that holds it counts)",
    "countries/aaa/2020/skills.yaml:2:16: E001 the file is not UTF-8 (save it as UTF-8)",
    "countries/aaa/2020/legal.yaml: E119 the file is missing",
    "x.xlsx: E301 no workbook: text in GB18030 (a profile is a folder, or an .xlsx or .json file that export writes)",
    "x.xlsx: E301 the workbook is protected by a password (save it without one)",
    "x.xlsx: E302 a row 1,048,576 (at most 20,000 rows in a sheet)",
    *(line for _, lines in BROKEN.values() for line in lines),
}


def codes_in_the_sources() -> list[str]:
    files = (ROOT / "src" / "maturity").rglob("*.py")
    return sorted({code for file in files for code in re.findall(r'"([EW]\d{3})"', file.read_text(encoding="utf-8"))})


def test_every_code_has_a_section_and_every_section_a_code() -> None:
    assert list(SECTIONS) == codes_in_the_sources()


@pytest.mark.parametrize("code", SECTIONS)
def test_the_examples_are_lines_that_a_broken_file_gives(code: str) -> None:
    examples = re.findall(r"```text\n(.*?)```", SECTIONS[code], flags=re.DOTALL)
    lines = [line for example in examples for line in example.splitlines()]
    assert lines
    assert [line for line in lines if f": {code} " not in line] == []
    assert set(lines) <= GIVEN | GIVEN_AT_RUN_TIME


@pytest.mark.parametrize("code", SECTIONS)
def test_a_section_says_what_it_means_and_how_to_mend_it(code: str) -> None:
    before, _, after = re.sub(r"```text\n.*?```", "```", SECTIONS[code], flags=re.DOTALL).partition("```")
    assert before.splitlines()[2].startswith("**")
    assert after.strip()
