"""Tables of units scored by a framework, on the engine that holds them; a lazy engine stays lazy.

A table is wide (a column for each indicator) or long (columns `indicator` and `value`). Rules that a lazy engine cannot
express are refused before anything runs.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import narwhals as nw
from attrs import frozen

from maturity.calculation.aggregation import HAIR, Child, join
from maturity.calculation.columns import Columns, Condition, EngineError, Value, as_column
from maturity.calculation.dask_frames import STATISTICS, DaskTable, Statistic
from maturity.calculation.figures import applies_name, rated, with_figures
from maturity.calculation.normalisation import normalise
from maturity.calculation.numbers import ZeroError
from maturity.calculation.plan import Plan, plan
from maturity.calculation.shape import Frame, TableError, plain, refuse_twice, unclaimed, wide_table
from maturity.framework import Framework, Indicator
from maturity.rules import Band, Normalisation

T = TypeVar("T")


def score_table(
    frame: T,
    framework: Framework,
    *,
    units: Sequence[str],
    period: str | None = None,
    columns: Mapping[str, str] | None = None,
    ranks: bool = True,
    applies: bool = False,
) -> T:
    """One row for each unit of *frame*: the unit columns, then for each node its score, coverage, rank and band.

    Columns are named `<id>`, `<id>.coverage`, `<id>.rank` (1 is the highest score; ties share the best rank) and
    `<id>.band`; indicators have `<id>` alone. The frame comes back as it came: pandas, Polars, PyArrow, DuckDB, and on
    a cluster PySpark or Dask. *units* are the columns that name a unit. *period* is one of them, such as the year:
    units are compared and ranked within it. *columns* maps columns of the frame to ids of indicators. *applies*
    keeps a column `<id>.applies` for each node as well.

    On a lazy engine nothing can be raised before the frame runs: there a geometric or harmonic mean that meets a score
    of 0 and has no floor is left without a score.

    Raises:
        TableError: A column is missing or stands twice, or a unit stands twice (where the engine is not lazy).
        ZeroError: A geometric or harmonic mean met a score of 0, and its rules have no floor.
        EngineError: The engine cannot express a rule.
    """
    if period is not None and period not in units:
        raise TableError(f"the period '{period}' is none of the columns that name a unit")
    table: Frame = DaskTable(frame) if nw.dependencies.is_dask_dataframe(frame) else nw.from_native(frame)
    table = wide_table(table, framework, units, columns or {})
    keys = [plain(each) for each in units]
    if isinstance(table, nw.DataFrame):
        refuse_twice(table.select(*keys, nw.lit("").alias("twice")), "the unit {unit} stands twice")
    steps = plan(framework)
    algebra = Columns(str(table.implementation.value), plain(period) if period else None)
    scored = _score(table, framework, steps, algebra)
    _check_zeros(scored.table, steps, keys)
    named = [nw.col(plain(each)).alias(each) for each in units]
    made = _results(framework, steps, algebra, ranks=ranks, applies=scored.applies if applies else {})
    native: T = scored.table.select(*named, *made).to_native()
    return native


@frozen
class _Scored:
    """A table with all scores, and where each node applies: everywhere, or where its column says so."""

    table: Frame
    applies: Mapping[str, Condition]


def _score(table: Frame, framework: Framework, steps: Plan, algebra: Columns) -> _Scored:
    table, applies = with_figures(table, framework)
    algebra.joins_statistics = not isinstance(table, nw.DataFrame) and algebra.engine != "polars"
    points = dict(each for indicator in framework.indicators for each in _points(indicator, framework, algebra))
    table = _with_stages(table, algebra, points)
    algebra.joins_statistics = isinstance(table, DaskTable)
    leaves = {each.id for each in framework.indicators}
    for tier in steps.tiers:
        columns: dict[str, nw.Expr] = {}
        for step in tier:
            children = [_child(id, weight, applies[id], is_leaf=id in leaves) for id, weight in step.children]
            algebra.begin()
            found = join(algebra, children, step.rules, node=step.id, highest=framework.range.high)
            columns[plain(step.id)] = as_column(found.score)
            columns[_coverage_name(step.id)] = as_column(found.coverage)
            applies[step.id] = found.applies
            if isinstance(found.applies, nw.Expr):
                columns[applies_name(step.id)] = found.applies
                applies[step.id] = nw.col(applies_name(step.id))
        table = _with_stages(table, algebra, columns)
    return _Scored(table, applies)


def _child(id: str, weight: float, applies: Condition, *, is_leaf: bool) -> Child[Value, Condition]:
    return Child(weight, nw.col(plain(id)), applies, None if is_leaf else nw.col(_coverage_name(id)))


def _with_stages(table: Frame, algebra: Columns, columns: Mapping[str, nw.Expr]) -> Frame:
    """The table with more columns; what was made on the way to them is dropped: DuckDB is slow on wide tables."""
    named = [value.alias(name) for name, value in columns.items()]
    kept = [nw.col(name) for name in table.collect_schema().names() if name not in columns]
    if not algebra.stages:
        return table.with_columns(*named) if named else table
    for stage in algebra.take_stages():
        table = _with_statistics(table, stage.statistics) if stage.statistics else table
        table = table.with_columns(*stage.columns) if stage.columns else table
    return table.select(*kept, *named)


def _with_statistics(table: Frame, statistics: Sequence[Statistic]) -> Frame:
    """The table with statistics of all its rows, the same in every row."""
    if isinstance(table, DaskTable):
        return table.with_statistics(statistics)
    made = table.select(*(STATISTICS[each.kind](each.value).alias(each.name) for each in statistics))
    joined: Frame = table.join(made, how="cross")  # type: ignore[arg-type]
    return joined


def _points(indicator: Indicator, framework: Framework, algebra: Columns) -> Iterator[tuple[str, nw.Expr]]:
    """The column of the indicator's points, made of its figures; nothing where those are the points."""
    id = plain(indicator.id)
    if indicator.kind == "rubric":
        yield id, rated(nw.col(id), framework)
    if indicator.kind != "measure" or not (indicator.per or indicator.normalise):
        return
    algebra.begin()
    value: Value = nw.col(id)
    if indicator.per:
        share = algebra.divide(value, nw.col(plain(indicator.per.column)))
        [value] = algebra.keep([algebra.multiply(share, algebra.number(indicator.per.times))])
    says = indicator.normalise or Normalisation()
    low, high = framework.range.low, framework.range.high
    points = normalise(algebra, value, says, node=indicator.id, lowest=low, highest=high)
    yield id, as_column(points)


