import subprocess
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.comparison import compare
from maturity.gaps import gap_report
from maturity.render.latex import render_latex
from maturity.render.latex_text import latex_text
from maturity.render.visible import visible
from maturity.report.compare_page import TABLE_IDS, compare_page
from maturity.report.gap_page import gap_page
from maturity.report.page import Block, Cell, Column, Heading, Listing, Page, Paragraph, References, Table
from maturity.scoring import assess
from tests.data_contracts.shipped import WAVES, country, framework
from tests.hostile import poisoned
from tests.render.latex_reading import read_latex
from tests.render.page_texts import texts_of
from tests.shipped import france_page

LANGUAGES = ["en", "zh", "fr"]
WHOLE = 40
"""Characters of a text that are sure to stand together; a row higher than a page is cut into pieces."""


@cache
def everyone(language: str) -> Page:
    assessments = [assess(country(code, wave), framework()) for code, wave in WAVES]
    return compare_page(compare(assessments), tables=TABLE_IDS, language=language)


def body(*blocks: Block, language: str = "en") -> str:
    return render_latex(Page(language=language, blocks=blocks)).partition("\\begin{document}\n")[2]


def spaced(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_a_page_is_in_its_document(language: str) -> None:
    for page in (france_page(language), everyone(language)):
        shown = read_latex(render_latex(page).partition("\\begin{document}")[2])
        assert [each for each in texts_of(page) if spaced(each)[:WHOLE] not in shown] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\input{x}", r"\textbackslash{}input\{x\}"),
        ("50 % & more_", r"50 \% \& more\_"),
        ("^^5c ~ #1 $x$", r"\textasciicircum{}\textasciicircum{}5c \textasciitilde{} \#1 \$x\$"),
        ("a--b ,, << '' ``", r"a-{}-{}b ,{},{} <{}<{} "
         r"\textquotesingle{}\textquotesingle{} \textasciigrave{}\textasciigrave{}"),
        ("[a] *", "{[}a{]} {*}"),
        ("l’État\u00a0: 1\u202f000", r"l’État~: 1\,000"),
        ("≥ 2", r"\sign{2265} 2"),
        ("数字, abc", "数字,{} abc"),
        ("one\n\n two\t three", "one two three"),
        ("a\u202eb\u200bc", r"a\sign{FFFD}b\allowbreak{}c"),
    ],
)  # fmt: skip
def test_each_sign_is_printed_as_it_is(text: str, expected: str) -> None:
    assert latex_text(text) == expected


@given(st.text())
def test_any_text_reads_back(text: str) -> None:
    hidden = {ord(each): None for each in "\u200b\u200c\u200d\u2060\ufeff" + "".join(map(chr, range(0xFE00, 0xFE10)))}
    assert read_latex(latex_text(text)) == spaced(visible(text).translate(hidden))


@given(st.text(alphabet=r"\{}$&#%_^~[]*-<>,'`" + '"ab '))
def test_braces_are_paired_and_no_sign_is_left_alone(text: str) -> None:
    made = latex_text(text).replace(r"\{", "").replace(r"\}", "")
    assert made.count("{") == made.count("}")
    assert not set("$&#%_^~") & set(made.replace(r"\$", "").replace(r"\&", "").replace(r"\#", "").replace(
        r"\%", "").replace(r"\_", ""))  # fmt: skip


def test_a_long_word_may_be_broken() -> None:
    pieces = latex_text("w" * 5000).split(r"\allowbreak{}")
    assert max(map(len, pieces)) <= 20
    assert "".join(pieces) == "w" * 5000


def test_every_block_has_its_form() -> None:
    made = body(
        Heading(text="Title", depth=1),
        Heading(text="Part", depth=2),
        Heading(text="Piece", depth=3),
        Paragraph(text="Noted.", note=True),
        Listing(items=(("Now", "it is"),)),
        Listing(items=(("", "one"),), numbered=True),
        References(items=("First",)),
    )
    for each in (
        r"\section{Part}",
        r"\subsection{Piece}",
        r"{\color{dim}Noted.\par}",
        r"\item {}\textbf{Now} it is",
        r"\begin{enumerate}",
        r"\item[{[1]}] \hypertarget{reference-1}{}First",
    ):
        assert each in made


def test_a_table_repeats_its_head_and_cells_lead_to_their_sources() -> None:
    cells = ("eID", Cell(text="yes", answer="yes", marks=(1, 3)))
    made = body(Table(caption="Enablers", columns=(Column(head="Row"), Column(head="France")), rows=(cells,)))
    assert made.index(r"\textbf{Row} & \textbf{France} \\") < made.index(r"\endhead") < made.index("eID")
    first, second = r"\textsuperscript{[\hyperlink{reference-1}{1},}", r"\textsuperscript{\hyperlink{reference-3}{3}]}"
    assert rf"\cellcolor[HTML]{{9ECAE1}}yes{first}\allowbreak {second}" in made


