from collections.abc import Mapping

import pytest

from maturity.framework import Framework
from maturity.report.explain_page import explain_page
from maturity.report.page import Heading, Listing, Page, Paragraph, Table
from maturity.rules import Rules
from maturity.scoring import assess
from tests import synthetic

FULL = {"a.one": 1, "a.two": 3, "a.three": 2, "b.four": 4, "b.five": 0}


def explained(
    levels: Mapping[str, int],
    node: str,
    *,
    statuses: Mapping[str, str] | None = None,
    against: Framework | None = None,
    language: str = "en",
) -> Page:
    return explain_page(synthetic.assessment(levels, statuses=statuses, against=against), node, language=language)


def said(found: Page) -> list[str]:
    texts: list[str] = []
    for block in found.blocks:
        if isinstance(block, Heading | Paragraph):
            texts.append(block.text)
        elif isinstance(block, Listing):
            texts += [f"{label} | {text}" if label else text for label, text in block.items]
    return texts


def rows(found: Page) -> tuple[tuple[str, ...], ...]:
    return next(block for block in found.blocks if isinstance(block, Table)).texts


def test_the_sum_of_an_indicator_is_shown_step_by_step() -> None:
    assert said(explained(FULL, "a.two"))[-5:] == [
        "How it counts",
        "Label of a.two: 50.0% of Label of a.left: 75.0 × 50.0% = 37.50",
        "Label of a.left: 50.0% of Label of a: 50.0 × 50.0% = 25.00",
        "Label of a: 50.0% of Overall: 50.0 × 50.0% = 25.00",
        "In all 12.5% of the overall score: 75.0 × 12.5% = 9.38 points.",
    ]


def test_the_sum_of_a_node_is_shown_part_by_part() -> None:
    found = explained(FULL, "a")
    assert rows(found) == (
        ("a.left", "Label of a.left", "50.0", "50.0%", "25.00"),
        ("a.right", "Label of a.right", "50.0", "50.0%", "25.00"),
    )
    assert said(found)[1:3] == ["2.0 partial · Coverage: 100%", "Score: 50.00"]


def test_a_node_is_told_the_fewest_steps_to_its_next_band() -> None:
    found = said(explained(FULL, "a"))
    assert "To reach established (62.5 points), the fewest steps: 1" in found


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("not-evaluable", "not evaluable"),
        ("not-applicable", "not applicable"),
        ("not-asked", "not asked"),
        ("not-rated", "not rated"),
    ],
)
def test_a_part_that_is_left_out_says_why(status: str, reason: str) -> None:
    found = explained({"a.one": 1}, "a.left", statuses={"a.two": status})
    assert rows(found)[1] == ("a.two", "Label of a.two", "–", "–", f"left out: {reason}")


def test_a_part_of_no_weight_says_so() -> None:
    found = explained(FULL, "a.left", against=synthetic.framework(weights={"a.two": 0}))
    assert rows(found)[1] == ("a.two", "Label of a.two", "–", "–", "left out: weight 0")


def test_a_node_below_its_threshold_says_so() -> None:
    found = explained({"a.one": 1}, "overall")
    assert rows(found)[0] == ("a", "Label of a", "–", "–", "left out: coverage too low")
    assert rows(found)[1][-1] == "left out: not rated"


def test_an_indicator_without_a_level_says_why_it_counts_for_nothing() -> None:
    found = said(explained({"a.one": 1}, "a.two", statuses={"a.two": "not-evaluable"}))
    assert "State | not evaluable: §1" in found
    assert found[-1] == "left out: not evaluable"
    assert said(explained({}, "a.two"))[-1] == "left out: not rated"


def test_an_indicator_under_a_node_without_a_score_counts_for_nothing() -> None:
    found = said(explained({"a.one": 2}, "a.one"))
    assert found[-3:] == [
        "Label of a.one: 100.0% of Label of a.left: 50.0 × 100.0% = 50.00",
        "Label of a.left: 100.0% of Label of a: 50.0 × 100.0% = 50.00",
        "Label of a: left out: coverage too low",
    ]


def test_an_indicator_of_no_weight_says_so() -> None:
    found = said(explained(FULL, "a.two", against=synthetic.framework(weights={"a.two": 0})))
    assert found[-1] == "Label of a.two: left out: weight 0"


def test_without_an_overall_score_no_share_of_it_is_shown() -> None:
    strict = synthetic.framework(rules={"a": Rules(coverage_threshold=0.2)}, threshold=0.5)
    found = said(explained({"a.one": 2}, "a.one", against=strict))
    assert not any(each.startswith("In all") for each in found)
    assert found[-1] == "No overall score: 1 of 5 indicators are rated (coverage 13%, at least 50% needed)."


def test_the_rubric_marks_the_level_that_is_held() -> None:
    marks = [row[1] for row in rows(explained(FULL, "a.one"))]
    assert marks == ["", "← holds", "", "", ""]
    assert [row[0] for row in rows(explained(FULL, "a.one"))][1] == "1 initial"


def test_prerequisites_findings_and_lessons_are_shown() -> None:
    framework = synthetic.framework(prerequisites={"a.one": ["a.two"]})
    country = synthetic.profile(
        {"a.one": 1, "a.two": 3},
        findings=[synthetic.finding("fact", bears_on=["a.one"])],
        lessons=[synthetic.lesson("begin", bears_on=["a.one"])],
    )
    found = said(explain_page(assess(country, framework), "a.one"))
    assert "Label of a.two (level 3)" in found
    assert "Remark | It is so. (Study 2020, §1)" in found
    assert "Begin small | Small steps were kept." in found


def test_an_unknown_node_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        explained(FULL, "nowhere")


@pytest.mark.parametrize(("language", "share"), [("en", "12.5%"), ("zh", "12.5%"), ("fr", "12,5\u00a0%")])
def test_shares_are_written_as_the_language_does(language: str, share: str) -> None:
    assert share in said(explained(FULL, "a.two", language=language))[-1]
