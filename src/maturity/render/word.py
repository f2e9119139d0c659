"""A page as a Word document (DOCX), byte for byte the same each time.

Needs python-docx, which comes with the extra `office`.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from itertools import compress
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.table import _Row
from docx.text.paragraph import Paragraph as WordParagraph

from maturity.render.colours import fill_of
from maturity.render.tables import widths_on_paper
from maturity.render.visible import visible
from maturity.render.word_charts import add_chart
from maturity.report.page import Block, Cell, Chart, Column, Heading, Listing, Page, Paragraph, References, Table

_FIXED = datetime(2000, 1, 1)
"""Stands for the time of writing, so that the same page gives the same bytes."""
_LATIN, _EAST_ASIAN = "Calibri", "Microsoft YaHei"
_INK, _DIM = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x4D, 0x4D, 0x4D)
_SHADE, _LINE = "E8E8E8", "A6A6A6"
_SHORT, _LONG, _MARGIN = Cm(21), Cm(29.7), Cm(2)
_STEP = Cm(0.4)
_LETTER, _WIDE_LETTER, _PADDING = Cm(0.18), Cm(0.21), Cm(0.6)
"""What a letter of a table's type takes, on average and at most, and what stands around the text of a cell."""
_CAPTION = Cm(2)
_TEXTS_UPRIGHT = 5
"""A page on which a table has more columns of text than this lies on its side."""
_LONGEST_TITLE = 255
_LOCALES = {"en": "en-GB", "zh": "zh-CN", "fr": "fr-FR"}


def render_word(page: Page) -> bytes:
    """*page* as a DOCX file on A4, lying where a table has many columns; rows are never split over pages."""
    document = Document()
    _set_up(document, page)
    for block, heading in page.headed_blocks():
        _add(document, block, heading)
    written = BytesIO()
    document.save(written)
    return _without_times(written.getvalue())


def _set_up(document: DocumentType, page: Page) -> None:
    titles = [block.text for block in page.blocks if isinstance(block, Heading)]
    properties = document.core_properties
    properties.title = visible(titles[0])[:_LONGEST_TITLE] if titles else "maturity"
    properties.author = properties.last_modified_by = "maturity"
    properties.comments = ""
    properties.language = page.language
    properties.created = properties.modified = _FIXED
    texts = [
        len([each for each in block.columns if not each.number]) for block in page.blocks if isinstance(block, Table)
    ]
    section = document.sections[0]
    section.page_width, section.page_height = _SHORT, _LONG
    if max(texts, default=0) > _TEXTS_UPRIGHT:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = _LONG, _SHORT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    for style in document.styles:
        if isinstance(style, ParagraphStyle):
            _set_fonts(style, page.language)
    document.styles["Normal"].font.size = Pt(10)
    for name, size in (("Heading 1", 20), ("Heading 2", 15), ("Heading 3", 12)):
        document.styles[name].font.size = Pt(size)
    _number_pages(section.footer.paragraphs[0])


def _set_fonts(style: ParagraphStyle, language: str) -> None:
    style.font.name = _LATIN
    style.font.color.rgb = _INK
    properties = style.element.get_or_add_rPr()
    fonts = properties.rFonts
    for name in [each for each in fonts.attrib if each.endswith("Theme")]:  # else Word takes the theme's fonts
        del fonts.attrib[name]
    fonts.set(qn("w:eastAsia"), _EAST_ASIAN)
    properties.append(_element("w:lang", val=_LOCALES[language], eastAsia="zh-CN"))


