"""Tables of units scored by a framework, on the engine that holds them; a lazy engine stays lazy.

A table is wide (a column for each indicator) or long (columns `indicator` and `value`). Rules that a lazy engine cannot
express are refused before anything runs.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import narwhals as nw
from attrs import frozen

from maturity.calculation.aggregation import Child, join
from maturity.calculation.columns import Columns, Condition, Value, is_column
from maturity.calculation.figures import applies_name, rated, with_figures
from maturity.calculation.frames import open_table
from maturity.calculation.normalisation import normalise
from maturity.calculation.numbers import HAIR, TableError, ZeroError
from maturity.calculation.plan import Plan, plan
from maturity.calculation.refusals import refuse_cells
from maturity.calculation.shape import made, plain, refuse_twice, wide_table, with_names
from maturity.calculation.words import Expr, Table, Words
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
) -> T:
    """One row for each unit of *frame*: the unit columns, then for each node its score, coverage, rank and band.

    Columns are named `<id>`, `<id>.coverage`, `<id>.rank` (1 is the highest score; ties share the best rank) and
    `<id>.band`; indicators have `<id>` alone. The frame comes back as it came: pandas, Polars, PyArrow, DuckDB, and on
    a cluster PySpark or Dask. *units* are the columns that name a unit. *period* is one of them, such as the year:
    units are compared and ranked within it. *columns* maps columns of the frame to ids of indicators.

    On a lazy engine nothing can be raised before the frame runs: there an answer or level that is none, an infinite
    number, and a geometric or harmonic mean that meets a score of 0 and has no floor, are left without a score.

    Raises:
        TableError: A column is missing or stands twice, or, where the engine is not lazy, a unit stands twice or a cell
            is no number, no level or no answer.
        ZeroError: A geometric or harmonic mean met a score of 0, and its rules have no floor.
        EngineError: The engine cannot express a rule.
    """
    native: T = score_units(frame, framework, units=units, period=period, columns=columns).to_native(ranks=ranks)
    return native


@frozen
class ScoredUnits:
    """Units with all scores, and where each node applies: everywhere, or where its column says so."""

    table: Table
    applies: Mapping[str, Condition]
    framework: Framework
    units: Sequence[str]
    algebra: Columns

    def to_native(self, *, ranks: bool = True, applies: bool = False) -> Any:  # noqa: ANN401
        """The engine's frame, its columns named as in `score_table`; with *applies*, `<id>.applies` too."""
        named = [self.table.words.col(plain(each)).alias(each) for each in self.units]
        return self.table.select([*named, *_results(self, ranks=ranks, applies=applies)]).to_native()


