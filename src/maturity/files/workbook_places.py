"""Where the values that a workbook gave stand in it, by their paths in the profile."""

import re
from collections.abc import Mapping

import attrs
from attrs import define, field, frozen

from maturity.files.faults import Fault
from maturity.files.positions import Path
from maturity.files.workbook_cells import RawSheet
from maturity.problems import CellPlace, Place, Problem

_HINTS = {"quote it": "format the cell as text, then type it again", "write it as [ … ]": ""}
"""Advice for those who write YAML, and what it is for those who fill in cells."""


_MISSING = re.compile(r"missing key '(.+)'")


@frozen(kw_only=True)
class RecordPlaces:
    """The rows of one record, and the columns of its fields by their paths."""

    sheet: RawSheet
    row: int
    lead: int
    columns: Mapping[Path, int]
    item_rows: dict[str, list[int]] = field(metadata={"doc": "Rows of the items of each list."})

    def has_column(self, key: str) -> bool:
        """Whether the sheet has a column for the field *key*."""
        return any(path[0] == key for path in self.columns)

    def find(self, path: Path) -> tuple[int, int]:
        """Row and column of the value at *path* within the record; its lead where it has no column."""
        row = self.row
        steps = path
        if len(path) > 1 and isinstance(path[1], int) and path[0] in self.item_rows:
            rows = self.item_rows[str(path[0])]
            row = rows[path[1]] if path[1] < len(rows) else row
            steps = (path[0], *path[2:])
        while steps:
            if steps in self.columns:
                return row, self.columns[steps]
            under = [column for found, column in self.columns.items() if found[: len(steps)] == steps]
            if under:
                return row, min(under)
            steps = steps[:-1]
        return row, self.lead


@frozen(kw_only=True)
class FormPlaces:
    """The rows of what stands once in a profile, by path, and the column of their values."""

    sheet: RawSheet
    row: int
    column: int
    rows: Mapping[Path, int]

    def find(self, path: Path) -> tuple[int, int]:
        """Row and column of the value at *path*, or of the nearest above it; the keys where it has none."""
        for length in range(len(path), 0, -1):
            under = [row for found, row in self.rows.items() if found[:length] == path[:length]]
            if under:
                return min(under), self.column
        return self.row, self.column


@define
class Places:
    """Every problem of a workbook with its place, and where each record stands."""

    shown: str
    records: dict[Path, RecordPlaces] = field(factory=dict)
    tables: dict[Path, tuple[RawSheet, int]] = field(factory=dict)
    form: FormPlaces | None = None
    problems: list[Problem] = field(factory=list)
    cells: set[CellPlace] = field(factory=set)

    def report(self, sheet: RawSheet, at: tuple[int, int], code: str, message: str, hint: str = "") -> None:
        """Keep a problem with one cell, of which *at* gives row and column."""
        place = self.place(sheet, *at)
        self.cells.add(place)
        self.problems.append(Problem(place=place, code=code, message=message, hint=_HINTS.get(hint, hint)))

    def report_file(self, code: str, message: str, hint: str = "") -> None:
        """Keep a problem with the workbook as a whole."""
        self.problems.append(Problem(place=Place(file=self.shown), code=code, message=message, hint=hint))

    def place(self, sheet: RawSheet, row: int, column: int) -> CellPlace:
        """A cell as a place."""
        return CellPlace(file=self.shown, line=row, column=column, sheet=sheet.name, sheet_number=sheet.number)

    def take(self, fault: Fault) -> None:
        """Keep a fault of the value at its path, unless it follows from a problem that is kept already."""
        missing = _MISSING.fullmatch(fault.message)
        path = (*fault.path, missing[1]) if missing else fault.path
        place = self.find(path)
        whole = fault.path in self.records and not missing
        row = {each for each in self.cells if (each.sheet, each.line) == (place.sheet, place.line)} if whole else ()
        record = self.records.get(fault.path)
        lacks_column = missing and record and not record.has_column(missing[1])  # which is a problem of its own
        if place in self.cells or row or lacks_column:
            return
        self.cells.add(place)
        self.problems.append(attrs.evolve(self.problem(fault), place=place))

    def problem(self, fault: Fault) -> Problem:
        """A fault of the value at its path as a problem with a place."""
        hint = _HINTS.get(fault.hint, fault.hint)
        return Problem(place=self.find(fault.path), code=fault.code, message=fault.message, hint=hint)

    def find(self, path: Path) -> CellPlace:
        """Where the value at *path* stands, or the nearest above it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.records:
                record = self.records[path[:length]]
                return self.place(record.sheet, *record.find(path[length:]))
            if path[:length] in self.tables:
                sheet, row = self.tables[path[:length]]
                return self.place(sheet, row, 1)
        if self.form is None:
            return CellPlace(file=self.shown, line=1, column=1, sheet="")
        return self.place(self.form.sheet, *self.form.find(path))
