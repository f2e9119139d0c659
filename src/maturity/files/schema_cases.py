"""The schema of files of worked cases, in which an id stands before the colon and not in a record."""

import attrs

from maturity.cases import CaseFile, GivenFact, GivenWeight
from maturity.files.schema_rules import Schema
from maturity.files.schema_shapes import Terms, class_schema, list_definitions


def case_schema() -> Schema:
    """What a file of cases holds; its framework is named in the file, so that every id is free."""
    terms = Terms()
    definitions = dict(list_definitions(CaseFile, terms))
    expectation = definitions["Expectation"]
    del expectation["properties"]["node"]
    expectation.pop("required")
    case = definitions["Case"]
    for key, held in (
        ("ratings", {"type": ["integer", "string"]}),
        ("facts", _value_of(GivenFact, "value")),
        ("weights", _value_of(GivenWeight, "weight")),
        ("expect", {"$ref": "#/$defs/Expectation"}),
    ):
        case["properties"][key] = {
            "description": case["properties"][key]["description"],
            "type": "object",
            **({"minProperties": 1} if key in case["required"] else {}),
            "additionalProperties": held,
        }
    return {**class_schema(CaseFile, terms), "$defs": {"Case": case, "Expectation": expectation}}


def _value_of(kind: type[attrs.AttrsInstance], key: str) -> Schema:
    found: Schema = class_schema(kind, Terms())["properties"][key]
    return found
