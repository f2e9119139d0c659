"""What must hold between the parts of a framework."""

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from maturity.files.document import Document
from maturity.files.faults import Fault, did_you_mean
from maturity.framework import ROOT, Dimension, Framework, Indicator

Found = Iterator[tuple[Document, Fault]]


def check_framework(framework: Framework, documents: Iterable[Document]) -> Found:
    """What is wrong between the parts of *framework*, each with the document that it stands in."""
    by_name = {document.shown.rpartition("/")[2]: document for document in documents}
    head = by_name["framework.yaml"]
    yield from ((head, fault) for fault in _check_scale(framework))
    yield from _check_ids(framework, by_name)
    for dimension in framework.dimensions:
        document = by_name.get(f"{dimension.id}.yaml", head)
        yield from ((document, fault) for fault in _check_dimension(dimension, framework))
    yield from _check_cycle(framework, by_name)


def _check_scale(framework: Framework) -> Iterator[Fault]:
    values = [each.value for each in framework.scale]
    if values != sorted(set(values)):
        yield Fault(("scale",), "E111", f"levels must climb without repeats, found {values}")
    cuts = [each.lower for each in framework.bands]
    if not cuts or cuts != sorted(set(cuts)):
        yield Fault(("bands",), "E111", f"cut points must climb without repeats, found {cuts}")
        return
    lowest = min(each.points for each in framework.scale)
    if cuts[0] > lowest:
        message = f"the lowest band begins at {cuts[0]:g}, above the lowest score"
        yield Fault(("bands", 0, "from"), "E111", message, f"begin at {lowest:g}")


def _check_ids(framework: Framework, by_name: dict[str, Document]) -> Found:
    seen = {ROOT}
    for dimension in framework.dimensions:
        document = by_name.get(f"{dimension.id}.yaml", by_name["framework.yaml"])
        nodes = [
            *((("components", index, "id"), each.id) for index, each in enumerate(dimension.components)),
            *((("indicators", index, "id"), each.id) for index, each in enumerate(dimension.indicators)),
        ]
        for path, id in nodes:
            if id in seen:
                yield document, Fault(path, "E106", f"duplicate id '{id}'")
            seen.add(id)
            if not id.startswith(f"{dimension.id}."):
                hint = f"ids of this dimension begin with '{dimension.id}.'"
                yield document, Fault(path, "E104", f"id '{id}' is outside its dimension", hint)


def _check_dimension(dimension: Dimension, framework: Framework) -> Iterator[Fault]:
    yield from _check_weight(dimension.weight, ("dimension", "weight"))
    for index, component in enumerate(dimension.components):
        yield from _check_weight(component.weight, ("components", index, "weight"))
    components = [each.id for each in dimension.components]
    known = [each.id for each in framework.indicators]
    for index, indicator in enumerate(dimension.indicators):
        at = ("indicators", index)
        yield from _check_weight(indicator.weight, (*at, "weight"))
        if indicator.component not in components:
            hint = did_you_mean(indicator.component, components)
            yield Fault((*at, "component"), "E104", f"unknown component '{indicator.component}'", hint)
        for number, each in enumerate(indicator.prerequisites):
            if each not in known:
                path = (*at, "prerequisites", number)
                yield Fault(path, "E104", f"unknown indicator '{each}'", did_you_mean(each, known))
        yield from _check_rubric(indicator, framework, at)


def _check_rubric(indicator: Indicator, framework: Framework, at: tuple[str | int, ...]) -> Iterator[Fault]:
    wanted = [each.value for each in framework.scale]
    found = [each.value for each in indicator.levels]
    for number, value in enumerate(found):
        if value not in wanted:
            message = f"no level {value} on '{indicator.id}'"
            yield Fault((*at, "levels", number, "value"), "E105", message, f"levels run {wanted[0]}–{wanted[-1]}")
    if set(found) <= set(wanted) and found != wanted:
        yield Fault((*at, "levels"), "E111", f"'{indicator.id}' needs levels {wanted} in that order, found {found}")


def _check_weight(weight: float, path: tuple[str | int, ...]) -> Iterator[Fault]:
    if weight < 0:
        yield Fault(path, "E108", f"weight {weight:g} is negative", "weights are 0 or more")


def _check_cycle(framework: Framework, by_name: dict[str, Document]) -> Found:
    known = {each.id: each for each in framework.indicators}
    graph = {each.id: [step for step in each.prerequisites if step in known] for each in framework.indicators}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        cycle: list[str] = error.args[1]
        first = known[cycle[-1]]
        dimension = next(each for each in framework.dimensions if first in each.indicators)
        index = dimension.indicators.index(first)
        document = by_name.get(f"{dimension.id}.yaml", by_name["framework.yaml"])
        message = "prerequisites go in a circle: " + " → ".join(cycle)
        yield document, Fault(("indicators", index, "prerequisites"), "E109", message)
