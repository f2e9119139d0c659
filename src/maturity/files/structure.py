"""Plain values to typed ones with cattrs: nothing is coerced, and every fault is found at once."""

import math
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from itertools import islice
from typing import Any, TypeVar, get_args

import attrs
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory, is_sequence
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from maturity.dates import Date, parse_date
from maturity.files.faults import MAX_HINTS, Fault, FaultError, describe, did_you_mean, limit_faults
from maturity.files.field_types import key_of
from maturity.files.validators import broken_rule
from maturity.files.yaml_slips import hint_at_key, hint_at_number
from maturity.files.yaml_text import MAX_FAULTS, Value
from maturity.text import LANGUAGE_CODE, Text

T = TypeVar("T")
_Hook = Callable[[Any, Any], Any]

_CODE = re.compile(LANGUAGE_CODE)


def structure(
    value: Value, kind: type[T], *, language: str, original_first: bool = False
) -> tuple[T | None, list[Fault]]:
    """*value* as a *kind*, or the faults that keep it from being one: every one, up to ten thousand.

    Plain strings become texts in *language*. Of texts by language, the one in *language* is the original where there is
    one, else the first; with *original_first* always the first.
    """
    with suppress(Exception):  # most data is right and read faster so; if not, the detailed reading says what is wrong
        return _converter(language, original_first, detailed=False).structure(value, kind), []
    try:
        return _converter(language, original_first, detailed=True).structure(value, kind), []
    except (ClassValidationError, FaultError) as error:
        return None, list(limit_faults(_faults(error, ())))


@cache  # what cattrs compiles for each class, which costs more than reading a file
def _converter(language: str, original_first: bool, *, detailed: bool) -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=detailed)
    converter.register_structure_hook_func(lambda kind: kind is Date, _read_date)
    converter.register_structure_hook_func(lambda kind: set(get_args(kind)) >= {int, float}, _read_optional_number)
    converter.register_structure_hook(str, _read_str)
    converter.register_structure_hook(bool, _read_bool)
    converter.register_structure_hook(int, _read_int)
    converter.register_structure_hook(float, _read_float)
    converter.register_structure_hook_factory(is_sequence, _list_hook)
    converter.register_structure_hook_factory(attrs.has, _mapping_hook)
    converter.register_structure_hook(Text, lambda value, _: _read_text(value, language, original_first))
    return converter


def _read_str(value: object, _: object) -> str:
    if isinstance(value, str):
        return value
    hint = "quote it" if isinstance(value, bool | int | float) else ""
    raise FaultError("E102", f"expected text, found {describe(value)}", hint)


def _read_bool(value: object, _: object) -> bool:
    if isinstance(value, bool):
        return value
    raise FaultError("E102", f"expected true or false, found {describe(value)}")


def _read_int(value: object, _: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise FaultError("E102", f"expected a whole number, found {describe(value)}", _as_number(value))


def _read_number(value: object, _: object) -> int | float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        if math.isfinite(value):
            return value
        raise FaultError("E108", "the number is not finite")
    raise FaultError("E102", f"expected a number, found {describe(value)}", _as_number(value))


def _as_number(value: object) -> str:
    return hint_at_number(value) if isinstance(value, str) else ""


def _read_optional_number(value: object, kind: object) -> int | float | None:
    return None if value is None else _read_number(value, kind)


def _read_float(value: object, kind: object) -> float:
    return float(_read_number(value, kind))


def _read_date(value: object, _: object) -> Date:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str):
        raise FaultError("E102", f"expected a date, found {describe(value)}")
    try:
        return parse_date(text)
    except ValueError as error:
        raise FaultError("E110", str(error)) from None


def _read_text(value: object, language: str, original_first: bool) -> Text:
    if isinstance(value, str):
        return Text(language=language, original=_filled(value))
    if not isinstance(value, dict):
        raise FaultError("E102", f"expected text, found {describe(value)}")
    if not value or not all(isinstance(each, str) for each in value.values()):
        raise FaultError("E102", "expected texts by language, such as {en: …, zh: …}")
    unknown = [code for code in value if not _CODE.fullmatch(code)]
    if unknown:
        raise FaultError(
            "E100", f"'{unknown[0]}' is no language code", "write texts by language, such as {en: …, zh: …}"
        )
    first = language if language in value and not original_first else next(iter(value))
    others = tuple(sorted((code, _filled(text)) for code, text in value.items() if code != first))
    return Text(language=first, original=_filled(value[first]), translations=others)


