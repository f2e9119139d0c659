"""The data of a report or a comparison as JSON and CSV."""

import csv
import io
import json
from collections.abc import Iterable, Sequence

import attrs

from maturity.render.csv_cells import guarded
from maturity.report.comparison_data import CellRow
from maturity.report.gap_data import IndicatorRow, ReportData
from maturity.report.status_data import StatusData

_JOINED = "; "


def render_json(data: ReportData) -> str:
    """*data* as JSON."""
    return json.dumps(attrs.asdict(data), ensure_ascii=False, indent=2) + "\n"


def render_status_json(data: StatusData) -> str:
    """*data* as JSON."""
    return json.dumps(attrs.asdict(data), ensure_ascii=False, indent=2) + "\n"


def render_csv(data: ReportData) -> str:
    """One row for each indicator of *data*, with a byte-order mark so that Excel reads Chinese.

    A text that a spreadsheet would take for a formula is guarded.
    """
    names = [each.name for each in attrs.fields(IndicatorRow)]
    rows = ([data.country, data.wave, *(getattr(row, name) for name in names)] for row in data.indicators)
    return _csv(["country", "wave", *names], rows)


def render_cells_json(rows: Sequence[CellRow]) -> str:
    """*rows* of a comparison as JSON."""
    return json.dumps([attrs.asdict(row) for row in rows], ensure_ascii=False, indent=2) + "\n"


def render_cells_csv(rows: Sequence[CellRow]) -> str:
    """*rows* of a comparison as CSV, all its tables below one another; see `render_csv`."""
    names = [each.name for each in attrs.fields(CellRow)]
    return _csv(names, ([getattr(row, name) for name in names] for row in rows))


def _csv(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _cell(value: object) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    if isinstance(value, tuple):
        value = _JOINED.join(each if isinstance(each, str) else f"{each.id} ({each.locus})" for each in value)
    return guarded(str(value))
