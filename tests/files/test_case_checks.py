from typing import Any

import pytest
from attrs import evolve

from maturity.cases import Case, CaseFile, Expectation, Given, GivenFact, GivenWeight
from maturity.files.case_checks import check_cases
from maturity.files.faults import Fault
from maturity.framework import Denominator, Framework, Indicator
from maturity.rules import Answer, Rules
from tests import synthetic
from tests.synthetic import text

RUBRICS = synthetic.framework()
EXPECTED = (Expectation(node="overall", rated=0),)


def mixed() -> Framework:
    """A rubric `a.one`, and beside it a checklist `a.list` and a measure `a.size`, divided by `people`."""
    answers = tuple(Answer(answer=each, points=0) for each in ("yes", "no"))
    others = (
        Indicator(id="a.list", component="a.left", label=text("List"), kind="checklist", answers=answers),
        Indicator(
            id="a.size", component="a.left", label=text("Size"), kind="measure", per=Denominator(column="people")
        ),
        Indicator(id="a.debt", component="a.left", label=text("Debt"), kind="measure", statistic="public-debt"),
    )
    first = synthetic.framework(tree={"a": {"a.left": ["a.one"]}, "b": {}})
    return evolve(first, indicators=(*first.indicators, *others))


def test_a_case_whose_names_are_all_there_has_no_faults() -> None:
    sound = case(
        ratings=(Given(node="a.one", level=4), Given(node="b", status="not-asked"), Given(node="overall", level=0)),
        weights=(GivenWeight(node="a", weight=2), GivenWeight(node="a.left", weight=0)),
        target=3,
        expect=(
            Expectation(node="overall", score=50, band="partial", coverage=0.5, rated=3, gap=1),
            Expectation(node="a.one", level=4, gap=0, gain=0),
        ),
    )
    assert faults(sound) == []


def test_an_id_is_given_once_in_a_file() -> None:
    found = list(check_cases(CaseFile(framework="demo", cases=(case(), case(id="other"), case(), case())), RUBRICS))
    assert found == [
        Fault(("cases", 2, "id"), "E106", "duplicate id 'any'"),
        Fault(("cases", 3, "id"), "E106", "duplicate id 'any'"),
    ]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ratings": (Given(node="a.onne", level=1),)}, "ratings"),
        ({"weights": (GivenWeight(node="a.onne", weight=1),)}, "weights"),
        ({"expect": (Expectation(node="a.onne", score=1),)}, "expect"),
    ],
)
def test_a_node_that_is_not_there_is_told_at_its_key_and_nothing_else_of_it(
    changes: dict[str, Any], field: str
) -> None:
    message, hint = "unknown node 'a.onne'", "did you mean 'a.one'?"
    assert faults(case(**changes)) == [Fault(("cases", 0, field, "a.onne"), "E104", message, hint, at_key=True)]


def test_the_root_has_no_weight() -> None:
    (fault,) = faults(case(weights=(GivenWeight(node="overall", weight=1),)))
    assert (fault.path, fault.code) == (("cases", 0, "weights", "overall"), "E104")


@pytest.mark.parametrize("statistic", ["a.size", "people", "public-debt"])
def test_a_fact_is_a_measure_or_what_one_is_read_from_or_divided_by(statistic: str) -> None:
    assert faults(case(facts=(GivenFact(statistic=statistic, value=1),)), mixed()) == []


@pytest.mark.parametrize(("statistic", "hint"), [("a.debt", ""), ("a.one", ""), ("peopel", "did you mean 'people'?")])
def test_no_other_fact_bears_on_a_score(statistic: str, hint: str) -> None:
    message = f"unknown statistic of a measure '{statistic}'"
    found = faults(case(facts=(GivenFact(statistic=statistic, value=1),)), mixed())
    assert [evolve(each, hint=hint) for each in found] == [
        Fault(("cases", 0, "facts", statistic), "E104", message, hint, at_key=True)
    ]


@pytest.mark.parametrize("target", [-1, 5])
def test_a_target_is_a_level_of_the_scale(target: int) -> None:
    assert faults(case(target=target)) == [
        Fault(("cases", 0, "target"), "E105", f"no level {target}", "levels run 0–4")
    ]


@pytest.mark.parametrize("node", ["a.one", "a.left", "overall"])
def test_a_level_is_one_of_the_scale_wherever_it_is_given(node: str) -> None:
    assert faults(case(ratings=(Given(node=node, level=5),))) == [
        Fault(("cases", 0, "ratings", node), "E105", f"no level 5 on '{node}'", "levels run 0–4")
    ]


