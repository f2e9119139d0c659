from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from maturity.render.markdown import render_markdown
from maturity.report.page import Block, Column, Heading, Listing, Page, Paragraph, Table
from maturity.text import LANGUAGES
from tests.shipped import france_page

HOSTILE = [
    "<script>alert(1)</script>",
    "<!-- gone -->",
    "a | b | c",
    "|---|---|",
    "`code` and ``more``",
    "*stars* and **more**",
    "_under_ and __more__",
    "~~struck~~",
    "[link](https://example.org)",
    "![image](https://example.org/a.png)",
    "<https://example.org>",
    "[ref]: https://example.org",
    "&lt;b&gt; &amp; &#42;",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "2) item",
    "> quote",
    "---",
    "===",
    "***",
    "    code",
    "```",
    "one\n\ntwo\n# three",
    "back\\slash \\* \\| \\",
    "trailing  \nbreak",
    "a\u00a0b",
    "$x$ and $$y$$",
]

TEXT = st.text(alphabet="ab1 .)-+*_`<>|[]()!#&~\\\n=:/;$中", min_size=1).filter(lambda text: text.strip(" \n"))

PLAIN = {"inline", "text", "softbreak", "text_special"}


def page(*blocks: Block) -> Page:
    return Page(language="en", blocks=blocks)


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


def kinds(text: str) -> set[str]:
    return {token.type.removesuffix("_open").removesuffix("_close") for token in tokens(text)} - PLAIN


def shown(text: str) -> list[str]:
    """The texts that a reader sees, block by block."""
    return [
        "".join(child.content for child in token.children or ())
        for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
        if token.type == "inline"
    ]


def spaced(text: str) -> str:
    return " ".join(text.split())


def table(*rows: tuple[str, ...], heads: tuple[str, ...]) -> Table:
    return Table(caption="Caption", columns=tuple(Column(head=each) for each in heads), rows=rows)


def test_every_block_has_its_form() -> None:
    blocks = (
        Heading(text="Title", depth=1),
        Paragraph(text="Said."),
        Paragraph(text="Noted.", note=True),
        Listing(items=(("Now", "it is"), ("", "so"))),
        Listing(items=(("", "one"), ("", "two")), numbered=True),
        Table(
            caption="Scores",
            columns=(Column(head="Name"), Column(head="Score", number=True)),
            rows=(("legal", "7.5"),),
        ),
    )
    assert render_markdown(page(*blocks)) == (
        "# Title\n\nSaid.\n\n*Noted.*\n\n- **Now** it is\n- so\n\n1. one\n2. two\n\n"
        "**Scores**\n\n| Name   |   Score |\n|:-------|--------:|\n| legal  |     7.5 |\n"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_paragraph_stays_text(text: str) -> None:
    rendered = render_markdown(page(Paragraph(text=text)))
    assert kinds(rendered) == {"paragraph"}
    assert shown(rendered) == [spaced(text)]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_heading_stays_text(text: str) -> None:
    rendered = render_markdown(page(Heading(text=text, depth=2)))
    assert kinds(rendered) == {"heading"}
    assert shown(rendered) == [spaced(text)]


@pytest.mark.parametrize("text", HOSTILE)
def test_an_item_of_a_list_stays_text(text: str) -> None:
    rendered = render_markdown(page(Listing(items=(("", text), ("Label", text)))))
    assert kinds(rendered) == {"bullet_list", "list_item", "paragraph", "strong"}
    assert shown(rendered) == [spaced(text), f"Label {spaced(text)}"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_stays_text(text: str) -> None:
    rendered = render_markdown(page(Listing(items=((text, "said"),), numbered=True)))
    assert kinds(rendered) <= {"ordered_list", "list_item", "paragraph", "strong"}
    assert shown(rendered) == [f"{spaced(text)} said"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_stays_text(text: str) -> None:
    rendered = render_markdown(page(table((text, "second"), ("third", text), heads=(text, "Head"))))
    assert kinds(rendered) == {"paragraph", "strong", "table", "thead", "tbody", "tr", "th", "td"}
    assert shown(rendered) == ["Caption", spaced(text), "Head", spaced(text), "second", "third", spaced(text)]


def test_nothing_in_a_text_becomes_mathematics() -> None:
    assert render_markdown(page(Paragraph(text="$x$"))) == "\\$x\\$\n"


@given(TEXT)
def test_any_paragraph_stays_text(text: str) -> None:
    rendered = render_markdown(page(Paragraph(text=text), Paragraph(text="After.")))
    assert kinds(rendered) == {"paragraph"}
    assert shown(rendered) == [spaced(text), "After."]


@given(TEXT, TEXT)
def test_any_row_has_as_many_cells_as_there_are_columns(first: str, second: str) -> None:
    rendered = render_markdown(page(table((first, second), (second, first), heads=("A", "B"))))
    assert shown(rendered)[1:] == ["A", "B", spaced(first), spaced(second), spaced(second), spaced(first)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_holds_no_markup_but_its_own(language: str) -> None:
    own = {"heading", "paragraph", "em", "strong", "bullet_list", "ordered_list", "list_item"}
    own |= {"table", "thead", "tbody", "tr", "th", "td"}
    assert kinds(render_markdown(france_page(language))) <= own


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_reads_as_its_blocks_say(language: str) -> None:
    found = shown(render_markdown(france_page(language)))
    for block in france_page(language).blocks:
        if isinstance(block, Heading | Paragraph):
            assert spaced(block.text) in found
        elif isinstance(block, Table):
            assert {spaced(cell) for row in block.texts for cell in row} <= set(found)


def test_a_caption_that_says_what_the_heading_above_says_is_left_out() -> None:
    table = Table(caption="Scores", columns=(Column(head="a"),), rows=(("1",),))
    heading = Heading(text="Scores", depth=2)
    once = render_markdown(Page(language="en", blocks=(heading, table)))
    assert once == "## Scores\n\n| a   |\n|:----|\n| 1   |\n"
    apart = render_markdown(Page(language="en", blocks=(heading, Paragraph(text="Of points."), table)))
    assert "Of points.\n\n**Scores**\n\n| a" in apart
