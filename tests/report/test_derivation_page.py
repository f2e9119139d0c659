from collections.abc import Mapping

import pytest
from attrs import evolve

from maturity.framework import ROOT, Denominator, Framework, Indicator
from maturity.report.derivation_page import Cells, Derivation, derivation_page
from maturity.report.page import Column, Heading, Listing, Page, Paragraph, Table
from maturity.rules import Normalisation, Rounding, Rules, Spread
from maturity.scores import score_tree
from maturity.text import LANGUAGES
from tests import synthetic


def test_the_title_names_the_unit_and_the_node() -> None:
    assert page({}, "a.left").blocks[0] == Heading(text="Aland: Label of a.left", depth=1)
    assert page({}, ROOT).blocks[0] == Heading(text="Aland: Overall", depth=1)
    assert page({}, ROOT, language="zh").blocks[0] == Heading(text="Aland：总体", depth=1)
    assert page({}, "a.one", language="fr").blocks[0] == Heading(text="Aland\u00a0: Label of a.one", depth=1)


def test_a_node_is_told_with_its_rule_its_parts_and_its_score() -> None:
    _, rule, table, rules, total = page({"a.one": 25, "a.two": 100}, "a.left", weights={"a.two": 2}).blocks
    assert rule == Paragraph(text="weighted arithmetic mean · Coverage: 100%", note=True)
    assert rules == Listing(items=(("", "Below a coverage of 50% there is no score."),))
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
        text="weighted arithmetic mean · Coverage: 49%", note=True
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


def test_what_a_rule_did_is_said_and_what_did_nothing_is_not() -> None:
    assert told({"a.one": 0, "a.two": 50}, Rules(knock_out=True)) == ("A part at 0 makes the whole 0.",)
    assert told({"a.one": 1, "a.two": 50}, Rules(knock_out=True)) == ()
    assert told({"a.two": 50}, Rules(missing="zero")) == ("A part that is missing counts as 0.",)
    assert told({"a.one": 0, "a.two": 50}, Rules(missing="zero")) == ()
    floored = Rules(aggregation="weighted-geometric-mean", floor=0.5)
    assert told({"a.one": 0, "a.two": 50}, floored) == ("A part below 0.5 counts as 0.5.",)
    assert told({"a.one": 1, "a.two": 50}, floored) == ()
    assert told({"a.one": 1}, Rules(rounding=Rounding(decimals=2, half="even"))) == (
        "Rounded here, decimals: 2, halves to the even neighbour.",
    )
    assert told({"a.one": 100, "a.two": 50}, Rules(aggregation="gate", holds_at=60)) == (
        "A step holds from 60; those behind one that does not hold count for nothing.",
    )


def test_a_node_that_is_stretched_over_the_units_has_the_score_of_the_table() -> None:
    stretched = Rules(over_units=Spread(low=0, high=100))
    found = page({"a.one": 40}, "a.left", rules={"a.left": stretched}, stretched={"a.left": 62.5})
    assert found.blocks[-2:] == (
        Listing(items=(("", "Stretched over the units: the lowest is put at 0, the highest at 100."),)),
        Paragraph(text="Score: 62.5000"),
    )
    equal = page({"a.one": 40}, "a.left", rules={"a.left": stretched}, stretched={"a.left": None})
    assert equal.blocks[-1] == Paragraph(text="left out: all units are equal")
    assert (
        page({"a.one": 40}, "a", rules={"a.left": stretched}, stretched={"a.left": 62.5}).blocks[-1] != equal.blocks[-1]
    )


def test_where_every_part_is_wanted_the_one_that_is_missing_is_the_reason() -> None:
    found = page({"a.one": 40}, "a.left", rules={"a.left": Rules(missing="any")})
    assert found.blocks[-1] == Paragraph(text="left out: a part is missing")
    weightless = page({"a.one": 40}, "a.left", weights={"a.one": 0, "a.two": 0})
    assert weightless.blocks[-1] == Paragraph(text="left out: weight 0")


@pytest.mark.parametrize("aggregation", ["minimum", "maximum", "median"])
def test_where_weights_play_no_part_there_are_no_shares(aggregation: str) -> None:
    rules = {"a.left": Rules(aggregation=aggregation)}
    assert parts({"a.one": 25}, "a.left", rules=rules) == (
        ("a.one", "Label of a.one", "25.0000"),
        ("a.two", "Label of a.two", "left out: not rated"),
    )


def test_parts_of_a_sum_have_their_weights() -> None:
    found = parts(
        {"a.one": 8, "a.two": 37}, "a.left", rules={"a.left": Rules(aggregation="sum")}, weights={"a.two": 0.25}
    )
    assert [row[2:] for row in found] == [("8.0000", "1"), ("37.0000", "0.25")]


def test_a_measure_is_told_from_its_cell_on() -> None:
    measure = Indicator(
        id="offices",
        label=synthetic.text("Offices"),
        kind="measure",
        per=Denominator(column="Persons", times=100000),
        normalise=Normalisation(method="goalposts", worst=0, best=5.5, clip="low"),
    )
    framework = evolve(synthetic.framework(), components=(), indicators=(measure,))
    found = page({"offices": 40}, "offices", framework=framework, cells=Cells(figure="12", divisor="600,000"))
    assert found.blocks[1:] == (
        Listing(
            items=(
                ("", "Figure: 12"),
                ("", "Divided by Persons (600,000), times 100,000"),
                ("", "Normalised: goalposts, worst 0, best 5.5, clip low"),
            )
        ),
        Paragraph(text="Score: 40.0000"),
    )
    assert page({}, "offices", framework=framework, cells=Cells()).blocks[1:] == (
        Paragraph(text="left out: not rated"),
    )


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
    cells: Cells | None = None,
    stretched: Mapping[str, float | None] | None = None,
    language: str = "en",
) -> Page:
    found = framework or synthetic.framework(weights=weights, rules=rules)
    leaves = {
        each.id: (points.get(each.id), "rated" if each.id in points else (states or {}).get(each.id, "not-rated"))
        for each in found.indicators
    }
    scores = {each.id: each for each in score_tree(found, leaves, unit="Aland", stretched=stretched)}
    return derivation_page(Derivation(unit="Aland", scores=scores, framework=found, language=language), node, cells)


def told(points: Mapping[str, float], rules: Rules, **said: object) -> tuple[str, ...]:
    """What is said below the table of a node with these rules."""
    blocks = page(points, "a.left", rules={"a.left": rules}, **said).blocks  # type: ignore[arg-type]
    return tuple(text for each in blocks if isinstance(each, Listing) for _, text in each.items)


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
