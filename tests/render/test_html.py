import re
from html.parser import HTMLParser

import pytest

from maturity.comparison import compare
from maturity.render.html import render_html, render_html_fragment
from maturity.report.compare_page import TABLE_IDS, compare_page
from maturity.report.page import Cell, Column, Heading, Listing, Page, Paragraph, References, Table
from maturity.scoring import assess
from tests.data_contracts.shipped import WAVES, country, framework

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "a & b < c",
    "=HYPERLINK(1)",
    "\x1b[31mred\u202e",
    "字" * 5000,
)


class Tags(HTMLParser):
    """The tags of a document, their attributes, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def read(page: Page) -> Tags:
    tags = Tags()
    tags.feed(render_html(page))
    return tags


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    table = Table(caption=text, columns=(Column(head=text), Column(head="n", number=True)), rows=((text, "1"),))
    page = Page(
        language="en",
        blocks=(Heading(text=text, depth=1), Paragraph(text=text), Listing(items=((text, text),)), table),
    )
    found = read(page)
    assert {tag for tag, _ in found.tags} <= {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "p", "ul", "li", "strong",
        "div", "table", "caption", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    assert not any(name.startswith("on") for _, attributes in found.tags for name in attributes)
    assert "\x1b" not in "".join(found.said)
    assert "\u202e" not in "".join(found.said)


def test_a_table_has_a_caption_and_heads_with_a_scope() -> None:
    table = Table(
        caption="Scores", columns=(Column(head="Name"), Column(head="Score", number=True)), rows=(("a", "1"),)
    )
    found = read(Page(language="fr", blocks=(table,)))
    assert [attributes.get("scope") for tag, attributes in found.tags if tag == "th"] == ["col", "col", "row"]
    assert ("html", {"lang": "fr"}) in found.tags
    assert "Scores" in found.said


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_a_whole_comparison_asks_for_nothing_from_outside(language: str) -> None:
    assessments = [assess(country(code, wave), framework()) for code, wave in WAVES]
    found = read(compare_page(compare(assessments), tables=TABLE_IDS, language=language))
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in found.tags}
    assert not any("src" in attributes for _, attributes in found.tags)
    links = {attributes["href"] for _, attributes in found.tags if "href" in attributes}
    places = {f"#{attributes['id']}" for _, attributes in found.tags if "id" in attributes}
    assert links == places
    assert sum(tag == "table" for tag, _ in found.tags) == len(TABLE_IDS)


def test_a_fragment_has_the_same_text_one_heading_lower() -> None:
    page = compare_page(compare([assess(country(code, wave), framework()) for code, wave in WAVES]))
    whole, part = read(page), Tags()
    part.feed(render_html_fragment(page))
    heads = [[tag for tag, _ in found.tags if re.fullmatch("h[1-6]", tag)] for found in (whole, part)]
    assert [f"h{int(tag[1]) + 1}" for tag in heads[0]] == heads[1]
    said = [[each for each in found.said if each.strip() and "{" not in each] for found in (whole, part)]
    assert said[0][1:] == said[1]  # the document has a title in front


def referring(source: str) -> Page:
    table = Table(
        caption="Facts", columns=(Column(head="Row"), Column(head="A")), rows=(("eID", Cell(text="yes", marks=(2,))),)
    )
    return Page(language="en", blocks=(table, References(items=("One.", source))))


def test_references_of_two_fragments_in_one_notebook_are_told_apart() -> None:
    fragments = [render_html_fragment(referring(source)) for source in ("Two.", "Three.")]
    ids = [set(re.findall(r' id="([^"]*)"', each)) for each in fragments]
    links = [set(re.findall(r'href="#([^"]*)"', each)) for each in fragments]
    assert all(len(each) == 2 for each in ids)
    assert not ids[0] & ids[1]
    assert all(link < there for link, there in zip(links, ids, strict=True))
    assert render_html_fragment(referring("Two.")) == fragments[0]
