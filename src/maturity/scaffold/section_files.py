"""The files of the sections: a list for each table, with its rows ready to fill in."""

from collections.abc import Iterator
from itertools import product

import attrs

from maturity.framework import Framework
from maturity.language.phrases import say
from maturity.records.context import Context
from maturity.records.governance import Institution
from maturity.records.record import Record
from maturity.records.rows import Row
from maturity.records.section import Section
from maturity.records.statistics import Statistic
from maturity.scaffold.guidance import explain, offer
from maturity.scaffold.templates import (
    Kind,
    as_yaml,
    block_item,
    explain_field,
    explain_fields,
    flow_item,
    list_fields,
    list_shared_fields,
    listed_kind,
)


def section_lines(kind: Kind, framework: Framework, language: str, wave: int) -> Iterator[str]:
    """The lines of a file that holds lists of things; those of the section itself come first."""
    if issubclass(kind, Section):
        yield from _record_lines(framework, language)
    shared = {each.name for each in attrs.fields(Section)}
    first = {"statistics"} if kind is Context else set()
    for each in sorted(attrs.fields(kind), key=lambda each: each.name in shared - first):
        yield from list_lines(kind, each, framework, language, wave)


def list_lines(
    kind: Kind, each: "attrs.Attribute[object]", framework: Framework, language: str, wave: int
) -> Iterator[str]:
    """One list of a file: what belongs there, and its items ready to fill in."""
    item = listed_kind(each.type)
    yield ""
    about = "statistics-elsewhere" if item is Statistic and kind is not Context else each.name
    yield from explain(say(f"scaffold.key.{about}", language))
    yield from explain_fields(item, framework, language)
    yield f"{each.name}: []"
    if item is Statistic and kind is Context:
        yield from _statistic_lines(framework, language, wave)
        return
    rows = list(_rows(each, item, framework, language))
    for label, given in rows:
        if label:
            yield from explain(label, indent=1)
        is_cell = len(given) > len(("id", "row"))
        yield from offer(flow_item(item, given, ()) if is_cell else block_item(item, given))
    if not rows:
        yield from offer(block_item(item, {}))


def _record_lines(framework: Framework, language: str) -> Iterator[str]:
    yield ""
    yield from explain(say("scaffold.every-record", language))
    for each in list_shared_fields():
        yield from explain_field(each, framework, language)
    yield from explain(say("scaffold.defaults", language))
    yield from offer(["defaults: {source: , locus: }"])


def _rows(
    each: "attrs.Attribute[object]", item: Kind, framework: Framework, language: str
) -> Iterator[tuple[str, dict[str, str]]]:
    """What is known of each row of a table before anyone has looked: its terms. Nothing where a list has no rows."""
    axes = _axes(each, item)
    terms = [[(key, term) for term in framework.vocabulary(id).terms] for key, id in axes.items()]
    for cell in product(*terms) if axes else ():
        label = " · ".join(term.label.in_language(language) for _, term in cell)
        id = "-".join([each.name.replace("_", "-"), *(term.id for _, term in cell)])
        yield label, {"id": id, **{key: as_yaml(term.id) for key, term in cell}}


def _axes(each: "attrs.Attribute[object]", item: Kind) -> dict[str, str]:
    """Keys of an item that say which row of a table it is, and the vocabularies of those."""
    if item is Row:
        return {"row": each.metadata["rows"]}
    if item in (Institution, Statistic) or not issubclass(item, Record):
        return {}
    found = {key.name: str(key.metadata.get("refers", "")) for key in list_fields(item) if key.type is str}
    return {key: refers.removeprefix("vocabulary/") for key, refers in found.items() if refers.startswith("vocabulary")}


def _statistic_lines(framework: Framework, language: str, wave: int) -> Iterator[str]:
    for term in framework.vocabulary("statistics").terms:
        yield from explain(term.label.in_language(language), indent=1)
        given = {"id": f"{term.id}-{wave}", "statistic": as_yaml(term.id), "unit": as_yaml(term.unit or "")}
        yield from offer(flow_item(Statistic, given, ("value", "year")))
