import pytest
from attrs import evolve

from maturity.profile import Profile
from maturity.records.record import Printed
from maturity.text import Text
from maturity.workbook.rows import Cell
from maturity.workbook.sheets import Sheet, form_lines, list_sheets, workbook_languages
from maturity.workbook.tables import list_tables
from tests import synthetic
from tests.data_contracts.shipped import WAVES, country, framework
from tests.files.workbooks import demo

LEVELS = ("(level 0)", "(level 1)", "(level 2)", "(level 3)", "(level 4)")


def sheets(profile: Profile, *, language: str = "en") -> dict[str, Sheet]:
    found = list(list_sheets(profile, synthetic.framework(), language=language))
    assert len({each.id for each in found}) == len(found)
    return {each.id: each for each in found}


def cells(sheet: Sheet, *keys: str) -> list[tuple[Cell, ...]]:
    """Those columns of a sheet."""
    places = [[slot.key for slot in sheet.slots].index(key) for key in keys]
    return [tuple(line[place] for place in places) for line in sheet.lines]


def ratings(*found: object, branch: str = "") -> Profile:
    return synthetic.profile(ratings=found)  # type: ignore[arg-type]


def test_ratings_have_a_sheet_for_each_dimension_in_front_of_all_others() -> None:
    ids = list(sheets(synthetic.profile()))
    assert ids[:2] == ["ratings.ratings:a", "ratings.ratings:b"]
    assert ids[2:] == [each.id for each in list_tables() if each.id != "ratings.ratings"]


def test_every_indicator_has_a_row_in_the_framework_s_order_whether_it_is_rated_or_not() -> None:
    found = sheets(synthetic.profile({"a.three": 4, "a.one": 0, "b.five": 2}))
    assert cells(found["ratings.ratings:a"], "indicator", "level") == [("a.one", 0), ("a.two", None), ("a.three", 4)]
    assert cells(found["ratings.ratings:b"], "indicator", "level") == [("b.four", None), ("b.five", 2)]
    assert found["ratings.ratings:a"].firsts == (0, 1, 2)


def test_beside_a_rating_stands_what_the_framework_asks() -> None:
    sheet = sheets(synthetic.profile({"a.one": 3}))["ratings.ratings:a"]
    assert [slot.key for slot in sheet.slots][:8] == ["indicator", "(label)", "(questions)", *LEVELS]
    asked = tuple(f"a.one at {level}" for level in range(5))
    assert cells(sheet, "(label)", "(questions)", *LEVELS)[0] == ("Label of a.one", "What of a.one?", *asked)


def test_several_questions_stand_below_each_other_and_none_is_an_empty_cell() -> None:
    plain = synthetic.framework()
    first, second, *others = plain.indicators
    asked = (evolve(first, questions=(Text(original="One?"), Text(original="Two?"))), evolve(second, questions=()))
    changed = evolve(plain, indicators=(*asked, *others))
    sheet = next(iter(list_sheets(synthetic.profile(), changed, language="en")))
    assert cells(sheet, "(questions)")[:2] == [("One?\nTwo?",), (None,)]


def test_an_indicator_without_a_rubric_has_no_descriptors() -> None:
    plain = synthetic.framework()
    first, *others = plain.indicators
    changed = evolve(plain, indicators=(evolve(first, levels=first.levels[1:3]), *others))
    sheet = next(iter(list_sheets(synthetic.profile(), changed, language="en")))
    assert cells(sheet, *LEVELS)[0] == (None, "a.one at 1", "a.one at 2", None, None)


def test_several_ratings_of_an_indicator_stand_below_each_other() -> None:
    both = [synthetic.rating("a.one", level, branch=branch) for level, branch in ((3, None), (1, "health"))]
    sheet = sheets(ratings(*both))["ratings.ratings:a"]
    assert cells(sheet, "indicator", "level", "branch")[:3] == [
        ("a.one", 3, None),
        ("a.one", 1, "health"),
        ("a.two", None, None),
    ]


def test_what_the_framework_does_not_have_stands_on_a_sheet_of_its_own() -> None:
    found = sheets(synthetic.profile({"c.gone": 2, "a.one": 1}))
    assert list(found)[:3] == ["ratings.ratings:a", "ratings.ratings:b", "ratings.ratings:beyond"]
    assert cells(found["ratings.ratings:beyond"], "indicator", "(label)", "level") == [("c.gone", None, 2)]


