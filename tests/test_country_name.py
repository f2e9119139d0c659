from pathlib import Path

import pytest

from maturity.country_name import CountryWave, is_path, parse_country_name, parse_country_wave
from maturity.problems import UnknownNameError


@pytest.mark.parametrize(
    ("name", "code", "wave"),
    [("FRA", "FRA", None), ("fra@2022", "FRA", 2022), ("CHN-GD@2026", "CHN-GD", 2026), ("AAA@", "AAA", None)],
)
def test_a_code_names_a_country_with_a_wave_or_without(name: str, code: str, wave: int | None) -> None:
    assert parse_country_wave(name) == parse_country_name(name) == CountryWave(code=code, wave=wave)


def test_the_case_of_a_code_makes_no_difference() -> None:
    assert len({parse_country_name(each) for each in ("FRA", "fra", "Fra@")}) == 1
    assert parse_country_wave("fra").matches("FRA", 2022)


def test_a_country_without_a_wave_is_any_of_its_waves() -> None:
    assert CountryWave(code="FRA").matches("FRA", 2019)
    assert CountryWave(code="FRA", wave=2019).matches("FRA", 2019)
    assert not CountryWave(code="FRA", wave=2022).matches("FRA", 2019)
    assert not CountryWave(code="FRA").matches("DNK", 2022)


@pytest.mark.parametrize("wave", ["new", "-1", "20.5", "2020@2018", "٢٠٢٢", "9" * 5000])
def test_a_wave_is_a_year(wave: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        parse_country_name(f"fra@{wave}")
    assert str(caught.value) == f"'fra@{wave}' names no wave: write it as FRA@2022"


@pytest.mark.parametrize("name", ["./x", "ca/a/2022", "a\\b", ".", "fra.json", "fra.xlsx", "FRA.XLSX"])
def test_what_can_be_nothing_else_is_a_path_there_or_not(name: str) -> None:
    assert is_path(name)
    assert parse_country_name(name) == Path(name)


def test_folders_that_differ_in_case_alone_are_two() -> None:
    assert parse_country_name("./ca/a/2022") != parse_country_name("./ca/A/2022")


def test_what_could_be_both_is_a_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("FRA", "countries"):
        Path(name).mkdir()
    assert parse_country_name("FRA") == CountryWave(code="FRA")
    assert parse_country_name("countries") == Path("countries")
    assert parse_country_name("elsewhere") == CountryWave(code="elsewhere")
