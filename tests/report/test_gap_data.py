from collections.abc import Sequence

import pytest
from attrs import evolve

from maturity.framework import Framework, Indicator
from maturity.gaps import gap_report
from maturity.profile import Profile
from maturity.records.findings import Finding
from maturity.records.ratings import Rating
from maturity.report.closing_blocks import caveat_lines
from maturity.report.facts import Teller
from maturity.report.gap_data import EvidenceRow, IndicatorRow, NodeRow, ReportData, gap_data
from maturity.rules import Answer
from maturity.scoring import assess
from maturity.targets import Target
from maturity.text import LANGUAGES
from tests import mini, synthetic
from tests.charts import CODES, assessed

FULL = {"a.one": 1, "a.two": 4, "a.three": 4, "b.four": 4, "b.five": 0}


def test_a_report_says_whose_it_is_by_which_framework_and_against_what() -> None:
    found = data(synthetic.profile(FULL))
    assert (found.country, found.wave, found.language, found.target) == ("AAA", 2020, "en", "level 4")
    assert (found.framework, found.framework_version) == ("demo", "1.0")
    assert found.framework_hash == assess(synthetic.profile(), synthetic.framework()).framework_hash
    assert data(synthetic.profile(FULL), target=Target.plan({"a.one": 2})).target == "plan"


def test_a_node_has_its_numbers_unrounded() -> None:
    nodes = {each.id: each for each in data(synthetic.profile(FULL)).nodes}
    assert list(nodes) == ["overall", "a", "a.left", "a.right", "b", "b.only"]
    assert nodes["a"] == NodeRow(
        id="a",
        label="Label of a",
        score=81.25,
        level=3.25,
        band="established",
        coverage=1,
        rated=3,
        no_score_because=None,
        gap=0.75,
    )


def test_a_node_without_a_score_says_why_and_keeps_the_gap_of_what_is_rated() -> None:
    nodes = {each.id: each for each in data(synthetic.profile({"a.one": 1})).nodes}
    assert nodes["a"] == NodeRow(
        id="a",
        label="Label of a",
        score=None,
        level=None,
        band=None,
        coverage=0.25,
        rated=1,
        no_score_because="below-threshold",
        gap=3,
    )
    assert (nodes["b"].no_score_because, nodes["b"].gap) == ("not-rated", None)


def test_an_indicator_with_a_gap_has_all_that_is_known_of_it() -> None:
    needing = synthetic.framework(prerequisites={"a.one": ["a.two", "b.four"]})
    said = [synthetic.finding("fact"), synthetic.finding("heard", bears_on=["a.one"])]
    lessons = [synthetic.lesson("begin", bears_on=["a.one"])]
    profile = synthetic.profile({"a.one": 1, "b.four": 4}, findings=said, lessons=lessons)
    assert row(data(profile, against=needing), "a.one") == IndicatorRow(
        id="a.one",
        label="Label of a.one",
        dimension="a",
        component="a.left",
        aspect="supply",
        state="rated",
        level=1,
        confidence="medium",
        target=4,
        gap=3,
        gain=None,
        order=1,
        summary="Seen.",
        rationale="It was seen.",
        searched=None,
        next_level="a.one at 2",
        unmet_prerequisites=("a.two",),
        evidence=(EvidenceRow(id="fact", text="It is so.", source="study", locus="§1", cites=()),),
        findings=("heard",),
        lessons=("begin",),
    )


def test_an_indicator_at_its_target_has_a_gap_of_0_and_no_place_in_the_order() -> None:
    found = row(data(synthetic.profile(FULL), target=Target.level(4)), "a.two")
    assert (found.level, found.target, found.gap, found.gain, found.order) == (4, 4, 0, None, None)
    assert (found.next_level, found.unmet_prerequisites, found.findings, found.lessons) == ("", (), (), ())


def test_an_indicator_above_its_target_has_no_gap_below_0() -> None:
    assert row(data(synthetic.profile(FULL), target=Target.level(2)), "a.two").gap == 0


def test_what_the_target_does_not_name_has_neither_target_nor_gap() -> None:
    found = row(data(synthetic.profile(FULL), target=Target.plan({"a.one": 2})), "b.five")
    assert (found.level, found.target, found.gap, found.order) == (0, None, None, None)


@pytest.mark.parametrize("status", ["not-rated", "not-evaluable", "not-applicable", "not-asked"])
def test_what_has_no_level_has_its_state_its_reasons_and_no_numbers(status: str) -> None:
    others = {id: level for id, level in FULL.items() if id != "a.one"}
    found = row(data(synthetic.profile(others, statuses={"a.one": status})), "a.one")
    assert (found.state, found.level, found.confidence, found.gap, found.gain, found.order) == (
        status, None, None, None, None, None,
    )  # fmt: skip
    assert (found.summary, found.rationale) == ("", "It was seen.")
    assert found.searched == ("§1" if status == "not-evaluable" else None)


def test_what_nobody_looked_at_is_not_rated_and_has_no_words() -> None:
    found = row(data(synthetic.profile()), "a.one")
    assert (found.state, found.rationale, found.searched, found.evidence) == ("not-rated", "", None, ())


def test_a_checklist_that_was_answered_is_rated_though_it_has_no_level() -> None:
    framework = with_checklist()
    answered = Rating(indicator="a.one", answer="yes", rationale=synthetic.text("It is there."))
    found = data(synthetic.profile({"a.two": 2}, ratings=[answered]), against=framework)
    assert (row(found, "a.one").state, row(found, "a.one").level) == ("rated", None)
    assert sum(each.state == "rated" for each in found.indicators) == found.nodes[0].rated == 2


