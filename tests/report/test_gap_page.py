from collections.abc import Mapping, Sequence

import pytest

from maturity.framework import Framework
from maturity.gaps import GapReport, gap_report
from maturity.profile import Profile
from maturity.report.gap_page import gap_page
from maturity.report.page import Heading, Listing, Page, Paragraph, Table
from maturity.scoring import assess
from maturity.targets import Target
from tests import mini, synthetic

FULL = {"a.one": 1, "a.two": 3, "a.three": 2, "b.four": 4, "b.five": 0}


def report(country: Profile, *, against: Framework | None = None, target: Target | None = None) -> GapReport:
    return gap_report(assess(country, against or synthetic.framework()), target=target)


def page(
    levels: Mapping[str, int], *, against: Framework | None = None, target: Target | None = None, language: str = "en"
) -> Page:
    return gap_page(report(synthetic.profile(levels), against=against, target=target), language=language)


def headings(found: Page, depth: int = 2) -> list[str]:
    return [each.text for each in found.blocks if isinstance(each, Heading) and each.depth == depth]


def paragraphs(found: Page) -> list[str]:
    return [each.text for each in found.blocks if isinstance(each, Paragraph)]


def tables(found: Page) -> dict[str, Table]:
    return {each.caption: each for each in found.blocks if isinstance(each, Table)}


def under(found: Page, heading: str) -> Sequence[tuple[str, str]]:
    place = next(n for n, each in enumerate(found.blocks) if isinstance(each, Heading) and heading in each.text)
    listing = found.blocks[place + 1]
    assert isinstance(listing, Listing)
    return listing.items


def test_the_sections_stand_in_one_order_in_every_language() -> None:
    assert headings(page(FULL)) == [
        "Scores",
        "Where the country stands highest",
        "Gaps in order of work",
        "Gap by gap",
        "What is not known",
        "Lessons learned",
        "Sources",
        "How to read this report",
    ]
    assert len(headings(page(FULL, language="zh"))) == len(headings(page(FULL, language="fr"))) == 8


def test_the_overall_score_is_said_in_one_sentence() -> None:
    expected = "Overall 50.0 of 100 points: level 2.0, partial. 5 of 5 indicators are rated (coverage 100%)."
    assert paragraphs(page(FULL))[1] == expected


def test_without_an_overall_score_the_reason_is_said() -> None:
    found = page({"a.one": 1})
    expected = "No overall score: 1 of 5 indicators are rated (coverage 13%, at least 50% needed)."
    assert paragraphs(found)[1] == expected
    assert tables(found)["Scores by dimension and component"].texts[0] == (
        "Overall",
        "–",
        "coverage too low",
        "13%",
        "1/5",
        "–",
    )


def test_scores_are_rounded_only_here() -> None:
    rows = tables(page({"a.one": 1, "a.two": 2, "a.three": 3, "b.four": 3}))["Scores by dimension and component"].texts
    assert rows[2] == ("· Label of a.left", "37.5", "1.5 partial", "100%", "2/2", "2.5")
    assert rows[0][1] == "65.6"


def test_what_does_not_apply_is_not_counted_as_asked() -> None:
    country = synthetic.profile({"a.one": 1}, statuses={"a.two": "not-applicable"})
    found = gap_page(report(country))
    assert tables(found)["Scores by dimension and component"].texts[2][4] == "1/1"


def test_strengths_are_the_indicators_at_level_3_or_above() -> None:
    rows = tables(page(FULL))["Indicators at level 3 or above"].texts
    assert rows == (("Label of a.two", "3", "Seen."), ("Label of b.four", "4", "Seen."))
    assert "No indicator stands at level 3 or above." in paragraphs(page({"a.one": 2}))


def test_gaps_are_numbered_in_order_of_work() -> None:
    found = page(FULL)
    rows = tables(found)["Gaps to the target"].texts
    assert rows[0] == ("1", "Label of a.three", "2", "4", "+12.5", "62.5", "medium")
    assert headings(found, 3)[0] == "1. Label of a.three (level 2 of 4, +12.5 points)"
    assert len(headings(found, 3)) == len(rows) == 4


def test_where_no_gap_is_left_the_report_says_so() -> None:
    found = page(dict.fromkeys(synthetic.INDICATORS, 4))
    assert "No rated indicator stands below the target." in paragraphs(found)
    assert "Every indicator has a level." in paragraphs(found)
    assert "Gap by gap" not in headings(found)


def test_a_gap_shows_where_one_stands_what_comes_next_and_on_what_evidence() -> None:
    assert under(page({"a.one": 1}), "1. Label of a.one") == (
        ("Now", "Seen. (confidence medium)"),
        ("Level 2 asks", "a.one at 2"),
        ("Evidence", "It is so. (Study 2020, §1)"),
    )


def test_an_unmet_prerequisite_is_shown_with_its_level() -> None:
    needing = synthetic.framework(prerequisites={"a.one": ["a.two", "a.three"]})
    items = under(page({"a.one": 1, "a.two": 0}, against=needing), "Label of a.one (")
    assert [text for label, text in items if label == "First"] == [
        "Label of a.two (level 0)",
        "Label of a.three (no level)",
    ]


