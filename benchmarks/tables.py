"""What scoring a table costs beyond the same columns written by hand for the same engine."""

import sys
from collections.abc import Callable
from random import Random
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
from attrs import frozen

from maturity.calculation.tables import score_table
from maturity.framework import Component, Framework, Indicator
from maturity.rules import Normalisation, Rules, Spread
from maturity.text import Text
from measuring import Measured, run_in_turn

RUNS = 7
SMALL = ((51, 49), (200, 100))
LARGE = (10_000, 100)
TIE = 9


def text(words: str) -> Text:
    return Text(original=words)


def group_of(place: int, groups: int) -> str:
    return f"g{place % groups}"


def weight_of(place: int) -> float:
    return 1 + place % 3


def framework(indicators: int, groups: int = 8) -> Framework:
    """As ASEM: indicators by min–max in groups, the groups in two halves, the halves in one."""
    halves = [Component(id=f"h{half}", label=text("half")) for half in range(2)]
    inner = [Component(id=f"g{each}", component=f"h{each % 2}", label=text("group")) for each in range(groups)]
    leaves = [
        Indicator(
            id=f"i{place}",
            component=group_of(place, groups),
            label=text("indicator"),
            kind="measure",
            weight=weight_of(place),
            normalise=Normalisation(method="min-max", direction="lower" if place % 4 == 0 else "higher"),
        )
        for place in range(indicators)
    ]
    return Framework(
        id="bench",
        version="1",
        title=text("Benchmark"),
        based_on="nothing",
        note=text("Made for measuring."),
        language="en",
        range=Spread(low=0, high=100),
        rules=Rules(),
        components=(*halves, *inner),
        indicators=tuple(leaves),
    )


def units_table(units: int, indicators: int) -> pl.DataFrame:
    random = Random(1)
    columns = {
        f"i{place}": [random.uniform(0, 100) if random.random() > 0.1 else None for _ in range(units)]
        for place in range(indicators)
    }
    return pl.DataFrame({"unit": [f"u{place}" for place in range(units)], **columns})


@frozen
class Node:
    """A node as someone who writes it by hand sees it."""

    id: str
    children: tuple[tuple[str, float], ...]
    are_leaves: bool = False


def tiers(indicators: int, groups: int = 8) -> list[list[Node]]:
    lowest = [
        Node(
            f"g{each}",
            tuple((f"i{place}", weight_of(place)) for place in range(indicators) if place % groups == each),
            are_leaves=True,
        )
        for each in range(groups)
    ]
    halves = [
        Node(f"h{half}", tuple((f"g{each}", 1.0) for each in range(groups) if each % 2 == half)) for half in range(2)
    ]
    return [lowest, halves, [Node("overall", (("h0", 1.0), ("h1", 1.0)))]]


def ordered(indicators: int) -> list[tuple[str, bool]]:
    """Every node from the root down, and whether it is inner."""
    found = [("overall", True)]
    for half in (0, 1):
        found.append((f"h{half}", True))
        for each in range(half, 8, 2):
            found.append((f"g{each}", True))
            found += [(f"i{place}", False) for place in range(each, indicators, 8)]
    return found


def by_hand(frame: Any, indicators: int, library: Any) -> Any:  # noqa: ANN401
    """The same columns in the expressions of narwhals or of Polars, which are all but the same."""
    col, when = library.col, library.when
    points = []
    for place in range(indicators):
        value = col(f"i{place}")
        low, high = value.min(), value.max()
        away = high - value if place % 4 == 0 else value - low
        points.append(when(high != low).then(away / (high - low) * 100).alias(f"i{place}"))
    frame = frame.with_columns(*points)
    for tier in tiers(indicators):
        frame = frame.with_columns(*(each for node in tier for each in node_by_hand(node, library)))
    return frame.select("unit", *(each for id, inner in ordered(indicators) for each in shown(id, inner, library)))


def node_by_hand(node: Node, library: Any) -> list[Any]:  # noqa: ANN401
    col, when = library.col, library.when
    total = sum(weight for _, weight in node.children)
    there = library.sum_horizontal(*(when(~col(id).is_null()).then(weight) for id, weight in node.children))
    above = library.sum_horizontal(*(col(id) * weight for id, weight in node.children))
    covered = there
    if not node.are_leaves:
        covered = library.sum_horizontal(*(col(f"{id}.coverage") * weight for id, weight in node.children))
    score = when(there > 0).then(above / there)
    return [score.alias(node.id), (covered / total).alias(f"{node.id}.coverage")]


def shown(id: str, inner: bool, library: Any) -> list[Any]:  # noqa: ANN401
    score = library.col(id)
    if not inner:
        return [score]
    rank = score.round(TIE).rank("min", descending=True).alias(f"{id}.rank")
    return [score, library.col(f"{id}.coverage"), rank]


