from typing import TYPE_CHECKING

import pytest

from maturity.render.charts.svg import render_svg
from maturity.text import LANGUAGES
from tests.charts import charts

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

OUTSIDE = """
() => [...document.querySelectorAll("svg")].flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].filter(text => {
    const box = text.getBoundingClientRect();
    return box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom;
  }).map(text => text.textContent);
})
"""

OVERLAPS = """
() => [...document.querySelectorAll("svg")].flatMap(svg => {
  const boxes = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
  return boxes.flatMap(([first, a], place) => boxes.slice(place + 1).filter(([, b]) => {
    const low = 0.3 * Math.min(a.height, b.height);  // a box of text is higher than its letters
    return a.left < b.right && b.left < a.right && a.top < b.bottom - low && b.top < a.bottom - low;
  }).map(([second]) => `${first} lies on ${second}`));
})
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_stands_within_its_chart_and_none_on_another(language: str, browser: "Browser") -> None:
    drawn = [render_svg(each, id=f"chart-{name}") for name, each in charts(language).items()]
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.set_content(f"<!DOCTYPE html><html lang={language}><body>{''.join(drawn)}</body></html>")
    assert page.locator("svg").count() == len(drawn)
    assert page.locator("svg text").count() == sum(each.count("<text ") for each in drawn) > 1000
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(OVERLAPS) == []
    context.close()
