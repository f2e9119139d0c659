import struct

import pytest
from attrs import evolve

from maturity.report.charts import DimensionProfile
from tests.charts import charts

resvg_py = pytest.importorskip("resvg_py")

from maturity.render.charts import png  # noqa: E402
from maturity.render.charts.layout import draw  # noqa: E402
from maturity.render.charts.png import MissingFontError, missing_characters, render_png  # noqa: E402
from maturity.render.charts.svg import render_svg  # noqa: E402


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


@pytest.mark.parametrize("name", charts("en"))
def test_a_picture_is_twice_as_fine_as_its_drawing(name: str) -> None:
    drawing = draw(charts("en")[name])
    assert size(render_png(charts("en")[name])) == (drawing.width * 2, drawing.height * 2)


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_no_character_is_missing(language: str) -> None:
    for chart in charts(language).values():
        assert missing_characters(draw(chart)) == []


def test_a_picture_is_the_same_each_time() -> None:
    assert render_png(charts("zh")["profile-five"]) == render_png(charts("zh")["profile-five"])


def test_chinese_is_drawn_and_not_left_out() -> None:
    svg = render_svg(charts("zh")["coverage-five"])
    with_fonts, without = (resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=each) for each in (False, True))
    blank = render_svg(charts("zh")["coverage-five"]).replace("澳", "\U0010fffd")
    assert len(with_fonts) > 1.5 * len(without)
    assert resvg_py.svg_to_bytes(svg_string=blank) != with_fonts


def test_a_character_that_no_font_has_is_named() -> None:
    chart = charts("en")["profile-fra"]
    assert isinstance(chart, DimensionProfile)
    odd = evolve(chart, nodes=("a\U0010fff0b", *chart.nodes[1:]), title="法\U0010fff0")
    drawing = draw(odd)
    assert "\U0010fff0" in [each for mark in drawing.marks for each in getattr(mark, "text", "")]
    assert missing_characters(drawing) == ["\U0010fff0"]


def test_a_machine_without_fonts_is_told_which_characters_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_fonts(svg: str, *, zoom: float = 2.0) -> bytes:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=zoom, skip_system_fonts=True))

    monkeypatch.setattr(png, "_draw", without_fonts)
    with pytest.raises(MissingFontError, match=r"no font of this machine has: .* \(Noto Sans CJK SC holds Chinese\)"):
        render_png(charts("zh")["profile-fra"])
    with pytest.raises(MissingFontError, match=r"install one that does$"):
        render_png(charts("en")["profile-fra"])
