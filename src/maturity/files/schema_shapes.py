"""The shapes of the classes that files are read into, as JSON Schema (draft 2020-12)."""

import sys
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import field, frozen, validators

from maturity.dates import Date
from maturity.files.field_types import is_list, is_number, is_optional, item_type, key_of
from maturity.files.fields import Kind, doc_of, summary_of, validator_of
from maturity.files.schema_rules import RULES, Schema
from maturity.records.rows import Row
from maturity.text import LANGUAGE_CODE, LANGUAGES, Text

FILLED = r"\S"
"""Text that is more than white space."""

DATE = (
    "^(?!0000)[0-9]{4}(-("
    "(0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?"
    "|(0[469]|11)(-(0[1-9]|[12][0-9]|30))?"
    "|02(-(0[1-9]|[12][0-9]))?"
    "))?$"
)
"""A year, a month or a day; of 29 February, only the reader knows in which years there is one."""

_DATE_WANTED = "write a year, a month or a day as 2021, 2021-01 or 2021-01-31"

_OPTIONAL: Any = type(validators.optional([]))
_BOUNDS = {">=": "minimum", ">": "exclusiveMinimum", "<=": "maximum", "<": "exclusiveMaximum"}
_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    float: {"type": "number", "minimum": -sys.float_info.max, "maximum": sys.float_info.max},
    Date: {
        "type": ["string", "integer"],
        "pattern": DATE,
        "patternErrorMessage": _DATE_WANTED,
        "minimum": 1000,
        "maximum": 9999,
    },
    Text: {
        "type": ["string", "object"],
        "pattern": FILLED,
        "minProperties": 1,
        "properties": {code: {"type": "string", "pattern": FILLED} for code in LANGUAGES},
        "propertyNames": {"pattern": f"^({LANGUAGE_CODE})$"},
        "additionalProperties": {"type": "string", "pattern": FILLED},
    },
}


@frozen(kw_only=True)
class Terms:
    """What fields that name something of a framework may hold, as schemas by what they refer to."""

    choices: Mapping[str, Schema] = field(
        factory=dict, metadata={"doc": "By `indicators` or `vocabulary/<its id>`; other fields hold any words."}
    )
    rules: Mapping[Kind, tuple[Schema, ...]] = field(
        factory=dict, metadata={"doc": "What the framework demands of a class beyond its own rules."}
    )


def list_definitions(kind: Kind, terms: Terms) -> Iterator[tuple[str, Schema]]:
    """Every class that a *kind* holds, at any depth, and the choices that they refer to, each under its name."""
    waiting: list[tuple[Kind, str]] = [(kind, "")]
    seen: set[str] = set()
    while waiting:
        found, rows = waiting.pop()
        name = _name(found, rows)
        if name in seen:
            continue
        seen.add(name)
        if found is not kind:
            yield name, class_schema(found, terms, rows=rows)
        for each in attrs.fields(found):
            refers = _refers(each, rows if found is Row else "")
            if refers in terms.choices and refers not in seen:
                seen.add(refers)
                yield _choice_name(refers), dict(terms.choices[refers])
            inner = item_type(each.type)
            if attrs.has(inner) and inner is not Text:
                waiting.append((inner, each.metadata.get("rows", "")))


def class_schema(kind: Kind, terms: Terms, *, rows: str = "") -> Schema:
    """A mapping that is read as a *kind*; as a row of the vocabulary *rows*, where that is given."""
    properties = {key_of(each): _field_schema(kind, each, terms, rows) for each in attrs.fields(kind)}
    required = [key_of(each) for each in attrs.fields(kind) if each.default is attrs.NOTHING]
    rules = [*RULES.get(kind, ()), *terms.rules.get(kind, ())]
    return {
        "description": summary_of(kind),
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
        **({"allOf": rules} if rules else {}),
    }


def _field_schema(kind: Kind, each: "attrs.Attribute[Any]", terms: Terms, rows: str) -> Schema:
    rules = list(_rules(validator_of(kind, each)))
    item = _item_schema(each, terms, rows)
    if is_list(each.type):
        found: Schema = {"type": "array", "items": item, **_list_limits(rules)}
    else:
        found = {**item, **_limits(rules, item)}
    if is_optional(each.type):
        found = _or_nothing(found)
    doc = doc_of(kind, each)
    described = {"description": doc} if doc else {}
    return {**described, **found, **_default(each)}


def _item_schema(each: "attrs.Attribute[Any]", terms: Terms, rows: str) -> Schema:
    refers = _refers(each, rows)
    if refers in terms.choices:
        return {"$ref": f"#/$defs/{_choice_name(refers)}"}
    item = item_type(each.type)
    if is_number(item):
        return _PLAIN[float]
    if item in _PLAIN:
        return _PLAIN[item]
    return {"$ref": f"#/$defs/{_name(item, each.metadata.get('rows', ''))}"}


def _refers(each: "attrs.Attribute[Any]", rows: str) -> str:
    """What the field names something of; `row` of a table's row names a term of the table's vocabulary."""
    found: str = each.metadata.get("refers", "")
    return f"vocabulary/{rows}" if rows and each.name == "row" else found


def _rules(validator: Any) -> Iterator[Any]:
    for each in getattr(validator, "_validators", (validator,)):
        yield each.validator if isinstance(each, _OPTIONAL) else each


def _limits(rules: list[Any], item: Schema) -> Schema:
    found: Schema = {}
    for rule in rules:
        options = getattr(rule, "options", None)
        if isinstance(options, range):
            found |= {"minimum": options[0], "maximum": options[-1]}
        elif options is not None and "$ref" not in item:
            found["enum"] = list(options)
        elif hasattr(rule, "pattern"):
            found["pattern"] = f"^({rule.pattern.pattern})$"
        elif hasattr(rule, "min_length"):
            found["minLength"] = rule.min_length
        elif hasattr(rule, "compare_op"):
            found[_BOUNDS[rule.compare_op]] = rule.bound
    return found


def _list_limits(rules: list[Any]) -> Schema:
    least = [rule.min_length for rule in rules if hasattr(rule, "min_length")]
    return {"minItems": max(least)} if least else {}


def _or_nothing(found: Schema) -> Schema:
    """A key that stands without a value is as good as left out."""
    if "$ref" in found:
        return {"anyOf": [found, {"type": "null"}]}
    types = found["type"] if isinstance(found["type"], list) else [found["type"]]
    choices = {"enum": [*found["enum"], None]} if "enum" in found else {}
    return {**found, "type": [*types, "null"], **choices}


def _default(each: "attrs.Attribute[Any]") -> Schema:
    plain = isinstance(each.default, str | int | float)
    return {"default": each.default} if plain else {}


def _name(kind: Kind, rows: str) -> str:
    return f"{kind.__name__}-of-{rows}" if kind is Row and rows else kind.__name__


def _choice_name(refers: str) -> str:
    return refers.rpartition("/")[2]
