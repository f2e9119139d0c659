"""Passages of the shipped data files, to the letter."""

import textwrap
from pathlib import Path

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def first_item(file: Path, key: str) -> str:
    """The first item of the list *key* in a file; nothing where there is none."""
    text, found = _find(file, key)
    if not isinstance(found, yaml.SequenceNode) or not found.value:
        return ""
    return f"{key}:\n" + textwrap.indent(f"- {_passage(text, found.value[0])}", "  ")


def whole_value(file: Path, key: str) -> str:
    """The mapping *key* of a file; nothing where there is none."""
    text, found = _find(file, key)
    if not isinstance(found, yaml.MappingNode):
        return ""
    return f"{key}: {_passage(text, found)}" if found.flow_style else f"{key}:\n  {_passage(text, found)}"


def first_key(file: Path) -> str:
    """The first key of a file."""
    node = yaml.compose(file.read_text(encoding="utf-8"), Loader=_LOADER)
    return str(node.value[0][0].value) if node else ""


def first_lines(file: Path, count: int) -> str:
    """The lines at the top of a file, and that there are more; nothing where there is no file."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return "\n".join([*lines[:count], "  # …"]) if lines else ""


def _find(file: Path, key: str) -> tuple[str, yaml.Node | None]:
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    node = yaml.compose(text, Loader=_LOADER)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return text, next((value for name, value in pairs if name.value == key), None)


def _passage(text: str, node: yaml.Node) -> str:
    """The text of a node; later lines are moved from the column it stands in to column 2."""
    first, *rest = text[node.start_mark.index : node.end_mark.index].splitlines()
    while rest and (not rest[-1].strip() or rest[-1].lstrip().startswith("#")):
        rest.pop()
    moved = [line[min(node.start_mark.column, len(line) - len(line.lstrip())) :] for line in rest]
    return "\n".join([first, *(f"  {line}" if line else "" for line in moved)])
