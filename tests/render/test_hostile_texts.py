"""No text of a profile or a framework becomes anything but text, in any format of a report or a comparison."""

import csv
import io
import json
import re
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from docx import Document
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from maturity.comparison import Comparison, compare
from maturity.gaps import GapReport, gap_report
from maturity.render.data_files import (
    render_cells_csv,
    render_cells_tsv,
    render_compared_json,
    render_csv,
    render_json,
    render_tsv,
)
from maturity.render.html import render_html
from maturity.render.latex import render_latex
from maturity.render.markdown import render_markdown
from maturity.render.spreadsheet import render_spreadsheet
from maturity.render.terminal import render_terminal
from maturity.render.visible import visible
from maturity.render.word import render_word
from maturity.report.compare_page import LEVELS, SCORES, compare_page
from maturity.report.compared_data import compared_data
from maturity.report.comparison_data import comparison_data
from maturity.report.gap_data import gap_data
from maturity.report.gap_page import gap_page
from maturity.report.page import Page, Table
from maturity.scoring import Assessment, assess
from tests.data_contracts.shipped import country, framework
from tests.hostile import TEXTS, poisoned
from tests.render.latex_reading import commands_of, read_latex
from tests.render.page_texts import texts_of

TABLES = (SCORES, LEVELS, "key-enablers", "institutions", "statistics")
NAMES = ("report", "comparison")
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


@cache
def assessed(code: str) -> Assessment:
    return assess(poisoned(country(code, 2022)), poisoned(framework()))


@cache
def comparison() -> Comparison:
    return compare([assessed("FRA"), assessed("DNK")])


@cache
def report() -> GapReport:
    return gap_report(assessed("FRA"), comparators=[assessed("DNK")])


@cache
def page(name: str) -> Page:
    return gap_page(report()) if name == "report" else compare_page(comparison(), tables=TABLES)


def spaced(text: str) -> str:
    return " ".join(visible(text).split())


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_hold_every_hostile_text(name: str) -> None:
    said = "\n".join(texts_of(page(name)))
    assert [text for text in TEXTS if text not in said] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [80, 200])
def test_a_terminal_gets_no_control_character(name: str, width: int) -> None:
    assert not UNSEEN.search(render_terminal(page(name), width=width))


@pytest.mark.parametrize("name", NAMES)
def test_markdown_shows_every_text_and_no_markup(name: str) -> None:
    rendered = render_markdown(page(name))
    assert not UNSEEN.search(rendered)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(rendered)
    inline = [each for each in tokens if each.type == "inline"]
    kinds = {child.type for each in inline for child in each.children or ()}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close", "softbreak"}
    shown = {"".join(child.content for child in each.children or ()) for each in inline}
    dots = re.compile("^·+ ")
    assert {spaced(each) for each in texts_of(page(name))} <= {dots.sub("", each) for each in shown} | shown


class Reader(HTMLParser):
    """The tags of a document, and what it says."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@pytest.mark.parametrize("name", NAMES)
def test_html_shows_every_text_and_no_markup(name: str) -> None:
    rendered = render_html(page(name))
    assert not UNSEEN.search(rendered)
    reader = Reader()
    reader.feed(rendered)
    assert not {"script", "img", "iframe", "link", "object", "b", "r"} & reader.tags
    assert reader.attributes <= {
        "lang", "charset", "name", "content", "class", "tabindex", "role", "aria-label", "scope", "title", "id", "href",
    }  # fmt: skip
    assert all(re.fullmatch(r"#reference-\d+", each) for each in reader.links)
    said = set(reader.said)
    for block in page(name).blocks:
        if isinstance(block, Table):
            assert {visible(cell.text) for row in block.rows for cell in row} <= said | {""}


@pytest.mark.parametrize("name", NAMES)
def test_a_word_document_shows_every_text(name: str) -> None:
    written = render_word(page(name))
    document = Document(BytesIO(written))
    said = {each.text for each in document.paragraphs}
    for table in document.tables:
        said |= {cell.text for row in table.rows for cell in row.cells}
    assert {visible(each) for each in texts_of(page(name))} <= said
    with ZipFile(BytesIO(written)) as parts:
        body = parts.read("word/document.xml").decode()
    assert not UNSEEN.search(body)
    assert not re.search(r"<w:(hyperlink|instrText|object|altChunk)\b", body)


@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_holds_texts_and_numbers_and_no_formula(name: str) -> None:
    written = render_spreadsheet(page(name))
    with ZipFile(BytesIO(written)) as parts:
        for part in parts.namelist():
            content = parts.read(part).decode()
            if part.endswith((".xml", ".rels", ".vml")):
                ElementTree.fromstring(content)
            assert not UNSEEN.search(content)
            if part.startswith("xl/worksheets/sheet"):
                assert "<f>" not in content
            assert 'TargetMode="External"' not in content
    book = load_workbook(BytesIO(written), rich_text=True)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    said = {str(cell.value).removesuffix(" ") for cell in cells}
    for block in page(name).blocks:
        if isinstance(block, Table):
            texts = {visible(cell.marked) for row in block.rows for cell in row if cell.number is None}
            assert {each.removesuffix(" ") for each in texts} - {""} <= said


@pytest.mark.parametrize("name", NAMES)
def test_notes_of_a_workbook_are_texts(name: str) -> None:
    notes = {
        visible(cell.note)
        for block in page(name).blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        if cell.note and cell.number is None
    }
    book = load_workbook(BytesIO(render_spreadsheet(page(name))))
    found = {
        cell.comment.text.replace("_x005F_", "_")
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
    assert {each.removesuffix(" ") for each in notes} <= {each.removesuffix(" ") for each in found}


@pytest.mark.parametrize("name", NAMES)
def test_latex_shows_every_text_and_no_command_of_theirs(name: str) -> None:
    rendered = render_latex(page(name))
    assert not UNSEEN.search(rendered)
    _, _, body = rendered.partition(r"\begin{document}")
    assert "^^" not in body
    assert not commands_of(body) & {"input", "write", "include", "openin", "catcode", "def", "immediate"}
    shown = read_latex(body)
    for each in texts_of(page(name)):
        assert spaced(each).translate(NO_WIDTH)[:80] in shown  # a row higher than a page is cut into pieces


NO_WIDTH = {ord(each): None for each in "\u200c\u200d\u2060\ufeff\ufe0f\u200b"}


def test_no_cell_of_a_csv_is_a_formula() -> None:
    for text in (render_csv(gap_data(report())), render_cells_csv(comparison_data(comparison(), tables=TABLES))):
        assert not UNSEEN.search(text.replace("\r\n", "\n"))
        check_cells(list(csv.reader(io.StringIO(text, newline=""))))


def test_no_cell_of_a_tsv_is_a_formula_or_breaks_its_row() -> None:
    for text in (render_tsv(gap_data(report())), render_cells_tsv(comparison_data(comparison(), tables=TABLES))):
        assert not UNSEEN.search(text)
        check_cells([line.split("\t") for line in text.removesuffix("\n").split("\n")])


def check_cells(rows: list[list[str]]) -> None:
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row if not re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", cell)]
    assert not [each for each in cells if each.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_json_reads_back_as_it_was() -> None:
    text = render_json(gap_data(report()))
    assert not UNSEEN.search(text)
    labels = {each["label"] for each in json.loads(text)["indicators"]}
    assert labels == {each.label.original for each in report().assessment.framework.indicators}
    cells = render_compared_json(compared_data(comparison(), tables=TABLES))
    assert not UNSEEN.search(cells)
    assert {each["label"] for each in json.loads(cells)["cells"]} & set(TEXTS)
