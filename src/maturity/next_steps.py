"""What to do next on a profile, in order: of each kind of work one step, the first that is due."""

from collections.abc import Iterator

from attrs import field, frozen

from maturity.progress import UNCONFIRMED, EmptyRows, Progress, Standing
from maturity.records.sources import Source


@frozen(kw_only=True)
class NextStep:
    """One piece of work, and how much of its kind waits behind it."""

    kind: str = field(metadata={"doc": "One of `KINDS`."})
    count: int = field(default=0, metadata={"doc": "How many things of the kind wait, this one counted."})
    standing: Standing | None = None
    empty: EmptyRows | None = None
    sources: tuple[Source, ...] = ()
    languages: tuple[tuple[str, int], ...] = field(
        default=(), metadata={"doc": "Pairs of language and how many texts do not stand in it."}
    )


KINDS = ("sources", "assessor", "confirm", "records", "rate", "newer", "rows", "cite", "translate", "done")
"""Kinds of steps, in the order in which they are due."""


def next_steps(progress: Progress) -> tuple[NextStep, ...]:
    """The work that is due, first things first; `done` alone where nothing is."""
    return tuple(_steps(progress)) or (NextStep(kind="done"),)


def _steps(progress: Progress) -> Iterator[NextStep]:
    profile = progress.profile
    if not profile.sources:
        yield NextStep(kind="sources")
    if not profile.ratings.assessors:
        yield NextStep(kind="assessor")
    unconfirmed = progress.waiting(UNCONFIRMED)
    if unconfirmed:
        yield NextStep(kind="confirm", count=len(unconfirmed), standing=unconfirmed[0])
    records = sum(each.unconfirmed_records for each in progress.parts)
    if records:
        yield NextStep(kind="records", count=records)
    unrated = progress.waiting("not-rated")
    if unrated:
        yield NextStep(kind="rate", count=len(unrated), standing=unrated[0])
    outdated = [each for each in progress.standings if each.newer]
    if outdated:
        yield NextStep(kind="newer", count=len(outdated), standing=outdated[0])
    if progress.empty:
        yield NextStep(kind="rows", count=len(progress.empty), empty=progress.empty[0])
    if progress.never_cited:
        yield NextStep(kind="cite", count=len(progress.never_cited), sources=progress.never_cited)
    languages = tuple((code, count) for code, count in progress.untranslated() if count)
    if languages:
        yield NextStep(kind="translate", languages=languages)
