import pytest

from maturity.targets import Target
from tests import synthetic


def test_the_best_level_is_taken_indicator_by_indicator() -> None:
    peers = [synthetic.assessment({"a.one": 2, "a.two": 4}, code="BBB"), synthetic.assessment({"a.one": 3}, code="CCC")]
    target = Target.best(of=peers)
    assert target == Target(kind="best", levels=(("a.one", 3), ("a.two", 4)), of=("BBB@2020", "CCC@2020"))
    assert target.for_indicator("a.three") is None


@pytest.mark.parametrize("choose", [Target.best, Target.median])
def test_a_target_taken_from_nobody_is_refused(choose: type) -> None:
    with pytest.raises(ValueError, match="needs at least one country"):
        choose(of=[])


def test_the_median_is_of_those_that_have_a_level() -> None:
    peers = [synthetic.assessment({"a.one": level}) for level in (1, 2, 4)]
    unrated = synthetic.assessment({}, statuses={"a.one": "not-evaluable"})
    assert Target.median(of=[*peers, unrated]).levels == (("a.one", 2.0),)


def test_a_plan_is_the_same_in_whatever_order_it_is_written() -> None:
    assert Target.plan({"b.five": 2, "a.one": 1}) == Target.plan({"a.one": 1, "b.five": 2})


@pytest.mark.parametrize(
    ("target", "name"), [(Target.level(0), "level 0"), (Target.level(4), "level 4"), (Target.plan({}), "plan")]
)
def test_a_target_is_named_by_its_level_or_its_kind(target: Target, name: str) -> None:
    assert target.name == name


def test_a_level_holds_for_every_indicator_and_a_plan_for_those_it_names() -> None:
    assert Target.level(0).for_indicator("a.one") == 0
    assert Target.plan({"a.one": 0}).for_indicator("a.one") == 0
    assert Target.plan({"a.one": 0}).for_indicator("a.two") is None
