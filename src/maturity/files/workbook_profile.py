"""Profiles as workbooks, checked as their folders are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from maturity.files.document import Document
from maturity.files.faults import Fault
from maturity.files.profile_checks import Found, Part, check_profile
from maturity.files.profile_files import FILES, OPTIONAL, ProfileFile, SingleFile, path_in_profile
from maturity.files.references import list_definitions
from maturity.files.rest import Lost, as_written, read_rest
from maturity.files.workbook_cells import RawSheet, read_cells
from maturity.files.workbook_columns import (
    KeyRow,
    find_keys,
    read_columns,
    report_merged,
    tables_by_id,
)
from maturity.files.workbook_form import read_form
from maturity.files.workbook_places import Places
from maturity.files.workbook_tables import FoundRecord, TableReader
from maturity.files.yaml_text import Value
from maturity.framework import Framework
from maturity.problems import DataError
from maturity.workbook.sheets import MARK
from maturity.workbook.tables import FORM, RATINGS, languages_of


def read_workbook(path: Path, *, framework: Framework | None = None) -> SingleFile:
    """What a workbook that export wrote and people filled in holds of a profile.

    With a *framework*, it is checked against that too.

    Raises:
        DataError: The workbook holds errors; carries every problem found, each with its sheet and cell.
        MissingExtraError: openpyxl is not installed.
        OSError: It cannot be read.
    """
    shown = path.as_posix()
    places = Places(shown)
    value = read_values(read_cells(path, shown), places, framework=framework)
    return check_values(value, places, framework)


def read_values(sheets: Sequence[RawSheet], places: Places, *, framework: Framework | None = None) -> dict[str, Any]:
    """What the sheets say, as plain values; *places* keeps where each stands, and every problem.

    Raises:
        DataError: No sheet is one that export wrote.
    """
    found = [keys for sheet in sheets if (keys := find_keys(sheet)) is not None]
    _report_sheets(found, framework, places)
    value: dict[str, Any] = {name: {} for name in _HOLDERS}
    form = next((each for each in found if each.table == FORM), None)
    languages = read_form(form, value, places) if form else languages_of("en", set())
    for table in tables_by_id().values():
        own = [each for each in found if each.table == table.id]
        records = [record for each in own for record in _read_table(each, languages, framework, places)]
        records.sort(key=lambda each: each.position or len(records) + 1)
        for record in records:
            _put_record(record, table.paths, value, places)
        for at in table.paths if own else ():
            places.tables[at] = (own[0].sheet, own[0].row)
            _records_at(value, at)
    return value


def check_values(value: dict[str, Any], places: Places, framework: Framework | None) -> SingleFile:
    """The parts of the profile that *value* describes.

    Raises:
        DataError: It holds errors, or *places* kept some already.
    """
    parts: dict[str, Part] = {}
    lost: dict[str, tuple[Lost, ...]] = {}
    for name, kind in FILES.items():
        read = read_rest(_part_value(name, value), kind, language="en", original_first=True)
        for fault in read.faults:
            places.take(attrs.evolve(fault, path=path_in_profile(name, fault.path)))
        if read.faults:
            lost[name] = read.lost
        if read.value is not None:
            parts[name] = Part(document=Document(shown=places.shown, text="", value=None), value=read.value)
    names = {id(part.document): name for name, part in parts.items()}

    def list_faults(found: Found) -> Iterator[Fault]:
        for document, fault in found:
            path = path_in_profile(names[id(document)], fault.path)
            yield _with_first(attrs.evolve(fault, path=path), parts, lost, places)

    warnings = []
    for fault in list_faults(check_profile(parts, folder_name="", framework=framework, lost=lost)):
        if fault.code.startswith("W"):
            warnings.append(places.problem(fault))
        else:
            places.take(fault)
    if places.problems:
        raise DataError([*places.problems, *warnings])
    return SingleFile(
        parts=parts,
        warnings=tuple(warnings),
        list_problems=lambda found: [places.problem(each) for each in list_faults(found)],
    )


_HOLDERS = tuple(name for name in (each.replace("-", "_") for each in FILES) if name not in ("profile", *OPTIONAL))
"""Fields of a profile that hold tables of their own: the sections, and the ratings."""

_DUPLICATE = re.compile(r"duplicate id '(.*)'")


def _report_sheets(found: Sequence[KeyRow], framework: Framework | None, places: Places) -> None:
    """Refuse a workbook of which a sheet is missing, or there twice."""
    if not found:
        hint = "export a workbook, and fill in that one"
        places.report_file("E303", "no sheet of this workbook is one that export wrote", hint)
        raise DataError(places.problems)
    dimensions = [each.id for each in framework.dimensions] if framework else []
    wanted = [FORM, *(id for id in tables_by_id() if id != RATINGS), *(f"{RATINGS}:{each}" for each in dimensions)]
    ids = [f"{each.table}:{each.part}" if each.part else each.table for each in found]
    for id in wanted:
        if id not in ids:
            hint = f"its row of keys begins with '{id}{MARK}'; a sheet stays even where it is empty"
            places.report_file("E303", f"no sheet holds '{id}'", hint)
    for number, (id, each) in enumerate(zip(ids, found, strict=True)):
        if id in ids[:number]:
            first = found[ids.index(id)].sheet.name
            places.report(each.sheet, (each.row, 1), "E303", f"a second sheet of '{id}'", f"the first is '{first}'")


def _read_table(
    found: KeyRow, languages: tuple[str, ...], framework: Framework | None, places: Places
) -> list[FoundRecord]:
    table = tables_by_id()[found.table]
    report_merged(found, places)
    placed = read_columns(found, table, places)
    kinds = {each.id: each.kind for each in framework.indicators} if framework else {}
    reader = TableReader(
        table=table,
        found=found,
        placed=placed,
        languages=languages,
        places=places,
        takes_answers=lambda indicator: not framework or kinds.get(indicator) == "checklist",
    )
    return reader.read()


def _put_record(
    record: FoundRecord,
    paths: tuple[tuple[str, ...], ...],
    value: dict[str, Any],
    places: Places,
) -> None:
    path = next((each for each in paths if each[0] == record.section), paths[0])
    if len(paths) > 1 and not record.section:
        key = Fault((*path, -1), "E101", "missing key 'section'")
        places.records[key.path] = record.places
        places.take(key)
    records = _records_at(value, path)
    places.records[(*path, len(records))] = record.places
    records.append(record.value)


def _records_at(value: dict[str, Any], path: tuple[str, ...]) -> list[Value]:
    """The list at *path*, which is there from now on."""
    for name in path[:-1]:
        value = value[name]
    found: list[Value] = value.setdefault(path[-1], [])
    return found


def _part_value(name: str, value: dict[str, Any]) -> Value:
    """What the file *name* of a folder would hold."""
    if name == "profile":
        known = {each.name for each in attrs.fields(ProfileFile)}
        return {key: each for key, each in value.items() if key in known}
    if name in OPTIONAL:
        kind = FILES[name]
        return {attrs.fields(kind)[0].name: value.get(name, [])}
    found: Value = value[name.replace("-", "_")]
    return found


def _with_first(fault: Fault, parts: dict[str, Part], lost: Mapping[str, tuple[Lost, ...]], places: Places) -> Fault:
    """A duplicate id says in which cell it stands first."""
    match = _DUPLICATE.fullmatch(fault.message)
    if not match:
        return fault
    paths = (
        path_in_profile(name, as_written(each.path, lost.get(name, ())))
        for name, part in parts.items()
        for each in list_definitions(part.value)
        if each.id == match[1]
    )
    first = places.find((*next(paths), "id"))
    return attrs.evolve(fault, hint=f"first at {first.sheet}!{first.cell}")
