from typing import Any

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from attrs import evolve

from maturity.calculation.numbers import EngineError, TableError, ZeroError
from maturity.calculation.shape import unclaimed
from maturity.calculation.tables import score_table
from maturity.framework import Denominator, Framework, Indicator, Level
from maturity.rules import Answer, Band, Normalisation, Rounding, Rules, Sentinels, Spread
from tests import synthetic
from tests.calculation.engines import EAGER, KINDS, LAZY, Row, frame_of, kind_of, rows_of

Columns = dict[str, list[Any]]

on_every_engine = pytest.mark.parametrize("kind", KINDS)
on_eager_engines = pytest.mark.parametrize("kind", EAGER)
on_lazy_engines = pytest.mark.parametrize("kind", LAZY)


def measure(id: str, **said: Any) -> Indicator:  # noqa: ANN401
    return Indicator(id=id, label=synthetic.text(id), kind="measure", **said)


def framework(*indicators: Indicator, rules: Rules | None = None, **said: Any) -> Framework:  # noqa: ANN401
    return evolve(
        synthetic.framework(),
        components=(),
        indicators=indicators or (measure("x"), measure("y")),
        rules=rules or Rules(),
        bands=(Band(lower=0, name=synthetic.text("low")), Band(lower=50, name=synthetic.text("high"))),
        **said,
    )


def scored(kind: str, given: Columns, by: Framework | None = None, **how: Any) -> dict[str, Row]:  # noqa: ANN401
    """Rows by the first unit column."""
    found = score_table(frame_of(kind, pa.table(given)), by or framework(), **{"units": ("unit",), **how})
    return {str(row[how.get("units", ("unit",))[0]]): row for row in rows_of(found)}


def overall(kind: str, given: Columns, by: Framework | None = None, **how: Any) -> dict[str, Any]:  # noqa: ANN401
    return {unit: row["overall"] for unit, row in scored(kind, given, by, **how).items()}


WIDE: Columns = {"unit": ["a", "b", "c"], "x": [10.0, 60.0, None], "y": [30.0, 40.0, 90.0]}
LONG: Columns = {
    "unit": ["a", "a", "b", "b", "c"],
    "indicator": ["x", "y", "x", "y", "y"],
    "value": [10.0, 30.0, 60.0, 40.0, 90.0],
}
EXPECTED = {"a": 20, "b": 50, "c": 90}


@on_every_engine
def test_a_wide_table_has_a_column_for_each_indicator(kind: str) -> None:
    assert overall(kind, WIDE) == EXPECTED


@on_every_engine
def test_a_long_table_has_a_row_for_each_value(kind: str) -> None:
    assert overall(kind, LONG) == EXPECTED


@on_every_engine
def test_a_long_table_may_hold_texts_and_indicators_that_nobody_asks_for(kind: str) -> None:
    columns: Columns = {
        "unit": ["a", "a", "a", "b", "b"],
        "indicator": ["x", "y", "other", "x", "y"],
        "value": [" 10 ", "30", "n/a", "60", "40"],
    }
    assert overall(kind, columns) == {"a": 20, "b": 50}


@on_every_engine
def test_a_long_table_names_indicators_as_the_framework_s_columns_do(kind: str) -> None:
    by = framework(measure("x", columns=("X 1",)), measure("y"))
    columns: Columns = {**LONG, "indicator": ["X 1", "y", "X 1", "y", "y"]}
    assert overall(kind, columns, by) == EXPECTED


@on_every_engine
def test_an_indicator_that_a_long_table_never_names_is_missing_everywhere(kind: str) -> None:
    columns: Columns = {"unit": ["a", "b"], "indicator": ["x", "x"], "value": [10.0, 60.0]}
    rows = scored(kind, columns)
    assert {unit: (row["overall"], row["overall.coverage"]) for unit, row in rows.items()} == {
        "a": (10, 0.5),
        "b": (60, 0.5),
    }


