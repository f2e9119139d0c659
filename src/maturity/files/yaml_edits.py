"""Changes to hand-written YAML, made where a value stands: comments, order, quoting and line ends stay."""

from typing import Any

from maturity.files.block_edits import Editor
from maturity.files.text_edits import CannotEditError
from maturity.files.yaml_nodes import Source
from maturity.files.yaml_text import parse
from maturity.problems import DataError


def edit_yaml(text: str, wanted: dict[str, Any], shown: str) -> str:
    """*text*, a file whose top is a mapping, changed to hold *wanted*; all that says the same stays byte for byte.

    A record that cannot be changed in place is written anew; comments within it then stand above it.

    Raises:
        CannotEditError: The change cannot be made without losing something.
        DataError: The text is no YAML.
    """
    found: Any = parse(text, shown)
    if found == wanted:
        return text
    for anew in (False, True):
        changed = _changed(text, found, wanted, anew=anew)
        if changed is not None and _says(changed, wanted):
            return changed
    raise CannotEditError(f"{shown}: no way was found to change this file and keep all else that stands in it")


def _changed(text: str, found: dict[str, Any], wanted: dict[str, Any], *, anew: bool) -> str | None:
    editor = Editor(Source(text), anew=anew)
    try:
        editor.change_file(found, wanted)
        return editor.edits.made_in(text)
    except CannotEditError:
        return None


def _says(text: str, wanted: dict[str, Any]) -> bool:
    try:
        return _alike(parse(text, ""), wanted)
    except DataError:
        return False


def _alike(found: Any, wanted: Any) -> bool:
    """Whether two values are equal, line breaks at the end of a text left out: a block may end with one."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        return found.keys() == wanted.keys() and all(_alike(found[key], wanted[key]) for key in found)
    if isinstance(found, list) and isinstance(wanted, list):
        return len(found) == len(wanted) and all(map(_alike, found, wanted))
    if isinstance(found, str) and isinstance(wanted, str):
        return found.rstrip("\n") == wanted.rstrip("\n")
    return bool(found == wanted)
