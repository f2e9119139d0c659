"""How cells of a workbook look, each way made once."""

from attrs import field, frozen
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from maturity.render.colours import ANSWER_FILLS, LEVEL_FILLS
from maturity.render.number_formats import number_format, plain_format, printed
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
    numbers: dict[str, None] = field(factory=dict)

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

    def of_cell(self, cell: Cell, *, level: int | None, depth: int | None, is_name: bool, right: bool) -> Format:
        """The format of a cell in a table; the number it holds reads as its text does where that can be.

        *level* colours the cell; *depth* sets a name in.
        """
        fill = ANSWER_FILLS.get(cell.answer) or ("" if level is None else LEVEL_FILLS[level])
        look = Look(
            number_format="" if cell.number is None else self.number_format(cell.number, cell.text),
            fill=fill,
            right=right,
            bold=depth == 0,
            italic=cell.answer in ("unknown", "not-applicable"),
            indent=(depth or 0) if is_name else 1 if right else 0,
            east_asian=self._is_chinese(cell.text),
        )
        return self.of(look)

    def number_format(self, number: Number, text: str) -> str:
        """The format under which the number reads as *text*, as long as there is room for formats; else a plain one."""
        whole = number_format(number, text, self.language)
        if whole is not None and (whole in self.numbers or len(self.numbers) < _MOST_FORMATS):
            self.numbers[whole] = None
            return whole
        return plain_format(number, self.language, printed(number, self.language))

    def says(self, number: Number, text: str) -> bool:
        """Whether a cell of that number reads as *text*."""
        return number_format(number, text, self.language) in self.numbers

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