@on_every_engine
def test_a_row_holds_the_units_then_each_node_with_coverage_rank_and_band(kind: str) -> None:
    row = scored(kind, WIDE)["b"]
    assert list(row.items()) == [
        ("unit", "b"),
        ("overall", 50),
        ("overall.coverage", 1),
        ("overall.rank", 2),
        ("overall.band", "high"),
        ("x", 60),
        ("y", 40),
    ]


@on_every_engine
def test_ranks_can_be_left_out(kind: str) -> None:
    assert "overall.rank" not in scored(kind, WIDE, ranks=False)["a"]


@on_every_engine
def test_a_column_goes_by_the_framework_s_name_for_it_or_by_the_caller_s(kind: str) -> None:
    by = framework(measure("x", columns=("X of 2020",)), measure("y"))
    columns: Columns = {"unit": ["a"], "X of 2020": [10.0], "Y!": [30.0]}
    assert overall(kind, columns, by, columns={"Y!": "y"}) == {"a": 20}


@on_every_engine
def test_a_column_that_nobody_claims_is_left_out(kind: str) -> None:
    assert "note" not in scored(kind, {**WIDE, "note": ["p", "q", "r"]})["a"]


def test_columns_that_nobody_claims_are_found_by_name() -> None:
    by = framework(measure("x", columns=("X 1",), per=Denominator(column="people")), measure("y"))
    assert unclaimed(("unit", "X 1", "y", "people", "note"), by, units=("unit",)) == ("note",)


@on_every_engine
@pytest.mark.parametrize(
    ("columns", "how", "message"),
    [
        ({"unit": ["a"], "x": [1.0]}, {}, "^the table has no column for 'y' \\(y\\)$"),
        ({"x": [1.0], "y": [1.0]}, {}, "^the table has no column 'unit' \\(columns: x, y\\)$"),
        ({**WIDE, "X 0": [1.0] * 3}, {"columns": {"Z": "x"}}, "^the table has no column 'Z'"),
        ({**WIDE, "X 0": [1.0] * 3}, {"columns": {"X 0": "x"}}, "^two columns for 'x'$"),
        ({"unit": ["a"], "p": [1.0], "q": [1.0]}, {"columns": {"p": "x", "q": "x"}}, "^two columns for 'x'$"),
    ],
)
def test_a_column_that_is_missing_or_stands_twice_is_an_error(
    kind: str, columns: Columns, how: dict[str, Any], message: str
) -> None:
    with pytest.raises(TableError, match=message):
        scored(kind, columns, **how)


@on_every_engine
def test_a_column_under_two_of_its_names_is_an_error(kind: str) -> None:
    by = framework(measure("x", columns=("X 1",)), measure("y"))
    with pytest.raises(TableError, match=r"^two columns for 'x': x and X 1$"):
        scored(kind, {**WIDE, "X 1": [1.0] * 3}, by)


@on_every_engine
def test_a_denominator_that_is_missing_is_an_error(kind: str) -> None:
    by = framework(measure("x", per=Denominator(column="people")), measure("y"))
    with pytest.raises(TableError, match=r"^the table has no column 'people', which a measure is divided by$"):
        scored(kind, WIDE, by)


@on_eager_engines
def test_a_unit_that_stands_twice_is_an_error(kind: str) -> None:
    columns: Columns = {"unit": ["a", "b", "a"], "year": [1, 1, 1], "x": [1.0] * 3, "y": [1.0] * 3}
    with pytest.raises(TableError, match=r"^the unit a stands twice$"):
        scored(kind, columns)
    with pytest.raises(TableError, match=r"^the unit a, 1 stands twice$"):
        scored(kind, columns, units=("unit", "year"))


@on_eager_engines
def test_a_value_that_stands_twice_in_a_long_table_is_an_error(kind: str) -> None:
    columns: Columns = {"unit": ["a", "a"], "indicator": ["x", "x"], "value": [1.0, 2.0]}
    with pytest.raises(TableError, match=r"^the unit a has two values for 'x'$"):
        scored(kind, columns)


