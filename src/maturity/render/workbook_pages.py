"""The sheets of a workbook that are no tables: guidance, what stands once, lists of choices."""

from collections.abc import Iterator, Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from maturity.framework import Framework
from maturity.language.workbook_phrases import choice_word, field_word, guide
from maturity.profile import Profile
from maturity.records.ratings import CONFIDENCES, STATUSES
from maturity.render.workbook_styles import row_height, set_up_page
from maturity.render.workbook_table import HEADINGS, KEYS, Setting, heading, show, style_of, validate_cell, write_cell
from maturity.workbook.sheets import MARK, Sheet, form_lines
from maturity.workbook.tables import FORM

_STEPS = ("step.1", "step.2", "step.3", "step.4")
_CELLS = (
    "keys",
    "required",
    "choices",
    "lists",
    "rows",
    "languages",
    "dates",
)


def write_guidance(
    sheet: Worksheet,
    profile: Profile,
    framework: Framework,
    tables: Sequence[Sheet],
    names: Mapping[str, str],
    setting: Setting,
) -> None:
    """Say how the workbook is filled in, what levels, statuses and confidences mean, and where each sheet is."""
    language, styles = setting.language, setting.styles
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, setting.footer, styles.title)
    sheet.set_row(0, 30)
    about = guide("framework", language, title=framework.title.in_language(language), version=framework.version)
    sheet.write_string(1, 0, about, styles.note)
    row = 3
    for title, lines in _parts(profile, framework, names, language):
        sheet.write_string(row, 0, title, styles.head)
        sheet.write_blank(row, 1, None, styles.head)
        for number, (word, text) in enumerate(lines, start=row + 1):
            sheet.write_string(number, 0, word, styles.strong)
            write_cell(sheet, (number, 1), text, styles.body, word)
            sheet.set_row(number, row_height([text], [100]))
        row += len(lines) + 2
    sheet.write_string(row, 0, guide("sheets", language), styles.head)
    sheet.write_blank(row, 1, None, styles.head)
    for number, (name, count) in enumerate(_contents(tables, names, language), start=row + 1):
        sheet.write_url(number, 0, f"internal:'{name.replace(chr(39), chr(39) * 2)}'!A1", styles.link, name)
        sheet.write_string(number, 1, count, styles.body)
    set_up_page(sheet, setting.footer, [30, 100])


Lines = list[tuple[str, str]]


def _parts(
    profile: Profile, framework: Framework, names: Mapping[str, str], language: str
) -> Iterator[tuple[str, Lines]]:
    file = f"{profile.code.lower()}.xlsx"
    said = {
        "sources": names["sources"],
        "choices": names["choices"],
        "file": file,
        "written": field_word(profile.language, language),
    }
    numbered = [(str(number), guide(key, language, **said)) for number, key in enumerate(_STEPS, start=1)]
    yield guide("steps", language), numbered
    yield (
        guide("cells", language),
        [(guide(f"about.{key}", language), guide(f"cell.{key}", language, **said)) for key in _CELLS],
    )
    if framework.scale:
        scale = [
            (f"{each.value} · {each.name.in_language(language)}", each.meaning.in_language(language))
            for each in framework.scale
        ]
        yield guide("levels", language), scale
    statuses = [(choice_word(each, language), guide(each, language)) for each in STATUSES]
    yield guide("statuses", language), statuses
    yield guide("confidences", language), [(choice_word(each, language), guide(each, language)) for each in CONFIDENCES]


def _contents(tables: Sequence[Sheet], names: Mapping[str, str], language: str) -> Iterator[tuple[str, str]]:
    counts = {table.id: len(table.firsts) for table in tables if not table.id.startswith("ratings.ratings")}
    for id, name in names.items():
        if id != "guidance":
            count = counts.get(id)
            one = guide("record", language) if count == 1 else guide("records", language, count=count)
            yield name, "" if count is None else one


def write_form(sheet: Worksheet, profile: Profile, title: str, setting: Setting) -> None:
    """What stands once in a profile: a row for each value."""
    language, styles = setting.language, setting.styles
    for column, width in enumerate((34, 24, 70)):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, title, styles.title)
    sheet.set_row(0, 24)
    for column, word in enumerate(("field", "key", "value")):
        sheet.write_string(HEADINGS, column, field_word(word, language), styles.heading)
        key = f"{FORM}{MARK}({word})" if column == 0 else word
        sheet.write_string(KEYS, column, key, styles.key)
    sheet.set_row(KEYS, 9)
    for row, (slot, cell) in enumerate(form_lines(profile), start=KEYS + 1):
        sheet.write_string(row, 0, heading(slot, language), styles.strong_cell)
        sheet.write_string(row, 1, slot.key, styles.asked)
        sheet.set_row(row, row_height([cell], [70]))
        write_cell(sheet, (row, 2), show(slot.column, cell, setting), style_of(slot, setting), slot.key)
        validate_cell(sheet, row, 2, slot, setting)
    sheet.freeze_panes(KEYS + 1, 2)
    set_up_page(sheet, setting.footer, (34, 24, 70))


def write_choices(sheet: Worksheet, title: str, setting: Setting) -> None:
    """Every list of words that cells choose from: a column each."""
    styles = setting.styles
    widths = []
    sheet.write_string(0, 0, title, styles.title)
    for column, choices in enumerate(setting.choices.values()):
        sheet.write_string(1, column, choices.title, styles.heading)
        width = min(42, max([len(str(each)) for each in (choices.title, *choices.shown)]) + 4)
        widths.append(width)
        sheet.set_column(column, column, width)
        for row, shown in enumerate(choices.shown, start=2):
            write_cell(sheet, (row, column), shown, styles.text, choices.id)
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(1)
    set_up_page(sheet, setting.footer, widths)
