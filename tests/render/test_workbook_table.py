"""What the cells of a profile's workbook hold and take; what reads them is tested in `test_workbook_profile.py`."""

from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from attrs import evolve
from openpyxl import load_workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.workbook import Workbook as ReadBook
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from maturity.profile import Profile
from maturity.records.ratings import Rating
from maturity.records.record import Printed
from maturity.render.cell_texts import MAX_CHARACTERS
from maturity.render.workbook import render_workbook
from maturity.render.workbook_table import TooLongForCellError, heading, write_cell
from maturity.text import Text
from maturity.workbook.columns import Column
from maturity.workbook.rows import Cell, Slot
from tests.files.workbooks import column_of, demo

FIRST_ROW = 4
ACTS, RATINGS = "Legal acts", "Alpha"


def exported(profile: Profile, language: str = "en") -> ReadBook:
    return load_workbook(BytesIO(render_workbook(profile, demo()[1], language=language)))


@cache
def aland(language: str = "en") -> ReadBook:
    return exported(demo()[0], language)


def cell(sheet: Worksheet, key: str, row: int = FIRST_ROW) -> SheetCell:
    return sheet.cell(row=row, column=column_of(sheet, key))


def keys(sheet: Worksheet) -> list[str]:
    return [str(each.value).rpartition("#")[2] for each in sheet[3]]


def folded(sheet: Worksheet) -> set[str]:
    """The keys of the columns that are folded away."""
    hidden = [each for each in sheet.column_dimensions.values() if each.hidden]
    places = {place for each in hidden for place in range(each.min, each.max + 1)}
    return {key for place, key in enumerate(keys(sheet), start=1) if place in places}


def rule(sheet: Worksheet, key: str) -> tuple[object, ...] | None:
    """What the first cell of a column may hold."""
    place = cell(sheet, key).coordinate
    found = [each for each in sheet.data_validations.dataValidation if place in each.sqref]
    return (found[0].type, found[0].formula1, found[0].formula2, found[0].errorStyle) if found else None


def with_act(**changes: object) -> Profile:
    profile = demo()[0]
    act = evolve(profile.legal.acts[0], **changes)  # type: ignore[arg-type]
    return evolve(profile, legal=evolve(profile.legal, acts=(act,)))


def written(value: Cell) -> SheetCell:
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    write_cell(book.add_worksheet(), (0, 0), value, book.add_format({"bg_color": "#9ECAE1"}), "key")
    book.close()
    return load_workbook(content).worksheets[0]["A1"]


@pytest.mark.parametrize(
    ("value", "kind", "found"),
    [
        (True, "b", True),
        (False, "b", False),
        (0, "n", 0),
        (-2.5, "n", -2.5),
        (2**53, "n", 2**53),
        (2**53 + 1, "s", str(2**53 + 1)),
        (-(2**53) - 1, "s", str(-(2**53) - 1)),
        ("=1+1", "s", "=1+1"),
        ("12", "s", "12"),
        ("https://example.org", "s", "https://example.org"),
        ("社会保障", "s", "社会保障"),
        (None, "n", None),
    ],
)
def test_a_cell_is_written_as_what_it_is(value: Cell, kind: str, found: object) -> None:
    cell = written(value)
    assert (cell.data_type, cell.value, cell.hyperlink) == (kind, found, None)
    assert cell.fill.start_color.rgb == "FF9ECAE1"