@on_eager_engines
def test_a_value_under_two_of_an_indicator_s_names_is_an_error(kind: str) -> None:
    by = framework(measure("x", columns=("X 1",)))
    columns: Columns = {"unit": ["a", "a"], "indicator": ["x", "X 1"], "value": [1.0, 2.0]}
    with pytest.raises(TableError, match=r"^the unit a has two values for 'x'$"):
        scored(kind, columns, by)


@on_every_engine
def test_cells_are_stripped_and_blanks_are_missing(kind: str) -> None:
    columns: Columns = {"unit": ["a", "b", "c"], "x": [" 10", "60 ", "  "], "y": ["30", "\t40", "90"]}
    assert overall(kind, columns) == EXPECTED


@on_every_engine
def test_not_a_number_is_missing_and_no_value(kind: str) -> None:
    columns: Columns = {"unit": ["a", "b"], "x": [10.0, float("nan")], "y": [30.0, 90.0]}
    assert overall(kind, columns) == {"a": 20, "b": 90}


@on_every_engine
def test_whole_numbers_are_numbers(kind: str) -> None:
    assert overall(kind, {"unit": ["a"], "x": [10], "y": [31]}) == {"a": 20.5}


@on_every_engine
@pytest.mark.parametrize("values", [["..", "-99", "10"], [None, -99.0, 10.0], [None, -99, 10]])
def test_sentinels_are_missing_or_do_not_apply(kind: str, values: list[Any]) -> None:
    by = framework(
        measure("x"), measure("y"), sentinels=Sentinels(missing=("..",), not_applicable=("-99",)), rules=Rules()
    )
    rows = scored(kind, {"unit": ["missing", "outside", "known"], "x": values, "y": [30.0] * 3}, by)
    assert {unit: (row["x"], row["overall"], row["overall.coverage"]) for unit, row in rows.items()} == {
        "missing": (None, 30, 0.5),
        "outside": (None, 30, 1),
        "known": (10, 20, 1),
    }


@on_every_engine
def test_a_missing_number_can_stand_for_no_value_too(kind: str) -> None:
    by = framework(sentinels=Sentinels(missing=("-99", "NR")))
    rows = scored(kind, {"unit": ["a"], "x": [-99.0], "y": [30.0]}, by)
    assert (rows["a"]["overall"], rows["a"]["overall.coverage"]) == (30, 0.5)


@on_every_engine
def test_sentinels_stand_in_long_tables_too(kind: str) -> None:
    by = framework(sentinels=Sentinels(missing=("..",), not_applicable=("-",)))
    columns: Columns = {"unit": ["a", "a", "b", "b"], "indicator": ["x", "y"] * 2, "value": ["..", "30", "-", "30"]}
    rows = scored(kind, columns, by)
    assert {unit: row["overall.coverage"] for unit, row in rows.items()} == {"a": 0.5, "b": 1}


@on_every_engine
def test_a_rubric_s_level_is_worth_the_scale_s_points(kind: str) -> None:
    levels = tuple(Level(value=each.value, descriptor=each.meaning) for each in synthetic.framework().scale)
    rubric = Indicator(id="x", label=synthetic.text("x"), levels=levels)
    for values in ([0, 3, None], [0.0, 3.0, None], ["0", " 3 ", ""]):
        rows = scored(kind, {"unit": ["a", "b", "c"], "x": values}, framework(rubric))
        assert [rows[unit]["x"] for unit in "abc"] == [0, 75, None]


@on_every_engine
def test_an_answer_is_worth_its_points(kind: str) -> None:
    answers = (Answer(answer="yes", points=100), Answer(answer="in part", points=40), Answer(answer="no", points=0))
    checklist = Indicator(id="x", label=synthetic.text("x"), kind="checklist", answers=answers)
    by = framework(checklist, sentinels=Sentinels(not_applicable=("-",)))
    rows = scored(kind, {"unit": list("abcde"), "x": ["yes", " in part ", "no", "-", None]}, by)
    assert [rows[unit]["x"] for unit in "abcde"] == [100, 40, 0, None, None]
    assert [rows[unit]["overall.coverage"] for unit in "abcde"] == [1, 1, 1, None, 0]


