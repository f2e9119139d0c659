"""Where the values of a YAML text begin and end, and what comments stand among them."""

import re
from collections.abc import Iterator
from functools import cached_property

import yaml

from maturity.files.yaml_text import LOADER

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\r\n]*")
_HEADER = re.compile(r"[>|][-+0-9]*[ \t]*(#[^\r\n]*)?")


class Source:
    """A YAML text and its nodes; places are counted in characters from the start."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.top: yaml.Node | None = yaml.compose(text, Loader=LOADER)

    @cached_property
    def width(self) -> int:
        """Columns that the longest line of a folded block takes, within bounds; the house's where there is none."""
        folded = [each for each in _scalars(self.top) if each.style == ">"] if self.top else []
        lines = [
            line for each in folded for line in self.text[each.start_mark.index : end(self.text, each)].split("\n")
        ]
        return min(max((len(line) for line in lines), default=160), 160) if len(lines) > _FEW else 160

    def line_start(self, place: int) -> int:
        """Where the line of a place begins."""
        return self.text.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        """Where the line of a place ends, before its line break."""
        found = self.text.find("\n", place)
        if found < 0:
            return len(self.text)
        return found - 1 if found > place and self.text[found - 1] == "\r" else found

    def end(self, node: yaml.Node) -> int:
        """Where a node's own content ends: no comment, blank line or line break after it."""
        return end(self.text, node)

    def comments(self, first: int, last: int) -> list[str]:
        """The comments between two places."""
        found = []
        place = first
        for scalar in self._scalars_between(first, last):
            found += _COMMENT.findall(self.text, place, max(place, scalar.start_mark.index))
            if scalar.style in ("|", ">"):
                header = _HEADER.match(self.text, scalar.start_mark.index)
                found += [header[1]] if header and header[1] else []
            place = self.end(scalar)
        return found + _COMMENT.findall(self.text, place, max(place, last))

    def dash(self, first: int, last: int) -> int | None:
        """The first dash between two places that is in no comment."""
        found = re.compile(r"(?:\s|#[^\r\n]*)*-").match(self.text, first, last)
        return found.end() - 1 if found else None

    def _scalars_between(self, first: int, last: int) -> Iterator[yaml.ScalarNode]:
        return (each for each in self._all_scalars if first <= each.start_mark.index < last)

    @cached_property
    def _all_scalars(self) -> list[yaml.ScalarNode]:
        return list(_scalars(self.top)) if self.top else []


def end(text: str, node: yaml.Node) -> int:
    """Where the content of a node of *text* ends."""
    start: int = node.start_mark.index
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("|", ">"):
            return start + len(text[start : node.end_mark.index].rstrip())
        return int(node.end_mark.index)
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return end(text, last[1] if isinstance(last, tuple) else last)


def header_comment(text: str, node: yaml.ScalarNode) -> str:
    """The comment behind the sign that opens a block of text, with the space before it."""
    start = node.start_mark.index
    found = re.compile(r"[>|][-+0-9]*([ \t]+#[^\r\n]*)").match(text, start) if node.style in ("|", ">") else None
    return found[1] if found else ""


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _scalars(each)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)


_FEW = 6
