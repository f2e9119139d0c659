"""Tables brought into one shape: a column for each indicator, whatever the data call it."""

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw

from maturity.calculation.dask_frames import DaskTable
from maturity.files.faults import did_you_mean
from maturity.framework import Framework, Indicator

Frame = nw.DataFrame[Any] | nw.LazyFrame[Any] | DaskTable

LONG = ("indicator", "value")
"""Columns that make a table long."""


class TableError(ValueError):
    """A table does not fit the framework; the message names the columns or units."""


def plain(name: str) -> str:
    """A name without full stops, which Spark takes for fields of a structure."""
    return name.replace(".", "/")


def names_of(indicator: Indicator) -> tuple[str, ...]:
    """The names that a column of the indicator may bear."""
    return (indicator.id, *indicator.columns)


def unclaimed(names: Sequence[str], framework: Framework, *, units: Sequence[str]) -> tuple[str, ...]:
    """Columns that neither name a unit nor belong to an indicator."""
    claimed = {*units, *LONG, *(name for each in framework.indicators for name in names_of(each))}
    claimed |= {each.per.column for each in framework.indicators if each.per}
    return tuple(name for name in names if name not in claimed)


def denominators(framework: Framework) -> list[str]:
    """Columns that measures are divided by and that are no indicators themselves."""
    own = {each.id for each in framework.indicators}
    return sorted({each.per.column for each in framework.indicators if each.per} - own)


def wide_table(table: Frame, framework: Framework, units: Sequence[str], columns: Mapping[str, str]) -> Frame:
    """The unit columns and a column for each indicator and denominator; all names are plain.

    Raises:
        TableError: A column is missing or stands twice, or names what it must not name.
    """
    names = table.collect_schema().names()
    renamed = {column: id for column, id in columns.items() if column != id}
    _check_names(names, framework, units, renamed)
    table = _renamed(table, {name: plain(renamed.get(name, name)) for name in names})
    names = [renamed.get(name, name) for name in names]
    if set(LONG) <= set(names):
        return _widened(table, framework, units)
    return table.select(*map(nw.col, map(plain, units)), *_picked(names, framework))


def refuse_twice(keys: nw.DataFrame[Any], said: str) -> None:
    """Refuse rows that stand twice; *said* has a place for the first one.

    Raises:
        TableError: One does.
    """
    twice = keys.filter(keys.is_duplicated())
    if len(twice):
        *unit, last = map(str, twice.row(0))
        raise TableError(said.format(unit=", ".join(unit), last=last))


def _check_names(names: Sequence[str], framework: Framework, units: Sequence[str], renamed: Mapping[str, str]) -> None:
    known = {*(each.id for each in framework.indicators), *denominators(framework)}
    for id in renamed.values():
        if id not in known:
            raise TableError(f"no indicator '{id}' ({did_you_mean(id, known) or 'see the framework'})")
    absent = [column for column in (*renamed, *units) if column not in names]
    if absent:
        raise TableError(f"the table has no column '{absent[0]}' (columns: {', '.join(names)})")
    twice = [id for id in renamed.values() if id in names and id not in renamed]
    if twice or len(set(renamed.values())) < len(renamed):
        raise TableError(f"two columns for '{(twice or list(renamed.values()))[0]}'")
    ids = set(framework.node_ids())
    for name in units:
        if name in known:
            raise TableError(f"the column '{name}' is an indicator's and names no unit")
        if name.lower() in ids:  # DuckDB and Spark take Health and health for one
            raise TableError(f"the column '{name}' bears a node's name: rename it")


def _renamed(table: Frame, names: Mapping[str, str]) -> Frame:
    if isinstance(table, nw.LazyFrame) and table.implementation.is_spark_like():
        spark: nw.LazyFrame[Any] = nw.from_native(table.to_native().toDF(*names.values()))
        return spark
    changed = {old: new for old, new in names.items() if old != new}
    return table.rename(changed) if changed else table


def _picked(names: Sequence[str], framework: Framework) -> list[nw.Expr]:
    picked = []
    for indicator in framework.indicators:
        found = [name for name in names_of(indicator) if name in names]
        if not found:
            raise TableError(f"the table has no column for '{indicator.id}' ({' or '.join(names_of(indicator))})")
        if len(found) > 1:
            raise TableError(f"two columns for '{indicator.id}': {found[0]} and {found[1]}")
        picked.append(nw.col(plain(found[0])).alias(plain(indicator.id)))
    others = denominators(framework)
    absent = [name for name in others if name not in names]
    if absent:
        raise TableError(f"the table has no column '{absent[0]}', which a measure is divided by")
    return [*picked, *(nw.col(plain(name)) for name in others)]


def _widened(table: Frame, framework: Framework, units: Sequence[str]) -> Frame:
    """A long table with a column for each indicator, all missing where the table never names it."""
    wanted = {plain(name): [name] for name in denominators(framework)}
    wanted |= {plain(each.id): list(names_of(each)) for each in framework.indicators}
    keys = [plain(each) for each in units]
    if isinstance(table, nw.DataFrame):
        ids = {name: id for id, names in wanted.items() for name in names}
        shared = [nw.col(ids[names[0]]).alias(id) for id, names in wanted.items() if ids[names[0]] != id]
        return _pivoted(table, ids, keys).with_columns(*shared)
    found = {id: nw.when(nw.col("indicator").is_in(names)).then(nw.col("value")) for id, names in wanted.items()}
    if isinstance(table, DaskTable):
        return table.highest_by(keys, {id: value.alias(id) for id, value in found.items()})
    return table.group_by(*keys).agg(*(value.max().alias(id) for id, value in found.items()))


def _pivoted(table: nw.DataFrame[Any], ids: Mapping[str, str], units: Sequence[str]) -> nw.DataFrame[Any]:
    indicator = nw.col("indicator")
    narrow = table.filter(indicator.is_in(list(ids))).select(*units, *LONG)
    narrow = narrow.with_columns(indicator.cast(nw.String).replace_strict(list(ids), list(ids.values())))
    refuse_twice(narrow.select(*units, "indicator"), "the unit {unit} has two values for '{last}'")
    wanted = list(dict.fromkeys(ids.values()))
    if narrow.implementation.is_pyarrow():
        pivoted: nw.DataFrame[Any] = nw.from_native(_pivoted_arrow(narrow.to_native(), wanted, units))
        return pivoted
    wide = narrow.pivot("indicator", index=list(units), values="value")
    absent = [id for id in wanted if id not in wide.columns]
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
