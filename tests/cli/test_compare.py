import csv
import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import CHECKOUT, Maturity, copy_france


def test_countries_stand_side_by_side_with_their_coverage(maturity: Maturity) -> None:
    out = maturity("compare", "FRA", "CHN").out
    assert "Wave 2022." in out
    assert "France" in out
    assert "China" in out
    assert "Not a ranking of countries" in out
    assert "indicators are rated in every country compared" in " ".join(out.split())


def test_a_fact_table_is_shown_with_what_is_unknown_and_where_one_looked(maturity: Maturity) -> None:
    out = " ".join(maturity("compare", "FRA", "CHN", "--table", "portals").out.split())
    assert "unknown" in out
    assert "Where one looked for what is unknown" in out


def test_every_table_can_be_shown_in_every_language(maturity: Maturity) -> None:
    for language, word in (("en", "Key enablers"), ("zh", "关键赋能要素与标准"), ("fr", "Leviers et normes")):
        assert word in maturity("compare", "FRA", "DNK", "--table", "all", "--lang", language, "--format", "md").out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["FRA", "--table", "portal"], "did you mean 'portals'?"),
        (["FRA", "--dimension", "legl"], "did you mean 'legal'?"),
        (["FRX"], "did you mean 'FRA'?"),
    ],
)
def test_a_wrong_name_is_wrong_use_and_gets_the_nearest_one(
    arguments: list[str], hint: str, maturity: Maturity
) -> None:
    done = maturity("compare", *arguments)
    assert done.code == 2
    assert hint in done.err


def test_a_country_named_twice_is_wrong_use(maturity: Maturity) -> None:
    found = maturity("compare", "FRA", "DNK", "fra@2022")
    assert (found.code, found.out) == (2, "")
    assert found.err == "maturity: named more than once: FRA 2022\n"


def test_folders_whose_names_differ_in_case_alone_are_two_countries(maturity: Maturity, tmp_path: Path) -> None:
    for folder, code in (("a", "FRA"), ("A", "DNK")):
        shutil.copytree(CHECKOUT / "countries" / code.lower() / "2022", tmp_path / folder / "2022")
    found = maturity("compare", f"{tmp_path}/a/2022", f"{tmp_path}/A/2022")
    assert (found.code, found.err) == (0, "")
    assert "France and Denmark" in found.out


def test_a_base_is_named_as_a_country_is(maturity: Maturity, tmp_path: Path) -> None:
    folder, file = tmp_path / "x" / "2022", tmp_path / "fra.json"
    shutil.copytree(CHECKOUT / "countries" / "dnk" / "2022", folder)
    assert maturity("export", "FRA", "-o", str(file)).code == 0
    by_code = maturity("compare", "FRA", "DNK", "--base", "FRA").out
    assert maturity("compare", str(file), "DNK", "--base", str(file)).out == by_code
    assert maturity("compare", str(file), "DNK", "--base", "fra@2022").out == by_code
    by_folder = maturity("compare", "FRA", str(folder), "--base", f"{folder}/")
    assert (by_folder.code, by_folder.out) == (0, maturity("compare", "FRA", "DNK", "--base", "DNK").out)
    other = maturity("compare", "FRA", "CHN", "--base", str(folder))
    said = f"the base '{folder}' is not among the countries compared (FRA@2022, CHN@2022)"
    assert (other.code, other.err) == (2, f"maturity: {said}\n")


def test_levels_are_set_against_a_base(maturity: Maturity) -> None:
    out = maturity("compare", "FRA", "CHN", "--base", "chn", "--format", "md").out
    row = next(line for line in out.splitlines() if line.startswith("| Overall"))
    _, _, france, china, _ = row.split("|")
    assert re.search(r"\[\+\d\.\d", france)
    assert "[" not in china
    assert "its difference to China" in out


def test_countries_are_sorted_by_a_score(maturity: Maturity) -> None:
    out = maturity("compare", "CHN", "DNK", "FRA", "--sort", "overall", "--format", "md").out
    row = next(line for line in out.splitlines() if line.startswith("| Overall"))
    levels = [float(cell.split()[0]) for cell in row.split("|")[2:5]]
    assert levels == sorted(levels, reverse=True)


def test_scores_on_common_ground_count_the_same_indicators_everywhere(maturity: Maturity) -> None:
    out = maturity("compare", "FRA", "CHN", "--only-common", "--table", "levels", "--format", "md").out
    assert "Scores count these indicators only." in out
    rows = [line for line in out.splitlines() if line.startswith("| ··")]
    assert f"{len(rows)} of 69 indicators" in out
    assert all(re.fullmatch(r"\d \\\[[\d, ]+\\\]", cell.strip()) for row in rows for cell in row.split("|")[2:4])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--base", "DNK"], "the base 'DNK' is not among the countries compared (FRA@2022, CHN@2022)"),
        (["--sort", "legl"], "nothing to sort by is called 'legl' (did you mean 'legal'?)"),
    ],
)
def test_a_base_or_an_order_that_is_not_there_is_wrong_use(arguments: list[str], said: str, maturity: Maturity) -> None:
    found = maturity("compare", "FRA", "CHN", *arguments)
    assert (found.code, found.out, found.err) == (2, "", f"maturity: {said}\n")


