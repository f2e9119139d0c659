from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import narwhals as nw
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.calculation import sql_words as sql
from maturity.calculation.duckdb_frames import DuckTable
from maturity.calculation.words import Statistic
from tests.calculation.engines import frame_of

NAMES = ("unit", 'a "b"', "社会 保险", "it's", "a.b")
UNITS = pa.table({name: [f"{name} {row}" for row in range(2)] for name in NAMES})
Columns = Mapping[str, Sequence[Any]]


def table(columns: Columns | pa.Table = UNITS) -> DuckTable:
    return DuckTable.of(frame_of("duckdb", columns if isinstance(columns, pa.Table) else pa.table(dict(columns))))


def columns_of(made: DuckTable) -> dict[str, list[Any]]:
    """What the relation holds, column by column."""
    relation = made.to_native()
    return {name: [row[place] for row in relation.fetchall()] for place, name in enumerate(relation.columns)}


def expected(*names: str) -> dict[str, list[str]]:
    return {name: UNITS.column(name).to_pylist() for name in names}


@given(st.lists(st.sampled_from(NAMES), unique=True, min_size=1))
def test_any_columns_can_be_picked_in_any_order(names: list[str]) -> None:
    picked = table().select([sql.col(name) for name in names])
    assert list(columns_of(picked).items()) == list(expected(*names).items())


@given(st.lists(st.sampled_from(NAMES), unique=True), st.lists(st.sampled_from(NAMES), unique=True, min_size=1))
def test_columns_that_are_made_may_bear_the_names_of_those_that_go(stay: list[str], made: list[str]) -> None:
    made = [name for name in made if name not in stay]
    columns = [*map(sql.col, stay), *(sql.lit(name.upper()).alias(name) for name in made)]
    if columns:
        found = columns_of(table().select(columns))
        assert list(found.items()) == [*expected(*stay).items(), *((name, [name.upper()] * 2) for name in made)]


def test_columns_that_are_made_may_stand_between_those_that_stay() -> None:
    unit, last = sql.col("unit"), sql.col("it's")
    found = columns_of(table().select([sql.lit(1).alias("first"), unit, last, sql.lit(2).alias("end")]))
    assert list(found) == ["first", "unit", "it's", "end"]
    assert found == {**expected("unit", "it's"), "first": [1, 1], "end": [2, 2]}


def test_two_columns_can_swap_their_names() -> None:
    swapped = table().select([sql.col("unit").alias("it's"), sql.col("it's").alias("unit")])
    assert columns_of(swapped) == {"it's": expected("unit")["unit"], "unit": expected("it's")["it's"]}


def test_a_column_can_be_picked_twice_under_two_names() -> None:
    twice = table().select([sql.col("unit"), sql.col("unit").alias("again")])
    assert columns_of(twice) == {"unit": ["unit 0", "unit 1"], "again": ["unit 0", "unit 1"]}


def test_picking_all_columns_in_their_order_takes_no_step() -> None:
    assert table().select([sql.col(name) for name in NAMES]).steps == ()


def test_many_columns_that_stay_are_not_named_one_by_one() -> None:
    wide = table({f"c{number}": [number] for number in range(50)})
    kept = [sql.col(name) for name in wide.schema() if name != "c7"]
    [step] = wide.select([*kept, (sql.col("c7") * 2).alias("c7")]).steps
    assert step.startswith('SELECT * EXCLUDE ("c7"), ')
    assert len(step) < 100


def test_few_columns_that_stay_are_named_rather_than_the_many_that_go() -> None:
    wide = table({f"c{number}": [number] for number in range(50)})
    picked = wide.select([sql.col("c3"), sql.col("c7"), (sql.col("c7") * 2).alias("double")])
    assert columns_of(picked) == {"c3": [3], "c7": [7], "double": [14]}
    assert len(picked.steps[0]) < 100


def test_a_table_without_steps_is_the_relation_that_it_came_as() -> None:
    relation = frame_of("duckdb", UNITS)
    assert DuckTable.of(relation).to_native() is relation


def test_steps_are_taken_one_after_the_other() -> None:
    x = sql.col("x")
    made = table({"x": [1, 2]})
    for _ in range(3):
        made = made.with_columns([(x * 10).alias("x"), x.alias("before")])
    assert columns_of(made) == {"x": [1000, 2000], "before": [100, 200]}


