from collections.abc import Mapping

import pytest
from attrs import evolve

from maturity.framework import Framework
from maturity.records.ratings import Rating
from maturity.records.record import Printed
from maturity.report.explain_page import explain_page
from maturity.report.page import Heading, Listing, Page, Paragraph, Table
from maturity.rules import Rules
from maturity.scoring import assess
from maturity.text import Text
from tests import mini, synthetic
from tests.data_contracts.shipped import country, framework
from tests.shipped import france_explained

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


@pytest.mark.parametrize(("language", "place"), [("en", "Table 10 row 3"), ("zh", "表10第3行"), ("fr", "tableau 10")])
def test_an_indicator_s_place_in_the_study_is_named_in_the_language(language: str, place: str) -> None:
    assert place in said(france_explained("legal.sso", language))[1]


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Printed | “it was so” (Table 2 row 1)"), ("zh", "原文 | “it was so”（表2第1行）")],
)
def test_what_is_misprinted_stands_with_its_place(language: str, line: str) -> None:
    printed = (Printed(text="it was so", locus="Table 2 row 1"),)
    fact = evolve(synthetic.finding("fact", bears_on=["a.one"]), printed=printed)
    given = synthetic.profile({"a.one": 1}, findings=[fact])
    rested = tuple(evolve(each, evidence=("fact",)) for each in given.ratings.ratings)
    country = evolve(given, ratings=evolve(given.ratings, ratings=rested))
    found = explain_page(assess(country, synthetic.framework()), "a.one", language=language)
    assert line in said(found)


def test_an_unknown_node_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        explained(FULL, "nowhere")


@pytest.mark.parametrize(("language", "share"), [("en", "12.5%"), ("zh", "12.5%"), ("fr", "12,5\u00a0%")])
def test_shares_are_written_as_the_language_does(language: str, share: str) -> None:
    assert share in said(explained(FULL, "a.two", language=language))[-1]


def test_a_checklist_is_explained_by_its_answers_and_the_one_that_was_given() -> None:
    found = explain_page(mini.assessment(), "life.list")
    [answers] = [each for each in found.blocks if isinstance(each, Table)]
    assert answers.texts == (("Yes", "← holds", "100.0"), ("No", "", "0.0"))
    assert next(each.items[0] for each in found.blocks if isinstance(each, Listing)) == ("State", "Yes")
    assert not [each for each in found.blocks if isinstance(each, Heading) and each.text == "Research questions"]


def test_a_checklist_that_is_not_answered_says_so() -> None:
    found = explain_page(mini.assessment({}, {}), "life.list")
    [answers] = [each for each in found.blocks if isinstance(each, Table)]
    assert [row[1].text for row in answers.rows] == ["", ""]
    assert "not rated" in said(found)


def test_an_answer_may_have_a_confidence() -> None:
    answered = Rating(indicator="life.list", answer="No", confidence="low", rationale=synthetic.text("None was found."))
    country = mini.country({}, {})
    rated = evolve(country, ratings=evolve(country.ratings, ratings=(answered,)))
    found = explain_page(assess(rated, mini.framework()), "life.list")
    assert next(each.items[0] for each in found.blocks if isinstance(each, Listing)) == ("State", "No (confidence low)")


def test_a_level_of_any_scale_has_its_name_and_colour() -> None:
    found = explain_page(mini.assessment({"life.rubric": 5}), "life.rubric")
    rubric = next(each for each in found.blocks if isinstance(each, Table))
    assert rubric.levels == (None, None, None, None, None, 4)


def test_a_measure_without_a_figure_says_its_state() -> None:
    status = synthetic.rating("home", status="not-applicable")
    country = mini.country({}, {})
    rated = evolve(country, ratings=evolve(country.ratings, ratings=(status,)))
    assert "not applicable" in said(explain_page(assess(rated, mini.index()), "home"))


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", "legal.sso · supply · Table 10 row 3; §5 ¶6; §5 ¶8"),
        ("zh", "legal.sso · 供给 · 表10第3行；§5 ¶6；§5 ¶8"),
        ("fr", "legal.sso · offre · tableau 10, ligne 3\u00a0; §5 ¶6\u00a0; §5 ¶8"),
    ],
)
def test_the_place_of_an_indicator_in_the_study_is_named_in_the_reader_s_language(language: str, head: str) -> None:
    assert said(france_explained("legal.sso", language))[1] == head


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "Printed | “the law on computing and freedom” (§4 ¶6)"),
        ("zh", "原文 | “the law on computing and freedom”（§4 ¶6）"),
        (
            "fr",
            "Imprimé | «\u00a0the law on computing and freedom\u00a0» (§4 ¶6)",
        ),
    ],
)
def test_what_is_printed_stands_in_quotation_marks_with_its_place(language: str, printed: str) -> None:
    assert printed in said(france_explained("legal.eid", language))


def test_an_institution_is_evidence_with_each_of_its_roles() -> None:
    canada = assess(country("CAN", 2022), framework())
    told = next(each for each in said(explain_page(canada, "legal.pki")) if "Treasury Board of Canada Sec" in each)
    assert "Drew up the Digital Operations Strategic Plan" in told
    assert "Lists on its site the certification authorities" in told
    assert "(TBS 2021, Document purpose and what's new)" in told
    assert "(Justice Canada 2005, regulations as a whole)" in told


def test_a_standard_is_evidence_by_its_name() -> None:
    told = said(france_explained("back-end.interoperability-framework", "fr"))
    assert any(each.startswith("Éléments | Référentiel général d’interopérabilité (RGI)") for each in told), told
    assert not any("std-" in each for each in told)


@pytest.mark.parametrize(
    ("language", "label", "translated"),
    [
        ("en", "Note | ", "Note | "),
        ("zh", "注（英文） | ", "注 | "),
        ("fr", "Note (en anglais) | ", "Note (en anglais) | "),
    ],
)
def test_a_note_says_that_it_is_in_english_where_it_is_not_in_the_reader_s_language(
    language: str, label: str, translated: str
) -> None:
    def notes(note: Text) -> list[str]:
        profile = synthetic.profile(FULL, findings=[evolve(synthetic.finding("fact"), note=note)])
        found = said(explain_page(assess(profile, synthetic.framework()), "a.one", language=language))
        return [each for each in found if each.startswith(("Note", "注"))]

    assert notes(synthetic.text("Seen once.")) == [f"{label}Seen once."]
    assert notes(synthetic.text("Seen once.", zh="见过一次。"))[0].startswith(translated)
    assert notes(Text(language="da", original="Set."))[0].startswith(("Note | ", "注 | "))
