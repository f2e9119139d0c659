"""How far a profile has come as data, for files that programs read."""

from attrs import field, frozen

from maturity.next_steps import next_steps
from maturity.progress import Part, Progress, Standing
from maturity.report.status_page import STATES


@frozen(kw_only=True)
class Translations:
    """How many texts do not stand in a language."""

    language: str
    untranslated: int


@frozen(kw_only=True)
class StateCount:
    """How many indicators are in a state."""

    state: str
    indicators: int


@frozen(kw_only=True)
class IndicatorStatus:
    """Where one indicator stands."""

    indicator: str
    state: str
    records: tuple[str, ...] = field(metadata={"doc": "Ids of records that it rests on or that bear on it."})
    newer_sources: tuple[str, ...]


@frozen(kw_only=True)
class PartStatus:
    """What of a dimension is done; `dimension` is null for what belongs to none."""

    dimension: str | None
    states: tuple[StateCount, ...]
    without_evidence: int
    outdated: int
    unconfirmed_records: int
    texts: int
    translations: tuple[Translations, ...]
    indicators: tuple[IndicatorStatus, ...]


@frozen(kw_only=True)
class StepData:
    """One step of what to do next."""

    kind: str
    count: int
    indicator: str | None
    table: str | None
    rows: tuple[str, ...]
    sources: tuple[str, ...]


@frozen(kw_only=True)
class StatusData:
    """How far a profile has come."""

    country: str
    wave: int
    stage: str
    parts: tuple[PartStatus, ...]
    next_steps: tuple[StepData, ...]


def status_data(progress: Progress) -> StatusData:
    """The progress as plain values."""
    profile = progress.profile
    steps = tuple(
        StepData(
            kind=each.kind,
            count=each.count,
            indicator=each.standing.indicator.id if each.standing else None,
            table=each.empty.table.id if each.empty else None,
            rows=each.empty.terms if each.empty else (),
            sources=tuple(source.id for source in each.sources),
        )
        for each in next_steps(progress)
    )
    parts = tuple(_part(each) for each in progress.parts)
    return StatusData(
        country=profile.code, wave=profile.wave, stage=profile.status.stage, parts=parts, next_steps=steps
    )


def _part(part: Part) -> PartStatus:
    return PartStatus(
        dimension=part.id,
        states=tuple(StateCount(state=state, indicators=part.count(state)) for state in STATES),
        without_evidence=sum(each.lacks_evidence for each in part.standings),
        outdated=sum(bool(each.newer) for each in part.standings),
        unconfirmed_records=part.unconfirmed_records,
        texts=part.texts,
        translations=tuple(Translations(language=code, untranslated=count) for code, count in part.untranslated),
        indicators=tuple(_indicator(each) for each in part.standings),
    )


def _indicator(standing: Standing) -> IndicatorStatus:
    return IndicatorStatus(
        indicator=standing.indicator.id,
        state=standing.state,
        records=tuple(each.id for each in standing.bearing),
        newer_sources=tuple(each.id for each in standing.newer),
    )
