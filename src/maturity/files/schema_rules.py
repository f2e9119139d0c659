"""What must hold between the fields of one mapping, as JSON Schema.

The classes and the checks say the same to whoever reads the files; the tests hold the two together.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from maturity.cases import Expectation
from maturity.files.framework_files import DimensionHead, FrameworkFile
from maturity.files.overlays import TranslatedText
from maturity.files.rating_checks import MAX_SUMMARY_WORDS
from maturity.files.rule_checks import AGGREGATIONS_READING, METHODS_READING
from maturity.framework import Component, Indicator
from maturity.groups import CODE, Group
from maturity.profile import Status
from maturity.records.findings import Finding, Lesson
from maturity.records.ratings import Rating
from maturity.records.statistics import Statistic
from maturity.rules import Normalisation, Rules

Schema: TypeAlias = dict[str, Any]


def _has(*keys: str) -> Schema:
    """Each key stands there with a value."""
    return {"required": list(keys), "properties": dict.fromkeys(keys, _VALUE)}


def _has_some(key: str) -> Schema:
    """The list has items."""
    return {"required": [key], "properties": {key: {"minItems": 1}}}


def _has_none(*keys: str, because: str) -> Schema:
    """Each key holds nothing, or an empty list."""
    nothing = {"type": ["null", "array"], "maxItems": 0, "errorMessage": because}
    return {"properties": dict.fromkeys(keys, nothing)}


def _is(key: str, *values: str) -> Schema:
    return {"required": [key], "properties": {key: {"enum": list(values)}}}


def _if(condition: Schema, then: Schema) -> Schema:
    return {"if": condition, "then": then}


def _any_of(*choices: Schema, because: str) -> Schema:
    """Said with a condition, since editors would offer each choice of an `anyOf` as a thing of its own."""
    *others, last = choices
    return _if({"not": {"anyOf": others}}, {**last, "errorMessage": because})


def _exactly_one(**choices: Schema) -> Iterator[Schema]:
    """One of the keys has what is said of it, and the others nothing."""
    because = f"exactly one of {', '.join(choices)}"
    yield _any_of(*choices.values(), because=because)
    keys = list(choices)
    for number, key in enumerate(keys[:-1], 1):
        yield _if(choices[key], _has_none(*keys[number:], because=because))


def _read_only_beside(
    kind: type[attrs.AttrsInstance], chooser: str, readers: Mapping[str, tuple[str, ...]]
) -> Iterator[Schema]:
    """Each key holds what holds without it, unless *chooser* is one of its readers."""
    unsaid = {each.name: each.default for each in attrs.fields(kind)}
    for key, names in readers.items():
        chosen_elsewhere: Schema = {"properties": {chooser: {"not": {"enum": [*names]}}}}
        if unsaid[chooser] in names:
            chosen_elsewhere["required"] = [chooser]
        because = f"only {', '.join(names)} may have it"
        held = {"enum": [*dict.fromkeys((unsaid[key], None))], "errorMessage": because}
        yield _if(chosen_elsewhere, {"properties": {key: held}})


def _few_words(most: int) -> Schema:
    """Of a text in several languages, only the reader knows which is the original."""
    return {"pattern": rf"^\s*(\S+\s+){{0,{most - 1}}}\S+\s*$", "patternErrorMessage": f"at most {most} words"}


_RESULTS = ("score", "level", "band", "no_score", "coverage", "rated", "gap", "gain")
_VALUE = {"type": ["string", "number", "array", "object"], "errorMessage": "a value is needed here"}
_WEIGHT = {"properties": {"weight": {"minimum": 0}}}
_ABOVE_0 = {"properties": {key: {"exclusiveMinimum": 0} for key in ("worst", "best", "target")}}
_IS_RANGE = {"anyOf": [_has("low"), _has("high")]}
_IS_RUBRIC = {"properties": {"kind": {"const": "rubric"}}}
_BEARING = tuple(_exactly_one(bears_on=_has_some("bears_on"), bears_on_none=_has("bears_on_none")))

RULES: dict[type[attrs.AttrsInstance], tuple[Schema, ...]] = {
    Rating: (
        *_exactly_one(level=_has("level"), answer=_has("answer"), status=_has("status")),
        _if(_has("level"), _has("confidence", "summary")),
        _if(_has("level"), _has_some("evidence")),
        _if(_is("status", "not-evaluable"), _has("searched")),
        {"properties": {"summary": _few_words(MAX_SUMMARY_WORDS)}},
    ),
    Statistic: (
        *_exactly_one(value=_has("value"), low=_IS_RANGE, text=_has("text")),
        _if(_IS_RANGE, {"allOf": [_has("low", "high"), _has_none("value", because="either a value or a range")]}),
        _any_of(_has("year"), _has("as_of"), because="a statistic has a year or an as_of"),
    ),
    Finding: _BEARING,
    Lesson: _BEARING,
    Normalisation: (
        _if(_is("method", "goalposts"), _has("worst", "best")),
        _if(_is("method", "distance-to-target"), _has("target")),
        _if(_is("method", "distance-from-point"), _has("point", "span")),
        _if(_is("transform", "log"), _ABOVE_0),
        *_read_only_beside(Normalisation, "method", METHODS_READING),
    ),
    Rules: tuple(_read_only_beside(Rules, "aggregation", AGGREGATIONS_READING)),
    Indicator: (
        _WEIGHT,
        _if(_IS_RUBRIC, {"allOf": [_has("aspect", "locus"), _has_some("questions"), _has_some("levels")]}),
        _if(_IS_RUBRIC, _has_none("answers", "normalise", "per", because="not on a rubric")),
        _if(_is("kind", "checklist"), _has_some("answers")),
        _if(_is("kind", "checklist"), _has_none("levels", "normalise", "per", because="not on a checklist")),
        _if(_is("kind", "measure"), _has_none("levels", "answers", because="not on a measure")),
    ),
    Component: (_WEIGHT,),
    DimensionHead: (_WEIGHT,),
    FrameworkFile: (
        {"properties": {"dimensions": {"uniqueItems": True}}},
        _any_of(_has_some("scale"), _has("range"), because="needs a range, or a scale that has one"),
        _any_of(_has_some("dimensions"), _has_some("indicators"), because="needs indicators, or dimensions with files"),
    ),
    Expectation: (
        _if(
            _has("no_score"), _has_none("score", "level", "band", because="either no_score, or a score, level and band")
        ),
        _any_of(*(_has(each) for each in _RESULTS), because="an expectation names at least one result"),
    ),
    Group: ({"properties": {"members": {"uniqueItems": True, "items": {"pattern": f"^{CODE}$"}}}},),
    Status: (_if(_is("stage", "reviewed", "validated"), _has("who", "when")),),
    TranslatedText: ({"properties": {"text": {"pattern": r"\S"}}},),
}
"""The rules of each class that has some."""
