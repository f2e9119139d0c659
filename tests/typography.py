"""How Chinese and French are set: what in a text departs from it."""

import re

import attrs

from maturity.text import Text

_HAN = r"[\u3400-\u9fff]"
_TYPED = re.compile(
    r"\w+\(\w+=\w+\)|\[[^\]]*\]|`[^`]*`|https?://\S+|maturity [a-z]+( [{}a-z]+)*( -o FOLDER)?|\b[a-z_]+:(?= )"
)
"""What is typed and not set: names in brackets or back quotes, addresses, commands, keys of files."""

_CHINESE = {
    "western sign behind a character": rf"{_HAN}[,;:?!()'\"\[]",
    "western sign before a character": rf"[,;:?!()'\"\]]{_HAN}",
    "western full stop": rf"{_HAN}\.(?![\w.])",
    "space between characters": rf"{_HAN} +{_HAN}",
    "space beside a Chinese sign": r"[，。；：？！、）（“”《》] | [，。；：？！、）（”》]",
}
_FRENCH = {
    "double sign without its space": r"(?<![\u00a0\u202f])[:;?!»](?=[\s\u00a0).,]|$)",
    "opening quotation mark without its space": r"«(?![\u00a0\u202f])",
    "percent sign without its space": r"(?<![\u00a0\u202f])%",
    "straight quotation mark or apostrophe": r"['\"]",
}
_BOTH = {"three full stops": r"\.\.\.", "two spaces": r" {2}"}
_PAIRS = ("“”", "（）", "《》", "「」", "«»", "()")


def chinese_slips(text: str) -> list[str]:
    """What in *text* is not as Chinese is set."""
    return _slips(text, {**_CHINESE, **_BOTH})


def french_slips(text: str) -> list[str]:
    """What in *text* is not as French is set."""
    return _slips(text, {**_FRENCH, **_BOTH})


def _slips(text: str, rules: dict[str, str]) -> list[str]:
    set_ = _TYPED.sub("x", text)
    found = [f"{name}: {text}" for name, pattern in rules.items() if re.search(pattern, set_)]
    return found + [f"half a pair {pair}: {text}" for pair in _PAIRS if text.count(pair[0]) != text.count(pair[1])]


def slips_in(value: object) -> list[str]:
    """What the translations of all texts in *value* depart from, and the originals that are Chinese or French."""
    if isinstance(value, Text):
        said = dict([(value.language, value.original), *value.translations])
        return [*chinese_slips(said.get("zh", "")), *french_slips(said.get("fr", ""))]
    if attrs.has(type(value)):
        inside = [getattr(value, each.name) for each in attrs.fields(type(value))]  # type: ignore[arg-type]
    else:
        inside = list(value) if isinstance(value, tuple) else []
    return [slip for each in inside for slip in slips_in(each)]
