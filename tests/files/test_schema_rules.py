from functools import cache
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from maturity.files.framework_files import DimensionHead, FrameworkFile
from maturity.files.overlays import TranslatedText
from maturity.files.rating_checks import MAX_SUMMARY_WORDS
from maturity.files.schema_rules import RULES
from maturity.framework import Component, Indicator
from maturity.records.findings import Finding, Lesson
from maturity.records.ratings import Rating
from maturity.records.statistics import Statistic
from maturity.rules import Normalisation, Rules

LEVEL = {"level": 2, "confidence": "high", "summary": "Seen.", "evidence": ["act"]}


@pytest.mark.parametrize(
    "value",
    [
        LEVEL,
        {**LEVEL, "level": 0},
        {**LEVEL, "answer": None, "status": None},
        {"answer": "partly"},
        {"status": "not-rated"},
        {"status": "not-asked", "level": None, "evidence": []},
        {"status": "not-evaluable", "searched": "§5"},
        {"status": "not-evaluable", "searched": {"fr": "§5"}},
    ],
)
def test_a_rating_is_a_level_an_answer_or_a_status(value: dict[str, Any]) -> None:
    assert said(Rating, value) == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({}, ["exactly one of level, answer, status"]),
        ({"level": None}, ["exactly one of level, answer, status"]),
        ({**LEVEL, "status": "not-rated"}, ["exactly one of level, answer, status"]),
        ({"answer": "yes", "status": "not-rated"}, ["exactly one of level, answer, status"]),
        ({**LEVEL, "answer": "yes", "status": "not-rated"}, ["exactly one of level, answer, status"] * 3),
    ],
)
def test_of_a_level_an_answer_and_a_status_one_alone_is_given(value: dict[str, Any], words: list[str]) -> None:
    assert said(Rating, value) == words


@pytest.mark.parametrize("key", ["confidence", "summary", "evidence"])
def test_a_level_needs_what_it_rests_on(key: str) -> None:
    without = {name: each for name, each in LEVEL.items() if name != key}
    assert places(Rating, without) == [((), "required")]


@pytest.mark.parametrize(
    ("changes", "place"),
    [({"confidence": None}, ("confidence",)), ({"summary": None}, ("summary",)), ({"evidence": []}, ("evidence",))],
)
def test_what_a_level_rests_on_is_told_at_its_key_where_it_is_empty(
    changes: dict[str, Any], place: tuple[str, ...]
) -> None:
    assert [at for at, _ in places(Rating, {**LEVEL, **changes})] == [place]


def test_who_found_nothing_says_where_one_looked() -> None:
    assert places(Rating, {"status": "not-evaluable"}) == [((), "required")]
    assert places(Rating, {"status": "not-evaluable", "searched": None}) == [(("searched",), "type")]


@given(
    st.lists(st.text(alphabet="ab,数§-", min_size=1, max_size=4), min_size=1, max_size=40),
    st.sampled_from((" ", "\n", "  ")),
)
def test_words_are_counted_as_the_reader_counts_them(words: list[str], between: str) -> None:
    summary = between.join(words)
    assert bool(said(Rating, {**LEVEL, "summary": summary})) == (len(summary.split()) > MAX_SUMMARY_WORDS)


@pytest.mark.parametrize(
    ("count", "words"), [(1, []), (25, []), (26, ["at most 25 words"]), (27, ["at most 25 words"])]
)
def test_a_summary_has_at_most_twenty_five_words(count: int, words: list[str]) -> None:
    assert said(Rating, {**LEVEL, "summary": " ".join(["word"] * count)}) == words


def test_space_around_a_summary_is_no_word() -> None:
    assert said(Rating, {**LEVEL, "summary": "  " + "word " * MAX_SUMMARY_WORDS + " \n"}) == []


YEAR = {"year": 2020}


@pytest.mark.parametrize(
    "value",
    [
        {"value": 0, **YEAR},
        {"low": 1, "high": 2, **YEAR},
        {"text": "about a million", **YEAR},
        {"value": 5, "as_of": "2020-01"},
        {"value": 5, "as_of": 2020, "year": None, "low": None, "high": None, "text": None},
    ],
)
def test_a_statistic_is_a_figure_a_range_or_words_with_a_time(value: dict[str, Any]) -> None:
    assert said(Statistic, value) == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"value": 5}, "a statistic has a year or an as_of"),
        (YEAR, "exactly one of value, low, text"),
        ({"value": 5, "text": "five", **YEAR}, "exactly one of value, low, text"),
        ({"value": 5, "low": 1, "high": 9, **YEAR}, "either a value or a range"),
        ({"low": 1, "high": 9, "text": "some", **YEAR}, "exactly one of value, low, text"),
    ],
)
def test_what_is_wrong_with_a_statistic_is_said_in_words(value: dict[str, Any], words: str) -> None:
    assert words in said(Statistic, value)