def test_a_step_leaves_the_table_before_it_as_it_was() -> None:
    before = table({"x": [1]})
    before.with_columns([sql.lit(2).alias("y")])
    assert columns_of(before) == {"x": [1]}


def test_new_columns_stand_behind_the_others() -> None:
    found = columns_of(table({"x": [1, 2]}).with_columns([(sql.col("x") + 1).alias("y"), sql.lit(0).alias("社 保")]))
    assert list(found.items()) == [("x", [1, 2]), ("y", [2, 3]), ("社 保", [0, 0])]


def test_columns_made_together_see_the_table_before_them() -> None:
    x = sql.col("x")
    found = columns_of(
        table({"x": [1.0], "y": [5.0]}).with_columns([(x + 1).alias("x"), (x + sql.col("y")).alias("z")])
    )
    assert found == {"y": [5], "x": [2], "z": [6]}


def test_all_columns_are_renamed_at_once() -> None:
    names = {name: name.replace(".", "/") for name in NAMES} | {"unit": "社会 保险", "社会 保险": "unit"}
    found = columns_of(table().renamed(names))
    assert list(found.items()) == [(new, expected(old)[old]) for old, new in names.items()]


def test_the_same_names_take_no_step() -> None:
    assert table().renamed({name: name for name in NAMES}).steps == ()


def test_types_are_known_before_anything_runs() -> None:
    given_ = table({"name": ["a"], "x": [1]})
    picked = given_.select([sql.col("x").alias("n"), sql.col("name"), (sql.col("x") / 2).alias("half")])
    assert dict(given_.schema()) == {"name": nw.String(), "x": nw.Int64()}
    assert dict(picked.schema()) == {"n": nw.Int64(), "name": nw.String(), "half": nw.Float64()}
    assert dict(picked.with_columns([sql.lit(1).alias("n")]).schema()) == {
        "name": nw.String(),
        "half": nw.Float64(),
        "n": nw.Float64(),
    }


def test_a_column_keeps_its_type_under_a_name_with_quotes() -> None:
    renamed = table().renamed({name: f'{name} "new"' for name in NAMES})
    assert dict(renamed.schema()) == {f'{name} "new"': nw.String() for name in NAMES}


def test_statistics_of_all_rows_stand_in_every_row() -> None:
    made = table({"x": [1.0, 4.0, None]}).with_statistics(
        [Statistic("most", sql.col("x"), "highest"), Statistic("how many", sql.col("x") * 2, "count")]
    )
    assert columns_of(made) == {"x": [1, 4, None], "most": [4, 4, 4], "how many": [2, 2, 2]}
    assert dict(made.schema()) == {"x": nw.Float64(), "most": nw.Float64(), "how many": nw.Float64()}


def test_the_highest_of_each_group_is_found_by_several_keys() -> None:
    rows = {"unit": ["a", "a", "b"], "社 年": [1, 1, 1], "value": [3.0, 5.0, None]}
    found = table(rows).highest_by(["unit", "社 年"], {"x": sql.col("value"), "y": sql.col("value") * -1})
    assert sorted(found.to_native().fetchall()) == [("a", 1, 5, -3), ("b", 1, None, None)]
    assert dict(found.schema()) == {"unit": nw.String(), "社 年": nw.Int64(), "x": nw.Float64(), "y": nw.Float64()}


def test_two_tables_may_be_worked_on_by_turns() -> None:
    one, other = table({"x": [1]}), table({"x": [10]})
    made = [each.with_columns([(sql.col("x") + 1).alias("y")]) for each in (one, other)]
    natives = [each.to_native() for each in made]
    assert [each.fetchall() for each in natives] == [[(1, 2)], [(10, 11)]]


@pytest.mark.parametrize("name", ["step0", "maturity", "select"])
def test_a_column_may_be_called_as_a_step_is(name: str) -> None:
    made = table({name: [1], "x": [2]}).with_columns([(sql.col(name) + sql.col("x")).alias("sum")])
    assert columns_of(made.select([sql.col("sum")])) == {"sum": [3]}


def test_nothing_runs_before_rows_are_asked_for() -> None:
    failing = table({"x": ["no number"]}).with_columns([sql.col("x").cast(sql.Float64).alias("y")])
    assert list(failing.schema()) == ["x", "y"]
    with pytest.raises(duckdb.ConversionException):
        failing.to_native().fetchall()
