"""The records of a sheet as plain values: a row each, or several where a record holds lists."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import get_origin

import attrs
from attrs import define, frozen

from maturity.files.cell_values import cell_text, cell_value, chosen_word, refuse_other_unit
from maturity.files.faults import FaultError, did_you_mean
from maturity.files.workbook_cells import RawCell
from maturity.files.workbook_columns import KeyRow, Placed
from maturity.files.workbook_places import Places, RecordPlaces
from maturity.files.yaml_text import Value
from maturity.records.ratings import STATUSES
from maturity.workbook.columns import Column
from maturity.workbook.quoting import unquoted
from maturity.workbook.tables import ORIGINAL, POSITION, RATINGS, SECTION, Table

Cells = dict[int, RawCell]
"""The cells of one row by their column."""

Texts = dict[str, str]
"""What the cells of one text say, by language; `original` names the language it was written in."""


@define(kw_only=True)
class FoundRecord:
    """A record as it is put together from its rows."""

    value: dict[str, Value]
    places: RecordPlaces
    filled: bool = False
    section: str = ""
    position: int | None = None


@frozen(kw_only=True)
class TableReader:
    """Reads the rows of one sheet."""

    table: Table
    found: KeyRow
    placed: Mapping[int, Placed]
    languages: Sequence[str]
    places: Places
    takes_answers: Callable[[str], bool]

    def read(self) -> list[FoundRecord]:
        """The records below the row of keys, in order."""
        records: list[FoundRecord] = []
        by_id: dict[str, FoundRecord] = {}
        joins = any(each.in_list for each in self.table.columns)
        columns = _columns_by_path(self.placed, self.languages)
        lead = columns.get(self.table.lead.path, 1)
        for cells in self._rows():
            id = self._id(cells, lead)
            if joins and id is None:
                continue
            record = by_id.get(id) if joins and id else None
            if record is None:
                row = next(iter(cells.values())).row
                at = RecordPlaces(sheet=self.found.sheet, row=row, lead=lead, columns=columns, item_rows={})
                record = FoundRecord(value=_empty(self.table.kind), places=at)
                records.append(record)
                by_id[id or ""] = record
            self._add(record, cells, lead)
        return records

    def _rows(self) -> Iterator[Cells]:
        """Rows below the keys that say something; an indicator alone is no rating."""
        for row in self.found.sheet.rows:
            cells = {cell.column: cell for cell in row if cell.column in self.placed and str(cell.value).strip()}
            keys = {self.placed[number].column.key for number in cells}
            if self.table.id == RATINGS:
                keys -= {self.table.lead.key, POSITION}
            if keys and row[0].row > self.found.row:
                yield cells

    def _id(self, cells: Cells, lead: int) -> str | None:
        """The id of the row's record; a problem where it has none."""
        if lead in cells:
            return str(cells[lead].value).strip()
        if any(each.in_list for each in self.table.columns):
            hint = "each row of a record repeats its id"
            row = next(iter(cells.values())).row
            self.places.report(self.found.sheet, (row, lead), "E101", f"missing key '{self.table.lead.key}'", hint)
        return None

    def _add(self, record: FoundRecord, cells: Cells, lead: int) -> None:
        singles = {number for number in cells if number != lead and not self.placed[number].column.in_list}
        if singles and record.filled:
            first = self.places.place(self.found.sheet, record.places.row, lead)
            hint = f"first at {first.cell}; a row that continues a record fills in no more than its lists"
            cell = cells[lead]
            message = f"duplicate id '{str(cell.value)[:60]}'"
            self.places.report(self.found.sheet, (cell.row, cell.column), "E106", message, hint)
            return
        if singles:
            record.filled = True
            record.places = attrs.evolve(record.places, row=next(iter(cells.values())).row)
        self._add_values(record, cells, lead)

    def _add_values(self, record: FoundRecord, cells: Cells, lead: int) -> None:
        texts: dict[tuple[str, ...], Texts] = {}
        items: dict[str, dict[tuple[str, ...], Value]] = {}
        indicator = str(cells[lead].value).strip() if lead in cells else ""
        unit = self._unit(cells)
        for number, cell in sorted(cells.items()):
            placed = self.placed[number]
            column = placed.column
            try:
                if column.holds == "text":
                    texts.setdefault(column.path, {})[placed.language] = unquoted_text(cell)
                    continue
                refuse_other_unit(cell, unit)
                value = cell_value(cell, column, answers=self.takes_answers(indicator))
                self._take(record, column, value, items)
            except FaultError as error:
                self.places.report(self.found.sheet, (cell.row, cell.column), error.code, str(error), error.hint)
                if column.in_list:
                    items.setdefault(column.path[0], {})
        for path, found in texts.items():
            column = next(each for each in self.table.columns if each.path == path)
            self._take(record, column, self._text(found), items)
        row = next(iter(cells.values())).row
        for name, item in items.items():
            value = item[()] if () in item else _nested(item)
            record.value.setdefault(name, []).append(value)  # type: ignore[union-attr]
            record.places.item_rows.setdefault(name, []).append(row)

    def _unit(self, cells: Cells) -> str:
        """The unit that the row names, if it does."""
        named = [cell for number, cell in cells.items() if self.placed[number].column.key == "unit"]
        return unquoted(str(named[0].value).strip()) if named else ""

    def _take(
        self, record: FoundRecord, column: Column, value: Value, items: dict[str, dict[tuple[str, ...], Value]]
    ) -> None:
        if column.key == SECTION and self.table.in_sections:
            record.section = self._section(value)
        elif column.key == POSITION:
            record.position = value if isinstance(value, int) else None
        elif column.in_list:
            items.setdefault(column.path[0], {})[column.inner] = value
        elif column.holds == "result":
            record.value[_result_key(value)] = value
        else:
            put(record.value, column.path, value)

    def _section(self, value: Value) -> str:
        """The section named.

        Raises:
            FaultError: There is none of that name.
        """
        names = [path[0] for path in self.table.paths]
        if value not in names:
            hint = did_you_mean(str(value), names)
            raise FaultError("E103", f"section: expected one of {', '.join(names)}; found '{value}'", hint)
        return str(value)

    def _text(self, found: Texts) -> Value:
        original = chosen_word(found.pop(ORIGINAL, ""))
        return text_value(found, original, self.languages)


