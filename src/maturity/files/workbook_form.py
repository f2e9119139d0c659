"""What stands once in a profile, read from the sheet that has a row for each value."""

import re
from collections.abc import Iterator
from typing import Any

from maturity.files.cell_values import cell_value
from maturity.files.faults import FaultError, did_you_mean
from maturity.files.workbook_cells import RawCell
from maturity.files.workbook_columns import KeyRow, place_key
from maturity.files.workbook_places import FormPlaces, Places
from maturity.files.workbook_tables import Cells, Texts, put, text_value, unquoted_text
from maturity.text import LANGUAGE_CODE
from maturity.workbook.columns import Column
from maturity.workbook.tables import ORIGINAL, form_columns, languages_of


def read_form(form: KeyRow, value: dict[str, Any], places: Places) -> tuple[str, ...]:
    """Fill in what stands once; gives the languages of texts, the profile's own first."""
    by_name = {name: number for number, name in form.keys.items()}
    if not {"key", "value"} <= by_name.keys():
        places.report(form.sheet, (form.row, 1), "E304", "the columns 'key' and 'value' must both be there")
        return languages_of("en", set())
    rows = _rows_by_key(form, by_name["key"], places)
    by_key = {each.key: each for each in form_columns()}
    language = str(rows["language"][by_name["value"]].value) if by_name["value"] in rows.get("language", {}) else "en"
    languages = languages_of(language if re.fullmatch(LANGUAGE_CODE, language) else "en", set())
    texts: dict[str, Texts] = {}
    at: dict[tuple[str | int, ...], int] = {}
    for key, cells in rows.items():
        placed = place_key(key, by_key)
        cell = cells[by_name["key"]]
        if placed is None:
            message = f"unknown key '{key[:60]}'"
            places.report(form.sheet, (cell.row, cell.column), "E304", message, did_you_mean(key, by_key))
            continue
        at.setdefault(placed.column.path, cell.row)
        if placed.column.required and placed.column.holds in ("lines", "ids"):
            put(value, placed.column.path, [])
        if by_name["value"] in cells:
            _take_form_value(cells[by_name["value"]], placed.column, placed.language, (value, texts), form, places)
    for key, found in texts.items():
        put(value, by_key[key].path, text_value(found, found.pop(ORIGINAL, ""), languages))
    places.form = FormPlaces(sheet=form.sheet, row=form.row, column=by_name["value"], rows=at)
    return languages


def _rows_by_key(form: KeyRow, column: int, places: Places) -> dict[str, Cells]:
    """The rows of the form; of two with one key the first counts, and the other is a problem."""
    rows: dict[str, Cells] = {}
    for cells, cell in _form_rows(form, column):
        key = str(cell.value).strip()
        if key in rows:
            places.report(form.sheet, (cell.row, column), "E304", f"a second row '{key[:60]}'", "keep one of the two")
        rows.setdefault(key, cells)
    return rows


def _form_rows(form: KeyRow, column: int) -> Iterator[tuple[Cells, RawCell]]:
    for row in form.sheet.rows:
        cells = {cell.column: cell for cell in row if cell.row > form.row and str(cell.value).strip()}
        if column in cells:
            yield cells, cells[column]


def _take_form_value(
    cell: RawCell,
    column: Column,
    language: str,
    into: tuple[dict[str, Any], dict[str, Texts]],
    form: KeyRow,
    places: Places,
) -> None:
    value, texts = into
    try:
        if column.holds == "text":
            texts.setdefault(column.key, {})[language] = unquoted_text(cell)
        else:
            put(value, column.path, cell_value(cell, column))
    except FaultError as error:
        places.report(form.sheet, (cell.row, cell.column), error.code, str(error), error.hint)
