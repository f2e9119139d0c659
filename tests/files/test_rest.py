from typing import Any

import pytest

from maturity.files.positions import Path
from maturity.files.profile_files import ErrataFile, ProfileFile
from maturity.files.rest import Lost, Rest, as_written, read_rest
from maturity.files.yaml_text import Value
from maturity.records.skills import Skills


def finding(id: object, **others: object) -> dict[str, Any]:
    whole = {"id": id, "kind": "result", "text": "Some.", "source": "study", "locus": "§1", "bears_on": ["a.one"]}
    return {**whole, **others}


def read(**value: Any) -> Rest[Skills]:  # noqa: ANN401
    return read_rest(value, Skills, language="en")


def ids(rest: Rest[Skills]) -> list[str]:
    assert rest.value is not None
    return [each.id for each in rest.value.findings]


def test_what_is_right_is_read_whole() -> None:
    found = read(findings=[finding("one")])
    assert (ids(found), found.faults, found.lost) == (["one"], (), ())


def test_a_key_that_is_not_known_loses_nothing_else() -> None:
    value = {"findings": [finding("one", kidn="risk"), finding("two")], "findngs": [finding("three")]}
    found = read(**value)
    assert ids(found) == ["one", "two"]
    assert [each.path for each in found.faults] == [("findings", 0, "kidn"), ("findngs",)]
    assert found.lost == (Lost(list="findngs", index=0, id="three", ids=("three",)),)
    assert "kidn" in value["findings"][0]


def test_a_record_with_a_fault_is_lost_alone_and_its_id_is_kept() -> None:
    nested = finding("one", kind="trouble", printed=[{"id": "inside"}])
    found = read(findings=[nested, finding("two"), finding(3), "four", finding("five", kind=5), finding("six")])
    assert ids(found) == ["two", "six"]
    assert [(each.index, each.id, each.ids) for each in found.lost] == [
        (0, "one", ("one", "inside")),
        (2, None, ()),
        (3, None, ()),
        (4, "five", ("five",)),
    ]


def test_a_rule_that_a_key_hid_loses_the_record_without_another_word() -> None:
    row: Value = {"id": "slip", "kidn": "misprint"}
    found = read_rest({"errata": [row]}, ErrataFile, language="en")
    assert found.value == ErrataFile()
    assert [each.id for each in found.lost] == ["slip"]


def test_a_list_that_is_none_is_left_out() -> None:
    found = read(findings="none", activities=[])
    assert found.value == Skills()
    assert [each.code for each in found.faults] == ["E102"]


def test_without_a_field_that_must_be_there_nothing_is_left_but_ids() -> None:
    source: Value = {"id": "study", "title": "A study"}
    found = read_rest({"code": "x", "sources": [source]}, ProfileFile, language="en")
    assert found.value is None
    assert [(each.list, each.id) for each in found.lost] == [("sources", "study")]


@pytest.mark.parametrize("value", [[], None, 5])
def test_what_is_no_mapping_holds_nothing(value: Any) -> None:  # noqa: ANN401
    found = read_rest(value, Skills, language="en")
    assert (found.value, len(found.faults), found.lost) == (None, 1, ())


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (("findings", 0, "id"), ("findings", 1, "id")),
        (("findings", 1), ("findings", 3)),
        (("findings", 2, "about", 0), ("findings", 4, "about", 0)),
        (("others", 0), ("others", 0)),
        (("findings",), ("findings",)),
        (("code", "x"), ("code", "x")),
        ((), ()),
    ],
)
def test_a_path_counts_what_is_lost(path: Path, written: Path) -> None:
    lost = [Lost(list="findings", index=each, id=None, ids=()) for each in (2, 0)]
    assert as_written(path, lost) == written
