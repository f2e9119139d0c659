from typing import Any

import attrs
import pytest
from attrs import field, frozen

from maturity.dates import Date
from maturity.files.field_types import is_list, is_number, is_optional, item_type, key_of, present_type
from maturity.rules import Band
from maturity.text import Text

KINDS: list[tuple[Any, bool, Any, bool, bool]] = [
    (str, False, str, False, False),
    (int, False, int, False, False),
    (float, False, float, False, True),
    (bool, False, bool, False, False),
    (Date, False, Date, False, False),
    (Text, False, Text, False, False),
    (int | float, False, int | float, False, True),
    (str | None, False, str, True, False),
    (float | None, False, float, True, False),
    (int | float | None, False, int | float | None, True, True),
    (Date | None, False, Date, True, False),
    (tuple[str, ...], True, str, False, False),
    (tuple[Text, ...], True, Text, False, False),
    (tuple[Band, ...] | None, True, Band, True, False),
]


@pytest.mark.parametrize(("kind", "holds_list", "item", "may_be_nothing", "number"), KINDS)
def test_a_type_is_taken_apart(
    kind: Any,  # noqa: ANN401
    holds_list: bool,
    item: Any,  # noqa: ANN401
    may_be_nothing: bool,
    number: bool,
) -> None:
    assert is_list(kind) == holds_list
    assert item_type(kind) == item
    assert is_optional(kind) == may_be_nothing
    assert is_number(kind) == number


@pytest.mark.parametrize(
    ("kind", "present"),
    [
        (str | None, str),
        (str, str),
        (int | float | None, int | float | None),
        (tuple[str, ...] | None, tuple[str, ...]),
        (tuple[str], tuple[str]),
    ],
)
def test_the_type_behind_nothing_is_the_only_other_one(kind: Any, present: Any) -> None:  # noqa: ANN401
    assert present_type(kind) == present


def test_a_field_has_its_own_name_as_key_unless_it_says_another() -> None:
    assert [key_of(each) for each in attrs.fields(Range)] == ["from", "to"]


@frozen(kw_only=True)
class Range:
    """Something from one value to another."""

    lower: float = field(metadata={"key": "from"})
    to: float
