"""JSON Schema (draft 2020-12) for every kind of file, so that an editor completes and checks while one writes.

A schema accepts what the reader accepts of one file by itself; what holds between files, and between distant parts of
one, only `maturity check` sees.
"""

import json
from typing import Any

import attrs

from maturity.files.field_types import item_type, key_of
from maturity.files.fields import Kind
from maturity.files.framework_files import DimensionFile, FrameworkFile
from maturity.files.group_files import GroupsFile
from maturity.files.overlays import Overlay, TranslatedText
from maturity.files.profile_files import FILES, Defaults
from maturity.files.schema_cases import case_schema
from maturity.files.schema_rules import Schema
from maturity.files.schema_shapes import Terms, class_schema, list_definitions
from maturity.files.schema_terms import framework_terms, level_choices
from maturity.files.text_folder import FileText
from maturity.framework import LARGEST_WEIGHT, ROOT, Framework
from maturity.records.record import Record
from maturity.records.section import Section
from maturity.text import LANGUAGES
from maturity.vocabulary import Term

DIALECT = "https://json-schema.org/draft/2020-12/schema"

OVERLAY_KINDS = LANGUAGES[1:]
"""Translations, of a country folder and of a framework folder alike."""

MODELINE = "# yaml-language-server:"
"""How a line begins that editors read."""

COUNTRY_KINDS = (*FILES, *OVERLAY_KINDS)
"""Files of a country folder."""

FRAMEWORK_KINDS = ("framework", "dimension", "vocabularies", *OVERLAY_KINDS)
"""Files of a framework folder; those of dimensions have names of their own."""

CATALOG_KINDS = ("groups", "cases")
"""Files of a catalog beside its countries and frameworks; those of cases have names of their own."""

OPTION_KINDS = ("weights", "plan")
"""Files that `--weights` and `--target` take."""

KINDS = tuple(dict.fromkeys((*COUNTRY_KINDS, *FRAMEWORK_KINDS, *CATALOG_KINDS, *OPTION_KINDS)))
"""Every kind of file."""

_WHOLE: dict[str, Kind] = {"framework": FrameworkFile, "dimension": DimensionFile, "groups": GroupsFile}


def file_schema(kind: str, framework: Framework, *, language: str = "en") -> Schema:
    """The schema of a *kind* of file, for countries that are read against *framework*.

    Indicators, levels and terms are those of the framework, described in *language*.

    Raises:
        KeyError: There is no such kind of file.
    """
    found: Schema
    match kind:
        case "vocabularies":
            found = _vocabularies()
        case "weights":
            found = _weights(framework, language)
        case "cases":
            found = case_schema()
        case "plan":
            found = _plan(framework, language)
        case _ if kind in OVERLAY_KINDS:
            found = _overlay(kind)
        case _ if kind in FILES:
            found = _country_file(kind, framework_terms(framework, language=language, with_levels=kind == "ratings"))
        case _:
            found = _whole(_WHOLE[kind], Terms())
    title = f"{kind}.yaml, {framework.id} {framework.version}"
    return {"$schema": DIALECT, "title": title, **found}


def schema_files(framework: Framework, *, language: str = "en", kinds: tuple[str, ...] = KINDS) -> tuple[FileText, ...]:
    """The schemas of *kinds* of file, as files of a folder."""
    return tuple(
        FileText(name=_file_name(kind), text=schema_text(file_schema(kind, framework, language=language)))
        for kind in kinds
    )


def schema_text(schema: Schema) -> str:
    """The schema as JSON."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def modeline(kind: str, *, folder: str = "schemas") -> str:
    """The first line of a file of that *kind*, which tells editors where its schema is; *folder* as seen from it."""
    return f"{MODELINE} $schema={folder}/{_file_name(kind)}"


def _file_name(kind: str) -> str:
    return f"{kind}.schema.json"


def _whole(kind: Kind, terms: Terms) -> Schema:
    return {**class_schema(kind, terms), "$defs": dict(list_definitions(kind, terms))}


def _country_file(name: str, terms: Terms) -> Schema:
    """A file of a country folder; a section may say once what holds for every record in it."""
    kind = FILES[name]
    found = _whole(kind, terms)
    if not issubclass(kind, Section):
        return found
    defaults = class_schema(Defaults, terms)
    for definition in _record_names(found["$defs"]):
        required = found["$defs"][definition]["required"]
        found["$defs"][definition]["required"] = [key for key in required if key not in defaults["properties"]]
    unless_said = [_unless_default(key, kind) for key in defaults["properties"]]
    return {**found, "properties": {"defaults": defaults, **found["properties"]}, "allOf": unless_said}


def _record_names(definitions: dict[str, Schema]) -> list[str]:
    shared = {key_of(each) for each in attrs.fields(Record)}
    return [name for name, each in definitions.items() if shared <= each.get("properties", {}).keys()]


def _unless_default(key: str, kind: Kind) -> Schema:
    """Where the file gives no default for *key*, each of its records has the key."""
    lists = [key_of(each) for each in attrs.fields(kind) if issubclass(item_type(each.type), Record)]
    given = {"required": [key], "properties": {key: {"type": "string"}}}
    return {
        "if": {"required": ["defaults"], "properties": {"defaults": given}},
        "else": {"properties": {each: {"items": {"required": [key]}} for each in lists}},
    }


def _vocabularies() -> Schema:
    terms = {"type": "array", "items": {"$ref": "#/$defs/Term"}}
    return {
        "description": "A mapping: the id of a vocabulary, and its list of terms.",
        "type": "object",
        "additionalProperties": terms,
        "$defs": {"Term": class_schema(Term, Terms())},
    }


def _overlay(language: str) -> Schema:
    found = class_schema(Overlay, Terms())
    found["properties"]["language"]["const"] = language
    texts = {
        "description": "Translations by `<id>.<field>`.",
        "type": "object",
        "additionalProperties": class_schema(TranslatedText, Terms()),
    }
    return {
        **found,
        "properties": {**found["properties"], "texts": texts},
        "required": [*found["required"], "texts"],
    }


def _weights(framework: Framework, language: str) -> Schema:
    nodes: dict[str, Any] = {
        each.id: {"description": each.label.in_language(language), **_WEIGHT}
        for each in framework.nodes
        if each.id != ROOT
    }
    about = "Weights of dimensions, components or indicators, relative among siblings; the others keep theirs."
    return _by_name(about, nodes)


def _plan(framework: Framework, language: str) -> Schema:
    levels = level_choices(framework, language=language)
    indicators: dict[str, Any] = {
        each.id: {"description": each.label.in_language(language), **levels} for each in framework.indicators
    }
    return _by_name("Levels aimed at, by indicator; what is not named has no target.", indicators)


def _by_name(about: str, properties: dict[str, Any]) -> Schema:
    return {"description": about, "type": "object", "properties": properties, "additionalProperties": False}


_WEIGHT: Schema = {"type": "number", "minimum": 0, "maximum": LARGEST_WEIGHT}