@pytest.mark.parametrize(
    ("node", "is_rated"), [("a.one", True), ("a.left", True), ("a.list", False), ("a.size", False)]
)
def test_a_level_goes_where_a_rubric_stands_at_or_below(node: str, is_rated: bool) -> None:
    message, hint = f"a level on '{node}', which no rubric rates", "give a measure's figure under facts"
    fault = Fault(("cases", 0, "ratings", node), "E103", message, hint)
    assert faults(case(ratings=(Given(node=node, level=1),)), mixed()) == ([] if is_rated else [fault])


@pytest.mark.parametrize("node", ["a.list", "a", "overall"])
def test_an_answer_goes_where_a_checklist_stands_at_or_below(node: str) -> None:
    assert faults(case(ratings=(Given(node=node, answer="yes"),)), mixed()) == []


def test_an_answer_that_is_none_names_those_that_are() -> None:
    message = "'maybe' on 'a.list' is neither a level nor a status"
    assert faults(case(ratings=(Given(node="a.list", answer="maybe"),)), mixed()) == [
        Fault(("cases", 0, "ratings", "a.list"), "E103", message, "no, yes")
    ]


def test_where_there_are_no_answers_the_statuses_are_named() -> None:
    message = "'yes' on 'a.one' is neither a level nor a status"
    hint = "not-rated, not-evaluable, not-applicable, not-asked"
    assert faults(case(ratings=(Given(node="a.one", answer="yes"),)), mixed()) == [
        Fault(("cases", 0, "ratings", "a.one"), "E103", message, hint)
    ]


def test_a_status_goes_anywhere() -> None:
    given = tuple(Given(node=node, status="not-applicable") for node in ("a.one", "a.list", "a.size", "a", "overall"))
    assert faults(case(ratings=given), mixed()) == []


def test_a_band_is_known_by_its_name_in_the_framework_s_language() -> None:
    named = [Expectation(node="a", band="advanced"), Expectation(node="b", band="advancd")]
    message, hint = "unknown band 'advancd'", "did you mean 'advanced'?"
    assert faults(case(expect=tuple(named))) == [Fault(("cases", 0, "expect", "b", "band"), "E104", message, hint)]


def test_a_band_that_is_like_none_gets_the_list() -> None:
    (fault,) = faults(case(expect=(Expectation(node="a", band="gold"),)))
    assert fault.hint == "bands: absent, initial, partial, established, advanced"


def test_a_component_with_bands_of_its_own_knows_no_others() -> None:
    own = synthetic.framework(rules={"a": Rules(bands=RUBRICS.bands[:2])})
    expect = (Expectation(node="a", band="advanced"), Expectation(node="b", band="advanced"))
    assert [fault.path for fault in faults(case(expect=expect), own)] == [("cases", 0, "expect", "a", "band")]


@pytest.mark.parametrize("key", ["level", "gap"])
def test_without_a_scale_nothing_has_a_level_or_a_gap(key: str) -> None:
    wanted: dict[str, Any] = {key: 1}
    plain = evolve(mixed(), scale=())
    message = f"'{key}' without a scale: 'demo' has no levels"
    assert faults(case(expect=(Expectation(node="a", **wanted),)), plain) == [
        Fault(("cases", 0, "expect", "a", key), "E103", message, at_key=True)
    ]


@pytest.mark.parametrize(("node", "has_gain"), [("a.one", True), ("a.left", False), ("overall", False)])
def test_a_gain_is_an_indicator_s(node: str, has_gain: bool) -> None:
    fault = Fault(
        ("cases", 0, "expect", node, "gain"), "E103", f"'gain' on '{node}', which is no indicator", at_key=True
    )
    assert faults(case(expect=(Expectation(node=node, gain=0),))) == ([] if has_gain else [fault])


def test_places_count_the_cases_before() -> None:
    cases = (case(), case(id="other", target=9))
    (fault,) = check_cases(CaseFile(framework="demo", cases=cases), RUBRICS)
    assert fault.path == ("cases", 1, "target")


def case(*, id: str = "any", expect: tuple[Expectation, ...] = EXPECTED, **given: Any) -> Case:  # noqa: ANN401
    return Case(id=id, about="What it shows.", expect=expect, **given)


def faults(case: Case, framework: Framework = RUBRICS) -> list[Fault]:
    return list(check_cases(CaseFile(framework=framework.id, cases=(case,)), framework))
