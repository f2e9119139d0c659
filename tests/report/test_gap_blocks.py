"""Beside `test_gap_page`, which reads the gaps as part of a whole report."""

from collections.abc import Mapping, Sequence

import pytest
from attrs import evolve

from maturity.framework import Framework
from maturity.gaps import GapReport, gap_report
from maturity.records.context import Branch, Context
from maturity.records.findings import Finding, Lesson
from maturity.records.ratings import Rating
from maturity.report.facts import Teller
from maturity.report.gap_blocks import gap_blocks, prerequisite
from maturity.report.page import Block, Chart, Heading, Listing, Paragraph, Table
from maturity.scoring import Assessment, assess
from maturity.targets import Target
from tests import synthetic
from tests.charts import CODES, assessed
from tests.report.views import heads

FULL = {"a.one": 1, "a.two": 4, "a.three": 4, "b.four": 4, "b.five": 0}


def test_the_gaps_are_a_heading_how_they_are_ordered_and_a_table() -> None:
    heading, order, table = blocks(of(FULL), details=False)
    assert heading == Heading(text="Gaps in order of work", depth=2)
    assert isinstance(order, Paragraph)
    assert order.note
    assert isinstance(table, Table)
    assert heads(table) == ["#", "Indicator", "Now", "Target", "Gain", "After", "Confidence"]
    assert table.texts == (
        ("1", "Label of b.five", "0", "4", "+25.0", "90.6", "medium"),
        ("2", "Label of a.one", "1", "4", "+9.4", "100.0", "medium"),
    )
    assert table.levels == (0, 1)


def test_where_there_is_no_gap_there_is_neither_table_nor_detail_nor_chart() -> None:
    found = blocks(of(dict.fromkeys(synthetic.INDICATORS, 4)), charts=[CHART])
    assert found == [
        Heading(text="Gaps in order of work", depth=2),
        Paragraph(text="No rated indicator stands below the target."),
    ]


def test_charts_stand_right_before_the_table() -> None:
    kinds = [type(each) for each in blocks(of(FULL), details=False, charts=[CHART, CHART])]
    assert kinds == [Heading, Paragraph, Chart, Chart, Table]


def test_of_one_dimension_places_are_counted_anew_and_no_overall_score_runs_along() -> None:
    found = table(of(FULL), dimension="a")
    assert heads(found) == ["#", "Indicator", "Now", "Target", "Gain", "Confidence"]
    assert found.texts == (("1", "Label of a.one", "1", "4", "+9.4", "medium"),)


def test_without_an_overall_score_no_gain_can_be_said_and_nothing_runs_along() -> None:
    assert table(of({"a.one": 1})).texts == (("1", "Label of a.one", "1", "4", "–", "–", "medium"),)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "cannot be said"), ("zh", "无法说明弥合该差距的增益"), ("fr", "ne peut être dit")],
)
def test_a_dash_for_a_gain_is_explained_above_the_table_and_left_out_of_the_heading(language: str, said: str) -> None:
    found = blocks(of({"a.one": 1}), language=language)
    place = next(place for place, block in enumerate(found) if isinstance(block, Table))
    note = found[place - 1]
    assert isinstance(note, Paragraph)
    assert note.text.startswith("–")
    assert said in note.text
    assert "+" not in titles(found)[0]
    assert not any(isinstance(each, Paragraph) and said in each.text for each in blocks(of(FULL), language=language))


def test_a_target_between_two_levels_is_printed_as_it_is() -> None:
    median = Target(kind="median", levels=(("a.one", 2.5),), of=("BBB@2020", "CCC@2020"))
    report = gap_report(assess(synthetic.profile(FULL), synthetic.framework()), target=median)
    assert table(report).texts[0][:5] == ("1", "Label of a.one", "1", "2.5", "+4.7")
    assert table(report, language="fr").texts[0][:5] == ("1", "Label of a.one", "1", "2,5", "+4,7")
    assert titles(blocks(report, language="fr"))[0] == "1. Label of a.one (niveau 1 sur 2,5, +4,7 points)"


def test_every_gap_has_a_numbered_heading_and_a_list() -> None:
    found = blocks(of(FULL))
    assert titles(found) == [
        "1. Label of b.five (level 0 of 4, +25.0 points)",
        "2. Label of a.one (level 1 of 4, +9.4 points)",
    ]
    assert titles(blocks(of(FULL), language="zh"))[0] == "1. Label of b.five（现为0级，目标4级，增益25.0分）"
    assert [type(each) for each in found[3:]] == [Heading, Heading, Listing, Heading, Listing]


