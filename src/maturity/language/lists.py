"""Lists and sentences in a row as each language writes them."""

import re
from collections.abc import Sequence

_COMMA = {"en": ", ", "zh": "、", "fr": ", "}
_LAST = {"en": " and ", "zh": "和", "fr": " et "}
_SEMICOLON = {"en": "; ", "zh": "；", "fr": "\u00a0; "}
_LAST_SEMICOLON = {"en": "; and ", "zh": "；", "fr": "\u00a0; "}
_OPEN = {"en": ", etc.", "zh": "等", "fr": ", etc."}
_ENCLOSED = re.compile(r"\([^()]*\)|（[^（）]*）|《[^《》]*》")
"""What stands in brackets or is a title cannot be taken for two items of the list around it."""


def listed(items: Sequence[str], language: str, *, is_open: bool = False) -> str:
    """Items as a running list, with semicolons where an item is a list itself, and nothing between Chinese titles.

    >>> listed(["a", "b", "c"], "en"), listed(["a and b", "c"], "en"), listed(["甲", "乙"], "zh", is_open=True)
    ('a, b and c', 'a and b; and c', '甲、乙等')
    """
    comma, last = _COMMA[language], _LAST[language]
    if len(items) > 1 and any(_is_list(each, language) for each in items):
        comma, last = _SEMICOLON[language], _LAST_SEMICOLON[language]
    if is_open:
        last = comma
    written = comma.join(items[:-1]) + last + items[-1] if len(items) > 1 else "".join(items)
    return written.replace("》、《", "》《") + (_OPEN[language] if is_open and items else "")


def run_on(sentences: Sequence[str], language: str) -> str:
    """Whole sentences one after another; no space follows a Chinese sign.

    >>> run_on(["甲。", "乙。"], "zh"), run_on(["A.", "B."], "fr")
    ('甲。乙。', 'A. B.')
    """
    text = " ".join(sentences)
    return re.sub(r"(?<=[。？！”）]) ", "", text) if language == "zh" else text


def _is_list(item: str, language: str) -> bool:
    bare = _ENCLOSED.sub("", item)
    return any(each in bare for each in (_COMMA[language], _LAST[language]))
