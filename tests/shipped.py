"""The framework and the country that are shipped, read once for all tests."""

from functools import cache

from maturity.gaps import GapReport, gap_report
from maturity.reading import load_country, load_framework
from maturity.report.explain_page import explain_page
from maturity.report.gap_page import gap_page
from maturity.report.page import Page
from maturity.scoring import Assessment, assess


@cache
def france() -> Assessment:
    framework = load_framework()
    return assess(load_country("FRA", framework=framework), framework)


@cache
def france_report() -> GapReport:
    return gap_report(france())


@cache
def france_page(language: str) -> Page:
    return gap_page(france_report(), language=language)


@cache
def france_explained(node: str, language: str) -> Page:
    return explain_page(france(), node, language=language)
