"""CSV and Parquet files scored on DuckDB, with every cell that cannot be used named by row and column."""

import codecs
import csv
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import duckdb
from attrs import frozen

from maturity.calculation.numbers import ZeroError
from maturity.calculation.plan import plan
from maturity.calculation.shape import LONG, unclaimed
from maturity.calculation.sql_words import SPACES, quoted, text_of
from maturity.calculation.tables import list_zero_risks, score_units
from maturity.files.faults import did_you_mean
from maturity.files.whole_file import replacing
from maturity.framework import Framework
from maturity.scores import Score, score_tree
from maturity.table_cells import ROW, SHOWN, DataFileError, bad_cells, repeated_units

_FORMULA = r"^(\s*[=+\-@＝＋－＠]|[\t\r\n])"
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
        named = " || ',' || ".join(f"CAST({quoted(each)} AS VARCHAR)" for each in self.units)
        found = self.result.filter(f"{named} = {text_of(unit)}").limit(1).fetchall()
        if found:
            return dict(zip(self.result.columns, found[0], strict=True))
        names = [str(name) for (name,) in self.result.project(named).fetchall()]
        raise DataFileError(f"no unit '{unit}' ({did_you_mean(unit, names) or f'{len(names):,} units'})")

    def scores_of(self, unit: str, framework: Framework) -> dict[str, Score]:
        """Every node's score for one unit, with how it arose.

        Raises:
            DataFileError: There is no such unit.
        """
        row = self.row(unit)
        leaves = {}
        for each in framework.indicators:
            points = row[each.id]
            applies = bool(row[f"{each.id}.applies"])
            known = float(points) if isinstance(points, int | float) and applies else None
            leaves[each.id] = (known, "rated" if known is not None else ("not-rated" if applies else "not-applicable"))
        return {each.id: each for each in score_tree(framework, leaves, unit=unit)}

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
            raise DataFileError(f"{path}: {_NOT_UTF8}") from None
        said = " ".join(str(error).split("\n")[:3])
        raise DataFileError(f"{path}: cannot be read: {said}") from None


def _score(
    path: Path, framework: Framework, units: Sequence[str], period: str | None, columns: Mapping[str, str]
) -> ScoredFile:
    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{_MEMORY}'")
    connection.execute(f"SET temp_directory = {text_of(tempfile.gettempdir())}")
    table, aside = _read(path, connection, lambda heads: _left_out(heads, framework, units, columns)[1])
    renamed = {column: id for column, id in columns.items() if column in table.columns}
    is_long = set(LONG) <= set(table.columns)
    named, left_out = _left_out([name for name in table.columns if name != ROW], framework, units, columns)
    if not named:
        raise DataFileError(f"{path}: no column names the units: say which with --unit COLUMN")
    problems = [*bad_cells(table, framework, renamed, is_long=is_long), *repeated_units(table, named, is_long=is_long)]
    if problems:
        shown = [f"{path}:{each}" for each in problems[:SHOWN]]
        raise DataFileError("\n".join([*shown, *(["… and more"] if len(problems) > SHOWN else [])]))
    kept = (*named, *(() if is_long else (ROW,)))
    scored = score_units(table, framework, units=kept, period=period, columns=columns)
    result = scored.to_native(applies=True)
    _refuse_zeros(result, framework, named)
    order = [quoted(each) for each in (named if is_long else (ROW,))]
    hidden = (ROW, *(f"{id}.applies" for id in framework.node_ids()))
    return ScoredFile(result.order(", ".join(order)), hidden, named, (*left_out, *aside))


def _left_out(
    heads: Sequence[str], framework: Framework, units: Sequence[str], columns: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns that name the units, the first free one where none is named; and those that nothing claims."""
    free = unclaimed([name for name in heads if name not in columns], framework, units=units)
    return (tuple(units), free) if units else (free[:1], free[1:])


def _read(
    path: Path, connection: duckdb.DuckDBPyConnection, find_free: Callable[[Sequence[str]], Sequence[str]]
) -> tuple[duckdb.DuckDBPyRelation, tuple[str, ...]]:
    """The table with the row of each unit, and the columns that had to be set aside."""
    if not path.is_file():
        raise DataFileError(f"no such file: {path}")
    aside: tuple[str, ...] = ()
    if path.suffix == ".parquet":
        table = connection.read_parquet(path.as_posix())
    else:
        separator, heads = _read_head(path)
        aside = _set_aside(path, heads, find_free(heads))
        table = _read_csv(path, connection, separator, heads, aside)
    trimmed = [
        f"trim({quoted(name)}, {text_of(SPACES)}) AS {quoted(name)}" if kind == "VARCHAR" else quoted(name)
        for name, kind in zip(table.columns, map(str, table.types), strict=True)
    ]
    return table.project(f'{", ".join(trimmed)}, row_number() OVER () + 1 AS "{ROW}"'), aside


def _read_csv(
    path: Path, connection: duckdb.DuckDBPyConnection, separator: str, heads: Sequence[str], aside: Sequence[str]
) -> duckdb.DuckDBPyRelation:
    """Every cell as text; nothing about the file is guessed but what separates its columns."""
    names = [f"{ROW} {place}" if head in aside else head for place, head in enumerate(heads)]
    table = connection.read_csv(
        path.as_posix(),
        auto_detect=False,
        header=True,
        sep=separator,
        quotechar='"',
        escapechar='"',
        columns=dict.fromkeys(names, "VARCHAR"),
    )
    return table.project(", ".join(quoted(head) for head in heads if head not in aside))


def _set_aside(path: Path, heads: Sequence[str], free: Sequence[str]) -> tuple[str, ...]:
    """Columns that nothing claims and whose names differ in case alone from another's: DuckDB takes them for one.

    Raises:
        DataFileError: Two columns have the same name, or more than one of those that differ in case alone is claimed.
    """
    alike: dict[str, list[str]] = {}
    for head in heads:
        alike.setdefault(head.lower(), []).append(head)
    for same in alike.values():
        if len({*same}) < len(same):
            raise DataFileError(f"{path}:1: the column '{max(same, key=same.count)}' stands twice")
        claimed = [f"'{head}'" for head in same if head not in free]
        if len(claimed) > 1:
            message = f"the columns {' and '.join(claimed)} differ in case alone, and scoring takes them for one"
            raise DataFileError(f"{path}:1: {message}: rename one of them")
    return tuple(head for head in heads if head in free and len(alike[head.lower()]) > 1)


def _read_head(path: Path) -> tuple[str, list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            separator = max(",;", key=first.count) if set(",;") & set(first) else "\t"
            file.seek(0)
            heads = [each.strip() for each in next(csv.reader(file, delimiter=separator), [])]
    except UnicodeDecodeError:
        raise DataFileError(f"{path}: {_NOT_UTF8}") from None
    if not any(heads):
        raise DataFileError(f"{path}: the file is empty")
    return separator, heads


_NOT_UTF8 = "the file is not UTF-8 (Excel in Chinese often saves GB18030): save it as CSV UTF-8"


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
    is_formula = f"regexp_matches({column}, {text_of(_FORMULA)})"
    return f"CASE WHEN {is_formula} THEN {_APOSTROPHE} || {column} ELSE {column} END AS {column}"
