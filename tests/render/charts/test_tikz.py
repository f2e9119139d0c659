import re
import shutil
import subprocess
from pathlib import Path

import pytest
from attrs import evolve

from maturity.render.charts.layout import draw
from maturity.render.charts.tikz import render_tikz
from maturity.report.charts import DimensionProfile
from tests.charts import CASES, charts


@pytest.mark.parametrize(("language", "name"), CASES)
def test_a_picture_has_a_node_for_each_text_and_fits_a_page(language: str, name: str) -> None:
    chart = charts(language)[name]
    picture = render_tikz(chart)
    texts = [each for each in draw(chart, titled=False).marks if hasattr(each, "text")]
    assert picture.count(r"\node[") == len(texts)
    scale = float(re.findall(r"x=([\d.]+)cm", picture)[0])
    drawing = draw(chart, titled=False)
    assert drawing.width * scale <= 17.01
    assert drawing.height * scale <= 23.01
    assert picture == render_tikz(chart)


def test_every_colour_is_defined() -> None:
    picture = render_tikz(charts("en")["gaps-chn-peers"])
    defined = set(re.findall(r"\\definecolor\{chart(\w{6})\}", picture))
    assert set(re.findall(r"chart([0-9A-F]{6})(?!\})", picture)) <= defined


def test_text_can_become_no_command() -> None:
    chart = charts("en")["profile-fra"]
    assert isinstance(chart, DimensionProfile)
    picture = render_tikz(evolve(chart, nodes=(r"\input{x} $a$ 5% }", *chart.nodes[1:])))
    assert r"\input" not in picture
    assert r"\textbackslash{}input\{x\} \$a\$ 5\% \}" in picture


@pytest.mark.skipif(shutil.which("xelatex") is None, reason="needs XeLaTeX")
@pytest.mark.parametrize("name", ["profile-five", "gaps-chn-peers", "heatmap-five", "coverage-chn"])
def test_xelatex_draws_it_within_the_width_of_the_text(name: str, tmp_path: Path) -> None:
    (tmp_path / "chart.tex").write_text(
        "\\documentclass[a4paper]{article}\\usepackage[margin=2cm]{geometry}\\usepackage{tikz}\n"
        f"\\begin{{document}}\\noindent\n{render_tikz(charts('en')[name])}\\end{{document}}\n",
        encoding="utf-8",
    )
    subprocess.run(
        ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "chart.tex"],
        cwd=tmp_path, capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    log = (tmp_path / "chart.log").read_text(encoding="utf-8", errors="replace")
    assert "Overfull" not in log
    assert "(1 page)" in log
