"""LaTeX as this library writes it, read back."""

import re

_WORDS = {
    "textbackslash": "\\",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textquotedbl": '"',
    "textquotesingle": "'",
    "textasciigrave": "`",
}
_CHARACTERS = {",": " ", "-": "\u00ad", "\\": " "}
_TOKEN = re.compile(
    r"\\textsuperscript\{(?P<open>\[?)\\hyperlink\{[^}]*\}\{(?P<mark>\d+)\}(?P<close>[,\]])\}|\\sign\{(?P<sign>[0-9A-F]+)\}|\\(?P<word>[A-Za-z]+)(\{\})?"
    r"|\\(?P<character>.)|(?P<brace>[{}])|(?P<tie>~)",
    re.DOTALL,
)


def commands_of(text: str) -> set[str]:
    """Names of the commands in it; an escaped character is none."""
    return {found["word"] for found in _TOKEN.finditer(text) if found["word"]}


def read_latex(text: str) -> str:
    """What it prints, roughly: the texts in it whole, with the arguments of the commands around them."""
    return " ".join(_TOKEN.sub(_printed, text).split())


def _printed(found: re.Match[str]) -> str:
    if found["mark"]:
        return f" {found['open']}{found['mark']}{found['close']}"
    if found["sign"]:
        return chr(int(found["sign"], 16))
    if found["word"]:
        return _WORDS.get(found["word"], "")
    if found["character"]:
        return _CHARACTERS.get(found["character"], found["character"])
    return " " if found["tie"] else ""
