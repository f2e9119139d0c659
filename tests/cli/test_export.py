import json
from pathlib import Path

import pytest

from maturity.reading import load_country, load_framework, read_country, read_framework
from tests.cli.conftest import Maturity, copy_france


def test_an_exported_country_reads_back_equal(maturity: Maturity, tmp_path: Path) -> None:
    path = tmp_path / "fra.json"
    assert maturity("export", "FRA@2022", "-o", str(path)).code == 0
    assert read_country(path) == load_country("FRA")


def test_an_exported_framework_reads_back_equal(maturity: Maturity, tmp_path: Path) -> None:
    path = tmp_path / "framework.json"
    assert maturity("export", "digital-social-security", "-o", str(path)).code == 0
    assert read_framework(path) == load_framework()


def test_an_export_is_json_on_standard_output(maturity: Maturity) -> None:
    found = maturity("export", "fra")
    assert (found.code, found.err) == (0, "")
    assert json.loads(found.out)["code"] == "FRA"


@pytest.mark.parametrize("name", ["digital-social-securty", "QQQ", "FRA@1990", "./none"])
def test_an_unknown_name_is_wrong_use(maturity: Maturity, name: str) -> None:
    found = maturity("export", name)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("maturity: ")


def test_a_misspelt_framework_gives_a_hint(maturity: Maturity) -> None:
    found = maturity("export", "digital-social-securty")
    assert "did you mean 'digital-social-security'?" in found.err


def test_another_format_than_json_is_wrong_use(maturity: Maturity) -> None:
    found = maturity("export", "FRA", "-o", "fra.yaml")
    assert (found.code, found.err) == (2, "maturity: '.yaml' names no format (formats: json)\n")


def test_a_broken_country_is_not_exported(maturity: Maturity, tmp_path: Path) -> None:
    copy_france(tmp_path, "XYZ", ratings=("indicator: legal.sso", "indicator: legal.sos"))
    path = tmp_path / "x.json"
    found = maturity("--catalog", str(tmp_path), "export", "XYZ", "-o", str(path))
    assert (found.code, found.out) == (1, "")
    assert not path.exists()
