"""CSV and Parquet files scored on DuckDB, with every cell that cannot be used named by row and column."""

import codecs
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import duckdb
from attrs import frozen

from maturity.calculation.numbers import ZeroError
from maturity.calculation.plan import plan
from maturity.calculation.shape import LONG, claimed_names, unclaimed, with_names
from maturity.calculation.sql_words import quoted, text_of
from maturity.calculation.tables import list_zero_risks, score_units
from maturity.files.faults import did_you_mean
from maturity.files.whole_file import replacing
from maturity.framework import Framework
from maturity.scores import Score, score_tree
from maturity.table_cells import ROW, SHOWN, DataFileError, bad_cells, repeated_units
from maturity.table_reading import NOT_UTF8, DataFile, open_data_file

_FORMULA = r"^(\s*[=+\-@＝＋－＠]|[\t\r\n])"
_NUMBER = r"[+-]?[0-9.,]+"
_APOSTROPHE = "chr(39)"
_MEMORY = "600MB"
"""What DuckDB keeps in memory; the rest goes to temporary files, which is no slower."""


@frozen
class ScoredFile:
    """A file's units, scored; computed as it is written."""

    result: duckdb.DuckDBPyRelation
    hidden: tuple[str, ...]
    units: tuple[str, ...]
    left_out: tuple[str, ...]
    given: duckdb.DuckDBPyRelation
    columns: Mapping[str, str]

    @property
    def _unit(self) -> str:
        return " || ',' || ".join(f"CAST({quoted(each)} AS VARCHAR)" for each in self.units)

    @property
    def shown(self) -> duckdb.DuckDBPyRelation:
        """The result without the columns that only a derivation needs."""
        kept = [each for each in self.result.columns if each not in self.hidden]
        return self.result.project(", ".join(map(quoted, kept)))

    def row(self, unit: str) -> dict[str, object]:
        """The result of one unit, by column; several columns that name it are joined by a comma.

        Raises:
            DataFileError: There is no such unit.
        """
        found = self.result.filter(f"{self._unit} = {text_of(unit)}").limit(1).fetchall()
        if found:
            return dict(zip(self.result.columns, found[0], strict=True))
        names = [str(name) for (name,) in self.result.project(self._unit).fetchall()]
        raise DataFileError(f"no unit '{unit}' ({did_you_mean(unit, names) or f'{len(names):,} units'})")

    def cell(self, unit: str, name: str, *others: str) -> str | None:
        """What the file holds for one unit in the column, or the rows, of *name*, or of one of the *others*."""
        names = [name, *others, *(column for column, id in self.columns.items() if id == name)]
        rows = self.given.filter(f"{self._unit} = {text_of(unit)}")
        if set(LONG) <= set(rows.columns):
            rows = rows.filter(f"{quoted('indicator')} IN ({', '.join(map(text_of, names))})").project(quoted("value"))
        else:
            rows = rows.project(quoted(next(each for each in names if each in rows.columns)))
        found = rows.limit(1).fetchall()
        return str(found[0][0]) if found and found[0][0] is not None else None

    def scores_of(self, unit: str, framework: Framework) -> dict[str, Score]:
        """Every node's score for one unit, with how it arose.

        Raises:
            DataFileError: There is no such unit.
        """
        row = self.row(unit)
        stretched = {id: _number(row[id]) for id in framework.node_ids()}
        leaves = {}
        for each in framework.indicators:
            points = row[each.id]
            applies = bool(row[f"{each.id}.applies"])
            known = _number(points) if applies else None
            leaves[each.id] = (known, "rated" if known is not None else ("not-rated" if applies else "not-applicable"))
        return {each.id: each for each in score_tree(framework, leaves, unit=unit, stretched=stretched)}

    def write_csv(self, path: Path, *, for_excel: bool = True) -> None:
        """One row for each unit as CSV, for Excel with a byte-order mark so that it reads Chinese.

        A text that a spreadsheet would take for a formula is set off by an apostrophe.

        Raises:
            DataFileError: The file cannot be written.
        """
        columns = [
            _guarded(name) if str(kind) == "VARCHAR" else quoted(name)
            for name, kind in zip(self.shown.columns, self.shown.types, strict=True)
        ]
        plain = self.shown.project(", ".join(columns))
        self._write(path, lambda part: _write_csv(plain, part, mark=codecs.BOM_UTF8 if for_excel else b""))

    def write_parquet(self, path: Path) -> None:
        """One row for each unit as Parquet.

        Raises:
            DataFileError: The file cannot be written.
        """
        self._write(path, self.shown.write_parquet)

    def _write(self, path: Path, write: Callable[[str], object]) -> None:
        """Whole or not at all."""
        try:
            with replacing(path) as part:
                write(part.as_posix())
        except (OSError, duckdb.Error) as error:
            raise DataFileError(f"cannot write {path}: {str(error).splitlines()[0]}") from None


def _number(cell: object) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None


