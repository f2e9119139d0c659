from typing import Any

import pytest
from attrs import field, frozen, validators

from maturity.dates import Date
from maturity.files.faults import Fault
from maturity.files.structure import structure
from maturity.files.yaml_text import Value
from maturity.rules import Band
from maturity.text import Text


@frozen(kw_only=True)
class Part:
    id: str = field(validator=validators.matches_re("[a-z]+"))
    size: float = field(default=1, validator=validators.ge(0))


@frozen(kw_only=True)
class Whole:
    name: Text
    kind: str = field(default="round", validator=validators.in_(("round", "square")))
    made: Date | None = None
    count: int | None = None
    figure: int | float | None = None
    shown: bool = False
    parts: tuple[Part, ...] = ()
    notes: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.count is not None and self.figure is not None:
            raise ValueError("count or figure, not both")


def faults(value: Value, kind: type[Any] = Whole, *, language: str = "en") -> list[Fault]:
    found, faults = structure(value, kind, language=language)
    assert found is None
    return faults


def whole(**values: Value) -> Whole:
    found, faults = structure({"name": "A", **values}, Whole, language="en")
    assert faults == []
    assert found is not None
    return found


def test_nothing_is_coerced() -> None:
    refused: list[tuple[str, Value, str]] = [
        ("kind", 1, "expected text, found the number 1"),
        ("kind", True, "expected text, found the truth value true"),
        ("count", "1", "expected a whole number, found the text '1'"),
        ("count", 1.0, "expected a whole number, found the number 1.0"),
        ("count", True, "expected a whole number, found the truth value true"),
        ("figure", "1", "expected a number, found the text '1'"),
        ("figure", False, "expected a number, found the truth value false"),
        ("shown", 1, "expected true or false, found the number 1"),
        ("shown", None, "expected true or false, found nothing"),
        ("parts", "abc", "expected a list, found the text 'abc'"),
        ("parts", {"id": "a"}, "expected a list, found a mapping"),
        ("parts", None, "expected a list, found nothing"),
        ("made", True, "expected a date, found the truth value true"),
        ("name", None, "expected text, found nothing"),
    ]
    for key, value, message in refused:
        assert [(each.path, each.code, each.message) for each in faults({"name": "A", key: value})] == [
            ((key,), "E102", message)
        ]


def test_nothing_stands_where_a_value_may_be_left_out() -> None:
    assert whole(made=None, count=None, figure=None) == whole()


def test_whole_and_other_numbers_keep_their_type() -> None:
    assert [type(whole(figure=each).figure) for each in (3, 3.0)] == [int, float]


def test_a_year_is_a_date_without_quotes() -> None:
    assert whole(made=2021).made == "2021"


def test_white_space_around_a_text_is_left_out() -> None:
    assert whole(name=" A\n").name == Text(original="A")


def test_a_plain_string_is_in_the_language_of_the_file() -> None:
    assert structure("甲", Text, language="zh") == (Text(language="zh", original="甲"), [])


def test_of_several_languages_that_of_the_file_is_the_original() -> None:
    value: Value = {"zh": "甲", "en": "A", "fr": "À"}
    assert structure(value, Text, language="fr")[0] == Text(
        language="fr", original="À", translations=(("en", "A"), ("zh", "甲"))
    )


def test_where_the_language_of_the_file_is_missing_the_first_is_the_original() -> None:
    value: Value = {"zh": "甲", "en": "A"}
    assert structure(value, Text, language="fr")[0] == Text(language="zh", original="甲", translations=(("en", "A"),))


def test_no_translation_is_empty() -> None:
    assert faults({"en": "A", "zh": " "}, Text) == [Fault((), "E103", "the text is empty")]


@pytest.mark.parametrize("code", ["EN", "english", "e", "éé", "zh-CN", ""])
def test_a_text_by_anything_but_a_language_is_refused(code: str) -> None:
    assert [(each.code, each.message) for each in faults({code: "A"}, Text)] == [
        ("E100", f"'{code}' is no language code")
    ]


def test_a_key_may_be_named_otherwise_than_its_field() -> None:
    assert structure({"from": 2, "name": "low"}, Band, language="en") == (
        Band(lower=2.0, name=Text(original="low")),
        [],
    )


def test_an_unknown_key_names_the_nearest_or_all() -> None:
    assert faults({"name": "A", "kinds": "round", "x": 1}) == [
        Fault(("kinds",), "E100", "unknown key 'kinds'", "did you mean 'kind'?", at_key=True),
        Fault(
            ("x",),
            "E100",
            "unknown key 'x'",
            "keys here: name, kind, made, count, figure, shown, parts, notes",
            at_key=True,
        ),
    ]


def test_every_broken_rule_is_told_once() -> None:
    value: Value = {"name": "A", "kind": "rund", "parts": [{"id": "A", "size": -1}, {"id": "ok"}, {"size": 2}]}
    assert faults(value) == [
        Fault(("parts", 0, "id"), "E103", "id: expected the pattern [a-z]+, found the text 'A'"),
        Fault(("parts", 0, "size"), "E103", "size: expected a number >= 0, found -1"),
        Fault(("parts", 2), "E101", "missing key 'id'"),
        Fault(
            ("kind",),
            "E103",
            "kind: expected one of round, square; found the text 'rund'",
            "did you mean 'round'?",
        ),
    ]


def test_a_rule_between_fields_stands_at_the_mapping() -> None:
    assert faults({"name": "A", "count": 1, "figure": 2}) == [Fault((), "E103", "count or figure, not both")]


def test_a_long_value_is_shortened_in_a_message() -> None:
    (fault,) = faults({"name": "A", "count": "x" * 100})
    assert fault.message == f"expected a whole number, found the text '{'x' * 39}…'"


def test_numbers_are_finite() -> None:
    assert faults({"name": "A", "figure": float("inf")}) == [Fault(("figure",), "E108", "the number is not finite")]


@pytest.mark.parametrize("wrong", [{}, 1, {"id": "a", "sizes": 1}, {"id": "A", "size": -1}])
def test_after_ten_thousand_faults_the_rest_is_not_looked_at(wrong: Value) -> None:
    found = faults({"name": "A", "parts": [wrong] * 15_000, "notes": [1]})
    assert found[10_000] == Fault((), "E009", "more than 10,000 errors", "10,000 are listed")
    assert {each.path[0] for each in found[:10_000]} == {"parts"}
    assert found[10_001:] == []


def test_ten_thousand_faults_are_all_told() -> None:
    found = faults({"name": "A", "notes": [1] * 10_000})
    assert [each.path for each in found] == [("notes", number) for number in range(10_000)]
