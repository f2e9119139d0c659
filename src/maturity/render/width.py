"""Text set to a width of terminal columns, Chinese included."""

from collections.abc import Iterator

from wcwidth import iter_graphemes, wcwidth
from wcwidth import width as _width

_NO_START = frozenset("，。；：、！？）》」』】〉”’％…")
_NO_END = frozenset("（《「『【〈“‘")


def columns_of(text: str) -> int:
    """How many terminal columns *text* takes; a Chinese character takes two."""
    return len(text) if text.isascii() else _width(text)


def _is_narrow(text: str) -> bool:
    """Whether every character takes one column; below U+0300 all do but the soft hyphen, and asking is fast."""
    if not text or (max(text) < "\u0300" and "\u00ad" not in text):
        return True
    return all(wcwidth(each) == 1 for each in set(text))


def wrap(text: str, width: int) -> list[str]:
    """*text* in lines of at most *width* columns.

    A Chinese line breaks between any two characters, but none begins with closing punctuation or ends with opening
    one. A word longer than the width is cut.
    """
    if _is_narrow(text):
        return _wrap_words(text, width)
    lines = [""]
    for piece in _pieces(text):
        if lines[-1].strip() and columns_of((lines[-1] + piece).rstrip()) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
        while columns_of(lines[-1].rstrip()) > width:
            head = _cut(lines[-1], width)
            lines[-1:] = [head, lines[-1][len(head) :]]
    return [line.rstrip() for line in lines]


def longest_word(text: str) -> int:
    """How many columns the longest part takes that `wrap` leaves whole where it has the room."""
    parts = text.split() if _is_narrow(text) else _pieces(text)
    return max((columns_of(each.strip()) for each in parts), default=0)


def pad(text: str, width: int, *, right: bool = False) -> str:
    """*text* filled with spaces to *width* columns; set to the right if asked for."""
    space = " " * max(0, width - columns_of(text))
    return space + text if right else text + space


def _wrap_words(text: str, width: int) -> list[str]:
    """The same for text whose every character takes one column, which is most of it."""
    words = " ".join(filter(None, text.split(" ")))
    lines, start = [], 0
    while len(words) - start > width:
        space = words.rfind(" ", start, start + width + 1)
        end = space if space > start else start + width
        lines.append(words[start:end])
        start = end + (words[end] == " ")
    return [*lines, words[start:]]


def _pieces(text: str) -> Iterator[str]:
    """What must stand on one line together: a word, or a Chinese character with its punctuation."""
    piece, last = "", ""
    for each in iter_graphemes(text):
        if piece and _may_break(last, each):
            yield piece
            piece = ""
        piece += each
        last = each
    yield piece


def _may_break(last: str, following: str) -> bool:
    if last == " " or following == " ":
        return last == " " and following != " "
    if following in _NO_START or last in _NO_END:
        return False
    return columns_of(last) == 2 or columns_of(following) == 2


def _cut(text: str, width: int) -> str:
    head = ""
    for each in iter_graphemes(text):
        if head and columns_of(head + each) > width:
            break
        head += each
    return head
