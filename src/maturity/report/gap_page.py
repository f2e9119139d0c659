"""The gap report as a page: what stands where, what to do first, what is not known, what was learned."""

from collections.abc import Iterator

from maturity.gaps import GapReport
from maturity.report.closing_blocks import caveat_blocks, lesson_blocks, source_blocks, unknown_blocks
from maturity.report.facts import Teller
from maturity.report.gap_blocks import gap_blocks
from maturity.report.page import Block, Heading, Page, Paragraph
from maturity.report.score_blocks import overall_line, score_blocks, strength_blocks


def gap_page(report: GapReport, *, language: str = "en", dimension: str | None = None) -> Page:
    """The gap report in *language*, for the whole or for one dimension."""
    assessment = report.assessment
    teller = Teller.of(assessment.profile, assessment.framework, language)
    blocks = (
        *_head(report, teller, dimension),
        *score_blocks(assessment, teller, dimension, report=report),
        *strength_blocks(assessment, teller, dimension),
        *gap_blocks(report, teller, dimension),
        *unknown_blocks(report, teller, dimension),
        *lesson_blocks(assessment.profile, teller, dimension),
        *source_blocks(assessment.profile, teller),
        *caveat_blocks(assessment, teller),
    )
    return Page(language=language, blocks=blocks)


def brief_gap_page(report: GapReport, *, language: str = "en", dimension: str | None = None) -> Page:
    """The scores and gaps alone, with how to read them."""
    teller = Teller.of(report.assessment.profile, report.assessment.framework, language)
    blocks = (
        *_head(report, teller, dimension),
        *score_blocks(report.assessment, teller, dimension, report=report),
        *gap_blocks(report, teller, dimension, details=False),
        Paragraph(text=teller.say("notebook.details"), note=True),
        *caveat_blocks(report.assessment, teller),
    )
    return Page(language=language, blocks=blocks)


def _head(report: GapReport, teller: Teller, dimension: str | None) -> Iterator[Block]:
    assessment = report.assessment
    profile = assessment.profile
    country = profile.names.in_language(teller.language)
    framework = teller.text(assessment.framework.title)
    yield Heading(text=teller.say("report.title", framework=framework, country=country, wave=profile.wave), depth=1)
    yield Paragraph(text=_target(report, teller))
    if dimension:
        label = teller.text(assessment.score(dimension).label)
        yield Paragraph(text=teller.say("report.dimension", dimension=label))
    yield Paragraph(text=overall_line(assessment, teller))
    yield Paragraph(text=teller.say("caveat.reading"), note=True)


def _target(report: GapReport, teller: Teller) -> str:
    target = report.target
    if target.everywhere is None:
        return teller.say(f"target.{target.kind}", of=", ".join(target.of), count=len(target.levels))
    scale = report.assessment.framework.scale
    name = next(teller.text(each.name) for each in scale if each.value == target.everywhere)
    return teller.say("target.level", level=teller.number(target.everywhere), name=name)
