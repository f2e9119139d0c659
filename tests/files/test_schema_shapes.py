import re
from typing import Any

import pytest
from attrs import field, frozen, validators
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from maturity.dates import Date, parse_date
from maturity.files.fields import Kind
from maturity.files.schema_shapes import DATE, Terms, class_schema, list_definitions
from maturity.records.rows import Row
from maturity.text import Text

TERMS = Terms(choices={"vocabulary/areas": {"enum": ["law"]}, "indicators": {"enum": ["a.one"]}})


@frozen(kw_only=True)
class Deep:
    """What lies deeper."""

    area: str | None = field(default=None, metadata={"refers": "vocabulary/areas"})


@frozen(kw_only=True)
class Part:
    """A part of a thing."""

    of: str = field(metadata={"refers": "records", "doc": "Id of the thing."})
    inner: tuple[Deep, ...] = ()


@frozen(kw_only=True)
class Thing:
    """`thing.yaml`: what a thing is.

    More of it.
    """

    id: str = field(validator=validators.matches_re(r"[a-z]+"), metadata={"doc": "A slug."})
    lower: float = field(default=0.5, metadata={"key": "from"})
    parts: tuple[Part, ...] = ()


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (str, {"type": "string"}),
        (int, {"type": "integer"}),
        (bool, {"type": "boolean"}),
        (str | None, {"type": ["string", "null"]}),
        (int | None, {"type": ["integer", "null"]}),
        (tuple[str, ...], {"type": "array", "items": {"type": "string"}}),
        (tuple[int, ...] | None, {"type": ["array", "null"], "items": {"type": "integer"}}),
    ],
)
def test_a_type_has_a_shape(kind: Any, schema: dict[str, Any]) -> None:  # noqa: ANN401
    assert shape(kind) == schema


@pytest.mark.parametrize("kind", [float, int | float])
def test_a_number_is_finite(kind: Any) -> None:  # noqa: ANN401
    accepts = Draft202012Validator(shape(kind)).is_valid
    assert [accepts(each) for each in (0, -2.5, 1e308)] == [True] * 3
    assert [accepts(each) for each in (float("inf"), -float("inf"), "1", None, True)] == [False] * 5


@pytest.mark.parametrize(
    ("kind", "validator", "limits"),
    [
        (str, validators.matches_re("[a-z]+|x"), {"pattern": "^([a-z]+|x)$"}),
        (str, validators.min_len(1), {"minLength": 1}),
        (str, validators.in_(("yes", "no")), {"enum": ["yes", "no"]}),
        (int, validators.in_(range(1800, 2101)), {"minimum": 1800, "maximum": 2100}),
        (int, validators.ge(0), {"minimum": 0}),
        (int, validators.gt(0), {"exclusiveMinimum": 0}),
        (int, validators.le(9), {"maximum": 9}),
        (int, validators.lt(9), {"exclusiveMaximum": 9}),
        (int, [validators.ge(0), validators.le(12)], {"minimum": 0, "maximum": 12}),
        (tuple[str, ...], validators.min_len(1), {"minItems": 1}),
        (tuple[str, ...], [validators.min_len(1), validators.min_len(3)], {"minItems": 3}),
    ],
)
def test_what_a_field_must_satisfy_is_a_limit(kind: Any, validator: Any, limits: dict[str, Any]) -> None:  # noqa: ANN401
    assert shape(kind, validator) == {**shape(kind), **limits}


def test_a_word_that_may_be_left_out_may_be_nothing() -> None:
    choice = validators.optional(validators.in_(("yes", "no")))
    assert shape(str | None, choice) == {"type": ["string", "null"], "enum": ["yes", "no", None]}
    assert shape(int | None, validators.optional(validators.gt(0))) == {
        "type": ["integer", "null"],
        "exclusiveMinimum": 0,
    }


# dates and texts


def test_a_date_is_what_the_reader_takes_but_for_leap_years() -> None:
    days = [f"{year}-{month:02}-{day:02}" for year in (2020, 2021) for month in range(14) for day in range(33)]
    others = [
        "2021",
        "2021-00",
        "2021-01",
        "2021-12",
        "2021-13",
        "0000",
        "0001",
        "21",
        "2021-1",
        "2021-01-1",
        "20210101",
    ]
    differ = [each for each in (*days, *others) if bool(re.search(DATE, each)) != is_date(each)]
    assert differ == ["2021-02-29"]


