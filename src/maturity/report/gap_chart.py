"""The gaps of a country as a chart: where it stands, the target, and the best peer."""

from collections.abc import Sequence

from maturity.gaps import Gap, GapReport
from maturity.language.lists import listed
from maturity.language.numbers import number
from maturity.language.phrases import say
from maturity.report.chart_words import chart_title, joined, level_names
from maturity.report.charts import GapDumbbells, GapHeads, GapRow, Reading
from maturity.report.gap_words import gain_words, step_words
from maturity.report.page import Number
from maturity.scoring import Assessment

GAPS_SHOWN = 20
"""Gaps that a chart shows at most."""
_FEW = 2
"""Up to so many peers are named."""


def gap_dumbbells(
    report: GapReport, *, language: str = "en", dimension: str | None = None, shown: int = GAPS_SHOWN
) -> GapDumbbells:
    """The first gaps in order of work: the level now, the target, and the best peer among the comparators."""
    framework = report.assessment.framework
    gaps = [each for each in report.gaps if framework.is_within(each.indicator.id, dimension)]
    unknown = sum(framework.is_within(each.id, dimension) for each, _ in report.unknown)
    rows = tuple(_row(each, report.comparators, language) for each in gaps[:shown])
    return GapDumbbells(
        title=chart_title(_what(report, language), [report.assessment], language, within=dimension),
        alt=_alt(report, gaps, rows, unknown, language),
        language=language,
        notes=tuple(_notes(gaps, len(rows), unknown, language)),
        rows=rows,
        heads=GapHeads(
            now=say("column.now", language),
            target=say("column.target", language),
            best=say("chart.best", language),
            gain=say("column.gain", language),
        ),
        levels=level_names(framework, language),
        lowest=framework.lowest,
        has_peers=bool(report.comparators),
    )


def _what(report: GapReport, language: str) -> str:
    target = report.target
    if target.everywhere is None:
        peers = {f"{each.profile.code}@{each.profile.wave}": each for each in report.comparators}
        names = [peers[each].profile.names.in_language(language) if each in peers else each for each in target.of]
        return say(f"chart-gaps.{target.kind}", language, of=listed(names, language), count=len(target.levels))
    scale = report.assessment.framework.scale
    name = next(each.name.in_language(language) for each in scale if each.value == target.everywhere)
    return say("chart-gaps.level", language, level=number(target.everywhere, language), name=name)


def _row(gap: Gap, peers: Sequence[Assessment], language: str) -> GapRow:
    best, holders = _best(gap, peers)
    names = [each.profile.names.in_language(language) for each in holders]
    many = say("chart.countries", language, count=len(names))
    return GapRow(
        label=gap.indicator.label.in_language(language),
        now=_reading(gap.level, language),
        target=_reading(gap.target, language),
        best=None if best is None else _reading(best, language),
        peers=listed(names, language) if len(names) <= _FEW else many,
        gain=gain_words(gap, language),
        points=None if gap.gain is None else Number(value=gap.gain, decimals=1),
    )


def _reading(level: float, language: str) -> Reading:
    return Reading(level=level, text=number(level, language))


def _best(gap: Gap, peers: Sequence[Assessment]) -> tuple[int | None, list[Assessment]]:
    """The highest level among the peers that stand above the country, and who holds it."""
    ratings = [(each, each.rating(gap.indicator.id)) for each in peers]
    levels = [(each, rating.level) for each, rating in ratings if rating and rating.level is not None]
    best = max((level for _, level in levels), default=0)
    if best <= gap.level:
        return None, []
    return best, [each for each, level in levels if level == best]


def _notes(gaps: Sequence[Gap], shown: int, unknown: int, language: str) -> list[str]:
    count = len(gaps)
    if not gaps:
        return [say("gaps.none", language)]
    unsaid = say("gaps.unsaid", language) if any(each.gain is None for each in gaps[:shown]) else ""
    left_out = say("chart.more", language, shown=shown, count=count, rest=count - shown)
    without = say("chart.unknown", language, count=unknown)
    return [*([left_out] if count > shown else []), *([without] if unknown else []), *([unsaid] if unsaid else [])]


def _alt(report: GapReport, gaps: Sequence[Gap], rows: Sequence[GapRow], unknown: int, language: str) -> str:
    if not gaps:
        return say("gaps.none", language)
    country = report.assessment.profile.names.in_language(language)
    described = say("chart.alt.gaps", language, country=country, count=len(gaps), shown=len(rows))
    first = say("parentheses", language, text=rows[0].label, inside=step_words(gaps[0], language))
    if report.comparators:
        higher = sum(each.best is not None for each in rows)
        told = say("chart.alt.peers", language, gap=first, count=higher)
    else:
        told = say("chart.alt.first", language, gap=first)
    without = say("chart.unknown", language, count=unknown) if unknown else ""
    return joined(described, told, without, language=language)
