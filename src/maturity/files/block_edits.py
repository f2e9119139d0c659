"""Entries and items on lines of their own, changed, taken out and put in."""

import re
from collections.abc import Sequence
from typing import Any

import attrs
import yaml

from maturity.files.alignment import align
from maturity.files.flow_edits import Member, change_members
from maturity.files.scalar_edits import Spot, put_scalar, put_value
from maturity.files.text_edits import CannotEditError, Edits
from maturity.files.yaml_layout import Whole, entry_lines, flow_entry, flow_text, item_lines, list_lines
from maturity.files.yaml_nodes import Source

_DASHES = re.compile(r" *(?:- +)+\Z")


class Editor:
    """Collects what must change in one text so that it says something else."""

    def __init__(self, source: Source, *, anew: bool = False) -> None:
        self.source = source
        self.anew = anew
        self.edits = Edits()

    def change_file(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Change the whole text from *old*, which it says, to *new*.

        Raises:
            CannotEditError: Something cannot be changed where it stands.
        """
        top = self.source.top
        if not isinstance(top, yaml.MappingNode):
            raise CannotEditError("the file holds no mapping")
        if top.flow_style:
            self._flow_mapping(top, old, new, Spot(indent=0, opens=0, flow=True))
        elif not old.keys() & new.keys():
            raise CannotEditError("nothing of the file stays")
        else:
            self._block_mapping(top, old, new, is_file=True)

    def _change(self, node: yaml.Node, old: Any, new: Any, spot: Spot) -> None:
        source, edits = self.source, self.edits
        if old == new:
            return
        if isinstance(node, yaml.ScalarNode) and not isinstance(new, dict | list):
            put_scalar(source, edits, node, new, spot)
        elif isinstance(node, yaml.MappingNode) and _can_become(old, new):
            if node.flow_style:
                self._flow_mapping(node, old, new, spot)
            else:
                self._block_mapping(node, old, new)
        elif isinstance(node, yaml.SequenceNode) and isinstance(new, list) and old:
            if node.flow_style:
                self._flow_sequence(node, old, new, spot)
            else:
                self._block_sequence(node, old, new, spot)
        else:
            put_value(source, edits, node, new, spot)

    def _change_record(self, node: yaml.Node, old: Any, new: Any, spot: Spot) -> None:
        """Change an item of one of the file's lists; where that fails, write it anew."""
        flow = bool(node.flow_style) if isinstance(node, yaml.MappingNode) else None
        lines = item_lines(new, spot.indent, self.source.width, flow=flow)
        self._change_or_write(node, old, new, spot, lines)

    def _change_entry(self, key: yaml.Node, value: yaml.Node, old: Any, new: Any, spot: Spot) -> None:
        """Change an entry that has lines of its own; where that fails, write it anew unless it is a list of blocks."""
        start = self.source.line_start(key.start_mark.index)
        in_lines = isinstance(value, yaml.CollectionNode) and not value.flow_style
        if (
            (self.anew and in_lines)
            or self.source.text[start : key.start_mark.index].strip(" ")
            or (in_lines and spot.holds_records)
        ):
            self._change(value, old, new, spot)
            return
        write = list_lines if spot.holds_records else entry_lines
        self._change_or_write(value, old, new, spot, write(key.value, new, spot.indent, self.source.width))

    def _change_or_write(self, node: yaml.Node, old: Any, new: Any, spot: Spot, lines: list[str]) -> None:
        if old == new:
            return
        count = len(self.edits.found)
        try:
            if not self.anew:
                self._change(node, old, new, spot)
                return
        except CannotEditError:
            self.edits.forget_since(count)
        first, last = self.source.line_start(spot.opens), self.source.line_end(self.source.end(node))
        kept = [" " * spot.indent + each for each in self.source.comments(first, last)]
        self.edits.put(first, last, self.source.newline.join([*kept, *lines]))

    def _block_mapping(
        self, node: yaml.MappingNode, old: dict[str, Any], new: dict[str, Any], *, is_file: bool = False
    ) -> None:
        column = node.value[0][0].start_mark.column
        for place, (key, value) in enumerate(node.value):
            name = key.value
            if name not in new:
                self._take_out_entry(node, place, new)
                continue
            opens = self.source.text.index(":", self.source.end(key)) + 1
            spot = Spot(indent=column, opens=opens, holds_records=is_file and _is_records(new[name]))
            self._change_entry(key, value, old[name], new[name], spot)
        self._put_in_entries(node, old, new, column, is_file)

    def _put_in_entries(
        self, node: yaml.MappingNode, old: dict[str, Any], new: dict[str, Any], column: int, is_file: bool
    ) -> None:
        ends = {key.value: self.source.end(value) for key, value in node.value if key.value in new}
        before = None
        last = list(ends)[-1]
        for name, value in new.items():
            if name in old:
                before = name
                continue
            if is_file and _is_records(value):
                lines = list_lines(name, value, column, self.source.width)
            else:
                lines = entry_lines(name, value, column, self.source.width)
            self._put_lines(self.source.line_end(ends[before or last]), lines)

    def _take_out_entry(self, node: yaml.MappingNode, place: int, new: dict[str, Any]) -> None:
        key, value = node.value[place]
        start = key.start_mark.index
        line = self.source.line_start(start)
        lead = self.source.text[line:start]
        if not lead.strip(" "):
            self._take_out_lines(start, self.source.end(value), key.start_mark.column)
            return
        follower = node.value[place + 1][0] if place + 1 < len(node.value) else None
        if follower is None or follower.value not in new or not _DASHES.match(lead):
            raise CannotEditError("an entry stands where no line can be taken out")
        if self.source.comments(start, follower.start_mark.index):
            raise CannotEditError("comments stand behind the first entry")
        self.edits.put(start, follower.start_mark.index, "")

    def _block_sequence(self, node: yaml.SequenceNode, old: list[Any], new: list[Any], spot: Spot) -> None:
        dashes = self._dashes(node)
        column = node.start_mark.column
        if not new:
            self.edits.put(spot.opens, spot.opens, " []")
        alignment = align(old, new)
        spots = [Spot(indent=column, opens=dash + 1, is_item=True) for dash in dashes]
        for place in alignment.gone(len(old)):
            self._take_out_lines(dashes[place], self.source.end(node.value[place]), column)
        here = self._before_line(dashes[0])
        for place, origin in enumerate(alignment.origins):
            if origin is None:
                neighbour = node.value[min(place, len(node.value) - 1)]
                self._put_lines(here, self._new_item_lines(new[place], column, neighbour))
            elif place in alignment.moved:
                self._move_item(node.value[origin], old[origin], new[place], spots[origin], here)
            else:
                change = self._change_record if spot.holds_records else self._change
                change(node.value[origin], old[origin], new[place], spots[origin])
                here = self.source.line_end(self.source.end(node.value[origin]))

    def _new_item_lines(self, value: Any, column: int, neighbour: yaml.Node) -> list[str]:
        flow = bool(neighbour.flow_style) if isinstance(neighbour, yaml.MappingNode) else None
        return item_lines(value, column, self.source.width, flow=flow)

    def _move_item(self, node: yaml.Node, old: Any, new: Any, spot: Spot, here: int) -> None:
        """Take an item's lines, with the comments among them, to another place, and change them there."""
        first, last = self.source.line_start(spot.opens), self.source.line_end(self.source.end(node))
        inside = Editor(self.source, anew=self.anew)
        inside._change_record(node, old, new, spot)
        self._put_lines(here, [inside.edits.made_in(self.source.text, first, last)])
        self.edits.put(self._before_line(first), last, "")

    def _dashes(self, node: yaml.SequenceNode) -> list[int]:
        dashes = []
        place = node.start_mark.index
        for item in node.value:
            dash = self.source.dash(place, item.start_mark.index)
            lead = "" if dash is None else self.source.text[self.source.line_start(dash) : dash]
            if dash is None or lead.strip(" "):
                raise CannotEditError("items do not begin lines")
            dashes.append(dash)
            place = self.source.end(item)
        return dashes

    def _take_out_lines(self, start: int, end: int, column: int) -> None:
        """Take out whole lines, but for the comments on them."""
        source = self.source
        kept = [" " * column + each for each in source.comments(start, source.line_end(end))]
        first = source.line_start(start)
        if first:
            self.edits.put(
                self._before_line(start), source.line_end(end), "".join(source.newline + each for each in kept)
            )
        else:
            after = min(source.line_end(end) + len(source.newline), len(source.text))
            self.edits.put(0, after, "".join(each + source.newline for each in kept))

    def _before_line(self, place: int) -> int:
        """Where the line before that of a place ends."""
        return self.source.line_end(max(self.source.line_start(place) - len(self.source.newline), 0))

    def _put_lines(self, place: int, lines: Sequence[str]) -> None:
        self.edits.put(place, place, "".join(self.source.newline + line for line in lines))

    def _flow_mapping(self, node: yaml.MappingNode, old: dict[str, Any], new: dict[str, Any], spot: Spot) -> None:
        inside = attrs.evolve(spot, flow=True)
        names = [key.value for key, _ in node.value]
        members = [Member(key.start_mark.index, self.source.end(value), key.value in new) for key, value in node.value]
        for key, value in node.value:
            if key.value in new:
                self._change(value, old[key.value], new[key.value], inside)
        added: dict[int | None, list[str]] = {}
        before = None
        for name, value in new.items():
            if name in old:
                before = names.index(name)
            else:
                added.setdefault(before, []).append(flow_entry(name, value))
        change_members(self.source, self.edits, members, added)

    def _flow_sequence(self, node: yaml.SequenceNode, old: list[Any], new: list[Any], spot: Spot) -> None:
        alignment = align(old, new)
        origins = [None if place in alignment.moved else each for place, each in enumerate(alignment.origins)]
        if not any(each is not None for each in origins):
            put_value(self.source, self.edits, node, new, spot)
            return
        inside = attrs.evolve(spot, flow=True)
        added: dict[int | None, list[str]] = {}
        before = None
        for place, origin in enumerate(origins):
            if origin is None:
                added.setdefault(before, []).append(flow_text(new[place]))
            else:
                self._change(node.value[origin], old[origin], new[place], inside)
                before = origin
        members = [
            Member(each.start_mark.index, self.source.end(each), place in origins)
            for place, each in enumerate(node.value)
        ]
        change_members(self.source, self.edits, members, added)


def _can_become(old: Any, new: Any) -> bool:
    """Whether a mapping has something in common with what it is to be, and no order to keep."""
    return isinstance(new, dict) and not isinstance(new, Whole) and bool(old.keys() & new.keys())


def _is_records(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)