def test_three_findings_are_shown_and_the_rest_counted() -> None:
    findings = [
        synthetic.finding("fact"),
        *(synthetic.finding(f"f{n}", bears_on=["a.one"], said=f"Said {n}.") for n in range(5)),
    ]
    items = under(gap_page(report(synthetic.profile({"a.one": 1}, findings=findings))), "Label of a.one (")
    shown = [text for label, text in items if label == "Finding"]
    assert shown[0] == "Said 0. (Study 2020, §1)"
    assert len(shown) == 4
    assert shown[3] == "2 more: maturity explain AAA@2020 a.one"


def test_what_is_evidence_is_not_repeated_as_a_finding() -> None:
    findings = [synthetic.finding("fact", bears_on=["a.one"])]
    items = under(gap_page(report(synthetic.profile({"a.one": 1}, findings=findings))), "Label of a.one (")
    assert [label for label, _ in items] == ["Now", "Level 2 asks", "Evidence"]


def test_another_country_speaks_with_its_name_and_its_own_source() -> None:
    other = synthetic.profile(
        {"a.one": 3},
        code="BBB",
        name="Bland",
        findings=[synthetic.finding("fact", bears_on=["a.one"], said="They did.", source="theirs")],
        lessons=[synthetic.lesson("begin", bears_on=["a.one"], source="theirs")],
        sources=[synthetic.source("theirs")],
    )
    framework = synthetic.framework()
    own = assess(synthetic.profile({"a.one": 1}), framework)
    items = under(gap_page(gap_report(own, comparators=[assess(other, framework)])), "Label of a.one (")
    assert items[-2:] == (
        ("Finding", "Bland: They did. (Study 2020, §1)"),
        ("Lesson", "Bland: Begin small (Study 2020, §9)"),
    )


def test_a_branch_that_is_rated_apart_is_shown() -> None:
    from maturity.records.context import Branch, Context

    pensions = Branch(id="pensions", source="study", locus="§2", name=synthetic.text("Pensions"), contingencies=())
    context = Context(branches=(pensions,), findings=(synthetic.finding("fact"),))
    country = synthetic.profile(
        {"a.one": 1}, ratings=[synthetic.rating("a.one", 3, branch="pensions", summary="Ahead.")], context=context
    )
    assert ("Branch", "Pensions (level 3): Ahead.") in under(gap_page(report(country)), "Label of a.one (")


def test_what_is_not_known_says_where_one_looked() -> None:
    country = synthetic.profile({"a.one": 1}, statuses={"a.two": "not-evaluable", "a.three": "not-asked"})
    rows = tables(gap_page(report(country)))["Indicators without a level"].texts
    assert rows[0] == ("Label of a.two", "not evaluable", "§1: It was seen.")
    assert rows[1] == ("Label of a.three", "not asked", "It was seen.")
    assert rows[2] == ("Label of b.four", "not rated", "")


def test_lessons_say_when_they_transfer_and_whose_reading_that_is() -> None:
    country = synthetic.profile(lessons=[synthetic.lesson("begin", bears_on=["a.one"])])
    assert under(gap_page(report(country)), "Lessons learned") == (
        (
            "Begin small",
            "Small steps were kept. (Study 2020, §9) Transfers: there is time (this project's reading)",
        ),
    )


def test_one_dimension_shows_its_own_nodes_gaps_and_lessons() -> None:
    country = synthetic.profile(FULL, lessons=[synthetic.lesson("begin", bears_on=["a.one"])])
    found = gap_page(report(country), dimension="b")
    assert "Dimension: Label of b" in paragraphs(found)
    assert [row[0] for row in tables(found)["Scores by dimension and component"].texts] == [
        "Label of b",
        "· Label of b.only",
    ]
    assert [row[1] for row in tables(found)["Gaps to the target"].texts] == ["Label of b.five"]
    assert "The profile holds no lesson that bears on this." in paragraphs(found)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (Target.level(3), "Gap report against level 3 (established)"),
        (
            Target(kind="best", levels=(("a.one", 3),), of=("BBB@2020",)),
            "Gap report against the highest level among BBB@2020",
        ),
        (
            Target(kind="median", levels=(("a.one", 2.5),), of=("BBB@2020", "CCC@2021")),
            "Gap report against the median level of BBB@2020, CCC@2021",
        ),
        (Target.plan({"a.one": 3}), "Gap report against a plan of 1 indicators"),
    ],
)
def test_the_target_is_said(target: Target, said: str) -> None:
    assert paragraphs(page(FULL, target=target))[0] == said


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_every_report_says_that_levels_are_readings_and_no_ranking(language: str) -> None:
    found = page(FULL, language=language)
    caveats = [text for _, text in under(found, headings(found)[-1])]
    said = {"en": "Not a ranking", "zh": "不是国家排名", "fr": "pas un classement"}[language]
    assert any(said in each for each in caveats)
    assert caveats[0] in paragraphs(found)


def test_the_gaps_of_a_dimension_are_those_of_its_indicators_whatever_their_ids() -> None:
    found = gap_page(gap_report(mini.assessment()), dimension="health")
    told = next(table for caption, table in tables(found).items() if caption.startswith("Gaps"))
    assert [row[1].text for row in told.rows] == ["Label of life.rubric"]
