"""Whole frameworks and profiles as one JSON document, written and read back."""

import json
from pathlib import Path
from typing import Any, TypeVar

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from maturity.files.document import read_document
from maturity.files.faults import list_problems
from maturity.files.structure import structure
from maturity.files.yaml_scalars import escape
from maturity.problems import DataError
from maturity.text import Text

T = TypeVar("T")


def export_json(value: attrs.AttrsInstance) -> str:
    """*value* as JSON: everything that is not at its default, so that reading it gives an equal value."""
    text = json.dumps(_converter().unstructure(value), ensure_ascii=False, indent=1)
    return "\n".join(map(escape, text.split("\n"))) + "\n"


def read_exported(path: Path, kind: type[T]) -> T:
    """The value in an exported JSON file.

    Raises:
        DataError: The file holds errors.
        OSError: It cannot be read.
    """
    document = read_document(path, path.as_posix())
    value, faults = structure(document.value, kind, language="en", original_first=True)
    if value is None:
        raise DataError(list_problems(faults, document))
    return value


def _converter() -> Converter:
    converter = Converter(omit_if_default=True)
    converter.register_unstructure_hook_factory(attrs.has, lambda kind: _write_mapping(kind, converter))
    converter.register_unstructure_hook(Text, _write_text)
    return converter


def _write_text(text: Text) -> str | dict[str, str]:
    if text.language == "en" and not text.translations:
        return text.original
    return {text.language: text.original, **dict(text.translations)}


def _write_mapping(kind: Any, converter: Converter) -> Any:
    renamed = {
        each.name: override(rename=each.metadata["key"]) for each in attrs.fields(kind) if "key" in each.metadata
    }
    return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **renamed)  # type: ignore[arg-type]
