"""The data of a report or a comparison as JSON, CSV and TSV."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

import attrs

from maturity.render.csv_cells import guarded
from maturity.render.visible import escape_hidden, visible
from maturity.report.compared_data import ComparedData
from maturity.report.comparison_data import CellRow
from maturity.report.gap_data import EvidenceRow, IndicatorRow, ReportData
from maturity.report.status_data import StatusData

_MARK = "\ufeff"
_TSV = str.maketrans({"\t": r"\t", "\n": r"\n", "\\": r"\\"})


def render_json(data: ReportData) -> str:
    """*data* as JSON; hidden characters stand as escapes."""
    return escape_hidden(json.dumps(attrs.asdict(data), ensure_ascii=False, indent=2)) + "\n"


def render_status_json(data: StatusData) -> str:
    """*data* as JSON; see `render_json`."""
    return escape_hidden(json.dumps(attrs.asdict(data), ensure_ascii=False, indent=2)) + "\n"


def render_csv(data: ReportData) -> str:
    """One row for each indicator of *data*, with a byte-order mark so that Excel reads Chinese.

    A text that a spreadsheet would take for a formula is guarded.
    """
    return _csv(*_indicators(data))


def render_tsv(data: ReportData) -> str:
    r"""The rows of `render_csv` with tabs between, one line each.

    Within a text, a tab is written `\t`, a line feed `\n` and a backslash `\\`; nothing is quoted.
    """
    return _tsv(*_indicators(data))


def render_compared_json(data: ComparedData) -> str:
    """A comparison as JSON: what was compared and how, then its cells; see `render_json`."""
    return escape_hidden(json.dumps(attrs.asdict(data), ensure_ascii=False, indent=2)) + "\n"


def render_cells_csv(rows: Sequence[CellRow]) -> str:
    """*rows* of a comparison as CSV, all its tables below one another; see `render_csv`."""
    return _csv(*_cells(rows))


def render_cells_tsv(rows: Sequence[CellRow]) -> str:
    """The same with tabs between; see `render_tsv`."""
    return _tsv(*_cells(rows))


def _indicators(data: ReportData) -> tuple[list[str], Iterator[list[object]]]:
    names = [each.name for each in attrs.fields(IndicatorRow)]
    rows = ([data.country, data.wave, *(getattr(row, name) for name in names)] for row in data.indicators)
    return ["country", "wave", *names], rows


def _cells(rows: Sequence[CellRow]) -> tuple[list[str], Iterator[list[object]]]:
    names = [each.name for each in attrs.fields(CellRow)]
    return names, ([getattr(row, name) for name in names] for row in rows)


def _csv(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return _MARK + out.getvalue()


def _tsv(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = ["\t".join(names), *("\t".join(str(_cell(value)).translate(_TSV) for value in row) for row in rows)]
    return _MARK + "".join(f"{line}\n" for line in lines)


def _cell(value: object) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    return guarded(visible(joined(value) if isinstance(value, tuple) else str(value)))


def joined(values: Sequence[str | EvidenceRow]) -> str:
    """A list as one text; of evidence, its ids with their places."""
    return "; ".join(each if isinstance(each, str) else f"{each.id} ({each.locus})" for each in values)
