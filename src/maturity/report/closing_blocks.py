"""What is not known, what was learned, where it all comes from, and how to read it."""

from collections.abc import Iterator, Sequence

from maturity.gaps import GapReport
from maturity.language.lists import listed
from maturity.language.numbers import percent
from maturity.profile import Profile
from maturity.records.errata import Erratum
from maturity.records.findings import Lesson
from maturity.report.citations import source_line
from maturity.report.facts import Teller
from maturity.report.page import Block, Column, Heading, Listing, Paragraph, Table
from maturity.scoring import Assessment


def unknown_blocks(report: GapReport, teller: Teller, dimension: str | None) -> Iterator[Block]:
    """The indicators that are not rated, with where one looked."""
    yield Heading(text=teller.say("heading.unknown"), depth=2)
    rows = []
    for indicator, rating in report.unknown:
        if teller.framework.is_within(indicator.id, dimension):
            state = report.assessment.score(indicator.id).state
            why = teller.text(rating.rationale) if rating else ""
            why = teller.labelled(teller.text(rating.searched), why) if rating and rating.searched else why
            rows.append((teller.text(indicator.label), teller.say(f"state.{state}"), why))
    if not rows:
        yield Paragraph(text=teller.say("unknown.none"))
        return
    yield Table(
        caption=teller.say("caption.unknown"),
        columns=(
            Column(head=teller.say("column.indicator"), share=2),
            Column(head=teller.say("column.state")),
            Column(head=teller.say("column.searched"), share=4),
        ),
        rows=tuple(rows),
    )


def lesson_blocks(profile: Profile, teller: Teller, dimension: str | None) -> Iterator[Block]:
    """The lessons learned, each with when it transfers."""
    yield Heading(text=teller.say("heading.lessons"), depth=2)
    lessons = [
        each
        for each in profile.all_lessons
        if dimension is None or any(teller.framework.is_within(id, dimension) for id in each.bears_on)
    ]
    if lessons:
        items = tuple((teller.text(each.title), _lesson(each, teller)) for each in lessons)
        yield Listing(items=items, numbered=True)
    else:
        yield Paragraph(text=teller.say("lessons.none"))


def source_blocks(profile: Profile, teller: Teller) -> Iterator[Block]:
    """The publications that the profile rests on; those that a source lists and never cites are left out."""
    yield Heading(text=teller.say("heading.sources"), depth=2)
    cited = (each for each in profile.sources if not each.listed_only)
    yield Listing(items=tuple(("", source_line(each, teller.language)) for each in cited))


def caveat_blocks(assessment: Assessment, teller: Teller) -> Iterator[Block]:
    """Whose reading it is, made with what, and what it must not be taken for."""
    yield Heading(text=teller.say("heading.caveats"), depth=2)
    yield Listing(items=tuple(("", each) for each in caveat_lines(assessment, teller)))


def caveat_lines(assessment: Assessment, teller: Teller) -> Iterator[str]:
    """Each caveat as a sentence or two."""
    profile, framework = assessment.profile, assessment.framework
    yield teller.say("caveat.reading")
    yield teller.say("caveat.floor")
    for each in profile.ratings.assessors:
        note = teller.text(each.note) if each.note else ""
        kind = teller.say(f"kind.{each.kind}")
        yield teller.say("caveat.assessor", assessor=each.id, kind=kind, date=teller.date(each.date), note=note).strip()
    carried = sum(each.carried_from is not None for each in profile.ratings.ratings)
    if carried:
        yield teller.say("caveat.carried", count=carried)
    status = teller.say(f"status.{profile.status.stage}")
    yield teller.say("caveat.status", status=status, until=teller.date(profile.evidence_until))
    yield from framework_lines(assessment, teller)
    yield coverage_line(teller)
    if profile.errata:
        yield _errata(profile.errata, teller)
    yield teller.say("caveat.comparison")
    if teller.language != framework.language:
        yield teller.say("caveat.translation")


def framework_lines(assessment: Assessment, teller: Teller) -> Iterator[str]:
    """What the scores were made with: the framework, and the weights that are not its own."""
    framework = assessment.framework
    yield teller.say(
        "caveat.framework",
        id=framework.id,
        version=framework.version,
        hash=assessment.framework_hash,
        note=teller.text(framework.note),
    )
    if framework.reweighted:
        weights = [f"{each.node} = {teller.number(each.weight)}" for each in framework.reweighted]
        yield teller.say("caveat.weights", weights=listed(weights, teller.language))


def coverage_line(teller: Teller) -> str:
    """What coverage is, and how much of it a score needs."""
    threshold = percent(teller.framework.rules.coverage_threshold, teller.language)
    return teller.say("caveat.coverage", threshold=threshold)


def _errata(errata: Sequence[Erratum], teller: Teller) -> str:
    count, serious = len(errata), sum(each.serious for each in errata)
    if count == 1:
        said = teller.say("errata.one.serious") if serious else teller.say("errata.one.slight")
        return teller.say("caveat.errata.one", serious=said)
    if serious > 1:
        said = teller.say("errata.serious", count=serious)
    else:
        said = teller.say("errata.serious.one") if serious else teller.say("errata.serious.none")
    return teller.say("caveat.errata", count=count, serious=said)


def _lesson(lesson: Lesson, teller: Teller) -> str:
    text = teller.say("parentheses", text=teller.text(lesson.text), inside=teller.reference(lesson))
    transfers = teller.say("lesson.transfers", text=teller.text(lesson.transfers_when.text))
    by = teller.say("lesson.project") if lesson.transfers_when.by == "project" else ""
    return f"{text} {transfers} {by}".strip()