def _check_zeros(table: Frame, steps: Plan, units: Sequence[str]) -> None:
    if not isinstance(table, nw.DataFrame):
        return
    for id, child in list_zero_risks(steps):
        fallen = table.filter(nw.col(plain(child)) <= 0)
        if len(fallen):
            unit = ", ".join(str(each) for each in fallen.select(*units).row(0))
            message = f"'{id}' for {unit}: '{child}' is {fallen[plain(child)][0]:g}, and the mean has no floor"
            raise ZeroError(message)


_NEED_ABOVE_ZERO = ("weighted-geometric-mean", "weighted-harmonic-mean")


def list_zero_risks(steps: Plan) -> Iterator[tuple[str, str]]:
    """Nodes with a geometric or harmonic mean and no floor, each with a child that must stay above 0."""
    for tier in steps.tiers:
        for each in tier:
            if each.rules.floor is None and each.rules.aggregation in _NEED_ABOVE_ZERO:
                yield from ((each.id, child) for child, weight in each.children if weight > 0)


def _results(
    framework: Framework, steps: Plan, algebra: Columns, *, ranks: bool, applies: Mapping[str, Condition]
) -> Iterator[nw.Expr]:
    leaves = {each.id for each in framework.indicators}
    for id in steps.order:
        score = nw.col(plain(id))
        yield score.alias(id)
        if id in applies:
            yield as_column(applies[id]).alias(f"{id}.applies")
        if id in leaves:
            continue
        yield nw.col(_coverage_name(id)).alias(f"{id}.coverage")
        if ranks:
            rank = algebra.over_units(score.round(_TIE), "rank", panel=False, node=id)
            yield as_column(rank).alias(f"{id}.rank")
        bands = framework.bands_of(id)
        if bands:
            yield _band(score, bands).alias(f"{id}.band")


_TIE = 9
"""Decimals by which scores are ranked: what the order of a sum changes is no lead."""


def _band(score: nw.Expr, bands: tuple[Band, ...]) -> nw.Expr:
    name: nw.Expr = nw.lit(None, dtype=nw.String)
    for each in bands:
        name = nw.when(score >= each.lower - HAIR).then(nw.lit(str(each.name))).otherwise(name)
    return name


def _coverage_name(id: str) -> str:
    return f"{plain(id)} coverage"


__all__ = ["EngineError", "TableError", "ZeroError", "score_table", "unclaimed"]