@pytest.mark.parametrize("text", ["x" * MAX_CHARACTERS, "👩" * (MAX_CHARACTERS // 2)])
def test_a_text_that_just_fits_is_kept_whole(text: str) -> None:
    assert written(text).value == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x" * (MAX_CHARACTERS + 1), "key: a text of 32,768 characters; a cell holds 32,767"),
        ("👩" * (MAX_CHARACTERS // 2 + 1), "key: a text of 32,768 characters; a cell holds 32,767"),
    ],
    ids=["letters", "signs that count twice"],
)
def test_a_text_that_would_be_cut_is_refused(text: str, said: str) -> None:
    with pytest.raises(TooLongForCellError) as refused:
        written(text)
    assert str(refused.value) == said


@pytest.mark.parametrize("text", ["<r><t>rich</t></r>", "<r>", "</r>", "<r></x></r>"])
def test_no_text_becomes_markup(text: str) -> None:
    book = render_workbook(with_act(name=Text(original=text), number=text), demo()[1], language="en")
    with ZipFile(BytesIO(book)) as parts:
        assert f"<si>{text}" not in parts.read("xl/sharedStrings.xml").decode()


def test_what_a_framework_says_becomes_no_markup_either() -> None:
    assert written("<r><t>rich</t></r>").value == "<r><t>rich</t></r> "


def test_the_title_the_headings_and_the_keys_stand_above_the_records() -> None:
    sheet = aland()[ACTS]
    assert [sheet["A1"].value, sheet["A2"].value, sheet["A3"].value] == ["Legal acts", "Id *", "legal.acts#id"]
    assert (cell(sheet, "id").value, cell(sheet, "year").value) == ("privacy-act", 2018)
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B4", "$2:$3")


def test_no_two_columns_of_a_sheet_have_the_same_key() -> None:
    for sheet in aland().worksheets[1:-1]:
        found = keys(sheet)
        assert len(found) == len(set(found))


COLUMN = Column(path=("name",), holds="text")


@pytest.mark.parametrize(
    ("slot", "language", "expected"),
    [
        (Slot(key="year", column=Column(path=("year",), holds="whole")), "en", "Year"),
        (Slot(key="id", column=Column(path=("id",), holds="id", required=True)), "zh", "标识 *"),
        (Slot(key="name[fr]", column=COLUMN, language="fr"), "en", "Name [fr]"),
        (Slot(key="name[fr]", column=evolve(COLUMN, required=True), language="fr"), "zh", "名称 [fr] *"),
        (Slot(key="printed.locus", column=Column(path=("items", "kind"), holds="words")), "en", "Item: Kind"),
        (Slot(key="printed.locus", column=Column(path=("items", "kind"), holds="words")), "fr", "Élément\u00a0: Type"),
        (Slot(key="section"), "en", "Section"),
        (Slot(key="level", column=Column(path=("level",), holds="result")), "en", "Level, or why none"),
        (Slot(key="of_none", column=Column(path=("of_none",), holds="words")), "en", "Of none"),
    ],
)
def test_a_heading_names_field_language_and_whether_it_must_be_filled(slot: Slot, language: str, expected: str) -> None:
    assert heading(slot, language) == expected


def test_a_word_of_a_list_is_shown_with_its_meaning_in_the_language_of_the_workbook() -> None:
    english, chinese = aland()[RATINGS], aland("zh")["甲"]
    assert [cell(aland()["Beta"], "level").value, cell(aland("zh")["Beta"], "level").value] == [
        "not-evaluable · not evaluable",
        "not-evaluable · 无法评估",
    ]
    assert [cell(english, "level").value, cell(chinese, "level").value] == [2, 2]
    assert cell(aland()["Legal framework"], "answer").value == "yes"
    assert cell(aland("zh")["法律框架"], "answer").value == "yes · 是"


@pytest.mark.parametrize(("value", "shown"), [(True, "yes"), (False, "no"), (None, None)])
def test_a_truth_value_is_shown_as_a_word(value: bool | None, shown: str | None) -> None:
    assert cell(exported(with_act(in_force=value))[ACTS], "in_force").value == shown


def test_a_cell_takes_only_what_its_column_may_hold() -> None:
    acts, statistics = aland()[ACTS], aland()["Statistics"]
    assert rule(acts, "year") == ("whole", "0", "9999", None)
    assert rule(statistics, "year") == ("whole", "1800", "2100", None)
    assert rule(statistics, "value") == ("decimal", "-1000000000000000.0", "1000000000000000.0", None)
    assert rule(acts, "number") is None
    assert rule(acts, "id") is None
    kind, source, _, style = rule(acts, "kind") or ()
    assert (kind, str(source).startswith("Choices!$"), style) == ("list", True, None)


def test_a_source_may_be_one_that_is_not_there_yet() -> None:
    kind, source, _, style = rule(aland()[ACTS], "source") or ()
    assert (kind, source, style) == ("list", "Sources!$A$4:$A$506", "warning")


def test_rules_hold_for_five_hundred_rows_below_the_last_record() -> None:
    sheet = aland()[ACTS]
    years = next(
        each for each in sheet.data_validations.dataValidation if each.type == "whole" and each.formula1 == "0"
    )
    assert str(years.sqref).endswith(f"{FIRST_ROW + 1 + 500}")


def test_columns_of_other_languages_and_rare_ones_without_content_are_folded_away() -> None:
    hidden = folded(aland("zh")["法律文件"])
    assert {"name[fr]", "note[fr]", "printed.text", "printed.locus", "later"} <= hidden
    assert not {"id", "name[en]", "name[zh]", "year", "source", "in_force"} & hidden


def test_a_rare_column_is_shown_where_a_record_fills_it() -> None:
    sheet = exported(with_act(printed=(Printed(text="Privcy", locus="§3"),)))[ACTS]
    assert folded(sheet) & {"printed.text", "printed.locus", "later"} == {"later"}


def test_the_rows_below_the_first_of_a_record_repeat_its_id_dimmer() -> None:
    twice = (Printed(text="Privcy", locus="§3"), Printed(text="Privacie", locus="§4"))
    sheet = exported(with_act(printed=twice))[ACTS]
    first, second = sheet["A4"], sheet["A5"]
    assert (first.value, second.value) == ("privacy-act", "privacy-act")
    assert (first.font.color.rgb, second.font.color.rgb) == ("FF1F2933", "FF8A94A0")
    assert (cell(sheet, "year", 4).value, cell(sheet, "year", 5).value) == (2018, None)


def test_ratings_keep_the_name_of_the_indicator_in_sight_and_show_what_each_level_takes() -> None:
    sheet = aland()[RATINGS]
    assert sheet.freeze_panes == "C4"
    assert [each.value for each in sheet[2]][:6] == [
        "Indicator *",
        "What it is about",
        "Research questions",
        "0 · absent",
        "1 · partial",
        "2 · full",
    ]
    assert [each.value for each in sheet[4]][:6] == [
        "alpha.law",
        "Law",
        "Is there a law?",
        "no law",
        "a bill",
        "a law in force",
    ]
    assert [each.value for each in sheet[5]][:2] == ["alpha.portal", "Portal"]
    assert cell(sheet, "level", 5).value is None


def test_ratings_begin_a_printed_page_at_the_level() -> None:
    sheet = aland()[RATINGS]
    assert cell(sheet, "level").column - 1 in [each.id for each in sheet.col_breaks.brk]


def test_a_branch_s_rating_opens_the_rare_columns() -> None:
    profile = demo()[0]
    rating: Rating = evolve(profile.ratings.ratings[0], branch="fund")
    found = evolve(profile, ratings=evolve(profile.ratings, ratings=(rating,)))
    for changed, hidden in ((profile, True), (found, False)):
        assert ("branch" in folded(exported(changed)[RATINGS])) is hidden