def sql_by_hand(table: str, indicators: int) -> str:
    """The same columns in DuckDB's SQL."""
    leaves = [f"i{place}" for place in range(indicators)]
    ends = ", ".join(f"min({id}) AS lo_{id}, max({id}) AS hi_{id}" for id in leaves)
    points = ", ".join(
        f"({f'hi_{id} - {id}' if place % 4 == 0 else f'{id} - lo_{id}'}) / nullif(hi_{id} - lo_{id}, 0) * 100 AS {id}"
        for place, id in enumerate(leaves)
    )
    steps = [f"points AS (SELECT unit, {points} FROM {table} CROSS JOIN (SELECT {ends} FROM {table}))"]
    before = "points"
    for number, tier in enumerate(tiers(indicators)):
        made = ", ".join(node_in_sql(node) for node in tier)
        steps.append(f"tier{number} AS (SELECT *, {made} FROM {before})")
        before = f"tier{number}"
    columns = ", ".join(shown_in_sql(id, inner) for id, inner in ordered(indicators))
    return f"WITH {', '.join(steps)} SELECT unit, {columns} FROM {before}"


def node_in_sql(node: Node) -> str:
    total = sum(weight for _, weight in node.children)
    there = " + ".join(f"CASE WHEN {id} IS NULL THEN 0 ELSE {weight} END" for id, weight in node.children)
    above = " + ".join(f"coalesce({id} * {weight}, 0)" for id, weight in node.children)
    covered = there if node.are_leaves else " + ".join(f'"{id}.coverage" * {weight}' for id, weight in node.children)
    return f'({above}) / nullif({there}, 0) AS {node.id}, ({covered}) / {total} AS "{node.id}.coverage"'


def shown_in_sql(id: str, inner: bool) -> str:
    if not inner:
        return id
    rank = f"CASE WHEN {id} IS NOT NULL THEN rank() OVER (ORDER BY round({id}, {TIE}) DESC NULLS LAST) END"
    return f'{id}, "{id}.coverage", {rank} AS "{id}.rank"'


def measure_tables() -> list[Measured]:
    return [*map(_measure_small, SMALL), *_measure_large(), _measure_growth("polars"), _measure_growth("duckdb")]


def _measure_small(size: tuple[int, int]) -> Measured:
    units, indicators = size
    table, by = units_table(units, indicators), framework(indicators)

    def hand() -> object:
        return by_hand(nw.from_native(table), indicators, nw).to_native()

    def ours() -> pl.DataFrame:
        return score_table(table, by, units=("unit",))

    check_equal(ours(), hand())
    seconds, least = run_in_turn(ours, hand, RUNS)
    return Measured(
        what=f"`score_table`, {units} × {indicators}",
        against="narwhals expressions by hand",
        seconds=seconds,
        least=least,
        bar=2,
        limit=0.25,
    )


def _measure_large() -> list[Measured]:
    found = []
    for engine in ("polars", "duckdb"):
        ours, hand = prepare(engine, "ours", *LARGE), prepare(engine, "hand", *LARGE)
        check_equal(ours(), hand())
        seconds, least = run_in_turn(ours, hand, 3 * RUNS if engine == "polars" else RUNS)
        found.append(
            Measured(
                what=f"{LARGE[0]:,} × {LARGE[1]} on {engine}",
                against=f"{'expressions' if engine == 'polars' else 'SQL'} by hand",
                seconds=seconds,
                least=least,
                bar=1.5,
            )
        )
    return found


def _measure_growth(engine: str) -> Measured:
    units, indicators = LARGE
    seconds, least = run_in_turn(
        prepare(engine, "ours", 10 * units, indicators), prepare(engine, "ours", units, indicators), 3
    )
    return Measured(what=f"ten times the rows on {engine}", against="the rows", seconds=seconds, least=least, bar=11)


def prepare(engine: str, who: str, units: int, indicators: int) -> Callable[[], pl.DataFrame]:
    """A call that makes the columns, all in memory at the end."""
    table, by = units_table(units, indicators), framework(indicators)
    if engine == "polars":
        if who == "hand":
            return lambda: by_hand(table, indicators, pl)
        return lambda: score_table(table, by, units=("unit",))
    connection = duckdb.connect()
    connection.register("arrow", table.to_arrow())
    connection.execute("CREATE TABLE bench AS SELECT * FROM arrow")
    if who == "hand":
        return lambda: connection.sql(sql_by_hand("bench", indicators)).pl()
    return lambda: score_table(connection.table("bench"), by, units=("unit",)).pl()


def check_equal(ours: Any, hand: Any) -> None:  # noqa: ANN401
    """The same columns with the same numbers, or there is nothing to compare."""
    ours, hand = ours.sort("unit"), hand.sort("unit")
    if ours.columns != hand.columns:
        sys.exit(f"other columns by hand: {set(ours.columns) ^ set(hand.columns)}")
    for name in ours.columns[1:]:
        off = (ours[name].cast(pl.Float64) - hand[name].cast(pl.Float64)).abs().max()
        if ours[name].is_null().sum() != hand[name].is_null().sum() or (off is not None and off > 1e-9):
            sys.exit(f"'{name}' is off by {off} from what was written by hand")
