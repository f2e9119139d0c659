"""An assessment as a page: how the country stands as a whole, and by dimension and component."""

from maturity.report.closing_blocks import caveat_blocks
from maturity.report.facts import Teller
from maturity.report.page import Heading, Page, Paragraph
from maturity.report.score_blocks import overall_line, score_blocks
from maturity.scoring import Assessment


def assessment_page(assessment: Assessment, *, language: str = "en") -> Page:
    """The scores in *language*, with how to read them."""
    profile = assessment.profile
    teller = Teller.of(profile, assessment.framework, language)
    country = profile.names.in_language(language)
    framework = teller.text(assessment.framework.title)
    blocks = (
        Heading(text=teller.say("report.title", framework=framework, country=country, wave=profile.wave), depth=1),
        Paragraph(text=overall_line(assessment, teller)),
        Paragraph(text=teller.say("caveat.reading"), note=True),
        *score_blocks(assessment, teller),
        *caveat_blocks(assessment, teller),
    )
    return Page(language=language, blocks=blocks)
