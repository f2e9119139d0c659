"""Text that LaTeX prints as it is, whatever it holds."""

import re
from collections.abc import Iterator

from maturity.render.visible import visible
from maturity.render.width import columns_of

_LONGEST_WORD = 20
"""Characters after which a word may be broken anywhere."""
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "[": "{[}",  # else an option of \\ or \item
    "]": "{]}",
    "*": "{*}",
    "<": "<{}",  # else part of a ligature
    ">": ">{}",
    "-": "-{}",
    ",": ",{}",
    "\u00a0": "~",
    "\u202f": r"\,",
    "\u00ad": r"\-",
    "\u200b": r"\allowbreak{}",
}
_NO_WIDTH = re.compile("[\u200c\u200d\u2060\ufeff\ufe00-\ufe0f]")
"""Signs that only join or choose among shapes, which no font here needs."""
_PLAIN = re.compile("[ -~\u00a0-\u024f\u0300-\u036f\u2010-\u2027\u202f-\u203a\u20ac\u3000-\u303f\uff00-\uffef]")
"""What any text font of XeTeX holds; other signs are looked for in further fonts."""


def latex_text(text: str) -> str:
    """*text* in one line, with everything that means something to TeX escaped."""
    return "".join(_pieces(" ".join(_NO_WIDTH.sub("", visible(text)).split())))


def _pieces(text: str) -> Iterator[str]:
    length = 0
    for each in text:
        length = 0 if each in " -/\u200b" or is_chinese(each) else length + 1
        if length > _LONGEST_WORD:
            length = 1
            yield r"\allowbreak{}"
        if each in _ESCAPES:
            yield _ESCAPES[each]
        elif _PLAIN.match(each) or is_chinese(each):
            yield each
        else:
            yield f"\\sign{{{ord(each):04X}}}"
        if each == "/":
            yield r"\allowbreak{}"


def is_chinese(text: str) -> bool:
    """Whether *text* holds a character of Chinese writing or its punctuation."""
    return not text.isascii() and any(_is_han(each) for each in text)


def _is_han(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or ("\uf900" <= character <= "\uffef" and columns_of(character) == 2)
