"""Folded blocks of text: changed words change the lines that they stand in, and no others."""

import re

from maturity.files.yaml_scalars import ESCAPED, wrap

_HEADER = re.compile(r">[-+]?[ \t]*(?:#[^\r\n]*)?\r?\Z")
_LEAST_WIDTH = 80


def refold(block: str, text: str, *, width: int, newline: str) -> str | None:
    """The folded *block*, from its sign to its last word, with *text* for the text that it held.

    Nothing where lines mean more than a space: blank and indented lines, or a text with line breaks.
    """
    header, *body = block.split("\n")
    lines = [line.removesuffix("\r") for line in body]
    margin = re.match(" *", lines[0])[0] if lines else ""  # type: ignore[index]
    words = [line[len(margin) :] for line in lines]
    folds = all(line.startswith(margin) and line == line.rstrip() and line[len(margin) :].lstrip() for line in lines)
    if not lines or not _HEADER.match(header) or not folds or any(word[0] in " \t" for word in words):
        return None
    if not text or text != text.strip() or ESCAPED.search(text):
        return None
    longest = max(len(line) for line in lines)
    room = (max(longest, _LEAST_WIDTH) if len(lines) > 1 else max(longest, width)) - len(margin)
    changed = _with_changed_words(words, text, room)
    if " ".join(changed) != text:
        return None
    return newline.join([header.removesuffix("\r"), *(margin + line for line in changed)])


def _with_changed_words(lines: list[str], text: str, width: int) -> list[str]:
    first, rest = 0, text
    while first < len(lines) and (rest == lines[first] or rest.startswith(lines[first] + " ")):
        rest = rest[len(lines[first]) + 1 :]
        first += 1
    last = len(lines)
    while last > first and (rest == lines[last - 1] or rest.endswith(" " + lines[last - 1])):
        rest = rest[: max(0, len(rest) - len(lines[last - 1]) - 1)]
        last -= 1
    found = [*lines[:first], *(wrap(rest, width) if rest else []), *lines[last:]]
    return found if len(found) <= len(lines) else _with_neighbours(lines, first, rest, last, width) or found


def _with_neighbours(lines: list[str], first: int, rest: str, last: int, width: int) -> list[str] | None:
    """The lines with *rest* for those between two, folded with as few of the others as saves a line."""
    reaches = [(start, end) for start in (first, first - 1) if start >= 0 for end in range(last, len(lines) + 1)]
    for start, end in sorted(reaches, key=lambda reach: (first - reach[0]) + (reach[1] - last)):
        words = " ".join([*lines[start:first], rest, *lines[last:end]])
        found = [*lines[:start], *wrap(words, width), *lines[end:]]
        if len(found) <= len(lines):
            return found
    return None
