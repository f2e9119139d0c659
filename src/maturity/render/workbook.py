"""A profile as a workbook that can be filled in, printed and imported again."""

import io
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_range_abs

from maturity.framework import Framework
from maturity.language.workbook_phrases import guide, sheet_title
from maturity.profile import Profile
from maturity.render.sheet_names import name_sheets
from maturity.render.workbook_pages import write_choices, write_form, write_guidance
from maturity.render.workbook_styles import TABS, add_styles
from maturity.render.workbook_table import FIRST, SPARE_ROWS, Setting, write_table
from maturity.workbook.sheets import BEYOND, Sheet, list_sheets
from maturity.workbook.tables import RATINGS
from maturity.workbook.terms import Choices, list_choices

_CREATED = datetime(2000, 1, 1)


def render_workbook(profile: Profile, framework: Framework, *, language: str) -> bytes:
    """The whole of *profile* as an xlsx file, with what *framework* asks and the guidance in *language*.

    Raises:
        TooLongForCellError: A text of the profile does not fit into a cell.
    """
    buffer = io.BytesIO()
    workbook = Workbook(buffer, {"in_memory": True, "strings_to_urls": False})
    name = profile.names.in_language(language)
    title = guide("title", language, country=name, wave=profile.wave)
    workbook.set_properties({"title": title, "created": _CREATED})
    tables = list(list_sheets(profile, framework, language=language))
    names = _names(tables, framework, language)
    sheets = {id: workbook.add_worksheet(names[id]) for id in names}
    choices = list_choices(framework, language)
    setting = Setting(
        styles=add_styles(workbook, language),
        language=language,
        main_languages=(profile.language, language),
        choices=choices,
        ranges={**_ranges(choices, names["choices"]), "sources": _source_range(tables, names["sources"])},
        headings=_headings(framework, language),
        footer=title,
    )
    write_guidance(sheets["guidance"], profile, framework, tables, names, setting)
    write_form(sheets["profile"], profile, names["profile"], setting)
    for table in tables:
        write_table(sheets[table.id], table, names[table.id], setting)
    write_choices(sheets["choices"], names["choices"], setting)
    for id, sheet in sheets.items():
        sheet.set_tab_color(TABS[_tab(id)])
    workbook.close()
    return buffer.getvalue()


def _names(tables: list[Sheet], framework: Framework, language: str) -> dict[str, str]:
    """What each sheet is called, in their order."""
    dimensions = {f"{RATINGS}:{each.id}": each.label.in_language(language) for each in framework.dimensions}
    ids = ("guidance", "profile", *(table.id for table in tables), "choices")
    titles = (dimensions.get(id) or sheet_title(BEYOND if id == f"{RATINGS}:{BEYOND}" else id, language) for id in ids)
    return dict(zip(ids, name_sheets(titles), strict=True))


def _ranges(choices: dict[str, Choices], name: str) -> dict[str, str]:
    """Where the sheet of choices holds each list: one column each, in order."""
    return {
        each.id: f"={quote_sheetname(name)}!{xl_range_abs(2, column, 1 + len(each.words), column)}"
        for column, each in enumerate(choices.values())
        if each.words
    }


def _source_range(tables: list[Sheet], name: str) -> str:
    lines = next(len(table.lines) for table in tables if table.id == "sources")
    return f"={quote_sheetname(name)}!{xl_range_abs(FIRST, 0, FIRST + lines + SPARE_ROWS, 0)}"


def _headings(framework: Framework, language: str) -> dict[str, str]:
    levels = {
        f"(level {each.value})": guide("level", language, value=each.value, name=each.name.in_language(language))
        for each in framework.scale
    }
    return {"(label)": guide("label", language), "(questions)": guide("question", language), **levels}


def _tab(id: str) -> str:
    if id in ("guidance", "profile", "choices"):
        return "guide"
    if id.startswith(RATINGS):
        return "rating"
    return "fact" if "." in id or id in ("statistics", "findings", "milestones", "programmes") else "rest"