def test_a_row_higher_than_a_page_is_cut_into_rows_that_say_the_same() -> None:
    long = " ".join(f"word{place}" for place in range(2000))
    chinese = "".join(chr(0x4E00 + place) for place in range(3000))
    columns = tuple(Column(head=each) for each in "abc")
    row = (Cell(text=long, marks=(7,)), Cell(text=chinese), Cell(text="short"))
    made = body(Table(caption="t", columns=columns, rows=(row,)))
    rows = [each.split(" & ") for each in made.split("\\endfoot\n")[1].split("\\end{longtable}")[0].splitlines()]
    assert len(rows) > 3
    pieces = [read_latex(each[0].removesuffix(r" \\")) for each in rows]
    assert " ".join(filter(None, pieces)) == f"{long} [7]"
    assert "".join(read_latex(each[1]) for each in rows) == chinese
    assert [read_latex(each[2]) for each in rows] == ["short", *[""] * (len(rows) - 1)]


def test_rows_stand_as_deep_as_they_are() -> None:
    table = Table(caption="t", columns=(Column(head="h"),), rows=(("a",), ("b",), ("c",)), depths=(0, 1, 2))
    assert body(table).count(r"\hspace*{1em}b \\") == body(table).count(r"\hspace*{2em}c \\") == 1


def test_pages_lie_on_their_side_for_many_columns_of_text() -> None:
    def geometry(count: int) -> bool:
        columns = tuple(Column(head=str(place)) for place in range(count))
        return "landscape" in render_latex(Page(language="en", blocks=(Table(caption="t", columns=columns, rows=()),)))

    assert (geometry(5), geometry(6)) == (False, True)


def test_more_columns_than_fit_are_set_in_parts_with_the_names_in_each() -> None:
    columns = (Column(head="Row"), *(Column(head=f"Country {place}") for place in range(40)))
    row = ("indicator", *(f"a text for country {place}" for place in range(40)))
    made = body(Table(caption="t", columns=columns, rows=(row,)))
    parts = made.count(r"\begin{longtable}")
    assert 1 < parts == made.count("indicator")
    assert [made.count(f"country {place} ") for place in range(40)] == [1] * 40


def test_chinese_asks_for_its_package_only_where_there_is_chinese() -> None:
    assert "xeCJK" in render_latex(Page(language="en", blocks=(Paragraph(text="社会保障"),)))
    assert "xeCJK" in render_latex(Page(language="zh", blocks=()))
    assert "xeCJK" not in render_latex(Page(language="fr", blocks=(Paragraph(text="l’État – 1\u202f000"),)))


def unhyphenated(text: str) -> str:
    """*text* without what line breaks add or take, and without ligatures."""
    return "".join(unicodedata.normalize("NFKC", text).replace("-", "").split())


def compiled(page: Page, folder: Path) -> str:
    """The text of the document's PDF; fails where xelatex reports an error or lacks a character."""
    (folder / "page.tex").write_text(render_latex(page), encoding="utf-8")
    command = ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "page.tex"]
    for _ in range(2):
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=600)
        assert done.returncode == 0, done.stdout.decode(errors="replace")[-3000:]
    log = (folder / "page.log").read_text(encoding="utf-8", errors="replace")
    assert "Missing character" not in log
    read = subprocess.run(["pdftotext", "-raw", "page.pdf", "-"], cwd=folder, capture_output=True, check=True)
    return read.stdout.decode()


@pytest.mark.latex
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["report", "comparison"])
def test_xelatex_prints_the_page(language: str, name: str, tmp_path: Path) -> None:
    page = france_page(language) if name == "report" else everyone(language)
    said = unhyphenated(compiled(page, tmp_path))
    heads = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert [each for each in heads if unhyphenated(each) not in said] == []
    fonts = subprocess.run(["pdffonts", "page.pdf"], cwd=tmp_path, capture_output=True, check=True).stdout.decode()
    assert ("CJK" in fonts or "Fandol" in fonts) == (language == "zh" or "xeCJK" in render_latex(page))


@pytest.mark.latex
@pytest.mark.parametrize("name", ["report", "comparison"])
def test_xelatex_prints_hostile_texts_and_reads_no_file(name: str, tmp_path: Path) -> None:
    by = poisoned(framework())
    france, denmark = (assess(poisoned(country(code, 2022)), by) for code in ("FRA", "DNK"))
    page = gap_page(gap_report(france)) if name == "report" else compare_page(compare([france, denmark]))
    said = compiled(page, tmp_path)
    assert r"\input{/etc/passwd}" in said
    assert "root:x:0" not in said
