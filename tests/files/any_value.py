"""Any value of a class of the library, for property tests: what its types and validators allow."""

from collections.abc import Callable
from typing import Any, get_args, get_origin

import attrs
from attrs import validators
from hypothesis import strategies as st

from maturity.cases import Expectation
from maturity.dates import Date
from maturity.files.rule_checks import AGGREGATIONS_READING, METHODS_READING
from maturity.groups import Group
from maturity.profile import Status
from maturity.records.ratings import STATUSES, Rating
from maturity.records.statistics import Statistic
from maturity.rules import METHODS, Normalisation, Rules
from maturity.text import Text

SOLID = st.text(min_size=1, max_size=12).map(str.strip).filter(bool)
CODES = st.sampled_from(("en", "fr", "ja", "zh", "arb"))
DATES = st.sampled_from(("2021", "2021-02", "2020-02-29")).map(Date)

_OPTIONAL: Any = type(validators.optional([]))
_IN: Any = type(validators.in_(()))
_PATTERN: Any = type(validators.matches_re(""))
_MIN_LENGTH: Any = type(validators.min_len(0))


@st.composite
def any_value(draw: st.DrawFn, kind: type[attrs.AttrsInstance]) -> attrs.AttrsInstance:
    """A *kind* with every field filled with what its type and its validators allow."""
    found = {each.name: draw(_field(each)) for each in attrs.fields(kind)}
    return kind(**_LAWFUL.get(kind, dict)(found))


@st.composite
def texts(draw: st.DrawFn) -> Text:
    language = draw(CODES)
    others = draw(st.dictionaries(CODES.filter(lambda code: code != language), SOLID, max_size=2))
    return Text(language=language, original=draw(SOLID), translations=tuple(sorted(others.items())))


def _field(each: "attrs.Attribute[Any]") -> st.SearchStrategy[Any]:
    return _allowed(each.validator, each.type or object)


def _allowed(validator: object, kind: type[Any]) -> st.SearchStrategy[Any]:
    if isinstance(validator, _OPTIONAL):
        return st.none() | _allowed(validator.validator, _inner(kind))
    if isinstance(validator, _IN):
        return st.sampled_from(list(validator.options))
    if isinstance(validator, _PATTERN):
        return st.from_regex(validator.pattern, fullmatch=True)
    if isinstance(validator, _MIN_LENGTH):
        return _typed(kind, least=1)
    rules: tuple[Any, ...] = getattr(validator, "_validators", (validator,))
    bounds = [each.bound for each in rules if each]
    if not bounds:
        return _typed(kind)
    if kind is int or int in get_args(kind):
        return st.integers(*(bounds if len(bounds) == 2 else (0, 1000)))
    return st.integers(1, 1000).map(float) if len(bounds) == 1 else st.floats(*bounds)


def _typed(kind: type[Any], *, least: int = 0) -> st.SearchStrategy[Any]:
    if kind is Date:
        return DATES
    if kind is Text:
        return texts()
    if get_origin(kind) is tuple:
        return st.lists(_typed(get_args(kind)[0]), min_size=least, max_size=2).map(tuple)
    if type(None) in get_args(kind):
        return st.none() | st.one_of([_typed(each) for each in get_args(kind) if each is not type(None)])
    if attrs.has(kind):
        return any_value(kind)
    plain: dict[type[Any], st.SearchStrategy[Any]] = {
        str: st.text(min_size=least, max_size=12),
        bool: st.booleans(),
        int: st.integers(-(10**18) + 1, 10**18 - 1),
        float: st.floats(allow_nan=False, allow_infinity=False),
    }
    return plain[kind]


def _inner(kind: type[Any]) -> type[Any]:
    inner: list[type[Any]] = [each for each in get_args(kind) if each is not type(None)]
    return inner[0]


def _lawful_rating(found: dict[str, Any]) -> dict[str, Any]:
    found = {**found, "answer": None}
    if found["level"] is None:
        return {**found, "status": found["status"] or STATUSES[0], "searched": found["searched"] or Text(original="§1")}
    text = Text(original="seen")
    return {**found, "status": None, "confidence": found["confidence"] or "low", "summary": found["summary"] or text}


def _lawful_statistic(found: dict[str, Any]) -> dict[str, Any]:
    low, high, text = found["low"], found["high"], found["text"]
    lawful = {**found, "low": None, "high": None, "text": None, "year": found["year"] or 2020}
    if text is not None:
        return {**lawful, "value": None, "text": text}
    if low is not None and high is not None:
        return {**lawful, "value": None, "low": min(low, high), "high": max(low, high)}
    return {**lawful, "value": found["value"] or 0}


def _lawful_normalisation(found: dict[str, Any]) -> dict[str, Any]:
    lawful = {**found, "worst": 2.0, "best": 1.0, "target": 3.0, "point": 0.5, "span": 4.0}
    unsaid = attrs.asdict(Normalisation())
    return {
        key: value if found["method"] in METHODS_READING.get(key, METHODS) else unsaid[key]
        for key, value in lawful.items()
    }


def _lawful_rules(found: dict[str, Any]) -> dict[str, Any]:
    unread = [key for key, readers in AGGREGATIONS_READING.items() if found["aggregation"] not in readers]
    return {**found, **dict.fromkeys(unread)}


def _lawful_expectation(found: dict[str, Any]) -> dict[str, Any]:
    if found["no_score"] is not None:
        return {**found, "score": None, "level": None, "band": None}
    return {**found, "score": found["score"] or 0.5}


def _lawful_group(found: dict[str, Any]) -> dict[str, Any]:
    return {**found, "members": ("DNK", "FIN")[: len(found["members"])]}


def _lawful_status(found: dict[str, Any]) -> dict[str, Any]:
    return {**found, "stage": found["stage"] if None not in (found["who"], found["when"]) else "draft"}


_LAWFUL: dict[Any, Callable[[dict[str, Any]], dict[str, Any]]] = {
    Expectation: _lawful_expectation,
    Group: _lawful_group,
    Status: _lawful_status,
    Normalisation: _lawful_normalisation,
    Rating: _lawful_rating,
    Rules: _lawful_rules,
    Statistic: _lawful_statistic,
}