@pytest.mark.parametrize(("key", "other"), [("low", "high"), ("high", "low")])
def test_a_range_has_both_ends(key: str, other: str) -> None:
    (error,) = errors(Statistic, {key: 1, **YEAR})
    assert error.message == f"'{other}' is a required property"


@pytest.mark.parametrize("kind", [Finding, Lesson])
@pytest.mark.parametrize(
    ("value", "is_sound"),
    [
        ({"bears_on": ["a.one"]}, True),
        ({"bears_on": [], "bears_on_none": "general"}, True),
        ({"bears_on_none": {"zh": "过于笼统"}}, True),
        ({}, False),
        ({"bears_on": []}, False),
        ({"bears_on": ["a.one"], "bears_on_none": "general"}, False),
    ],
)
def test_a_statement_bears_on_something_or_says_why_not(kind: Any, value: dict[str, Any], is_sound: bool) -> None:  # noqa: ANN401
    assert said(kind, value) == ([] if is_sound else ["exactly one of bears_on, bears_on_none"])


@pytest.mark.parametrize(
    ("value", "lacks"),
    [
        ({}, []),
        ({"method": "min-max"}, []),
        ({"method": "goalposts", "worst": 0, "best": 1}, []),
        ({"method": "goalposts"}, ["worst", "best"]),
        ({"method": "goalposts", "best": 1}, ["worst"]),
        ({"method": "distance-to-target"}, ["target"]),
        ({"method": "distance-from-point", "point": 2}, ["span"]),
    ],
)
def test_each_method_has_what_it_measures_with(value: dict[str, Any], lacks: list[str]) -> None:
    assert [each.message for each in errors(Normalisation, value)] == [
        f"'{key}' is a required property" for key in lacks
    ]


@pytest.mark.parametrize(
    ("key", "goal"),
    [
        ("worst", {"method": "goalposts", "worst": 0, "best": 2}),
        ("best", {"method": "goalposts", "worst": 1, "best": 0}),
        ("target", {"method": "distance-to-target", "target": 0}),
    ],
)
def test_a_logarithm_is_of_what_is_above_nothing(key: str, goal: dict[str, Any]) -> None:
    assert places(Normalisation, {**goal, "transform": "log"}) == [((key,), "exclusiveMinimum")]
    assert places(Normalisation, goal) == []


@pytest.mark.parametrize(
    ("value", "unread"),
    [
        ({"direction": "lower"}, []),
        ({"method": "distance-from-point", "point": 1, "span": 1, "direction": "lower"}, ["direction"]),
        ({"method": "distance-from-point", "point": 1, "span": 1, "direction": "higher"}, []),
        ({"target": 1}, ["target"]),
        ({"method": "min-max", "target": 1, "clip": "none", "over": "panel"}, ["clip", "target"]),
        ({"method": "rank", "low": 1, "high": None}, ["low"]),
    ],
)
def test_what_a_method_does_not_read_is_refused(value: dict[str, Any], unread: list[str]) -> None:
    assert places(Normalisation, value) == [((key,), "enum") for key in unread]


def test_what_an_aggregation_does_not_read_is_refused() -> None:
    assert places(Rules, {"floor": 0.1, "holds_at": 1}) == [(("floor",), "enum"), (("holds_at",), "enum")]
    assert places(Rules, {"aggregation": "gate", "holds_at": 1}) == []


RUBRIC = {"aspect": "rule", "locus": "§1", "questions": ["Is it?"], "levels": [{"value": 0}]}


