"""The charts of the countries that are shipped, made once for all tests."""

from functools import cache

from maturity.comparison import Comparison, compare
from maturity.gaps import gap_report
from maturity.report.coverage_chart import coverage_bars
from maturity.report.gap_chart import gap_dumbbells
from maturity.report.level_charts import dimension_profile, heat_map
from maturity.report.page import Chart
from maturity.scoring import Assessment, assess
from maturity.targets import Target
from maturity.text import LANGUAGES
from tests.data_contracts.shipped import country, framework

CODES = ("FRA", "DNK", "AUS", "CAN", "CHN")


@cache
def assessed(code: str) -> Assessment:
    return assess(country(code, 2022), framework())


@cache
def compared(*codes: str) -> Comparison:
    return compare([assessed(each) for each in codes or CODES])


@cache
def charts(language: str) -> dict[str, Chart]:
    """Every kind of chart, of France, of China, and of the five countries."""
    peers = [assessed(each) for each in CODES[:4]]
    china = gap_report(assessed("CHN"), target=Target.median(of=peers), comparators=peers)
    return {
        "heatmap-fra": heat_map(compared("FRA"), language=language),
        "heatmap-five": heat_map(compared(), language=language),
        "heatmap-five-dimensions": heat_map(compared(), language=language, rows="dimension"),
        "heatmap-five-components": heat_map(compared(), language=language, rows="component"),
        "heatmap-five-legal": heat_map(compared(), language=language, dimension="legal"),
        "profile-fra": dimension_profile(compared("FRA"), language=language),
        "profile-chn": dimension_profile(compared("CHN"), language=language),
        "profile-five": dimension_profile(compared(), language=language),
        "profile-five-skills": dimension_profile(compared(), language=language, dimension="skills"),
        "gaps-fra": gap_dumbbells(gap_report(assessed("FRA")), language=language),
        "gaps-chn-peers": gap_dumbbells(china, language=language),
        "coverage-fra": coverage_bars([assessed("FRA")], language=language),
        "coverage-chn": coverage_bars([assessed("CHN")], language=language),
        "coverage-five": coverage_bars([assessed(each) for each in CODES], language=language),
    }


CASES = [(language, name) for language in LANGUAGES for name in charts("en")]
