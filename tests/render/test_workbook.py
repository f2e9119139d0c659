import io
import re
import zipfile
from functools import cache

import openpyxl
import pytest
from attrs import evolve
from openpyxl.workbook import Workbook

from maturity.language.field_words import CHOICE_WORDS, FIELD_WORDS
from maturity.language.workbook_phrases import GUIDANCE, SHEET_TITLES
from maturity.reading import load_country, load_framework
from maturity.render.workbook import render_workbook
from maturity.text import LANGUAGES, Text
from maturity.workbook.tables import form_columns, list_options, list_tables


@cache
def written(language: str) -> bytes:
    return render_workbook(load_country("CHN"), load_framework(), language=language)


def china(language: str) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(written(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_profile_gives_the_same_bytes(language: str) -> None:
    assert render_workbook(load_country("CHN"), load_framework(), language=language) == written(language)


def test_guidance_stands_on_top_and_a_sheet_for_each_dimension_follows_the_profile() -> None:
    names = china("zh").sheetnames
    dimensions = [each.label.in_language("zh") for each in load_framework().dimensions]
    assert names[0] == "填写说明"
    assert names[2 : 2 + len(dimensions)] == dimensions
    assert names[-1] == "可选项"


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_have_names_that_every_program_takes(language: str) -> None:
    names = china(language).sheetnames
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def test_a_dimension_may_be_called_what_no_sheet_can_be() -> None:
    framework = load_framework()
    labels = ["a" * 30 + "'s rules", "👩" * 20, "History", *(str(each.label) for each in framework.dimensions[3:])]
    renamed = dict(zip((each.id for each in framework.dimensions), labels, strict=True))
    other = evolve(
        framework,
        components=tuple(
            evolve(each, label=Text(original=renamed.get(each.id, str(each.label)))) for each in framework.components
        ),
    )
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(load_country("CHN"), other, language="en")))
    assert book.sheetnames[2:5] == ["a" * 30 + "…", "👩" * 15 + "…", "History 2"]


def test_each_indicator_stands_with_its_question_and_five_descriptors() -> None:
    framework = load_framework()
    sheet = china("zh")["治理"]
    indicator = framework.indicator(str(sheet["A4"].value))
    row = [cell.value for cell in sheet[4]][1:8]
    assert row[0] == indicator.label.in_language("zh")
    assert row[1] == "\n".join(each.in_language("zh") for each in indicator.questions)
    assert row[2:] == [each.descriptor.in_language("zh") for each in indicator.levels]


def test_cells_choose_from_lists() -> None:
    workbook = china("zh")
    sheet = workbook["治理"]
    rules = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules["I4"].startswith("可选项!$A$3:")
    choices = workbook["可选项"]
    assert [choices.cell(row=row, column=1).value for row in range(3, 9)] == [0, 1, 2, 3, 4, "not-rated · 未评级"]
    years = [rule for rule in workbook["法律文件"].data_validations.dataValidation if rule.type == "whole"]
    assert {(rule.formula1, rule.formula2) for rule in years} == {("0", "9999")}


@pytest.mark.parametrize("sheet", ["治理", "法律文件", "来源"])
def test_a_sheet_prints_on_a4_with_its_headings_on_every_page(sheet: str) -> None:
    found = china("zh")[sheet]
    assert (found.page_setup.paperSize, found.page_setup.orientation) == (9, "landscape")
    assert found.print_title_rows == "$2:$3"
    assert found.freeze_panes.endswith("4")


def test_other_languages_are_folded_away() -> None:
    sheet = china("zh")["法律文件"]
    keys = {str(cell.value): cell.column_letter for cell in sheet[3]}
    hidden = {key: sheet.column_dimensions[keys[key]].hidden for key in ("name[en]", "name[zh]", "name[fr]")}
    assert hidden == {"name[en]": False, "name[zh]": False, "name[fr]": True}


def test_chinese_is_set_in_a_chinese_font() -> None:
    assert china("zh")["法律文件"]["B4"].font.name == "Microsoft YaHei"


def test_no_clock_and_no_formula_stands_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(written("zh"))) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name]
    assert sheets
    assert not any(b"<f>" in each for each in sheets)


def test_every_field_sheet_and_choice_has_its_words() -> None:
    columns = [*form_columns(), *(column for table in list_tables() for column in table.columns)]
    assert {name for column in columns for name in column.path} <= FIELD_WORDS.keys()
    assert {table.id for table in list_tables()} - {"ratings.ratings"} <= SHEET_TITLES.keys()
    words = {word for options in list_options() for word in options.words}
    assert words - CHOICE_WORDS.keys() <= set()


@pytest.mark.parametrize("words", [FIELD_WORDS, CHOICE_WORDS, SHEET_TITLES, GUIDANCE])
def test_words_stand_in_three_languages(words: dict[str, tuple[str, str, str]]) -> None:
    assert all(all(each) for each in words.values())
    untranslated = re.compile(r"\{.*?\}|maturity .*?FOLDER|Alt.Enter|\[..\]|ISBN")
    assert not [key for key, each in words.items() if re.search("[a-zA-Z]{3}", untranslated.sub("", each[1]))]
