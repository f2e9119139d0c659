"""Reads a framework folder: one file for the whole, one per dimension, the vocabularies, the translations."""

from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable
from typing import Any

from attrs import field, frozen, validators

from maturity.files.document import Document
from maturity.files.faults import Fault
from maturity.files.folder import Folder, default_language
from maturity.files.framework_checks import check_framework
from maturity.files.overlays import Slot, list_slots
from maturity.framework import (
    FRAMEWORK_ID,
    NODE_ID,
    Band,
    Change,
    Component,
    Dimension,
    Framework,
    Indicator,
    Rules,
    ScaleLevel,
)
from maturity.problems import DataError, Problem
from maturity.text import LANGUAGE_CODE, LANGUAGES, Text
from maturity.vocabulary import Term, Vocabulary


@frozen(kw_only=True)
class FrameworkFile:
    """`framework.yaml`: what holds for the framework as a whole."""

    id: str = field(validator=validators.matches_re(FRAMEWORK_ID))
    version: str
    title: Text
    based_on: str
    note: Text
    language: str = field(default="en", validator=validators.matches_re(LANGUAGE_CODE))
    dimensions: tuple[str, ...] = field(validator=validators.min_len(1))
    scale: tuple[ScaleLevel, ...] = field(validator=validators.min_len(1))
    bands: tuple[Band, ...]
    rules: Rules
    changes: tuple[Change, ...] = ()


@frozen(kw_only=True)
class DimensionHead:
    """The `dimension` of a dimension file."""

    id: str = field(validator=validators.matches_re(NODE_ID))
    label: Text
    question: Text
    weight: float = 1
    rules: Rules | None = None


@frozen(kw_only=True)
class DimensionFile:
    """`<dimension>.yaml`: a dimension, its components and its indicators."""

    dimension: DimensionHead
    components: tuple[Component, ...]
    indicators: tuple[Indicator, ...]


def read_framework_folder(
    path: Traversable, shown: str, languages: Sequence[str] = LANGUAGES
) -> tuple[Framework, tuple[Problem, ...]]:
    """The framework in a folder, with the warnings found; translations of *languages* alone are read.

    Raises:
        DataError: The files hold errors; carries every problem found.
    """
    folder = Folder(path, shown)
    head = folder.document("framework.yaml")
    language = default_language(head)
    dimensions = {name: folder.document(f"{name}.yaml") for name in _dimension_names(head)}
    terms = folder.document("vocabularies.yaml")
    documents = [document for document in (head, *dimensions.values(), terms) if document]
    folder.translate(_slots(head, dimensions, terms), languages, written_in=language)
    typed_head = folder.typed(head, FrameworkFile, language) if head else None
    typed = list(_dimensions(folder, dimensions, language))
    vocabularies = tuple(_vocabularies(folder, terms, language)) if terms else ()
    if head and typed_head:
        folder.report(head, _repeated(typed_head.dimensions))
    if typed_head is None or terms is None or len(typed) != len(typed_head.dimensions):
        raise DataError(folder.problems)
    framework = _join(typed_head, typed, vocabularies)
    for document, fault in check_framework(framework, documents):
        folder.report(document, [fault])
    folder.refuse_errors()
    return framework, tuple(folder.problems)


def framework_slots(path: Traversable) -> tuple[Slot, ...]:
    """Every translatable text of the framework in a folder, for those who write an overlay."""
    folder = Folder(path, "")
    head = folder.document("framework.yaml")
    dimensions = {name: folder.document(f"{name}.yaml") for name in _dimension_names(head)}
    return tuple(_slots(head, dimensions, folder.document("vocabularies.yaml")))


def _dimension_names(head: Document | None) -> list[str]:
    names: Any = head.value.get("dimensions") if head and isinstance(head.value, dict) else None
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _repeated(names: Sequence[str]) -> Iterator[Fault]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield Fault(("dimensions", index), "E106", f"duplicate id '{name}'")


def _dimensions(folder: Folder, documents: dict[str, Document | None], language: str) -> Iterator[DimensionFile]:
    for name, document in documents.items():
        found = folder.typed(document, DimensionFile, language) if document else None
        if document and found and found.dimension.id != name:
            message = f"dimension '{found.dimension.id}' in the file '{name}.yaml'"
            folder.report(document, [Fault(("dimension", "id"), "E112", message)])
        elif found:
            yield found


def _slots(head: Document | None, dimensions: dict[str, Document | None], terms: Document | None) -> Iterator[Slot]:
    if head:
        yield from list_slots(head.value, FrameworkFile, "")
    for document in dimensions.values():
        if document:
            yield from list_slots(document.value, DimensionFile, "")
    if terms and isinstance(terms.value, dict):
        for name, listed in terms.value.items():
            yield from list_slots({"id": name, "terms": listed}, Vocabulary, name)


def _vocabularies(folder: Folder, document: Document, language: str) -> Iterator[Vocabulary]:
    value: Any = document.value
    for name, terms in value.items():
        found = folder.typed(document, tuple[Term, ...], language, terms, (name,))
        if found is not None:
            yield Vocabulary(id=name, terms=found)


def _join(head: FrameworkFile, files: list[DimensionFile], vocabularies: tuple[Vocabulary, ...]) -> Framework:
    dimensions = tuple(
        Dimension(
            id=each.dimension.id,
            label=each.dimension.label,
            question=each.dimension.question,
            weight=each.dimension.weight,
            rules=each.dimension.rules,
            components=each.components,
            indicators=each.indicators,
        )
        for each in files
    )
    return Framework(
        id=head.id,
        version=head.version,
        title=head.title,
        based_on=head.based_on,
        note=head.note,
        language=head.language,
        scale=head.scale,
        bands=head.bands,
        rules=head.rules,
        dimensions=dimensions,
        vocabularies=vocabularies,
        changes=head.changes,
    )
