import pytest

from maturity.profile import Names
from maturity.records.context import Context
from maturity.records.ratings import Rating
from tests import synthetic


def test_a_name_falls_back_to_english() -> None:
    names = Names(en="France", zh="法国")
    assert [names.in_language(each) for each in ("en", "zh", "fr")] == ["France", "法国", "France"]


def test_records_come_section_by_section() -> None:
    country = synthetic.profile(
        context=Context(findings=(synthetic.finding("one"), synthetic.finding("two"))),
        lessons=[synthetic.lesson("three")],
    )
    assert [each.id for each in country.records()] == ["one", "two", "three"]
    assert [each.id for each in country.findings] == ["one", "two"]
    assert [each.id for each in country.all_lessons] == ["three"]


def test_a_source_is_found_by_its_id() -> None:
    assert synthetic.profile().source("study").title == "The study"
    with pytest.raises(KeyError, match="other"):
        synthetic.profile().source("other")


@pytest.mark.parametrize("code", ["fra", "FR", "FRAN", "FR1", ""])
def test_a_code_is_alpha_3(code: str) -> None:
    with pytest.raises(ValueError, match="code"):
        synthetic.profile(code=code)


def test_a_rating_has_a_level_or_a_status_and_not_both() -> None:
    for level, status in ((None, None), (2, "not-rated")):
        with pytest.raises(ValueError, match="exactly one of level or status"):
            Rating(
                indicator="a.one",
                level=level,
                status=status,
                confidence="low",
                summary=synthetic.text("x"),
                rationale=synthetic.text("x"),
            )


def test_a_level_needs_a_confidence_and_a_summary() -> None:
    with pytest.raises(ValueError, match="confidence"):
        Rating(indicator="a.one", level=2, summary=synthetic.text("x"), rationale=synthetic.text("x"))
    with pytest.raises(ValueError, match="summary"):
        Rating(indicator="a.one", level=2, confidence="low", rationale=synthetic.text("x"))


def test_not_evaluable_says_where_one_looked() -> None:
    with pytest.raises(ValueError, match="searched"):
        Rating(indicator="a.one", status="not-evaluable", rationale=synthetic.text("x"))
