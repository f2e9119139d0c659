"""One sheet of a workbook: headings, keys, lines of cells, and what each cell may hold."""

from collections.abc import Mapping, Sequence

from attrs import field, frozen
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from maturity.language.phrases import say
from maturity.language.workbook_phrases import field_word
from maturity.render.cell_texts import MAX_CHARACTERS, count_characters, unmarked
from maturity.render.workbook_styles import Styles, row_height, set_up_page
from maturity.workbook.columns import Column
from maturity.workbook.rows import Cell, Slot
from maturity.workbook.sheets import MARK, Sheet
from maturity.workbook.tables import ORIGINAL, POSITION, SECTION
from maturity.workbook.terms import TRUTHS, Choices

HEADINGS, KEYS, FIRST = 1, 2, 3
"""Rows of the headings, of the keys and of the first record, counted from 0."""

LARGEST_WHOLE = 2**53
"""Past this, a spreadsheet's numbers lose their last digits; such a number is written as text."""

SPARE_ROWS = 500
"""Rows below the last record whose cells are checked as those above are."""

_WIDTHS = {
    "id": 22,
    "ids": 24,
    "words": 20,
    "lines": 20,
    "text": 36,
    "choice": 20,
    "whole": 9,
    "number": 12,
    "truth": 10,
    "date": 12,
    "result": 15,
}
_FIELD_WIDTHS = {"indicator": 24, "confidence": 13, "summary": 22, "rationale": 36, "searched": 22}
_SHOWN_WIDTHS = {"(label)": 18, "(questions)": 30, SECTION: 13, POSITION: 7}
_LEVEL_WIDTH = 25

_CHOSEN = ("choice", "result", "truth")
"""What columns hold whose cells have a list to choose from."""

_RARE = ("printed", "later", "note", "branch", "facet", "assessor")
"""Fields whose columns are folded away where no record fills them."""


class TooLongForCellError(ValueError):
    """A text is longer than a cell of a spreadsheet can hold."""


@frozen(kw_only=True)
class Setting:
    """What all sheets of one workbook share."""

    styles: Styles
    language: str
    main_languages: tuple[str, ...] = field(metadata={"doc": "Languages whose columns are not folded away."})
    choices: Mapping[str, Choices]
    ranges: Mapping[str, str] = field(metadata={"doc": "Where each list of choices stands in the workbook."})
    headings: Mapping[str, str] = field(metadata={"doc": "Of the columns that show what the framework asks, by key."})
    footer: str


def write_table(sheet: Worksheet, table: Sheet, title: str, setting: Setting) -> None:
    """Fill *sheet* with *table*.

    Raises:
        TooLongForCellError: A text does not fit into a cell.
    """
    folded = [_is_folded(number, table, setting) for number in range(len(table.slots))]
    widths = [0 if hidden else _width(slot) for slot, hidden in zip(table.slots, folded, strict=True)]
    sheet.write_string(0, 0, title, setting.styles.title)
    sheet.set_row(0, 24, setting.styles.title)
    sheet.set_row(HEADINGS, 42)
    sheet.set_row(KEYS, 9)
    for number, slot in enumerate(table.slots):
        _set_up_column(sheet, number, slot, setting, folded=folded[number], opens=number > 0 and folded[number - 1])
        validate_cell(sheet, FIRST, number, slot, setting, below=len(table.lines) + SPARE_ROWS)
        key = f"{table.id}{MARK}{slot.key}" if number == 0 else slot.key
        sheet.write_string(KEYS, number, key, setting.styles.key)
    for line, cells in enumerate(table.lines):
        _write_line(sheet, line, cells, table, setting)
        sheet.set_row(FIRST + line, row_height(cells, widths))
    sheet.freeze_panes(FIRST, _frozen_columns(table.slots))
    sheet.repeat_rows(HEADINGS, KEYS)
    breaks = [number for number, slot in enumerate(table.slots) if slot.column and slot.column.holds == "result"]
    set_up_page(sheet, setting.footer, widths, breaks=breaks)


def heading(slot: Slot, language: str) -> str:
    """What stands above a column."""
    if slot.column is None or slot.column.holds == "result":
        return field_word(slot.key if slot.column is None else "result", language)
    words = [field_word(name, language) for name in slot.column.path]
    name = words[0] if len(words) == 1 else say("labelled", language, label=words[0], text=" ".join(words[1:]))
    name += f" [{slot.language}]" if slot.language else ""
    return f"{name} *" if slot.column.required else name


