"""A report's data as JSON and CSV."""

import csv
import io
import json

import attrs

from maturity.render.csv_cells import guarded
from maturity.report.gap_data import IndicatorRow, ReportData

_JOINED = "; "


def render_json(data: ReportData) -> str:
    """*data* as JSON."""
    return json.dumps(attrs.asdict(data), ensure_ascii=False, indent=2) + "\n"


def render_csv(data: ReportData) -> str:
    """One row for each indicator of *data*, with a byte-order mark so that Excel reads Chinese.

    A text that a spreadsheet would take for a formula is guarded.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    names = [each.name for each in attrs.fields(IndicatorRow)]
    writer.writerow(["country", "wave", *names])
    for row in data.indicators:
        writer.writerow([data.country, data.wave, *(_cell(getattr(row, name)) for name in names)])
    return "\ufeff" + out.getvalue()


def _cell(value: object) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    if isinstance(value, tuple):
        value = _JOINED.join(each if isinstance(each, str) else f"{each.id} ({each.locus})" for each in value)
    return guarded(str(value))
