from maturity.comparison import compare
from maturity.gaps import gap_report
from maturity.report.charts import CoverageBars, DimensionProfile, GapDumbbells, HeatMap
from maturity.report.compare_page import compare_page
from maturity.report.gap_page import gap_page
from maturity.report.page import Chart, Heading, Page, Table
from maturity.report.page_charts import MOST_SERIES, gap_charts, level_charts, score_charts
from maturity.scoring import assess
from tests import mini, synthetic
from tests.charts import assessed, compared


def kinds(page: Page) -> list[type[object]]:
    return [type(each) for each in page.blocks if isinstance(each, Chart)]


def test_a_gap_report_holds_charts_only_when_asked() -> None:
    report = gap_report(assessed("FRA"))
    assert kinds(gap_page(report)) == []
    assert kinds(gap_page(report, with_charts=True)) == [DimensionProfile, GapDumbbells, CoverageBars]


def test_charts_take_nothing_from_a_page() -> None:
    report = gap_report(assessed("FRA"))
    page = gap_page(report, with_charts=True)
    assert [each for each in page.blocks if not isinstance(each, Chart)] == list(gap_page(report).blocks)


def test_the_gaps_stand_before_their_table() -> None:
    blocks = gap_page(gap_report(assessed("FRA")), with_charts=True).blocks
    place = next(place for place, each in enumerate(blocks) if isinstance(each, GapDumbbells))
    following = blocks[place + 1]
    assert isinstance(following, Table)
    assert following.caption == "Gaps to the target"


def test_peers_stand_beside_the_country_while_their_lines_can_be_told_apart() -> None:
    framework = synthetic.framework()
    many = [assess(synthetic.profile({"a.one": 1}, code=f"AA{letter}"), framework) for letter in "BCDEFGH"]
    first = assess(synthetic.profile({"a.one": 1}), framework)
    few, all_of_them = (gap_charts(gap_report(first, comparators=each)) for each in (many[:5], many))
    shown = [each[0][0] for each in (few, all_of_them)]
    assert [len(each.series) for each in shown if isinstance(each, DimensionProfile)] == [MOST_SERIES, 1]


def test_without_a_gap_there_is_no_chart_of_gaps() -> None:
    done = assess(synthetic.profile(dict.fromkeys(synthetic.INDICATORS, 4)), synthetic.framework())
    assert gap_charts(gap_report(done))[1] == ()


def test_a_comparison_holds_the_charts_of_the_tables_asked_for() -> None:
    scores = compare_page(compared(), with_charts=True)
    assert kinds(scores) == [HeatMap, DimensionProfile, CoverageBars]
    assert kinds(compare_page(compared(), tables=("levels",), with_charts=True)) == [HeatMap] * 6
    assert kinds(compare_page(compared(), tables=("levels",), dimension="legal", with_charts=True)) == [HeatMap]
    assert kinds(compare_page(compared(), tables=("key-enablers",), with_charts=True)) == []
    assert kinds(compare_page(compared())) == []


def test_coverage_is_left_out_where_only_what_all_have_counts() -> None:
    common = compared().on_common_indicators()
    assert [type(each) for each in score_charts(common)] == [HeatMap, DimensionProfile]


def test_a_heat_map_for_each_dimension_holds_all_indicators() -> None:
    shown = [each for each in level_charts(compared()) if isinstance(each, HeatMap)]
    assert sum(len(each.rows) for each in shown) == 69
    assert max(len(each.rows) for each in shown) == 18


def test_every_chart_has_words_for_what_it_shows() -> None:
    page = compare_page(compared(), tables=("scores", "levels"), language="fr", with_charts=True)
    charts = [each for each in page.blocks if isinstance(each, Chart)]
    assert all(each.alt.endswith(".") and 1 <= each.alt.count(". ") <= 2 for each in charts)
    assert len({each.title for each in charts}) == len(charts)
    assert not any(isinstance(each, Heading) and not each.text for each in page.blocks)


def test_an_index_has_charts_of_coverage_alone() -> None:
    index = compare([mini.measured(84, 33), mini.measured(50, 60, code="BBB")])
    assert [type(each) for each in score_charts(index)] == [CoverageBars]
    assert list(level_charts(index)) == []


def test_a_chart_that_would_show_nothing_is_left_out() -> None:
    values = list(mini.POINTS)
    flat = mini.framework(components=(), indicators=[mini.rubric("free", "overall", values)])
    one = assess(mini.country({"free": 2}, {}), flat)
    profile, gaps, coverage = gap_charts(gap_report(one))
    assert (profile, len(gaps), len(coverage)) == ((), 1, 1)
    assert [type(each) for each in score_charts(compare([one]))] == [CoverageBars]
    assert [len(each.rows) for each in level_charts(compare([one])) if isinstance(each, HeatMap)] == [1]
