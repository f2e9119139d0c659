from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.cases import Case, CaseFile, Expectation, Given, GivenFact, GivenWeight
from maturity.files.case_files import ReadCases, fault_of, read_case_file
from maturity.files.faults import Fault, list_problems
from maturity.files.text_folder import TextFolder
from maturity.files.yaml_layout import file_text
from maturity.problems import DataError
from maturity.records.ratings import STATUSES

WHOLE = """\
framework: demo
cases:
  - id: half-way
    about: One of two is rated.
    country: AAA@2020
    ratings: {b.two: 2, a: yes, c: not-asked, a.one: 0}
    facts: {population: 1.5, area: -3}
    weights: {b: 0.5, a: 2}
    target: 3
    within: 0.01
    expect:
      overall: {score: 50, band: partial, coverage: 0.5}
      a.one: {no_score: not-rated, within: 0}
"""


def test_what_stands_before_a_colon_becomes_a_field() -> None:
    assert read(WHOLE).file == CaseFile(
        framework="demo",
        cases=(
            Case(
                id="half-way",
                about="One of two is rated.",
                country="AAA@2020",
                ratings=(
                    Given(node="b.two", level=2),
                    Given(node="a", answer="yes"),
                    Given(node="c", status="not-asked"),
                    Given(node="a.one", level=0),
                ),
                facts=(GivenFact(statistic="population", value=1.5), GivenFact(statistic="area", value=-3)),
                weights=(GivenWeight(node="b", weight=0.5), GivenWeight(node="a", weight=2)),
                target=3,
                within=0.01,
                expect=(
                    Expectation(node="overall", score=50, band="partial", coverage=0.5),
                    Expectation(node="a.one", no_score="not-rated", within=0),
                ),
            ),
        ),
    )


def test_what_is_left_out_is_empty() -> None:
    (case,) = read("framework: demo\ncases: [{id: a, about: b, expect: {c: {rated: 1}}}]\n").file.cases
    assert (case.country, case.ratings, case.facts, case.weights, case.target) == (None, (), (), (), None)
    assert case.within == 0.000001


def test_the_document_keeps_what_the_file_says() -> None:
    document = read(WHOLE).document
    found: Any = document.value
    assert (document.shown, document.text) == ("cases/x.yaml", WHOLE)
    assert found["cases"][0]["ratings"] == {"b.two": 2, "a": "yes", "c": "not-asked", "a.one": 0}


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "- framework: demo\n", "demo\n"])
def test_a_file_holds_a_mapping(text: str) -> None:
    assert problems(text) == ["cases/x.yaml: E008 the file is empty or holds no mapping"]


@pytest.mark.parametrize(
    ("cases", "line"),
    [
        ("[]", "2:8: E103 cases: it must not be empty"),
        ("{}", "2:8: E102 expected a list, found a mapping (write it as [ … ])"),
        ("", "2:7: E102 expected a list, found nothing (write it as [ … ])"),
        ("[half-way]", "2:9: E102 expected a mapping, found the text 'half-way'"),
    ],
)
def test_cases_are_a_list_of_mappings(cases: str, line: str) -> None:
    assert problems(f"framework: demo\ncases: {cases}\n") == [f"cases/x.yaml:{line}"]


def test_a_fault_stands_where_the_value_does_and_not_where_it_would_in_a_list() -> None:
    text = WHOLE.replace("c: not-asked", "c: 1.5").replace("a: 2}", "a: two}").replace("within: 0}", "colour: 0}")
    assert problems(text) == [
        "cases/x.yaml:6:36: E102 expected a whole number, found the number 1.5",
        "cases/x.yaml:8:26: E102 expected a number, found the text 'two'",
        "cases/x.yaml:13:36: E100 unknown key 'colour' "
        "(keys here: node, score, level, band, no_score, coverage, rated, gap, gain, within)",
    ]


