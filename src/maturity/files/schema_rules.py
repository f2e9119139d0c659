"""What must hold between the fields of one mapping, as JSON Schema.

The classes and the checks say the same to whoever reads the files; the tests hold the two together.
"""

from typing import Any

import attrs

from maturity.files.framework_files import DimensionHead, FrameworkFile
from maturity.files.overlays import TranslatedText
from maturity.files.rating_checks import MAX_SUMMARY_WORDS
from maturity.framework import Component, Indicator
from maturity.records.findings import Finding, Lesson
from maturity.records.ratings import Rating
from maturity.records.statistics import Statistic
from maturity.rules import Normalisation


def _has(*keys: str) -> dict[str, Any]:
    """Each key stands there with a value."""
    return {"required": list(keys), "properties": {key: {"not": {"type": "null"}} for key in keys}}


def _has_some(key: str) -> dict[str, Any]:
    """The list has items."""
    return {"required": [key], "properties": {key: {"minItems": 1}}}


def _has_none(key: str, *, because: str) -> dict[str, Any]:
    """The list is empty or left out, or the mapping is."""
    return {"properties": {key: {"maxItems": 0, "not": {"type": "object"}, "errorMessage": because}}}


def _is(key: str, *values: str) -> dict[str, Any]:
    return {"required": [key], "properties": {key: {"enum": list(values)}}}


def _if(condition: dict[str, Any], then: dict[str, Any]) -> dict[str, Any]:
    return {"if": condition, "then": then}


def _one_of(*choices: dict[str, Any], because: str) -> dict[str, Any]:
    return {"oneOf": list(choices), "errorMessage": because}


def _any_of(*choices: dict[str, Any], because: str) -> dict[str, Any]:
    return {"anyOf": list(choices), "errorMessage": because}


def _few_words(most: int) -> dict[str, Any]:
    """Of a text in several languages, only the reader knows which is the original."""
    return {"pattern": rf"^\s*(\S+\s+){{0,{most - 1}}}\S+\s*$", "patternErrorMessage": f"at most {most} words"}


_ONE_FIGURE = "a statistic has exactly one of value, low and high, or text"
_ABOVE_0 = {key: {"exclusiveMinimum": 0} for key in ("worst", "best", "target")}
_IS_RANGE = {"anyOf": [_has("low"), _has("high")]}
_WEIGHT = {"properties": {"weight": {"minimum": 0}}}
_BEARING = _one_of(_has_some("bears_on"), _has("bears_on_none"), because="needs either bears_on or bears_on_none")
_IS_RUBRIC = {"properties": {"kind": {"const": "rubric"}}}
_IS_CHECKLIST = _is("kind", "checklist")
_IS_MEASURE = _is("kind", "measure")
_FOREIGN = {
    key: _has_none(key, because=f"only a {kind} has {key}")
    for key, kind in {"levels": "rubric", "answers": "checklist", "normalise": "measure", "per": "measure"}.items()
}

RULES: dict[type[attrs.AttrsInstance], tuple[dict[str, Any], ...]] = {
    Rating: (
        _one_of(_has("level"), _has("answer"), _has("status"), because="a rating has exactly one of level or status"),
        _if(_has("level"), _has("confidence", "summary")),
        _if(_has("level"), _has_some("evidence")),
        _if(_is("status", "not-evaluable"), _has("searched")),
        {"properties": {"summary": _few_words(MAX_SUMMARY_WORDS)}},
    ),
    Statistic: (
        _one_of(_has("value"), _IS_RANGE, _has("text"), because=_ONE_FIGURE),
        _if(_IS_RANGE, _has("low", "high")),
        _any_of(_has("year"), _has("as_of"), because="a statistic has a year or an as_of"),
    ),
    Finding: (_BEARING,),
    Lesson: (_BEARING,),
    Normalisation: (
        _if(_is("method", "goalposts"), _has("worst", "best")),
        _if(_is("method", "distance-to-target"), _has("target")),
        _if(_is("method", "distance-from-point"), _has("point", "span")),
        _if(_is("transform", "log"), {"properties": _ABOVE_0}),
    ),
    Indicator: (
        _WEIGHT,
        _if(_IS_RUBRIC, {"allOf": [_has("aspect", "locus"), _has_some("questions"), _has_some("levels")]}),
        _if(_IS_CHECKLIST, _has_some("answers")),
        _if(_IS_RUBRIC, {"allOf": [_FOREIGN["answers"], _FOREIGN["normalise"], _FOREIGN["per"]]}),
        _if(_IS_CHECKLIST, {"allOf": [_FOREIGN["levels"], _FOREIGN["normalise"], _FOREIGN["per"]]}),
        _if(_IS_MEASURE, {"allOf": [_FOREIGN["levels"], _FOREIGN["answers"]]}),
    ),
    Component: (_WEIGHT,),
    DimensionHead: (_WEIGHT,),
    FrameworkFile: (
        {"properties": {"dimensions": {"uniqueItems": True}}},
        _any_of(_has("range"), _has_some("scale"), because="needs a range, or a scale that has one"),
        _any_of(_has_some("indicators"), _has_some("dimensions"), because="needs indicators, or dimensions with files"),
    ),
    TranslatedText: ({"properties": {"text": {"pattern": r"\S"}}},),
}
"""The rules of each class that has some."""
