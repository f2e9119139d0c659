from typing import Any

import pytest
from attrs import validators
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.validators import broken_rule

STAGES = validators.in_(("draft", "reviewed", "validated"))
YEARS = validators.in_(range(1800, 2101))
SLUG = validators.matches_re(r"[a-z]+(-[a-z]+)*")
SHARE = validators.and_(validators.ge(0), validators.le(1))


@pytest.mark.parametrize(
    ("validator", "value"),
    [
        (STAGES, "draft"),
        (YEARS, 1800),
        (YEARS, 2100),
        (SLUG, "privacy-act"),
        (validators.min_len(1), "x"),
        (validators.min_len(2), [1, 2]),
        (validators.gt(0), 0.1),
        (SHARE, 0),
        (SHARE, 1),
        (validators.optional(STAGES), None),
        (validators.optional(SHARE), 0.5),
    ],
)
def test_what_holds_breaks_nothing(validator: Any, value: object) -> None:  # noqa: ANN401
    assert broken_rule(validator, value) is None


@pytest.mark.parametrize(
    ("validator", "value", "rule"),
    [
        (
            STAGES,
            "draf",
            (
                "expected one of draft, reviewed, validated; found the text 'draf'",
                "did you mean 'draft'?",
            ),
        ),
        (STAGES, "final", ("expected one of draft, reviewed, validated; found the text 'final'", "")),
        (STAGES, None, ("expected one of draft, reviewed, validated; found nothing", "")),
        (YEARS, 1799, ("expected 1800 to 2100, found the number 1799", "")),
        (YEARS, 2101, ("expected 1800 to 2100, found the number 2101", "")),
        (SLUG, "Privacy Act", ("expected the pattern [a-z]+(-[a-z]+)*, found the text 'Privacy Act'", "")),
        (SLUG, "act-", ("expected the pattern [a-z]+(-[a-z]+)*, found the text 'act-'", "")),
        (validators.min_len(1), "", ("it must not be empty", "")),
        (validators.min_len(1), [], ("it must not be empty", "")),
        (validators.ge(0), -1, ("expected a number >= 0, found -1", "")),
        (validators.gt(0), 0, ("expected a number > 0, found 0", "")),
        (validators.le(12), 13, ("expected a number <= 12, found 13", "")),
        (validators.lt(12), 12, ("expected a number < 12, found 12", "")),
    ],
)
def test_what_is_wrong_is_said_with_what_was_expected(
    validator: Any,  # noqa: ANN401
    value: object,
    rule: tuple[str, str],
) -> None:
    assert broken_rule(validator, value) == rule
    assert broken_rule(validators.optional(validator), value) == (None if value is None else rule)


@pytest.mark.parametrize(("value", "bound"), [(-0.5, ">= 0"), (1.5, "<= 1")])
def test_of_several_rules_the_broken_one_is_told(value: float, bound: str) -> None:
    found = (f"expected a number {bound}, found {value}", "")
    assert broken_rule(SHARE, value) == broken_rule(validators.optional(SHARE), value) == found


def test_of_two_broken_rules_the_first_is_told() -> None:
    both = validators.and_(validators.ge(10), validators.ge(5))
    assert broken_rule(both, 1) == ("expected a number >= 10, found 1", "")


@pytest.mark.parametrize(
    ("validator", "value"),
    [(validators.ge(0), "many"), (validators.ge(0), None), (validators.min_len(1), 5), (SLUG, 5), (SLUG, ["a"])],
)
def test_a_value_of_another_type_has_a_problem_of_its_own(validator: Any, value: object) -> None:  # noqa: ANN401
    assert broken_rule(validator, value) is None


@given(st.integers(-3, 3), st.integers(-3, 3), st.sampled_from(("ge", "gt", "le", "lt")))
def test_a_bound_is_broken_where_attrs_refuses_the_value(value: int, bound: int, name: str) -> None:
    validator = getattr(validators, name)(bound)
    try:
        validator(None, type("Field", (), {"name": "field"}), value)
    except ValueError:
        assert broken_rule(validator, value) is not None
    else:
        assert broken_rule(validator, value) is None
