"""How far a profile has come as a page: what is rated, what is wanting, what to do next."""

from collections.abc import Iterator

from maturity.next_steps import NextStep, next_steps
from maturity.progress import UNCONFIRMED, Part, Progress, Standing
from maturity.records.ratings import STATUSES
from maturity.report.facts import Teller
from maturity.report.page import Block, Column, Heading, Listing, Page, Paragraph, Table

STATES = ("rated", UNCONFIRMED, *STATUSES)
"""States of an indicator, in the order of the columns."""

_SELDOM = (UNCONFIRMED, "not-asked")
"""States that have a column only where an indicator is in one."""

_SHOWN = 8
"""Names that a step lists at most."""


def status_page(progress: Progress, *, language: str = "en") -> Page:
    """The page in *language*."""
    teller = Teller.of(progress.profile, progress.framework, language)
    parts = (_head, _rated, _wanting, _next)
    return Page(language=language, blocks=tuple(block for part in parts for block in part(progress, teller)))


def _head(progress: Progress, teller: Teller) -> Iterator[Block]:
    profile = progress.profile
    country = profile.names.in_language(teller.language)
    yield Heading(text=teller.say("progress.title", country=country, wave=profile.wave), depth=1)
    line = teller.say(
        "progress.line",
        rated=sum(part.count("rated") for part in progress.parts),
        count=len(progress.standings),
        records=len(teller.records),
        sources=len(profile.sources),
        status=teller.say(f"status.{profile.status.stage}"),
    )
    yield Paragraph(text=line)


def _rated(progress: Progress, teller: Teller) -> Iterator[Block]:
    yield Heading(text=teller.say("heading.rated"), depth=2)
    found = {each.state for each in progress.standings}
    states = [each for each in STATES if each in found or each not in _SELDOM]
    rows = [(_name(part, teller), [part.count(state) for state in states]) for part in progress.parts if part.standings]
    yield Table(
        caption=teller.say("caption.rated"),
        columns=(
            Column(head=teller.say("column.dimension"), share=2),
            *(Column(head=teller.say(f"column.is-{state}")) for state in states),
        ),
        rows=_with_sum(rows, teller),
    )


def _wanting(progress: Progress, teller: Teller) -> Iterator[Block]:
    yield Heading(text=teller.say("heading.wanting"), depth=2)
    yield Paragraph(text=teller.say("wanting.about"), note=True)
    codes = [code for code, _ in progress.untranslated()]
    heads = [teller.say(f"column.{head}") for head in ("no-record", "outdated", "unconfirmed", "texts")]
    heads += [teller.say(f"column.not-in-{code}") for code in codes]
    yield Table(
        caption=teller.say("caption.wanting"),
        columns=(
            Column(head=teller.say("column.dimension"), share=2),
            *(Column(head=head) for head in heads),
        ),
        rows=_with_sum([(_name(part, teller), _counts(part)) for part in progress.parts], teller),
    )


def _counts(part: Part) -> list[int]:
    lacking = sum(each.lacks_evidence for each in part.standings)
    outdated = sum(bool(each.newer) for each in part.standings)
    return [lacking, outdated, part.unconfirmed_records, part.texts, *(count for _, count in part.untranslated)]


def _with_sum(rows: list[tuple[str, list[int]]], teller: Teller) -> tuple[tuple[str, ...], ...]:
    sums = [sum(column) for column in zip(*(counts for _, counts in rows), strict=True)]
    whole = [*rows, (teller.say("progress.all"), sums)]
    return tuple((name, *(teller.number(each) for each in counts)) for name, counts in whole)


def _name(part: Part, teller: Teller) -> str:
    found = [each for each in teller.framework.dimensions if each.id == part.id]
    return teller.text(found[0].label) if found else teller.say("progress.elsewhere")


def _next(progress: Progress, teller: Teller) -> Iterator[Block]:
    yield Heading(text=teller.say("heading.next"), depth=2)
    steps = next_steps(progress)
    items = tuple((teller.say(f"next.{each.kind}", count=each.count), _how(each, progress, teller)) for each in steps)
    yield Listing(items=items, numbered=True)


def _how(step: NextStep, progress: Progress, teller: Teller) -> str:
    if step.kind == "newer" and step.standing:
        indicator = teller.text(step.standing.indicator.label)
        sources = teller.listed([teller.short(each) for each in step.standing.newer])
        return teller.say("how.newer", indicator=indicator, sources=sources)
    if step.standing:
        return _standing(step.standing, teller)
    if step.empty:
        table = teller.say(f"table.{step.empty.table.id}")
        return teller.say("how.rows", table=table, rows=_some(list(step.empty.terms), teller))
    if step.sources:
        return _some([each.id for each in step.sources], teller)
    if step.languages:
        counts = [f"{teller.say(f'language.{code}')} {teller.number(count)}" for code, count in step.languages]
        total = teller.number(sum(part.texts for part in progress.parts))
        return teller.say("how.translate", counts=teller.listed(counts), total=total)
    return teller.say(f"how.{step.kind}")


def _standing(standing: Standing, teller: Teller) -> str:
    indicator = standing.indicator
    joint = "" if teller.language == "zh" else " "
    questions = joint.join(teller.text(each) for each in indicator.questions)
    asked = teller.say("next.indicator", indicator=teller.text(indicator.label), id=indicator.id, questions=questions)
    if not standing.bearing:
        return joint.join([asked, teller.say("next.bearing.none")])
    records = _some([each.id for each in standing.bearing], teller)
    return joint.join([asked, teller.say("next.bearing", records=records)])


def _some(names: list[str], teller: Teller) -> str:
    """The first of many names, and how many more there are."""
    comma = {"zh": "、"}.get(teller.language, ", ")
    shown = comma.join(names[:_SHOWN])
    rest = len(names) - _SHOWN
    return comma.join([shown, teller.say("next.more", count=rest)]) if rest > 0 else shown
