import shutil
import subprocess
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from maturity.comparison import compare
from maturity.render.visible import visible
from maturity.render.word import render_word
from maturity.report.compare_page import TABLE_IDS, compare_page
from maturity.report.page import Column, Heading, Listing, Page, Paragraph, References, Table
from maturity.scoring import assess
from tests.data_contracts.shipped import WAVES, country, framework
from tests.shipped import france_page

HOSTILE = ("<w:p/>&amp;", "=HYPERLINK(1)", "\x00\x1b[31mred\u202e\ud800", "字" * 5000, "👩‍⚖️ ½")


def read(page: Page) -> DocumentType:
    return Document(BytesIO(render_word(page)))


def said(document: DocumentType) -> list[str]:
    """Texts of paragraphs and cells, in order."""
    found = []
    for each in document.iter_inner_content():
        if isinstance(each, WordParagraph):
            found.append(each.text)
        else:
            assert isinstance(each, WordTable)
            found += [cell.text for row in each.rows for cell in row.cells]
    return [each for each in found if each]


def texts(page: Page) -> list[str]:
    """The same of the page; a caption that repeats the heading above it is not said twice."""
    found: list[str] = []
    heading = ""
    for block in page.blocks:
        match block:
            case Heading() | Paragraph():
                found.append(block.text)
            case Listing():
                found += [f"{label} {text}" if label else text for label, text in block.items]
            case References():
                found += block.items
            case Table():
                found += [block.caption] if block.caption != heading else []
                found += [each.head for each in block.columns]
                found += [cell.marked for cell in chain(*block.rows)]
        heading = block.text if isinstance(block, Heading) else ""
    return [each for each in found if each]


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_a_document_says_what_the_page_says_in_its_order(language: str) -> None:
    page = france_page(language)
    assert said(read(page)) == texts(page)


def test_every_table_of_a_comparison_is_in_the_document() -> None:
    everyone = compare([assess(country(code, wave), framework()) for code, wave in WAVES])
    page = compare_page(everyone, tables=TABLE_IDS)
    assert said(read(page)) == texts(page)


def test_rows_that_others_stand_below_are_bold() -> None:
    table = Table(caption="t", columns=(Column(head="a"),), rows=(("All",), ("Part",)), depths=(0, 1))
    _, *rows = read(Page(language="en", blocks=(table,))).tables[0].rows
    assert [each.cells[0].paragraphs[0].runs[0].bold for each in rows] == [True, False]


def test_the_same_page_gives_the_same_bytes() -> None:
    assert render_word(france_page("zh")) == render_word(france_page("zh"))


def test_heads_are_repeated_and_rows_stay_whole() -> None:
    for table in read(france_page("en")).tables:
        head, *rows = (row._tr.trPr for row in table.rows)
        assert head.find(qn("w:tblHeader")) is not None
        assert all(each.find(qn("w:cantSplit")) is not None for each in (head, *rows))


def test_chinese_has_a_font_of_its_own_in_every_style() -> None:
    styles = [each for each in read(france_page("zh")).styles if isinstance(each, ParagraphStyle)]
    fonts = [each.element.rPr.rFonts for each in styles]
    assert {each.get(qn("w:eastAsia")) for each in fonts} == {"Microsoft YaHei"}
    assert not [name for each in fonts for name in each.attrib if name.endswith("Theme")]


def test_each_numbered_list_begins_at_one() -> None:
    numbered = Listing(items=(("", "one"), ("", "two")), numbered=True)
    document = read(Page(language="en", blocks=(numbered, Paragraph(text="between"), numbered)))
    used = [each.get(qn("w:val")) for each in document.element.body.iter(qn("w:numId"))]
    assert len(used) == 4
    assert len(set(used)) == 2


def test_many_columns_of_text_lay_the_page_on_its_side() -> None:
    def width_of(count: int) -> int:
        columns = tuple(Column(head=str(place)) for place in range(count))
        section = read(Page(language="en", blocks=(Table(caption="t", columns=columns, rows=()),))).sections[0]
        return section.page_width or 0

    assert width_of(6) > width_of(5)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_stays_text(text: str) -> None:
    table = Table(caption=text, columns=(Column(head=text),), rows=((text,),))
    document = read(Page(language="en", blocks=(Heading(text=text, depth=1), Listing(items=((text, text),)), table)))
    shown = visible(text)
    assert said(document) == [shown, f"{shown} {shown}", shown, shown, shown]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_document(tmp_path: Path) -> None:
    path = tmp_path / "france.docx"
    path.write_bytes(render_word(france_page("zh")))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=300)
    read_back = "".join((tmp_path / "france.txt").read_text(encoding="utf-8-sig").split())
    for each in texts(france_page("zh")):
        assert "".join(each.split()) in read_back
