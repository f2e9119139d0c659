import pytest

from maturity.files.document import Document
from maturity.files.faults import Fault, describe, did_you_mean, limit_faults, list_problems
from maturity.files.yaml_text import MAX_FAULTS, parse
from maturity.problems import Place, Problem

TEXT = "names:\n  en: Aland\nsources:\n  - {id: study, title: A study}\n  - {id: sequel}\n"
DOCUMENT = Document(shown="aaa/profile.yaml", text=TEXT, value=parse(TEXT, "x"))
ERROR, WARNING = Fault((), "E104", "unknown"), Fault((), "W202", "implausible")


@pytest.mark.parametrize(
    ("path", "at_key", "line", "column"),
    [
        (("names", "en"), False, 2, 7),
        (("names", "en"), True, 2, 3),
        (("names", "zh"), False, 2, 3),
        (("sources", 1, "id"), False, 5, 10),
        (("sources", 1), False, 5, 5),
        (("sources", 1, "title"), False, 5, 5),
        (("sources", 7), False, 4, 3),
        (("wave",), False, 1, 1),
        ((), False, 1, 1),
    ],
)
def test_a_fault_stands_at_its_value_or_key_or_else_at_the_nearest_value_above(
    path: tuple[str | int, ...], at_key: bool, line: int, column: int
) -> None:
    problem = Fault(path, "E104", "unknown id", "did you mean x?", at_key).in_document(DOCUMENT)
    place = Place(file="aaa/profile.yaml", line=line, column=column)
    assert problem == Problem(place=place, code="E104", message="unknown id", hint="did you mean x?")


def test_problems_come_in_the_order_of_the_faults() -> None:
    faults = [Fault(("sources", 1), "E101", "b"), Fault(("names",), "W201", "a"), Fault(("sources", 1), "E101", "c")]
    assert [str(each) for each in list_problems(iter(faults), DOCUMENT)] == [
        "aaa/profile.yaml:5:5: E101 b",
        "aaa/profile.yaml:2:3: W201 a",
        "aaa/profile.yaml:5:5: E101 c",
    ]
    assert list_problems([], DOCUMENT) == []


@pytest.mark.parametrize("count", [0, 1, MAX_FAULTS])
def test_ten_thousand_errors_are_all_kept(count: int) -> None:
    assert list(limit_faults([ERROR] * count)) == [ERROR] * count


@pytest.mark.parametrize("count", [1, 500])
def test_of_more_errors_it_is_said_that_there_are_more(count: int) -> None:
    *kept, last = limit_faults([ERROR] * (MAX_FAULTS + count))
    assert kept == [ERROR] * MAX_FAULTS
    assert last == Fault((), "E009", "more than 10,000 errors", "10,000 are listed")


def test_warnings_are_not_counted() -> None:
    faults = [WARNING, ERROR] * MAX_FAULTS + [WARNING] * 9
    assert list(limit_faults(faults)) == faults


@pytest.mark.parametrize(
    ("found", "hint"),
    [
        ("privacy-akt", "did you mean 'privacy-act'?"),
        ("privacy", "did you mean 'privacy-act'?"),
        ("Fund", "did you mean 'fund'?"),
        ("基金会", "did you mean '基金'?"),
        ("colour", ""),
        ("", ""),
    ],
)
def test_the_nearest_name_is_named_where_one_is_near(found: str, hint: str) -> None:
    assert did_you_mean(found, ["fund", "privacy-act", "基金"]) == hint


def test_of_no_names_none_is_near() -> None:
    assert did_you_mean("fund", iter(())) == ""


def test_of_several_near_names_the_nearest_is_named_in_whatever_order() -> None:
    names = ["legal.eid-law", "legal.eids", "legal.sso"]
    assert did_you_mean("legal.eid", names) == did_you_mean("legal.eid", names[::-1]) == "did you mean 'legal.eids'?"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        (True, "the truth value true"),
        (False, "the truth value false"),
        (0, "the number 0"),
        (-2.5, "the number -2.5"),
        ("", "the text ''"),
        ("level 2", "the text 'level 2'"),
        ("x" * 40, f"the text '{'x' * 40}'"),
        ("x" * 41, f"the text '{'x' * 39}…'"),
        ([], "a list"),
        ([1], "a list"),
        ({}, "a mapping"),
    ],
)
def test_a_value_is_described_by_its_kind_and_itself(value: object, words: str) -> None:
    assert describe(value) == words
