"""Places in sources as each language names them."""

import re

_WORDS = {
    "zh": {
        "row": "第{}行",
        "Table": "表{}",
        "Figure": "图{}",
        "footnote": "脚注{}",
        "Reference": "参考文献{}",
        "joint": "；",
        "gap": "",
    },
    "fr": {
        "row": "ligne {}",
        "Table": "tableau {}",
        "Figure": "figure {}",
        "footnote": "note {}",
        "Reference": "référence {}",
        "joint": "\u00a0; ",
        "gap": ", ",
    },
}
_PLACE = re.compile(r"\b(Table|Figure|footnote|Reference) (\d+)(?: row (\d+))?")


def locus(text: str, language: str) -> str:
    """A locus such as `Table 10 row 3; §5 ¶3` in *language*; what it does not know stays as it stands."""
    words = _WORDS.get(language)
    if words is None:
        return text

    def name(match: re.Match[str]) -> str:
        kind, number, row = match.groups()
        place = words[kind].format(number)
        return f"{place}{words['gap']}{words['row'].format(row)}" if row else place

    return words["joint"].join(_PLACE.sub(name, part) for part in text.split("; "))
