"""One cell as the plain value of its column."""

import re

from maturity.files.faults import FaultError, did_you_mean
from maturity.files.workbook_cells import RawCell
from maturity.files.yaml_text import MAX_DIGITS, Value
from maturity.records.ratings import STATUSES
from maturity.workbook.columns import Column
from maturity.workbook.quoting import SEPARATOR, unquoted

_NUMBER = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,3})?")
_TRUTHS: dict[str, Value] = {
    "yes": True, "true": True, "是": True, "oui": True,
    "no": False, "false": False, "否": False, "non": False,
}  # fmt: skip
_BETWEEN_IDS = re.compile(r"[\s,;，；、]+")
_AS_TEXT = "format the cell as text, then type it again"
_AS_NUMBER = "format the cell as a number"


def cell_value(cell: RawCell, column: Column, *, answers: bool = False) -> Value:
    """What the cell says; nothing where it is blank.

    With *answers*, a level's cell may hold an answer.

    Raises:
        FaultError: It holds a formula, an error, or a kind of value that the column cannot take.
    """
    refuse_formulas(cell)
    if isinstance(cell.value, str) and not cell.value.strip():
        return None
    if column.holds == "number":
        return _number(cell)
    _refuse_percentages(cell)
    if column.holds == "whole":
        return _number(cell)
    if column.holds == "truth":
        return _truth(cell)
    if column.holds == "date":
        return _date(cell)
    if column.holds == "result":
        return _result(cell, answers=answers)
    return _words(cell_text(cell), column)


def cell_text(cell: RawCell) -> str:
    """The text in the cell.

    Raises:
        FaultError: It holds no text.
    """
    refuse_formulas(cell)
    _refuse_percentages(cell)
    if cell.kind == "text":
        return str(cell.value)
    what = {"number": "the number", "truth": "the truth value", "date": "the date"}[cell.kind]
    found = str(cell.value).lower() if cell.kind == "truth" else str(cell.value)
    raise FaultError("E102", f"expected text, found {what} {found}", _AS_TEXT)


def refuse_formulas(cell: RawCell) -> None:
    """Refuse what a spreadsheet has worked out.

    Raises:
        FaultError: The cell holds a formula, or the error that one gave.
    """
    if cell.kind == "formula":
        raise FaultError("E305", f"the formula {str(cell.value)[:40]}", "put its value in its place")
    if cell.kind == "error":
        raise FaultError("E305", f"the error {cell.value}", "put a value in its place, or nothing")


def refuse_other_unit(cell: RawCell, unit: str) -> None:
    """Refuse a percentage of anything but the unit `%`: whether 85% is 85 or 0.85 cannot be told then.

    Raises:
        FaultError: The cell shows one, and the unit is another.
    """
    if cell.kind == "percentage" and unit not in ("", "%"):
        raise FaultError("E102", f"{_percentage(cell)} where the unit is '{unit}'", _AS_NUMBER)


def chosen_word(text: str) -> str:
    """The word that was chosen, without what it means."""
    return text.partition(SEPARATOR)[0].strip()


def _refuse_percentages(cell: RawCell) -> None:
    if cell.kind == "percentage":
        raise FaultError("E102", f"a percentage does not belong here: {_percentage(cell)}", _AS_NUMBER)


def _percentage(cell: RawCell) -> str:
    return f"{cell.value:.15g}%"


def _words(text: str, column: Column) -> Value:
    if column.holds == "ids":
        return [each for each in _BETWEEN_IDS.split(text) if each]
    if column.holds == "lines":
        return [unquoted(line.strip()) for line in text.split("\n") if line.strip()]
    if column.holds == "choice":
        return chosen_word(text)
    return unquoted(text.strip() if column.holds == "id" else text)


def _number(cell: RawCell) -> Value:
    value = cell.value
    if cell.kind == "date":
        raise FaultError("E102", f"expected a number, found the date {value}", _AS_NUMBER)
    if isinstance(value, str):
        bare = value.strip()
        if _NUMBER.fullmatch(bare):
            value = _parsed(bare)
        elif bare.endswith(("%", "％")) and _NUMBER.fullmatch(bare[:-1].strip()):
            raise FaultError(
                "E102", f"expected a number, found the text '{bare}'", "leave out the sign: the unit says it"
            )
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e18 else value


def _parsed(text: str) -> int | float:
    digits = text.lstrip("+-")
    if not digits.isdecimal():
        return float(text)
    if len(digits) > MAX_DIGITS:
        raise FaultError("E007", f"number of {len(digits)} digits", f"at most {MAX_DIGITS}")
    return int(text)


def _truth(cell: RawCell) -> Value:
    if cell.kind != "text":
        return cell.value
    return _TRUTHS.get(chosen_word(str(cell.value)).lower(), cell.value)


def _date(cell: RawCell) -> Value:
    if isinstance(cell.value, float) and cell.value.is_integer():
        return int(cell.value)
    return cell.value.strip() if isinstance(cell.value, str) else cell.value


def _result(cell: RawCell, *, answers: bool) -> Value:
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if cell.kind != "text":
        return value
    word = chosen_word(str(value))
    if word.isdecimal() and len(word) < 10 and not answers:
        return int(word)
    if word not in STATUSES and not answers:
        hint = did_you_mean(word, STATUSES) or f"a level, or one of {', '.join(STATUSES)}"
        raise FaultError("E103", f"neither a level nor a status: '{word[:40]}'", hint)
    return word
