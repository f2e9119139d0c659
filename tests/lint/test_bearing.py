from collections.abc import Sequence

import pytest

from maturity.lint.bearing import check_bearing, check_unrated
from tests.lint.rated import fault, rated
from tests.synthetic import finding, framework, lesson

FRAMEWORK = framework()
ADD = "add the indicator to its bears_on, or rest the level on other records"
RATE = "rate it, or name under evidence what was weighed and found too little"


@pytest.mark.parametrize("bears_on", [[], ["a.one"], ["a.three"], ["b.four", "a.two"]])
def test_evidence_that_bears_on_the_dimension_or_on_nothing_is_no_stranger(bears_on: list[str]) -> None:
    assert list(check_bearing(rated(finding("fact", bears_on=bears_on)), FRAMEWORK)) == []


def test_evidence_that_bears_on_other_dimensions_only_is_told_at_its_place() -> None:
    evidence = [finding("first"), finding("strange", bears_on=["b.four"]), lesson("learnt", bears_on=["b.four", "c.x"])]
    assert list(check_bearing(rated(*evidence), FRAMEWORK)) == [
        fault("W302", "evidence", "'strange' supports 'a.one', and is said to bear on 'b.four'", ADD, place=1),
        fault("W302", "evidence", "'learnt' supports 'a.one', and is said to bear on 'b.four' and 'c.x'", ADD, place=2),
    ]


def test_a_dimension_whose_name_begins_alike_is_another() -> None:
    assert [each.code for each in check_bearing(rated(finding("fact", bears_on=["ab.one"])), FRAMEWORK)] == ["W302"]


def test_level_zero_rests_on_evidence_like_any_other() -> None:
    strange = finding("fact", bears_on=["b.four"])
    assert [each.code for each in check_bearing(rated(strange, level=0), FRAMEWORK)] == ["W302"]


@pytest.mark.parametrize(
    ("bears_on", "listed"),
    [
        (["b.1"], "'b.1'"),
        (["b.1", "b.2"], "'b.1' and 'b.2'"),
        (["b.1", "b.2", "b.3"], "'b.1', 'b.2' and 'b.3'"),
        (["b.1", "b.2", "b.3", "b.4"], "'b.1', 'b.2', 'b.3' and 1 more"),
        ([f"b.{number}" for number in range(1, 20)], "'b.1', 'b.2', 'b.3' and 16 more"),
    ],
)
def test_of_many_indicators_three_are_named(bears_on: list[str], listed: str) -> None:
    [told] = check_bearing(rated(finding("fact", bears_on=bears_on)), FRAMEWORK)
    assert told.message == f"'fact' supports 'a.one', and is said to bear on {listed}"


@pytest.mark.parametrize("status", ["not-rated", "not-evaluable", "not-applicable", "not-asked"])
def test_what_has_no_level_rests_on_nothing(status: str) -> None:
    assert list(check_bearing(rated(finding("strange", bears_on=["b.four"]), status=status), FRAMEWORK)) == []


SAID = (
    finding("other", bears_on=["a.two"]),
    finding("one", bears_on=["a.one"]),
    finding("two", bears_on=["b.x", "a.one"]),
)


@pytest.mark.parametrize("status", ["not-rated", "not-evaluable"])
def test_findings_that_were_passed_over_are_told(status: str) -> None:
    assert list(check_unrated(rated(status=status), SAID)) == [
        fault("W303", "status", f"'a.one' is {status}, though 'one' and 'two' bear on it", RATE)
    ]


@pytest.mark.parametrize("status", ["not-applicable", "not-asked"])
def test_what_was_not_asked_passes_nothing_over(status: str) -> None:
    assert list(check_unrated(rated(status=status), SAID)) == []


def test_a_level_passes_nothing_over() -> None:
    assert list(check_unrated(rated(level=0), SAID)) == []


@pytest.mark.parametrize(("weighed", "left"), [(SAID[1:2], "'two' bears"), (SAID[2:], "'one' bears")])
def test_findings_that_were_weighed_are_not_passed_over(weighed: Sequence[object], left: str) -> None:
    [told] = check_unrated(rated(*weighed, status="not-evaluable"), SAID)  # type: ignore[arg-type]
    assert told.message == f"'a.one' is not-evaluable, though {left} on it"


def test_where_all_was_weighed_nothing_is_told() -> None:
    assert list(check_unrated(rated(*SAID[1:], status="not-evaluable"), SAID)) == []


def test_where_nothing_was_found_nothing_is_told() -> None:
    assert list(check_unrated(rated(status="not-evaluable"), ())) == []


def test_dimensions_are_told_by_the_tree_and_not_by_ids() -> None:
    tree = framework(tree={"a": {"x": ["a.one"]}, "b": {"y": ["a.two", "b.four"]}})
    near, far = finding("near", bears_on=["a.two"]), finding("far", bears_on=["b.four"])
    assert [each.path[-1] for each in check_bearing(rated(near, far), tree)] == [0, 1]
