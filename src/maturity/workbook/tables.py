"""The sheets that hold a profile: a form for what stands once, and a table for each kind of record."""

from collections.abc import Iterator
from functools import cache
from typing import get_args, get_origin

import attrs
from attrs import evolve, field, frozen

from maturity.profile import Profile
from maturity.records.section import Section
from maturity.text import LANGUAGES, Text
from maturity.workbook.columns import Column, Options, field_columns, list_columns, option_lists

FORM = "profile"
"""Id of the sheet that holds what stands once in a profile."""

RATINGS = "ratings.ratings"
"""Id of the table that is split into a sheet for each dimension."""

SECTION, POSITION = "section", "position"
"""Keys of columns beside those of the record: the section that it stands in, and its place where that is not plain."""

ORIGINAL = "original"
"""Stands in brackets in place of a language, in a column that names the language a text was written in."""


@frozen(kw_only=True)
class Table:
    """A sheet's worth of records of one class."""

    id: str
    kind: type[attrs.AttrsInstance]
    columns: tuple[Column, ...]
    paths: tuple[tuple[str, ...], ...] = field(
        metadata={"doc": "Where in a profile the records stand; several where any section may hold them."}
    )

    @property
    def in_sections(self) -> bool:
        """Whether a column says which section a record stands in."""
        return len(self.paths) > 1

    @property
    def lead(self) -> Column:
        """The column that tells records apart."""
        return self.columns[0]


@cache
def form_columns() -> tuple[Column, ...]:
    """What stands once in a profile, in order."""
    return tuple(_form_columns(Profile, ()))


@cache
def list_tables() -> tuple[Table, ...]:
    """Every table of a profile's workbook, in the order of its sheets: ratings, sections, what surrounds them."""
    found = list(_tables(Profile, ()))
    shared = [each.name for each in attrs.fields(Section)]
    own = [each for each in found if each.paths[0][-1] not in shared]
    joined = [_joined([each for each in found if each.paths[0][-1] == name]) for name in shared]
    ratings = [each for each in own if each.id == RATINGS]
    sections = [each for each in own if _is_section(each.paths[0][0])]
    return (*ratings, *sections, *joined, *(each for each in own if each not in ratings and each not in sections))


def list_options() -> tuple[Options, ...]:
    """The closed lists that cells choose from, beside the framework's vocabularies."""
    sections = tuple(each.name for each in attrs.fields(Profile) if _is_section(each.name))
    found = {each.id: each for each in option_lists(Profile)}
    return (Options(id=SECTION, words=sections), *found.values())


def languages_of(language: str, found: set[str]) -> tuple[str, ...]:
    """The languages of text columns: the profile's own, those of reports, and others *found* in its texts."""
    return tuple(dict.fromkeys((language, *LANGUAGES, *sorted(found))))


def _tables(kind: type[attrs.AttrsInstance], above: tuple[str, ...]) -> Iterator[Table]:
    for each in attrs.fields(kind):
        path = (*above, each.name)
        if _is_table(each.type):
            record = get_args(each.type)[0]
            columns = _with_rows(list_columns(record), each.metadata.get("rows", ""))
            yield Table(id=".".join(path), kind=record, columns=columns, paths=(path,))
        elif each.type is not None and _holds_tables(each.type):
            yield from _tables(each.type, path)


def _form_columns(kind: type[attrs.AttrsInstance], above: tuple[str, ...]) -> Iterator[Column]:
    for each in attrs.fields(kind):
        if each.type is not None and _holds_tables(each.type):
            yield from _form_columns(each.type, (*above, each.name))
        elif not _is_table(each.type):
            yield from field_columns(kind, each, above)


def _with_rows(columns: tuple[Column, ...], rows: str) -> tuple[Column, ...]:
    """The rows of a yes/no table choose their term from the table's own vocabulary."""
    if not rows:
        return columns
    choices = f"vocabulary/{rows}"
    return tuple(evolve(each, holds="choice", choices=choices) if each.path == ("row",) else each for each in columns)


def _joined(tables: list[Table]) -> Table:
    """One table of the records of one class that every section may hold."""
    return evolve(tables[0], id=tables[0].paths[0][-1], paths=tuple(each.paths[0] for each in tables))


def _is_section(name: str) -> bool:
    kind = attrs.fields_dict(Profile)[name].type
    return isinstance(kind, type) and issubclass(kind, Section)


def _holds_tables(kind: type) -> bool:
    return attrs.has(kind) and any(_is_table(each.type) for each in attrs.fields(kind))


def _is_table(kind: type | None) -> bool:
    return get_origin(kind) is tuple and attrs.has(get_args(kind)[0]) and get_args(kind)[0] is not Text