def test_gaps_have_their_places_in_the_order_of_work() -> None:
    places = {each.id: each.order for each in data(synthetic.profile(FULL)).indicators}
    assert places == {"a.one": 2, "a.two": None, "a.three": None, "b.four": None, "b.five": 1}


def test_in_one_dimension_a_gap_keeps_its_place_in_the_whole() -> None:
    found = data(synthetic.profile(FULL), dimension="a")
    assert [each.id for each in found.nodes] == ["a", "a.left", "a.right"]
    assert [(each.id, each.order) for each in found.indicators] == [("a.one", 2), ("a.two", None), ("a.three", None)]


def test_what_another_country_says_bears_its_name() -> None:
    def country(level: int, code: str, said: Sequence[Finding]) -> Profile:
        return synthetic.profile({"a.one": level}, code=code, findings=said, lessons=[lesson])

    lesson = synthetic.lesson("begin", bears_on=["a.one"])
    fact, heard = synthetic.finding("fact"), synthetic.finding("heard", bears_on=["a.one"])
    framework = synthetic.framework()
    own, ahead = (assess(country(level, code, [fact, heard]), framework) for level, code in ((1, "AAA"), (3, "BBB")))
    found = row(gap_data(gap_report(own, comparators=[ahead])), "a.one")
    assert found.findings == ("heard", "BBB@2020/heard")
    assert found.lessons == ("begin", "BBB@2020/begin")


def test_evidence_has_its_place_and_what_it_rests_on() -> None:
    said = [evolve(synthetic.finding(id, said=f"Said {id}."), cites=("study",)) for id in ("x", "y")]
    rated = synthetic.rating("a.one", 1, evidence=("x", "y"))
    found = row(data(synthetic.profile(ratings=[rated], findings=said)), "a.one")
    assert found.evidence == tuple(
        EvidenceRow(id=id, text=f"Said {id}.", source="study", locus="§1", cites=("study",)) for id in ("x", "y")
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_number_is_that_of_the_report_whatever_the_language(code: str, language: str) -> None:
    report = gap_report(assessed(code))
    found = gap_data(report, language=language)
    gaps = {each.indicator.id: each for each in report.gaps}
    for each in found.indicators:
        score = assessed(code).score(each.id)
        assert each.state == score.states[0][0]
        assert (each.gain, each.gap or None) == (
            (gaps[each.id].gain, gaps[each.id].width) if each.id in gaps else (None, None)
        )
    ordered = sorted((each for each in found.indicators if each.order), key=lambda each: each.order or 0)
    assert [each.id for each in ordered] == [each.indicator.id for each in report.gaps]
    assert [(each.id, each.score, each.gap) for each in found.nodes] == [
        (each.id, each.score, report.node_gap(each.id)) for each in assessed(code).scores if each.kind != "indicator"
    ]


def test_texts_are_in_the_language_asked_for() -> None:
    found = gap_data(gap_report(assessed("FRA")), language="fr")
    assert [each.label for each in found.indicators] == [
        each.label.in_language("fr") for each in assessed("FRA").framework.indicators
    ]
    assert found.nodes[0].band == "initial"
    teller = Teller.of(assessed("FRA").profile, assessed("FRA").framework, "fr")
    assert found.caveats == tuple(caveat_lines(assessed("FRA"), teller))


def data(
    profile: Profile,
    *,
    against: Framework | None = None,
    target: Target | None = None,
    dimension: str | None = None,
) -> ReportData:
    return gap_data(gap_report(assess(profile, against or synthetic.framework()), target=target), dimension=dimension)


def row(found: ReportData, id: str) -> IndicatorRow:
    return next(each for each in found.indicators if each.id == id)


def with_checklist() -> Framework:
    """The tiny framework, whose `a.one` is answered by yes or no."""
    found = synthetic.framework()
    answers = (Answer(answer="yes", points=100), Answer(answer="no", points=0))
    first = Indicator(
        id="a.one", component="a.left", label=synthetic.text("One"), kind="checklist", aspect="supply", answers=answers
    )
    return evolve(found, indicators=(first, *found.indicators[1:]))


def test_a_dimension_holds_what_stands_in_it_whatever_its_id() -> None:
    found = gap_data(gap_report(mini.assessment()), dimension="health")
    assert [(each.id, each.dimension) for each in found.indicators] == [
        ("life.rubric", "health"),
        ("life.list", "health"),
    ]
    assert [each.id for each in found.nodes] == ["health"]


def test_an_indicator_that_stands_in_no_dimension_names_none() -> None:
    free = mini.framework(components=(), indicators=[mini.rubric("life.rubric", "overall", list(mini.POINTS))])
    found = gap_data(gap_report(assess(mini.country({"life.rubric": 2}, {}), free)))
    assert [(each.id, each.dimension) for each in found.indicators] == [("life.rubric", None)]


def test_an_institution_is_evidence_with_the_places_and_sources_of_all_its_roles() -> None:
    found = next(each for each in gap_data(gap_report(assessed("CAN"))).indicators if each.id == "legal.pki")
    board = next(each for each in found.evidence if each.id == "tbs")
    assert "Lists on its site the certification authorities" in board.text
    assert board.locus == "Document purpose and what's new; regulations as a whole, of the regulations cited"
    assert board.cites == ("justice-signature-2005",)
    france = gap_data(gap_report(assessed("FRA"))).indicators
    places = {each.locus for row in france for each in row.evidence if each.id == "cnil"}
    assert places == {"Table 7 row 6; Table 9 row 4"}
