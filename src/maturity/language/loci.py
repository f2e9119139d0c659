"""Places in sources as each language names them."""

import re
from functools import cache

from maturity.dates import Date
from maturity.language.calendar import written
from maturity.language.countries import country_names
from maturity.language.locus_words import NAMED, NUMBERED, WORDS, Words

_JOINT = {"zh": "；", "fr": "\u00a0; "}
_COMMA = {"zh": "，", "fr": ", "}
_BETWEEN_NUMBERS = {
    "zh": {" to ": "至", " and ": "和", ", ": "、", "(": "（", ")": "）"},
    "fr": {" to ": " à ", " and ": " et "},
}
_NUMBER = r"(?:(?:[A-Z]{2} )?\d[\d.]*[a-z]?(?:[–-]\d[\d.]*)?(?:\(\w\))?|[IVX]+|[A-Z]\d*|[A-Z]{2}\d+)"
_NUMBERS = rf"({_NUMBER}(?:(?:, | to | and ){_NUMBER})*)"
_BETWEEN_PIECES = re.compile(rf", (?!{_NUMBER}(?:,| to | and |$))| (?=of (?:the|each) \w+ cited$)")
_BRACKETED = re.compile(r"(.+) \((.+)\)")
_AS_A_WHOLE = " as a whole"
_LAST = ("¶", "head")
"""What may follow any word as its smaller place."""
_MONTHS = {written(Date(f"2000-{month:02}"), "en").split()[0]: month for month in range(1, 13)}
_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})")


def locus(text: str, language: str) -> str:
    """A locus such as `Table 10 row 3; §5 ¶3` in *language*; headings and what it does not know stay as they stand.

    >>> locus("Articles 3 and 5; page as a whole", "zh"), locus("country page, GDP growth rate", "fr")
    ('第3和5条；全文', 'page du pays, GDP growth rate')
    """
    if language not in _JOINT:
        return text
    return _JOINT[language].join(_place(each, language) for each in text.split("; "))


def _place(text: str, language: str) -> str:
    """One place: from the large to the small, with commas, or with a smaller one in brackets."""
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed and (inner := _place(bracketed[2], language)) != bracketed[2]:
        outer = _place(bracketed[1], language)
        return f"{outer}（{inner}）" if language == "zh" else f"{outer} ({inner})"
    pieces = _BETWEEN_PIECES.split(text)
    named = [_piece(each, language) for each in pieces]
    return text if named == pieces else _COMMA[language].join(named)


def _piece(text: str, language: str) -> str:
    """What stands between commas; after a number may follow a piece of its own: `Table 10 row 3`."""
    if words := WORDS.get(text[:1].lower() + text[1:]):
        return _in(words, language)
    if text.endswith(_AS_A_WHOLE):
        return _whole(text.removesuffix(_AS_A_WHOLE), language)
    named = [(words, text.removeprefix(start)) for start, words in _named() if text.startswith(start)]
    for words, name in named:
        if (known := _name(name, language)) != name:
            return _in(words, language).format(known)
    for pattern, words in _numbered():
        if match := pattern.fullmatch(text):
            place = _in(words, language).format(_numbers(match[1], language))
            return _joined(place, match[2], language) if match[2] else place
    for words, name in named:
        return _in(words, language).format(name)
    first, _, last = text.rpartition(" ")
    return _joined(_piece(first, language), last, language) if first and last.startswith(_LAST) else text


def _whole(noun: str, language: str) -> str:
    """*page as a whole* is the whole text in Chinese; *Chapter 2 as a whole* is not, and keeps its chapter."""
    whole = _in(WORDS["as a whole"], language)
    if language == "zh":
        return whole if noun in WORDS else f"{_piece(noun, language)}{whole}"
    return f"{_piece(noun, language)} {whole}"


def _joined(place: str, following: str, language: str) -> str:
    named = _piece(following, language)
    if named == following:
        return f"{place} {following}"
    return place + named if language == "zh" else f"{place}, {named}"


@cache
def _numbered() -> tuple[tuple[re.Pattern[str], Words], ...]:
    """What finds a numbered place, and what follows it; with a small or a capital letter in front."""
    found = []
    for wording, words in NUMBERED.items():
        before, after = (re.escape(each) for each in wording.split("{}"))
        first = f"[{before[0].upper()}{before[0].lower()}]{before[1:]}" if before[0].isalpha() else before
        found.append((re.compile(rf"{first}{_NUMBERS}{after}(?: (.+))?"), words))
    return tuple(found)


@cache
def _named() -> tuple[tuple[str, Words], ...]:
    return tuple((wording.removesuffix("{}"), words) for wording, words in NAMED.items())


def _numbers(text: str, language: str) -> str:
    for english, other in _BETWEEN_NUMBERS[language].items():
        text = text.replace(english, other)
    return text


def _name(text: str, language: str) -> str:
    """A country, or dates, in *language*; else the name as it stands."""
    if text in _countries():
        return _countries()[text][language]
    dated = _DAY.sub(lambda match: _day(match[1], match[2], match[3], language), text)
    return text if dated == text else _numbers(dated, language)


def _day(day: str, month: str, year: str, language: str) -> str:
    return written(Date(f"{year}-{_MONTHS[month]:02}-{int(day):02}"), language)


@cache
def _countries() -> dict[str, dict[str, str]]:
    return {names["en"]: names for names in country_names().values()}


def _in(words: Words, language: str) -> str:
    return words[0] if language == "zh" else words[1]
