from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from maturity.calculation.frames import open_table
from maturity.calculation.words import NARWHALS, STATISTICS, Statistic, Table
from tests.calculation.engines import EAGER, KINDS, LAZY, frame_of, kind_of, numbers_table, rows_of

on_every_engine = pytest.mark.parametrize("kind", KINDS)


def table(kind: str, **columns: list[Any]) -> Table:
    return open_table(frame_of(kind, pa.table(columns)))


@on_every_engine
def test_a_frame_comes_back_as_the_kind_that_it_was(kind: str) -> None:
    opened = table(kind, x=[1.0, 2.0])
    assert kind_of(opened.to_native()) == kind
    assert kind_of(opened.with_columns([opened.words.lit(1).alias("y")]).to_native()) == kind


@pytest.mark.parametrize(
    ("kind", "engine"),
    [
        ("polars", "polars"),
        ("polars-lazy", "polars"),
        ("pandas", "pandas"),
        ("pyarrow", "pyarrow"),
        ("duckdb", "duckdb"),
    ],
)
def test_an_engine_goes_by_its_name(kind: str, engine: str) -> None:
    assert table(kind, x=[1.0]).engine == engine


@pytest.mark.parametrize("thing", [[[1, 2]], {"x": [1]}, "table.csv", None, 3])
def test_what_is_no_frame_is_refused(thing: object) -> None:
    with pytest.raises(TypeError):
        open_table(thing)


@pytest.mark.parametrize("kind", EAGER)
def test_a_table_in_memory_can_be_looked_at(kind: str) -> None:
    seen = table(kind, x=[1.0, 2.0]).eager
    assert seen is not None
    assert seen["x"].to_list() == [1, 2]


@pytest.mark.parametrize("kind", LAZY)
def test_a_lazy_table_cannot_be_looked_at(kind: str) -> None:
    assert table(kind, x=[1.0]).eager is None


@on_every_engine
def test_two_names_can_be_swapped(kind: str) -> None:
    renamed = table(kind, x=[1.0], y=[2.0], z=[3.0]).renamed({"x": "y", "y": "x", "z": "社 保"})
    assert rows_of(renamed.to_native()) == [{"y": 1, "x": 2, "社 保": 3}]


@on_every_engine
def test_names_that_stay_change_nothing(kind: str) -> None:
    opened = table(kind, x=[1.0])
    assert opened.renamed({"x": "x"}) is opened


@on_every_engine
def test_columns_are_picked_in_the_order_asked_for(kind: str) -> None:
    opened = table(kind, x=[1.0], y=[2.0], z=[3.0])
    col = opened.words.col
    assert list(rows_of(opened.select([col("z"), col("x")]).to_native())[0].items()) == [("z", 3), ("x", 1)]


@on_every_engine
def test_a_table_stays_as_it_was_when_another_is_made_of_it(kind: str) -> None:
    opened = table(kind, x=[1.0])
    opened.with_columns([opened.words.lit(2).alias("y")])
    assert list(opened.schema()) == ["x"]


@pytest.mark.parametrize("kind", [each for each in KINDS if each != "polars-lazy"])
def test_statistics_of_all_rows_stand_in_every_row(kind: str) -> None:
    opened = open_table(frame_of(kind, numbers_table({"x": [4, None, 10, 7, 7]})))
    wanted = [Statistic(name, opened.words.col("x"), name) for name in STATISTICS if name != "rank"]
    found = rows_of(opened.with_statistics(wanted).to_native())
    assert [row["x"] for row in found] == [4, None, 10, 7, 7]
    for row in found:
        del row["x"]
        assert row == {"lowest": 4, "highest": 10, "mean": 7, "deviation": pytest.approx(6**0.5), "count": 4}


@on_every_engine
def test_each_group_has_the_highest_value_of_each_column(kind: str) -> None:
    opened = table(kind, unit=["b", "a", "b", "a"], year=[1, 1, 1, 2], value=[1.0, 2.0, 5.0, None])
    found = opened.highest_by(["unit", "year"], {name: opened.words.col("value") for name in "yx"})
    rows = sorted(rows_of(found.to_native()), key=lambda row: (row["unit"], row["year"]))
    assert [list(row.items()) for row in rows] == [
        [("unit", "a"), ("year", 1), ("y", 2), ("x", 2)],
        [("unit", "a"), ("year", 2), ("y", None), ("x", None)],
        [("unit", "b"), ("year", 1), ("y", 5), ("x", 5)],
    ]


def test_statistics_are_joined_where_windows_over_all_rows_are_slow() -> None:
    assert {kind: table(kind, x=[1.0]).joins_statistics for kind in KINDS} == {
        **dict.fromkeys(KINDS, False),
        "duckdb": True,
    }


def test_polars_speaks_its_own_words_and_the_others_those_of_narwhals() -> None:
    assert [table(kind, x=[1.0]).words for kind in ("polars", "polars-lazy")] == [pl, pl]
    assert [table(kind, x=[1.0]).words for kind in ("pandas", "pyarrow")] == [NARWHALS, NARWHALS]
