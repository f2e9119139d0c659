"""Tables brought into one shape: a column for each indicator, whatever the data call it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import narwhals as nw
from attrs import evolve

from maturity.calculation.frames import open_table
from maturity.calculation.numbers import TableError
from maturity.calculation.words import Expr, Table
from maturity.files.faults import did_you_mean
from maturity.framework import RESULT_COLUMNS, Framework, Indicator

LONG = ("indicator", "value")
"""Columns that make a table long."""


def plain(name: str) -> str:
    """A name without full stops, which Spark takes for fields of a structure; no two names become one."""
    return name.replace("~", "~~").replace("/", "~s").replace(".", "/")


def made(name: str, what: str) -> str:
    """A name of a column of our own beside the one of *name*, which no name in a table becomes."""
    return f"{plain(name)}~ {what}"


def names_of(indicator: Indicator) -> tuple[str, ...]:
    """The names that a column of the indicator may bear."""
    return tuple(dict.fromkeys((indicator.id, *indicator.columns)))


def claimed_names(framework: Framework) -> set[str]:
    """Every name of a column, or of an indicator in a long table, that belongs to the framework."""
    names = {name for each in framework.indicators for name in names_of(each)}
    return names | {each.per.column for each in framework.indicators if each.per}


def unclaimed(names: Sequence[str], framework: Framework, *, units: Sequence[str]) -> tuple[str, ...]:
    """Columns that neither name a unit nor belong to an indicator."""
    claimed = {*units, *LONG, *claimed_names(framework)}
    return tuple(name for name in names if name not in claimed)


def with_names(
    framework: Framework, columns: Mapping[str, str], names: Sequence[str]
) -> tuple[Framework, Mapping[str, str]]:
    """What is left of *columns* where *names* are those of a long table: there it also maps names of indicators.

    The indicators bear them as names of their own.
    """
    if not set(LONG) <= set(names):
        return framework, columns
    said = {name: id for name, id in columns.items() if name not in names}
    known = {each.id for each in framework.indicators}
    indicators = tuple(
        evolve(each, columns=(*each.columns, *(name for name, id in said.items() if id == each.id)))
        for each in framework.indicators
    )
    rest = {name: id for name, id in columns.items() if name not in said or id not in known}
    return evolve(framework, indicators=indicators), rest


def denominators(framework: Framework) -> list[str]:
    """Columns that measures are divided by and that are no indicators themselves."""
    own = {each.id for each in framework.indicators}
    return sorted({each.per.column for each in framework.indicators if each.per} - own)


def wide_table(table: Table, framework: Framework, units: Sequence[str], columns: Mapping[str, str]) -> Table:
    """The unit columns and a column for each indicator and denominator; all names are plain.

    Raises:
        TableError: A column is missing or stands twice, or names what it must not name.
    """
    if isinstance(units, str):
        raise TableError(f"units are a list of columns: ['{units}']")
    if len(set(units)) < len(units):
        raise TableError(f"a column names the unit twice: {', '.join(units)}")
    columns_there = list(table.schema())
    names = [name for name in columns_there if str(name) == name]  # pandas has numbers for names, too
    if len(names) < len(columns_there):
        table = table.select([table.words.col(name) for name in names])
    renamed = {column: id for column, id in columns.items() if column != id}
    _check_names(names, framework, units, renamed)
    table = table.renamed({name: plain(renamed.get(name, name)) for name in names})
    table = _with_texts(table, [plain(each) for each in units])
    names = [renamed.get(name, name) for name in names]
    if set(LONG) <= set(names):
        return _widened(table, framework, units)
    picked = {**{plain(each): plain(each) for each in units}, **_picked(names, framework)}
    return table.select([table.words.col(name).alias(id) for id, name in picked.items()])


def _with_texts(table: Table, units: Sequence[str]) -> Table:
    """The table with texts in place of categories, and of what pandas keeps as objects: numbers among sentinels."""
    words = table.words
    texts = [
        words.when(~words.col(name).is_null()).then(words.col(name).cast(words.String)).alias(name)
        for name, kind in table.schema().items()
        if kind in (nw.Object, nw.Categorical, nw.Enum) and name not in units
    ]
    return table.with_columns(texts) if texts else table


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
        shown = [name for name in names if name != made("", "row")]
        hint = did_you_mean(absent[0], shown) or f"columns: {', '.join(shown)}"
        raise TableError(f"the table has no column '{absent[0]}' ({hint})")
    twice = [id for id in renamed.values() if id in names and id not in renamed]
    if twice or len(set(renamed.values())) < len(renamed):
        raise TableError(f"two columns for '{(twice or list(renamed.values()))[0]}'")
    ids = set(framework.node_ids())
    for name in units:
        if name in known or name in renamed:
            raise TableError(f"the column '{name}' is an indicator's and names no unit")
        lower = name.lower()  # DuckDB and Spark take Health and health for one
        if lower in ids or (lower.rpartition(".")[0] in ids and lower.rpartition(".")[2] in RESULT_COLUMNS):
            raise TableError(f"the column '{name}' bears the name of a column of the result: rename it")


_NAMED = 10
"""Indicators without a column that are named; past these, only how many more there are."""


def _picked(names: Sequence[str], framework: Framework) -> dict[str, str]:
    """The column of each indicator and denominator, by plain names."""
    claimed = [(each, [name for name in names_of(each) if name in names]) for each in framework.indicators]
    lacking = [each for each, found in claimed if not found]
    if lacking:
        said = ", nor for ".join(f"'{each.id}' ({' or '.join(names_of(each))})" for each in lacking[:_NAMED])
        more = f", and {len(lacking) - _NAMED} more" if len(lacking) > _NAMED else ""
        near = next(filter(None, (did_you_mean(name, names) for each in lacking for name in names_of(each))), "")
        raise TableError(f"the table has no column for {said}{more}{f': {near}' if near else ''}")
    for indicator, found in claimed:
        if len(found) > 1:
            raise TableError(f"two columns for '{indicator.id}': {found[0]} and {found[1]}")
    picked = {plain(indicator.id): plain(found[0]) for indicator, found in claimed}
    others = denominators(framework)
    absent = [f"'{name}'" for name in others if name not in names]
    if absent:
        raise TableError(f"the table has no column {' and none '.join(absent)}, which a measure is divided by")
    return {**picked, **{plain(name): plain(name) for name in others}}


def _widened(table: Table, framework: Framework, units: Sequence[str]) -> Table:
    """A long table with a column for each indicator, all missing where the table never names it."""
    wanted = {plain(name): [name] for name in denominators(framework)}
    wanted |= {plain(each.id): list(names_of(each)) for each in framework.indicators}
    keys = [plain(each) for each in units]
    if table.eager is not None:
        return open_table(_pivoted(_with_room_for_gaps(table.eager), wanted, keys).to_native())
    words = table.words
    found = {
        id: words.when(_is_named(names, words.col("indicator"))).then(words.col("value"))
        for id, names in wanted.items()
    }
    return table.highest_by(keys, found)


def _is_named(names: Sequence[str], indicator: Expr) -> Expr:
    return indicator == names[0] if len(names) == 1 else indicator.is_in(names)


def _with_room_for_gaps(table: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """The long table with whole numbers and truth values as floats, since in pandas those alone can be missing."""
    kind = table.schema["value"]
    if kind.is_integer() or kind == nw.Boolean:
        return table.with_columns(nw.col("value").cast(nw.Float64))
    return table


def _pivoted(table: nw.DataFrame[Any], wanted: Mapping[str, list[str]], units: Sequence[str]) -> nw.DataFrame[Any]:
    narrow = nw.concat([_of_ids(table, ids, units) for ids in _ids_by_name(wanted)])
    refuse_twice(narrow.select(*units, "indicator"), "the unit {unit} has two values for '{last}'")
    narrow = nw.concat([narrow, *_of_no_id(table, wanted, units)])
    if narrow.implementation.is_pyarrow():
        pivoted: nw.DataFrame[Any] = nw.from_native(_pivoted_arrow(narrow.to_native(), list(wanted), units))
        return pivoted
    wide = narrow.pivot("indicator", index=list(units), values="value").drop(_NO_ID, strict=False)
    absent = [id for id in wanted if id not in wide.columns]
    return wide.with_columns(nw.lit(None, dtype=narrow.schema["value"]).alias(id) for id in absent)


_NO_ID = ""
"""What stands for an indicator that nobody wants, so that a unit without any other stays."""


def _ids_by_name(wanted: Mapping[str, list[str]]) -> list[dict[str, str]]:
    """The id of each name; a name that serves several indicators stands in several of them."""
    found: list[dict[str, str]] = [{}]
    for id, names in wanted.items():
        for name in names:
            if all(name in each for each in found):
                found.append({})
            next(each for each in found if name not in each)[name] = id
    return found


def _of_ids(table: nw.DataFrame[Any], ids: Mapping[str, str], units: Sequence[str]) -> nw.DataFrame[Any]:
    indicator = nw.col("indicator")
    narrow = table.filter(indicator.is_in(list(ids))).select(*units, *LONG)
    return narrow.with_columns(indicator.cast(nw.String).replace_strict(list(ids), list(ids.values())))


def _of_no_id(
    table: nw.DataFrame[Any], wanted: Mapping[str, list[str]], units: Sequence[str]
) -> Iterator[nw.DataFrame[Any]]:
    """One row for each unit for which the table names other indicators; nothing where it names none."""
    indicator, names = nw.col("indicator"), [name for each in wanted.values() for name in each]
    others = table.filter(indicator.is_null() | ~indicator.is_in(names)).select(*units).unique(maintain_order=True)
    if len(others):
        value = nw.lit(None, dtype=table.schema["value"])
        yield others.with_columns(nw.lit(_NO_ID).alias("indicator"), value.alias("value"))


def _pivoted_arrow(narrow: Any, ids: list[str], units: Sequence[str]) -> Any:  # noqa: ANN401
    """Arrow can pivot, which narwhals does not know yet."""
    from pyarrow.compute import PivotWiderOptions

    aggregation = (list(LONG), "pivot_wider", PivotWiderOptions(key_names=ids))
    wide = narrow.group_by(list(units), use_threads=False).aggregate([aggregation])
    values = wide.column("indicator_value_pivot_wider").combine_chunks().flatten()
    wide = wide.select(list(units))
    for id, value in zip(ids, values, strict=True):
        wide = wide.append_column(id, value)
    return wide
