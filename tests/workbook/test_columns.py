from typing import get_args

import attrs
import pytest

from maturity.profile import Profile
from maturity.records.context import Branch
from maturity.records.record import Record
from maturity.text import Text
from maturity.workbook.columns import HOLDS, list_columns
from maturity.workbook.quoting import quoted, quoted_line, unquoted
from maturity.workbook.tables import form_columns, list_tables


@attrs.frozen(kw_only=True)
class Part:
    name: Text
    places: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Novelty(Record):
    """A record that nobody thought of."""

    size: float | None = None
    parts: tuple[Part, ...] = ()
    best: Part
    remarks: tuple[Text, ...] = ()


@attrs.frozen(kw_only=True)
class TooDeep(Record):
    parts: tuple[Novelty, ...]


def test_a_new_record_class_has_columns_without_new_code() -> None:
    found = {each.key: (each.holds, each.in_list) for each in list_columns(Novelty)}
    assert found["id"] == ("id", False)
    assert found["size"] == ("number", False)
    assert found["parts.name"] == ("text", True)
    assert found["parts.places"] == ("lines", True)
    assert found["best.name"] == ("text", False)
    assert found["remarks"] == ("text", True)
    assert (next(iter(found)), *list(found)[-2:]) == ("id", "note", "carried_from")


def test_lists_within_lists_are_refused_when_the_columns_are_made() -> None:
    with pytest.raises(TypeError, match="a list of texts or records within another has no columns"):
        list_columns(TooDeep)


def test_every_field_of_a_profile_has_a_column() -> None:
    fields = set()
    waiting: list[type[attrs.AttrsInstance]] = [Profile]
    while waiting:
        kind = waiting.pop()
        for each in attrs.fields(kind):
            inner = [one for one in (each.type, *get_args(each.type)) if one is not Text and attrs.has(one)]
            waiting += inner
            fields |= {each.name} if not inner else set()
            assert "key" not in each.metadata, "columns are named after fields"
    columns = [*form_columns(), *(column for table in list_tables() for column in table.columns)]
    assert {each.holds for each in columns} <= set(HOLDS)
    assert fields - {name for column in columns for name in column.path} <= {"answer", "status"}, (
        "in the level's column"
    )


def test_what_is_required_is_said() -> None:
    required = {each.key for each in list_columns(Branch) if each.required}
    assert required == {"id", "name", "contingencies", "source", "locus", "printed.text", "printed.locus"}


@pytest.mark.parametrize(
    "text", ["plain", '"quoted"', "", "  ", "\x00", "a\r\nb", "_x0041_", '\\"', '\\"x"', "\ud800", "\uffff", "<r></r>"]
)
def test_a_quoted_text_is_unquoted_to_itself(text: str) -> None:
    assert unquoted(quoted(text)) == text
    assert unquoted(quoted_line(text)) == text


@pytest.mark.parametrize("text", ["plain", '"quoted"', "'", "=1", "a\nb", "隐私法"])
def test_what_a_cell_can_hold_stands_as_it_is(text: str) -> None:
    assert quoted(text) == text


@pytest.mark.parametrize("cell", ['\\"', '\\"a', '\\"a" b', "\\"])
def test_what_nobody_quoted_is_left_alone(cell: str) -> None:
    assert unquoted(cell) == cell
