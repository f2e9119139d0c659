"""Every shipped case holds."""

import re

import pytest

from maturity.case_runs import check_case_file
from maturity.files.case_files import read_case_file
from tests.data_contracts.shipped import CATALOG

FILES = CATALOG.case_files()


def test_cases_are_shipped() -> None:
    assert "digital-social-security.yaml" in FILES
    assert sum(len(read_case_file(CATALOG.folder("cases", each), each).file.cases) for each in FILES) >= 19


@pytest.mark.parametrize("name", FILES)
def test_every_case_holds(name: str) -> None:
    file = CATALOG.folder("cases", name)
    held, problems = check_case_file(file, f"cases/{name}", [CATALOG], run=True)
    assert [str(each) for each in problems] == []
    assert held == len(read_case_file(file, name).file.cases)


@pytest.mark.parametrize("name", FILES)
def test_every_case_shows_its_sum(name: str) -> None:
    text = CATALOG.folder("cases", name).read_text(encoding="utf-8")
    _, *cases = re.split(r"^  - id: ", text, flags=re.MULTILINE)
    assert [each.partition("\n")[0] for each in cases if "    # " not in each] == []
