"""What a gap brings, in words that table and chart share."""

from maturity.gaps import Gap
from maturity.language.numbers import number
from maturity.language.phrases import say


def gain_words(gap: Gap, language: str) -> str:
    """The points that closing the gap adds; a dash where they cannot be said."""
    return "–" if gap.gain is None else f"+{number(gap.gain, language, decimals=1)}"


def step_words(gap: Gap, language: str) -> str:
    """The level now, the target, and the gain where it can be said."""
    target = number(gap.target, language)
    if gap.gain is None:
        return say("detail.step.unsaid", language, level=gap.level, target=target)
    gain = number(gap.gain, language, decimals=1)
    return say("detail.step", language, level=gap.level, target=target, gain=gain)