@on_every_engine
def test_answers_may_be_numbers(kind: str) -> None:
    answers = (Answer(answer="0", points=0), Answer(answer="1", points=6))
    checklist = Indicator(id="x", label=synthetic.text("x"), kind="checklist", answers=answers)
    rows = scored(kind, {"unit": ["a", "b"], "x": [0, 1]}, framework(checklist))
    assert [rows[unit]["x"] for unit in "ab"] == [0, 6]


@on_every_engine
def test_a_measure_is_divided_by_its_denominator(kind: str) -> None:
    by = framework(measure("x", per=Denominator(column="people", times=100)))
    columns: Columns = {"unit": ["a", "b", "c"], "x": [5, 5, 5], "people": [50.0, 0.0, None]}
    assert overall(kind, columns, by) == {"a": 10, "b": None, "c": None}


@on_every_engine
def test_ties_share_the_best_rank_and_the_next_is_passed_over(kind: str) -> None:
    rows = scored(kind, {"unit": list("abcd"), "x": [10, 50, 50, 5], "y": [10, 50, 50, None]})
    assert [rows[unit]["overall.rank"] for unit in "abcd"] == [3, 1, 1, 4]


@on_every_engine
def test_scores_that_differ_by_the_order_of_their_sum_alone_are_a_tie(kind: str) -> None:
    by = framework(measure("x"), measure("y"), measure("z"))
    rows = scored(kind, {"unit": ["a", "b"], "x": [0.1, 0.3], "y": [0.2, 0.2], "z": [0.3, 0.1]}, by)
    assert [rows[unit]["overall.rank"] for unit in "ab"] == [1, 1]


@on_every_engine
def test_ranks_follow_the_rounded_score_where_the_node_rounds(kind: str) -> None:
    by = framework(rules=Rules(rounding=Rounding(decimals=0)))
    rows = scored(kind, {"unit": ["a", "b", "c"], "x": [50.1, 50.4, 10.0], "y": [50.1, 50.2, 10.0]}, by)
    assert [rows[unit]["overall.rank"] for unit in "abc"] == [1, 1, 3]


@on_every_engine
def test_a_unit_without_a_score_has_no_rank_and_no_band(kind: str) -> None:
    row = scored(kind, {"unit": ["a", "b"], "x": [None, 10.0], "y": [None, 10.0]})["a"]
    assert (row["overall"], row["overall.rank"], row["overall.band"]) == (None, None, None)


PANEL: Columns = {"unit": ["a", "b", "a", "b"], "year": [1, 1, 2, 2], "x": [0.0, 10.0, 5.0, 20.0]}


def panel(over: str) -> Framework:
    return framework(measure("x", normalise=Normalisation(method="min-max", over=over)))


@on_every_engine
@pytest.mark.parametrize(("over", "expected"), [("units", [0, 100, 0, 100]), ("panel", [0, 50, 25, 100])])
def test_units_are_compared_within_a_period_or_over_the_panel(kind: str, over: str, expected: list[float]) -> None:
    how: dict[str, Any] = {"units": ("unit", "year"), "period": "year", "ranks": kind != "pyarrow"}
    rows = rows_of(score_table(frame_of(kind, pa.table(PANEL)), panel(over), **how))
    rows.sort(key=lambda row: (row["year"], row["unit"]))
    assert [row["overall"] for row in rows] == expected
    if kind != "pyarrow":
        assert [row["overall.rank"] for row in rows] == [2, 1, 2, 1]


