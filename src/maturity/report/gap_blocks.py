"""The gaps in order of work, and what stands behind each."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from maturity.gaps import Bearing, Gap, GapReport
from maturity.report.facts import Teller
from maturity.report.gap_words import step_words
from maturity.report.page import Block, Cell, Chart, Column, Heading, Listing, Paragraph, Table
from maturity.report.score_blocks import level_text, number_cell, shade
from maturity.scoring import Assessment

_FINDINGS_SHOWN = 3


def gap_blocks(
    report: GapReport,
    teller: Teller,
    dimension: str | None,
    *,
    details: bool = True,
    charts: Sequence[Chart] = (),
) -> Iterator[Block]:
    """A table of the gaps, with charts before it; then, if asked for, what stands behind each gap."""
    steps = list(zip(report.gaps, report.overall_after, strict=True))
    shown = [(gap, after) for gap, after in steps if teller.framework.is_within(gap.indicator.id, dimension)]
    yield Heading(text=teller.say("heading.gaps"), depth=2)
    if not shown:
        yield Paragraph(text=teller.say("gaps.none"))
        return
    yield Paragraph(text=teller.say("gaps.order"), note=True)
    if any(gap.gain is None for gap, _ in shown):
        yield Paragraph(text=teller.say("gaps.unsaid"), note=True)
    yield from charts
    yield _table(shown, teller, is_whole=dimension is None)
    if not details:
        return
    yield Heading(text=teller.say("heading.details"), depth=2)
    for place, (gap, _) in enumerate(shown, 1):
        yield Heading(text=f"{place}. {_heading(gap, teller)}", depth=3)
        yield Listing(items=tuple(_details(gap, report.assessment, teller)))


def _table(steps: list[tuple[Gap, float | None]], teller: Teller, *, is_whole: bool) -> Table:
    """The running overall score belongs to all gaps in order, and so not to those of one dimension alone."""
    numbers = ("now", "target", "gain", *(["after"] if is_whole else []))
    heads = ("indicator", *numbers, "confidence")
    columns = (
        Column(head=teller.say(f"column.{head}"), number=head in numbers, whole=head == "confidence") for head in heads
    )
    return Table(
        caption=teller.say("caption.gaps"),
        columns=(Column(head="#", number=True), *columns),
        rows=tuple(_row(place, *step, teller, is_whole=is_whole) for place, step in enumerate(steps, 1)),
        levels=tuple(shade(gap.level, teller.framework) for gap, _ in steps),
    )


def _row(place: int, gap: Gap, after: float | None, teller: Teller, *, is_whole: bool) -> tuple[str | Cell, ...]:
    return (
        number_cell(place, teller),
        teller.text(gap.indicator.label),
        number_cell(gap.level, teller),
        number_cell(gap.target, teller),
        number_cell(gap.gain, teller, decimals=1, sign="+"),
        *((number_cell(after, teller, decimals=1),) if is_whole else ()),
        teller.say(f"confidence.{gap.rating.confidence}"),
    )


def _heading(gap: Gap, teller: Teller) -> str:
    return teller.beside(teller.text(gap.indicator.label), step_words(gap, teller.language))


def _details(gap: Gap, assessment: Assessment, teller: Teller) -> Iterator[tuple[str, str]]:
    if gap.rating.summary:
        confidence = teller.say(f"confidence.{gap.rating.confidence}")
        inside = teller.say("detail.confidence", confidence=confidence)
        now = teller.say("parentheses", text=teller.text(gap.rating.summary), inside=inside)
        yield teller.say("detail.now"), now
    yield from _branches(gap, assessment, teller)
    yield teller.say("detail.next", level=gap.level + 1), teller.text(gap.next_descriptor)
    for id in gap.unmet:
        yield teller.say("detail.first"), prerequisite(id, assessment, teller)
    for record in gap.evidence:
        yield teller.say("detail.evidence"), teller.cited(record)
    yield from _bearing(gap, assessment, teller)


def _branches(gap: Gap, assessment: Assessment, teller: Teller) -> Iterator[tuple[str, str]]:
    for rating in assessment.branch_ratings(gap.indicator.id):
        if rating.branch and rating.level is not None and rating.summary:
            name = teller.say("detail.prerequisite", label=teller.name(rating.branch), level=rating.level)
            yield teller.say("detail.branch"), teller.labelled(name, teller.text(rating.summary))


def _bearing(gap: Gap, assessment: Assessment, teller: Teller) -> Iterator[tuple[str, str]]:
    label = teller.say("detail.finding")
    findings = [each for each in gap.findings if each.record not in gap.evidence]
    for country, group in groupby(findings, key=lambda each: each.country):
        found = list(group)
        for each in found[:_FINDINGS_SHOWN]:
            yield label, _told(each, assessment, teller)
        if len(found) > _FINDINGS_SHOWN:
            rest = len(found) - _FINDINGS_SHOWN
            yield label, teller.say("detail.more", count=rest, country=country, indicator=gap.indicator.id)
    for each in gap.lessons:
        if each.record not in gap.evidence:
            yield teller.say("detail.lesson"), _told(each, assessment, teller)


def _told(bearing: Bearing, assessment: Assessment, teller: Teller) -> str:
    """What bears on a gap; where another country is speaking, it is named."""
    if bearing.profile is assessment.profile:
        return teller.cited(bearing.record)
    other = Teller.of(bearing.profile, assessment.framework, teller.language)
    return teller.labelled(bearing.profile.names.in_language(teller.language), other.cited(bearing.record))


def prerequisite(id: str, assessment: Assessment, teller: Teller) -> str:
    """A prerequisite's label with the level it stands at."""
    level = assessment.level(id)
    label = teller.text(assessment.framework.indicator(id).label)
    if level is None:
        return teller.say("detail.prerequisite.unknown", label=label)
    return teller.say("detail.prerequisite", label=label, level=level_text(level, id, teller))
