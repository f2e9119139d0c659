"""The sheets of a profile's workbook that hold no records, as a reader finds them."""

from functools import cache
from io import BytesIO

import pytest
from attrs import evolve
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from maturity.profile import Names, Profile
from maturity.records.record import Printed
from maturity.render.workbook import render_workbook
from maturity.text import LANGUAGES
from tests.files.workbooks import demo


@cache
def aland(language: str = "en") -> Workbook:
    return exported(demo()[0], language)


def exported(profile: Profile, language: str = "en") -> Workbook:
    return load_workbook(BytesIO(render_workbook(profile, demo()[1], language=language)))


def part(sheet: Worksheet, title: str) -> list[tuple[object, object]]:
    """The lines of the guidance below a title."""
    rows = [(first.value, second.value) for first, second in sheet.iter_rows(max_col=2)]
    start = rows.index((title, None)) + 1
    ends = [place for place in range(start, len(rows)) if rows[place] == (None, None)]
    return rows[start : ends[0] if ends else len(rows)]


def test_the_guidance_begins_with_the_country_and_the_framework() -> None:
    sheet = aland()["Guidance"]
    assert sheet["A1"].value == "Aland, wave 2020: maturity of digital social security"
    assert sheet["A2"].value == (
        "Framework: Demo, version 1.0. Levels are readings of the cited evidence by those who rate."
    )


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("en", "Levels", [("0 · absent", "not there"), ("1 · partial", "in part"), ("2 · full", "throughout")]),
        ("zh", "等级", [("0 · absent", "not there"), ("1 · partial", "in part"), ("2 · full", "throughout")]),
    ],
)
def test_the_guidance_says_what_each_level_means(
    language: str, title: str, expected: list[tuple[object, object]]
) -> None:
    assert part(aland(language).worksheets[0], title) == expected


def test_the_guidance_has_four_steps_that_name_the_sheets_and_the_file() -> None:
    steps = part(aland()["Guidance"], "How to fill it in")
    assert [number for number, _ in steps] == ["1", "2", "3", "4"]
    assert "“Sources”" in str(steps[0][1])
    assert "maturity import aaa.xlsx -o FOLDER" in str(steps[3][1])


@pytest.mark.parametrize(
    ("language", "title", "names"),
    [
        ("en", "Where there is no level", ["not rated", "not evaluable", "not applicable", "not asked"]),
        ("en", "Confidence", ["high", "medium", "low"]),
        ("zh", "置信度", ["高", "中", "低"]),
    ],
)
def test_the_guidance_explains_every_word_that_stands_for_a_state(language: str, title: str, names: list[str]) -> None:
    found = part(aland(language).worksheets[0], title)
    assert [word for word, _ in found] == names
    assert all(text for _, text in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guidance_leads_to_every_other_sheet(language: str) -> None:
    book = aland(language)
    links = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    assert [cell.value for cell in links] == book.sheetnames[1:]
    assert [cell.hyperlink.location for cell in links] == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_the_guidance_counts_records_and_not_the_rows_of_ratings() -> None:
    counts = dict(part(aland()["Guidance"], "Sheets"))
    assert (counts["Legal acts"], counts["Sources"], counts["Lessons"]) == ("1 record", "2 records", "0 records")
    assert [counts[name] for name in ("Profile", "Alpha", "Beta", "Choices")] == [""] * 4


def test_a_record_of_several_rows_is_one() -> None:
    profile = demo()[0]
    twice = tuple(Printed(text="Privcy", locus=locus) for locus in ("§3", "§4"))
    act = evolve(profile.legal.acts[0], printed=twice)
    found = exported(evolve(profile, legal=evolve(profile.legal, acts=(act,))))
    assert found["Legal acts"].max_row == 5
    assert dict(part(found["Guidance"], "Sheets"))["Legal acts"] == "1 record"


def test_the_form_has_a_row_for_each_value_that_stands_once() -> None:
    rows = [[cell.value for cell in row] for row in aland()["Profile"].iter_rows(min_row=2)]
    assert rows[:4] == [
        ["Field", "Key", "Value"],
        ["profile#(field)", "key", "value"],
        ["Country code *", "code", "AAA"],
        ["Wave (year) *", "wave", 2020],
    ]
    values = {row[1]: row[2] for row in rows[2:]}
    assert (values["names.en"], values["names.zh"]) == ("Aland", None)
    assert (values["official_languages"], values["evidence_until"]) == ("en", "2020-12-31")
    assert (values["status.stage"], values["ratings.framework.id"]) == ("draft", "demo")


def test_the_form_shows_choices_and_keeps_to_them() -> None:
    sheet = aland("zh")["档案概况"]
    (row,) = (row for row in sheet.iter_rows(min_row=4) if row[1].value == "status.stage")
    assert row[2].value == "draft · 草稿"
    (rule,) = (each for each in sheet.data_validations.dataValidation if row[2].coordinate in each.sqref)
    assert (rule.type, rule.formula1.partition("!")[0]) == ("list", "可选项")


def test_a_list_of_choices_stands_below_its_title() -> None:
    sheet = aland()["Choices"]
    assert sheet["A1"].value == "Choices"
    columns = {
        column[1].value: [cell.value for cell in column[2:] if cell.value is not None] for column in sheet.columns
    }
    assert columns["Level, or why none"] == [
        0,
        1,
        2,
        "not-rated · not rated",
        "not-evaluable · not evaluable",
        "not-applicable · not applicable",
        "not-asked · not asked",
    ]
    assert columns["Yes or no"] == ["yes", "no"]
    assert columns["institution-kinds"] == ["ministry · Ministry", "fund · Fund"]
    assert columns["statistics"] == ["population · Population [persons]", "budget · Budget [EUR]"]


def test_choices_are_explained_in_the_language_of_the_workbook() -> None:
    sheet = aland("zh")["可选项"]
    found = [cell.value for row in sheet.iter_rows(min_row=3) for cell in row]
    assert "fund · 基金" in found
    assert "ministry · Ministry" in found


def test_a_name_that_a_sheet_cannot_have_is_led_to_all_the_same() -> None:
    profile, framework = demo()
    alpha, *others = framework.components
    odd = evolve(framework, components=(evolve(alpha, label=evolve(alpha.label, original="L’État: 'a/b'")), *others))
    book = load_workbook(BytesIO(render_workbook(profile, odd, language="en")))
    assert book.sheetnames[2] == "L’État  'a b"
    links = [cell.hyperlink.location for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    assert links[1] == "'L’État  ''a b'!A1"


def test_the_country_is_named_in_the_language_of_the_workbook() -> None:
    named = evolve(demo()[0], names=Names(en="Aland", zh="奥兰"))
    assert exported(named, "zh").worksheets[0]["A1"].value == "奥兰（2020年）：数字社会保障成熟度评估"
    assert (
        exported(named, "fr").worksheets[0]["A1"].value
        == "Aland, 2020\u00a0: maturité de la sécurité sociale numérique"
    )