@given(st.from_regex(r"[0-9]{3,5}(-[0-9]{1,3}){0,3}", fullmatch=True))
def test_no_other_digits_are_a_date(text: str) -> None:
    assert bool(re.search(DATE, text)) == is_date(text) or text.endswith("-02-29")


@pytest.mark.parametrize(
    ("value", "is_date"),
    [(2021, True), (999, False), (10_000, False), ("2021-06", True), (None, False), (2021.5, False)],
)
def test_a_date_may_be_a_year_as_a_number(value: object, is_date: bool) -> None:
    assert Draft202012Validator(shape(Date)).is_valid(value) == is_date


@pytest.mark.parametrize("value", ["words", {"en": "a"}, {"zh": "甲", "arb": "b"}, " a "])
def test_a_text_stands_plain_or_by_language(value: object) -> None:
    assert Draft202012Validator(shape(Text)).is_valid(value)


@pytest.mark.parametrize(
    "value", ["", "  ", {}, {"en": ""}, {"en": " "}, {"English": "a"}, {"EN": "a"}, {"ja": 5}, ["a"], 5]
)
def test_a_text_is_filled_and_its_languages_are_codes(value: object) -> None:
    assert not Draft202012Validator(shape(Text)).is_valid(value)


# a whole class


def test_a_class_is_a_mapping_of_its_fields() -> None:
    assert class_schema(Thing, Terms()) == {
        "description": "What a thing is.",
        "type": "object",
        "properties": {
            "id": {"description": "A slug.", "type": "string", "pattern": "^([a-z]+)$"},
            "from": {**shape(float), "default": 0.5},
            "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}},
        },
        "required": ["id"],
        "additionalProperties": False,
    }


def test_the_rules_of_a_framework_are_added_to_those_of_the_class() -> None:
    rule = {"properties": {"id": {"const": "x"}}}
    assert class_schema(Thing, Terms(rules={Thing: (rule,)}))["allOf"] == [rule]
    assert "allOf" not in class_schema(Thing, Terms(rules={Part: (rule,)}))


def test_a_field_that_names_a_term_refers_to_the_choices_where_there_are_some() -> None:
    chosen = {"anyOf": [{"$ref": "#/$defs/areas"}, {"type": "null"}]}
    assert class_schema(Deep, TERMS)["properties"]["area"] == chosen
    assert class_schema(Deep, Terms())["properties"]["area"] == {"type": ["string", "null"]}


def test_every_class_and_list_of_choices_that_is_held_is_defined_once() -> None:
    held = dict(list_definitions(Thing, TERMS))
    assert held == {"Part": class_schema(Part, TERMS), "Deep": class_schema(Deep, TERMS), "areas": {"enum": ["law"]}}
    assert list(dict(list_definitions(Deep, TERMS))) == ["areas"]
    assert list(list_definitions(Deep, Terms())) == []


@frozen(kw_only=True)
class Tables:
    """Two tables of rows, and rows of none."""

    first: tuple[Row, ...] = field(default=(), metadata={"rows": "areas"})
    second: tuple[Row, ...] = field(default=(), metadata={"rows": "other"})
    loose: tuple[Row, ...] = ()


def test_the_rows_of_each_table_choose_from_its_own_vocabulary() -> None:
    held = dict(list_definitions(Tables, TERMS))
    assert held["Row-of-areas"]["properties"]["row"]["$ref"] == "#/$defs/areas"
    assert held["Row-of-other"]["properties"]["row"]["type"] == "string"
    assert held["Row"]["properties"]["row"]["type"] == "string"
    shapes = class_schema(Tables, TERMS)["properties"]
    assert [shapes[name]["items"]["$ref"] for name in ("first", "second", "loose")] == [
        "#/$defs/Row-of-areas",
        "#/$defs/Row-of-other",
        "#/$defs/Row",
    ]


def shape(kind: Any, validator: Any = None) -> dict[str, Any]:  # noqa: ANN401
    """The schema of a field of that type."""

    @frozen(kw_only=True)
    class Holder:
        """One field."""

        held: kind = field(validator=validator)

    holder: Kind = Holder
    found: dict[str, Any] = class_schema(holder, Terms())["properties"]["held"]
    return found


def is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True
