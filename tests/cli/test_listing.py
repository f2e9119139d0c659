from pathlib import Path

import pytest

from tests.cli.conftest import Maturity, copy_france
from tests.shipped import france


def test_countries_are_listed_where_nothing_else_is_asked_for(maturity: Maturity) -> None:
    found = maturity("list")
    assert (found.code, found.err) == (0, "")
    assert found == maturity("list", "countries")
    head, rule, *rows = found.out.partition("\n\n")[0].splitlines()
    assert head.split() == ["Code", "Wave", "Country", "Records", "Sources", "Errata", "Coverage", "Stage"]
    assert set(rule) == {"-", " "}
    assert ["FRA", "2022", "France"] in [row.split()[:3] for row in rows]


def test_the_counts_of_a_country_are_those_of_its_profile(maturity: Maturity) -> None:
    profile = france().profile
    cells = next(row for row in maturity("list").out.splitlines() if row.startswith("FRA")).split()
    counts = [sum(1 for _ in profile.records()), len(profile.sources), len(profile.errata)]
    assert cells[3:6] == [str(each) for each in counts]


def test_every_wave_of_every_catalog_is_listed(maturity: Maturity, neighbours: Path) -> None:
    rows = maturity("--catalog", str(neighbours), "list").out.partition("\n\n")[0].splitlines()[2:]
    listed = [row.split()[:2] for row in rows]
    assert listed == sorted(listed)
    assert [each for each in listed if each[0] in ("FRA", "XYZ")] == [["FRA", "2022"], ["XYZ", "2019"], ["XYZ", "2022"]]


def test_frameworks_are_listed(maturity: Maturity) -> None:
    found = maturity("list", "frameworks")
    assert found.code == 0
    framework = france().framework
    cells = next(row for row in found.out.splitlines() if row.startswith(framework.id)).split()
    assert (cells[1], cells[-1]) == (framework.version, str(len(framework.indicators)))


def test_tables_are_listed_with_their_rows(
    maturity: Maturity, neighbours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "250")
    found = maturity("--catalog", str(neighbours), "list", "tables")
    assert found.code == 0
    assert "key-enablers" in found.out
    head = next(line for line in found.out.splitlines() if line.startswith("Id") and "FRA" in line)
    for name in ("FRA", "XYZ 2019", "XYZ 2022"):
        assert name in head


def test_each_dimension_s_coverage_is_listed(maturity: Maturity) -> None:
    dimensions = maturity("list").out.partition("\n\n")[2].splitlines()
    assert dimensions[0].split() == ["Coverage", *(each.id for each in france().framework.dimensions)]
    assert all(cell.endswith("%") for row in dimensions[2:] for cell in row.split()[1:])


def test_tables_say_where_one_looked_for_what_is_empty(maturity: Maturity) -> None:
    assert "Where one looked for what is empty: China 2022" in maturity("list", "tables").out


def test_something_else_is_wrong_use(maturity: Maturity) -> None:
    assert maturity("list", "people").code == 2


@pytest.mark.parametrize("what", ["countries", "tables"])
def test_a_broken_country_gives_its_problems(maturity: Maturity, tmp_path: Path, what: str) -> None:
    copy_france(tmp_path, "XYZ", legal=("kind: law", "kind: low"))
    found = maturity("--catalog", str(tmp_path), "list", what)
    assert (found.code, found.out) == (1, "")
    assert "legal.yaml" in found.err
    assert "Traceback" not in found.err


def test_an_empty_catalog_adds_nothing(maturity: Maturity, tmp_path: Path) -> None:
    assert maturity("--catalog", str(tmp_path), "list") == maturity("list")
