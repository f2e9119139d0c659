"""Single values as YAML that a strict reader of version 1.2 takes for the same; one of 1.1 too, but for dates."""

import json
import re

from maturity.files.yaml_text import Value


class Quoted(str):
    """Text that is always written in double quotes, such as a fingerprint, which may look like a number."""

    __slots__ = ()


ESCAPED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that stand in a file only as escapes in double quotes."""

_LEADS_ASTRAY = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=~]|<<")
_BREAKS = re.compile(r":(?=\s|//|$)|\s#")
_BREAKS_IN_FLOW = re.compile(r"[,\[\]{}:]|\s#")
_BENT = re.compile(
    r"""(?: null|true|false|yes|no|on|off|y|n
          | [-+]?[0-9._]+(?:[eE][-+]?[0-9]+)?
          | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
          | [-+]?0[xob][0-9a-f_]+
          | [-+]?\.(?:inf|nan)
        )\Z""",
    re.IGNORECASE | re.VERBOSE,
)


def write_scalar(value: Value, *, flow: bool, like: str | None = None) -> str:
    """A text, number, truth value or nothing on one line; *flow* says whether it stands within brackets.

    A text is quoted where it must be, and in the style *like* (`'` or `"`) where that can hold it.
    """
    if isinstance(value, str):
        return _write_text(value, flow, like)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value)


def quoted(text: str) -> str:
    """*text* in double quotes, on one line, as YAML and JSON both read it."""
    return escape(json.dumps(text, ensure_ascii=False))


def escape(line: str) -> str:
    """A line of JSON with an escape for each character that cannot stand in a file as itself."""
    return ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether *text* can do without quotes."""
    return not (
        not text
        or text != text.strip()
        or ESCAPED.search(text)
        or _LEADS_ASTRAY.match(text)
        or (_BREAKS_IN_FLOW if flow else _BREAKS).search(text)
        or _BENT.match(text)
    )


def fold(text: str, width: int) -> list[str] | None:
    """*text* as the lines of a folded block, each at most *width* long where its words allow it.

    Nothing where a folded block cannot hold the text, or would have one line.
    """
    if text != text.strip() or ESCAPED.search(text) or not text:
        return None
    lines = wrap(text, width)
    return lines if len(lines) > 1 else None


def wrap(text: str, width: int) -> list[str]:
    """*text* broken at single spaces into lines of at most *width* where its words allow it."""
    lines: list[str] = []
    for piece in re.split(r"(?<! ) (?! )", text):
        if lines and len(lines[-1]) + 1 + len(piece) <= width:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return lines


def _write_text(text: str, flow: bool, like: str | None) -> str:
    if isinstance(text, Quoted) or like == '"':
        return quoted(text)
    if like == "'" and not ESCAPED.search(text):
        return "'" + text.replace("'", "''") + "'"
    return text if is_plain(text, flow=flow) else quoted(text)
