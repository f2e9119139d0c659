"""What an attrs validator demands, in words."""

from typing import Any

from attrs import validators

from maturity.files.faults import describe, did_you_mean

Rule = tuple[str, str]
"""What is wrong, and a hint."""

_OPTIONAL: Any = type(validators.optional([]))
_IN: Any = type(validators.in_(()))
_PATTERN: Any = type(validators.matches_re(""))
_MIN_LENGTH: Any = type(validators.min_len(0))


def broken_rule(validator: Any, value: object) -> Rule | None:
    """What *value* breaks of *validator*, or nothing."""
    for each in getattr(validator, "_validators", (validator,)):
        if isinstance(each, _OPTIONAL):
            found = None if value is None else broken_rule(each.validator, value)
        else:
            found = _broken(each, value)
        if found:
            return found
    return None


def _broken(validator: Any, value: Any) -> Rule | None:
    try:
        if isinstance(validator, _IN):
            return None if value in validator.options else _not_among(validator.options, value)
        if isinstance(validator, _PATTERN):
            if validator.match_func(value):
                return None
            return f"expected the pattern {validator.pattern.pattern}, found {describe(value)}", ""
        if isinstance(validator, _MIN_LENGTH):
            return None if len(value) >= validator.min_length else ("it must not be empty", "")
        holds = validator.compare_func(value, validator.bound)
        return None if holds else (f"expected a number {validator.compare_op} {validator.bound}, found {value}", "")
    except TypeError:
        return None


def _not_among(options: Any, value: object) -> Rule:
    if isinstance(options, range):
        return f"expected {options[0]} to {options[-1]}, found {describe(value)}", ""
    names = [str(each) for each in options]
    return f"expected one of {', '.join(names)}; found {describe(value)}", did_you_mean(str(value), names)
