import pytest

from maturity.gaps import gap_report
from maturity.language.numbers import number
from maturity.report.gap_chart import GAPS_SHOWN, gap_dumbbells
from maturity.report.page import Number
from maturity.scoring import assess
from maturity.targets import Target
from tests import mini, synthetic
from tests.charts import CODES, assessed

PEERS = [assessed(each) for each in CODES[1:]]


@pytest.mark.parametrize("code", CODES)
def test_rows_are_the_first_gaps_in_order_of_work(code: str) -> None:
    report = gap_report(assessed(code))
    chart = gap_dumbbells(report)
    first = report.gaps[:GAPS_SHOWN]
    assert [each.label for each in chart.rows] == [each.indicator.label.original for each in first]
    assert [each.now.level for each in chart.rows] == [each.level for each in first]
    assert [each.target.level for each in chart.rows] == [each.target for each in first]
    gains = [each.gain for each in first]
    said = ["–" if gain is None else f"+{number(gain, 'en', decimals=1)}" for gain in gains]
    assert [each.gain for each in chart.rows] == said
    assert [each.points for each in chart.rows] == [
        gain if gain is None else Number(value=gain, decimals=1) for gain in gains
    ]


def test_how_many_are_left_out_is_said() -> None:
    report = gap_report(assessed("FRA"))
    rest = len(report.gaps) - GAPS_SHOWN
    assert gap_dumbbells(report).notes[0] == (
        f"The first 20 of {len(report.gaps)} gaps in order of work; the table holds the other {rest}."
    )
    assert gap_dumbbells(report, shown=500).notes == ("Indicators without a level are not shown: 3.",)


def test_the_best_peer_is_the_highest_of_those_that_stand_above() -> None:
    report = gap_report(assessed("FRA"), comparators=PEERS)
    for row, gap in zip(gap_dumbbells(report, shown=500).rows, report.gaps, strict=True):
        ratings = {each.profile.names.en: each.rating(gap.indicator.id) for each in PEERS}
        levels = {name: each.level for name, each in ratings.items() if each and each.level is not None}
        best = max(levels.values(), default=0)
        if best <= gap.level:
            assert (row.best, row.peers) == (None, "")
        else:
            assert row.best is not None
            assert row.best.level == best
            holders = [name for name, level in levels.items() if level == best]
            assert row.peers == (" and ".join(holders) if len(holders) < 3 else f"{len(holders)} countries")


def test_without_comparators_there_are_no_peers() -> None:
    chart = gap_dumbbells(gap_report(assessed("FRA")))
    assert not chart.has_peers
    assert all(each.best is None for each in chart.rows)


def test_a_target_between_two_levels_is_printed_as_the_language_does() -> None:
    report = gap_report(assessed("CHN"), target=Target.median(of=PEERS), comparators=PEERS)
    targets = {each.target.text for each in gap_dumbbells(report, language="fr", shown=500).rows}
    assert "1,5" in targets


def test_the_title_names_the_target() -> None:
    report = gap_report(assessed("CHN"), target=Target.best(of=PEERS[:2]), comparators=PEERS[:2])
    assert gap_dumbbells(report).title == "Gaps to the highest level among Denmark and Australia: China, 2022"
    assert gap_dumbbells(gap_report(assessed("CHN"), target=Target.level(2)), language="zh").title == (
        "与2级（部分建立）的差距：中国（2022年）"
    )
    plan = Target.plan({"legal.sso": 4})
    assert gap_dumbbells(gap_report(assessed("CHN"), target=plan)).title.startswith("Gaps to a plan of 1 indicators")


def test_the_alternative_text_says_how_many_and_which_is_first() -> None:
    report = gap_report(assessed("FRA"), comparators=PEERS)
    chart = gap_dumbbells(report)
    higher = sum(each.best is not None for each in chart.rows)
    assert chart.alt.startswith(f"France: {len(report.gaps)} gaps, of which 20 are shown in order of work.")
    assert f"The first is {chart.rows[0].label} (level 2 of 4, +1.4 points); on {higher} of those shown" in chart.alt
    assert chart.alt.endswith("Indicators without a level are not shown: 3.")


def test_a_country_at_its_target_has_no_rows_and_says_so() -> None:
    at_target = assess(synthetic.profile(dict.fromkeys(synthetic.INDICATORS, 4)), synthetic.framework())
    chart = gap_dumbbells(gap_report(at_target))
    assert (chart.rows, chart.alt) == ((), "No rated indicator stands below the target.")


def test_a_checklist_that_is_answered_is_not_counted_among_the_unknown() -> None:
    assert gap_dumbbells(gap_report(mini.assessment())).notes == ()
    assert len(gap_dumbbells(gap_report(mini.assessment(None, {}))).notes) == 1


def test_the_axis_of_gaps_begins_at_the_lowest_level() -> None:
    assert gap_dumbbells(gap_report(mini.scaled({1: 0, 2: 50, 3: 100}, 1))).lowest == 1
