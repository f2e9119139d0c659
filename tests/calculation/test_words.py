import statistics

import pytest

from maturity.calculation.frames import open_table
from maturity.calculation.words import STATISTICS, Statistic
from tests.calculation.engines import KINDS, columns_of, frame_of, numbers_table, rows_of

VALUES = [4.0, None, 10.0, 7.0, 7.0]
KNOWN = [4.0, 10.0, 7.0, 7.0]
EXPECTED: dict[str, list[float | None]] = {
    "lowest": [4.0] * 5,
    "highest": [10.0] * 5,
    "mean": [statistics.fmean(KNOWN)] * 5,
    "deviation": [statistics.stdev(KNOWN)] * 5,
    "count": [4.0] * 5,
    "rank": [4, None, 1, 2, 2],
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("statistic", STATISTICS)
def test_a_statistic_means_the_same_on_every_engine(kind: str, statistic: str) -> None:
    table = open_table(frame_of(kind, numbers_table({"x": VALUES}, place=list(range(5)))))
    algebra = columns_of(table)
    made = algebra.over_units(table.words.col("x"), statistic, panel=False, node="node")
    for stage in algebra.take_stages():
        table = table.with_statistics(stage.statistics)
    rows = sorted(rows_of(table.with_columns([made.alias("made")]).to_native()), key=lambda row: int(row["place"]))
    expected = [None if each is None else pytest.approx(each, rel=1e-14) for each in EXPECTED[statistic]]
    assert [row["made"] for row in rows] == expected


@pytest.mark.parametrize("kind", KINDS)
def test_a_statistic_stands_under_its_name(kind: str) -> None:
    table = open_table(frame_of(kind, numbers_table({"x": [1.0, 3.0]})))
    made = [Statistic(name, table.words.col("x"), "highest").expression for name in ("社 保", "x")]
    assert rows_of(table.select(made).to_native()) == [{"社 保": 3, "x": 3}]
