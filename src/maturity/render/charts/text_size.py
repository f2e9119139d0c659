"""How wide text is in the type of charts, and text set in lines."""

from collections.abc import Sequence
from unicodedata import combining, normalize

from maturity.render.visible import visible
from maturity.render.width import columns_of, wrap

_EM = 1000
_WIDTHS = {
    each: width
    for letters, width in (
        ("ijl'‘’", 222),
        ("|", 260),
        (" !,./:;[\\]ftI\u00a0·", 278),
        ('()-`r{}“”"', 350),
        ("*^\u202f", 420),
        ("cksvxyzJ", 500),
        ("0123456789abdeghnopquL$#?_–«»", 556),
        ("+<=>~−", 584),
        ("FTZ", 611),
        ("ABEKPSVXY&", 667),
        ("CDHNRUw", 722),
        ("GOQ", 778),
        ("mM", 833),
        ("%", 889),
        ("W", 944),
        ("—…@œŒæÆ", 1015),
    )
    for each in letters
}
"""Widths of Arial's letters in thousandths of their size; Helvetica's and Liberation Sans's are the same."""
_OTHER = 600
_BOLD = 1.07
_SPREAD = 1.03
"""Other type may be a little wider."""


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line in pixels; a Chinese character is as wide as it is high."""
    total = sum(_width(each) for each in normalize("NFD", visible(text)))
    return total / _EM * size * (_BOLD if bold else 1) * _SPREAD


def set_lines(text: str, size: float, room: float, *, bold: bool = False, most: int = 4) -> tuple[str, ...]:
    """*text* in lines of at most *room* pixels; after *most* lines the rest is left out with an ellipsis."""
    shown = " ".join(text.split())
    columns = max(2, int(room / size / 0.4))
    lines = wrap(shown, columns)
    while columns > 2 and max(text_width(each, size, bold=bold) for each in lines) > room:
        columns -= 1
        lines = wrap(shown, columns)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1][: max(1, columns - 2)].rstrip()}…"]
    return tuple(lines)


def widest(texts: Sequence[str], size: float, most: float) -> float:
    """Width of the widest of the texts, at most *most* pixels."""
    return min(most, max((text_width(each, size) for each in texts), default=0))


def _width(character: str) -> int:
    if character in _WIDTHS:
        return _WIDTHS[character]
    if combining(character):
        return 0
    columns = columns_of(character)
    return _EM if columns == 2 else _OTHER * columns
