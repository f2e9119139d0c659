"""Changes of a single value, or of a whole one, where it stands in a YAML text."""

from typing import Any

import yaml
from attrs import field, frozen

from maturity.files.refolding import refold
from maturity.files.text_edits import CannotEditError, Edits
from maturity.files.yaml_layout import flow_text, item_lines, list_lines, value_lines
from maturity.files.yaml_nodes import Source, header_comment
from maturity.files.yaml_scalars import write_scalar


@frozen(kw_only=True)
class Spot:
    """Where a value stands in its file."""

    indent: int = field(metadata={"doc": "Columns before its key or dash."})
    opens: int = field(metadata={"doc": "Where its key's colon or its dash ends."})
    flow: bool = field(default=False, metadata={"doc": "Whether it stands within brackets."})
    is_item: bool = field(default=False, metadata={"doc": "Whether it is an item of a list of blocks."})
    holds_records: bool = field(default=False, metadata={"doc": "Whether it is one of the file's lists of records."})


def put_scalar(source: Source, edits: Edits, node: yaml.ScalarNode, new: Any, spot: Spot) -> None:
    """Change a text, number or truth value, in its own style where that can hold the new one."""
    start, end = node.start_mark.index, source.end(node)
    if spot.flow:
        edits.put(start, end, write_scalar(new, flow=True, like=_quotes(node)))
    elif node.style in ("|", ">"):
        _put_for_block(source, edits, node, new, spot)
    else:
        room = max(source.width, source.line_end(start) - source.line_start(start))
        inline = write_scalar(new, flow=False, like=_quotes(node))
        if start - source.line_start(start) + len(inline) <= room:
            lines = [inline]
        else:
            head = " " * (start - source.line_start(start) - 1)
            lines = _without_head(head, value_lines(head, new, spot.indent, room))
        space = " " if start == end and not source.text[start - 1 : start].isspace() else ""
        edits.put(start, end, space + lines[0])
        _put_after_line(source, edits, end, lines[1:])


def put_value(source: Source, edits: Edits, node: yaml.Node, new: Any, spot: Spot) -> None:
    """Change a value as a whole.

    Raises:
        CannotEditError: There are comments within it.
    """
    end = source.end(node)
    if spot.flow:
        _refuse_comments(source, node.start_mark.index, end)
        edits.put(node.start_mark.index, end, flow_text(new))
        return
    _refuse_comments(source, spot.opens, end)
    start = source.line_start(spot.opens)
    head = source.text[start : spot.opens]
    if spot.holds_records and new:
        lines = [head, *list_lines("", new, spot.indent, source.width)[1:]]
    elif spot.is_item and isinstance(new, dict):
        lines = item_lines(new, spot.indent, source.width)
        head = lines[0][: spot.indent + 1]
    else:
        lines = value_lines(head, new, spot.indent, source.width)
    edits.put(spot.opens, end, lines[0][len(head) :])
    _put_after_line(source, edits, end, lines[1:])


def _put_for_block(source: Source, edits: Edits, node: yaml.ScalarNode, new: Any, spot: Spot) -> None:
    start, end = node.start_mark.index, source.end(node)
    if isinstance(new, str) and node.style == ">":
        found = refold(source.text[start:end], new, width=source.width, newline=source.newline)
        if found is not None:
            edits.put(start, end, found)
            return
    head = source.text[source.line_start(start) : start].rstrip(" ")
    first, *others = _without_head(head, value_lines(head, new, spot.indent, source.width))
    edits.put(start, end, source.newline.join([first + header_comment(source.text, node), *others]))


def _put_after_line(source: Source, edits: Edits, place: int, lines: list[str]) -> None:
    if lines:
        end = source.line_end(place)
        edits.put(end, end, "".join(source.newline + line for line in lines))


def _without_head(head: str, lines: list[str]) -> list[str]:
    return [lines[0][len(head) + 1 :], *lines[1:]]


def _refuse_comments(source: Source, start: int, end: int) -> None:
    if source.comments(start, end):
        raise CannotEditError("comments stand within the value")


def _quotes(node: yaml.ScalarNode) -> str | None:
    return node.style if node.style in ("'", '"') else None
