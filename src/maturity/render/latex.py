"""A page as a LaTeX document for XeLaTeX, with Chinese; every text is escaped."""

from collections.abc import Iterator

from maturity.render.latex_preamble import preamble
from maturity.render.latex_tables import LYING, UPRIGHT, Paper, is_wide, table_lines
from maturity.render.latex_text import is_chinese, latex_text
from maturity.report.page import Block, Chart, Heading, Listing, Page, Paragraph, References, Table

_SECTIONS = {2: "section", 3: "subsection"}
_ROOM = {2: "5cm", 3: "2.5cm"}
"""What must fit below a heading, or it goes to the next page."""


def render_latex(page: Page) -> str:
    """*page* as a whole document that XeLaTeX compiles; text can become no command."""
    paper = LYING if any(is_wide(block) for block in page.blocks if isinstance(block, Table)) else UPRIGHT
    body = "\n".join(line for block in page.blocks for line in _lines(block, paper))
    title = next((block.text for block in page.blocks if isinstance(block, Heading)), "maturity")
    chinese = page.language == "zh" or is_chinese(body)
    drawn = any(isinstance(block, Chart) for block in page.blocks)
    start = preamble(page.language, latex_text(title), chinese=chinese, lies=paper is LYING, drawn=drawn)
    return f"{start}\\begin{{document}}\n{body}\n\\end{{document}}\n"


def _lines(block: Block, paper: Paper) -> Iterator[str]:
    match block:
        case Heading(depth=1):
            yield f"{{\\LARGE\\bfseries\\RaggedRight {latex_text(block.text)}\\par}}\n\\bigskip\n"
        case Heading():
            yield f"\\roomfor{{{_ROOM[block.depth]}}}"
            yield f"\\{_SECTIONS[block.depth]}{{{latex_text(block.text)}}}\n"
        case Paragraph():
            yield f"{{\\color{{dim}}{latex_text(block.text)}\\par}}\n" if block.note else f"{latex_text(block.text)}\n"
        case Listing():
            yield from _listing(block)
        case References():
            yield from _references(block)
        case Chart():
            yield from _figure(block, paper)
        case Table():
            yield from table_lines(block, paper)


def _figure(chart: Chart, paper: Paper) -> Iterator[str]:
    from maturity.render.charts.tikz import render_tikz

    yield r"\noindent\begin{minipage}{\linewidth}\captionsetup{type=figure}"
    yield f"\\caption*{{{latex_text(chart.title)}}}"
    yield render_tikz(chart, highest=paper.height).rstrip()
    yield "\\end{minipage}\\par\\bigskip\n"


def _listing(listing: Listing) -> Iterator[str]:
    kind = "enumerate" if listing.numbered else "itemize"
    yield f"\\begin{{{kind}}}\\setlength{{\\itemsep}}{{1pt}}\\setlength{{\\parsep}}{{1pt}}"
    for label, text in listing.items:
        lead = f"\\textbf{{{latex_text(label)}}} " if label else ""
        yield f"\\item {{}}{lead}{latex_text(text)}"
    yield f"\\end{{{kind}}}\n"


def _references(references: References) -> Iterator[str]:
    yield r"\begin{itemize}"
    for place, text in enumerate(references.items, 1):
        yield f"\\item[{{[{place}]}}] \\hypertarget{{reference-{place}}}{{}}{latex_text(text)}"
    yield "\\end{itemize}\n"
