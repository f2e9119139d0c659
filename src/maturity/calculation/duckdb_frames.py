"""DuckDB's relations: the steps become one query, bound once and run when the caller asks for rows."""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any, cast
from uuid import uuid4

import narwhals as nw
from attrs import evolve, frozen

from maturity.calculation import sql_words
from maturity.calculation.sql_words import quoted
from maturity.calculation.words import Expr, Statistic, Words


@frozen
class DuckTable:
    """A relation and the steps that are taken on it."""

    relation: Any
    source: str
    types: Mapping[str, Any]
    steps: tuple[str, ...] = ()

    engine = "duckdb"
    words = cast("Words", sql_words)
    joins_statistics = True
    eager = None

    @classmethod
    def of(cls, relation: Any) -> "DuckTable":  # noqa: ANN401
        """A relation before any step."""
        source = f"maturity_{uuid4().hex}"  # older DuckDB makes a view of it, which the next table must not replace
        types = nw.from_native(relation).collect_schema()
        enums = [quoted(name) for name, kind in types.items() if kind == nw.Enum]
        if not enums:
            return cls(relation, source, types)
        texts = ", ".join(f"CAST({each} AS VARCHAR) AS {each}" for each in enums)
        return cls.of(relation.project(f"* REPLACE ({texts})"))

    def schema(self) -> Mapping[str, Any]:
        """Names and types of the columns; what was made here is said to be a number."""
        return self.types

    def to_native(self) -> Any:  # noqa: ANN401
        """The relation of the last step."""
        if not self.steps:
            return self.relation
        named = [f"{_step(number)} AS ({text})" for number, text in enumerate(self.steps)]
        return self.relation.query(self.source, f"WITH {', '.join(named)} SELECT * FROM {self._last}")

    def renamed(self, names: Mapping[str, str]) -> "DuckTable":
        """The table with other names; *names* has all of its columns."""
        if all(old == new for old, new in names.items()):
            return self
        return self.select([sql_words.col(old).alias(new) for old, new in names.items()])

    def select(self, columns: Sequence[Expr]) -> "DuckTable":
        """A table of these columns alone."""
        if [each.name for each in columns] == list(self.types) and all(map(_is_plain, columns)):
            return self
        types = {each.name: self.types.get(_plain_name(each), nw.Float64()) for each in columns}
        return self._then(f"SELECT {self._with_star(columns)} FROM {self._last}", types)

    def with_columns(self, columns: Sequence[Expr]) -> "DuckTable":
        """The table with more columns."""
        made = {each.name: nw.Float64() for each in columns}
        if made.keys() & self.types.keys():
            return self.select([*(sql_words.col(name) for name in self.types if name not in made), *columns])
        return self._then(f"SELECT *, {_listed(columns)} FROM {self._last}", {**self.types, **made})

    def with_statistics(self, statistics: Sequence[Statistic]) -> "DuckTable":
        """The table with statistics of all rows, the same in every row."""
        made = _listed([each.expression for each in statistics])
        types = {**self.types, **{each.name: nw.Float64() for each in statistics}}
        return self._then(f"SELECT * FROM {self._last} CROSS JOIN (SELECT {made} FROM {self._last})", types)

    def highest_by(self, keys: Sequence[str], columns: Mapping[str, Expr]) -> "DuckTable":
        """One row for each combination of keys, with the highest value of each column."""
        grouped = ", ".join(map(quoted, keys))
        made = _listed([value.max().alias(name) for name, value in columns.items()])
        types = {**{key: self.types[key] for key in keys}, **dict.fromkeys(columns, self.types["value"])}
        return self._then(f"SELECT {grouped}, {made} FROM {self._last} GROUP BY {grouped}", types)

    def _with_star(self, columns: Sequence[Expr]) -> str:
        """The columns; those that stay as they are and come first become a star, as long queries take long to read."""
        stay = [each.name for each in takewhile(lambda each: _is_plain(each) and each.name in self.types, columns)]
        if stay != [name for name in self.types if name in set(stay)] or 2 * len(stay) < len(self.types):
            return _listed(columns)
        dropped = ", ".join(quoted(name) for name in self.types if name not in set(stay))
        star = f"* EXCLUDE ({dropped})" if dropped else "*"
        return ", ".join(filter(None, (star, _listed(columns[len(stay) :]))))

    @property
    def _last(self) -> str:
        return _step(len(self.steps) - 1) if self.steps else self.source

    def _then(self, text: str, types: Mapping[str, Any]) -> "DuckTable":
        return evolve(self, steps=(*self.steps, text), types=types)


def _step(number: int) -> str:
    return f"step{number}"


def _listed(columns: Sequence[Expr]) -> str:
    return ", ".join(each.text if _is_plain(each) else f"{each.text} AS {quoted(each.name)}" for each in columns)


def _is_plain(column: Expr) -> bool:
    return bool(column.text == quoted(column.name))


def _plain_name(column: Expr) -> str:
    """The name of the column that the expression is, without its quotes."""
    return str(column.text)[1:-1].replace('""', '"')
