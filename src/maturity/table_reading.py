"""CSV and Parquet files opened on DuckDB: stripped cells, a column for the row, and heads that cannot be confused."""

import csv
from itertools import islice
from pathlib import Path

import duckdb
from attrs import frozen

from maturity.calculation.shape import made
from maturity.calculation.sql_words import SPACES, quoted, text_of
from maturity.table_cells import ROW, DataFileError


@frozen
class DataFile:
    """The table of a file: the named columns, and ROW, which counts rows from the second."""

    path: Path
    table: duckdb.DuckDBPyRelation
    left_out: tuple[str, ...]
    """Columns that cannot be named: their heads are empty, or differ from another's in case alone."""
    separator: str = ""
    """What separates the cells of a CSV file."""
    skipped: int = 0
    """Rows before the heads."""

    def row_in_file(self, number: int) -> int:
        """The row as a spreadsheet counts it: of a CSV file with the empty ones, which DuckDB passes over."""
        if not self.separator:
            return number
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            rows = (place for place, cells in enumerate(csv.reader(file, delimiter=self.separator), 1) if cells)
            return next(islice(rows, number + self.skipped - 1, None), number)


def open_data_file(path: Path, connection: duckdb.DuckDBPyConnection, claimed: set[str]) -> DataFile:
    """The table of *path*; where two heads differ in case alone, the one that is *claimed* is kept.

    Raises:
        DataFileError: There is no such file, it is no table that can be read, or a head stands twice.
    """
    if not path.is_file():
        raise DataFileError(f"no such file: {path}")
    ending = path.suffix.lower()
    if ending in (".xlsx", ".xls", ".ods"):
        raise DataFileError(f"{path}: tables are read from .csv and .parquet: save the sheet as CSV UTF-8")
    if ending == ".parquet":
        found = connection.read_parquet(path.as_posix())
        return DataFile(path, _stripped(found, {name: name for name in found.columns}), ())
    separator, skipped, heads = _read_head(path)
    names = _names_of(path, heads, claimed)
    table = connection.read_csv(
        path.as_posix(),
        auto_detect=False,
        header=True,
        skiprows=skipped,
        sep=separator,
        quotechar='"',
        escapechar='"',
        columns={made(str(place), "column"): "VARCHAR" for place in range(len(heads))},
    )
    kept = {made(str(place), "column"): name for place, name in enumerate(names) if name}
    left_out = tuple(head or f"column {place + 1}" for place, head in enumerate(heads) if not names[place])
    return DataFile(path, _filled(_stripped(table, kept)), left_out, separator, skipped)


def _stripped(table: duckdb.DuckDBPyRelation, names: dict[str, str]) -> duckdb.DuckDBPyRelation:
    """The columns under their names, without white space around texts, and ROW."""
    texts = {name for name, kind in zip(table.columns, map(str, table.types), strict=True) if kind == "VARCHAR"}
    cells = [
        f"{f'trim({quoted(old)}, {text_of(SPACES)})' if old in texts else quoted(old)} AS {quoted(new)}"
        for old, new in names.items()
    ]
    return table.project(f"{', '.join(cells)}, row_number() OVER () + 1 AS {quoted(ROW)}")


def _filled(table: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    """The rows in which something stands: spreadsheets leave others behind."""
    return table.filter(" OR ".join(f"{quoted(name)} <> ''" for name in table.columns if name != ROW))


def _read_head(path: Path) -> tuple[str, int, list[str]]:
    """What separates the cells, how many rows stand before the heads, and the heads."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(islice(file, 100))  # a head in quotes may run over several
    except UnicodeDecodeError:
        raise DataFileError(f"{path}: {NOT_UTF8}") from None
    told = lines[0].rstrip("\r\n").lower() if lines else ""
    if told in _TOLD:
        return _TOLD[told], 1, _heads(lines[1:], _TOLD[told])
    separator = max(",;", key=lambda each: _likeness(_heads(lines, each)))
    heads = _heads(lines, separator)
    if len(heads) == 1:
        separator, heads = "\t", _heads(lines, "\t")
    if not any(heads):
        raise DataFileError(f"{path}: the file is empty")
    return separator, 0, heads


def _likeness(heads: list[str]) -> tuple[bool, int]:
    """What is cut at the wrong sign has quotation marks within its heads, or few of them."""
    return not any('"' in each for each in heads), len(heads)


NOT_UTF8 = "the file is not UTF-8 (Excel in Chinese often saves GB18030): save it as CSV UTF-8"
_TOLD = {f"sep={each}": each for each in ",;\t"}
"""The first line by which Excel is told what separates the cells."""


def _heads(lines: list[str], separator: str) -> list[str]:
    return [each.strip() for each in next(csv.reader(lines, delimiter=separator), [])]


def _names_of(path: Path, heads: list[str], claimed: set[str]) -> list[str]:
    """The name of each column, nothing where it is left out: DuckDB takes Rate and rate for one."""
    alike: dict[str, list[str]] = {}
    for head in filter(None, heads):
        alike.setdefault(head.lower(), []).append(head)
    kept: set[str] = set()
    for same in alike.values():
        if len({*same}) < len(same):
            raise DataFileError(f"{path}:1: the column '{max(same, key=same.count)}' stands twice")
        wanted = [head for head in same if head in claimed] or same[:1]
        if len(wanted) > 1:
            listed = " and ".join(f"'{head}'" for head in wanted)
            message = f"the columns {listed} differ in case alone, and scoring takes them for one"
            raise DataFileError(f"{path}:1: {message}: rename one of them")
        kept |= {*wanted}
    return [head if head in kept else "" for head in heads]