def _write_line(sheet: Worksheet, line: int, cells: Sequence[Cell], table: Sheet, setting: Setting) -> None:
    begins = line in table.firsts
    for number, (slot, cell) in enumerate(zip(table.slots, cells, strict=True)):
        style = setting.styles.text_below if number == 0 and not begins else style_of(slot, setting)
        write_cell(sheet, (FIRST + line, number), show(slot.column, cell, setting), style, slot.key)


def write_cell(sheet: Worksheet, at: tuple[int, int], cell: Cell, style: Format, key: str) -> None:
    """Write one cell as what it is: text is never taken for a formula, a number or a link.

    Raises:
        TooLongForCellError: A text does not fit.
    """
    if isinstance(cell, bool):
        sheet.write_boolean(*at, cell, style)
    elif isinstance(cell, int) and abs(cell) > LARGEST_WHOLE:
        sheet.write_string(*at, str(cell), style)
    elif isinstance(cell, int | float):
        sheet.write_number(*at, cell, style)
    elif cell is None:
        sheet.write_blank(*at, None, style)
    else:
        if (count := count_characters(cell)) > MAX_CHARACTERS:
            message = f"{key}: a text of {count:,} characters; a cell holds {MAX_CHARACTERS:,}"
            raise TooLongForCellError(message)
        sheet.write_string(*at, unmarked(cell), style)


def _set_up_column(sheet: Worksheet, number: int, slot: Slot, setting: Setting, *, folded: bool, opens: bool) -> None:
    styles = setting.styles
    options = {"hidden": True, "level": 1} if folded else {"collapsed": True} if opens else {}
    sheet.set_column(number, number, _width(slot), style_of(slot, setting), options)
    shown = slot.key in setting.headings
    text = setting.headings[slot.key] if shown else heading(slot, setting.language)
    sheet.write_string(HEADINGS, number, text, styles.asked_heading if shown else styles.heading)


def style_of(slot: Slot, setting: Setting) -> Format:
    """How the cells of a column look."""
    styles = setting.styles
    holds = slot.column.holds if slot.column else ""
    plain = {"whole": styles.whole, "number": styles.number, "truth": styles.number, "result": styles.mark}
    return styles.asked if slot.key in setting.headings else plain.get(holds, styles.text)


def show(column: Column | None, cell: Cell, setting: Setting) -> Cell:
    """A word that is chosen from a list, as the list shows it."""
    choices = setting.choices.get(column.choices) if column and column.holds in _CHOSEN else None
    cell = TRUTHS[cell] if isinstance(cell, bool) else cell
    if choices is None or isinstance(cell, float) or cell not in choices.words:
        return cell
    return choices.shown[choices.words.index(cell)]


def validate_cell(sheet: Worksheet, row: int, number: int, slot: Slot, setting: Setting, *, below: int = 0) -> None:
    """Let a cell, and those *below* it, hold nothing but what the column may."""
    rule = _rule(slot, setting)
    if rule:
        sheet.data_validation(row, number, row + below, number, {"ignore_blank": True, **rule})


def _rule(slot: Slot, setting: Setting) -> dict[str, object] | None:
    column = slot.column
    choices = SECTION if slot.key == SECTION else column.choices if column else ""
    if choices in setting.ranges and (column is None or column.holds in (*_CHOSEN, "id")):
        strict = "warning" if column and column.holds == "id" else "stop"
        return {"validate": "list", "source": setting.ranges[choices], "error_type": strict}
    if column is None:
        return None
    if column.holds == "whole":
        low, high = column.bounds or (0, 9999)
        return {"validate": "integer", "criteria": "between", "minimum": low, "maximum": high}
    if column.holds == "number":
        return {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15}
    return None


def _width(slot: Slot) -> int:
    if slot.column:
        return _FIELD_WIDTHS.get(slot.column.key) or _WIDTHS[slot.column.holds]
    return _SHOWN_WIDTHS.get(slot.key, _LEVEL_WIDTH)


def _is_folded(number: int, table: Sheet, setting: Setting) -> bool:
    """Whether a column is of a further language, or may be empty and is so in every record."""
    slot = table.slots[number]
    if slot.column is None or slot.column.holds == "result" or number == 0:
        return False
    if slot.language and slot.language not in (*setting.main_languages, ORIGINAL):
        return True
    rare = slot.column.path[0] in _RARE
    return rare and all(line[number] is None for line in table.lines)


def _frozen_columns(slots: Sequence[Slot]) -> int:
    return 2 if len(slots) > 1 and slots[1].key == "(label)" else 1
