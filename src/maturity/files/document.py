"""A data file that was parsed, and where its values stand."""

from functools import cached_property
from importlib.resources.abc import Traversable

import yaml
from attrs import frozen

from maturity.files.yaml_text import MAX_BYTES, Value, decode, parse
from maturity.problems import Place, Problem

Path = tuple[str | int, ...]
"""Steps from the top of a file to a value: keys, and positions in lists counted from 0."""


@frozen(kw_only=True)
class Document:
    """A file's name as the user knows it, its text, and the value that it describes."""

    shown: str
    text: str
    value: Value

    @cached_property
    def _top(self) -> yaml.Node | None:
        """Composed only when a place is wanted, which is when something is wrong."""
        node: yaml.Node | None = yaml.compose(self.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return node

    def problem(self, path: Path, code: str, message: str, hint: str = "", *, at_key: bool = False) -> Problem:
        """A problem with the value at *path*, or with its key."""
        return Problem(place=self.place(path, at_key=at_key), code=code, message=message, hint=hint)

    def place(self, path: Path, *, at_key: bool = False) -> Place:
        """Where the value at *path* stands, or its key; the nearest value above it where there is none."""
        node = self._top
        mark = node.start_mark if node else None
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            key, node = found
            mark = key.start_mark if at_key and key is not None else node.start_mark
        return Place(file=self.shown, line=mark.line + 1 if mark else 1, column=mark.column + 1 if mark else 1)


def read_document(file: Traversable, shown: str) -> Document:
    """The document in *file*.

    Raises:
        DataError: It cannot be used as YAML.
        OSError: It cannot be read.
    """
    with file.open("rb") as stream:
        text = decode(stream.read(MAX_BYTES + 1), shown)
    return Document(shown=shown, text=text, value=parse(text, shown))


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
