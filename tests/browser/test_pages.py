from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from maturity.comparison import Comparison, compare
from maturity.framework import ROOT
from maturity.gaps import gap_report
from maturity.render.html import render_html
from maturity.report.compare_page import TABLE_IDS, compare_page
from maturity.report.explain_page import explain_page
from maturity.report.gap_page import gap_page
from maturity.report.page import Column, Heading, Page, Table
from maturity.scoring import assess
from maturity.targets import Target
from tests.data_contracts.shipped import WAVES, country, framework
from tests.shipped import france

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize
    from playwright.sync_api import Page as Tab

pytestmark = pytest.mark.browser

LANGUAGES = ("en", "zh", "fr")
KINDS = ("report", "report-with-peers", "compare", "explain")
DESK: "ViewportSize" = {"width": 1280, "height": 900}
PHONE: "ViewportSize" = {"width": 320, "height": 640}
SHEET: "ViewportSize" = {"width": 718, "height": 1000}
"""What an A4 sheet has room for between margins of a centimetre, in CSS pixels."""

FIND_FAULTS = """
async () => {
  const rules = {"color-contrast-enhanced": {enabled: true}};
  const found = await axe.run(document, {resultTypes: ["violations"], rules});
  return found.violations.map(each => `${each.id}: ${each.nodes[0].html.slice(0, 200)}`);
}
"""
"""All rules that axe runs by default, best practices too, and the stricter contrast of WCAG AAA."""

BAD = '<title></title><p style="color:#999">grey<table><tr><th></th></tr><tr><td>1</table><a href="#x"></a>'


@cache
def everyone() -> Comparison:
    return compare([assess(country(code, wave), framework()) for code, wave in WAVES])


def page(kind: str, language: str) -> Page:
    if kind == "compare":
        return compare_page(
            evolve(everyone(), base=everyone().assessments[0]), tables=TABLE_IDS, language=language, with_charts=True
        )
    if kind == "explain":
        return explain_page(france(), ROOT, language=language)
    peers = [each for each in everyone().assessments if each.profile.code != "FRA"]
    if kind == "report-with-peers":
        return gap_page(
            gap_report(france(), target=Target.best(of=peers), comparators=peers), language=language, with_charts=True
        )
    return gap_page(gap_report(france()), language=language, with_charts=True)


class Shown:
    """A page in a browser that has no network, and what it asked for."""

    def __init__(self, tab: "Tab", source: Path) -> None:
        self.tab = tab
        self.asked: list[str] = []
        tab.on("request", lambda request: self.asked.append(request.url))
        tab.goto(source.as_uri())

    def width(self) -> int:
        found: int = self.tab.evaluate("document.documentElement.scrollWidth")
        return found

    def faults(self, axe: str) -> list[str]:
        self.tab.evaluate(axe)
        found: list[str] = self.tab.evaluate(FIND_FAULTS)
        return found


def show(html: str, browser: "Browser", folder: Path) -> Iterator[Shown]:
    source = folder / "page.html"
    source.write_text(html, encoding="utf-8")
    context = browser.new_context(offline=True, viewport=DESK)
    yield Shown(context.new_page(), source)
    context.close()


@pytest.fixture(scope="module", params=[(kind, language) for kind in KINDS for language in LANGUAGES], ids="-".join)
def shown(
    request: pytest.FixtureRequest, browser: "Browser", tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shown]:
    kind, language = request.param
    yield from show(render_html(page(kind, language)), browser, tmp_path_factory.mktemp("page"))


def test_nothing_keeps_anyone_from_reading_the_page(shown: Shown, axe: str) -> None:
    shown.tab.set_viewport_size(DESK)
    assert shown.faults(axe) == []


def test_nothing_is_asked_for_but_the_page(shown: Shown) -> None:
    assert [each for each in shown.asked if not each.startswith("file:")] == []
    assert len(shown.asked) == 1


