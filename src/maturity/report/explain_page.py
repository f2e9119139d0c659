"""How one score arises: the rubric, the rating, the evidence, and the sum that it enters."""

from collections.abc import Iterator

from maturity.framework import ROOT, Indicator
from maturity.language.numbers import percent
from maturity.leaves import find_statistic
from maturity.records.ratings import Rating
from maturity.records.record import Printed
from maturity.report.facts import Teller
from maturity.report.gap_blocks import prerequisite
from maturity.report.page import Block, Column, Heading, Listing, Page, Paragraph, Table
from maturity.report.score_blocks import coverage_words, decimals_of, level_words, overall_line, shade
from maturity.scores import Part, Score
from maturity.scoring import Assessment
from maturity.steps import steps_to_next_band
from maturity.text import Text


def explain_page(assessment: Assessment, id: str, *, language: str = "en") -> Page:
    """The score of a node, explained.

    Raises:
        KeyError: The framework has no such node.
    """
    score = assessment.score(id)
    teller = Teller.of(assessment.profile, assessment.framework, language)
    if score.kind == "indicator":
        body = _indicator_blocks(assessment.framework.indicator(id), assessment, teller)
    else:
        body = _node_blocks(score, assessment, teller)
    return Page(language=language, blocks=(_title(score, assessment, teller), *body))


def _title(score: Score, assessment: Assessment, teller: Teller) -> Heading:
    profile = assessment.profile
    label = teller.say("overall.label") if score.id == ROOT else teller.text(score.label)
    country = profile.names.in_language(teller.language)
    return Heading(text=teller.say("explain.title", label=label, country=country, wave=profile.wave), depth=1)


def _indicator_blocks(indicator: Indicator, assessment: Assessment, teller: Teller) -> Iterator[Block]:
    rating = assessment.rating(indicator.id)
    aspect = teller.say(f"aspect.{indicator.aspect}") if indicator.aspect else ""
    place = teller.place(indicator.locus or "")
    yield Paragraph(text=" · ".join(filter(None, (indicator.id, aspect, place))), note=True)
    if indicator.kind == "measure":
        yield from _figure_blocks(indicator, assessment, teller)
    else:
        if indicator.questions:
            yield Heading(text=teller.say("explain.questions"), depth=2)
            yield Listing(items=tuple(("", teller.text(each)) for each in indicator.questions))
        yield _rubric(indicator, rating, teller) if indicator.levels else _answers(indicator, rating, teller)
        yield from _rating_blocks(rating, teller)
    for each in assessment.branch_ratings(indicator.id):
        if each.branch:
            yield Heading(text=teller.name(each.branch), depth=3)
            yield from _rating_blocks(each, teller)
    if indicator.prerequisites:
        yield Heading(text=teller.say("explain.prerequisites"), depth=2)
        yield Listing(items=tuple(("", prerequisite(each, assessment, teller)) for each in indicator.prerequisites))
    yield from _bearing(indicator.id, assessment, teller)
    yield from _sum(indicator, assessment, teller)


def _figure_blocks(indicator: Indicator, assessment: Assessment, teller: Teller) -> Iterator[Block]:
    found = find_statistic(assessment.profile, indicator.statistic or indicator.id)
    if found is None or found.value is None:
        yield Paragraph(text=teller.say(f"state.{assessment.score(indicator.id).state}"))
        return
    yield Paragraph(text=teller.beside(teller.figure(found), teller.reference(found)))


def _rubric(indicator: Indicator, rating: Rating | None, teller: Teller) -> Table:
    level = rating.level if rating else None
    names = {each.value: teller.text(each.name) for each in teller.framework.scale}
    rows = tuple(
        (
            f"{each.value} {names[each.value]}",
            f"← {teller.say('explain.holds')}" if each.value == level else "",
            teller.text(each.descriptor),
        )
        for each in indicator.levels
    )
    return Table(
        caption=teller.say("explain.rubric"),
        columns=(
            Column(head=teller.say("column.level"), whole=True),
            Column(head="", whole=True),
            Column(head=teller.say("column.descriptor"), share=5),
        ),
        rows=rows,
        levels=tuple(shade(level, teller.framework) if each.value == level else None for each in indicator.levels),
    )


def _answers(indicator: Indicator, rating: Rating | None, teller: Teller) -> Table:
    given = rating.answer if rating else None
    decimals = decimals_of(teller.framework)
    return Table(
        caption=teller.say("explain.answers"),
        columns=(
            Column(head=teller.say("column.answer")),
            Column(head="", whole=True),
            Column(head=teller.say("column.score"), number=True),
        ),
        rows=tuple(
            (
                each.answer,
                f"← {teller.say('explain.holds')}" if each.answer == given else "",
                teller.number(each.points, decimals=decimals),
            )
            for each in indicator.answers
        ),
    )


def _rating_blocks(rating: Rating | None, teller: Teller) -> Iterator[Block]:
    yield Heading(text=teller.say("explain.rating"), depth=2)
    if rating is None:
        yield Paragraph(text=teller.say("state.not-rated"))
        return
    items = [(teller.say("column.state"), _state(rating, teller))]
    if rating.summary:
        items.append((teller.say("column.summary"), teller.text(rating.summary)))
    items.append((teller.say("detail.why"), teller.text(rating.rationale)))
    for id in rating.evidence:
        record = teller.records[id]
        items.append((teller.say("detail.evidence"), teller.cited(record)))
        items += [(teller.say("detail.printed"), _printed(each, teller)) for each in record.printed]
        if record.note:
            items.append((_note_label(record.note, teller), teller.text(record.note)))
    yield Listing(items=tuple(items))


