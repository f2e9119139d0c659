"""The cells of a workbook as plain values with their places, read row by row."""

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from attrs import frozen

from maturity.files.workbook_guard import MAX_COLUMNS, MAX_ROWS, refusal, refuse_other_files, scan_workbook
from maturity.problems import MissingExtraError

MAX_BYTES = 20_000_000
"""The largest file that is looked at."""

_TRUTHS = {"=TRUE()": True, "=FALSE()": False}
"""How LibreOffice writes truth values."""


@frozen(kw_only=True)
class RawCell:
    """What stands in one cell: a *text*, *number*, *truth*, *date*, or the *formula* or *error* in place of one.

    A *percentage* is a number that the cell shows in hundredths: 15, where 15% is shown and 0.15 is kept.
    """

    row: int
    column: int
    kind: str
    value: str | int | float | bool


@frozen(kw_only=True)
class RawSheet:
    """One sheet: its rows, from the top, without empty cells and rows."""

    name: str
    number: int
    rows: tuple[tuple[RawCell, ...], ...]
    merged: tuple[str, ...]


def read_cells(path: Path, shown: str) -> tuple[RawSheet, ...]:
    """Every sheet of the workbook at *path*.

    Raises:
        DataError: It is no workbook, or larger than a profile can be.
        MissingExtraError: openpyxl is not installed.
        OSError: It cannot be read.
    """
    if path.stat().st_size > MAX_BYTES:
        raise refusal(shown, "E302", f"the file is larger than {MAX_BYTES:,} bytes")
    content = path.read_bytes()
    refuse_other_files(content, shown)
    scan = scan_workbook(content, shown)
    try:
        from openpyxl import load_workbook
    except ImportError:
        message = "workbooks need the package openpyxl: pip install 'maturity[office]'"
        raise MissingExtraError(message) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl does not know, such as some programs' own extensions
            workbook = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            return tuple(
                RawSheet(
                    name=sheet.title,
                    number=number,
                    rows=tuple(_rows(sheet)),
                    merged=scan.merged.get(sheet.title, ()),
                )
                for number, sheet in enumerate(workbook.worksheets, start=1)
            )
    except Exception as error:  # what a damaged workbook makes openpyxl raise is not documented
        reason = f"{type(error).__name__}: {error}".splitlines()[0][:120]
        hint = "open it, and save it anew as an Excel workbook (.xlsx)"
        raise refusal(shown, "E301", f"the workbook cannot be read: {reason}", hint) from None


def _rows(sheet: Any) -> Iterator[tuple[RawCell, ...]]:
    sheet.reset_dimensions()  # what a file says of its own size need not be so
    for row in sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS):
        found = tuple(_raw(cell) for cell in row if cell.value is not None and cell.value != "")
        if found:
            yield found


def _raw(cell: Any) -> RawCell:
    value = cell.value
    kind = {"f": "formula", "e": "error", "b": "truth"}.get(cell.data_type, "")
    if kind in ("formula", "error"):
        value = str(getattr(value, "text", value))
        if value in _TRUTHS:
            kind, value = "truth", _TRUTHS[value]
    elif isinstance(value, bool):
        kind = "truth"
    elif isinstance(value, int | float):
        kind, value = _shown_number(value, str(cell.number_format))
    elif isinstance(value, datetime | date | time | timedelta):
        kind, value = "date", _iso(value, str(cell.number_format))
    else:
        kind, value = "text", str(value)
    return RawCell(row=cell.row, column=cell.column, kind=kind, value=value)


def _shown_number(value: int | float, number_format: str) -> tuple[str, int | float]:
    """A number as its cell shows it, and its kind; of its digits all that a spreadsheet keeps."""
    if "%" not in _NOT_SHOWN.sub("", number_format):
        return "number", value
    return "percentage", float(f"{value * 100:.15g}")


def _iso(value: datetime | date | time | timedelta, number_format: str) -> str:
    """A date to the precision that its cell shows."""
    if isinstance(value, datetime):
        value = value.date() if value.time() == time() else value
    text = value.isoformat() if not isinstance(value, timedelta) else str(value)
    shown = _NOT_SHOWN.sub("", number_format).lower()
    if "d" in shown or isinstance(value, datetime | time | timedelta):
        return text
    return text[:7] if "m" in shown else text[:4]


_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')
"""What a number format says in words, or of colours, languages and spaces."""
