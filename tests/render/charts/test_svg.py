"""Golden files are written anew by `WRITE_GOLDEN=1 pytest tests/render/charts/test_svg.py`."""

import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from attrs import evolve

from maturity.render.charts.svg import render_svg
from maturity.render.visible import visible
from maturity.report.charts import HeatMap
from maturity.report.level_charts import heat_map
from tests.charts import CASES, charts, compared

GOLDEN = Path(__file__).parent / "golden"
KEPT = (("en", "profile-fra"), ("zh", "profile-five"), ("fr", "gaps-chn-peers"), ("en", "coverage-five"),
        ("zh", "heatmap-five-legal"))  # fmt: skip
NAMESPACE = "{http://www.w3.org/2000/svg}"
HOSTILE = ("<script>alert(1)</script>", "a & b < c", '"><img onerror=x>', "red\u202eder", "\x00\x1b[31m", "字" * 5000)


@pytest.mark.parametrize(("language", "name"), KEPT)
def test_a_chart_of_the_countries_looks_as_it_did(language: str, name: str) -> None:
    path = GOLDEN / f"{name}-{language}.svg"
    drawn = render_svg(charts(language)[name])
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(drawn, encoding="utf-8", newline="\n")
    assert drawn == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "name"), CASES)
def test_an_svg_is_well_formed_and_says_what_it_shows(language: str, name: str) -> None:
    chart = charts(language)[name]
    root = ElementTree.fromstring(render_svg(chart))
    title, text = root[0], root[1]
    assert (title.tag, title.text) == (f"{NAMESPACE}title", chart.title)
    assert (text.tag, text.text) == (f"{NAMESPACE}desc", chart.alt)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {text.get('id')}"
    assert root.get("lang") == {"zh": "zh-CN"}.get(language, language)


@pytest.mark.parametrize(("language", "name"), CASES)
def test_the_same_chart_gives_the_same_bytes(language: str, name: str) -> None:
    assert render_svg(charts(language)[name]) == render_svg(charts(language)[name])


@pytest.mark.parametrize(("language", "name"), CASES)
def test_an_svg_holds_shapes_and_text_alone(language: str, name: str) -> None:
    root = ElementTree.fromstring(render_svg(charts(language)[name]))
    tags = {each.tag.removeprefix(NAMESPACE) for each in root.iter()}
    assert tags <= {"svg", "title", "desc", "polygon", "polyline", "path", "circle", "text"}
    assert not any("href" in key or key.startswith("on") or "url(" in value
                   for each in root.iter() for key, value in each.attrib.items())  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    found = heat_map(compared("FRA"))
    group = evolve(found.groups[0], rows=(evolve(found.groups[0].rows[0], label=text),), label=text)
    chart: HeatMap = evolve(found, title=text, alt=text, countries=(text,), groups=(group,), notes=(text,))
    root = ElementTree.fromstring(render_svg(chart))
    assert {each.tag.removeprefix(NAMESPACE) for each in root.iter()} <= {
        "svg", "title", "desc", "polygon", "polyline", "path", "text",
    }  # fmt: skip
    assert root[1].text == visible(text)
    said = "".join(each.text or "" for each in root.iter(f"{NAMESPACE}text"))
    assert not re.search("[\x00-\x1f\u202e]", said)


def test_ids_of_different_charts_differ() -> None:
    ids = [re.findall(r' id="([^"]*)"', render_svg(each)) for each in charts("en").values()]
    assert len({each for found in ids for each in found}) == 2 * len(charts("en"))
    assert re.findall(r' id="([^"]*)"', render_svg(charts("en")["profile-fra"], id="mine")) == [
        "mine-title",
        "mine-text",
    ]


def test_a_chinese_chart_asks_for_a_chinese_font_first() -> None:
    fonts = [re.findall('font-family="([^"]*)"', render_svg(charts(each)["profile-fra"]))[0] for each in ("zh", "en")]
    assert fonts[0].startswith("'Noto Sans CJK SC'")
    assert fonts[1].startswith("Arial")