def test_ratings_in_the_framework_s_order_need_no_numbers_and_others_have_them() -> None:
    in_order = sheets(synthetic.profile({"a.one": 1, "b.five": 2}))["ratings.ratings:a"]
    assert "position" not in [slot.key for slot in in_order.slots]
    found = sheets(synthetic.profile({"b.five": 2, "a.one": 1}))
    assert cells(found["ratings.ratings:a"], "indicator", "position")[:2] == [("a.one", 2), ("a.two", None)]
    assert cells(found["ratings.ratings:b"], "indicator", "position") == [("b.four", None), ("b.five", 1)]


def test_records_that_any_section_may_hold_say_in_which_they_stand() -> None:
    profile = synthetic.profile(findings=(synthetic.finding("one"), synthetic.finding("two")))
    moved = evolve(profile, skills=evolve(profile.skills, findings=(synthetic.finding("three"),)))
    sheet = sheets(moved)["findings"]
    assert [slot.key for slot in sheet.slots][:2] == ["id", "section"]
    assert cells(sheet, "id", "section") == [("one", "context"), ("two", "context"), ("three", "skills")]
    assert "section" not in [slot.key for slot in sheets(moved)["sources"].slots]


def test_each_line_of_a_record_begins_with_its_id_and_firsts_say_where_records_begin() -> None:
    twice = (Printed(text="a", locus="§1"), Printed(text="b", locus="§2"))
    findings = (evolve(synthetic.finding("one"), printed=twice), synthetic.finding("two"))
    sheet = sheets(synthetic.profile(findings=findings))["findings"]
    assert cells(sheet, "id", "section", "printed.text") == [
        ("one", "context", "a"),
        ("one", None, "b"),
        ("two", "context", None),
    ]
    assert sheet.firsts == (0, 2)


def test_an_empty_table_has_its_columns() -> None:
    sheet = sheets(synthetic.profile())["legal.acts"]
    assert (sheet.lines, sheet.firsts, sheet.slots[0].key) == ((), (), "id")


def test_the_form_holds_what_stands_once() -> None:
    found = {slot.key: cell for slot, cell in form_lines(synthetic.profile())}
    assert list(found)[:6] == ["code", "wave", "names.en", "names.zh", "names.fr", "names.local"]
    assert (found["code"], found["wave"], found["names.en"], found["names.zh"]) == ("AAA", 2020, "Aland", None)
    assert (found["official_languages"], found["status.stage"]) == ("en", "draft")
    assert (found["ratings.framework.id"], found["ratings.framework.version"]) == ("demo", "1.0")


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("en", Text(original="x"), ("en", "zh", "fr")),
        ("zh", Text(original="x", language="zh"), ("zh", "en", "fr")),
        ("de", Text(original="x", language="ja", translations=(("da", "y"),)), ("de", "en", "zh", "fr", "da", "ja")),
    ],
)
def test_the_profile_s_own_language_comes_first_and_others_after_those_of_reports(
    language: str, title: Text, expected: tuple[str, ...]
) -> None:
    found = evolve(synthetic.profile(findings=(evolve(synthetic.finding("one"), text=title),)), language=language)
    kept = evolve(found, ratings=evolve(found.ratings, ratings=()))
    assert workbook_languages(kept) == expected


def test_what_is_asked_stands_in_the_reader_s_language_and_records_in_theirs() -> None:
    profile, plain = demo()
    law, *others = plain.indicators
    asked = evolve(plain, indicators=(evolve(law, label=synthetic.text("Law", zh="法律")), *others))
    found = {each.id: each for each in list_sheets(profile, asked, language="zh")}
    assert cells(found["ratings.ratings:alpha"], "(label)", "(questions)")[0] == ("法律", "有法律吗？")
    assert cells(found["legal.acts"], "name[en]", "name[zh]") == [("Privacy Act", "隐私法")]


@pytest.mark.parametrize(("code", "wave"), WAVES)
def test_every_record_and_every_rating_of_a_shipped_country_begins_a_line(code: str, wave: int) -> None:
    profile = country(code, wave)
    found = list(list_sheets(profile, framework(), language="zh"))
    ids = [sheet.lines[first][0] for sheet in found for first in sheet.firsts]
    assert {each.id for each in profile.records()} <= set(ids)
    rated = [line[0] for sheet in found if sheet.id.startswith("ratings.ratings") for line in sheet.lines]
    assert {each.id for each in framework().indicators} == set(rated)
    assert all({len(line) for line in sheet.lines} <= {len(sheet.slots)} for sheet in found)
