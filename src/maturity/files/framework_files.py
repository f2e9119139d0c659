"""Reads a framework folder: one file for the whole, one per dimension, the vocabularies, the translations."""

from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable
from typing import Any

from attrs import field, frozen, validators

from maturity.files.document import Document
from maturity.files.faults import Fault
from maturity.files.folder import Folder, default_language
from maturity.files.framework_checks import Placed, check_framework
from maturity.files.overlays import Slot, list_slots
from maturity.framework import (
    FRAMEWORK_ID,
    NODE_ID,
    Change,
    Component,
    Framework,
    Indicator,
    ScaleLevel,
)
from maturity.problems import DataError, Problem
from maturity.rules import Band, Rules, Sentinels, Spread
from maturity.text import LANGUAGE_CODE, LANGUAGES, Text
from maturity.vocabulary import Term, Vocabulary


@frozen(kw_only=True)
class FrameworkFile:
    """`framework.yaml`: what holds for the framework as a whole; a small framework stands in it entirely."""

    id: str = field(validator=validators.matches_re(FRAMEWORK_ID))
    version: str
    title: Text
    based_on: str
    note: Text
    language: str = field(default="en", validator=validators.matches_re(LANGUAGE_CODE))
    dimensions: tuple[str, ...] = field(
        default=(), metadata={"doc": "Dimensions that have files of their own, in order."}
    )
    range: Spread | None = field(
        default=None, metadata={"doc": "Lowest and highest score; those of the scale when left out."}
    )
    scale: tuple[ScaleLevel, ...] = field(
        default=(), metadata={"doc": "Levels of the rubrics, rising; left out without rubrics."}
    )
    bands: tuple[Band, ...] = field(default=(), metadata={"doc": "Names for stretches of scores, rising."})
    rules: Rules = field(
        default=Rules(), metadata={"doc": "Rules of the root, and of every node that has none of its own."}
    )
    sentinels: Sentinels = field(default=Sentinels(), metadata={"doc": "What stands for no value in data."})
    components: tuple[Component, ...] = field(
        default=(), metadata={"doc": "Inner nodes that stand in no dimension's file, parents first."}
    )
    indicators: tuple[Indicator, ...] = field(
        default=(), metadata={"doc": "Indicators that stand in no dimension's file."}
    )
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
    """`<dimension>.yaml`: a dimension with its components and indicators."""

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
    head, dimensions, terms = _read(folder)
    folder.report_unread(f"{name}.yaml" for name in ("framework", "vocabularies", *dimensions, *LANGUAGES))
    language = default_language(head)
    folder.translate(_slots(head, dimensions, terms), languages, written_in=language)
    typed_head = folder.typed(head, FrameworkFile, language) if head else None
    typed = list(_dimensions(folder, dimensions, language))
    vocabularies = tuple(_vocabularies(folder, terms, language)) if terms else ()
    if head and typed_head:
        folder.report(head, _repeated(typed_head.dimensions))
    if head is None or typed_head is None or len(typed) != len(typed_head.dimensions):
        raise DataError(folder.problems)
    folder.report(head, _check_whole(typed_head))
    folder.refuse_errors()
    nodes = [
        *_placed_in_head(head, typed_head),
        *(node for document, file in typed for node in _placed(document, file)),
    ]
    framework = _join(typed_head, nodes, vocabularies)
    folder.report_all(check_framework(framework, nodes, head))
    folder.refuse_errors()
    return framework, tuple(folder.problems)


def framework_slots(path: Traversable) -> tuple[Slot, ...]:
    """Every translatable text of the framework in a folder, for those who write an overlay."""
    return tuple(_slots(*_read(Folder(path, ""))))


_Documents = dict[str, Document | None]


def _read(folder: Folder) -> tuple[Document | None, _Documents, Document | None]:
    head = folder.document("framework.yaml")
    dimensions = {name: folder.document(f"{name}.yaml") for name in _dimension_names(head)}
    for name, document in dimensions.items():
        if document:
            _fill_parents(document, name)
    if not dimensions and not folder.path.joinpath("vocabularies.yaml").is_file():
        return head, dimensions, None
    return head, dimensions, folder.document("vocabularies.yaml")


def _fill_parents(document: Document, dimension: str) -> None:
    value: Any = document.value
    for key in ("components", "indicators"):
        for node in value.get(key) if isinstance(value.get(key), list) else ():
            if isinstance(node, dict):
                node.setdefault("component", dimension)


def _dimension_names(head: Document | None) -> list[str]:
    names: Any = head.value.get("dimensions") if head and isinstance(head.value, dict) else None
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _repeated(names: Sequence[str]) -> Iterator[Fault]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield Fault(("dimensions", index), "E106", f"duplicate id '{name}'")


def _check_whole(head: FrameworkFile) -> Iterator[Fault]:
    if head.range is None and not head.scale:
        yield Fault((), "E101", "missing key 'range'", "the lowest and highest score, or a scale that has them")
    if not head.indicators and not head.dimensions:
        yield Fault((), "E101", "missing key 'indicators'", "or dimensions with files of their own")


def _dimensions(folder: Folder, documents: _Documents, language: str) -> Iterator[tuple[Document, DimensionFile]]:
    for name, document in documents.items():
        found = folder.typed(document, DimensionFile, language) if document else None
        if document and found and found.dimension.id != name:
            message = f"dimension '{found.dimension.id}' in the file '{name}.yaml'"
            folder.report(document, [Fault(("dimension", "id"), "E112", message)])
        elif document and found:
            yield document, found


def _slots(head: Document | None, dimensions: _Documents, terms: Document | None) -> Iterator[Slot]:
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


def _placed_in_head(document: Document, head: FrameworkFile) -> Iterator[Placed]:
    for index, component in enumerate(head.components):
        yield Placed(document, ("components", index), component)
    for index, indicator in enumerate(head.indicators):
        yield Placed(document, ("indicators", index), indicator)


def _placed(document: Document, file: DimensionFile) -> Iterator[Placed]:
    head = file.dimension
    dimension = Component(id=head.id, label=head.label, question=head.question, weight=head.weight, rules=head.rules)
    yield Placed(document, ("dimension",), dimension)
    for index, component in enumerate(file.components):
        yield Placed(document, ("components", index), component, dimension=head.id)
    for index, indicator in enumerate(file.indicators):
        yield Placed(document, ("indicators", index), indicator, dimension=head.id)


def _join(head: FrameworkFile, nodes: list[Placed], vocabularies: tuple[Vocabulary, ...]) -> Framework:
    return Framework(
        id=head.id,
        version=head.version,
        title=head.title,
        based_on=head.based_on,
        note=head.note,
        language=head.language,
        range=head.range or Spread(low=head.scale[0].points, high=head.scale[-1].points),
        scale=head.scale,
        bands=head.bands,
        rules=head.rules,
        sentinels=head.sentinels,
        components=tuple(each.node for each in nodes if isinstance(each.node, Component)),
        indicators=tuple(each.node for each in nodes if isinstance(each.node, Indicator)),
        vocabularies=vocabularies,
        changes=head.changes,
    )