def text_value(found: Texts, original: str, languages: Sequence[str]) -> Value:
    """Texts by language, with the one first that they were written in."""
    order = [original, *languages, *sorted(found)]
    return {each: found[each] for each in dict.fromkeys(order) if each in found}


def unquoted_text(cell: RawCell) -> str:
    """The text in the cell, as it was written.

    Raises:
        FaultError: It holds no text.
    """
    return unquoted(cell_text(cell))


def put(value: dict[str, Value], path: Sequence[str], inner: Value) -> None:
    """Put *inner* into nested mappings."""
    for name in path[:-1]:
        value = value.setdefault(name, {})  # type: ignore[assignment]
    value[path[-1]] = inner


def _nested(item: Mapping[tuple[str, ...], Value]) -> Value:
    value: dict[str, Value] = {}
    for path, inner in item.items():
        put(value, path, inner)
    return value


def _result_key(value: Value) -> str:
    if isinstance(value, str):
        return "status" if value in STATUSES else "answer"
    return "level"


def _empty(kind: type[attrs.AttrsInstance]) -> dict[str, Value]:
    """A record of whose lists none is filled: one that must be there is there, and empty."""
    return {
        each.name: [] for each in attrs.fields(kind) if each.default is attrs.NOTHING and get_origin(each.type) is tuple
    }


def _columns_by_path(placed: Mapping[int, Placed], languages: Sequence[str]) -> dict[tuple[str | int, ...], int]:
    """Where each field stands; a text where the first of the languages does."""

    def rank(number: int) -> tuple[int, int]:
        language = placed[number].language
        return (languages.index(language) if language in languages else len(languages), number)

    found: dict[tuple[str | int, ...], int] = {}
    for number in sorted(placed, key=rank):
        column = placed[number].column
        paths = [("level",), ("status",), ("answer",)] if column.holds == "result" else [column.path]
        for path in paths:
            found.setdefault(path, number)
    return found
