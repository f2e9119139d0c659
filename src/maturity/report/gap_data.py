"""The gap report as data: the same numbers and texts as the page, for files that programs read."""

from attrs import frozen

from maturity.framework import Indicator
from maturity.gaps import Bearing, Gap, GapReport
from maturity.records.governance import Institution
from maturity.records.record import Record
from maturity.report.closing_blocks import caveat_lines
from maturity.report.facts import Teller
from maturity.report.score_blocks import summary_of
from maturity.scores import Score
from maturity.scoring import Assessment


@frozen(kw_only=True)
class NodeRow:
    """One node above the indicators. Score in points; level and gap in levels; coverage 0–1."""

    id: str
    label: str
    score: float | None
    level: float | None
    band: str | None
    coverage: float
    rated: int
    no_score_because: str | None
    gap: float | None


@frozen(kw_only=True)
class EvidenceRow:
    """One record behind a level."""

    id: str
    text: str
    source: str
    locus: str
    cites: tuple[str, ...]


@frozen(kw_only=True)
class IndicatorRow:
    """One indicator. Level, target and gap in levels; gain in points of the overall score."""

    id: str
    label: str
    dimension: str | None
    component: str
    aspect: str | None
    state: str
    level: int | None
    confidence: str | None
    target: float | None
    gap: float | None
    gain: float | None
    order: int | None
    summary: str
    rationale: str
    searched: str | None
    next_level: str
    unmet_prerequisites: tuple[str, ...]
    evidence: tuple[EvidenceRow, ...]
    findings: tuple[str, ...]
    lessons: tuple[str, ...]


@frozen(kw_only=True)
class ReportData:
    """A whole gap report."""

    country: str
    wave: int
    framework: str
    framework_version: str
    framework_hash: str
    language: str
    target: str
    nodes: tuple[NodeRow, ...]
    indicators: tuple[IndicatorRow, ...]
    caveats: tuple[str, ...]


def gap_data(report: GapReport, *, language: str = "en", dimension: str | None = None) -> ReportData:
    """The gap report as data, for the whole or for one dimension."""
    assessment = report.assessment
    profile, framework = assessment.profile, assessment.framework
    teller = Teller.of(profile, framework, language)
    gaps = {gap.indicator.id: (place, gap) for place, gap in enumerate(report.gaps, 1)}
    nodes = [each for each in assessment.scores if each.kind != "indicator" and framework.is_within(each.id, dimension)]
    indicators = [each for each in framework.indicators if framework.is_within(each.id, dimension)]
    return ReportData(
        country=profile.code,
        wave=profile.wave,
        framework=framework.id,
        framework_version=framework.version,
        framework_hash=assessment.framework_hash,
        language=language,
        target=report.target.name,
        nodes=tuple(_node_row(each, report, teller) for each in nodes),
        indicators=tuple(_indicator_row(each, report, teller, *gaps.get(each.id, (None, None))) for each in indicators),
        caveats=tuple(caveat_lines(assessment, teller)),
    )


def _node_row(score: Score, report: GapReport, teller: Teller) -> NodeRow:
    band = report.assessment.band(score.id)
    return NodeRow(
        id=score.id,
        label=teller.text(score.label),
        score=score.score,
        level=report.assessment.level(score.id),
        band=teller.text(band) if band else None,
        coverage=score.coverage,
        rated=score.count("rated"),
        no_score_because=score.reason,
        gap=report.node_gap(score.id),
    )


def _indicator_row(
    indicator: Indicator, report: GapReport, teller: Teller, place: int | None, gap: Gap | None
) -> IndicatorRow:
    assessment = report.assessment
    rating = assessment.rating(indicator.id)
    evidence = [teller.records[id] for id in rating.evidence] if rating else []
    return IndicatorRow(
        id=indicator.id,
        label=teller.text(indicator.label),
        dimension=assessment.framework.dimension_of(indicator.id),
        component=indicator.component,
        aspect=indicator.aspect,
        state=assessment.score(indicator.id).state,
        level=rating.level if rating else None,
        confidence=rating.confidence if rating else None,
        target=report.target.for_indicator(indicator.id),
        gap=report.node_gap(indicator.id),
        gain=gap.gain if gap else None,
        order=place,
        summary=summary_of(assessment, indicator.id, teller),
        rationale=teller.text(rating.rationale) if rating else "",
        searched=teller.text(rating.searched) if rating and rating.searched else None,
        next_level=teller.text(gap.next_descriptor) if gap else "",
        unmet_prerequisites=gap.unmet if gap else (),
        evidence=tuple(_evidence_row(each, teller) for each in evidence),
        findings=tuple(_bearing_id(each, assessment) for each in gap.findings) if gap else (),
        lessons=tuple(_bearing_id(each, assessment) for each in gap.lessons) if gap else (),
    )


def _bearing_id(bearing: Bearing, assessment: Assessment) -> str:
    """The record's id; where it is another country's, with that country in front."""
    if bearing.profile is assessment.profile:
        return bearing.record.id
    return f"{bearing.country}/{bearing.record.id}"


def _evidence_row(record: Record, teller: Teller) -> EvidenceRow:
    """What an institution does is said at the places of its roles."""
    places = (isinstance(record, Institution) and record.roles) or (record,)
    return EvidenceRow(
        id=record.id,
        text=teller.line(record),
        source=record.source,
        locus="; ".join(dict.fromkeys(each.locus for each in places)),
        cites=tuple(dict.fromkeys(id for each in places for id in each.cites)),
    )