def test_the_next_level_is_asked_for_and_not_the_target() -> None:
    assert dict(details(of({"a.one": 1})))["Level 2 asks"] == "a.one at 2"
    assert dict(details(of({"a.one": 0})))["Level 1 asks"] == "a.one at 1"


@pytest.mark.parametrize("confidence", ["high", "medium", "low"])
def test_confidence_is_told_in_the_table_and_with_what_is_there_now(confidence: str) -> None:
    rated = synthetic.rating("a.one", 1, confidence=confidence, summary="A bill.")
    report = of({}, ratings=[rated])
    assert table(report).texts[0][-1] == confidence
    assert details(report)[0] == ("Now", f"A bill. (confidence {confidence})")


def test_prerequisites_that_are_met_are_not_named() -> None:
    needing = synthetic.framework(prerequisites={"a.one": ["a.two", "a.three", "b.four"]})
    items = details(of({"a.one": 1, "a.two": 1, "a.three": 2}, against=needing))
    assert [text for label, text in items if label == "First"] == [
        "Label of a.two (level 1)",
        "Label of b.four (no level)",
    ]


def test_evidence_stands_in_the_profile_s_order_each_record_once() -> None:
    findings = [synthetic.finding(id, said=f"Said {id}.") for id in ("x", "y", "z")]
    rated = synthetic.rating("a.one", 1, evidence=("z", "x", "z"))
    items = details(of({}, ratings=[rated], findings=findings))
    assert [text for label, text in items if label == "Evidence"] == [
        "Said x. (Study 2020, §1)",
        "Said z. (Study 2020, §1)",
    ]


@pytest.mark.parametrize(("count", "shown", "rest"), [(3, 3, []), (4, 3, ["1 more"]), (9, 3, ["6 more"])])
def test_of_each_country_three_findings_are_shown_and_the_rest_counted(count: int, shown: int, rest: list[str]) -> None:
    said = [synthetic.finding(f"f{place}", bears_on=["a.one"], said=f"F{place}.") for place in range(count)]
    ahead = country({"a.one": 3}, code="BBB", findings=[synthetic.finding("fact"), *said])
    own = country({"a.one": 1}, findings=[synthetic.finding("fact"), *said])
    items = [text for label, text in details(gap_report(own, comparators=[ahead])) if label == "Finding"]
    own_items, others = items[: shown + len(rest)], items[shown + len(rest) :]
    assert [each.partition(":")[0] for each in own_items[shown:]] == rest
    assert [each.partition(":")[0] for each in others] == ["Bland"] * shown + rest
    assert [each.rpartition(": ")[2] for each in (own_items[-1], others[-1])] == (
        ["maturity explain AAA@2020 a.one", "maturity explain BBB@2020 a.one"]
        if rest
        else ["F2. (Study 2020, §1)", "F2. (Study 2020, §1)"]
    )


def test_a_country_that_is_not_ahead_is_not_listened_to() -> None:
    said = [synthetic.finding("fact"), synthetic.finding("f", bears_on=["a.one"])]
    others = [country({"a.one": level}, code="BBB", findings=said) for level in (0, 1, 2)]
    heard = [
        [label for label, _ in details(gap_report(country({"a.one": 1}), comparators=[each]))].count("Finding")
        for each in others
    ]
    assert heard == [0, 0, 1]


def test_another_country_speaks_the_reader_s_language() -> None:
    their = evolve(synthetic.finding("f", bears_on=["a.one"]), text=synthetic.text("So.", zh="如此。"))
    ahead = country({"a.one": 3}, code="BBB", findings=[synthetic.finding("fact"), their])
    items = details(gap_report(country({"a.one": 1}), comparators=[ahead]), language="zh")
    assert ("发现", "Bland：如此。（Study 2020，§1）") in items


def test_a_lesson_that_is_the_evidence_is_not_told_twice() -> None:
    begin, later = (synthetic.lesson(id, bears_on=["a.one"], title=id) for id in ("begin", "later"))
    rated = synthetic.rating("a.one", 1, evidence=("begin",))
    items = details(of({}, ratings=[rated], lessons=[begin, later]))
    assert [text for label, text in items if label == "Evidence"] == ["begin (Study 2020, §9)"]
    assert [text for label, text in items if label == "Lesson"] == ["later (Study 2020, §9)"]


