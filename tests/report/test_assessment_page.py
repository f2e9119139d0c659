import pytest

from maturity.report.assessment_page import assessment_page
from maturity.report.page import Heading, Paragraph, Table
from maturity.scoring import Assessment
from tests import synthetic
from tests.shipped import france


def almost_half() -> Assessment:
    """Dimension a weighs 497 of 1000, and is all that is rated."""
    framework = synthetic.framework(weights={"a": 497, "b": 503})
    return synthetic.assessment({"a.one": 1, "a.two": 2, "a.three": 3}, against=framework)


def test_a_coverage_below_the_threshold_does_not_seem_to_reach_it() -> None:
    page = assessment_page(almost_half())
    (line,) = [each.text for each in page.blocks if isinstance(each, Paragraph) and "coverage" in each.text]
    assert almost_half().overall.coverage == pytest.approx(0.497)
    assert "49%" in line
    assert "50%" in line
    (table,) = [each for each in page.blocks if isinstance(each, Table)]
    assert "49%" in [cell.text for cell in table.rows[0]]


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_every_node_above_the_indicators_has_a_row(language: str) -> None:
    page = assessment_page(france(), language=language)
    (table,) = [each for each in page.blocks if isinstance(each, Table)]
    assert len(table.rows) == sum(each.kind != "indicator" for each in france().scores)
    assert len(table.columns) == len(table.rows[0]) == 5
    title = next(each.text for each in page.blocks if isinstance(each, Heading))
    assert "2022" in title
    assert france().profile.names.in_language(language) in title
