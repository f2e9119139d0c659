"""Tables of units scored by a framework, on the engine that holds them; a lazy engine stays lazy.

A table is wide (a column for each indicator) or long (columns `indicator` and `value`). Rules that a lazy engine cannot
express are refused before anything runs.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import narwhals as nw

from maturity.calculation.aggregation import HAIR, Child, join
from maturity.calculation.columns import Columns, EngineError
from maturity.calculation.normalisation import normalise
from maturity.calculation.numbers import ZeroError
from maturity.calculation.plan import Join, Plan, plan
from maturity.framework import Framework, Indicator
from maturity.rules import Band, Normalisation

T = TypeVar("T")
Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]

LONG = ("indicator", "value")
"""Columns that make a table long."""


class TableError(ValueError):
    """A table does not fit the framework; the message names the columns or units."""


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
    table: Frame = nw.from_native(frame)
    renamed = {column: id for column, id in (columns or {}).items() if column != id}
    table = _rename(table, renamed, units)
    if period is not None and period not in units:
        raise TableError(f"the period '{period}' is none of the columns that name a unit")
    if set(LONG) <= set(table.collect_schema().names()):
        table = _widen(table, framework, units)
    table = _named_by_id(table, framework, units)
    _check_units(table, units)
    steps = plan(framework)
    algebra = Columns(str(table.implementation.value), period)
    scored = _score(table, framework, steps, algebra)
    _check_zeros(scored, steps, units)
    result = scored.select(*units, *_results(framework, steps, algebra, ranks=ranks, applies=applies))
    native: T = result.to_native()
    return native


def unclaimed(names: Sequence[str], framework: Framework, *, units: Sequence[str]) -> tuple[str, ...]:
    """Columns that neither name a unit nor belong to an indicator."""
    claimed = {*units, *LONG, *(name for each in framework.indicators for name in names_of(each))}
    claimed |= {each.per.column for each in framework.indicators if each.per}
    return tuple(name for name in names if name not in claimed)


def names_of(indicator: Indicator) -> tuple[str, ...]:
    """The names that a column of the indicator may bear."""
    return (indicator.id, *indicator.columns)


def _rename(table: Frame, renamed: Mapping[str, str], units: Sequence[str]) -> Frame:
    names = table.collect_schema().names()
    absent = [column for column in (*renamed, *units) if column not in names]
    if absent:
        raise TableError(f"the table has no column '{absent[0]}' (columns: {', '.join(names)})")
    twice = [id for id in renamed.values() if id in names and id not in renamed]
    if twice or len(set(renamed.values())) < len(renamed):
        raise TableError(f"two columns for '{(twice or list(renamed.values()))[0]}'")
    return table.rename(dict(renamed)) if renamed else table


def _widen(table: Frame, framework: Framework, units: Sequence[str]) -> Frame:
    """A long table with a column for each indicator."""
    wanted = {each.per.column: [each.per.column] for each in framework.indicators if each.per}
    wanted |= {each.id: list(names_of(each)) for each in framework.indicators}
    if isinstance(table, nw.DataFrame):
        return _pivoted(table, {name: id for id, names in wanted.items() for name in names}, units)
    found = {id: nw.when(nw.col("indicator").is_in(names)).then(nw.col("value")) for id, names in wanted.items()}
    if table.implementation.is_dask():
        picked = table.with_columns(*(value.alias(id) for id, value in found.items()))
        return picked.group_by(*units).agg(*(nw.col(id).max() for id in found))
    return table.group_by(*units).agg(*(value.max().alias(id) for id, value in found.items()))


def _pivoted(table: nw.DataFrame[Any], ids: Mapping[str, str], units: Sequence[str]) -> nw.DataFrame[Any]:
    """A long table with a column for each of *ids*, all missing where the table does not name it."""
    indicator = nw.col("indicator")
    narrow = table.filter(indicator.is_in(list(ids))).select(*units, *LONG)
    narrow = narrow.with_columns(indicator.cast(nw.String).replace_strict(list(ids), list(ids.values())))
    keys = narrow.select(*units, "indicator")
    twice = keys.filter(keys.is_duplicated())
    if len(twice):
        *unit, id = twice.row(0)
        raise TableError(f"the unit {_unit(unit)} has two values for '{id}'")
    if narrow.implementation.is_pyarrow():
        pivoted: nw.DataFrame[Any] = nw.from_native(
            _pivoted_arrow(narrow.to_native(), list(dict.fromkeys(ids.values())), units)
        )
        return pivoted
    wide = narrow.pivot("indicator", index=list(units), values="value")
    absent = [id for id in dict.fromkeys(ids.values()) if id not in wide.columns]
    return wide.with_columns(nw.lit(None, dtype=narrow.schema["value"]).alias(id) for id in absent)


def _pivoted_arrow(narrow: Any, ids: list[str], units: Sequence[str]) -> Any:  # noqa: ANN401
    """Arrow can pivot, which narwhals does not know yet."""
    from pyarrow.compute import PivotWiderOptions

    aggregation = (list(LONG), "pivot_wider", PivotWiderOptions(key_names=ids))
    wide = narrow.group_by(list(units), use_threads=False).aggregate([aggregation])
    values = wide.column("indicator_value_pivot_wider").combine_chunks().flatten()
    for id, value in zip(ids, values, strict=True):
        wide = wide.append_column(id, value)
    return wide


def _named_by_id(table: Frame, framework: Framework, units: Sequence[str]) -> Frame:
    """The unit columns and a column for each indicator, under its id; denominators beside them."""
    names = table.collect_schema().names()
    picked = []
    for indicator in framework.indicators:
        found = [name for name in names_of(indicator) if name in names]
        if not found:
            raise TableError(f"the table has no column for '{indicator.id}' ({' or '.join(names_of(indicator))})")
        if len(found) > 1:
            raise TableError(f"two columns for '{indicator.id}': {found[0]} and {found[1]}")
        picked.append(nw.col(found[0]).alias(indicator.id))
    others = {each.per.column for each in framework.indicators if each.per} - {each.id for each in framework.indicators}
    absent = sorted(others - set(names))
    if absent:
        raise TableError(f"the table has no column '{absent[0]}', which a measure is divided by")
    return table.select(*units, *picked, *(nw.col(name) for name in sorted(others)))


def _check_units(table: Frame, units: Sequence[str]) -> None:
    if isinstance(table, nw.DataFrame):
        named = table.select(*units)
        twice = named.filter(named.is_duplicated())
        if len(twice):
            raise TableError(f"the unit {_unit(twice.row(0))} stands twice")


def _unit(row: Sequence[object]) -> str:
    return ", ".join(str(each) for each in row)


def _score(table: Frame, framework: Framework, steps: Plan, algebra: Columns) -> Frame:
    schema = table.collect_schema()
    table = table.with_columns(*_leaves(framework, algebra, schema))
    for tier in steps.tiers:
        table = table.with_columns(*(column for each in tier for column in _joined(each, framework, algebra)))
    return table


def _leaves(framework: Framework, algebra: Columns, schema: Mapping[str, nw.dtypes.DType]) -> Iterator[nw.Expr]:
    denominators = {each.per.column for each in framework.indicators if each.per}
    figures = {name: _figure(name, framework, schema) for name in denominators}
    for indicator in framework.indicators:
        raw = nw.col(indicator.id)
        if indicator.kind == "checklist":
            points = _answered(indicator, schema)
        else:
            points = _figure(indicator.id, framework, schema)
            if indicator.kind == "rubric":
                points = _rated(points, framework)
            if indicator.per:
                share = algebra.divide(points, figures[indicator.per.column])
                points = algebra.multiply(share, algebra.number(indicator.per.times))
            says = indicator.normalise or Normalisation()
            low, high = framework.range.low, framework.range.high
            points = normalise(algebra, points, says, node=indicator.id, lowest=low, highest=high)
        yield points.alias(indicator.id)
        yield _applies(raw, framework, schema[indicator.id]).alias(_applies_name(indicator.id))


def _figure(name: str, framework: Framework, schema: Mapping[str, nw.dtypes.DType]) -> nw.Expr:
    """A column as numbers; sentinels and not-a-numbers are missing."""
    column = nw.col(name)
    sentinels = (*framework.sentinels.missing, *framework.sentinels.not_applicable)
    if schema[name] == nw.String:
        text = column.str.strip_chars()
        known = ~text.is_in(["", *sentinels])
        return nw.when(known).then(text).cast(nw.Float64)
    number = column.cast(nw.Float64)
    codes = [code for each in sentinels if (code := _code(each)) is not None]
    known = ~number.is_nan()
    if codes:
        known = known & ~number.is_in(codes)
    return nw.when(known).then(number)


def _applies(raw: nw.Expr, framework: Framework, kind: nw.dtypes.DType) -> nw.Expr:
    sentinels = framework.sentinels.not_applicable
    if kind == nw.String:
        found = raw.str.strip_chars().is_in(list(sentinels))
    else:
        codes = [code for each in sentinels if (code := _code(each)) is not None]
        found = raw.cast(nw.Float64).is_in(codes)
    if not sentinels:
        return nw.lit(True)
    return nw.when(found).then(nw.lit(False)).otherwise(nw.lit(True))


def _code(sentinel: str) -> float | None:
    try:
        return float(sentinel)
    except ValueError:
        return None


def _answered(indicator: Indicator, schema: Mapping[str, nw.dtypes.DType]) -> nw.Expr:
    column = nw.col(indicator.id)
    text = column.str.strip_chars() if schema[indicator.id] == nw.String else column.cast(nw.String)
    points: nw.Expr = nw.lit(None, dtype=nw.Float64)
    for each in indicator.answers:
        points = nw.when(text == each.answer).then(nw.lit(each.points, dtype=nw.Float64)).otherwise(points)
    return points


def _rated(level: nw.Expr, framework: Framework) -> nw.Expr:
    points: nw.Expr = nw.lit(None, dtype=nw.Float64)
    for each in framework.scale:
        points = nw.when(level == each.value).then(nw.lit(each.points, dtype=nw.Float64)).otherwise(points)
    return points


def _joined(step: Join, framework: Framework, algebra: Columns) -> Iterator[nw.Expr]:
    leaves = {each.id for each in framework.indicators}
    children = [
        Child(
            weight,
            nw.col(id),
            nw.col(_applies_name(id)),
            _presence(id, algebra) if id in leaves else nw.col(_coverage_name(id)),
        )
        for id, weight in step.children
    ]
    found = join(algebra, children, step.rules, node=step.id, highest=framework.range.high)
    yield found.score.alias(step.id)
    yield found.applies.alias(_applies_name(step.id))
    yield found.coverage.alias(_coverage_name(step.id))


def _presence(id: str, algebra: Columns) -> nw.Expr:
    return algebra.choose(algebra.present(nw.col(id)), algebra.number(1), algebra.number(0))


def _check_zeros(table: Frame, steps: Plan, units: Sequence[str]) -> None:
    if not isinstance(table, nw.DataFrame):
        return
    for id, child in list_zero_risks(steps):
        fallen = table.filter(nw.col(child) <= 0)
        if len(fallen):
            unit = _unit(fallen.select(*units).row(0))
            message = f"'{id}' for {unit}: '{child}' is {fallen[child][0]:g}, and the mean has no floor"
            raise ZeroError(message)


_NEED_ABOVE_ZERO = ("weighted-geometric-mean", "weighted-harmonic-mean")


def list_zero_risks(steps: Plan) -> Iterator[tuple[str, str]]:
    """Nodes with a geometric or harmonic mean and no floor, each with a child that must stay above 0."""
    for tier in steps.tiers:
        for each in tier:
            if each.rules.floor is None and each.rules.aggregation in _NEED_ABOVE_ZERO:
                yield from ((each.id, child) for child, weight in each.children if weight > 0)


def _results(framework: Framework, steps: Plan, algebra: Columns, *, ranks: bool, applies: bool) -> Iterator[nw.Expr]:
    leaves = {each.id for each in framework.indicators}
    for id in steps.order:
        yield nw.col(id)
        if applies:
            yield nw.col(_applies_name(id))
        if id in leaves:
            continue
        yield nw.col(_coverage_name(id))
        if ranks:
            rank = algebra.over_units(nw.col(id).round(_TIE), "rank", panel=False, node=id)
            yield rank.alias(f"{id}.rank")
        bands = framework.bands_of(id)
        if bands:
            yield _band(nw.col(id), bands).alias(f"{id}.band")


_TIE = 9
"""Decimals by which scores are ranked: what the order of a sum changes is no lead."""


def _band(score: nw.Expr, bands: tuple[Band, ...]) -> nw.Expr:
    name: nw.Expr = nw.lit(None, dtype=nw.String)
    for each in bands:
        name = nw.when(score >= each.lower - HAIR).then(nw.lit(str(each.name))).otherwise(name)
    return name


def _applies_name(id: str) -> str:
    return f"{id}.applies"


def _coverage_name(id: str) -> str:
    return f"{id}.coverage"


__all__ = ["EngineError", "TableError", "ZeroError", "names_of", "score_table", "unclaimed"]