def _note_label(note: Text, teller: Teller) -> str:
    """Notes are not translated as a rule; one that is in English alone says so to readers of other languages."""
    is_foreign = note.language == "en" and not note.speaks(teller.language)
    return teller.say("detail.note.english") if is_foreign else teller.say("detail.note")


def _printed(printed: Printed, teller: Teller) -> str:
    return teller.beside(teller.say("quoted", text=printed.text), teller.place(printed.locus))


def _state(rating: Rating, teller: Teller) -> str:
    if rating.status is not None:
        state = teller.say(f"state.{rating.status}")
        return teller.labelled(state, teller.text(rating.searched)) if rating.searched else state
    names = {each.value: teller.text(each.name) for each in teller.framework.scale}
    said = rating.answer or f"{rating.level} {names[rating.level or 0]}"
    if rating.confidence is None:
        return said
    inside = teller.say("detail.confidence", confidence=teller.say(f"confidence.{rating.confidence}"))
    return teller.say("parentheses", text=said, inside=inside)


def _bearing(indicator: str, assessment: Assessment, teller: Teller) -> Iterator[Block]:
    profile = assessment.profile
    findings = [each for each in profile.findings if indicator in each.bears_on]
    lessons = [each for each in profile.all_lessons if indicator in each.bears_on]
    if findings:
        yield Heading(text=teller.say("explain.findings"), depth=2)
        yield Listing(items=tuple((teller.say(f"finding.{each.kind}"), teller.cited(each)) for each in findings))
    if lessons:
        yield Heading(text=teller.say("heading.lessons"), depth=2)
        yield Listing(items=tuple((teller.text(each.title), teller.text(each.text)) for each in lessons))


def _sum(indicator: Indicator, assessment: Assessment, teller: Teller) -> Iterator[Block]:
    yield Heading(text=teller.say("explain.sum"), depth=2)
    child = assessment.score(indicator.id)
    if child.score is None:
        reason = teller.say(f"state.{child.state}")
        yield Paragraph(text=teller.say("explain.left-out", reason=reason))
        return
    items = []
    decimals = decimals_of(assessment.framework)
    points = teller.number(child.score, decimals=decimals)
    for parent in assessment.framework.path(indicator.id):
        above = assessment.score(parent)
        part = next(each for each in above.parts if each.id == child.id)
        items.append(("", _share(part, above, child, teller, decimals)))
        if part.left_out:
            break
        child = above
    yield Listing(items=tuple(items))
    if child.id != ROOT:
        return
    if child.score is None:
        yield Paragraph(text=overall_line(assessment, teller))
        return
    weight = assessment.effective_weight(indicator.id)
    score = assessment.score(indicator.id).score or 0
    product = teller.number(weight * score, decimals=decimals + 1)
    share = percent(weight, teller.language, decimals=1)
    yield Paragraph(text=teller.say("explain.in-all", weight=share, points=points, product=product))


def _share(part: Part, above: Score, child: Score, teller: Teller, decimals: int) -> str:
    label = teller.text(child.label)
    if part.left_out:
        reason = teller.say(f"state.{part.left_out}")
        return teller.labelled(label, teller.say("explain.left-out", reason=reason))
    parent = teller.say("overall.label") if above.id == ROOT else teller.text(above.label)
    score = part.score or 0
    line = teller.say(
        "explain.part",
        weight=percent(part.weight, teller.language, decimals=1),
        parent=parent,
        points=teller.number(score, decimals=decimals),
        product=teller.number(part.weight * score, decimals=decimals + 1),
    )
    return teller.labelled(label, line)


def _node_blocks(score: Score, assessment: Assessment, teller: Teller) -> Iterator[Block]:
    if score.id == ROOT:
        yield Paragraph(text=overall_line(assessment, teller))
    else:
        coverage = teller.labelled(teller.say("column.coverage"), coverage_words(score, teller.language))
        yield Paragraph(text=f"{level_words(assessment, score.id, teller)} · {coverage}")
    heads = ("score", "share", "contribution")
    decimals = decimals_of(assessment.framework)
    adds_up = score.rules is not None and score.rules.aggregation == "weighted-arithmetic-mean"
    rows = []
    for part in score.parts:
        label = teller.text(assessment.score(part.id).label)
        if part.left_out:
            reason = teller.say("explain.left-out", reason=teller.say(f"state.{part.left_out}"))
            rows.append((part.id, label, "–", "–", reason))
        else:
            points = part.score or 0
            product = teller.number(points * part.weight, decimals=decimals + 1) if adds_up else "–"
            rows.append(
                (
                    part.id,
                    label,
                    teller.number(points, decimals=decimals),
                    percent(part.weight, teller.language, decimals=1),
                    product,
                )
            )
    yield Table(
        caption=teller.say("explain.sum"),
        columns=(
            Column(head="Id", whole=True),
            Column(head=teller.say("column.part"), share=2),
            *(Column(head=teller.say(f"column.{head}"), number=True) for head in heads),
        ),
        rows=tuple(rows),
    )
    if score.score is not None:
        total = teller.number(score.score, decimals=decimals + 1)
        yield Paragraph(text=teller.labelled(teller.say("column.score"), total))
    yield from _next_band(score.id, assessment, teller)


def _next_band(id: str, assessment: Assessment, teller: Teller) -> Iterator[Block]:
    found = steps_to_next_band(assessment, id)
    if found is None:
        return
    points = teller.number(found.band.lower)
    count = len(found.steps)
    yield Heading(
        text=teller.say("explain.next", band=teller.text(found.band.name), points=points, count=count), depth=2
    )
    yield Listing(
        items=tuple(
            (
                "",
                teller.say(
                    "explain.step",
                    label=teller.text(each.indicator.label),
                    level=each.level,
                    score=teller.number(each.score, decimals=1),
                ),
            )
            for each in found.steps
        ),
        numbered=True,
    )
