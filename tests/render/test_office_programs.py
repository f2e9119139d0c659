"""Word documents and workbooks as LibreOffice shows them: their text in order, their fonts, their pages."""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from maturity.comparison import compare
from maturity.render.spreadsheet import render_spreadsheet
from maturity.render.word import render_word
from maturity.report.compare_page import LEVELS, SCORES, compare_page
from maturity.report.page import Heading, Page, Table
from maturity.scoring import assess
from tests.data_contracts.shipped import WAVES, country, framework
from tests.render.page_texts import texts_of
from tests.shipped import france_page


def missing() -> list[str]:
    """What has to be there to print and to look at what was printed."""
    programs = [each for each in ("soffice", "pdftotext", "pdffonts", "fc-list") if shutil.which(each) is None]
    if programs:
        return programs
    fonts = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=True)
    return [] if fonts.stdout else ["a font for Chinese"]


pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}")

LANGUAGES = ["en", "zh", "fr"]


@cache
def comparison(language: str) -> Page:
    assessments = [assess(country(code, wave), framework()) for code, wave in WAVES]
    return compare_page(compare(assessments), tables=(SCORES, LEVELS, "key-enablers", "statistics"), language=language)


def page_of(name: str, language: str) -> Page:
    return france_page(language) if name == "report" else comparison(language)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a PDF of each document; LibreOffice is started once, since that takes longest."""
    folder = tmp_path_factory.mktemp("printed")
    written = []
    for name in ("report", "comparison"):
        for language in LANGUAGES:
            for ending, render in (("docx", render_word), ("xlsx", render_spreadsheet)):
                path = folder / f"{name}-{language}-{ending}.{ending}"
                path.write_bytes(render(page_of(name, language)))
                written.append(str(path))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *written]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return folder


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def pages_of(pdf: Path, *, layout: bool = False) -> list[str]:
    return run("pdftotext", "-layout" if layout else "-raw", str(pdf), "-").split("\f")[:-1]


def joined(text: str) -> str:
    return "".join(text.split())


CASES = pytest.mark.parametrize(
    ("name", "language"), [(name, language) for name in ("report", "comparison") for language in LANGUAGES]
)


@CASES
@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_every_heading_is_printed(name: str, language: str, ending: str, printed: Path) -> None:
    said = joined("".join(pages_of(printed / f"{name}-{language}-{ending}.pdf")))
    heads = [block.text for block in page_of(name, language).blocks if isinstance(block, Heading)]
    assert [each for each in heads if joined(each) not in said] == []


@CASES
def test_a_word_document_keeps_the_order_of_the_page(name: str, language: str, printed: Path) -> None:
    said = joined("".join(pages_of(printed / f"{name}-{language}-docx.pdf")))
    place = 0
    for block in page_of(name, language).blocks:
        if isinstance(block, Heading):
            found = said.find(joined(block.text), place)
            assert found >= place, block.text
            place = found


@CASES
@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_chinese_is_printed_in_an_embedded_font_that_has_it(
    name: str, language: str, ending: str, printed: Path
) -> None:
    pdf = printed / f"{name}-{language}-{ending}.pdf"
    lines = run("pdffonts", str(pdf)).splitlines()[2:]
    embedded = [re.search(r"(yes|no) (yes|no) +(yes|no) +\d+ +\d+$", line) for line in lines]
    assert lines
    assert all(each and each[1] == "yes" for each in embedded)
    if language == "zh":
        assert any("CJK" in line or "YaHei" in line for line in lines)
        assert len(re.findall("[\u4e00-\u9fff]", "".join(pages_of(pdf)))) > 1000


@CASES
def test_the_number_of_pages_is_sane(name: str, language: str, printed: Path) -> None:
    text = len("".join(texts_of(page_of(name, language)))) * (2 if language == "zh" else 1)
    for ending in ("docx", "xlsx"):
        pages = len(pages_of(printed / f"{name}-{language}-{ending}.pdf"))
        assert 1 < pages < 10 + text / 700


@CASES
def test_a_table_that_goes_on_repeats_its_heads(name: str, language: str, printed: Path) -> None:
    """Gaps of the report and levels of the comparison take more than a page in each format."""
    page = page_of(name, language)
    tables = [block for block in page.blocks if isinstance(block, Table) and not block.units]
    longest = max(tables, key=lambda each: len(each.rows))
    heads = joined("".join(column.head for column in longest.columns))
    for ending in ("docx", "xlsx"):
        said = [joined(each) for each in pages_of(printed / f"{name}-{language}-{ending}.pdf")]
        assert sum(heads in each for each in said) > 1, ending


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_row_of_a_word_document_is_cut(language: str, printed: Path) -> None:
    """The label of a row and its last cell stand on the same page."""
    page = comparison(language)
    said = [joined(each) for each in pages_of(printed / f"comparison-{language}-docx.pdf")]
    levels = next(block for block in page.blocks if isinstance(block, Table) and len(block.rows) > 60)
    for row in levels.rows:
        whole = joined("".join(cell.marked for cell in row))
        assert any(whole in each for each in said), row[0].text
