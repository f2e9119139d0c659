import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import CHECKOUT, Maturity, copy_france
from tests.data_contracts.shipped import CATALOG, WAVES


def test_a_country_is_looked_at_by_its_code(maturity: Maturity) -> None:
    found = maturity("lint", "fra")
    assert found.code == 0
    lines = found.out.splitlines()
    assert lines
    assert all(re.match(r"countries/fra/2022/[\w-]+\.yaml:\d+:\d+: W\d{3} ", line) for line in lines)
    assert found.err == f"maturity: 1 looked at, {len(lines)} warnings\n"
    assert found == maturity("lint", "FRA@2022")


def test_a_folder_is_looked_at_by_its_path(maturity: Maturity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)
    assert maturity("lint", "countries/fra/2022") == maturity("lint", "FRA")


def test_everything_is_looked_at_where_nothing_is_named(maturity: Maturity) -> None:
    found = maturity("lint", "--format", "json")
    assert found.code == 0
    told = json.loads(found.out)
    assert found.err == f"maturity: {len(WAVES) + len(CATALOG.framework_ids())} looked at, {len(told)} warnings\n"
    assert {each["severity"] for each in told} == {"warning"}


def test_strict_fails_where_there_is_a_warning(maturity: Maturity) -> None:
    loose, strict = maturity("lint", "FRA"), maturity("lint", "FRA", "--strict")
    assert (loose.code, strict.code) == (0, 1)
    assert (loose.out, loose.err) == (strict.out, strict.err)


def test_strict_passes_where_there_is_none(maturity: Maturity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)
    found = maturity("lint", "frameworks/digital-social-security", "--strict")
    assert (found.code, found.out, found.err) == (0, "", "maturity: 1 looked at, 0 warnings\n")


def test_errors_are_told_and_fail(maturity: Maturity, tmp_path: Path) -> None:
    place = copy_france(tmp_path, "XYZ", legal=("kind: law", "kind: low"))
    found = maturity("lint", str(place))
    assert found.code == 1
    assert ": E103 " in found.out
    assert re.search(r"maturity: [\d,]+ errors, to be mended first; \d+ warnings\n", found.err)


def test_an_annotation_is_given_for_each(maturity: Maturity) -> None:
    lines = maturity("lint", "DNK", "--format", "github").out.splitlines()
    assert lines
    shape = r"::warning file=countries/dnk/2022/[\w-]+\.yaml,line=\d+,col=\d+,title=W\d{3}::.+"
    assert all(re.fullmatch(shape, line) for line in lines)


def test_an_unknown_country_is_wrong_use(maturity: Maturity) -> None:
    found = maturity("lint", "FRB")
    assert (found.code, found.out, found.err) == (2, "", "maturity: unknown country 'FRB' (did you mean 'FRA'?)\n")


def test_a_missing_folder_is_named(maturity: Maturity) -> None:
    found = maturity("lint", "nowhere/at-all")
    assert (found.code, found.err) == (2, "maturity: no such folder or file: nowhere/at-all\n")


@pytest.mark.parametrize("file", ["fra.json", "fra.xlsx"])
def test_an_export_gets_the_warnings_of_its_folder_each_at_its_place(
    maturity: Maturity, file: str, tmp_path: Path
) -> None:
    assert maturity("export", "FRA", "-o", str(tmp_path / file)).code == 0
    found = maturity("lint", str(tmp_path / file))
    folder = maturity("lint", "FRA").out.splitlines()
    place = re.compile(r"^.*?(?=[EW][0-9]{3} )")
    lines = found.out.splitlines()
    assert (found.code, len(lines)) == (0, len(folder))
    assert sorted(place.sub("", each) for each in lines) == sorted(place.sub("", each) for each in folder)
    shape = r"(:\d+:\d+|:[^!]+![A-Z]+\d+): W\d{3} .+"
    assert all(re.fullmatch(re.escape(str(tmp_path / file)) + shape, each) for each in lines)


def test_an_exported_framework_has_nothing_to_warn_of(maturity: Maturity, tmp_path: Path) -> None:
    file = str(tmp_path / "egdi.json")
    assert maturity("export", "un-egdi-2022", "-o", file).code == 0
    for command, said in (("lint", "1 looked at, 0 warnings"), ("check", "1 checked, no errors, 0 warnings")):
        found = maturity(command, file)
        assert (found.code, found.out, found.err) == (0, "", f"maturity: {said}\n")


def test_an_unknown_format_is_wrong_use(maturity: Maturity) -> None:
    assert maturity("lint", "FRA", "--format", "xml").code == 2
