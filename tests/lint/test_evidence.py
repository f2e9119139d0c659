from collections.abc import Sequence

import pytest
from attrs import evolve

from maturity.dates import Date
from maturity.lint.evidence import MAX_AGE, check_evidence
from maturity.records.back_end import Transformation
from maturity.records.findings import Milestone, Programme
from maturity.records.record import Record
from maturity.records.rows import Row
from maturity.records.statistics import Statistic
from tests import synthetic
from tests.lint.rated import fault, rated, source

ONE_SECONDARY = fault(
    "W301",
    "evidence",
    "level 2 on 'a.one' rests on one secondary source, 'study'",
    "cite a second one, or what that one rests on",
)
UNDATED = fault(
    "W304", "evidence", "no evidence for level 2 on 'a.one' bears a date", "say when its sources were published"
)
INTENDED = fault("W307", "evidence", "level 2 on 'a.one' rests on intentions alone", "name a record of what is there")

fact = synthetic.finding("fact")


def old(newest: str) -> list[object]:
    hint = "more than 5 years before the wave 2020"
    return [fault("W305", "evidence", f"the newest evidence for level 2 on 'a.one' is of {newest}", hint)]


def finding(kind: str, id: str = "said") -> Record:
    return evolve(synthetic.finding(id), kind=kind)


def row(answer: str) -> Record:
    return Row(id="row", source="study", locus="Table 10", row="sso", answer=answer)


def plan(kind: str) -> Record:
    return Transformation(
        id="plan", source="study", locus="Table 12", branch="health", kind=kind, text=synthetic.text("x")
    )


def programme() -> Record:
    return Programme(id="plan", source="study", locus="§3", name=synthetic.text("x"), text=synthetic.text("x"))


def test_dated_primary_evidence_of_what_is_there_is_good_practice() -> None:
    assert list(check_evidence(rated(fact))) == []


@pytest.mark.parametrize("status", ["not-rated", "not-evaluable", "not-applicable", "not-asked"])
def test_what_has_no_level_needs_no_evidence(status: str) -> None:
    secondary = source(rank="secondary", published=None)
    assert list(check_evidence(rated(fact, fact, status=status, sources=[secondary]))) == []


def test_a_single_secondary_source_is_told_however_many_records_it_has() -> None:
    secondary = [source(rank="secondary")]
    assert list(check_evidence(rated(fact, sources=secondary))) == [ONE_SECONDARY]
    assert list(check_evidence(rated(fact, synthetic.finding("other"), sources=secondary))) == [ONE_SECONDARY]


def test_two_secondary_sources_are_enough_even_where_the_one_rests_on_the_other() -> None:
    secondary = [source(rank="secondary"), source("other", rank="secondary")]
    beside = synthetic.finding("beside", source="other")
    assert list(check_evidence(rated(fact, beside, sources=secondary))) == []
    assert list(check_evidence(rated(evolve(fact, cites=("other",)), sources=secondary))) == []


def test_a_secondary_source_that_cites_itself_is_still_one() -> None:
    citing = evolve(fact, cites=("study",))
    assert list(check_evidence(rated(citing, sources=[source(rank="secondary")]))) == [ONE_SECONDARY]


SURE = fault(
    "W311",
    "confidence",
    "level 2 on 'a.one' with high confidence, and secondary sources alone carry it",
    "cite what a primary source says, or say medium",
)


def test_high_confidence_wants_a_primary_source() -> None:
    secondary = [source(rank="secondary"), source("other", rank="secondary")]
    both = (fact, synthetic.finding("beside", source="other"))
    assert list(check_evidence(rated(*both, confidence="high", sources=secondary))) == [SURE]
    mixed = [source(rank="secondary"), source("other")]
    assert list(check_evidence(rated(*both, confidence="high", sources=mixed))) == []


@pytest.mark.parametrize("confidence", ["medium", "low"])
def test_secondary_sources_may_carry_less_than_high_confidence(confidence: str) -> None:
    secondary = [source(rank="secondary"), source("other", rank="secondary")]
    both = (fact, synthetic.finding("beside", source="other"))
    assert list(check_evidence(rated(*both, confidence=confidence, sources=secondary))) == []


def test_a_primary_source_that_a_secondary_one_cites_was_not_read() -> None:
    sources = [source(rank="secondary"), source("other")]
    citing = evolve(fact, cites=("other",))
    assert list(check_evidence(rated(citing, confidence="high", sources=sources))) == [SURE]


def test_evidence_without_any_date_is_told() -> None:
    assert list(check_evidence(rated(fact, sources=[source(published=None)]))) == [UNDATED]


def test_one_dated_source_is_enough() -> None:
    undated = [source(published=None), source("other", published="2019")]
    assert list(check_evidence(rated(fact, synthetic.finding("more", source="other"), sources=undated))) == []


