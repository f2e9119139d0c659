"""Plain values as YAML in the layout of the country folders: one line for what is short, blocks for the rest."""

from collections.abc import Mapping

from maturity.files.yaml_scalars import ESCAPED, Quoted, fold, write_scalar
from maturity.files.yaml_text import Value

WIDTH = 160
"""Columns that a line has, where nothing beside it says otherwise."""


class Whole(dict[str, Value]):
    """A mapping whose order matters, such as texts by language: equal to none, so that it is always written whole."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True

    __hash__ = None


_SHORT = 40
_STEP = 2


def entry_lines(key: str, value: Value, indent: int, width: int = WIDTH) -> list[str]:
    """The lines of an entry of a mapping whose keys stand *indent* columns in."""
    head = f"{' ' * indent}{write_scalar(key, flow=False)}:"
    return value_lines(head, value, indent, width)


def item_lines(value: Value, indent: int, width: int = WIDTH, *, flow: bool | None = None) -> list[str]:
    """The lines of an item of a list whose dashes stand *indent* columns in; *flow* fixes what a mapping looks like."""
    head = f"{' ' * indent}-"
    if not isinstance(value, dict) or not value:
        return value_lines(head, value, indent, width)
    line = f"{head} {flow_text(value)}"
    if flow or (flow is None and len(line) <= width):
        return [line]
    lines = [line for key, each in value.items() for line in entry_lines(key, each, indent + _STEP, width)]
    return [f"{head} {lines[0].lstrip(' ')}", *lines[1:]]


def list_lines(key: str, items: list[Value], indent: int = 0, width: int = WIDTH) -> list[str]:
    """The lines of a list of records: each takes one line where all of them can."""
    head = f"{' ' * indent}{write_scalar(key, flow=False)}:"
    if not items:
        return [f"{head} []"]
    flow = all(len(flow_text(each)) + indent + 2 * _STEP <= width for each in items)
    lines = [line for each in items for line in item_lines(each, indent + _STEP, width, flow=flow)]
    return [head, *lines]


def value_lines(head: str, value: Value, indent: int, width: int = WIDTH) -> list[str]:
    """The lines of a value behind *head*, a key with its colon or a dash, which stands *indent* columns in."""
    if isinstance(value, str):
        return _text_lines(head, value, indent, width)
    if not isinstance(value, list | dict) or _is_short(value, width - len(head) - 1):
        return [f"{head} {flow_text(value)}"]
    if isinstance(value, list):
        return [head, *(line for each in value for line in item_lines(each, indent + _STEP, width))]
    return [head, *(line for key, each in value.items() for line in entry_lines(key, each, indent + _STEP, width))]


def flow_text(value: Value) -> str:
    """The value on one line, with brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(flow_entry(key, each) for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow_text(each) for each in value) + "]"
    return write_scalar(value, flow=True)


def flow_entry(key: str, value: Value) -> str:
    """An entry of a mapping in brackets."""
    return f"{write_scalar(key, flow=True)}: {flow_text(value)}"


def file_text(values: Mapping[str, Value], comment: str = "") -> str:
    """A whole file: its comment, and its entries, with a blank line before each list of records."""
    lines = [f"# {comment}"] if comment else []
    for number, (key, value) in enumerate(values.items()):
        records = isinstance(value, list) and any(isinstance(each, dict) for each in value)
        if records and number:
            lines.append("")
        lines += list_lines(key, value, 0) if records and isinstance(value, list) else entry_lines(key, value, 0)
    return "\n".join(lines) + "\n"


def _text_lines(head: str, text: str, indent: int, width: int) -> list[str]:
    line = f"{head} {write_scalar(text, flow=False)}"
    margin = " " * (indent + _STEP)
    if "\n" in text and _can_stand_in_lines(text):
        return [f"{head} |-", *(margin + each if each else "" for each in text.split("\n"))]
    lines = fold(text, width - len(margin)) if len(line) > width else None
    return [line] if lines is None else [f"{head} >-", *(margin + each for each in lines)]


def _can_stand_in_lines(text: str) -> bool:
    lines = text.split("\n")
    return bool(lines[0] and lines[-1]) and all(each == each.strip() and not ESCAPED.search(each) for each in lines)


def _is_short(value: Value, room: int) -> bool:
    """Whether a list or mapping takes one line; lists of ids do however long they are, and entries of overlays."""
    items = value if isinstance(value, list) else []
    if isinstance(value, dict) and all(isinstance(each, Quoted) for each in value.values()):
        return True
    if isinstance(value, list) and all(isinstance(each, str) and " " not in each for each in items):
        return True
    return len(flow_text(value)) <= room and (len(items) == 1 or all(_is_short_text(each) for each in items))


def _is_short_text(value: Value) -> bool:
    return isinstance(value, str) and len(value) <= _SHORT