def test_a_branch_that_has_no_level_is_not_shown() -> None:
    rated = [
        synthetic.rating("a.one", 1),
        synthetic.rating("a.one", 0, branch="pensions", summary="Nothing yet."),
        evolve(synthetic.rating("a.one", status="not-rated", branch="health"), summary=synthetic.text("Not read.")),
    ]
    branches = tuple(
        Branch(id=id, source="study", locus="§2", name=synthetic.text(id), contingencies=())
        for id in ("pensions", "health")
    )
    context = Context(branches=branches, findings=(synthetic.finding("fact"),))
    report = gap_report(assess(synthetic.profile(ratings=rated, context=context), synthetic.framework()))
    items = [text for label, text in details(report) if label == "Branch"]
    assert items == ["pensions (level 0): Nothing yet."]


@pytest.mark.parametrize(("language", "told"), [("en", "level 2"), ("zh", "2级"), ("fr", "niveau 2")])
def test_a_prerequisite_is_told_with_its_level(language: str, told: str) -> None:
    found = country({"a.one": 2}, statuses={"a.two": "not-evaluable"})
    teller = Teller.of(found.profile, found.framework, language)
    assert told in prerequisite("a.one", found, teller)
    unknown = {
        "en": "Label of a.two (no level)",
        "zh": "Label of a.two（无等级）",
        "fr": "Label of a.two (sans niveau)",
    }
    assert prerequisite("a.two", found, teller) == unknown[language]


@pytest.mark.parametrize("code", CODES)
def test_every_gap_of_a_country_is_in_the_table_once_and_the_last_step_reaches_the_target(code: str) -> None:
    report = gap_report(assessed(code), target=Target.level(3))
    found = table(report)
    assert [row[0] for row in found.texts] == [str(place) for place in range(1, len(report.gaps) + 1)]
    assert {row[1] for row in found.texts} == {
        str(each.label)
        for each in assessed(code).framework.indicators
        if (rating := assessed(code).rating(each.id)) and rating.level is not None and rating.level < 3
    }
    said = [row[5] for row in found.texts]
    assert [each == "–" for each in said] == [gap.gain is None for gap in report.gaps]
    after = [float(each) for each in said if each != "–"]
    assert after == sorted(after)


@pytest.mark.parametrize("code", CODES)
def test_the_dimensions_share_out_the_gaps(code: str) -> None:
    report = gap_report(assessed(code))
    parts = [table(report, dimension=each.id) for each in assessed(code).framework.dimensions]
    assert sum(len(each.rows) for each in parts) == len(report.gaps)


CHART = Chart(title="Gaps", alt="Two gaps.", language="en")


def of(
    levels: Mapping[str, int],
    *,
    against: Framework | None = None,
    ratings: Sequence[Rating] = (),
    findings: Sequence[Finding] = (synthetic.finding("fact"),),
    lessons: Sequence[Lesson] = (),
) -> GapReport:
    profile = synthetic.profile(levels, ratings=ratings, findings=findings, lessons=lessons)
    return gap_report(assess(profile, against or synthetic.framework()))


def country(
    levels: Mapping[str, int],
    *,
    statuses: Mapping[str, str] | None = None,
    code: str = "AAA",
    findings: Sequence[Finding] = (synthetic.finding("fact"),),
) -> Assessment:
    name = {"AAA": "Aland", "BBB": "Bland"}[code]
    return assess(
        synthetic.profile(levels, statuses=statuses, code=code, name=name, findings=findings), synthetic.framework()
    )


def blocks(
    report: GapReport,
    *,
    language: str = "en",
    dimension: str | None = None,
    details: bool = True,
    charts: Sequence[Chart] = (),
) -> list[Block]:
    teller = Teller.of(report.assessment.profile, report.assessment.framework, language)
    return list(gap_blocks(report, teller, dimension, details=details, charts=charts))


def table(report: GapReport, *, language: str = "en", dimension: str | None = None) -> Table:
    found = blocks(report, language=language, dimension=dimension, details=False)
    (table,) = [each for each in found if isinstance(each, Table)] or [Table(caption="", columns=(), rows=())]
    return table


def details(report: GapReport, *, language: str = "en", label: str = "Label of a.one") -> tuple[tuple[str, str], ...]:
    """What stands behind the gap of an indicator."""
    found = blocks(report, language=language)
    place = next(place for place, each in enumerate(found) if isinstance(each, Heading) and f". {label}" in each.text)
    listing = found[place + 1]
    assert isinstance(listing, Listing)
    return listing.items


def titles(found: Sequence[Block]) -> list[str]:
    return [each.text for each in found if isinstance(each, Heading) and each.depth == 3]