def test_several_tables_stand_below_one_another_in_one_file(maturity: Maturity, tmp_path: Path) -> None:
    path = tmp_path / "tables.csv"
    maturity("compare", "FRA", "CHN", "--table", "portals,statistics", "-o", str(path))
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file))
    assert {each["table"] for each in read} == {"portals", "statistics"}
    written = json.loads(maturity("compare", "FRA", "CHN", "--table", "portals,statistics", "--format", "json").out)
    assert [(each["record"], each["locus"]) for each in written["cells"]] == [
        (each["record"], each["locus"]) for each in read
    ]


def test_a_group_stands_for_its_members_that_have_a_profile(maturity: Maturity) -> None:
    out = maturity("compare", "CHN", "oecd", "--format", "md").out
    head = next(line for line in out.splitlines() if line.startswith("| Dimension"))
    assert [cell.strip() for cell in head.split("|")[2:-1]] == [
        *("China", "Australia", "Canada", "Denmark", "France"),
        "Median: OECD",
    ]
    assert "OECD: 4 of 38 members have a profile and enter the median (" in out


def test_the_median_of_a_group_needs_no_column_for_each_member(maturity: Maturity) -> None:
    out = maturity("compare", "CHN", "--group", "EU", "--format", "md").out
    head = next(line for line in out.splitlines() if line.startswith("| Dimension"))
    assert [cell.strip() for cell in head.split("|")[2:-1]] == ["China", "Median: European Union"]


def test_a_country_named_beside_its_group_stands_once(maturity: Maturity) -> None:
    assert maturity("compare", "DNK", "eu").code == 0


def levels_of(out: str) -> list[str]:
    """What stands in the row of the legal framework, of each country and of each group."""
    row = next(line for line in out.splitlines() if line.startswith("| Legal"))
    return [cell.split()[0] for cell in row.split("|")[2:-1]]


def test_a_member_that_is_compared_enters_the_median_as_it_is_compared(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_france(tmp_path, "FRA", wave=2023, ratings=("level: 2", "level: 4"))
    monkeypatch.setenv("MATURITY_PATH", str(tmp_path))
    old, new = (
        maturity("compare", f"FRA@{wave}", "--group", "eu", "--format", "md", "--dimension", "legal").out
        for wave in (2022, 2023)
    )
    assert old.splitlines()[2:4] == ["Wave 2022.", ""]
    denmark = float(levels_of(maturity("compare", "DNK", "--format", "md").out)[0])
    for france, median in (levels_of(old), levels_of(new)):
        assert float(median) == pytest.approx((float(france) + denmark) / 2, abs=0.1)
    assert float(levels_of(new)[0]) > float(levels_of(old)[0]) + 0.5
    assert "Wave 2023. The medians hold another wave of: Denmark 2022.\n" in new


def test_one_country_in_two_waves_is_named_with_its_wave(
    maturity: Maturity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_france(tmp_path, "FRA", wave=2023)
    monkeypatch.setenv("MATURITY_PATH", str(tmp_path))
    out = maturity("compare", "FRA@2022", "FRA@2023", "--base", "FRA@2022", "--format", "md").out
    assert "France 2022 and Neverland 2023 side by side\n" in out
    assert "its difference to France 2022." in out


def test_a_median_is_a_row_of_the_data_without_a_wave(maturity: Maturity) -> None:
    out = maturity("compare", "CHN", "--group", "oecd", "--format", "json").out
    found = [each for each in json.loads(out)["cells"] if each["country"] == "oecd"]
    assert {each["state"] for each in found} <= {"median", "not-rated"}
    assert all(each["wave"] is None for each in found)


def test_what_was_asked_for_stands_in_the_data(maturity: Maturity) -> None:
    asked = ("compare", "FRA", "CHN", "--base", "CHN", "--ranks", "--only-common", "--dimension", "legal")
    whole = json.loads(maturity(*asked, "--format", "json").out)
    assert (whole["base"], whole["ranks"], whole["only_common"], whole["dimension"]) == (
        "CHN@2022",
        True,
        True,
        "legal",
    )
    for form, mark in (("csv", ","), ("tsv", "\t")):
        lines = maturity(*asked, "--format", form).out.removeprefix("\ufeff").splitlines()
        first, second, *_ = csv.DictReader(lines, delimiter=mark)
        assert float(first["difference"]) == pytest.approx(float(first["value"]) - float(second["value"]))
        assert second["difference"] == ""
        assert {first["rank"], second["rank"]} == {"1", "2"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["income-low"], "maturity: no member of income-low has a profile in the catalogs\n"),
        (["FRA", "--group", "ocde"], "maturity: unknown group 'ocde' (did you mean 'oecd'?)\n"),
    ],
)
def test_a_group_that_is_not_there_is_wrong_use(arguments: list[str], said: str, maturity: Maturity) -> None:
    found = maturity("compare", *arguments)
    assert (found.code, found.out, found.err) == (2, "", said)


def test_groups_are_listed_with_their_members_here_and_their_sources(maturity: Maturity) -> None:
    out = " ".join(maturity("list", "groups").out.split())
    assert "oecd OECD 38 AUS, CAN, 2021-05-25 DNK, FRA" in out
    assert "OECD welcomes Costa Rica as its 38th Member (OECD)" in out