def test_title_and_language_are_those_of_the_page(shown: Shown, request: pytest.FixtureRequest) -> None:
    kind, language = request.node.callspec.params["shown"]
    heading = next(each for each in page(kind, language).blocks if isinstance(each, Heading))
    assert shown.tab.title() == heading.text
    assert shown.tab.evaluate("document.documentElement.lang") == language
    assert shown.tab.locator("h1").all_inner_texts() == [heading.text]


def test_the_page_does_not_scroll_sideways_on_a_phone(shown: Shown) -> None:
    shown.tab.set_viewport_size(PHONE)
    assert shown.width() <= PHONE["width"]
    inside = shown.tab.locator("td, th").evaluate_all(
        "cells => cells.filter(each => !each.closest('.wide')).map(each => each.innerText)"
    )
    assert inside == []


def test_nothing_is_cut_off_in_print(shown: Shown) -> None:
    shown.tab.emulate_media(media="print")
    shown.tab.set_viewport_size(SHEET)
    assert shown.width() <= SHEET["width"]
    assert (
        shown.tab.locator("table").evaluate_all(
            "(tables, width) => tables.filter(each => each.getBoundingClientRect().right > width).length",
            SHEET["width"],
        )
        == 0
    )
    shown.tab.emulate_media(media="screen")


WORDS = ("Telecommunication", "Interoperability")


@pytest.mark.parametrize("width", [400, 800, 1400])
def test_a_word_that_is_none_does_not_widen_its_table_and_ordinary_words_stay_whole(
    width: int, browser: "Browser", tmp_path: Path
) -> None:
    columns = tuple(Column(head=each, share=2) for each in ("Row", *"ABCDE"))
    rows = ((*WORDS, "x" * 300, *WORDS, "yes"), (*WORDS, *WORDS, *WORDS))
    found = Page(language="en", blocks=(Table(caption="T", columns=columns, rows=rows),))
    for page in show(render_html(found), browser, tmp_path):
        page.tab.set_viewport_size({"width": width, "height": 900})
        wide = page.tab.locator("td, th").evaluate_all("cells => cells.map(each => each.offsetWidth)")
        assert max(wide) < 250
        high = page.tab.locator("tr:last-child > *").evaluate_all("cells => cells.map(each => each.offsetHeight)")
        assert max(high) < 40
        assert page.width() <= width


NOTEBOOK = """<!DOCTYPE html><html lang="en"><title>Notebook</title><style>
body {{ font: 14px sans-serif; background: {background}; color: {colour} }} table {{ table-layout: fixed }}
</style><main><h1>Analysis</h1><p class="note">Mine.</p><table><caption>Mine</caption><tr><th scope="row" id="mine">a
<td class="number">1</table>{fragment}</main></html>"""

LOOK = """
() => [...document.querySelectorAll("h1, p.note, table, #mine, #mine + td")].slice(0, 5).map(each => {
  const {opacity, textAlign, whiteSpace, tableLayout, padding, margin, border} = getComputedStyle(each);
  return [opacity, textAlign, whiteSpace, tableLayout, padding, margin, border];
})
"""


@pytest.mark.parametrize(("background", "colour"), [("#fff", "#1f1f1f"), ("#111", "#e8e8e8")], ids=["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notebook_s_colours_serve_what_it_shows_and_its_own_look_stays(
    language: str, background: str, colour: str, browser: "Browser", tmp_path: Path, axe: str
) -> None:
    looks = []
    results = (france(), gap_report(france()), everyone())
    for fragment in ("", *(each.show(language=language).html for each in results)):
        html = NOTEBOOK.format(background=background, colour=colour, fragment=fragment)
        for notebook in show(html, browser, tmp_path):
            assert notebook.faults(axe) == []
            looks.append(notebook.tab.evaluate(LOOK))
    assert looks == [looks[0]] * 4


def test_a_page_that_is_not_accessible_is_found(browser: "Browser", tmp_path: Path, axe: str) -> None:
    for bad in show(BAD, browser, tmp_path):
        found = {each.partition(":")[0] for each in bad.faults(axe)}
    assert found >= {"document-title", "html-has-lang", "color-contrast", "link-name", "region", "page-has-heading-one"}