def score_units(
    frame: object,
    framework: Framework,
    *,
    units: Sequence[str],
    period: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> ScoredUnits:
    """The units of *frame* scored, before it is said which columns are wanted; see `score_table`."""
    if period is not None and period not in units:
        raise TableError(f"the period '{period}' is none of the columns that name a unit")
    try:
        table = open_table(frame)
        framework, columns = with_names(framework, columns or {}, list(table.schema()))
        table = wide_table(table, framework, units, columns)
    except nw.exceptions.DuplicateError as error:
        raise TableError(" ".join(str(error).split())) from None
    keys = [plain(each) for each in units]
    if table.eager is not None:
        refuse_cells(table.eager, framework, units)
        refuse_twice(table.eager.select(*keys, nw.lit("").alias(made("", "twice"))), "the unit {unit} stands twice")
    steps = plan(framework)
    within = plain(period) if period else None
    algebra = Columns(table.engine, within, words=table.words, joins_statistics=table.joins_statistics)
    table, applies = _score(table, framework, steps, algebra)
    _check_zeros(table.eager, steps, keys)
    return ScoredUnits(table, applies, framework, units, algebra)


def _score(table: Table, framework: Framework, steps: Plan, algebra: Columns) -> tuple[Table, Mapping[str, Condition]]:
    table, applies = with_figures(table, framework)
    points = dict(each for indicator in framework.indicators for each in _points(indicator, framework, algebra))
    table = _with_stages(table, algebra, points)
    leaves = {each.id for each in framework.indicators}
    for tier in steps.tiers:
        columns: dict[str, Expr] = {}
        for step in tier:
            children = [_child(each, applies, table.words, is_leaf=each[0] in leaves) for each in step.children]
            algebra.begin()
            found = join(algebra, children, step.rules, node=step.id, highest=framework.range.high)
            columns[plain(step.id)] = algebra.as_column(found.score)
            columns[_coverage_name(step.id)] = algebra.as_column(found.coverage)
            applies[step.id] = found.applies
            if is_column(found.applies):
                columns[applies_name(step.id)] = found.applies
                applies[step.id] = table.words.col(applies_name(step.id))
        table = _with_stages(table, algebra, columns)
    return table, applies


def _child(
    child: tuple[str, float], applies: Mapping[str, Condition], words: Words, *, is_leaf: bool
) -> Child[Value, Condition]:
    id, weight = child
    return Child(weight, words.col(plain(id)), applies[id], None if is_leaf else words.col(_coverage_name(id)))


def _with_stages(table: Table, algebra: Columns, columns: Mapping[str, Expr]) -> Table:
    """The table with more columns; what was made on the way to them is dropped."""
    named = [value.alias(name) for name, value in columns.items()]
    kept = [table.words.col(name) for name in table.schema() if name not in columns]
    if not algebra.stages:
        return table.with_columns(named) if named else table
    for stage in algebra.take_stages():
        table = table.with_statistics(stage.statistics) if stage.statistics else table
        table = table.with_columns(stage.columns) if stage.columns else table
    return table.select([*kept, *named])


def _points(indicator: Indicator, framework: Framework, algebra: Columns) -> Iterator[tuple[str, Expr]]:
    """The column of the indicator's points, made of its figures; nothing where those are the points."""
    id = plain(indicator.id)
    if indicator.kind == "rubric":
        yield id, rated(algebra.words, id, framework)
    if indicator.kind != "measure" or not (indicator.per or indicator.normalise):
        return
    algebra.begin()
    value: Value = algebra.words.col(id)
    if indicator.per:
        share = algebra.divide(value, algebra.words.col(plain(indicator.per.column)))
        [value] = algebra.keep([algebra.multiply(share, algebra.number(indicator.per.times))])
    says = indicator.normalise or Normalisation()
    low, high = framework.range.low, framework.range.high
    points = normalise(algebra, value, says, node=indicator.id, lowest=low, highest=high)
    yield id, algebra.as_column(points)


def _check_zeros(table: nw.DataFrame[Any] | None, steps: Plan, units: Sequence[str]) -> None:
    if table is None:
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


def _results(scored: ScoredUnits, *, ranks: bool, applies: bool) -> Iterator[Expr]:
    algebra, framework = scored.algebra, scored.framework
    leaves = {each.id for each in framework.indicators}
    for id in plan(framework).order:
        score = algebra.words.col(plain(id))
        yield score.alias(id)
        if applies:
            yield algebra.as_column(scored.applies[id]).alias(f"{id}.applies")
        if id in leaves:
            continue
        coverage = algebra.choose(scored.applies[id], algebra.words.col(_coverage_name(id)), None)
        yield algebra.as_column(coverage).alias(f"{id}.coverage")
        if ranks:
            rank = algebra.rank(score.round(_tie_decimals(framework)), node=id)
            yield algebra.as_column(rank).alias(f"{id}.rank")
        bands = framework.bands_of(id)
        if bands:
            yield _band(algebra.words, score, bands).alias(f"{id}.band")


def _tie_decimals(framework: Framework) -> int:
    """Decimals by which scores are ranked: what the order of a sum changes is no lead."""
    digits = len(f"{max(abs(framework.range.low), abs(framework.range.high)):.0f}")
    return max(0, min(9, 13 - digits))


def _band(words: Words, score: Expr, bands: tuple[Band, ...]) -> Expr:
    name = words.lit(None, dtype=words.String)
    for each in bands:
        name = words.when(score >= each.lower - HAIR).then(words.lit(str(each.name))).otherwise(name)
    return name


def _coverage_name(id: str) -> str:
    return made(id, "coverage")
