"""Where values stand in a YAML text, found in one pass that keeps no more than is asked for."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import yaml
from attrs import define, field, frozen

from maturity.files.yaml_text import read_events

Path: TypeAlias = "tuple[str | int, ...]"
"""Steps from the top of a file to a value: keys, and positions in lists counted from 0."""

Position: TypeAlias = tuple[int, int]
"""Line and column, counted from 1."""


@frozen
class Spot:
    """A value, or its key."""

    path: Path
    at_key: bool = False


def find_positions(text: str, spots: Iterable[Spot]) -> list[Position]:
    """Where each of *spots* stands in *text*, which `parse` has read; of what is not there, the value above it."""
    wanted = list(spots)
    top = _Node()
    for spot in wanted:
        node = top
        for step in spot.path:
            node = node.below.setdefault(step, _Node())
    events = read_events(text)
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            _visit(event, events, top)
            break
    return [_found(top, spot) for spot in wanted]


@define
class _Node:
    """A step of a path that is asked for, and where it was found."""

    below: dict[str | int, "_Node"] = field(factory=dict)
    value: Position | None = None
    key: Position | None = None


def _found(top: _Node, spot: Spot) -> Position:
    node = top
    for step in spot.path:
        if node.below[step].value is None:
            break
        node = node.below[step]
    return (spot.at_key and node.key) or node.value or (1, 1)


def _visit(event: yaml.Event, events: Iterator[yaml.Event], node: _Node) -> None:
    node.value = _position(event)
    if not node.below:
        _skip(event, events)
    elif isinstance(event, yaml.SequenceStartEvent):
        for index, item in enumerate(_until(yaml.SequenceEndEvent, events)):
            _visit_or_skip(item, events, node.below.get(index))
    elif isinstance(event, yaml.MappingStartEvent):
        for key in _until(yaml.MappingEndEvent, events):
            below = node.below.get(key.value)
            if below:
                below.key = _position(key)
            _visit_or_skip(next(events), events, below)


def _visit_or_skip(event: yaml.Event, events: Iterator[yaml.Event], node: _Node | None) -> None:
    if node:
        _visit(event, events, node)
    else:
        _skip(event, events)


def _until(end: type[yaml.Event], events: Iterator[yaml.Event]) -> Iterator[Any]:
    """The events of a list or mapping; whoever takes one takes what belongs to it too."""
    for event in events:
        if isinstance(event, end):
            return
        yield event


def _skip(event: yaml.Event, events: Iterator[yaml.Event]) -> None:
    depth = int(isinstance(event, yaml.CollectionStartEvent))
    while depth:
        following = next(events)
        if isinstance(following, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(following, yaml.CollectionEndEvent):
            depth -= 1


def _position(event: Any) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1
