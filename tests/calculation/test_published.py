"""Published indices, reproduced from the data that their publishers printed, within the tolerance of that print."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest
from attrs import evolve

from maturity.calculation.tables import score_table
from maturity.framework import Framework
from maturity.table_files import score_file
from tests.calculation.asem import FOLDER as ASEM
from tests.calculation.asem import NODES, UNIT, VARIANTS, Variant, write_framework
from tests.calculation.engines import frame_of, rows_of
from tests.data_contracts.shipped import ROOT, framework

DATA = ROOT.parent / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the published data is not at hand")

Rows = list[dict[str, Any]]
EGDI = {
    2018: ("egdi-2018.csv", "country-name", "e-gov-rank", "e-gov-index"),
    2022: ("egdi-2022.csv", "Country Name", "E-Government Rank", "E-Government Index"),
}
EU = {
    "overall": "0. OVERALL SCORE",
    "user-centricity": "1. User centricity",
    "transparency": "2. Transparency",
    "key-enablers": "3. Key Enablers",
    "cross-border": "4. Cross-border services",
}
each_year = pytest.mark.parametrize("year", EGDI)
each_engine = pytest.mark.parametrize("kind", ["polars", "pandas", "pyarrow", "polars-lazy", "duckdb"])
each_variant = pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)


def published(name: str) -> pl.DataFrame:
    return pl.read_csv(DATA / name, infer_schema_length=None)


def scored(table: pl.DataFrame, by: Framework, *units: str, kind: str = "polars") -> Rows:
    """Each unit's scores beside what was published of it."""
    found = pl.DataFrame(
        rows_of(score_table(frame_of(kind, table.to_arrow()), by, units=units)), infer_schema_length=None
    )
    return found.join(table, on=units, suffix=" (published)").to_dicts()


def widest(rows: Rows, ours: str, theirs: str) -> float:
    """The widest distance where both are there; where one is missing the other must be too."""
    assert [row[ours] is None for row in rows] == [row[theirs] is None for row in rows]
    return max(abs(float(row[ours]) - float(row[theirs])) for row in rows if row[ours] is not None)


@each_engine
@each_year
def test_egdi_ranks_every_country_as_published(year: int, kind: str) -> None:
    file, unit, rank, _ = EGDI[year]
    rows = scored(published(file), framework(f"un-egdi-{year}"), unit, kind=kind)
    assert len(rows) == 193
    assert [row["overall.rank"] for row in rows] == [row[rank] for row in rows]


@pytest.mark.parametrize(("year", "last_digits"), [(2018, 0), (2022, 22)])
def test_egdi_differs_from_the_index_by_no_more_than_its_printed_inputs(year: int, last_digits: int) -> None:
    file, unit, _, index = EGDI[year]
    whole = framework(f"un-egdi-{year}")
    unrounded = evolve(whole, rules=evolve(whole.rules, rounding=None))
    assert widest(scored(published(file), unrounded, unit), "overall", index) <= 7e-5
    rows = scored(published(file), whole, unit)
    off = [abs(row["overall"] - row[index]) for row in rows if row["overall"] != row[index]]
    assert off == pytest.approx([1e-4] * last_digits, abs=1e-9)


@each_engine
def test_hdi_is_exact_at_three_decimals_and_in_every_rank(kind: str) -> None:
    rows = scored(published("hdi-2019.csv"), framework("undp-hdi-2019"), "country", kind=kind)
    assert len(rows) == 189
    assert [row["overall"] for row in rows] == [row["hdi"] for row in rows]
    assert [row["overall.rank"] for row in rows] == [row["rank"] for row in rows]


@each_engine
def test_ihdi_is_exact_at_three_decimals_and_missing_where_it_was_not_published(kind: str) -> None:
    rows = scored(published("hdi-2019.csv"), framework("undp-ihdi-2019"), "country", kind=kind)
    assert [row["overall"] for row in rows] == [row["ihdi"] for row in rows]
    assert sum(row["overall"] is not None for row in rows) == 152


@each_engine
def test_the_eu_benchmark_is_exact_at_every_level(kind: str) -> None:
    table = published("eu-egov-benchmark-2023.csv")
    rows = scored(table, framework("eu-egov-benchmark-2023"), "Country", "LE", kind=kind)
    assert len(rows) == 315
    assert {id: widest(rows, id, name) <= 1e-10 for id, name in EU.items()} == dict.fromkeys(EU, True)


def test_the_command_reads_the_published_file_as_it_is() -> None:
    found = score_file(DATA / "hdi-2019.csv", framework("undp-hdi-2019"), units=("country",))
    rows = rows_of(found.result)
    assert [row["overall.rank"] for row in rows] == published("hdi-2019.csv")["rank"].to_list()


def test_the_command_reads_the_benchmark_though_two_of_its_columns_differ_in_case_alone() -> None:
    found = score_file(
        DATA / "eu-egov-benchmark-2023.csv", framework("eu-egov-benchmark-2023"), units=("Country", "LE")
    )
    table = published("eu-egov-benchmark-2023.csv")
    rows = rows_of(found.shown)
    assert [(row["Country"], row["LE"]) for row in rows] == table.select("Country", "LE").rows()
    assert "le" in found.left_out
    off = [abs(row["overall"] - said) for row, said in zip(rows, table["0. OVERALL SCORE"], strict=True)]
    assert max(off) <= 1e-10


def asem(variant: Variant, what: str) -> dict[str, dict[str, Any]]:
    """What COINr made of it, by unit; names as our ids."""
    table = pl.read_csv(ASEM / f"{variant.name}_{what}.csv", infer_schema_length=None)
    renamed = {name: "overall" if name == "Index" else name.lower() for name in table.columns if name != UNIT}
    return {row[UNIT]: row for row in table.rename(renamed).to_dicts()}


def asem_scores(variant: Variant, folder: Path, kind: str = "polars") -> dict[str, dict[str, Any]]:
    raw = pl.read_csv(ASEM / "raw_idata.csv", infer_schema_length=None).to_arrow()
    found = score_table(frame_of(kind, raw), write_framework(variant, folder), units=(UNIT,))
    return {row[UNIT]: row for row in rows_of(found)}


def differences(ours: dict[str, dict[str, Any]], theirs: dict[str, dict[str, Any]], suffix: str = "") -> list[object]:
    """Every cell that is farther off than 1e-9, or missing on one side alone."""
    assert len(theirs) == 51
    return [
        (unit, name, ours[unit][name + suffix], value)
        for unit, row in theirs.items()
        for name, value in row.items()
        if name != UNIT
        and ours[unit][name + suffix] != (None if value is None else pytest.approx(value, abs=1e-9, rel=0))
    ]


@each_engine
@each_variant
def test_asem_gives_coinr_s_normalised_values_scores_and_ranks(variant: Variant, kind: str, tmp_path: Path) -> None:
    ours = asem_scores(variant, tmp_path / "asem", kind)
    assert len(asem(variant, "normalised")["AUT"]) == 1 + 49
    assert set(asem(variant, "scores")["AUT"]) == {UNIT, *NODES, "overall"}
    assert differences(ours, asem(variant, "normalised")) == []
    assert differences(ours, asem(variant, "scores")) == []
    assert differences(ours, asem(variant, "ranks"), ".rank") == []
