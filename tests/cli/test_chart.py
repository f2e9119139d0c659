import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from maturity.render.charts.svg import render_svg
from tests.charts import CODES, charts
from tests.cli.conftest import Maturity


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("heatmap", *CODES), "heatmap-five"),
        (("heatmap", *CODES, "--rows", "dimension"), "heatmap-five-dimensions"),
        (("heatmap", *CODES, "--dimension", "legal"), "heatmap-five-legal"),
        (("profile", "fra"), "profile-fra"),
        (("gaps", "FRA"), "gaps-fra"),
        (("gaps", "CHN", "--target", "median", "--with", "FRA,DNK,AUS,CAN"), "gaps-chn-peers"),
        (("coverage", *CODES), "coverage-five"),
    ],
)
def test_a_chart_is_printed_as_svg(maturity: Maturity, arguments: tuple[str, ...], name: str) -> None:
    outcome = maturity("chart", *arguments)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == render_svg(charts("en")[name])


def test_a_chart_speaks_the_language_asked_for(maturity: Maturity, tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    assert maturity("chart", "profile", *CODES, "--lang", "zh", "-o", str(path)).code == 0
    assert path.read_text(encoding="utf-8") == render_svg(charts("zh")["profile-five"])
    ElementTree.parse(path)


def test_a_chart_is_written_as_png(maturity: Maturity, tmp_path: Path) -> None:
    pytest.importorskip("resvg_py")
    path = tmp_path / "chart.png"
    outcome = maturity("chart", "coverage", "FRA", "-o", str(path))
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert path.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("profile", "FRX"), "unknown country 'FRX' (did you mean 'FRA'?)"),
        (("profile", "FRA", "FRA"), "named more than once: FRA 2022"),
        (("profile", "FRA", "-o", "x.pdf"), "'.pdf' names no format (formats: svg, png)"),
        (("profile", "FRA", "--format", "png"), "a picture is not for the screen: give it a file with -o"),
        (("profile", *["FRA"] * 7), "a profile shows 6 countries at most, not 7: see heatmap"),
        (("profile", "FRA", "--dimension", "legl"), "unknown dimension 'legl' (did you mean 'legal'?)"),
        (("profile", "FRA", "--target", "3"), "--target belongs to 'gaps', not to 'profile'"),
        (("coverage", "FRA", "--rows", "component"), "--rows belongs to 'heatmap', not to 'coverage'"),
        (("gaps", "FRA", "DNK"), "gaps are one country's: name peers by --with"),
        (("gaps", "FRA", "--target", "best"), "--target best needs countries: --with DNK,AUS"),
        (("gaps", "FRA", "--target", "7"), "no level 7 (levels run 0–4)"),
        (
            ("heatmap", "FRA", "--rows", "dimension", "--dimension", "legal"),
            "one dimension has no rows of dimensions: --rows component",
        ),
    ],
)
def test_wrong_use_is_said_in_one_line(maturity: Maturity, arguments: tuple[str, ...], message: str) -> None:
    outcome = maturity("chart", *arguments)
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"maturity: {message}\n")


def test_a_kind_that_there_is_not_is_refused(maturity: Maturity) -> None:
    outcome = maturity("chart", "pie", "FRA")
    assert outcome.code == 2
    assert "'heatmap', 'profile', 'gaps', 'coverage'" in outcome.err


def test_a_report_as_html_holds_its_charts_and_as_text_none(maturity: Maturity) -> None:
    assert maturity("report", "FRA", "--format", "html").out.count("<svg ") == 3
    assert maturity("report", "FRA", "--format", "tex").out.count(r"\begin{tikzpicture}") == 3
    assert "<svg" not in maturity("report", "FRA", "--format", "md").out
    assert maturity("compare", "FRA", "CHN", "--format", "html").out.count("<svg ") == 3


def test_a_report_as_text_loads_nothing_of_charts() -> None:
    code = "import sys; from maturity.cli import main; main(['report', *sys.argv[1:]]); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code, "FRA", "--format", "text", "-o", os.devnull],
        capture_output=True,
        text=True,
        check=True,
    )
    assert {each for each in loaded.stdout.split() if "chart" in each} == {"maturity.language.chart_phrases"}