def score_file(
    path: Path,
    framework: Framework,
    *,
    units: Sequence[str] = (),
    period: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> ScoredFile:
    """Score the units of a CSV or Parquet file; see `score_table` for the columns of the result.

    *units* is the first column that no indicator claims where none is named. Cells are stripped of white space.

    Raises:
        DataFileError: The file cannot be read, a cell is no number, or a unit stands twice.
        TableError: A column is missing or stands twice.
        ZeroError: A geometric or harmonic mean met a score of 0, and its rules have no floor.
    """
    try:
        return _score(path, framework, units, period, columns or {})
    except duckdb.Error as error:
        if "not utf-8 encoded" in str(error):
            raise DataFileError(f"{path}: {NOT_UTF8}") from None
        said = " ".join(str(error).split("\n")[:3])
        raise DataFileError(f"{path}: cannot be read: {said}") from None


def _score(
    path: Path, framework: Framework, units: Sequence[str], period: str | None, columns: Mapping[str, str]
) -> ScoredFile:
    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{_MEMORY}'")
    connection.execute(f"SET temp_directory = {text_of(tempfile.gettempdir())}")
    claimed = {*units, *columns, *claimed_names(framework)}
    file = open_data_file(path, connection, claimed)
    asked = columns
    table, columns = _with_long_heads(file, columns)
    framework, columns = with_names(framework, columns, table.columns)
    left_out = unclaimed([name for name in table.columns if name not in (ROW, *columns)], framework, units=units)
    named = tuple(units) or left_out[:1]
    if not named:
        raise DataFileError(f"{path}: no column names the units: say which with --unit COLUMN")
    is_long = set(LONG) <= set(table.columns)
    _refuse_cells(file, table, framework, named, columns)
    kept = (*named, *(() if is_long else (ROW,)))
    scored = score_units(table, framework, units=kept, period=period, columns=columns)
    result = scored.to_native(applies=True)
    _refuse_zeros(result, framework, named)
    order = [quoted(each) for each in (named if is_long else (ROW,))]
    hidden = (ROW, *(f"{id}.applies" for id in framework.node_ids()))
    others = (*(left_out if units else left_out[1:]), *file.left_out, *_other_indicators(table, framework))
    return ScoredFile(result.order(", ".join(order)), hidden, named, others, table, asked)


def _with_long_heads(file: DataFile, columns: Mapping[str, str]) -> tuple[duckdb.DuckDBPyRelation, Mapping[str, str]]:
    """The table with what the user says are its `indicator` and `value` under these names, and the other columns.

    Raises:
        DataFileError: The heads of a long table are spelt otherwise.
    """
    table, heads = file.table, {name for name in file.table.columns if name not in LONG}
    said = {name: id for name, id in columns.items() if id in LONG and name in heads}
    spelt = [name for name in heads if name.lower() in LONG]
    if len(spelt) == len(LONG) and not said:
        maps = " ".join(f"--map {name}={name.lower()}" for name in sorted(spelt))
        raise DataFileError(f"{file.path}:1: the heads of a long table are 'indicator' and 'value': say {maps}")
    if said:
        named = (f"{quoted(name)} AS {quoted(said[name])}" if name in said else quoted(name) for name in table.columns)
        table = table.project(", ".join(named))
    return table, {name: id for name, id in columns.items() if name not in said}


def _refuse_cells(
    file: DataFile,
    table: duckdb.DuckDBPyRelation,
    framework: Framework,
    units: Sequence[str],
    columns: Mapping[str, str],
) -> None:
    """Refuse a table with cells that are no value, or with units that stand twice.

    Raises:
        DataFileError: There are some; the message names the first.
    """
    is_long = set(LONG) <= set(table.columns)
    problems = [
        *bad_cells(table, framework, columns, is_long=is_long),
        *repeated_units(table, units, framework, is_long=is_long, row_in_file=file.row_in_file),
    ]
    if problems:
        shown = [f"{file.path}:{file.row_in_file(row)}: {said}" for row, said in problems[:SHOWN]]
        raise DataFileError("\n".join([*shown, *(["… and more"] if len(problems) > SHOWN else [])]))


def _other_indicators(table: duckdb.DuckDBPyRelation, framework: Framework) -> list[str]:
    """Names in a long table that no indicator claims; the first of them, where they are many."""
    if not set(LONG) <= set(table.columns):
        return []
    known = ", ".join(map(text_of, sorted(claimed_names(framework))))
    others = table.filter(f"{quoted('indicator')} NOT IN ({known})").project(quoted("indicator")).distinct()
    return [str(name) for (name,) in others.order(quoted("indicator")).limit(SHOWN).fetchall()]


def _refuse_zeros(result: duckdb.DuckDBPyRelation, framework: Framework, units: Sequence[str]) -> None:
    for id, child in list_zero_risks(plan(framework)):
        fallen = result.filter(f"{quoted(child)} <= 0").project(", ".join(map(quoted, units))).limit(1).fetchall()
        if fallen:
            unit = ", ".join(map(str, fallen[0]))
            raise ZeroError(f"'{id}' for {unit}: '{child}' is not above 0, and the mean has no floor")


def _write_csv(table: duckdb.DuckDBPyRelation, part: str, *, mark: bytes) -> None:
    if not mark:
        table.write_csv(part, header=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder, "plain.csv")
        table.write_csv(plain.as_posix(), header=True)
        with plain.open("rb") as source, Path(part).open("wb") as target:
            target.write(mark)
            shutil.copyfileobj(source, target)


def _guarded(name: str) -> str:
    column = quoted(name)
    is_number = f"regexp_full_match({column}, {text_of(_NUMBER)})"
    is_formula = f"regexp_matches({column}, {text_of(_FORMULA)}) AND NOT {is_number}"
    return f"CASE WHEN {is_formula} THEN {_APOSTROPHE} || {column} ELSE {column} END AS {column}"
