"""How much is said: rationales too short to follow, quotations too long to be short."""

import re
from collections.abc import Iterator

from maturity.files.faults import Fault
from maturity.files.positions import Path
from maturity.lint.rated import Rated
from maturity.records.findings import Finding

MIN_RATIONALE_WORDS = 20
MAX_QUOTE_WORDS = 40

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")


def check_rationale(rated: Rated) -> Iterator[Fault]:
    """A rationale that cannot say both why this level and why not the next."""
    words = count_words(rated.rating.rationale.original)
    if rated.rating.level is not None and words < MIN_RATIONALE_WORDS:
        hint = f"say why this level and not the next, in {MIN_RATIONALE_WORDS} words or more"
        yield Fault((*rated.at, "rationale"), "W309", f"rationale of {words} words for {rated.name}", hint)


def check_quote(finding: Finding, at: Path) -> Iterator[Fault]:
    """A quotation that is longer than a reader needs, or than its publisher may allow."""
    words = count_words(finding.quote or "")
    if words > MAX_QUOTE_WORDS:
        hint = f"at most {MAX_QUOTE_WORDS}; say the rest in own words"
        yield Fault((*at, "quote"), "W310", f"quotation of {words} words in '{finding.id}'", hint)


def count_words(text: str) -> int:
    """Words between spaces; two Chinese characters count as one word."""
    characters = len(_IDEOGRAPH.findall(text))
    return len(_IDEOGRAPH.sub(" ", text).split()) + (characters + 1) // 2
