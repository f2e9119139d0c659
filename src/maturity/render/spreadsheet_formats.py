"""How cells of a workbook look, each way made once."""

from attrs import field, frozen
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from maturity.render.colours import fill_of
from maturity.render.number_formats import number_format, plain_format
from maturity.render.width import columns_of
from maturity.report.page import Cell, Number

LATIN, EAST_ASIAN = "Calibri", "Microsoft YaHei"
SIZE = 10
_DIM, _LINE, _SHADE = "#4D4D4D", "#BFBFBF", "#E8E8E8"
_MOST_FORMATS = 150
"""Excel promises room for 200 number formats in a workbook."""


@frozen
class Look:
    """What tells one format from another."""

    kind: str = "cell"
    number_format: str = ""
    fill: str = ""
    right: bool = False
    bold: bool = False
    italic: bool = False
    indent: int = 0
    east_asian: bool = False


_KINDS: dict[str, dict[str, object]] = {
    "cell": {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": _LINE},
    "head": {"text_wrap": True, "valign": "bottom", "bold": True, "bg_color": _SHADE, "bottom": 1, "top": 1},
    "title": {"bold": True, "font_size": 16},
    "heading": {"bold": True, "font_size": 12},
    "label": {"bold": True, "text_wrap": True, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "note": {"text_wrap": True, "valign": "top", "font_color": _DIM},
    "link": {"font_color": "#0B5394", "underline": 1, "valign": "top"},
}


@frozen
class Formats:
    """The formats of one workbook."""

    book: Workbook
    language: str
    made: dict[Look, Format] = field(factory=dict)
    cells: dict[tuple[object, ...], tuple[Format, bool]] = field(factory=dict)
    codes: set[str] = field(factory=set)

    def of(self, look: Look) -> Format:
        """The format that looks so."""
        if look not in self.made:
            self.made[look] = self.book.add_format(self._properties(look))
        return self.made[look]

    def of_text(self, kind: str, text: str) -> Format:
        """The format of a text outside tables, or of a head."""
        return self.of(Look(kind=kind, east_asian=self._is_chinese(text)))

    def of_head(self, text: str, *, right: bool) -> Format:
        """The format of a column's head."""
        return self.of(Look(kind="head", right=right, indent=1 if right else 0, east_asian=self._is_chinese(text)))

    def of_cell(
        self, cell: Cell, *, level: int | None, depth: int | None, is_name: bool, right: bool
    ) -> tuple[Format, bool]:
        """The format of a cell in a table, and whether the cell reads as its whole text under it.

        *level* is the row's, for colour; *depth* sets a name in.
        """
        number = cell.number
        shown = number and (number.value, number.decimals, number.is_share)
        key = (cell.text, shown, cell.answer, cell.level, level, depth, is_name, right)
        found = self.cells.get(key)
        if found is None:
            code, says_all = ("", True) if number is None else self.number_format(number, cell.text)
            look = Look(
                number_format=code,
                fill=fill_of(cell, level),
                right=right,
                bold=depth == 0,
                italic=cell.answer in ("unknown", "not-applicable"),
                indent=(depth or 0) if is_name else 1 if right else 0,
                east_asian=self._is_chinese(cell.text),
            )
            found = self.cells[key] = self.of(look), says_all
        return found

    def number_format(self, number: Number, text: str) -> tuple[str, bool]:
        """The format under which the number reads as *text*, as long as there is room for formats; else a plain one."""
        code = number_format(number, text, self.language)
        if code is not None and (code in self.codes or len(self.codes) < _MOST_FORMATS):
            self.codes.add(code)
            return code, True
        return plain_format(number, self.language), False

    def _is_chinese(self, text: str) -> bool:
        return self.language == "zh" or (not text.isascii() and columns_of(text) > len(text))

    def _properties(self, look: Look) -> dict[str, object]:
        found: dict[str, object] = {"font_name": EAST_ASIAN if look.east_asian else LATIN, "font_size": SIZE}
        found |= _KINDS[look.kind]
        if look.number_format:
            found["num_format"] = look.number_format
        if look.fill:
            found["bg_color"] = f"#{look.fill}"
        if look.right:
            found["align"] = "right"
        elif look.number_format or look.indent:
            found["align"] = "left"
        if look.bold:
            found["bold"] = True
        if look.italic:
            found["italic"] = True
        if look.indent:
            found["indent"] = look.indent
        return found
