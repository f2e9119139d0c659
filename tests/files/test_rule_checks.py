import pytest

from maturity.files.faults import Fault
from maturity.files.rule_checks import check_answers, check_normalisation, check_rules, check_sentinels
from maturity.rules import AGGREGATIONS, METHODS, Answer, Normalisation, Rules, Sentinels, Spread

RANGE = Spread(low=0, high=10)
NEEDED = {
    "goalposts": {"worst": 10.0, "best": 0.0},
    "distance-to-target": {"target": 5.0},
    "distance-from-point": {"point": 5.0, "span": 2.0},
}
READ = {
    "none": {"direction", "low", "high"},
    "goalposts": {"direction", "worst", "best", "clip", "low", "high"},
    "min-max": {"direction", "over", "low", "high"},
    "z-score": {"direction", "over"},
    "percentile-rank": {"direction", "over", "low", "high"},
    "rank": {"direction", "over"},
    "distance-to-target": {"direction", "target", "clip", "low", "high"},
    "distance-from-point": {"point", "span", "clip", "low", "high"},
}
UNSAID = {"direction": "higher", "clip": "both", "over": "units", "low": None, "high": None}
GIVEN = {
    "direction": "lower",
    "worst": 1.0,
    "best": 9.0,
    "clip": "none",
    "over": "panel",
    "target": 7.0,
    "point": 3.0,
    "span": 1.0,
    "low": 1.0,
    "high": 7.0,
}


def keys(faults: list[Fault]) -> set[str]:
    return {str(each.path[-1]) for each in faults}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("key", GIVEN)
def test_a_method_is_given_only_what_it_reads(method: str, key: str) -> None:
    says = Normalisation(**{"method": method, **NEEDED.get(method, {}), key: GIVEN[key]})  # type: ignore[arg-type]
    assert keys(list(check_normalisation(says, RANGE, ()))) == {key} - READ[method]


@pytest.mark.parametrize("method", METHODS)
def test_what_holds_anyway_may_be_said(method: str) -> None:
    says = Normalisation(**{"method": method, **UNSAID, **NEEDED.get(method, {})})  # type: ignore[arg-type]
    assert list(check_normalisation(says, RANGE, ())) == []


def test_the_message_names_who_reads_the_key() -> None:
    [fault] = check_normalisation(Normalisation(method="min-max", target=3), RANGE, ("indicators", 0, "normalise"))
    assert fault == Fault(
        ("indicators", 0, "normalise", "target"),
        "E100",
        "'target' on the method 'min-max'",
        "only distance-to-target reads it",
        at_key=True,
    )


@pytest.mark.parametrize("aggregation", AGGREGATIONS)
def test_an_aggregation_is_given_only_what_it_reads(aggregation: str) -> None:
    means = {"weighted-geometric-mean", "weighted-harmonic-mean"}
    unread = {key for key, readers in (("floor", means), ("holds_at", {"gate"})) if aggregation not in readers}
    assert keys(list(check_rules(Rules(aggregation=aggregation, floor=1, holds_at=1), RANGE, ()))) == unread


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (Rules(aggregation="gate", holds_at=11), "no score reaches 11"),
        (Rules(aggregation="gate", holds_at=-1), "every score reaches it"),
        (Rules(over_units=Spread(low=1, high=1)), "scores would run from 1 to 1"),
        (Rules(over_units=Spread(low=2, high=1)), "scores would run from 2 to 1"),
    ],
)
def test_ends_that_no_score_can_have_are_refused(rules: Rules, said: str) -> None:
    assert [(each.code, each.message) for each in check_rules(rules, RANGE, ())] == [("E111", said)]


def test_ends_that_scores_can_have_are_let_pass() -> None:
    for holds_at in (0, 5, 10):
        assert list(check_rules(Rules(aggregation="gate", holds_at=holds_at), RANGE, ())) == []
    assert list(check_rules(Rules(over_units=Spread(low=-1, high=1)), RANGE, ())) == []


@pytest.mark.parametrize(
    ("says", "key", "said"),
    [
        (Normalisation(method="min-max", low=7, high=1), None, "scores would run from 7 to 1"),
        (Normalisation(method="min-max", low=10), None, "scores would run from 10 to 10"),
        (Normalisation(method="min-max", high=-1), None, "scores would run from 0 to -1"),
        (Normalisation(method="distance-to-target", target=0), "target", "no figure is a share of a target of 0"),
        (
            Normalisation(method="distance-to-target", target=1, transform="log"),
            "target",
            "no figure is a share of a target of 0",
        ),
    ],
)
def test_targets_and_ends_that_no_figure_can_be_held_against_are_refused(
    says: Normalisation, key: str | None, said: str
) -> None:
    [found] = check_normalisation(says, RANGE, ())
    assert (found.path, found.code, found.message) == ((key,) if key else (), "E111", said)


def test_an_answer_stands_once_and_for_one_thing() -> None:
    answers = [Answer(answer=each, points=1) for each in ("yes", "none", "yes", "..")]
    sentinels = Sentinels(missing=("..",), not_applicable=("none",))
    found = [(each.path, each.code, each.message) for each in check_answers(answers, sentinels, ("answers",))]
    assert found == [
        (("answers", 1, "answer"), "E111", "'none' is an answer, and a sentinel too"),
        (("answers", 2, "answer"), "E106", "duplicate answer 'yes'"),
        (("answers", 3, "answer"), "E111", "'..' is an answer, and a sentinel too"),
    ]


def test_a_sentinel_says_one_thing() -> None:
    [found] = check_sentinels(Sentinels(missing=("..", "NR"), not_applicable=("-", "NR")))
    assert (found.path, found.code) == (("sentinels", "not_applicable", 1), "E111")
    assert list(check_sentinels(Sentinels(missing=("..",), not_applicable=("-",)))) == []