def _number_pages(paragraph: WordParagraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = _element("w:fldSimple", instr="PAGE")
    paragraph._p.append(field)


def _add(document: DocumentType, block: Block, heading: str) -> None:
    match block:
        case Heading():
            document.add_heading(visible(block.text), level=block.depth)
        case Paragraph():
            run = document.add_paragraph().add_run(visible(block.text))
            if block.note:
                run.font.color.rgb = _DIM
        case Listing():
            _add_listing(document, block)
        case References():
            _add_listing(document, Listing(items=tuple(("", each) for each in block.items), numbered=True))
        case Table():
            _add_table(document, block, heading)
        case Chart():
            add_chart(document, block, width=_room(document), height=_height(document), dim=_DIM)


def _add_listing(document: DocumentType, listing: Listing) -> None:
    style = "List Number" if listing.numbered else "List Bullet"
    numbering = _begin_at_one(document, style) if listing.numbered else None
    for label, text in listing.items:
        paragraph = document.add_paragraph(style=style)
        paragraph.paragraph_format.space_after = Pt(2)
        if numbering is not None:
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbering
        if label:
            paragraph.add_run(f"{visible(label)} ").bold = True
        paragraph.add_run(visible(text))


def _begin_at_one(document: DocumentType, style: str) -> int:
    """A numbering of its own, since Word would count on from the list before."""
    numbering = document.part.numbering_part.element
    own = document.styles[style].element.pPr.numPr.numId.val
    added = numbering.add_num(numbering.num_having_numId(own).abstractNumId.val)
    added.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(added.numId)


def _add_table(document: DocumentType, table: Table, heading: str) -> None:
    """The caption stands above the table, unless the *heading* there says the same; screen readers know it always."""
    if table.caption != heading:
        caption = document.add_paragraph(visible(table.caption), style="Caption")
        caption.paragraph_format.keep_with_next = True
    drawn = document.add_table(rows=1, cols=len(table.columns))
    drawn.autofit = False
    drawn._tbl.tblPr.append(_lines_between_rows())
    drawn._tbl.tblPr.append(_element("w:tblCaption", val=visible(table.caption)))
    widths = _widths(table, _room(document))
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = width
    _fill(drawn.rows[0], [Cell(text=each.head) for each in table.columns], table.columns, widths)
    _set_as_head(drawn.rows[0])
    for place, row in enumerate(table.rows):
        added = _add_row(drawn)
        _fill(added, row, table.columns, widths)
        if table.depths:
            added.cells[0].paragraphs[0].paragraph_format.left_indent = _STEP * table.depths[place]
            _set_bold(added, table.depths[place] == 0)
        _shade(added, row, table, table.levels[place] if table.levels else None)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _lines_between_rows() -> BaseOxmlElement:
    borders = _element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=_LINE))
    return borders


def _add_row(table: WordTable) -> _Row:
    row: _Row = table.add_row()
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    return row


def _set_as_head(row: _Row) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    properties.append(_element("w:tblHeader"))
    for cell in row.cells:
        _fill_with(cell, _SHADE)
    _set_bold(row, True)


def _set_bold(row: _Row, is_bold: bool) -> None:
    for cell in row.cells:
        for run in cell.paragraphs[0].runs:
            run.bold = is_bold


def _fill(row: _Row, said: Sequence[Cell], columns: Sequence[Column], widths: Sequence[Emu]) -> None:
    cells: Sequence[WordCell] = row.cells
    for cell, each, column, width in zip(cells, said, columns, widths, strict=True):
        cell.width = width
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
        paragraph.add_run(visible(each.text)).font.size = Pt(9)
        if each.marks:
            marks = paragraph.add_run(each.marked.removeprefix(each.text))
            marks.font.superscript = True
        if column.number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _shade(row: _Row, said: Sequence[Cell], table: Table, level: int | None) -> None:
    """Colour the cells that show an answer or a level, and those behind a row's name by the row's level."""
    for place, (cell, each) in enumerate(zip(row.cells, said, strict=True)):
        fill = fill_of(each, level if place > table.named else None)
        if fill:
            _fill_with(cell, fill)


def _fill_with(cell: WordCell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=colour))


def _widths(table: Table, room: int) -> list[Emu]:
    """Numbers and short words get room for wide letters; texts share what is left by what they would need."""
    heads = [column.head for column in table.columns]
    left = room - _PADDING * len(heads)
    found = widths_on_paper(table, heads, int(left / _LETTER))
    is_text = [not (column.number or column.whole) for column in table.columns]
    texts = sum(compress(found, is_text))
    unit = (left - (sum(found) - texts) * _WIDE_LETTER) / max(1, texts)
    return [
        Emu(int(letters * (unit if each else _WIDE_LETTER) + _PADDING))
        for letters, each in zip(found, is_text, strict=True)
    ]


def _room(document: DocumentType) -> int:
    width = document.sections[0].page_width
    return (width or 0) - 2 * _MARGIN


def _height(document: DocumentType) -> int:
    """What a chart may take of a page below its caption."""
    height = document.sections[0].page_height
    return (height or 0) - 2 * _MARGIN - _CAPTION


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _without_times(content: bytes) -> bytes:
    written = BytesIO()
    with ZipFile(BytesIO(content)) as made, ZipFile(written, "w", ZIP_DEFLATED) as fixed:
        for name in made.namelist():
            fixed.writestr(ZipInfo(name), made.read(name), compress_type=ZIP_DEFLATED)
    return written.getvalue()
