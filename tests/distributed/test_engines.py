"""Frames of a cluster: the same kind out, lazily, and the same numbers as on one computer."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from maturity.calculation.numbers import EngineError
from maturity.calculation.tables import score_table
from maturity.framework import Framework
from maturity.rules import Normalisation, Rules, Spread
from tests.calculation.asem import FOLDER as ASEM
from tests.calculation.asem import UNIT, VARIANTS, Variant, write_framework
from tests.calculation.engines import Row
from tests.calculation.test_tables import framework, measure
from tests.distributed.engines import dask_frame, rows_by
from tests.distributed.generated import (
    COMPARING,
    RANKING,
    ROWWISE,
    SCORING,
    generated_framework,
    generated_table,
    melted,
)

pytestmark = [pytest.mark.distributed, pytest.mark.filterwarnings("default")]
needs_asem = pytest.mark.skipif(not ASEM.is_dir(), reason="the ASEM example is not at hand")
each_variant = pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
EVERY_METHOD = (*ROWWISE, *COMPARING, SCORING, *RANKING)
WITHOUT_RANKS = (*ROWWISE, *COMPARING, SCORING)
UNITS = ("unit no.",)
SIZE = 200

CANNOT = "cannot express (polars and duckdb can)"


def expected(table: pa.Table, by: Framework, *units: str, ranks: bool = True) -> dict[str, Row]:
    """What Polars makes of it, lazily as the cluster does, so that a zero in a geometric mean is missing."""
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)
    return rows_by(units[0], score_table(frame.lazy(), by, units=units, ranks=ranks).collect())


def assert_equal(found: dict[str, Row], wanted: dict[str, Row]) -> None:
    assert found.keys() == wanted.keys()
    for unit, row in wanted.items():
        assert found[unit] == {name: near(value) for name, value in row.items()}, unit


def near(value: object) -> object:
    return pytest.approx(value, abs=1e-9) if isinstance(value, float) else value


def raw_asem() -> pa.Table:
    return pl.read_csv(ASEM / "raw_idata.csv", infer_schema_length=None).to_arrow()


def refuse_to_compute(*_: object, **__: object) -> None:
    raise AssertionError("computed")


def scored_on_spark(spark: Any, table: pa.Table, by: Framework, *units: str, **how: Any) -> Any:  # noqa: ANN401
    """A Spark frame in, a Spark frame out, and no job in between."""
    from pyspark.sql.classic.dataframe import DataFrame

    frame = spark.createDataFrame(table)
    spark.sparkContext.setJobGroup("score", "score_table")
    found = score_table(frame, by, units=units, **how)
    assert list(spark.sparkContext.statusTracker().getJobIdsForGroup("score")) == []
    spark.sparkContext.setJobGroup("check", "the test itself")
    assert isinstance(found, DataFrame)
    return found


def scored_on_dask(table: pa.Table, by: Framework, *units: str, **how: Any) -> Any:  # noqa: ANN401
    """A Dask frame in, a Dask frame out, and nothing computed in between."""
    import dask
    import dask.dataframe as dd

    frame = dask_frame(table)
    with dask.config.set(scheduler=refuse_to_compute):
        found = score_table(frame, by, units=units, ranks=False, **how)
    assert isinstance(found, dd.DataFrame)
    return found


@needs_asem
@each_variant
def test_spark_scores_asem_as_polars_does(spark: Any, variant: Variant, tmp_path: Path) -> None:  # noqa: ANN401
    by, table = write_framework(variant, tmp_path / "asem"), raw_asem()
    assert_equal(rows_by(UNIT, scored_on_spark(spark, table, by, UNIT)), expected(table, by, UNIT))


@needs_asem
@each_variant
def test_dask_scores_asem_as_polars_does(variant: Variant, tmp_path: Path) -> None:
    by, table = write_framework(variant, tmp_path / "asem"), raw_asem()
    assert_equal(rows_by(UNIT, scored_on_dask(table, by, UNIT)), expected(table, by, UNIT, ranks=False))


def generated(methods: Sequence[Normalisation]) -> tuple[Framework, pa.Table]:
    by = generated_framework(methods)
    return by, generated_table(by, SIZE)


def test_spark_knows_every_rule_and_every_method(spark: Any) -> None:  # noqa: ANN401
    by, table = generated(EVERY_METHOD)
    assert_equal(rows_by(UNITS[0], scored_on_spark(spark, table, by, *UNITS)), expected(table, by, *UNITS))


def test_dask_knows_every_rule_and_every_method_but_ranks() -> None:
    by, table = generated(WITHOUT_RANKS)
    assert_equal(rows_by(UNITS[0], scored_on_dask(table, by, *UNITS)), expected(table, by, *UNITS, ranks=False))


def test_spark_scores_a_long_table(spark: Any) -> None:  # noqa: ANN401
    by, table = generated(EVERY_METHOD)
    found = scored_on_spark(spark, melted(table), by, *UNITS)
    assert_equal(rows_by(UNITS[0], found), expected(table, by, *UNITS))


def test_dask_scores_a_long_table() -> None:
    by, table = generated(WITHOUT_RANKS)
    found = scored_on_dask(melted(table), by, *UNITS)
    assert_equal(rows_by(UNITS[0], found), expected(table, by, *UNITS, ranks=False))


PANEL = pa.table({"unit": list("abab"), "the.year": [1, 1, 2, 2], "x": [0.0, 10.0, 5.0, 20.0]})


def test_spark_compares_the_units_of_a_period(spark: Any) -> None:  # noqa: ANN401
    by = framework(measure("x", normalise=Normalisation(method="min-max")))
    found = scored_on_spark(spark, PANEL, by, "unit", "the.year", period="the.year")
    rows = [(row["unit"], row["the.year"], row["overall"], row["overall.rank"]) for row in found.collect()]
    assert sorted(rows) == [("a", 1, 0, 2), ("a", 2, 0, 2), ("b", 1, 100, 1), ("b", 2, 100, 1)]


@pytest.mark.parametrize(
    ("by", "how", "message"),
    [
        (framework(), {}, f"'overall' needs ranks over the units, which dask {CANNOT}"),
        (
            framework(measure("x", normalise=Normalisation(method="percentile-rank")), measure("y")),
            {"ranks": False},
            f"'x' needs ranks over the units, which dask {CANNOT}",
        ),
        (
            framework(rules=Rules(over_units=Spread(low=0, high=1))),
            {"ranks": False, "period": "year"},
            f"'overall' needs the lowest of the units within each 'year', which dask {CANNOT}",
        ),
    ],
)
def test_a_rule_that_dask_cannot_express_is_named_with_its_node(
    by: Framework, how: dict[str, Any], message: str
) -> None:
    table = pa.table({"unit": ["a"], "year": [1], "x": [1.0], "y": [2.0]})
    with pytest.raises(EngineError) as raised:
        score_table(dask_frame(table), by, units=("unit", "year"), **how)
    assert str(raised.value) == message
