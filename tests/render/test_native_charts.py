from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from maturity.comparison import compare
from maturity.gaps import gap_report
from maturity.render.colours import LEVEL_FILLS
from maturity.render.spreadsheet import render_spreadsheet
from maturity.report.charts import CoverageBars, DimensionProfile, GapDumbbells, HeatMap
from maturity.report.coverage_chart import coverage_bars
from maturity.report.gap_chart import gap_dumbbells
from maturity.report.level_charts import dimension_profile, heat_map
from maturity.report.page import Chart, Heading, Page, Paragraph
from maturity.scoring import Assessment, assess
from tests.data_contracts.shipped import WAVES, country, framework
from tests.hostile import poisoned


@cache
def everyone() -> tuple[Assessment, ...]:
    return tuple(assess(country(code, wave), framework()) for code, wave in WAVES)


@cache
def charts(language: str = "en") -> tuple[Chart, ...]:
    france = next(each for each in everyone() if each.profile.code == "FRA")
    others = [each for each in everyone() if each is not france]
    return (
        dimension_profile(compare(everyone()), language=language),
        heat_map(compare(everyone()), language=language),
        gap_dumbbells(gap_report(france, comparators=others), language=language),
        coverage_bars(everyone(), language=language),
    )


@cache
def written(language: str = "en") -> bytes:
    return render_spreadsheet(Page(language=language, blocks=(Heading(text="Charts", depth=1), *charts(language))))


def sheets(language: str = "en") -> list[Worksheet]:
    return load_workbook(BytesIO(written(language))).worksheets[1:]  # type: ignore[no-any-return]


def values(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def drawings(content: bytes) -> list[str]:
    with ZipFile(BytesIO(content)) as parts:
        names = [each for each in parts.namelist() if each.startswith("xl/charts/chart")]
        return [parts.read(each).decode() for each in sorted(names)]


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_each_chart_has_a_sheet_with_its_title_and_what_it_shows_in_words(language: str) -> None:
    for chart, sheet in zip(charts(language), sheets(language), strict=True):
        said = [value for row in values(sheet) for value in row if value]
        assert said[0] == chart.title
        assert {chart.alt, *chart.notes} <= set(said)


def test_a_profile_is_a_radar_with_a_series_for_each_country() -> None:
    profile = charts()[0]
    assert isinstance(profile, DimensionProfile)
    radar = drawings(written())[0]
    assert "<c:radarChart>" in radar
    assert radar.count("<c:ser>") == len(WAVES)
    head, *rows = values(sheets()[0])[2 : 3 + len(profile.nodes)]
    assert head == [None, *(each.label for each in profile.series)]
    for row, node, place in zip(rows, profile.nodes, range(6), strict=True):
        levels = [each.readings[place].level for each in profile.series]
        assert row == [node, *(pytest.approx(each) if each is not None else None for each in levels)]


def test_what_has_no_level_is_a_gap_and_not_zero() -> None:
    profile = charts()[0]
    assert isinstance(profile, DimensionProfile)
    unknown = [
        (place, series)
        for series, one in enumerate(profile.series)
        for place, each in enumerate(one.readings)
        if each.level is None
    ]
    assert unknown
    for place, series in unknown:
        cell = sheets()[0].cell(row=4 + place, column=2 + series)
        assert cell.value is None
        assert cell.comment.text == "coverage too low"
    assert "dispBlanksAs" not in drawings(written())[0].replace('<c:dispBlanksAs val="gap"/>', "")


def test_a_heat_map_is_coloured_by_what_its_cells_hold() -> None:
    chart = charts()[1]
    assert isinstance(chart, HeatMap)
    sheet = sheets()[1]
    rules = [(str(span.sqref), rule) for span in sheet.conditional_formatting for rule in span.rules]
    fills = {rule.dxf.fill.bgColor.rgb for _, rule in rules}
    assert fills == {f"FF{each}" for each in LEVEL_FILLS}
    coloured = {row for span, _ in rules for row in range(*_rows(span))}
    for row in range(4, 4 + len(chart.rows) + len(chart.groups)):
        label = sheet.cell(row=row, column=1).value
        assert (row in coloured) == (label not in {group.label for group in chart.groups})


def _rows(span: str) -> tuple[int, int]:
    first, _, last = span.partition(":")
    return int(first[1:]), int(last[1:]) + 1


def test_gaps_are_marks_joined_from_the_level_to_the_target() -> None:
    chart = charts()[2]
    assert isinstance(chart, GapDumbbells)
    drawn = drawings(written())[1]
    assert "<c:lineChart>" in drawn
    assert "<c:hiLowLines>" in drawn
    assert drawn.count("<c:ser>") == 3
    rows = values(sheets()[2])[3 : 3 + len(chart.rows)]
    assert [row[:3] for row in rows] == [[each.label, each.now.level, each.target.level] for each in chart.rows]
    assert [row[3] for row in rows] == [each.best.level if each.best else None for each in chart.rows]


def test_coverage_is_bars_of_counts() -> None:
    chart = charts()[3]
    assert isinstance(chart, CoverageBars)
    drawn = drawings(written())[2]
    assert '<c:grouping val="stacked"/>' in drawn
    assert "<a:pattFill" in drawn
    rows = values(sheets()[3])[3 : 3 + len(chart.bars)]
    assert [row[1:-1] for row in rows] == [[count for _, count in each.counts] for each in chart.bars]


def test_charts_are_drawn_from_the_cells_and_described() -> None:
    for drawn in drawings(written()):
        assert drawn.count("<c:numRef>") == drawn.count("<c:ser>")
        assert "<c:numLit>" not in drawn
    with ZipFile(BytesIO(written())) as parts:
        described = "".join(
            parts.read(each).decode() for each in parts.namelist() if each.startswith("xl/drawings/drawing")
        )
    assert described.count("descr=") == 3


def test_the_same_charts_give_the_same_bytes() -> None:
    page = Page(language="zh", blocks=(Heading(text="Charts", depth=1), *charts("zh")))
    assert render_spreadsheet(page) == render_spreadsheet(page)


def test_hostile_names_are_labels_and_no_formulas() -> None:
    by = poisoned(framework())
    found = [assess(poisoned(country(code, 2022)), by) for code in ("FRA", "DNK")]
    shown = (
        dimension_profile(compare(found)),
        heat_map(compare(found)),
        coverage_bars(found),
        gap_dumbbells(gap_report(found[0])),
    )
    content = render_spreadsheet(Page(language="en", blocks=(Heading(text="=1+1", depth=1), *shown)))
    book = load_workbook(BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    for drawn in drawings(content):
        formulas = {part.split("</c:f>")[0] for part in drawn.split("<c:f>")[1:]}
        assert all(each.rpartition("!")[2].startswith("$") for each in formulas)


def test_a_chart_among_texts_and_tables_keeps_its_place() -> None:
    blocks = (
        Heading(text="Title", depth=1),
        Heading(text="Part", depth=2),
        Paragraph(text="above"),
        charts()[3],
        Paragraph(text="below"),
    )
    sheet = load_workbook(BytesIO(render_spreadsheet(Page(language="en", blocks=blocks)))).worksheets[1]
    said = [value for row in values(sheet) for value in row if value]
    assert said.index("above") == 1
    assert said[-1] == "below"