def test_keys_of_one_field_do_not_shift_the_places_of_another() -> None:
    (found,) = problems(WHOLE.replace("area: -3", "area: much"))
    assert found == "cases/x.yaml:7:36: E102 expected a number, found the text 'much'"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("ratings: {b.two: 2, a: yes, c: not-asked, a.one: 0}", "ratings: 2", "the number 2"),
        ("facts: {population: 1.5, area: -3}", "facts: [population]", "a list"),
        ("weights: {b: 0.5, a: 2}", "weights:", "nothing"),
        ("weights: {b: 0.5, a: 2}", "weights: none", "the text 'none'"),
    ],
)
def test_what_is_given_by_id_is_a_mapping(old: str, new: str, found: str) -> None:
    (problem,) = problems(WHOLE.replace(old, new))
    assert problem.partition(": ")[2] == f"E102 expected a mapping, found {found} (write it as {{id: …}})"


@pytest.mark.parametrize("key", ["node", "colour"])
def test_an_id_is_not_named_again_inside(key: str) -> None:
    (problem,) = problems(WHOLE.replace("{score: 50,", f"{{{key}: a, score: 50,"))
    hint = {
        "node": "the node stands before the colon",
        "colour": "keys here: node, score, level, band, no_score, coverage, rated, gap, gain, within",
    }[key]
    assert problem == f"cases/x.yaml:12:17: E100 unknown key '{key}' ({hint})"


@pytest.mark.parametrize("value", ["true", "[1]", "{a: 1}", "1.0"])
def test_a_rating_is_a_level_or_a_word(value: str) -> None:
    (problem,) = problems(WHOLE.replace("a.one: 0", f"a.one: {value}"))
    assert problem.startswith("cases/x.yaml:6:54: E102 expected a whole number, found ")


def test_problems_of_all_cases_are_told_together() -> None:
    text = "framework: demo\ncases:\n" + "".join(
        f"  - {{id: c{number}, about: b, expect: {{x: {{rated: many}}}}}}\n" for number in range(3)
    )
    assert problems(text) == [
        f"cases/x.yaml:{line}:44: E102 expected a whole number, found the text 'many'" for line in (3, 4, 5)
    ]


def test_a_file_that_is_not_there_is_not_found() -> None:
    with pytest.raises(FileNotFoundError):
        read_case_file(TextFolder({}).joinpath("x.yaml"), "x.yaml")


def test_a_fault_is_placed_within_its_case() -> None:
    found = fault_of(2, "expect", "a.one", "gap", code="E103", message="no", hint="why", at_key=True)
    assert found == Fault(("cases", 2, "expect", "a.one", "gap"), "E103", "no", "why", True)


IDS = st.text("abz.0-", min_size=1, max_size=6)
RESULTS = st.integers(-9, 9) | st.sampled_from((*STATUSES, "yes", "no", "好"))


@given(ratings=st.dictionaries(IDS, RESULTS, max_size=5), facts=st.dictionaries(IDS, st.floats(-9, 9), max_size=3))
def test_what_is_written_by_id_is_read_in_its_order(ratings: dict[str, int | str], facts: dict[str, float]) -> None:
    case: dict[str, Any] = {"id": "any", "about": "b", "ratings": ratings, "facts": facts}
    (found,) = read(
        file_text({"framework": "demo", "cases": [{**case, "expect": {"overall": {"rated": 1}}}]})
    ).file.cases
    results = [
        next(each for each in (given.level, given.status, given.answer) if each is not None) for given in found.ratings
    ]
    assert list(zip([each.node for each in found.ratings], results, strict=True)) == list(ratings.items())
    assert [(each.statistic, each.value) for each in found.facts] == list(facts.items())
    assert all((each.status is not None) == (ratings[each.node] in STATUSES) for each in found.ratings)


def read(text: str) -> ReadCases:
    return read_case_file(TextFolder({"x.yaml": text}).joinpath("x.yaml"), "cases/x.yaml")


def problems(text: str) -> list[str]:
    try:
        found = read(text)
    except DataError as error:
        return [str(each) for each in error.problems]
    return [str(each) for each in list_problems(found.faults, found.document)]
