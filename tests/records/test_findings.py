import pytest
from attrs import evolve

from maturity.dates import Date
from maturity.records.findings import FINDING_KINDS, Judgement, Milestone, Programme
from tests.synthetic import finding, lesson, text


@pytest.mark.parametrize("kind", FINDING_KINDS)
def test_a_finding_is_of_a_known_kind(kind: str) -> None:
    assert evolve(finding("fact"), kind=kind).kind == kind


@pytest.mark.parametrize("kind", ["", "weakness", "Strength", "remarks"])
def test_a_finding_of_an_unknown_kind_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="kind"):
        evolve(finding("fact"), kind=kind)


@pytest.mark.parametrize("by", ["source", "project"])
def test_a_judgement_says_whose_it_is(by: str) -> None:
    assert Judgement(text=text("x"), by=by).by == by


@pytest.mark.parametrize("by", ["", "country", "ILO", "Project"])
def test_a_judgement_of_somebody_else_is_refused(by: str) -> None:
    with pytest.raises(ValueError, match="by"):
        evolve(lesson("small-steps").transfers_when, by=by)


def test_what_happened_and_what_steers_are_placed_like_any_record() -> None:
    event = Milestone(id="launch", source="study", locus="§3", when=Date("2016-01"), text=text("Launched."))
    plan = Programme(id="plan", source="study", locus="§3", name=text("Plan"), text=text("Portals."), start=2018)
    assert (event.when, plan.start, plan.end, plan.led_by) == ("2016-01", 2018, None, ())
    for each in (event, plan):
        with pytest.raises(ValueError, match="locus"):
            evolve(each, locus="")
