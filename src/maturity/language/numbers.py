"""Numbers and shares as each language writes them (CLDR conventions)."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from maturity.calculation.numbers import HAIR

_SIGNS = {
    "en": str.maketrans({"-": "−"}),
    "zh": str.maketrans({"-": "−"}),
    "fr": str.maketrans({"-": "−", ",": "\u202f", ".": ","}),
}
"""By language: what stands for the signs in a number as Python writes it."""
_LESS = {"en": "<", "zh": "<", "fr": "<\u00a0"}
_PERCENT = {"en": "{}%", "zh": "{}%", "fr": "{}\u00a0%"}


def number(value: float, language: str, *, decimals: int | None = None) -> str:
    """*value* with its thousands grouped; as many decimals as asked for, halves away from 0, or as the value has.

    >>> number(1.25, "en", decimals=1), number(2.5, "fr")
    ('1.3', '2,5')
    """
    text = f"{Decimal(str(value)):z,f}".removesuffix(".0") if decimals is None else _rounded(value, decimals)
    return text.translate(_SIGNS[language])


def difference(value: float, language: str, *, decimals: int) -> str:
    """A difference with its sign; none where it rounds to 0.

    >>> difference(0.25, "fr", decimals=1)
    '+0,3'
    """
    text = number(value, language, decimals=decimals)
    return f"+{text}" if float(_rounded(value, decimals).replace(",", "")) > 0 else text


def percent(share: float, language: str, *, decimals: int = 0, bar: float = 1.0) -> str:
    """A share of 0–1 as a percentage, rounded; but what lies below *bar* is not written as if it reached it.

    100% is said of the whole alone, and 0% of nothing.

    >>> percent(0.497, "en"), percent(0.497, "en", bar=0.5), percent(0.998, "en"), percent(0.004, "en")
    ('50%', '49%', '99%', '<1%')
    """
    step = 10.0**-decimals
    shown = float(_rounded(share * 100, decimals).replace(",", ""))
    if any(share < each - HAIR and shown >= each * 100 for each in (bar, 1.0)):
        shown -= step
    less = _LESS[language] if shown <= 0 < share else ""
    return less + _PERCENT[language].format(number(step if less else shown, language, decimals=decimals))


_EXACT, _NEAR_HALF = 1e6, 1e-4
"""Below the one, a float that lies further from a half than the other is on the side of it that it seems to be on."""


def _rounded(value: float, decimals: int) -> str:
    """*value* as spreadsheets show it: of its 15 first digits, since what a sum of floats adds behind is chance."""
    if abs(value) < _EXACT and abs(abs(value) * 10**decimals % 1 - 0.5) > _NEAR_HALF:  # away from a half all ways agree
        return f"{value:z,.{decimals}f}"
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    with localcontext(rounding=ROUND_HALF_UP):
        return f"{exact:z,.{decimals}f}"
