"""Sheets of a workbook as they are read, for tests that need no file."""

from collections.abc import Sequence

from maturity.files.workbook_cells import RawCell, RawSheet

Content = str | int | float | bool


def raw_cell(value: Content, *, kind: str = "", row: int = 4, column: int = 1) -> RawCell:
    """A cell of the kind that its value has, or of another."""
    plain = "truth" if isinstance(value, bool) else "text" if isinstance(value, str) else "number"
    return RawCell(row=row, column=column, kind=kind or plain, value=value)


def raw_sheet(*rows: Sequence[Content | RawCell], name: str = "Acts", merged: tuple[str, ...] = ()) -> RawSheet:
    """A sheet of these rows, from the top; an empty text is no cell."""
    found = [
        tuple(_placed(each, number, place) for place, each in enumerate(row, 1) if each != "")
        for number, row in enumerate(rows, 1)
    ]
    return RawSheet(name=name, number=1, rows=tuple(row for row in found if row), merged=merged)


def formula(value: str) -> RawCell:
    return raw_cell(value, kind="formula")


def _placed(value: Content | RawCell, row: int, column: int) -> RawCell:
    if isinstance(value, RawCell):
        return RawCell(row=row, column=column, kind=value.kind, value=value.value)
    return raw_cell(value, row=row, column=column)
