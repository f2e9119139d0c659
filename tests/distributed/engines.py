"""Frames on a cluster's engines, in local mode, and their rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import narwhals as nw
import pyarrow as pa

from tests.calculation.engines import Row, rows_of

_CONFIG = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.enabled": "false",
}


@contextmanager
def spark_session() -> Iterator[Any]:
    """Spark on two cores of this machine."""
    from pyspark.sql import SparkSession

    builder: Any = SparkSession.builder
    builder = builder.master("local[2]").appName("maturity")
    for key, value in _CONFIG.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()


def dask_frame(table: pa.Table) -> Any:  # noqa: ANN401
    import dask.dataframe as dd

    return dd.from_pandas(table.to_pandas(), npartitions=3)


def rows_by(unit: str, frame: Any) -> dict[str, Row]:  # noqa: ANN401
    """The rows of any frame by unit; a cluster's frame is computed for it, which the engine never does."""
    here = frame.compute() if nw.dependencies.is_dask_dataframe(frame) else frame
    return {str(row[unit]): row for row in rows_of(here)}