@on_every_engine
def test_a_node_s_result_is_spread_over_the_units_of_its_period(kind: str) -> None:
    by = framework(measure("x"), rules=Rules(over_units=Spread(low=0, high=1)))
    how: dict[str, Any] = {"units": ("unit", "year"), "period": "year", "ranks": False}
    rows = rows_of(score_table(frame_of(kind, pa.table(PANEL)), by, **how))
    assert sorted((row["year"], row["unit"], row["overall"]) for row in rows) == [
        (1, "a", 0),
        (1, "b", 1),
        (2, "a", 0),
        (2, "b", 1),
    ]


def test_arrow_has_no_ranks_within_a_period_and_says_so() -> None:
    message = r"^'overall' needs ranks over the units within each 'year', which pyarrow cannot express "
    with pytest.raises(EngineError, match=message):
        score_table(pa.table(PANEL), panel("units"), units=("unit", "year"), period="year")


@on_every_engine
def test_a_period_that_is_no_column_of_the_units_is_an_error(kind: str) -> None:
    with pytest.raises(TableError, match=r"^the period 'year' is none of the columns that name a unit$"):
        score_table(frame_of(kind, pa.table(PANEL)), panel("units"), units=("unit",), period="year")


@on_every_engine
def test_a_frame_comes_back_as_the_kind_that_it_came(kind: str) -> None:
    for columns in (WIDE, LONG):
        found = score_table(frame_of(kind, pa.table(columns)), framework(), units=("unit",))
        assert kind_of(found) == kind
    assert isinstance(found, pl.DataFrame | pl.LazyFrame | pd.DataFrame | pa.Table | duckdb.DuckDBPyRelation)


@on_lazy_engines
def test_nothing_is_computed_on_a_lazy_engine(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("collected")

    monkeypatch.setattr(nw.LazyFrame, "collect", refuse)
    monkeypatch.setattr(pl.LazyFrame, "collect", refuse)
    for columns in (WIDE, LONG):
        found = score_table(frame_of(kind, pa.table(columns)), framework(), units=("unit",))
        assert kind_of(found) == kind


GEOMETRIC = Rules(aggregation="weighted-geometric-mean")


@on_eager_engines
@pytest.mark.parametrize("aggregation", ["weighted-geometric-mean", "weighted-harmonic-mean"])
def test_a_zero_in_a_geometric_mean_is_an_error_that_names_node_child_and_unit(kind: str, aggregation: str) -> None:
    with pytest.raises(ZeroError, match=r"^'overall' for b: 'x' is 0, and the mean has no floor$"):
        scored(kind, {**WIDE, "x": [10.0, 0.0, None]}, framework(rules=Rules(aggregation=aggregation)))


@on_lazy_engines
def test_a_zero_in_a_geometric_mean_is_missing_on_a_lazy_engine(kind: str) -> None:
    found = overall(kind, {**WIDE, "x": [40.0, 0.0, None], "y": [90.0, 40.0, 90.0]}, framework(rules=GEOMETRIC))
    assert found == {"a": pytest.approx(60), "b": None, "c": pytest.approx(90)}


@on_every_engine
def test_a_zero_in_a_geometric_mean_with_a_floor_is_the_floor(kind: str) -> None:
    by = framework(rules=evolve(GEOMETRIC, floor=1))
    found = overall(kind, {"unit": ["a"], "x": [0.0], "y": [100.0]}, by)
    assert found == {"a": pytest.approx(10)}


@on_every_engine
def test_names_of_nodes_may_hold_full_stops(kind: str) -> None:
    component = synthetic.framework().components[0]
    by = evolve(framework(measure("a.one", component="a")), components=(component,))
    row = scored(kind, {"unit": ["u"], "a.one": [40.0]}, by)["u"]
    assert (row["overall"], row["a"], row["a.rank"], row["a.one"]) == (40, 40, 1, 40)


@on_every_engine
def test_an_empty_table_stays_empty(kind: str) -> None:
    empty = pa.table({name: pa.array([], pa.float64()) for name in ("x", "y")} | {"unit": pa.array([], pa.string())})
    assert rows_of(score_table(frame_of(kind, empty), framework(), units=("unit",))) == []
