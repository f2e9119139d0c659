"""Which column of a sheet is which: read from the row of keys."""

import re
from collections.abc import Mapping
from functools import cache

from attrs import frozen

from maturity.files.faults import did_you_mean
from maturity.files.workbook_cells import RawCell, RawSheet
from maturity.files.workbook_guard import column_number
from maturity.files.workbook_places import Places
from maturity.text import LANGUAGE_CODE
from maturity.workbook.columns import Column
from maturity.workbook.sheets import MARK
from maturity.workbook.tables import FORM, ORIGINAL, POSITION, RATINGS, SECTION, Table, list_tables

_LOOKED_AT = 15
"""Rows from the top within which the keys must stand."""

_TEXT_KEY = re.compile(rf"(?P<key>[^\[\]]+)\[(?P<language>{LANGUAGE_CODE}|{ORIGINAL})\]")
_OWN = re.compile(r"\(.*\)", re.DOTALL)


@frozen(kw_only=True)
class Placed:
    """What a column of a sheet holds: a column of the record, and the language of its text."""

    column: Column
    language: str = ""


@frozen(kw_only=True)
class KeyRow:
    """A sheet that holds a table, and what each of its columns holds."""

    sheet: RawSheet
    table: str
    part: str
    row: int
    keys: Mapping[int, str]


def find_keys(sheet: RawSheet) -> KeyRow | None:
    """The row of keys of a sheet, where it has one."""
    for row in sheet.rows[:_LOOKED_AT]:
        marked = [cell for cell in row if cell.kind == "text" and _marks(str(cell.value))]
        if marked:
            id, _, _ = str(marked[0].value).strip().partition(MARK)
            table, _, part = id.partition(":")
            keys = {cell.column: str(cell.value).strip() for cell in row if cell.kind == "text"}
            keys[marked[0].column] = keys[marked[0].column].partition(MARK)[2]
            return KeyRow(sheet=sheet, table=table, part=part, row=marked[0].row, keys=keys)
    return None


@cache
def tables_by_id() -> dict[str, Table]:
    """Every table that a workbook may hold."""
    return {each.id: each for each in list_tables()}


def read_columns(found: KeyRow, table: Table, places: Places) -> dict[int, Placed]:
    """The columns of a sheet by their number; what is amiss with the keys is kept as problems."""
    by_key = {each.key: each for each in (*table.columns, *_extra_columns(table))}
    placed: dict[int, Placed] = {}
    before = len(places.problems)
    for number, key in sorted(found.keys.items()):
        place = place_key(key, by_key)
        if place is None and not _OWN.fullmatch(key):
            names = [f"{each.key}[en]" if each.holds == "text" else each.key for each in by_key.values()]
            hint = did_you_mean(key, names) or "a column of your own has its key in brackets, such as (ours)"
            places.report(found.sheet, (found.row, number), "E304", f"unknown column '{key[:60]}'", hint)
        elif place in placed.values():
            places.report(found.sheet, (found.row, number), "E304", f"a second column '{key}'", "keep one of the two")
        elif place is not None:
            placed[number] = place
    if len(places.problems) == before:  # a key that was changed is named once, not a second time as missing
        _report_missing(found, by_key, placed, places)
    _report_unnamed(found, places)
    return placed


def _marks(text: str) -> bool:
    id = text.strip().partition(MARK)
    table = id[0].partition(":")[0]
    return bool(id[1]) and (table == FORM or table in tables_by_id())


def place_key(key: str, by_key: Mapping[str, Column]) -> Placed | None:
    """What a key stands for, or nothing where there is no such column."""
    if key in by_key and by_key[key].holds != "text":
        return Placed(column=by_key[key])
    match = _TEXT_KEY.fullmatch(key)
    if match and match["key"] in by_key and by_key[match["key"]].holds == "text":
        return Placed(column=by_key[match["key"]], language=match["language"])
    return None


def _report_missing(found: KeyRow, by_key: Mapping[str, Column], placed: Mapping[int, Placed], places: Places) -> None:
    seen = {each.column.key for each in placed.values()}
    lead = min(found.keys, default=1)
    for key in by_key:
        if key not in seen and key != POSITION:
            hint = "export anew, and copy the rows over" if len(by_key) - len(seen) > 3 else "put the column back"
            places.report(found.sheet, (found.row, lead), "E304", f"the column '{key}' is missing", hint)


def _report_unnamed(found: KeyRow, places: Places) -> None:
    """A column without a key would be lost, so it is named once, at its first cell."""
    first: dict[int, RawCell] = {}
    for row in found.sheet.rows:
        for cell in row:
            if cell.row > found.row and cell.column not in found.keys:
                first.setdefault(cell.column, cell)
    for cell in first.values():
        hint = "give the column a key in brackets to keep it as your own, or empty it"
        places.report(found.sheet, (cell.row, cell.column), "E304", "a value in a column without a key", hint)


def report_merged(found: KeyRow, places: Places) -> None:
    """Merged cells below the keys hold a value for one record, and none for the others that seem to have it."""
    for range in found.sheet.merged:
        match = _RANGE.fullmatch(range)
        if match and int(match["last"]) > found.row:
            column = column_number(match["column"])
            message = f"the cells {range} are merged"
            places.report(found.sheet, (int(match["first"]), column), "E306", message, "split them, and fill in each")


_RANGE = re.compile(r"(?P<column>[A-Z]{1,3})(?P<first>[0-9]{1,7}):[A-Z]{1,3}(?P<last>[0-9]{1,7})")


_SECTION_COLUMN = Column(path=(SECTION,), holds="choice", choices=SECTION, required=True)
_POSITION_COLUMN = Column(path=(POSITION,), holds="whole")


def _extra_columns(table: Table) -> tuple[Column, ...]:
    """Columns of a sheet beside those of its records."""
    section = (_SECTION_COLUMN,) if table.in_sections else ()
    return (*section, *((_POSITION_COLUMN,) if table.id == RATINGS else ()))
