import pytest
from hypothesis import given

from maturity.report.score_data import ScoreRow, score_data
from maturity.scoring import Assessment, assess
from maturity.text import LANGUAGES
from tests import synthetic
from tests.charts import CODES, assessed
from tests.strategies import World, worlds


def test_every_node_is_a_row_from_the_root_down_below_its_parent() -> None:
    found = score_data(synthetic.assessment())
    assert [(each.id, each.kind, each.parent) for each in found] == [
        ("overall", "overall", None),
        ("a", "dimension", "overall"),
        ("a.left", "component", "a"),
        ("a.one", "indicator", "a.left"),
        ("a.two", "indicator", "a.left"),
        ("a.right", "component", "a"),
        ("a.three", "indicator", "a.right"),
        ("b", "dimension", "overall"),
        ("b.only", "component", "b"),
        ("b.four", "indicator", "b.only"),
        ("b.five", "indicator", "b.only"),
    ]


def test_a_node_that_is_rated_has_its_numbers_unrounded() -> None:
    assert row(synthetic.assessment({"a.one": 1, "a.two": 2, "a.three": 3, "b.four": 0}), "a.left") == ScoreRow(
        country="AAA",
        wave=2020,
        framework="demo",
        id="a.left",
        kind="component",
        parent="a",
        label="Label of a.left",
        score=37.5,
        level=1.5,
        band="partial",
        coverage=1,
        weight=0.25,
        state="rated",
        rated=2,
        asked=2,
        confidence=None,
        summary="",
    )


def test_an_indicator_has_what_its_rating_says() -> None:
    rated = synthetic.rating("b.four", 0, confidence="low", summary="Nothing yet.")
    found = row(assess(synthetic.profile(ratings=[rated]), synthetic.framework()), "b.four")
    assert (found.score, found.level, found.band, found.state) == (0, 0, "absent", "rated")
    assert (found.confidence, found.summary, found.rated, found.asked) == ("low", "Nothing yet.", 1, 1)


@pytest.mark.parametrize(
    ("status", "asked"), [("not-rated", 1), ("not-evaluable", 1), ("not-applicable", 0), ("not-asked", 0)]
)
def test_an_indicator_without_a_level_has_its_status_for_its_state(status: str, asked: int) -> None:
    found = row(synthetic.assessment(statuses={"a.one": status}), "a.one")
    assert (found.state, found.asked, found.rated) == (status, asked, 0)
    assert (found.score, found.level, found.band, found.confidence, found.summary) == (None, None, None, None, "")


def test_a_node_without_a_score_has_the_reason_for_its_state() -> None:
    statuses = {"b.four": "not-applicable", "b.five": "not-asked"}
    states = {each.id: each.state for each in score_data(synthetic.assessment({"a.one": 1}, statuses=statuses))}
    assert {id: states[id] for id in ("a", "a.left", "a.right", "b")} == {
        "a": "below-threshold",
        "a.left": "rated",
        "a.right": "not-rated",
        "b": "not-applicable",
    }


def test_the_weight_is_the_share_of_the_overall_score_after_rescaling() -> None:
    weighed = synthetic.framework(weights={"a": 3, "a.one": 3})
    found = synthetic.assessment({"a.one": 4, "a.two": 4, "a.three": 4, "b.four": 4}, against=weighed)
    weights = {each.id: each.weight for each in score_data(found)}
    assert weights == {
        "overall": 1,
        "a": 3 / 4,
        "a.left": 3 / 8,
        "a.one": 9 / 32,
        "a.two": 3 / 32,
        "a.right": 3 / 8,
        "a.three": 3 / 8,
        "b": 1 / 4,
        "b.only": 1 / 4,
        "b.four": 1 / 4,
        "b.five": 0,
    }


@given(worlds())
def test_weights_of_indicators_are_those_that_decide_the_overall_score(world: World) -> None:
    found = world.assessment()
    for each in score_data(found):
        if each.kind == "indicator":
            assert each.weight == pytest.approx(found.effective_weight(each.id))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_numbers_are_those_of_the_assessment_and_texts_are_in_the_language(code: str, language: str) -> None:
    found = score_data(assessed(code), language=language)
    framework = assessed(code).framework
    labels = {each.id: each.label.in_language(language) for each in framework.nodes}
    assert [each.label for each in found[1:]] == [labels[each.id] for each in found[1:]]
    assert found[0].label == {"en": "Overall", "zh": "总体", "fr": "Ensemble"}[language]
    for each in found:
        band = assessed(code).band(each.id)
        assert (each.score, each.level) == (assessed(code).score(each.id).score, assessed(code).level(each.id))
        assert each.band == (band.in_language(language) if band else None)
    rated = [each for each in found if each.kind == "indicator" and each.state == "rated"]
    assert len(rated) == assessed(code).overall.count("rated")
    assert all(each.summary and each.confidence for each in rated)


def row(found: Assessment, id: str) -> ScoreRow:
    return next(each for each in score_data(found) if each.id == id)