@pytest.mark.parametrize(
    "value",
    [
        RUBRIC,
        {**RUBRIC, "kind": "rubric", "answers": [], "normalise": None},
        {"kind": "checklist", "answers": [{"answer": "yes"}]},
        {"kind": "measure"},
        {"kind": "measure", "normalise": {}, "per": {"column": "people"}, "weight": 0},
    ],
)
def test_an_indicator_has_what_its_kind_needs(value: dict[str, Any]) -> None:
    assert said(Indicator, value) == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({**RUBRIC, "answers": [{}]}, ["not on a rubric"]),
        ({**RUBRIC, "per": {"column": "x"}, "normalise": {}}, ["not on a rubric"] * 2),
        ({"kind": "checklist", "answers": [{}], "levels": [{}]}, ["not on a checklist"]),
        ({"kind": "measure", "levels": [{}], "answers": [{}]}, ["not on a measure"] * 2),
    ],
)
def test_what_belongs_to_another_kind_is_said_to(value: dict[str, Any], words: list[str]) -> None:
    assert set(said(Indicator, value)) == set(words)
    assert len({at for at, _ in places(Indicator, value)}) == len(words)


@pytest.mark.parametrize("key", ["aspect", "locus", "questions", "levels"])
def test_what_names_no_kind_is_a_rubric_and_needs_all_of_it(key: str) -> None:
    (error,) = errors(Indicator, {name: each for name, each in RUBRIC.items() if name != key})
    assert error.message == f"'{key}' is a required property"


@pytest.mark.parametrize("kind", [Component, DimensionHead, Indicator])
def test_no_node_weighs_less_than_nothing(kind: Any) -> None:  # noqa: ANN401
    base = {"kind": "measure"} if kind is Indicator else {}
    assert places(kind, {**base, "weight": -0.1}) == [(("weight",), "minimum")]
    assert places(kind, {**base, "weight": 0}) == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"scale": [{}], "indicators": [{}]}, []),
        ({"range": {"low": 0, "high": 1}, "dimensions": ["alpha", "beta"]}, []),
        ({"range": None, "dimensions": ["alpha"]}, ["a value is needed here"]),
        ({"scale": [], "dimensions": ["alpha"]}, ["needs a range, or a scale that has one"]),
        ({"scale": [{}], "dimensions": []}, ["needs indicators, or dimensions with files"]),
        ({}, ["needs a range, or a scale that has one", "needs indicators, or dimensions with files"]),
    ],
)
def test_a_framework_has_scores_and_something_to_score(value: dict[str, Any], words: list[str]) -> None:
    assert said(FrameworkFile, value) == words


def test_a_dimension_is_listed_once() -> None:
    value = {"scale": [{}], "dimensions": ["alpha", "beta", "alpha"]}
    assert places(FrameworkFile, value) == [(("dimensions",), "uniqueItems")]


@pytest.mark.parametrize(("text", "is_sound"), [("法", True), (" a ", True), ("", False), (" \n", False)])
def test_a_translation_is_more_than_space(text: str, is_sound: bool) -> None:
    assert (places(TranslatedText, {"text": text}) == []) == is_sound


@pytest.mark.parametrize("kind", RULES, ids=lambda kind: kind.__name__)
def test_rules_name_no_key_that_the_class_has_not(kind: type[attrs.AttrsInstance]) -> None:
    keys = {each.name for each in attrs.fields(kind)}
    assert set(named_keys(RULES[kind])) <= keys


@cache
def validator(kind: type[attrs.AttrsInstance]) -> Draft202012Validator:
    schema = {"allOf": list(RULES[kind])}
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def errors(kind: type[attrs.AttrsInstance], value: dict[str, Any]) -> list[ValidationError]:
    return list(validator(kind).iter_errors(value))


def said(kind: type[attrs.AttrsInstance], value: dict[str, Any]) -> list[str]:
    """What an editor shows of each error: the words that stand beside what is broken, else the validator's."""
    return [words(each) for each in errors(kind, value)]


def words(error: ValidationError) -> str:
    schema: dict[str, Any] = dict(error.schema)
    return str(schema.get("errorMessage") or schema.get("patternErrorMessage") or error.message)


def places(kind: type[attrs.AttrsInstance], value: dict[str, Any]) -> list[tuple[tuple[str | int, ...], str]]:
    """Where each error stands, and which keyword of the schema says so."""
    return [(tuple(each.absolute_path), str(each.validator)) for each in errors(kind, value)]


def named_keys(schema: Any) -> list[str]:  # noqa: ANN401
    """Every key that a rule speaks of."""
    if isinstance(schema, dict):
        own = [*schema.get("required", ()), *schema.get("properties", {})]
        return own + [key for name, each in schema.items() if name != "required" for key in named_keys(each)]
    return [key for each in schema for key in named_keys(each)] if isinstance(schema, list | tuple) else []
