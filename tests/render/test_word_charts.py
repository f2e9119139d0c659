import builtins
from collections.abc import Mapping, Sequence
from io import BytesIO

import pytest
from docx import Document
from docx.shared import Cm

from maturity.gaps import gap_report
from maturity.render.word import render_word
from maturity.report.gap_page import gap_page
from maturity.report.page import Chart, Heading, Page
from tests.charts import assessed, charts

pytest.importorskip("resvg_py")


def page(*names: str, language: str = "en") -> Page:
    blocks = tuple(charts(language)[each] for each in names)
    return Page(language=language, blocks=(Heading(text="Title", depth=1), *blocks))


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_a_picture_has_its_title_above_and_says_what_it_shows(language: str) -> None:
    chart = charts(language)["profile-five"]
    document = Document(BytesIO(render_word(page("profile-five", language=language))))
    (shape,) = document.inline_shapes
    properties = shape._inline.docPr
    assert (properties.get("descr"), properties.get("title")) == (chart.alt, chart.title)
    assert [each.text for each in document.paragraphs if each.text] == ["Title", chart.title]


def test_a_picture_fits_the_page() -> None:
    document = Document(BytesIO(render_word(page("heatmap-five", "coverage-fra", language="fr"))))
    tall, wide = document.inline_shapes
    assert tall.height <= Cm(29.7 - 4 - 1.99)
    assert wide.width == pytest.approx(Cm(17), rel=1e-3)
    assert tall.width < wide.width


def test_a_report_with_charts_is_the_same_each_time() -> None:
    whole = gap_page(gap_report(assessed("FRA")), language="zh", with_charts=True)
    assert render_word(whole) == render_word(whole)
    shapes = Document(BytesIO(render_word(whole))).inline_shapes
    assert len(shapes) == sum(isinstance(each, Chart) for each in whole.blocks) == 3


def test_without_the_package_the_alternative_text_stands_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> object:
        if name == "maturity.render.charts.png":
            raise ImportError(name="resvg_py")
        return real(name, globals, locals, fromlist, level)

    monkeypatch.setattr(builtins, "__import__", without)
    document = Document(BytesIO(render_word(page("profile-fra"))))
    chart = charts("en")["profile-fra"]
    assert len(document.inline_shapes) == 0
    assert [each.text for each in document.paragraphs if each.text] == ["Title", chart.title, chart.alt]
