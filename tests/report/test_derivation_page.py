from collections.abc import Mapping

import pytest
from attrs import evolve

from maturity.framework import ROOT, Framework
from maturity.report.derivation_page import derivation_page
from maturity.report.page import Column, Heading, Page, Paragraph, Table
from maturity.rules import Rules
from maturity.scores import score_tree
from maturity.text import LANGUAGES
from tests import synthetic


def test_the_title_names_the_unit_and_the_node() -> None:
    assert page({}, "a.left").blocks[0] == Heading(text="Aland: Label of a.left", depth=1)
    assert page({}, ROOT).blocks[0] == Heading(text="Aland: Overall", depth=1)
    assert page({}, ROOT, language="zh").blocks[0] == Heading(text="Aland：总体", depth=1)
    assert page({}, "a.one", language="fr").blocks[0] == Heading(text="Aland\u00a0: Label of a.one", depth=1)


def test_a_node_is_told_with_its_rule_its_parts_and_its_score() -> None:
    _, rule, table, total = page({"a.one": 25, "a.two": 100}, "a.left", weights={"a.two": 2}).blocks
    assert rule == Paragraph(text="weighted-arithmetic-mean · Coverage: 100%", note=True)
    assert isinstance(table, Table)
    assert table.columns == (
        Column(head="Id", whole=True),
        Column(head="Part", share=2),
        Column(head="Score", number=True),
        Column(head="Share", number=True),
    )
    assert table.texts == (
        ("a.one", "Label of a.one", "25.0000", "33.3%"),
        ("a.two", "Label of a.two", "100.0000", "66.7%"),
    )
    assert total == Paragraph(text="Score: 75.0000")


def test_a_part_that_is_left_out_says_why_in_place_of_a_share() -> None:
    states = {"a.two": "not-applicable"}
    assert parts({"a.one": 25}, "a.left", states=states)[1] == (
        "a.two", "Label of a.two", "–", "left out: not applicable",
    )  # fmt: skip
    assert parts({"a.one": 25}, "a.left")[1][3] == "left out: not rated"
    assert parts({"a.one": 25}, "overall")[0][3] == "left out: coverage too low"
    assert parts({"a.one": 25, "a.two": 50}, "a.left", weights={"a.two": 0})[1][2:] == ("–", "left out: weight 0")


def test_a_part_at_0_is_a_score_and_not_left_out() -> None:
    assert parts({"a.one": 0, "a.two": 50}, "a.left")[0] == ("a.one", "Label of a.one", "0.0000", "50.0%")


def test_what_is_missing_and_counts_as_0_is_shown_as_0() -> None:
    zero = {"a.left": Rules(missing="zero")}
    assert parts({"a.two": 50}, "a.left", rules=zero)[0] == ("a.one", "Label of a.one", "0.0000", "50.0%")


@pytest.mark.parametrize(
    ("node", "states", "said"),
    [
        ("a", {}, "left out: coverage too low"),
        ("b", {}, "left out: not rated"),
        ("b", {"b.four": "not-applicable", "b.five": "not-asked"}, "left out: not applicable"),
    ],
)
def test_a_node_without_a_score_says_why(node: str, states: Mapping[str, str], said: str) -> None:
    assert page({"a.one": 25}, node, states=states).blocks[-1] == Paragraph(text=said)


def test_an_indicator_has_its_score_alone() -> None:
    assert page({"a.one": 25.5}, "a.one").blocks[1:] == (Paragraph(text="Score: 25.5000"),)
    assert page({"a.one": 0}, "a.one").blocks[1:] == (Paragraph(text="Score: 0.0000"),)
    assert page({}, "a.one").blocks[1:] == (Paragraph(text="left out: not rated"),)


def test_coverage_does_not_seem_to_reach_the_threshold() -> None:
    weights = {"a.one": 497, "a.two": 503}
    assert page({"a.one": 25}, "a.left", weights=weights).blocks[1] == Paragraph(
        text="weighted-arithmetic-mean · Coverage: 49%", note=True
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Score: 1,234.5000"), ("zh", "得分：1,234.5000"), ("fr", "Score\u00a0: 1\u202f234,5000")],
)
def test_numbers_are_written_as_the_language_does(language: str, line: str) -> None:
    assert page({"a.one": 1234.5}, "a.one", language=language).blocks[-1] == Paragraph(text=line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_shares_of_the_parts_make_a_whole_in_every_language(language: str) -> None:
    table = page({"a.one": 1, "a.two": 2, "a.three": 3, "b.four": 4}, ROOT, language=language).blocks[2]
    assert isinstance(table, Table)
    assert [row[3].removesuffix("%").strip() for row in table.texts] == [
        each.replace(".", "," if language == "fr" else ".") for each in ("50.0", "50.0")
    ]


def test_labels_are_in_the_language_asked_for() -> None:
    framework = synthetic.framework()
    one, *others = framework.indicators
    chinese = evolve(framework, indicators=(evolve(one, label=synthetic.text("One", zh="甲")), *others))
    table = page({}, "a.left", language="zh", framework=chinese).blocks[2]
    assert isinstance(table, Table)
    assert [row[1] for row in table.texts] == ["甲", "Label of a.two"]


def page(
    points: Mapping[str, float],
    node: str,
    *,
    states: Mapping[str, str] | None = None,
    weights: Mapping[str, float] | None = None,
    rules: Mapping[str, Rules] | None = None,
    framework: Framework | None = None,
    language: str = "en",
) -> Page:
    found = framework or synthetic.framework(weights=weights, rules=rules)
    leaves = {
        each.id: (points.get(each.id), "rated" if each.id in points else (states or {}).get(each.id, "not-rated"))
        for each in found.indicators
    }
    scores = {each.id: each for each in score_tree(found, leaves, unit="Aland")}
    return derivation_page(scores, "Aland", node, language)


def parts(
    points: Mapping[str, float],
    node: str,
    *,
    states: Mapping[str, str] | None = None,
    weights: Mapping[str, float] | None = None,
    rules: Mapping[str, Rules] | None = None,
) -> tuple[tuple[str, ...], ...]:
    table = page(points, node, states=states, weights=weights, rules=rules).blocks[2]
    assert isinstance(table, Table)
    return table.texts