@pytest.mark.parametrize(
    ("published", "told"), [("2015", []), ("2015-01-01", []), ("2014", old("2014")), ("2014-12-31", old("2014-12-31"))]
)
def test_evidence_may_be_so_many_years_older_than_the_wave(published: str, told: list[object]) -> None:
    assert MAX_AGE == 5
    assert list(check_evidence(rated(fact, sources=[source(published=published)]))) == told


def test_the_newest_evidence_counts_whatever_its_place() -> None:
    sources = [source(published="2009-12"), source("other", published="2010")]
    both = (synthetic.finding("newer", source="other"), fact)
    assert list(check_evidence(rated(*both, sources=sources))) == old("2010")
    assert list(check_evidence(rated(*reversed(both), sources=sources))) == old("2010")


@pytest.mark.parametrize(("aspect", "told"), [("rule", []), ("supply", old("2001")), ("use", old("2001"))])
def test_a_rule_does_not_grow_old(aspect: str, told: list[object]) -> None:
    assert list(check_evidence(rated(fact, aspect=aspect, sources=[source(published="2001")]))) == told


def test_a_rule_without_any_date_is_told_too() -> None:
    assert list(check_evidence(rated(fact, aspect="rule", sources=[source(published=None)]))) == [UNDATED]


def test_an_event_or_a_figure_is_as_new_as_itself() -> None:
    event = Milestone(id="event", source="study", locus="§1", when=Date("2018-06"), text=synthetic.text("x"))
    figure = Statistic(id="figure", source="study", locus="§1", statistic="users", value=3, unit="persons", year=2019)
    for each in (event, figure):
        assert list(check_evidence(rated(fact, each, sources=[source(published="2001")]))) == []
    late = evolve(figure, year=None, as_of=Date("2011-03"))
    assert list(check_evidence(rated(late, sources=[source(published="2001")]))) == old("2011-03")


def test_a_record_that_is_named_again_is_told_at_each_repetition() -> None:
    other = synthetic.finding("other")
    found = list(check_evidence(rated(fact, other, fact, fact)))
    assert found == [
        fault("W308", "evidence", "'fact' is named twice as evidence", "take one out", place=place) for place in (2, 3)
    ]


@pytest.mark.parametrize(
    ("level", "confidence", "is_told"),
    [(4, "low", True), (4, "medium", False), (3, "low", False), (0, "low", False)],
)
def test_the_highest_level_wants_more_than_low_confidence(level: int, confidence: str, is_told: bool) -> None:
    told = fault(
        "W306",
        "confidence",
        "level 4 on 'a.one', the highest, with low confidence",
        "find firmer evidence, or give the level that is sure",
    )
    assert list(check_evidence(rated(fact, level=level, confidence=confidence))) == ([told] if is_told else [])


@pytest.mark.parametrize(
    "evidence",
    [
        [finding("objective")],
        [finding("expectation")],
        [finding("recommendation")],
        [row("planned")],
        [plan("objective")],
        [finding("objective"), row("planned"), plan("objective")],
    ],
)
def test_a_practice_cannot_rest_on_intentions_alone(evidence: Sequence[Record]) -> None:
    assert list(check_evidence(rated(*evidence))) == [INTENDED]


@pytest.mark.parametrize(
    "record",
    [
        *map(finding, ("strength", "challenge", "risk", "result", "remark")),
        *map(row, ("yes", "partly", "no")),
        *map(plan, ("challenge", "achievement")),
        programme(),
    ],
)
def test_one_record_of_what_is_there_makes_intentions_enough(record: Record) -> None:
    assert list(check_evidence(rated(record))) == []
    assert list(check_evidence(rated(finding("objective", "aim"), record))) == []


@pytest.mark.parametrize(("level", "aspect"), [(0, "supply"), (1, "use"), (4, "rule")])
def test_intentions_are_enough_for_a_beginning_and_for_a_rule(level: int, aspect: str) -> None:
    assert list(check_evidence(rated(finding("objective"), level=level, aspect=aspect))) == []


def test_a_level_two_is_more_than_a_beginning() -> None:
    assert [each.code for each in check_evidence(rated(finding("objective"), level=2))] == ["W307"]


def test_everything_is_told_at_once() -> None:
    weak = source(rank="secondary", published="2010")
    aim = finding("objective")
    found = check_evidence(rated(aim, aim, level=4, confidence="low", sources=[weak]))
    assert [each.code for each in found] == ["W301", "W305", "W308", "W306", "W307"]


def test_a_branch_is_named_beside_the_indicator() -> None:
    [told] = check_evidence(rated(fact, branch="health", sources=[source(published=None)]))
    assert told.message == "no evidence for level 2 on 'a.one' for 'health' bears a date"
