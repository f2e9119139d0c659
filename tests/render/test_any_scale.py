"""Every format shows a scale that the project's own framework does not have: levels 0 to 5, and 1 to 5."""

import re
from collections.abc import Callable, Mapping
from functools import partial

import pytest

from maturity.comparison import compare
from maturity.gaps import gap_report
from maturity.render.html import render_html
from maturity.render.html_style import STYLE
from maturity.render.latex import render_latex
from maturity.render.spreadsheet import render_spreadsheet
from maturity.render.terminal import render_terminal
from maturity.render.word import render_word
from maturity.report.compare_page import TABLE_IDS, compare_page
from maturity.report.explain_page import explain_page
from maturity.report.gap_page import gap_page
from maturity.report.page import Page
from tests import mini

SCALES: tuple[Mapping[int, float], ...] = (mini.POINTS, {1: 0, 2: 25, 3: 50, 4: 75, 5: 100}, {0: 0, 1: 50, 2: 100})


def pages(points: Mapping[int, float]) -> list[Page]:
    """A report, a comparison and an explanation, with every level of the scale in them."""
    countries = [mini.scaled(points, level, code=f"AA{'ABCDEF'[place]}") for place, level in enumerate(points)]
    return [
        gap_page(gap_report(countries[0]), with_charts=True),
        compare_page(compare(countries), tables=TABLE_IDS, with_charts=True),
        explain_page(countries[-1], "life.rubric"),
    ]


@pytest.mark.parametrize("points", SCALES, ids=("0-5", "1-5", "0-2"))
@pytest.mark.parametrize(
    "render",
    [render_html, render_latex, render_word, render_spreadsheet, partial(render_terminal, colour=True)],
    ids=("html", "latex", "docx", "xlsx", "terminal"),
)
def test_every_format_shows_every_level_of_any_scale(
    points: Mapping[int, float], render: Callable[[Page], str | bytes]
) -> None:
    assert all(render(page) for page in pages(points))


@pytest.mark.parametrize("points", SCALES, ids=("0-5", "1-5", "0-2"))
def test_every_class_of_a_level_has_a_colour(points: Mapping[int, float]) -> None:
    shown = {name for page in pages(points) for name in re.findall(r"level-\d+", render_html(page))}
    assert {"level-0", "level-4"} <= shown <= set(re.findall(r"level-\d+", STYLE))


def test_an_index_without_a_scale_is_shown_in_every_format() -> None:
    index = compare([mini.measured(84, 33), mini.measured(50, 60, code="BBB")])
    page = compare_page(index, tables=TABLE_IDS, with_charts=True)
    assert "58.5" in render_html(page)
    assert all(render(page) for render in (render_latex, render_word, render_spreadsheet))