def _filled(text: str) -> str:
    if not text.strip():
        raise FaultError("E103", "the text is empty")
    return text.strip()


def _list_hook(kind: Any, converter: Converter) -> _Hook:
    if not converter.detailed_validation:
        quick: _Hook = homogenous_tuple_structure_factory(kind, converter)
        return lambda value, kind: quick(_as_list(value), kind)
    item = get_args(kind)[0]
    hook = converter.get_structure_hook(item)
    return lambda value, _: _read_items(_as_list(value), lambda each: hook(each, item))


def _as_list(value: object) -> list[Any]:
    if isinstance(value, list):
        return value
    raise FaultError("E102", f"expected a list, found {describe(value)}", "write it as [ … ]")


def _read_items(items: list[Any], read: Callable[[Any], T]) -> tuple[T, ...]:
    """The items read; what an item's exception says is kept and not the exception, which takes a kilobyte."""
    found: list[T] = []
    faults: list[Fault] = []
    for index, item in enumerate(items):
        try:
            found.append(read(item))
        except (ClassValidationError, FaultError) as error:
            faults += islice(_faults(error, (index,)), MAX_FAULTS + 1)
        if len(faults) > MAX_FAULTS:
            break
    if faults:
        raise _ItemFaultsError(faults)
    return tuple(found)


def _mapping_hook(kind: Any, converter: Converter) -> _Hook:
    renamed = {
        each.name: override(rename=each.metadata["key"]) for each in attrs.fields(kind) if "key" in each.metadata
    }
    hook: _Hook = make_dict_structure_fn(kind, converter, **renamed)  # type: ignore[arg-type]

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            hint = hint_at_key(value) if isinstance(value, str) else ""
            raise FaultError("E102", f"expected a mapping, found {describe(value)}", hint)
        try:
            return hook(value, kind)
        except ClassValidationError as error:
            raise _with_every_rule(error, value, kind) from None

    return read


def _with_every_rule(error: ClassValidationError, value: dict[str, Any], kind: Any) -> ClassValidationError:
    """Attrs stops at the first broken validator, so the others are asked here."""
    inside, others = error.group_exceptions()
    broken_fields = {note.name for _, note in inside}
    rules: list[Exception] = []
    for each in attrs.fields(kind):
        key = key_of(each)
        if each.validator is None or key not in value or each.name in broken_fields:
            continue
        rule = broken_rule(each.validator, value[key])
        if rule:
            rules.append(_FieldFaultError(key, "E103", f"{key}: {rule[0]}", rule[1]))
    kept = [each for each in others if not (rules and type(each) is ValueError)]
    return ClassValidationError(str(error), [*(each for each, _ in inside), *kept, *rules], error.cl)


class _ItemFaultsError(FaultError):
    """Faults of items of a list."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults[0].code, faults[0].message)
        self.faults = faults


class _FieldFaultError(FaultError):
    """A fault of one field of a mapping that is otherwise readable."""

    def __init__(self, key: str, code: str, message: str, hint: str) -> None:
        super().__init__(code, message, hint)
        self.key = key


def _faults(error: BaseException, path: tuple[str | int, ...]) -> Iterator[Fault]:
    if isinstance(error, _ItemFaultsError):
        yield from (attrs.evolve(each, path=(*path, *each.path)) for each in error.faults)
    elif isinstance(error, ClassValidationError):
        inside, others = error.group_exceptions()
        for each, field_note in inside:
            if isinstance(each, KeyError):
                yield Fault(path, "E101", f"missing key '{each.args[0]}'")
            else:
                yield from _faults(each, (*path, _key(error.cl, field_note.name)))
        for each in others:
            yield from _faults(each, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        names = [key_of(each) for each in attrs.fields(error.cl)]
        for number, extra in enumerate(sorted(error.extra_fields)):
            near = did_you_mean(extra, names) if number < MAX_HINTS else ""
            hint = hint_at_key(extra) or near or "keys here: " + ", ".join(names)
            yield Fault((*path, extra), "E100", f"unknown key '{extra}'", hint, at_key=True)
    elif isinstance(error, _FieldFaultError):
        yield Fault((*path, error.key), error.code, str(error), error.hint)
    elif isinstance(error, FaultError):
        yield Fault(path, error.code, str(error), error.hint)
    else:
        yield Fault(path, "E103", str(error))


def _key(kind: type, name: str) -> str:
    return key_of(attrs.fields_dict(kind)[name])
